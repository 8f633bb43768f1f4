"""The invented examples speak the closed vocabularies, obey the scheme, and are varied enough to measure anything."""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from itertools import combinations
from pathlib import Path

import pytest

from pipeline.vocabulary import (
    Act,
    Body,
    CommentKind,
    FindingKind,
    Grade,
    Language,
    Mission,
    Polarity,
    Purpose,
    Requester,
    Scope,
    Speaker,
    Term,
    Trigger,
)

Row = dict[str, str]

EXAMPLES = Path(__file__).parent.parent / "labels" / "examples.csv"
NONE = "none"
COLUMNS = [
    "id",
    "language",
    "body",
    "kind_of_comment",
    "heading",
    "before",
    "sentence",
    "expected_kind",
    "act",
    "grade",
    "speaker",
    "polarity",
    "quoted",
    "scope",
    "term",
    "mission",
    "purpose",
    "requester",
    "trigger",
    "note",
]
VOCABULARIES: dict[str, type[StrEnum]] = {
    "language": Language,
    "body": Body,
    "kind_of_comment": CommentKind,
    "act": Act,
    "grade": Grade,
    "speaker": Speaker,
    "polarity": Polarity,
    "scope": Scope,
    "term": Term,
    "mission": Mission,
    "purpose": Purpose,
    "requester": Requester,
    "trigger": Trigger,
}
ALWAYS = ("language", "body", "kind_of_comment", "heading", "sentence", "expected_kind", "note")
OF_A_FINDING = ("speaker", "polarity", "quoted", "scope")
OF_ASSISTANCE = ("act", "term", "purpose")
OF_A_REQUEST = ("requester", "trigger")
ATTRIBUTES = (*OF_A_FINDING, *OF_ASSISTANCE, *OF_A_REQUEST, "grade", "mission")
GRADES = {
    FindingKind.PROGRESS: {Grade.SATISFACTION, Grade.INTEREST, Grade.OTHER},
    FindingKind.CONCERN: {Grade.REGRET, Grade.CONCERN, Grade.DEEP_CONCERN},
    FindingKind.REPORTING: {
        Grade.REPORT_MISSING,
        Grade.REPLY_MISSING,
        Grade.SUBMISSION_MISSING,
        Grade.URGENT_APPEAL,
    },
}
SENTENCES = {Language.ENGLISH: 200, Language.FRENCH: 110, Language.SPANISH: 110}
FLOORS: dict[str, tuple[Iterable[StrEnum], int]] = {
    "expected_kind": (FindingKind, 10),
    "act": (Act, 5),
    "grade": (Grade, 3),
    "speaker": (Speaker, 3),
    "mission": (Mission, 2),
    "polarity": (Polarity, 3),
    "term": (Term, 4),
    "purpose": (set(Purpose) - {Purpose.OTHER}, 2),
    "requester": (Requester, 2),
    "trigger": (Trigger, 2),
}
NEAR_DUPLICATE = 0.7


def read_examples() -> list[Row]:
    """Every row of the table: one finding of a sentence, or one sentence without any."""
    with EXAMPLES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = read_examples()


def test_columns_are_the_ones_the_guidelines_name() -> None:
    assert list(ROWS[0]) == COLUMNS


@pytest.mark.parametrize("column", VOCABULARIES)
def test_column_holds_words_of_the_closed_vocabulary(column: str) -> None:
    words = {word for row in ROWS for word in row[column].split(";")} - {""}
    assert words <= set(VOCABULARIES[column])


def test_expected_kind_is_a_kind_or_none() -> None:
    assert {row["expected_kind"] for row in ROWS} == {*FindingKind, NONE}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['id']}-{row['expected_kind']}")
def test_row_fills_what_its_kind_asks_for_and_nothing_else(row: Row) -> None:
    filled = {column for column in ATTRIBUTES if row[column]} - {"mission"}
    assert filled == expected_attributes(row)
    assert all(row[column] for column in ALWAYS)
    assert row["sentence"] == row["sentence"].strip()


def expected_attributes(row: Row) -> set[str]:
    """The attributes that a row of this kind and act must carry."""
    match row["expected_kind"]:
        case "none":
            return set()
        case FindingKind.ASSISTANCE:
            asked = OF_A_REQUEST if row["act"] == Act.REQUESTED else ()
            return {*OF_A_FINDING, *OF_ASSISTANCE, *asked}
        case _:
            return {*OF_A_FINDING, "grade"}


def test_grades_belong_to_their_kind() -> None:
    wrong = [
        row["id"] for row in ROWS if row["grade"] and row["grade"] not in GRADES[FindingKind(row["expected_kind"])]
    ]
    assert wrong == []


def test_progress_and_concern_are_the_voice_of_the_body() -> None:
    voices = {row["speaker"] for row in ROWS if row["expected_kind"] in {FindingKind.PROGRESS, FindingKind.CONCERN}}
    assert voices == {Speaker.COMMITTEE}


def test_a_mission_is_named_exactly_where_the_term_is() -> None:
    assert [row["id"] for row in ROWS if bool(row["mission"]) != ("mission" in row["term"].split(";"))] == []


def test_quoted_is_true_or_false() -> None:
    assert {row["quoted"] for row in ROWS} == {"true", "false", ""}


def test_an_id_is_one_sentence_and_each_of_its_kinds_once() -> None:
    assert len({(row["id"], row["expected_kind"]) for row in ROWS}) == len(ROWS)
    assert len({row["id"] for row in ROWS}) == len({row["sentence"] for row in ROWS})
    kinds = Counter(row["id"] for row in ROWS)
    assert [row["id"] for row in ROWS if row["expected_kind"] == NONE and kinds[row["id"]] > 1] == []


def sentences_of(language: Language) -> dict[str, Row]:
    """The sentences of one language, one row each."""
    return {row["id"]: row for row in ROWS if row["language"] == language}


@pytest.mark.parametrize("language", Language)
def test_there_are_enough_sentences_and_two_fifths_hold_nothing(language: Language) -> None:
    sentences = sentences_of(language).values()
    assert len(sentences) >= SENTENCES[language]
    assert sum(row["expected_kind"] == NONE for row in sentences) >= 0.4 * len(sentences)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("column", FLOORS)
def test_every_value_occurs_several_times_in_every_language(column: str, language: Language) -> None:
    values, floor = FLOORS[column]
    counts = Counter(word for row in ROWS if row["language"] == language for word in row[column].split(";"))
    assert {value: counts[value] for value in values if counts[value] < floor} == {}


@pytest.mark.parametrize("language", Language)
def test_quoted_sentences_occur_in_every_language(language: Language) -> None:
    assert sum(row["language"] == language and row["quoted"] == "true" for row in ROWS) >= 5


@pytest.mark.parametrize("language", Language)
def test_bodies_are_mixed_in_every_language(language: Language) -> None:
    bodies = Counter(row["body"] for row in sentences_of(language).values())
    assert min(bodies[body] for body in (Body.CFA, Body.CAS)) >= 10
    assert min(bodies[body] for body in (Body.CEACR, Body.ART24, Body.ART26)) >= 2


@pytest.mark.parametrize("language", Language)
def test_no_two_sentences_are_near_duplicates(language: Language) -> None:
    words = {key: frozenset(re.findall(r"\w+", row["sentence"].lower())) for key, row in sentences_of(language).items()}
    close = [(a, b) for a, b in combinations(words, 2) if jaccard(words[a], words[b]) > NEAR_DUPLICATE]
    assert close == []


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    """The share of the words of two sentences that they have in common, 0 to 1."""
    return len(left & right) / len(left | right)


def test_lengths_vary_from_a_clause_to_a_long_nested_sentence() -> None:
    lengths = [len(row["sentence"].split()) for row in ROWS]
    assert min(lengths) <= 8
    assert max(lengths) >= 40
