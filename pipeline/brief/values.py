"""What a dossier says, before any page is laid out: one value, and three renderers that only set it."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.vocabulary import About


class Sign(StrEnum):
    """What a mark of the plot shows, in the order in which marks of one year are drawn."""

    SUGGESTED = "suggested"
    REQUESTED = "requested"
    AGREED = "agreed"
    ONGOING = "ongoing"
    DELIVERED = "delivered"
    EFFECTIVE = "effective"
    LIMITED = "limited"
    INTEREST = "interest"
    SATISFACTION = "satisfaction"


@dataclass(frozen=True, slots=True)
class Ref:
    """A place in the dossier that a number or a statement can be traced to: E12 is a passage, T3 a thread."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Some words or a number, and where they can be verified."""

    text: str
    refs: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure at the head of a dossier: empty is unknown; `anchor` is where its passages are listed."""

    key: str
    label: str
    value: int | None
    note: str
    refs: tuple[Ref, ...]

    @property
    def anchor(self) -> str:
        """Where the passages that it counts are listed."""
        return f"f-{self.key}"


@dataclass(frozen=True, slots=True)
class Row:
    """One thread in the plot: its comments, the years with concern, and the marks, by year."""

    label: str
    title: str
    anchor: str
    comments: tuple[int, ...]
    concerns: tuple[int, ...]
    marks: tuple[tuple[int, Sign], ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """The threads over the years; `left_out` threads have no row."""

    first_year: int
    last_year: int
    rows: tuple[Row, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Quote:
    """One passage of the evidence, with what is needed to find it in print."""

    label: str
    anchor: str
    finding_id: str
    words: str
    says: str
    where: str
    page: int
    source: str
    address: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """One open need: what it is, how it stands, why it comes in this place, and the passages that decide."""

    rank: int
    title: str
    anchor: str
    status: str
    priority: int
    facts: tuple[tuple[str, Cell], ...]
    reasons: tuple[str, ...]
    quotes: tuple[Quote, ...]
    others: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One section that is a table: shares of its width, what an empty one means, how many rows are left out."""

    key: str
    title: str
    lead: str
    headers: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    none: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """One thread of the appendix: every comment that was read, and the findings that stand in no list of passages."""

    label: str
    anchor: str
    title: str
    comments: tuple[tuple[str, str | None], ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One dossier: heading, figures, plot, open needs, tables, and the evidence for all of it."""

    about: About
    key: str
    title: str
    subtitle: str
    coverage: tuple[str, ...]
    figures: tuple[Figure, ...]
    plot: Plot | None
    cards: tuple[Card, ...]
    cards_left_out: int
    tables: tuple[Table, ...]
    quotes: tuple[Quote, ...]
    threads: tuple[ThreadLine, ...]
    notes: tuple[str, ...]
