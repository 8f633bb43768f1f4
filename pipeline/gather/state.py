"""How things stand on a trail: how the status moved, what waits, where nobody helps, what is resolved.

- The status of a year is the furthest stage of help that it states. It moves on such a statement only.
- Help that was delivered or had its effect closes; so does satisfaction in a year of help or after it. A concern of a
  later year opens again, and so does any stage of help that asks for more.
- A request waits while nothing is agreed, under way, given or declined in its year or later; it is counted in sessions
  with comments on the trail after its own.
- A gap is a concern that comes back in several comments after the last satisfaction, while help is neither asked for,
  agreed, under way nor given from the first of these on. A suggestion alone is no help in sight. A repeated comment is
  one more.
- A matter is resolved by satisfaction after the last concern about the same Articles, where there was such a concern
  or help, and no help has been wanted since. Where one of the two names no Article, the matter is the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.counting import comment_key, year_of
from pipeline.gather.moves import ANSWERED, furthest, stage_of
from pipeline.gather.trails import UNKNOWN_YEAR, Said
from pipeline.records import Comment, Finding
from pipeline.vocabulary import FindingKind, Grade, NeedStatus, Stage

OPEN = (NeedStatus.SUGGESTED, NeedStatus.REQUESTED, NeedStatus.AGREED, NeedStatus.ONGOING, NeedStatus.LIMITED)
PROGRESS = (Grade.SATISFACTION, Grade.INTEREST, Grade.OTHER)
_CLOSED, _REOPENED = "closed", "reopened"


class Standing(NamedTuple):
    """Where a trail of help stands: its status (None without help), whether it is open, and how it came there."""

    status: NeedStatus | None
    open: bool
    history: tuple[str, ...]


def read_standing(helped: Iterable[Said], others: Iterable[Said]) -> Standing:
    """Return where help stands, by year: what was stated of it, then concern, then satisfaction."""
    stages: defaultdict[int, list[Stage]] = defaultdict(list)
    for one in helped:
        if one.finding.act:
            stages[one.year].append(stage_of(one.finding.act))
    concerned, satisfied = _years(others, FindingKind.CONCERN), _years_of_satisfaction(others)
    status: Stage | None = None
    open_ = False
    history: list[str] = []
    for year in sorted({*stages, *concerned, *satisfied}):
        moved: list[str] = []
        if year in stages:
            now = furthest(stages[year])
            moved += [] if now is status and open_ is (now in OPEN) else [str(now)]
            status, open_ = now, now in OPEN
        elif year in concerned and not open_:
            moved, open_ = [_REOPENED] if status or history else [], True
        if year in satisfied and open_:
            moved, open_ = [*moved, _CLOSED], False
        history += [f"{year or '?'} {word}" for word in moved if status]
    return Standing(NeedStatus(str(status)) if status else None, open_, tuple(history))


def count_waiting(helped: Iterable[Said], comments: Iterable[Comment]) -> int:
    """Return how many sessions with comments came after the first request that nothing answers; 0 where none waits."""
    said = [(one.year, stage_of(one.finding.act)) for one in helped if one.finding.act]
    answered = max((year for year, stage in said if stage in (*ANSWERED, NeedStatus.LIMITED)), default=-1)
    asked = min(
        (year for year, stage in said if stage is NeedStatus.REQUESTED and year > max(answered, 0)), default=None
    )
    if asked is None:
        return 0
    return len({one.session or year_of(one) for one in comments if (year_of(one) or UNKNOWN_YEAR) > asked})


def count_unhelped(trail: Sequence[Said]) -> int:
    """Return how many comments in a row state concern while no help is in sight; 0 where some is, or none does."""
    since = max(_years_of_satisfaction(trail), default=-1)
    concerned = [one for one in trail if one.year > since and one.finding.kind is FindingKind.CONCERN]
    again = _find_repeated(trail)
    troubled = {comment_key(one.comment): one.year for one in concerned if one.finding.counted}
    troubled |= {comment_key(one.comment): one.year for one in concerned if one.comment.comment_id in again}
    if not troubled:
        return 0
    began = min(troubled.values())
    in_sight = (
        one.year >= began and stage_of(one.finding.act) in (NeedStatus.REQUESTED, *ANSWERED)
        for one in trail
        if one.finding.act and one.finding.counted
    )
    return 0 if any(in_sight) else len(troubled)


def is_resolved(trail: Iterable[Said]) -> bool:
    """Say whether satisfaction settles the last concern, or the help that was wanted, on the same matter."""
    counted = [one for one in trail if one.finding.counted]
    satisfied = [one for one in counted if one.finding.grade is Grade.SATISFACTION]
    if not satisfied:
        return False
    year = max(one.year for one in satisfied)
    last = [one for one in satisfied if one.year == year]
    concerns = [one for one in counted if one.finding.kind is FindingKind.CONCERN]
    helped = [one for one in counted if one.finding.act]
    if any(one.year > year for one in concerns) or any(one.year > year and _is_wanted(one) for one in helped):
        return False
    latest = max((one.year for one in concerns), default=None)
    ended = [one for one in concerns if one.year == latest]
    if not ended and not any(one.year <= year for one in helped):
        return False
    return all(any(_same_matter(one.finding, end.finding) for end in last) for one in ended)


def _is_wanted(one: Said) -> bool:
    return one.finding.act is not None and stage_of(one.finding.act) in OPEN


def _same_matter(one: Finding, other: Finding) -> bool:
    first, second = ({article.split("(")[0] for article in each.articles} for each in (one, other))
    return not first or not second or bool(first & second)


def _find_repeated(trail: Iterable[Said]) -> frozenset[str]:
    """Return the comments in which every finding repeats an older text, but for the regret that no report came."""
    fresh: dict[str, bool] = {}
    for one in trail:
        if one.finding.kind is FindingKind.REPORTING:
            continue
        comment_id = one.comment.comment_id
        fresh[comment_id] = fresh.get(comment_id, False) or not one.finding.quoted
    return frozenset(comment_id for comment_id, is_fresh in fresh.items() if not is_fresh)


def _years(said: Iterable[Said], kind: FindingKind) -> frozenset[int]:
    return frozenset(one.year for one in said if one.finding.kind is kind and one.finding.counted)


def _years_of_satisfaction(said: Iterable[Said]) -> frozenset[int]:
    return frozenset(one.year for one in said if one.finding.grade is Grade.SATISFACTION and one.finding.counted)


def count_consecutive(trail: Iterable[Said], comments: Iterable[Comment]) -> int:
    """Return how many comments in a row, back from the last with concern or help, have either; the same one once."""
    troubled = {
        one.comment.comment_id for one in trail
        if one.finding.kind in (FindingKind.CONCERN, FindingKind.ASSISTANCE)
    }  # fmt: skip
    run = 0
    for marks in _mark_years(comments, troubled):
        if any(marks):
            run += sum(marks)
        elif run:
            break
    return run


def _mark_years(comments: Iterable[Comment], troubled: set[str]) -> Iterator[list[bool]]:
    """Yield, from the latest year back, whether each comment of the year is among the troubled."""
    marks: dict[object, tuple[int, bool]] = {}
    for comment in comments:
        key = comment_key(comment)
        year, mark = marks.get(key, (UNKNOWN_YEAR, False))
        marks[key] = (max(year, year_of(comment) or UNKNOWN_YEAR), mark or comment.comment_id in troubled)
    by_year: defaultdict[int, list[bool]] = defaultdict(list)
    for year, mark in marks.values():
        by_year[year].append(mark)
    return (by_year[year] for year in sorted(by_year, reverse=True))
