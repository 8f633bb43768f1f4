"""The traps of the seed texts (REQUIREMENTS.md section 5) that reach beyond reading, each under its id.

tests/read/test_seeds.py has what reading alone must withstand; no sentence of a seed stands here.
"""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from pipeline.citations import find_articles, find_countries, find_instruments
from pipeline.counting import fold_occasions, settle_counted
from pipeline.figures import read_figures
from pipeline.gazetteers.headings import load_headings
from pipeline.records import Finding, Passage
from pipeline.vocabulary import BlockKind, Body, Language, Polarity, Scope, Speaker
from tests.seeds import NAMES, findings_on, lines_of, mine_seed, raw, tools


def text(seed: str, lines: Iterable[int]) -> str:
    return " ".join(raw(seed)[number].strip() for number in lines)


def passages_on(seed: str, lines: Iterable[int]) -> list[Passage]:
    mined, wanted = mine_seed(seed), frozenset(lines)
    return [one for one in mined.passages if wanted & lines_of(seed, one.span.cut(mined.document.text))]


@pytest.mark.parametrize(
    "form",
    ["capacity-building", "follow-up mission", "high-level mission", "direct-contacts mission", "on-the-spot mission"],
)
def test_x14_a_word_fused_at_a_line_end_is_matched_like_the_hyphenated_one(form: str):
    def concepts(words: str) -> set[str]:
        (sentence,) = tools().readers[Language.ENGLISH].read(f"The invented Office sent a {words} to it.")
        return {hit.concept for hit in sentence.hits}

    assert concepts(form) > concepts("visitor")
    assert concepts(form.replace("-", "")) >= concepts(form) - {"mission"}


@pytest.mark.parametrize(
    ("number", "fused"), [(3126, "interministerial"), (2580, "lowcost"), (3339, "awarenessraising")]
)
def test_x14_a_fused_word_hides_no_other_word_of_its_sentence(number: int, fused: str):
    assert fused in raw("002")[number]
    assert any(fused in one.span.cut(mine_seed("002").document.text) for one in passages_on("002", (number,)))


def test_x16_x17_x18_x19_figures_of_tables_are_no_passages():
    mined = mine_seed("002")
    tables = [block.span for block in mined.document.blocks if block.kind is BlockKind.TABLE]
    assert len(tables) > 5
    inside = [
        one for one in mined.passages for span in tables if span.start < one.span.end and one.span.start < span.end
    ]
    assert inside == []


@pytest.mark.parametrize(("first", "last"), [(1721, 1817), (2096, 2150), (2318, 2440), (4822, 5024), (5035, 5848)])
def test_x16_x17_nothing_is_found_in_a_table_of_figures(first: int, last: int):
    assert findings_on("002", range(first, last)) == []


@pytest.mark.parametrize(("printed", "value"), [("29 895", 29895), ("29,895", 29895), ("1 204", 1204)])
def test_x18_thousands_may_stand_apart(printed: str, value: int):
    assert printed in raw("002")[2111] or value != 29895 or "," in printed
    sentence = f"It reminded governments of technical assistance on {printed} occasions in 2003."
    assert [one.published_value for one in read_figures([sentence], load_headings(), Language.ENGLISH)] == [value]


@pytest.mark.parametrize("number", [43, 77, 111, 112, 201, 203, 213])
def test_x20_the_left_column_is_the_conference_s_and_the_right_one_the_offices(number: int):
    assert {one.voice for one in passages_on("003", (number,))} == {Speaker.CONFERENCE, Speaker.OFFICE}


def test_x20_no_finding_in_the_columns_is_in_the_voice_of_a_committee():
    voices = {one.passage_id: one.voice for one in mine_seed("003").passages}
    speakers = {(voices[one.passage_id], one.speaker) for one in mine_seed("003").findings if voices[one.passage_id]}
    assert {(Speaker.CONFERENCE, Speaker.CONFERENCE), (Speaker.OFFICE, Speaker.OFFICE)} <= speakers
    assert Speaker.COMMITTEE not in {speaker for _, speaker in speakers}


@pytest.mark.parametrize(("number", "noise"), [(88, "a c f c t t t t"), (89, "ł r"), (91, "ć")])
def test_x21_noise_is_neither_a_passage_nor_a_finding_of_its_own(number: int, noise: str):
    mined = mine_seed("003")
    assert noise in raw("003")[number]
    assert not any(one.span.cut(mined.document.text).strip() == noise for one in mined.passages)
    assert not any(one.quote.strip() == noise for one in mined.findings)


def test_x22_missing_and_garbled_numbers_are_set_right_where_the_sequence_tells_them():
    numbers = [one.number for one in mine_seed("003").passages if one.voice is Speaker.CONFERENCE and one.number]
    printed = [str(number) for number in (*range(1, 13), 15, 16, *range(21, 29), *range(33, 38))]
    assert numbers == printed


@pytest.mark.parametrize(("number", "settled"), [(77, "8"), (78, "9"), (79, "10")])
def test_x22_a_garbled_number_is_that_of_its_place(number: int, settled: str):
    found = [one.number for one in passages_on("003", (number,)) if one.voice is Speaker.CONFERENCE]
    assert found == [settled]


def test_x22_the_number_of_a_quoted_paragraph_is_none_of_the_papers():
    assert [(one.number, one.quoted) for one in passages_on("002", (383,))] == [(None, True)]


@pytest.mark.parametrize(("seed", "number"), [("001", 108), ("001", 118), ("000", 70)])
def test_x23_a_stale_cross_reference_is_no_article_of_a_convention(seed: str, number: int):
    assert find_articles(text(seed, (number,))) == ()
    assert all(not one.articles for one in passages_on(seed, (number,)))


def test_x23_the_numbers_of_both_parts_are_kept_and_their_passages_stay_apart():
    numbers = [one.number for one in mine_seed("001").passages]
    assert numbers.count("1") == numbers.count("53") == 2
    assert len({one.passage_id for one in mine_seed("001").passages}) == len(numbers)


NEAR_DUPLICATES = [
    ("003", (46, 48)), ("003", (78, 79)), ("003", (150, 152)), ("003", (205, 207, 210)),
    ("002", (*range(3280, 3283), 3290, 3291)), ("002", (*range(3359, 3362), *range(3372, 3375))),
    ("002", (*range(1660, 1672), *range(3136, 3151))),
]  # fmt: skip


@pytest.mark.parametrize(("seed", "lines"), NEAR_DUPLICATES)
def test_x25_what_is_said_twice_would_be_one_occasion(seed: str, lines: Iterable[int]):
    """Were the paper a comment on one country: its findings of one act and purpose are counted once."""
    comments = mine_seed(seed).comments
    said = [
        replace(one, scope=Scope.CASE, polarity=Polarity.ASSERTED, quoted=False, countries=("KEN",), counted=False)
        for one in findings_on(seed, lines)
    ]
    occasions = fold_occasions(settle_counted(comments, said), {one.comment_id: one for one in comments})
    assert len(occasions) == len({(one.act, one.purpose, tuple(sorted(one.mission))) for one in said})


@pytest.mark.parametrize("seed", NAMES)
def test_x25_the_same_words_twice_are_two_findings_with_two_names(seed: str):
    findings = mine_seed(seed).findings
    assert len({one.finding_id for one in findings}) == len(findings)


@pytest.mark.parametrize(("seed", "lines"), [("002", range(383, 390)), ("002", range(4358, 4390))])
def test_x26_a_box_taken_from_another_text_is_quoted(seed: str, lines: Iterable[int]):
    assert {one.quoted for one in passages_on(seed, lines)} == {True}
    assert all(one.quoted for one in findings_on(seed, lines))


def is_attributed(finding: Finding) -> bool:
    return finding.quoted or finding.speaker in {Speaker.OFFICE, Speaker.CONFERENCE, Speaker.OTHER}


@pytest.mark.parametrize(
    ("seed", "lines", "words"),
    [("000", (50,), "it stated"), ("000", (57,), ""), ("002", range(2887, 2895), "technical cooperation programmes")],
)
def test_x26_the_words_of_a_report_of_the_director_general_are_not_the_committee_s(seed, lines, words: str):
    assert [one.reason for one in findings_on(seed, lines, words) if not is_attributed(one)] == []


def test_x27_spelled_numbers_and_elliptical_lists_of_years_are_read():
    mined = mine_seed("000")
    (passage,) = passages_on("000", (158,))
    sentences = [one.text for one in tools().readers[Language.ENGLISH].read(passage.span.cut(mined.document.text))]
    figures = read_figures(sentences, load_headings(), Language.ENGLISH)
    references = {one.year: one.published_value for one in figures if one.series == "tc-references"}
    assert references == {1999: 4, 2000: 8, 2001: 9, 2002: 4}


@pytest.mark.parametrize(
    ("seed", "lines", "codes"),
    [
        ("000", (141,), ["C144", "R152"]),
        ("004", (77,), ["C182", "C138"]),
        ("002", (345, 346), ["C097", "C143"]),
        ("002", (4072, 4073, 4074), ["P147"]),
    ],
)
def test_x29_variants_of_a_title_are_one_instrument(seed: str, lines: Iterable[int], codes: list[str]):
    assert [one.code for one in find_instruments(text(seed, lines))] == codes


def test_x30_what_the_source_prints_wrongly_is_neither_mended_nor_taken_for_the_papers_own():
    (paper,) = mine_seed("002").comments
    assert "89th Session (1999)" in text("002", (4746,))
    assert (paper.session, paper.adopted_year, paper.published_year) == (None, None, None)
    assert [one.code for one in find_instruments(text("002", (2777, 2778)))] == ["C138", "C143", "C182"]


@pytest.mark.parametrize(
    ("seed", "body"),
    [("000", Body.GB), ("001", Body.ILC), ("002", Body.ILC), ("003", Body.GB), ("004", Body.ILC)],
)
def test_x31_the_body_is_the_papers_and_not_that_of_the_word_committee(seed: str, body: Body):
    assert {one.body for one in mine_seed(seed).comments} == {body}


@pytest.mark.parametrize(
    ("seed", "lines", "named", "not_named"),
    [
        ("002", (703, 704), "NER", "NGA"),
        ("002", (3842,), "NER", "NGA"),
        ("002", (3946,), "NER", "NGA"),
        ("002", (3295, 3296, 3297), "NGA", "NER"),
        ("002", (3295, 3296, 3297), "PNG", "GIN"),
        ("004", (109,), "COD", "COG"),
    ],
)
def test_x37_a_name_inside_another_name_is_not_named(seed: str, lines: Iterable[int], named: str, not_named: str):
    found = {one.iso3 for one in find_countries(text(seed, lines))}
    assert named in found
    assert not_named not in found


@pytest.mark.parametrize(("seed", "number"), [("004", 53), ("004", 57), ("004", 67)])
def test_x37_unctad_is_no_country_team(seed: str, number: int):
    assert "UNCTAD" in raw(seed)[number]
    assert findings_on(seed, (number,), "UNCTAD") == []


@pytest.mark.parametrize("number", [3803, 3882])
def test_x37_representation_in_another_sense_is_nothing(number: int):
    assert "representation" in raw("002")[number]
    assert findings_on("002", (number,), "representation") == []
