"""The features of a sentence: its words, its cues in their order, who speaks, where it stands. All are yes or no."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.classify.evidence import Cue, Evidence, Voice

_NEAR = 6  # words on either side of a cue of help that are features of their own
_QUIET = frozenset({"pronoun", "past-form", "unit", "number-word", "that"})  # too frequent to tell anything in a row
_HELP = frozenset({
    "technical-assistance", "technical-cooperation", "aid", "training", "advice", "expertise", "project", "road-map",
    "at-disposal", "direct-contacts-mission", "technical-advisory-mission", "high-level-tripartite-mission", "mission",
    "high-level-mission", "preliminary-mission", "follow-up-mission", "technical-assistance-mission", "other-mission",
    "visit", "shown-to", "programme",
})  # fmt: skip


def make_features(evidence: Evidence) -> frozenset[str]:
    """Return the features of a sentence, each a name that a person can read."""
    return frozenset(_features(evidence))


def _features(one: Evidence) -> Iterator[str]:
    words = ["0" if word[:1].isdigit() else word for word in one.words]
    yield from (f"w:{word}" for word in words)
    yield from (f"w2:{first} {second}" for first, second in pairwise(words))
    yield from _near_help(one.cues, words)
    yield from _cues(one.cues)
    yield from _voices(one)
    yield from _place(one)
    yield from (f"bc:{cue.concept}" for cue in one.cues_before)


def _near_help(cues: Sequence[Cue], words: Sequence[str]) -> Iterator[str]:
    for cue in cues:
        if cue.concept in _HELP:
            yield from (f"n:{word}" for word in words[max(cue.first - _NEAR, 0) : cue.last + _NEAR])


def _cues(cues: Sequence[Cue]) -> Iterator[str]:
    row = [cue.concept for cue in cues if cue.concept not in _QUIET]
    helps = ["HELP" if concept in _HELP else concept for concept in row]
    yield from (f"c:{concept}" for concept in row)
    for sequence in (row, helps):
        yield from (f"c2:{first} {second}" for first, second in pairwise(sequence))
        yield from (f"c3:{' '.join(three)}" for three in zip(sequence, sequence[1:], sequence[2:], strict=False))
    yield from (f"d:{one}" for one in _distances(cues))


def _distances(cues: Sequence[Cue]) -> Iterator[str]:
    """Yield how far each other cue stands from the nearest cue of help, before or after it."""
    helps = [cue for cue in cues if cue.concept in _HELP]
    for cue in cues:
        if helps and cue.concept not in _HELP and cue.concept not in _QUIET:
            nearest = min(helps, key=lambda help_: abs(help_.first - cue.first))
            gap = abs(nearest.first - cue.first)
            side = "before" if cue.first < nearest.first else "after"
            yield f"{cue.concept} {side} {'close' if gap <= 4 else 'near' if gap <= 10 else 'far'}"


def _voices(one: Evidence) -> Iterator[str]:
    yield f"carried:{one.carried}"
    yield from (f"v:{voice.speaker}:{voice.force}{':past' if voice.past else ''}" for voice in one.voices)
    yield f"vs:{' '.join(str(voice.speaker) for voice in one.voices) or one.carried}"
    first_help = next((cue.first for cue in one.cues if cue.concept in _HELP), None)
    if first_help is not None:
        yield f"vh:{_speaking(one.voices, first_help, one)}"


def _speaking(voices: Iterable[Voice], place: int, one: Evidence) -> str:
    at = [voice for voice in voices if voice.first <= place]
    return f"{at[-1].speaker}:{at[-1].force}:{at[-1].past}" if at else f"{one.carried}:carried"


def _place(one: Evidence) -> Iterator[str]:
    yield f"language:{one.language}"
    yield f"body:{one.body}"
    yield f"kind:{one.kind}"
    yield f"section:{one.section}"
    if one.quoted:
        yield "quoted"
    if one.voice:
        yield f"voice:{one.voice}"
    yield from (f"h:{word}" for word in (one.heading or "").casefold().split()[:12])
