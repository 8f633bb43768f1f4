"""The values that planners read: threads and their events, and the registers. Frozen; unknown is None or empty."""

from dataclasses import dataclass

from pipeline.vocabulary import (
    Body,
    CommentKind,
    Grade,
    InstrumentType,
    Mission,
    NeedStatus,
    Purpose,
    Requester,
    Speaker,
    Stage,
    Via,
)


@dataclass(frozen=True, slots=True)
class Thread:
    """All comments on one country and Convention (or on the country where no Convention is concerned) over time."""

    thread_id: str
    country: str
    region: str | None
    office: str | None
    convention: str | None
    subject: str | None
    instrument_type: InstrumentType | None
    need_id: tuple[str, ...]
    status: NeedStatus | None
    open: bool
    waiting: bool
    waiting_sessions: int
    gap: bool
    resolved: bool
    first_year: int | None
    last_year: int | None
    sessions: tuple[int, ...]
    comments: int
    consecutive_comments: int
    concerns: int
    case_number: tuple[str, ...]
    discussed: tuple[int, ...]
    elapsed_years: int | None
    claimed: bool
    history: tuple[str, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One step on a thread: the findings of one comment that share stage, purpose and mission."""

    event_id: str
    thread_id: str
    country: str
    convention: str | None
    year: int | None
    session: int | None
    body: Body
    kind: CommentKind | None
    stage: Stage
    via: Via
    purpose: Purpose | None
    mission: tuple[Mission, ...]
    requester: Requester | None
    speaker: Speaker | None
    years_since_assistance: int | None
    problem: str | None
    comment_id: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """A case of progress whose text describes the remedy, with the assistance that came before it."""

    practice_id: str
    country: str
    convention: str | None
    subject: str | None
    year: int | None
    grade: Grade
    remedy: str
    claimed: bool
    assistance_year: int | None
    elapsed_years: int | None
    comment_id: str
    page: int
    findings: tuple[str, ...]
    assistance: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissionRecord:
    """One mission of the ILO to a country, with who proposed it, whether it was accepted and held, and its outcome."""

    mission_id: str
    country: str
    conventions: tuple[str, ...]
    case_number: tuple[str, ...]
    mission: Mission
    first_year: int | None
    last_year: int | None
    proposed_by: Speaker | None
    accepted: bool | None
    held: bool | None
    outcome: str | None
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """What a country owed in a year and did not send: a signal, never a need by itself."""

    failure_id: str
    country: str
    year: int | None
    body: Body
    failure: Grade
    conventions: tuple[str, ...]
    assistance_offered: bool
    assistance_requested: bool
    findings: tuple[str, ...]
