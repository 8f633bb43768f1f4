"""An encoder trained beside a linear model: heads from the training split, shares from the calibration split."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from pipeline.classify import HEADS, Opinion, Weights, predict
from pipeline.classify.encoder import (
    Band,
    Encoder,
    EncoderHeads,
    EncoderSettings,
    Precision,
    is_doubtful,
    mix,
    share_of,
)
from pipeline.classify.encoder_heads import answer_columns, calibrate_heads, fit_heads
from pipeline.classify.encoder_torch import TorchEmbedder
from pipeline.classify.heads import YES
from pipeline.classify.linear import Lesson
from pipeline.vocabulary import FindingKind

_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_MOST_LOST = 0.005  # F1 that eight bits may cost


class Wanted(NamedTuple):
    """Which encoder to train: a folder, an installed package or a hub name; rounds of fine-tuning, 0 for none."""

    source: str
    epochs: int = 0


class Lessons(NamedTuple):
    """Lessons with the sentences that they were made from, in the same order."""

    texts: tuple[str, ...]
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class Doubted:
    """A sentence of the calibration split that the linear model is in doubt about, with its right answers."""

    text: str
    linear: Opinion
    answers: Mapping[str, str]


def train_encoder(wanted: Wanted, train: Lessons, calibration: Lessons, weights: Weights) -> Encoder:
    """Return an encoder with heads from the first lessons; the others choose its shares and its precision.

    The folder's own are the weights that were fine-tuned, and those that were given as a folder.
    """
    folder = Path(wanted.source)
    own = bool(wanted.epochs) or folder.is_dir()
    embed = TorchEmbedder(str(folder.absolute()) if folder.is_dir() else wanted.source)
    heads = _fine_tune(embed, wanted.epochs, train, calibration) if wanted.epochs else _fit(embed, train)
    settings = EncoderSettings("" if own else wanted.source, Precision.FP32, Band(), {head.name: 0.0 for head in HEADS})
    doubted = find_doubted(calibration, weights, settings.band)
    whole = choose_shares(Encoder(settings, heads, embed), doubted)
    return choose_precision(whole, doubted)


def find_doubted(lessons: Lessons, weights: Weights, band: Band) -> tuple[Doubted, ...]:
    """Return the sentences for which the encoder would be asked."""
    every = (
        Doubted(text, predict(weights, lesson.features), lesson.answers)
        for text, lesson in zip(lessons.texts, lessons.lessons, strict=True)
    )
    return tuple(one for one in every if is_doubtful(one.linear, band))


def choose_shares(encoder: Encoder, doubted: Sequence[Doubted]) -> Encoder:
    """Return the encoder with the share in each head that tells the right answers best; of two, the smaller."""
    encoded = _opine(encoder, doubted)
    shares = {head.name: _best_share(head.name, doubted, encoded) for head in HEADS}
    return replace(encoder, settings=replace(encoder.settings, shares=shares))


def choose_precision(encoder: Encoder, doubted: Sequence[Doubted]) -> Encoder:
    """Return the encoder in eight bits where that costs less than half a point of F1 in the band, else as it is."""
    small = encoder.at(Precision.INT8)
    return small if _f1(small, doubted) > _f1(encoder, doubted) - _MOST_LOST else encoder


def _fit(embed: TorchEmbedder, train: Lessons) -> EncoderHeads:
    return fit_heads(embed.embed_all(train.texts), train.lessons)


def _fine_tune(embed: TorchEmbedder, epochs: int, train: Lessons, calibration: Lessons) -> EncoderHeads:
    weights, intercepts = embed.learn(train.texts, answer_columns(train.lessons), epochs)
    ones, zeros = np.ones(len(intercepts)), np.zeros(len(intercepts))
    heads = EncoderHeads(weights, intercepts, ones, zeros)
    return calibrate_heads(heads, embed.embed_all(calibration.texts), calibration.lessons)


def _opine(encoder: Encoder, doubted: Sequence[Doubted]) -> tuple[Opinion, ...]:
    if not doubted:
        return ()
    return tuple(map(encoder.heads.opine, encoder.embed.embed_all([one.text for one in doubted])))


def _best_share(head: str, doubted: Sequence[Doubted], encoded: Sequence[Opinion]) -> float:
    """Return the share with the least log loss."""
    asked = [
        (share_of(one.linear, head, one.answers[head]), share_of(other, head, one.answers[head]))
        for one, other in zip(doubted, encoded, strict=True)
        if head in one.answers
    ]

    def loss(share: float) -> float:
        return -sum(math.log(max((1 - share) * one + share * other, 1e-6)) for one, other in asked)

    return min(_SHARES, key=lambda share: (round(loss(share), 6), share))


def _f1(encoder: Encoder, doubted: Sequence[Doubted]) -> float:
    """Return F1 of all kinds over the doubted sentences, found where the mean is even or more."""
    right = extra = missed = 0
    for one, encoded in zip(doubted, _opine(encoder, doubted), strict=True):
        mean = mix(one.linear, encoded, encoder.settings.shares)
        for kind in FindingKind:
            found, labelled = mean.kinds[kind] >= 0.5, one.answers[str(kind)] == YES
            right += found and labelled
            extra += found and not labelled
            missed += not found and labelled
    return 2 * right / max(2 * right + extra + missed, 1)
