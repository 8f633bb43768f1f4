"""Invented pages as documents: each line of a text is a block, as the text reader makes them."""

from dataclasses import replace

import pytest

from pipeline.gazetteers.registers import Registers, make_registers
from pipeline.read.compose import Printed, compose_text
from pipeline.records import Comment, Document, Passage
from pipeline.split import split_comments, split_passages
from pipeline.split.lines import Line, read_lines
from pipeline.vocabulary import BlockKind, MediaType

FOOT = "© Copyright and permissions 1996-2024 International Labour Organization (ILO) | Privacy policy | Disclaimer"


def make_page(text: str, address: str | None = None, kinds: dict[str, BlockKind] | None = None) -> Document:
    """Return the document of a page; `kinds` names lines that a reader told apart."""
    lines = [line.strip() for line in text.strip().splitlines()]
    composed = compose_text(Printed((kinds or {}).get(line, BlockKind.PARAGRAPH), line) for line in lines if line)
    return Document("0" * 64, composed.text, composed.blocks, composed.pages, MediaType.HTML, "test", address=address)


def make_line(text: str) -> Line:
    """Return one line as the splitters read it."""
    return replace(read_lines(make_page(text or "."))[0])


def read(
    text: str, registers: Registers, address: str | None = None, kinds: dict[str, BlockKind] | None = None
) -> tuple[Document, tuple[Comment, ...], list[tuple[Passage, ...]]]:
    """Return the document of a page with its comments and the passages of each."""
    document = make_page(text, address, kinds)
    comments = split_comments(document, registers)
    return document, comments, [split_passages(document, comment, registers) for comment in comments]


@pytest.fixture(scope="session")
def registers() -> Registers:
    return make_registers()
