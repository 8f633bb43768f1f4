"""Words set off by commas: who speaks in an aside, whose verb follows one, and what only says whose the help is."""

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.sources import is_denied
from pipeline.qualify.subjects import Grammar, speaker_of_actor, words_before
from pipeline.qualify.verbs import THAT, Owner, Subject, Verb
from pipeline.vocabulary import Speaker

_PAUSES = frozenset({",", ";", ".", ":", ")", ""})
_ARTICLES = frozenset({"the", "la", "le", "les", "el", "los", "las", "l", "'", "its", "their", "his"})
_STATING = frozenset({"says", "notes", "reminds", "regret", "deplores", "concern", "welcomes", "hopes"})
_REFLEXIVE = frozenset({"se", "s", "'", "lo", "le", "l", "y", "en"})
_OBJECT = frozenset({
    "de", "d", "du", "des", "a", "au", "aux", "al", "del", "to", "que", "qu", "pour", "para", "sur", "of", "for", "by",
    "por", "par", "with", "avec", "con",
})  # fmt: skip
_WHO = frozenset({"who", "which", "qui"})
_WHAT = frozenset({"which", "what", "cual", "laquelle", "lequel"})
_AS = frozenset({"comme", "as", "como"})
_AUXILIARIES = frozenset({"had", "has", "have", "a", "avait", "ont", "ha", "habia", "han"})
_HELP = frozenset({
    "technical-assistance", "technical-cooperation", "aid", "mission", "training", "advice", "expertise", "project",
    "direct-contacts-mission", "technical-advisory-mission", "high-level-tripartite-mission", "high-level-mission",
    "preliminary-mission", "follow-up-mission", "technical-assistance-mission", "other-mission",
})  # fmt: skip
_FREEDOM = ("freedom", "liberte", "libertad", "cfa")
_PLACES = frozenset({
    "in", "at", "before", "after", "on", "dans", "devant", "lors", "en", "ante", "sur", "sobre", "and", "et", "y", "as",
    "than", "which", "dont",
})  # fmt: skip
_REACH = 6  # words from a verb to the comma that ends its aside


def is_aside(verb: Verb) -> bool:
    """'The project, the Government adds, has ended', '…, ajoute le gouvernement', '…, según la central'."""
    if verb.hit.concept == "according":
        return verb.follows(frozenset({","}), 1)
    if verb.hit.concept not in _STATING or is_denied(verb.sentence, verb.hit):
        return False
    if inverted_owner(verb) is not None:
        return verb.hit.first > verb.sentence.first
    return _stands_apart(verb)


def _stands_apart(verb: Verb) -> bool:
    """', the Government adds,': the subject follows a comma and the verb is followed by one."""
    subject = verb.state.subject
    pause = {verb.word(verb.hit.last), verb.word(verb.hit.last + 1)} & _PAUSES
    if subject is None or not pause or not 0 <= verb.hit.first - subject.last <= 2 or _heads_clause(verb):
        return False
    first = subject.first
    while verb.word(first - 1) in _ARTICLES:
        first -= 1
    return verb.word(first - 1) == ","


def _heads_clause(verb: Verb) -> bool:
    return verb.hit.words.split(" ")[-1] in THAT


def inverted_owner(verb: Verb) -> Owner:
    """'…, ajoute le gouvernement.', 'says the union,', 'Indica el informe que': the subject comes after its verb."""
    opens = verb.hit.first - verb.sentence.first <= 1 and verb.grammar.drops_subject
    if verb.hit.concept not in _STATING or _heads_clause(verb):
        return None
    before = words_before(verb.sentence, verb.hit.first, 2)
    if len(before) > 1 and before[-1] in _REFLEXIVE:
        before = before[:-1]
    set_off = before[-1:] == (",",) or (before[-1:] and before[-1] in _AS)
    if not (opens or set_off):
        return None
    actor = _next_actor(verb)
    if actor is None:
        return None
    speaker, last = actor
    opened = opens and (verb.word(last) in THAT or verb.word(last) not in _OBJECT)
    ends = verb.word(last) in _PAUSES or opened or _ends_soon(verb, last)
    return (speaker,) if ends else None


def _ends_soon(verb: Verb, place: int) -> bool:
    words = [verb.word(at) for at in range(place, place + _REACH)]
    pause = next((at for at, word in enumerate(words) if word in _PAUSES), None)
    return pause is not None and words[0] not in _OBJECT and not THAT & set(words[:pause])


def _next_actor(verb: Verb) -> tuple[Speaker, int] | None:
    """The actor just after the verb, with nothing but an article and an adverb between, and where it ends."""
    hit = verb.hit
    for other in verb.sentence.hits[verb.place + 1 :]:
        if other.first - hit.last > 3:
            return None
        speaker = Speaker.OFFICE if other.concept == "record" else speaker_of_actor(other, verb.body)
        if speaker is None or other.first < hit.last:
            continue
        between = words_before(verb.sentence, other.first, other.first - hit.last)
        return None if (_OBJECT | THAT | {","}) & set(between) else (speaker, other.last)
    return None


def resumed_owner(verb: Verb) -> Owner:
    """'The Conference Committee, to whose discussion the Committee refers, called on': the first subject goes on."""
    held = verb.state.held
    away = verb.state.subject is not held or verb.near is None
    resumed = held is not None and away and verb.follows(frozenset({","}), 1)
    return (held.speaker,) if held is not None and resumed and verb.hit.concept != "according" else None


def is_relative(verb: Verb) -> bool:
    """'governments which report late', 'le gouvernement, qui avait accepté': the verb opens no turn of its own."""
    before = words_before(verb.sentence, verb.hit.first, 2)
    if before[-1:] and before[-1] in _WHO:
        return True
    if len(before) > 1 and before[0] in _WHO and before[1] in _AUXILIARIES:
        return True
    return _is_set_apart(verb)


def _is_set_apart(verb: Verb) -> bool:
    """'…, to which the Government refers, …', 'contrary to what the union said, …': only says what is meant."""
    subject = verb.state.subject
    told = verb.hit.concept == "says" and _pauses_soon(verb)
    if subject is None or not told or not 0 <= verb.hit.first - subject.last <= 2:
        return False
    first = subject.first
    while verb.word(first - 1) in _ARTICLES:
        first -= 1
    return verb.word(first - 1) in _WHAT or (verb.word(first - 1) in THAT and verb.word(first - 2) == ",")


def _pauses_soon(verb: Verb) -> bool:
    words = [verb.word(place) for place in range(verb.hit.last, verb.hit.last + 4)]
    return any(word in _PAUSES for word in words) and not THAT & set(words)


def is_supposed(verb: Verb) -> bool:
    """'should the Government confirm', 'on condition that the unions recognize': nobody has said it yet."""
    subject = verb.state.subject
    if subject is None or not 0 <= verb.hit.first - subject.last <= 2 or verb.hit.concept != "says":
        return False
    held = (h for h in verb.sentence.hits if h.concept == "if" and h.first <= subject.first)
    return any(0 <= subject.last - h.last <= 3 for h in held)


def says_whose_help(sentence: Sentence, subject: Subject) -> bool:
    """'the mission that the Conference Committee requested': the actor only says which mission is meant."""
    place = subject.first - 1
    words = words_before(sentence, subject.first, 2)
    if words[-1:] and words[-1] in _ARTICLES:
        place, words = place - 1, words[:-1]
    relative = words[-1:] and words[-1] in (THAT | {"which"})
    return bool(relative) and any(h.concept in _HELP and h.last == place for h in sentence.hits)


def is_told(sentence: Sentence, hit: Hit, grammar: Grammar) -> bool:
    """'informed the Committee that', 'told the Minister': who is told something is no subject."""
    if not grammar.owner_first:
        return False
    first = hit.first - 1 if words_before(sentence, hit.first, 1)[-1:] == ("the",) else hit.first
    return any(h.concept in {"says", "reminds", "encourages", "asks"} and h.last == first for h in sentence.hits)


def recalls(sentence: Sentence, hit: Hit) -> bool:
    """'The Conference Committee offered', 'el Consejo de Administración decidió': bodies do nothing but speak."""
    body = hit.concept == "other-body" or (hit.concept == "other-committee" and any(w in hit.words for w in _FREEDOM))
    if not body or says_whose_help(sentence, Subject(hit.first, hit.last, Speaker.OTHER)):
        return False
    before = words_before(sentence, hit.first, 2)
    if before[-1:] and before[-1] in _ARTICLES:
        before = before[:-1]
    return not (before[-1:] and before[-1] in _PLACES)
