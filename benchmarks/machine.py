"""What a machine shows of a run: the memory of a process and its children, and the seconds of each step."""

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

LOG = "NEEDS_BENCHMARK_LOG"
_EVERY = 0.25  # a look costs the run that is looked at some milliseconds


class MemoryWatch:
    """Looks four times a second at the memory of a process and of all below it; a page that is shared counts once."""

    def __init__(self, pid: int | None = None) -> None:
        self._root = pid or os.getpid()
        self.peak_megabytes = 0.0
        self._done = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> "MemoryWatch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(_EVERY):
            kilobytes = sum(map(_proportional_kilobytes, _family(self._root)))
            self.peak_megabytes = max(self.peak_megabytes, kilobytes / 1024)


def timed(step: str, call: Callable[..., Any], *given: Any) -> Any:  # noqa: ANN401 (whatever the step takes and gives)
    """Call a step and note its seconds in the log that all processes write to."""
    began = time.process_time()
    result = call(*given)
    if os.environ.get(LOG):
        with Path(os.environ[LOG]).open("a") as log:
            log.write(f"{step} {time.process_time() - began:.4f}\n")
    return result


@contextmanager
def step_log(path: Path) -> Iterator[dict[str, float]]:
    """Collect the seconds of the steps that run meanwhile, in this process and its children."""
    seconds: defaultdict[str, float] = defaultdict(float)
    os.environ[LOG] = str(path)
    path.touch()
    try:
        yield seconds
    finally:
        del os.environ[LOG]
        for line in path.read_text().splitlines():
            step, spent = line.rsplit(" ", 1)
            seconds[step] += float(spent)


def keep_two_processors() -> int:
    """Keep this process and its children to two processors at most; return how many there are."""
    allowed = sorted(os.sched_getaffinity(0))[:2]
    os.sched_setaffinity(0, allowed)
    return len(allowed)


def _family(root: int) -> list[int]:
    found = [root]
    for pid in found:
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                found += [int(child) for child in task.read_text().split()]
            except OSError:
                continue
    return found


def _proportional_kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
