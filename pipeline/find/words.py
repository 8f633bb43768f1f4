"""What the modules of find share: the concepts of help, what was mentioned before, and distances in words."""

from dataclasses import dataclass

from pipeline.nlp import Hit, Sentence

MISSIONS = frozenset({
    "direct-contacts-mission", "technical-advisory-mission", "high-level-tripartite-mission", "high-level-mission",
    "preliminary-mission", "follow-up-mission", "technical-assistance-mission", "other-mission",
})  # fmt: skip
NAMED_HELP = frozenset({"technical-assistance", "technical-cooperation"}) | MISSIONS
WEAK_HELP = frozenset({"aid", "training", "advice", "expertise", "project", "road-map", "mission", "at-disposal"})
OWN_HELP = "own-help"  # in a paper of the Office, help without a giver is its own
PROVIDERS = frozenset({"office", "programme"})
BEFALLEN = frozenset({"limited", "put-off"})  # 'the mission … was called off': no mission but the ILO's is told so
WORKS = frozenset({"teaches", "counsels", "helps"})  # verbs that are help where the Office is their agent


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The concepts of ILO help that were named before: anywhere in the comment, and in this paragraph."""

    before: frozenset[str] = frozenset()
    here: frozenset[str] = frozenset()


def words_before(sentence: Sentence, place: int, count: int) -> tuple[str, ...]:
    """Return up to so many words of the sentence before a place of the passage."""
    within = place - sentence.first
    return sentence.words[max(within - count, 0) : max(within, 0)]


def distance_to(sentence: Sentence, hit: Hit, concepts: frozenset[str]) -> int | None:
    """Return the words between a hit and the nearest of some concepts."""
    return min((gap(hit, other) for other in sentence.hits if other.concept in concepts), default=None)


def gap(hit: Hit, other: Hit) -> int:
    """Return the words between two hits."""
    return max(other.first - hit.last, hit.first - other.last, 0)
