"""How much of the re-voiced pages the pipeline gets right: headers, sentences, findings, attributes.

The texts are ours, written anew after the build of real pages; the figures are regression guards, not field accuracy.
Run: python -m benchmarks.register [--show] [PATTERN …]
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from pipeline.folding import fold
from pipeline.identity import hash_bytes
from pipeline.mine import Tools, make_tools, mine_source
from pipeline.records import Comment, Finding, Mined, Source

TEXTS = Path(__file__).parent.parent / "corpus" / "revoiced"
GOLD = Path(__file__).parent.parent / "labels" / "revoiced"
HEADER = (
    "body", "kind", "language", "countries", "conventions", "case_number", "report_number", "adopted_year", "session",
    "published_year", "ratified_year", "special_note",
)  # fmt: skip
ATTRIBUTES = (
    "act", "grade", "speaker", "polarity", "quoted", "scope", "term", "mission", "purpose", "requester", "trigger",
    "countries", "conventions", "articles",
)  # fmt: skip
_LABEL = re.compile(r"^\W*(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,4})[.)]\s*)?(?:\d{1,4}\.\s*)?")


def letters(quote: str) -> str:
    """Return a sentence without its printed label, blanks and marks, for comparison."""
    return re.sub(r"\W+", "", _LABEL.sub("", fold(quote)))


def plain(value: Any) -> Any:
    """Return a record's value as the gold file writes it."""
    if isinstance(value, tuple):
        return sorted(str(one) if not isinstance(one, int) else one for one in value)
    return str(value) if isinstance(value, str) else value


def wanted(value: Any) -> Any:
    """Return a gold value in the same form."""
    return sorted(value) if isinstance(value, list) else value


def pair_comments(
    gold: list[dict[str, Any]], found: tuple[Comment, ...]
) -> Iterator[tuple[dict[str, Any], Comment | None]]:
    """Pair comments in their order, the nearest first by how many header values agree."""
    left = list(found)
    for one in gold:
        best = max(
            left, key=lambda c: sum(plain(getattr(c, name)) == wanted(one[name]) for name in HEADER), default=None
        )
        if best is not None:
            left.remove(best)
        yield one, best


def measure(path: Path, tools: Tools, counts: Counter[tuple[str, ...]], show: bool) -> None:  # noqa: FBT001
    """Count what is right in one page, and print what is not where it is asked for."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = TEXTS / f"{path.stem}.txt"
    content = text.read_bytes()
    mined = mine_source(Source(hash_bytes(content), text.name, content), tools)
    counts["comments", "gold"] += len(gold["comments"])
    counts["comments", "found"] += len(mined.comments)
    if len(gold["comments"]) != len(mined.comments) and show:
        print(f"# {text.name}: {len(gold['comments'])} comments, found {len(mined.comments)}")  # noqa: T201
    for one, comment in pair_comments(gold["comments"], mined.comments):
        for name in HEADER:
            counts["header", name, "n"] += 1
            got = plain(getattr(comment, name)) if comment else "(no comment)"
            right = got == wanted(one[name]) or (
                name == "special_note" and letters(str(got)) == letters(str(one[name]))
            )
            counts["header", name, "right"] += right
            if show and not right:
                print(f"# {text.name} {name}: {one[name]} → {got}")  # noqa: T201
    _measure_findings(text.name, gold, mined, counts, show)


def _measure_findings(
    name: str, gold: dict[str, Any], mined: Mined, counts: Counter[tuple[str, ...]], show: bool
) -> None:  # noqa: FBT001
    language = name[:2]
    wants = [one for comment in gold["comments"] for one in comment["findings"]]
    left = list(mined.findings)
    for want in wants:
        match = next((f for f in left if f.kind == want["kind"] and letters(f.quote) == letters(want["quote"])), None)
        near = match or next((f for f in left if f.kind == want["kind"] and _overlap(f.quote, want["quote"])), None)
        if near is None:
            counts[language, want["kind"], "missed"] += 1
            if show:
                print(
                    f"- {name} {want['kind']} {want['act'] or want['grade']} {want['speaker']} | {want['quote'][:300]}"
                )  # noqa: T201
            continue
        left.remove(near)
        counts["sentence", "n"] += 1
        counts["sentence", "right"] += match is not None
        counts[language, want["kind"], "right"] += 1
        wrong = list(_compare(near, want, counts))
        if show and wrong:
            print(f"~ {name} {'; '.join(wrong)}\n      {near.quote[:300]}\n      [{near.reason}]")  # noqa: T201
    for extra in left:
        counts[language, extra.kind, "extra"] += 1
        if show:
            print(
                f"+ {name} {extra.kind} {extra.act or extra.grade} {extra.speaker} q={extra.quoted} | {extra.quote[:300]} [{extra.reason}]"
            )  # noqa: T201


def _overlap(one: str, other: str) -> bool:
    first, second = letters(one), letters(other)
    return len(first) > 20 and (first in second or second in first)


def _compare(found: Finding, want: dict[str, Any], counts: Counter[tuple[str, ...]]) -> Iterator[str]:
    for name in ATTRIBUTES:
        if name not in want or (name == "act" and want["kind"] != "assistance"):
            continue
        counts["attribute", name, "n"] += 1
        got = plain(getattr(found, name))
        if got == wanted(want[name]):
            counts["attribute", name, "right"] += 1
        else:
            yield f"{name}: {want[name]} → {got}"


def print_counts(counts: Counter[tuple[str, ...]], console: Console) -> None:
    """Print the shares as two tables."""
    table = Table(
        "language", "kind", "right", "missed", "extra", "precision", "recall", title="findings (invented text)"
    )
    kinds = sorted({key[:2] for key in counts if len(key) == 3 and key[0] in {"en", "fr", "es"}})
    for language, kind in kinds:
        right, missed, extra = (counts[language, kind, what] for what in ("right", "missed", "extra"))
        precision, recall = right / max(right + extra, 1), right / max(right + missed, 1)
        table.add_row(language, kind, str(right), str(missed), str(extra), f"{precision:.2f}", f"{recall:.2f}")
    console.print(table)
    shares = Table("what", "value", "right", "of", "share", title="headers, sentences, attributes (invented text)")
    for what in ("header", "attribute"):
        for name in HEADER if what == "header" else ATTRIBUTES:
            right, of = counts[what, name, "right"], counts[what, name, "n"]
            shares.add_row(what, name, str(right), str(of), f"{right / max(of, 1):.3f}")
    right, of = counts["sentence", "right"], counts["sentence", "n"]
    shares.add_row("sentence", "boundaries", str(right), str(of), f"{right / max(of, 1):.3f}")
    console.print(shares)


def main() -> None:
    """Measure the pages that match the patterns (all by default)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("patterns", nargs="*", default=["*"])
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    tools, counts = make_tools(), Counter[tuple[str, ...]]()
    for pattern in given.patterns:
        for path in sorted(GOLD.glob(f"{pattern}.json")):
            measure(path, tools, counts, given.show)
    print_counts(counts, Console())


if __name__ == "__main__":
    main()
