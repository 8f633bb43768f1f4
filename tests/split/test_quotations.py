"""What papers quote (X22, X26): every sentence below is invented."""

import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.split.assemble import Draft
from pipeline.split.quotations import mark_quotations
from tests.split.conftest import make_page

NUMBERED = "1. The Office invented a plan.\n2. It has two invented parts.\n"

PAPERS = [
    pytest.param(
        NUMBERED + "47. We resolve to invent more.\n3. The plan goes on.", "0010", id="a number of another text"
    ),
    pytest.param(NUMBERED + "5. The plan has an invented gap.", "000", id="a gap in the paper's own numbers"),
    pytest.param(
        NUMBERED + "# Box\nA bank gave a loan.\nSource: An invented newspaper.", "0011", id="a box with its source"
    ),
    pytest.param(NUMBERED + "# Cuadro\nUn banco concedió algo.\nFuente: Un diario inventado.", "0011", id="Spanish"),
    pytest.param(NUMBERED + "# Box\nA bank gave a loan.", "000", id="a box without a source"),
    pytest.param("# Notes\nA paper without numbers.\nSource: An invented table.", "00", id="a paper without numbers"),
    pytest.param(NUMBERED + "“The invented plan was good,” it said.", "001", id="words in quotation marks"),
]


def make_drafts(text: str) -> tuple[str, list[Draft]]:
    """The paragraphs as the splitter hands them on: a number that is out of its sequence is no number."""
    page = make_page(text)
    drafts, heading, latest = [], None, 0
    for block in page.blocks:
        words = block.span.cut(page.text)
        if words.startswith("# "):
            heading = words
            continue
        number, _, rest = words.partition(". ")
        own = number.isdigit() and 0 < int(number) - latest <= 8
        latest = int(number) if own else latest
        start = block.span.end - len(rest) if number.isdigit() else block.span.start
        span = type(block.span)(start, block.span.end)
        drafts.append(Draft(span, number if own else None, heading))
    return page.text, drafts


@pytest.mark.parametrize(("paper", "quoted"), PAPERS)
def test_what_is_another_texts_is_quoted(paper: str, quoted: str, registers: Registers):
    text, drafts = make_drafts(paper)
    marked = mark_quotations(drafts, text, registers.headings)
    assert "".join(str(int(draft.quoted)) for draft in marked) == quoted
