"""One sentence, invented, read as a passage of a comment: the tools are made once for all tests of a process."""

from functools import cache

from pipeline.judge import Heard
from pipeline.mine import Said, Tools, make_tools, read_comment
from pipeline.nlp import Sentence
from pipeline.qualify import Claim, Setting
from pipeline.records import Block, Comment, Document, Passage, Span
from pipeline.vocabulary import BlockKind, Body, CommentKind, FindingKind, Language, MediaType, Speaker

ASSISTANCE = FindingKind.ASSISTANCE


@cache
def tools() -> Tools:
    """The tools of mining."""
    return make_tools()


def read_one(language: str, sentence: str) -> Sentence:
    """The words and concepts of a text that is one sentence."""
    return tools().readers[Language(language)].read(sentence)[-1]


def say(
    language: str,
    sentence: str,
    *,
    before: str = "",
    body: Body = Body.CEACR,
    kind: CommentKind | None = CommentKind.OBSERVATION,
    voice: Speaker | None = None,
    quoted: bool = False,
    heading: str | None = None,
) -> Said:
    """What a sentence says after the sentence before it, in a paragraph of such a comment."""
    text = f"{before} {sentence}".strip()
    span = Span(0, len(text))
    document = Document("0" * 64, text, (Block(BlockKind.PARAGRAPH, span, 1),), (span,), MediaType.TEXT, "test")
    comment = Comment("c", "0" * 64, body, kind, span, language=Language(language))
    passage = Passage("p", "c", span, 1, heading=heading, quoted=quoted, voice=voice)
    start = len(text) - len(sentence)
    read = [said for _, said in read_comment(document, comment, [passage], tools())]
    own = [said for said in read if said.span.end > start]
    if not own:  # a paragraph that holds no word of a finding is not cut into sentences
        setting = Setting(body, kind, voice, quoted, Speaker.COMMITTEE, None, None)
        return Said(Heard(Language(language), read_one(language, sentence), (), setting, ()), Span(start, len(text)))
    return max(own, key=lambda said: (len(said.claims), len(said.span)))


def claim_of(said: Said, kind: FindingKind = ASSISTANCE) -> Claim | None:
    """What the sentence says of one kind."""
    return next((claim for claim in said.claims if claim.kind is kind), None)
