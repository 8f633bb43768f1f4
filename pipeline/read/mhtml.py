"""A page saved with all its parts (MHTML) → the page: the main part is chosen, decoded and read as a web page."""

from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from pipeline.errors import ReadFailure
from pipeline.read.html import read_html
from pipeline.read.reading import Reading
from pipeline.vocabulary import MediaType

READER = "mhtml@1"


def read_mhtml(content: bytes) -> Reading:
    """Return the units of the saved page, and the address that the file says it came from."""
    message = message_from_bytes(content.lstrip(), policy=compat32)
    pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    if not pages:
        raise ReadFailure("the saved page has no web page inside: save it again as HTML")
    main = _choose_main(message, pages)
    reading = read_html(_decoded(main), main.get_content_charset())
    address = _web_address(message, main) or reading.address
    return replace(reading, media_type=MediaType.MHTML, reader=READER, address=address)


def _choose_main(message: Message, pages: list[Message]) -> Message:
    start = str(message.get_param("start") or "")
    named = [part for part in pages if start and str(part.get("Content-ID") or "").strip() == start]
    first = (named or pages)[0]
    if b"<frameset" in _decoded(first).lower():
        return max(pages, key=lambda part: len(_decoded(part)))
    return first


def _decoded(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _web_address(message: Message, main: Message) -> str | None:
    said = (message.get("Snapshot-Content-Location"), main.get("Content-Location"), message.get("Content-Location"))
    addresses = ("".join(str(value).split()) for value in said if value)
    return next((address for address in addresses if address.startswith(("http://", "https://"))), None)
