"""The re-voiced pages through the whole pipeline.

The texts are ours, written anew after the build of real pages: the floors are regression guards on invented text,
today's figures rounded down to a whole per cent, and say nothing of the accuracy on real documents.
"""

import pytest

from benchmarks.register import ATTRIBUTES, HEADER, Counts, find_pages, measure_all
from pipeline.vocabulary import FindingKind, Language
from tests.mining import tools

HEADER_FLOOR = 0.98
LEAST_PAGES = 200
SENTENCES = 0.99
# precision, recall
FLOORS = {
    ("en", "assistance"): (0.98, 0.92),
    ("en", "concern"): (1.00, 0.96),
    ("en", "progress"): (0.95, 0.92),
    ("en", "reporting"): (0.96, 0.91),
    ("fr", "assistance"): (0.99, 0.95),
    ("fr", "concern"): (1.00, 1.00),
    ("fr", "progress"): (0.91, 0.91),
    ("fr", "reporting"): (0.93, 0.93),
    ("es", "assistance"): (0.97, 0.92),
    ("es", "concern"): (1.00, 1.00),
    ("es", "progress"): (0.96, 1.00),
    ("es", "reporting"): (1.00, 1.00),
}
ATTRIBUTE_FLOORS = {
    "act": 0.90,
    "grade": 0.99,
    "speaker": 0.97,
    "polarity": 0.98,
    "quoted": 0.99,
    "scope": 0.99,
    "term": 0.90,
    "mission": 0.97,
    "purpose": 0.83,
    "requester": 0.98,
    "trigger": 0.96,
    "countries": 0.98,
    "conventions": 0.97,
    "articles": 0.97,
}


@pytest.fixture(scope="module")
def counts() -> Counts:
    return measure_all(["*"], tools(), find_pages())[0]


def share(counts: Counts, *key: str) -> float:
    assert counts[*key, "n"]
    return counts[*key, "right"] / counts[*key, "n"]


def test_every_page_is_measured(counts: Counts):
    assert len(list(find_pages().gold.glob("*.json"))) >= LEAST_PAGES
    assert counts["header", "kind", "n"] >= LEAST_PAGES


@pytest.mark.parametrize("field", HEADER)
def test_headers_are_read(counts: Counts, field: str):
    assert share(counts, "header", field) >= HEADER_FLOOR


def test_there_is_a_floor_for_every_language_and_kind_and_attribute():
    assert set(FLOORS) == {(str(language), str(kind)) for language in Language for kind in FindingKind}
    assert set(ATTRIBUTE_FLOORS) == set(ATTRIBUTES)


@pytest.mark.parametrize(("language", "kind"), FLOORS)
def test_findings_are_found_and_only_they(counts: Counts, language: str, kind: str):
    right, missed, extra = (counts[language, kind, what] for what in ("right", "missed", "extra"))
    precision, recall = FLOORS[language, kind]
    assert right / (right + extra) >= precision
    assert right / (right + missed) >= recall


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_attributes_are_right(counts: Counts, attribute: str):
    assert share(counts, "attribute", attribute) >= ATTRIBUTE_FLOORS[attribute]


def test_a_sentence_begins_and_ends_where_a_reader_says(counts: Counts):
    assert share(counts, "sentence") >= SENTENCES
