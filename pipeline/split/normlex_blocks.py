"""From a header and the lines below it to a comment: titles, body, language, special note."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.gazetteers.registers import Registers
from pipeline.languages import detect_language
from pipeline.records import Comment, Document, Span
from pipeline.split.addressee import find_joint_codes, find_speaking_country
from pipeline.split.headers import CommentHeader, parse_comment_header
from pipeline.split.lines import SHORT, Line, is_chrome, is_comment_list, is_noise
from pipeline.split.titles import Title, keep_titles, parse_title
from pipeline.vocabulary import BlockKind, Body, CommentKind

_ITEMS = re.compile(r"(P\d+_[\w,]+):([^:]*)")
_LOOK = 5
_SHORT_MATTER = 80
_NOTE = re.compile(r"\[[^\[\]]+\][. ]*$")


@dataclass(frozen=True, slots=True)
class Region:
    """A header (None where the page lost it), the title lines that hold for it, and the lines of its body."""

    header: CommentHeader | None
    start: int
    titles: tuple[Title, ...]
    body: tuple[Line, ...]


def read_region(header: CommentHeader | None, start: int, lines: Sequence[Line], registers: Registers) -> Region:
    """Read what stands between a header and the next: title lines and page matter, then the body."""
    titles: list[Title] = []
    first = len(lines)
    for place, line in enumerate(lines):
        if is_matter(line, registers) or (not titles and _stands_above_title(lines[place : place + _LOOK], registers)):
            continue
        title = parse_title(line, registers)
        if title is None or not _continues_titles(title, titles, header):
            first = place
            break
        titles.append(title)
    body = tuple(line for line in lines[first:] if not is_chrome(line, registers.headings))
    return Region(header, start, tuple(titles), body)


_TO_ALL = {CommentKind.GENERAL_OBSERVATION, CommentKind.GENERAL_DIRECT_REQUEST}


def _continues_titles(title: Title, titles: Sequence[Title], header: CommentHeader | None) -> bool:
    """Say whether it is one more title: a Convention without a country only where one was named, or all are meant."""
    has_country = any(other.country for other in titles)
    if title.code is None:
        return not has_country
    to_all = header is not None and header.kind in _TO_ALL
    return bool(title.country or title.ratified_year or has_country or to_all)


def split_header(line: Line, header: CommentHeader) -> tuple[Line, ...]:
    """Return the title that is glued to the header line, if there is one."""
    return (line.rest(header.end),) if header.end else ()


def is_matter(line: Line, registers: Registers) -> bool:
    """Say whether the line is page matter that may stand between a header and the body."""
    return is_chrome(line, registers.headings) or is_comment_list(line, registers.headings)


def find_headers(lines: Sequence[Line], registers: Registers) -> tuple[tuple[int, CommentHeader], ...]:
    """Return the places and contents of the header lines."""
    found = ((place, parse_comment_header(line, registers.headings)) for place, line in enumerate(lines))
    return tuple((place, header) for place, header in found if header is not None)


def has_text(region: Region, registers: Registers) -> bool:
    """Say whether the region has words of its own: `Not available in Spanish.` is no comment."""
    return any(
        not registers.headings.is_whole("placeholder", line.folded) if len(line.folded) <= SHORT else True
        for line in region.body
    )


def build_comment(document: Document, region: Region, header: CommentHeader, registers: Registers) -> Comment:
    """Return the comment of a region, without id and pages."""
    folded = "\n".join(line.folded for line in region.body)
    titles = keep_titles(region.titles, header.adopted_year, folded, registers)
    codes = _join_codes(header, titles, region.body, registers)
    countries = tuple(dict.fromkeys(title.country for title in titles if title.country))
    countries = countries or find_address_country(document, registers)
    if not countries and header.body is Body.CAS:
        countries = find_speaking_country(region.body, registers.headings)
    return Comment(
        comment_id="",
        source_id=document.source_id,
        body=header.body,
        kind=header.kind,
        span=Span(region.start, max(region.start, region.body[-1].span.end)),
        title="; ".join(title.text for title in titles) or None,
        language=detect_language("\n".join(line.text for line in region.body)),
        countries=countries,
        conventions=codes,
        adopted_year=header.adopted_year,
        session=header.session,
        published_year=header.published_year,
        ratified_year=tuple(title.ratified_year for title in titles if title.ratified_year),
        special_note=find_special_note(region.body, registers),
        subject=find_subject(codes, registers),
    )


def _join_codes(
    header: CommentHeader, titles: Sequence[Title], body: Sequence[Line], registers: Registers
) -> tuple[str, ...]:
    codes = header.codes or tuple(dict.fromkeys(title.code for title in titles if title.code))
    if len(codes) > 1 or header.body is not Body.CEACR:
        return codes
    joint = find_joint_codes(body, registers)
    return joint if set(codes) <= set(joint) else codes


def find_subject(codes: Sequence[str], registers: Registers) -> str | None:
    """Return the subject group of the first Convention."""
    instrument = registers.instruments.by_code(codes[0]) if codes else None
    return instrument.subject if instrument else None


def find_address_country(document: Document, registers: Registers) -> tuple[str, ...]:
    """Return the country whose id stands in the address of the page."""
    address = (document.address or "").replace("%2C", ",").replace("%3A", ":").replace("%2c", ",").replace("%3a", ":")
    for names, values in _ITEMS.findall(address):
        for name, value in zip(names.split(","), values.split(","), strict=False):
            if name.upper().endswith("COUNTRY_ID") and value.isdigit():
                country = registers.countries.by_normlex_id(int(value))
                return (country.iso3,) if country else ()
    return ()


def find_special_note(lines: Sequence[Line], registers: Registers) -> str | None:
    """Return the bracket in the last three lines that asks the Government for early or full particulars."""
    for line in reversed(lines[-3:]):
        note = _NOTE.search(line.text)
        if note and registers.headings.measure_opening("special-note", line.folded[note.start() + 1 :].lstrip()):
            return note[0].strip()
    return None


def body_lines(lines: Sequence[Line], registers: Registers) -> tuple[Line, ...]:
    """Return the lines of a comment that are its body: neither header, title, page matter nor noise."""
    header = parse_comment_header(lines[0], registers.headings) if lines else None
    glued = split_header(lines[0], header) if header else ()
    first = 1 if header else 0
    region = read_region(None, 0, (*glued, *lines[first:]), registers)
    return tuple(
        line
        for line in region.body
        if not (
            is_noise(line, registers.headings) or line.kind is BlockKind.FURNITURE or _is_placeholder(line, registers)
        )
    )


def _is_placeholder(line: Line, registers: Registers) -> bool:
    return len(line.folded) <= SHORT and registers.headings.is_whole("placeholder", line.folded)


def _stands_above_title(lines: Sequence[Line], registers: Registers) -> bool:
    for line in lines:
        title = parse_title(line, registers)
        if title:
            return line is not lines[0] and title.code is not None and bool(title.country or title.ratified_year)
        if len(line.text) > _SHORT_MATTER or line.text.endswith((".", ";", ":")):
            return False
    return False
