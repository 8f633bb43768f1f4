"""Threads: each test is a country and Convention told in invented lines, as a planner would read it.

`2001 reminded` is a comment of 2001 with one finding; the stand-in makes the rest.
"""

from dataclasses import replace

import pytest

from pipeline.counting import settle_counted
from pipeline.errors import InputError
from pipeline.gather import Places, Trail, find_trails, gather_needs, gather_threads, load_components, rank_needs
from pipeline.gather.moves import load_moves
from pipeline.gather.priority import read_components
from pipeline.planning import Event, Thread
from pipeline.records import Comment, Referral, Span
from pipeline.vocabulary import Body, CommentKind, Grade, Mission, NeedStatus, Via
from tests.test_gather import read_thread

PLACES = Places({"KEN": "africa"}, {"C087": "freedom-of-association"}, {"KEN": "dar-es-salaam"}, {"C087": "fundamental"})
COMPONENTS = load_components()


def trails_of(*years: str, place: str = "KEN C087") -> tuple[Trail, ...]:
    comments, findings = read_thread(*(f"{place} {line}" for line in years))
    return find_trails(findings, comments)


def tell(*years: str, place: str = "KEN C087") -> tuple[Thread, tuple[Event, ...]]:
    told = gather_threads(trails_of(*years, place=place), PLACES, COMPONENTS)
    [thread] = told.threads
    return thread, told.events


@pytest.mark.parametrize(
    ("years", "history", "is_open"),
    [
        (["2001 reminded"], ["2001 suggested"], True),
        (["2001 reminded", "2003 requested", "2004 agreed"], ["2001 suggested", "2003 requested", "2004 agreed"], True),
        (["2001 requested", "2002 requested"], ["2001 requested"], True),
        (["2001 requested", "2004 delivered"], ["2001 requested", "2004 delivered"], False),
        (["2001 delivered", "2003 concern"], ["2001 delivered", "2003 reopened"], True),
        (["2001 requested", "2003 satisfaction"], ["2001 requested", "2003 closed"], False),
        (["2001 effective", "2003 reminded"], ["2001 effective", "2003 suggested"], True),
        (["2001 delivered", "2002 concern", "2003 delivered"], ["2001 delivered", "2002 reopened", "2003 delivered"], False),
        (["2001 concern", "2002 regret"], [], True),
        (["2001 concern", "2002 satisfaction"], [], False),
        (["2001 interest"], [], False),
    ],
)  # fmt: skip
def test_the_status_moves_on_a_statement_only_and_keeps_its_history(years: list[str], history: list[str], is_open: bool):
    thread, _ = tell(*years)
    assert (list(thread.history), thread.open) == (history, is_open)


@pytest.mark.parametrize(
    ("years", "sessions"),
    [
        (["2001 requested"], 0),
        (["2001 requested", "2002 interest"], 1),
        (["2001 requested", "2002 interest", "2003 concern"], 2),
        (["2001 requested", "2002 interest", "2003 agreed"], 0),
        (["2001 requested", "2002 limited", "2003 concern"], 0),
        (["2001 delivered", "2002 requested", "2003 reminded", "2004 reminded"], 2),
        (["2001 reminded", "2002 reminded", "2003 reminded"], 0),
        (["2001 requested", "2002 interest", "2003 satisfaction"], 0),
    ],
)
def test_a_request_waits_while_nothing_answers_it(years: list[str], sessions: int):
    thread, _ = tell(*years)
    assert (thread.waiting_sessions, thread.waiting) == (sessions, sessions >= 2)


@pytest.mark.parametrize(
    ("years", "gap"),
    [
        (["2001 concern", "2002 concern", "2003 concern"], True),
        (["2001 concern", "2002 regret", "2003 deep-concern"], True),
        (["2001 concern", "2002 concern"], False),
        (["2001 concern", "2002 reminded", "2003 concern", "2004 concern"], True),
        (["2001 concern", "2002 requested", "2003 concern", "2004 concern"], False),
        (["2001 delivered", "2002 concern", "2003 concern", "2004 concern"], True),
        (["2001 concern", "2002 delivered", "2003 concern", "2004 concern"], False),
        (["2001 concern", "2002 concern", "2003 satisfaction", "2004 concern"], False),
        (["2001 concern", "2002 limited", "2003 concern", "2004 concern"], True),
    ],
)
def test_a_gap_is_a_concern_that_comes_back_with_no_help_in_sight(years: list[str], gap: bool):
    assert tell(*years)[0].gap is gap


@pytest.mark.parametrize(
    ("years", "resolved"),
    [
        (["2001 concern", "2003 satisfaction"], True),
        (["2001 reminded", "2003 satisfaction"], True),
        (["2001 satisfaction"], False),
        (["2001 concern", "2003 satisfaction", "2005 concern"], False),
        (["2001 concern", "2003 satisfaction", "2005 requested"], False),
        (["2001 concern", "2003 interest"], False),
    ],
)
def test_satisfaction_after_the_last_concern_resolves(years: list[str], resolved: bool):
    assert tell(*years)[0].resolved is resolved


@pytest.mark.parametrize(("concern", "satisfaction", "resolved"), [("3(2)", "3", True), ("3", "8", False), ("3", "", True)])
def test_only_the_same_matter_is_resolved(concern: str, satisfaction: str, resolved: bool):
    comments, [first, second] = read_thread("KEN C087 2001 concern", "KEN C087 2003 satisfaction")
    findings = (
        replace(first, articles=(concern,)),
        replace(second, articles=(satisfaction,) if satisfaction else ()),
    )
    [thread] = gather_threads(find_trails(findings, comments), PLACES, COMPONENTS).threads
    assert thread.resolved is resolved


@pytest.mark.parametrize(
    ("years", "elapsed", "claimed"),
    [
        (["2001 reminded", "2003 requested", "2004 delivered", "2007 interest"], [6], False),
        (["2001 delivered", "2002 satisfaction", "2005 interest"], [1, 4], False),
        (["2001 interest", "2003 delivered"], [None], False),
        (["2001 effective", "2001 interest"], [0], True),
    ],
)
def test_progress_stands_beside_the_help_before_it_with_the_years_between(
    years: list[str], elapsed: list[int | None], claimed: bool
):
    thread, events = tell(*years)
    progress = [event.years_since_assistance for event in events if event.stage in (Grade.SATISFACTION, Grade.INTEREST)]
    assert progress == elapsed
    assert thread.elapsed_years == next((one for one in elapsed if one is not None), None)
    assert thread.claimed is claimed


@pytest.mark.parametrize(
    ("years", "problem"),
    [
        (["2001 ongoing", "2003 agreed"], "ongoing in 2001, then agreed in 2003"),
        (["2001 delivered", "2003 agreed"], None),
        (["2001 effective", "2003 requested"], None),
        (["2001 limited", "2002 effective"], None),
    ],
)
def test_a_move_that_cannot_be_is_reported(years: list[str], problem: str | None):
    thread, events = tell(*years)
    assert [one.partition(":")[0] for one in thread.problems] == ([problem] if problem else [])
    assert [event.problem for event in events if event.problem] == list(thread.problems)


def test_in_one_year_what_was_given_cannot_be_only_agreed_but_another_mission_may():
    comments, findings = read_thread("KEN C087 2001 delivered", "KEN C087 2001 agreed")
    given, agreed = sorted(findings, key=lambda one: one.act != "delivered")
    later = {agreed.comment_id: 93}
    comments = tuple(replace(one, session=later.get(one.comment_id, one.session)) for one in comments)
    for mission, problems in (((), 1), ((Mission.FOLLOW_UP,), 0)):
        told = gather_threads(find_trails((given, replace(agreed, mission=mission)), comments), PLACES, COMPONENTS)
        assert len(told.threads[0].problems) == problems


def test_every_pair_of_stages_has_its_move_with_a_reason():
    assert len(load_moves()) == 49
    assert all(move.why for move in load_moves().values())


def test_findings_of_one_comment_on_the_same_help_are_one_event():
    comments, findings = read_thread("KEN C087 2001 reminded", "KEN C087 2001 reminded", "KEN C087 2001 agreed")
    told = gather_threads(find_trails(findings, comments), PLACES, COMPONENTS)
    assert {(event.stage, len(event.findings)) for event in told.events} == {(NeedStatus.SUGGESTED, 2), (NeedStatus.AGREED, 1)}
    assert told.threads[0].comments == 1


def as_case(comment: Comment, body: Body, kind: CommentKind) -> Comment:
    return replace(comment, body=body, kind=kind, case_number=("2450",) if body is Body.CFA else ())


def referral(comment: Comment, conventions: tuple[str, ...] = ()) -> Referral:
    return Referral("1" * 20, comment.comment_id, comment.source_id, Span(0, 1), 1, comment.countries, conventions)


def test_a_case_stands_on_the_thread_whose_legislative_aspects_it_refers():
    comments, findings = read_thread("KEN C087 2001 concern", "KEN - 2002 reminded")
    case = as_case(comments[1], Body.CFA, CommentKind.KEPT_INFORMED_REPORT)
    without = gather_threads(find_trails(findings, (comments[0], case)), PLACES, COMPONENTS)
    assert [thread.case_number for thread in without.threads if thread.convention] == [()]
    told = gather_threads(find_trails(findings, (comments[0], case), [referral(case)]), PLACES, COMPONENTS)
    [thread] = [one for one in told.threads if one.convention == "C087"]
    assert thread.case_number == ("2450",)
    events = [event for event in told.events if event.thread_id == thread.thread_id]
    assert [(event.stage, event.via) for event in events] == [
        (Grade.CONCERN, Via.DIRECT),
        (NeedStatus.SUGGESTED, Via.CFA_REFERRAL),
    ]


def test_a_referral_that_names_no_convention_makes_no_thread_that_nobody_comments_on():
    comments, findings = read_thread("KEN - 2002 reminded")
    case = as_case(comments[0], Body.CFA, CommentKind.KEPT_INFORMED_REPORT)
    told = gather_threads(find_trails(findings, (case,), [referral(case)]), PLACES, COMPONENTS)
    assert [thread.convention for thread in told.threads] == [None]
    told = gather_threads(find_trails(findings, (case,), [referral(case, ("C098",))]), PLACES, COMPONENTS)
    assert [thread.convention for thread in told.threads] == [None, "C098"]


def test_the_conference_committee_stands_on_the_thread_it_discusses():
    comments, findings = read_thread("KEN C087 2001 concern", "KEN C087 2002 encouraged")
    mixed = (comments[0], as_case(comments[1], Body.CAS, CommentKind.INDIVIDUAL_CASE))
    told = gather_threads(find_trails(findings, mixed), PLACES, COMPONENTS)
    [thread] = told.threads
    assert thread.discussed == (2002,)
    assert [event.via for event in told.events] == [Via.DIRECT, Via.CAS_DISCUSSION]


def test_a_thread_says_where_it_belongs_and_names_its_needs():
    thread, _ = tell("2001 reminded", "2002 concern", "2002 concern", "2003 interest")
    assert (thread.country, thread.convention, thread.region, thread.office) == ("KEN", "C087", "africa", "dar-es-salaam")
    assert (thread.subject, thread.instrument_type) == ("freedom-of-association", "fundamental")
    assert (thread.first_year, thread.last_year, thread.comments, thread.concerns) == (2001, 2003, 3, 1)
    [need] = gather_needs(trails_of("2001 reminded", "2002 concern", "2003 interest"), PLACES, COMPONENTS)
    assert thread.need_id == (need.need_id,)
    assert need.office == "dar-es-salaam"


def test_what_is_repeated_is_no_event_but_keeps_the_gap():
    comments, findings = read_thread("KEN C087 2001 concern", "KEN C087 2002 concern", "KEN C087 2003 concern")
    repeated = settle_counted(comments, [replace(one, quoted=one is not findings[0]) for one in findings])
    told = gather_threads(find_trails(repeated, comments), PLACES, COMPONENTS)
    assert len(told.events) == 1
    assert told.threads[0].gap


def needs_of(*lines: str, weights: str = ""):
    comments, findings = read_thread(*lines)
    components = read_components(weights) if weights else COMPONENTS
    return gather_needs(find_trails(findings, comments), PLACES, components)


HEADER = "component,part,from,weight,most,reason\n"


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["KEN C087 2001 requested", "KEN C087 2002 interest", "KEN C087 2003 interest"], "2 sessions since help was asked for"),
        (["KEN C087 2001 reminded"], "a fundamental Convention (+2)"),
        (["KEN C087 2001 reminded", "KEN C087 2002 concern"], "2 consecutive comments"),
        (["KEN C087 2001 reminded", "KEN C087 2002 interest"], "progress noted with interest since (-1)"),
    ],
)
def test_each_part_of_the_priority_is_said_in_words(lines: list[str], reason: str):
    [need] = needs_of(*lines)
    assert any(reason in one for one in need.priority_reasons), need.priority_reasons


def test_a_planner_may_change_a_weight_and_the_reason_says_what_it_adds():
    [need] = needs_of("KEN C087 2001 reminded", weights=HEADER + "fundamental,convention,1,7,7,one of the ten\n")
    assert "one of the ten (+7)" in need.priority_reasons


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        (HEADER + "importance,x,1,1,1,words\n", "unknown component: importance"),
        (HEADER + "fundamental,x,1,many,1,words\n", "are numbers"),
        ("component,weight\n", "no column from, most, part, reason"),
    ],
)
def test_a_table_of_weights_that_cannot_be_read_is_refused(weights: str, words: str):
    with pytest.raises(InputError, match=words):
        read_components(weights)


def test_needs_of_the_same_priority_share_a_rank_and_the_last_rank_is_whole():
    lines = [f"{country} C026 2001 {act}" for country, act in (("KEN", "requested"), ("MLI", "reminded"), ("PER", "reminded"), ("TCD", "limited"))]
    ranked = rank_needs(needs_of(*lines), 3)
    assert [(one.rank, one.tied, one.need.country) for one in ranked] == [
        (1, False, "KEN"), (2, False, "TCD"), (3, True, "MLI"), (3, True, "PER"),
    ]  # fmt: skip


def test_closed_needs_have_no_rank():
    assert rank_needs(needs_of("KEN C087 2001 effective"), 5) == ()
