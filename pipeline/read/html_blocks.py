"""The elements of a web page → printed units, in the order of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborNode

from pipeline.clean import clean_text, normalise_newlines
from pipeline.gazetteers.furniture import Furniture
from pipeline.read.compose import Printed
from pipeline.read.html_tables import find_layout_tables, is_data_table, print_table
from pipeline.read.text import print_pages
from pipeline.vocabulary import BlockKind

_UNPRINTED = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object", "select", "option",
     "datalist", "textarea", "input", "audio", "video", "canvas", "-comment", "!doctype"}
)  # fmt: skip
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
     "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
     "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
     "tfoot", "th", "thead", "tr", "ul", "button", "br"}
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset({"b", "strong"})
_CHROME_TAGS = frozenset({"nav", "footer", "button"})
_CHROME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar"})
_CHROME_NAMES = re.compile(
    r"(?i)(?:^|[\s_-])(?:bread-?crumbs?|nav|navbar|navigation|menu|submenu|footer|site-?header|t-header|t-footer|"
    r"skip-?links?|skip-?nav|cookies?|cookie-?banner|share|sharing|social|toolbar|u-hidden|d-none|hidden|sr-only|"
    r"visually-?hidden|u-visuallyhidden)(?:$|[\s_-])"
)
_NOTE_NAMES = re.compile(
    r"(?i)(?:^|\s)(?:footnotes?|endnotes?|footnote-?text|msofootnotetext|msoendnotetext|ftn\d+|edn\d+)(?:$|\s)"
)
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_DISPLAY_BLOCK = re.compile(r"(?i)display\s*:\s*(?:block|list-item|table-row)")
_BOLD_STYLE = re.compile(r"(?i)font-weight\s*:\s*(?:bold|[6-9]00)")
_LONGEST_HEADING = 150
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NOTE_MARK = re.compile(r"\[?\(?\d{1,3}\)?\]?$")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the page a text stands."""

    level: int | None = None
    chrome: bool = False
    note: bool = False
    bold: bool = False
    main: bool = False
    raw: bool = False


@dataclass(slots=True)
class _Line:
    """The block that is being filled."""

    pieces: list[str] = field(default_factory=list)
    places: list[_Place] = field(default_factory=list)
    opens_with_mark: bool = False


def print_blocks(body: LexborNode, furniture: Furniture) -> Iterator[Printed]:
    """Yield one unit for each block-level element, line and data table; hidden elements are not printed."""
    whole = len(body.text())
    layout = find_layout_tables(body)
    line = _Line()
    stack: list[tuple[LexborNode | None, _Place]] = [(body, _Place())]
    while stack:
        node, place = stack.pop()
        if node is None:
            yield from _close(line, furniture)
            line = _Line()
            continue
        tag = node.tag
        if tag == "-text":
            _add_text(line, node.text_content or "", place)
            continue
        if tag is None or tag in _UNPRINTED or _is_hidden(node):
            continue
        if tag == "sup" and _add_mark(line, node, place):
            continue
        if tag == "table" and node.mem_id not in layout and is_data_table(node, furniture):
            stack += [(None, place)]
            yield from _close(line, furniture)
            yield from print_table(node, _kind_of(place))
            line = _Line()
            continue
        block = tag in _BLOCKS or _DISPLAY_BLOCK.search(node.attributes.get("style") or "") is not None
        inner = _place_within(node, tag, place, whole)
        if block:
            stack.append((None, place))
        stack.extend((child, inner) for child in reversed(list(node.iter(include_text=True))))
        if block:
            yield from _close(line, furniture)
            line = _Line()
    yield from _close(line, furniture)


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))


def _place_within(node: LexborNode, tag: str, place: _Place, whole: int) -> _Place:
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    style = attributes.get("style") or ""
    return replace(
        place,
        level=_HEADINGS.get(tag, place.level),
        chrome=place.chrome or _is_chrome(node, tag, names, place, whole),
        note=place.note or (tag in _BLOCKS and bool(_NOTE_NAMES.search(names))),
        bold=place.bold or tag in _BOLD or bool(style and _BOLD_STYLE.search(style)),
        main=place.main or tag in {"main", "article"},
        raw=place.raw or tag == "pre",
    )


def _is_chrome(node: LexborNode, tag: str, names: str, place: _Place, whole: int) -> bool:
    if tag in _CHROME_TAGS or (node.attributes.get("role") or "") in _CHROME_ROLES:
        return True
    if tag == "header":
        return not place.main and node.css_first("h1, main, article") is None
    if tag in {"body", "main", "article", "form", "html"} or not _CHROME_NAMES.search(names):
        return False
    return len(node.text()) * 2 < whole and node.css_first("main, article, h1") is None


def _add_text(line: _Line, text: str, place: _Place) -> None:
    text = text.strip("\n") if place.raw else _BLANKS.sub(" ", text)
    if text.strip() or line.pieces:
        line.pieces.append(text)
        line.places.append(place if text.strip() else replace(place, bold=True))


def _add_mark(line: _Line, node: LexborNode, place: _Place) -> bool:
    """Leave out the mark of a footnote, but keep the number a note begins with; False for other raised letters."""
    mark = clean_text(node.text())
    if not _NOTE_MARK.match(mark):
        return False
    before = next((piece.rstrip() for piece in reversed(line.pieces) if piece.strip()), "")
    if not before:
        line.opens_with_mark = True
        _add_text(line, f"{mark.strip('()[]')} ", place)
        return True
    return not before[-1].isdigit()


def _close(line: _Line, furniture: Furniture) -> Iterator[Printed]:
    raw = "".join(line.pieces)
    if not raw.strip():
        return
    if any(place.raw for place in line.places) and "\n" in raw:
        yield from print_pages([normalise_newlines(raw)])
        return
    for text in map(clean_text, raw.split("\n")):
        if text:
            yield _print_line(text, line, furniture)


def _print_line(text: str, line: _Line, furniture: Furniture) -> Printed:
    place = next((place for piece, place in zip(line.pieces, line.places, strict=True) if piece.strip()), _Place())
    bold = all(place.bold for place in line.places)
    header = furniture.is_header(text)
    if (place.chrome and not header) or furniture.is_furniture(text):
        return Printed(BlockKind.FURNITURE, text)
    if place.note or line.opens_with_mark:
        return Printed(BlockKind.FOOTNOTE, text)
    if place.level is not None:
        return Printed(BlockKind.HEADING, text, level=place.level, bold=bold)
    if bold and len(text) <= _LONGEST_HEADING and text[-1] not in ".;,:!?" and not header:
        return Printed(BlockKind.HEADING, text, bold=True)
    return Printed(BlockKind.PARAGRAPH, text, bold=bold)


def _kind_of(place: _Place) -> BlockKind:
    return BlockKind.FURNITURE if place.chrome else BlockKind.TABLE
