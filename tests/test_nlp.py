"""What a reader makes of a passage: offsets, concepts, masks, acronyms, fused words; every text is invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.folding import fold
from pipeline.vocabulary import Language
from tests.mining import read_one, tools

TEXTS = {
    Language.ENGLISH: "The Committee notes that the ILO’s technical assistance was “requested”. No visit took place.",
    Language.FRENCH: "La commission note que l’assistance technique du BIT a été demandée. Elle n’a pas été fournie.",
    Language.SPANISH: "La Comisión toma nota de que se solicitó la asistencia técnica de la OIT. No fue prestada.",
}


@pytest.mark.parametrize("language", Language)
def test_offsets_of_concepts_are_those_of_the_passage(language: Language):
    text = TEXTS[language]
    sentences = tools().readers[language].read(text)
    hits = [hit for sentence in sentences for hit in sentence.hits]
    assert len(sentences) == 2
    assert hits
    assert all(fold(hit.span.cut(text)) == hit.words for hit in hits)
    assert all(sentence.span.contains(hit.span) for sentence in sentences for hit in sentence.hits)


@pytest.mark.parametrize("language", Language)
def test_words_of_a_sentence_are_counted_from_the_passage(language: Language):
    first, second = tools().readers[language].read(TEXTS[language])
    assert first.first == 0
    assert second.first - len(first.words) in {0, 1}  # a wide blank is a word of the passage, and of no sentence
    assert all(hit.words.startswith(second.words[hit.first - second.first]) for hit in second.hits)


HELD = [
    ("en", "The technical assistance of the ILO was requested.", {"technical-assistance", "office", "requested"}),
    ("en", "A direct contacts mission visited the country.", {"direct-contacts-mission"}),
    ("en", "The TECHNICAL ASSISTANCE of the Office was given.", {"technical-assistance", "office"}),
    ("en", "The high-level tripartite mission met the unions.", {"high-level-tripartite-mission"}),
    ("fr", "L'assistance technique du BIT a été sollicitée.", {"technical-assistance", "office"}),
    ("fr", "Une mission de contacts directs s'est rendue sur place.", {"direct-contacts-mission"}),
    ("es", "La asistencia técnica de la OIT fue solicitada.", {"technical-assistance", "office"}),
    ("es", "Una misión de contactos directos visitó el país.", {"direct-contacts-mission"}),
]


@pytest.mark.parametrize(("language", "sentence", "concepts"), HELD)
def test_a_sentence_holds_these_concepts(language: str, sentence: str, concepts: set[str]):
    assert concepts <= {hit.concept for hit in read_one(language, sentence).hits}


MASKED = [
    ("en", "The social assistance scheme covers widows.", "aid"),
    ("en", "The United Nations stabilization mission left the country.", "mission"),
    ("en", "A direct contacts mission visited the country.", "mission"),
    ("en", "The matter was settled without delay by the courts.", "lack"),
    ("en", "The Committee refers to ILO Conventions on safety.", "office"),
    ("fr", "Le projet de loi est à l'examen.", "project"),
    ("es", "El proyecto de ley está en examen.", "project"),
]


@pytest.mark.parametrize(("language", "sentence", "hidden"), MASKED)
def test_a_longer_wording_hides_the_concept_inside_it(language: str, sentence: str, hidden: str):
    assert hidden not in {hit.concept for hit in read_one(language, sentence).hits}


NUMBER_MARKS = ["Decree No. 5 was issued.", "Section 2 of Act no 12 of 1998 applies."]


@pytest.mark.parametrize("sentence", NUMBER_MARKS)
def test_the_abbreviation_of_number_denies_nothing(sentence: str):
    assert not {"not", "lack"} & {hit.concept for hit in read_one("en", sentence).hits}


def test_no_before_a_noun_denies():
    assert "not" in {hit.concept for hit in read_one("en", "No mission visited the country.").hits}


ACRONYMS = [
    ("en", "the Employers' Organization of Ruritania (EOR)", "The EOR indicates that it agrees.", "employers"),
    ("en", "the Trade Union Congress of Ruritania (TUCR)", "The TUCR states that wages fell.", "workers"),
    ("fr", "la Confédération syndicale de Ruritanie (CSR)", "La CSR affirme que les salaires ont baissé.", "workers"),
    ("es", "la Central Sindical de Ruritania (CSRU)", "La CSRU afirma que los salarios bajaron.", "workers"),
]


@pytest.mark.parametrize(("language", "introduced", "sentence", "concept"), ACRONYMS)
def test_an_acronym_is_known_once_a_comment_explains_it(language: str, introduced: str, sentence: str, concept: str):
    plain = tools().readers[Language(language)]
    knowing = plain.knowing(f"{introduced} … {sentence}")
    acronym = fold(introduced[introduced.index("(") + 1 : -1])
    assert (concept, acronym) in {(hit.concept, hit.words) for hit in knowing.read(sentence)[0].hits}
    assert acronym not in {hit.words for hit in plain.read(sentence)[0].hits}


def test_an_acronym_of_something_else_names_no_one():
    assert tools().readers[Language.ENGLISH].knowing("the National Wage Index (NWI) rose").names == {}


FUSED = [
    ("en", "A highlevel tripartite mission met the unions.", "high-level-tripartite-mission"),
    ("en", "A followup mission is planned for next May.", "follow-up-mission"),
]


@pytest.mark.parametrize(("language", "sentence", "concept"), FUSED)
def test_a_word_that_lost_its_hyphen_is_still_known(language: str, sentence: str, concept: str):
    assert concept in {hit.concept for hit in read_one(language, sentence).hits}


PIECES = st.sampled_from(
    ["The", "ILO", "BIT", "OIT", "No.", "5", "(FEU)", "the Federation of Employers", "technical assistance", "."]
    + [" ", "\n", "\u00a0", "l’", "é", "mission", "«", "»", "…", "high-", "level", "a) ", "ß", "İ", "ﬁ", "\u0301"]
)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(Language), st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_is_read_and_its_sentences_are_its_slices(language: Language, text: str):
    sentences = tools().readers[language].knowing(text).read(text)
    assert all(sentence.text == sentence.span.cut(text) for sentence in sentences)
    hits = [hit for sentence in sentences for hit in sentence.hits]
    assert all(fold(hit.span.cut(text)) == hit.words and hit.first < hit.last for hit in hits)
