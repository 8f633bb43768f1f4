"""What a source's bytes are, told from the bytes and never from a name."""

import re
import zipfile
from io import BytesIO

from pipeline.vocabulary import MediaType

_HEAD = 8_192
_SAMPLE = 65_536
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PDF = re.compile(rb"%PDF-\d")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_MHTML = re.compile(
    rb"\A(?:From |[A-Za-z-]+:[^\n]*\n)(?:[^\n]*\n){0,40}?(?i:content-type:\s*(?:multipart/|text/html))", re.MULTILINE
)
_MHTML_SIGN = re.compile(rb"^(?i:mime-version|snapshot-content-location|content-location):", re.MULTILINE)
_TAG = (
    rb"(?i:!doctype\s+html|html|head|body|title|meta|link|script|style|div|table|frameset|main|article|center|"
    rb"h[1-6]|p|font|form|ul|ol|pre)"
)
_HTML_START = re.compile(rb"\A(?:\s|<\?xml[^>]*>|<!--.*?-->)*<" + _TAG + rb"[\s>]", re.DOTALL)
_HTML_ANYWHERE = re.compile(rb"(?i:<html[\s>]|</(?:p|div|td|table|body|html|li|h[1-6])>)")
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b\x1a")

_NAMED_STARTS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls, .ppt or .msg): save it as DOCX or PDF"),
    (b"{\\rtf", "a rich text file: save it as DOCX or PDF"),
    (b"\x89PNG", "a PNG picture: save it as PDF, then its text can be recognised"),
    (b"\xff\xd8\xff", "a JPEG picture: save it as PDF, then its text can be recognised"),
    (b"GIF8", "a GIF picture: save it as PDF, then its text can be recognised"),
    (b"II*\x00", "a TIFF picture: save it as PDF, then its text can be recognised"),
    (b"MM\x00*", "a TIFF picture: save it as PDF, then its text can be recognised"),
    (b"BM", "a bitmap picture: save it as PDF, then its text can be recognised"),
    (b"%!PS", "a PostScript file: save it as PDF"),
    (b"\x1f\x8b", "a gzip archive: unpack it, or pack its files as ZIP"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it, or pack its files as ZIP"),
    (b"Rar!", "a RAR archive: unpack it, or pack its files as ZIP"),
    (b"BZh", "a bzip2 archive: unpack it, or pack its files as ZIP"),
    (b"\xfd7zXZ", "an xz archive: unpack it, or pack its files as ZIP"),
    (b"PAR1", "a Parquet table, not a report"),
    (b"SQLite format 3", "a database, not a report"),
    (b"bplist00", "a Safari web archive: save the page as HTML or MHTML"),
)
_NAMED_MEMBERS = (
    ("xl/", "an Excel workbook: save the sheet as text or PDF"),
    ("ppt/", "a PowerPoint file: save it as PDF"),
    ("content.xml", "an OpenDocument file: save it as DOCX or PDF"),
    ("META-INF/container.xml", "an e-book: save it as HTML or PDF"),
)


def identify_media(content: bytes) -> MediaType:
    """Return what the bytes are; UNKNOWN for what no reader reads."""
    if content.startswith(_ZIP):
        return _identify_zip(content)
    if _starts_pdf(content):
        return MediaType.PDF
    if _is_refused_kind(content) or not content:
        return MediaType.UNKNOWN
    plain = _narrow(content)
    head = plain[:_HEAD].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if _MHTML.match(head) and _MHTML_SIGN.search(head):
        return MediaType.MHTML
    if _is_binary(plain):
        return MediaType.UNKNOWN
    if _HTML_START.match(head) or len(_HTML_ANYWHERE.findall(plain[:_SAMPLE])) >= 3:
        return MediaType.HTML
    return MediaType.TEXT


def describe_unknown(content: bytes) -> str:
    """Say what an UNKNOWN source seems to be and what to do with it."""
    if not content:
        return "the file is empty"
    if content.startswith(_ZIP):
        names = _member_names(content) or ()
        for inner, words in _NAMED_MEMBERS:
            if any(name.startswith(inner) for name in names):
                return f"this is {words}"
    for start, words in _NAMED_STARTS:
        if content.startswith(start):
            return f"this is {words}"
    if content[:4] == b"RIFF" or content[4:8] == b"ftyp":
        return "this is a picture, sound or film, not a text"
    return "this is no PDF, web page, text, DOCX or ZIP file: save it as one of these"


def _identify_zip(content: bytes) -> MediaType:
    names = _member_names(content)
    if names is None:
        if b"word/" in content[:_SAMPLE]:
            return MediaType.DOCX
        return MediaType.UNKNOWN if b"xl/" in content[:_SAMPLE] or b"ppt/" in content[:_SAMPLE] else MediaType.ZIP
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return MediaType.DOCX
    office = "[Content_Types].xml" in names or "mimetype" in names or "META-INF/container.xml" in names
    return MediaType.UNKNOWN if office else MediaType.ZIP


def _member_names(content: bytes) -> frozenset[str] | None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            return frozenset(packed.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError, IndexError):
        return None


def _starts_pdf(content: bytes) -> bool:
    found = _PDF.search(content, 0, 4_096)
    if not found:
        return False
    junk = content[: found.start()]
    return not junk.strip() or (b"obj" in content[found.end() : found.end() + 4_096] and b"<html" not in junk.lower())


def _is_refused_kind(content: bytes) -> bool:
    if content[:4] == b"RIFF" or content[4:8] == b"ftyp":
        return True
    if content.startswith(b"BM"):
        return b"\x00" in content[:64]
    return any(content.startswith(start) for start, _ in _NAMED_STARTS)


def _narrow(content: bytes) -> bytes:
    """Return a sample of the bytes, of two-byte text only the plain halves."""
    sample = content[:_SAMPLE]
    if sample.startswith(_WIDE_MARKS):
        return sample[2:].replace(b"\x00", b"")
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half > 8 and (odd > half * 0.6 > even * 2 or even > half * 0.6 > odd * 2):
        return sample.replace(b"\x00", b"")
    if len(content) > 2 * _SAMPLE:
        middle = len(content) // 2
        sample += b"\n" + content[middle : middle + _SAMPLE // 2] + content[-_SAMPLE // 2 :]
    return sample


def _is_binary(sample: bytes) -> bool:
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if controls > len(sample) * 0.01 + 4 or (controls and len(sample) < 64 and controls * 8 > len(sample)):
        return True
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    if high * 4 < len(sample):
        return False
    return _invalid_utf8(sample) > high * 0.1


def _invalid_utf8(sample: bytes) -> int:
    return sample.decode("utf-8", errors="replace").count("\ufffd")
