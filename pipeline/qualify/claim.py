"""From candidate to claim: the whole of what one sentence says of one kind, with the words that decided."""

import re
from dataclasses import dataclass, replace

from pipeline.nlp import Candidate, Hit, Sentence
from pipeline.qualify.act import furthest, read_stage
from pipeline.qualify.attributes import read_missions, read_purpose, read_requester, read_terms, read_trigger
from pipeline.qualify.clause import Stage, make_clause
from pipeline.qualify.grade import grade_concern, grade_progress, is_about_help
from pipeline.qualify.missing import grade_reporting
from pipeline.qualify.polarity import is_hypothetical
from pipeline.qualify.setting import Setting, is_earlier, is_own, speaker_at
from pipeline.qualify.subjects import words_before
from pipeline.qualify.voice import Force, Turn
from pipeline.vocabulary import (
    Act,
    Body,
    CommentKind,
    FindingKind,
    Grade,
    Mission,
    Polarity,
    Purpose,
    Requester,
    Speaker,
    Term,
    Trigger,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says of one kind; `reason` are the words that decided."""

    kind: FindingKind
    act: Act | None
    grade: Grade | None
    speaker: Speaker
    polarity: Polarity
    quoted: bool
    rule: str
    reason: str
    doubtful: bool = False
    term: tuple[Term, ...] = ()
    mission: tuple[Mission, ...] = ()
    purpose: Purpose | None = None
    requester: Requester | None = None
    trigger: Trigger | None = None


def qualify_candidate(
    candidate: Candidate, sentence: Sentence, turns: tuple[Turn, ...], setting: Setting
) -> Claim | None:
    """Return what the candidate says, or None where it is somebody else's progress, a courtesy or no failure."""
    if candidate.kind is FindingKind.ASSISTANCE:
        return _qualify_assistance(candidate, sentence, turns, setting)
    if candidate.kind is FindingKind.REPORTING:
        return _qualify_reporting(candidate, sentence, turns, setting)
    return _qualify_judgement(candidate, sentence, turns, setting)


def _qualify_assistance(
    candidate: Candidate, sentence: Sentence, turns: tuple[Turn, ...], setting: Setting
) -> Claim | None:
    stages = [read_stage(make_clause(sentence, anchor, turns, setting.carried)) for anchor in candidate.anchors]
    main = [stage for stage in stages if stage.turn.force in {Force.DIRECT, Force.HOPE} and stage.act is Act.ENCOURAGED]
    stage = furthest(main or stages)
    if not main:
        stage = _taken_up(stage, sentence, turns) or stage
    concepts = frozenset(anchor.concept for anchor in candidate.anchors)
    speaker = _stage_speaker(stage, setting)
    if speaker is Speaker.COMMITTEE and _is_governments(stage):
        speaker = Speaker.GOVERNMENT
    stage = _as_call(_as_supposed(stage, sentence), speaker, setting, sentence)
    if setting.body is Body.CAS and _is_wish(stage, speaker, sentence):
        return None
    requester = read_requester(sentence, stage.act, speaker)
    return Claim(
        FindingKind.ASSISTANCE,
        stage.act,
        None,
        speaker,
        stage.polarity,
        setting.quoted or is_earlier(stage.turn, setting) or _recalls_others(speaker, stage, setting),
        stage.act.value,
        _words(stage.turn.words, stage.hit.words, *(anchor.words for anchor in candidate.anchors)),
        not stage.told,
        read_terms(sentence, concepts),
        read_missions(concepts),
        read_purpose(sentence, setting.kind, setting.purpose),
        requester,
        read_trigger(sentence, requester, setting.replying),
    )


def _as_supposed(stage: Stage, sentence: Sentence) -> Stage:
    """'would have been adopted if the Office had helped': whatever the act, it is only supposed."""
    supposed = stage.polarity is Polarity.ASSERTED and is_hypothetical(sentence)
    return replace(stage, polarity=Polarity.CONDITIONAL) if supposed else stage


def _is_wish(stage: Stage, speaker: Speaker, sentence: Sentence) -> bool:
    """In the Conference Committee a government that hopes or calls is another one: its wishes are no findings."""
    hoped = any(h.concept == "hopes" for h in sentence.hits)
    if _MEMBER.search(" ".join(sentence.words[:20])):
        given = any(h.concept == "delivered" for h in sentence.hits)
        wished = hoped or not (stage.told or given) or any(h.concept in _WISHING for h in sentence.hits)
        return wished and not any(
            pair in _OWN_COUNTRY for pair in zip(sentence.words, sentence.words[1:], strict=False)
        )
    if speaker is not Speaker.GOVERNMENT:
        return False
    return stage.act is Act.ENCOURAGED or (hoped and stage.act in {Act.DELIVERED, Act.AGREED, Act.ONGOING})


def _recalls_others(speaker: Speaker, stage: Stage, setting: Setting) -> bool:
    """What the Conference Committee said is a quotation on others' pages, and so is what other bodies called for."""
    called = speaker is Speaker.OTHER and stage.act in {Act.ENCOURAGED, Act.REMINDED}
    told = speaker is Speaker.CONFERENCE and bool(stage.turn.words)
    return setting.body not in _CONFERENCES and (called or told)


def _as_call(stage: Stage, speaker: Speaker, setting: Setting, sentence: Sentence) -> Stage:
    """What another body, or a member of the Conference Committee, asks for, but not of the Office, is a call."""
    if speaker is not Speaker.CONFERENCE and _is_asked_of_office(stage.hit, sentence):
        return stage
    partners = setting.body is Body.CAS and speaker in {Speaker.WORKERS, Speaker.EMPLOYERS}
    if stage.act is Act.REQUESTED and (partners or speaker in {Speaker.CONFERENCE, Speaker.OTHER}):
        return replace(stage, act=Act.ENCOURAGED)
    return stage


def _is_asked_of_office(hit: Hit, sentence: Sentence) -> bool:
    """'asked the ILO to assist the unions'; 'should turn to the ILO' asks nothing of it."""
    asks = any(h.concept == "asks" and h.first == hit.first for h in sentence.hits)
    asked = (h.concept for h in sentence.hits if h.concept in _ASKED and 0 < h.first - hit.first <= 12)
    return asks and next(asked, None) == "office"


_ASKED = frozenset({"office", "government", "committee", "other-body"})


def _is_governments(stage: Stage) -> bool:
    """'A request was made to the ILO': requests are the Government's, unless a body reminds, hopes or calls."""
    return stage.act is Act.REQUESTED and stage.polarity is not Polarity.NEGATED and stage.turn.force is Force.STATE


def _taken_up(stage: Stage, sentence: Sentence, turns: tuple[Turn, ...]) -> Stage | None:
    """'considers that a mission would help and invites the Government to accept it': the main clause comes after."""
    for turn in turns:
        if turn.force is Force.DIRECT and turn.first > stage.hit.last:
            accept = any(h.concept in {"agreed", "recourse"} and 0 < h.first - turn.first <= 8 for h in sentence.hits)
            if accept:
                return replace(stage, act=Act.ENCOURAGED, turn=turn, polarity=Polarity.ASSERTED)
    return None


_OWN_COUNTRY = frozenset({
    ("his", "country"), ("her", "country"), ("my", "country"), ("our", "country"), ("own", "country"), ("son", "pays"),
    ("notre", "pays"), ("mon", "pays"), ("su", "pais"), ("nuestro", "pais"), ("mi", "pais"),
})  # fmt: skip
_WISHING = frozenset({"encourages", "asks", "wishes", "requested"})
_CONFERENCES = frozenset({Body.CAS, Body.GB, Body.ILC})  # on whose pages it is no other body
_MEMBER = re.compile(r"government members?|membres? gouvernement|miembr[oa]s? gubernament")
_UNDERTAKINGS = frozenset({Act.REQUESTED, Act.AGREED, Act.LIMITED})


def _stage_speaker(stage: Stage, setting: Setting) -> Speaker:
    unsaid = not stage.turn.words and stage.turn.speaker is Speaker.GOVERNMENT
    if unsaid and setting.voice is not None and stage.act is not Act.REQUESTED:
        return setting.voice  # 'The Government should …', 'has let it lie': the words of whoever has the floor
    if unsaid and stage.act not in _UNDERTAKINGS and setting.voice is None:
        return setting.carried  # 'The Government has received …': the body's own bare fact
    if setting.voice is not None and stage.turn.speaker is Speaker.COMMITTEE:
        return setting.voice
    return stage.turn.speaker


def _qualify_judgement(
    candidate: Candidate, sentence: Sentence, turns: tuple[Turn, ...], setting: Setting
) -> Claim | None:
    progress = candidate.kind is FindingKind.PROGRESS
    told = candidate.anchors if setting.kind is CommentKind.PAPER else _without_changes(candidate.anchors)
    own = tuple(hit for hit in told if is_own(hit, sentence, turns, setting))
    graded = grade_progress(sentence, own) if progress else grade_concern(sentence, own, turns)
    if graded is None:
        return None
    grade, hit = graded
    if not progress and grade_reporting(sentence, _missing(sentence), _on_submission(setting)):
        return None
    _, turn = speaker_at(hit.first, turns, setting)
    if not progress and is_about_help(sentence, hit):
        return None
    if progress and turn is not None and turn.force is Force.HOPE and turn.first < hit.first:
        return None  # 'hopes to be able to note progress'
    quoted = setting.quoted or (turn is not None and is_earlier(turn, setting))
    words = _words(turn.words if turn else "", hit.words)
    return Claim(candidate.kind, None, grade, Speaker.COMMITTEE, Polarity.ASSERTED, quoted, grade.value, words)


def _without_changes(anchors: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Only a paper tells of progress by the change alone; a committee notes, welcomes or is satisfied."""
    return tuple(hit for hit in anchors if hit.concept != "change")


def _qualify_reporting(
    candidate: Candidate, sentence: Sentence, turns: tuple[Turn, ...], setting: Setting
) -> Claim | None:
    graded = grade_reporting(sentence, candidate.anchors, _on_submission(setting))
    if graded is None:
        return None
    grade, hit = graded
    said_by, turn = speaker_at(hit.first, turns, setting)
    speaker = _reporter(grade, hit, turn, said_by, setting)
    asked = turn is not None and turn.force in {Force.DIRECT, Force.HOPE} and grade is not Grade.URGENT_APPEAL
    asked = asked and turn is not None and not _is_of_report(sentence, turn)
    if speaker is None or (asked and hit.concept not in {"unanswered", "no-reply"}):
        return None
    quoted = setting.quoted or (turn is not None and is_earlier(turn, setting))
    held = any(other.concept == "if" and other.first < hit.first for other in sentence.hits)
    polarity = Polarity.CONDITIONAL if held else Polarity.ASSERTED
    words = _words(turn.words if turn else "", hit.words)
    return Claim(FindingKind.REPORTING, None, grade, speaker, polarity, quoted, grade.value, words)


_REPORTS = ("report", "rapport", "memoria", "informa", "instrument")


def _is_of_report(sentence: Sentence, turn: Turn) -> bool:
    """'the reports requested', 'les rapports demandés', 'it has been asked': nobody asks here."""
    told = any(
        h.concept == "asked-before" and h.first <= turn.first < h.last and "been" in h.words for h in sentence.hits
    )
    return told or any(word.startswith(_REPORTS) for word in words_before(sentence, turn.first, 1))


def _reporter(grade: Grade, hit: Hit, turn: Turn | None, said_by: Speaker, setting: Setting) -> Speaker | None:
    """A Government may own that it sent nothing; that it did not answer, and appeals, only the body says."""
    if said_by is Speaker.COMMITTEE or grade in {Grade.REPORT_MISSING, Grade.SUBMISSION_MISSING}:
        return said_by
    if said_by is not Speaker.GOVERNMENT or setting.voice is not None:
        return None
    bare = turn is None or hit.concept == "no-reply" or grade is Grade.URGENT_APPEAL
    return Speaker.COMMITTEE if bare else None  # 'the report of the Government gives no answer'


def _missing(sentence: Sentence) -> tuple[Hit, ...]:
    return tuple(
        hit
        for hit in sentence.hits
        if hit.concept in {"not-received", "no-reply", "urgent-appeal", "lack", "unanswered"}
    )


def _on_submission(setting: Setting) -> bool:
    return setting.kind in {CommentKind.SUBMISSION_OBSERVATION, CommentKind.SUBMISSION_DIRECT_REQUEST}


def _words(*parts: str) -> str:
    return " … ".join(dict.fromkeys(part for part in parts if part))
