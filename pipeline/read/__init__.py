"""Bytes → Document: each medium has a reader; what cannot be read is refused with a reason."""

from collections.abc import Callable
from dataclasses import replace

from pipeline.errors import GazetteerError, ReadFailure
from pipeline.languages import count_letters, detect_language, name_language
from pipeline.read.docx import read_docx
from pipeline.read.html import read_html
from pipeline.read.media import describe_unknown, identify_media
from pipeline.read.mhtml import read_mhtml
from pipeline.read.pdf import read_pdf
from pipeline.read.reading import Reading, make_document
from pipeline.read.text import read_text
from pipeline.records import Document, Source
from pipeline.vocabulary import BlockKind, Language, MediaType

MOST_BYTES = 256 << 20
MOST_PLAIN_BYTES = 64 << 20
LETTERS_FOR_REFUSAL = 400

_PLAIN = frozenset({MediaType.HTML, MediaType.MHTML, MediaType.TEXT})
_READERS: dict[MediaType, Callable[[bytes], Reading]] = {
    MediaType.HTML: read_html,
    MediaType.MHTML: read_mhtml,
    MediaType.TEXT: read_text,
    MediaType.DOCX: read_docx,
}


def read_document(source: Source) -> Document:
    """Return the document of a source; raise ReadFailure, and nothing else, with what to do about it."""
    try:
        return _with_language(_read(source))
    except ReadFailure as failure:
        raise ReadFailure(f"{source.path}: {failure}") from failure
    except GazetteerError:
        raise
    except Exception as error:  # noqa: BLE001 - any fault of a foreign file or parser is this source's failure
        raise ReadFailure(f"{source.path}: cannot be read ({type(error).__name__}: {error})") from error


def _read(source: Source) -> Document:
    if len(source.content) > MOST_BYTES:
        raise ReadFailure(f"the file is larger than {MOST_BYTES >> 20} MiB: split it")
    media = identify_media(source.content)
    if media is MediaType.UNKNOWN:
        raise ReadFailure(describe_unknown(source.content))
    if media is MediaType.PDF:
        return read_pdf(source)
    if media is MediaType.ZIP:
        raise ReadFailure("this is an archive: its files are read one by one")
    if media in _PLAIN and len(source.content) > MOST_PLAIN_BYTES:
        raise ReadFailure(f"the text is larger than {MOST_PLAIN_BYTES >> 20} MiB: split it")
    return make_document(source, _READERS[media](source.content))


def _with_language(document: Document) -> Document:
    body = _body_of(document)
    language = detect_language(body)
    if language is None and count_letters(body) >= LETTERS_FOR_REFUSAL:
        named = name_language(body)
        if named and named.upper() not in Language.__members__:
            raise ReadFailure(f"the text is in {named}, which is not read: English, French and Spanish are")
    return replace(document, language=language)


def _body_of(document: Document) -> str:
    """Return the paragraphs, without the lines around them; all but furniture where there are none."""
    for kinds in ({BlockKind.PARAGRAPH}, {BlockKind.HEADING, BlockKind.TABLE, BlockKind.FOOTNOTE}):
        body = "\n".join(block.span.cut(document.text) for block in document.blocks if block.kind in kinds)
        if count_letters(body[:2_000]) >= LETTERS_FOR_REFUSAL // 10:
            return body
    return document.text
