"""A Word document (DOCX) → its printed units: paragraphs, headings, tables, notes, headers and footers, pages."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import ParseError

from docx import Document as open_docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from pipeline.clean import clean_text
from pipeline.errors import ReadFailure
from pipeline.gazetteers.furniture import load_furniture
from pipeline.read.compose import Printed
from pipeline.read.docx_numbers import Numbering, read_numbering
from pipeline.read.reading import Reading
from pipeline.vocabulary import BlockKind, MediaType

READER = "docx@1"
MOST_UNPACKED = 512 << 20
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}rPr", f"{_W}pPr", _CHOICE})
_WRAPPINGS = frozenset({f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")})
_CHARACTERS = {f"{_W}tab": " ", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": " "}
_HEADING_STYLE = re.compile(r"(?i)^(?:heading|titre|t[íi]tulo|rubrik|[üu]berschrift) ?([1-9])")
_TITLE_STYLE = re.compile(r"(?i)^(?:title|subtitle|titre|sous-titre|t[íi]tulo|subt[íi]tulo)$")
_CONTENTS_STYLE = re.compile(r"(?i)^(?:toc|tm|tdc) ?\d")
_LONGEST_HEADING = 150
_BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError, AttributeError, IndexError, TypeError,
    NotImplementedError, RuntimeError, ParseError, etree.LxmlError, PackageNotFoundError,
)  # fmt: skip


@dataclass(slots=True)
class _Flow:
    """How far the printing of the document has come."""

    numbering: Numbering
    notes: dict[str, str]
    rendered: bool
    page: int = 1
    called: list[str] = field(default_factory=list)


def read_docx(content: bytes) -> Reading:
    """Return the units of a Word document; its pages are those its last printing marked."""
    _refuse_macros(content)
    try:
        document = open_docx(BytesIO(content))
        units, pages = _print_document(document)
    except _BROKEN as error:
        raise ReadFailure(f"the Word file is damaged ({type(error).__name__}): open it and save it again") from error
    if not any(unit.kind is not BlockKind.FURNITURE for unit in units):
        raise ReadFailure("the Word file has no text (pictures only?): save it as PDF, then its text can be recognised")
    title = clean_text(document.core_properties.title or "") or None
    return Reading(tuple(units), MediaType.DOCX, READER, pages=pages, title=title)


def _refuse_macros(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            if sum(info.file_size for info in packed.infolist()) > MOST_UNPACKED:
                raise ReadFailure("the Word file unpacks to an unreasonable size: open it and save it again")
            types = packed.open("[Content_Types].xml").read(4 << 20)
    except _BROKEN as error:
        raise ReadFailure(f"the Word file is damaged ({type(error).__name__}): open it and save it again") from error
    if b"macroEnabled" in types:
        raise ReadFailure("the Word file holds macros (.docm): save it as DOCX without macros")


def _print_document(document: WordDocument) -> tuple[list[Printed], int]:
    body = document.element.body
    rendered = next(body.iter(f"{_W}lastRenderedPageBreak"), None) is not None
    flow = _Flow(read_numbering(document), _read_notes(document), rendered)
    units = list(_print_margins(document, "header"))
    for element in _blocks_of(body):
        if element.tag == f"{_W}tbl":
            units.extend(_print_table(element, flow))
        else:
            units.extend(_print_paragraph(element, document, flow))
    units.extend(_print_margins(document, "footer", flow.page))
    return units, flow.page


def _blocks_of(parent: etree._Element) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag in {f"{_W}p", f"{_W}tbl"}:
            yield element
        elif element.tag in _WRAPPINGS:
            yield from _blocks_of(element)


def _print_paragraph(element: etree._Element, document: WordDocument, flow: _Flow) -> Iterator[Printed]:
    style = _style_name(element, document)
    flow.called = []
    if element.find(f"{_W}pPr/{_W}pageBreakBefore") is not None and not flow.rendered:
        flow.page += 1
    first = flow.page
    pieces = list(_words_of(element, flow))
    while pieces and pieces[0][0] == "" and pieces[0][1] != first:
        first = pieces.pop(0)[1]
    label = flow.numbering.next_label(element, document)
    lines = _lines_of(pieces, first)
    for row, (words, turns, page) in enumerate(lines):
        prefix = f"{label} " if label and row == 0 and words else ""
        if words:
            turned = tuple((offset + len(prefix), later) for offset, later in turns)
            yield _printed(prefix + words, page, turned, element, style)
    for note in flow.called:
        if note in flow.notes:
            yield Printed(BlockKind.FOOTNOTE, flow.notes[note], flow.page)
    if element.find(f"{_W}pPr/{_W}sectPr") is not None and not flow.rendered:
        kind = element.find(f"{_W}pPr/{_W}sectPr/{_W}type")
        flow.page += kind is None or kind.get(f"{_W}val") != "continuous"


def _words_of(element: etree._Element, flow: _Flow) -> Iterator[tuple[str, int]]:
    """Yield the words of a paragraph with the page they stand on; an empty word marks where a page begins."""
    for child in element:
        tag = str(child.tag)
        if tag in _LEFT_OUT or child.find(f"{_W}rPr/{_W}vanish") is not None:
            continue
        if tag == f"{_W}t":
            yield child.text or "", flow.page
        elif tag in _CHARACTERS:
            yield _CHARACTERS[tag], flow.page
        elif tag == f"{_W}br" and child.get(f"{_W}type") != "page":
            yield "\n", flow.page
        elif tag == f"{_W}lastRenderedPageBreak" or (tag == f"{_W}br" and not flow.rendered):
            flow.page += 1
            yield "", flow.page
        elif tag in {f"{_W}footnoteReference", f"{_W}endnoteReference"}:
            flow.called.append(f"{tag[len(_W) : -len('Reference')]}:{child.get(f'{_W}id')}")
        elif tag not in {f"{_W}br", f"{_W}tbl"}:
            yield from _words_of(child, flow)


def _lines_of(pieces: list[tuple[str, int]], first: int) -> list[tuple[str, tuple[tuple[int, int], ...], int]]:
    """Return (words, turns, page) for each line that line breaks make, cleaned."""
    lines: list[list[tuple[str, int]]] = [[]]
    for words, page in pieces:
        for place, part in enumerate(words.split("\n")):
            if place:
                lines.append([])
            lines[-1].append((part, page))
    printed = []
    for line in lines:
        page = line[0][1] if line else first
        printed.append((clean_text("".join(part for part, _ in line)), _turns_of(line, page), page))
    return printed


def _turns_of(line: list[tuple[str, int]], page: int) -> tuple[tuple[int, int], ...]:
    turns: list[tuple[int, int]] = []
    before = ""
    for part, at in line:
        if at != page and clean_text(before):
            turns.append((len(clean_text(before + "|")) - 1, at))
        page = at
        before += part
    return tuple(turns)


def _printed(words: str, page: int, turns: tuple[tuple[int, int], ...], element: etree._Element, style: str) -> Printed:
    furniture = load_furniture()
    bold = _is_bold(element)
    level = _heading_level(element, style)
    if _CONTENTS_STYLE.match(style) or furniture.is_furniture(words):
        return Printed(BlockKind.FURNITURE, words, page)
    if level is not None or _TITLE_STYLE.match(style):
        return Printed(BlockKind.HEADING, words, page, level=level, bold=bold, turns=turns)
    if bold and len(words) <= _LONGEST_HEADING and words[-1] not in ".;,:?" and not furniture.is_header(words):
        return Printed(BlockKind.HEADING, words, page, bold=True, turns=turns)
    return Printed(BlockKind.PARAGRAPH, words, page, bold=bold, turns=turns)


def _heading_level(element: etree._Element, style: str) -> int | None:
    outline = element.find(f"{_W}pPr/{_W}outlineLvl")
    if outline is not None and (outline.get(f"{_W}val") or "9") in "012345678":
        return int(outline.get(f"{_W}val") or 0) + 1
    named = _HEADING_STYLE.match(style)
    return int(named.group(1)) if named else None


def _is_bold(element: etree._Element) -> bool:
    runs = [run for run in element.iter(f"{_W}r") if any((text.text or "").strip() for text in run.iter(f"{_W}t"))]
    return bool(runs) and all(_run_is_bold(run) for run in runs)


def _run_is_bold(run: etree._Element) -> bool:
    bold = run.find(f"{_W}rPr/{_W}b")
    return bold is not None and bold.get(f"{_W}val") not in {"0", "false", "off"}


def _style_name(element: etree._Element, document: WordDocument) -> str:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    if style is None:
        return ""
    return _name_of_style(document, style.get(f"{_W}val") or "")


def _name_of_style(document: WordDocument, style_id: str) -> str:
    if "'" in style_id:
        return style_id
    found = document.styles.element.find(f"{_W}style[@{_W}styleId='{style_id}']/{_W}name")
    return style_id if found is None else (found.get(f"{_W}val") or style_id)


def _print_table(table: etree._Element, flow: _Flow) -> Iterator[Printed]:
    rows = ["\t".join(_cell_text(cell) for cell in row.iter(f"{_W}tc")).rstrip("\t") for row in table.iter(f"{_W}tr")]
    filled = [row for row in rows if row.strip()]
    if filled:
        yield Printed(BlockKind.TABLE, "\n".join(filled), flow.page)


def _cell_text(cell: etree._Element) -> str:
    words = " ".join("".join(text.text or "" for text in line.iter(f"{_W}t")) for line in cell.iter(f"{_W}p"))
    return " ".join(clean_text(words).split())


def _read_notes(document: WordDocument) -> dict[str, str]:
    notes: dict[str, str] = {}
    for related in document.part.rels.values():
        kind = related.reltype.rsplit("/", 1)[-1]
        if kind in {"footnotes", "endnotes"} and not related.is_external:
            notes.update(_notes_in(related.target_part.blob, kind[:-1]))
    return notes


def _notes_in(blob: bytes, kind: str) -> dict[str, str]:
    root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
    notes: dict[str, str] = {}
    for note in root.iter(f"{_W}{kind}"):
        words = " ".join(clean_text("".join(text.text or "" for text in note.iter(f"{_W}t"))).split())
        if words and note.get(f"{_W}type") in {None, "normal"}:
            notes[f"{kind}:{note.get(f'{_W}id')}"] = f"{len(notes) + 1} {words}"
    return notes


def _print_margins(document: WordDocument, place: str, page: int = 1) -> Iterator[Printed]:
    """Yield what stands in the headers or the footers of all sections, each text once."""
    seen: set[str] = set()
    for related in document.part.rels.values():
        if related.is_external or related.reltype.rsplit("/", 1)[-1] != place:
            continue
        root = etree.fromstring(related.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
        for line in root.iter(f"{_W}p"):
            words = clean_text("".join(text.text or "" for text in line.iter(f"{_W}t")))
            if words and words not in seen:
                seen.add(words)
                yield Printed(BlockKind.FURNITURE, words, page)
