"""How cue and model decide together: one small table of cases, with limits that come from the calibration split.

| cell | cue | model | what is done |
|---|---|---|---|
| agree | a finding | likely, and the same act or grade | kept |
| contradict | a finding | likely, another act or grade, and sure of it | kept with the model's value, flagged |
| only-cue | a finding | unlikely | kept and flagged; dropped where the model is sure of nothing |
| only-model | nothing | sure of a finding | added with what the model says, flagged |
"""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.classify.evidence import Opinion
from pipeline.classify.model import Cell, Limits
from pipeline.vocabulary import Act, FindingKind

VALUE_HEADS = {
    FindingKind.ASSISTANCE: "act",
    FindingKind.PROGRESS: "progress-grade",
    FindingKind.CONCERN: "concern-grade",
    FindingKind.REPORTING: "reporting-grade",
}


_SUREST = 4.0  # logits beyond it tell no more: a few odd cases would rule the calibration


class Cued(NamedTuple):
    """What the cues say of one kind: its act or grade, and whether the rule itself is in doubt."""

    kind: FindingKind
    value: str
    doubtful: bool


class Ruling(NamedTuple):
    """What is made of one kind: the cell, the act or grade, the calibrated score, and whether a person should look."""

    kind: FindingKind
    cell: Cell
    value: str
    score: float
    flagged: bool


def decide(cued: Iterable[Cued], opinion: Opinion, limits: Limits) -> Iterator[Ruling]:
    """Yield the findings that stand, in the order of the kinds."""
    by_kind = {one.kind: one for one in cued}
    for kind in FindingKind:
        ruling = _rule(kind, by_kind.get(kind), opinion, limits)
        if ruling is not None:
            yield ruling


def place_in_cell(kind: FindingKind, cue: Cued | None, opinion: Opinion, limits: Limits) -> tuple[Cell, str] | None:
    """Return the cell and the act or grade, or None where neither cue nor model finds anything."""
    share = opinion.kinds[kind]
    if cue is None and share < limits.find[kind]:
        return None
    values = opinion.attributes[VALUE_HEADS[kind]]
    likeliest = max(values, key=lambda value: (values[value], value))
    if cue is None:
        return Cell.ONLY_MODEL, likeliest
    if share < limits.keep[kind]:
        return (Cell.ONLY_CUE, cue.value) if share >= limits.drop[kind] else None
    if likeliest != cue.value and values[likeliest] >= (limits.guess if is_guess(cue) else limits.sure)[kind]:
        return Cell.CONTRADICT, likeliest
    return Cell.AGREE, cue.value


def is_guess(cue: Cued) -> bool:
    """Say whether the cues only guess the value: the rule is in doubt, or no word says more than that help is named."""
    return cue.doubtful or cue.value == Act.DELIVERED


def raw_score(kind: FindingKind, value: str, opinion: Opinion) -> float:
    """Return the logit of the model's own probability of this kind with this value, before the last calibration."""
    share = opinion.kinds[kind] * opinion.attributes[VALUE_HEADS[kind]].get(value, 0.0)
    held = min(max(share, 1e-6), 1 - 1e-6)
    return max(min(math.log(held / (1 - held)), _SUREST), -_SUREST)


def _rule(kind: FindingKind, cue: Cued | None, opinion: Opinion, limits: Limits) -> Ruling | None:
    placed = place_in_cell(kind, cue, opinion, limits)
    if placed is None:
        return None
    cell, value = placed
    slope, offset = limits.scales[cell]
    score = 1 / (1 + math.exp(-(slope * raw_score(kind, value, opinion) + offset)))
    doubtful = cue is not None and cue.doubtful
    return Ruling(kind, cell, value, round(score, 4), doubtful or 1 - score > limits.risk)
