"""The composition for one source: bytes to document, comments, passages and findings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.classify import Model
from pipeline.find import OWN_HELP, Mentioned, find_candidates, is_of_interest, may_hold_findings
from pipeline.gazetteers.lexicon import load_abbreviations, load_lexicon
from pipeline.gazetteers.registers import Registers, make_registers
from pipeline.identity import make_id
from pipeline.judge import Heard, Judged, is_worth_asking, judge_claims, make_evidence
from pipeline.languages import detect_language
from pipeline.link import link_comment, link_finding, link_passages
from pipeline.mentions import find_mentions
from pipeline.nlp import Reader, Sentence, make_reader
from pipeline.notes import note_document
from pipeline.qualify import (
    Before,
    Claim,
    Grammar,
    Setting,
    Turn,
    find_turns,
    make_grammar,
    qualify_candidate,
    read_lead,
    read_scope,
)
from pipeline.qualify.attributes import named_purpose, points_back
from pipeline.read import read_document
from pipeline.read.pdf import assemble_pages, count_pages, read_pages
from pipeline.read.pdf_values import PageLines
from pipeline.records import Comment, Document, Finding, Mention, Mined, Noted, Passage, Source, Span
from pipeline.split import split_comments, split_some
from pipeline.store.models import MODELS, load_in_service
from pipeline.vocabulary import Act, CommentKind, FindingKind, Grade, Language, Purpose, Review, Scope, Speaker
from pipeline.workers import Parts, Pieces, Steps

METHOD = "cues@1"


@dataclass(frozen=True, slots=True)
class Tools:
    """What mining needs and a process makes once: the registers, and a reader with its grammar for each language."""

    registers: Registers
    readers: Mapping[Language, Reader]
    grammars: Mapping[Language, Grammar]
    model: Model | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its place in the document, as the cues read it."""

    heard: Heard
    span: Span

    @property
    def sentence(self) -> Sentence:
        """Its words and concepts."""
        return self.heard.sentence

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the cues claim of it."""
        return self.heard.claims


@dataclass(slots=True)
class _Memory:
    """What a comment has said so far that the next sentence is read with."""

    language: Language
    carried: Speaker = Speaker.COMMITTEE
    head: Speaker = Speaker.COMMITTEE
    replying: Speaker | None = None
    purpose: Purpose | None = None
    purpose_before: Purpose | None = None  # of the paragraph before: only 'in this regard' reaches back to it
    lead: Turn | None = None
    mentioned: Mentioned = Mentioned()


def make_tools() -> Tools:
    """Return the tools of a process; what a language needs besides is made when a text of it comes."""
    return Tools(make_registers(), _Readers(), _Grammars(), load_in_service(MODELS))


class _Readers(dict[Language, Reader]):
    """The readers, each made when the first text of its language comes: most runs have one language."""

    def __missing__(self, language: Language) -> Reader:
        reader = self[language] = make_reader(language, load_lexicon(language), load_abbreviations())
        return reader


class _Grammars(dict[Language, Grammar]):
    """The grammars, each made when the first text of its language comes."""

    def __missing__(self, language: Language) -> Grammar:
        grammar = self[language] = make_grammar(language, load_lexicon(language))
        return grammar


def mine_source(source: Source, tools: Tools) -> Mined:
    """Return everything that one source gives; raises ReadFailure where it cannot be read."""
    document = read_document(source)
    comments = cut_comments(document, tools)
    return replace(Mined(document, *mine_comments(document, comments, tools)), noted=note(document, comments, tools))


def cut_comments(document: Document, tools: Tools) -> tuple[Comment, ...]:
    """Return the comments of a document, in order."""
    return split_comments(document, tools.registers)


def note(document: Document, comments: Sequence[Comment], tools: Tools) -> Noted:
    """Return what the document tells besides its findings."""
    return note_document(document, comments, tools.registers, load_abbreviations())


def mine_comments(document: Document, comments: Iterable[Comment], tools: Tools) -> Pieces:
    """Return some comments of a document, linked, with their passages, findings and mentions, each in order."""
    linked: list[Comment] = []
    passages: list[Passage] = []
    mentions: list[Mention] = []
    for comment, own in split_some(document, comments, tools.registers):
        linked.append(link_comment(comment, own, document.text))
        placed = link_passages(linked[-1], own, document.text)
        passages.extend(placed)
        mentions.extend(find_mentions(document.text, linked[-1], placed, comment.language or document.language))
    return tuple(linked), tuple(passages), find_findings(document, linked, passages, tools), tuple(mentions)


def find_findings(
    document: Document, comments: Iterable[Comment], passages: Iterable[Passage], tools: Tools
) -> tuple[Finding, ...]:
    """Return the findings of these comments, in order of their sentences."""
    of_comment: dict[str, list[Passage]] = {}
    for passage in passages:
        of_comment.setdefault(passage.comment_id, []).append(passage)
    return tuple(
        finding
        for comment in comments
        for finding in _find_in_comment(document, comment, of_comment.get(comment.comment_id, []), tools)
    )


def _find_in_comment(
    document: Document, comment: Comment, passages: Sequence[Passage], tools: Tools
) -> Iterator[Finding]:
    twins: Counter[tuple[str, str]] = Counter()
    before: Sentence | None = None
    for passage, said in read_comment(document, comment, passages, tools):
        judged = judge_said(said, passage, before, tools)
        before = said.sentence
        for one in judged:
            quote = said.span.cut(document.text)
            twins[one.claim.kind, quote] += 1
            ids = make_id(comment.comment_id, one.claim.kind, quote, twins[one.claim.kind, quote])
            finding = _make_finding(ids, document, passage, said, one)
            linked = link_finding(finding, passage, comment, document.text)
            settled = replace(linked, scope=read_scope(said.sentence, comment.kind, linked.countries))
            if comment.kind is not CommentKind.PAPER or _is_told(settled):
                yield settled


def judge_said(said: Said, passage: Passage, before: Sentence | None, tools: Tools) -> tuple[Judged, ...]:
    """Return what stands of a sentence: what cue and model say together, or the cues alone where there is no model."""
    if tools.model is None or said.heard.setting.kind is CommentKind.PAPER:  # no paper is among the lessons
        claims = (_by_author(claim, said.heard.setting) for claim in said.claims)
        return tuple(Judged(claim, None, f"{METHOD}:{claim.rule}") for claim in claims)
    if not said.claims and not is_worth_asking(said.sentence):
        return ()
    return tuple(judge_claims(said.heard, make_evidence(said.heard, passage, before), tools.model))


def _by_author(claim: Claim, setting: Setting) -> Claim:
    """No committee speaks in a paper: its author is the Office."""
    own = setting.kind is CommentKind.PAPER and claim.speaker is Speaker.COMMITTEE
    return replace(claim, speaker=Speaker.OFFICE) if own else claim


_GIVING = (
    "provid",
    "receiv",
    "undertak",
    "carried",
    "gave",
    "given",
    "support",
    "assist",
    "deliver",
    "held",
    "benefit",
)


def _is_told(finding: Finding) -> bool:
    """In a paper, help that is only a topic and the courtesies of its author are no findings."""
    if finding.scope is Scope.STATISTICS:
        return True
    named = bool(finding.countries or finding.conventions)
    if finding.act is Act.REQUESTED and not named:
        return False  # papers and reports that the Governing Body asks the Office for
    if finding.kind is FindingKind.ASSISTANCE:
        given = finding.act is not Act.DELIVERED or any(word.startswith(_GIVING) for word in finding.reason.split())
        return named or (given and finding.review is not Review.FLAGGED)
    return named and finding.grade is Grade.OTHER


def read_comment(
    document: Document, comment: Comment, passages: Sequence[Passage], tools: Tools
) -> Iterator[tuple[Passage, Said]]:
    """Yield every sentence of a comment with what it claims; voices, purposes and short names carry on."""
    language = comment.language or document.language or detect_language(comment.span.cut(document.text))
    if language is None:
        return
    whole = comment.span.cut(document.text)
    reader = tools.readers[language].knowing(whole)
    paper = comment.kind is CommentKind.PAPER  # help without a giver is the Office's own there
    memory = _Memory(language, mentioned=Mentioned(frozenset({OWN_HELP}) if paper else frozenset()))
    for passage in passages:
        memory.carried = memory.head = passage.voice or Speaker.COMMITTEE
        memory.replying = None
        memory.purpose_before, memory.purpose = memory.purpose, None
        memory.mentioned = Mentioned(memory.mentioned.before)
        text = passage.span.cut(document.text)
        sentences = reader.read(text, partial(_deserves_reading, text, memory))
        heeded = len(sentences) if text.rstrip().endswith(":") else _last_of_interest(sentences)
        for place, sentence in enumerate(sentences):
            if paper:
                memory.carried = memory.head = Speaker.COMMITTEE  # a paper tells of each in its own voice
            read = _read_sentence if place < heeded else _overhear_sentence
            heard = read(sentence, comment, passage, memory, tools.grammars[language])
            yield passage, Said(heard, sentence.span.shifted(passage.span.start))
        if not text.rstrip().endswith(":"):
            memory.lead = memory.lead if _is_item(text) else None


def _deserves_reading(text: str, memory: _Memory, concepts: frozenset[str]) -> bool:
    """A paragraph that may hold a finding, or that leads a list."""
    return text.rstrip().endswith(":") or may_hold_findings(concepts, memory.mentioned)


def _read_sentence(sentence: Sentence, comment: Comment, passage: Passage, memory: _Memory, grammar: Grammar) -> Heard:
    lead = memory.lead if memory.lead and sentence.span.start < 12 and _is_item(sentence.text) else None
    turns = find_turns(sentence, grammar, comment.body, Before(memory.carried, memory.head, lead))
    purpose = memory.purpose or (memory.purpose_before if points_back(sentence) else None)
    setting = Setting(
        comment.body, comment.kind, passage.voice, passage.quoted, memory.carried, memory.replying, purpose
    )
    candidates = find_candidates(sentence, memory.mentioned) if is_of_interest(sentence) else ()
    claims = (qualify_candidate(candidate, sentence, turns, setting) for candidate in candidates)
    found = tuple(claim for claim in claims if claim is not None)
    if any(claim.kind is FindingKind.ASSISTANCE for claim in found):
        named = frozenset(hit.concept for candidate in candidates for hit in candidate.anchors)
        memory.mentioned = Mentioned(memory.mentioned.before | named, memory.mentioned.here | named)
    memory.purpose = named_purpose(sentence) or memory.purpose
    if turns:
        memory.carried = passage.voice or turns[-1].speaker
        memory.head = passage.voice or turns[0].speaker
        if sentence.text.rstrip().endswith(":"):
            memory.lead = read_lead(sentence, turns, comment.body)
        if any(turn.speaker in {Speaker.WORKERS, Speaker.EMPLOYERS} for turn in turns):
            memory.replying = next(t.speaker for t in turns if t.speaker in {Speaker.WORKERS, Speaker.EMPLOYERS})
    return Heard(memory.language, sentence, turns, setting, found)


def _last_of_interest(sentences: Sequence[Sentence]) -> int:
    """Return how many sentences lead up to the last one that may hold a finding: voices carry on no further."""
    return max((place for place, one in enumerate(sentences, 1) if is_of_interest(one)), default=0)


def _overhear_sentence(sentence: Sentence, comment: Comment, passage: Passage, memory: _Memory, _: Grammar) -> Heard:
    """Read a sentence that holds nothing and that nothing follows: only the purpose it names is remembered."""
    memory.purpose = named_purpose(sentence) or memory.purpose
    setting = Setting(
        comment.body, comment.kind, passage.voice, passage.quoted, memory.carried, memory.replying, memory.purpose
    )
    return Heard(memory.language, sentence, (), setting, ())


def _is_item(text: str) -> bool:
    """A list item begins with a mark or in lower case."""
    head = text.lstrip()[:1]
    return head.islower() or head in "(–—-•*!" or text.lstrip()[1:2] in ").-"


def _make_finding(finding_id: str, document: Document, passage: Passage, said: Said, judged: Judged) -> Finding:
    claim = judged.claim
    return Finding(
        finding_id=finding_id,
        passage_id=passage.passage_id,
        comment_id=passage.comment_id,
        source_id=document.source_id,
        span=said.span,
        page=_page_at(document, said.span.start, passage.page),
        quote=said.span.cut(document.text),
        kind=claim.kind,
        act=claim.act,
        grade=claim.grade,
        speaker=claim.speaker,
        polarity=claim.polarity,
        quoted=claim.quoted,
        scope=Scope.CASE,
        counted=False,
        method=judged.method,
        reason=claim.reason,
        term=claim.term,
        mission=claim.mission,
        purpose=claim.purpose,
        requester=claim.requester,
        trigger=claim.trigger,
        score=judged.score,
        review=Review.FLAGGED if claim.doubtful else Review.AUTOMATIC,
    )


def _page_at(document: Document, offset: int, first: int) -> int:
    for number in range(first, len(document.pages) + 1):
        if offset < document.pages[number - 1].end:
            return number
    return first


def assemble_parts(source: Source, parts: Sequence[tuple[PageLines, ...]]) -> Document:
    """Return the document of a PDF whose page ranges were read in several processes."""
    return assemble_pages(source, [page for part in parts for page in part])


def _count_pages(source: Source) -> int:
    return count_pages(source.content)


def _read_part(source: Source, first: int, last: int) -> tuple[PageLines, ...]:
    return tuple(read_pages(source.content, first, last))


STEPS = Steps(
    make_tools,
    mine_source,
    Parts(_count_pages, _read_part, assemble_parts, cut_comments, mine_comments, note),
)
