"""Whose verb it is: rules, in their order, that find the speaker of a verb of saying, feeling, asking or hoping."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.subjects import Grammar, actor_after, is_strangers, word_at, words_before
from pipeline.vocabulary import Body, Speaker

CLOSE = 7  # words that may stand between a subject and its verb
_ACCORDING = frozenset(
    {"according to", "in the view of", "in the opinion of", "selon", "d'apres", "aux dires", "segun"}
)
_JOINED = frozenset({"encourages", "asks", "hopes", "reminds", "notes", "regret", "deplores", "welcomes", "concern"})
_MODALS = ("dev", "pourrait", "podria", "deberia", "should", "might", "could", "may ")
_BEEN = frozenset({"been", "ete", "sido"})
_IS = frozenset({"is", "are", "est", "sont", "es"})
_COMPELLED = frozenset({"but", "sino", "peut", "obligacion", "obligada", "obligee", "oblige"})
AND = frozenset({"and", "et", "y", "e"})
THAT = frozenset({"that", "que", "qu"})
_SAID_BY_STRANGERS = frozenset({"says", "regret", "deplores", "concern"})
FEELINGS = frozenset({"regret", "deplores", "concern"})
_HIM = frozenset({"le", "les"})  # 'Le ruega que …': the Government, named before
_PAUSES = frozenset({",", ";", "que", "y"})
_CALLS = frozenset({"encourages", "asks", "hopes", "reminds", "notes"})


@dataclass(slots=True)
class State:
    """What has been read of a sentence: who reports, the subject and where it ends, the first and the last speaker."""

    reporter: Speaker
    head: Speaker
    subject: tuple[int, Speaker] | None = None
    main: Speaker | None = None
    last: Speaker | None = None
    past: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb where it stands: its sentence, its place among the hits, and what has been read before it."""

    sentence: Sentence
    place: int
    state: State
    grammar: Grammar
    body: Body

    @property
    def hit(self) -> Hit:
        """The hit that is the verb."""
        return self.sentence.hits[self.place]

    @property
    def subject(self) -> Speaker | None:
        """The last subject before the verb, however far."""
        return self.state.subject[1] if self.state.subject else None

    @property
    def near(self) -> Speaker | None:
        """The subject just before the verb."""
        subject = self.state.subject
        return subject[1] if subject and 0 <= self.hit.first - subject[0] <= CLOSE else None

    def follows(self, words: frozenset[str], reach: int) -> bool:
        """Say whether one of the words stands within so many before the verb."""
        return bool(words & set(words_before(self.sentence, self.hit.first, reach)))


Owner = tuple[Speaker | None] | None  # a rule that decides gives one value, which may be nobody


def find_owner(verb: Verb) -> Speaker | None:
    """Return whose verb it is, by the first rule that decides; None where it is nobody's."""
    for rule in RULES:
        owner = rule(verb)
        if owner is not None:
            return owner[0]
    return None


def _is_relative(verb: Verb) -> Owner:
    """'según la cual', 'selon laquelle': no verb at all."""
    same = any(h.concept == "that" and h.first == verb.hit.first for h in verb.sentence.hits)
    return (None,) if verb.hit.concept == "says" and same else None


def _has_agent(verb: Verb) -> Owner:
    """'according to the Government', 'indicated by the Government'."""
    if verb.hit.concept != "says":
        return None
    according = verb.hit.words in _ACCORDING
    after = actor_after(verb.sentence, verb.place, verb.grammar, verb.body, 7 if according else 4)
    if according and after is None and verb.body is Body.CEACR and _is_in_report(verb):
        return (Speaker.GOVERNMENT,)
    return (after,) if according or (after is not None and _is_agentive(verb)) else None


def _is_in_report(verb: Verb) -> bool:
    """'according to the report', 'según la memoria': before the experts the report is the Government's."""
    return any(h.concept == "report" and 0 <= h.first - verb.hit.last <= 2 for h in verb.sentence.hits)


def _goes_on(verb: Verb) -> Owner:
    """'… and therefore urges', 'et exprime sa profonde préoccupation': the verb goes on with the main subject."""
    hit, state = verb.hit, verb.state
    if hit.concept not in _JOINED or state.main is not Speaker.COMMITTEE:
        return None
    if is_past(verb.sentence, hit.first - 2, hit, verb.grammar) != state.past:
        return None
    reach = 4 if hit.concept in FEELINGS else 3
    since = max(state.subject[0] if state.subject else verb.sentence.first, hit.first - reach)
    return (Speaker.COMMITTEE,) if verb.follows(AND, max(hit.first - since, 0)) else None


def _is_asked(verb: Verb) -> Owner:
    """'the Government is requested', 'le gouvernement est prié', 'the Government might consider'."""
    if verb.hit.concept not in {"asks", "encourages"} or verb.subject is not Speaker.GOVERNMENT:
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
    explained = subject and verb.hit.first - subject[0] <= CLOSE + 3 and subject[1] is not Speaker.COMMITTEE
    return (subject[1],) if subject and explained else (Speaker.WORKERS,)


def _has_subject(verb: Verb) -> Owner:
    return (verb.near,) if verb.near is not None else None


def _leaves_subject_out(verb: Verb) -> Owner:
    """'Habida cuenta de …, lamenta que', 'Noting that …', 'Toma nota de …', 'Se pide al Gobierno'."""
    opens = verb.hit.first - verb.sentence.first <= 2
    if opens and verb.hit.concept == "asks":
        addressed = addresses_government(verb.sentence, verb.place) or verb.follows(_HIM, 1)
        return (Speaker.COMMITTEE if addressed else None,)
    if opens and verb.hit.concept == "says" and verb.grammar.drops_subject and verb.subject is None:
        return (verb.state.reporter,)  # 'Afirma que …': whoever spoke before
    feels = verb.subject is None and verb.hit.concept in FEELINGS and verb.grammar.drops_subject
    if feels and verb.follows(_PAUSES, 1):
        return (verb.state.last or verb.state.main or verb.state.head,)
    return (Speaker.COMMITTEE,) if opens and verb.hit.concept != "says" else None


def _follows_pause(verb: Verb) -> Owner:
    paused = verb.hit.concept in _CALLS and verb.follows(frozenset({",", ";"}), 2)
    return (verb.subject,) if paused and verb.subject is not None else None


RULES: tuple[Callable[[Verb], Owner], ...] = (
    _is_relative,
    _has_agent,
    _goes_on,
    _is_asked,
    _is_compelled,
    _is_strangers,
    _has_subject,
    _leaves_subject_out,
    _follows_pause,
)


def _is_agentive(verb: Verb) -> bool:
    """'lo indicado por el Gobierno', 'comme l'indique le gouvernement'."""
    following = word_at(verb.sentence, verb.hit.last)
    inverted = not verb.grammar.owner_first and following in {"le", "la", "el", "los", "les"}
    return following in {"by", "par", "por"} or (inverted and verb.near is None)


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
