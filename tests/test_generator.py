"""The generator is a ruler: these tests say that it measures what it claims."""

import re

import pypdfium2
import pytest

from benchmarks.generator import generate_corpus, generate_report
from benchmarks.generator.truth import GeneratedReport
from benchmarks.generator.wording import count_shapes, load_wording

BOTH = [("by-convention", "en"), ("by-subject", "en"), ("by-convention", "fr"), ("by-subject", "es")]


@pytest.fixture(scope="module", params=BOTH, ids=lambda one: "-".join(one))
def report(request: pytest.FixtureRequest) -> GeneratedReport:
    era, language = request.param
    return generate_report(40, 7, era, language)


def letters_of(text: str) -> str:
    """Return the text without blanks, hyphens and PDFium's marks of a divided word."""
    return re.sub(r"[\s\-\u00ad\ufffe\x02]", "", text)


def test_a_report_has_the_pages_that_were_asked_for(report: GeneratedReport):
    assert len(pypdfium2.PdfDocument(report.pdf)) == 40 == report.truth.pages


def test_every_sentence_of_the_truth_is_printed(report: GeneratedReport):
    document = pypdfium2.PdfDocument(report.pdf)
    printed = [page.get_textpage().get_text_range() for page in document]
    bodies = "".join(letters_of(text) for text in printed)
    quotes = [one.quote for comment in report.truth.comments for one in comment.findings]
    lost = [quote for quote in quotes if letters_of(quote) not in bodies]
    assert len(quotes) > 60
    assert len(lost) < 0.06 * len(quotes), lost  # those that a page's head and foot interrupt


def test_about_one_sentence_in_eight_carries_a_finding(report: GeneratedReport):
    observations = [one for one in report.truth.comments if one.kind == "observation"]
    sentences = sum(one.sentences for one in observations)
    found = len({(number, one.quote) for number, each in enumerate(observations) for one in each.findings})
    assert 0.08 < found / sentences < 0.17


def test_the_printed_lists_are_those_of_the_comments(report: GeneratedReport):
    for listed in report.truth.lists:
        for iso3, codes in listed.rows:
            said = [one for one in report.truth.comments if iso3 in one.countries]
            fresh = [f for one in said for f in one.findings if not f.quoted]
            assert {"assistance-useful": "reminded"}.get(listed.key, listed.key) in {f.grade or f.act for f in fresh}
            assert set(codes) <= {code for one in said for code in one.conventions}


def test_the_same_seed_makes_the_same_bytes_and_another_seed_others():
    first, again, other = (generate_report(8, seed, "by-subject", "fr") for seed in (5, 5, 6))
    assert first == again
    assert first.pdf != other.pdf


@pytest.mark.parametrize(("language", "least"), [("en", 300), ("fr", 100), ("es", 100)])
def test_sentences_have_many_shapes(language: str, least: int):
    assert count_shapes(load_wording(language)) >= least


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_gap_has_a_fact(language: str):
    corpus = generate_report(30, 3, "by-subject", language)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(corpus.pdf))
    assert not re.search(r"[{}|]| {2}\w|\[[^TLS]", text)


def test_eras_order_the_second_part_by_convention_or_by_subject():
    for era, joint in (("by-convention", False), ("by-subject", True)):
        comments = generate_report(60, 2, era, "en").truth.comments
        observations = [one for one in comments if one.kind == "observation"]
        assert any(len(one.conventions) > 1 for one in observations) is joint
        codes = [one.conventions[0] for one in observations]
        assert (codes == sorted(codes)) is (era == "by-convention")


def test_a_report_of_no_era_or_no_length_is_refused():
    with pytest.raises(ValueError, match="no such report"):
        generate_report(3, 1, "by-subject", "en")
    with pytest.raises(ValueError, match="no such report"):
        generate_report(30, 1, "by-colour", "en")


def test_the_corpus_tells_every_course_of_a_need():
    corpus = generate_corpus(12, 6, 1)
    assert {one.status for one in corpus.needs} == {
        "suggested", "agreed", "ongoing", "delivered", "effective", "limited",
    }  # fmt: skip
    assert len({one.comment.countries for one in corpus.pages}) == 12
    assert len({one.comment.session for one in corpus.pages}) == 6
    assert len({one.name for one in corpus.pages}) == len(corpus.pages)


def test_a_joint_text_is_the_same_page_under_two_conventions():
    corpus = generate_corpus(12, 6, 1)
    by_name = {one.name: one for one in corpus.pages}
    copies = [one for one in corpus.pages if one.copy_of]
    assert len(copies) == 6
    for copy in copies:
        assert copy.comment == by_name[copy.copy_of].comment
        assert copy.comment.conventions == ("C081", "C129")


def test_every_finding_of_the_corpus_stands_on_its_page():
    for page in generate_corpus(12, 6, 4).pages:
        for finding in page.comment.findings:
            assert finding.quote in page.content.decode()
