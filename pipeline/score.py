"""Predictions and labels to figures with intervals, by resampling threads: precision, recall, F1, calibration."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from pipeline.vocabulary import Body, FindingKind, Language

ATTRIBUTES = ("value", "speaker", "polarity", "quoted", "term", "mission", "purpose", "requester", "trigger")
_ROUNDS = 1000
_SEED = 20021106  # any number: the same every time
_BINS = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sentence and kind that is labelled, found, or both; `right` says which attributes are the label's."""

    name: str
    text: str
    thread: str
    language: Language
    body: Body
    era: str
    kind: FindingKind
    labelled: str | None
    found: str | None
    counted: bool
    score: float | None
    flagged: bool
    reason: str
    right: Mapping[str, bool]

    @property
    def hit(self) -> bool:
        """Whether it is labelled and found."""
        return self.labelled is not None and self.found is not None


class Figure(NamedTuple):
    """A share with its 95 % interval and the number of things it is a share of."""

    value: float
    low: float
    high: float
    of: int


class Quality(NamedTuple):
    """How well findings are found in some part of the text."""

    precision: Figure
    recall: Figure
    f1: Figure


class Silence(NamedTuple):
    """A sentence that is labelled to hold nothing, and whether a finding was made of it all the same."""

    thread: str
    language: Language
    disturbed: bool


T = TypeVar("T", Outcome, Silence)
Tally = NDArray[np.float64]


def measure_quality(outcomes: Sequence[Outcome]) -> Quality:
    """Return precision, recall and F1 of finding, whatever the attributes."""
    rows = _by_thread(outcomes, lambda one: (one.hit, one.found is not None, one.labelled is not None))
    found, labelled = int(rows[:, 1].sum()), int(rows[:, 2].sum())
    return Quality(
        _interval(rows, lambda sums: _ratio(sums[..., 0], sums[..., 1]), found),
        _interval(rows, lambda sums: _ratio(sums[..., 0], sums[..., 2]), labelled),
        _interval(rows, lambda sums: _ratio(2 * sums[..., 0], sums[..., 1] + sums[..., 2]), labelled),
    )


def measure_alarms(silences: Sequence[Silence]) -> Figure:
    """Return the share of sentences that hold nothing and got a finding."""
    rows = _by_thread(silences, lambda one: (one.disturbed, True))
    return _interval(rows, lambda sums: _ratio(sums[..., 0], sums[..., 1]), len(silences))


def measure_attribute(outcomes: Iterable[Outcome], name: str) -> Figure:
    """Return how often an attribute is right where the finding was found."""
    asked = [one for one in outcomes if one.hit and name in one.right]
    rows = _by_thread(asked, lambda one: (one.right[name], True))
    return _interval(rows, lambda sums: _ratio(sums[..., 0], sums[..., 1]), len(asked))


def measure_macro(outcomes: Iterable[Outcome], kind: FindingKind, values: Sequence[str]) -> Figure:
    """Return the macro-F1 of the acts or grades of a kind, over those that are labelled, where it was found."""
    asked = [one for one in outcomes if one.kind is kind and one.hit]
    present = [value for value in values if any(one.labelled == value for one in asked)]

    def cells(one: Outcome) -> tuple[bool, ...]:
        return tuple(
            cell
            for value in present
            for cell in (one.labelled == value == one.found, one.found == value, one.labelled == value)
        )

    def macro(sums: Tally) -> Tally:
        firsts = range(0, 3 * len(present), 3)
        shares = [_ratio(2 * sums[..., i], sums[..., i + 1] + sums[..., i + 2]) for i in firsts]
        return np.mean(shares, axis=0) if shares else np.zeros(sums.shape[:-1])

    return _interval(_by_thread(asked, cells), macro, len(asked))


def confuse(outcomes: Iterable[Outcome], kind: FindingKind) -> dict[tuple[str, str], int]:
    """Return how often each labelled act or grade was found as each other."""
    pairs = ((one.labelled, one.found) for one in outcomes if one.kind is kind)
    return dict(Counter((str(labelled), str(found)) for labelled, found in pairs if labelled and found))


class Bin(NamedTuple):
    """Findings of like score: the mean score, the share that is right, how many."""

    score: float
    right: float
    of: int


def measure_calibration(outcomes: Iterable[Outcome]) -> tuple[float, tuple[Bin, ...]]:
    """Return the expected calibration error of the score, and the bins of the reliability diagram."""
    scored = _surest_first(outcomes)
    bins: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, right in scored:
        bins[min(int(score * _BINS), _BINS - 1)].append((score, right))
    made = tuple(
        Bin(sum(s for s, _ in own) / len(own), sum(r for _, r in own) / len(own), len(own))
        for _, own in sorted(bins.items())
    )
    error = sum(one.of * abs(one.score - one.right) for one in made) / max(len(scored), 1)
    return error, made


def cover_at(outcomes: Iterable[Outcome], precision: float) -> float:
    """Return what share of the findings can be accepted without a look so that this share of them is right."""
    scored = _surest_first(outcomes)
    right, best = 0, 0
    for number, (_, is_right) in enumerate(scored, 1):
        right += is_right
        if right / number >= precision:
            best = number
    return best / max(len(scored), 1)


def trace_coverage(outcomes: Iterable[Outcome], points: int = 10) -> tuple[tuple[float, float], ...]:
    """Return the risk–coverage curve: the share of findings accepted, the surest first, and the share of them right."""
    scored = _surest_first(outcomes)
    ends = [len(scored) * place // points for place in range(1, points + 1)]
    return tuple((end / len(scored), sum(right for _, right in scored[:end]) / end) for end in ends if end)


def _surest_first(outcomes: Iterable[Outcome]) -> list[tuple[float, bool]]:
    """Return the score of each finding that has one, and whether its kind and value are right, the surest first."""
    scored = [(one.score, one.hit and one.right["value"]) for one in outcomes if one.found and one.score is not None]
    return sorted(scored, reverse=True)


def _by_thread(outcomes: Iterable[T], cells: Callable[[T], Sequence[bool]]) -> Tally:
    """Return a row for each thread: the sums of the cells over its outcomes."""
    sums: dict[str, Tally] = {}
    for one in outcomes:
        row = np.array(cells(one), dtype=np.float64)
        sums[one.thread] = sums[one.thread] + row if one.thread in sums else row
    return np.array([sums[thread] for thread in sorted(sums)]) if sums else np.zeros((1, 64))


def _interval(rows: Tally, measure: Callable[[Tally], Tally], of: int) -> Figure:
    """Return the figure with the 2.5th and 97.5th percentile of resampled threads."""
    whole = float(measure(rows.sum(axis=0)))
    random = np.random.default_rng(_SEED)
    picks = random.multinomial(len(rows), np.full(len(rows), 1 / len(rows)), size=_ROUNDS)
    low, high = np.percentile(measure(picks @ rows), (2.5, 97.5))
    return Figure(round(whole, 4), round(float(low), 4), round(float(high), 4), of)


def _ratio(part: Tally, whole: Tally) -> Tally:
    return np.divide(part, whole, out=np.zeros_like(np.asarray(part, dtype=np.float64)), where=np.asarray(whole) > 0)
