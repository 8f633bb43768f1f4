"""From printed lines to running text: hyphens healed, lines joined, and whether a sentence runs on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# PDFium writes U+0002 or U+FFFE for a hyphen at a line's end.
_LAST_WORD = re.compile(r"([^\W\d_]+)[-\u2010\u00ad\u0002\ufffe]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SOFT_HYPHEN = "\u00ad"
_TAIL = 240
_ABBREVIATION = 12
_LONGEST_WORD = 40
_WHOLE_PREFIXES = frozenset({"ex", "non", "quasi", "self", "vice"})
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/\-_=&?]$")
_CLOSE_UP = re.compile(r"(?:\d[-\u2010-\u2013]|[^\W\d_]/)$")
_CLOSING = ")]\"'’”» "
_ENDING = (".", "?", "!", ":", ";", "…")
_HYPHENS = ("-", "\u2010", "\u00ad", "\u0002", "\ufffe")
_HOLDS_ON = (*_HYPHENS, "\u2011", "\u2012", "\u2013", "/", "_", "=", "&", "?")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:Nos?|Arts?|art|arts|paras?|párrs?|n[úu]ms?|Núms?|Mrs?|Ms|Dr|Sr|Sra|cf|vol|pp?|[A-Z])\.$"
)
_OPENS_ITEM = re.compile(
    r"(?:[-–—•●▪■◦*!·]\s|\(?(?:(?!19\d\d|20\d\d)\d{1,4}|[a-z]|[ivxl]{2,5})[.)]\s|[a-z]{2}\)\s|[A-Z]\.\s|\*\s?\*)"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one document in lower case: `seen` alone, `hyphenated` with their hyphens; line ends left out."""

    seen: frozenset[str]
    hyphenated: frozenset[str]


@dataclass(frozen=True, slots=True)
class Joined:
    """A paragraph on one line; `turns` are (offset, page) where a later page begins."""

    text: str
    turns: tuple[tuple[int, int], ...] = ()


def learn_words(lines: Iterable[str]) -> Words:
    """Collect the words of a document's lines, without the halves of those that hyphens at line ends cut."""
    between_blanks = set(" \n".join(_whole_words(lines)).lower().split())  # each is taken apart once, however frequent
    words = set(_WORD.findall(" ".join(between_blanks)))
    hyphenated = {word for word in words if "-" in word}
    split = [word.split("-") for word in hyphenated]
    pairs = {f"{first}-{second}" for parts in split for first, second in zip(parts, parts[1:], strict=False)}
    seen = (words - hyphenated).union(*split)
    return Words(frozenset(seen), frozenset(hyphenated | pairs))


def _whole_words(lines: Iterable[str]) -> Iterator[str]:
    cut = False
    for line in lines:
        words = _FIRST_WORD.sub("", line.lstrip(), count=1) if cut else line
        cut = line.endswith(_HYPHENS)
        yield _LAST_WORD.sub("", words) if cut else words


def join_lines(lines: Iterable[str], words: Words) -> str:
    """Return the lines of one paragraph as one line."""
    return join_pages([(line, 1) for line in lines], words).text


def join_pages(lines: Sequence[tuple[str, int]], words: Words) -> Joined:
    """Join the (line, page) pairs of one paragraph that may run over several pages."""
    text = ""
    page = lines[0][1] if lines else 1
    turns: list[tuple[int, int]] = []
    for line, line_page in lines:
        text = _open_end(text, line, words)
        if line_page != page:
            page = line_page
            turns.append((len(text), page))
        text += line.strip()
    return Joined(text, tuple(turns))


def runs_on(before: str, after: str) -> bool:
    """Say whether a sentence that a page, a footnote or a table interrupts goes on in what follows."""
    before = before.rstrip()[-_TAIL:]
    if not before or not after or opens_item(after):
        return False
    if _LAST_WORD.search(before) or _is_abbreviated(before):
        return True
    return after.lstrip("(\"'“‘«")[:1].islower() or not ends_sentence(before)


def ends_sentence(text: str) -> bool:
    """Say whether a line ends as sentences and list items end."""
    return text[-_TAIL:].rstrip(_CLOSING).endswith(_ENDING) and not _is_abbreviated(text)


def opens_item(text: str) -> bool:
    """Say whether a line begins as a numbered paragraph or a list item begins."""
    return bool(_OPENS_ITEM.match(text))


def _is_abbreviated(text: str) -> bool:
    return text.endswith(".") and bool(_ABBREVIATED.search(text[-_ABBREVIATION:]))


def _open_end(text: str, line: str, words: Words) -> str:
    """Return the text so far, ready for the next line: with a blank, without its hyphen, or as it is."""
    if not text:
        return text
    if not text.endswith(_HOLDS_ON):
        return text + " "
    tail = text[-_TAIL:]
    follows = line.lstrip()
    if ("://" in tail or "www." in tail) and _OPEN_ADDRESS.search(tail):
        return text
    cut, word = _LAST_WORD.search(text[-_LONGEST_WORD:]), _FIRST_WORD.match(follows)
    if cut and word:
        return text[:-1] + _true_hyphen(cut, word.group(), words)
    if _CLOSE_UP.search(text[-2:]) and follows[:1].isalnum():
        return text
    return text + " "


def _true_hyphen(cut: re.Match[str], right: str, words: Words) -> str:
    """Return the hyphen where the word has one of its own, and nothing where the line's end made it."""
    first, second = cut.group(1).lower(), right.lower()
    if cut.group().endswith(_SOFT_HYPHEN):
        return ""
    if f"{first}-{second}" in words.hyphenated:
        return "-"
    if first + second in words.seen:
        return ""
    compound = len(first) > 2 and len(second) > 2 and first in words.seen and second in words.seen
    chained = len(first) <= 2 and cut.string[: cut.start()].endswith("-")
    return "-" if compound or chained or right[0].isupper() or first in _WHOLE_PREFIXES else ""
