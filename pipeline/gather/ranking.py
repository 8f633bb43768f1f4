"""The open needs in the order of their priority; needs of the same priority share a rank."""

from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from pipeline.records import Need


class Ranked(NamedTuple):
    """A need with its rank; `tied` says that another need has the same."""

    rank: int
    tied: bool
    need: Need


def rank_needs(needs: Iterable[Need], top: int) -> tuple[Ranked, ...]:
    """Return the open needs of the first ranks: so many, and all that tie with the last of them."""
    ordered = sorted((one for one in needs if one.open), key=lambda one: (-one.priority, one.country, one.need_id))
    first: dict[int, int] = {}
    shared: dict[int, int] = {}
    for place, need in enumerate(ordered, start=1):
        first.setdefault(need.priority, place)
        shared[need.priority] = shared.get(need.priority, 0) + 1
    ranked = (Ranked(first[need.priority], shared[need.priority] > 1, need) for need in ordered)
    return tuple(takewhile(lambda one: one.rank <= top, ranked))
