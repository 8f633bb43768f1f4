"""What the processes are given: the steps by which a source is mined, whole or in parts, and what becomes of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pipeline.errors import ReadFailure
from pipeline.records import Comment, Document, Finding, Mention, Mined, Noted, Passage, Source

Pieces = tuple[tuple[Comment, ...], tuple[Passage, ...], tuple[Finding, ...], tuple[Mention, ...]]


@dataclass(frozen=True, slots=True)
class Parts:
    """How a long source is mined in parts; each function is one that another process can import.

    `read_part` takes the source with the first and last page (from 1), `assemble` the source with the parts in order;
    both are strangers to the tools. `split`, `find` and `note` get the tools as their last argument.
    """

    count_pages: Callable[[Source], int]
    read_part: Callable[[Source, int, int], Any]
    assemble: Callable[[Source, Sequence[Any]], Document]
    split: Callable[[Document, Any], tuple[Comment, ...]]
    find: Callable[[Document, tuple[Comment, ...], Any], Pieces]
    note: Callable[[Document, tuple[Comment, ...], Any], Noted] = lambda document, comments, tools: Noted()
    long: int = 80


@dataclass(frozen=True, slots=True)
class Steps:
    """What the processes do: make their tools once, then mine sources with them; long ones in parts where there are."""

    make_tools: Callable[[], Any]
    mine_source: Callable[[Source, Any], Mined]
    parts: Parts | None = None


Load = Callable[[], Steps]


class Outcome(NamedTuple):
    """What became of a source: mined, or the failure."""

    source: Source
    mined: Mined | None
    failure: ReadFailure | None
