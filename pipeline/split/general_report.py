"""The general part of a report: numbered paragraphs under headings, with printed lists between them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document, Passage, Span
from pipeline.split.assemble import Draft, seal_passages
from pipeline.split.country_chapters import Chapter
from pipeline.split.front_matter import FrontMatter
from pipeline.split.lines import Line, read_lines
from pipeline.split.marks import read_mark
from pipeline.split.numbering import Counter, read_counter, settle_numbers
from pipeline.split.report_lists import is_list_head, is_list_line
from pipeline.split.runin import is_heading_line, strip_heading
from pipeline.vocabulary import BlockKind, Body, CommentKind

_CLOSING = '.;:!?”»")]'
_QUOTES = '”»" '
_SHORTEST = 25
_LONGEST_HEADING = 100


def build_general_report(
    document: Document, chapter: Chapter, body: Body, front: FrontMatter, adopted: int | None
) -> Comment:
    """Return the general report of a body as one comment, without id and pages."""
    return Comment(
        comment_id="",
        source_id=document.source_id,
        body=body,
        kind=CommentKind.GENERAL_REPORT,
        span=Span(chapter.top.span.start, chapter.body[-1].span.end),
        title=chapter.top.text,
        language=document.language,
        adopted_year=adopted,
        session=front.conference,
        published_year=front.year,
    )


def split_general_passages(document: Document, comment: Comment, registers: Registers) -> tuple[Passage, ...]:
    """Return the paragraphs of a general report; headings, names of members and lists of States are none."""
    lines = [line for line in read_lines(document, comment.span) if line.kind is not BlockKind.FURNITURE]
    prose = [line for line in lines if not _is_listed(line, registers)]
    return seal_passages(document, comment, read_numbered(prose, registers))


def read_numbered(lines: Sequence[Line], registers: Registers) -> tuple[Draft, ...]:
    """Return the paragraphs of a text that numbers them, with the heading each stands under."""
    counters = {counter.place: counter for counter in _read_counters(lines, registers)}
    return tuple(_read_drafts(lines, counters, registers))


def _read_counters(lines: Sequence[Line], registers: Registers) -> tuple[Counter, ...]:
    found = (read_counter(line.text, place) for place, line in enumerate(lines) if not _is_heading(line, registers))
    return settle_numbers([counter for counter in found if counter])


def _read_drafts(lines: Sequence[Line], counters: dict[int, Counter], registers: Registers) -> Iterator[Draft]:
    """Yield the paragraphs; a numbered one that follows a box or a list stands under the heading of the last number."""
    latest: str | None = None
    of_numbers: str | None = None
    below_heading = False
    for place, line in enumerate(lines):
        counter = counters.get(place)
        if counter is None and (_is_heading(line, registers) or _stands_above(line, place + 1 in counters)):
            latest, below_heading = strip_heading(line.text), True
        elif counter is not None:
            of_numbers = latest if below_heading or counter.number is None else of_numbers
            below_heading = False
            yield Draft(line.rest(counter.length).span, str(counter.number) if counter.number else None, of_numbers)
        elif _is_prose(line):
            below_heading = False
            yield replace(_read_item(line), heading=latest)


def _is_listed(line: Line, registers: Registers) -> bool:
    if line.kind is BlockKind.HEADING:
        return is_list_head(line.text, registers)
    return read_counter(line.text, 0) is None and is_list_line(line, registers)


def _read_item(line: Line) -> Draft:
    """Return a paragraph without a number, or an item of a list, which keeps its letter as its number."""
    mark = read_mark(line.text, after_lead=True)
    span = line.span if mark.number else line.rest(mark.length).span
    return Draft(span, mark.number if mark.item else None)


def _is_heading(line: Line, registers: Registers) -> bool:
    if line.kind is BlockKind.HEADING and line.text[-1] not in ".;:":
        return True
    return is_heading_line(line, registers.headings) and not line.text.rstrip(_QUOTES).endswith(".")


def _stands_above(line: Line, a_number_follows: bool) -> bool:  # noqa: FBT001 - a fact about the next line, not a choice
    return a_number_follows and len(line.text) <= _LONGEST_HEADING and line.text[-1].isalnum()


def _is_prose(line: Line) -> bool:
    return len(line.text) >= _SHORTEST and (line.text[-1] in _CLOSING or len(line.text) > 4 * _SHORTEST)
