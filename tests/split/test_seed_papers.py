"""The five seed papers: paragraph numbers, titles and sessions; no sentence of theirs is repeated here."""

import os
from functools import cache
from pathlib import Path

import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.identity import hash_bytes
from pipeline.read import read_document
from pipeline.records import Comment, Document, Passage, Source
from pipeline.split import find_source_kind, split_document
from pipeline.vocabulary import BlockKind, Body, CommentKind

SEEDS = Path(os.environ.get("NEEDS_SEEDS", "../shared/seeds"))
BODIES = [
    ("000", Body.GB, None, 2002, "Improvements in standards-related activities of the ILO"),
    ("001", Body.ILC, 87, 1999, "Report of the Committee on Technical Cooperation"),
    ("002", Body.ILC, None, None, None),
    ("003", Body.GB, 297, 2006, "Follow-up to the resolution on technical cooperation"),
    ("004", Body.ILC, 88, 2000, "Director-General's review of recent developments in the ILO Programme"),
]


def find_seed(name: str) -> Path:
    folder = SEEDS if SEEDS.is_absolute() else Path(__file__).parents[2] / SEEDS
    paths = sorted(folder.glob(f"{name}_*.txt"))
    if not paths and os.environ.get("NEEDS_REQUIRE_ALL") == "1":
        pytest.fail(f"seed {name} is not in {folder}")
    if not paths:
        pytest.skip(f"seed {name} is not in {folder}: set NEEDS_SEEDS")
    return paths[0]


@cache
def read_seed(name: str) -> Document:
    path = find_seed(name)
    content = path.read_bytes()
    return read_document(Source(hash_bytes(content), path.name, content))


def split_seed(name: str, registers: Registers) -> tuple[Document, Comment, tuple[Passage, ...]]:
    document = read_seed(name)
    ((paper, passages),) = split_document(document, registers)
    return document, paper, passages


def numbers_of(passages: tuple[Passage, ...]) -> list[int]:
    return [int(p.number) for p in passages if p.number and p.number.isdigit()]


@pytest.mark.parametrize(("name", "body", "session", "year", "title"), BODIES)
def test_each_seed_is_one_paper(
    name: str, body: Body, session: int | None, year: int | None, title: str | None, registers: Registers
):
    _, paper, _ = split_seed(name, registers)
    assert (paper.body, paper.kind, paper.session, paper.published_year) == (body, CommentKind.PAPER, session, year)
    assert paper.countries == () and paper.adopted_year is None
    assert (paper.title or "").startswith(title) if title else paper.title is None


@pytest.mark.parametrize(("name", "last"), [("000", 52), ("002", 338)])
def test_every_printed_number_stands_once_and_in_order(name: str, last: int, registers: Registers):
    assert numbers_of(split_seed(name, registers)[2]) == list(range(1, last + 1))


def test_numbering_restarts_with_the_conclusions(registers: Registers):
    """X22, X23: paragraphs 1–55 of the report, then 1–53 of the conclusions, of which 36 is not printed."""
    numbers = numbers_of(split_seed("001", registers)[2])
    assert numbers[:55] == list(range(1, 56))
    assert numbers[55:] == [number for number in range(1, 54) if number != 36]


def test_the_paragraphs_before_the_appendix_are_numbered(registers: Registers):
    _, _, passages = split_seed("003", registers)
    assert [p.number for p in passages[:7]] == ["1", "2", "3", "4", "5", "(a)", "(b)"]


def test_paragraphs_39_and_40_of_the_key_seed_stand_under_their_heading(registers: Registers):
    _, _, passages = split_seed("000", registers)
    headings = {p.number: p.heading for p in passages}
    assert headings["39"] == headings["40"] == "7.1. Present trends in the work of the supervisory system"
    assert headings["1"] == "1. Introduction" and headings["14"].startswith("3. Overview")


def test_a_quoted_report_is_quoted_and_the_statistics_are_not(registers: Registers):
    """X26: paragraph 4 of the key seed is another report's words for the most part."""
    _, _, passages = split_seed("000", registers)
    assert [p.number for p in passages if p.quoted] == ["4"]


def test_a_number_inside_a_quoted_box_is_no_paragraph(registers: Registers):
    """X22: the quoted 47 between paragraphs 37 and 38."""
    _, _, passages = split_seed("002", registers)
    numbered = [p.number for p in passages if p.number in ("37", "38", "47")]
    assert numbered == ["37", "38", "47"]


@pytest.mark.parametrize("name", [row[0] for row in BODIES])
def test_contents_tables_footnotes_and_furniture_are_no_passages(name: str, registers: Registers):
    document, _, passages = split_seed(name, registers)
    other = [
        block.span
        for block in document.blocks
        if block.kind in (BlockKind.TABLE, BlockKind.FOOTNOTE, BlockKind.FURNITURE)
    ]
    starts = {span.start for span in other}
    assert not [p for p in passages if p.span.start in starts]
    assert all(p.countries == () for p in passages)


@pytest.mark.parametrize("name", [row[0] for row in BODIES])
def test_passages_are_ordered_disjoint_and_inside(name: str, registers: Registers):
    _, paper, passages = split_seed(name, registers)
    last = paper.span.start
    for passage in passages:
        assert last <= passage.span.start < passage.span.end <= paper.span.end
        last = passage.span.end
    assert len({p.passage_id for p in passages}) == len(passages)


def test_what_recognises_them(registers: Registers):
    kinds = {name: find_source_kind(read_seed(name), registers) for name, *_ in BODIES}
    assert {name: kind.name if kind else None for name, kind in kinds.items()} == {
        "000": "paper", "001": "paper", "002": "numbered text", "003": "paper", "004": "paper",
    }  # fmt: skip
