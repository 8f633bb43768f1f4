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
from pipeline.tables.mined import COMMENTS, FINDINGS, JUDGEMENTS, MENTIONS, PASSAGES, SOURCES
from pipeline.tables.rows import join_cells, make_rows, read_values, split_cell

GATHERED = (NEEDS, SERIES, THREADS, EVENTS, PRACTICES, MISSIONS, FAILURES)
PUBLISHED = (SOURCES, COMMENTS, PASSAGES, FINDINGS, MENTIONS, *GATHERED)

__all__ = [
    "COMMENTS", "EVENTS", "FAILURES", "FINDINGS", "GATHERED", "JUDGEMENTS", "LIST_SEPARATOR", "MENTIONS", "MISSIONS",
    "NEEDS", "PASSAGES", "PRACTICES", "PUBLISHED", "SERIES", "SHA256", "SOURCES", "THREADS",
    "Column", "Kind", "Row", "Table", "join_cells", "make_rows", "read_values", "split_cell",
]  # fmt: skip
