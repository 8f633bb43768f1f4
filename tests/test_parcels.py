"""What goes from one process to another comes out as it went in."""

from dataclasses import dataclass, field

import pytest

from pipeline.read.pdf_values import Line, PageLines
from pipeline.records import Block, Document, Mention, Mined, Noted, Span
from pipeline.vocabulary import BlockKind, Language, MediaType, MentionKind
from pipeline.workers.parcels import pack, unpack

SPAN = Span(0, 4)
DOCUMENT = Document("s", "loi 5", (Block(BlockKind.PARAGRAPH, SPAN, 1),), (SPAN,), MediaType.PDF, "r", Language.FRENCH)
MENTION = Mention("m", "p", "c", "s", SPAN, 1, MentionKind.LAW, "loi", "5", None, ("BEN",), ())


@dataclass(frozen=True, slots=True)
class Lonely:
    """A value with one field."""

    words: str


@dataclass
class Counting:
    """Neither frozen nor made by its fields alone."""

    seen: int = 0
    rest: list[int] = field(default_factory=list, init=False)


SENT = [
    SPAN,
    DOCUMENT,
    Mined(DOCUMENT, (), (), (), (MENTION, MENTION)),
    (PageLines(1, 595.0, 842.0, (Line("5. Loi", 50.0, 90.5, 700.0, 10.0),)), Noted()),
    Lonely("seul"),
    {"a": [1, 2.5, None], "b": (b"%PDF", "é")},
]


@pytest.mark.parametrize("value", SENT, ids=lambda value: type(value).__name__)
def test_a_value_is_unpacked_as_it_was_packed(value: object):
    assert unpack(pack(value)) == value


def test_a_value_that_stands_twice_is_one_value_on_the_other_side():
    first, second = unpack(pack((SPAN, SPAN)))
    assert first is second


def test_what_is_not_made_by_its_fields_goes_as_python_packs_it():
    counting = Counting(3)
    counting.rest.append(7)
    assert unpack(pack(counting)) == counting


def test_a_failure_keeps_its_words():
    assert str(unpack(pack(ValueError("the file is broken")))) == "the file is broken"
