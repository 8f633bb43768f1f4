"""A plain text → its printed units: pages stored as text, and papers whose lines are broken or not."""

import re
from collections.abc import Sequence

from pipeline.clean import normalise_newlines
from pipeline.errors import ReadFailure
from pipeline.gazetteers.furniture import load_furniture
from pipeline.read.compose import Printed
from pipeline.read.joining import Words, join_pages, learn_words
from pipeline.read.obstacles import refuse_obstacles
from pipeline.read.reading import Reading
from pipeline.read.text_encoding import decode_bytes
from pipeline.read.text_lines import measure_wrap, read_lines
from pipeline.read.text_notes import drop_marks, name_listed_notes, name_notes, name_running_heads
from pipeline.read.text_pieces import Piece, group_lines, name_headings, name_scraps, rejoin_sentences, settle_labels
from pipeline.vocabulary import BlockKind, MediaType

READER = "text@1"
LONGEST_WORD = 100_000
_ADDRESS = re.compile(r"(?i)(?:(?:url|source|address|saved from|adresse|fuente) ?:? ?)?(https?://\S+)$")
_BLANK = re.compile(r"\s")


def read_text(content: bytes) -> Reading:
    """Return the units of a plain text; form feeds are page ends."""
    text = decode_bytes(content)
    _refuse_unprosaic(text)
    pages = [normalise_newlines(page) for page in text.rstrip("\f\n\r \x1a").split("\f")]
    units = print_pages(pages)
    refuse_obstacles("", units)
    return Reading(tuple(units), MediaType.TEXT, READER, pages=len(pages), address=_find_address(units))


def print_pages(pages: Sequence[str]) -> list[Printed]:
    """Return the units of texts, one for each page."""
    lines = read_lines(pages, load_furniture())
    words = learn_words(line.text for line in lines)
    pieces = group_lines(lines, measure_wrap(lines))
    pieces = name_notes(pieces)
    pieces = settle_labels(pieces)
    name_running_heads(pieces)
    pieces = rejoin_sentences(pieces)
    drop_marks(pieces)
    name_listed_notes(pieces)
    name_scraps(pieces)
    name_headings(pieces)
    return [_print_piece(piece, words) for piece in pieces]


def _find_address(units: Sequence[Printed]) -> str | None:
    """Return the address that stands alone at the head or the foot of a stored page."""
    edges = (_ADDRESS.match(unit.text) for unit in (*units[:3], *units[-2:]))
    return next((found.group(1) for found in edges if found), None)


def _print_piece(piece: Piece, words: Words) -> Printed:
    page = piece.lines[0].page
    if piece.kind is BlockKind.TABLE:
        return Printed(piece.kind, "\n".join(line.text for line in piece.lines), page)
    joined = join_pages([(line.text, line.page) for line in piece.lines], words)
    return Printed(piece.kind, joined.text, page, level=piece.level, turns=joined.turns)


def _refuse_unprosaic(text: str) -> None:
    """Refuse a text without blanks in a long stretch: no reader could make sentences of it."""
    start = 0
    while start < len(text):
        found = _BLANK.search(text, start, start + LONGEST_WORD)
        if not found and len(text) - start > LONGEST_WORD:
            raise ReadFailure("the text is one unbroken string of characters, no prose: check what was saved")
        start = start + LONGEST_WORD if found else len(text)
