"""Cue and model put together: what the cues claim of a sentence is weighed with what the model makes of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.classify import Cell, Evidence, Model, Opinion, Ruling, decide, make_features, predict
from pipeline.classify.decide import VALUE_HEADS, Cued
from pipeline.classify.evidence import Cue, Voice
from pipeline.classify.weights import explain
from pipeline.find import MISSIONS
from pipeline.nlp import Sentence
from pipeline.qualify import Claim, Setting, Turn, propose_claim
from pipeline.records import Passage
from pipeline.vocabulary import Act, FindingKind, Grade, Language, Polarity, Speaker

_WORDS_OF = {
    FindingKind.ASSISTANCE: MISSIONS
    | {
        "technical-assistance", "technical-cooperation", "aid", "training", "advice", "expertise", "project",
        "road-map", "mission", "at-disposal", "visit", "shown-to", "programme",
    },
    FindingKind.PROGRESS: frozenset({"with-satisfaction", "with-interest", "welcomes", "progress"}),
    FindingKind.CONCERN: frozenset({"regret", "deplores", "concern"}),
    FindingKind.REPORTING: frozenset({"not-received", "no-reply", "urgent-appeal", "lack", "unanswered"}),
}  # fmt: skip
_WORTH: frozenset[str] = frozenset().union(*_WORDS_OF.values(), {"office"})
_SURE_SPEAKER = 0.9


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence as the cues read it: its turns, the setting it was read in, and what they claim."""

    language: Language
    sentence: Sentence
    turns: tuple[Turn, ...]
    setting: Setting
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with its calibrated score (None where no model is in service) and the method that made it."""

    claim: Claim
    score: float | None
    method: str


def is_worth_asking(sentence: Sentence) -> bool:
    """Say whether a sentence holds any word that a finding could rest on: of the others the model is not asked."""
    return any(hit.concept in _WORTH for hit in sentence.hits)


def make_evidence(heard: Heard, passage: Passage, before: Sentence | None) -> Evidence:
    """Return what a model is shown of a sentence."""
    setting, sentence = heard.setting, heard.sentence
    return Evidence(
        heard.language,
        setting.body,
        setting.kind,
        passage.section,
        passage.heading,
        passage.quoted,
        passage.voice,
        setting.carried,
        sentence.words,
        _cues(sentence),
        tuple(Voice(turn.first - sentence.first, turn.speaker, str(turn.force), turn.past) for turn in heard.turns),
        _cues(before) if before else (),
    )


def judge_claims(heard: Heard, evidence: Evidence, model: Model) -> Iterator[Judged]:
    """Yield the claims that stand when cue and model have been heard, each with its score and its method."""
    features = make_features(evidence)
    opinion = predict(model.weights, features)
    by_kind = {claim.kind: claim for claim in heard.claims}
    for ruling in decide(cue_claims(heard.claims), opinion, model.limits):
        claim = by_kind.get(ruling.kind)
        if claim is None:
            claim = _with_voice(_propose(ruling, heard), opinion)
        method = f"{model.name}:{ruling.cell}"
        yield Judged(_settle(claim, ruling, model, features), ruling.score, method)


def _propose(ruling: Ruling, heard: Heard) -> Claim:
    hits = tuple(hit for hit in heard.sentence.hits if hit.concept in _WORDS_OF[ruling.kind])
    return propose_claim((ruling.kind, ruling.value), hits, heard.sentence, heard.turns, heard.setting)


def cue_claims(claims: Iterable[Claim]) -> tuple[Cued, ...]:
    """Return what the cues claim, as the table of decisions takes it."""
    return tuple(Cued(claim.kind, str(claim.act or claim.grade), claim.doubtful) for claim in claims)


def _settle(claim: Claim, ruling: Ruling, model: Model, features: frozenset[str]) -> Claim:
    """Return the claim as ruled: the value that stands, and why, where it is not the cues' own."""
    if ruling.cell in (Cell.AGREE, Cell.ONLY_CUE):
        return replace(claim, doubtful=ruling.flagged)
    why = explain(model.weights, features, *_question(ruling))
    reason = f"{claim.reason} [model: {', '.join(why)}]"
    if ruling.kind is FindingKind.ASSISTANCE:
        return replace(claim, act=Act(ruling.value), reason=reason, doubtful=ruling.flagged)
    return replace(claim, grade=Grade(ruling.value), reason=reason, doubtful=ruling.flagged)


def _question(ruling: Ruling) -> tuple[str, str]:
    if ruling.cell is Cell.ONLY_MODEL:
        return str(ruling.kind), "yes"
    return VALUE_HEADS[ruling.kind], ruling.value


def _with_voice(claim: Claim, opinion: Opinion) -> Claim:
    """Return a proposed claim with the model's speaker and polarity where it is sure of them."""
    if claim.kind is not FindingKind.ASSISTANCE:
        return claim
    speakers, polarities = opinion.attributes["speaker"], opinion.attributes["polarity"]
    speaker = max(speakers, key=lambda one: (speakers[one], one))
    polarity = max(polarities, key=lambda one: (polarities[one], one))
    if speakers[speaker] >= _SURE_SPEAKER:
        claim = replace(claim, speaker=Speaker(speaker))
    return replace(claim, polarity=Polarity(polarity))


def _cues(sentence: Sentence) -> tuple[Cue, ...]:
    return tuple(Cue(hit.concept, hit.first - sentence.first, hit.last - sentence.first) for hit in sentence.hits)
