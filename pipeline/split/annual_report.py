"""The printed reports of the Committee of Experts: its observations by Convention (to 2002) or by country (since)."""

from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document, Passage, Span
from pipeline.split.assemble import seal_passages
from pipeline.split.country_chapters import Chapter, cut_chapters
from pipeline.split.front_matter import TOP, FrontMatter, find_adopted_year, read_front_matter, read_top
from pipeline.split.general_report import build_general_report, split_general_passages
from pipeline.split.lines import SHORT, Line, read_lines
from pipeline.split.normlex_blocks import find_special_note, find_subject
from pipeline.split.passages import read_drafts
from pipeline.split.report_headings import GENERAL_REPORT, Mark, is_separator, read_divider, read_dividers
from pipeline.vocabulary import BlockKind, Body, CommentKind

_KINDS = {
    "obligations": CommentKind.GENERAL_OBSERVATION,
    "submission": CommentKind.SUBMISSION_OBSERVATION,
}
_PARTS = ("obligations", "submission", "individual")
_TITLES = (Mark.TITLES, Mark.GENERAL, Mark.CHAPTER)


def recognise_annual_report(document: Document, registers: Registers) -> bool:
    """Say whether the top prints the report's name, or headings with a year of ratification."""
    lines = read_top(document, TOP)
    named = any(
        registers.headings.measure_opening("document.annual-report", line.folded)
        for line in lines
        if len(line.text) <= SHORT
    )
    return named or has_chapters(lines, registers)


def split_annual_report(document: Document, registers: Registers) -> tuple[Comment, ...]:
    """Return the General Report and every observation, in order."""
    front = read_front_matter(document, registers)
    adopted = find_adopted_year(document, registers) or front.dated
    comments = []
    for chapter in cut_chapters(read_lines(document), registers):
        if chapter.part == GENERAL_REPORT:
            comments.append(build_general_report(document, chapter, Body.CEACR, front, adopted))
        else:
            comments.append(_build_observation(document, chapter, front, adopted, registers))
    return tuple(comments)


def split_annual_passages(document: Document, comment: Comment, registers: Registers) -> tuple[Passage, ...]:
    """Return the paragraphs of the General Report or of an observation; its headings and lists are none."""
    if comment.kind is CommentKind.GENERAL_REPORT:
        return split_general_passages(document, comment, registers)
    lines = read_chapter_lines(document, comment, registers)
    return seal_passages(document, comment, read_drafts(lines, registers.headings))


def read_chapter_lines(document: Document, comment: Comment, registers: Registers) -> tuple[Line, ...]:
    """Return the lines of a text without its titles, the furniture of its pages and rows of asterisks."""
    lines = [line for line in read_lines(document, comment.span) if line.kind is not BlockKind.FURNITURE]
    first = 0
    while first < len(lines) and read_divider(lines[first], registers).mark in _TITLES:
        first += 1
    return tuple(line for line in lines[first:] if not is_separator(line))


def has_chapters(lines: tuple[Line, ...], registers: Registers) -> bool:
    """Say whether headings give a year of ratification, or countries under the name of a part of the report."""
    dividers = read_dividers(lines, registers)
    parted = any(divider.part in _PARTS for divider in dividers)
    return any(
        (divider.ratified or (parted and divider.country))
        and not any(title.code and title.country for title in divider.titles)
        for divider in dividers
    )


def name_chapter(chapter: Chapter) -> str | None:
    """Return the printed titles of a text, joined."""
    return "; ".join(title.text for title in chapter.titles if title.text) or None


def _build_observation(
    document: Document, chapter: Chapter, front: FrontMatter, adopted: int | None, registers: Registers
) -> Comment:
    return Comment(
        comment_id="",
        source_id=document.source_id,
        body=Body.CEACR,
        kind=_kind_of(chapter),
        span=Span(chapter.top.span.start, chapter.body[-1].span.end),
        title=name_chapter(chapter),
        language=document.language,
        countries=chapter.countries,
        conventions=chapter.codes,
        adopted_year=adopted,
        session=front.conference,
        published_year=front.year,
        ratified_year=tuple(title.ratified_year for title in chapter.titles if title.ratified_year),
        special_note=find_special_note(chapter.body, registers),
        subject=find_subject(chapter.codes, registers),
    )


def _kind_of(chapter: Chapter) -> CommentKind:
    if chapter.is_general or not chapter.codes:
        return _KINDS.get(chapter.part or "", CommentKind.GENERAL_OBSERVATION)
    return CommentKind.OBSERVATION
