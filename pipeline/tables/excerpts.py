"""Which columns hold words of the sources: a release cuts them, since those words are not ours to give away."""

from pipeline.tables.columns import Column, Kind, Table

ELLIPSIS = "…"
OWN_WORDS = frozenset({
    "sources.error", "sources.reader", "sources.tool", "sources.address", "sources.path", "sources.also_at",
    "sources.title", "comments.title", "comments.special_note", "comments.subject", "comments.case_number",
    "passages.number", "passages.articles", "findings.articles", "findings.method", "needs.region", "needs.subject",
    "needs.priority_reasons", "series.series", "series.kind", "series.unit", "series.published_source",
    "threads.region", "threads.office", "threads.subject", "threads.case_number", "threads.problems",
    "events.problem", "practices.subject", "missions.case_number", "mentions.name", "mentions.number",
})  # fmt: skip
"""Columns whose words are the program's own, or a name: the only free text that a release gives in full."""


def is_quoted(table: Table, column: Column) -> bool:
    """Say whether a column may quote a source: any free text but our own words, so that a new one is cut by default."""
    free = column.kind in (Kind.TEXT, Kind.TEXTS) and not (column.words or column.pattern or column.refers)
    return free and f"{table.name}.{column.name}" not in OWN_WORDS


def count_words(excerpt: str) -> int:
    """Return the number of words of an excerpt; the ellipses that stand for the rest are none."""
    return sum(word != ELLIPSIS for word in excerpt.split())
