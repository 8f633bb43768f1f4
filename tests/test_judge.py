"""Cue and model put together, on labelled sentences: what stands has its reason, its score and its method."""

from pathlib import Path

import pytest

from pipeline.gold import load_sentences
from pipeline.judge import Judged
from pipeline.learn.observe import judge_observed, observe_sentences
from pipeline.mine import make_tools

LABELS = Path(__file__).parent.parent / "labels"


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    tools = make_tools()
    rows = load_sentences([LABELS / "examples.csv", *sorted((LABELS / "gold").glob("*.csv"))])
    return [one for row in observe_sentences(rows, tools) for one in judge_observed(row, tools)]


def test_every_finding_has_its_reason(judged: list[Judged]):
    assert [one for one in judged if not one.claim.reason.strip()] == []


def test_what_the_model_finds_alone_names_the_features_that_decided(judged: list[Judged]):
    alone = [one for one in judged if one.method.endswith(":only-model")]
    assert alone
    assert all("[model, only-model: " in one.claim.reason for one in alone)


def test_a_score_is_a_probability_and_papers_have_none(judged: list[Judged]):
    assert all(0 <= one.score <= 1 for one in judged if one.score is not None)
    assert all(one.method.startswith("cues@") for one in judged if one.score is None)
