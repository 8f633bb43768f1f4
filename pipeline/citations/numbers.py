"""Instruments cited by number: `Conventions Nos 87 and 98`, `1947 (No. 81)`, `C.115`, `MLC`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.citation_words import load_citation_words, make_alternatives
from pipeline.gazetteers.instruments import Instrument, InstrumentKind, find_instrument, find_instrument_by_number
from pipeline.records import Span

NUMERAL = r"(?:\d{1,3}|[0-9ilo|]{2,3})(?!\w)"  # scanned pages print 111 as Ill
_SCANNED = str.maketrans("IlO|", "1101")
_YEAR = r"(?:19|20)\d\d"
_MARITIME = "C186"
_CODE = re.compile(r"(?<![\w.])(?P<letter>[CRP])(?P<gap>[.]? ?|-)(?P<number>\d{1,3})(?![\w%])(?!\.\d)")
_MLC = re.compile(r"\bMLC\b(?:,?\s+2006\b)?")


def read_numeral(words: str) -> int | None:
    """Return the number that digits, or letters a scanner took for digits, stand for."""
    digits = words.translate(_SCANNED)
    return int(digits) if digits.isdecimal() and digits.isascii() else None


def find_numbered(text: str, folded: str) -> Iterator[tuple[Span, str]]:
    """Yield the instruments of `Convention No. 98`, `Conventions Nos 81 (…) and 129`, `Recommendation No. 170`."""
    for head in _head().finditer(folded):
        kind = InstrumentKind.RECOMMENDATION if head["recommendation"] else InstrumentKind.CONVENTION
        if kind is InstrumentKind.RECOMMENDATION and not (head["mark"] and _is_title_word(text, head)):
            continue
        if not head["mark"] and _is_new_item(text, head):
            continue
        yield from _listed(text, folded, head, kind)


def find_anchored(text: str, folded: str) -> Iterator[tuple[Span, str]]:
    """Yield the instruments of `…, 1947 (No. 81)`, of the kind that is named before and the year that fits."""
    for anchor in _anchor().finditer(folded):
        number = read_numeral(text[slice(*anchor.span("number"))])
        named = _nearest_kind(folded, anchor.start())
        instrument = _choose(number, int(anchor["year"]), named) if number else None
        if instrument and not _law_before().search(folded, max(0, anchor.start() - 30), anchor.start()):
            start = named.start if named and named.kind is instrument.kind else anchor.start()
            yield Span(start, anchor.end()), instrument.code


def find_codes(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the instruments of `C087`, `C87`, `C.115, C.119 and C.120`, `P029`, `R204` and `MLC, 2006`."""
    for match in _MLC.finditer(text):
        yield Span(*match.span()), _MARITIME
    for match in _CODE.finditer(text):
        code = f"{match['letter']}{int(match['number']):03d}"
        if find_instrument(code) and _is_code(match):
            yield Span(*match.span()), code


def _is_code(match: re.Match[str]) -> bool:
    """Say whether a letter and a number are a code, and neither the number of a heading nor a page."""
    padded = len(match["number"]) == 3
    if match["letter"] == "C":
        return padded or len(match["number"]) == 2 and match["gap"] in ("", ".", " ", "-")
    return padded and not match["gap"].strip(".") or match["letter"] == "P" and not match["gap"]


def _listed(text: str, folded: str, head: re.Match[str], kind: InstrumentKind) -> Iterator[tuple[Span, str]]:
    several = (head["word"] + (head["mark"] or "")).rstrip(". ").endswith("s") or head["word"].endswith("s")
    start, found = head.start(), head
    while True:
        numeral = text[slice(*found.span("number"))]
        number = read_numeral(numeral) if found["mark"] else int(numeral) if numeral.isdecimal() else None
        instrument = find_instrument_by_number(kind, number) if number else None
        if instrument:
            yield Span(start, _end_of_title(folded, found.end(), instrument)), instrument.code
        following = _item().match(folded, found.end())
        if not following or not (several or following["mark"] or _closes(folded, following)):
            return
        found, start = following, following.start("cited")


def _closes(folded: str, item: re.Match[str]) -> bool:
    """Say whether the second number of `Convention No. 87 and 98` ends its clause: else it may count something."""
    return bool(item["and"]) and folded[item.end() : item.end() + 1] in ("", ".", ",", ";", ":", ")")


def _end_of_title(folded: str, end: int, instrument: Instrument) -> int:
    """Return where the title ends that follows a number in brackets and closes with the year, or the end as it is."""
    tail = _tail().match(folded, end)
    return tail.end() if tail and int(tail["year"]) == instrument.year else end


def _is_new_item(text: str, head: re.Match[str]) -> bool:
    """Say whether an unmarked number is that of a numbered paragraph on the line after the word Convention."""
    return "\n" in text[head.start() : head.end()] and text[head.end() : head.end() + 1] in (".", ")")


def _is_title_word(text: str, head: re.Match[str]) -> bool:
    return text[head.start()].isupper() or head["word"] in load_citation_words()["uncapitalised"]


@dataclass(frozen=True, slots=True)
class _Named:
    start: int
    end: int
    kind: InstrumentKind


def _nearest_kind(folded: str, before: int) -> _Named | None:
    nearest = None
    for match in _kind_word().finditer(folded, max(0, before - 220), before):
        kind = InstrumentKind.RECOMMENDATION if match["recommendation"] else InstrumentKind.CONVENTION
        nearest = _Named(match.start(), match.end(), kind)
    return nearest


def _choose(number: int, year: int, named: _Named | None) -> Instrument | None:
    kinds = (named.kind,) if named else ()
    candidates = [find_instrument_by_number(kind, number) for kind in (*kinds, *_KINDS)]
    dated = [i for i in candidates if i and i.year == year]
    return dated[0] if dated else None


_KINDS = (InstrumentKind.CONVENTION, InstrumentKind.RECOMMENDATION)


@cache
def _kinds() -> str:
    convention, recommendation = make_alternatives("convention"), make_alternatives("recommendation")
    return rf"\b(?P<word>{convention}|(?P<recommendation>{recommendation}))\b"


@cache
def _kind_word() -> re.Pattern[str]:
    return re.compile(_kinds())


@cache
def _mark() -> str:
    return rf"(?P<mark>{make_alternatives('number')}\.?\s*)"


@cache
def _guard() -> str:
    return rf"(?!\d)(?!\s*%)(?![./]\d)(?!\s+{make_alternatives('unit')}\b)"


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"{_kinds()},?\s*\(?\s*(?:{_mark()}(?=[\dilo|])|(?=\d))(?P<number>{NUMERAL}){_guard()}")


@cache
def _item() -> re.Pattern[str]:
    gloss = r"(?:\s*\([^()]{1,120}\))?"
    conjunction = rf"(?:\s*[,;]?\s+(?P<and>{make_alternatives('and')})\s+|\s*[,;&]\s*)"
    number = rf"(?P<cited>(?:{_mark()}(?=[\dilo|])|(?=\d))(?P<number>{NUMERAL}))"
    return re.compile(rf"{gloss}{conjunction}{number}{_guard()}")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"\s*\)\s*{make_alternatives('about')}\b[^.;]{{0,220}}?,\s*(?P<year>{_YEAR})\b")


@cache
def _anchor() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<year>{_YEAR})\s*,?\s*[(\[]\s*{_mark()}(?P<number>{NUMERAL})\s*[)\]]")


@cache
def _law_before() -> re.Pattern[str]:
    return re.compile(rf"\b{make_alternatives('law')}\s*,?\s*$")
