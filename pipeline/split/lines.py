"""The lines of a document as the splitters read them: span, words, and the words folded once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.folding import fold
from pipeline.gazetteers.headings import Headings
from pipeline.records import Block, Document, Span
from pipeline.vocabulary import BlockKind

SHORT = 160
_READ = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.FURNITURE)
_FILE_NAME = re.compile(r"\d{4}[-_ ]\w[\w ]*-(?:\w+-)?c?\d*-?(?:en|fr|sp|es)(?:\.docx?)?")
_YEAR = r"(?:\d{1,2}[.)] *)?(?:19|20)\d\d"
_YEARS = re.compile(rf"[•\- ]*{_YEAR}(?:[, ]+{_YEAR})*")


@dataclass(frozen=True, slots=True)
class Line:
    """A block that is neither table nor footnote, with its words as `fold` leaves them."""

    span: Span
    text: str
    folded: str
    kind: BlockKind

    def rest(self, skipped: int) -> "Line":
        """Return the line without its first characters and the blanks that follow them."""
        kept = self.text[skipped:].lstrip()
        start = self.span.end - len(kept)
        return Line(Span(start, self.span.end), kept, self.folded[len(self.folded) - len(kept) :], self.kind)


def read_lines(document: Document, within: Span | None = None) -> tuple[Line, ...]:
    """Return the lines of the document, or of a part of it, in order; the words are stripped of outer blanks."""
    blocks: Sequence[Block] = document.blocks
    if within is not None:
        first = bisect_left(blocks, within.start, key=lambda block: block.span.start)
        blocks = blocks[first : bisect_right(blocks, within.end, lo=first, key=lambda block: block.span.end)]
    lines = (_read_line(document, block.span, block.kind) for block in blocks if block.kind in _READ)
    return tuple(line for line in lines if line.text)


def read_first_lines(document: Document, count: int) -> tuple[Line, ...]:
    """Return the lines among the first blocks of the document, which is all that recognising needs."""
    blocks = document.blocks[:count]
    return read_lines(document, Span(blocks[0].span.start, blocks[-1].span.end)) if blocks else ()


def _read_line(document: Document, span: Span, kind: BlockKind) -> Line:
    text = span.cut(document.text)
    start = span.start + len(text) - len(text.lstrip())
    text = text.strip()
    return Line(Span(start, start + len(text)), text, fold(text), kind)


def page_of(document: Document, offset: int) -> int:
    """Return the page (from 1) on which the character at the offset stands."""
    return max(1, bisect_right(document.pages, offset, key=lambda page: page.start))


def is_chrome(line: Line, headings: Headings) -> bool:
    """Say whether the line belongs to the page and not to the text: banner, crumb, display line, list of comments."""
    if line.kind is BlockKind.FURNITURE:
        return True
    folded = line.folded
    if len(folded) > 2 * SHORT:
        return False
    return (
        headings.is_whole("chrome", folded)
        or is_noise(line, headings)
        or any(headings.measure_opening(key, folded) for key in ("chrome-opening", "display", "other-comments"))
        or _is_previous_comment(folded, headings)
    )


def is_comment_list(line: Line, headings: Headings) -> bool:
    """Say whether the line is a group word or a bare year of the list of other comments."""
    if len(line.folded) > SHORT:
        return False
    if headings.name_whole("type", line.folded) is not None:
        return True
    group = headings.name_opening("type", line.folded)
    return _YEARS.fullmatch(line.folded[group[1] if group else 0 :].strip(" :")) is not None


def is_noise(line: Line, headings: Headings) -> bool:
    """Say whether the line is left over from a file: a file name, a form mark, the word TEXT, a row of stars."""
    if len(line.folded) > SHORT:
        return False
    if headings.is_whole("noise", line.folded) or _FILE_NAME.fullmatch(line.folded):
        return True
    return not any(map(str.isalnum, line.text))


def cut_footer(lines: Iterable[Line], headings: Headings) -> tuple[Line, ...]:
    """Return the lines up to the copyright line at the foot of the page."""
    kept: list[Line] = []
    for line in lines:
        if kept and len(line.folded) <= 2 * SHORT and headings.measure_opening("footer", line.folded):
            break
        kept.append(line)
    return tuple(kept)


def _is_previous_comment(folded: str, headings: Headings) -> bool:
    length = headings.measure_opening("previous-comment", folded)
    return bool(length) and len(folded) <= SHORT and folded[length:].lstrip()[:1] in ("", ":")
