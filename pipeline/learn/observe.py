"""The labelled texts as the pipeline reads them: each sentence with its cues, its neighbours and its labels."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.folding import fold, letters
from pipeline.gold import GoldPage, GoldSentence, Label
from pipeline.identity import hash_bytes
from pipeline.judge import Judged, is_worth_asking
from pipeline.mine import Said, Tools, cut_comments, judge_said, read_comment
from pipeline.nlp import Sentence
from pipeline.read import read_document
from pipeline.records import Block, Comment, Document, Passage, Source, Span
from pipeline.split import split_some
from pipeline.vocabulary import BlockKind, Body, CommentKind, Language, MediaType, Section, Speaker

_ID = "0" * 20
_LEAST_SHARED = 20  # letters that two cuts of one sentence must share
_SECTIONED = frozenset({Body.CFA, Body.ART24})  # whose sections a splitter gives a voice
_VOICES = {Section.ALLEGATIONS: Speaker.WORKERS, Section.REPLY: Speaker.GOVERNMENT}
_REPEATED = frozenset({"repetition", "repeticion"})  # the heading over a comment that is printed again


@dataclass(frozen=True, slots=True)
class Observed:
    """A labelled sentence as the pipeline read it; `said` is None where the pipeline did not read it as a sentence."""

    name: str
    text: str
    language: Language
    body: Body
    kind: CommentKind | None
    year: int | None
    thread: str
    note: str
    said: Said | None
    passage: Passage | None
    before: Sentence | None
    labels: tuple[Label, ...]

    @property
    def asked(self) -> bool:
        """Whether a model is asked about it."""
        return self.said is not None and (bool(self.said.claims) or is_worth_asking(self.said.sentence))


def observe_sentences(rows: Iterable[GoldSentence], tools: Tools) -> Iterator[Observed]:
    """Yield each labelled sentence as the pipeline reads it between its neighbours."""
    for row in rows:
        said, passage, before = _read_row(row, tools)
        yield Observed(
            row.name, row.text, row.language, row.body, row.kind, row.year, row.thread, row.note,
            said, passage, before, row.labels,
        )  # fmt: skip


def observe_pages(pages: Iterable[GoldPage], tools: Tools) -> Iterator[Observed]:
    """Yield every sentence of the pages that the pipeline reads, and the labelled ones that it does not read."""
    for page in pages:
        yield from _observe_page(page, tools)


def judge_observed(one: Observed, tools: Tools) -> tuple[Judged, ...]:
    """Return what the whole pipeline makes of an observed sentence."""
    if one.said is None or one.passage is None:
        return ()
    return judge_said(one.said, one.passage, one.before, tools)


def _read_row(row: GoldSentence, tools: Tools) -> tuple[Said | None, Passage | None, Sentence | None]:
    text = " ".join(part for part in (row.before, row.text, row.after) if part)
    start = len(row.before) + 1 if row.before else 0
    span = Span(0, len(text))
    document = Document(_ID, text, (Block(BlockKind.PARAGRAPH, span, 1),), (span,), MediaType.TEXT, "labels")
    comment = Comment(_ID, _ID, row.body, row.kind, span, language=row.language)
    quoted = row.repeated or row.section is Section.PREVIOUS_EXAMINATION or fold(row.heading or "") in _REPEATED
    voice = _VOICES.get(row.section) if row.section and row.body in _SECTIONED else None
    passage = Passage(_ID, _ID, span, 1, heading=row.heading, section=row.section, quoted=quoted, voice=voice)
    before: Sentence | None = None
    overlapping: list[tuple[Said, Sentence | None]] = []
    for _, said in read_comment(document, comment, [passage], tools):
        if said.span.end > start and said.span.start < start + len(row.text):
            overlapping.append((said, before))
        before = said.sentence
    if not overlapping:
        return None, None, None
    said, before = max(overlapping, key=lambda pair: (len(pair[0].claims), len(pair[0].span)))
    return said, passage, before


def _observe_page(page: GoldPage, tools: Tools) -> Iterator[Observed]:
    document = read_document(Source(hash_bytes(page.content), f"{page.name}.txt", page.content))
    left = list(page.labels)
    thread = min(page.threads)
    comment: Comment | None = None
    for comment, said, passage, before in _read_page(document, tools):
        text = said.span.cut(document.text)
        labels = [one for one in left if is_same_sentence(one[0], text)]
        left = [one for one in left if one not in labels]
        yield Observed(
            page.name, text, comment.language or page.language, comment.body, comment.kind, page.year, thread, "",
            said, passage, before, tuple(label for _, label in labels),
        )  # fmt: skip
    body, kind = (comment.body, comment.kind) if comment else (Body.CEACR, None)
    for quote, label in left:
        yield Observed(
            page.name, quote, page.language, body, kind, page.year, thread, "", None, None, None, (label,)
        )  # fmt: skip


def _read_page(document: Document, tools: Tools) -> Iterator[tuple[Comment, Said, Passage, Sentence | None]]:
    for comment, own in split_some(document, cut_comments(document, tools), tools.registers):
        before: Sentence | None = None
        for passage, said in read_comment(document, comment, own, tools):
            yield comment, said, passage, before
            before = said.sentence


def is_same_sentence(one: str, other: str) -> bool:
    """Say whether two quotes are cuts of one sentence: the same letters, or one within the other."""
    first, second = letters(one), letters(other)
    return first == second or (min(len(first), len(second)) > _LEAST_SHARED and (first in second or second in first))
