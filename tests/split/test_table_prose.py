"""Tables of words in papers (X20, X22): every sentence below is invented."""

import pytest

from pipeline.gazetteers.registers import Registers
from pipeline.read.compose import Printed, compose_text
from pipeline.records import Document
from pipeline.split.table_prose import read_table_prose
from pipeline.vocabulary import BlockKind, MediaType, Speaker

LEFT, RIGHT = Speaker.CONFERENCE, Speaker.OFFICE
ASKED = "The Office should invent more training for the ministries of labour."
DONE = "Two invented courses were held in the last biennium for labour inspectors."
AWAITED = "Les États Membres devraient recevoir une assistance inventée pour leurs rapports."
SENT = "Des cours inventés ont été organisés pour les inspecteurs du travail."


def make_table(*rows: str) -> Document:
    composed = compose_text([Printed(BlockKind.HEADING, "II. Training"), Printed(BlockKind.TABLE, "\n".join(rows))])
    return Document("0" * 64, composed.text, composed.blocks, composed.pages, MediaType.TEXT, "test")


TABLES = [
    pytest.param(
        ("Issue\tAction taken", f"3. {ASKED}\t{DONE}"), [("3", LEFT, ASKED), (None, RIGHT, DONE)], id="numbered cells"
    ),
    pytest.param(
        ("Issue\t\tActio\tn already taken", f"3.\t{ASKED}\t{DONE}", f"\t\t{DONE}"),
        [("3", LEFT, ASKED), (None, RIGHT, DONE), (None, RIGHT, DONE)],
        id="a column of numbers, a heading cut in two",
    ),
    pytest.param(
        ("Question\tMesures déjà prises", f"{AWAITED}\t{SENT}"),
        [(None, LEFT, AWAITED), (None, RIGHT, SENT)],
        id="French",
    ),
    pytest.param(
        ("Issue\t\tAction taken", *(f"{number}\t{ASKED}" for number in ("6.", "7.", "3.", ").", "10.", "11."))),
        [(number, LEFT, ASKED) for number in ("6", "7", "8", "9", "10", "11")],
        id="garbled numbers",
    ),
    pytest.param(("Topic\tRemarks", f"Courses\t{ASKED}"), [(None, None, ASKED)], id="no column of the Office's"),
    pytest.param(
        ("Country\tReports due in 2004\tReceived", "An invented federation of eight words or even nine\t12\t9"),
        [],
        id="figures and their labels",
    ),
]


@pytest.mark.parametrize(("rows", "expected"), TABLES)
def test_each_cell_of_prose_is_a_paragraph_of_its_column(
    rows: tuple[str, ...], expected: list[tuple[str | None, Speaker | None, str]], registers: Registers
):
    table = make_table(*rows)
    drafts = read_table_prose(table, registers)
    assert [(draft.number, draft.voice, draft.span.cut(table.text)) for draft in drafts] == expected
    assert {draft.heading for draft in drafts} <= {"II. Training"}
