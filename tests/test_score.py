"""Figures of quality on a handful of outcomes that can be counted on the fingers."""

import pytest

from pipeline.score import (
    Outcome,
    Silence,
    confuse,
    cover_at,
    measure_alarms,
    measure_attribute,
    measure_calibration,
    measure_macro,
    measure_quality,
)
from pipeline.vocabulary import Body, FindingKind, Language

HELP = FindingKind.ASSISTANCE


def outcome(labelled: str | None, found: str | None, score: float | None = None, thread: str = "KEN C087", **right: bool) -> Outcome:
    both = labelled is not None and found is not None
    return Outcome(
        "page", "text", thread, Language.ENGLISH, Body.CEACR, "2010s", HELP, labelled, found,
        counted=True, score=score, flagged=False, reason="", right={"value": labelled == found, **right} if both else {},
    )  # fmt: skip


FOUR = [
    outcome("requested", "requested", 0.9, "KEN C087"),
    outcome("requested", "delivered", 0.6, "MLI C029"),
    outcome("delivered", None, None, "PER C169"),
    outcome(None, "reminded", 0.2, "FJI C098"),
]


def test_precision_recall_and_f1_are_of_finding_whatever_the_act():
    quality = measure_quality(FOUR)
    assert (quality.precision.value, quality.recall.value, quality.f1.value) == (pytest.approx(0.6667, abs=1e-4),) * 3
    assert (quality.precision.of, quality.recall.of) == (3, 3)
    assert quality.f1.low <= quality.f1.value <= quality.f1.high


def test_the_interval_of_what_is_always_right_has_no_width():
    quality = measure_quality([outcome("requested", "requested", 0.9, f"thread {number}") for number in range(9)])
    assert tuple(quality.f1[:3]) == (1.0, 1.0, 1.0)


def test_nothing_labelled_and_nothing_found_is_no_division_by_zero():
    assert measure_quality([]).f1.value == 0.0


def test_attributes_are_counted_where_the_finding_was_found():
    assert measure_attribute(FOUR, "value")[::3] == (0.5, 2)
    assert measure_attribute([outcome("requested", "requested", speaker=False)], "speaker").value == 0.0


def test_the_macro_f1_gives_every_act_the_same_weight():
    found = [*[outcome("requested", "requested")] * 9, outcome("delivered", "requested")]
    assert measure_macro(found, HELP, ["requested", "delivered", "agreed"]).value == pytest.approx((2 * 9 / 19 + 0) / 2, abs=1e-4)


def test_confusion_counts_pairs():
    assert confuse(FOUR, HELP) == {("requested", "requested"): 1, ("requested", "delivered"): 1}


def test_the_calibration_error_is_how_far_scores_are_from_the_share_that_is_right():
    error, bins = measure_calibration([outcome("requested", "requested", 0.75), outcome("requested", "delivered", 0.75)])
    assert error == pytest.approx(0.25)
    assert [(one.score, one.right, one.of) for one in bins] == [(0.75, 0.5, 2)]


def test_the_surest_that_are_right_can_be_accepted_without_a_look():
    assert cover_at(FOUR, 0.98) == pytest.approx(1 / 3)
    assert cover_at(FOUR, 0.30) == 1.0


def test_an_alarm_is_a_finding_in_a_sentence_that_holds_nothing():
    silences = [Silence(f"KEN C{number:03}", Language.ENGLISH, number == 1) for number in range(1, 51)]
    figure = measure_alarms(silences)
    assert (figure.value, figure.of) == (0.02, 50)
    assert figure.low <= 0.02 <= figure.high
    assert measure_alarms([]).value == 0.0
