"""What the pipeline finds in generated texts whose truth is known, sentence by sentence, and the needs it gathers.

Invented text of invented shapes: the figures guard against regressions; they are no accuracy in the field.
Run: python -m benchmarks.generated [--show] [--pages 60] [--seed 1]
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from benchmarks.generator import GeneratedCorpus, generate_corpus, generate_report
from benchmarks.generator.truth import TrueComment, TrueFinding, TrueNeed
from pipeline.build import make_places
from pipeline.counting import settle_counted
from pipeline.folding import fold
from pipeline.gather import find_trails, gather_needs, load_components
from pipeline.identity import hash_bytes
from pipeline.mine import Tools, make_tools, mine_source
from pipeline.records import Comment, Finding, Mined, Need, Source

_REPORTS = (("by-subject", "en"), ("by-convention", "en"), ("by-subject", "fr"), ("by-convention", "es"))
_ATTRIBUTES = ("kind", "act", "grade", "speaker", "polarity", "quoted")
_NEED = ("status", "open", "first_year", "last_year", "sessions", "asked_by", "progress")


def main() -> None:
    """Measure reports and the corpus, and show what differs."""
    options = _read_options()
    console, tools = Console(), make_tools()
    for era, language in _REPORTS:
        report = generate_report(options.pages, options.seed, era, language)
        mined = _mine(report.pdf, tools)
        counts, notes = compare_report(report.truth.comments, mined)
        _show(f"{era} {language}, {options.pages} pages", counts, console)
        for note in notes if options.show else ():
            console.print(note, soft_wrap=True, markup=False, highlight=False)
    _show_needs(generate_corpus(12, 6, options.seed), tools, console)


def compare_report(true: Sequence[TrueComment], mined: Mined) -> tuple[Counter[str], list[str]]:
    """Count comments and findings that are right, missed and extra; notes name the sentences."""
    counts: Counter[str] = Counter()
    notes: list[str] = []
    by_place = {_place(one.kind, one.countries, one.conventions): one for one in mined.comments}
    for truth in true:
        comment = by_place.pop(_place(truth.kind, truth.countries, truth.conventions), None)
        counts[f"comments {'right' if comment else 'missed'}"] += 1
        if comment is None:
            notes.append(f"no comment {truth.kind} {truth.countries} {truth.conventions}")
            continue
        own = [one for one in mined.findings if one.comment_id == comment.comment_id]
        _compare(truth.findings, own, counts, notes)
    extra = [one for one in by_place.values() if one.kind != "general-report"]
    counts["comments extra"] += len(extra)
    notes += [f"extra comment {one.kind} {one.countries} {one.conventions}" for one in extra]
    return counts, notes


def _compare(true: Iterable[TrueFinding], found: list[Finding], counts: Counter[str], notes: list[str]) -> None:
    left = list(found)
    for truth in true:
        near = next((one for one in left if one.kind == truth.kind and _same_words(one.quote, truth.quote)), None)
        if near is None:
            counts["findings missed"] += 1
            notes.append(f"missed {truth.kind} {truth.act or truth.grade} {truth.speaker} | {truth.quote}")
            continue
        left.remove(near)
        wrong = [name for name in _ATTRIBUTES if (getattr(near, name) or None) != (getattr(truth, name) or None)]
        counts[f"findings {'otherwise' if wrong else 'right'}"] += 1
        if wrong:
            said = ", ".join(f"{name} {getattr(near, name)} for {getattr(truth, name)}" for name in wrong)
            notes.append(f"{said} | {truth.quote}")
    counts["findings extra"] += len(left)
    notes += [f"extra {one.kind} {one.act or one.grade} {one.speaker} [{one.reason}] | {one.quote}" for one in left]


def _same_words(found: str, true: str) -> bool:
    letters = "".join(filter(str.isalnum, fold(true)))
    return letters in "".join(filter(str.isalnum, fold(found)))


def _place(kind: str | None, countries: Sequence[str], conventions: Sequence[str]) -> tuple[str, ...]:
    return (str(kind), *countries, *sorted(conventions))


def gather_corpus(corpus: GeneratedCorpus, tools: Tools) -> tuple[Need, ...]:
    """Return the needs that the pipeline gathers from the pages of a corpus."""
    comments: list[Comment] = []
    findings: list[Finding] = []
    for page in corpus.pages:
        mined = _mine(page.content, tools)
        comments += mined.comments
        findings += mined.findings
    return gather_needs(find_trails(settle_counted(comments, findings), comments), make_places(), load_components())


def describe_need(one: TrueNeed | Need) -> str:
    """Return a need in one line, the same for a true one and a gathered one."""
    values = {name: getattr(one, name) for name in _NEED}
    lists = {key: value if isinstance(value, tuple) else (value,) for key, value in values.items()}
    plain = {key: "+".join(map(str, value)) for key, value in lists.items()}
    return f"{one.country} {one.convention or ''} " + " ".join(f"{key}={value}" for key, value in plain.items())


def _show_needs(corpus: GeneratedCorpus, tools: Tools, console: Console) -> None:
    wished = {describe_need(one) for one in corpus.needs}
    found = {describe_need(one) for one in gather_corpus(corpus, tools)}
    console.print(f"needs of {len(corpus.pages)} pages: {len(wished & found)} of {len(wished)} as they should be")
    for line in sorted([f"missed {one}" for one in wished - found] + [f"extra {one}" for one in found - wished]):
        console.print(line, soft_wrap=True, highlight=False)


def _mine(content: bytes, tools: Tools) -> Mined:
    return mine_source(Source(hash_bytes(content), "generated", content), tools)


def _show(title: str, counts: Counter[str], console: Console) -> None:
    table = Table(title=title)
    for name in sorted(counts):
        table.add_column(name, justify="right")
    table.add_row(*(str(counts[name]) for name in sorted(counts)))
    console.print(table)


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
