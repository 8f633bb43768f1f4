"""Patterns are tried only where one can begin, and find what they would find if they were tried everywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.gazetteers.lexicon import Match, Wording, load_lexicon
from pipeline.gazetteers.patterns import Patterns, find_openings, join_patterns
from pipeline.vocabulary import Language

BEGINS = [
    ("dead letter", {"dead "}),
    ("(?:a )?dead letter", {"a dead ", "dead "}),
    ("(?:is|are) to (?:be|start)", {"is to", "are to"}),
    ("hopes? to", {"hope ", "hopes "}),
    ("no|not yet", {"no", "not y"}),
    ("(?:co-?)?led", {"co-led", "coled", "led"}),
    ("(?<!grace )a l'appui", {"a l'a"}),
    ("tak\\w+ this", {"tak"}),
    ("(?:not |never )+used", {""}),
    ("\\w+ used", {""}),
    ("[ab]c", {""}),
    ("x*used", {""}),
]


@pytest.mark.parametrize(("form", "openings"), BEGINS)
def test_a_pattern_begins_with_these_letters(form: str, openings: set[str]):
    assert find_openings(form) == openings


def wordings(language: Language) -> list[Wording]:
    return [one for one in load_lexicon(language) if one.match is Match.PATTERN]


@pytest.mark.parametrize("language", Language)
def test_every_pattern_of_the_lexicon_begins_with_known_letters(language: Language):
    assert all(all(find_openings(one.form)) for one in wordings(language))


JOINED = {language: join_patterns(wordings(language)) for language in Language}
HINTS = {language: re.findall(r"[a-z]+", " ".join(one.form for one in wordings(language))) for language in Language}


def tried_everywhere(patterns: Patterns, text: str) -> list[tuple[int, int, str]]:
    found = patterns.either.finditer(text)
    return [(match.start(), match.end(), patterns.concepts[(match.lastindex or 1) - 1]) for match in found]


@given(st.sampled_from(Language), st.data())
def test_the_same_is_found_as_if_patterns_were_tried_everywhere(language: Language, data: st.DataObject):
    words = data.draw(
        st.lists(st.sampled_from(HINTS[language]) | st.sampled_from(["the", "ilo", ",", "12"]), max_size=40)
    )
    text = data.draw(st.sampled_from([" ", " ", "'", "-", "  "])).join(words)
    assert list(JOINED[language].find(text)) == tried_everywhere(JOINED[language], text)


FOUND = [
    (Language.ENGLISH, "the agreement remained a dead letter, and no use was made of it", ["limited", "limited"]),
    (Language.ENGLISH, "undead letters", []),
    (Language.ENGLISH, "the office is ready to assist", ["at-disposal"]),
]


@pytest.mark.parametrize(("language", "text", "concepts"), FOUND)
def test_these_concepts_are_found(language: Language, text: str, concepts: list[str]):
    assert [concept for _, _, concept in JOINED[language].find(text)] == concepts


def test_a_pattern_that_may_begin_with_anything_is_tried_everywhere():
    patterns = join_patterns(
        [Wording("limited", Match.PATTERN, r"\w+ed in vain"), Wording("lack", Match.PATTERN, "no")]
    )
    assert patterns.openings is None
    assert list(patterns.find("he waited in vain, no more")) == [(3, 17, "limited"), (19, 21, "lack")]


def test_no_pattern_finds_nothing():
    assert list(join_patterns([]).find("no more")) == []
