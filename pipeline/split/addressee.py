"""Whom and which Conventions a text is about where its page does not print them above it."""

from collections.abc import Iterable, Sequence

from pipeline.citations import find_countries, find_instruments
from pipeline.gazetteers.headings import Headings
from pipeline.gazetteers.registers import Registers
from pipeline.split.lines import Line

_FIRST = 2
_SEARCHED = 8
_GAP = 3
_OPENING = 240


def find_joint_codes(body: Sequence[Line], registers: Registers) -> tuple[str, ...]:
    """Return the Conventions that the first lines say are examined together: named there, or else in the headings."""
    for line in body[:_FIRST]:
        if all(registers.headings.find_within(key, line.folded) for key in ("joint-verb", "joint-way")):
            codes = _convention_codes(line.text)
            return codes if len(codes) > 1 else _heading_codes(body[_FIRST - 1 :])
    return ()


def find_ratifying_country(body: Sequence[Line], headings: Headings) -> tuple[str, ...]:
    """Return the country of the status sentence of a case (`Benin has ratified …`), if there is but one."""
    found: set[str] = set()
    for line in body[:_SEARCHED]:
        match = headings.find_within("addressee-before", line.folded)
        if match:
            found |= {m.iso3 for m in find_countries(line.text) if 0 <= match.start() - m.span.end <= _GAP}
    return tuple(found) if len(found) == 1 else ()


def find_speaking_country(body: Sequence[Line], headings: Headings) -> tuple[str, ...]:
    """Return the country whose representative is the first to speak (`A Government representative of Benin`)."""
    for line in body[:_FIRST]:
        match = headings.find_within("addressee-after", line.folded)
        if match:
            return tuple(m.iso3 for m in find_countries(line.text) if 0 <= m.span.start - match.end() <= _GAP)[:1]
    return ()


def _heading_codes(body: Iterable[Line]) -> tuple[str, ...]:
    openings = (find_instruments(line.text[:_OPENING]) for line in body)
    codes = (mentions[0].code for mentions in openings if mentions and mentions[0].span.start <= _GAP)
    return tuple(sorted({code for code in codes if code.startswith("C")}))


def _convention_codes(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.code for m in find_instruments(text) if m.code.startswith("C")))
