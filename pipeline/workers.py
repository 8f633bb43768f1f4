"""The fan-out over processes: many sources at once, and one long source in parts.

A source is a recipe: a generator that asks for jobs, is given their results, and returns what was mined. A process does
one job at a time, so it is known which source killed it or keeps it. The source of a process that dies is tried again
when nothing else runs, since another may have eaten up the memory; if its process dies again it is quarantined. A
source that keeps processes for longer than it may is quarantined at once. Either way the process is replaced.
"""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from math import inf
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
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
_CONTEXT = multiprocessing.get_context("forkserver")
_MAIN = "__main__"


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


class Answer(NamedTuple):
    """What a job gave, or why it gave nothing."""

    result: Any
    failure: ReadFailure | None = None


Recipe = Generator[list[Job], list[Any], Mined]


@dataclass(slots=True, eq=False)
class _Cooking:
    """A source under way: its recipe, the results it waits for, the seconds that processes gave it, its share done."""

    source: Source
    recipe: Recipe
    alone: bool = False
    results: list[Any] | None = None
    missing: int = 0
    spent: float = 0.0
    share: float = 0.0


class _Task(NamedTuple):
    """A job of a source under way, and the place of its result among those that the recipe waits for."""

    one: _Cooking
    place: int
    job: Job


@dataclass(slots=True, eq=False)
class _Hand:
    """A process, the line on which it gets jobs and answers, and what it does since when."""

    process: BaseProcess
    line: Connection
    task: _Task | None = None
    began: float = 0.0

    def dismiss(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.line.close()


def wake(*modules: str) -> None:
    """Start the process that all others are forked from, and have it import these modules while this one goes on.

    It leaves Ctrl-C to this one, from the start.
    """
    _CONTEXT.set_forkserver_preload([_MAIN, *modules])
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        forkserver.ensure_running()
    finally:
        signal.signal(signal.SIGINT, before)


def collect_seldom() -> None:
    """Look for garbage in circles seldom: what a run makes is millions of values that stand in none."""
    gc.freeze()
    gc.set_threshold(_GARBAGE)


class Workers:
    """A number of processes that mine sources; use it as a context, so that none outlives it.

    `load` gives the steps and is called in the processes only: what the steps import need not be imported here.
    `longest` is how many seconds the processes together may work on one source.
    """

    def __init__(
        self,
        count: int,
        load: Load,
        tell: Callable[[str, float], None] = lambda path, share: None,
        longest: float = inf,
    ) -> None:
        self.count = count
        self._load = load
        self._tell = tell
        self._longest = longest
        self._hands: list[_Hand] = []
        self._tasks: deque[_Task] = deque()
        self._cooking: list[_Cooking] = []
        self._again: deque[Source] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for hand in self._hands:
            hand.dismiss()
        self._hands.clear()

    def mine(self, sources: Iterable[Source]) -> Iterator[Outcome]:
        """Yield the outcome of every source as it is done, in whatever order; read no further ahead than needed."""
        waiting = iter(sources)
        while True:
            done = list(self._begin_some(waiting))
            self._hand_out()
            if not done and not self._cooking:
                return
            if not done:
                done = [*self._take_answers(), *self._stop_late()]
                self._hand_out()  # before what is done is stored, so that nobody waits
            yield from done

    def _begin_some(self, waiting: Iterator[Source]) -> Iterator[Outcome]:
        """Begin as many sources as there is room for; one that killed its process comes when nothing else runs."""
        while len(self._cooking) < self.count * _AHEAD and not any(one.alone for one in self._cooking):
            source = next(waiting, None)
            alone = source is None and not self._cooking and bool(self._again)
            if alone:
                source = self._again.popleft()
            if source is None:
                return
            one = _Cooking(source, make_recipe(source, self.count), alone)
            self._cooking.append(one)
            yield from self._advance(one)

    def _advance(self, one: _Cooking) -> Iterator[Outcome]:
        """Give a recipe its results and queue the jobs it asks for next; yield what it returns at its end."""
        try:
            jobs = one.recipe.send(one.results)  # type: ignore[arg-type]  # None begins it
        except StopIteration as end:
            yield self._end(one, Outcome(one.source, end.value, None))
        except Exception as error:  # noqa: BLE001 (the one catcher here: whatever a source breaks becomes its row)
            yield self._end(one, Outcome(one.source, None, _as_failure(error)))
        else:
            one.results, one.missing = [None] * len(jobs), len(jobs)
            self._tasks.extend(_Task(one, place, job) for place, job in enumerate(jobs))
            if not jobs:
                yield from self._advance(one)

    def _hand_out(self) -> None:
        """Give each idle process a job; start processes while there are fewer than there may be."""
        while self._tasks:
            hand = next((hand for hand in self._hands if hand.task is None), None)
            if hand is None and len(self._hands) == self.count:
                return
            if hand is None:
                hand = self._hire()
            hand.task, hand.began = self._tasks.popleft(), time.monotonic()
            with suppress(OSError):  # it is dead: its line says so when it is asked for the answer
                hand.line.send(hand.task.job)

    def _hire(self) -> _Hand:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_serve, args=(self._load, theirs), daemon=True)
        process.start()
        theirs.close()
        hand = _Hand(process, ours)
        self._hands.append(hand)
        return hand

    def _replace(self, hand: _Hand) -> None:
        hand.dismiss()
        hand.task = None
        self._hands.remove(hand)

    def _take_answers(self) -> Iterator[Outcome]:
        """Wait until a process answers or dies or is late, and go on with the sources that it worked on."""
        ready = wait([hand.line for hand in self._hands if hand.task], self._time_left())
        for hand in [hand for hand in self._hands if hand.line in ready]:
            task = hand.task
            if task is None:  # its source was dropped meanwhile
                continue
            try:
                answer = hand.line.recv()
            except (EOFError, OSError):
                yield from self._bury(task.one)
            else:
                hand.task = None
                task.one.spent += time.monotonic() - hand.began
                yield from self._note(task, answer)

    def _note(self, task: _Task, answer: Answer) -> Iterator[Outcome]:
        one = task.one
        if answer.failure is not None:
            yield self._end(one, Outcome(one.source, None, answer.failure))
            return
        assert one.results is not None
        one.results[task.place] = answer.result
        one.missing -= 1
        one.share += task.job.share
        if task.job.share:
            self._tell(one.source.path, one.share)
        if not one.missing:
            yield from self._advance(one)

    def _bury(self, one: _Cooking) -> Iterator[Outcome]:
        """Put a source aside whose process died; the second time, when it was alone, it is quarantined."""
        outcome = self._end(one, Outcome(one.source, None, ReadFailure(_DIED)))
        if one.alone:
            yield outcome
        else:
            self._again.append(one.source)

    def _stop_late(self) -> Iterator[Outcome]:
        for one in [one for one in self._cooking if self._seconds_left(one) <= 0]:
            why = f"it took longer than NEEDS_MAX_SECONDS allows ({self._longest:g} s): split the file, or allow more"
            yield self._end(one, Outcome(one.source, None, ReadFailure(why)))

    def _end(self, one: _Cooking, outcome: Outcome) -> Outcome:
        """Forget a source, its waiting jobs, and the processes that are still at it."""
        self._cooking.remove(one)
        self._tasks = deque(task for task in self._tasks if task.one is not one)
        for hand in [hand for hand in self._hands if hand.task and hand.task.one is one]:
            self._replace(hand)
        return outcome

    def _time_left(self) -> float | None:
        """Return after how many seconds the first of the sources under way is late."""
        left = min((self._seconds_left(one) for one in self._cooking), default=inf)
        return None if left == inf else max(left, 0.0)

    def _seconds_left(self, one: _Cooking) -> float:
        """Return how long the processes that are at a source now may go on with it."""
        now = time.monotonic()
        working = [now - hand.began for hand in self._hands if hand.task and hand.task.one is one]
        return (self._longest - one.spent - sum(working)) / len(working) if working else inf


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


def _serve(load: Load, line: Connection) -> None:
    """Do one job after the other, until nobody asks any more."""
    _start(load)
    while True:
        try:
            job: Job = line.recv()
        except EOFError:
            return
        try:
            line.send(Answer(job.call(load, *job.given)))
        except Exception as error:  # noqa: BLE001 (the one catcher: whatever a source breaks becomes its row)
            line.send(Answer(None, _as_failure(error)))


def _start(load: Load) -> None:
    """Begin a process: leave Ctrl-C to the one that started it, and make the tools (a job says it if that fails)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(Exception):
        _prepare(load)
    collect_seldom()


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


def _read(load: Load, source: Source, first: int, last: int) -> bytes:
    """Return what was read as the next process gets it: the one in between need not unpack it."""
    return bytes(ForkingPickler.dumps(_parts(load).read_part(source, first, last)))


def _split(load: Load, source: Source, read: Sequence[bytes]) -> tuple[Document, tuple[Comment, ...], Noted]:
    tools = _prepare(load)[1]
    document = _parts(load).assemble(source, [ForkingPickler.loads(part) for part in read])
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
