"""What a reader hands over, and the document that is made of it."""

from dataclasses import dataclass

from pipeline.read.compose import Printed, compose_text
from pipeline.records import Document, Source
from pipeline.vocabulary import MediaType


@dataclass(frozen=True, slots=True)
class Reading:
    """The printed units of one source in reading order, and what the file says of itself."""

    units: tuple[Printed, ...]
    media_type: MediaType
    reader: str
    pages: int = 1
    address: str | None = None
    title: str | None = None


def make_document(source: Source, reading: Reading) -> Document:
    """Compose the one text of a source from what its reader found."""
    composed = compose_text(reading.units, reading.pages)
    return Document(
        source_id=source.source_id,
        text=composed.text,
        blocks=composed.blocks,
        pages=composed.pages,
        media_type=reading.media_type,
        reader=reading.reader,
        address=reading.address,
        title=reading.title,
    )
