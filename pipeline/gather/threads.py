"""Trails told as threads: the steps on each, how help stands, what waits, where nobody helps, what is resolved.

A step (event) is what one comment says once: its counted findings that share stage, purpose and mission. Progress is
set beside the help that came before it, with the years between; that help led to it is said only where a text says so
(a step of the stage `effective`).
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.counting import comment_key, year_of
from pipeline.gather.moves import HELP, find_problem, stage_of
from pipeline.gather.needs import find_need_ids, is_help
from pipeline.gather.priority import Component, find_least
from pipeline.gather.state import count_consecutive, count_unhelped, count_waiting, is_resolved, read_standing
from pipeline.gather.trails import UNKNOWN_YEAR, Places, Said, Trail, in_time
from pipeline.identity import make_id
from pipeline.planning import Event, Thread
from pipeline.records import Finding
from pipeline.vocabulary import Body, FindingKind, Grade, InstrumentType, NeedStatus, Stage

_PROGRESS = (Grade.SATISFACTION, Grade.INTEREST, Grade.OTHER)


class Told(NamedTuple):
    """The threads and the steps on them."""

    threads: tuple[Thread, ...]
    events: tuple[Event, ...]


def gather_threads(trails: Iterable[Trail], places: Places, components: Sequence[Component]) -> Told:
    """Return the thread of each trail with a comment or case, and all its steps; the components say what counts."""
    least = find_least(components, "waiting"), find_least(components, "gap")
    threads: list[Thread] = []
    events: list[Event] = []
    for trail in trails:
        if trail.comments or trail.cases or any(one.finding.counted for one in trail.said):
            own = tuple(_tell_events(trail, make_id(trail.country, trail.convention or "")))
            threads.append(_make_thread(trail, own, places, least))
            events += own
    return Told(tuple(threads), tuple(events))


def _make_thread(trail: Trail, events: Sequence[Event], places: Places, least: tuple[int, int]) -> Thread:
    said = tuple(sorted((*trail.said, *trail.referred), key=in_time)) if trail.referred else trail.said
    helped = [one for one in said if is_help(one)]
    standing = read_standing(helped, said)
    waiting = count_waiting(helped, trail.comments) if standing.open else 0
    resolved = is_resolved(said)
    unhelped = count_unhelped(trail.said)
    years = [year for one in trail.comments if (year := year_of(one))]
    kind = places.types.get(trail.convention or "")
    return Thread(
        thread_id=make_id(trail.country, trail.convention or ""),
        country=trail.country,
        region=places.regions.get(trail.country),
        office=places.offices.get(trail.country),
        convention=trail.convention,
        subject=_subject(trail, places),
        instrument_type=InstrumentType(kind) if kind else None,
        need_id=find_need_ids(trail),
        status=standing.status,
        open=standing.open,
        waiting=waiting >= least[0],
        waiting_sessions=waiting,
        gap=unhelped >= least[1] and not resolved,
        resolved=resolved,
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        sessions=tuple(sorted({one.session for one in trail.comments if one.session})),
        comments=len({comment_key(one) for one in trail.comments}),
        consecutive_comments=count_consecutive(trail.said, trail.comments),
        concerns=len({comment_key(one.comment) for one in trail.said if _is_concern(one.finding)}),
        case_number=_case_numbers(trail),
        discussed=tuple(sorted({y for one in trail.comments if one.body is Body.CAS and (y := year_of(one))})),
        elapsed_years=next((e.years_since_assistance for e in events if e.years_since_assistance is not None), None),
        claimed=any(event.stage is NeedStatus.EFFECTIVE for event in events),
        history=standing.history,
        problems=tuple(event.problem for event in events if event.problem),
    )


def _is_concern(finding: Finding) -> bool:
    return finding.counted and finding.kind is FindingKind.CONCERN


def _subject(trail: Trail, places: Places) -> str | None:
    if trail.convention:
        return places.subjects.get(trail.convention)
    subjects = {one.subject for one in trail.comments}
    return subjects.pop() if len(subjects) == 1 else None


def _case_numbers(trail: Trail) -> tuple[str, ...]:
    cases = [*trail.cases, *(one for one in trail.comments if one.body is Body.CFA)]
    return tuple(dict.fromkeys(number for one in cases for number in one.case_number))


def _tell_events(trail: Trail, thread_id: str) -> Iterator[Event]:
    """Yield the steps of a trail in the order of time, each with what is impossible about it."""
    before: dict[Hashable, Event] = {}
    years = (one.year for one in (*trail.said, *trail.referred) if is_help(one) and one.year != UNKNOWN_YEAR)
    first_help = min(years, default=None)
    for folded in _fold(trail):
        event = _make_event(trail, thread_id, folded, first_help)
        if event.stage in HELP:
            track = (event.purpose, event.mission)
            event = _with_problem(event, find_problem(before.get(track), event))
            before[track] = event
        yield event


def _fold(trail: Trail) -> Iterable[tuple[Said, ...]]:
    """Return the counted findings of a trail in steps."""
    steps: dict[Hashable, list[Said]] = {}
    said = (*trail.said, *trail.referred)
    for one in sorted(said, key=in_time) if trail.referred else said:
        if one.finding.counted and (one.finding.act or one.finding.grade):
            place = (comment_key(one.comment), _stage(one.finding), *_track(one.finding))
            steps.setdefault(place, []).append(one)
    return map(tuple, steps.values())


def _stage(finding: Finding) -> Stage:
    return stage_of(finding.act) if finding.act else finding.grade or Grade.OTHER


def _track(finding: Finding) -> tuple[object, object]:
    return (finding.purpose, tuple(sorted(finding.mission))) if finding.act else (None, ())


def _make_event(trail: Trail, thread_id: str, folded: Sequence[Said], first_help: int | None) -> Event:
    year, finding, comment, via = folded[0]
    stage = _stage(finding)
    since = year - first_help if first_help and year >= first_help and stage in _PROGRESS else None
    return Event(
        event_id=make_id(thread_id, *(one.finding.finding_id for one in folded)),
        thread_id=thread_id,
        country=trail.country,
        convention=trail.convention,
        year=year if year != UNKNOWN_YEAR else None,
        session=comment.session,
        body=comment.body,
        kind=comment.kind,
        stage=stage,
        via=via,
        purpose=finding.purpose if finding.act else None,
        mission=tuple(sorted(finding.mission)) if finding.act else (),
        requester=next((one.finding.requester for one in folded if one.finding.requester), None),
        speaker=finding.speaker,
        years_since_assistance=since,
        problem=None,
        comment_id=comment.comment_id,
        findings=tuple(one.finding.finding_id for one in folded),
    )


def _with_problem(event: Event, problem: str | None) -> Event:
    return replace(event, problem=problem) if problem else event
