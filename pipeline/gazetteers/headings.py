"""How headings, headers, speakers and set phrases are worded: one pattern for each key of the tables in `headings/`.

A form is plain text with four marks: `{a|b}` one of these, `[a]` with or without, `#` a number, `…` up to 80
characters. Texts are compared as `fold` leaves them, so that offsets found are offsets in the text.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TypeVar

from pipeline.folding import fold
from pipeline.gazetteers.tables import read_table, refuse_duplicates

Made = TypeVar("Made")

_MARKS = {"{": "(?:", "}": ")", "|": "|", "[": "(?:", "]": ")?", "#": r"\d+", "…": r".{0,80}?", " ": " +", ":": " ?:"}


@dataclass(frozen=True, slots=True)
class Headings:
    """The pattern of each key; every text given to it is folded."""

    patterns: Mapping[str, re.Pattern[str]]
    wholes: Mapping[str, re.Pattern[str]]
    forms: Mapping[str, tuple[re.Pattern[str], ...]]
    families: Mapping[str, tuple[str, ...]]

    def is_whole(self, key: str, folded: str) -> bool:
        """Say whether the line is nothing but a form of the key (and a full stop or colon)."""
        return self.wholes[key].fullmatch(folded) is not None

    def measure_opening(self, key: str, folded: str) -> int:
        """Return how many characters at the start of the text are the longest form of the key."""
        if self.patterns[key].match(folded) is None:
            return 0
        return max(match.end() for form in self.forms[key] if (match := form.match(folded)))

    def find_within(self, key: str, folded: str, start: int = 0) -> re.Match[str] | None:
        """Return the first place at or after `start` where a form of the key stands."""
        return self.patterns[key].search(folded, start)

    def name_whole(self, family: str, folded: str) -> str | None:
        """Return `x` where the line is nothing but a form of the key `family.x`."""
        keys = (key for key in self.families[family] if self.is_whole(key, folded))
        return next((key.removeprefix(f"{family}.") for key in keys), None)

    def name_opening(self, family: str, folded: str) -> tuple[str, int] | None:
        """Return (`x`, length) of the longest form of a key `family.x` that the text begins with."""
        found = ((self.measure_opening(key, folded), key) for key in self.families[family])
        length, key = max(found, default=(0, ""))
        return (key.removeprefix(f"{family}."), length) if length else None


def load_headings() -> Headings:
    """Read every table in `headings/`; a form may stand once only under a key."""
    names = sorted(entry.name for entry in files("pipeline.gazetteers").joinpath("headings").iterdir())
    rows = [row for name in names if name.endswith(".csv") for row in read_table(f"headings/{name}")]
    refuse_duplicates("headings", ((row["key"], row["language"], fold(row["form"])) for row in rows))
    forms: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        forms[row["key"]].append(_translate(row["form"]))
    # The look back stands once before all forms, not in each: inside a word nothing else is tried.
    joined = {
        key: rf"(?<!\w)(?:{'|'.join(sorted(set(texts), key=lambda text: (-len(text), text)))})"
        for key, texts in forms.items()
    }
    return Headings(
        _Later(lambda key: re.compile(joined[key])),
        _Later(lambda key: re.compile(rf"{joined[key]}[ .:]*")),
        _Later(lambda key: tuple(re.compile(rf"(?<!\w){text}") for text in forms[key])),
        _group_keys(joined),
    )


class _Later(dict[str, Made]):
    """What stands under each key, made when it is first asked for: a source needs few of the hundreds of patterns."""

    def __init__(self, make: Callable[[str], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: str) -> Made:
        made = self[key] = self._make(key)
        return made


def _group_keys(keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    families: dict[str, tuple[str, ...]] = {}
    for key in keys:
        for dot in re.finditer(r"\.", key):
            family = key[: dot.start()]
            families[family] = (*families.get(family, ()), key)
    return families


def _translate(form: str) -> str:
    folded = fold(form)
    pattern = "".join(_MARKS.get(letter) or re.escape(letter) for letter in folded)
    after = "" if folded[-1] == ":" else r"(?![^\W\d])"
    return rf"(?:{pattern}){after}"
