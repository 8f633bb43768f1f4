"""Progress and concern: what grade a sentence states, or that it is a courtesy or another matter."""

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.subjects import word_at, words_before
from pipeline.qualify.voice import Turn
from pipeline.vocabulary import Grade

_NEAR = 6
_OBJECT_REACH = 12
_HELP = frozenset(
    {
        "technical-assistance",
        "technical-cooperation",
        "aid",
        "mission",
        "training",
        "advice",
        "expertise",
        "road-map",
        "other-mission",
        "direct-contacts-mission",
        "technical-advisory-mission",
        "high-level-tripartite-mission",
        "high-level-mission",
        "preliminary-mission",
        "follow-up-mission",
        "technical-assistance-mission",
    }
)
_CHANGES = frozenset({"outcome", "outcome-noun", "on-legislation", "result"})
_FORMALITIES = frozenset({"report", "on-reporting", "on-submission", "on-ratification"})
_WEAK = frozenset({"aid", "training", "advice", "expertise", "mission", "road-map"})
_PROGRESS_GRADES = {"with-satisfaction": Grade.SATISFACTION, "with-interest": Grade.INTEREST}
_PROGRESS_ORDER = (Grade.OTHER, Grade.INTEREST, Grade.SATISFACTION)
_CONCERN_ORDER = (Grade.REGRET, Grade.CONCERN, Grade.DEEP_CONCERN)
_REPORT = frozenset({"report", "on-reporting"})
_INSTRUMENTS = ("convent", "conveni", "protocol", "recommendation", "recomendacion", "recommandation")
_TABLED = (
    "submi",
    "seiz",
    "receiv",
    "table",
    "laid",
    "placed",
    "soumi",
    "saisi",
    "depos",
    "somet",
    "present",
    "recib",
    "distribut",
)
_VOICED = frozenset({
    "of", "voiced", "expressed", "raised", "which", "felt", "de", "des", "du", "del", "exprimee", "exprimees",
    "expresada", "que", "manifestada",
})  # fmt: skip
_FACT = frozenset({"fact", "fait", "hecho"})
_MATTER = frozenset({"motivo", "matter", "motif", "sujet"})
_ITS = frozenset({"it", "its", "with", "sa", "su", "avec", "con"})
_ARTICLES = frozenset({"the", "la", "las", "les", "that", "esa", "esta", "cette", "de"})
_RESULTS = frozenset({"outcome", "outcome-noun", "result"})
_ABLE = frozenset({"able", "will", "pouvoir", "poder"})
_WISHING = frozenset({"hopes", "wishes"})
_READ = frozenset({"examined", "read", "studied", "lu", "examine", "leido", "examinado", "examino"})
_LAPSES = frozenset({"limited", "put-off"})
_DENIED = 25  # words between the regret and what denies
_DENIALS = frozenset({"limited", "not", "lack", "put-off"})
_AND = frozenset({"and", "et", "y", ";"})
_AND_THAT = frozenset({("and", "that"), ("et", "que"), ("et", "qu"), ("y", "que")})
_REGRETTED = 12  # words between the regret and the help, or what became of it
_BESIDE = 4  # words between the noting and the thing politely noted
_OWNED = 4  # words between the committee and its concern


def grade_progress(sentence: Sentence, anchors: tuple[Hit, ...]) -> tuple[Grade, Hit] | None:
    """Return the strongest grade of progress and its words; None for a courtesy."""
    graded = [(grade, hit) for hit in anchors if (grade := _progress_grade(sentence, hit)) is not None]
    return max(graded, key=lambda pair: _PROGRESS_ORDER.index(pair[0]), default=None)


def _progress_grade(sentence: Sentence, hit: Hit) -> Grade | None:
    if hit.concept != "progress" and _is_courtesy(sentence, hit):
        return None
    if hit.concept in _PROGRESS_GRADES:
        return _PROGRESS_GRADES[hit.concept] if _is_noted(sentence, hit) else None
    if hit.concept == "progress" and any(h.concept == "on-submission" for h in sentence.hits):
        return None
    if hit.concept == "progress" and word_at(sentence, hit.last).startswith("report"):
        return None  # 'the progress report of the working group'
    if any(h.concept == "thanks" and h.first <= hit.last and hit.first <= h.last for h in sentence.hits):
        return None
    if hit.concept == "progress" and (_before(sentence, hit, "not", 2) or _before(sentence, hit, "lack", 1)):
        return None
    if hit.concept == "progress":
        return Grade.OTHER if _is_noted(sentence, hit) and not _before(sentence, hit, "asks-information", 30) else None
    return Grade.OTHER


def _is_noted(sentence: Sentence, hit: Hit) -> bool:
    """The words of satisfaction, interest or progress must be the object of noting, welcoming or expressing."""
    strong = hit.concept in _PROGRESS_GRADES
    if words_before(sentence, hit.first, 1) == ("s",) and not _is_the_committees(sentence, hit, 2):
        return False  # 'takes note of the Government's satisfaction'
    if _ABLE & set(words_before(sentence, hit.first, 6)) and any(h.concept in _WISHING for h in sentence.hits):
        return False  # 'espère pouvoir noter avec satisfaction'
    return any(
        other.concept in {"notes", "expresses", "welcomes"}
        and (strong or other.words not in {"with", "avec", "con"})
        and (0 <= hit.first - other.last <= _NEAR or (strong and 0 <= other.first - hit.last <= 3))
        for other in sentence.hits
    ) or (strong and _is_the_committees(sentence, hit, _NEAR))


def _is_the_committees(sentence: Sentence, hit: Hit, reach: int) -> bool:
    """'the Committee's concern', 'Con satisfacción comprueba la Comisión', 'deplored by the Committee'."""
    return any(
        h.concept == "committee" and (0 <= hit.first - h.last <= reach or 0 <= h.first - hit.last <= 3)
        for h in sentence.hits
    )


def _is_courtesy(sentence: Sentence, hit: Hit) -> bool:
    """What is noted is a report, information, a statement, a ratification or help: politeness, not progress."""
    if _READ & set(words_before(sentence, hit.first, 2)):
        return True  # 'has examined with interest the decisions annexed'
    if _governs_clause(sentence, hit):
        return _is_formal_clause(sentence, hit)
    start = _object_start(sentence, hit)
    heads = [h for h in sentence.hits if 0 <= h.first - start <= _OBJECT_REACH and _is_object(sentence, start, h)]
    if heads and "ratif" in heads[0].words:  # but 'the ratification of the Act by ordinance' is a law
        return heads[0].first - start <= _NEAR + 1 and not any(h.concept == "on-legislation" for h in heads)
    if not heads or heads[0].concept in _CHANGES:
        return False
    changed = any(h.concept in _CHANGES and h.first > heads[0].first for h in sentence.hits)
    if heads[0].concept in _HELP:
        return _is_formal(sentence, hit) or not _led_to_change(sentence, heads[0])
    if heads[0].concept in _FORMALITIES or _is_formal(sentence, hit):
        return True
    said = any(h.concept == "that" and 0 <= h.first - heads[0].last <= 10 for h in sentence.hits)
    return not (said and changed) or _is_formal_clause(sentence, hit)


def _led_to_change(sentence: Sentence, helped: Hit) -> bool:
    """'the adoption, following the assistance of the Office, of the Act': help, and what came of it."""
    after = {h.concept for h in sentence.hits if h.first > helped.first}
    caused = any(h.concept == "following" for h in sentence.hits)
    return bool(after & _RESULTS) or (caused and "on-legislation" in after)


def _governs_clause(sentence: Sentence, hit: Hit) -> bool:
    """'notes with interest that', 'welcomes the fact that', 'se félicite du fait que'."""
    fact = bool(_FACT & {word_at(sentence, hit.last), word_at(sentence, hit.last + 1)})
    return any(h.concept == "that" and -1 <= h.first - hit.last <= (3 if fact else 1) for h in sentence.hits)


def _object_start(sentence: Sentence, hit: Hit) -> int:
    """Where the object may begin: after 'Con interés toma nota la Comisión de' too."""
    verbs = (h.last for h in sentence.hits if h.concept in {"notes", "committee"} and 0 <= h.first - hit.last <= 4)
    return max(verbs, default=hit.last)


def _is_object(sentence: Sentence, start: int, other: Hit) -> bool:
    """A courtesy stands beside the verb: 'with interest the reply', not 'the opening of two information centres'."""
    if other.concept in _CHANGES or _is_pointing_back(sentence, other):
        return other.concept in _CHANGES
    if other.concept in _HELP:
        return other.concept not in _WEAK or _is_the_offices(sentence, other)
    if other.concept in _FORMALITIES:
        return other.first - start <= _NEAR + 1
    told = other.concept == "asks-information" and other.words.startswith("inform")
    return other.first - start <= _BESIDE and (told or other.concept in {"courtesy", "published"})


def _is_formal(sentence: Sentence, hit: Hit) -> bool:
    following = {h.concept for h in sentence.hits if 0 <= h.first - hit.last <= _OBJECT_REACH}
    concepts = {h.concept for h in sentence.hits}
    return bool(following & (_FORMALITIES | {"instruments"}) or concepts & {"on-submission", "instruments"})


def _is_formal_clause(sentence: Sentence, hit: Hit) -> bool:
    """'with interest that the Protocol was submitted', '… that the reports were sent', '… that help came'."""
    after = [h for h in sentence.hits if h.first >= hit.last]
    concepts = {h.concept for h in after}
    laws = "on-legislation" in concepts
    if any(h.concept in {"published", "not-the-office"} and h.first - hit.last <= _BESIDE for h in after):
        return True  # 'that a guide published by the Office is being translated'
    if "on-submission" in concepts or (any(h.words.startswith("ratif") for h in after) and not laws):
        return True
    start = min((h.last for h in after if h.concept == "that"), default=hit.last)
    subject = any(h.concept in _REPORT and 0 <= h.first - start <= 3 for h in after)
    if subject and "sends" in concepts:
        return True
    if concepts & _REPORT and concepts & {"sends", "says"} and not laws and not concepts & {"on-inspection"}:
        return True
    named = "instruments" in concepts or any(word.startswith(_INSTRUMENTS) for word in sentence.words)
    if named and any(_is_tabled(h) for h in after):
        return True
    helped = any(h.concept in _HELP and (h.concept not in _WEAK or _is_the_offices(sentence, h)) for h in after)
    if any(h.concept == "on-legislation" and 0 <= h.first - start <= 3 for h in after):
        return False  # 'that the Act takes account of what the mission said'
    if any(h.words.startswith("conclu") for h in after):
        return False  # 'that, once the mission was over, the leader was set free'
    helped = helped or any(h.concept == "recourse" and _is_the_offices(sentence, h) for h in after)
    return helped and not concepts & _RESULTS


def _is_tabled(hit: Hit) -> bool:
    """'submitted', 'seized of', 'sometió': what is done with an instrument of the Conference."""
    return hit.concept in {"sends", "outcome"} and hit.words.startswith(_TABLED)


def _is_pointing_back(sentence: Sentence, hit: Hit) -> bool:
    """'toma nota con interés de estas informaciones': *these* are the facts told before, no courtesy."""
    return hit.concept == "courtesy" and _before(sentence, hit, "this", 0)


def _is_the_offices(sentence: Sentence, hit: Hit) -> bool:
    return any(h.concept in {"office", "programme"} and _gap(h, hit) <= 9 for h in sentence.hits)


def grade_concern(sentence: Sentence, anchors: tuple[Hit, ...], turns: tuple[Turn, ...]) -> tuple[Grade, Hit] | None:
    """Return the strongest grade of concern and its words; None where the concern is a thing talked about."""
    graded = [(grade, hit) for hit in anchors if (grade := _concern_grade(sentence, hit, turns)) is not None]
    return max(graded, key=lambda pair: _CONCERN_ORDER.index(pair[0]), default=None)


def _concern_grade(sentence: Sentence, hit: Hit, turns: tuple[Turn, ...]) -> Grade | None:
    if words_before(sentence, hit.first, 2) == ("of", "its"):
        return None  # 'notes the wish of the Government and … of its regret'
    if hit.concept == "regret" and _before(sentence, hit, "not", 0):
        return None  # 'does not regret'
    if hit.concept == "deplores":
        return Grade.DEEP_CONCERN
    if hit.concept == "regret":
        told = any(turn.first == hit.first for turn in turns) or hit.words.startswith(("moti", "matter"))
        return Grade.REGRET if told or _is_expressed(sentence, hit) else None
    if not _is_expressed(sentence, hit):
        return None
    deep = any(h.concept == "deep" and max(h.first - hit.last, hit.first - h.last) <= 1 for h in sentence.hits)
    return Grade.DEEP_CONCERN if deep else Grade.CONCERN


def _is_expressed(sentence: Sentence, hit: Hit) -> bool:
    if "comi" in hit.words or _MATTER & set(words_before(sentence, hit.first, 4)):
        return True  # 'Preocupa al Comité', 'a matter of serious concern'
    if _is_only_noted(sentence, hit):
        return False
    expressed = any(
        other.concept in {"expresses", "notes"}
        and (
            0 <= hit.first - other.last <= 4 or hit.first <= other.first < hit.last or 0 <= other.first - hit.last <= 2
        )
        for other in sentence.hits
    )
    return expressed or _is_the_committees(sentence, hit, _OWNED)


def is_about_help(sentence: Sentence, hit: Hit) -> bool:
    """'regrets that the mission was not received': help not used, and nothing else that is regretted beside it."""
    if hit.concept == "concern" or any(
        pair in _AND_THAT for pair in zip(sentence.words, sentence.words[1:], strict=False)
    ):
        return False
    denials = [h for h in sentence.hits if h.concept in _DENIALS and _is_governed(sentence, hit, h, _DENIED)]
    named = any(_is_helped(sentence, h) and _is_governed(sentence, hit, h, _REGRETTED) for h in sentence.hits)
    helps = [h for h in sentence.hits if h.concept in _HELP | {"programme", "office"}]
    lapsed = any(_gap(h, one) <= _REGRETTED for one in denials if one.concept in _LAPSES for h in helps)
    return bool(denials) and (named or lapsed)


def _is_governed(sentence: Sentence, regret: Hit, hit: Hit, reach: int) -> bool:
    within = regret.last - sentence.first
    beside = _AND & set(sentence.words[within : hit.first - sentence.first])
    return 0 <= hit.first - regret.last <= reach and not beside


def _is_helped(sentence: Sentence, hit: Hit) -> bool:
    weak = hit.concept in (_WEAK - {"mission"}) | {"at-disposal"} and not _is_the_offices(sentence, hit)
    return hit.concept in _HELP | {"programme", "at-disposal"} and not weak


def _is_only_noted(sentence: Sentence, hit: Hit) -> bool:
    """'notes the concern of the fishermen', 'informed of the concern voiced by the Forum': somebody else's."""
    if any(h.concept == "expresses" and h.words not in _ITS and 0 <= hit.first - h.last <= 2 for h in sentence.hits):
        return False
    return bool(_ARTICLES & set(words_before(sentence, hit.first, 1))) and word_at(sentence, hit.last) in _VOICED


def _gap(hit: Hit, other: Hit) -> int:
    return max(other.first - hit.last, hit.first - other.last, 0)


def _near(sentence: Sentence, hit: Hit, concepts: set[str], reach: int) -> bool:
    return any(h.concept in concepts and max(h.first - hit.last, hit.first - h.last, 0) <= reach for h in sentence.hits)


def _before(sentence: Sentence, hit: Hit, concept: str, reach: int) -> bool:
    return any(h.concept == concept and 0 <= hit.first - h.last <= reach for h in sentence.hits)
