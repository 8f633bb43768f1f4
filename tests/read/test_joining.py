"""Joining printed lines: every sample is invented for this project."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.joining import Words, join_lines, join_pages, learn_words, opens_item, runs_on

NOTHING = Words(frozenset(), frozenset())


@pytest.mark.parametrize(
    ("lines", "elsewhere", "joined"),
    [
        (["The Govern-", "ment states"], "The Government", "The Government states"),
        (["labour inspec-", "tion services"], "", "labour inspection services"),
        (["a self-", "evaluation of the unit"], "", "a self-evaluation of the unit"),
        (["the follow-", "up mission"], "a follow-up mission; to followup", "the follow-up mission"),
        (["decision-", "making bodies"], "a decision is in the making", "decision-making bodies"),
        (["decision-", "making bodies"], "no decisionmaking here", "decisionmaking bodies"),
        (["Guinea-", "Bissau"], "", "Guinea-Bissau"),
        (["c'est-à-", "dire la loi"], "", "c'est-à-dire la loi"),
        (["vis-à-", "vis des syndicats"], "", "vis-à-vis des syndicats"),
        (["la loi peut-", "être"], "il faut peut-être agir", "la loi peut-être"),
        (["mise à l'avant-", "plan"], "au tout-avant-plan", "mise à l'avant-plan"),
        (["non-", "compliance"], "", "non-compliance"),
        (["non-", "compliance"], "the noncompliance", "noncompliance"),
        (["l'inspec\u00ad", "tion du travail"], "l'inspec et la tion", "l'inspection du travail"),
        (["the inspec\u0002", "tion"], "", "the inspection"),
        (["the inspec\ufffe", "tion"], "", "the inspection"),
        (["from 1996-", "2001 on"], "", "from 1996-2001 on"),
        (["and/", "or"], "", "and/or"),
        (["see https://labour.example/", "reports/2004 for"], "", "see https://labour.example/reports/2004 for"),
        (["the Government –", "the Committee"], "", "the Government – the Committee"),
        (["Conventions Nos", "29 and 105"], "", "Conventions Nos 29 and 105"),
        (["United Republic", "of Tanzania"], "", "United Republic of Tanzania"),
        (["pre-, mid- and", "post-war"], "", "pre-, mid- and post-war"),
        (["short- and long-", "term"], "long-term", "short- and long-term"),
    ],
)
def test_lines_become_running_text(lines: list[str], elsewhere: str, joined: str):
    assert join_lines(lines, learn_words([elsewhere])) == joined


def test_a_word_cut_at_a_line_end_teaches_nothing():
    assert learn_words(["The Govern-", "ment of self-rule"]).seen == {"the", "of", "self", "rule"}


def test_halves_of_cut_words_are_no_words():
    lines = ["of the work-", "ing hours of work and ship-", "ping"]
    assert join_lines(lines, learn_words(lines)) == "of the working hours of work and shipping"


def test_a_new_page_begins_inside_the_paragraph():
    joined = join_pages([("The labour inspec-", 3), ("tion services", 4), ("were visited.", 4)], NOTHING)
    assert joined.text == "The labour inspection services were visited."
    assert [(joined.text[at:], page) for at, page in joined.turns] == [("tion services were visited.", 4)]


@pytest.mark.parametrize(
    ("before", "after", "together"),
    [
        ("The Committee asks the", "Government to reply.", True),
        ("The Committee asks the Govern-", "ment to reply.", True),
        ("The Committee refers to Convention No.", "87 and to its comments.", True),
        ("The Committee asks for a reply.", "The Government states that", False),
        ("The Committee asks for a reply.", "and the workers' organizations", True),
        ("It asks the Government to:", "(a) adopt the Bill;", False),
        ("(a) adopt the Bill;", "(b) amend the Code;", False),
        ("The list names the", "12. The Committee notes", False),
        ("as the Office said (“in good time.”)", "The Committee", False),
        ("", "The Committee", False),
        ("the application of Convention No. 87", "and of Convention No. 98", True),
        ("the application of Convention No. 87", "Article 3. The Government", True),
        ("in accordance with Article 3.2", "The Government", True),
    ],
)
def test_a_sentence_runs_on(before: str, after: str, together: bool):
    assert runs_on(before, after) is together


@pytest.mark.parametrize("text", ["– the Bill", "(a) the Bill", "12. The Bill", "iv) the Bill", "• the Bill", "* * *"])
def test_items_open(text: str):
    assert opens_item(text)


@pytest.mark.parametrize(
    "text", ["A Bill", "(as amended) the Bill", "1996 was", "1996. The Bill", "in. the", "the Bill"]
)
def test_prose_opens_no_item(text: str):
    assert not opens_item(text)


@given(st.lists(st.text(alphabet="abc -é.", min_size=1), min_size=1))
def test_no_letter_is_lost_or_made(lines: list[str]):
    joined = join_lines(lines, NOTHING)
    assert [c for c in joined if c not in "- "] == [c for c in "".join(lines) if c not in "- "]
    assert "\n" not in joined
