"""The door of the readers: dispatch on bytes, languages, limits, and one kind of failure. Sentences are invented."""

import io

import pytest
from docx import Document as new_docx
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ReadFailure
from pipeline.read import MOST_BYTES, MOST_PLAIN_BYTES, read_document
from pipeline.records import Document, Source
from pipeline.vocabulary import BlockKind, Language, MediaType

BODY = "The Committee notes the report of the Government of Nowhere and asks how many inspectors it has in the north."
FRENCH = "La commission prend note du rapport du gouvernement de Nulle-Part et lui demande combien il a d'inspecteurs."
SPANISH = "La Comisión toma nota de la memoria del Gobierno de Ninguna Parte y le pregunta cuántos inspectores tiene."
GERMAN = "Der Ausschuss nimmt den Bericht der Regierung zur Kenntnis und bittet sie um die Zahl ihrer Inspektoren. "


def word() -> bytes:
    document, stream = new_docx(), io.BytesIO()
    document.add_paragraph(BODY)
    document.save(stream)
    return stream.getvalue()


PAGE = f"<html><body><h1>Nowhere</h1><p>{BODY}</p></body></html>".encode()
MHTML = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n" + PAGE + b"\n--b--"


def read(content: bytes, path: str = "a.pdf") -> Document:
    return read_document(Source("0" * 64, path, content))


@pytest.mark.parametrize(
    ("content", "media"),
    [(PAGE, MediaType.HTML), (MHTML, MediaType.MHTML), (BODY.encode(), MediaType.TEXT), (word(), MediaType.DOCX)],
)
def test_the_bytes_choose_the_reader_and_the_name_does_not(content: bytes, media: MediaType):
    document = read(content)
    assert document.media_type is media
    assert BODY in document.text
    assert document.language is Language.ENGLISH
    assert document.source_id == "0" * 64


@pytest.mark.parametrize("content", [PAGE, MHTML, (BODY + "\n\n" + FRENCH + "\f" + SPANISH).encode(), word()])
def test_blocks_make_the_text_and_lie_on_its_pages(content: bytes):
    document = read(content)
    assert document.text == "\n".join(block.span.cut(document.text) for block in document.blocks)
    assert document.pages[0].start == 0
    assert document.pages[-1].end == len(document.text)
    assert all("\n" not in block.span.cut(document.text) for block in document.blocks if block.kind is not BlockKind.TABLE)


@pytest.mark.parametrize(
    ("body", "language"),
    [(BODY, Language.ENGLISH), (FRENCH, Language.FRENCH), (SPANISH, Language.SPANISH)],
)
def test_the_language_is_that_of_the_body_and_not_of_the_chrome(body: str, language: Language):
    chrome = "CMNT_TITLE\nDISPLAYINFrench - SpanishAlle anzeigen\nPágina de entrada NORMLEX > Perfiles por país\n"
    assert read((chrome + body + "\n").encode()).language is language


def test_a_long_text_in_another_language_is_refused_by_its_name_and_a_short_one_is_not():
    with pytest.raises(ReadFailure, match="in German"):
        read((GERMAN * 10).encode())
    assert read(GERMAN.encode()).language is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"PK\x05\x06" + b"\0" * 18, "archive"),
        (b"%PDF-1.4\nno more", "a.bin"),
        (b"a" * (MOST_PLAIN_BYTES + 1), "larger than 64 MiB"),
        (bytes(MOST_BYTES + 1), "larger than 256 MiB"),
        (b"a" * (8 << 20), "no prose"),
    ],
    ids=["empty", "picture", "archive", "broken PDF", "long text", "large file", "one letter"],
)
def test_refusals_name_the_source_and_the_reason(content: bytes, reason: str):
    with pytest.raises(ReadFailure, match=reason) as refused:
        read(content, "folder/a.bin")
    assert str(refused.value).startswith("folder/a.bin: ")


STARTS = [b"", b"<html><body><p>", b"%PDF-1.4\n", b"PK\x03\x04", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"]


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(STARTS), st.binary(max_size=1_500))
def test_any_bytes_are_read_or_refused(start: bytes, content: bytes):
    try:
        document = read(start + content)
    except ReadFailure:
        return
    assert document.text.strip()


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([PAGE, MHTML, word()]), st.data())
def test_cut_and_damaged_files_are_read_or_refused(content: bytes, data: st.DataObject):
    damaged = bytearray(content[: data.draw(st.integers(0, len(content)))])
    for place in data.draw(st.lists(st.integers(0, max(len(damaged) - 1, 0)), max_size=5)) if damaged else []:
        damaged[place] ^= 0x55
    try:
        assert read(bytes(damaged)).text
    except ReadFailure as failure:
        assert str(failure).startswith("a.pdf: ")


@given(st.lists(st.sampled_from([BODY, FRENCH, "1. 2023", "(a)", "!", "12", "", " x", "¹ note", "A\tB\tC", "***", "- (a) x;"]), max_size=30))
@settings(deadline=None, max_examples=150)
def test_lines_in_any_order_lose_no_sentence(lines: list[str]):
    try:
        document = read("\n".join([BODY, *lines]).encode())
    except ReadFailure:
        return
    assert document.text.count(BODY) == 1 + lines.count(BODY)
    assert document.text.count(FRENCH) == lines.count(FRENCH)
