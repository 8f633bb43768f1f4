"""Footnotes of a plain text: their numbers, the marks that call them, page numbers and running heads."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.folding import fold
from pipeline.read.joining import opens_item
from pipeline.read.text_lines import Line, Look
from pipeline.read.text_pieces import Piece
from pipeline.vocabulary import BlockKind

_SUPERSCRIPT = re.compile(r"(?:(?<![\d\s])(?<![kcm]m)(?<!\bm)|(?<=\b[12]\d{3}))[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
_REFERENCE = re.compile(
    r"(?i)(?:\b(?:arts?|articles?|articulos?|nos?|num|paras?|paragraphs?|paragraphes?|parrafos?|tables?|sections?|"
    r"chapters?|box|figures?|pages?|p|annex|appendix|phase|volume|vol|parts?|levels?|class|grade|type|age|and|or|to|"
    r"of|about|some|over|than|by|for|with|in|from|until|et|y|de|under|between)\.?|[$€£–-]|(?<![12]\d\d)\d,)$"
)
_COUNTED = re.compile(
    r"(?i)^(?:per cent|percent|pour cent|por ciento|%|million|billion|countries|states|years|months|weeks|days|hours|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|to \d|and \d|"
    r"[-–] ?\d|conventions|projects|workers|members|regional|national|new|main|other|people|persons|children)\b"
)
_ADDRESS = re.compile(r"https?://|www\.|\bop\. cit|\bibid|ISBN|\b(?:ILO|GB|OIT|BIT)[:.]")
_SCRAP = re.compile(r"(?:[^\W\d_]{3,9}\.|(?:19|20)\d\d[,:.]|(?:https?://|www\.)\S+)$")
_CALL = re.compile(r"(?:(?<=[.,;:”\"])|(?<=[^\W\d_]{3}))\((\d{1,2})\)")
_ITEM_NUMBER = re.compile(r"(\d{1,3})\. ")
_LONGEST_LISTED = 300
_LOOK_BACK = 40
_MOST_LOST = 4
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


def name_listed_notes(pieces: Sequence[Piece]) -> None:
    """Make a short list footnotes that begins anew at 1 and whose numbers stand in brackets in the text before it."""
    called = _called_numbers(pieces)
    last = 0
    for place, piece in enumerate(pieces):
        number = _item_number(piece)
        if number == 1 and last > 1 and called:
            listed = _listed_from(pieces, place)
            if listed and {_item_number(other) for other in listed} <= called:
                for other in listed:
                    other.kind = BlockKind.FOOTNOTE
                _drop_called(pieces[:place], len(listed))
        last = number or last


def _called_numbers(pieces: Sequence[Piece]) -> set[int]:
    bodies = (piece for piece in pieces if piece.kind is BlockKind.PARAGRAPH)
    return {int(number) for piece in bodies for line in piece.lines for number in _CALL.findall(line.text)}


def _listed_from(pieces: Sequence[Piece], place: int) -> list[Piece]:
    """Return the items 1, 2, … that follow one another from here; none where text of another kind follows them."""
    listed: list[Piece] = []
    for piece in pieces[place:]:
        if _item_number(piece) != len(listed) + 1:
            break
        listed.append(piece)
    following = pieces[place + len(listed) :][:1]
    if any(len(piece.text) > _LONGEST_LISTED for piece in listed) or (following and opens_item(following[0].text)):
        return []
    return listed


def _drop_called(pieces: Sequence[Piece], count: int) -> None:
    def without(match: re.Match[str]) -> str:
        return "" if int(match.group(1)) <= count else match.group()

    for piece in pieces:
        if piece.kind is BlockKind.PARAGRAPH:
            piece.lines = [replace(line, text=_CALL.sub(without, line.text)) for line in piece.lines]


def _item_number(piece: Piece) -> int:
    found = _ITEM_NUMBER.match(piece.lines[0].text) if piece.kind is BlockKind.PARAGRAPH else None
    return int(found.group(1)) if found else 0


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
    last = 0
    for place, piece in enumerate(pieces):
        number = _note_number(piece)
        near = pieces[max(0, place - _LOOK_BACK) : place + 2]
        if number == last + 1 or (number and piece.kind is BlockKind.FOOTNOTE):
            for lost in range(last + 1, number) if number - last <= _MOST_LOST else ():
                _drop_bare_mark(lost, near, 2)
            if _drop_bare_mark(number, near, 1 if piece.kind is BlockKind.FOOTNOTE else 2):
                last = number
    for piece in pieces:
        if piece.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            piece.lines = [_without_raised(line) for line in piece.lines]


def _note_number(piece: Piece) -> int:
    found = re.match(r"\d{1,3}\b", piece.lines[0].text)
    return int(found.group()) if found and (piece.kind is BlockKind.FOOTNOTE or piece.number) else 0


def _without_raised(line: Line) -> Line:
    text = _SUPERSCRIPT.sub("", line.text)
    return line if text == line.text else replace(line, text=text)


def _is_note(number: int, expected: int, following: Piece, before: Sequence[Piece], rest: Sequence[Piece]) -> bool:
    if following.kind is not BlockKind.PARAGRAPH or following.cut or following.number or following.header:
        return False
    if opens_item(following.text) or following.lines[0].look in {Look.BULLET, Look.LABEL}:
        return False
    if number != 1 and not expected <= number <= expected + 3:
        return False
    called = _find_mark(str(number), before[-_LOOK_BACK:]) is not None
    return called or (number > 1 and bool(_ADDRESS.search(following.text)))


def _goes_on(note: Piece, piece: Piece) -> bool:
    """Say whether a piece after blank lines is still the note: scraps of an address, before a page turns."""
    if piece.cut or piece.number or piece.header or piece.kind is not BlockKind.PARAGRAPH or opens_item(piece.text):
        return False
    if len(note.lines) > _LONGEST_NOTE_LINES or piece.lines[0].look is not Look.TEXT:
        return False
    return bool(_SCRAP.match(piece.text))


def _is_head(piece: Piece) -> bool:
    text = piece.text
    if piece.lines[0].look is not Look.TEXT or len(piece.lines) > 1 or not piece.alone:
        return False
    return len(text.split()) > 1 and text[-1] not in ".;:,?!" and text[:1].isupper()


def _drop_bare_mark(number: int, pieces: Sequence[Piece], least: int) -> bool:
    found = _find_mark(str(number), pieces, least)
    if found:
        piece, row, start, end = found
        text = piece.lines[row].text
        piece.lines[row] = replace(piece.lines[row], text=text[:start].rstrip() + text[end:])
    return found is not None


def _find_mark(number: str, pieces: Sequence[Piece], least: int = 1) -> tuple[Piece, int, int, int] | None:
    """Return where the figure stands best as a mark: nearest the note, after a stop or where no count could be."""
    best: tuple[Piece, int, int, int] | None = None
    most = least - 1
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
    """Return 3 for a figure after a stop, 2 at a sentence's end or beside a year, 1 for a likely one, else 0."""
    if _REFERENCE.search(before) or _COUNTED.match(after.lstrip()):
        return 0
    if before[-1:] in '.,;:)”"’?!':
        return 3
    if not after.strip() or after[:1] in ".,;:)":
        return 2
    return 2 if before[-4:].isdigit() or after.lstrip()[:1] in "–(" else 1
