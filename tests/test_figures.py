"""Figures printed in running text (X27). The sentences are invented; those of the seeds are read where the seeds are."""

import pytest

from pipeline.figures import read_figures
from pipeline.gazetteers.headings import load_headings
from pipeline.records import Figure
from pipeline.sentences import split_sentences
from pipeline.series import load_published
from pipeline.vocabulary import Language
from tests.seeds import NAMES, mine_seed

HEADINGS = load_headings()
ENGLISH, FRENCH, SPANISH = Language.ENGLISH, Language.FRENCH, Language.SPANISH
REMINDERS, REFERENCES, REPLIES = "ta-reminders", "tc-references", "ta-replies-to-workers"


def read(text: str, language: Language = ENGLISH) -> tuple[Figure, ...]:
    sentences = [text[start:end] for start, end in split_sentences(text, frozenset({"no"}))]
    return read_figures(sentences, HEADINGS, language)


def told(text: str, language: Language = ENGLISH) -> list[tuple[str, int | None, int | None]]:
    return [(figure.series, figure.year, figure.published_value) for figure in read(text, language)]


PRINTED = [
    pytest.param(
        "In 2011 the Committee of Experts reminded governments on 1,204 occasions of technical assistance.",
        ENGLISH, [(REMINDERS, 2011, 1204)], id="the year first",
    ),
    pytest.param(
        "It reminded governments of technical assistance on 7 occasions in 2011; on twelve occasions in 2010.",
        ENGLISH, [(REMINDERS, 2011, 7), (REMINDERS, 2010, 12)], id="the years after",
    ),
    pytest.param(
        "It made references to technical cooperation, three in 2011 and six in 2010. "
        "Corresponding figures are five for 2009 and one for 2008.",
        ENGLISH, [(REFERENCES, 2011, 3), (REFERENCES, 2010, 6), (REFERENCES, 2009, 5), (REFERENCES, 2008, 1)],
        id="an elliptical list and its continuation",
    ),
    pytest.param(
        "Technical assistance was mentioned in the conclusions on three occasions in both 2009 and 2010.",
        ENGLISH, [("ta-in-conclusions", 2009, 3), ("ta-in-conclusions", 2010, 3)], id="one number for two years",
    ),
    pytest.param(
        "From 2008 to 2011 the texts were read. It noted 31 cases with satisfaction and 402 cases with interest.",
        ENGLISH, [("satisfaction-2008-2011", None, 31), ("interest-2008-2011", None, 402)], id="a period",
    ),
    pytest.param(
        "La commission d'experts a rappelé aux gouvernements l'assistance technique à trois reprises en 2011 "
        "et à dix-sept reprises en 2010.",
        FRENCH, [(REMINDERS, 2011, 3), (REMINDERS, 2010, 17)], id="French",
    ),
    pytest.param(
        "La Comisión de Expertos recordó a los gobiernos la asistencia técnica en siete ocasiones en 2011. "
        "La Comisión se refirió a esta posibilidad en dieciséis ocasiones en 2010.",
        SPANISH, [(REMINDERS, 2011, 7), (REMINDERS, 2010, 16)], id="Spanish",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), PRINTED)
def test_a_number_is_read_with_its_series_and_year(text: str, language: Language, expected: list[object]):
    assert told(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It reminded governments of technical assistance on several occasions in 2011.",
        "It reminded governments of technical assistance under Convention No. 98 in 2011.",
        "The Office held 12 courses in 2011 and six in 2010.",
        "It made references to technical cooperation in 2011.",
        "There were two cases in 2011 of another kind.",
    ],
)
def test_what_is_not_counted_or_not_of_a_series_is_no_figure(text: str):
    assert read(text) == ()


def test_the_body_and_the_form_of_comment_are_those_named_before():
    text = (
        "Between 1 March 2008 and 30 June 2011 there were 90 observations and direct requests. "
        "In 12 cases the Committee of Experts referred governments to technical assistance. "
        "The Committee on Freedom of Association has, in three cases, referred governments to technical assistance."
    )
    rows = [(figure.series, figure.body, figure.kind, figure.unit, figure.published_value) for figure in read(text)]
    assert rows == [
        ("comments-2008-2011", "CEACR", "observation+direct-request", "comments", 90),
        ("ta-suggestions-2008-2011", "CEACR", "observation+direct-request", "comments", 12),
        ("ta-suggestions-2008-2011", "CFA", None, "cases", 3),
    ]


def seed_figures(name: str, numbers: tuple[str, ...] | None = None) -> list[Figure]:
    mined = mine_seed(name)
    texts = [
        passage.span.cut(mined.document.text)
        for passage in mined.passages
        if numbers is None or passage.number in numbers
    ]
    sentences = [text[start:end] for text in texts for start, end in split_sentences(text, frozenset())]
    return list(read_figures(sentences, HEADINGS, ENGLISH))


def test_the_published_figures_are_those_that_the_seeds_print():
    def place(figure: Figure) -> tuple[object, ...]:
        return (figure.series, figure.body, figure.kind, figure.year, figure.unit)

    printed = [*seed_figures("000", ("39", "40")), *seed_figures("002", ("194",))]
    stated = {place(one): one.published_value for one in load_published() if one.published_value is not None}
    assert {place(one): one.published_value for one in printed} == stated
    assert len(printed) == len(stated)


@pytest.mark.parametrize("name", NAMES)
def test_no_other_paragraph_of_a_seed_prints_a_figure_of_a_series(name: str):
    own = {"000": ("39", "40"), "002": ("194",)}.get(name, ())
    assert seed_figures(name) == seed_figures(name, own)
