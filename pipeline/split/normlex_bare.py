"""Pages that lost their header line: what they are is told from the text alone, kind and Convention stay unknown."""

import re
from collections.abc import Sequence

from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document
from pipeline.split.headers import CommentHeader
from pipeline.split.lines import Line, cut_footer, read_first_lines, read_lines
from pipeline.split.normlex_blocks import Region, build_comment, has_text, read_region
from pipeline.split.normlex_cas import Speech, find_speech
from pipeline.split.normlex_cfa import find_report_kind, split_case_page
from pipeline.split.sections import match_section
from pipeline.vocabulary import Body, MediaType, Section

_BANNER = 12
_ADDRESS = re.compile(r"(?:13100|13101|13203|80031)_?(?::|%3A|COM|COU)", re.IGNORECASE)
_SEARCHED = 60
_FIRST = 4
_SHORT_BANNER = 120
_CASE_SECTIONS = (Section.ALLEGATIONS, Section.REPLY, Section.PREVIOUS_EXAMINATION)


def recognise_banner_page(document: Document, registers: Registers) -> bool:
    """Say whether the page has the banner, the display line or the address of a comment, though no header."""
    if document.address and _ADDRESS.search(document.address):
        return True
    return any(_is_banner(line, registers) for line in read_first_lines(document, _BANNER))


def recognise_bare_page(document: Document, registers: Registers) -> bool:
    """Say whether the page speaks as one of the committees from its first lines."""
    if document.media_type is MediaType.PDF:
        return False
    return _find_body(read_first_lines(document, _SEARCHED), registers) is not None


def split_bare_page(document: Document, registers: Registers) -> tuple[Comment, ...]:
    """Return the one comment of the page: what its text says it is, or else the Committee of Experts'."""
    lines = cut_footer(read_lines(document), registers.headings)
    region = read_region(None, 0, lines, registers)
    if not region.body or not has_text(region, registers):
        return ()
    body = _find_body(region.body[:_SEARCHED], registers)
    if body is Body.CFA:
        return split_case_page(document, registers)
    first = region.titles[0].text if region.titles else region.body[0].text
    start = next(line.span.start for line in lines if line.text == first)
    header = CommentHeader(body or Body.CEACR, None)
    return (build_comment(document, Region(header, start, region.titles, region.body), header, registers),)


def _is_banner(line: Line, registers: Registers) -> bool:
    headings, folded = registers.headings, line.folded
    if len(folded) > _SHORT_BANNER:
        return False
    opens = headings.measure_opening("display", folded) or headings.measure_opening("chrome-opening", folded)
    return opens > 0 or headings.is_whole("banner", folded)


def _find_body(lines: tuple[Line, ...], registers: Registers) -> Body | None:
    headings = registers.headings
    if find_report_kind(lines, registers):
        return Body.CFA
    opened = [match_section(line, headings) for line in lines]
    if any(section and section[0] in _CASE_SECTIONS for section in opened):
        return Body.CFA
    if any(headings.measure_opening("abstract", line.folded) for line in lines):
        return Body.CFA
    spoken = [find_speech(line, headings) for line in lines]
    if sum(speech is not None for speech in spoken) >= 1 and _speaks_first(lines, spoken, registers):
        return Body.CAS
    if any(headings.find_within("general-speech", line.folded) for line in lines[:_FIRST]):
        return Body.CEACR
    return None


def _speaks_first(lines: tuple[Line, ...], spoken: Sequence[Speech | None], registers: Registers) -> bool:
    headings = registers.headings
    for line, speech in zip(lines, spoken, strict=True):
        if speech is not None or headings.is_whole("section.written-information", line.folded):
            return True
        if headings.is_whole("section.discussion", line.folded) or headings.measure_opening(
            "written-opening", line.folded
        ):
            return True
        if headings.find_within("general-speech", line.folded):
            return False
    return False
