"""Country files (13203): all comments adopted in some years on one country, each under a line with its Convention."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document
from pipeline.split.headers import CommentHeader, parse_comment_header
from pipeline.split.lines import SHORT, Line, cut_footer, read_first_lines, read_lines
from pipeline.split.normlex_blocks import build_comment, has_text, read_region
from pipeline.vocabulary import Body, CommentKind

SEARCHED = 80
_YEAR = re.compile(r"\D{0,3}((?:19|20)\d\d)(?!\d)")
_CRUMB = re.compile(r"texts of comments *: *(.+)$")


def recognise_country_file(document: Document, registers: Registers) -> bool:
    """Say whether the page is headed as a file of all comments on a country."""
    return any(
        registers.headings.measure_opening("country-file", line.folded) or _CRUMB.search(line.folded)
        for line in read_first_lines(document, SEARCHED)
        if len(line.folded) <= SHORT
    )


def split_country_file(document: Document, registers: Registers) -> tuple[Comment, ...]:
    """Return a comment for each block, year and type from its own line or else from the heading of its group."""
    lines = cut_footer(read_lines(document), registers.headings)
    countries = _find_country(lines[:SEARCHED], registers)
    comments = []
    for header, start, below in _cut_blocks(lines, registers):
        region = read_region(header, start, below, registers)
        if has_text(region, registers):
            comment = build_comment(document, region, header, registers)
            comments.append(replace(comment, countries=countries or comment.countries))
    return tuple(comments)


def _cut_blocks(lines: tuple[Line, ...], registers: Registers) -> Iterator[tuple[CommentHeader, int, tuple[Line, ...]]]:
    group = CommentHeader(Body.CEACR, None)
    header, start, first = None, 0, 0
    for place, line in enumerate(lines):
        below = _read_group(line, group, registers)
        found = parse_comment_header(line, registers.headings) if below is None else None
        if below is None and found is None:
            continue
        if header is not None:
            yield header, start, lines[first:place]
        group = below or group
        header = _complete(found, group) if found else None
        start, first = line.span.start, place + 1
    if header is not None:
        yield header, start, lines[first:]


def _read_group(line: Line, group: CommentHeader, registers: Registers) -> CommentHeader | None:
    if len(line.folded) > SHORT:
        return None
    length = registers.headings.measure_opening("group-year", line.folded)
    year = _YEAR.match(line.folded, length) if length else None
    if year:
        return CommentHeader(group.body, None, adopted_year=int(year[1]))
    kind = registers.headings.name_whole("type", line.folded)
    if kind is None or kind.startswith("unknown"):
        return None
    return replace(group, kind=CommentKind(kind))


def _complete(header: CommentHeader, group: CommentHeader) -> CommentHeader:
    return replace(header, kind=header.kind or group.kind, adopted_year=header.adopted_year or group.adopted_year)


def _find_country(lines: tuple[Line, ...], registers: Registers) -> tuple[str, ...]:
    for line in lines:
        length = registers.headings.measure_opening("country-file", line.folded)
        crumb = _CRUMB.search(line.folded)
        name = line.text[length:].strip(" :") if length else line.text[crumb.start(1) :].strip() if crumb else ""
        country = registers.countries.by_name(name) if name else None
        if country:
            return (country.iso3,)
    return ()
