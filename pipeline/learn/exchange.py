"""Labels that come back from people, and the sentences that people should look at next."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.dataset import Dataset
from pipeline.errors import InputError, LabelError
from pipeline.folding import fold
from pipeline.gold import COLUMNS, NONE, Row, make_sentences, read_rows, write_rows
from pipeline.learn.studio import make_tasks, read_tasks
from pipeline.records import Comment, Finding, Judgement, Passage
from pipeline.store.files import make_folder
from pipeline.vocabulary import Review

PEOPLE = "people.csv"
_WORD = re.compile(r"\w+")
_ALIKE = 0.5  # token Jaccard over which two sentences teach much the same
_LISTS = ("term", "mission")
_ATTRIBUTES = ("act", "grade", "speaker", "polarity", "scope", "purpose", "requester", "trigger")


def import_labels(path: Path, labels: Path, data: Dataset | None) -> int:
    """Take the labels of a file (Label Studio's JSON, or judgements as CSV) into the gold; return how many are new.

    Judgements need the dataset that they were made on. The same file twice changes nothing.
    """
    rows = list(read_tasks(_read_json(path)) if path.suffix == ".json" else _read_judgements(path, data))
    target = labels / "gold" / PEOPLE
    kept = {_place(row): row for row in read_rows(target)} if target.is_file() else {}
    given = {row["id"] for row in rows}
    before = {place: row for place, row in kept.items() if row["id"] in given}
    after = {_place(row): {name: row.get(name, "") for name in COLUMNS} for row in rows}
    merged = {place: row for place, row in kept.items() if row["id"] not in given} | after
    ordered = [merged[place] for place in sorted(merged)]
    make_sentences(ordered, path)
    make_folder(target.parent)
    write_rows(target, ordered)
    return sum(before.get(place) != row for place, row in after.items())


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """Return the decisions of people in a table of judgements, in the order of time."""
    ordered = sorted(_read_rows(path), key=lambda row: (row["decided_at"], row["reviewer"], row["finding_id"]))
    return tuple(map(_as_judgement, ordered))


def export_labels(paths: Iterable[Path]) -> bytes:
    """Return labelled sentences as Label Studio's tasks; raises LabelError where one is wrong."""
    rows = [(path, read_rows(path)) for path in paths]
    for path, own in rows:
        make_sentences(own, path)
    return _as_json(make_tasks(row for _, own in rows for row in own))


def choose_next(data: Dataset, most: int) -> tuple[Finding, ...]:
    """Return the findings whose labels would teach most: the least sure first, none that is like one before it."""
    findings = [one for one in data.findings if one.review in (Review.AUTOMATIC, Review.FLAGGED)]
    chosen: list[tuple[Finding, frozenset[str]]] = []
    for finding in sorted(findings, key=lambda one: (_surety(one), one.finding_id)):
        words = frozenset(_WORD.findall(re.sub(r"\d+", "0", fold(finding.quote))))
        if all(_likeness(words, other) < _ALIKE for _, other in chosen):
            chosen.append((finding, words))
        if len(chosen) == most:
            break
    return tuple(finding for finding, _ in chosen)


def make_questions(data: Dataset, findings: Iterable[Finding]) -> bytes:
    """Return findings as Label Studio's tasks, with what the pipeline thinks as predictions."""
    passages = {one.passage_id: one for one in data.passages}
    comments = {one.comment_id: one for one in data.comments}
    rows = [_row_of(one, comments[one.comment_id], passages[one.passage_id], data) for one in findings]
    tasks = make_tasks(rows)
    for task in tasks:
        task["predictions"] = task.pop("annotations")
    return _as_json(tasks)


def _surety(finding: Finding) -> float:
    """Return how far the score is from even; a finding without one is as doubtful as its flag says."""
    if finding.score is None:
        return 0.5 if finding.review is Review.FLAGGED else 1.0
    return abs(2 * finding.score - 1)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


def _read_json(path: Path) -> list[Mapping[str, Any]]:
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise LabelError(f"{path} is not JSON as Label Studio exports it: {error}") from error
    if not isinstance(tasks, list):
        raise LabelError(f"{path} is not a list of tasks: export from Label Studio as JSON")
    return tasks


def _read_judgements(path: Path, data: Dataset | None) -> Iterator[Row]:
    """Yield a row for each judged finding: accepted as found, rejected as nothing, corrected as the note says."""
    if data is None:
        raise InputError("judgements are about findings: say of which dataset with --data DIR")
    findings = {one.finding_id: one for one in data.findings}
    passages = {one.passage_id: one for one in data.passages}
    comments = {one.comment_id: one for one in data.comments}
    judged = sorted(_read_rows(path), key=lambda row: (row["decided_at"], row["reviewer"]))
    latest = {row["finding_id"]: row for row in judged}
    for finding_id, judgement in sorted(latest.items()):
        finding = findings.get(finding_id)
        if finding is None:
            raise LabelError(f"{path}: the dataset has no finding {finding_id}")
        if judgement["unsure"] != "true":
            row = _row_of(finding, comments[finding.comment_id], passages[finding.passage_id], data)
            yield _as_judged(row, judgement)


def _read_rows(path: Path) -> list[Row]:
    rows = read_rows(path)
    missing = sorted(_JUDGEMENT - (rows[0].keys() if rows else set()))
    if missing:
        raise LabelError(f"{path} holds no judgements: it has no {', '.join(missing)}")
    verdicts = {str(one) for one in (Review.ACCEPTED, Review.CORRECTED, Review.REJECTED)}
    for number, row in enumerate(rows, 2):
        if row["verdict"] not in verdicts and row["unsure"] != "true":
            words = ", ".join(sorted(verdicts))
            raise LabelError(f"{path}, row {number}: the verdict is {words}, not {row['verdict']!r}")
    return rows


def _as_judgement(row: Row) -> Judgement:
    known = row["verdict"] in {str(one) for one in Review}
    return Judgement(
        finding_id=row["finding_id"],
        reviewer=row["reviewer"],
        decided_at=row["decided_at"],
        verdict=Review(row["verdict"]) if known else Review.FLAGGED,
        unsure=row["unsure"] == "true",
        note=row["note"] or None,
    )


_JUDGEMENT = frozenset({"finding_id", "verdict", "note", "reviewer", "decided_at", "unsure"})


def _as_judged(row: Row, judgement: Row) -> Row:
    noted = {**row, "note": f"{judgement['reviewer']}, {judgement['decided_at']}"}
    if judgement["verdict"] == Review.REJECTED:
        return {**{name: noted[name] for name in noted if name not in _LABELS}, "expected_kind": NONE}
    if judgement["verdict"] == Review.CORRECTED:
        pairs = (part.partition("=") for part in judgement["note"].split(";") if "=" in part)
        return {**noted, **{name.strip(): value.strip().replace("+", ";") for name, _, value in pairs}}
    return noted


_LABELS = frozenset({"expected_kind", "quoted", *_ATTRIBUTES, *_LISTS})


def _row_of(finding: Finding, comment: Comment, passage: Passage, data: Dataset) -> Row:
    text = data.text(finding.source_id)
    return {
        "id": f"{finding.finding_id}-{finding.kind}",
        "language": str(comment.language or "en"),
        "body": str(comment.body),
        "kind_of_comment": str(comment.kind or ""),
        "year": str(comment.adopted_year or ""),
        "country": finding.countries[0] if finding.countries else "",
        "convention": finding.conventions[0] if finding.conventions else "",
        "section": str(passage.section or ""),
        "heading": passage.heading or "",
        "before": text[passage.span.start : finding.span.start].strip(),
        "sentence": finding.quote,
        "after": text[finding.span.end : passage.span.end].strip(),
        "repeated": "true" if passage.quoted else "false",
        "expected_kind": str(finding.kind),
        "quoted": "true" if finding.quoted else "false",
        "note": "",
        **{name: str(getattr(finding, name) or "") for name in _ATTRIBUTES},
        **{name: ";".join(map(str, getattr(finding, name))) for name in _LISTS},
    }


def _place(row: Row) -> tuple[str, str]:
    return row["id"], row["expected_kind"]


def _as_json(tasks: Sequence[Mapping[str, Any]]) -> bytes:
    return (json.dumps(tasks, ensure_ascii=False, indent=1) + "\n").encode()
