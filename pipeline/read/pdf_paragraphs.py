"""From the lines of a page to its paragraphs and headings, by room, indents, looks and the sense of the sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.read.joining import ends_sentence, opens_item, runs_on
from pipeline.read.pdf_style import Frame, Style, measure_frames
from pipeline.read.pdf_values import Line

_BIGGER = 1.12
_WIDE_GAP = 1.22
_WIDEST_GAP = 1.65
_INDENT = 0.8
_FAIR_GUESS = 1.15
_LONGEST_GUESS = 1.5
_HEADING_LENGTH = 260
_HEADING_LINES = 5
_SENTENCE_LENGTH = 90
_LETTER = re.compile(r"[^\W\d_]")
_LOWER = re.compile(r"[(\"'“‘«\s]*[a-zà-öø-ÿœ]")
_LINK_WORD = re.compile(r"(?:\s[a-zà-ÿ]{1,3}|[,-])$")
_ENDS_INNER = re.compile(r"[a-zà-ÿ]{2}[.;]\s")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together on one page."""

    lines: tuple[Line, ...]
    page: int
    heading: bool

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def indent(self) -> float | None:
        """How far its first line stands in from the others; None where it has one line."""
        return self.lines[0].left - self.lines[1].left if len(self.lines) > 1 else None


def build_paragraphs(lines: Sequence[Line], page: int, style: Style) -> list[Paragraph]:
    """Part the lines of a page's text, in reading order, into paragraphs and headings."""
    frames = measure_frames(lines, style)
    parts: list[list[Line]] = []
    for line in lines:
        if parts and not _begins(parts[-1], line, frames[parts[-1][-1].column], style):
            parts[-1].append(line)
        else:
            parts.append([line])
    return [Paragraph(tuple(part), page, _is_heading(part, style)) for part in parts]


def _begins(part: Sequence[Line], line: Line, frame: Frame, style: Style) -> bool:
    """Say whether a line begins something new."""
    last = part[-1]
    if _changes_look(part, line, style):
        return True
    if line.column != last.column:
        return not runs_on(last.text, line.text)
    goes_on = not ends_sentence(last.text)
    full = _is_full(part, line, frame, _LONGEST_GUESS if goes_on else _FAIR_GUESS)
    if opens_item(line.text) and not (full and goes_on):
        return True
    if _is_apart(last, line, style, allowed=_WIDEST_GAP if full and goes_on and _LOWER.match(line.text) else _WIDE_GAP):
        return True
    if not full:
        return not (goes_on and (_LOWER.match(line.text) or _LINK_WORD.search(last.text[-5:])))
    return not goes_on and _changes_indent(part, line)


def _changes_look(part: Sequence[Line], line: Line, style: Style) -> bool:
    last = part[-1]
    if abs(last.size - line.size) > 0.08 * style.size:
        return True
    if last.bold == line.bold:
        return False
    return not line.opens_bold if last.bold else not runs_on(last.text, line.text)


def _is_apart(last: Line, line: Line, style: Style, *, allowed: float) -> bool:
    usual = style.leading * max(1.0, line.size / style.size)
    gap = last.base - line.base
    return gap < 0 or gap > allowed * usual


def _is_full(part: Sequence[Line], line: Line, frame: Frame, guess: float) -> bool:
    """Say whether the first word of a line would not have fitted on the line above: the line was turned by need."""
    last = part[-1]
    if last.text.endswith(("-", "\u00ad")):
        return True
    wide = last.right - last.left > 0.4 * (frame.right - frame.left)
    if wide and any(abs(other.right - last.right) < 1.5 for other in (line, *part[-2:-1])):
        return True
    word = line.text.split(" ", 1)[0]
    letter = (line.right - line.left) / max(len(line.text), 1)
    return frame.right - last.right < guess * (len(word) + 1) * letter


def _changes_indent(part: Sequence[Line], line: Line) -> bool:
    """Say whether a line steps in or out against the lines above; the second line of an item may hang."""
    edge = part[1].left if len(part) > 1 else part[0].left
    step = _INDENT * line.size
    if line.left > edge + step:
        return not (len(part) == 1 and opens_item(part[0].text))
    return len(part) > 1 and line.left < edge - step


def _is_heading(part: Sequence[Line], style: Style) -> bool:
    text = " ".join(line.text for line in part)
    if len(part) > _HEADING_LINES or len(text) > _HEADING_LENGTH or not _LETTER.search(text):
        return False
    if len(text) > _SENTENCE_LENGTH and (_ENDS_INNER.search(text) or text.endswith((".", ";", ":"))):
        return False
    if part[0].size >= _BIGGER * style.size or all(line.bold for line in part) or _is_title_in_bold(part):
        return True
    return _is_capitals(text) and len(text) <= _SENTENCE_LENGTH and not text.endswith((".", ";", ","))


def _is_title_in_bold(part: Sequence[Line]) -> bool:
    """Say whether bold words end in plain brackets, as a title with its ratification does."""
    return all(line.bold for line in part[:-1]) and part[-1].opens_bold and part[-1].text.endswith(")")


def _is_capitals(text: str) -> bool:
    return text == text.upper() and len(_LETTER.findall(text)) >= 4 and " " in text.strip() or _is_capital_word(text)


def _is_capital_word(text: str) -> bool:
    return len(text) >= 5 and text.isalpha() and text.isupper()
