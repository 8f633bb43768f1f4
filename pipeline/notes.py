"""What a document tells besides its findings: lists of States, figures it prints of itself, cases it refers.

Lists are read in General Reports, figures in papers, referrals in what the Committee on Freedom of Association says.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pipeline.citations import find_countries, find_instruments
from pipeline.figures import read_figures
from pipeline.folding import fold
from pipeline.gazetteers.registers import Registers
from pipeline.identity import make_id
from pipeline.languages import detect_language
from pipeline.records import Block, Comment, Document, Listed, Noted, Printed, Referral, Span
from pipeline.sentences import split_sentences
from pipeline.split.report_lists import read_lists
from pipeline.vocabulary import BlockKind, Body, CommentKind

_REFERRAL = "referral"


def note_document(
    document: Document, comments: Sequence[Comment], registers: Registers, abbreviations: frozenset[str]
) -> Noted:
    """Return the lists, printed figures and referrals of a document whose comments are known."""
    lists: list[Listed] = []
    printed: list[Printed] = []
    referrals: list[Referral] = []
    for comment in comments:
        if comment.kind is CommentKind.GENERAL_REPORT and comment.body is Body.CEACR:
            lists += _note_lists(document, comment, _find_end(document, comment, comments), registers)
        if comment.kind is CommentKind.PAPER:
            printed += _note_figures(document, comment, registers, abbreviations)
        if comment.body is Body.CFA:
            referrals += _note_referrals(document, comment, registers)
    return Noted(tuple(lists), tuple(printed), tuple(referrals))


def _find_end(document: Document, report: Comment, comments: Sequence[Comment]) -> int:
    """Return where the next comment begins: tables at the end of a General Report stand in no paragraph of it."""
    starts = (one.span.start for one in comments if one.span.start > report.span.start)
    return max(report.span.end, min(starts, default=len(document.text)))


def _note_lists(document: Document, comment: Comment, end: int, registers: Registers) -> Iterator[Listed]:
    inside = Span(comment.span.start, end)
    own = replace(document, blocks=tuple(block for block in document.blocks if inside.contains(block.span)))
    seen: set[str] = set()
    for found in read_lists(own, registers):
        for country, conventions in found.entries:
            listed_id = make_id(comment.comment_id, found.kind, found.span.start - comment.span.start, country)
            if listed_id not in seen:
                seen.add(listed_id)
                page = _page_at(document, found.span.start, comment.first_page)
                places = (listed_id, comment.comment_id, document.source_id, found.span, page)
                yield Listed(*places, found.kind, country, conventions)


def _note_figures(
    document: Document, comment: Comment, registers: Registers, abbreviations: frozenset[str]
) -> Iterator[Printed]:
    language = comment.language or document.language or detect_language(comment.span.cut(document.text))
    if language is None:
        return
    seen: set[str] = set()
    for block in _blocks_of(document, comment):
        text = block.span.cut(document.text)
        sentences = [text[start:end] for start, end in split_sentences(text, abbreviations)]
        for one in read_figures(sentences, registers.headings, language):
            printed_id = make_id(comment.comment_id, one.series, one.body, one.kind, one.year, one.unit)
            if printed_id not in seen and one.published_value is not None:
                seen.add(printed_id)
                yield Printed(
                    printed_id=printed_id,
                    comment_id=comment.comment_id,
                    source_id=document.source_id,
                    span=block.span,
                    page=_page_at(document, block.span.start, comment.first_page),
                    series=one.series,
                    body=one.body,
                    kind=one.kind,
                    year=one.year,
                    unit=one.unit,
                    published_value=one.published_value,
                )


def _note_referrals(document: Document, comment: Comment, registers: Registers) -> Iterator[Referral]:
    for place, block in enumerate(_blocks_of(document, comment)):
        text = block.span.cut(document.text)
        if registers.headings.find_within(_REFERRAL, fold(text)) is None:
            continue
        countries = () if comment.countries else _named(text, lambda words: [one.iso3 for one in find_countries(words)])
        conventions = _named(text, lambda words: [one.code for one in find_instruments(words)])
        page = _page_at(document, block.span.start, comment.first_page)
        places = (make_id(comment.comment_id, place, text), comment.comment_id, document.source_id, block.span, page)
        yield Referral(*places, countries, conventions)


def _named(text: str, find: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(find(text)))


def _blocks_of(document: Document, comment: Comment) -> Iterator[Block]:
    for block in document.blocks:
        if block.kind is not BlockKind.FURNITURE and comment.span.contains(block.span):
            yield block


def _page_at(document: Document, offset: int, first: int) -> int:
    for number in range(first, len(document.pages) + 1):
        if offset < document.pages[number - 1].end:
            return number
    return first
