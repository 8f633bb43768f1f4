"""The linear model as it is trained: scikit-learn's logistic regressions, one for each answer, calibrated."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from pipeline.classify.heads import HEADS, NO, YES
from pipeline.classify.weights import Weights, columns
from pipeline.errors import ModelError
from pipeline.vocabulary import FindingKind

_LEAST_SEEN = 3
_FOLDS = 4
_STRENGTH = 0.3  # C of the regressions: the inverse of how strongly weights are held near zero
_KINDS = frozenset(map(str, FindingKind))
Seen: TypeAlias = csr_matrix | NDArray[Any]
Fit: TypeAlias = Callable[[Seen, Sequence[int]], LogisticRegression]


class Lesson(NamedTuple):
    """What is learnt from: a sentence's features, the right answer of each head that is asked of it, and its family.

    Lessons of one family (a thread, a page) never stand on both sides of a fold.
    """

    features: frozenset[str]
    answers: Mapping[str, str]
    family: str


class Columns(NamedTuple):
    """One regression for each answer of each head: weights (features × columns), and Platt's slope and offset."""

    weights: NDArray[np.float64]
    intercepts: NDArray[np.float64]
    slopes: NDArray[np.float64]
    offsets: NDArray[np.float64]
    regressions: Mapping[str, LogisticRegression]


@dataclass(frozen=True)
class Fitted:
    """The trained model: scikit-learn's own objects, and the weights that a run asks."""

    vectorizer: CountVectorizer
    regressions: Mapping[str, LogisticRegression]
    weights: Weights


def fit(name: str, lessons: Sequence[Lesson]) -> Fitted:
    """Train on the lessons; the same lessons give the same model. Raises ModelError where there are too few."""
    vectorizer = CountVectorizer(analyzer=sorted, binary=True, min_df=_LEAST_SEEN, dtype=np.float32)
    check_enough(lessons)
    seen = vectorizer.fit_transform([one.features for one in lessons])
    found = fit_columns(seen, lessons, _fit_telling)
    vocabulary = {str(feature): int(place) for feature, place in vectorizer.vocabulary_.items()}
    held = found.weights.astype(np.float16).astype(np.float32)
    used = Weights(name, vocabulary, held, found.intercepts, found.slopes, found.offsets)
    return Fitted(vectorizer, found.regressions, used)


def check_enough(lessons: Sequence[Lesson]) -> None:
    """Raise ModelError where the lessons are of too few families to be parted."""
    if len({one.family for one in lessons}) < _FOLDS:
        raise ModelError(f"too few lessons: at least {_FOLDS} families of sentences are needed")


def fit_columns(seen: Seen, lessons: Sequence[Lesson], fit_one: Fit) -> Columns:
    """Return a calibrated regression for each answer that the lessons tell apart; `seen` has a row for each lesson."""
    columns_ = columns()
    weights = np.zeros((seen.shape[1], len(columns_)))
    intercepts, slopes, offsets = np.full(len(columns_), -5.0), np.ones(len(columns_)), np.zeros(len(columns_))
    regressions: dict[str, LogisticRegression] = {}
    for place, (head, answer) in enumerate(columns_):
        rows, right = targets(lessons, head, answer)
        if len(set(right)) < 2:
            continue
        asked = seen[rows]
        model = fit_one(asked, right)
        regressions[f"{head}:{answer}"] = model
        weights[:, place] = model.coef_[0]
        intercepts[place] = model.intercept_[0]
        families = np.array([lessons[row].family for row in rows])
        slopes[place], offsets[place] = _calibrate(asked, right, families, fit_one)
    return Columns(weights, intercepts, slopes, offsets, regressions)


def score_lessons(fitted: Fitted, lessons: Iterable[Lesson], head: str, answer: str) -> NDArray[np.float64]:
    """Return scikit-learn's own scores of an answer, before calibration: what the weights must agree with."""
    seen = fitted.vectorizer.transform([one.features for one in lessons])
    scores: NDArray[np.float64] = fitted.regressions[f"{head}:{answer}"].decision_function(seen)
    return scores


def targets(lessons: Sequence[Lesson], head: str, answer: str) -> tuple[list[int], list[int]]:
    """Return the rows that the head is asked of, and for each whether the answer is the right one."""
    rows = [place for place, one in enumerate(lessons) if head in one.answers]
    return rows, [int(lessons[place].answers[head] == answer) for place in rows]


def _fit_telling(seen: csr_matrix, right: Sequence[int]) -> LogisticRegression:
    """Return a regression in which a feature counts by how it tells the answer from the others.

    Each feature is first scaled by the logarithm of its ratio of frequencies with and without the answer (Wang and
    Manning, 2012, "Baselines and Bigrams"); the scale is then folded into the weights.
    """
    target = np.array(right, dtype=bool)
    with_it, without = (1.0 + np.asarray(seen[side].sum(axis=0)).ravel() for side in (target, ~target))
    scale = np.log((with_it / with_it.sum()) / (without / without.sum()))
    model = LogisticRegression(C=_STRENGTH, solver="liblinear", random_state=0)
    model.fit(seen.multiply(scale).tocsr(), right)
    model.coef_ = model.coef_ * scale
    return model


def _calibrate(seen: Seen, right: Sequence[int], families: NDArray[Any], fit_one: Fit) -> tuple[float, float]:
    """Return Platt's slope and offset from scores that were made by models which had not seen the family."""
    target = np.array(right)
    folds = min(_FOLDS, len(set(families.tolist())))
    if folds < 2 or min(target.sum(), len(target) - target.sum()) < folds:
        return 1.0, 0.0
    scores = np.zeros(len(target))
    for inside, outside in GroupKFold(n_splits=folds).split(seen, target, families):
        if len(set(target[inside].tolist())) < 2:
            return 1.0, 0.0
        scores[outside] = fit_one(seen[inside], target[inside]).decision_function(seen[outside])
    return fit_scale(scores, target)


def fit_scale(scores: NDArray[np.float64], target: NDArray[Any]) -> tuple[float, float]:
    """Return Platt's slope and offset: the logistic function through scores and right answers."""
    platt = LogisticRegression(C=1e6).fit(scores.reshape(-1, 1), target)
    return float(platt.coef_[0, 0]), float(platt.intercept_[0])


def answer_heads(findings: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the right answers for a sentence with these labels, each with the attributes of its kind."""
    of_kind = {str(one["kind"]): one for one in findings}
    answers = {str(kind): YES if str(kind) in of_kind else NO for kind in FindingKind}
    for head in HEADS:
        label = of_kind.get(str(head.kind))
        if head.name in _KINDS or label is None or (head.name == "purpose" and not label["purpose"]):
            continue
        answers[head.name] = _answer(head.name, label)
    return answers


def _answer(head: str, label: Mapping[str, Any]) -> str:
    if head.endswith("-grade"):
        return str(label["grade"])
    if head == "quoted":
        return YES if label["quoted"] else NO
    return str(label[head])
