"""Printed reports on representations (article 24) and complaints (article 26): one text on one State."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.citations import find_countries, find_instruments
from pipeline.folding import fold
from pipeline.gazetteers.countries import NameSort
from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document, Passage, Span
from pipeline.split.assemble import seal_passages
from pipeline.split.front_matter import TOP, read_front_matter, read_top
from pipeline.split.lines import Line, read_lines
from pipeline.split.normlex_blocks import find_subject
from pipeline.split.numbering import read_counter
from pipeline.split.sections import match_section, read_sections
from pipeline.vocabulary import BlockKind, Body, CommentKind, Section, Speaker

_LONGEST_TITLE = 700
_TITLE_LINES = 5
_NEAR = 8
_KINDS = (
    ("document.representation", Body.ART24, CommentKind.REPRESENTATION),
    ("document.complaint", Body.ART26, CommentKind.COMPLAINT),
)


@dataclass(frozen=True, slots=True)
class _Title:
    """The printed title, over how many lines it goes, and what it says the report is."""

    start: int
    end: int
    text: str
    body: Body
    kind: CommentKind


def recognise_procedure_report(document: Document, registers: Registers) -> bool:
    """Say whether the title of a report on a representation or complaint stands near the top."""
    return _find_title(_without_furniture(read_top(document, TOP)), registers) is not None


def split_procedure_report(document: Document, registers: Registers) -> tuple[Comment, ...]:
    """Return the one comment of the report; State and Conventions are those of its title, years stay empty."""
    lines = _without_furniture(read_lines(document))
    title = _find_title(lines, registers)
    if title is None or title.end >= len(lines):
        return ()
    conventions = tuple(dict.fromkeys(mention.code for mention in find_instruments(title.text)))
    comment = Comment(
        comment_id="",
        source_id=document.source_id,
        body=title.body,
        kind=title.kind,
        span=Span(lines[title.start].span.start, lines[-1].span.end),
        title=title.text,
        language=document.language,
        countries=_find_accused(title.text, registers),
        conventions=conventions,
        session=read_front_matter(document, registers).governing_body,
        subject=find_subject(conventions, registers),
    )
    return (comment,)


def split_procedure_report_passages(document: Document, comment: Comment, registers: Registers) -> tuple[Passage, ...]:
    """Return the paragraphs of the report with section and voice."""
    lines = _without_furniture(read_lines(document, comment.span))
    title = _find_title(lines, registers)
    body = lines[title.end if title else 0 :]
    words = fold(comment.title or "")
    employers = registers.headings.find_within("complainant.employers", words)
    complainant = Speaker.EMPLOYERS if employers else Speaker.WORKERS
    return seal_passages(document, comment, read_sections(body, Section.INTRODUCTION, complainant, registers))


def _without_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.kind is not BlockKind.FURNITURE)


def _find_title(lines: Sequence[Line], registers: Registers) -> _Title | None:
    for place, line in enumerate(lines[:TOP]):
        for key, body, kind in _KINDS:
            if len(line.text) <= _LONGEST_TITLE and registers.headings.measure_opening(key, line.folded):
                end = _end_of_title(lines, place, registers)
                return _Title(place, end, " ".join(part.text for part in lines[place:end]), body, kind)
    return None


def _end_of_title(lines: Sequence[Line], start: int, registers: Registers) -> int:
    """Return where a title that is broken over several lines ends."""
    for place in range(start + 1, min(start + _TITLE_LINES, len(lines))):
        line = lines[place]
        ended = lines[place - 1].text.endswith(".") or read_counter(line.text, 0) or len(line.text) > _LONGEST_TITLE
        if ended or match_section(line, registers.headings):
            return place
    return min(start + _TITLE_LINES, len(lines))


def _find_accused(title: str, registers: Registers) -> tuple[str, ...]:
    """Return the State of `non-observance by Chile of the …`; complainants' seats are none."""
    led = registers.headings.find_within("procedure.country", fold(title))
    start = led.end() if led else 0
    mentions = (mention for mention in find_countries(title[start:]) if mention.sort is not NameSort.ADJECTIVE)
    first = next(mentions, None)
    return (first.iso3,) if first and (led is None or first.span.start <= _NEAR) else ()
