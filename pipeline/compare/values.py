"""What a comparison finds: changes of needs and of findings, each with an id made from what it says."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Turn(StrEnum):
    """What became of a need or a finding."""

    NEW = "new"
    MOVED = "moved"
    CLOSED = "closed"
    REOPENED = "re-opened"
    CORRECTED = "corrected"
    GONE = "gone"


NEED_TURNS = (Turn.NEW, Turn.REOPENED, Turn.MOVED, Turn.CLOSED, Turn.GONE)
FINDING_TURNS = (Turn.NEW, Turn.CORRECTED, Turn.GONE)


@dataclass(frozen=True, slots=True)
class NeedChange:
    """One need that is not as it was; `was` and `now` are its status, None where there was or is none."""

    change_id: str
    turn: Turn
    need_id: str
    country: str
    region: str | None
    office: str | None
    convention: str | None
    subject: str | None
    was: str | None
    now: str | None
    open: bool
    priority: int | None
    last_year: int | None
    quote: str
    page: int | None
    address: str | None
    path: str | None


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One finding that is new, gone or corrected; `labels` holds each label that changed, as it was and as it is."""

    change_id: str
    turn: Turn
    finding_id: str
    countries: tuple[str, ...]
    conventions: tuple[str, ...]
    kind: str
    act: str | None
    counted: bool
    quote: str
    labels: tuple[tuple[str, str, str], ...]
    page: int
    address: str | None
    path: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that changed between two datasets."""

    needs: tuple[NeedChange, ...]
    findings: tuple[FindingChange, ...]

    def __bool__(self) -> bool:
        return bool(self.needs or self.findings)

    def count_needs(self) -> Counter[Turn]:
        """Return how many needs turned how."""
        return Counter(change.turn for change in self.needs)

    def count_findings(self) -> Counter[Turn]:
        """Return how many findings turned how."""
        return Counter(change.turn for change in self.findings)

    def count_by(self, group: Callable[[NeedChange], str | None]) -> dict[str | None, Counter[Turn]]:
        """Return how many needs turned how in each group; the group None holds those of which it is not known."""
        counts: defaultdict[str | None, Counter[Turn]] = defaultdict(Counter)
        for change in self.needs:
            counts[group(change)][change.turn] += 1
        return {name: counts[name] for name in sorted(counts, key=lambda name: (name is None, name or ""))}
