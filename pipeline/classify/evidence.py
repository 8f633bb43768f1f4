"""What a model is shown of a sentence, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.vocabulary import Body, CommentKind, FindingKind, Language, Section, Speaker


class Cue(NamedTuple):
    """One concept of the lexicon in the sentence: `first` and `last` count its words."""

    concept: str
    first: int
    last: int


class Voice(NamedTuple):
    """From word `first` on, who speaks and with which force, as the sentence reports it."""

    first: int
    speaker: Speaker
    force: str
    past: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with its cues and voices, the sentence before it, and where it stands; words are folded."""

    language: Language
    body: Body
    kind: CommentKind | None
    section: Section | None
    heading: str | None
    quoted: bool
    voice: Speaker | None
    carried: Speaker
    words: tuple[str, ...]
    cues: tuple[Cue, ...]
    voices: tuple[Voice, ...]
    cues_before: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a model makes of a sentence: calibrated probabilities of each kind, and of each value of each attribute."""

    kinds: Mapping[FindingKind, float]
    attributes: Mapping[str, Mapping[str, float]]
