"""The crew: processes that are given jobs, watched, and replaced.

A process does one job at a time, so it is known which source killed it or keeps it. The source of a process that dies
is tried again when nothing else runs, since another may have eaten up the memory; if its process dies again it is
quarantined. A source that keeps processes for longer than it may is quarantined at once. Either way the process is
replaced.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from math import inf
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, NamedTuple, Self

from pipeline.errors import ReadFailure
from pipeline.records import Source
from pipeline.workers.jobs import Answer, Job, as_failure
from pipeline.workers.parcels import pack, unpack
from pipeline.workers.recipes import Recipe, make_recipe
from pipeline.workers.serving import start_process
from pipeline.workers.steps import Load, Outcome

_AHEAD = 2  # sources under way for each process
_DIED = "the process that read it died, alone as among others: out of memory, or a fault in a library"


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
            yield self._end(one, Outcome(one.source, None, as_failure(error)))
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
                hand.line.send_bytes(pack(hand.task.job))

    def _hire(self) -> _Hand:
        hand = _Hand(*start_process(self._load))
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
                answer: Answer = unpack(hand.line.recv_bytes())
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
