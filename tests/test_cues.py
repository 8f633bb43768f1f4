"""The invented examples through the pipeline, each read after the sentence before it.

The examples are invented: the floors are regression guards, today's figures rounded down to a whole per cent, and say
nothing of the accuracy on real documents. A rule is never written for one of these sentences (labels/README.md).
"""

from collections import Counter

import pytest

from pipeline.vocabulary import Body, CommentKind, FindingKind, Language
from tests.mining import claim_of, say
from tests.test_examples import NONE, ROWS, Row

Tally = Counter[tuple[str, str, bool]]
FOUND, ALONE = "found", "left alone"
COMPARED = ("act", "grade", "speaker", "polarity", "quoted", "term", "mission", "purpose", "requester", "trigger")
OF_ASSISTANCE = {"act", "term", "mission", "purpose", "requester", "trigger"}
FLOORS = {
    #             en    fr    es
    FOUND: (0.98, 1.00, 0.98),
    ALONE: (1.00, 1.00, 1.00),
    "act": (0.98, 0.97, 0.97),
    "grade": (1.00, 1.00, 1.00),
    "speaker": (0.96, 0.97, 0.95),
    "polarity": (0.99, 1.00, 1.00),
    "quoted": (0.97, 0.97, 0.97),
    "term": (0.96, 0.95, 0.92),
    "mission": (1.00, 1.00, 1.00),
    "purpose": (0.84, 0.80, 0.84),
    "requester": (0.98, 0.97, 0.97),
    "trigger": (0.96, 0.93, 0.93),
}
CASES = [
    (what, language, floor) for what, floors in FLOORS.items() for language, floor in zip(Language, floors, strict=True)
]


def compare(row: Row, tally: Tally) -> None:
    """Count what is right in one row."""
    said = say(
        row["language"], row["sentence"], before=row["before"], body=Body(row["body"]),
        kind=CommentKind(row["kind_of_comment"]), heading=row["heading"],
    )  # fmt: skip
    if row["expected_kind"] == NONE:
        tally[ALONE, row["language"], not said.claims] += 1
        return
    kind = FindingKind(row["expected_kind"])
    claim = claim_of(said, kind)
    tally[FOUND, row["language"], claim is not None] += 1
    for name in COMPARED if claim else ():
        if name != "grade" if kind is FindingKind.ASSISTANCE else name not in OF_ASSISTANCE:
            tally[name, row["language"], plain(getattr(claim, name)) == wanted(row[name])] += 1


def plain(value: object) -> set[str]:
    """A value of a claim as words."""
    words = value if isinstance(value, tuple) else (value,)
    return {str(word).lower() for word in words if word is not None}


def wanted(cell: str) -> set[str]:
    """A cell of the table as words."""
    return set(cell.split(";")) - {""}


@pytest.fixture(scope="module")
def tally() -> Tally:
    counts: Tally = Counter()
    for row in ROWS:
        compare(row, counts)
    return counts


@pytest.mark.parametrize(("what", "language", "floor"), CASES)
def test_the_share_that_is_right_does_not_fall(tally: Tally, what: str, language: Language, floor: float):
    right, wrong = tally[what, language, True], tally[what, language, False]
    assert right + wrong > 0
    assert right / (right + wrong) >= floor


# over the three languages together
OVERALL = [(FOUND, 0.95), (ALONE, 0.95), ("act", 0.91), ("speaker", 0.94), ("polarity", 0.97), ("quoted", 0.96)]


@pytest.mark.parametrize(("what", "floor"), OVERALL)
def test_the_share_over_all_languages_does_not_fall(tally: Tally, what: str, floor: float):
    right, wrong = (sum(tally[what, language, one] for language in Language) for one in (True, False))
    assert right / (right + wrong) >= floor
