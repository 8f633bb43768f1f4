"""Word files with tables and true footnotes, which python-docx does not write by itself."""

import re
from html import escape
from io import BytesIO
from itertools import groupby
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Word

from benchmarks.samples.source import Line, Sample

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_LEVELS = {"@C": 1, "@T": 2, "#1": 2, "#2": 3, "#3": 4}


def print_docx(sample: Sample) -> bytes:
    """Return a Word file; footnotes stand at the end of their paragraph."""
    document = Document()
    notes: list[str] = []
    for is_row, found in groupby(sample.lines, key=lambda line: line.mark == "|"):
        if is_row:
            _add_table(document, [line.text.split("|") for line in found])
        else:
            for line in found:
                _add_line(document, line, notes)
    stream = BytesIO()
    document.save(stream)
    return _with_notes(stream.getvalue(), notes)


def _add_line(document: Word, line: Line, notes: list[str]) -> None:
    if line.mark in _LEVELS:
        document.add_heading(line.text, _LEVELS[line.mark])
        return
    paragraph = document.add_paragraph()
    if line.heading:
        paragraph.add_run(f"{line.heading} ").italic = True
    paragraph.add_run(line.text)
    if line.note:
        notes.append(line.note)
        paragraph.add_run(f"@@{len(notes)}@@")


def _add_table(document: Word, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text.strip()


def _with_notes(content: bytes, notes: list[str]) -> bytes:
    """Put the footnotes' part into the package and call them where their marks stand."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                text = _call_notes(text)
            elif name == "[Content_Types].xml":
                override = f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}"/>'
                text = _add_before(text, "</Types>", override)
            elif name == "word/_rels/document.xml.rels":
                relation = f'<Relationship Id="rIdNotes" Type="{_RELATION}" Target="footnotes.xml"/>'
                text = _add_before(text, "</Relationships>", relation)
            new.writestr(ZipInfo(name), text, ZIP_DEFLATED)
        new.writestr(ZipInfo("word/footnotes.xml"), _print_notes(notes), ZIP_DEFLATED)
    return stream.getvalue()


def _call_notes(text: bytes) -> bytes:
    call = rb'<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="\1"/>'
    return re.sub(rb"<w:t>@@(\d+)@@</w:t>", call, text)


def _print_notes(notes: list[str]) -> str:
    printed = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {escape(note)}'
        "</w:t></w:r></w:p></w:footnote>"
        for number, note in enumerate(notes, 1)
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {_W}>{printed}</w:footnotes>'


def _add_before(text: bytes, end: str, added: str) -> bytes:
    return text.replace(end.encode(), (added + end).encode())
