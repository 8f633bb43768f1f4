"""What a paper quotes: words in quotation marks, under another text's number, or in a box that names its source."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.folding import fold
from pipeline.gazetteers.headings import Headings
from pipeline.split.assemble import Draft

_QUOTED_SHARE = 0.5
_FAR = 8  # a number so far from the paper's own is another text's
_QUOTATION = re.compile(r"“[^“”]*(?:”|$)|«[^«»]*(?:»|$)|\"[^\"]*\"|^[^“”]*”(?=[.,;]?$)")
_OPENING, _CLOSING = "“«", "”»"
_REFUSED = re.compile(r"(\d{1,3})[.)]\s*\Z")
_SOURCE = 40


def mark_quotations(drafts: Sequence[Draft], text: str, headings: Headings) -> Iterator[Draft]:
    """Yield the paragraphs of a paper, those quoted that are another text's words."""
    numbered = any((draft.number or "").isdigit() for draft in drafts)
    for _, group in groupby(_mark_marked(drafts, text), key=lambda draft: draft.heading):
        section = tuple(group)
        boxed = numbered and _is_sourced(section, text, headings)
        yield from (replace(draft, quoted=draft.quoted or boxed) for draft in section)


def _mark_marked(drafts: Sequence[Draft], text: str) -> Iterator[Draft]:
    """Yield the drafts; one that is mostly in quotation marks, or goes on with a quotation, is quoted."""
    inside = False
    latest = 0
    for draft in drafts:
        words = draft.span.cut(text)
        own = (draft.number or "").isdigit()
        latest = int(draft.number or 0) if own else latest
        inside = inside and not own
        covered = sum(len(match[0]) for match in _QUOTATION.finditer(words))
        quoted = inside or draft.quoted or covered >= _QUOTED_SHARE * len(words)
        opened = sum(map(words.count, _OPENING)) - sum(map(words.count, _CLOSING))
        inside = (inside and opened >= 0) or (opened > 0 and words.lstrip("(a)•- ")[:1] in _OPENING)
        yield replace(draft, quoted=quoted or (not own and _has_foreign_number(draft, latest, text)))


def _has_foreign_number(draft: Draft, latest: int, text: str) -> bool:
    """Say whether the paragraph was printed with a number that the paper's own sequence refused by far."""
    refused = _REFUSED.search(text, max(0, draft.span.start - 8), draft.span.start)
    return latest > 0 and refused is not None and abs(int(refused[1]) - latest) > _FAR


def _is_sourced(section: Sequence[Draft], text: str, headings: Headings) -> bool:
    """Say whether a section without numbers ends with the line that names where it was taken from."""
    last = fold(section[-1].span.cut(text)[:_SOURCE])
    return not any(draft.number for draft in section) and headings.measure_opening("papers.source", last) > 0
