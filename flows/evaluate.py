"""`needs evaluate`: how good the findings are on labelled texts, and what another model or version would change."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from flows.figures import INVENTED, show_alarms, show_qualities, show_summary
from flows.screen import make_console
from pipeline.classify import Model
from pipeline.errors import InputError, LabelError
from pipeline.learn.school import Labels, describe, describe_alarms, examine_sets, load_labels, observe
from pipeline.mine import Tools, make_tools
from pipeline.score import ATTRIBUTES, Outcome, confuse, measure_attribute, measure_calibration, measure_quality
from pipeline.store.files import write_whole
from pipeline.store.models import CUES, METRICS, MODELS, load_named, name_in_service
from pipeline.vocabulary import Act, Body, FindingKind, Language

WORST = 20
Key = tuple[str, str, str, str]
Told = Mapping[Key, dict[str, Any]]


class Question(NamedTuple):
    """What is asked: of which model, compared with what, saved where, in short or in full."""

    model: str | None
    compare: str | None
    save: Path | None
    summary: bool


def evaluate_here(question: Question, labels: Path, folder: Path = MODELS) -> None:
    """Examine a model on the labels and show the figures that were asked for."""
    console = make_console()
    name = question.model or name_in_service(folder) or CUES
    loaded = load_labels(labels)
    tools = replace(make_tools(), model=None)
    examined = replace(tools, model=load_named(folder, name))
    observed = observe(loaded, tools)
    sets = examine_sets(loaded, observed, examined)
    if not any(sets.values()):
        raise LabelError(f"{labels} holds no sentence to examine: none of its threads falls on the test side")
    if question.save:
        write_whole(question.save, _as_lines(sets))
    if question.summary:
        kept = folder / name / METRICS
        before = json.loads(kept.read_text(encoding="utf-8"))["sets"] if kept.is_file() else {}
        figures = {part: describe(outcomes) for part, outcomes in sets.items()}
        show_summary(console, {"sets": figures}, before, "as kept with the model")
    else:
        for part, outcomes in sets.items():
            show_set(console, f"{name} on {part}", outcomes)
    show_alarms(console, describe_alarms(loaded, observed, examined))
    if question.compare:
        _show_changes(console, _tell(sets), _other(question.compare, loaded, tools, folder))


def show_set(console: Console, title: str, outcomes: Sequence[Outcome]) -> None:
    """Show one set: counted findings by language, body, era and kind, the attributes, the acts, the worst errors."""
    counted = [one for one in outcomes if one.counted]
    show_qualities(console, f"{title}: counted findings", list(_parts(counted)))
    attributes = Table("attribute", "right where found", "of", title=f"{title}: attributes of assistance ({INVENTED})")
    helps = [one for one in outcomes if one.kind is FindingKind.ASSISTANCE]
    for name in ATTRIBUTES:
        figure = measure_attribute(helps, name)
        attributes.add_row(name, f"{figure.value:.3f} [{figure.low:.2f}–{figure.high:.2f}]", str(figure.of))
    console.print(attributes)
    _show_confusion(console, outcomes)
    _show_calibration(console, outcomes)
    _show_worst(console, outcomes)


def _parts(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, Any]]:
    eras = sorted({one.era for one in outcomes})
    picks: dict[str, Callable[[Outcome], bool]] = {"all": lambda one: True}
    picks |= {str(value): partial(_has, "language", value) for value in Language}
    picks |= {str(value): partial(_has, "body", value) for value in Body}
    picks |= {value: partial(_has, "era", value) for value in eras}
    picks |= {str(value): partial(_has, "kind", value) for value in FindingKind}
    for name, pick in picks.items():
        own = [one for one in outcomes if pick(one)]
        if own:
            yield name, measure_quality(own)
    for language, kind in product(Language, FindingKind):
        own = [one for one in outcomes if one.language is language and one.kind is kind]
        if own:
            yield f"{language} {kind}", measure_quality(own)


def _has(name: str, value: str, one: Outcome) -> bool:
    return bool(getattr(one, name) == value)


def _show_confusion(console: Console, outcomes: Sequence[Outcome]) -> None:
    pairs = confuse(outcomes, FindingKind.ASSISTANCE)
    table = Table("labelled ↓ found →", *(str(act)[:9] for act in Act), title="acts")
    for labelled in Act:
        cells = (str(pairs.get((labelled, found), "")) for found in Act)
        table.add_row(str(labelled), *cells)
    console.print(table)


def _show_calibration(console: Console, outcomes: Sequence[Outcome]) -> None:
    error, bins = measure_calibration(outcomes)
    if bins:
        table = Table("mean score", "share right", "findings", title=f"score: calibration error {error:.3f}")
        for one in bins:
            table.add_row(f"{one.score:.2f}", f"{one.right:.2f}", str(one.of))
        console.print(table)


def _show_worst(console: Console, outcomes: Sequence[Outcome]) -> None:
    """Show the errors that the pipeline was surest of, each with its reason."""
    wrong = [one for one in outcomes if not (one.hit and one.right["value"])]
    surest = sorted(wrong, key=lambda one: (-(one.score or 0.0), one.name, one.text))[:WORST]
    for one in surest:
        score = f"{one.score:.2f}" if one.score is not None else "no score"
        console.print(
            f"{one.name} {one.kind}: {one.labelled or 'nothing'} → {one.found or 'nothing'} ({score})\n"
            f"    {one.text}\n    because: {one.reason or 'no cue'}",
            markup=False, highlight=False, soft_wrap=True,
        )  # fmt: skip


def _examine(labels: Labels, tools: Tools, model: Model | None) -> dict[str, list[Outcome]]:
    return examine_sets(labels, observe(labels, tools), replace(tools, model=model))


def _other(compare: str, labels: Labels, tools: Tools, folder: Path) -> Told:
    """Return the outcomes to compare with: of a file of --save, or of another model."""
    path = Path(compare)
    if path.is_file():
        try:
            rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
            return {_key(row): row for row in rows}
        except (OSError, KeyError, TypeError, ValueError) as error:
            raise InputError(f"{path} is no file of `needs evaluate --save`: {error}") from error
    if compare != CUES and not (folder / compare).is_dir():
        raise InputError(f"{compare} is neither a model in {folder}, nor `{CUES}`, nor a file of --save")
    return _tell(_examine(labels, tools, load_named(folder, compare)))


def _tell(sets: Mapping[str, Sequence[Outcome]]) -> Told:
    rows = (_row(part, one) for part, outcomes in sets.items() for one in outcomes)
    return {_key(row): row for row in rows}


def _row(part: str, one: Outcome) -> dict[str, Any]:
    right = one.hit and all(one.right[name] for name in ("value", "speaker", "polarity", "quoted"))
    return {"set": part, **asdict(one), "right": right}


def _key(row: Mapping[str, Any]) -> Key:
    return row["set"], row["name"], row["kind"], row["text"]


def _as_lines(sets: Mapping[str, Sequence[Outcome]]) -> bytes:
    lines = (json.dumps(row, ensure_ascii=False, sort_keys=True) for row in _tell(sets).values())
    return "".join(f"{line}\n" for line in lines).encode()


def _show_changes(console: Console, now: Told, before: Told) -> None:
    """Show, sentence by sentence, what is right now and was not before, and the reverse."""
    for title, better, worse in (("gained", now, before), ("lost", before, now)):
        both = sorted(better.keys() | worse.keys())
        keys = [key for key in both if _is_right(better, key) and not _is_right(worse, key)]
        console.print(f"{title}: {len(keys)}", style="bold")
        for key in keys:
            row = now.get(key) or before[key]
            console.print(
                f"{key[0]} {key[1]} {key[2]}: labelled {row['labelled'] or 'nothing'}, "
                f"before {_found(before, key)}, now {_found(now, key)}\n    {key[3]}",
                markup=False, highlight=False, soft_wrap=True,
            )  # fmt: skip


def _is_right(told: Told, key: Key) -> bool:
    """Say whether a finding is right, or rightly absent."""
    row = told.get(key)
    return row is None or bool(row["right"])


def _found(told: Told, key: Key) -> str:
    row = told.get(key)
    return str(row["found"]) if row and row["found"] else "nothing"
