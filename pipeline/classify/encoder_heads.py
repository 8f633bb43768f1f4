"""The heads over an encoder's embeddings as they are trained: scikit-learn's regressions, as for the linear model."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from pipeline.classify.encoder import EncoderHeads, Vectors
from pipeline.classify.linear import Lesson, check_enough, fit_columns, fit_scale, targets
from pipeline.classify.weights import columns

_STRENGTH = 1.0  # C of the heads: the inverse of how strongly weights are held near zero
_LEAST = 4  # right and wrong answers that a calibration needs


def fit_heads(vectors: Vectors, lessons: Sequence[Lesson]) -> EncoderHeads:
    """Return heads trained on embeddings, a row for each lesson, calibrated as those of the linear model are."""
    check_enough(lessons)
    found = fit_columns(vectors, lessons, _fit_plain)
    return EncoderHeads(found.weights.astype(np.float32), found.intercepts, found.slopes, found.offsets)


def answer_columns(lessons: Sequence[Lesson]) -> NDArray[np.float32]:
    """Return a row for each lesson and a column for each answer: 1, 0, or not a number where it is not asked."""
    answers = np.full((len(lessons), len(columns())), np.nan, dtype=np.float32)
    for place, (head, answer) in enumerate(columns()):
        rows, right = targets(lessons, head, answer)
        answers[rows, place] = right
    return answers


def calibrate_heads(heads: EncoderHeads, vectors: Vectors, lessons: Sequence[Lesson]) -> EncoderHeads:
    """Return heads with Platt's slopes and offsets from lessons that the encoder was not fine-tuned on."""
    scores = vectors @ heads.weights + heads.intercepts
    slopes, offsets = heads.slopes.copy(), heads.offsets.copy()
    for place, (head, answer) in enumerate(columns()):
        rows, right = targets(lessons, head, answer)
        if min(sum(right), len(right) - sum(right)) >= _LEAST:
            slopes[place], offsets[place] = fit_scale(scores[rows, place], np.array(right))
    return EncoderHeads(heads.weights, heads.intercepts, slopes, offsets)


def _fit_plain(vectors: Vectors, right: Sequence[int]) -> LogisticRegression:
    return LogisticRegression(C=_STRENGTH, max_iter=500).fit(vectors, right)
