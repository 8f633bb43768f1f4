"""How a column and a table are described: the words that all descriptions are made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, NamedTuple

Row = tuple[Any, ...]

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
    words: tuple[StrEnum, ...] = ()
    required: bool = False
    pattern: str | None = None
    refers: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, its key, the type of value that a row stands for, and the columns that order the rows.

    Without columns of order the rows stand in the order of their place in the documents.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    value: type
    order: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(column.name for column in self.columns)


def a_text(name: str, description: str, pattern: str | None = None) -> Column:
    """Return a column of text."""
    return Column(name, Kind.TEXT, description, pattern=pattern)


def a_word(name: str, description: str, words: Iterable[StrEnum]) -> Column:
    """Return a column of one word of a closed vocabulary."""
    return Column(name, Kind.TEXT, description, tuple(words))


def a_number(name: str, description: str) -> Column:
    """Return a column of whole numbers."""
    return Column(name, Kind.INTEGER, description)


def a_flag(name: str, description: str) -> Column:
    """Return a column of true and false."""
    return Column(name, Kind.BOOLEAN, description, required=True)


def many_texts(name: str, description: str, pattern: str | None = None) -> Column:
    """Return a column of several texts."""
    return Column(name, Kind.TEXTS, description, pattern=pattern)


def many_words(name: str, description: str, words: Iterable[StrEnum]) -> Column:
    """Return a column of several words of a closed vocabulary."""
    return Column(name, Kind.TEXTS, description, tuple(words))


def many_numbers(name: str, description: str) -> Column:
    """Return a column of several whole numbers."""
    return Column(name, Kind.INTEGERS, description)


def must(column: Column) -> Column:
    """Return the same column, never empty."""
    return column._replace(required=True)


def a_reference(name: str, to: str, description: str) -> Column:
    """Return a column that refers to the key of another table."""
    pattern = SHA256 if name == "source_id" else CONTENT_ID
    return Column(name, Kind.TEXT, description, required=True, pattern=pattern, refers=to)


START = must(a_number("start", "First character, counted in the document's one text (texts/<source_id>.txt)"))
END = must(a_number("end", "Character after the last one, counted in the same text"))
COUNTRIES = many_texts("countries", "Countries concerned, ISO 3166-1 alpha-3", COUNTRY)
CONVENTIONS = many_texts("conventions", "Instruments concerned, as C087, P029, R198", CONVENTION)
ARTICLES = many_texts("articles", "Articles of the instrument, as 3(2)(b)")
