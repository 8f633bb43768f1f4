"""The lists that reports print: which States, under which Conventions, for which reason. They are not comments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.citations import find_countries
from pipeline.folding import fold
from pipeline.gazetteers.countries import NameSort, find_country
from pipeline.gazetteers.registers import Registers
from pipeline.records import Block, Document, Span
from pipeline.split.lines import SHORT, Line
from pipeline.split.report_headings import GENERAL_REPORT, Mark, read_divider
from pipeline.vocabulary import BlockKind, ListKind

_NUMBER = re.compile(r"(?<![\d(/.])(\d{1,3})(?![\d/]|\.\d|\)?(?:st|nd|rd|th|e)\b)")
_GROUP = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_ITEM_COUNTER = re.compile(r"^ *\d{1,3}\. +")
_PART = re.compile(r"[A-ZÀ-Þ][^,;:()\[\]\d\n\t]{2,40}?(?=\s*(?:[,;:()\[\].\n\t–-]|$|\s\d|\s[a-zé]{1,3}\s))")
_SHARE = 0.45
_FOLLOWING = 400
_LONGEST_ENTRY = 3_000


_AT_THE_END = (ListKind.DIRECT_REQUESTS, ListKind.REPLIES_NOTED)


@dataclass(frozen=True, slots=True)
class ReportList:
    """A printed list: its kind, each State with the Conventions printed beside it, and where it stands."""

    kind: ListKind
    entries: tuple[tuple[str, tuple[str, ...]], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class _Lead:
    """The sentence that announces a list; `chapter` is the Convention whose chapter it closes."""

    kind: ListKind
    start: int
    chapter: tuple[str, ...]


def read_lists(document: Document, registers: Registers) -> tuple[ReportList, ...]:
    """Return the lists of a report in order: sentences, lines or tables that follow a sentence which announces them."""
    return tuple(_Reading(document, registers).read())


def is_list_line(line: Line, registers: Registers) -> bool:
    """Say whether a line has nothing but States, Conventions and years, or the head of such a table."""
    if is_list_head(line.text, registers):
        return True
    if len(line.text) <= SHORT and registers.headings.measure_opening("member", line.folded):
        return "(" in line.text or line.text.endswith(";")
    return _is_entry(line.text, registers)


def is_list_head(text: str, registers: Registers) -> bool:
    """Say whether the words are the head of a table of States and Conventions."""
    return len(text) <= SHORT and registers.headings.measure_opening("list-head", fold(text)) > 0


class _Reading:
    """The blocks of a document, read for lists."""

    def __init__(self, document: Document, registers: Registers) -> None:
        self.document = document
        self.registers = registers
        self.chapter: tuple[str, ...] = ()
        self.kinds: tuple[ListKind, ...] = tuple(ListKind)

    def read(self) -> Iterator[ReportList]:
        """Yield each list where its last block has been seen."""
        lead: _Lead | None = None
        entries: list[tuple[str, tuple[str, ...]]] = []
        end = 0
        for block in self.document.blocks:
            if block.kind in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
                continue
            text = block.span.cut(self.document.text)
            if lead and self._continues(block, text):
                entries += _read_block(block, text, lead.chapter)
                end = block.span.end
                continue
            if lead and entries:
                yield ReportList(lead.kind, _merge(entries), Span(lead.start, end))
            lead, entries, end = self._open(block, text)
        if lead and entries:
            yield ReportList(lead.kind, _merge(entries), Span(lead.start, end))

    def _open(self, block: Block, text: str) -> tuple[_Lead | None, list[tuple[str, tuple[str, ...]]], int]:
        folded = fold(text)
        if block.kind is not BlockKind.TABLE and len(text) <= SHORT and text.strip():
            self._note_heading(block, text)
        found = None if block.kind is BlockKind.TABLE else self._find_lead(folded)
        if found is None:
            return None, [], 0
        kind, end = found
        lead = _Lead(kind, block.span.start, self.chapter if kind in _AT_THE_END else ())
        return lead, read_entries(text[end:], lead.chapter), block.span.end

    def _note_heading(self, block: Block, text: str) -> None:
        """Note the chapter a heading opens; below countries and Conventions only the lists at their end are lists."""
        divider = read_divider(Line(block.span, text.strip(), fold(text.strip()), block.kind), self.registers)
        if divider.mark is Mark.CHAPTER:
            self.chapter = divider.codes
        elif divider.mark is Mark.PART or (divider.codes and not divider.ratified):
            self.chapter = ()
        if divider.mark is Mark.PART and divider.part != "half":
            self.kinds = tuple(ListKind) if divider.part == GENERAL_REPORT else _AT_THE_END
        elif divider.ratified:
            self.kinds = _AT_THE_END

    def _find_lead(self, folded: str) -> tuple[ListKind, int] | None:
        """Return the kind of list that a paragraph announces, and where its words for the list end."""
        headings = self.registers.headings
        colon = folded.rfind(":", 0, _FOLLOWING * 2)
        low = max(0, (colon if colon >= 0 else len(folded)) - _FOLLOWING)
        told = headings.find_within("list-lead", folded, low)
        if told is None and colon < 0:
            return None
        for kind in self.kinds:
            found = headings.find_within(f"list.{kind}", folded, low)
            if found is None:
                continue
            colon = folded.find(":", max(found.end(), told.end() if told else 0))
            if told or colon >= 0:
                return kind, (colon + 1 if colon >= 0 else max(found.end(), told.end() if told else 0))
        return None

    def _continues(self, block: Block, text: str) -> bool:
        if block.kind is BlockKind.TABLE or is_list_head(text, self.registers):
            return True
        return block.kind is not BlockKind.HEADING and _is_entry(text, self.registers)


def read_entries(text: str, chapter: Sequence[str] = ()) -> list[tuple[str, tuple[str, ...]]]:
    """Return the States of a printed list with their Conventions: `Convention No. 87 (Chad)` or `Chad (Nos 29, 87)`."""
    groups = [group for group in _GROUP.finditer(text) if _states(group[1])]
    outside = _states(_GROUP.sub(" ", text))
    if groups and len(outside) < len(groups):
        return [
            entry
            for group, before in zip(groups, _gaps(text, groups), strict=True)
            for entry in _pair(group[1], before)
        ]
    named = _find_states(text)
    ends = [*(span.start for span, _ in named[1:]), len(text)][: len(named)]
    return [
        (state, _codes(text[span.end : end]) or tuple(chapter)) for (span, state), end in zip(named, ends, strict=True)
    ]


def _read_block(block: Block, text: str, chapter: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    if block.kind is not BlockKind.TABLE:
        return read_entries(_ITEM_COUNTER.sub("", text), chapter)
    return [entry for row in text.split("\n") for entry in read_entries(row.replace("\t", " : "), chapter)]


def _pair(states: str, before: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(state, _codes(before)) for state in _states(states)]


def _gaps(text: str, groups: Sequence[re.Match[str]]) -> list[str]:
    starts = [0, *(group.end() for group in groups[:-1])]
    return [text[start : group.start()] for start, group in zip(starts, groups, strict=True)]


def _states(text: str) -> list[str]:
    return [state for _, state in _find_states(text)]


def _find_states(text: str) -> list[tuple[Span, str]]:
    """Return the States a list names, also those whose names are mostly something else in running text."""
    named = [(m.span, m.iso3) for m in find_countries(text) if m.sort is not NameSort.ADJECTIVE]
    for part in _PART.finditer(text):
        span = Span(*part.span())
        country = None if any(s.start < span.end and span.start < s.end for s, _ in named) else find_country(part[0])
        if country:
            named.append((span, country.iso3))
    return sorted(named)


def _codes(text: str) -> tuple[str, ...]:
    numbers = (int(number) for number in _NUMBER.findall(text.replace("MLC, 2006", "186").replace("MLC", "186")))
    return tuple(dict.fromkeys(f"C{number:03}" for number in numbers if 1 <= number <= 192))


def _merge(entries: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    merged: dict[str, tuple[str, ...]] = {}
    for state, codes in entries:
        merged[state] = tuple(dict.fromkeys((*merged.get(state, ()), *codes)))
    return tuple(merged.items())


def _is_entry(text: str, registers: Registers) -> bool:
    """Say whether States, numbers and the words that list them are nearly all there is."""
    words = _ITEM_COUNTER.sub("", text).strip(" •·–—-;,.")
    if not words or len(words) > _LONGEST_ENTRY:
        return False
    mentions = _find_states(words)
    if not mentions:
        return bool(registers.headings.measure_opening("joint-list", fold(words))) and len(words) <= SHORT
    if registers.headings.find_within("finite-verb", fold(words)):
        return False
    named = sum(len(span) for span, _ in mentions)
    listed = len(re.findall(r"[\d,;:()\[\]–-]", words))
    opens = mentions[0][0].start == 0
    return (opens and len(words) <= SHORT) or (named + listed) / len(words) >= _SHARE
