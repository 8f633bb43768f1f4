"""What the labels hold, counted for the data card: sets, splits, and how often each value occurs in each language."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.gold import GoldSentence, Label, Split, load_pages, load_sentences, read_rows
from pipeline.learn.school import CHALLENGE, EXAMPLES, GOLD, UNSEEN, load_labels
from pipeline.vocabulary import Language

BEGIN = "<!-- composition: NEEDS_REGENERATE=1 python -m pytest tests/test_guidelines.py -->"
END = "<!-- end of composition -->"
UNKNOWN = "unknown"
SECOND = "second/second.csv"
USES = {
    EXAMPLES: "learnt from and tested on, by thread",
    GOLD: "learnt from and tested on, by thread",
    "revoiced": "learnt from and tested on, by thread",
    CHALLENGE: "tested on only",
    SECOND: "labelled again without sight of the first labels",
    "unseen-1": "tested on only; errors mended since",
    "unseen-2": "tested on only; errors mended since",
    "unseen-3": "tested on only; nobody who writes cues, gold or limits looks at it",
}

Counted = Counter[tuple[str, Language]]


class Part(NamedTuple):
    """A set of labels: its name, the language of each sentence or page, and its findings."""

    name: str
    unit: str
    languages: Counter[Language]
    findings: int


def describe(labels: Path) -> str:
    """The tables of the data card, as Markdown."""
    return "\n\n".join(("\n".join(_sets(labels)), "\n".join(_splits(labels)), "\n".join(_values(labels))))


def _sets(labels: Path) -> Iterator[str]:
    yield from _head("set", "unit", "en", "fr", "es", "findings", "use")
    for part in _parts(labels):
        yield _row(part.name, part.unit, *(part.languages[one] for one in Language), part.findings, USES[part.name])


def _parts(labels: Path) -> Iterator[Part]:
    for name in (EXAMPLES, GOLD, CHALLENGE):
        sentences = load_sentences(_tables(labels / name))
        if sentences:
            yield Part(name, "sentence", Counter(one.language for one in sentences), _findings(sentences))
    for again in map(read_rows, _tables(labels / SECOND)):
        languages = Counter(Language(name[:2]) for name in {row["id"] for row in again})
        yield Part(SECOND, "sentence", languages, sum(row["kind"] != "none" for row in again))
    for name in ("revoiced", *UNSEEN):
        pages = load_pages(labels.parent / "corpus" / name, labels / name)
        yield Part(name, "page", Counter(one.language for one in pages), sum(len(one.labels) for one in pages))


def _tables(path: Path) -> list[Path]:
    return sorted(path.glob("*.csv")) if path.is_dir() else [path] if path.is_file() else []


def _findings(sentences: Iterable[GoldSentence]) -> int:
    return sum(len(one.labels) for one in sentences)


def _splits(labels: Path) -> Iterator[str]:
    read = load_labels(labels)
    sides = read.splits
    counts = Counter((sides[one.thread], one.language) for one in read.sentences)
    yield from _head("sentences of `examples.csv` and `gold/`", "en", "fr", "es")
    for split in Split:
        yield _row(split, *(counts[split, one] for one in Language))


def _values(labels: Path) -> Iterator[str]:
    tables = [labels / EXAMPLES, *_tables(labels / GOLD)]
    sentences = load_sentences(tables)
    bodies: Counted = Counter((str(one.body), one.language) for one in sentences)
    eras: Counted = Counter((_era(one.year), one.language) for one in sentences)
    empty: Counted = Counter(("none", one.language) for one in sentences if not one.labels)
    yield from _head("of the same sentences", "value", "en", "fr", "es")
    yield from _rows("body (sentences)", bodies)
    yield from _rows("era (sentences)", eras)
    yield from _rows("kind (findings; `none`: sentences)", _count(sentences, lambda one: one.kind) + empty)
    yield from _rows("act (findings)", _count(sentences, lambda one: one.act))
    yield from _rows(
        "grade (findings)", _count(sentences, lambda one: f"{one.kind}: {one.grade}" if one.grade else None)
    )
    yield from _rows("speaker (findings)", _count(sentences, lambda one: one.speaker))
    yield from _rows("polarity (findings)", _count(sentences, lambda one: one.polarity))
    yield from _rows("quoted (findings)", _count(sentences, lambda one: str(one.quoted).lower()))
    yield from _rows("scope (findings)", _count(sentences, lambda one: one.scope))
    assert sum(len(read_rows(path)) for path in tables) == _findings(sentences) + sum(empty.values())


def _count(sentences: Iterable[GoldSentence], value_of: Callable[[Label], str | None]) -> Counted:
    return Counter(
        (str(value), one.language)
        for one in sentences
        for label in one.labels
        if (value := value_of(label)) is not None
    )


def _era(year: int | None) -> str:
    return f"{year // 10 * 10}s" if year else UNKNOWN


def _rows(name: str, counts: Counted) -> Iterator[str]:
    for value in sorted({value for value, _ in counts}):
        yield _row(name, value, *(counts[value, one] for one in Language))


def _head(*cells: str) -> Iterator[str]:
    yield _row(*cells)
    yield "|" + "---|" * len(cells)


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"
