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
from pipeline.split.runin import is_heading_line
from pipeline.vocabulary import Section, Speaker

_LABEL = re.compile(r"([^–—:.]{3,180}?)(?:\s+[–—-]\s+|\s*[–—]\s*|:\s)(?=[\"“«A-ZÀ-ÝŒ¡¿])")
_SEAT = re.compile(r"(?:(?: [a-zà-ÿ]{1,3}){1,2}[ '’][A-ZÀ-Ý][\w’'-]*)(?: (?:[a-z]{1,3} ){0,2}[A-ZÀ-Ý][\w’'-]*)*")
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
    return seal_passages(document, comment, _read_drafts([_drop_bullet(line) for line in lines], registers.headings))


def find_speech(line: Line, headings: Headings) -> Speech | None:
    """Return the speaker whose words begin with the line (`Government representative (Minister) – …`), or None."""
    folded, skipped = line.folded, headings.measure_opening("interpretation", line.folded)
    opening = folded[skipped:].lstrip(" .–-")
    skipped = len(folded) - len(opening)
    found = headings.name_opening("speaker", opening)
    if found is None:
        return None
    label = _LABEL.match(line.text, skipped)
    end = skipped + found[1]
    seat = _SEAT.match(line.text, end)
    words = label[1] if label else line.text[skipped : seat.end() if seat else end]
    return Speech(_BY_WORD[found[0]], words.strip(" ,."))


def find_conclusions(lines: Sequence[Line], headings: Headings) -> int | None:
    """Return the place of the first line of the Committee's conclusions: heading, last formula, or last own words."""
    headed = [place for place, line in enumerate(lines) if _section_of(line, headings) is Section.CONCLUSIONS]
    if headed:
        return headed[-1]
    spoken = [place for place, line in enumerate(lines) if find_speech(line, headings)]
    first = _first_of_last(_places("conclusion-opening", lines, headings), spoken)
    return first if first is not None else _first_of_last(_places("conclusion-speech", lines, headings), spoken)


def _places(key: str, lines: Sequence[Line], headings: Headings) -> list[int]:
    return [place for place, line in enumerate(lines) if headings.measure_opening(key, line.folded)]


def _first_of_last(places: Sequence[int], spoken: Sequence[int]) -> int | None:
    first = None
    for place in reversed(places):
        if first is not None and any(place < speech < first for speech in spoken):
            break
        first = place
    return first


def _drop_bullet(line: Line) -> Line:
    mark = read_mark(line.text, after_lead=True)
    bullet = mark.item and mark.number is None and line.text[mark.length].isupper()
    return line.rest(mark.length) if bullet else line


@dataclass(frozen=True, slots=True)
class _Floor:
    """Who has the floor in which part of the record."""

    section: Section
    voice: Speaker | None = None
    label: str | None = None


def _read_drafts(lines: Sequence[Line], headings: Headings) -> Iterator[Draft]:
    conclusions = find_conclusions(lines, headings)
    floor = _open_record(lines, headings)
    for place, line in enumerate(lines):
        named = _section_of(line, headings)
        if place == conclusions:
            floor = _Floor(Section.CONCLUSIONS)
        elif named is not None and named is not Section.CONCLUSIONS:
            floor = _Floor(named, Speaker.GOVERNMENT)
        if named is not None:
            continue
        mark = read_mark(line.text, after_lead=True)
        speech = find_speech(line.rest(mark.length), headings) if mark.number is None or not mark.item else None
        if speech:
            floor = _give_floor(floor, speech, line, headings)
            if _is_label(line, speech):
                continue
        elif not mark.item and not line.text.endswith(".") and is_heading_line(line, headings):
            continue
        yield _make_draft(line, floor, headings)


def _give_floor(floor: _Floor, speech: Speech, line: Line, headings: Headings) -> _Floor:
    if floor.section in (Section.CONCLUSIONS, Section.CLOSING_STATEMENT):
        return _Floor(Section.CLOSING_STATEMENT, speech.voice, speech.label)
    written = floor.section is Section.WRITTEN_INFORMATION and headings.measure_opening("written-opening", line.folded)
    return _Floor(floor.section if written else Section.DISCUSSION, speech.voice, speech.label)


def _is_label(line: Line, speech: Speech) -> bool:
    return len(line.text.strip(" .:–—-•")) <= len(speech.label) + 1


def _make_draft(line: Line, floor: _Floor, headings: Headings) -> Draft:
    mark = read_mark(line.text, after_lead=True)
    span = line.span if mark.item else line.rest(mark.length).span
    concluding = floor.section is Section.CONCLUSIONS
    special = concluding and headings.find_within("special-paragraph", line.folded) is not None
    own = floor.label is None and headings.measure_opening("conclusion-speech", line.folded)
    voice = None if concluding or own else floor.voice
    return Draft(span, mark.number, floor.label, Section.SPECIAL_PARAGRAPH if special else floor.section, voice=voice)


def _open_record(lines: Sequence[Line], headings: Headings) -> _Floor:
    written = bool(lines) and headings.measure_opening("written-opening", lines[0].folded)
    return _Floor(Section.WRITTEN_INFORMATION if written else Section.DISCUSSION, Speaker.GOVERNMENT)


def _section_of(line: Line, headings: Headings) -> Section | None:
    if len(line.folded) > SHORT:
        return None
    name = headings.name_whole("section", line.folded)
    wanted = (Section.WRITTEN_INFORMATION, Section.DISCUSSION, Section.CONCLUSIONS)
    return Section(name) if name in wanted else None
