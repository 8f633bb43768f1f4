"""Conventions, Protocols and Recommendations cited in a text: by number, by title, by code, by year of a Protocol."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.citations.numbers import find_anchored, find_codes, find_numbered
from pipeline.citations.titles import find_titled
from pipeline.folding import fold
from pipeline.gazetteers.citation_words import make_alternatives
from pipeline.gazetteers.instruments import InstrumentKind, find_instrument, load_instruments
from pipeline.records import Span

_REMEMBERED = 512  # a heading is asked for each paragraph under it


@dataclass(frozen=True, slots=True)
class InstrumentMention:
    """One instrument cited in a text; in a list the first mention carries the word Conventions."""

    span: Span
    code: str


@lru_cache(_REMEMBERED)
def find_instruments(text: str) -> tuple[InstrumentMention, ...]:
    """Return the instruments a text cites one by one, in its order."""
    folded = fold(text)
    found = [*find_titled(text, folded), *find_anchored(text, folded), *find_numbered(text, folded), *find_codes(text)]
    cited = _settle(InstrumentMention(span, code) for span, code in _as_protocols(folded, found))
    return _settle([*_dated_protocols(folded, cited), *_own_protocols(folded, cited), *cited])


def _settle(mentions: Iterable[InstrumentMention]) -> tuple[InstrumentMention, ...]:
    """Join overlapping mentions of one instrument; of two instruments in one place keep the longer mention."""
    settled: list[InstrumentMention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.code)):
        last = settled[-1] if settled else None
        if last is None or mention.span.start >= last.span.end:
            settled.append(mention)
        elif mention.code == last.code:
            settled[-1] = InstrumentMention(Span(last.span.start, max(last.span.end, mention.span.end)), last.code)
        elif len(mention.span) > len(last.span):
            settled[-1] = mention
    return tuple(settled)


def _as_protocols(folded: str, found: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Yield the Protocol where a Convention is cited only as what a Protocol belongs to."""
    for span, code in found:
        lead = _protocol_lead().search(folded, max(0, span.start - 60), span.start) if code[0] == "C" else None
        protocol = find_instrument("P" + code[1:]) if lead else None
        yield (Span(lead.start(), span.end), protocol.code) if lead and protocol else (span, code)


def _dated_protocols(folded: str, cited: tuple[InstrumentMention, ...]) -> Iterator[InstrumentMention]:
    """Yield Protocols named by their year alone, in the neighbourhood of their Convention."""
    for match in _dated_protocol().finditer(folded):
        code = _protocols_by_year().get(int(match["before"] or match["after"]))
        near = Span(max(0, match.start() - 600), match.end() + 200)
        if code and any(m.code[1:] == code[1:] and near.contains(m.span) for m in cited):
            yield InstrumentMention(Span(*match.span()), code)


def _own_protocols(folded: str, cited: tuple[InstrumentMention, ...]) -> Iterator[InstrumentMention]:
    """Yield the Protocol of a Convention that is followed by words such as `and its Protocol`."""
    for mention in cited:
        match = _own_protocol().match(folded, mention.span.end)
        protocol = find_instrument("P" + mention.code[1:]) if match and mention.code[0] == "C" else None
        if match and protocol:
            yield InstrumentMention(Span(*match.span("own")), protocol.code)


@cache
def _protocols_by_year() -> dict[int, str]:
    return {i.year: i.code for i in load_instruments() if i.kind is InstrumentKind.PROTOCOL}


@cache
def _protocol_lead() -> re.Pattern[str]:
    link = rf"(?:{make_alternatives('protocol-link')}|(?:19|20)\d\d)"
    return re.compile(rf"(?:\b(?:19|20)\d\d\s+)?\b{make_alternatives('protocol')}\b(?:[\s',]+{link}\b)+[\s']*$")


@cache
def _dated_protocol() -> re.Pattern[str]:
    protocol, link = make_alternatives("protocol"), make_alternatives("protocol-link")
    return re.compile(
        rf"\b(?P<before>(?:19|20)\d\d)\s+{protocol}\b|\b{protocol},?\s+(?:{link}\s+)?(?P<after>(?:19|20)\d\d)\b"
    )


@cache
def _own_protocol() -> re.Pattern[str]:
    own = rf"{make_alternatives('its')}\s+(?:(?:19|20)\d\d\s+)?{make_alternatives('protocol')}\b"
    return re.compile(rf"\)?,?\s*{make_alternatives('and')}\s+(?P<own>{own})")
