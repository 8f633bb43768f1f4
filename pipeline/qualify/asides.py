"""Words set off by commas: who speaks in an aside, whose verb follows one, and what only says whose the help is."""

from pipeline.nlp import Sentence
from pipeline.qualify.sources import is_denied
from pipeline.qualify.subjects import speaker_of_actor, words_before
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
_AUXILIARIES = frozenset({"had", "has", "have", "a", "avait", "ont", "ha", "habia", "han"})
_HELP = frozenset({
    "technical-assistance", "technical-cooperation", "aid", "mission", "training", "advice", "expertise", "project",
    "direct-contacts-mission", "technical-advisory-mission", "high-level-tripartite-mission", "high-level-mission",
    "preliminary-mission", "follow-up-mission", "technical-assistance-mission", "other-mission",
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
    set_off = before[-1:] == (",",) or (len(before) > 1 and before[0] == "," and before[1] in _REFLEXIVE)
    if not (opens or set_off):
        return None
    actor = _next_actor(verb)
    if actor is None:
        return None
    speaker, last = actor
    ends = verb.word(last) in _PAUSES or (opens and verb.word(last) not in _OBJECT) or _ends_soon(verb, last)
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
        speaker = speaker_of_actor(other, verb.body)
        if speaker is None or other.first < hit.last:
            continue
        between = words_before(verb.sentence, other.first, other.first - hit.last)
        return None if (_OBJECT | THAT | {","}) & set(between) else (speaker, other.last)
    return None


def resumed_owner(verb: Verb) -> Owner:
    """'The Conference Committee, to whose discussion the Committee refers, called on': the first subject goes on."""
    held = verb.state.held
    resumed = held is not None and verb.state.subject is not held and verb.follows(frozenset({","}), 1)
    return (held.speaker,) if held is not None and resumed and verb.hit.concept != "according" else None


def is_relative(verb: Verb) -> bool:
    """'governments which report late', 'le gouvernement, qui avait accepté': the verb opens no turn of its own."""
    before = words_before(verb.sentence, verb.hit.first, 2)
    if before[-1:] and before[-1] in _WHO:
        return True
    return len(before) > 1 and before[0] in _WHO and before[1] in _AUXILIARIES


def says_whose_help(sentence: Sentence, subject: Subject) -> bool:
    """'the mission that the Conference Committee requested': the actor only says which mission is meant."""
    place = subject.first - 1
    words = words_before(sentence, subject.first, 2)
    if words[-1:] and words[-1] in _ARTICLES:
        place, words = place - 1, words[:-1]
    relative = words[-1:] and words[-1] in (THAT | {"which"})
    return bool(relative) and any(h.concept in _HELP and h.last == place for h in sentence.hits)
