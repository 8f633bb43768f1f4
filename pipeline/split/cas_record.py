"""The printed records of the Conference Committee on the Application of Standards: general report and cases."""

from collections.abc import Sequence

from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document, Passage, Span
from pipeline.split.annual_report import has_chapters, name_chapter
from pipeline.split.country_chapters import SERIOUS_FAILURE, Chapter, cut_chapters
from pipeline.split.front_matter import TOP, FrontMatter, read_front_matter, read_top
from pipeline.split.general_report import build_general_report, split_general_passages
from pipeline.split.lines import SHORT, Line, read_lines
from pipeline.split.normlex_blocks import find_subject
from pipeline.split.normlex_cas import find_speech, split_conference_passages
from pipeline.split.report_headings import GENERAL_REPORT
from pipeline.vocabulary import Body, CommentKind, Speaker

_MEMBERS = (Speaker.WORKERS, Speaker.EMPLOYERS)
_ENOUGH = 2


def recognise_cas_record(document: Document, registers: Registers) -> bool:
    """Say whether the top prints the report's name, or members speak under headings with a year of ratification."""
    lines = read_top(document, TOP)
    experts = _find_name("document.annual-report", lines, registers)
    conference = _find_name("document.cas-record", lines, registers)
    if experts is not None or conference is not None:
        return conference is not None and (experts is None or conference < experts)
    if not has_chapters(lines, registers):
        return False
    speeches = [speech for line in lines if (speech := find_speech(line, registers.headings))]
    members = [speech for speech in speeches if speech.voice in _MEMBERS]
    concludes = any(registers.headings.measure_opening("conclusion-opening", line.folded) for line in lines)
    return len(members) >= _ENOUGH or (bool(members) and concludes)


def _find_name(key: str, lines: Sequence[Line], registers: Registers) -> int | None:
    """Return which line first prints a name of the report: a volume of the experts also names the Conference's."""
    named = (
        place
        for place, line in enumerate(lines)
        if len(line.text) <= SHORT and registers.headings.measure_opening(key, line.folded)
    )
    return next(named, None)


def split_cas_record(document: Document, registers: Registers) -> tuple[Comment, ...]:
    """Return the general report, the discussion of serious failures and each individual case, in order."""
    front = read_front_matter(document, registers)
    comments = []
    for chapter in cut_chapters(read_lines(document), registers):
        if chapter.part == GENERAL_REPORT:
            comments.append(build_general_report(document, chapter, Body.CAS, front, front.year or front.dated))
        elif chapter.part == SERIOUS_FAILURE or chapter.codes:
            comments.append(_build_case(document, chapter, front, registers))
    return tuple(comments)


def split_cas_passages(document: Document, comment: Comment, registers: Registers) -> tuple[Passage, ...]:
    """Return the paragraphs of the general report, or of a case with section and voice."""
    if comment.kind is CommentKind.GENERAL_REPORT:
        return split_general_passages(document, comment, registers)
    return split_conference_passages(document, comment, registers)


def _build_case(document: Document, chapter: Chapter, front: FrontMatter, registers: Registers) -> Comment:
    failure = chapter.part == SERIOUS_FAILURE
    return Comment(
        comment_id="",
        source_id=document.source_id,
        body=Body.CAS,
        kind=CommentKind.SERIOUS_FAILURE if failure else CommentKind.INDIVIDUAL_CASE,
        span=Span(chapter.top.span.start, chapter.body[-1].span.end),
        title=name_chapter(chapter),
        language=document.language,
        countries=chapter.countries,
        conventions=chapter.codes,
        adopted_year=front.year or front.dated,
        session=front.conference,
        published_year=front.year or front.dated,
        ratified_year=tuple(title.ratified_year for title in chapter.titles if title.ratified_year),
        subject=find_subject(chapter.codes, registers),
    )
