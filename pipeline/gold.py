"""The labels read from disk: sentences in context, whole pages, and how threads are parted for training and testing."""

import csv
import io
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import LabelError
from pipeline.store.files import write_whole
from pipeline.vocabulary import (
    Act,
    Body,
    CommentKind,
    FindingKind,
    Grade,
    Language,
    Mission,
    Polarity,
    Purpose,
    Requester,
    Scope,
    Section,
    Speaker,
    Term,
    Trigger,
)

NONE = "none"
COLUMNS = (
    "id", "language", "body", "kind_of_comment", "year", "country", "convention", "section", "heading", "before",
    "sentence", "after", "repeated", "expected_kind", "act", "grade", "speaker", "polarity", "quoted", "scope", "term",
    "mission", "purpose", "requester", "trigger", "note",
)  # fmt: skip

Row = dict[str, str]


class Split(StrEnum):
    """What a thread's sentences are used for."""

    TRAIN = "train"
    CALIBRATION = "calibration"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Label:
    """What a person says that a sentence holds: one kind with its attributes."""

    kind: FindingKind
    act: Act | None
    grade: Grade | None
    speaker: Speaker
    polarity: Polarity
    quoted: bool
    scope: Scope
    term: tuple[Term, ...] = ()
    mission: tuple[Mission, ...] = ()
    purpose: Purpose | None = None
    requester: Requester | None = None
    trigger: Trigger | None = None

    @property
    def value(self) -> str:
        """The act of assistance, the grade of everything else."""
        return str(self.act or self.grade)


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A labelled sentence in its context; no label means that it holds nothing."""

    name: str
    language: Language
    body: Body
    kind: CommentKind | None
    year: int | None
    thread: str
    section: Section | None
    heading: str | None
    before: str
    text: str
    after: str
    repeated: bool
    note: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A whole page with the sentences on it that hold something; all others hold nothing."""

    name: str
    language: Language
    year: int | None
    threads: tuple[str, ...]
    content: bytes
    labels: tuple[tuple[str, Label], ...]


class Shares(NamedTuple):
    """How threads are parted: the share of each split in a hundred, and the families that stay together."""

    test: int
    calibration: int
    together: tuple[frozenset[str], ...]


def load_sentences(paths: Iterable[Path]) -> tuple[GoldSentence, ...]:
    """Return the labelled sentences of these tables; raises LabelError with file and row where one is wrong."""
    found: dict[str, GoldSentence] = {}
    for path in paths:
        _add_sentences(found, read_rows(path), path)
    return tuple(found.values())


def make_sentences(rows: Iterable[Row], path: Path) -> tuple[GoldSentence, ...]:
    """Return the labelled sentences of rows that come from this file; raises LabelError where one is wrong."""
    found: dict[str, GoldSentence] = {}
    _add_sentences(found, rows, path)
    return tuple(found.values())


def _add_sentences(found: dict[str, GoldSentence], rows: Iterable[Row], path: Path) -> None:
    for number, row in enumerate(rows, 2):
        try:
            one = _make_sentence(row)
        except KeyError as error:
            raise LabelError(f"{path}, row {number}: there is no column {error.args[0]}") from error
        except ValueError as error:
            raise LabelError(f"{path}, row {number}: {error}") from error
        before = found.get(one.name)
        found[one.name] = _join(before, one) if before else one


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a table of labels as they stand."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, restval=""))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LabelError(f"{path} cannot be read as a table of labels (CSV in UTF-8): {error}") from error


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write a table of labels, whole or not at all."""
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    write_whole(path, file.getvalue().encode())


def load_pages(texts: Path, labels: Path) -> tuple[GoldPage, ...]:
    """Return the labelled pages of a set: the texts in one folder, the labels of the same name in another."""
    return tuple(_make_page(path, texts / f"{path.stem}.txt") for path in sorted(labels.glob("*.json")))


def load_shares(path: Path) -> Shares:
    """Return how threads are parted, as splits.toml says."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        together = tuple(frozenset(family) for family in table.get("together", []))
        return Shares(int(table["test"]), int(table["calibration"]), together)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise LabelError(f"{path} must give the shares `test` and `calibration` in a hundred: {error}") from error


def part_threads(threads: Iterable[Iterable[str]], shares: Shares) -> dict[str, Split]:
    """Return the split of every thread: those that share a text or a family fall on the same side.

    The side comes from a hash of the first thread's name, so that it does not move when labels are added elsewhere.
    """
    leader: dict[str, str] = {}

    def find(thread: str) -> str:
        while leader.setdefault(thread, thread) != thread:
            thread = leader[thread]
        return thread

    for group in (*(tuple(one) for one in threads), *map(tuple, shares.together)):
        first = find(min(group))
        for thread in group:
            other = find(thread)
            low, high = min(first, other), max(first, other)
            leader[high] = first = low
    return {thread: _side(find(thread), shares) for thread in sorted(leader)}


def _side(thread: str, shares: Shares) -> Split:
    place = int(sha256(thread.encode()).hexdigest(), 16) % 100
    if place < shares.test:
        return Split.TEST
    return Split.CALIBRATION if place < shares.test + shares.calibration else Split.TRAIN


def _make_sentence(row: Mapping[str, str]) -> GoldSentence:
    country, convention = row.get("country", ""), row.get("convention", "")
    thread = f"{country} {convention}".strip() if country else f"{row['language']}: {row['heading']} {row['body']}"
    return GoldSentence(
        name=row["id"],
        language=Language(row["language"]),
        body=Body(row["body"]),
        kind=CommentKind(row["kind_of_comment"]) if row["kind_of_comment"] else None,
        year=int(row["year"]) if row.get("year") else None,
        thread=thread,
        section=Section(row["section"]) if row.get("section") else None,
        heading=row["heading"] or None,
        before=row["before"],
        text=row["sentence"],
        after=row.get("after", ""),
        repeated=row.get("repeated", "") == "true",
        note=row["note"],
        labels=() if row["expected_kind"] == NONE else (_read_row(row),),
    )


def _join(first: GoldSentence, second: GoldSentence) -> GoldSentence:
    if first.text != second.text:
        raise LabelError(f"{first.name} names two sentences")
    return replace(first, labels=(*first.labels, *second.labels))


def _read_row(row: Mapping[str, str]) -> Label:
    words = {name: cell or None for name, cell in row.items()}
    lists = {name: (words.get(name) or "").split(";") if words.get(name) else [] for name in ("term", "mission")}
    return _make_label({**words, **lists, "kind": row["expected_kind"], "quoted": row["quoted"] == "true"})


def _make_label(said: Mapping[str, Any]) -> Label:
    return Label(
        kind=FindingKind(said["kind"]),
        act=Act(said["act"]) if said["act"] else None,
        grade=Grade(said["grade"]) if said["grade"] else None,
        speaker=Speaker(said["speaker"]),
        polarity=Polarity(said["polarity"]),
        quoted=bool(said["quoted"]),
        scope=Scope(said["scope"]),
        term=tuple(map(Term, said["term"] or ())),
        mission=tuple(map(Mission, said["mission"] or ())),
        purpose=Purpose(said["purpose"]) if said.get("purpose") else None,
        requester=Requester(said["requester"]) if said.get("requester") else None,
        trigger=Trigger(said["trigger"]) if said.get("trigger") else None,
    )


def _make_page(path: Path, text: Path) -> GoldPage:
    try:
        page = json.loads(path.read_text(encoding="utf-8"))
        comments = page["comments"]
        labels = tuple((one["quote"], _make_label(one)) for comment in comments for one in comment["findings"])
        content = text.read_bytes()
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise LabelError(f"{path}: the labels of a page, or its text {text.name}, cannot be read: {error}") from error
    years = [comment["adopted_year"] for comment in comments if comment["adopted_year"]]
    return GoldPage(
        path.stem,
        Language(path.stem[:2]),
        years[0] if years else None,
        tuple(sorted({path.stem, *_threads(comments)})),
        content,
        labels,
    )


def _threads(comments: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for comment in comments:
        for country in comment["countries"]:
            yield from (f"{country} {convention}" for convention in comment["conventions"] or ("",))
