"""The steps of the pipeline with a clock on each: what the processes of a benchmark load."""

from dataclasses import replace
from functools import partial

from benchmarks.machine import timed
from pipeline.mine import STEPS
from pipeline.workers import Steps


def load_timed_steps() -> Steps:
    """Return the steps of `needs run`; each part notes its seconds in the log."""
    parts = STEPS.parts
    if parts is None:
        raise LookupError("the steps have no parts to be timed")
    clocked = {part: partial(timed, name, getattr(parts, part)) for part, name in _NAMES.items()}
    return replace(STEPS, parts=replace(parts, **clocked))  # type: ignore[arg-type]


_NAMES = {"read_part": "read", "assemble": "put together", "split": "split", "find": "link, find and qualify"}
