"""Names for several instruments at once, such as the fundamental Conventions, read as of a date."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from pipeline.gazetteers.instruments import Collective, load_collectives
from pipeline.gazetteers.phrases import Phrases, find_phrases, make_key, make_phrases
from pipeline.records import Span


@dataclass(frozen=True, slots=True)
class CollectiveMention:
    """A group of instruments named in a text, and which ones it meant at the time."""

    span: Span
    name: str
    codes: tuple[str, ...]


def find_collectives(text: str, as_of: date) -> tuple[CollectiveMention, ...]:
    """Return the groups a text names, with the instruments that the name covered on a date; the longest name wins."""
    mentions = []
    for span, rows in find_phrases(text, _collective_phrases(), lambda _span, rows: bool(_rows_of(rows, as_of))):
        row = _rows_of(rows, as_of)[0]
        mentions.append(CollectiveMention(span, row.name, row.codes))
    return tuple(mentions)


@cache
def _collective_phrases() -> Phrases[tuple[Collective, ...]]:
    forms: dict[str, list[Collective]] = {}
    for collective in load_collectives():
        forms.setdefault(make_key(collective.form), []).append(collective)
    return make_phrases((form, tuple(rows)) for form, rows in forms.items())


def _rows_of(rows: tuple[Collective, ...], as_of: date) -> list[Collective]:
    return [row for row in rows if (row.begins or date.min) <= as_of < (row.ends or date.max)]
