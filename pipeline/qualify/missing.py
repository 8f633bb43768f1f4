"""What was due to the supervisory bodies and was not sent: a report, a reply, a submission; and urgent appeals."""

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.subjects import word_at, words_before
from pipeline.vocabulary import Grade

_REPORT = frozenset({"report", "on-reporting", "asks-information"})
_SUBMISSION = frozenset({"on-submission", "instruments"})
_ASKED = frozenset({"asked-before", "in-reply"})
_SAID = frozenset({"reply", "report", "statement", "asked-before", "in-reply"})
_STOPS = frozenset('.;:,!?)»”"')
_FAILURES = frozenset({"failure", "falta", "defaut", "manquement", "incumplimiento", "omision"})
_SHORT = 6  # a run-in heading has no more words
_LINKS = frozenset({"and", "or", "et", "ou", "y", "o", "e"})
_NOUNS = (
    "absence", "lack", "without", "faute", "defaut de", "sans", "ausencia", "falta", "sin", "omision", "missing",
)  # fmt: skip
_DETERMINERS = frozenset({
    "no", "none", "any", "neither", "nor", "aucun", "aucune", "ni", "ningun", "ninguna", "ninguno",
})  # fmt: skip
_GLAD = frozenset({"welcomes", "result", "with-satisfaction", "with-interest"})
_ABSENT = frozenset({"missing", "awaited"})
_PRONOUNS = frozenset({"none", "aucun", "aucune", "ninguno", "ninguna", "neither", "ni", "nor"})
_NO_VERBS = ("cumpl", "communications", "discharge", "receipt")
_MAKING = ("complet", "prepar", "draw", "elabor", "etabli", "redact")
_GIVING = ("transm", "comunic", "proporcion", "facilit", "fourni", "communiqu", "provid", "suppl", "sen")
_ANY = frozenset({"alguna", "relativa", "sobre", "on", "sur", "about", "relative"})
_BREAKS = frozenset({",", ";", "that", "which", "que", "qui", "dont"})
_AGAIN = frozenset({"again", "reiterates", "nouveau", "fois", "nuevo", "reitera", "vez"})
_AFTER_PRONOUN = frozenset({
    "of", "des", "de", "d", "n", "ne", "le", "la", "se", "the", "has", "have", "had", "was", "were",
})  # fmt: skip
_AUXILIARIES = frozenset({"is", "are", "was", "were", "in", "to"})
_WITHIN = frozenset({"in", "dans", "en", "from", "with"})
_DUE = frozenset({
    "outstanding", "overdue", "still due", "pending", "dus depuis", "pendiente", "pendientes", "adeuda", "adeudadas",
    "attendu", "attendus", "en attente", "restent dus", "encore dus", "reste du", "missing", "awaited", "font defaut",
    "fait defaut", "unsubmitted", "defaut", "are due", "remain due",
})  # fmt: skip
_INSTRUMENTS = (
    "convent", "conveni", "protocol", "instrument", "recommend", "recomend", "submission", "soumission", "sumi",
)  # fmt: skip
_SUBMIT = (
    "submi", "plac", "laid", "lay", "tabl", "brought", "put", "soumi", "soume", "depos", "present", "somet", "elev",
    "port",
)  # fmt: skip
_LAID = (
    "not been seized", "not gone", "not been put", "not passed", "not yet passed", "no submission", "not been the",
    "no step",
)  # fmt: skip
_ANSWERS = ("repl", "respon", "answer", "repon", "contest")
_OWED_BY = frozenset({"government", "committee", "asked-before", "pronoun", "report"})
_BODY = frozenset({"it", "he", "elle", "il", "committee"})
_AT_A_DATE = frozenset({"to", "pour", "para"})
_PRIVATE = (
    "employer", "employeur", "empleador", "empres", "entreprise", "compan", "exploitant", "operator", "masters",
    "medico",
)  # fmt: skip
_PARLIAMENT = (
    "parliament",
    "parlement",
    "parlamento",
    "assembl",
    "asamblea",
    "chamber",
    "chambre",
    "camara",
    "congres",
)
_AT_HOME = (
    "inspec", "accident", "polic", "medic", "audit", "commissioner", "enqu", "inquir", "investig", "annual", "annuel",
)  # fmt: skip
_HELP = frozenset({"at-disposal", "training", "aid", "technical-assistance", "project", "mission", "advice"})
_HOME = frozenset({"government", "workers", "employers"})
_NEAR_VERB = 6  # words between a denial and the verb of sending that it denies
_OF_NOUN = 5  # words between 'the absence of', 'no' and what is absent
_SUBJECT = 60  # words: lists of instruments and Conventions stand between subject and verb
_OBJECT = 14
_FAR = 25  # words between what is due and 'missing', 'awaited'


def grade_reporting(sentence: Sentence, anchors: tuple[Hit, ...], about_submission: bool) -> tuple[Grade, Hit] | None:  # noqa: FBT001 — a fact of the comment
    """Return which duty was not met and the words that say so; None where no report, reply or submission is missing."""
    if _is_heading(sentence):
        return None
    urgent = next((hit for hit in anchors if hit.concept == "urgent-appeal" and _is_the_bodys(sentence, hit)), None)
    if urgent:
        return Grade.URGENT_APPEAL, urgent
    graded = ((_missing_grade(sentence, hit, about_submission), hit) for hit in anchors)
    return next(((grade, hit) for grade, hit in graded if grade is not None), None)


def _is_heading(sentence: Sentence) -> bool:
    """'Failure to supply first reports', 'Falta grave de sumisión.'"""
    stopped = sentence.text.rstrip()[-1:] in _STOPS or sentence.words[-1] in _LINKS
    return not stopped or (len(sentence.words) <= _SHORT and bool(_FAILURES & set(sentence.words)))


def _is_the_bodys(sentence: Sentence, hit: Hit) -> bool:
    """'launches an urgent appeal'; but not a union's to a ministry, nor one 'for the release of the crew'."""
    theirs = any(h.concept in {"workers", "employers"} and 0 <= hit.first - h.last <= 8 for h in sentence.hits)
    concepts = {h.concept for h in sentence.hits}
    return not theirs and bool(
        concepts & {"committee", "asked-before", "statement", "reply", *_REPORT} or _says_it(sentence)
    )


def _says_it(sentence: Sentence) -> bool:
    return bool(_BODY & set(sentence.words[:8]))


def _missing_grade(sentence: Sentence, hit: Hit, about_submission: bool) -> Grade | None:  # noqa: FBT001
    if any(word.startswith(_PRIVATE) for word in words_before(sentence, hit.first, 8)):
        return None  # 'the company failed to submit', 'l'employeur n'a pas répondu'
    if hit.concept in {"no-reply", "unanswered"}:
        return Grade.REPLY_MISSING if _is_unanswered(sentence, hit) else None
    if hit.words in _DUE:
        return _grade_of_due(sentence, hit, about_submission)
    if hit.concept == "not-received":
        return None if _has_come(sentence, hit) else _grade_of(sentence, hit, hit, about_submission)
    if hit.concept != "lack":
        return None
    if hit.words.startswith(_NOUNS):
        found = _grade_of_noun(sentence, hit, about_submission)
        if found or hit.words not in {"sin", "sans", "without"}:
            return found
    verb = _denied_verb(sentence, hit)
    return _grade_of(sentence, hit, verb, about_submission) if verb else None


def _denied_verb(sentence: Sentence, lack: Hit) -> Hit | None:
    """The verb of sending that is denied: 'has not been received', 'no report … has come', 'has sent no report'."""
    beside = any(_is_beside(sentence, lack, h) for h in sentence.hits)
    far = lack.words in _DETERMINERS and (beside or _stands_alone(sentence, lack))
    verbs = [h for h in sentence.hits if _is_sending(sentence, h)]
    given = next((h for h in verbs if beside and lack.words in _DETERMINERS and h.last == lack.first), None)
    verb = next((h for h in verbs if 0 <= h.first - lack.last <= (_SUBJECT if far else _NEAR_VERB)), None)
    between = sentence.words[lack.last - sentence.first : verb.first - sentence.first] if verb else ()
    breaks = _BREAKS | _AUXILIARIES if lack.words == "no" else _BREAKS
    return given or (verb if far or not breaks & set(between) else None)


def _stands_alone(sentence: Sentence, lack: Hit) -> bool:
    """'none of them', 'aucun n'est parvenu', 'ninguna de las memorias': the word itself is what did not come."""
    return lack.words in _PRONOUNS and word_at(sentence, lack.last) in _AFTER_PRONOUN


def _is_beside(sentence: Sentence, lack: Hit, hit: Hit) -> bool:
    """'no report', 'none of the reports'; but not 'no part in the examination of reports'."""
    near = 0 <= hit.first - lack.last <= _OF_NOUN and _is_owed(sentence, hit)
    between = set(words_before(sentence, hit.first, hit.first - lack.last)) if near else set()
    return near and (_stands_alone(sentence, lack) or not between & (_WITHIN | {"of", "de"}))


def _is_sending(sentence: Sentence, hit: Hit) -> bool:
    """A verb of sending; of drawing up only beside a report; 'transmitido información', 'sent information' too."""
    if hit.concept == "asks-information":
        return hit.words.startswith(_GIVING) and word_at(sentence, hit.last) in _ANY
    if hit.concept != "sends" or hit.words == "present" or hit.words.startswith(_NO_VERBS):
        return False
    near = (h for h in sentence.hits if h.concept in _REPORT and _apart(h, hit) <= 4)
    return not hit.words.startswith(_MAKING) or any(near)


def _has_come(sentence: Sentence, hit: Hit) -> bool:
    """'welcomes the receipt of overdue reports', 'a permis d'envoyer les rapports en souffrance': they came."""
    return any(h.concept in _GLAD and h.first < hit.first for h in sentence.hits)


def _grade_of_due(sentence: Sentence, due: Hit, about_submission: bool) -> Grade | None:  # noqa: FBT001
    """'the reports are still outstanding'; but not 'the instruments pending were submitted'."""
    sent = due.words not in _ABSENT and any(
        h.concept == "sends" and not (h.first <= due.first < h.last) and _apart(h, due) <= 14 for h in sentence.hits
    )
    denied = any(h.concept == "not" for h in sentence.hits)
    if any(
        h.concept in _REPORT and h.last > due.last and h.first - due.first <= 2 and h.first >= due.first
        for h in sentence.hits
    ):
        return None  # 'help with the overdue reports': they are only named
    if (sent and not denied) or _has_come(sentence, due) or word_at(sentence, due.last) in _AT_A_DATE:
        return None
    owed = [
        h
        for h in sentence.hits
        if _is_owed(sentence, h) and -4 <= due.first - h.last <= (_FAR if due.words in _ABSENT else _SUBJECT)
    ]
    nearest = min(owed, key=lambda h: _apart(h, due), default=None)
    if nearest is None:
        return None
    if nearest.concept in _SUBMISSION or (about_submission and nearest.concept not in _REPORT):
        return Grade.SUBMISSION_MISSING
    if nearest.concept in _REPORT:
        return Grade.REPORT_MISSING
    return Grade.REPLY_MISSING if due.words in {"outstanding", "awaited", "missing"} else None


def _grade_of_noun(sentence: Sentence, lack: Hit, about_submission: bool) -> Grade | None:  # noqa: FBT001
    """'the absence of a report', 'faute de rapport', 'sin memoria': what is absent stands beside it."""
    near = [h for h in sentence.hits if 0 <= h.first - lack.last <= 3 and _is_owed(sentence, h)]
    near = [h for h in near if not _WITHIN & set(words_before(sentence, h.first, h.first - lack.last))]
    if any(h.concept in _SUBMISSION for h in near):
        return Grade.SUBMISSION_MISSING if about_submission or not lack.words.startswith(("sin", "sans")) else None
    return Grade.REPORT_MISSING if any(h.concept in _REPORT for h in near) else None


def _grade_of(sentence: Sentence, lack: Hit, verb: Hit, about_submission: bool) -> Grade | None:  # noqa: FBT001
    if verb.words.startswith(_ANSWERS):
        return Grade.REPLY_MISSING if _is_owed_an_answer(sentence, verb) else None
    owed = [h for h in sentence.hits if _is_within(h, lack, verb) and _is_owed(sentence, h)]
    concepts = {h.concept for h in owed}
    if _is_submission(sentence, lack, verb, concepts, about_submission):
        return Grade.SUBMISSION_MISSING
    if concepts & _REPORT:
        return Grade.REPORT_MISSING
    return Grade.REPLY_MISSING if concepts & {"reply", "asked-before"} and not _is_bill(sentence, lack) else None


def _is_within(hit: Hit, lack: Hit, verb: Hit) -> bool:
    first, last = min(lack.first, verb.first), max(lack.last, verb.last)
    return first - _SUBJECT <= hit.first and hit.last <= last + _OBJECT


def _is_submission(
    sentence: Sentence,
    lack: Hit,
    verb: Hit,
    owed: set[str],
    about_submission: bool,  # noqa: FBT001
) -> bool:
    instruments = about_submission or any(word.startswith(_INSTRUMENTS) for word in sentence.words)
    if not instruments or (not about_submission and _is_bill(sentence, lack)):
        return False
    laid = verb.words.startswith(_SUBMIT) or lack.words.startswith(_LAID) or "somet" in verb.words
    after = sentence.words[verb.last - sentence.first : verb.last - sentence.first + 4]
    laid = laid or any(word.startswith(_PARLIAMENT) for word in after)
    if owed & _REPORT and not (about_submission and laid):
        return False
    return bool(owed & _SUBMISSION) or laid


def _is_bill(sentence: Sentence, lack: Hit) -> bool:
    """'the Code was never laid before the Assembly': a national text, no instrument of the Conference."""
    texts = {"on-legislation", "draft"}
    named = [
        h for h in sentence.hits if h.concept in texts | _SUBMISSION | _REPORT and not h.words.startswith("legislativ")
    ]
    before = [h for h in named if 0 <= lack.first - h.last <= 8]
    after = [h for h in named if 0 <= h.first - lack.last <= 6]
    nearest = before[-1:] or after[:1]
    return bool(nearest) and nearest[0].concept in texts


def _is_owed(sentence: Sentence, hit: Hit) -> bool:
    """A report of the inspectorate, of an accident, of the police is owed to nobody here."""
    if hit.concept not in _REPORT:
        return hit.concept in _SUBMISSION | {"reply", "asked-before"}
    if hit.words == "arrears" or (hit.concept == "asks-information" and not _is_noun(sentence, hit)):
        return False
    around = (*words_before(sentence, hit.first, 2), *(word_at(sentence, hit.last + place) for place in range(3)))
    return not any(word.startswith(_AT_HOME) for word in around)


def _is_noun(sentence: Sentence, hit: Hit) -> bool:
    """'reports on the Conventions': a thing, unless somebody is 'to report on' something."""
    return hit.words.startswith("report") and "to" not in words_before(sentence, hit.first, 1)


def _is_owed_an_answer(sentence: Sentence, verb: Hit) -> bool:
    """'has not replied to the observations'; but not 'to the Ministry's circular', 'to the letter of the union'."""
    after = [h for h in sentence.hits if 0 <= h.first - verb.last <= 6]
    if any(h.concept in _ASKED | {"reply"} or h.words.startswith("allegation") for h in after):
        return True
    home = any(h.concept in _HOME for h in after)
    return not home and any(
        h.concept in _SAID and h.first != verb.first and _apart(h, verb) <= 20 for h in sentence.hits
    )


def _is_unanswered(sentence: Sentence, hit: Hit) -> bool:
    """A question, a comment, an observation left without answer; not an offer of help, nor a law that is silent."""
    if any(h.concept in _HELP and 0 <= hit.first - h.last <= 14 for h in sentence.hits) or _is_silent_law(
        sentence, hit
    ):
        return False
    theirs = any(h.concept in {"workers", "employers"} and 0 <= hit.first - h.last <= 10 for h in sentence.hits)
    if theirs and hit.concept == "unanswered":
        return False  # 'the union says that it had no answer'
    if not _OWED_BY & {h.concept for h in sentence.hits}:
        return False
    if hit.words.startswith(("absence of", "absence d", "en l'absence", "faute d", "ausencia", "falta", "a falta")):
        again = bool(_AGAIN & set(sentence.words))
        return (
            again
            or _is_near(sentence, hit, _ASKED, 14)
            or "repl" in hit.words
            or "repon" in hit.words
            or "resp" in hit.words
        )
    if hit.concept == "no-reply" and "cont" in hit.words:
        return _is_near(sentence, hit, _ASKED, 12)
    return hit.concept == "unanswered" or _is_near(sentence, hit, _SAID, 20)


def _is_silent_law(sentence: Sentence, hit: Hit) -> bool:
    """'section 51 is silent on fishing', 'la loi ne dit rien': no question of the body's."""
    before = [h for h in sentence.hits if 0 <= hit.first - h.last <= 30 and h.concept in {"on-legislation", *_SAID}]
    silent = hit.words.startswith(("silen", "is silen", "says nothing", "ne dit rien", "muet", "nada dice", "no dice"))
    return silent and bool(before) and before[-1].concept == "on-legislation"


def _is_near(sentence: Sentence, hit: Hit, concepts: frozenset[str], reach: int) -> bool:
    return any(h.concept in concepts and _apart(h, hit) <= reach for h in sentence.hits)


def _apart(hit: Hit, other: Hit) -> int:
    return max(other.first - hit.last, hit.first - other.last, 0)
