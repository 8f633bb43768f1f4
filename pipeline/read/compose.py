"""From printed units to one text: the only place where offsets are made."""

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.records import Block, Span
from pipeline.vocabulary import BlockKind


@dataclass(frozen=True, slots=True)
class Printed:
    """A unit before it has a place: `turns` are (offset in `text`, page) where a later page begins."""

    kind: BlockKind
    text: str
    page: int = 1
    level: int | None = None
    size: float | None = None
    bold: bool = False
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """The one text, its blocks, and the span of each page (page n is `pages[n - 1]`)."""

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Span, ...]


def compose_text(units: Iterable[Printed], page_count: int = 1) -> Composed:
    """Join units by newlines, leaving out empty ones, and say where blocks and pages lie."""
    parts: list[str] = []
    blocks: list[Block] = []
    starts: dict[int, int] = {}
    offset = 0
    for unit in units:
        if not unit.text:
            continue
        span = Span(offset, offset + len(unit.text))
        blocks.append(Block(unit.kind, span, unit.page, unit.level, unit.size, unit.bold))
        starts.setdefault(unit.page, offset)
        for within, page in unit.turns:
            starts.setdefault(page, offset + within)
        parts.append(unit.text)
        offset = span.end + 1
    text = "\n".join(parts)
    return Composed(text, tuple(blocks), _page_spans(starts, max(page_count, *starts, 1), len(text)))


def _page_spans(starts: dict[int, int], count: int, length: int) -> tuple[Span, ...]:
    edges = [length] * (count + 1)
    for page in range(count, 0, -1):
        edges[page - 1] = min(starts.get(page, edges[page]), edges[page])
    edges[0] = 0
    return tuple(Span(first, last) for first, last in zip(edges, edges[1:], strict=False))
