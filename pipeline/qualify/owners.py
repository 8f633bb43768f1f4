"""Whose verb it is: rules, in their order, that find the speaker of a verb of saying, feeling, asking or hoping."""

from collections.abc import Callable

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.asides import inverted_owner, is_relative, is_supposed, resumed_owner
from pipeline.qualify.sources import is_office_record
from pipeline.qualify.subjects import (
    Grammar,
    actor_after,
    is_strangers,
    names_stranger,
    speaker_of_actor,
    word_at,
    words_before,
)
from pipeline.qualify.verbs import AND, CLOSE, Owner, Verb
from pipeline.vocabulary import Body, Speaker

_JOINED = frozenset({"encourages", "asks", "hopes", "reminds", "notes", "regret", "deplores", "welcomes", "concern"})
_MODALS = ("dev", "pourrait", "podria", "deberia", "should", "might", "could", "may ")
_BEEN = frozenset({"been", "ete", "sido"})
_IS = frozenset({"is", "are", "est", "sont", "es"})
_COMPELLED = frozenset({"but", "sino", "peut", "obligacion", "obligada", "obligee", "oblige"})
_TELLING = frozenset({"says", "according"})
_SAID_BY_STRANGERS = frozenset({"says", "regret", "deplores", "concern", "encourages", "asks", "welcomes", "notes"})
_JOINS = AND | {",", ";"}
_PASSIVE = frozenset({
    "is", "are", "was", "were", "been", "being", "be", "est", "sont", "ete", "es", "son", "fue", "fueron", "sido",
})  # fmt: skip
_QUOTED = ("quot", "cit")
_DENY = ("den", "nie", "nieg", "neg", "contest")  # 'does not deny' vouches for it
_DETERMINERS = frozenset({
    "the", "its", "their", "his", "this", "el", "un", "su", "sus", "una", "del", "al", "du", "au", "ce",
    "cette", "son", "sa", "leur", "une",
})  # fmt: skip
FEELINGS = frozenset({"regret", "deplores", "concern"})
_JUDGED = FEELINGS | {"notes", "reminds", "welcomes", "hopes"}
_TOLD_BY = frozenset({"says", "reminds", "notes"})
_BY = frozenset({"by", "par", "por"})
_TOLD_AS = frozenset({"as", "comme", "como", "is", "was", "been", "est", "ete", "fue", "sido"})
_ARTICLES = frozenset({"the", "le", "la", "les", "el", "los", "las", "'", "l"})
_SAME = frozenset({"this", "that", "the same", "ce", "cette", "este", "esta", "dicho", "dicha"})
_SUBORDINATES = (" that", " que", " qu", " qu'")
_ITSELF = frozenset({"se"})
_IMPERSONAL = (" is made", "il est fait etat", "il est fait mention")
_HIM = frozenset({"le", "les"})  # 'Le ruega que …': the Government, named before
_PAUSES = frozenset({",", ";", "que", "y"})
_CALLS = frozenset({"encourages", "asks", "hopes", "reminds", "notes"})


def find_owner(verb: Verb) -> Speaker | None:
    """Return whose verb it is, by the first rule that decides; None where it is nobody's."""
    for rule in RULES:
        owner = rule(verb)
        if owner is not None:
            return owner[0]
    return None


def _is_no_verb(verb: Verb) -> Owner:
    """'según la cual', 'selon laquelle', 'gouvernements qui signalent': no turn begins."""
    same = any(h.concept == "that" and h.first == verb.hit.first for h in verb.sentence.hits)
    wanted = verb.state.wanted
    whose = wanted is not None and verb.hit.concept not in _TELLING and 0 <= verb.hit.first - wanted <= 3
    telling = verb.hit.concept in _TELLING
    if verb.hit.words.startswith(_QUOTED) and {verb.hit.words.split(" ")[-1], verb.word(verb.hit.last)} & _BY:
        return (None,)  # 'the Ombudsman, quoted by the Government': who is quoted vouches for it
    noun = verb.hit.concept == "says" and verb.follows(_DETERMINERS, 1)
    unsaid = verb.hit.concept == "says" and _is_unsaid(verb) and not verb.hit.words.startswith(_DENY)
    return (None,) if (same and telling) or whose or noun or unsaid or is_relative(verb) or is_supposed(verb) else None


def _is_unsaid(verb: Verb) -> bool:
    """'does not mention', 'ne précise pas'; not 'submits that nothing …'."""
    return any(h.concept == "not" and 0 <= verb.hit.first - h.last <= 1 for h in verb.sentence.hits)


def _has_agent(verb: Verb) -> Owner:
    """'according to the Government', 'indicated by the Government', 'as recalled in June by the Conference'."""
    if verb.hit.concept == "according":
        return (_according_to(verb),)
    if verb.hit.concept in _TOLD_BY:
        for other in verb.sentence.hits[verb.place + 1 :]:
            speaker = speaker_of_actor(other, verb.body)
            if speaker is not None and _is_agent(verb, other):
                return (speaker,)
    return None


def _is_agent(verb: Verb, actor: Hit) -> bool:
    """'by the union' a few words after the verb, or 'comme l'indique le gouvernement' just after it."""
    apart = actor.first - verb.hit.last
    between = words_before(verb.sentence, actor.first, max(apart, 0))
    if not 0 <= apart <= CLOSE + 1 or "," in between:
        return False
    if between[-1:] and between[-1] in _ARTICLES:
        between = between[:-1]
    by = between[-1:] and between[-1] in _BY and (apart <= 2 or verb.follows(_TOLD_AS, 1))
    inverted = not verb.grammar.owner_first and verb.near is None and apart == 1 and not between
    return bool(by) or (inverted and verb.hit.concept == "says" and not verb.hit.words.endswith(_SUBORDINATES))


def _according_to(verb: Verb) -> Speaker | None:
    """'according to the union', 'selon le rapport du projet', 'según la RMF': an actor, a paper, an unlisted name."""
    if is_office_record(verb.sentence, verb.place):
        return Speaker.OFFICE
    pause = next((n for n in range(CLOSE + 1) if verb.word(verb.hit.last + n) in {",", ""}), CLOSE)
    after = actor_after(verb.sentence, verb.place, verb.grammar, verb.body, pause)
    if after is None and names_stranger(verb.sentence, verb.hit):
        return Speaker.WORKERS
    if after is None and _is_in_report(verb):
        again = verb.word(verb.hit.last) in _SAME and verb.state.reporter is not Speaker.COMMITTEE
        return verb.state.reporter if again else Speaker.GOVERNMENT if verb.body is Body.CEACR else None
    return after


def _is_in_report(verb: Verb) -> bool:
    """'according to the report', 'según la memoria': before the experts the report is the Government's."""
    return any(h.concept == "report" and 0 <= h.first - verb.hit.last <= 2 for h in verb.sentence.hits)


def _goes_on(verb: Verb) -> Owner:
    """'… and therefore urges', 'et exprime sa profonde préoccupation': the verb goes on with the main subject."""
    hit, state = verb.hit, verb.state
    if state.main is not Speaker.COMMITTEE and state.verb is not None and _is_joined(verb):
        return (state.verb,)
    if hit.concept not in _JOINED or state.main is not Speaker.COMMITTEE:
        return None
    if is_past(verb.sentence, hit.first - 2, hit, verb.grammar) != state.past:
        return None
    reach = 4 if hit.concept in FEELINGS else 3
    since = max(state.subject.last if state.subject else verb.sentence.first, hit.first - reach)
    return (Speaker.COMMITTEE,) if verb.follows(AND, max(hit.first - since, 0)) else None


def _is_joined(verb: Verb) -> bool:
    """'the union states … and urges': the verb follows 'and', and no other subject stands just before it."""
    subject = verb.state.subject
    beside = subject is not None and verb.hit.first - subject.last <= 1
    return verb.hit.concept in _JOINED | {"says"} and verb.follows(AND, 2) and not beside


def _is_asked(verb: Verb) -> Owner:
    """'the Government is requested', 'le gouvernement est prié', 'the Government might consider'."""
    if verb.hit.concept not in {"asks", "encourages", "reminds"} or verb.subject is not Speaker.GOVERNMENT:
        return None
    if verb.hit.words.startswith(_MODALS):
        voice = verb.state.last or verb.state.reporter
        return (Speaker.COMMITTEE if voice is Speaker.GOVERNMENT else voice,)  # no government says what it might do
    if verb.follows(_BEEN, 2):
        return (None,)  # 'the Government has been asked'
    return (Speaker.COMMITTEE,) if verb.follows(_IS, 2) else None


def _is_compelled(verb: Verb) -> Owner:
    """'can but regret', 'ne peut que regretter', 'no puede sino lamentar'."""
    if not is_compelled(verb.sentence, verb.hit):
        return None
    return (verb.near or verb.state.main or verb.state.head,)


def _is_strangers(verb: Verb) -> Owner:
    """A name that no list holds is mostly that of an organization; or the short name of the subject before it."""
    if verb.hit.concept not in _SAID_BY_STRANGERS or not is_strangers(verb.sentence, verb.hit):
        return None
    subject = verb.state.subject
    explained = subject and verb.hit.first - subject.last <= CLOSE + 3 and subject.speaker is not Speaker.COMMITTEE
    return (subject.speaker,) if subject and explained else (Speaker.WORKERS,)


def _has_subject(verb: Verb) -> Owner:
    """'the Government adds'; not 'the Government is assured', nor 'It hopes that the review announced will end'."""
    if verb.near is None:
        return None
    taken = verb.state.used is verb.state.subject and not verb.follows(_JOINS, 3)
    passive = verb.follows(_PASSIVE, 1) and verb.hit.concept in _TOLD_BY | {"asks", "encourages"}
    return (None,) if (taken and verb.hit.concept == "says") or passive else (verb.near,)


def _leaves_subject_out(verb: Verb) -> Owner:
    """'Habida cuenta de …, lamenta que', 'Noting that …', 'Toma nota de …', 'Se pide al Gobierno'."""
    opens = verb.hit.first - verb.sentence.first <= 2
    if opens and verb.hit.concept == "asks":
        addressed = addresses_government(verb.sentence, verb.place) or verb.follows(_HIM, 1)
        return (Speaker.COMMITTEE if addressed else None,)
    itself = verb.hit.concept in _CALLS and verb.grammar.drops_subject and verb.follows(_ITSELF, 1)
    if itself and verb.near is None and addresses_government(verb.sentence, verb.place):
        return (Speaker.COMMITTEE,)  # 'se recuerda al Gobierno que'
    if opens and verb.hit.words.endswith(_IMPERSONAL):
        return (reporter_of(verb),)  # 'Mention is made of', 'Il est fait état de'
    if opens and verb.hit.concept == "says" and verb.grammar.drops_subject and verb.subject is None:
        if verb.hit.words.endswith(("ar", "er", "ir")):
            return (None,)  # 'Sírvase indicar'
        return (reporter_of(verb),)  # 'Afirma que …': whoever spoke before
    feels = verb.subject is None and verb.hit.concept in _JUDGED and verb.grammar.drops_subject
    if feels and verb.follows(_PAUSES, 1):
        return (verb.state.last or verb.state.main or verb.state.head,)
    return (Speaker.COMMITTEE,) if opens and verb.hit.concept != "says" else None


def _follows_pause(verb: Verb) -> Owner:
    paused = verb.hit.concept in _CALLS and verb.follows(frozenset({",", ";"}), 2)
    return (verb.subject,) if paused and verb.subject is not None else None


RULES: tuple[Callable[[Verb], Owner], ...] = (
    _is_no_verb,
    _has_agent,
    inverted_owner,
    resumed_owner,
    _goes_on,
    _is_asked,
    _is_compelled,
    _is_strangers,
    _has_subject,
    _leaves_subject_out,
    _follows_pause,
)


def reporter_of(verb: Verb) -> Speaker:
    """'It states that', 'Añade que': whoever reported before; before the experts no committee states or adds."""
    reporter = verb.state.reporter
    ours = reporter is Speaker.COMMITTEE and verb.body is Body.CEACR and not verb.stresses
    return Speaker.GOVERNMENT if ours else reporter


def is_compelled(sentence: Sentence, hit: Hit) -> bool:
    """Say whether a feeling is one that the body cannot but have."""
    return hit.concept in FEELINGS and bool(_COMPELLED & set(words_before(sentence, hit.first, 3)))


def addresses_government(sentence: Sentence, place: int) -> bool:
    """Say whether the Government is asked: it stands just after the verb."""
    hit = sentence.hits[place]
    return any(
        other.concept == "government" and 0 <= other.first - hit.last <= 4 for other in sentence.hits[place + 1 :]
    )


def is_past(sentence: Sentence, since: int, hit: Hit, grammar: Grammar) -> bool:
    """Say whether a verb is told in the past, from a word on to its end."""
    return any(word_at(sentence, place) in grammar.past for place in range(max(since, sentence.first), hit.last))
