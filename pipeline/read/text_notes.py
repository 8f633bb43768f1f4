"""Footnotes of a plain text: their numbers, the marks that call them, page numbers and running heads."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.folding import fold
from pipeline.read.joining import ends_sentence, opens_item
from pipeline.read.text_lines import Line, Look
from pipeline.read.text_pieces import Piece
from pipeline.vocabulary import BlockKind

_SUPERSCRIPT = re.compile(r"(?<![\d\s])(?<![kcm]m)(?<!\bm)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_REFERENCE = re.compile(
    r"(?i)(?:\b(?:arts?|articles?|articulos?|nos?|num|paras?|paragraphs?|paragraphes?|parrafos?|tables?|sections?|"
    r"chapters?|box|figures?|pages?|p|annex|appendix|phase|volume|vol|parts?|levels?|class|grade|type|age|and|or|to|"
    r"of|about|some|over|than|by|for|with|in|from|until|et|y|de|under|between)\.?|[$€£–-]|\d,)$"
)
_COUNTED = re.compile(
    r"(?i)^(?:per cent|percent|pour cent|por ciento|%|million|billion|countries|states|years|months|weeks|days|hours|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|to \d|and \d|"
    r"[-–] ?\d|conventions|projects|workers|members|regional|national|new|main|other|people|persons|children)\b"
)
_LOOK_BACK = 40
_LEAST_PAGE_NUMBERS = 3
_LONGEST_HEAD = 90
_LONGEST_NOTE_LINES = 12


def name_notes(pieces: Sequence[Piece]) -> list[Piece]:
    """Tell lone numbers apart: with the text that follows they are footnotes, otherwise page numbers."""
    named: list[Piece] = []
    place, expected = 0, 1
    while place < len(pieces):
        piece = pieces[place]
        number = int(re.sub(r"\D", "", piece.last)) if piece.number else 0
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        if number and following and _is_note(number, expected, following, named, pieces[place + 1 :]):
            note = Piece(BlockKind.FOOTNOTE, [*piece.lines, *following.lines])
            place += 2
            while place < len(pieces) and _goes_on(note, pieces[place]):
                note.lines += pieces[place].lines
                place += 1
            named.append(note)
            expected = number + 1
            continue
        if number:
            piece.kind = BlockKind.FURNITURE
        named.append(piece)
        place += 1
    return named


def name_running_heads(pieces: Sequence[Piece]) -> None:
    """Make short lines furniture that stand beside a page number or repeat a heading at a page's head."""
    numbered = sum(piece.number for piece in pieces) >= _LEAST_PAGE_NUMBERS
    seen: set[str] = set()
    for place, piece in enumerate(pieces):
        if piece.kind is not BlockKind.PARAGRAPH or piece.header or len(piece.text) > _LONGEST_HEAD:
            continue
        before = pieces[place - 1] if place else None
        top = before is not None and (before.kind in {BlockKind.FOOTNOTE, BlockKind.FURNITURE} or piece.cut)
        key = fold(piece.text)
        if numbered and top and (key in seen or (before and before.number and _is_head(piece))):
            piece.kind = BlockKind.FURNITURE
        seen.add(key)


def drop_marks(pieces: Sequence[Piece]) -> None:
    """Take the marks that call footnotes out of the text: raised figures, and bare ones where the note is known."""
    for place, piece in enumerate(pieces):
        if piece.kind is BlockKind.FOOTNOTE:
            number = re.match(r"\d{1,3}", piece.lines[0].text)
            if number:
                _drop_bare_mark(number.group(), pieces[max(0, place - _LOOK_BACK) : place + 2])
    for piece in pieces:
        if piece.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            piece.lines = [_without_raised(line) for line in piece.lines]


def _without_raised(line: Line) -> Line:
    text = _SUPERSCRIPT.sub("", line.text)
    return line if text == line.text else replace(line, text=text)


def _is_note(number: int, expected: int, following: Piece, before: Sequence[Piece], rest: Sequence[Piece]) -> bool:
    if following.kind is not BlockKind.PARAGRAPH or following.cut or following.number or following.header:
        return False
    if opens_item(following.text) or following.lines[0].look in {Look.BULLET, Look.LABEL}:
        return False
    if number not in {1, expected, expected + 1}:
        return False
    return _find_mark(str(number), before[-_LOOK_BACK:]) is not None or (number > 1 and bool(_ADDRESS.search(following.text)))


_ADDRESS = re.compile(r"https?://|www\.|\bop\. cit|\bibid|ISBN|\b(?:ILO|GB|OIT|BIT)[:.]")


def _goes_on(note: Piece, piece: Piece) -> bool:
    """Say whether a piece after blank lines is still the note: scraps of an address, before a page turns."""
    if piece.cut or piece.number or piece.header or piece.kind is not BlockKind.PARAGRAPH or opens_item(piece.text):
        return False
    if ends_sentence(note.text) and not note.text.endswith(":") or len(note.lines) > _LONGEST_NOTE_LINES:
        return False
    scrap = len(piece.text) <= 8 or piece.text.startswith(("http", "www."))
    return scrap and piece.lines[0].look is Look.TEXT


def _is_head(piece: Piece) -> bool:
    text = piece.text
    if piece.lines[0].look is not Look.TEXT or len(piece.lines) > 1 or not piece.alone:
        return False
    return len(text.split()) > 1 and text[-1] not in ".;:,?!" and text[:1].isupper()


def _drop_bare_mark(number: str, pieces: Sequence[Piece]) -> None:
    found = _find_mark(number, pieces)
    if found:
        piece, row, start, end = found
        text = piece.lines[row].text
        piece.lines[row] = replace(piece.lines[row], text=text[:start].rstrip() + text[end:])


def _find_mark(number: str, pieces: Sequence[Piece]) -> tuple[Piece, int, int, int] | None:
    """Return where the figure stands best as a mark: nearest the note, after a stop or where no count could be."""
    best: tuple[Piece, int, int, int] | None = None
    most = 0
    figure = re.compile(rf"(?<=[^\s–-]) {number}(?=$|[ .,;:)])")
    for piece in reversed(pieces):
        if piece.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            continue
        for row in range(len(piece.lines) - 1, -1, -1):
            text = piece.lines[row].text
            for match in reversed(list(figure.finditer(text))):
                following = text[match.end() :] or _next_words(piece, row)
                score = _score_mark(text[: match.start()], following)
                if score > most:
                    best, most = (piece, row, match.start(), match.end()), score
    return best


def _next_words(piece: Piece, row: int) -> str:
    return " " + piece.lines[row + 1].text if row + 1 < len(piece.lines) else ""


def _score_mark(before: str, after: str) -> int:
    """Return 3 for a figure after a stop, 2 for one at a sentence's end or beside a year, 1 for a likely one, else 0."""
    if _REFERENCE.search(before) or _COUNTED.match(after.lstrip()):
        return 0
    if before[-1:] in ".,;:)”\"’?!":
        return 3
    if not after.strip() or after[:1] in ".,;:)":
        return 2
    return 2 if before[-4:].isdigit() or after.lstrip()[:1] in "–(" else 1
