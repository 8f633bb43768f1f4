"""Reports by country and Convention → chapters: the one grammar of expert observations and Conference cases.

Until 2002 a chapter is a Convention and the countries stand below it with the year of ratification; from 2003 the
countries stand first and each has its Conventions below, several where one text is about several.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.gazetteers.headings import Headings
from pipeline.gazetteers.registers import Registers
from pipeline.split.lines import SHORT, Line
from pipeline.split.report_headings import GENERAL_REPORT, Divider, Mark, read_dividers
from pipeline.split.runin import is_heading_line
from pipeline.split.titles import Title
from pipeline.vocabulary import BlockKind

APPENDIX, SERIOUS_FAILURE = "appendix", "serious-failure"
_WHOLE = (SERIOUS_FAILURE, GENERAL_REPORT)
_SILENT = (APPENDIX, *_WHOLE)
_RUNNING_HEAD = 4
_BY_COUNTRY = ("obligations", "submission")
_PROSE = 60


@dataclass(frozen=True, slots=True)
class Chapter:
    """A text of a report: the part it stands in, its printed titles, and its lines without them."""

    part: str | None
    titles: tuple[Title, ...]
    top: Line
    body: tuple[Line, ...]
    is_general: bool = False

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries it is addressed to."""
        return tuple(dict.fromkeys(title.country for title in self.titles if title.country))

    @property
    def codes(self) -> tuple[str, ...]:
        """The Conventions it is about."""
        return tuple(dict.fromkeys(title.code for title in self.titles if title.code))


def cut_chapters(lines: Sequence[Line], registers: Registers) -> tuple[Chapter, ...]:
    """Return the texts of a report in order; lists of States, appendices and what stands before them are none."""
    dividers = read_dividers(lines, registers)
    reading = _Reading(dividers, registers.headings)
    for place in range(len(dividers)):
        reading.read(place)
    reading.close()
    return tuple(reading.chapters)


@dataclass(slots=True)
class _Open:
    """A text that is being read."""

    titles: list[Title]
    top: Line
    body: list[Line] = field(default_factory=list)
    is_general: bool = False


class _Reading:
    """What the lines so far mean for the next one."""

    def __init__(self, dividers: Sequence[Divider], headings: Headings) -> None:
        self.dividers = dividers
        self.headings = headings
        self.by_chapter = any(d.country and d.ratified and not d.codes for d in dividers)
        self.chapters: list[Chapter] = []
        self.part: str | None = None
        self.part_lines = Counter(d.line.folded for d in dividers if d.mark is Mark.PART)
        self.parts_read: dict[str, int] = {}
        self.prose = 0
        self.chapter: Title | None = None
        self.country: Title | None = None
        self.open: _Open | None = None

    def read(self, place: int) -> None:
        """Take one line."""
        divider = self.dividers[place]
        if divider.mark is Mark.PART:
            self._take_part(divider)
        elif divider.mark is Mark.LIST and self.part not in _WHOLE:
            self.close()
        elif self.part not in _SILENT and self._take_heading(place, divider):
            return
        elif divider.mark is not Mark.SEPARATOR and not (divider.is_furniture and divider.titles):
            self._take_body(divider.line)

    def close(self) -> None:
        """End the text that is being read; headings at its end belong to what follows."""
        text, self.open = self.open, None
        if text is None:
            return
        while text.body and self._is_heading(text.body[-1]):
            text.body.pop()
        if text.body:
            self.chapters.append(Chapter(self.part, tuple(text.titles), text.top, tuple(text.body), text.is_general))

    def _take_part(self, divider: Divider) -> None:
        words, part = divider.line.folded, divider.part
        if part in ("half", self.part) or self._is_running_head(words):
            return
        self.close()
        self.parts_read[words] = self.prose
        self.part, self.chapter, self.country = part, None, None
        if part in _WHOLE:
            self.open = _Open([Title(divider.line.text)], divider.line)

    def _is_running_head(self, words: str) -> bool:
        return self.part_lines[words] >= _RUNNING_HEAD and self.prose > self.parts_read.get(words, self.prose)

    def _take_heading(self, place: int, divider: Divider) -> bool:
        if divider.mark is Mark.GENERAL:
            self.close()
            self.open = _Open([self.chapter] if self.chapter else [], divider.line, is_general=True)
            return True
        if divider.mark is Mark.CHAPTER and self.open is not None and self._names_lost_country():
            self.chapter = divider.titles[0]
            self.open.titles = [self.chapter, *(title for title in self.open.titles if title.country)]
            return True
        if divider.mark is Mark.CHAPTER and self._opens_chapter(place):
            self.close()
            self.chapter, self.country = divider.titles[0], None
            return True
        return divider.mark is Mark.TITLES and self._take_titles(place, divider)

    def _names_lost_country(self) -> bool:
        """Say whether a country was taken for a running head and so stands above the chapter that it belongs to."""
        return self.open is not None and not self.open.body and self.open.top.kind is BlockKind.FURNITURE

    def _take_titles(self, place: int, divider: Divider) -> bool:
        if divider.country:
            if not self._opens_country(place, divider):
                return False
            self.close()
            self.country = divider.country
            self.open = _Open([*self._inherited(divider), *divider.titles], divider.line)
            return True
        if self.open is not None and not self.open.body:
            self.open.titles.extend(divider.titles)
            return True
        if not divider.codes:
            return False
        if self.by_chapter and self._opens_chapter(place):
            self.close()
            self.chapter, self.country = divider.titles[0], None
            return True
        return self._take_convention(place, divider)

    def _take_convention(self, place: int, divider: Divider) -> bool:
        """Begin another text on the same country, where the Convention is not a heading inside the text."""
        named = {title.code for title in self.open.titles} if self.open else set()
        following = self._next(place)
        dated = divider.ratified or (following is not None and following.ratified and not following.codes)
        if self.country is None or (not dated and set(divider.codes) <= named):
            return False
        self.close()
        country = Title("", None, self.country.country)
        self.open = _Open([country, *divider.titles], divider.line)
        return True

    def _take_body(self, line: Line) -> None:
        self.prose += len(line.text) > SHORT
        if self.open is not None:
            self.open.body.append(line)

    def _inherited(self, divider: Divider) -> list[Title]:
        return [self.chapter] if self.chapter and not divider.codes else []

    def _opens_chapter(self, place: int) -> bool:
        following = self._next(place)
        return (
            self.by_chapter
            and following is not None
            and (following.mark in (Mark.GENERAL, Mark.LIST) or bool(following.country))
        )

    def _opens_country(self, place: int, divider: Divider) -> bool:
        """Tell the heading of a text from a country that stands on a line of a list."""
        if divider.ratified or divider.codes:
            return True
        following = self._next(place)
        if following is None or following.country:
            return False
        if following.mark is Mark.TITLES:
            return True
        speaks = following.mark is Mark.BODY and len(following.line.text) >= _PROSE
        if divider.is_furniture:
            repeated = self.country is not None and divider.country == self.country
            return speaks and self.part in _BY_COUNTRY and not repeated
        return speaks and (self.part in _BY_COUNTRY or self.chapter is None or not self.by_chapter)

    def _next(self, place: int) -> Divider | None:
        return next(self._after(place), None)

    def _after(self, place: int) -> Iterator[Divider]:
        for following in range(place + 1, min(place + 4, len(self.dividers))):
            if self.dividers[following].mark is not Mark.SEPARATOR:
                yield self.dividers[following]

    def _is_heading(self, line: Line) -> bool:
        return line.kind is BlockKind.HEADING or is_heading_line(line, self.headings)
