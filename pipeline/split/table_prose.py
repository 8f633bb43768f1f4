"""Tables of words (*the resolution asks* | *the Office has done*): each cell of prose is a paragraph of its column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.folding import fold
from pipeline.gazetteers.headings import Headings
from pipeline.gazetteers.registers import Registers
from pipeline.records import Document, Span
from pipeline.split.assemble import Draft
from pipeline.split.numbering import Counter, read_counter, settle_numbers
from pipeline.split.runin import strip_heading
from pipeline.vocabulary import BlockKind, Speaker

_LEAST_WORDS = 8  # fewer are the label of a row
_LONG = 15  # so many words are prose without a full stop too: a cell cut by a page
_WIDEST_NUMBER = 4
_CELL = re.compile(r"[^\t\n]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of prose; it opens with the number that stands in a cell before it, or in its own words."""

    span: Span
    opening: str
    voice: Speaker | None
    heading: str | None


def read_table_prose(document: Document, registers: Registers) -> tuple[Draft, ...]:
    """Return the prose in the tables of a paper, in order; figures and labels are none."""
    cells = tuple(_read_cells(document, registers.headings))
    found = (read_counter(cell.opening, place) for place, cell in enumerate(cells))
    counters = {counter.place: counter for counter in settle_numbers([one for one in found if one])}
    return tuple(_make_draft(cell, counters.get(place), document.text) for place, cell in enumerate(cells))


def _make_draft(cell: _Cell, counter: Counter | None, text: str) -> Draft:
    number = str(counter.number) if counter and counter.number else None
    own = read_counter(cell.span.cut(text), 0) if counter else None
    span = Span(cell.span.start + own.length, cell.span.end) if own else cell.span
    return Draft(span, number, cell.heading, voice=cell.voice)


def _read_cells(document: Document, headings: Headings) -> Iterator[_Cell]:
    heading: str | None = None
    for block in document.blocks:
        words = block.span.cut(document.text)
        if block.kind is BlockKind.HEADING and not _heads_column(words, headings):
            heading = strip_heading(words)
        elif block.kind is BlockKind.TABLE:
            rows = words.split("\n")
            action = _find_action_column(rows[0].split("\t"), headings)
            yield from _read_rows(rows, block.span.start, action, heading)


def _read_rows(rows: Sequence[str], start: int, action: int | None, heading: str | None) -> Iterator[_Cell]:
    for row in rows:
        for match in _CELL.finditer(row):
            words = match[0].strip()
            before = row[: match.start()].strip()
            opening = f"{before} {words}" if 0 < len(before) <= _WIDEST_NUMBER else words
            if _is_prose(opening):
                first = start + match.start() + match[0].index(words)
                voice = _voice(row[: match.start()].count("\t"), action)
                yield _Cell(Span(first, first + len(words)), opening, voice, heading)
        start += len(row) + 1


def _find_action_column(cells: Sequence[str], headings: Headings) -> int | None:
    """Return the column headed *Action taken*, though a scan may have cut its heading in two."""
    joined = ["".join(cells[place:]) for place in range(len(cells))]
    named = [place for place, text in enumerate(joined) if headings.measure_opening("papers.action", fold(text))]
    return named[-1] if named else None


def _heads_column(words: str, headings: Headings) -> bool:
    return any(headings.measure_opening(key, fold(words)) for key in ("papers.action", "papers.issue"))


def _voice(column: int, action: int | None) -> Speaker | None:
    if action is None:
        return None
    return Speaker.OFFICE if column >= action else Speaker.CONFERENCE


def _is_prose(words: str) -> bool:
    count = len(_WORD.findall(words))
    said = count >= _LONG or (count >= _LEAST_WORDS and (words[-1] in ".;:" or read_counter(words, 0) is not None))
    return said and len(_FIGURE.findall(words)) * 4 < len(words)
