"""The jobs that a process does, one at a time: each is called with the steps and tools that the process made once."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from pipeline.counting import name_texts
from pipeline.errors import NeedsError, ReadFailure
from pipeline.records import Comment, Document, Mined, Noted, Source
from pipeline.workers.parcels import pack, unpack
from pipeline.workers.steps import Load, Parts, Pieces, Steps


class Job(NamedTuple):
    """A function to be called in another process, with what it is given and its share of the work on the source."""

    call: Callable[..., Any]
    given: tuple[Any, ...]
    share: float = 0.0


class Answer(NamedTuple):
    """What a job gave, or why it gave nothing."""

    result: Any
    failure: ReadFailure | None = None


@cache
def prepare(load: Load) -> tuple[Steps, Any]:
    """Return the steps and their tools, made once in a process."""
    steps = load()
    return steps, steps.make_tools()


def mine_whole(load: Load, source: Source) -> Mined:
    """Return what a source gives that is read in one piece."""
    steps, tools = prepare(load)
    return name_texts(steps.mine_source(source, tools))


def count_if_long(load: Load, source: Source) -> int:
    """Return the number of pages of a source that is to be mined in parts, or 0."""
    parts = prepare(load)[0].parts
    pages = parts.count_pages(source) if parts else 0
    return pages if parts and pages >= parts.long else 0


def read_part(load: Load, source: Source, first: int, last: int) -> bytes:
    """Return what was read as the next process gets it: the one in between need not unpack it."""
    return pack(_parts(load).read_part(source, first, last))


def split_parts(load: Load, source: Source, read: Sequence[bytes]) -> tuple[Document, tuple[Comment, ...], Noted]:
    """Return the document of the parts that were read, its comments, and what it tells besides."""
    tools = prepare(load)[1]
    document = _parts(load).assemble(source, [unpack(part) for part in read])
    comments = _parts(load).split(document, tools)
    return document, comments, _parts(load).note(document, comments, tools)


def find_in(load: Load, document: Document, comments: tuple[Comment, ...]) -> Pieces:
    """Return what some comments of a document hold; the document need have no other blocks than theirs."""
    pieces = _parts(load).find(document, comments, prepare(load)[1])
    named = name_texts(Mined(document, *pieces))
    return named.comments, named.passages, named.findings, named.mentions


def _parts(load: Load) -> Parts:
    parts = prepare(load)[0].parts
    assert parts is not None
    return parts


def as_failure(error: Exception) -> ReadFailure:
    """Return any error as the failure that the source's row tells."""
    if isinstance(error, ReadFailure):
        return error
    if isinstance(error, MemoryError):
        return ReadFailure("there was not enough memory: split the file, or run with --workers 1")
    if isinstance(error, NeedsError):
        return ReadFailure(str(error))
    words = " ".join(str(error).split())[:200]
    return ReadFailure(f"a fault of this program, please report it: {type(error).__name__}: {words}")
