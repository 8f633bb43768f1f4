"""A whole page, invented, from bytes to findings: offsets, pages, order, identity, voices, lists, repetitions."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ReadFailure
from pipeline.identity import hash_bytes
from pipeline.mine import find_findings, mine_source
from pipeline.records import Finding, Mined, Source
from pipeline.vocabulary import Act, FindingKind, Grade, Speaker, Trigger
from tests.mining import tools

PAGE = """Observation (CEACR) - adopted 2009, published 99th ILC session (2010)
Labour Inspection Convention, 1947 (No. 81) - Fiji (Ratification: 1974)
1. Article 10 of the Convention. The Committee notes that the Employers' Organization of the Islands (EOIS) sent its views. The EOIS indicates that it has asked the ILO for advice on the draft bill.
2. The Government indicates that a bill is ready. The ILO provided technical assistance to the drafters. The Committee notes with satisfaction that section 4 was repealed in May.
3. The Committee encourages the Government:
(a) to accept a direct contacts mission; and
(b) to seek the technical assistance of the Office for its reports.
4. The Committee notes with regret that the Government's report has not been received. The Committee recalls that the technical assistance of the ILO is at its disposal.
Repetition
The Committee notes with regret that the Government's report has not been received. It must therefore repeat its previous observation, which read as follows:
The Committee invites the Government to avail itself of the technical assistance of the Office in order to draft the new Labour Code.
"""


def mine(text: str) -> Mined:
    content = text.encode("utf-8")
    return mine_source(Source(hash_bytes(content), "invented.txt", content), tools())


@pytest.fixture(scope="module")
def mined() -> Mined:
    return mine(PAGE)


def finding_on(mined: Mined, words: str, kind: FindingKind = FindingKind.ASSISTANCE) -> Finding:
    (found,) = [finding for finding in mined.findings if words in finding.quote and finding.kind is kind]
    return found


def test_the_header_is_read(mined: Mined):
    (comment,) = mined.comments
    assert (comment.countries, comment.conventions, comment.adopted_year) == (("FJI",), ("C081",), 2009)


def test_offsets_are_those_of_the_documents_text(mined: Mined):
    assert mined.findings
    assert all(finding.span.cut(mined.document.text) == finding.quote for finding in mined.findings)


def test_a_finding_stands_in_its_passage_and_its_comment(mined: Mined):
    passages = {passage.passage_id: passage for passage in mined.passages}
    comments = {comment.comment_id: comment for comment in mined.comments}
    for finding in mined.findings:
        passage = passages[finding.passage_id]
        assert passage.span.contains(finding.span)
        assert passage.comment_id == finding.comment_id
        assert comments[finding.comment_id].span.contains(passage.span)


def test_findings_come_in_the_order_of_their_sentences(mined: Mined):
    starts = [finding.span.start for finding in mined.findings]
    assert starts == sorted(starts)


def test_identities_differ_and_are_the_same_in_a_second_run(mined: Mined):
    again = mine(PAGE)
    ids = [finding.finding_id for finding in mined.findings]
    assert len(set(ids)) == len(ids)
    assert again == mined


def test_the_same_sentence_twice_has_two_identities(mined: Mined):
    twice = [finding for finding in mined.findings if finding.kind is FindingKind.REPORTING]
    assert len(twice) == 2
    assert twice[0].quote == twice[1].quote
    assert twice[0].finding_id != twice[1].finding_id


def test_an_acronym_that_the_comment_explains_speaks(mined: Mined):
    found = finding_on(mined, "draft bill")
    assert (found.act, found.speaker, found.trigger) == (Act.REQUESTED, Speaker.EMPLOYERS, Trigger.UNKNOWN)


def test_the_voice_of_the_government_carries_over(mined: Mined):
    assert finding_on(mined, "to the drafters").speaker is Speaker.GOVERNMENT


def test_the_body_takes_its_voice_back(mined: Mined):
    found = finding_on(mined, "with satisfaction", FindingKind.PROGRESS)
    assert (found.speaker, found.grade) == (Speaker.COMMITTEE, Grade.SATISFACTION)


@pytest.mark.parametrize("words", ["to accept a direct contacts mission", "to seek the technical assistance"])
def test_an_item_of_a_list_is_read_with_its_lead(mined: Mined, words: str):
    found = finding_on(mined, words)
    assert (found.act, found.speaker, found.quoted) == (Act.ENCOURAGED, Speaker.COMMITTEE, False)


def test_what_is_repeated_is_quoted(mined: Mined):
    assert finding_on(mined, "new Labour Code").quoted
    assert not finding_on(mined, "at its disposal").quoted


def test_nothing_is_counted_before_the_whole_store_is_known(mined: Mined):
    assert not any(finding.counted for finding in mined.findings)


def test_every_finding_says_which_words_and_which_rule_decided(mined: Mined):
    assert all(finding.reason and ":" in finding.method for finding in mined.findings)


def test_the_countries_and_conventions_are_those_of_the_comment(mined: Mined):
    assert {(finding.countries, finding.conventions) for finding in mined.findings} == {(("FJI",), ("C081",))}


def test_pages_are_counted_where_the_text_has_them():
    head, tail = PAGE.split("4. The Committee", 1)
    mined = mine(f"{head}\f4. The Committee{tail}")
    assert finding_on(mined, "to the drafters").page == 1
    assert finding_on(mined, "at its disposal").page == 2


def test_a_text_in_no_language_of_the_reports_has_no_findings(mined: Mined):
    document = replace(mined.document, language=None, text="\u4e2d" * len(mined.document.text))
    comments = [replace(comment, language=None) for comment in mined.comments]
    assert find_findings(document, comments, mined.passages, tools()) == ()


LINES = st.sampled_from([*PAGE.splitlines(), "", "\f", "* * *", "(a)", "Conclusions", "Case No. 2318 (Cambodia)"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(LINES, max_size=12).map("\n".join), st.binary(max_size=120))


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_any_bytes_are_mined_or_refused_with_a_reason(text: str | bytes):
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    try:
        mined = mine_source(Source(hash_bytes(content), "invented.txt", content), tools())
    except ReadFailure:
        return
    assert all(finding.span.cut(mined.document.text) == finding.quote for finding in mined.findings)
