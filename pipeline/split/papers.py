"""Papers of the Governing Body and of the Conference: one text with numbered paragraphs under headings."""

from collections.abc import Sequence
from itertools import takewhile

from pipeline.folding import fold
from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document, Passage, Span
from pipeline.split.assemble import seal_passages
from pipeline.split.front_matter import (
    TOP,
    FrontMatter,
    find_named_body,
    is_experts_extract,
    is_front_line,
    read_front_matter,
    read_top,
)
from pipeline.split.general_report import read_numbered
from pipeline.split.lines import SHORT, Line, is_chrome, read_lines
from pipeline.split.numbering import read_counter, settle_numbers
from pipeline.split.quotations import mark_quotations
from pipeline.split.table_prose import read_table_prose
from pipeline.vocabulary import BlockKind, Body, CommentKind

_LEAST_NUMBERS = 3
_SHORTEST_TITLE = 5


def recognise_paper(document: Document, registers: Registers) -> bool:
    """Say whether the top prints a session, an item of an agenda, or whose paper it is."""
    front = read_front_matter(document, registers)
    if front.body or find_named_body(document, registers) or is_experts_extract(document, registers):
        return True
    return any(_is_item(line, registers) for line in read_top(document, TOP))


def recognise_numbered_text(document: Document, registers: Registers) -> bool:
    """Say whether the first pages are numbered paragraphs, though nothing tells whose."""
    lines = read_top(document, TOP)
    counters = [counter for place, line in enumerate(lines) if (counter := read_counter(line.text, place))]
    return sum(counter.number is not None for counter in settle_numbers(counters)) >= _LEAST_NUMBERS


def split_paper(document: Document, registers: Registers) -> tuple[Comment, ...]:
    """Return the paper, or the extract of a General Report, as one comment; session and year only as printed."""
    lines = _paper_lines(document, registers)
    if not lines:
        return ()
    front = read_front_matter(document, registers)
    is_extract = is_experts_extract(document, registers)
    body = (
        Body.CEACR
        if is_extract
        else front.body or find_named_body(document, registers) or _guess_body(document, registers)
    )
    comment = Comment(
        comment_id="",
        source_id=document.source_id,
        body=body,
        kind=CommentKind.GENERAL_REPORT if is_extract else CommentKind.PAPER,
        span=_span_of(document, lines, registers),
        title=_find_title(lines, front, registers) or document.title,
        language=document.language,
        session=front.governing_body if body is Body.GB else front.conference,
        published_year=front.year or front.dated,
    )
    return (comment,)


def split_paper_passages(document: Document, comment: Comment, registers: Registers) -> tuple[Passage, ...]:
    """Return the paragraphs of a paper with printed numbers and headings; front matter and decision notes are none."""
    lines = [line for line in _paper_lines(document, registers) if not _is_matter(line, registers)]
    drafts = mark_quotations(read_numbered(lines, registers), document.text, registers.headings)
    prose = read_table_prose(document, registers)
    return seal_passages(document, comment, sorted((*drafts, *prose), key=lambda draft: draft.span))


def _span_of(document: Document, lines: Sequence[Line], registers: Registers) -> Span:
    """Return where the paper begins and ends, in its lines or in a table of words."""
    spans = [line.span for line in lines] + [draft.span for draft in read_table_prose(document, registers)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _paper_lines(document: Document, registers: Registers) -> tuple[Line, ...]:
    return tuple(line for line in read_lines(document) if not is_chrome(line, registers.headings))


def _find_title(lines: Sequence[Line], front: FrontMatter, registers: Registers) -> str | None:
    """Return the line below the item of the agenda, or else the first line that is not session, place or date."""
    top = [line for line in lines[:TOP] if len(line.text) <= 2 * SHORT]
    item = next((place for place, line in enumerate(top) if _is_item(line, registers)), None)
    if item is None and not front.body:
        return None
    below = [line for line in top[item + 1 if item is not None else 0 :] if not _is_matter(line, registers)]
    words = [line.text for line in below if len(line.text) >= _SHORTEST_TITLE]
    broken = takewhile(lambda text: text[0].islower(), words[1:])
    return " ".join([*words[:1], *broken]) or None


def _is_item(line: Line, registers: Registers) -> bool:
    return len(line.text) <= SHORT and registers.headings.measure_opening("papers.item", line.folded) > 0


def _is_matter(line: Line, registers: Registers) -> bool:
    """Say whether a line is front matter, a date, or a note that tells which paragraph asks for a decision."""
    if line.kind is BlockKind.FURNITURE:
        return True
    if len(line.text) > SHORT:
        return False
    headings = registers.headings
    return (
        _is_item(line, registers)
        or headings.is_whole("papers.matter", line.folded)
        or (headings.measure_opening("papers.governing-body", line.folded) > 0 and len(line.text) <= SHORT // 2)
        or is_front_line(line, headings)
    )


def _guess_body(document: Document, registers: Registers) -> Body:
    """Return the body whose set phrases stand in the text; where none does, the one that it names first."""
    folded = fold(document.text)
    places = {
        body: registers.headings.find_within(key, folded)
        for key, body in (("papers.conference", Body.ILC), ("papers.governing-body", Body.GB))
    }
    told = [(match.start(), body) for body, match in places.items() if match]
    if len(told) == 1:
        return told[0][1]
    governing = registers.headings.find_within("front.governing-body", folded)
    conference = registers.headings.find_within("front.conference", folded)
    if governing and (conference is None or governing.start() < conference.start()):
        return Body.GB
    return Body.ILC
