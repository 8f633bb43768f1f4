"""The gold is what it says: closed words, enough of everything, hard negatives, no sentence like another, all invented."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path

import pytest

from pipeline.classify.heads import HEADS
from pipeline.folding import fold
from pipeline.gold import GoldSentence, load_sentences, read_rows
from pipeline.vocabulary import (
    Act,
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

LABELS = Path(__file__).parent.parent / "labels"
TABLES = [LABELS / "examples.csv", *sorted((LABELS / "gold").glob("*.csv"))]
GOLD = load_sentences(TABLES)
SCHEME = tomllib.loads((LABELS / "scheme.toml").read_text("utf-8"))
VOCABULARIES = {
    "kind": FindingKind, "act": Act, "grade": Grade, "term": Term, "mission": Mission, "purpose": Purpose,
    "requester": Requester, "trigger": Trigger, "speaker": Speaker, "polarity": Polarity, "scope": Scope,
}  # fmt: skip
ALIKE = 0.7
_NAMES = re.compile(r"\b[A-ZÀ-Þ]\w+(?:[ -]+(?:of|the|de|du|des|del|la|le|and|et|y)?\s*[A-ZÀ-Þ]\w+)*|\d+")


@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_scheme_has_the_words_of_the_program(name: str):
    assert SCHEME[name] == [str(word) for word in VOCABULARIES[name]]


def test_the_grades_of_each_kind_are_those_that_a_model_is_asked_for():
    asked = {str(head.kind): list(head.answers) for head in HEADS if head.name.endswith("-grade")}
    assert SCHEME["grades"] == asked


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_label_has_the_attributes_of_its_kind_and_no_others(path: Path):
    for row in read_rows(path):
        own = set(SCHEME["attributes"].get(row["expected_kind"], ()))
        given = {name for name in ("act", "grade", "term", "mission", "purpose", "requester", "trigger") if row[name]}
        assert given <= own, row["id"]
        if row["expected_kind"] != "none":
            assert row["act"] or row["grade"], row["id"]
            assert row["grade"] in ("", *SCHEME["grades"].get(row["expected_kind"], ())), row["id"]
            assert (row["requester"] == "") == (row["act"] != "requested"), row["id"]


def mask(sentence: GoldSentence) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{2,}", fold(_NAMES.sub(" ", sentence.text))))


def pairs_alike(sentences: list[GoldSentence]) -> Iterator[tuple[str, str]]:
    """Pairs over the limit, found by the rarest words that such a pair must share."""
    sets = {one.name: mask(one) for one in sentences}
    seen = Counter(chain.from_iterable(sets.values()))
    index: dict[str, list[str]] = {}
    for name, words in sorted(sets.items(), key=lambda pair: len(pair[1])):
        rare = sorted(words, key=lambda word: (seen[word], word))[: len(words) - int(ALIKE * len(words)) + 1]
        for other in {other for word in rare for other in index.get(word, ())}:
            if len(words & sets[other]) > ALIKE * len(words | sets[other]):
                yield name, other
        for word in rare:
            index.setdefault(word, []).append(name)


@pytest.mark.parametrize("language", Language)
def test_no_sentence_is_like_another(language: Language):
    own = [one for one in GOLD if one.language is language and len(mask(one)) >= 6]
    assert list(pairs_alike(own)) == []


@pytest.mark.parametrize("language", Language)
def test_two_fifths_hold_nothing(language: Language):
    own = [one for one in GOLD if one.language is language]
    assert sum(not one.labels for one in own) >= 0.4 * len(own)


LEAST_SENTENCES = {Language.ENGLISH: 3000, Language.FRENCH: 900, Language.SPANISH: 900}
LEAST_OF_A_VALUE = {Language.ENGLISH: 40, Language.FRENCH: 15, Language.SPANISH: 15}
COUNTED: dict[str, Iterable[StrEnum]] = {"kind": FindingKind, "act": Act, "grade": Grade, "speaker": Speaker, "mission": Mission}


@pytest.mark.parametrize("language", Language)
def test_there_are_enough_sentences(language: Language):
    assert sum(one.language is language for one in GOLD) >= LEAST_SENTENCES[language]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", COUNTED)
def test_every_value_stands_often_enough(language: Language, name: str):
    labels = [label for one in GOLD if one.language is language for label in one.labels]
    values = (getattr(label, name) for label in labels)
    found = Counter(chain.from_iterable(value if isinstance(value, tuple) else (value,) for value in values))
    assert {str(one): found[one] for one in COUNTED[name] if found[one] < LEAST_OF_A_VALUE[language]} == {}
