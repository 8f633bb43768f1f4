"""Decisions of people in the store: each is entered once, none is changed, and the next run respects them."""

from pathlib import Path

import pytest

from pipeline.build import open_dataset
from pipeline.dataset import load_dataset
from pipeline.errors import StoreError
from pipeline.records import Judgement
from pipeline.vocabulary import Review
from tests.building import build, read_tables

LINES = "KEN C087 2001 requested: The Government asks for help.\nPER C029 2001 requested: The Government asks too."


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(LINES)
    build(tmp_path / "in", tmp_path / "out")
    return tmp_path / "out"


def decide(out: Path, verdict: Review, when: str = "2026-01-01", **more: object) -> Judgement:
    """A decision on the finding about Kenya."""
    [finding] = [one for one in load_dataset(out).findings if one.countries == ("KEN",)]
    return Judgement(finding.finding_id, "invented reviewer", when, verdict, **more)  # type: ignore[arg-type]


def enter(out: Path, *judgements: Judgement) -> int:
    with open_dataset(out, None) as store:
        return store.judge(judgements)


@pytest.mark.parametrize(
    ("verdict", "unsure", "review", "needs"),
    [
        (Review.REJECTED, False, Review.REJECTED, 1),
        (Review.ACCEPTED, False, Review.ACCEPTED, 2),
        (Review.CORRECTED, False, Review.CORRECTED, 2),
        (Review.REJECTED, True, Review.FLAGGED, 2),
    ],
)
def test_the_next_run_respects_a_decision(out: Path, verdict: Review, unsure: bool, review: Review, needs: int):
    assert enter(out, decide(out, verdict, unsure=unsure)) == 1
    build(out.parent / "in", out)
    assert {one.countries[0]: one.review for one in load_dataset(out).findings} == {"KEN": review, "PER": Review.AUTOMATIC}
    assert len(load_dataset(out).needs) == needs


def test_a_decision_that_is_entered_again_changes_nothing(out: Path):
    decision = decide(out, Review.REJECTED)
    assert enter(out, decision, decision) == 1
    build(out.parent / "in", out)
    once = read_tables(out)
    assert enter(out, decision) == 0
    build(out.parent / "in", out)
    assert read_tables(out) == once


def test_the_latest_decision_stands(out: Path):
    assert enter(out, decide(out, Review.ACCEPTED, "2026-01-02"), decide(out, Review.REJECTED, "2026-01-01")) == 2
    build(out.parent / "in", out)
    assert len(load_dataset(out).needs) == 2


def test_what_was_decided_is_not_changed_behind_the_back_of_its_author(out: Path):
    accepted, rejected = (decide(out, verdict) for verdict in (Review.ACCEPTED, Review.REJECTED))
    with pytest.raises(StoreError, match="decided otherwise"):
        enter(out, accepted, rejected)
    assert enter(out, accepted) == 1
    with pytest.raises(StoreError, match="decided otherwise"):
        enter(out, rejected)
