"""Footnotes: the small print at the foot of a column that opens with a number."""

import re
from collections.abc import Sequence
from itertools import groupby

from pipeline.read.pdf_style import Style
from pipeline.read.pdf_values import Line

_SMALLER = 0.93
_SAME_SIZE = 0.6
_NUMBERED = re.compile(r"\(?(\d{1,3})\)?\s+\S")
_STARRED = re.compile(r"[*†‡]+\s?\S")

Note = tuple[Line, ...]


def part_footnotes(lines: Sequence[Line], style: Style) -> tuple[list[Line], list[Note]]:
    """Return the lines of the text and the footnotes of a page, each note with its lines."""
    text: list[Line] = []
    notes: list[Note] = []
    prints_text = any(abs(line.size - style.size) < _SAME_SIZE for line in lines)
    for _, column in groupby(lines, key=lambda line: line.column):
        members = list(column)
        start = _first_note(members, style) if prints_text else len(members)
        text.extend(members[:start])
        notes.extend(_part_notes(members[start:]))
    return text, notes


def _first_note(lines: Sequence[Line], style: Style) -> int:
    """Return where the small print at the end of a column opens with a note; the column's length where it does not."""
    start = len(lines)
    while start and lines[start - 1].size <= _SMALLER * style.size:
        start -= 1
    return next((place for place in range(start, len(lines)) if _opens(lines[place], style)), len(lines))


def _opens(line: Line, style: Style) -> bool:
    numbered = not style.raised_notes and _NUMBERED.match(line.text)
    return bool(line.note or numbered or _STARRED.match(line.text))


def _part_notes(lines: Sequence[Line]) -> list[Note]:
    """Begin a note at each raised number, or where there is none, at each number that follows the last."""
    raised = any(line.note for line in lines)
    notes: list[list[Line]] = []
    number = 0
    for line in lines:
        found = _NUMBERED.match(line.text)
        follows = found is not None and (not notes or int(found.group(1)) == number + 1)
        if not notes or line.note or _STARRED.match(line.text) or (not raised and follows):
            notes.append([line])
            number = int(found.group(1)) if found else number
        else:
            notes[-1].append(line)
    return [tuple(note) for note in notes]
