"""Cue and model put together: what the cues claim of a sentence is weighed with what the model makes of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.classify import Cell, Evidence, Limits, Model, Opinion, Ruling, decide, hear, make_features
from pipeline.classify.decide import VALUE_HEADS, Cued
from pipeline.classify.evidence import Cue, Voice
from pipeline.classify.features import find_places
from pipeline.classify.heads import YES
from pipeline.classify.model import VOICE
from pipeline.classify.weights import explain, predict_known
from pipeline.find import MISSIONS
from pipeline.nlp import Sentence
from pipeline.qualify import Claim, Setting, Told, Turn, propose_claim, retell_claim
from pipeline.records import Passage
from pipeline.vocabulary import Act, FindingKind, Grade, Language, Polarity, Purpose, Speaker

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
_ASKED = frozenset(FindingKind) - {FindingKind.REPORTING}  # of what is missing the model alone finds nothing
_WORTH: frozenset[str] = frozenset().union(*(_WORDS_OF[kind] for kind in _ASKED), {"office"})


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
    weights = model.weights
    linear = predict_known(weights, find_places(evidence, weights.index))
    opinion = hear(model.encoder, linear, heard.sentence.text)
    by_kind = {claim.kind: claim for claim in heard.claims}
    for ruling in decide(cue_claims(heard.claims), opinion, model.limits):
        claim = by_kind.get(ruling.kind) or _propose(ruling, heard)
        settled = _settle(claim, ruling, opinion, model)
        if settled != claim or ruling.cell is Cell.ONLY_MODEL:
            why = explain(weights, make_features(evidence), *_question(ruling, claim, settled))
            settled = _say_why(_retell(settled, heard), ruling, why)
        if settled.doubtful is not ruling.flagged:
            settled = replace(settled, doubtful=ruling.flagged)
        yield Judged(settled, ruling.score, f"{model.name}:{ruling.cell}")


def _propose(ruling: Ruling, heard: Heard) -> Claim:
    hits = tuple(hit for hit in heard.sentence.hits if hit.concept in _WORDS_OF[ruling.kind])
    return propose_claim((ruling.kind, ruling.value), hits, heard.sentence, heard.turns, heard.setting)


def cue_claims(claims: Iterable[Claim]) -> tuple[Cued, ...]:
    """Return what the cues claim, as the table of decisions takes it."""
    return tuple(Cued(claim.kind, str(claim.act or claim.grade), claim.doubtful) for claim in claims)


def _settle(claim: Claim, ruling: Ruling, opinion: Opinion, model: Model) -> Claim:
    """Return the claim as ruled: the act or grade that stands, and the voice where the model is sure of another."""
    if ruling.kind is not FindingKind.ASSISTANCE:
        return claim if claim.grade == ruling.value else replace(claim, grade=Grade(ruling.value))
    speaker = choose_voice("speaker", claim.speaker, opinion, model.limits)
    polarity = choose_voice("polarity", claim.polarity, opinion, model.limits)
    if ruling.value == Act.REQUESTED and speaker == Speaker.COMMITTEE:  # a committee does not ask for help
        speaker = Speaker.GOVERNMENT if claim.speaker is Speaker.COMMITTEE else claim.speaker
    purpose = choose_voice("purpose", claim.purpose or Purpose.APPLICATION, opinion, model.limits)
    told = Act(ruling.value), Speaker(speaker), Polarity(polarity), Purpose(purpose)
    if told == (claim.act, claim.speaker, claim.polarity, claim.purpose):
        return claim
    act, speaker, polarity, purpose = told
    return replace(claim, act=act, speaker=speaker, polarity=polarity, purpose=purpose)


def choose_voice(name: str, cued: str, opinion: Opinion, limits: Limits) -> str:
    """Return the speaker, polarity or purpose that stands: the model's where it is sure enough, else the cue's."""
    shares = opinion.attributes[name]
    likeliest = max(shares, key=lambda one: (shares[one], one))
    return likeliest if shares[likeliest] >= limits.voice[name] else str(cued)


def _retell(claim: Claim, heard: Heard) -> Claim:
    if claim.act is None:
        return claim
    return retell_claim(claim, Told(claim.act, claim.speaker, claim.polarity), heard.sentence, heard.setting)


def _say_why(claim: Claim, ruling: Ruling, why: tuple[str, ...]) -> Claim:
    """Return the claim with the features that decided, where it is not the cues' own."""
    told = f"[model, {ruling.cell}: {', '.join(why) or 'the sum of many'}]"
    return replace(claim, reason=f"{claim.reason} {told}".lstrip())


def _question(ruling: Ruling, claim: Claim, settled: Claim) -> tuple[str, str]:
    """Return what the model decided: that there is a finding, or the first of its values that is not the cues'."""
    if ruling.cell is Cell.ONLY_MODEL:
        return str(ruling.kind), YES
    if ruling.cell is Cell.CONTRADICT:
        return VALUE_HEADS[ruling.kind], ruling.value
    changed = (name for name in VOICE if getattr(claim, name) != getattr(settled, name))
    name = next(changed, None)
    return (name, str(getattr(settled, name))) if name else (VALUE_HEADS[ruling.kind], ruling.value)


def _cues(sentence: Sentence) -> tuple[Cue, ...]:
    return tuple(Cue(hit.concept, hit.first - sentence.first, hit.last - sentence.first) for hit in sentence.hits)
