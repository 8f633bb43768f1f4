"""The features of a sentence: its words, its cues in their order, who speaks, where it stands. All are yes or no.

They come in families. A feature has a name that a person can read, its family and its words; where a model is asked, no
names are made: the words are looked up among those of the family that the model knows.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise, repeat

from pipeline.classify.evidence import Cue, Evidence, Voice

_NEAR = 6  # words on either side of a cue of help that are features of their own
_QUIET = frozenset({"pronoun", "past-form", "unit", "number-word", "that"})  # too frequent to tell anything in a row
_HELP = frozenset({
    "technical-assistance", "technical-cooperation", "aid", "training", "advice", "expertise", "project", "road-map",
    "at-disposal", "direct-contacts-mission", "technical-advisory-mission", "high-level-tripartite-mission", "mission",
    "high-level-mission", "preliminary-mission", "follow-up-mission", "technical-assistance-mission", "other-mission",
    "visit", "shown-to", "programme",
})  # fmt: skip


_SEVERAL = {"w2:": 2, "c2:": 2, "c3:": 3}  # how many words or concepts a feature of these families has
_FAMILIES = frozenset({"w:", "n:", "c:", "d:", "bc:", "h:", *_SEVERAL})
_ALONE = ""  # the family of those that have few: each is its name
_UNKNOWN = -1
_WORD_OR_BLANKS = re.compile(r"(\S+| +)(?: |$)")

_Key = str | tuple[str, ...]
_Family = tuple[str, Iterable[_Key]]
Index = Mapping[str, Mapping[_Key, int]]


def make_features(evidence: Evidence) -> frozenset[str]:
    """Return the features of a sentence by their names."""
    families = _families(evidence)
    return frozenset(
        family + (key if isinstance(key, str) else " ".join(key)) for family, keys in families for key in keys
    )


def index_features(vocabulary: Mapping[str, int]) -> Index:
    """Return the places of features that are known by their names, by family and then by their words."""
    index: dict[str, dict[_Key, int]] = {family: {} for family in (*_FAMILIES, _ALONE)}
    for name, place in vocabulary.items():
        family, colon, words = name.partition(":")
        if family + colon in _FAMILIES:
            index[family + colon][_key(words, _SEVERAL.get(family + colon, 1))] = place
        else:
            index[_ALONE][name] = place
    return index


def find_places(evidence: Evidence, index: Index) -> list[int]:
    """Return the places of those features of a sentence that the index knows, in their order."""
    places: set[int] = set()
    for family, keys in _families(evidence):
        places.update(map(index[family].get, keys, repeat(_UNKNOWN)))
    places.discard(_UNKNOWN)
    return sorted(places)


def _key(words: str, several: int) -> _Key:
    """Return the words of a name apart; a wide blank is a word of its own."""
    if several == 1:
        return words
    parts = tuple(words.split(" "))
    return parts if len(parts) == several else tuple(_WORD_OR_BLANKS.findall(words))


def _families(one: Evidence) -> Iterator[_Family]:
    words = ["0" if word[:1].isdigit() else word for word in one.words]
    yield "w:", words
    yield "w2:", pairwise(words)
    yield "n:", _near_help(one.cues, words)
    yield from _cues(one.cues)
    yield _ALONE, [*_voices(one), *_place(one)]
    yield "h:", (one.heading or "").casefold().split()[:12]
    yield "bc:", [cue.concept for cue in one.cues_before]


def _near_help(cues: Sequence[Cue], words: Sequence[str]) -> Iterable[str]:
    near = (words[max(cue.first - _NEAR, 0) : cue.last + _NEAR] for cue in cues if cue.concept in _HELP)
    return chain.from_iterable(near)


def _cues(cues: Sequence[Cue]) -> Iterator[_Family]:
    row = [cue.concept for cue in cues if cue.concept not in _QUIET]
    helps = ["HELP" if concept in _HELP else concept for concept in row]
    yield "c:", row
    for sequence in (row,) if row == helps else (row, helps):
        yield "c2:", pairwise(sequence)
        yield "c3:", zip(sequence, sequence[1:], sequence[2:], strict=False)
    yield "d:", _distances(cues)


def _distances(cues: Sequence[Cue]) -> Iterator[str]:
    """Yield how far each other cue stands from the nearest cue of help, before or after it."""
    helps = [cue.first for cue in cues if cue.concept in _HELP]
    if not helps:
        return
    for concept, first, _ in cues:
        if concept not in _HELP and concept not in _QUIET:
            gap, nearest = min((abs(place - first), place) for place in helps)
            side = "before" if first < nearest else "after"
            yield f"{concept} {side} {'close' if gap <= 4 else 'near' if gap <= 10 else 'far'}"


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
