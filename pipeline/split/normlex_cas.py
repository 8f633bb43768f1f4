"""Conference Committee blocks → passages: written information, the speakers told apart, conclusions, closing words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.gazetteers.headings import Headings
from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document, Passage
from pipeline.split.assemble import Draft, seal_passages
from pipeline.split.lines import SHORT, Line, read_lines
from pipeline.split.marks import read_mark
from pipeline.split.normlex_blocks import body_lines
from pipeline.split.runin import is_heading_line, strip_heading
from pipeline.vocabulary import Section, Speaker

_LABEL = re.compile(r"([^–—:.]{3,180}?)(?:\s+[–—-]\s+|\s*[–—]\s*|:\s)(?=[\"“«A-ZÀ-ÝŒ¡¿])")
_BY_WORD = {
    "government": Speaker.GOVERNMENT,
    "workers": Speaker.WORKERS,
    "employers": Speaker.EMPLOYERS,
    "other": Speaker.OTHER,
}


@dataclass(frozen=True, slots=True)
class Speech:
    """Whose words begin with a line, and the printed label of the speaker."""

    voice: Speaker
    label: str


def split_conference_passages(document: Document, comment: Comment, registers: Registers) -> tuple[Passage, ...]:
    """Return the paragraphs of a Conference Committee block with section and voice; its conclusions have no voice."""
    lines = body_lines(read_lines(document, comment.span), registers)
    return seal_passages(document, comment, _read_drafts(lines, registers.headings))


def find_speech(line: Line, headings: Headings) -> Speech | None:
    """Return the speaker whose words begin with the line (`Government representative (Minister) – …`), or None."""
    folded, skipped = line.folded, headings.measure_opening("interpretation", line.folded)
    opening = folded[skipped:].lstrip(" .–-")
    skipped = len(folded) - len(opening)
    found = headings.name_opening("speaker", opening)
    if found is None:
        return None
    label = _LABEL.match(line.text, skipped)
    words = label[1] if label else line.text[skipped : skipped + found[1]]
    return Speech(_BY_WORD[found[0]], words.strip(" ,."))


def find_conclusions(lines: Sequence[Line], headings: Headings) -> int | None:
    """Return the place of the first line of the Committee's conclusions: their heading, or the last formula."""
    headed = [place for place, line in enumerate(lines) if _section_of(line, headings) is Section.CONCLUSIONS]
    if headed:
        return headed[-1]
    spoken = [place for place, line in enumerate(lines) if find_speech(line, headings)]
    formulas = [
        place for place, line in enumerate(lines) if headings.measure_opening("conclusion-opening", line.folded)
    ]
    first = None
    for place in reversed(formulas):
        if first is not None and any(place < speech < first for speech in spoken):
            break
        first = place
    return first


def _read_drafts(lines: Sequence[Line], headings: Headings) -> Iterator[Draft]:
    conclusions = find_conclusions(lines, headings)
    section, heading = _first_section(lines, headings)
    voice = Speaker.GOVERNMENT if section is Section.WRITTEN_INFORMATION else None
    for place, line in enumerate(lines):
        named = _section_of(line, headings)
        if place == conclusions:
            section, voice, heading = Section.CONCLUSIONS, None, None
        if named is not None:
            if named is not Section.CONCLUSIONS:
                section, voice = named, Speaker.GOVERNMENT if named is Section.WRITTEN_INFORMATION else None
            heading = None
            continue
        mark = read_mark(line.text, after_lead=True)
        speech = None if mark.item and line.text[:1] in "([" else find_speech(line.rest(mark.length), headings)
        if speech and section in (Section.CONCLUSIONS, Section.CLOSING_STATEMENT) and conclusions is not None:
            section = Section.CLOSING_STATEMENT
        elif (
            speech
            and section is not Section.WRITTEN_INFORMATION
            or speech
            and speech.voice is not Speaker.GOVERNMENT
            or _begins_discussion(section, speech, line, headings)
        ):
            section = Section.DISCUSSION
        if speech:
            voice, heading = speech.voice, speech.label
        elif is_heading_line(line, headings) and not mark.item:
            heading = strip_heading(line.text) if voice is None else heading
            continue
        yield _make_draft(line, section, heading, voice, headings)


def _make_draft(
    line: Line, section: Section | None, heading: str | None, voice: Speaker | None, headings: Headings
) -> Draft:
    mark = read_mark(line.text, after_lead=True)
    span = line.span if mark.item else line.rest(mark.length).span
    special = section is Section.CONCLUSIONS and headings.find_within("special-paragraph", line.folded)
    return Draft(span, mark.number, heading, Section.SPECIAL_PARAGRAPH if special else section, voice=voice)


def _first_section(lines: Sequence[Line], headings: Headings) -> tuple[Section | None, str | None]:
    for line in lines[:1]:
        if headings.measure_opening("written-opening", line.folded):
            return Section.WRITTEN_INFORMATION, None
    return Section.DISCUSSION, None


def _begins_discussion(section: Section | None, speech: Speech | None, line: Line, headings: Headings) -> bool:
    if section is not Section.WRITTEN_INFORMATION or speech is None:
        return False
    return not headings.measure_opening("written-opening", line.folded)


def _section_of(line: Line, headings: Headings) -> Section | None:
    if len(line.folded) > SHORT:
        return None
    name = headings.name_whole("section", line.folded)
    wanted = (Section.WRITTEN_INFORMATION, Section.DISCUSSION, Section.CONCLUSIONS)
    return Section(name) if name in wanted else None
