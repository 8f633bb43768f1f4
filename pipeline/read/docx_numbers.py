"""The numbers that Word prints before paragraphs of numbered lists; they stand nowhere in its text."""

import re
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    label: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The list levels of a document, and how far each list has counted."""

    levels: dict[str, dict[int, _Level]]
    abstracts: dict[str, str]
    styles: dict[str, tuple[str, int]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next_label(self, element: etree._Element, document: WordDocument) -> str:
        """Return the label that Word prints before this paragraph; empty for one that is in no numbered list."""
        place = _list_place(element) or self._place_of_style(element)
        if place is None or not any((text.text or "").strip() for text in element.iter(f"{_W}t")):
            return ""
        number, level = place
        levels = self.levels.get(self.abstracts.get(number, ""), {})
        if level not in levels:
            return ""
        counts = self.counts.setdefault(self.abstracts[number], {})
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return _format_label(levels, counts, level)

    def _place_of_style(self, element: etree._Element) -> tuple[str, int] | None:
        style = element.find(f"{_W}pPr/{_W}pStyle")
        return None if style is None else self.styles.get(style.get(f"{_W}val") or "")


def read_numbering(document: WordDocument) -> Numbering:
    """Return the numbered lists that a document defines."""
    root = _numbering_root(document)
    if root is None:
        return Numbering({}, {}, {})
    levels = {
        abstract.get(f"{_W}abstractNumId") or "": dict(_read_level(level) for level in abstract.findall(f"{_W}lvl"))
        for abstract in root.findall(f"{_W}abstractNum")
    }
    abstracts = {}
    for number in root.findall(f"{_W}num"):
        abstract = number.find(f"{_W}abstractNumId")
        if abstract is not None:
            abstracts[number.get(f"{_W}numId") or ""] = abstract.get(f"{_W}val") or ""
    return Numbering(levels, abstracts, _numbered_styles(document))


def _numbering_root(document: WordDocument) -> etree._Element | None:
    for related in document.part.rels.values():
        if related.reltype.endswith("/numbering") and not related.is_external:
            return etree.fromstring(related.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    return None


def _numbered_styles(document: WordDocument) -> dict[str, tuple[str, int]]:
    styles = {}
    for style in document.styles.element.findall(f"{_W}style"):
        place = _list_place(style)
        if place:
            styles[style.get(f"{_W}styleId") or ""] = place
    return styles


def _list_place(element: etree._Element) -> tuple[str, int] | None:
    number = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    if number is None:
        return None
    level = element.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
    return number.get(f"{_W}val") or "", _whole(level, 0)


def _read_level(level: etree._Element) -> tuple[int, _Level]:
    style, label, start = (level.find(f"{_W}{name}") for name in ("numFmt", "lvlText", "start"))
    return int(level.get(f"{_W}ilvl") or 0), _Level(
        "decimal" if style is None else style.get(f"{_W}val") or "decimal",
        "" if label is None else label.get(f"{_W}val") or "",
        _whole(start, 1),
    )


def _whole(element: etree._Element | None, default: int) -> int:
    value = "" if element is None else element.get(f"{_W}val") or ""
    return int(value) if value.isdecimal() else default


def _format_label(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    if levels[level].style in {"none", "bullet"}:
        return "•" if levels[level].style == "bullet" else ""

    def count(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        known = levels.get(place)
        return _format_count(counts.get(place, known.start if known else 1), known.style if known else "decimal")

    return _PLACE.sub(count, levels[level].label).strip()


def _format_count(count: int, style: str) -> str:
    if style in {"lowerLetter", "upperLetter"} and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in {"lowerRoman", "upperRoman"} and 0 < count < 4000:
        return _roman(count) if style == "lowerRoman" else _roman(count).upper()
    return str(count)


def _roman(count: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (count // value)
        count %= value
    return letters
