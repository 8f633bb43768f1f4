"""A stand-in for the steps: each line of an invented text file is a comment of one sentence.

`KEN C087 2001 reminded: The Committee reminds …` – country, Convention (- for none), year, and an act or a grade.
"""

import os
import re
from collections.abc import Sequence

from pipeline.errors import ReadFailure
from pipeline.identity import make_id
from pipeline.records import Block, Comment, Document, Finding, Mined, Passage, Source, Span
from pipeline.vocabulary import (
    Act,
    BlockKind,
    Body,
    CommentKind,
    FindingKind,
    Grade,
    Language,
    MediaType,
    Polarity,
    Purpose,
    Requester,
    Scope,
    Speaker,
    Term,
    Trigger,
)
from pipeline.workers import Parts, Pieces, Steps

Tools = tuple[str, ...]


def make_tools() -> Tools:
    return ("none",)


def mine_source(source: Source, tools: Tools) -> Mined:
    document = read_whole(source)
    return Mined(document, *find_lines(document, split_lines(document, tools), tools))


def read_whole(source: Source) -> Document:
    if source.content.startswith(b"BROKEN"):
        raise ReadFailure("the file is broken: get it again")
    if source.content.startswith(b"FAULT"):
        raise KeyError("no such thing")
    if source.content.startswith(b"CRASH"):
        os._exit(9)
    if source.content.startswith(b"HANGS"):
        hang()
    return make_document(source, source.content.decode().splitlines())


def hang() -> None:
    """Try more ways to match than there are seconds: no handler of Python's and no thread runs meanwhile."""
    re.match(r"(a|a)*$", "a" * 60 + "b")


def make_document(source: Source, lines: Sequence[str]) -> Document:
    blocks, offset = [], 0
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(offset, offset + len(line)), 1))
        offset += len(line) + 1
    text = "\n".join(lines)
    return Document(
        source.source_id, text, tuple(blocks), (Span(0, len(text)),), MediaType.TEXT, "standin@1", Language.ENGLISH
    )


def split_lines(document: Document, tools: Tools) -> tuple[Comment, ...]:
    spans = [block.span for block in document.blocks if ": " in block.span.cut(document.text)]
    return tuple(_make_comment(document, span)[0] for span in spans)


def find_lines(document: Document, comments: tuple[Comment, ...], tools: Tools) -> Pieces:
    passages = tuple(_make_comment(document, comment.span)[1] for comment in comments)
    findings = tuple(make_finding(*pair, document.text) for pair in zip(comments, passages, strict=True))
    return comments, passages, findings, ()


def _make_comment(document: Document, span: Span) -> tuple[Comment, Passage]:
    head, words = span.cut(document.text).split(": ", 1)
    country, convention, year, _ = head.split(" ")
    comment_id = make_id(document.source_id, span.start)
    conventions = () if convention == "-" else tuple(convention.split("+"))
    comment = Comment(
        comment_id, document.source_id, Body.CEACR, CommentKind.OBSERVATION, span, f"Observation {head}",
        Language.ENGLISH, (country,), conventions, adopted_year=int(year), published_year=int(year) + 1,
        session=int(year) - 1911,
    )
    start = span.end - len(words)
    passage = Passage(make_id(comment_id, 1), comment_id, Span(start, span.end), 1, conventions=conventions)
    return comment, passage


def make_finding(comment: Comment, passage: Passage, text: str) -> Finding:
    word = comment.span.cut(text).split(": ")[0].split(" ")[3]
    act = Act(word) if word in set(Act) else None
    grade = None if act else Grade(word)
    progress = grade in (Grade.SATISFACTION, Grade.INTEREST, Grade.OTHER)
    requested = act is Act.REQUESTED
    return Finding(
        make_id(passage.passage_id, word), passage.passage_id, comment.comment_id, comment.source_id, passage.span, 1,
        passage.span.cut(text),
        FindingKind.ASSISTANCE if act else FindingKind.PROGRESS if progress else FindingKind.CONCERN,
        act, grade, Speaker.GOVERNMENT if requested else Speaker.COMMITTEE, Polarity.ASSERTED,
        quoted=False, scope=Scope.CASE, counted=True, method="standin@1", reason=word,
        term=(Term.TECHNICAL_ASSISTANCE,) if act else (),
        purpose=Purpose.APPLICATION if act else None,
        requester=Requester.GOVERNMENT if requested else None,
        trigger=Trigger.OWN_INITIATIVE if requested else None,
        countries=comment.countries, conventions=comment.conventions,
    )


def count_pages(source: Source) -> int:
    return source.content.count(b"\f") + 1


def read_part(source: Source, first: int, last: int) -> list[str]:
    pages = source.content.decode().split("\f")[first - 1 : last]
    if any("HANGS" in page for page in pages):
        hang()
    return [line for page in pages for line in page.splitlines()]


def assemble(source: Source, parts: Sequence[list[str]]) -> Document:
    return make_document(source, [line for part in parts for line in part])


def load_whole() -> Steps:
    return Steps(make_tools, mine_source)


def load_in_parts() -> Steps:
    return Steps(make_tools, mine_source, Parts(count_pages, read_part, assemble, split_lines, find_lines, long=4))


def load_nothing() -> Steps:
    os._exit(9)
