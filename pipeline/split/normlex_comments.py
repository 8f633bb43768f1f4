"""Pages of one comment (13100, 80031) and of all comments of a country on a Convention (13101)."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document
from pipeline.split.headers import CommentHeader
from pipeline.split.lines import Line, cut_footer, read_first_lines, read_lines
from pipeline.split.normlex_blocks import Region, build_comment, find_headers, has_text, read_region, split_header
from pipeline.split.titles import Title

SEARCHED = 80


def recognise_comment_page(document: Document, registers: Registers) -> bool:
    """Say whether a header line of a comment stands near the top."""
    return bool(find_headers(read_first_lines(document, SEARCHED), registers))


def split_comment_page(document: Document, registers: Registers) -> tuple[Comment, ...]:
    """Return a comment for each header line that has a text; a title above the first header holds for all."""
    lines = cut_footer(read_lines(document), registers.headings)
    headers = find_headers(lines, registers)
    if not headers:
        return ()
    above = read_region(None, 0, lines[: headers[0][0]], registers).titles
    regions = (_share(region, above) for region in _cut_regions(lines, headers, registers))
    return tuple(
        build_comment(document, region, region.header, registers)
        for region in regions
        if region.header and has_text(region, registers)
    )


def _cut_regions(
    lines: Sequence[Line], headers: Sequence[tuple[int, CommentHeader]], registers: Registers
) -> tuple[Region, ...]:
    ends = [place for place, _ in headers[1:]] + [len(lines)]
    return tuple(
        read_region(
            header, lines[place].span.start, (*split_header(lines[place], header), *lines[place + 1 : end]), registers
        )
        for (place, header), end in zip(headers, ends, strict=True)
    )


def _share(region: Region, above: tuple[Title, ...]) -> Region:
    return region if region.titles else replace(region, titles=above)
