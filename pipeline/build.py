"""The composition of a run: inputs to sources, sources to the store, the whole store to needs, figures and files.

`needs run` and the Prefect flow call the same three verbs: `mine_files` for some of the files, then `settle_store` and
`write_dataset` for the whole.
"""

import gc
import platform
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from pipeline import tables
from pipeline.compare.digest import make_json, make_markdown
from pipeline.compare.values import Changes
from pipeline.counting import apply_judgements, settle_counted
from pipeline.errors import ReadFailure, StoreBusy, StoreError, Unreachable
from pipeline.gather import Component, Places, find_trails, gather_needs, gather_threads, load_components
from pipeline.gazetteers.countries import load_countries
from pipeline.gazetteers.instruments import load_instruments
from pipeline.gazetteers.offices import map_offices
from pipeline.gazetteers.remedies import load_refusals, load_remedies
from pipeline.identity import hash_bytes
from pipeline.inputs import Listing, Loaded, load_sources
from pipeline.read.media import identify_media
from pipeline.records import Figure, Mined, Receipt, Source
from pipeline.registers import Words, gather_registers
from pipeline.series import join_published, load_published, make_series
from pipeline.store.before import drop_before, find_before, keep_before
from pipeline.store.database import Kept, Store, open_store
from pipeline.store.files import make_folder, write_json, write_whole
from pipeline.version import program_version, tool_version
from pipeline.vocabulary import MediaType, SourceStatus
from pipeline.workers import Outcome, Workers

DATABASE = "dataset.sqlite"
REPORT = "run.json"
CHANGES = "changes.json"
DIGEST = "changes.md"
TEXTS = "texts"


class News(NamedTuple):
    """What is told of a file while a run goes on: its bytes were stored before, or why it was quarantined."""

    path: str
    stored_before: bool = False
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of some files: paths with their reason where there is one."""

    read: tuple[str, ...] = ()
    stored_before: tuple[str, ...] = ()
    quarantined: tuple[tuple[str, str], ...] = ()
    unreachable: tuple[str, ...] = ()

    @property
    def seen(self) -> frozenset[str]:
        """Every path that something was found at, or should have been."""
        return frozenset((*self.read, *self.stored_before, *(path for path, _ in self.quarantined)))


@dataclass(slots=True)
class _Progress:
    """What is under way: the paths at which each source was found, and the tally so far."""

    note: Callable[[News], None]
    places: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    read: list[str] = field(default_factory=list)
    stored_before: list[str] = field(default_factory=list)
    quarantined: list[tuple[str, str]] = field(default_factory=list)
    unreachable: list[str] = field(default_factory=list)

    def tally(self) -> Tally:
        return Tally(
            tuple(sorted(self.read)),
            tuple(sorted(self.stored_before)),
            tuple(sorted(self.quarantined)),
            tuple(sorted(self.unreachable)),
        )


def open_dataset(folder: Path, database: str | None) -> Store:
    """Open the store of a dataset: at the address, else in the folder, which is made where it is missing."""
    make_folder(folder)
    return open_store(database or f"sqlite:///{(folder / DATABASE).as_posix()}")


def mine_files(
    paths: Iterable[str], max_bytes: int, store: Store, workers: Workers, note: Callable[[News], None]
) -> Tally:
    """Mine the files that are not stored yet, and store each source as it is done; tell of each path."""
    progress = _Progress(note)
    for outcome in workers.mine(_select(paths, max_bytes, store, progress)):
        _store(outcome, store, progress)
    store.note_paths(progress.places)
    return progress.tally()


def join_tallies(tallies: Iterable[Tally]) -> Tally:
    """Return one tally of all."""
    progress = _Progress(lambda _: None)
    for tally in tallies:
        progress.read += tally.read
        progress.stored_before += tally.stored_before
        progress.quarantined += tally.quarantined
        progress.unreachable += tally.unreachable
    return progress.tally()


def settle_store(store: Store, listing: Listing, tally: Tally, components: Sequence[Component] | None = None) -> int:
    """Forget what is gone from the inputs, then gather every table of the whole store; return how many are gone."""
    seen = tally.seen
    known = (path for receipt in store.receipts() for path in (receipt.path, *receipt.also_at))
    gone = [path for path in known if path not in seen and listing.covers(path)]
    store.forget(gone)
    with without_collecting():
        kept = store.load()
        before = {finding.finding_id: finding for finding in kept.findings}
        findings = settle_counted(kept.comments, apply_judgements(kept.findings, kept.judgements))
        gathered = gather_tables(replace(kept, findings=findings), components or load_components())
        store.settle([one for one in findings if one is not before[one.finding_id]], gathered)
    return len(gone)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Leave Python's search for circles out while values are made by the hundred thousand: none of them has any."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def gather_tables(kept: Kept, components: Sequence[Component]) -> dict[str, tuple[object, ...]]:
    """Return the values of every gathered table; the findings are settled."""
    places = make_places()
    trails = find_trails(kept.findings, kept.comments, kept.referrals)
    told = gather_threads(trails, places, components)
    gathered: dict[str, tuple[object, ...]] = {table.name: () for table in tables.GATHERED}
    gathered |= {
        tables.NEEDS.name: gather_needs(trails, places, components),
        tables.SERIES.name: make_series(kept.findings, kept.comments, kept.sections, find_published(kept)),
        tables.THREADS.name: told.threads,
        tables.EVENTS.name: told.events,
    }
    return gathered | gather_registers(kept.findings, kept.comments, make_words())._asdict()


def find_published(kept: Kept) -> tuple[Figure, ...]:
    """Return the figures that sources printed: those read in papers of the store, and those that are known besides."""
    titles = {one.comment_id: one.title or "a paper of the store" for one in kept.comments}
    read = (
        Figure(one.series, one.body, one.kind, one.year, one.unit, None, one.published_value, titles[one.comment_id])
        for one in kept.printed
    )
    return join_published(read, load_published())


def write_dataset(store: Store, folder: Path) -> dict[str, list[tables.Row]]:
    """Write every table of the store and every text into the folder; return the rows."""
    from pipeline.store.export import write_tables, write_texts  # noqa: PLC0415 (pyarrow, only where files are written)

    keep_before(folder, finished=(folder / REPORT).is_file())
    with without_collecting():
        rows = store.rows()
        write_texts(folder / TEXTS, store.texts())
        write_tables(folder, rows)
    return rows


def close_run(folder: Path, report: dict[str, Any]) -> Changes | None:
    """Tell what changed since the last finished run and write the report; return the changes, None for a first run.

    The report is written last but for letting go of the state before, so that a run that was killed anywhere compares
    with the same state again when it goes on, and a run that brings nothing new tells of nothing.
    """
    from pipeline.compare.changes import compare_folders  # noqa: PLC0415 (pyarrow, only where files are written)

    before = find_before(folder)
    changes = compare_folders(before, folder) if before else None
    if changes is not None:
        write_whole(folder / CHANGES, make_json(changes))
        write_whole(folder / DIGEST, make_markdown(changes).encode())
    write_json(folder / REPORT, report)
    drop_before(folder)
    return changes


def make_places() -> Places:
    """Return what the registers know that needs are grouped by."""
    regions = {country.iso3: country.region for country in load_countries()}
    subjects = {one.code: one.subject for one in load_instruments() if one.subject}
    types = {one.code: one.type for one in load_instruments() if one.type}
    return Places(regions, subjects, map_offices(), types)


def make_words() -> Words:
    """Return what the registers are read with."""
    return Words(make_places().subjects, load_remedies(), load_refusals())


def describe_run(
    found: dict[str, list[tables.Row]], tally: Tally, settings: dict[str, Any], seconds: dict[str, float]
) -> dict[str, Any]:
    """Return the report of a run: versions, settings, counts, seconds, and what was quarantined and why."""
    status = Counter(row[tables.SOURCES.names.index("status")] for row in found["sources"])
    return {
        "versions": {"program": program_version(), "tool": tool_version(), "python": platform.python_version()},
        "settings": settings,
        "counts": {
            "read": len(tally.read),
            "stored_before": len(tally.stored_before),
            "quarantined": len(tally.quarantined),
            "sources_in_store": dict(sorted(status.items())),
            "rows": {name: len(rows) for name, rows in found.items()},
        },
        "seconds": {name: round(value, 3) for name, value in seconds.items()},
        "quarantined": [{"path": path, "reason": reason} for path, reason in tally.quarantined],
    }


def _select(paths: Iterable[str], max_bytes: int, store: Store, progress: _Progress) -> Iterator[Source]:
    """Yield the sources that are to be mined: not stored by this version, and not under way from another path."""
    known = {receipt.source_id: receipt for receipt in store.receipts()}
    for path in paths:
        for loaded in load_sources(path, max_bytes):
            if loaded.failure is not None:
                _quarantine(loaded, store, progress)
            elif loaded.source is not None and not _is_known(loaded.source, known, store, progress):
                yield loaded.source


def _is_known(source: Source, known: dict[str, Receipt], store: Store, progress: _Progress) -> bool:
    """Say whether the source need not be mined: stored by this version before, or in this run from another path."""
    receipt = known.get(source.source_id)
    stored = receipt is not None and receipt.tool == tool_version() and receipt.status is SourceStatus.READ
    under_way = source.source_id in progress.places
    progress.places[source.source_id].append(source.path)
    if not stored and not under_way:
        return False
    progress.stored_before.append(source.path)
    progress.note(News(source.path, stored_before=True))
    return True


def _store(outcome: Outcome, store: Store, progress: _Progress) -> None:
    source, mined = outcome.source, outcome.mined
    if mined is None:
        _quarantine(Loaded(source.path, source, outcome.failure), store, progress)
        return
    try:
        store.save(_receipt_of(source.path, mined), mined)
    except StoreBusy:
        raise
    except StoreError as error:
        _quarantine(Loaded(source.path, source, ReadFailure(str(error))), store, progress)
        return
    progress.read.append(source.path)
    progress.note(News(source.path))


def _quarantine(loaded: Loaded, store: Store, progress: _Progress) -> None:
    source = loaded.source
    reason = " ".join(str(loaded.failure).split()).removeprefix(f"{loaded.path}: ")
    store.save(
        Receipt(
            source_id=source.source_id if source else hash_bytes(loaded.path.encode()),
            path=loaded.path,
            media_type=identify_media(source.content) if source else MediaType.UNKNOWN,
            status=SourceStatus.QUARANTINED,
            tool=tool_version(),
            error=reason,
        ),
        None,
    )
    if isinstance(loaded.failure, Unreachable):
        progress.unreachable.append(loaded.path)
    progress.quarantined.append((loaded.path, reason))
    progress.note(News(loaded.path, error=reason))


def _receipt_of(path: str, mined: Mined) -> Receipt:
    document = mined.document
    return Receipt(
        source_id=document.source_id,
        path=path,
        media_type=document.media_type,
        status=SourceStatus.READ,
        tool=tool_version(),
        pages=len(document.pages),
        characters=len(document.text),
        language=document.language,
        reader=document.reader,
        address=document.address,
        title=document.title,
    )
