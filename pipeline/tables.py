"""The tables of the dataset: every column described once; values become rows and rows become values again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from pipeline.records import Comment, Figure, Finding, Judgement, Need, Passage, Receipt, Span
from pipeline.vocabulary import (
    Act,
    Body,
    CommentKind,
    FindingKind,
    Grade,
    Language,
    MediaType,
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

Row = tuple[Any, ...]
Value = TypeVar("Value")

LIST_SEPARATOR = ";"
COUNTRY = "[A-Z]{3}"
CONVENTION = "[CPR][0-9]{3}"
SHA256 = "[0-9a-f]{64}"
CONTENT_ID = "[0-9a-f]{20}"


class Kind(Enum):
    """The type of a column's cells; the last two hold several values."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    TEXTS = "strings"
    INTEGERS = "integers"

    @property
    def is_list(self) -> bool:
        """Say whether a cell holds several values."""
        return self in (Kind.TEXTS, Kind.INTEGERS)


class Column(NamedTuple):
    """One column: what it holds, in words for people and in rules for machines."""

    name: str
    kind: Kind
    description: str
    words: type[StrEnum] | None = None
    required: bool = False
    pattern: str | None = None
    refers: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, its key, and the type of value that a row stands for."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    value: type

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(column.name for column in self.columns)


def _text(name: str, description: str, pattern: str | None = None) -> Column:
    return Column(name, Kind.TEXT, description, pattern=pattern)


def _word(name: str, description: str, words: type[StrEnum]) -> Column:
    return Column(name, Kind.TEXT, description, words)


def _number(name: str, description: str) -> Column:
    return Column(name, Kind.INTEGER, description)


def _flag(name: str, description: str) -> Column:
    return Column(name, Kind.BOOLEAN, description, required=True)


def _texts(name: str, description: str, pattern: str | None = None) -> Column:
    return Column(name, Kind.TEXTS, description, pattern=pattern)


def _words(name: str, description: str, words: type[StrEnum]) -> Column:
    return Column(name, Kind.TEXTS, description, words)


def _numbers(name: str, description: str) -> Column:
    return Column(name, Kind.INTEGERS, description)


def _must(column: Column) -> Column:
    return column._replace(required=True)


def _refers(name: str, to: str, description: str) -> Column:
    pattern = SHA256 if name == "source_id" else CONTENT_ID
    return Column(name, Kind.TEXT, description, required=True, pattern=pattern, refers=to)


_START = _must(_number("start", "First character, counted in the document's one text (texts/<source_id>.txt)"))
_END = _must(_number("end", "Character after the last one, counted in the same text"))
_COUNTRIES = _texts("countries", "Countries concerned, ISO 3166-1 alpha-3", COUNTRY)
_CONVENTIONS = _texts("conventions", "Instruments concerned, as C087, P029, R198", CONVENTION)
_ARTICLES = _texts("articles", "Articles of the instrument, as 3(2)(b)")

SOURCES = Table(
    "sources",
    "One row for each file, also for one that could not be read",
    (
        _must(_text("source_id", "sha256 of the bytes (of the path, where the bytes could not be had)", SHA256)),
        _must(_text("path", "Where the file was found; inside an archive: archive.zip!/member")),
        _must(_word("media_type", "What the bytes are", MediaType)),
        _number("pages", "Number of pages; 1 where the medium has none"),
        _number("characters", "Length of the document's one text"),
        _word("language", "Language of the body text, ISO 639-1", Language),
        _must(_word("status", "Whether the file was read", SourceStatus)),
        _text("error", "Why it was not read, and what to do about it"),
        _text("reader", "What read it"),
        _text("title", "Title that the file gives itself"),
        _text("address", "Web address that the file gives itself"),
        _texts("also_at", "Other paths at which the same bytes were found"),
        _must(_text("tool", "Version of this program that read it, with the fingerprint of its code and lists")),
    ),
    ("source_id",),
    Receipt,
)

COMMENTS = Table(
    "comments",
    "One row for what one body said once about one country and one or several Conventions",
    (
        _must(_text("comment_id", "Id made from the comment's content", CONTENT_ID)),
        _refers("source_id", "sources.source_id", "The file it stands in"),
        _must(_word("body", "The supervisory or governing body that speaks", Body)),
        _word("kind", "Form of the comment", CommentKind),
        _text("title", "Title as printed"),
        _word("language", "Language of the comment, ISO 639-1", Language),
        _COUNTRIES,
        _CONVENTIONS,
        _texts("case_number", "Numbers of the case (Committee on Freedom of Association)"),
        _number("report_number", "Number of the report"),
        _number("adopted_year", "Year of adoption; of discussion for the Conference Committee"),
        _number("session", "Session of the Conference; of the Governing Body for its papers and reports"),
        _number("published_year", "Year of publication"),
        _numbers("ratified_year", "Years of ratification, as printed in the heading"),
        _text("special_note", "Special note, as the printed bracket has it"),
        _text("subject", "Subject of the instruments concerned"),
        _text("text_id", "Id of the words of its paragraphs: the same in two comments of the same text", CONTENT_ID),
        _START,
        _END,
        _must(_number("first_page", "First page, from 1")),
        _must(_number("last_page", "Last page")),
    ),
    ("comment_id",),
    Comment,
)

PASSAGES = Table(
    "passages",
    "One row for each paragraph of a comment, the unit that is cited",
    (
        _must(_text("passage_id", "Id made from the passage's content", CONTENT_ID)),
        _refers("comment_id", "comments.comment_id", "The comment it belongs to"),
        _text("number", "Paragraph number as printed"),
        _text("heading", "Heading it stands under"),
        _word("section", "Part of the comment it stands in", Section),
        _ARTICLES,
        _CONVENTIONS,
        _COUNTRIES,
        _flag("quoted", "Whether it repeats or quotes an earlier text"),
        _word("voice", "Whose words its place makes it; empty: the body's own", Speaker),
        _START,
        _END,
        _must(_number("page", "Page it begins on")),
    ),
    ("passage_id",),
    Passage,
)

FINDINGS = Table(
    "findings",
    "One row for one sentence and one kind",
    (
        _must(_text("finding_id", "Id made from the finding's content", CONTENT_ID)),
        _refers("passage_id", "passages.passage_id", "The paragraph it stands in"),
        _refers("comment_id", "comments.comment_id", "The comment it stands in"),
        _refers("source_id", "sources.source_id", "The file it stands in"),
        _START,
        _END,
        _must(_number("page", "Page it begins on")),
        _must(_text("quote", "The sentence, exactly as the document's text has it between start and end")),
        _must(_word("kind", "What the sentence says", FindingKind)),
        _word("act", "Stage of assistance", Act),
        _word("grade", "Strength of progress or concern; what is missing, of reporting", Grade),
        _words("term", "Forms of help named", Term),
        _words("mission", "Types of mission named", Mission),
        _word("purpose", "What the help is for", Purpose),
        _word("requester", "Who asked", Requester),
        _word("trigger", "What made them ask", Trigger),
        _must(_word("speaker", "Whose statement it is, through reported speech", Speaker)),
        _must(_word("polarity", "Whether the sentence asserts what it names", Polarity)),
        _flag("quoted", "Whether it repeats or quotes an earlier text"),
        _must(_word("scope", "A case, a policy, or counts of such sentences", Scope)),
        _flag("counted", "Whether figures count it: a case, asserted, not quoted, the first of identical texts"),
        _COUNTRIES,
        _CONVENTIONS,
        _ARTICLES,
        Column("score", Kind.NUMBER, "Calibrated probability, 0 to 1; empty where rules alone decided"),
        _must(_text("method", "Which cue or model found it, with its version")),
        _must(_text("reason", "The words that decided")),
        _must(_word("review", "What people made of it", Review)),
    ),
    ("finding_id",),
    Finding,
)

NEEDS = Table(
    "needs",
    "One row for one country and one Convention (one purpose, where no Convention is concerned)",
    (
        _must(_text("need_id", "Id made from country, Convention and purpose", CONTENT_ID)),
        _must(_text("country", "ISO 3166-1 alpha-3", COUNTRY)),
        _text("region", "ILO region"),
        _text("convention", "The Convention, as C087; empty where none is concerned", CONVENTION),
        _text("subject", "Subject of the Convention"),
        _must(_word("status", "Furthest stage that the latest year of assistance states", NeedStatus)),
        _flag("open", "Whether something is left to be done"),
        _number("first_year", "First year in which assistance is mentioned"),
        _number("last_year", "Latest year in which assistance is mentioned"),
        _numbers("sessions", "Sessions whose comments mention it"),
        _must(_number("consecutive_comments", "Comments in a row, up to the last such, with concern or assistance")),
        _words("asked_by", "Who asked for help", Requester),
        _words("purposes", "What the help is for", Purpose),
        _word("progress", "Best grade of progress since the first assistance", Grade),
        _must(_number("priority", "Sum of the components that priority_reasons names")),
        _texts("priority_reasons", "Each component of the priority, with what it adds"),
        _texts("findings", "Ids of the findings, in the order of time", CONTENT_ID),
        _must(_text("last_quote", "The sentence that decides the status")),
    ),
    ("need_id",),
    Need,
)

SERIES = Table(
    "series",
    "One row for one figure; an empty value is unknown, never zero",
    (
        _must(_text("series", "What is counted")),
        _word("body", "The body whose comments are counted", Body),
        _text("kind", "Form of comment counted; joined by + only where a source published the sum"),
        _number("year", "Year of publication; empty for a period (named in the series) or where unknown"),
        _must(_text("unit", "What one is: occasions, comments, cases, references")),
        _number("value", "Figure computed from the findings; empty where the year is not covered"),
        _number("published_value", "Figure that a source printed"),
        _text("published_source", "The source that printed it"),
    ),
    (),
    Figure,
)

JUDGEMENTS = Table(
    "judgements",
    "One row for one decision of a person on a finding; only ever added to",
    (
        _must(_text("finding_id", "The finding", CONTENT_ID)),
        _must(_text("reviewer", "Who decided")),
        _must(_text("decided_at", "When, ISO 8601")),
        _must(_word("verdict", "What they decided", Review)),
        _flag("unsure", "Whether they were unsure"),
        _text("note", "What they added"),
    ),
    ("finding_id", "reviewer", "decided_at"),
    Judgement,
)

PUBLISHED = (SOURCES, COMMENTS, PASSAGES, FINDINGS, NEEDS, SERIES)


def make_rows(table: Table, values: Iterable[object]) -> list[Row]:
    """Return one row for each value: enumerations as their words, lists as tuples, None as None."""
    take = attrgetter(*(_attribute(table, column) for column in table.columns))
    plain = [(place, _plain(column)) for place, column in enumerate(table.columns) if column.words]
    rows = []
    for value in values:
        row = list(take(value))
        for place, convert in plain:
            if row[place] is not None:
                row[place] = convert(row[place])
        rows.append(tuple(row))
    return rows


def read_values(table: Table, rows: Iterable[Row]) -> Iterator[Any]:
    """Yield the value that each row stands for."""
    names = table.names
    typed = [(column.name, _typed(column)) for column in table.columns if column.words]
    spanned = "start" in names
    for row in rows:
        fields = dict(zip(names, row, strict=True))
        for name, convert in typed:
            if fields[name] is not None:
                fields[name] = convert(fields[name])
        if spanned:
            fields["span"] = Span(fields.pop("start"), fields.pop("end"))
        yield table.value(**fields)


def _attribute(table: Table, column: Column) -> str:
    return f"span.{column.name}" if column.name in ("start", "end") else column.name


def _plain(column: Column) -> Callable[[Any], Any]:
    return (lambda words: tuple(map(str, words))) if column.kind.is_list else str


def _typed(column: Column) -> Callable[[Any], Any]:
    words = column.words
    assert words is not None
    return (lambda cells: tuple(map(words, cells))) if column.kind.is_list else words


def join_cells(cells: Sequence[object]) -> str:
    """Return a list as one cell: its parts joined with semicolons, none inside a part."""
    return LIST_SEPARATOR.join([str(cell).replace(LIST_SEPARATOR, ",") for cell in cells]) if cells else ""


def split_cell(kind: Kind, cell: str) -> tuple[Any, ...]:
    """Return the parts of a joined cell, as numbers where the column holds numbers."""
    parts = tuple(cell.split(LIST_SEPARATOR)) if cell else ()
    return tuple(map(int, parts)) if kind is Kind.INTEGERS else parts
