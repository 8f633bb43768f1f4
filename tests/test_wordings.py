"""Wordings of help, of missing reports and of concern, and whose they are: invented sentences, one a row of a table.

`says` is the act of help or the grade, `none` says that nothing at all is found; an empty cell is not looked at.
"""

import csv
from pathlib import Path

import pytest

from pipeline.vocabulary import CommentKind, FindingKind
from tests.mining import claim_of, say

ROWS = tuple(csv.DictReader((Path(__file__).parent / "wordings.csv").read_text("utf-8").splitlines()))
NONE = "none"
FOUND = [row for row in ROWS if row["kind"] != NONE]
NOTHING = [row for row in ROWS if row["kind"] == NONE]


def named(row: dict[str, str]) -> str:
    return f"{row['language']} {row['sentence'][:60]}"


@pytest.mark.parametrize("row", FOUND, ids=named)
def test_a_wording_is_found_and_given_to_who_says_it(row: dict[str, str]):
    claim = claim_of(say(row["language"], row["sentence"], kind=CommentKind(row["comment"])), FindingKind(row["kind"]))
    assert claim is not None
    assert row["says"] in {"", claim.act, claim.grade}
    assert row["speaker"] in {"", claim.speaker}


@pytest.mark.parametrize("row", NOTHING, ids=named)
def test_what_only_looks_like_a_finding_is_none(row: dict[str, str]):
    assert say(row["language"], row["sentence"], kind=CommentKind(row["comment"])).claims == ()


def test_a_request_that_the_government_should_make_is_a_condition():
    sentence = (
        "The Committee recalls that, should the Government so request, the assistance of the Office could be provided."
    )
    claim = claim_of(say("en", sentence))
    assert claim is not None
    assert claim.polarity == "conditional"


def test_no_sentence_stands_twice():
    sentences = [row["sentence"] for row in ROWS]
    assert len(sentences) == len(set(sentences))
