"""The values that the steps pass to one another: frozen, slotted, and nothing but what they say."""

from dataclasses import dataclass

from pipeline.vocabulary import (
    Act,
    BlockKind,
    Body,
    CommentKind,
    FindingKind,
    Grade,
    Language,
    ListKind,
    MediaType,
    MentionKind,
    Mission,
    NeedStatus,
    Polarity,
    Purpose,
    Requester,
    Review,
    Scope,
    Section,
    SourceStatus,
    Speaker,
    Term,
    Trigger,
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets in a document's one text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse offsets that no text can have."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: "Span") -> bool:
        """Say whether the other span lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """Return the span moved by a number of characters."""
        return Span(self.start + by, self.end + by)

    def cut(self, text: str) -> str:
        """Return the words of the text that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Source:
    """A raw file: the sha256 of its bytes, where it came from, and the bytes."""

    source_id: str
    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Block:
    """One printed unit: no line break in its text unless it is a table (rows by newline, cells by tab)."""

    kind: BlockKind
    span: Span
    page: int
    level: int | None = None
    size: float | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one source, made once: blocks joined by newlines, in reading order, with the start of each page."""

    source_id: str
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Span, ...]
    media_type: MediaType
    reader: str
    language: Language | None = None
    address: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """What one body said once about one country (and one or several Conventions); unknown is None or empty."""

    comment_id: str
    source_id: str
    body: Body
    kind: CommentKind | None
    span: Span
    title: str | None = None
    language: Language | None = None
    countries: tuple[str, ...] = ()
    conventions: tuple[str, ...] = ()
    case_number: tuple[str, ...] = ()
    report_number: int | None = None
    adopted_year: int | None = None
    session: int | None = None
    published_year: int | None = None
    ratified_year: tuple[int, ...] = ()
    special_note: str | None = None
    subject: str | None = None
    text_id: str | None = None
    first_page: int = 1
    last_page: int = 1


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, the unit that is cited; `voice` is whose words its place makes it (None: the body's)."""

    passage_id: str
    comment_id: str
    span: Span
    page: int
    number: str | None = None
    heading: str | None = None
    section: Section | None = None
    articles: tuple[str, ...] = ()
    conventions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    quoted: bool = False
    voice: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence with one kind, its attributes, and the words that decided."""

    finding_id: str
    passage_id: str
    comment_id: str
    source_id: str
    span: Span
    page: int
    quote: str
    kind: FindingKind
    act: Act | None
    grade: Grade | None
    speaker: Speaker
    polarity: Polarity
    quoted: bool
    scope: Scope
    counted: bool
    method: str
    reason: str
    term: tuple[Term, ...] = ()
    mission: tuple[Mission, ...] = ()
    purpose: Purpose | None = None
    requester: Requester | None = None
    trigger: Trigger | None = None
    countries: tuple[str, ...] = ()
    conventions: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    score: float | None = None
    review: Review = Review.AUTOMATIC


@dataclass(frozen=True, slots=True)
class Mention:
    """A national law, or a programme or project, named in a paragraph, exactly as the text has it."""

    mention_id: str
    passage_id: str
    comment_id: str
    source_id: str
    span: Span
    page: int
    kind: MentionKind
    name: str
    number: str | None
    year: int | None
    countries: tuple[str, ...]
    conventions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """One State of a list that a report prints, with the Conventions beside it; the span is that of the whole list."""

    listed_id: str
    comment_id: str
    source_id: str
    span: Span
    page: int
    kind: ListKind
    country: str
    conventions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure of a series that a paragraph prints of itself."""

    printed_id: str
    comment_id: str
    source_id: str
    span: Span
    page: int
    series: str
    body: Body | None
    kind: str | None
    year: int | None
    unit: str
    published_value: int


@dataclass(frozen=True, slots=True)
class Referral:
    """A paragraph by which a case refers its legislative aspects to the Committee of Experts."""

    referral_id: str
    comment_id: str
    source_id: str
    span: Span
    page: int
    countries: tuple[str, ...]
    conventions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """What a document tells besides its findings."""

    lists: tuple[Listed, ...] = ()
    printed: tuple[Printed, ...] = ()
    referrals: tuple[Referral, ...] = ()


@dataclass(frozen=True, slots=True)
class Mined:
    """What one source gave: its document and everything found in it."""

    document: Document
    comments: tuple[Comment, ...]
    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...]
    mentions: tuple[Mention, ...] = ()
    noted: Noted = Noted()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one source: read, or quarantined with the reason; `tool` is the version that did it."""

    source_id: str
    path: str
    media_type: MediaType
    status: SourceStatus
    tool: str
    pages: int | None = None
    characters: int | None = None
    language: Language | None = None
    error: str | None = None
    reader: str | None = None
    address: str | None = None
    title: str | None = None
    also_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """One country's need under one Convention (or for one purpose, where no Convention is concerned) over time."""

    need_id: str
    country: str
    region: str | None
    office: str | None
    convention: str | None
    subject: str | None
    status: NeedStatus
    open: bool
    first_year: int | None
    last_year: int | None
    sessions: tuple[int, ...]
    consecutive_comments: int
    asked_by: tuple[Requester, ...]
    purposes: tuple[Purpose, ...]
    progress: Grade | None
    priority: int
    priority_reasons: tuple[str, ...]
    findings: tuple[str, ...]
    last_quote: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a series, computed and (where a source printed one) published; None is unknown, not zero."""

    series: str
    body: Body | None
    kind: str | None
    year: int | None
    unit: str
    value: int | None
    published_value: int | None = None
    published_source: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision on a finding: who, when (ISO 8601), what, and whether they were unsure."""

    finding_id: str
    reviewer: str
    decided_at: str
    verdict: Review
    unsure: bool = False
    note: str | None = None
