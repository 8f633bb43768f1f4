"""Recipes: a source asks for jobs, is given their results, and returns what was mined."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from pipeline.records import Comment, Document, Mined, Source
from pipeline.workers.jobs import Job, count_if_long, find_in, mine_whole, read_part, split_parts

_AHEAD = 2  # jobs for each process, so that none waits long for another at the end
_READING = 0.5
_TOP = 400

Recipe = Generator[list[Job], list[Any], Mined]


def make_recipe(source: Source, count: int) -> Recipe:
    """Return the recipe of a source: in one job, or in parts where it is long and several processes can share it."""
    if count > 1 and source.content.startswith(b"%PDF"):
        return _mine_in_parts(source, count)
    return _mine_whole(source)


def _mine_whole(source: Source) -> Recipe:
    [mined] = yield [Job(mine_whole, (source,))]
    return mined  # type: ignore[no-any-return]


def _mine_in_parts(source: Source, count: int) -> Recipe:
    [pages] = yield [Job(count_if_long, (source,))]
    if not pages:
        return (yield from _mine_whole(source))
    ranges = cut_evenly([1] * pages, count * _AHEAD)
    read = yield [Job(read_part, (source, first + 1, last), _READING / len(ranges)) for first, last in ranges]
    [(document, comments, noted)] = yield [Job(split_parts, (source, read))]
    weights = [len(comment.span) for comment in comments]
    batches = [comments[first:last] for first, last in cut_evenly(weights, count * _AHEAD)]
    share = (1 - _READING) / max(1, len(batches))
    found = yield [Job(find_in, (_part_of(document, batch), batch), share) for batch in batches]
    joined = [tuple(chain.from_iterable(part[place] for part in found)) for place in range(4)]
    linked, passages, findings, mentions = joined
    return replace(Mined(document, linked, passages, findings, mentions), noted=noted)


def _part_of(document: Document, batch: Sequence[Comment]) -> Document:
    """Return the document with the blocks of some comments only, and those at its top, by which its kind is known."""
    first, last = batch[0].span.start, batch[-1].span.end
    own = (block for block in document.blocks[_TOP:] if block.span.end >= first and block.span.start <= last)
    return replace(document, blocks=(*document.blocks[:_TOP], *own))


def cut_evenly(weights: Sequence[int], count: int) -> list[tuple[int, int]]:
    """Return at most `count` ranges that follow one another and weigh about the same; none is empty."""
    ranges: list[tuple[int, int]] = []
    first, total, seen = 0, sum(weights), 0
    for place, weight in enumerate(weights, start=1):
        seen += weight
        if seen * count >= total * (len(ranges) + 1) or place == len(weights):
            ranges.append((first, place))
            first = place
    return ranges
