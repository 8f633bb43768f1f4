"""The limits of the table of decisions, chosen on the calibration split, and the calibration of the score."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from pipeline.classify import Cell, Limits, Opinion, make_features
from pipeline.classify.decide import VALUE_HEADS, Cued, is_guess, place_in_cell, raw_score
from pipeline.classify.model import VOICE
from pipeline.gold import Label
from pipeline.judge import cue_claims, make_evidence
from pipeline.learn.observe import Observed
from pipeline.qualify import Claim
from pipeline.vocabulary import FindingKind

NEVER = 2.0  # a limit that no probability reaches
_UNSEEN_ALONE = {FindingKind.REPORTING}  # what was asked for before and not sent is not in the sentence: cues find it


class Weighed(NamedTuple):
    """One sentence and kind of the calibration split: what the cue and the model say, and what is right."""

    kind: FindingKind
    cue: Cued | None
    opinion: Opinion
    label: Label | None
    claim: Claim | None


def weigh(observed: Iterable[Observed], ask: Callable[[frozenset[str], str], Opinion]) -> Iterator[Weighed]:
    """Yield what cue and model say of each kind of each sentence, beside the label; `ask` takes features and text."""
    for one in observed:
        if not one.asked or one.said is None or one.passage is None:
            continue
        features = make_features(make_evidence(one.said.heard, one.passage, one.before))
        opinion = ask(features, one.said.sentence.text)
        cued = {cue.kind: cue for cue in cue_claims(one.said.claims)}
        labels = {label.kind: label for label in one.labels}
        claims = {claim.kind: claim for claim in one.said.claims}
        for kind in FindingKind:
            yield Weighed(kind, cued.get(kind), opinion, labels.get(kind), claims.get(kind))


def choose_limits(weighed: Sequence[Weighed], risk: float = 0.2) -> Limits:
    """Return the limits that find best and name best, and the calibration of the score in each cell."""
    of_kind = {kind: [one for one in weighed if one.kind is kind] for kind in FindingKind}
    chosen = {kind: _best_limits(own) for kind, own in of_kind.items()}
    limits = Limits(
        keep={kind: max(low, 0.5) for kind, (low, _) in chosen.items()},
        drop={kind: low for kind, (low, _) in chosen.items()},
        find={kind: NEVER if kind in _UNSEEN_ALONE else high for kind, (_, high) in chosen.items()},
        sure={
            kind: _best_surety((one for one in own if one.cue and not is_guess(one.cue)), _SURE)
            for kind, own in of_kind.items()
        },
        guess={
            kind: _best_surety((one for one in own if one.cue and is_guess(one.cue)), _GUESSES)
            for kind, own in of_kind.items()
        },
        voice={name: _best_voice(name, weighed) for name in VOICE},
        risk=risk,
        scales=dict.fromkeys(Cell, (1.0, 0.0)),
    )
    points: dict[Cell, list[tuple[float, bool]]] = {cell: [] for cell in Cell}
    for one in weighed:
        placed = place_in_cell(one.kind, one.cue, one.opinion, limits)
        if placed:
            cell, value = placed
            right = one.label is not None and one.label.value == value
            points[cell].append((raw_score(one.kind, value, one.opinion), right))
    return replace(limits, scales={cell: _scale(found) for cell, found in points.items()})


_DROPS = (0.0, 0.01, 0.02, 0.05)
# Labels are harder than what the bodies mostly write, where rules are right: a model must be sure to be heard.
_FINDS = (0.8, 0.9, 0.95, 0.99)
_SURE = (0.9, 0.95, 0.99, NEVER)
_FLATTEST, _STEEPEST = 0.05, 1.5  # of the score's calibration: few cases must not make it a cliff
_GUESSES = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, NEVER)
_VOICES = (0.7, 0.8, 0.9, 0.95, 0.99, NEVER)


def _best_limits(weighed: Sequence[Weighed]) -> tuple[float, float]:
    """Return below which probability a cue is dropped, and from which one the model is believed alone."""

    def f1(drop: float, find: float) -> float:
        right = extra = missed = 0
        for one in weighed:
            share = one.opinion.kinds[one.kind]
            found = share >= (find if one.cue is None else drop)
            right += found and one.label is not None
            extra += found and one.label is None
            missed += not found and one.label is not None
        return 2 * right / max(2 * right + extra + missed, 1)

    # where two limits are equally good the more cautious one is taken: drop less, find less
    return max(((drop, find) for drop in _DROPS for find in _FINDS), key=lambda pair: (f1(*pair), -pair[0], pair[1]))


def _best_surety(cued: Iterable[Weighed], among: Sequence[float]) -> float:
    """Return from which probability on the model's act or grade goes before the cue's."""
    labelled = [one for one in cued if one.label]

    def right(sure: float) -> int:
        return sum(one.label is not None and _named(one, sure) == one.label.value for one in labelled)

    return max(among, key=lambda sure: (right(sure), sure))


def _best_voice(name: str, weighed: Iterable[Weighed]) -> float:
    """Return from which probability on the model's speaker or polarity goes before the cue's."""
    told = [
        (str(getattr(one.claim, name)), one.opinion.attributes[name], str(getattr(one.label, name)))
        for one in weighed
        if one.kind is FindingKind.ASSISTANCE and one.claim and one.label
    ]

    def right(sure: float) -> int:
        likeliest = (
            (max(shares, key=lambda each: (shares[each], each)), cue, shares, label) for cue, shares, label in told
        )
        return sum((one if shares[one] >= sure else cue) == label for one, cue, shares, label in likeliest)

    return max(_VOICES, key=lambda sure: (right(sure), sure))


def _named(one: Weighed, sure: float) -> str:
    values = one.opinion.attributes[VALUE_HEADS[one.kind]]
    likeliest = max(values, key=lambda value: (values[value], value))
    return likeliest if values[likeliest] >= sure or one.cue is None else one.cue.value


def _scale(points: Sequence[tuple[float, bool]], steps: int = 60, hold: float = 2.0) -> tuple[float, float]:
    """Return Platt's slope and offset by Newton's method, held near (1, 0) so that few points cannot mislead."""
    slope, offset = 1.0, 0.0
    scores = np.array([score for score, _ in points])
    target = np.array([float(right) for _, right in points])
    for _ in range(steps if points else 0):
        share = 1 / (1 + np.exp(-np.clip(slope * scores + offset, -35, 35)))
        error, spread = share - target, share * (1 - share)
        gradient = np.array([(error * scores).sum() + hold * (slope - 1), error.sum() + hold * offset])
        cross = (spread * scores).sum()
        hessian = np.array([[(spread * scores**2).sum() + hold, cross], [cross, spread.sum() + hold]])
        step = np.linalg.solve(hessian, gradient)
        slope, offset = min(max(slope - float(step[0]), _FLATTEST), _STEEPEST), offset - float(step[1])
        if math.hypot(*step) < 1e-9:
            break
    return round(slope, 6), round(offset, 6)
