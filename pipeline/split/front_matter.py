"""What a printed report says of itself before it begins: whose session, which number, which year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.folding import fold
from pipeline.gazetteers.headings import Headings
from pipeline.gazetteers.registers import Registers
from pipeline.records import Document
from pipeline.split.lines import SHORT, Line, read_lines
from pipeline.vocabulary import Body

TOP = 120
_LAST_CONFERENCE = 130  # the Governing Body's 130th Session was held in 1955: below it, a number is the Conference's
_CODE = re.compile(r"\b(?P<body>ilc|cit|gb)[. ]?(?P<session>\d{2,3})(?=[./(-])")
_DIGITS = re.compile(r"(\d{1,3}) ?\.?[^\s\d,]{0,3} *$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_DATELINE = re.compile(r"[\w ]{0,20},? ?[^\d.;:]{0,30}(?:\d{1,2}[^\d]{1,12}){0,2}((?:19|20)\d\d)\.?")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_HELD = 120
_SHORTEST = 60
_LONGEST_SESSION = 80
_FOLLOWING = 2
_DATED_WITHIN = 4  # lines below a session, of place and date
_EXPERTS_SEARCHED = 600
_NAMED_WITHIN = 12  # blocks at the top of an extract


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The sessions that are printed, the year, whose session stands first, and the year of the date at the end."""

    conference: int | None = None
    governing_body: int | None = None
    year: int | None = None
    body: Body | None = None
    dated: int | None = None


@dataclass(frozen=True, slots=True)
class _Session:
    number: int
    place: int


def read_front_matter(document: Document, registers: Registers) -> FrontMatter:
    """Return what the lines before the first running text print; codes at the top of pages count as well."""
    lines = tuple(_short_lines(read_top(document, TOP)))
    sessions = tuple(_find_sessions(lines, registers.headings))
    conference = next((session for session in sessions if session.number < _LAST_CONFERENCE), None)
    governing = next((session for session in sessions if session.number >= _LAST_CONFERENCE), None)
    printed = min((s for s in (conference, governing) if s), key=lambda session: session.place, default=None)
    year = _find_year(lines, printed.place, registers.headings) if printed else None
    return FrontMatter(
        conference.number if conference else None,
        governing.number if governing else None,
        year or _find_titled_year(lines, registers.headings),
        None if printed is None else Body.ILC if printed is conference else Body.GB,
        _find_dateline(document, registers.headings),
    )


def find_adopted_year(document: Document, registers: Registers) -> int | None:
    """Return the year in which the Committee of Experts says that it met: `from 21 November to 7 December 2012`."""
    headings = registers.headings
    for line in read_top(document, _EXPERTS_SEARCHED):
        experts = headings.find_within("front.experts", line.folded)
        start = experts.start() if experts else 0 if line.text.startswith("1. ") else None
        held = headings.find_within("front.held", line.folded, start) if start is not None else None
        if held:
            dates = line.folded[held.end() : held.end() + _HELD].split(". ")[0]
            years = _YEAR.findall(dates)
            if years:
                return int(years[-1])
    return None


def find_named_body(document: Document, registers: Registers) -> Body | None:
    """Return whose paper a document is by its words: for decision by the Governing Body, or for the Conference."""
    headings = registers.headings
    for line in read_top(document, TOP):
        if len(line.text) <= SHORT:
            if headings.measure_opening("front.governing-body", line.folded):
                return Body.GB
            if headings.measure_opening("front.conference", line.folded):
                return Body.ILC
    return None


def is_experts_extract(document: Document, registers: Registers) -> bool:
    """Say whether a text without chapters is of the Committee of Experts' General Report, by its name or its parts."""
    lines = (line.folded for line in read_top(document, _NAMED_WITHIN) if len(line.text) <= SHORT)
    return any(registers.headings.is_whole("front.experts-report", folded) for folded in lines)


def read_top(document: Document, count: int) -> tuple[Line, ...]:
    """Return the lines among the first blocks of the document, so that a long one costs no more than a short one."""
    return read_lines(replace(document, blocks=document.blocks[:count]))


def is_front_line(line: Line, headings: Headings) -> bool:
    """Say whether a line is a session, a code, or a place with a date."""
    if _CODE.match(line.folded) or _is_dateline(line.text, headings):
        return True
    return len(line.text) <= _LONGEST_SESSION and _session_of(line, headings) is not None


def _short_lines(lines: Sequence[Line]) -> Iterator[Line]:
    return (line for line in lines if len(line.text) <= SHORT)


def _find_sessions(lines: Sequence[Line], headings: Headings) -> Iterator[_Session]:
    for place, line in enumerate(lines):
        code = _CODE.search(line.folded)
        if code and not _is_cited(line, code.start()):
            yield _Session(int(code["session"]), place)
            continue
        number = _session_of(line, headings)
        if number and (
            _names_place(lines[place : place + _FOLLOWING], headings) or _names_owner(lines, place, headings)
        ):
            yield _Session(number, place)


def _is_cited(line: Line, start: int) -> bool:
    """Say whether words stand before a code, as they do where a text cites another paper."""
    return any(letter.isalpha() for letter in line.folded[:start])


def _session_of(line: Line, headings: Headings) -> int | None:
    word = headings.find_within("front.session", line.folded)
    if word is None:
        return None
    before = line.folded[: word.start()].rstrip()
    digits = _DIGITS.search(before)
    if digits:
        return int(digits[1])
    start = max(before.rfind(","), before.rfind(".")) + 1
    ordinal = headings.name_opening("ordinal", before[start:].lstrip())
    return int(ordinal[0]) if ordinal else None


def _names_place(lines: Sequence[Line], headings: Headings) -> bool:
    return any(headings.find_within("front.place", line.folded) or _YEAR.search(line.folded) for line in lines)


def _names_owner(lines: Sequence[Line], place: int, headings: Headings) -> bool:
    return any(
        headings.find_within(key, line.folded)
        for key in ("front.conference", "front.governing-body")
        for line in lines[max(0, place - 1) : place + 2]
    )


def _find_year(lines: Sequence[Line], place: int, headings: Headings) -> int | None:
    """Return the year beside a session, or the one of `Geneva, March 2005` a little below it."""
    near = lines[place : place + _FOLLOWING + 1]
    below = lines[place + _FOLLOWING + 1 : place + _DATED_WITHIN + 1]
    dated = (line for line in below if headings.measure_opening("front.place", line.folded))
    years = (_YEAR.findall(_CODE.sub(" ", line.folded)) for line in (*near, *dated))
    return next((int(found[0]) for found in years if found), None)


def _find_titled_year(lines: Sequence[Line], headings: Headings) -> int | None:
    """Return the year in the name of a report: `Application of International Labour Standards 2024`."""
    named = (line.folded for line in lines if headings.measure_opening("document.annual-report", line.folded))
    return next((int(years[0]) for words in named if (years := _YEAR.findall(words))), None)


def _find_dateline(document: Document, headings: Headings) -> int | None:
    """Return the year of `Geneva, 2 October 2002.` on a line of its own, the last one of the document."""
    texts = (
        block.span.cut(document.text).strip() for block in reversed(document.blocks) if len(block.span) <= _SHORTEST
    )
    dated = (text for text in texts if _DAY.search(text) and _is_dateline(text, headings))
    return next((int(_YEAR.findall(text)[-1]) for text in dated), None)


def _is_dateline(text: str, headings: Headings) -> bool:
    return bool(_DATELINE.fullmatch(text)) and headings.measure_opening("front.place", fold(text)) > 0
