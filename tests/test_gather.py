"""Findings become needs: each test is a thread of invented lines, as a lawyer would read it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.counting import apply_judgements, fold_occasions, name_texts, settle_counted
from pipeline.gather import Places, find_trails, gather_needs, load_components
from pipeline.records import Comment, Finding, Judgement, Need, Source
from pipeline.vocabulary import Grade, NeedStatus, Requester, Review
from tests.standin import mine_source

PLACES = Places({"KEN": "africa"}, {"C087": "freedom-of-association"})
COMPONENTS = load_components()


def read_thread(*lines: str) -> tuple[tuple[Comment, ...], tuple[Finding, ...]]:
    text = "\n".join(f"{line}: Invented words of {number}." for number, line in enumerate(lines))
    mined = name_texts(mine_source(Source("0" * 64, "thread.txt", text.encode()), ("none",)))
    return mined.comments, settle_counted(mined.comments, mined.findings)


def gather(*lines: str) -> tuple[Need, ...]:
    comments, findings = read_thread(*lines)
    return gather_needs(find_trails(findings, comments), PLACES, COMPONENTS)


@pytest.mark.parametrize(
    ("lines", "status", "is_open"),
    [
        (["KEN C087 2001 reminded"], "suggested", True),
        (["KEN C087 2001 reminded", "KEN C087 2003 requested"], "requested", True),
        (["KEN C087 2003 requested", "KEN C087 2001 reminded"], "requested", True),
        (["KEN C087 2001 agreed", "KEN C087 2001 encouraged"], "agreed", True),
        (["KEN C087 2001 requested", "KEN C087 2002 ongoing"], "ongoing", True),
        (["KEN C087 2001 requested", "KEN C087 2002 delivered"], "delivered", False),
        (["KEN C087 2001 requested", "KEN C087 2002 effective"], "effective", False),
        (["KEN C087 2001 requested", "KEN C087 2002 limited"], "limited", True),
        (["KEN C087 2001 effective", "KEN C087 2004 reminded"], "suggested", True),
        (["KEN C087 2001 delivered", "KEN C087 2004 concern"], "delivered", True),
        (["KEN C087 2001 delivered", "KEN C087 2001 concern"], "delivered", False),
        (["KEN C087 2001 reminded", "KEN C087 2004 satisfaction"], "suggested", False),
        (["KEN C087 2001 satisfaction", "KEN C087 2004 reminded"], "suggested", True),
    ],
)
def test_the_latest_year_decides_the_status_and_what_is_left_decides_open(lines: list[str], status: str, is_open: bool):
    [need] = gather(*lines)
    assert (need.status, need.open) == (NeedStatus(status), is_open)


def test_a_need_says_when_who_asked_and_what_came_of_it():
    [need] = gather("KEN C087 2001 reminded", "KEN C087 2003 requested", "KEN C087 2005 interest", "KEN C087 1999 satisfaction")
    assert (need.country, need.region, need.convention) == ("KEN", "africa", "C087")
    assert need.subject == "freedom-of-association"
    assert (need.first_year, need.last_year, need.sessions) == (2001, 2003, (90, 92))
    assert need.asked_by == (Requester.GOVERNMENT,)
    assert need.progress is Grade.INTEREST
    assert need.last_quote == "Invented words of 1."
    assert len(need.findings) == 2


def test_each_convention_of_a_joint_comment_has_the_need():
    assert [need.convention for need in gather("KEN C087+C098 2001 reminded")] == ["C087", "C098"]


def test_without_a_convention_the_purpose_makes_the_need():
    [need] = gather("KEN - 2001 reminded")
    assert (need.convention, [str(purpose) for purpose in need.purposes]) == (None, ["application"])


@pytest.mark.parametrize("lines", [["KEN C087 2001 interest"], ["KEN C087 2001 deep-concern"]])
def test_progress_and_concern_alone_are_no_need(lines: list[str]):
    assert gather(*lines) == ()


@pytest.mark.parametrize(
    ("lines", "consecutive"),
    [
        (["2001 reminded"], 1),
        (["2001 reminded", "2002 concern", "2003 regret"], 3),
        (["2001 reminded", "2002 interest", "2003 concern"], 1),
        (["2001 concern", "2002 reminded", "2003 interest"], 2),
    ],
)
def test_consecutive_comments_are_counted_back_from_the_last_trouble(lines: list[str], consecutive: int):
    [need] = gather(*(f"KEN C087 {line}" for line in lines))
    assert need.consecutive_comments == consecutive


def test_the_priority_is_the_sum_of_its_reasons():
    [need] = gather("KEN C087 2001 requested", "KEN C087 2002 deep-concern", "KEN C087 2003 deep-concern")
    added = [int(reason.rpartition("(")[2].rstrip(")")) for reason in need.priority_reasons]
    assert need.priority == sum(added) > 0
    assert any("deep concern" in reason for reason in need.priority_reasons)


def test_what_adds_nothing_to_the_priority_is_no_reason():
    [need] = gather("KEN C087 2001 requested", "KEN C087 2002 concern", "KEN C087 2003 report-missing")
    assert need.priority_reasons
    assert not any(reason.endswith("(+0)") for reason in need.priority_reasons)
    assert not any("missing" in reason for reason in need.priority_reasons)


def test_a_closed_need_has_no_priority():
    [need] = gather("KEN C087 2001 effective")
    assert (need.open, need.priority, need.priority_reasons) == (False, 0, ())


def test_what_a_person_rejects_is_no_need():
    comments, findings = read_thread("KEN C087 2001 reminded")
    judgements = [
        Judgement(findings[0].finding_id, "invented reviewer", "2026-01-02T10:00:00", Review.REJECTED),
        Judgement(findings[0].finding_id, "invented reviewer", "2026-01-01T10:00:00", Review.ACCEPTED),
    ]
    judged = settle_counted(comments, apply_judgements(findings, judgements))
    assert [finding.review for finding in judged] == [Review.REJECTED]
    assert gather_needs(find_trails(judged, comments), PLACES, COMPONENTS) == ()


def test_sentences_of_one_comment_about_the_same_help_are_one_occasion():
    comments, findings = read_thread("KEN C087 2001 reminded", "KEN C087 2001 reminded", "KEN C087 2001 agreed")
    by_id = {comment.comment_id: comment for comment in comments}
    assert sorted(map(len, fold_occasions(findings, by_id))) == [1, 2]


LINES = st.builds(
    "{} {} {} {}".format,
    st.sampled_from(["KEN", "MLI"]),
    st.sampled_from(["C087", "C098", "C087+C098", "-"]),
    st.integers(1999, 2005),
    st.sampled_from(["reminded", "requested", "delivered", "effective", "limited", "interest", "satisfaction", "concern"]),
)


@given(st.lists(LINES, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_findings_and_comments_does_not_matter(lines: list[str], chance: random.Random):
    comments, findings = read_thread(*lines)
    mixed_comments, mixed_findings = list(comments), list(findings)
    chance.shuffle(mixed_comments)
    chance.shuffle(mixed_findings)
    needs = gather_needs(find_trails(findings, comments), PLACES, COMPONENTS)
    assert gather_needs(find_trails(mixed_findings, mixed_comments), PLACES, COMPONENTS) == needs
    assert len({need.need_id for need in needs}) == len(needs)
    counted = {finding.finding_id for finding in findings if finding.act and finding.counted}
    assert {finding for need in needs for finding in need.findings} == counted
