"""What a document tells besides its findings; every text is invented."""

import pytest

from pipeline.folding import fold
from pipeline.gazetteers.registers import make_registers
from pipeline.mine import cut_comments, note
from pipeline.notes import note_document
from pipeline.records import Comment, Span
from pipeline.vocabulary import Body, CommentKind, ListKind
from tests.mining import tools
from tests.split.conftest import make_page

REGISTERS = make_registers()

REFERRED = [
    "The Committee draws the legislative aspects of this case to the attention of the Committee of Experts.",
    "It draws the attention of the Committee of Experts on the Application of Conventions and Recommendations to the legislative aspects of the case.",
    "The Committee refers the legislative aspects to the CEACR.",
    "Le comité attire l'attention de la commission d'experts sur les aspects législatifs du cas.",
    "Le comité renvoie les aspects législatifs de ce cas à la commission d'experts.",
    "El Comité señala los aspectos legislativos del caso a la atención de la Comisión de Expertos.",
    "El Comité señala a la atención de la Comisión de Expertos los aspectos legislativos de este caso.",
]  # fmt: skip
NOT_REFERRED = [
    "The Committee of Experts has noted the report for many years.",
    "The Committee asks the Government to amend the legislative provisions concerned.",
    "Le comité note que la commission d'experts a formulé des commentaires.",
]


@pytest.mark.parametrize(("text", "expected"), [*((text, True) for text in REFERRED), *((text, False) for text in NOT_REFERRED)])
def test_a_referral_is_told_by_its_words(text: str, expected: bool):
    assert (REGISTERS.headings.find_within("referral", fold(text)) is not None) is expected


def comment_of(text: str, body: Body, kind: CommentKind, countries: tuple[str, ...] = ()) -> Comment:
    return Comment("c" * 20, "0" * 64, body, kind, Span(0, len(text)), countries=countries)


def test_a_case_keeps_its_country_and_the_convention_that_the_referral_names():
    page = make_page("The Committee draws the legislative aspects of this case, as regards Convention No. 98, to the attention of the Committee of Experts.")
    case = comment_of(page.text, Body.CFA, CommentKind.DEFINITIVE_REPORT, ("KEN",))
    [found] = note_document(page, [case], REGISTERS, frozenset()).referrals
    assert (found.countries, found.conventions, found.comment_id) == ((), ("C098",), case.comment_id)
    assert found.span.cut(page.text).startswith("The Committee draws")


def test_an_introduction_names_the_countries_of_the_cases_it_refers():
    page = make_page("The Committee draws the legislative aspects of Cases Nos 2001 (Kenya) and 2002 (Peru) to the attention of the Committee of Experts.")
    case = comment_of(page.text, Body.CFA, CommentKind.GENERAL_REPORT)
    [found] = note_document(page, [case], REGISTERS, frozenset()).referrals
    assert found.countries == ("KEN", "PER")


def test_only_the_committee_on_freedom_of_association_refers():
    page = make_page(REFERRED[0])
    observation = comment_of(page.text, Body.CEACR, CommentKind.OBSERVATION, ("KEN",))
    assert note_document(page, [observation], REGISTERS, frozenset()).referrals == ()


REPORT = """
International Labour Conference, 101st Session, 2012
Report of the Committee of Experts on the Application of Conventions and Recommendations
Part I. General Report
1. The Committee of Experts held its 82nd Session in Geneva from 24 November to 9 December 2011.
2. The Committee has expressed its satisfaction in 3 cases. The full list is as follows:
State Conventions Nos
Chad 29, 87
Peru 131
"""


def test_every_state_of_a_list_is_a_row_with_its_conventions():
    document = make_page(REPORT)
    comments = cut_comments(document, tools())
    lists = note(document, comments, tools()).lists
    assert [(one.kind, one.country, one.conventions) for one in lists] == [
        (ListKind.SATISFACTION, "TCD", ("C029", "C087")),
        (ListKind.SATISFACTION, "PER", ("C131",)),
    ]
    assert {one.comment_id for one in lists} == {one.comment_id for one in comments if one.kind is CommentKind.GENERAL_REPORT}


def test_a_figure_that_a_paper_prints_is_kept_with_its_paragraph():
    text = "In 2011 the Committee of Experts reminded governments on 1,204 occasions of technical assistance."
    page = make_page(text)
    paper = comment_of(page.text, Body.GB, CommentKind.PAPER)
    [found] = note_document(page, [paper], REGISTERS, frozenset()).printed
    assert (found.series, found.year, found.published_value, found.unit) == ("ta-reminders", 2011, 1204, "occasions")
