"""A claim that no rule made: a model finds the sentence, and the readers of attributes say what they can of it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.attributes import read_missions, read_purpose, read_requester, read_terms, read_trigger
from pipeline.qualify.claim import Claim
from pipeline.qualify.setting import Setting, speaker_at
from pipeline.qualify.voice import Turn
from pipeline.vocabulary import Act, FindingKind, Grade, Polarity, Speaker

RULE = "model"


class Told(NamedTuple):
    """What a sentence of help tells: the act, whose statement it is, and whether it is asserted."""

    act: Act
    speaker: Speaker
    polarity: Polarity


def propose_claim(
    verdict: tuple[FindingKind, str],
    hits: tuple[Hit, ...],
    sentence: Sentence,
    turns: tuple[Turn, ...],
    setting: Setting,
) -> Claim:
    """Return the claim of a kind with this act or grade; `hits` are the words that it could rest on."""
    kind, value = verdict
    first = hits[0].first if hits else sentence.first
    speaker, _ = speaker_at(first, turns, setting)
    judgement = kind is not FindingKind.ASSISTANCE
    claim = Claim(
        kind=kind,
        act=None if judgement else Act(value),
        grade=Grade(value) if judgement else None,
        speaker=Speaker.COMMITTEE if judgement else speaker,
        polarity=Polarity.ASSERTED,
        quoted=setting.quoted,
        rule=RULE,
        reason=" … ".join(dict.fromkeys(hit.words for hit in hits)),
        doubtful=True,
    )
    return claim if judgement else _with_attributes(claim, hits, sentence, setting)


def retell_claim(claim: Claim, told: Told, sentence: Sentence, setting: Setting) -> Claim:
    """Return a claim of help told otherwise; who asked and why follow from the act and the speaker."""
    requester = read_requester(sentence, told.act, told.speaker)
    return replace(
        claim,
        **told._asdict(),
        requester=requester,
        trigger=read_trigger(sentence, requester, setting.replying),
    )


def _with_attributes(claim: Claim, hits: Iterable[Hit], sentence: Sentence, setting: Setting) -> Claim:
    concepts = frozenset(hit.concept for hit in hits)
    claim = replace(
        claim,
        term=read_terms(sentence, concepts),
        mission=read_missions(concepts),
        purpose=read_purpose(sentence, setting.kind, setting.purpose),
    )
    return retell_claim(claim, Told(claim.act or Act.REMINDED, claim.speaker, claim.polarity), sentence, setting)
