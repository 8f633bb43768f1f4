"""What a printer puts round the text: running heads and feet, page numbers, tabs, file names, tables of contents."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.folding import fold
from pipeline.read.pdf_contents import is_contents_line, is_contents_page
from pipeline.read.pdf_values import Line, PageLines

_EDGE = 0.15
_EDGE_LINES = 4
_BAND = 3.0
_DIGITS = re.compile(r"(?<!no\. )(?<!no )(?<!num\. )(?<!n° )\d+")  # a case's number is no page's
_ROMAN = re.compile(r"\b[ivxlcdm]+\b")
_PAGE_NUMBER = re.compile(
    r"(?:[Pp]\w{2,5}\s)?[-–—\s]*(?:\d{1,4}|[ivxlc]{1,7})(?:\s?(?:/|of|de|sur)\s?\d{1,4})?[-–—\s]*"
)
_FILE_NAME = re.compile(r"\S{4,80}\.(?:docx?|pdf|rtf|indd|wpd|xlsx?)(?:\s+\d{1,4})?")
_DOCUMENT_CODE = re.compile(r"[A-Z]{2,5}[./-]?\d{1,3}(?:st|nd|rd|th)?[/.][\w()./\[\]-]+")


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near the upper or lower edge of a page; `parted` where it or the outermost pair stands by itself."""

    page: int
    place: int
    zone: str
    line: Line
    parted: bool

    @property
    def band(self) -> tuple[str, int]:
        """The place that a running head keeps from page to page."""
        return self.zone, round(self.line.base / _BAND)


def find_furniture(pages: Sequence[PageLines]) -> tuple[frozenset[int], ...]:
    """Return for each page which of its lines, by their places in it, are furniture."""
    found = [_alone(page) for page in pages]
    edges = [edge for number, page in enumerate(pages) for edge in _edges(number, page)]
    size = median(line.size for page in pages for line in page.lines) if any(page.lines for page in pages) else 0.0
    repeated = _repeated(edges)
    running = _in_running_places(edges, repeated, len(pages))
    for edge in (*repeated, *running, *_small_heads(edges, len(pages), size)):
        found[edge.page].add(edge.place)
    return tuple(map(frozenset, found))


def is_label(text: str) -> bool:
    """Say whether a line at a page's edge is a page number, a file's name or a document's code."""
    return any(rule.fullmatch(text) for rule in (_PAGE_NUMBER, _FILE_NAME, _DOCUMENT_CODE))


def _alone(page: PageLines) -> set[int]:
    """Return the lines that their own page shows to be furniture."""
    if is_contents_page(page.lines):
        return set(range(len(page.lines)))
    return {
        place
        for place, line in enumerate(page.lines)
        if line.turned
        or is_contents_line(line.text)
        or _FILE_NAME.fullmatch(line.text)
        or (_zone(line, page) and is_label(line.text))
    }


def _zone(line: Line, page: PageLines) -> str:
    if line.base > (1 - _EDGE) * page.height:
        return "head"
    return "foot" if line.base < _EDGE * page.height else ""


def _edges(number: int, page: PageLines) -> Iterator[_Edge]:
    """Give the outermost lines of a page, from its edges inwards."""
    upright = sorted(
        ((place, line) for place, line in enumerate(page.lines) if not line.turned), key=lambda pair: -pair[1].base
    )
    for zone, outermost in (("head", upright[: _EDGE_LINES + 1]), ("foot", upright[::-1][: _EDGE_LINES + 1])):
        rows = [(place, line) for place, line in outermost if _zone(line, page) == zone][:_EDGE_LINES]
        gaps = [True, *(_parts(outermost, depth) for depth in range(len(rows) + 1))]
        for depth, (place, line) in enumerate(rows):
            alone = gaps[depth] and gaps[depth + 1]
            of_two = depth < 2 and not gaps[1] and gaps[2]
            yield _Edge(number, place, zone, line, (alone or of_two) and not line.note)


def _parts(outermost: Sequence[tuple[int, Line]], depth: int) -> bool:
    """Say whether a line and the next one inwards differ in size or stand further apart than lines of a text do."""
    if depth + 1 >= len(outermost):
        return True
    line, inner = outermost[depth][1], outermost[depth + 1][1]
    return abs(line.base - inner.base) > 1.6 * max(line.size, inner.size) or abs(line.size - inner.size) > 0.4


def _key(text: str) -> str:
    return _ROMAN.sub("#", _DIGITS.sub("#", fold(text)))


def _repeated(edges: Sequence[_Edge]) -> list[_Edge]:
    """Return the lines that stand at one place of two pages or more with the same words, numbers apart."""
    kin: dict[tuple[str, int, str], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if edge.parted:
            kin[(*edge.band, _key(edge.line.text))].append(edge)
    return [edge for group in kin.values() if len({edge.page for edge in group}) > 1 for edge in group]


def _in_running_places(edges: Sequence[_Edge], repeated: Sequence[_Edge], count: int) -> list[_Edge]:
    """Return the lines that stand where running heads and feet do, with other words: a chapter of one page."""
    running = Counter(edge.band for edge in repeated)
    sizes = {edge.band: edge.line.size for edge in repeated}
    return [
        edge
        for edge in edges
        if edge.parted and running[edge.band] >= max(3, 0.2 * count) and edge.line.size < sizes[edge.band] + 0.6
    ]


def _small_heads(edges: Sequence[_Edge], count: int, size: float) -> list[_Edge]:
    """Return the small print that stands alone at one place at the head of most pages, whatever its words."""
    small = [edge for edge in edges if edge.zone == "head" and edge.parted and edge.line.size < size - 0.4]
    pages = Counter(edge.band for edge in small)
    return [edge for edge in small if pages[edge.band] >= max(2, 0.6 * count)]
