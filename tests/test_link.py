"""What passages and findings are linked to; every comment is invented for this test."""

import pytest

from pipeline.link import find_addressees, link_comment, link_finding, link_passages
from pipeline.records import Comment, Finding, Passage, Span
from pipeline.vocabulary import Body, CommentKind, FindingKind, Polarity, Scope, Section, Speaker


def make_comment(text: str, conventions: str = "", **known: object) -> Comment:
    body = known.pop("body", Body.CEACR)
    kind = known.pop("kind", CommentKind.DIRECT_REQUEST)
    countries = known.pop("countries", ("FRE",))
    return Comment(
        "c", "s", body, kind, Span(0, len(text)), conventions=tuple(conventions.split()), countries=countries, **known
    )


def read(lines: list[tuple[str | None, str]], section: Section | None = None) -> tuple[str, list[Passage]]:
    """Return a text in which headings (left) stand before paragraphs (right), and the paragraphs as passages."""
    text, passages, heading = "", [], None
    for line, paragraph in lines:
        if line is not None:
            heading = line
            text += line + "\n"
        start = len(text)
        text += paragraph + "\n"
        passages.append(Passage(f"p{start}", "c", Span(start, len(text) - 1), 1, heading=heading, section=section))
    return text, passages


def make_finding(text: str, words: str) -> Finding:
    start = text.index(words)
    return Finding(
        "f", "p", "c", "s", Span(start, start + len(words)), 1, words, FindingKind.ASSISTANCE, None, None,
        Speaker.COMMITTEE, Polarity.ASSERTED, quoted=False, scope=Scope.CASE, counted=True, method="test", reason="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("conventions", "headings", "expected"),
    [
        ("C087", [None, "Article 3 of the Convention", "Article 5 of Convention No. 144"], ["C087", "C087", "C087"]),
        (
            "C115 C155 C161",
            ["A. General provisions", "1. Occupational Safety and Health Convention, 1981 (No. 155)"],
            ["C115 C155 C161", "C155"],
        ),
        (
            "C115 C155 C161",
            ["1. Occupational Safety and Health Convention, 1981 (No. 155)", "Article 4. Policy"],
            ["C155", "C155"],
        ),
        (
            "C115 C155 C161",
            [
                "1. Occupational Safety and Health Convention, 1981 (No. 155)",
                "2. Occupational Health Services Convention, 1985 (No. 161)",
            ],
            ["C155", "C161"],
        ),
        (
            "C115 C155",
            ["1. Occupational Safety and Health Convention, 1981 (No. 155)", "B. Protection against specific risks"],
            ["C155", "C115 C155"],
        ),
        (
            "C115 C155",
            ["1. Occupational Safety and Health Convention, 1981 (No. 155)", "2. Statistics"],
            ["C155", "C115 C155"],
        ),
        ("C115 C155", ["Occupational Safety and Health Convention, 1981 (No. 155)", "2. Statistics"], ["C155", "C155"]),
        ("C115 C155", ["Occupational Safety and Health Convention, 1981 (No. 155)", "Statistics"], ["C155", "C155"]),
        ("C115 C155", ["1. Convention No. 155", "General questions"], ["C155", "C115 C155"]),
        (
            "C081 C129",
            ["Articles 3 and 6 of Convention No. 81. Duties", "Articles 20 and 21. Report"],
            ["C081", "C081 C129"],
        ),
        ("C081 C129", ["Article 3 of Convention No. 81 and Article 6 of Convention No. 129"], ["C081 C129"]),
        (
            "C081 C129",
            [
                "Convention (n° 81) sur l'inspection du travail, 1947. Article 3",
                "Convention (n° 129) sur l'inspection du travail (agriculture), 1969",
            ],
            ["C081", "C129"],
        ),
        (
            "C114 C125",
            ["Convenio sobre el contrato de enrolamiento de los pescadores, 1959 (núm. 114). Artículo 8"],
            ["C114"],
        ),
        ("C081 C129", ["A. Dispositions générales", "B. Convention n° 129"], ["C081 C129", "C129"]),
        ("C081 C129", ["Convention No. 144"], ["C081 C129"]),
        ("C029 P029", ["Protocol of 2014 to the Forced Labour Convention, 1930"], ["P029"]),
        ("", ["Labour Inspection Convention, 1947 (No. 81)"], ["C081"]),
    ],
)
def test_inner_headings_narrow_a_joint_comment(conventions: str, headings: list[str | None], expected: list[str]):
    text, passages = read([(heading, "The Committee notes the report.") for heading in headings])
    linked = link_passages(make_comment(text, conventions), passages, text)
    assert [" ".join(passage.conventions) for passage in linked] == expected


def test_a_heading_line_counts_that_a_run_in_heading_hides():
    text, passages = read(
        [("1. Convention No. 155", "Inspectors visit."), ("B. Specific risks", "Article 3. Doses. Limits hold.")]
    )
    passages[1] = Passage("p", "c", passages[1].span, 1, heading="Article 3. Doses")
    linked = link_passages(make_comment(text, "C115 C155"), passages, text)
    assert [(p.conventions, p.articles) for p in linked] == [(("C155",), ()), (("C115", "C155"), ("3",))]


def test_paragraphs_without_a_new_heading_stay_under_the_last():
    text, passages = read(
        [("2. Convention No. 129", "One."), (None, "Two names Convention No. 81 in passing."), (None, "Three.")]
    )
    linked = link_passages(make_comment(text, "C081 C129"), passages, text)
    assert [passage.conventions for passage in linked] == [("C129",)] * 3


@pytest.mark.parametrize(
    ("heading", "articles"),
    [
        ("Article 3(2) of the Convention. Other duties", "3(2)"),
        ("Articles 1(1), 2(1) and 25 of the Convention. Penalties", "1(1) 2(1) 25"),
        ("Article 2, paragraphe 2 d), de la convention. Sanctions", "2(2)(d)"),
        ("Artículo 1, 1), artículo 2, 1), y artículo 25 del Convenio", "1(1) 2(1) 25"),
        ("Regulation 2.1 and Standard A2.1, paragraph 1", "2.1 A2.1(1)"),
        ("Part V of the report form. Practical application", ""),
        ("Follow-up to the complaint made under article 26 of the Constitution of the ILO", ""),
        ("Section 4 of the Labour Code", ""),
    ],
)
def test_articles_come_from_the_heading(heading: str | None, articles: str):
    text, passages = read([(heading, "The Committee notes the report.")])
    (linked,) = link_passages(make_comment(text, "C081"), passages, text)
    assert linked.articles == tuple(articles.split())


@pytest.mark.parametrize(
    ("heading", "sentence", "articles"),
    [
        (None, "Help would bring the Act into line with Article 4 of the Convention.", "4"),
        (None, "Help would bring section 4 of the Act into line.", ""),
        (None, "It will report under article 22 of the Constitution.", ""),
        (None, "Freedonia also applies Article 5 of Convention No. 144.", ""),
        (None, "Freedonia also applies Article 5 of Convention No. 87.", "5"),
        ("Article 3", "Help would bring the Act into line with Article 4 of the Convention.", "3"),
    ],
)
def test_a_finding_has_the_articles_of_its_passage_or_its_own(heading: str | None, sentence: str, articles: str):
    text, passages = read([(heading, sentence)])
    comment = make_comment(text, "C087")
    (passage,) = link_passages(comment, passages, text)
    linked = link_finding(make_finding(text, sentence), passage, comment, text)
    assert linked.articles == tuple(articles.split())
    assert linked.conventions == ("C087",)


def test_the_country_of_a_finding_is_the_comments_and_no_other_that_it_names():
    sentence = "A mission went from Costa Rica to help with Convention No. 182."
    text, passages = read([(None, sentence)])
    comment = make_comment(text, "C138", countries=("HTI",))
    linked = link_finding(make_finding(text, sentence), passages[0], comment, text)
    assert (linked.countries, linked.conventions) == (("HTI",), ("C138",))


@pytest.mark.parametrize("kind", [CommentKind.GENERAL_REPORT, CommentKind.PAPER])
def test_in_a_general_paper_the_sentence_has_its_own_country_and_convention(kind: CommentKind):
    sentence = "In Haiti and the Niger the Office helped to apply Convention No. 182."
    text, passages = read([(None, sentence)])
    comment = make_comment(text, body=Body.ILC, kind=kind, countries=())
    linked = link_finding(make_finding(text, sentence), passages[0], comment, text)
    assert (linked.countries, linked.conventions) == (("HTI", "NER"), ("C182",))


def test_a_page_that_hides_its_country_leaves_it_empty():
    sentence = "Help from the Office in Haiti is noted."
    text, passages = read([(None, sentence)])
    comment = make_comment(text, kind=None, countries=())
    assert link_finding(make_finding(text, sentence), passages[0], comment, text).countries == ()


@pytest.mark.parametrize(
    ("section", "expected"),
    [(Section.CONCLUSIONS, ("C087",)), (Section.RECOMMENDATIONS, ("C087",)), (Section.PROCEDURE, ())],
)
def test_a_case_has_the_conventions_of_its_conclusions(section: Section, expected: tuple[str, ...]):
    text, passages = read([(None, "The law must respect Convention No. 87 and Recommendation No. 143.")], section)
    case = make_comment(text, body=Body.CFA, kind=CommentKind.INTERIM_REPORT)
    linked = link_comment(case, passages, text)
    assert linked.conventions == expected
    assert link_passages(linked, passages, text)[0].conventions == expected


def test_other_comments_are_linked_by_their_titles_only():
    text, passages = read([(None, "See Convention No. 144.")], Section.CONCLUSIONS)
    comment = make_comment(text, "C087")
    assert link_comment(comment, passages, text) is comment


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In Haiti, inspectors were trained.", "HTI"),
        ("The Turkish Government was advised.", "TUR"),
        ("Haiti joined a Canadian programme.", "HTI"),
        ("The ILO Office in Costa Rica advised Honduras.", "HND"),
        ("The project funded by Norway and Sweden helped Mali and Niger.", "MLI NER"),
        ("Le projet financé par la France a aidé le Bénin.", "BEN"),
        ("El proyecto financiado por España ayudó a Perú.", "PER"),
        ("Le bureau de l'OIT à Dakar a aidé le Togo.", "TGO"),
        ("Member States were advised.", ""),
    ],
)
def test_donors_and_offices_are_not_addressed(sentence: str, expected: str):
    assert find_addressees(sentence) == tuple(expected.split())
