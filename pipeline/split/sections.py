"""Texts cut into lettered sections headed twice (cases, representations) → paragraphs with section and voice."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.gazetteers.headings import Headings
from pipeline.gazetteers.registers import Registers
from pipeline.split.assemble import Draft
from pipeline.split.lines import SHORT, Line
from pipeline.split.marks import read_mark, strip_counter
from pipeline.split.runin import is_heading_line, measure_run_in, strip_heading
from pipeline.vocabulary import Section, Speaker

_LETTERS = re.compile(r"(?:\d{1,3}\.\s+)?(?:(?:[a-h]|[ivx]{1,5})\.\s*){0,3}")
_OUTER = re.compile(r"[A-H]\.\s")
_GLUED = re.compile(r"\s*[-–•]?\s*(?:\d{1,3}\.\s+)?\d{1,4}\.\s")
_CONFERENCE = (Section.WRITTEN_INFORMATION, Section.DISCUSSION)


def read_sections(
    lines: Sequence[Line], first: Section | None, complainant: Speaker, registers: Registers
) -> tuple[Draft, ...]:
    """Return the paragraphs among the lines; a paragraph printed twice in a row is taken once."""
    reading = _Reading(first, complainant, registers.headings)
    for line in lines:
        reading.read(line)
    return tuple(reading.drafts)


def match_section(line: Line, headings: Headings) -> tuple[Section, int] | None:
    """Return the section that a heading opens and the length of the heading; a paragraph may be glued to it."""
    letters = _LETTERS.match(line.folded)
    start = letters.end() if letters else 0
    if len(line.folded) - start <= SHORT:
        name = headings.name_whole("section", line.folded[start:])
        if name is not None:
            return _as_section(name, len(line.text))
    if _GLUED.search(line.folded, start + 1, SHORT):
        opening = headings.name_opening("section", line.folded[start:])
        if opening and _GLUED.match(line.folded, start + opening[1]):
            return _as_section(opening[0], start + opening[1])
    return None


def _as_section(name: str, length: int) -> tuple[Section, int] | None:
    section = Section(name)
    return None if section in _CONFERENCE else (section, length)


class _Reading:
    """What the lines so far mean for the next one."""

    def __init__(self, first: Section | None, complainant: Speaker, headings: Headings) -> None:
        self.headings = headings
        self.complainant = complainant
        self.first = self.section = first
        self.heading: str | None = None
        self.after_lead = False
        self.items_quoted = False
        self.drafts: list[Draft] = []
        self.last = ""

    def read(self, line: Line) -> None:
        """Take one line: a heading changes what holds, a paragraph becomes a draft."""
        opened = match_section(line, self.headings)
        if opened:
            self.section, self.heading, self.after_lead, self.items_quoted = opened[0], None, False, False
            if opened[1] >= len(line.text):
                return
            line = line.rest(opened[1])
        mark = read_mark(line.text, after_lead=self.after_lead)
        plain = line.rest(mark.length)
        if self.headings.measure_opening("abstract", plain.folded):
            self._add(plain, None, Section.ABSTRACT, item=False)
            return
        unnumbered = line.rest(strip_counter(line.text))
        outer = _OUTER.match(unnumbered.text) is not None
        if not mark.item and (outer or not self.after_lead) and is_heading_line(unnumbered, self.headings):
            self.heading = strip_heading(unnumbered.text)
            self.after_lead = self.items_quoted = False
            if outer:
                self.section = self.first if self.section is not Section.DECISION else self.section
            return
        self._add(line if mark.item else plain, mark.number, self.section, item=mark.item)

    def _add(self, line: Line, number: str | None, section: Section | None, *, item: bool) -> None:
        if not line.text or line.folded == self.last:
            return
        self.last = line.folded
        if not item:
            self.items_quoted = False
            run_in = measure_run_in(line.text, line.folded, self.headings)
            self.heading = strip_heading(line.text[:run_in]) if run_in else self.heading
        quoted = section is Section.PREVIOUS_EXAMINATION or self.items_quoted
        self.drafts.append(Draft(line.span, number, self.heading, section, quoted, self._voice(section)))
        ends_open = line.text.rstrip('"”»“« ').endswith(":")
        self.after_lead = ends_open or (item and self.after_lead)
        if ends_open and not item:
            self.items_quoted = quotes_recommendations(line.folded, self.headings)

    def _voice(self, section: Section | None) -> Speaker | None:
        if section in (Section.ALLEGATIONS, Section.ABSTRACT):
            return self.complainant
        return Speaker.GOVERNMENT if section is Section.REPLY else None


def quotes_recommendations(folded: str, headings: Headings) -> bool:
    """Say whether the lead of a list reports recommendations made before (and does not make them now)."""
    if headings.find_within("own-invitation", folded):
        return False
    return headings.find_within("previous-recommendations", folded) is not None


def read_follow_up(lines: Sequence[Line], registers: Registers) -> tuple[Draft, ...]:
    """Return the paragraphs of an `Effect given` text: the earlier examination first, the verdict last."""
    drafts = read_sections(lines, None, Speaker.WORKERS, registers)
    starts = [place for place, draft in enumerate(drafts) if not (draft.number or "").startswith("(")]
    if not starts or any(draft.section for draft in drafts):
        return drafts
    texts = {line.span.end: line.folded for line in lines}
    return tuple(
        _place_follow_up(draft, place, starts, texts.get(drafts[0].span.end, ""), registers.headings)
        for place, draft in enumerate(drafts)
    )


def _place_follow_up(draft: Draft, place: int, starts: Sequence[int], first: str, headings: Headings) -> Draft:
    if place >= starts[-1]:
        return replace(draft, section=Section.CONCLUSIONS)
    if len(starts) > 1 and place < starts[1] and headings.find_within("last-examined", first):
        return replace(draft, section=Section.PREVIOUS_EXAMINATION, quoted=True)
    return replace(draft, section=Section.REPLY)
