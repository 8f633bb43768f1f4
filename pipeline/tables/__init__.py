"""The tables of the dataset: every column described once; values become rows and rows become values again."""

from pipeline.tables.columns import (
    LIST_SEPARATOR,
    SHA256,
    Column,
    Kind,
    Row,
    Table,
)
from pipeline.tables.gathered import (
    EVENTS,
    FAILURES,
    MISSIONS,
    NEEDS,
    PRACTICES,
    SERIES,
    THREADS,
)
from pipeline.tables.mined import (
    COMMENTS,
    FINDINGS,
    JUDGEMENTS,
    LISTS,
    MENTIONS,
    PASSAGES,
    PRINTED,
    REFERRALS,
    SOURCES,
)
from pipeline.tables.rows import join_cells, make_rows, read_values, split_cell

GATHERED = (NEEDS, SERIES, THREADS, EVENTS, PRACTICES, MISSIONS, FAILURES)
NOTED = (MENTIONS, LISTS, PRINTED, REFERRALS)  # what is mined beside the findings
PUBLISHED = (SOURCES, COMMENTS, PASSAGES, FINDINGS, *NOTED, *GATHERED)

__all__ = [
    "COMMENTS", "EVENTS", "FAILURES", "FINDINGS", "GATHERED", "JUDGEMENTS", "LISTS", "LIST_SEPARATOR",
    "MENTIONS", "MISSIONS", "NEEDS", "NOTED", "PASSAGES", "PRACTICES", "PRINTED", "PUBLISHED", "REFERRALS", "SERIES",
    "SHA256", "SOURCES", "THREADS",
    "Column", "Kind", "Row", "Table", "join_cells", "make_rows", "read_values", "split_cell",
]  # fmt: skip
