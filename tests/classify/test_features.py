"""What a model is shown has names for people and places for the machine, and both are the same features."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.classify.evidence import Cue, Evidence, Voice
from pipeline.classify.features import find_places, index_features, make_features
from pipeline.vocabulary import Body, CommentKind, Language, Section, Speaker

CONCEPTS = ["requested", "technical-assistance", "office", "pronoun", "mission", "not"]
WORDS = st.sampled_from(["the", "government", "requested", "assistance", ":", ",", "2019", "    ", " ", "l", "'"])
CUES = st.lists(st.builds(Cue, st.sampled_from(CONCEPTS), st.integers(0, 20), st.integers(1, 22)), max_size=6)
VOICES = st.lists(
    st.builds(Voice, st.integers(0, 20), st.sampled_from(Speaker), st.sampled_from(["said", "asked"]), st.booleans()),
    max_size=3,
)
EVIDENCE = st.builds(
    Evidence, st.sampled_from(Language), st.sampled_from(Body), st.none() | st.sampled_from(CommentKind),
    st.none() | st.sampled_from(Section), st.none() | st.just("Article 5. Labour inspection"), st.booleans(),
    st.none() | st.sampled_from(Speaker), st.sampled_from(Speaker), st.lists(WORDS, max_size=20).map(tuple),
    CUES.map(lambda cues: tuple(sorted(cues, key=lambda cue: cue.first))), VOICES.map(tuple), CUES.map(tuple),
)  # fmt: skip


def is_read_as_one_blank(words: tuple[str, ...]) -> bool:
    """Blanks side by side are one word of a text, never two."""
    return not any(one.isspace() and other.isspace() for one, other in zip(words, words[1:], strict=False))


@given(EVIDENCE.filter(lambda one: is_read_as_one_blank(one.words)))
def test_places_are_those_of_the_names(evidence: Evidence):
    names = sorted(make_features(evidence))
    known = {name: place for place, name in enumerate(names)}
    assert find_places(evidence, index_features(known)) == list(range(len(names)))


@given(EVIDENCE)
def test_what_the_model_never_saw_has_no_place(evidence: Evidence):
    assert find_places(evidence, index_features({"w:unheard": 0, "w2:not here": 1, "odd": 2})) == []


NAMES = ["w:government", "w2:the government", "w:0", "c:office", "c2:HELP office", "d:office after close",
         "language:en", "body:CEACR", "carried:committee", "vs:government", "h:inspection", "bc:mission"]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_feature_has_a_name_that_a_person_can_read(name: str):
    evidence = Evidence(
        Language.ENGLISH, Body.CEACR, CommentKind.OBSERVATION, None, "Labour inspection", quoted=False, voice=None,
        carried=Speaker.COMMITTEE, words=("the", "government", "received", "assistance", "of", "the", "office", "2019"),
        cues=(Cue("aid", 3, 4), Cue("office", 6, 7)), voices=(Voice(0, Speaker.GOVERNMENT, "said", past=False),),
        cues_before=(Cue("mission", 1, 2),),
    )  # fmt: skip
    assert name in make_features(evidence)
