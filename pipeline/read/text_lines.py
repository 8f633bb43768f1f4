"""The lines of a plain text: cleaned, with what their look says, before they are put together."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from pipeline.clean import clean_text
from pipeline.folding import fold
from pipeline.gazetteers.furniture import Furniture
from pipeline.read.joining import ends_sentence, opens_item

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_GLUED_BOLD = re.compile(r"^(.*[^\s*])\*\*([A-ZÀ-Þ][^*]{2,40})\*\*$")
_GLUED_LIST = re.compile(r"^\s*((?:[A-E]\. )?[^\W\d_][^.;:!?\d]{4,90})- (?=\d{1,4}\. \S)")
_TAGS = re.compile(r"</?(?:i|b|u|em|strong|p|span|small|sub|sup)\b[^<>]{0,80}>|<br ?/?>", re.IGNORECASE)
_STARS = re.compile(r"\*{2,3}")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,400})(?<=[^\s*])\*(?![\w*])")
_MARKED_ITEM = re.compile(r"^[-*] (?=(?:\(?\d{1,4}|\(?[a-z]{1,3})[.)] )")
_HASHES = re.compile(r"^(#{1,6}) (?=\S)")
_SEPARATOR = re.compile(r"^\*(?: ?\*){2,}$")
_LONE_NUMBER = re.compile(r"^[-–—]? ?\d{1,4} ?[-–—]?$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_LABEL = re.compile(r"^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[IVXLC]{1,6}\.|[A-Z]\.)$")
_BULLETS = frozenset("!•▪■●◦–—-·")
_INLINE_BULLET = re.compile(r"^[!•▪■●◦·] (?=\S)")
_NOTE = re.compile(rf"^([{_SUPERSCRIPTS}]{{1,3}}) ?(?=\S)")
_ENTRY = re.compile(r"^.{2,200}?(?:\.{3,}|…+|(?: \.){3,})\s*(?:\d{1,4}|[ivxl]{1,6})?$")
_ENTRY_TABBED = re.compile(r"^[^\t]*(?:\t[^\t]+)?\t(?:\d{1,4}|[ivxl]{1,6})$")
_CELL_NUMBER = re.compile(r"^[-–+]?[\d.,%()*/–\- ]{1,30}$")
_LONGEST_CELL = 70
_TABLE_CELLS = 8


class Look(Enum):
    """What a line looks like."""

    BLANK = auto()
    TEXT = auto()
    HEADER = auto()
    ITEM = auto()
    HEADING = auto()
    CAPTION = auto()
    NUMBER = auto()
    LABEL = auto()
    BULLET = auto()
    NOTE = auto()
    ROW = auto()
    CELL = auto()
    FURNITURE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A cleaned line: its look, its page, whether blanks stood before it, and the level of a marked heading."""

    text: str
    look: Look
    page: int = 1
    indented: bool = False
    level: int | None = None


def read_lines(pages: Sequence[str], furniture: Furniture) -> list[Line]:
    """Return the lines of all pages with their looks."""
    lines: list[Line] = []
    for number, page in enumerate(pages, start=1):
        for raw in page.split("\n"):
            lines.extend(_read_line(part, number, furniture) for part in _split_glued(raw))
    for refine in (_mark_contents, _mark_tabbed_rows, _mark_number_columns):
        lines = refine(lines)
    return _mark_running_lines(lines, len(pages))


def measure_wrap(lines: Sequence[Line]) -> int | None:
    """Return the width at which the file breaks its lines, or None where each paragraph is one line."""
    lengths: list[int] = []
    broken = 0
    for line, following in zip(lines, lines[1:], strict=False):
        if line.look in {Look.TEXT, Look.ITEM} and following.look is Look.TEXT and len(line.text) >= 40:
            lengths.append(len(line.text))
            broken += not ends_sentence(line.text)
    if len(lengths) < 3 or broken * 2 < len(lengths):
        return None
    lengths.sort()
    width, middle = lengths[len(lengths) * 9 // 10], lengths[len(lengths) // 2]
    return width if width <= 140 and middle >= width * 0.65 else None


def is_figure(line: Line) -> bool:
    """Say whether the line is a figure and nothing else, but no year, page number or label."""
    return line.look in {Look.TEXT, Look.CELL, Look.NUMBER} and bool(_CELL_NUMBER.match(line.text))


def _split_glued(raw: str) -> tuple[str, ...]:
    """Return the line, or its halves: a bold word glued to a title's end, a list's title to its first paragraph."""
    titled = _GLUED_LIST.match(raw) if "- " in raw[:120] else None
    if titled:
        return titled.group(1), raw[titled.end() :]
    found = _GLUED_BOLD.match(raw) if "**" in raw and len(raw) < 400 else None
    if found and "**" not in found.group(1):
        return found.group(1), found.group(2)
    return (raw,)


def _read_line(raw: str, page: int, furniture: Furniture) -> Line:
    indented = raw[:1] in {" ", "\u00a0"} and raw[1:2] not in {"-", "–", "•"}
    if "\t" in raw.rstrip():
        cells = "\t".join(clean_text(_plain_markup(cell)) for cell in raw.rstrip().split("\t"))
        return Line(cells, Look.ROW, page)
    text = clean_text(raw)
    if _SEPARATOR.match(text):
        return Line(text, Look.FURNITURE, page)
    hashes = _HASHES.match(text)
    text = clean_text(_plain_markup(_HASHES.sub("", text)))
    text = _MARKED_ITEM.sub("", text)
    if hashes:
        return Line(text, Look.HEADING if text else Look.BLANK, page, level=len(hashes.group(1)))
    text = _INLINE_BULLET.sub("• ", text)
    note = _NOTE.match(text)
    if note:
        text = f"{note.group(1).translate(_PLAIN_DIGITS)} {text[note.end() :]}"
        return Line(text, Look.NOTE, page)
    return Line(text, _look_of(text, furniture), page, indented)


def _plain_markup(text: str) -> str:
    if "<" in text:
        text = _TAGS.sub("", text)
    if "*" in text:
        text = _EMPHASIS.sub(r"\1", _STARS.sub("", text))
    return text


def _look_of(text: str, furniture: Furniture) -> Look:
    if not text:
        return Look.BLANK
    if text in _BULLETS:
        return Look.BULLET
    if _LONE_NUMBER.match(text) and not _YEAR.match(text):
        return Look.NUMBER
    if _LABEL.match(text):
        return Look.LABEL
    if text[0].isupper() and furniture.is_header(text):
        return Look.HEADER
    if furniture.is_caption(text):
        return Look.CAPTION
    if furniture.is_furniture(text):
        return Look.FURNITURE
    return Look.ITEM if opens_item(text) else Look.TEXT


def _mark_contents(lines: list[Line]) -> list[Line]:
    """Make three or more lines of contents, and the words just above them, furniture."""
    entries = [_is_entry(line) for line in lines]
    marked = list(lines)
    for start, end in _runs(lines, entries):
        if sum(entries[start:end]) < 3:
            continue
        first = start
        while first and lines[first - 1].look is Look.BLANK:
            first -= 1
        if first and len(lines[first - 1].text) <= 40 and lines[first - 1].look in {Look.TEXT, Look.ROW}:
            start = first - 1
            if start > 1 and lines[start - 1].look is Look.BLANK and len(lines[start - 2].text) <= 12:
                start -= 2
        for place in range(start, end):
            if marked[place].look is not Look.BLANK:
                text = clean_text(marked[place].text)
                marked[place] = replace(marked[place], text=text, look=Look.FURNITURE)
    return marked


def _is_entry(line: Line) -> bool:
    if line.look is Look.ROW:
        text = line.text.strip("\t")
        return bool(_ENTRY_TABBED.match(text)) or text == "Page"
    return line.look in {Look.TEXT, Look.ITEM} and bool(_ENTRY.match(line.text))


def _runs(lines: Sequence[Line], wanted: Sequence[bool]) -> Iterable[tuple[int, int]]:
    """Yield the half-open stretches of wanted lines; blank lines inside do not end one."""
    start = end = -1
    for place, line in enumerate(lines):
        if wanted[place]:
            start, end = (start if start >= 0 else place), place + 1
        elif line.look is not Look.BLANK and start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _mark_tabbed_rows(lines: list[Line]) -> list[Line]:
    """Make lines with one column (a number or bullet and its text) lines of text again; others stay rows."""
    marked: list[Line] = []
    for line in lines:
        cells = [cell for cell in line.text.split("\t") if cell] if line.look is Look.ROW else []
        wide = len(cells) > 2 or (len(cells) == 2 and not _opens_line(cells[0]))
        goes_on = bool(marked) and marked[-1].look is Look.ROW and line.text.startswith("\t")
        if line.look is not Look.ROW or wide or goes_on:
            marked.append(line)
        else:
            text = " ".join(cells)
            marked.append(replace(line, text=text, look=Look.ITEM if opens_item(text) else Look.TEXT))
    return marked


def _opens_line(cell: str) -> bool:
    return bool(_LABEL.match(cell)) or cell in _BULLETS


def _mark_number_columns(lines: list[Line]) -> list[Line]:
    """Make a long run of short lines, many of them numbers, cells of a table that was printed column by column."""
    cells = [_is_cell(line) for line in lines]
    numbers = [cell and is_figure(line) for line, cell in zip(lines, cells, strict=True)]
    marked = list(lines)
    for start, end in _runs(lines, cells):
        figures = [place for place in range(start, end) if numbers[place]]
        filled = sum(line.look is not Look.BLANK for line in lines[start:end])
        plain = [lines[place].text for place in figures if not _YEAR.match(lines[place].text)]
        if filled < _TABLE_CELLS or len(figures) * 3 < filled or len(plain) * 4 < filled:
            continue
        for place in range(start, _table_end(lines, figures[-1] + 1, end)):
            if lines[place].look is not Look.BLANK:
                marked[place] = replace(lines[place], look=Look.CELL)
    return marked


def _is_cell(line: Line) -> bool:
    if line.look is Look.NUMBER:
        return True
    if line.look not in {Look.TEXT, Look.ITEM, Look.LABEL} or len(line.text) > _LONGEST_CELL:
        return False
    if line.look is Look.ITEM:
        return line.text.startswith("• ")
    return bool(_CELL_NUMBER.match(line.text)) or line.text[-1] not in ".;!?,"


def _table_end(lines: Sequence[Line], last_figure: int, end: int) -> int:
    """Return where the labels that follow the last figure end: before a label of a heading."""
    for place in range(last_figure, end):
        if lines[place].look is Look.LABEL:
            return place
    return end


def _mark_running_lines(lines: list[Line], pages: int) -> list[Line]:
    """Make the lines furniture that stand at the top or the foot of several pages, figures aside."""
    if pages < 3:
        return lines
    edges = _page_edges(lines)
    seen = Counter(_masked(lines[place].text) for place in edges)
    marked = list(lines)
    for place in edges:
        line = lines[place]
        if line.look is Look.HEADER:
            continue
        if line.look is Look.NUMBER or (len(line.text) <= 120 and seen[_masked(line.text)] >= max(3, pages // 8)):
            marked[place] = replace(line, look=Look.FURNITURE)
    return marked


def _page_edges(lines: Sequence[Line]) -> list[int]:
    """Return the places of the first two and the last two filled lines of every page."""
    by_page: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        if line.look is not Look.BLANK:
            by_page.setdefault(line.page, []).append(place)
    return sorted({place for places in by_page.values() for place in (*places[:2], *places[-2:])})


def _masked(text: str) -> str:
    return "".join("0" if letter.isdigit() else letter for letter in fold(text)).replace("00", "0").replace("00", "0")
