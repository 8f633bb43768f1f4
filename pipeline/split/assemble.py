"""Last touches on comments and passages: pages, and ids that come from content."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.identity import make_id
from pipeline.records import Comment, Document, Passage, Span
from pipeline.split.lines import page_of
from pipeline.vocabulary import Section, Speaker


@dataclass(frozen=True, slots=True)
class Draft:
    """A passage before it has its id and page."""

    span: Span
    number: str | None = None
    heading: str | None = None
    section: Section | None = None
    quoted: bool = False
    voice: Speaker | None = None


def seal_comments(document: Document, comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """Give each comment its pages and its id: source, body, kind, title or case, words, ordinal among equals."""
    seen: Counter[tuple[object, ...]] = Counter()
    sealed = []
    for comment in comments:
        words = comment.span.cut(document.text)
        name = comment.title or "/".join(comment.case_number)
        parts = (document.source_id, comment.body, comment.kind or "", name, words)
        seen[parts] += 1
        sealed.append(
            replace(
                comment,
                comment_id=make_id(*parts, seen[parts]),
                first_page=page_of(document, comment.span.start),
                last_page=page_of(document, max(comment.span.start, comment.span.end - 1)),
            )
        )
    return tuple(sealed)


def seal_passages(document: Document, comment: Comment, drafts: Iterable[Draft]) -> tuple[Passage, ...]:
    """Give each passage its page and its id: comment, number, words, ordinal among identical ones."""
    seen: Counter[tuple[object, ...]] = Counter()
    passages = []
    for draft in drafts:
        parts = (comment.comment_id, draft.number or "", draft.span.cut(document.text))
        seen[parts] += 1
        passages.append(
            Passage(
                passage_id=make_id(*parts, seen[parts]),
                comment_id=comment.comment_id,
                span=draft.span,
                page=page_of(document, draft.span.start),
                number=draft.number,
                heading=draft.heading,
                section=draft.section,
                quoted=draft.quoted,
                voice=draft.voice,
            )
        )
    return tuple(passages)
