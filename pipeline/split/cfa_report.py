"""Printed reports of the Committee on Freedom of Association: an introduction, cases in follow-up, then the cases."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.citations import find_countries
from pipeline.gazetteers.countries import NameSort
from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document, Passage, Span
from pipeline.split.assemble import seal_passages
from pipeline.split.front_matter import TOP, FrontMatter, read_front_matter, read_top
from pipeline.split.general_report import split_general_passages
from pipeline.split.lines import SHORT, Line, read_lines
from pipeline.split.numbering import read_counter
from pipeline.split.sections import match_section, read_follow_up, read_sections
from pipeline.vocabulary import BlockKind, Body, CommentKind, Section, Speaker

_SUBJECT = "freedom-of-association"
_HEAD_REACH = 7
_LONGEST_HEAD = 200
_HEAD = re.compile(
    r"\s*(?P<numbers>\d{1,4}(?:(?:\s*[,/&–-]\s*|\s+)(?:[A-Za-z]{1,3}\s+)?\d{1,4})*)\s*"
    r"(?:\((?P<country>[^()]*(?:\([^()]*\)[^()]*)*)\))?\s*[.:]?\s*(?=$|[A-ZÀ-Ý])"
)
_PROSE = 60
_ORDINAL = re.compile(r"(\d{1,3})[^\d\s]{0,4}\s")


@dataclass(frozen=True, slots=True)
class _Head:
    """The line that opens a case, the numbers it prints, its country where that stands in brackets, and its kind."""

    place: int
    numbers: tuple[str, ...]
    countries: tuple[str, ...]
    kind: CommentKind | None
    title: str


def recognise_cfa_report(document: Document, registers: Registers) -> bool:
    """Say whether the top prints the report's name, or a case under its number with a complaint below."""
    headings = registers.headings
    lines = read_top(document, TOP)
    named = any(
        len(line.text) <= SHORT and headings.measure_opening("document.cfa-report", line.folded) for line in lines
    )
    if named:
        return True
    return any(head.kind and head.kind is not CommentKind.EFFECT_GIVEN for head in _find_heads(lines, registers))


def split_cfa_report(document: Document, registers: Registers) -> tuple[Comment, ...]:
    """Return the introduction, each case in follow-up and each case; case and country as printed."""
    lines = _keep_heads(read_lines(document), registers)
    heads = tuple(_find_heads(lines, registers))
    front, number = read_front_matter(document, registers), _find_report_number(document, registers)
    first = _first_paragraph(lines, heads[0].place if heads else len(lines), registers)
    comments = []
    if first is not None:
        comments.append(_build_introduction(document, lines[first : heads[0].place if heads else None], front, number))
    ends = [*(head.place for head in heads[1:]), len(lines)][: len(heads)]
    for head, end in zip(heads, ends, strict=True):
        cut = _find_resumption(lines, head, end, registers)
        comments.append(_build_case(document, head, lines[head.place : cut], front, number))
        if cut < end:
            comments.append(_build_introduction(document, lines[cut:end], front, number))
    return tuple(comments)


def split_cfa_passages(document: Document, comment: Comment, registers: Registers) -> tuple[Passage, ...]:
    """Return the paragraphs of the introduction or of a case with section and voice."""
    if comment.kind is CommentKind.GENERAL_REPORT:
        return split_general_passages(document, comment, registers)
    lines = _keep_heads(read_lines(document, comment.span), registers)
    if comment.kind is CommentKind.EFFECT_GIVEN:
        return seal_passages(document, comment, read_follow_up(lines[1:], registers))
    body = _find_body(lines, registers)
    complainant = _find_complainant(lines[:body], registers)
    return seal_passages(document, comment, read_sections(lines[body:], Section.INTRODUCTION, complainant, registers))


def _keep_heads(lines: Sequence[Line], registers: Registers) -> tuple[Line, ...]:
    """Return the lines without furniture; the head of a case that stands at the top of a page is none."""
    heads = {head.place for head in _find_heads(lines, registers)}
    return tuple(line for place, line in enumerate(lines) if place in heads or line.kind is not BlockKind.FURNITURE)


def _find_heads(lines: Sequence[Line], registers: Registers) -> Iterator[_Head]:
    """Yield the lines that open a case: a type or a complaint follows, or (in follow-up) its first paragraph."""
    for place, line in enumerate(lines):
        parsed = _parse_head(line, registers)
        if parsed is None:
            continue
        numbers, countries = parsed
        below = (_tail_of(line), *_matter_below(lines, place, registers))
        kind = _find_kind(below, registers)
        complaint = _find_complaint(below, registers)
        if kind or complaint:
            title = "; ".join([line.text, *([complaint.text] if complaint else [])])
            named = countries or (_accused(complaint, registers) if complaint else ())
            yield _Head(place, numbers, named, kind, title)
        elif (
            countries
            and line.kind is not BlockKind.FURNITURE
            and place + 1 < len(lines)
            and _is_prose(lines[place + 1], registers)
        ):
            yield _Head(place, numbers, countries, CommentKind.EFFECT_GIVEN, line.text)


def _parse_head(line: Line, registers: Registers) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return numbers and countries of `CASES NOS 2317, 2540 (Peru)`, which a type or a complaint may follow."""
    length = registers.headings.measure_opening("cfa.case", line.folded) if len(line.text) <= _LONGEST_HEAD else 0
    head = _HEAD.match(line.text, length) if length else None
    if head is None:
        return None
    rest = line.folded[head.end() :]
    if rest and not (registers.headings.name_opening("report", rest) or _opens_complaint(rest, registers)):
        return None
    country = registers.countries.by_name(head["country"]) if head["country"] else None
    return tuple(re.findall(r"\d+", head["numbers"])), (country.iso3,) if country else ()


def _opens_complaint(folded: str, registers: Registers) -> bool:
    return registers.headings.measure_opening("cfa.complaint", folded) > 0


def _tail_of(line: Line) -> Line:
    """Return what a reader put on one line with the number of a case."""
    bare = re.match(r"[^\d]*[\d\s,/&–-]*(?:(?:and|et|y)\s+\d+\s*)?", line.text, re.IGNORECASE)
    return line.rest(bare.end() if bare else 0)


def _matter_below(lines: Sequence[Line], place: int, registers: Registers) -> Sequence[Line]:
    """Return the lines below a head up to its first paragraph."""
    below = lines[place + 1 : place + 1 + _HEAD_REACH]
    stop = next((n for n, line in enumerate(below) if _is_paragraph(line) or _parse_head(line, registers)), len(below))
    return below[:stop]


def _find_kind(lines: Sequence[Line], registers: Registers) -> CommentKind | None:
    opened = (
        registers.headings.name_opening("report", line.folded) for line in lines if len(line.text) <= _LONGEST_HEAD
    )
    return next((CommentKind(found[0]) for found in opened if found), None)


def _find_complaint(lines: Sequence[Line], registers: Registers) -> Line | None:
    return next((line for line in lines if _opens_complaint(line.folded, registers)), None)


def _accused(line: Line, registers: Registers) -> tuple[str, ...]:
    """Return the countries between `Complaint against the Government of` and `presented by`."""
    length = registers.headings.measure_opening("cfa.complaint", line.folded)
    presented = registers.headings.find_within("cfa.presented", line.folded, length)
    words = line.text[length : presented.start() if presented else len(line.text)]
    mentions = (mention for mention in find_countries(words) if mention.sort is not NameSort.ADJECTIVE)
    return tuple(dict.fromkeys(mention.iso3 for mention in mentions))


def _is_paragraph(line: Line) -> bool:
    return read_counter(line.text, 0) is not None and len(line.text) >= _PROSE


def _is_prose(line: Line, registers: Registers) -> bool:
    return len(line.text) >= _PROSE and _parse_head(line, registers) is None


def _first_paragraph(lines: Sequence[Line], end: int, registers: Registers) -> int | None:
    for place, line in enumerate(lines[:end]):
        opened = match_section(line, registers.headings)
        if _is_paragraph(line) or (opened and opened[0] is Section.INTRODUCTION):
            return place
    return None


def _find_resumption(lines: Sequence[Line], head: _Head, end: int, registers: Registers) -> int:
    """Return where the introduction goes on after the last case in follow-up, or the end of the text."""
    if head.kind is not CommentKind.EFFECT_GIVEN:
        return end
    for place in range(head.place + 2, end):
        counter = read_counter(lines[place].text, place)
        words = lines[place].folded[counter.length if counter else 0 :]
        if registers.headings.measure_opening("cfa.resumes", words):
            return place
    return end


def _find_body(lines: Sequence[Line], registers: Registers) -> int:
    for place, line in enumerate(lines[1:], start=1):
        if _is_paragraph(line) or match_section(line, registers.headings):
            return place
        if registers.headings.measure_opening("abstract", line.folded):
            return place
    return len(lines)


def _find_complainant(matter: Sequence[Line], registers: Registers) -> Speaker:
    words = " ".join(line.folded for line in matter)
    return Speaker.EMPLOYERS if registers.headings.find_within("complainant.employers", words) else Speaker.WORKERS


def _find_report_number(document: Document, registers: Registers) -> int | None:
    for line in read_top(document, TOP):
        length = (
            registers.headings.measure_opening("document.cfa-report", line.folded) if len(line.text) <= SHORT else 0
        )
        number = _ORDINAL.match(line.folded[:length]) if length else None
        if number:
            return int(number[1])
    return None


def _build_introduction(document: Document, lines: Sequence[Line], front: FrontMatter, number: int | None) -> Comment:
    return Comment(
        comment_id="",
        source_id=document.source_id,
        body=Body.CFA,
        kind=CommentKind.GENERAL_REPORT,
        span=Span(lines[0].span.start, lines[-1].span.end),
        language=document.language,
        report_number=number,
        adopted_year=front.year or front.dated,
        session=front.governing_body,
        published_year=front.year or front.dated,
        subject=_SUBJECT,
    )


def _build_case(
    document: Document, head: _Head, lines: Sequence[Line], front: FrontMatter, number: int | None
) -> Comment:
    return Comment(
        comment_id="",
        source_id=document.source_id,
        body=Body.CFA,
        kind=head.kind,
        span=Span(lines[0].span.start, lines[-1].span.end),
        title=head.title,
        language=document.language,
        countries=head.countries,
        case_number=head.numbers,
        report_number=number,
        adopted_year=front.year or front.dated,
        session=front.governing_body,
        published_year=front.year or front.dated,
        subject=_SUBJECT,
    )
