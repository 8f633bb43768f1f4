"""The five seed papers for the tests: their lines, what they give, and which lines a sentence stands on.

No sentence of a seed stands in a test: lines are named by seed and number (from 1), words of a few at most.
"""

import os
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from pipeline.folding import fold
from pipeline.identity import hash_bytes
from pipeline.mine import Tools, make_tools, mine_source
from pipeline.records import Finding, Mined, Source, Span
from tests.requirements import give_up

SEEDS = Path(os.environ.get("NEEDS_SEEDS") or Path(__file__).parents[2] / "shared" / "seeds")
NAMES = ("000", "001", "002", "003", "004")
_WORD = re.compile(r"\w+")
_RUN = 4  # words in a row that tell where a sentence stands

Run = tuple[str, ...]


def load_seed(name: str) -> Source:
    path = next(SEEDS.glob(f"{name}_*.txt"), None)
    if path is None:
        give_up(f"seed {name} is not in {SEEDS} (set NEEDS_SEEDS)")
    content = path.read_bytes()
    return Source(hash_bytes(content), path.name, content)


@cache
def raw(name: str) -> tuple[str, ...]:
    """The lines of a seed; line 1 is at 1."""
    return ("", *load_seed(name).content.decode().split("\n"))


@cache
def tools() -> Tools:
    return make_tools()


@cache
def mine_seed(name: str) -> Mined:
    return mine_source(load_seed(name), tools())


def lines_of(name: str, text: str) -> frozenset[int]:
    """The lines of a seed on which the text stands, told by the runs of words that the seed has only once."""
    places = _places(name)
    return frozenset(line for run, _ in _runs((word, 0) for word in _words(text)) for line in places.get(run, ()))


def findings_on(name: str, lines: Iterable[int], words: str = "") -> list[Finding]:
    """The findings whose sentences stand on one of the lines, and hold these words."""
    wanted = frozenset(lines)
    return [
        finding
        for finding in mine_seed(name).findings
        if fold(words) in fold(finding.quote) and wanted & lines_of(name, finding.quote)
    ]


def is_read(name: str, lines: Iterable[int], words: str) -> bool:
    """Whether these words are read on one of the lines: else that nothing is found with them says nothing."""
    document = mine_seed(name).document
    around = (
        Span(max(0, match.start() - 60), match.end() + 60).cut(document.text)
        for match in re.finditer(re.escape(fold(words)), fold(document.text))
    )
    return any(frozenset(lines) & lines_of(name, text) for text in around)


@cache
def _places(name: str) -> Mapping[Run, frozenset[int]]:
    places: dict[Run, list[frozenset[int]]] = {}
    for run, lines in _runs((word, number) for number, line in enumerate(raw(name)) for word in _words(line)):
        places.setdefault(run, []).append(lines)
    return {run: found[0] for run, found in places.items() if len(found) == 1}


def _runs(words: Iterable[tuple[str, int]]) -> Iterable[tuple[Run, frozenset[int]]]:
    listed = list(words)
    for start in range(len(listed) - _RUN + 1):
        part = listed[start : start + _RUN]
        yield tuple(word for word, _ in part), frozenset({part[0][1], part[-1][1]})


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))
