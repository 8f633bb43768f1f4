"""A verb of saying where it stands, and what has been read of its sentence before it."""

from dataclasses import dataclass

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.subjects import Grammar, word_at, words_before
from pipeline.vocabulary import Body, Speaker

CLOSE = 7  # words that may stand between a subject and its verb
AND = frozenset({"and", "et", "y", "e"})
THAT = frozenset({"that", "que", "qu"})
Owner = tuple[Speaker | None] | None  # a rule that decides gives one value, which may be nobody


@dataclass(frozen=True, slots=True)
class Subject:
    """An actor or a pronoun that may be the subject of a verb after it, and where its words begin and end."""

    first: int
    last: int
    speaker: Speaker


@dataclass(slots=True)
class State:
    """What has been read of a sentence: who reports, the subjects, the first and the last speaker, the last turn.

    `used` is the subject of the last turn, `held` one that a comma follows, `wanted` the end of one that only says
    whose help it is.
    """

    reporter: Speaker
    head: Speaker
    start: int
    subject: Subject | None = None
    used: Subject | None = None
    held: Subject | None = None
    wanted: int | None = None
    main: Speaker | None = None
    last: Speaker | None = None
    verb: Speaker | None = None
    past: bool = False
    recalled: bool = False


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
        return self.state.subject.speaker if self.state.subject else None

    @property
    def near(self) -> Speaker | None:
        """The subject just before the verb."""
        subject = self.state.subject
        return subject.speaker if subject and 0 <= self.hit.first - subject.last <= CLOSE else None

    @property
    def stresses(self) -> bool:
        """Whether it is a verb that a committee uses of itself too: 'points out', 'souligne', 'destaca'."""
        return any(h.concept == "stresses" and h.first == self.hit.first for h in self.sentence.hits)

    def word(self, place: int) -> str:
        """Return the word at a place of the passage."""
        return word_at(self.sentence, place)

    def follows(self, words: frozenset[str], reach: int) -> bool:
        """Say whether one of the words stands within so many before the verb."""
        return bool(words & set(words_before(self.sentence, self.hit.first, reach)))
