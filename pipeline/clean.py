"""From raw characters to the characters of the one text: an ordered tuple of small cleanings, before offsets exist."""

import re
import unicodedata
from collections.abc import Callable

_NEWLINES = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = dict.fromkeys([0x09, 0x1F, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x2800, 0x3000, 0x3164], " ")
_INVISIBLE = dict.fromkeys(
    [
        *range(0x00, 0x09), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD, 0x34F, 0x61C, 0x180E,
        *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF,
        *range(0xFFF9, 0xFFFC), *range(0xD800, 0xE000), *range(0xE0000, 0xE0080),
    ]
)  # fmt: skip
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "•", 0xF0FC: "✓", 0xF02D: "–", 0xF020: " "}
_RUNS = re.compile(r" {2,}")
_EDGES = re.compile(r"(?<! ) ?\n ?")
_DOUBLE_HYPHEN = re.compile(r"(?<= )--(?= )")


def normalise_newlines(text: str) -> str:
    """Make every line end one newline."""
    return _NEWLINES.sub("\n", text)


def drop_invisible(text: str) -> str:
    """Leave out control characters, soft hyphens, zero-width marks and halves of characters."""
    return text.translate(_INVISIBLE)


def compose_accents(text: str) -> str:
    """Make a letter and its accent one character."""
    return unicodedata.normalize("NFC", text)


def open_ligatures(text: str) -> str:
    """Write the letters of printed ligatures (ﬁ, ﬂ) one by one, and name the signs of symbol fonts."""
    return text.translate(_LIGATURES).translate(_SYMBOLS)


def plain_blanks(text: str) -> str:
    """Make tabs, no-break blanks and odd blanks one plain blank each."""
    return text.translate(_BLANKS)


def plain_hyphens(text: str) -> str:
    """Make the no-break hyphen a hyphen and the typed double hyphen between words a dash."""
    return _DOUBLE_HYPHEN.sub("–", text.replace("\u2010", "-").replace("\u2011", "-"))


def single_blanks(text: str) -> str:
    """Make runs of blanks one, and leave none at the edges of a line."""
    return _EDGES.sub("\n", _RUNS.sub(" ", text)).strip()


CLEANINGS: tuple[Callable[[str], str], ...] = (
    normalise_newlines,
    drop_invisible,
    compose_accents,
    open_ligatures,
    plain_blanks,
    single_blanks,
    plain_hyphens,
)


def clean_text(raw: str) -> str:
    """Apply every cleaning in its order; cleaning a clean text changes nothing."""
    for cleaning in CLEANINGS:
        raw = cleaning(raw)
    return raw
