"""Paragraphs come back as they were printed: seeded reports of chance words in many settings."""

from random import Random

import pytest

from pipeline.read.pdf import read_pdf
from pipeline.vocabulary import BlockKind
from tests.read.pdf_factory import Press

WORDS = [
    "the",
    "of",
    "a",
    "to",
    "in",
    "and",
    "with",
    "Government",
    "Committee",
    "notes",
    "labour",
    "inspection",
    "Convention",
    "Article",
    "social",
    "partners",
    "tripartite",
    "1996",
    "87",
    "reports",
    "legislation",
    "freedom",
    "association",
    "No.",
    "application",
    "Albania",
    "decree",
    "adopted",
    "measures",
    "provinces",
    "workers'",
    "employers'",
    "representatives",
    "collective",
    "bargaining",
    "technical",
    "assistance",
    "Office",
]


def sentence(random: Random) -> str:
    words = [random.choice(WORDS) for _ in range(random.randint(6, 40))]
    return " ".join([words[0].capitalize(), *words[1:], "here."])


def paragraphs(random: Random, count: int) -> list[str]:
    return [" ".join(sentence(random) for _ in range(random.randint(1, 7))) for _ in range(count)]


@pytest.mark.parametrize(
    ("size", "indent", "space", "column"),
    [
        (10, 0, 6, (72, 523)),
        (9, 0, 3, (100, 480)),
        (11, 24, 0, (72, 523)),
        (12, 14, 6, (90, 505)),
        (10.5, 14, 0, (72, 523)),
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_printed_paragraphs_come_back(size: float, indent: float, space: float, column: tuple[float, float], seed: int):
    random = Random(seed)
    wanted = paragraphs(random, 50)
    notes = {page: [f"^{page}^ {sentence(random)[:60]}"] for page in range(1, 20, 2)}
    press = Press(lambda page: ("A running head", "", str(page)), notes, column=column)
    for number, text in enumerate(wanted):
        if number % 7 == 0:
            press.heading("Nowhere", 14)
        press.paragraph(text, size=size, indent=indent, space=space)
    document = read_pdf(press.source())
    found = [block.span.cut(document.text) for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert " ".join(found) == " ".join(wanted)
    assert len(set(wanted) & set(found)) >= 48
    assert sum(block.kind is BlockKind.HEADING for block in document.blocks) == 8
