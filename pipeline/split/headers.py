"""The header lines of NORMLEX pages, in English, French, Spanish and the bare keys of the German pages."""

import re
from dataclasses import dataclass

from pipeline.gazetteers.headings import Headings
from pipeline.split.lines import Line
from pipeline.vocabulary import Body, CommentKind

_LONGEST = 640
_CODE = r"(?:[cpr]\d{3}|mlc(?:, ?2006)?)"
_SHAPE = re.compile(
    rf"(?:(?P<codes>{_CODE}(?:[ ,;/&+-]+{_CODE})*) ?[-:] ?)?"
    r"(?P<type>[^()\-]*[^()\-\s,:]) *(?P<body>\([a-z]{2,7}\))? *(?:[-,:] *(?P<rest>.*))?"
)
_YEAR = re.compile(r"\D{0,6}((?:18|19|20)\d\d)(?!\d)")
_LAST_YEAR = re.compile(r"((?:18|19|20)\d\d)\D*$")
_IN_BRACKET = re.compile(r"\D{0,3}\(((?:18|19|20)\d\d)\)")
_SESSION = re.compile(r"(\d{1,3}) ?[^\s\d,]{0,4} *$")
_CASES = re.compile(r" *(\d{1,4}(?:[^\d(]{1,5}\d{1,4})*) *\(")
_REPORT = re.compile(r" *(\d{1,3})(?!\d)")
_MLC = "C186"


@dataclass(frozen=True, slots=True)
class CommentHeader:
    """What the header line of a comment prints; unknown is None or empty; `end` is where a glued title begins."""

    body: Body
    kind: CommentKind | None
    codes: tuple[str, ...] = ()
    adopted_year: int | None = None
    session: int | None = None
    published_year: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class ReportHeader:
    """The first line of a page of the Committee on Freedom of Association."""

    kind: CommentKind
    report_number: int | None
    year: int | None


@dataclass(frozen=True, slots=True)
class CaseHeader:
    """The line of a page of the Committee on Freedom of Association that names cases and country."""

    numbers: tuple[str, ...]
    country: str
    title: str


@dataclass(frozen=True, slots=True)
class ProcedureHeader:
    """The first line of an article 24 or 26 page; `names` are what is neither a code nor a year."""

    body: Body
    kind: CommentKind
    codes: tuple[str, ...]
    names: str


def parse_comment_header(line: Line, headings: Headings) -> CommentHeader | None:
    """Return what a CEACR or Conference Committee header says, or None where the line is no header."""
    shape = _SHAPE.fullmatch(line.folded) if len(line.folded) <= _LONGEST else None
    if shape is None or (name := headings.name_whole("type", shape["type"])) is None:
        return None
    rest = shape["rest"] or ""
    discussed = _year_after("header.discussion", rest, headings)
    adopted = _year_after("header.adopted", rest, headings)
    if not (discussed or adopted or shape["body"] or name.startswith("unknown")):
        return None
    codes = parse_codes(shape["codes"] or "")
    kind = None if name.startswith("unknown") else CommentKind(name)
    session = _parse_session(rest, headings)
    if shape["body"] == "(cas)" or name == "unknown-cas" or discussed:
        return CommentHeader(Body.CAS, kind, codes, discussed, session, discussed, _end_of_header(line, headings))
    published = _parse_published(rest, headings)
    return CommentHeader(Body.CEACR, kind, codes, adopted, session, published, _end_of_header(line, headings))


def parse_codes(folded: str) -> tuple[str, ...]:
    """Return the codes of a printed list (`c081, c129`), the Maritime Labour Convention as C186."""
    found = re.findall(r"[cpr]\d{3}|mlc", folded)
    return tuple(dict.fromkeys(_MLC if code == "mlc" else code.upper() for code in found))


def parse_report_header(line: Line, headings: Headings) -> ReportHeader | None:
    """Return what `Interim Report - Report No 380, October 2016` says, or None."""
    if len(line.folded) > _LONGEST or " - " not in line.folded:
        return None
    left, right = line.folded.split(" - ", 1)
    name = headings.name_whole("report", left)
    length = headings.measure_opening("header.report", right)
    if name is None or not length:
        return None
    number = _REPORT.match(right, length)
    year = _LAST_YEAR.search(right, number.end() if number else length)
    return ReportHeader(CommentKind(name), int(number[1]) if number else None, int(year[1]) if year else None)


def parse_case_header(line: Line, headings: Headings) -> CaseHeader | None:
    """Return the cases and the country of `Case No 2761/3074 (Colombia) - Complaint date: …`, or None."""
    length = headings.measure_opening("header.case", line.folded) if len(line.folded) <= _LONGEST else 0
    cases = _CASES.match(line.folded, length) if length else None
    if cases is None:
        return None
    close = _close_bracket(line.text, cases.end() - 1)
    return CaseHeader(
        tuple(re.findall(r"\d+", cases[1])), line.text[cases.end() : close].strip(), line.text[: close + 1]
    )


def parse_procedure_header(line: Line, headings: Headings) -> ProcedureHeader | None:
    """Return what `REPRESENTATION (article 24) - CHILE - C169 - 2014` says, parts in any order, or None."""
    opening = headings.name_opening("article-header", line.folded) if len(line.folded) <= _LONGEST else None
    if opening is None:
        return None
    name, length = opening
    parts = [part.strip() for part in re.split(r" [-–—] ?", line.text[length:]) if part.strip(" -–—")]
    if not parts:
        return None
    names = [part for part in parts if not re.fullmatch(rf"(?:{_CODE}[ ,;]*)+|\d{{4}}", part.lower())]
    codes = parse_codes(" ".join(part.lower() for part in parts if part not in names))
    body = Body.ART24 if name == CommentKind.REPRESENTATION else Body.ART26
    return ProcedureHeader(body, CommentKind(name), codes, " - ".join(names))


def _year_after(key: str, rest: str, headings: Headings) -> int | None:
    word = headings.find_within(key, rest)
    year = _YEAR.match(rest, word.end()) if word else None
    return int(year[1]) if year else None


def _parse_session(rest: str, headings: Headings) -> int | None:
    word = headings.find_within("header.session", rest)
    number = _SESSION.search(rest[: word.start()]) if word else None
    return int(number[1]) if number else None


def _parse_published(rest: str, headings: Headings) -> int | None:
    word = headings.find_within("header.session", rest) or headings.find_within("header.published", rest)
    year = (_IN_BRACKET.match(rest, word.end()) or _LAST_YEAR.search(rest, word.end())) if word else None
    return int(year[1]) if year else None


def _end_of_header(line: Line, headings: Headings) -> int | None:
    word = headings.find_within("header.session", line.folded)
    year = _IN_BRACKET.match(line.folded, word.end()) if word else None
    return year.end() if year and line.text[year.end() :].strip() else None


def _close_bracket(text: str, opening: int) -> int:
    depth = 0
    for place in range(opening, len(text)):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            return place
    return len(text)
