"""The composition for one source: bytes to document, comments, passages and findings."""

from collections.abc import Iterator

from pipeline.find import find_candidates
from pipeline.nlp import Reader, Sentence
from pipeline.qualify.voice import Before
from pipeline.qualify.attributes import named_purpose
from pipeline.qualify import Claim, Grammar, Setting, find_turns, qualify_candidate
from pipeline.vocabulary import Body, CommentKind, Speaker


def mine_text(
    text: str, reader: Reader, grammar: Grammar, body: Body, kind: CommentKind | None, voice: Speaker | None, quoted=False
) -> Iterator[tuple[Sentence, tuple[Claim, ...]]]:
    """Yield each sentence of a passage with what it claims; the voice is carried from sentence to sentence."""
    carried = voice or Speaker.COMMITTEE
    head = carried
    replying = None
    purpose = None
    help_before: frozenset[str] = frozenset()
    for sentence in reader.read(text):
        turns = find_turns(sentence, grammar, body, Before(carried, head))
        setting = Setting(body, kind, voice, quoted, carried, replying, purpose)
        candidates = find_candidates(sentence, help_before)
        claims = tuple(c for c in (qualify_candidate(x, sentence, turns, setting) for x in candidates) if c is not None)
        yield sentence, claims
        for candidate in candidates:
            help_before |= {hit.concept for hit in candidate.anchors}
        purpose = named_purpose(sentence) or purpose
        if turns:
            carried = voice or turns[-1].speaker
            head = turns[0].speaker
