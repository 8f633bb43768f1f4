"""How long planning takes: made-up findings by the hundred thousand to needs, threads, figures, tables and feeds.

Values are made, not read: no PDF and no sentence is real. Two processors at most; each size in a process of its own.
The feeds are written as `needs export --format all` writes them, two at a time; how long each took is shown below.
Run: python -m benchmarks.planning [--findings 75000 150000 300000] [--without-feeds] [--postgresql ADDRESS]
"""

import argparse
import gc
import json
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection, create_engine, text

from benchmarks.generator.places import load_conventions, load_places
from benchmarks.machine import MemoryWatch, keep_two_processors
from flows.export import ALL, Given, export_dataset
from pipeline import tables
from pipeline.build import gather_tables, without_collecting
from pipeline.counting import settle_counted
from pipeline.feeds.postgresql.export import parse_address
from pipeline.feeds.postgresql.schema import SCHEMA
from pipeline.gather import load_components
from pipeline.identity import make_id
from pipeline.records import Comment, Finding, Passage, Receipt, Span
from pipeline.store.database import Kept
from pipeline.store.export import write_tables, write_texts
from pipeline.vocabulary import (
    Act,
    Body,
    CommentKind,
    FindingKind,
    Grade,
    Language,
    MediaType,
    Polarity,
    Purpose,
    Requester,
    Scope,
    SourceStatus,
    Speaker,
    Term,
    Trigger,
)

RESULTS = Path(__file__).parent / "results" / "planning.json"
MOST_SECONDS, MOST_MEGABYTES = 60.0, 2048.0
_YEARS = range(1990, 2025)
_PER_COMMENT = 4
_SAID = (*Act, Grade.SATISFACTION, Grade.INTEREST, Grade.INTEREST, Grade.CONCERN, Grade.REGRET, Grade.REPORT_MISSING)
_WORDS = "Invented words of a sentence that nobody has said, as long as such sentences are in the reports of the bodies"


@dataclass(frozen=True, slots=True)
class Made:
    """Everything that mining would have found."""

    receipts: tuple[Receipt, ...]
    comments: tuple[Comment, ...]
    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...]
    texts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one size costs: seconds of each stage, of each feed while others are written, the peak of the memory."""

    findings: int
    seconds: dict[str, float]
    peak_megabytes: float
    rows: dict[str, int]
    feeds: dict[str, float]

    @property
    def total(self) -> float:
        """Return the seconds of all stages together."""
        return sum(self.seconds.values())


def main() -> None:
    """Measure each size in a process of its own, show and keep the figures; fail where a bar is missed."""
    options = _read_options()
    keep_two_processors()
    if options.postgresql and _has_schema(options.postgresql):
        raise SystemExit(f"{SCHEMA} is there already: give a database of its own, since it is dropped after each size")
    context = multiprocessing.get_context("spawn")
    costs = []
    for count in options.findings:
        with context.Pool(1) as pool:
            costs.append(pool.apply(measure, (count, not options.without_feeds, options.postgresql)))
        if options.postgresql:
            _drop_schema(options.postgresql)
    show(costs, Console())
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps([asdict(one) | {"total": one.total} for one in costs], indent=1) + "\n")
    missed = [one for one in costs if one.total > MOST_SECONDS or one.peak_megabytes > MOST_MEGABYTES]
    raise SystemExit(1 if missed else 0)


def measure(count: int, feeds: bool, database: str | None) -> Cost:  # noqa: FBT001 (called in another process)
    """Return the cost of so many findings, from values to tables and feeds; a database that is given is loaded too."""
    made = make_values(count)
    gc.collect()
    seconds: dict[str, float] = {}
    given: dict[str, Given] = {}
    with MemoryWatch() as watch, TemporaryDirectory() as place:
        folder = Path(place) / "dataset"
        with without_collecting():
            counts = _write_dataset(made, folder, seconds)
        if feeds:
            with _clock(seconds, "feeds"):
                given = export_dataset(folder, ALL, str(Path(place) / "feeds"), None, database)
    return Cost(count, seconds, watch.peak_megabytes, counts, {form: one.seconds for form, one in given.items()})


def _write_dataset(made: Made, folder: Path, seconds: dict[str, float]) -> dict[str, int]:
    """Do what settle_store and write_dataset do, but for the database between them; return how many rows there are."""
    with _clock(seconds, "settle"):
        settled = settle_counted(made.comments, made.findings)
    with _clock(seconds, "needs, threads, series"):
        gathered = gather_tables(Kept(made.comments, settled, (), {}), load_components())
    with _clock(seconds, "tables"):
        rows = _make_rows(made, settled, gathered)
        write_tables(folder, rows)
        write_texts(folder / "texts", made.texts)
    return {name: len(found) for name, found in rows.items()}


def make_values(count: int) -> Made:
    """Return so many made-up findings, four to a comment, over all member States, Conventions and 35 years."""
    chance = Random(count)
    places = [one.iso3 for one in load_places("en")]
    codes = [one.code for one in load_conventions("en")]
    sources = {year: f"{year:064x}" for year in _YEARS}
    offsets = dict.fromkeys(_YEARS, 0)
    comments: list[Comment] = []
    passages: list[Passage] = []
    findings: list[Finding] = []
    pieces: dict[int, list[str]] = {year: [] for year in _YEARS}
    for number in range(-(-count // _PER_COMMENT)):
        year = _YEARS[number % len(_YEARS)]
        quotes = [f"{_WORDS} {number} {turn}." for turn in range(_PER_COMMENT)]
        start = offsets[year]
        end = start + sum(map(len, quotes)) + _PER_COMMENT - 1
        offsets[year] = end + 1
        pieces[year].append(" ".join(quotes))
        country, code = chance.choice(places), chance.choice(codes)
        kind = CommentKind.OBSERVATION if number % 3 else CommentKind.DIRECT_REQUEST
        comment = Comment(
            make_id("c", number), sources[year], Body.CEACR, kind, Span(start, end), f"Invented comment {number}",
            Language.ENGLISH, (country,), (code,), adopted_year=year, session=year - 1911, published_year=year + 1,
        )  # fmt: skip
        passage = Passage(make_id("p", number), comment.comment_id, comment.span, 1, conventions=(code,))
        comments.append(comment)
        passages.append(passage)
        for turn, quote in enumerate(quotes[: count - len(findings)]):
            findings.append(_make_finding(comment, passage, Span(start, start + len(quote)), quote, chance))
            start += len(quote) + 1
            assert turn < _PER_COMMENT
    texts = tuple((sources[year], "\n".join(pieces[year])) for year in _YEARS)
    receipts = tuple(
        Receipt(source, f"invented-{year}.txt", MediaType.TEXT, SourceStatus.READ, "made", 1, len(text))
        for (year, source), (_, text) in zip(sources.items(), texts, strict=True)
    )
    return Made(receipts, tuple(comments), tuple(passages), tuple(findings), texts)


def show(costs: list[Cost], console: Console) -> None:
    """Print one column for each size."""
    table = Table(title="From findings to needs, threads, series, tables and feeds, on two processors")
    table.add_column("findings")
    for one in costs:
        table.add_column(f"{one.findings:,}", justify="right")
    for stage in costs[0].seconds:
        table.add_row(f"{stage}, s", *(f"{one.seconds[stage]:.1f}" for one in costs))
    for form in costs[0].feeds:
        table.add_row(f"  {form}, s", *(f"{one.feeds[form]:.1f}" for one in costs), style="dim")
    table.add_row("together, s", *(f"{one.total:.1f}" for one in costs))
    table.add_row("peak memory, MB", *(f"{one.peak_megabytes:.0f}" for one in costs))
    for name in ("needs", "threads", "events", "series"):
        table.add_row(name, *(f"{one.rows[name]:,}" for one in costs))
    console.print(table)


def _make_finding(comment: Comment, passage: Passage, span: Span, quote: str, chance: Random) -> Finding:
    said = chance.choice(_SAID)
    act = said if isinstance(said, Act) else None
    grade = said if isinstance(said, Grade) else None
    asked = act is Act.REQUESTED
    return Finding(
        make_id("f", comment.comment_id, span.start), passage.passage_id, comment.comment_id, comment.source_id, span,
        1, quote, _kind_of(grade), act, grade, Speaker.GOVERNMENT if asked else Speaker.COMMITTEE, Polarity.ASSERTED,
        quoted=chance.random() < 0.1, scope=Scope.CASE, counted=False, method="made@1", reason="invented",
        term=(Term.TECHNICAL_ASSISTANCE,) if act else (), purpose=chance.choice(list(Purpose)) if act else None,
        requester=Requester.GOVERNMENT if asked else None, trigger=Trigger.OWN_INITIATIVE if asked else None,
        countries=comment.countries, conventions=comment.conventions,
    )  # fmt: skip


def _kind_of(grade: Grade | None) -> FindingKind:
    if grade is None:
        return FindingKind.ASSISTANCE
    if grade is Grade.REPORT_MISSING:
        return FindingKind.REPORTING
    return FindingKind.CONCERN if grade in (Grade.CONCERN, Grade.REGRET) else FindingKind.PROGRESS


def _make_rows(made: Made, settled: tuple[Finding, ...], gathered: dict[str, tuple[object, ...]]) -> dict[str, Any]:
    values: dict[str, tuple[object, ...]] = {table.name: () for table in tables.PUBLISHED} | gathered
    values |= {"sources": made.receipts, "comments": made.comments, "passages": made.passages, "findings": settled}
    return {table.name: tables.make_rows(table, values[table.name]) for table in tables.PUBLISHED}


def _has_schema(address: str) -> bool:
    with _connect(address) as connection:
        return bool(connection.scalar(text("SELECT to_regnamespace(:name)"), {"name": SCHEMA}))


def _drop_schema(address: str) -> None:
    with _connect(address) as connection:
        connection.execute(text(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE"))


@contextmanager
def _connect(address: str) -> Iterator[Connection]:
    engine = create_engine(parse_address(address))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


@contextmanager
def _clock(seconds: dict[str, float], stage: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    seconds[stage] = time.perf_counter() - began


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, nargs="+", default=[75_000, 150_000, 300_000])
    parser.add_argument("--without-feeds", action="store_true")
    parser.add_argument("--postgresql", metavar="ADDRESS", help="also load a database; emptied after each size")
    return parser.parse_args()


if __name__ == "__main__":
    main()
