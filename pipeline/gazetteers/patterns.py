"""The wordings that are patterns, tried only where a text has letters with which one of them begins."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from pipeline.gazetteers.lexicon import Wording

_LONGEST_OPENING = 5
_PLAIN = re.compile(r"[a-z0-9' -](?![*+{])")
_GROUP = "(?:"
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_Opening = tuple[str, bool]  # plain letters, and whether nothing but these was read so far


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of a language as one: the group that matches tells the concept, the automaton where to try."""

    either: re.Pattern[str]
    concepts: tuple[str, ...]
    openings: AhoCorasick | None

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and concept of each wording, from left to right; none begins inside another."""
        for match in self._matches(folded):
            yield match.start(), match.end(), self.concepts[(match.lastindex or 1) - 1]

    def _matches(self, folded: str) -> Iterator[re.Match[str]]:
        if self.openings is None:
            yield from self.either.finditer(folded)
            return
        found = self.openings.find_matches_as_indexes(folded, overlapping=True)
        last = 0
        for start in sorted({start for _, start, _ in found}):
            inside = start < last or (start and folded[start - 1].isalnum())
            match = None if inside else self.either.match(folded, start)
            if match:
                last = match.end()
                yield match


def join_patterns(wordings: Iterable[Wording]) -> Patterns:
    """Return one pattern for all: the empty group after a wording tells which it was."""
    held = tuple(wordings)
    either = "|".join(f"(?:{one.form})()" for one in held) or "(?!)"
    openings = _shortest(opening for one in held for opening in find_openings(one.form))
    automaton = AhoCorasick(openings) if all(openings) else None
    return Patterns(re.compile(rf"\b(?:{either})\b"), tuple(one.concept for one in held), automaton)


def _shortest(openings: Iterable[str]) -> list[str]:
    """Return the openings without those that begin with another."""
    kept: list[str] = []
    for opening in sorted(openings):
        if not kept or not opening.startswith(kept[-1]):
            kept.append(opening)
    return kept


def find_openings(form: str) -> frozenset[str]:
    """Return plain letters with one of which all begins that the pattern matches; among them nothing, if unknown."""
    return frozenset(letters for branch in _branches(form) for letters, _ in _openings(branch))


def _openings(branch: str) -> set[_Opening]:
    """Return how a pattern without alternatives begins."""
    read: set[_Opening] = {("", True)}
    while branch and any(whole and len(letters) < _LONGEST_OPENING for letters, whole in read):
        first, branch = _first_part(branch)
        if branch.startswith("?"):
            first, branch = first | {("", True)}, branch[1:]
        read = {pair for one in read for pair in (_continued(one, first) if one[1] else [one])}
    return {(letters, whole and not branch) for letters, whole in read}


def _continued(one: _Opening, following: Iterable[_Opening]) -> list[_Opening]:
    return [(one[0] + letters, whole) for letters, whole in following]


def _first_part(branch: str) -> tuple[set[_Opening], str]:
    """Return how the first letter or group of a pattern begins, and the rest of the pattern."""
    if _PLAIN.match(branch):
        return {(branch[0], True)}, branch[1:]
    end = _closing(branch)
    if branch.startswith(_LOOKS):
        return {("", True)}, branch[end + 1 :]
    if branch.startswith(_GROUP) and branch[end + 1 : end + 2] not in ("*", "+", "{"):
        return {one for inner in _branches(branch[len(_GROUP) : end]) for one in _openings(inner)}, branch[end + 1 :]
    return {("", False)}, ""


def _branches(form: str) -> list[str]:
    """Return the alternatives of a pattern, outside its groups and sets."""
    depth, last, cuts = 0, 0, []
    for match in re.finditer(r"\\.|\[(?:\\.|[^\]])+\]|[()|]", form):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if match[0] == "|" and not depth:
            cuts.append(form[last : match.start()])
            last = match.end()
    return [*cuts, form[last:]]


def _closing(form: str) -> int:
    """Return where the group ends that a pattern begins with; its last place where it begins with none."""
    depth = 0
    for match in re.finditer(r"\\.|\[(?:\\.|[^\]])+\]|[()]", form):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if match[0] == ")" and not depth:
            return match.start()
    return len(form) - 1
