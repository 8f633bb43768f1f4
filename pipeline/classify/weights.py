"""The linear model as it is asked: a table of weights by feature, read from one file, without scikit-learn."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.evidence import Opinion
from pipeline.classify.features import Index, index_features
from pipeline.classify.heads import HEADS, YES
from pipeline.errors import ModelError
from pipeline.vocabulary import FindingKind

_FINDING_KINDS = tuple(FindingKind)
_KINDS = frozenset(map(str, FindingKind))


@dataclass(frozen=True)
class Weights:
    """A linear model: weights (features × columns, float32), intercepts, and a slope and offset for each column.

    A column is one answer of one head, in the order of HEADS; of a question with yes and no only `yes` has a column.
    Slope and offset are Platt's: the probability is the logistic function of slope × score + offset.
    """

    name: str
    vocabulary: Mapping[str, int]
    weights: NDArray[np.float32]
    intercepts: NDArray[np.float64]
    slopes: NDArray[np.float64]
    offsets: NDArray[np.float64]

    @cached_property
    def index(self) -> Index:
        """The vocabulary by families of features, as a sentence is looked up in it."""
        return index_features(self.vocabulary)

    @cached_property
    def wide(self) -> NDArray[np.float64]:
        """The weights as they are added up."""
        return self.weights.astype(np.float64)


def columns() -> tuple[tuple[str, str], ...]:
    """Return the head and answer that each column of the weights stands for."""
    return tuple(_columns())


def _columns() -> Iterator[tuple[str, str]]:
    for head in HEADS:
        for answer in head.answers[:1] if YES in head.answers else head.answers:
            yield head.name, answer


_COLUMNS = columns()
_FARTHEST = 35.0  # logits beyond it are as good as certain
_ATTRIBUTES = {
    head: (tuple(answer for one, answer in _COLUMNS if one == head), _COLUMNS.index((head, first)))
    for head, first in dict(reversed(_COLUMNS)).items()
    if head not in _KINDS
}


class _Shares(Mapping[str, Mapping[str, float]]):
    """The probabilities of each attribute's answers, shared out when asked for: most sentences have no claim."""

    def __init__(self, shares: Sequence[float]) -> None:
        self._shares = shares

    def __getitem__(self, head: str) -> Mapping[str, float]:
        answers, first = _ATTRIBUTES[head]
        return _share_out(answers, self._shares[first:])

    def __iter__(self) -> Iterator[str]:
        return iter(_ATTRIBUTES)

    def __len__(self) -> int:
        return len(_ATTRIBUTES)


def predict(weights: Weights, features: Iterable[str]) -> Opinion:
    """Return what the model makes of the features of a sentence."""
    places = weights.vocabulary
    return predict_known(weights, sorted(places[name] for name in features if name in places))


def predict_known(weights: Weights, places: Sequence[int]) -> Opinion:
    """Return what the model makes of features by their places in its vocabulary, each once and in their order."""
    scores = np.add.reduce(weights.wide.take(places, axis=0, mode="clip"), axis=0) + weights.intercepts
    return form_opinion(weights.slopes * scores + weights.offsets)


def form_opinion(calibrated: NDArray[np.float64]) -> Opinion:
    """Return the opinion that calibrated logits stand for, one for each column."""
    logits = np.minimum(np.maximum(calibrated, -_FARTHEST), _FARTHEST)
    shares: list[float] = (1 / (1 + np.exp(-logits))).tolist()
    return Opinion(dict(zip(_FINDING_KINDS, shares, strict=False)), _Shares(shares))


def _share_out(answers: Sequence[str], shares: Sequence[float]) -> dict[str, float]:
    """Return the answers' probabilities so that they sum to one; a question with one column keeps its share."""
    whole = sum(shares[: len(answers)]) or 1.0 if len(answers) > 1 else 1.0
    return {answer: share / whole for answer, share in zip(answers, shares, strict=False)}


def explain(weights: Weights, features: frozenset[str], head: str, answer: str, most: int = 5) -> tuple[str, ...]:
    """Return the features that speak most for an answer, the strongest first, each with its weight."""
    place = _COLUMNS.index((head, answer))
    known = [
        (float(weights.weights[weights.vocabulary[one], place]), one) for one in features & weights.vocabulary.keys()
    ]
    strongest = sorted(known, key=lambda pair: (-pair[0], pair[1]))[:most]
    return tuple(f"{name} ({weight:+.2f})" for weight, name in strongest if weight > 0)


def write_weights(weights: Weights) -> bytes:
    """Return the model as the bytes of an npz file: arrays and names only, nothing that can be run."""
    names = sorted(weights.vocabulary, key=weights.vocabulary.__getitem__)
    arrays: dict[str, Any] = {
        "name": np.array(weights.name),
        "vocabulary": np.array("\n".join(names)),
        "columns": np.array(["\t".join(column) for column in _COLUMNS]),
        "weights": weights.weights.astype(np.float16),
        "intercepts": weights.intercepts,
        "slopes": weights.slopes,
        "offsets": weights.offsets,
    }
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def read_weights(content: bytes) -> Weights:
    """Return the model of an npz file; raises ModelError where it answers other questions than this program asks."""
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        asked = _parted(arrays["columns"].tolist())
        if asked != _COLUMNS:
            raise ModelError("the model in service answers other questions than this version asks: run needs train")
        names = str(arrays["vocabulary"]).split("\n")
        return Weights(
            str(arrays["name"]),
            {name: place for place, name in enumerate(names)},
            arrays["weights"].astype(np.float32),
            arrays["intercepts"],
            arrays["slopes"],
            arrays["offsets"],
        )


def _parted(joined: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(one.split("\t")) for one in joined)
