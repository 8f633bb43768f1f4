"""Dossiers of an invented dataset: what they say, that each number leads to its passages, and that nothing is markup."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from pipeline.brief import RENDERERS, Dossier, Material, find_choice, make_dossier
from pipeline.brief.values import Sign
from pipeline.vocabulary import About
from tests.brief.stories import tell_story, without_address

GOLDEN = Path(__file__).parent / "golden" / "country-ken.md"
EVERY = ((About.COUNTRY, "KEN"), (About.CONVENTION, "87"), (About.REGION, "africa"), (About.SUBJECT, "equality"), (About.OFFICE, "Dar es Salaam"))


@pytest.fixture(scope="module")
def told() -> Material:
    return tell_story()


@pytest.fixture(scope="module")
def kenya(told: Material) -> Dossier:
    return make_dossier(told, find_choice(About.COUNTRY, "KEN"))


def rows_of(dossier: Dossier, key: str) -> list[list[str]]:
    (table,) = [one for one in dossier.tables if one.key == key]
    return [[cell.text for cell in row] for row in table.rows]


def test_the_markdown_of_a_country_is_the_one_that_was_read_by_a_person(kenya: Dossier):
    """After a wanted change: NEEDS_REGENERATE=1, then read the difference."""
    markdown = RENDERERS["md"](kenya)
    if os.environ.get("NEEDS_REGENERATE") == "1":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_bytes(markdown)
    assert markdown.decode() == GOLDEN.read_bytes().decode()


def test_countries_stand_in_the_order_of_their_names_everywhere():
    line = "{} C087 2014 CEACR concern committee The Committee is concerned that the register is closed. -"
    told = tell_story("\n".join(map(line.format, ("COM", "DZA", "CIV", "CUB", "TZA", "TUN"))))
    dossier = make_dossier(told, find_choice(About.CONVENTION, "87"))
    names = ["Algeria", "Comoros", "Côte d'Ivoire", "Cuba", "Tunisia", "United Republic of Tanzania"]
    assert dossier.plot is not None
    assert [row.label for row in dossier.plot.rows] == names
    assert [row[0] for row in rows_of(dossier, "instruments")] == names
    overview = make_dossier(told, find_choice(About.SUBJECT, "freedom-of-association"))
    assert [row[0] for row in rows_of(overview, "countries")] == names
    assert [(one.label, one.title) for one in dossier.threads] == [(f"T{at}", name) for at, name in enumerate(names, 1)]


def test_years_of_ratification_are_those_that_comments_print_each_with_the_latest_that_prints_it(told: Material):
    years = {2012: (1964,), 2013: (), 2014: (1964,), 2015: (1965,), 2016: ()}
    comments = tuple(
        replace(one, ratified_year=years[one.adopted_year or 0]) if one.conventions == ("C087",) and one.countries == ("KEN",) else one
        for one in told.comments
    )
    dossier = make_dossier(replace(told, comments=comments), find_choice(About.COUNTRY, "KEN"))
    [row] = [row for row in rows_of(dossier, "instruments") if row[0].startswith("C087")]
    assert row[1] == "1964 (in CEACR observation 2014, page 2); 1965 (in CAS individual case 2015, page 2)"
    [cells] = [one.rows for one in dossier.tables if one.key == "instruments"]
    assert all(cell[1].refs for cell in cells)
    assert any("no register of ratifications is read" in note for note in dossier.notes)


def test_the_figures_count_the_story(kenya: Dossier):
    counted = {one.key: one.value for one in kenya.figures}
    assert counted == {"open": 4, "waiting": 1, "gap": 1, "requests": 4, "given": 3, "missions": 2, "progress": 2, "failures": 3}
    assert all(len(one.refs) >= one.value for one in kenya.figures)


def test_open_needs_come_by_priority_with_reasons_and_the_deciding_words(kenya: Dossier):
    assert [card.priority for card in kenya.cards] == sorted((card.priority for card in kenya.cards), reverse=True)
    first = kenya.cards[0]
    assert (first.rank, first.title[:4], first.status) == (1, "C100", "Help requested, waiting")
    assert any("the Government has asked for help" in reason for reason in first.reasons)
    assert first.quotes[0].words.startswith("The Federation of Islands' Employers also asks")
    assert first.quotes[0].address == "https://normlex.example/page?id=1&x=2"


@pytest.mark.parametrize(
    ("key", "row"),
    [
        ("requests", ["2014", "C100 Equal Remuneration", "employers", "statistics", "own initiative"]),
        ("missions", ["2014", "mission", "C138", "–", "no", "no"]),
        ("assistance", ["2016", "C081 Labour Inspection", "effective", "inspection"]),
        ("progress", ["2017", "C081 Labour Inspection", "satisfaction", "5 years"]),
        ("long-standing", ["C182 Worst Forms of Child Labour", "gap", "4", "4", "–", "2012–2016"]),
        ("reporting", ["2013", "report missing", "no Convention named", "CEACR", "yes", "no"]),
        (
            "instruments",
            [
                "C087 Freedom of Association and Protection of the Right to Organise",
                "1964 (in CEACR observation 2016, page 2)",
                "fundamental",
                "up to date (as of 2024-06-14)",
            ],
        ),
        ("laws", ["Equal Treatment Act, 2015", "law", "C111", "2013 (page 3), 2015 (page 3)"]),
    ],
)
def test_each_section_tells_what_the_story_says(kenya: Dossier, key: str, row: list[str]):
    assert row in [one[: len(row)] for one in rows_of(kenya, key)]


def test_a_practice_names_its_remedy_the_help_before_it_and_no_cause_that_the_text_does_not_name(kenya: Dossier):
    (solved, noted) = rows_of(kenya, "practices")
    assert "section 14 of the Inspection Act was repealed" in solved[2]
    assert (solved[3], solved[4]) == ("2016, 1 year before", "no")
    assert noted[3] == "2013, 2 years before"


def test_the_plot_has_a_row_for_each_thread_with_its_marks(kenya: Dossier):
    assert kenya.plot and (kenya.plot.first_year, kenya.plot.last_year) == (2012, 2017)
    (row,) = [one for one in kenya.plot.rows if one.label.startswith("C081")]
    assert [sign for _, sign in row.marks] == [
        Sign.SUGGESTED, Sign.REQUESTED, Sign.AGREED, Sign.DELIVERED, Sign.EFFECTIVE, Sign.SATISFACTION,
    ]  # fmt: skip


@pytest.mark.parametrize(("about", "key"), EVERY)
def test_every_number_of_the_page_has_an_anchor_that_resolves(told: Material, about: About, key: str):
    page = HTMLParser(RENDERERS["html"](make_dossier(told, find_choice(about, key))))
    anchors = [one.attributes["id"] for one in page.css("[id]")]
    assert len(anchors) == len(set(anchors))
    links = [one.attributes["href"] for one in page.css("a[href^='#']")]
    assert {link[1:] for link in links} <= set(anchors)
    for number in page.css(".figures .number"):
        assert number.tag == "a" or number.text() == "0"
    for cell in page.css("tbody td div, .facts dd"):
        if re.fullmatch(r"\d{1,3}", cell.text(deep=False).strip()) and cell.text(deep=False).strip() != "0":
            assert cell.css("a[href^='#']"), cell.text()


def test_the_page_can_be_read_by_machines_that_read_to_people(kenya: Dossier):
    page = HTMLParser(RENDERERS["html"](kenya))
    assert page.css_first("html").attributes["lang"] == "en"
    assert all(page.css_first(landmark) for landmark in ("header", "nav[aria-label]", "main", "footer"))
    assert [len(page.css(f"h{level}")) > 0 for level in (1, 2, 3)] == [True] * 3 and len(page.css("h1")) == 1
    for table in page.css("table"):
        assert table.css_first("caption") and table.css("thead th[scope=col]") and table.css("tbody th[scope=row]")
    assert "C182 Worst Forms of Child Labour: concern in 2012, 2013, 2014, 2016" in page.css_first("svg desc").text()


@pytest.mark.parametrize(("about", "key"), EVERY)
@pytest.mark.parametrize("form", RENDERERS)
def test_the_same_dataset_gives_the_same_bytes(about: About, key: str, form: str):
    choice = find_choice(about, key)
    assert RENDERERS[form](make_dossier(tell_story(), choice)) == RENDERERS[form](make_dossier(tell_story(), choice))


def test_words_of_strangers_are_never_markup(told: Material):
    dossier = make_dossier(told, find_choice(About.COUNTRY, "TZA"))
    page = HTMLParser(RENDERERS["html"](dossier))
    assert not page.css("script") and '<script>alert("x")</script>' in page.css_first(".evidence .words").text()
    markdown = RENDERERS["md"](dossier).decode()
    assert "\\<script\\>" in markdown and "\\[links\\](http" in markdown and "\\*stars\\*" in markdown
    assert '<script>alert("x")</script>' in text_of(RENDERERS["pdf"](dossier))


def test_only_web_addresses_become_links(told: Material):
    wicked = replace(told, sources=tuple(replace(one, address="javascript:alert(1)") for one in told.sources))
    dossier = make_dossier(wicked, find_choice(About.COUNTRY, "KEN"))
    assert all(b"javascript:" not in render(dossier) for render in RENDERERS.values())


def test_a_file_without_title_and_address_is_named_by_its_name(told: Material):
    dossier = make_dossier(without_address(told), find_choice(About.COUNTRY, "KEN"))
    assert {(one.source, one.address) for one in dossier.quotes} == {("pages.html", None)}


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.replace("\r\n", " ").split())


def test_the_pdf_holds_the_needs_their_words_and_no_date(kenya: Dossier):
    pdf = RENDERERS["pdf"](kenya)
    text = text_of(pdf)
    assert "C087 Freedom of Association and Protection of the Right to Organise" in text
    assert "so that the registrar might be heard" in text and "finding" in text
    assert pypdfium2.PdfDocument(pdf).get_metadata_dict()["CreationDate"] == ""
    assert b"/StructTreeRoot" in pdf


def test_a_country_of_which_nothing_was_read_has_a_dossier_that_says_so(told: Material):
    dossier = make_dossier(told, find_choice(About.COUNTRY, "ISL"))
    assert dossier.coverage == ("No comment on this was read.",)
    assert {one.value for one in dossier.figures} == {None} and dossier.plot is None
    assert all("No open need is known" in text for text in (RENDERERS["md"](dossier).decode(), RENDERERS["html"](dossier).decode()))
    assert "No open need is known" in text_of(RENDERERS["pdf"](dossier))


def test_of_many_passages_only_the_cited_ones_are_printed_and_the_others_named_by_their_ids(
    told: Material, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("pipeline.brief.dossier.MOST_PASSAGES", 5)
    monkeypatch.setattr("pipeline.brief.sections.MOST_ROWS", 1)
    monkeypatch.setattr("pipeline.brief.dossier.MOST_CARDS", 1)
    whole = make_dossier(told, find_choice(About.REGION, "africa"))
    printed = {one.finding_id for one in whole.quotes}
    named = {words.rsplit(" ", 1)[1] for line in whole.threads for words in line.findings}
    assert printed and named and printed.isdisjoint(named)
    assert printed | named == {one.finding_id for one in told.findings}
    page = HTMLParser(RENDERERS["html"](whole))
    anchors = {one.attributes["id"] for one in page.css("[id]")}
    assert {one.attributes["href"][1:] for one in page.css("a[href^='#']")} <= anchors
    assert RENDERERS["pdf"](whole) and RENDERERS["md"](whole)


def test_a_dossier_of_a_region_tells_of_each_country(told: Material):
    dossier = make_dossier(told, find_choice(About.REGION, "africa"))
    assert [row[:2] for row in rows_of(dossier, "countries")] == [["Kenya", "8"], ["Uganda", "2"], ["United Republic of Tanzania", "1"]]
    assert dossier.cards[0].title.startswith("Kenya: C100")


def test_the_words_of_the_sections_fit_their_columns():
    from pipeline.gazetteers.sections import load_notes, load_sections

    assert all(len(one.headers) == len(one.widths) for one in load_sections().values())
    assert len(load_notes()) > 3
