"""From what was observed to a model: lessons of the training split, limits of the calibration split."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import partial

from pipeline.classify import Model, ask, make_features
from pipeline.classify.linear import Fitted, Lesson, answer_heads, fit
from pipeline.gold import Split
from pipeline.judge import make_evidence
from pipeline.learn.encode import Lessons, Wanted, train_encoder
from pipeline.learn.limits import choose_limits, weigh
from pipeline.learn.observe import Observed


def make_lessons(observed: Iterable[Observed]) -> Lessons:
    """Return what a model learns from: the sentences that it would be asked about."""
    pairs = [
        (
            one.said.sentence.text,
            Lesson(
                make_features(make_evidence(one.said.heard, one.passage, one.before)),
                answer_heads(map(asdict, one.labels)),
                one.thread,
            ),
        )
        for one in observed
        if one.asked and one.said and one.passage
    ]
    return Lessons(tuple(text for text, _ in pairs), tuple(lesson for _, lesson in pairs))


def train_model(
    name: str, observed: Sequence[Observed], splits: Mapping[str, Split], wanted: Wanted | None = None
) -> tuple[Fitted, Model]:
    """Return the model that the training split gives, with the limits that the calibration split gives."""
    by_split = {split: [one for one in observed if splits[one.thread] is split] for split in Split}
    lessons, held = make_lessons(by_split[Split.TRAIN]), make_lessons(by_split[Split.CALIBRATION])
    fitted = fit(name, lessons.lessons)
    encoder = train_encoder(wanted, lessons, held, fitted.weights) if wanted else None
    weighed = list(weigh(by_split[Split.CALIBRATION], partial(ask, fitted.weights, encoder)))
    return fitted, Model(fitted.weights, choose_limits(weighed), encoder)
