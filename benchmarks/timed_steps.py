"""`needs run` with a clock on each step: what a benchmark starts, and what its processes load.

Run: python -m benchmarks.timed_steps FILE FOLDER
"""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.machine import timed
from flows.steps import MODULE, load_steps
from pipeline.workers import Steps, wake

_NAMES = {"read_part": "read", "assemble": "put together", "split": "split", "find": "link, find and qualify"}


def load_timed_steps() -> Steps:
    """Return the steps of `needs run`; each part notes its seconds in the log."""
    steps = load_steps()
    if steps.parts is None:
        raise LookupError("the steps have no parts to be timed")
    parts = steps.parts
    clocked = {part: partial(timed, name, getattr(parts, part)) for part, name in _NAMES.items()}
    return replace(steps, parts=replace(parts, **clocked))  # type: ignore[arg-type]


def main() -> int:
    """Do what `needs run` does, in its order, and return its exit code."""
    wake(MODULE)
    from flows.run import Order, run_order  # noqa: PLC0415 (the other process imports meanwhile)
    from pipeline.settings import Settings  # noqa: PLC0415

    source, folder = map(Path, sys.argv[1:])
    return run_order(Order((source,), folder, Settings(workers=2, max_megabytes=512)), load_timed_steps)


if __name__ == "__main__":
    raise SystemExit(main())
