"""`needs show`: one file's comments and findings in the terminal, the deciding words marked."""

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.text import Text

from flows.screen import make_console
from pipeline.counting import settle_counted
from pipeline.errors import ReadFailure
from pipeline.folding import fold
from pipeline.inputs import load_sources
from pipeline.records import Comment, Document, Finding, Mined
from pipeline.workers import Steps

_BREAKS = re.compile(r"[;|:,()\[\]{}\"“”«»…=+/]+")
_SHORTEST = 3


def show_file(path: Path, max_bytes: int, steps: Steps) -> None:
    """Show each comment of a file (of each file of an archive) with its findings."""
    console = make_console()
    tools = steps.make_tools()
    for loaded in load_sources(path.as_posix(), max_bytes):
        if loaded.failure or not loaded.source:
            raise ReadFailure(f"{loaded.path}: {loaded.failure}")
        show_mined(console, steps.mine_source(loaded.source, tools), loaded.path)


def show_mined(console: Console, mined: Mined, path: str) -> None:
    """Show a document, its comments and their findings in the order of the text."""
    console.print(Text(_describe_document(mined.document, path), style="bold"))
    findings = settle_counted(mined.comments, mined.findings)
    by_comment = {key: tuple(group) for key, group in groupby(findings, key=lambda one: one.comment_id)}
    for comment in mined.comments:
        console.print()
        console.print(Text(_describe_comment(comment), style="bold cyan"))
        for finding in by_comment.get(comment.comment_id, ()):
            console.print(_mark_words(finding))
            console.print(Text(f"    {_describe_finding(finding)}", style="dim"))
            console.print(Text(f"    because: {finding.reason}", style="dim"))
    counted = sum(finding.counted for finding in findings)
    console.print()
    console.print(f"{len(mined.comments)} comments, {len(findings)} findings, {counted} of them counted")


def _describe_document(document: Document, path: str) -> str:
    language = document.language or "language unknown"
    pages = f"{len(document.pages)} page{'s' if len(document.pages) > 1 else ''}"
    return f"{path} · {document.media_type} · {pages} · {len(document.text)} characters · {language}"


def _describe_comment(comment: Comment) -> str:
    parts = (
        comment.body,
        comment.kind,
        ", ".join(comment.countries),
        ", ".join(comment.conventions),
        ", ".join(f"Case No. {number}" for number in comment.case_number),
        f"adopted {comment.adopted_year}" if comment.adopted_year else None,
        f"session {comment.session}" if comment.session else None,
        comment.title,
    )
    return " · ".join(str(part) for part in parts if part)


def _describe_finding(finding: Finding) -> str:
    parts = (
        finding.kind,
        finding.act or finding.grade,
        ", ".join(finding.term),
        ", ".join(finding.mission),
        finding.purpose,
        f"asked by {finding.requester}" if finding.requester else None,
        f"says {finding.speaker}",
        finding.polarity,
        "quoted" if finding.quoted else None,
        finding.scope,
        "counted" if finding.counted else "not counted",
        ", ".join((*finding.countries, *finding.conventions, *finding.articles)),
        f"page {finding.page}",
        finding.method,
    )
    return " · ".join(str(part) for part in parts if part)


def _mark_words(finding: Finding) -> Text:
    text = Text("  ") + Text(finding.quote)
    for start, end in find_reason(finding.quote, finding.reason):
        text.stylize("bold reverse", start + 2, end + 2)
    return text


def find_reason(quote: str, reason: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of the reason stand in the quote."""
    folded = fold(quote)
    for words in _BREAKS.split(fold(reason)):
        wanted = words.strip(" .'-")
        if len(wanted) >= _SHORTEST:
            for found in re.finditer(rf"\b{re.escape(wanted)}\b", folded):
                yield found.span()
