"""What bytes are, told from the bytes. Sample words are invented."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read.media import describe_unknown, identify_media
from pipeline.vocabulary import MediaType


def packed(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return stream.getvalue()


WORDS = "The Committee notes the report of the Government of Nowhere."
IDENTIFIED = [
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", MediaType.PDF),
    (b"\r\n\r\n%PDF-1.4\n1 0 obj", MediaType.PDF),
    (b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n%PDF-1.4\n1 0 obj <<>> endobj", MediaType.PDF),
    (b"<!DOCTYPE html><html><body>x</body></html>", MediaType.HTML),
    (b"\xef\xbb\xbf\n <!doctype HTML>", MediaType.HTML),
    (b"<!-- saved from url=(0020)https://www.ilo.org/ -->\n<html>", MediaType.HTML),
    (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', MediaType.HTML),
    (b"<p>text without any doctype</p>", MediaType.HTML),
    (b"<TABLE WIDTH=100%><TR>", MediaType.HTML),
    ("<html><body>é</body></html>".encode("utf-16"), MediaType.HTML),
    (b"Comments\n<html><body><p>x</p></body></html>", MediaType.HTML),
    (b"<html><body>a report on %PDF-1.4 files</body></html>", MediaType.HTML),
    (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n", MediaType.MHTML),
    (b'From: "Saved by Windows Internet Explorer 9"\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; x', MediaType.MHTML),
    (b"MIME-Version: 1.0\nContent-Location: http://x\nContent-Type: text/html; charset=utf-8\n\n<html>", MediaType.MHTML),
    (WORDS.encode(), MediaType.TEXT),
    ("niño – “así”".encode(), MediaType.TEXT),
    ("niño, año, también".encode("cp1252"), MediaType.TEXT),
    (WORDS.encode("utf-16-le"), MediaType.TEXT),
    ("Комитет принимает к сведению".encode(), MediaType.TEXT),
    (b"From: the Government\nTo: the Office\n\nDear Sir,", MediaType.TEXT),
    (b"Rates: a < b and <i>Page</i> 3\nnext", MediaType.TEXT),
    (b"page one\x0cpage two", MediaType.TEXT),
    (packed("[Content_Types].xml", "word/document.xml"), MediaType.DOCX),
    (packed("a.html", "b/c.pdf"), MediaType.ZIP),
    (packed(), MediaType.ZIP),
    (packed("[Content_Types].xml", "xl/workbook.xml"), MediaType.UNKNOWN),
    (packed("[Content_Types].xml", "ppt/presentation.xml"), MediaType.UNKNOWN),
    (packed("mimetype", "content.xml"), MediaType.UNKNOWN),
    (packed("[Content_Types].xml", "word/document.xml")[:-30], MediaType.DOCX),
    (b"", MediaType.UNKNOWN),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, MediaType.UNKNOWN),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", MediaType.UNKNOWN),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", MediaType.UNKNOWN),
    (b"{\\rtf1\\ansi The Committee}", MediaType.UNKNOWN),
    (bytes(range(256)) * 8, MediaType.UNKNOWN),
]


@pytest.mark.parametrize(("content", "media"), IDENTIFIED)
def test_identify_media(content: bytes, media: MediaType):
    assert identify_media(content) is media


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office file"),
        (b"\x89PNG", "PNG picture"),
        (b"{\\rtf1", "rich text"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "Excel"),
        (packed("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint"),
        (packed("mimetype", "content.xml"), "OpenDocument"),
        (b"\x1f\x8b\x08", "gzip"),
        (bytes(range(256)), "save it as one of these"),
    ],
)
def test_a_refusal_names_the_kind(content: bytes, words: str):
    assert words in describe_unknown(content)


@given(st.binary(max_size=2_000))
def test_any_bytes_are_of_some_kind(content: bytes):
    assert identify_media(content) in MediaType
    assert describe_unknown(content)


@given(st.text(st.characters(categories=["L", "N", "Zs", "Po"]), min_size=40))
def test_a_name_does_not_matter_and_text_is_text(text: str):
    assert identify_media(f"Report {text}".encode()) in {MediaType.TEXT, MediaType.HTML}
