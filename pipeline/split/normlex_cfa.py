"""Pages of the Committee on Freedom of Association (50002): one case in one report."""

from collections.abc import Sequence

from pipeline.gazetteers.registers import Registers
from pipeline.languages import detect_language
from pipeline.records import Comment, Document, Passage, Span
from pipeline.split.addressee import find_ratifying_country
from pipeline.split.assemble import seal_passages
from pipeline.split.headers import CaseHeader, ReportHeader, parse_case_header, parse_report_header
from pipeline.split.lines import SHORT, Line, cut_footer, is_chrome, read_first_lines, read_lines
from pipeline.split.normlex_blocks import find_address_country
from pipeline.split.sections import read_follow_up, read_sections
from pipeline.vocabulary import Body, CommentKind, Section, Speaker

SEARCHED = 80
_TOP = 12
_SUBJECT = "freedom-of-association"


def recognise_case_page(document: Document, registers: Registers) -> bool:
    """Say whether a report line or a case line stands near the top, or the address is that of a case."""
    if document.address and "50002" in document.address and "COMPLAINT_TEXT" in document.address:
        return True
    report, case = find_case_headers(read_first_lines(document, SEARCHED), registers)
    return report is not None or case is not None


def find_case_headers(
    lines: Sequence[Line], registers: Registers
) -> tuple[tuple[int, ReportHeader] | None, tuple[int, CaseHeader] | None]:
    """Return place and content of the report line and of the case line."""
    reports = ((place, parse_report_header(line, registers.headings)) for place, line in enumerate(lines))
    report = next(((place, header) for place, header in reports if header), None)
    cases = ((place, _read_case(line, registers)) for place, line in enumerate(lines))
    case = next(((place, header) for place, header in cases if header), None)
    return report, case


def split_case_page(document: Document, registers: Registers) -> tuple[Comment, ...]:
    """Return the one comment of the page; the year is the report's; Conventions are left to `link`."""
    lines = cut_footer(read_lines(document), registers.headings)
    report, case = find_case_headers(lines[:SEARCHED], registers)
    body = case_body(lines, registers)
    if not body:
        return ()
    tops = [found[0] for found in (report, case) if found]
    start = lines[min(tops)].span.start if tops else body[0].span.start
    named = registers.countries.by_name(case[1].country) if case else None
    countries = (named.iso3,) if named else find_address_country(document, registers)
    year = report[1].year if report else None
    comment = Comment(
        comment_id="",
        source_id=document.source_id,
        body=Body.CFA,
        kind=report[1].kind if report else find_report_kind(lines, registers),
        span=Span(start, body[-1].span.end),
        title=case[1].title if case else None,
        language=detect_language("\n".join(line.text for line in body)),
        countries=countries or find_ratifying_country(body, registers.headings),
        case_number=case[1].numbers if case else (),
        report_number=report[1].report_number if report else None,
        adopted_year=year,
        published_year=year,
        subject=_SUBJECT,
    )
    return (comment,)


def find_report_kind(lines: Sequence[Line], registers: Registers) -> CommentKind | None:
    """Return the kind that a line near the top names without number and date, as on pages that lost their header."""
    names = (registers.headings.name_whole("report", line.folded) for line in lines[:_TOP] if len(line.folded) <= SHORT)
    return next((CommentKind(name) for name in names if name), None)


def case_body(lines: Sequence[Line], registers: Registers) -> tuple[Line, ...]:
    """Return the lines below report line, case line and page matter."""
    report, case = find_case_headers(lines[:SEARCHED], registers)
    first = max((found[0] + 1 for found in (report, case) if found), default=0)
    return tuple(line for line in lines[first:] if not is_chrome(line, registers.headings))


def split_case_passages(document: Document, comment: Comment, registers: Registers) -> tuple[Passage, ...]:
    """Return the paragraphs and lettered recommendations of a case with section and voice."""
    body = case_body(read_lines(document, comment.span), registers)
    if comment.kind is CommentKind.EFFECT_GIVEN:
        return seal_passages(document, comment, read_follow_up(body, registers))
    return seal_passages(
        document, comment, read_sections(body, Section.INTRODUCTION, complainant_of(body, registers), registers)
    )


def complainant_of(body: Sequence[Line], registers: Registers) -> Speaker:
    """Return whose complaint it is by its first lines: employers where they complain, else workers."""
    first = " ".join(line.folded for line in body[:3])
    return Speaker.EMPLOYERS if registers.headings.find_within("complainant.employers", first) else Speaker.WORKERS


def _read_case(line: Line, registers: Registers) -> CaseHeader | None:
    header = parse_case_header(line, registers.headings)
    return header if header and header.country else None
