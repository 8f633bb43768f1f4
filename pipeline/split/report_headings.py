"""The lines that divide a printed report: parts, chapters by Convention, countries, Conventions, lists of States."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from pipeline.citations import find_countries
from pipeline.folding import fold
from pipeline.gazetteers.countries import NameSort
from pipeline.gazetteers.registers import Registers
from pipeline.split.lines import Line
from pipeline.split.titles import Title, parse_title
from pipeline.vocabulary import BlockKind

GENERAL_REPORT = "general-report"
_LONGEST = 200
_LONGEST_TITLES = 900
_LONGEST_COUNTRY = 110
_RATIFIED = re.compile(r" *\( *(?P<word>[^()\d:]{5,16}?) *: *(?P<year>\d{4})[^()]{0,40}\)[ .]*")
_CONTENTS = re.compile(r"(?:\.{3,}|…|\s)\s*\d{1,4}\s*$")
_SEPARATOR = re.compile(r"[*_•·–—\- ]{1,30}")
_AFTER_CHAPTER = re.compile(r"\d*\s*(?:$|[:,.(–—-])")
_DIRECT_LISTS = ("list.direct-requests", "list.replies-noted")
_LIST_SEARCHED = 260
_LEAD_REACH = 80
_NOTE = re.compile(r"\[[^\[\]]+\]")
_NUMBER = re.compile(r"\d{1,3}(?=\D*$)")


class Mark(Enum):
    """What a line of a printed report is for the division into comments."""

    PART = auto()
    CHAPTER = auto()
    TITLES = auto()
    LIST = auto()
    GENERAL = auto()
    SEPARATOR = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Divider:
    """A line, what it is, the part it opens, and the countries and Conventions it prints."""

    line: Line
    mark: Mark
    part: str | None = None
    titles: tuple[Title, ...] = ()

    @property
    def is_furniture(self) -> bool:
        """Whether the reader took the line for a running head."""
        return self.line.kind is BlockKind.FURNITURE

    @property
    def country(self) -> Title | None:
        """The title that names a country, if one does."""
        return next((title for title in self.titles if title.country), None)

    @property
    def codes(self) -> tuple[str, ...]:
        """The Conventions that the line prints."""
        return tuple(dict.fromkeys(title.code for title in self.titles if title.code))

    @property
    def ratified(self) -> bool:
        """Whether the line prints a year of ratification."""
        return any(title.ratified_year for title in self.titles)


def read_dividers(lines: Sequence[Line], registers: Registers) -> tuple[Divider, ...]:
    """Return every line with what it is, without page furniture; what readers mistake for furniture is none."""
    dividers = [read_divider(line, registers) for line in lines]
    around = zip([None, *dividers], dividers, [*dividers[1:], None], strict=False)
    return tuple(
        divider
        for before, divider, after in around
        if divider is not None and (not divider.is_furniture or _is_lost(before, divider, after, registers))
    )


def _is_lost(before: Divider | None, divider: Divider, after: Divider | None, registers: Registers) -> bool:
    """Say whether a line that stands at the top of several pages is a heading or a note all the same."""
    if divider.mark is Mark.BODY:
        return _NOTE.fullmatch(divider.line.text) is not None and (
            registers.headings.measure_opening("special-note", divider.line.folded[1:]) > 0
        )
    if divider.mark is not Mark.TITLES or divider.ratified or divider.country:
        return divider.mark is Mark.TITLES
    stands_below = before is not None and before.country is not None
    return stands_below or (after is not None and after.mark is Mark.TITLES and after.ratified)


def read_divider(line: Line, registers: Registers) -> Divider:
    """Return what one line is."""
    if is_separator(line):
        return Divider(line, Mark.SEPARATOR)
    if registers.headings.is_whole("list-heading", line.folded[:_LONGEST]) or _opens_list(line, registers):
        return Divider(line, Mark.LIST)
    if len(line.text) > _LONGEST_TITLES:
        return Divider(line, Mark.BODY)
    if len(line.text) <= _LONGEST:
        part = _part_of(line, registers)
        if part:
            return Divider(line, Mark.PART, part)
        chapter = _chapter_of(line, registers)
        if chapter:
            return Divider(line, Mark.CHAPTER, titles=(chapter,))
        if registers.headings.is_whole("type.general-observation", line.folded):
            return Divider(line, Mark.GENERAL)
    titles = read_titles(line, registers)
    return Divider(line, Mark.TITLES, titles=titles) if titles else Divider(line, Mark.BODY)


def is_separator(line: Line) -> bool:
    """Say whether a line is a row of asterisks or dashes."""
    return _SEPARATOR.fullmatch(line.text) is not None


def read_titles(line: Line, registers: Registers) -> tuple[Title, ...]:
    """Return the countries and Conventions of a heading line, several where it prints several; else nothing."""
    if not _may_be_title(line):
        return ()
    titles = [_parse_piece(piece, registers) for piece in _cut_pieces(line)]
    return tuple(title for title in titles if title) if all(titles) else ()


def _may_be_title(line: Line) -> bool:
    if len(line.text) > _LONGEST_TITLES or not (line.text[0].isupper() or line.text[0] == "("):
        return False
    return len(line.text) <= _LONGEST_COUNTRY or "conven" in line.folded or "protoc" in line.folded


def _cut_pieces(line: Line) -> list[Line]:
    """Cut a line that prints several Conventions after each year of ratification."""
    ends = [match.end() for match in _RATIFIED.finditer(line.text)]
    edges = [0, *ends, len(line.text)]
    words = [line.text[first:last].strip(" ;,") for first, last in zip(edges, edges[1:], strict=False)]
    return [Line(line.span, text, fold(text), line.kind) for text in words if text]


def _parse_piece(piece: Line, registers: Registers) -> Title | None:
    bracket = _RATIFIED.search(piece.text)
    if bracket and not registers.headings.is_whole("ratified", fold(bracket["word"])):
        return None
    year = int(bracket["year"]) if bracket else None
    words = piece.text[: bracket.start()].strip() if bracket else piece.text
    if not words:
        return Title(piece.text, ratified_year=year)
    found = parse_title(Line(piece.span, words, fold(words), piece.kind), registers)
    if found is not None and found.code and not found.country:
        found = _parse_country_and_title(piece, words, registers) or found
    return Title(piece.text, found.code, found.country, year or found.ratified_year) if found else None


def _parse_country_and_title(piece: Line, words: str, registers: Registers) -> Title | None:
    """Return country and Convention of a heading that a reader put together of two."""
    named = next(iter(find_countries(words)), None)
    if named is None or named.span.start or named.sort is NameSort.ADJECTIVE:
        return None
    rest = words[named.span.end :].strip(" ,;:–—-")
    title = parse_title(Line(piece.span, rest, fold(rest), piece.kind), registers) if rest else None
    return Title(piece.text, title.code, named.iso3) if title and title.code else None


def _part_of(line: Line, registers: Registers) -> str | None:
    if _CONTENTS.search(line.text) and line.kind is not BlockKind.HEADING:
        return None
    found = registers.headings.name_opening("part", line.folded)
    return found[0] if found and line.text[-1] not in ".;:," and line.text[0].isupper() else None


def _chapter_of(line: Line, registers: Registers) -> Title | None:
    """Return the Convention of `Convention No. 87: Freedom of Association …, 1948`."""
    length = registers.headings.measure_opening("chapter", line.folded)
    if not length or not _AFTER_CHAPTER.match(line.folded, length) or _RATIFIED.search(line.text):
        return None
    number = _NUMBER.search(line.folded[:length])
    code = f"C{int(number[0]):03}" if number else None
    return Title(line.text, code) if code and registers.instruments.by_code(code) else None


def _opens_list(line: Line, registers: Registers) -> bool:
    top = line.folded[:_LIST_SEARCHED]
    for key in _DIRECT_LISTS:
        found = registers.headings.find_within(key, top)
        if found is None:
            continue
        told = top[found.start() : found.end() + _LEAD_REACH].split(". ")[0]
        if ":" in told or registers.headings.find_within("list-lead", told):
            return True
    return False
