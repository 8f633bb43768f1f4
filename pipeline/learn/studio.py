"""Label Studio's JSON: labelled sentences to tasks with annotations, and back; and its labelling page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from pipeline.errors import LabelError
from pipeline.gold import NONE, Row
from pipeline.vocabulary import (
    Act,
    FindingKind,
    Grade,
    Mission,
    Polarity,
    Purpose,
    Requester,
    Scope,
    Speaker,
    Term,
    Trigger,
)

CONTEXT = ("id", "language", "body", "kind_of_comment", "year", "country", "convention", "section", "heading", "before",
           "after", "repeated", "note")  # fmt: skip
_LISTS = ("term", "mission")
_GRADES = {
    FindingKind.PROGRESS: (Grade.SATISFACTION, Grade.INTEREST, Grade.OTHER),
    FindingKind.CONCERN: (Grade.REGRET, Grade.CONCERN, Grade.DEEP_CONCERN),
    FindingKind.REPORTING: (
        Grade.REPORT_MISSING, Grade.REPLY_MISSING, Grade.SUBMISSION_MISSING, Grade.URGENT_APPEAL,
    ),
}  # fmt: skip
_OF_ALL: Mapping[str, Sequence[str]] = {
    "speaker": tuple(Speaker), "polarity": tuple(Polarity), "quoted": ("true", "false"), "scope": tuple(Scope),
}  # fmt: skip
_OF_HELP: Mapping[str, Sequence[str]] = {
    "act": tuple(Act), "term": tuple(Term), "mission": tuple(Mission), "purpose": tuple(Purpose),
    "requester": tuple(Requester), "trigger": tuple(Trigger),
}  # fmt: skip


def controls() -> dict[str, Sequence[str]]:
    """Return the choices of the labelling page: the kinds, and the attributes of each kind as kind-attribute."""
    found: dict[str, Sequence[str]] = {"kind": tuple(FindingKind)}
    for kind in FindingKind:
        own = {**_OF_HELP, **_OF_ALL} if kind is FindingKind.ASSISTANCE else {"grade": _GRADES[kind], **_OF_ALL}
        found |= {f"{kind}-{name}": words for name, words in own.items()}
    return found


def make_page() -> str:
    """Return the labelling page as Label Studio takes it: context above, the sentence, a choice for each question."""
    view = ET.Element("View")
    for name in ("heading", "before"):
        ET.SubElement(view, "Text", name=name, value=f"${name}")
    ET.SubElement(view, "Text", name="text", value="$text")
    ET.SubElement(view, "Text", name="after", value="$after")
    for name, words in controls().items():
        kind = name.split("-")[0]
        many = name == "kind" or name.endswith(_LISTS)
        choices = ET.SubElement(view, "Choices", name=name, toName="text", choice="multiple" if many else "single")
        if name != "kind":
            choices.attrib |= {"visibleWhen": "choice-selected", "whenTagName": "kind", "whenChoiceValue": kind}
        for word in words:
            ET.SubElement(choices, "Choice", value=str(word))
    ET.indent(view)
    return ET.tostring(view, encoding="unicode") + "\n"


def make_tasks(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Return one task for each sentence, with an annotation that holds its labels."""
    tasks: dict[str, dict[str, Any]] = {}
    for row in rows:
        data = {"text": row["sentence"], **{name: row.get(name, "") for name in CONTEXT}}
        task = tasks.setdefault(row["id"], {"data": data, "annotations": [{"result": []}]})
        task["annotations"][0]["result"].extend(_results(row))
    for task in tasks.values():
        task["annotations"][0]["result"] = _join_kinds(task["annotations"][0]["result"])
    return list(tasks.values())


def read_tasks(tasks: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """Yield the rows of annotated tasks; what was skipped, cancelled or not annotated is left out."""
    for number, task in enumerate(tasks, 1):
        try:
            yield from _read_task(task)
        except (KeyError, TypeError, AttributeError) as error:
            raise LabelError(f"task {number} is not as Label Studio exports it as JSON: {error}") from error


def _read_task(task: Mapping[str, Any]) -> Iterator[Row]:
    annotations = [one for one in task.get("annotations", ()) if not one.get("was_cancelled")]
    if annotations:
        latest = max(annotations, key=lambda one: str(one.get("updated_at", "")))
        yield from _read_annotation(task["data"], latest.get("result", ()))


def _results(row: Row) -> Iterator[dict[str, Any]]:
    kind = row["expected_kind"]
    if kind == NONE:
        return
    yield _choice("kind", [kind])
    for name in controls():
        owner, _, attribute = name.partition("-")
        if owner == kind and attribute and row.get(attribute):
            yield _choice(name, row[attribute].split(";") if attribute in _LISTS else [row[attribute]])


def _choice(name: str, choices: Sequence[str]) -> dict[str, Any]:
    return {"from_name": name, "to_name": "text", "type": "choices", "value": {"choices": list(choices)}}


def _join_kinds(results: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the results with one choice of all kinds first."""
    kinds = [word for one in results if one["from_name"] == "kind" for word in one["value"]["choices"]]
    others = [one for one in results if one["from_name"] != "kind"]
    return [_choice("kind", kinds), *others] if kinds else others


def _read_annotation(data: Mapping[str, Any], results: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    chosen = {str(one["from_name"]): [str(word) for word in one["value"]["choices"]] for one in results}
    known = controls()
    for name, words in chosen.items():
        wrong = set(words) - set(map(str, known.get(name, ())))
        if wrong:
            raise LabelError(f"{data.get('id')}: the scheme has no {name} {', '.join(sorted(wrong))}")
    base = {**{name: str(data.get(name) or "") for name in CONTEXT}, "sentence": str(data["text"])}
    kinds = chosen.get("kind", [])
    if not kinds:
        yield {**base, "expected_kind": NONE}
    for kind in kinds:
        own = {name.partition("-")[2]: ";".join(words) for name, words in chosen.items() if name.startswith(f"{kind}-")}
        yield {**base, "expected_kind": kind, **own}
