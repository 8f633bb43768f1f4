"""How much of the re-voiced pages the pipeline gets right: headers, sentences, findings, attributes.

The texts are ours, written anew after the build of real pages; the figures are regression guards, not field accuracy.
Run: python -m benchmarks.register [--show] [--set NAME] [PATTERN …]; a set is the folders corpus/NAME and labels/NAME.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from pipeline.folding import letters
from pipeline.identity import hash_bytes
from pipeline.mine import Tools, make_tools, mine_source
from pipeline.records import Comment, Finding, Mined, Source

ROOT = Path(__file__).parent.parent
REVOICED = "revoiced"
HEADER = (
    "body", "kind", "language", "countries", "conventions", "case_number", "report_number", "adopted_year", "session",
    "published_year", "ratified_year", "special_note",
)  # fmt: skip
ATTRIBUTES = (
    "act", "grade", "speaker", "polarity", "quoted", "scope", "term", "mission", "purpose", "requester", "trigger",
    "countries", "conventions", "articles",
)  # fmt: skip
OF_ASSISTANCE = frozenset({"act", "term", "mission", "purpose", "requester", "trigger"})
SUMMARY = ("act", "speaker", "polarity", "quoted", "purpose")
LANGUAGES = ("en", "fr", "es")
ALL = "all"
Counts = Counter[tuple[str, ...]]
Gold = dict[str, Any]
_LEAST = 20


@dataclass(frozen=True, slots=True)
class Pages:
    """A set of pages and where their labels are."""

    texts: Path
    gold: Path


def find_pages(name: str = REVOICED) -> Pages:
    """Return the set of that name: the folders corpus/NAME and labels/NAME."""
    return Pages(ROOT / "corpus" / name, ROOT / "labels" / name)


def plain(value: object) -> object:
    """Return a record's value as the gold file writes it."""
    if isinstance(value, tuple):
        return sorted(one if isinstance(one, int) else str(one) for one in value)
    return str(value) if isinstance(value, str) else value


def wanted(value: object) -> object:
    """Return a gold value in the same form."""
    return sorted(value) if isinstance(value, list) else value


def pair_comments(gold: list[Gold], found: tuple[Comment, ...]) -> Iterator[tuple[Gold, Comment | None]]:
    """Pair comments in their order, the nearest first by how many header values agree."""
    left = list(found)
    for one in gold:
        agreement = partial(_agreement, one)
        best = max(left, key=agreement, default=None)
        if best is not None:
            left.remove(best)
        yield one, best


def _agreement(gold: Gold, comment: Comment) -> int:
    return sum(plain(getattr(comment, name)) == wanted(gold[name]) for name in HEADER)


def measure(path: Path, texts: Path, tools: Tools, counts: Counts) -> Iterator[str]:
    """Count what is right in one page, and yield a line for each thing that is not."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = texts / f"{path.stem}.txt"
    content = text.read_bytes()
    mined = mine_source(Source(hash_bytes(content), text.name, content), tools)
    if len(gold["comments"]) != len(mined.comments):
        yield f"# {text.name}: {len(gold['comments'])} comments, found {len(mined.comments)}"
    for one, comment in pair_comments(gold["comments"], mined.comments):
        yield from _measure_header(text.name, one, comment, counts)
    yield from _measure_findings(text.name, gold, mined, counts)


def _measure_header(name: str, gold: Gold, comment: Comment | None, counts: Counts) -> Iterator[str]:
    for field in HEADER:
        got = plain(getattr(comment, field)) if comment else "(no comment)"
        noted = field == "special_note" and letters(str(got)) == letters(str(gold[field]))
        right = noted or got == wanted(gold[field])
        counts["header", field, "n"] += 1
        counts["header", field, "right"] += right
        if not right:
            yield f"# {name} {field}: {gold[field]} → {got}"


def _measure_findings(name: str, gold: Gold, mined: Mined, counts: Counts) -> Iterator[str]:
    language, left = name[:2], list(mined.findings)
    for want in (one for comment in gold["comments"] for one in comment["findings"]):
        same = [one for one in left if one.kind == want["kind"]]
        exact = next((one for one in same if letters(one.quote) == letters(want["quote"])), None)
        near = exact or next((one for one in same if _overlap(one.quote, want["quote"])), None)
        if near is None:
            _count(counts, language, want["kind"], "missed")
            yield f"- {name} {want['kind']} {want['act'] or want['grade']} {want['speaker']} | {want['quote']}"
            continue
        left.remove(near)
        counts["sentence", "n"] += 1
        counts["sentence", "right"] += exact is not None
        _count(counts, language, want["kind"], "right")
        if wrong := "; ".join(_compare(near, want, language, counts)):
            yield f"~ {name} {wrong}\n      {near.quote}\n      [{near.reason}]"
    for extra in left:
        _count(counts, language, extra.kind, "extra")
        yield f"+ {name} {extra.kind} {extra.act or extra.grade} {extra.speaker} | {extra.quote} [{extra.reason}]"


def _count(counts: Counts, language: str, kind: str, what: str) -> None:
    counts[language, kind, what] += 1
    counts[ALL, kind, what] += 1


def _overlap(one: str, other: str) -> bool:
    first, second = letters(one), letters(other)
    return len(first) > _LEAST and (first in second or second in first)


def _compare(found: Finding, want: Gold, language: str, counts: Counts) -> Iterator[str]:
    for name in ATTRIBUTES:
        if name not in want or (name == "act" and want["kind"] != "assistance"):
            continue
        got = plain(getattr(found, name))
        counts["attribute", name, "n"] += 1
        counts["attribute", name, "right"] += got == wanted(want[name])
        for place in (language, ALL) if name not in OF_ASSISTANCE or want["kind"] == "assistance" else ():
            counts["own", place, name, "n"] += 1
            counts["own", place, name, "right"] += got == wanted(want[name])
        if got != wanted(want[name]):
            yield f"{name}: {want[name]} → {got}"


def measure_all(patterns: Iterable[str], tools: Tools, pages: Pages) -> tuple[Counts, list[str]]:
    """Measure every page of a set that a pattern matches; return the counts and what is not right."""
    counts: Counts = Counter()
    paths = sorted({path for pattern in patterns for path in pages.gold.glob(f"{pattern}.json")})
    return counts, [line for path in paths for line in measure(path, pages.texts, tools, counts)]


def print_counts(counts: Counts, console: Console) -> None:
    """Print the shares: findings by kind, attributes of findings by language, then each value of header and finding."""
    console.print(_table_of_kinds(counts))
    console.print(_table_of_attributes(counts))
    shares = Table("what", "value", "right", "of", "share", title="headers, sentences, attributes (invented text)")
    for what in ("header", "attribute"):
        for name in HEADER if what == "header" else ATTRIBUTES:
            right, of = counts[what, name, "right"], counts[what, name, "n"]
            shares.add_row(what, name, str(right), str(of), f"{right / max(of, 1):.3f}")
    right, of = counts["sentence", "right"], counts["sentence", "n"]
    shares.add_row("sentence", "boundaries", str(right), str(of), f"{right / max(of, 1):.3f}")
    console.print(shares)


def _table_of_kinds(counts: Counts) -> Table:
    names = ("language", "kind", "right", "missed", "extra", "precision", "recall", "F1")
    table = Table(*names, title="findings (invented text)")
    for language in (*LANGUAGES, ALL):
        for kind in sorted({key[1] for key in counts if len(key) == 3 and key[0] == language}):
            right, missed, extra = (counts[language, kind, what] for what in ("right", "missed", "extra"))
            precision, recall = right / max(right + extra, 1), right / max(right + missed, 1)
            f1 = 2 * right / max(2 * right + missed + extra, 1)
            figures = (f"{share:.2f}" for share in (precision, recall, f1))
            table.add_row(language, kind, str(right), str(missed), str(extra), *figures)
    return table


def _table_of_attributes(counts: Counts) -> Table:
    table = Table("language", *SUMMARY, title="of the findings that are found; act and purpose of assistance only")
    for language in (*LANGUAGES, ALL):
        cells = []
        for name in SUMMARY:
            right, of = counts["own", language, name, "right"], counts["own", language, name, "n"]
            cells.append(f"{right / of:.2f} of {of}" if of else "–")
        table.add_row(language, *cells)
    return table


def main() -> None:
    """Measure the pages that match the patterns (all by default)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("patterns", nargs="*", default=["*"])
    parser.add_argument("--set", default=REVOICED, help="the folders corpus/SET and labels/SET (default: %(default)s)")
    parser.add_argument("--show", action="store_true", help="print everything that is not right")
    given = parser.parse_args()
    pages = find_pages(given.set)
    if not pages.gold.is_dir() or not pages.texts.is_dir():
        parser.error(f"there is no set {given.set}: it needs the folders corpus/{given.set} and labels/{given.set}")
    counts, wrong = measure_all(given.patterns, make_tools(), pages)
    console = Console(soft_wrap=True)
    if given.show:
        console.print(*wrong, sep="\n", markup=False, highlight=False)
    print_counts(counts, console)


if __name__ == "__main__":
    main()
