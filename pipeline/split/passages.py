"""Comments of the Committee of Experts → passages: numbers, headings, sections, repeated and quoted text."""

import re
from collections.abc import Sequence

from pipeline.gazetteers.headings import Headings
from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document, Passage, Span
from pipeline.split.assemble import Draft, seal_passages
from pipeline.split.lines import Line, read_lines
from pipeline.split.marks import Mark, read_mark
from pipeline.split.normlex_blocks import body_lines
from pipeline.split.runin import is_article_heading, is_heading_line, measure_run_in, names_instrument, strip_heading
from pipeline.vocabulary import Section

_NOTE = re.compile(r"\[[^\[\]]+\][. ]*")
_STOP = re.compile(r"[a-zà-ÿ)\d]{3}\.\s+(?=[A-ZÀ-Ý])")
_WORD = 24
_TAIL = 240
_LEAST = 40


def split_expert_passages(document: Document, comment: Comment, registers: Registers) -> tuple[Passage, ...]:
    """Return the paragraphs of a CEACR comment in order; headings, notes in brackets and noise are none."""
    lines = body_lines(read_lines(document, comment.span), registers)
    return seal_passages(document, comment, read_drafts(lines, registers.headings))


def read_drafts(lines: Sequence[Line], headings: Headings) -> tuple[Draft, ...]:
    """Return the paragraphs among the lines of a body."""
    reading = _Reading(headings)
    paragraphs = [line for line in lines if not _NOTE.fullmatch(line.text)]
    for place, line in enumerate(paragraphs):
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        parts = cut_at_articles(line, headings)
        for part, after in zip(parts, (*parts[1:], following), strict=True):
            reading.read(part, after)
    return tuple(reading.drafts)


def cut_at_articles(line: Line, headings: Headings) -> tuple[Line, ...]:
    """Cut a paragraph where, after a full stop, an Article heading begins that lost its line break."""
    stops = [stop for stop in _STOP.finditer(line.text) if _opens_article(line.folded, stop.end(), headings)]
    own = measure_run_in(line.text, line.folded, headings) if stops else 0
    for stop in stops:
        rest = line.rest(stop.end())
        if stop.start() >= own and is_article_heading(rest.text, rest.folded, headings):
            before = line.text[: stop.end()].rstrip()
            span = Span(line.span.start, line.span.start + len(before))
            return (Line(span, before, line.folded[: len(before)], line.kind), *cut_at_articles(rest, headings))
    return (line,)


def _opens_article(folded: str, place: int, headings: Headings) -> bool:
    return headings.measure_opening("topic-head", folded[place : place + _WORD]) > 0


def find_quote_colon(folded: str, headings: Headings) -> int:
    """Return the place after the colon of `which read as follows:` in a paragraph, 0 where there is none."""
    colon = folded.find(":")
    while colon >= 0:
        low = max(0, colon - _TAIL)
        for match in headings.patterns["read-as-follows"].finditer(folded, low, colon):
            if "." not in folded[match.end() : colon] and colon - match.end() <= _LEAST:
                return colon + 1
        colon = folded.find(":", colon + 1)
    return 0


def is_quoting_lead(folded: str, headings: Headings) -> bool:
    """Say whether the lead of a list (its last sentence) reports what another body or an earlier comment asked."""
    lead = folded[max(0, folded.rstrip().rfind(". ", 0, len(folded) - 1)) :]
    if headings.find_within("lead.earlier", lead):
        return headings.find_within("lead.own-call", lead) is None
    other = headings.find_within("lead.other-body", lead)
    call = headings.find_within("lead.past-call", lead, other.end()) if other else None
    return call is not None and headings.find_within("lead.own-call", lead) is None


class _Reading:
    """What the lines so far mean for the next one."""

    def __init__(self, headings: Headings) -> None:
        self.headings = headings
        self.drafts: list[Draft] = []
        self.line_heading: Line | None = None
        self.run_in: str | None = None
        self.section: Section | None = None
        self.section_runs_in = False
        self.after_lead = False
        self.item_open = False
        self.items_quoted = False
        self.rest_quoted = False
        self.in_quotes = False
        self.repeated = False

    def read(self, line: Line, following: Line | None) -> None:
        """Take one line: a heading changes what holds, a paragraph becomes a draft or two."""
        line = self._skip_repetition(line)
        if not line.text:
            return
        mark = read_mark(line.text, after_lead=self.after_lead)
        if self.after_lead and not mark.number and self._continues_list(line):
            mark = Mark(None, 0, item=True)
        if not mark.item and not self.after_lead and is_heading_line(line, self.headings):
            self._take_heading(line)
            return
        paragraph = line if mark.item else line.rest(mark.length)
        run_in = 0 if mark.item else measure_run_in(paragraph.text, paragraph.folded, self.headings)
        if run_in:
            self._take_run_in(paragraph, run_in)
        elif mark.number and not mark.item:
            self.run_in = None
        if not mark.item:
            self.items_quoted = False
        if following is None and self.rest_quoted and not mark.item:
            self.rest_quoted = self.headings.find_within("quote-end", paragraph.folded) is None
        marked = self._read_quotation_marks(paragraph, led=self.after_lead)
        self._add(paragraph, mark.number, marked=marked)
        self._look_ahead(paragraph, following, item=mark.item)

    def _skip_repetition(self, line: Line) -> Line:
        length = self.headings.measure_opening("repetition", line.folded)
        while length and (length == len(line.text) or line.text[length:].lstrip(" .:")[:1].isupper()):
            self.repeated = True
            self.after_lead = False
            line = line.rest(length + len(line.text[length:]) - len(line.text[length:].lstrip(" .:")))
            length = self.headings.measure_opening("repetition", line.folded)
        return line

    def _continues_list(self, line: Line) -> bool:
        if self.headings.measure_opening("general-speech", line.folded):
            return False
        ends_open = not line.text.endswith((".", ":", "?", "!"))
        return line.text[0].islower() or ends_open or (self.item_open and line.text.endswith("."))

    def _take_heading(self, line: Line) -> None:
        self.line_heading, self.run_in = line, None
        follows = self.headings.measure_opening("follow-up", line.folded)
        self.section = Section.FOLLOW_UP if follows else None
        self.section_runs_in = False
        self.items_quoted = self.after_lead = self.in_quotes = False

    def _take_run_in(self, paragraph: Line, length: int) -> None:
        self.run_in = strip_heading(paragraph.text[:length])
        if self.headings.measure_opening("follow-up", paragraph.folded):
            self.section, self.section_runs_in = Section.FOLLOW_UP, True
        elif self.section_runs_in:
            self.section, self.section_runs_in = None, False

    def _name_heading(self) -> str | None:
        own = self.line_heading
        if own is None or self.run_in is None:
            return self.run_in or (strip_heading(own.text) if own else None)
        if names_instrument(own.text, own.folded, self.headings):
            return f"{strip_heading(own.text)}. {self.run_in}"
        return self.run_in

    def _read_quotation_marks(self, paragraph: Line, *, led: bool) -> bool:
        text = paragraph.folded
        opens = led and text.startswith('"')
        closes = text.rstrip(" .;,").endswith('"')
        marked = self.in_quotes or (opens and (closes or text.count('"') % 2 == 1))
        self.in_quotes = marked and not closes
        return marked

    def _add(self, paragraph: Line, number: str | None, *, marked: bool) -> None:
        quoted = self.repeated or self.rest_quoted or self.items_quoted or marked
        place = 0 if quoted else find_quote_colon(paragraph.folded, self.headings)
        rest = paragraph.rest(place) if place and len(paragraph.text) - place > _LEAST else None
        end = rest.span.start if rest else paragraph.span.end
        lead = Span(
            paragraph.span.start, paragraph.span.start + len(paragraph.text[: end - paragraph.span.start].rstrip())
        )
        heading = self._name_heading()
        self.drafts.append(Draft(lead, number, heading, self.section, quoted))
        if rest:
            self.rest_quoted = True
            self.drafts.append(Draft(rest.span, None, heading, self.section, quoted=True))

    def _look_ahead(self, paragraph: Line, following: Line | None, *, item: bool) -> None:
        ends_open = paragraph.text.rstrip('"”»“« ').endswith(":")
        self.after_lead = ends_open or (item and self.after_lead)
        self.item_open = item and not paragraph.text.endswith((".", ":"))
        if not ends_open or following is None:
            return
        follows_item = read_mark(following.text, after_lead=True).item or not following.text.endswith((".", ":"))
        if find_quote_colon(paragraph.folded[-_TAIL:], self.headings):
            self.items_quoted, self.rest_quoted = follows_item, self.rest_quoted or not follows_item
        elif follows_item and is_quoting_lead(paragraph.folded, self.headings):
            self.items_quoted = True
