"""Printed paragraph numbers, read as a sequence: gaps and garbled digits repaired, false numbers refused."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_NUMBER = re.compile(r"(?:[-–—•·]\s*)?(?P<number>\d{0,4})[.)]{1,2}(?:\s+|(?=[A-ZÀ-Ý][a-zà-ÿ]))(?=\S)")
_WIDEST_GAP = 8
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Counter:
    """A number at the start of a line: where, which (None where garbled), how long."""

    place: int
    number: int | None
    length: int


def read_counter(text: str, place: int) -> Counter | None:
    """Return the number that a line begins with, or None where it begins with words."""
    found = _NUMBER.match(text)
    if found is None or found.end() == len(text):
        return None
    return Counter(place, int(found["number"]) if found["number"] else None, found.end())


def settle_numbers(counters: Sequence[Counter]) -> tuple[Counter, ...]:
    """Return the counters that belong to a sequence, garbled ones repaired; the others have lost their number."""
    settled: list[Counter] = []
    chains: list[int] = []
    doubtful: list[int] = []
    for index, counter in enumerate(counters):
        depth = _find_chain(chains, counter, counters[index + 1 : index + 3])
        if depth is None:
            doubtful.append(len(settled))
            settled.append(replace(counter, number=None))
            continue
        number = counter.number or 0
        if depth < len(chains):
            _repair(settled, doubtful, chains[depth], number)
        doubtful.clear()
        del chains[depth:]
        chains.append(number)
        del chains[:-_DEPTH]
        settled.append(counter)
    return tuple(settled)


def _find_chain(chains: Sequence[int], counter: Counter, following: Sequence[Counter]) -> int | None:
    """Return which of the open sequences the number continues (the innermost first), or that it begins another."""
    if counter.number is None:
        return None
    for depth in range(len(chains) - 1, -1, -1):
        if counter.number == chains[depth] + 1:
            return depth
    later = [other.number for other in following]
    for depth in range(len(chains) - 1, -1, -1):
        gap = counter.number - chains[depth]
        if 1 < gap <= _WIDEST_GAP and (not later or counter.number + 1 in later):
            return depth
    begins = counter.number == 1 or not chains
    return len(chains) if begins and (not later or counter.number + 1 in later or counter.number == 1) else None


def _repair(settled: list[Counter], doubtful: Sequence[int], last: int, number: int) -> None:
    """Give the doubtful counters the missing numbers where exactly as many are missing."""
    if len(doubtful) == number - last - 1:
        for missing, index in enumerate(doubtful, start=last + 1):
            settled[index] = replace(settled[index], number=missing)
