"""The fan-out over processes: many sources at once, and one long source in parts.

A source is a recipe: a generator that asks for jobs, is given their results, and returns what was mined. A process that
dies (out of memory, a fault in a library) takes the others with it; then every source that was under way is tried again
alone, and the one that kills its process again is quarantined.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain, islice
from types import TracebackType
from typing import Any, NamedTuple, Self

from pipeline.counting import name_texts
from pipeline.errors import NeedsError, ReadFailure
from pipeline.records import Comment, Document, Finding, Mention, Mined, Noted, Passage, Source

_AHEAD = 2
_READING = 0.5
_TOP = 400
_GARBAGE = 50_000
_DIED = "the process that read it died, alone as among others: out of memory, or a fault in a library"


Pieces = tuple[tuple[Comment, ...], tuple[Passage, ...], tuple[Finding, ...], tuple[Mention, ...]]


@dataclass(frozen=True, slots=True)
class Parts:
    """How a long source is mined in parts; each function is one that another process can import.

    `read_part` takes the source with the first and last page (from 1), `assemble` the source with the parts in order;
    both are strangers to the tools. `split`, `find` and `note` get the tools as their last argument.
    """

    count_pages: Callable[[Source], int]
    read_part: Callable[[Source, int, int], Any]
    assemble: Callable[[Source, Sequence[Any]], Document]
    split: Callable[[Document, Any], tuple[Comment, ...]]
    find: Callable[[Document, tuple[Comment, ...], Any], Pieces]
    note: Callable[[Document, tuple[Comment, ...], Any], Noted] = lambda document, comments, tools: Noted()
    long: int = 80


@dataclass(frozen=True, slots=True)
class Steps:
    """What the processes do: make their tools once, then mine sources with them; long ones in parts where there are."""

    make_tools: Callable[[], Any]
    mine_source: Callable[[Source, Any], Mined]
    parts: Parts | None = None


Load = Callable[[], Steps]


class Outcome(NamedTuple):
    """What became of a source: mined, or the failure."""

    source: Source
    mined: Mined | None
    failure: ReadFailure | None


class Job(NamedTuple):
    """A function to be called in another process, with what it is given and its share of the work on the source."""

    call: Callable[..., Any]
    given: tuple[Any, ...]
    share: float = 0.0


Recipe = Generator[list[Job], list[Any], Mined]


@dataclass(slots=True)
class _Cooking:
    """A source under way: its recipe and the jobs that it waits for."""

    source: Source
    recipe: Recipe
    jobs: list[Future[Any]] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    before: float = 0.0
    begun: bool = False

    def share_done(self) -> float:
        """Return how much of the source is done, from 0 to 1."""
        return self.before + sum(share for job, share in zip(self.jobs, self.shares, strict=True) if job.done())


class Workers:
    """A number of processes that mine sources; use it as a context, so that none outlives it.

    `load` gives the steps and is called in the processes only: what the steps import need not be imported here.
    """

    def __init__(self, count: int, load: Load, tell: Callable[[str, float], None] = lambda path, share: None) -> None:
        self.count = count
        self._load = load
        self._tell = tell
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=error is None, cancel_futures=True)
        if error is not None:
            for process in multiprocessing.active_children():
                process.terminate()

    def mine(self, sources: Iterable[Source]) -> Iterator[Outcome]:
        """Yield the outcome of every source as it is done, in whatever order; read no further ahead than needed."""
        waiting = iter(sources)
        cooking: list[_Cooking] = []
        while True:
            for source in islice(waiting, self.count * _AHEAD - len(cooking)):
                cooking.append(self._begin(source))
            if not cooking:
                return
            done, cooking, broken = self._step(cooking)
            yield from done
            if broken:
                self._replace_pool()
                yield from (self._mine_alone(one.source) for one in cooking)
                cooking = []

    def _begin(self, source: Source) -> _Cooking:
        return _Cooking(source, make_recipe(source, self.count))

    def _step(self, cooking: list[_Cooking]) -> tuple[list[Outcome], list[_Cooking], bool]:
        """Wait until something is done, and go on with the sources that it was done for."""
        done: list[Outcome] = []
        left: list[_Cooking] = []
        try:
            pending = [job for one in cooking for job in one.jobs if not job.done()]
            fresh = any(not one.jobs or all(job.done() for job in one.jobs) for one in cooking)
            if pending and not fresh:
                wait(pending, return_when=FIRST_COMPLETED)
            for one in cooking:
                if len(one.jobs) > 1:
                    self._tell(one.source.path, one.share_done())
                outcome = self._advance(one)
                if outcome is None:
                    left.append(one)
                else:
                    done.append(outcome)
        except BrokenProcessPool:
            finished = {outcome.source.path for outcome in done}
            return done, [one for one in cooking if one.source.path not in finished], True
        return done, left, False

    def _advance(self, one: _Cooking) -> Outcome | None:
        """Give a recipe the results of its jobs and start those it asks for next; None while it is not done."""
        if not all(job.done() for job in one.jobs):
            return None
        try:
            results = [job.result() for job in one.jobs]
            asked = one.recipe.send(results) if one.begun else next(one.recipe)
        except StopIteration as end:
            return Outcome(one.source, end.value, None)
        except BrokenProcessPool:
            raise
        except Exception as error:  # noqa: BLE001 (the one catcher: whatever a source breaks becomes its row)
            return Outcome(one.source, None, _as_failure(error))
        one.begun = True
        one.before = one.share_done()
        one.jobs, one.shares = [self._submit(job) for job in asked], [job.share for job in asked]
        return None

    def _mine_alone(self, source: Source) -> Outcome:
        one = self._begin(source)
        while True:
            try:
                outcome = self._advance(one)
                if outcome is not None:
                    return outcome
                wait(one.jobs)
            except BrokenProcessPool:
                self._replace_pool()
                return Outcome(source, None, ReadFailure(_DIED))

    def _submit(self, job: Job) -> Future[Any]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self.count, multiprocessing.get_context("forkserver"), _start, (self._load,)
            )
        return self._pool.submit(job.call, self._load, *job.given)

    def _replace_pool(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None


def make_recipe(source: Source, count: int) -> Recipe:
    """Return the recipe of a source: in one job, or in parts where it is long and several processes can share it."""
    if count > 1 and source.content.startswith(b"%PDF"):
        return _mine_in_parts(source, count)
    return _mine_whole(source)


def _mine_whole(source: Source) -> Recipe:
    [mined] = yield [Job(_mine, (source,))]
    return mined  # type: ignore[no-any-return]


def _mine_in_parts(source: Source, count: int) -> Recipe:
    [pages] = yield [Job(_count_if_long, (source,))]
    if not pages:
        return (yield from _mine_whole(source))
    ranges = cut_evenly([1] * pages, count * _AHEAD)
    read = yield [Job(_read, (source, first + 1, last), _READING / len(ranges)) for first, last in ranges]
    [(document, comments, noted)] = yield [Job(_split, (source, read))]
    weights = [len(comment.span) for comment in comments]
    batches = [comments[first:last] for first, last in cut_evenly(weights, count * _AHEAD)]
    share = (1 - _READING) / max(1, len(batches))
    found = yield [Job(_find, (_part_of(document, batch), batch), share) for batch in batches]
    joined = [tuple(chain.from_iterable(part[place] for part in found)) for place in range(4)]
    linked, passages, findings, mentions = joined
    return replace(Mined(document, linked, passages, findings, mentions), noted=noted)


def _part_of(document: Document, batch: Sequence[Comment]) -> Document:
    """Return the document with the blocks of some comments only, and those at its top, by which its kind is known."""
    first, last = batch[0].span.start, batch[-1].span.end
    own = (block for block in document.blocks[_TOP:] if block.span.end >= first and block.span.start <= last)
    return replace(document, blocks=(*document.blocks[:_TOP], *own))


def cut_evenly(weights: Sequence[int], count: int) -> list[tuple[int, int]]:
    """Return at most `count` ranges that follow one another and weigh about the same; none is empty."""
    ranges: list[tuple[int, int]] = []
    first, total, seen = 0, sum(weights), 0
    for place, weight in enumerate(weights, start=1):
        seen += weight
        if seen * count >= total * (len(ranges) + 1) or place == len(weights):
            ranges.append((first, place))
            first = place
    return ranges


def _as_failure(error: Exception) -> ReadFailure:
    if isinstance(error, ReadFailure):
        return error
    if isinstance(error, MemoryError):
        return ReadFailure("there was not enough memory: split the file, or run with --workers 1")
    if isinstance(error, NeedsError):
        return ReadFailure(str(error))
    words = " ".join(str(error).split())[:200]
    return ReadFailure(f"a fault of this program, please report it: {type(error).__name__}: {words}")


@cache
def _prepare(load: Load) -> tuple[Steps, Any]:
    """Return the steps and their tools, made once in a process."""
    steps = load()
    return steps, steps.make_tools()


def _start(load: Load) -> None:
    """Begin a process: leave Ctrl-C to the one that started it, and make the tools (a job says it if that fails)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(Exception):
        _prepare(load)
    gc.freeze()  # the tools live as long as the process: no need to look through them again and again
    gc.set_threshold(_GARBAGE)


def _end_with_parent() -> None:
    """End this process when the one that started it is killed: nobody else would tell it to."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _mine(load: Load, source: Source) -> Mined:
    steps, tools = _prepare(load)
    return name_texts(steps.mine_source(source, tools))


def _count_if_long(load: Load, source: Source) -> int:
    """Return the number of pages of a source that is to be mined in parts, or 0."""
    parts = _prepare(load)[0].parts
    pages = parts.count_pages(source) if parts else 0
    return pages if parts and pages >= parts.long else 0


def _read(load: Load, source: Source, first: int, last: int) -> Any:  # noqa: ANN401 (the reader knows its parts)
    return _parts(load).read_part(source, first, last)


def _split(load: Load, source: Source, read: Sequence[Any]) -> tuple[Document, tuple[Comment, ...], Noted]:
    tools = _prepare(load)[1]
    document = _parts(load).assemble(source, read)
    comments = _parts(load).split(document, tools)
    return document, comments, _parts(load).note(document, comments, tools)


def _find(load: Load, document: Document, comments: tuple[Comment, ...]) -> Pieces:
    pieces = _parts(load).find(document, comments, _prepare(load)[1])
    named = name_texts(Mined(document, *pieces))
    return named.comments, named.passages, named.findings, named.mentions


def _parts(load: Load) -> Parts:
    parts = _prepare(load)[0].parts
    assert parts is not None
    return parts
