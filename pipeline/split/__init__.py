"""Documents → comments → passages: a table of the kinds of source, each recognised by what it prints near its top."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from pipeline.gazetteers.registers import Registers
from pipeline.records import Comment, Document, Passage
from pipeline.split.annual_report import recognise_annual_report, split_annual_passages, split_annual_report
from pipeline.split.assemble import seal_comments
from pipeline.split.cas_record import recognise_cas_record, split_cas_passages, split_cas_record
from pipeline.split.cfa_report import recognise_cfa_report, split_cfa_passages, split_cfa_report
from pipeline.split.normlex_articles import recognise_procedure_page, split_procedure_page, split_procedure_passages
from pipeline.split.normlex_bare import recognise_banner_page, recognise_bare_page, split_bare_page
from pipeline.split.normlex_cas import split_conference_passages
from pipeline.split.normlex_cfa import recognise_case_page, split_case_page, split_case_passages
from pipeline.split.normlex_comments import recognise_comment_page, split_comment_page
from pipeline.split.normlex_country import recognise_country_file, split_country_file
from pipeline.split.papers import recognise_numbered_text, recognise_paper, split_paper, split_paper_passages
from pipeline.split.passages import split_expert_passages
from pipeline.split.procedure_report import (
    recognise_procedure_report,
    split_procedure_report,
    split_procedure_report_passages,
)
from pipeline.vocabulary import Body

_TOP = 240


@dataclass(frozen=True, slots=True)
class SourceKind:
    """A kind of source: is the document one, which comments has it, which passages has a comment of it?"""

    name: str
    recognise: Callable[[Document, Registers], bool]
    split_comments: Callable[[Document, Registers], tuple[Comment, ...]]
    split_passages: Callable[[Document, Comment, Registers], tuple[Passage, ...]]


def split_comments(document: Document, registers: Registers) -> tuple[Comment, ...]:
    """Return the comments of a document in order, not overlapping; none where no kind of source is recognised."""
    kind = find_source_kind(document, registers)
    return seal_comments(document, kind.split_comments(document, registers)) if kind else ()


def split_passages(document: Document, comment: Comment, registers: Registers) -> tuple[Passage, ...]:
    """Return the paragraphs of a comment in order, not overlapping."""
    kind = find_source_kind(document, registers)
    return kind.split_passages(document, comment, registers) if kind else ()


def split_document(document: Document, registers: Registers) -> tuple[tuple[Comment, tuple[Passage, ...]], ...]:
    """Return each comment with its paragraphs."""
    return split_some(document, split_comments(document, registers), registers)


def split_some(
    document: Document, comments: Iterable[Comment], registers: Registers
) -> tuple[tuple[Comment, tuple[Passage, ...]], ...]:
    """Return some comments of a document with their paragraphs; the kind of source is recognised once for all."""
    kind = find_source_kind(document, registers)
    return tuple((comment, kind.split_passages(document, comment, registers)) for comment in comments) if kind else ()


def find_source_kind(document: Document, registers: Registers) -> SourceKind | None:
    """Return the first kind of the table that recognises the top of the document."""
    top = replace(document, blocks=document.blocks[:_TOP])
    return next((kind for kind in KINDS if kind.recognise(top, registers)), None)


def _split_page_passages(document: Document, comment: Comment, registers: Registers) -> tuple[Passage, ...]:
    return _BY_BODY.get(comment.body, split_expert_passages)(document, comment, registers)


_BY_BODY = {
    Body.CEACR: split_expert_passages,
    Body.CAS: split_conference_passages,
    Body.CFA: split_case_passages,
    Body.ART24: split_procedure_passages,
    Body.ART26: split_procedure_passages,
}

KINDS = (
    SourceKind("freedom of association report", recognise_cfa_report, split_cfa_report, split_cfa_passages),
    SourceKind("country file", recognise_country_file, split_country_file, _split_page_passages),
    SourceKind("case page", recognise_case_page, split_case_page, _split_page_passages),
    SourceKind("procedure page", recognise_procedure_page, split_procedure_page, _split_page_passages),
    SourceKind("comment page", recognise_comment_page, split_comment_page, _split_page_passages),
    SourceKind("banner page", recognise_banner_page, split_bare_page, _split_page_passages),
    SourceKind("Conference committee record", recognise_cas_record, split_cas_record, split_cas_passages),
    SourceKind("annual report", recognise_annual_report, split_annual_report, split_annual_passages),
    SourceKind("procedure report", recognise_procedure_report, split_procedure_report, split_procedure_report_passages),
    SourceKind("paper", recognise_paper, split_paper, split_paper_passages),
    SourceKind("bare page", recognise_bare_page, split_bare_page, _split_page_passages),
    SourceKind("numbered text", recognise_numbered_text, split_paper, split_paper_passages),
)
