"""The registers for planners: best practices, missions, and what was owed and not sent.

The rules, beyond DATASET.md:

- A practice is a comment that notes satisfaction or interest, under one Convention, in words that say what was done (a
  law adopted, repealed or amended, a practice changed). The help before it is help that was given (ongoing, delivered
  or effective), of its year or an earlier one. `claimed` is true only where the same paragraph says that help had one.
- Mentions of a mission to one country and of one type are one mission until it is proposed again in a year after it was
  held, or nothing is said of it for more than five years. What is said later overrides: *not yet held*, then *visited*.
  Help that fell short is no refusal: only words of refusal make `accepted` and `held` false.
- A failure is one country, year, body and sort of thing that is missing. Help counts with it where it stands in the
  same comment and is help with reporting or submission, or stands in the same paragraph.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.counting import year_of
from pipeline.folding import fold
from pipeline.gazetteers.remedies import WordPatterns
from pipeline.identity import make_id
from pipeline.planning import Failure, MissionRecord, Practice
from pipeline.records import Comment, Finding
from pipeline.vocabulary import (
    Act,
    Body,
    FindingKind,
    Grade,
    Mission,
    Polarity,
    Purpose,
    Requester,
    Scope,
    Speaker,
    Term,
)

SILENT_YEARS = 5
_PROGRESS = (Grade.SATISFACTION, Grade.INTEREST)
_GIVEN = (Act.ONGOING, Act.DELIVERED, Act.EFFECTIVE)
_PROPOSED = (Act.REMINDED, Act.ENCOURAGED, Act.REQUESTED)
_OFFERED = (Act.REMINDED, Act.ENCOURAGED)
_DUTIES = (Purpose.REPORTING, Purpose.SUBMISSION)
_ASKERS = {
    Requester.GOVERNMENT: Speaker.GOVERNMENT,
    Requester.WORKERS: Speaker.WORKERS,
    Requester.EMPLOYERS: Speaker.EMPLOYERS,
    Requester.TRIPARTITE: Speaker.OTHER,
}


class Registers(NamedTuple):
    """The three registers, each in a stable order."""

    practices: tuple[Practice, ...]
    missions: tuple[MissionRecord, ...]
    failures: tuple[Failure, ...]


@dataclass(slots=True)
class _Round:
    """What was said of one mission so far, in the order of time."""

    said: list[Finding] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    held_in: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What the registers are read with: subjects of Conventions, words of remedies and of refusals."""

    subjects: Mapping[str, str]
    remedies: WordPatterns
    refusals: WordPatterns


class _Place(NamedTuple):
    country: str
    convention: str | None


def gather_registers(findings: Iterable[Finding], comments: Iterable[Comment], words: Words) -> Registers:
    """Return the registers of all findings; the comments are those that they stand in."""
    by_id = {comment.comment_id: comment for comment in comments}
    ordered = sorted(findings, key=lambda one: _in_time(one, by_id))
    return Registers(
        tuple(_gather_practices(ordered, by_id, words)),
        tuple(_gather_missions(ordered, by_id, words)),
        tuple(_gather_failures(ordered, by_id)),
    )


def _in_time(finding: Finding, comments: Mapping[str, Comment]) -> tuple[int, int, str, int, str]:
    comment = comments[finding.comment_id]
    return (
        year_of(comment) or 0, comment.session or 0, comment.comment_id, finding.span.start, finding.finding_id
    )  # fmt: skip


def _places(finding: Finding) -> Iterator[_Place]:
    for country in finding.countries:
        for convention in finding.conventions or (None,):
            yield _Place(country, convention)


def _gather_practices(findings: Sequence[Finding], comments: Mapping[str, Comment], words: Words) -> Iterator[Practice]:
    cases: defaultdict[tuple[_Place, str], list[Finding]] = defaultdict(list)
    given: defaultdict[_Place, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.counted and finding.grade in _PROGRESS and _tells(words.remedies, finding, comments):
            for place in _places(finding):
                cases[place, finding.comment_id].append(finding)
        elif finding.counted and finding.act in _GIVEN:
            for place in _places(finding):
                given[place].append(finding)
    for (place, _), progress in cases.items():
        yield _make_practice(place, progress, given[place], comments, words.subjects.get(place.convention or ""))


def _tells(patterns: WordPatterns, finding: Finding, comments: Mapping[str, Comment]) -> bool:
    """Say whether the sentence holds the words, of its language or of any where that is unknown."""
    language = comments[finding.comment_id].language
    fitting = [patterns[language]] if language else patterns.values()
    return any(pattern.search(fold(finding.quote)) for pattern in fitting)


def _make_practice(
    place: _Place,
    progress: Sequence[Finding],
    given: Sequence[Finding],
    comments: Mapping[str, Comment],
    subject: str | None,
) -> Practice:
    best = min(progress, key=lambda one: (_PROGRESS.index(one.grade or Grade.INTEREST), progress.index(one)))
    comment = comments[best.comment_id]
    year = year_of(comment)
    before = [one for one in given if _is_before(comments[one.comment_id], comment)]
    years = [when for one in before if (when := year_of(comments[one.comment_id]))]
    latest = max(years, default=None)
    paragraphs = {one.passage_id for one in progress}
    return Practice(
        practice_id=make_id(best.finding_id, *place),
        country=place.country,
        convention=place.convention,
        subject=subject,
        year=year,
        grade=best.grade or Grade.INTEREST,
        remedy=best.quote,
        claimed=any(one.act is Act.EFFECTIVE and one.passage_id in paragraphs for one in before),
        assistance_year=latest,
        elapsed_years=year - latest if year and latest else None,
        comment_id=comment.comment_id,
        page=best.page,
        findings=tuple(one.finding_id for one in progress),
        assistance=tuple(one.finding_id for one in before),
    )


def _is_before(earlier: Comment, comment: Comment) -> bool:
    """Say whether a comment is of the same or an earlier year; of unknown years, only one comment is so itself."""
    first, second = year_of(earlier), year_of(comment)
    known = first is not None and second is not None and first <= second
    return known or earlier.comment_id == comment.comment_id


def _gather_missions(
    findings: Sequence[Finding], comments: Mapping[str, Comment], words: Words
) -> Iterator[MissionRecord]:
    rounds: defaultdict[tuple[str, Mission], list[_Round]] = defaultdict(list)
    for finding in findings:
        if _tells_of_mission(finding):
            year = year_of(comments[finding.comment_id]) or 0
            for country in finding.countries:
                for mission in finding.mission or (Mission.OTHER,):
                    _note(rounds[country, mission], finding, year)
    for (country, mission), told in sorted(rounds.items()):
        for number, one in enumerate(told):
            refusals = {
                said.finding_id for said in one.said
                if said.act is Act.LIMITED and _tells(words.refusals, said, comments)
            }  # fmt: skip
            place = make_id(country, mission, number, min((year for year in one.years if year), default=""))
            yield _make_mission(place, (country, mission), one, comments, refusals)


def _tells_of_mission(finding: Finding) -> bool:
    """A mission that is said of a case, counted, or denied: that it has not been held is news of it too."""
    if finding.kind is not FindingKind.ASSISTANCE or not (finding.mission or Term.MISSION in finding.term):
        return False
    denied = finding.polarity is Polarity.NEGATED and finding.scope is Scope.CASE and not finding.quoted
    return finding.counted or denied


def _note(rounds: list[_Round], finding: Finding, year: int) -> None:
    last = rounds[-1] if rounds else None
    again = last and finding.act in _PROPOSED and last.held_in is not None and year > last.held_in
    if last is None or again or year - last.years[-1] > SILENT_YEARS:
        last = _Round()
        rounds.append(last)
    last.said.append(finding)
    last.years.append(year)
    if finding.act in (Act.DELIVERED, Act.EFFECTIVE) and finding.polarity is Polarity.ASSERTED:
        last.held_in = year


def _make_mission(
    mission_id: str,
    of: tuple[str, Mission],
    told: _Round,
    comments: Mapping[str, Comment],
    refusals: Collection[str],
) -> MissionRecord:
    known = [year for year in told.years if year]
    own = [comments[one.comment_id] for one in told.said]
    proposal = next((one for one in told.said if one.act in _PROPOSED and one.polarity is Polarity.ASSERTED), None)
    results = [one for act in (Act.EFFECTIVE, Act.LIMITED) for one in told.said if one.act is act]
    return MissionRecord(
        mission_id=mission_id,
        country=of[0],
        conventions=tuple(sorted({code for one in told.said for code in one.conventions})),
        case_number=tuple(sorted({case for one in own for case in one.case_number})),
        mission=of[1],
        first_year=min(known, default=None),
        last_year=max(known, default=None),
        proposed_by=_proposer(proposal) if proposal else None,
        accepted=_last_word(told.said, (Act.AGREED, *_GIVEN), Act.AGREED, refusals),
        held=_last_word(told.said, _GIVEN, Act.DELIVERED, refusals),
        outcome=results[0].quote if results else None,
        findings=tuple(dict.fromkeys(one.finding_id for one in told.said)),
    )


def _proposer(proposal: Finding) -> Speaker:
    return _ASKERS[proposal.requester] if proposal.requester else proposal.speaker


def _last_word(said: Sequence[Finding], yes: Sequence[Act], denied: Act, refusals: Collection[str]) -> bool | None:
    """Return what was said last: yes, refused, or not yet; None where nothing was said of it."""
    answer: bool | None = None
    for finding in said:
        if finding.polarity is Polarity.NEGATED:
            answer = False if finding.act is denied else answer
        elif finding.act in yes:
            answer = True
        elif finding.finding_id in refusals:
            answer = False
    return answer


def _gather_failures(findings: Sequence[Finding], comments: Mapping[str, Comment]) -> Iterator[Failure]:
    missing: defaultdict[tuple[str, int, Body, Grade], list[Finding]] = defaultdict(list)
    help_in: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.counted and finding.kind is FindingKind.REPORTING and finding.grade:
            comment = comments[finding.comment_id]
            for country in finding.countries:
                missing[country, year_of(comment) or 0, comment.body, finding.grade].append(finding)
        elif finding.counted and finding.kind is FindingKind.ASSISTANCE:
            help_in[finding.comment_id].append(finding)
    for (country, year, body, failure), said in sorted(missing.items()):
        paragraphs = {one.passage_id for one in said}
        with_it = {
            one.act for comment_id in {one.comment_id for one in said} for one in help_in[comment_id]
            if one.purpose in _DUTIES or one.passage_id in paragraphs
        }  # fmt: skip
        yield Failure(
            failure_id=make_id(country, year, body, failure),
            country=country,
            year=year or None,
            body=body,
            failure=failure,
            conventions=tuple(sorted({code for one in said for code in one.conventions})),
            assistance_offered=any(act in with_it for act in _OFFERED),
            assistance_requested=Act.REQUESTED in with_it,
            findings=tuple(one.finding_id for one in said),
        )
