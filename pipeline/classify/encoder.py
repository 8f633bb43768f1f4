"""The optional encoder: a transformer's sentence embeddings under the heads of the linear model, asked only in doubt.

Where the linear model is nearly sure of every kind the encoder is not asked: that bounds its cost. In the band between,
the probability of each head is a mean of both, with a share that the calibration split chose for that head.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.classify.evidence import Opinion
from pipeline.classify.heads import HEADS, YES
from pipeline.classify.weights import Weights, columns, form_opinion, predict
from pipeline.errors import ModelError
from pipeline.vocabulary import FindingKind

Vectors = NDArray[np.float32]
_KINDS = frozenset(map(str, FindingKind))


class Precision(StrEnum):
    """How the encoder computes: whole, or with weights in eight bits, which is faster on a processor."""

    FP32 = "fp32"
    INT8 = "int8"


class Embedder(Protocol):
    """Sentences to vectors, one way for a run and one for training; the transformer itself is behind it."""

    def __call__(self, text: str) -> Vectors:
        """Return the vector of one sentence; the same sentence is computed once."""

    def embed_all(self, texts: Sequence[str]) -> Vectors:
        """Return a row for each sentence, computed in batches."""

    def at(self, precision: Precision) -> "Embedder":
        """Return the same encoder at a precision."""

    def save(self, folder: str) -> None:
        """Write weights (safetensors), configuration and tokenizer into a folder."""


class Band(NamedTuple):
    """The probabilities of the linear model, of any kind, between which the encoder is asked."""

    low: float = 0.2
    high: float = 0.9


@dataclass(frozen=True, slots=True)
class EncoderSettings:
    """What a model folder says of its encoder: whose weights (empty: the folder's own), when asked, how far believed.

    `shares`: for each head the encoder's share in the mean with the linear model, 0 to 1.
    """

    source: str
    precision: Precision
    band: Band
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class EncoderHeads:
    """The heads over the embeddings: weights (dimensions × columns), intercepts, and Platt's slopes and offsets."""

    weights: NDArray[np.float32]
    intercepts: NDArray[np.float64]
    slopes: NDArray[np.float64]
    offsets: NDArray[np.float64]

    def opine(self, vector: Vectors) -> Opinion:
        """Return what the heads make of an embedding."""
        if len(vector) != len(self.weights):
            raise ModelError(
                f"the encoder gives {len(vector)} numbers for a sentence, its heads take {len(self.weights)}: "
                "it is another encoder than the one that was trained; run needs train --encoder"
            )
        return form_opinion(self.slopes * (vector @ self.weights + self.intercepts) + self.offsets)


@dataclass(frozen=True, slots=True)
class Encoder:
    """An encoder that a model can ask: its settings, its heads, and what turns a sentence into a vector."""

    settings: EncoderSettings
    heads: EncoderHeads
    embed: Embedder

    def is_worth_asking(self, opinion: Opinion) -> bool:
        """Say whether the linear model is in doubt, and the encoder has a share in any answer."""
        return any(self.settings.shares.values()) and is_doubtful(opinion, self.settings.band)

    def at(self, precision: Precision) -> "Encoder":
        """Return the same encoder at a precision."""
        return replace(self, settings=replace(self.settings, precision=precision), embed=self.embed.at(precision))


def ask(weights: Weights, encoder: Encoder | None, features: Iterable[str], text: str) -> Opinion:
    """Return what a model makes of a sentence; its encoder is heard where the linear model is in doubt."""
    return hear(encoder, predict(weights, features), text)


def hear(encoder: Encoder | None, opinion: Opinion, text: str) -> Opinion:
    """Return the linear model's opinion of a sentence, mixed with the encoder's where the linear model is in doubt."""
    if encoder is None or not encoder.is_worth_asking(opinion):
        return opinion
    return mix(opinion, encoder.heads.opine(encoder.embed(text)), encoder.settings.shares)


def is_doubtful(opinion: Opinion, band: Band) -> bool:
    """Say whether the probability of any kind lies in the band."""
    return any(band.low <= share <= band.high for share in opinion.kinds.values())


def mix(linear: Opinion, encoded: Opinion, shares: Mapping[str, float]) -> Opinion:
    """Return the mean of two opinions, by the share of the second in each head."""
    return Opinion(
        {kind: _mean(linear.kinds[kind], encoded.kinds[kind], shares[kind]) for kind in FindingKind},
        {
            head: {answer: _mean(one, encoded.attributes[head][answer], shares[head]) for answer, one in values.items()}
            for head, values in linear.attributes.items()
        },
    )


def share_of(opinion: Opinion, head: str, answer: str) -> float:
    """Return the probability of an answer."""
    if head in _KINDS or answer not in opinion.attributes[head]:
        yes = opinion.kinds[FindingKind(head)] if head in _KINDS else opinion.attributes[head][YES]
        return yes if answer == YES else 1 - yes
    return opinion.attributes[head][answer]


def write_heads(heads: EncoderHeads) -> bytes:
    """Return the heads as the bytes of an npz file."""
    file = io.BytesIO()
    arrays = {"columns": np.array(_column_names()), **{name: getattr(heads, name) for name in _ARRAYS}}
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def read_heads(content: bytes) -> EncoderHeads:
    """Return the heads of an npz file; raises ModelError where they answer other questions."""
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        if arrays["columns"].tolist() != _column_names():
            raise ModelError("the encoder answers other questions than this version asks: run needs train --encoder")
        return EncoderHeads(**{name: arrays[name] for name in _ARRAYS})


def write_settings(settings: EncoderSettings) -> dict[str, Any]:
    """Return the settings as plain words and numbers."""
    return {
        "source": settings.source,
        "precision": str(settings.precision),
        "band": list(settings.band),
        "shares": dict(settings.shares),
    }


def read_settings(said: Mapping[str, Any]) -> EncoderSettings:
    """Return the settings that the words and numbers stand for; raises ModelError where one is missing or senseless."""
    try:
        low, high = map(float, said["band"])
        band = Band(low, high)
        shares = {head.name: float(said["shares"][head.name]) for head in HEADS}
        settings = EncoderSettings(str(said["source"]), Precision(said["precision"]), band, shares)
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"the settings of the encoder are not whole ({error}): run needs train --encoder") from error
    if not 0 <= band.low <= band.high <= 1 or not all(0 <= share <= 1 for share in shares.values()):
        raise ModelError("the band and the shares of the encoder are probabilities, and the band begins below its end")
    return settings


_ARRAYS = ("weights", "intercepts", "slopes", "offsets")


def _mean(one: float, other: float, share: float) -> float:
    return (1 - share) * one + share * other


def _column_names() -> list[str]:
    return ["\t".join(column) for column in columns()]
