"""Finding many phrases at once: blind to case, accents, punctuation, dashes, apostrophes and broken lines."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from pipeline.folding import fold
from pipeline.records import Span

Value = TypeVar("Value")

_LIMIT = 0x2070
_PUNCTUATION = {code: " " for code in range(_LIMIT) if not chr(code).isalnum() or chr(code) in "ºª"}
_RUN = re.compile("  +")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The bare words of a text between single blanks, and where a run of blanks was shortened."""

    text: str
    edges: tuple[int, ...]
    shifts: tuple[int, ...]

    def locate(self, offset: int) -> int:
        """Return the offset in the text of a character of the skeleton."""
        before = bisect_right(self.edges, offset)
        return offset - 1 + (self.shifts[before - 1] if before else 0)


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Value]):
    """An automaton over phrases, and what each phrase stands for."""

    automaton: AhoCorasick
    values: tuple[Value, ...]


def make_key(form: str) -> str:
    """Return the bare words of a form: what two spellings of one name have in common."""
    return " ".join(fold(form).translate(_PUNCTUATION).replace("organiz", "organis").split())


def make_skeleton(text: str) -> Skeleton:
    """Return the skeleton of a text, with a blank at either end."""
    padded = f" {fold(text)} ".translate(_PUNCTUATION).replace("organiz", "organis")
    edges: list[int] = []
    shifts: list[int] = []
    shift = 0
    for run in _RUN.finditer(padded):
        edges.append(run.start() - shift + 1)
        shift += run.end() - run.start() - 1
        shifts.append(shift)
    return Skeleton(_RUN.sub(" ", padded), tuple(edges), tuple(shifts))


def make_phrases(forms: Iterable[tuple[str, Value]]) -> Phrases[Value]:
    """Return what `find_phrases` needs; several values may share a form."""
    pairs = [(f" {make_key(form)} ", value) for form, value in forms]
    return Phrases(AhoCorasick([key for key, _ in pairs]), tuple(value for _, value in pairs))


def find_phrases(
    text: str, phrases: Phrases[Value], accept: Callable[[Span, Value], bool]
) -> tuple[tuple[Span, Value], ...]:
    """Return the accepted phrases of a text, the leftmost and longest where they overlap, in the order of the text."""
    skeleton = make_skeleton(text)
    hits = phrases.automaton.find_matches_as_indexes(skeleton.text, overlapping=True)
    spans = sorted((start, -end, index) for index, start, end in hits)
    found: list[tuple[Span, Value]] = []
    last = 0
    for start, negative_end, index in spans:
        span = Span(skeleton.locate(start + 1), skeleton.locate(-negative_end - 2) + 1)
        if span.start >= last and accept(span, phrases.values[index]):
            found.append((span, phrases.values[index]))
            last = span.end
    return tuple(found)


def close_bracket(text: str, span: Span) -> Span:
    """Return the span with the bracket that closes one opened inside it."""
    words = span.cut(text)
    if words.count("(") > words.count(")") and text.startswith(")", span.end):
        return Span(span.start, span.end + 1)
    return span
