"""The table by which cue and model decide, cell by cell."""

import pytest

from pipeline.classify import Cell, Limits, Opinion, decide
from pipeline.classify.decide import VALUE_HEADS, Cued
from pipeline.classify.model import read_limits, write_limits
from pipeline.errors import ModelError
from pipeline.vocabulary import FindingKind

HELP = FindingKind.ASSISTANCE
LIMITS = Limits(
    keep=dict.fromkeys(FindingKind, 0.5),
    drop=dict.fromkeys(FindingKind, 0.05),
    find=dict.fromkeys(FindingKind, 0.9),
    sure=dict.fromkeys(FindingKind, 0.8),
    guess=dict.fromkeys(FindingKind, 0.5),
    voice={"speaker": 0.8, "polarity": 0.8, "purpose": 0.8},
    risk=0.3,
    scales=dict.fromkeys(Cell, (1.0, 0.0)),
)


def opinion(share: float, act: str, surety: float) -> Opinion:
    values = {head: {"satisfaction": 1.0} for head in VALUE_HEADS.values()}
    values["act"] = {act: surety, "ongoing": 1 - surety}
    return Opinion({kind: share if kind is HELP else 0.0 for kind in FindingKind}, values)


@pytest.mark.parametrize(
    ("cue", "share", "act", "surety", "cell", "value"),
    [
        ("requested", 0.95, "requested", 0.9, Cell.AGREE, "requested"),
        ("requested", 0.95, "delivered", 0.6, Cell.AGREE, "requested"),  # not sure enough to go before the cue
        ("requested", 0.95, "delivered", 0.9, Cell.CONTRADICT, "delivered"),
        ("requested", 0.30, "delivered", 0.9, Cell.ONLY_CUE, "requested"),
        ("requested", 0.01, "delivered", 0.9, None, None),  # the model is sure of nothing
        (None, 0.95, "delivered", 0.9, Cell.ONLY_MODEL, "delivered"),
        (None, 0.80, "delivered", 0.9, None, None),
    ],
)
def test_each_cell(cue, share, act, surety, cell, value):
    cued = [Cued(HELP, cue, doubtful=False)] if cue else []
    rulings = list(decide(cued, opinion(share, act, surety), LIMITS))
    assert [(one.kind, one.cell, one.value) for one in rulings] == ([(HELP, cell, value)] if cell else [])


def test_where_the_rule_is_in_doubt_the_model_goes_before_it_sooner():
    doubted = next(decide([Cued(HELP, "requested", doubtful=True)], opinion(0.95, "delivered", 0.6), LIMITS))
    assert (doubted.cell, doubted.value) == (Cell.CONTRADICT, "delivered")


def test_the_score_is_a_probability_and_doubt_is_flagged():
    sure = next(decide([Cued(HELP, "requested", doubtful=False)], opinion(0.99, "requested", 0.99), LIMITS))
    unsure = next(decide([Cued(HELP, "requested", doubtful=False)], opinion(0.6, "requested", 0.6), LIMITS))
    doubted = next(decide([Cued(HELP, "requested", doubtful=True)], opinion(0.99, "requested", 0.99), LIMITS))
    assert 0 < unsure.score < sure.score < 1
    assert (sure.flagged, unsure.flagged, doubted.flagged) == (False, True, True)


def test_limits_come_back_from_what_was_written():
    assert read_limits(write_limits(LIMITS)) == LIMITS


def test_limits_with_a_hole_are_refused_in_words():
    said = write_limits(LIMITS)
    del said["keep"]["concern"]
    with pytest.raises(ModelError, match="concern"):
        read_limits(said)
