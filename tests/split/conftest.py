"""Invented pages as documents: each line of a text is a block, as the text reader makes them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.gazetteers.registers import Registers, make_registers
from pipeline.read.compose import Printed, compose_text
from pipeline.records import Document
from pipeline.split.lines import Line, read_lines
from pipeline.vocabulary import BlockKind, MediaType

ReadPage = Callable[..., Document]


def make_page(text: str, address: str | None = None, kinds: dict[str, BlockKind] | None = None) -> Document:
    """Return the document of a page; `kinds` names lines that a reader told apart."""
    lines = [line.strip() for line in text.strip().splitlines()]
    composed = compose_text(Printed((kinds or {}).get(line, BlockKind.PARAGRAPH), line) for line in lines if line)
    return Document("0" * 64, composed.text, composed.blocks, composed.pages, MediaType.HTML, "test", address=address)


def make_line(text: str) -> Line:
    """Return one line as the splitters read it."""
    return replace(read_lines(make_page(text or "."))[0])


@pytest.fixture(scope="session")
def registers() -> Registers:
    return make_registers()
