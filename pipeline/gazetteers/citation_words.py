"""The words with which texts cite instruments, Articles and laws, in three languages."""

import re
from functools import cache

from pipeline.errors import GazetteerError
from pipeline.folding import fold
from pipeline.gazetteers.tables import read_table, refuse_duplicates

_TABLE = "citation_words.csv"


@cache
def load_citation_words() -> dict[str, tuple[str, ...]]:
    """Return the folded forms of each key, the longest first, refusing one that stands twice."""
    rows = [(row["key"], row["language"], fold(row["form"])) for row in read_table(_TABLE)]
    refuse_duplicates(_TABLE, rows)
    keys = {key for key, _, _ in rows}
    return {key: tuple(sorted({f for k, _, f in rows if k == key}, key=lambda f: (-len(f), f))) for key in keys}


@cache
def make_alternatives(key: str) -> str:
    """Return the forms of a key as alternatives of a pattern over folded text, blanks as any run of blanks."""
    words = load_citation_words()
    if key not in words:
        raise GazetteerError(f"{_TABLE}: no forms for {key}")
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in words[key]) + ")"
