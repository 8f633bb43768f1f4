"""What the pipeline makes of the labelled texts, sentence by sentence, beside what people say of them."""

from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.gold import Label
from pipeline.judge import Judged
from pipeline.learn.observe import Observed, judge_observed
from pipeline.mine import Tools
from pipeline.score import ATTRIBUTES, Outcome, Silence
from pipeline.vocabulary import FindingKind, Polarity, Scope


def examine(observed: Iterable[Observed], tools: Tools) -> Iterator[Outcome]:
    """Yield an outcome for each kind that is labelled or found in each sentence."""
    for one in observed:
        judged = {each.claim.kind: each for each in judge_observed(one, tools)}
        labels = {label.kind: label for label in one.labels}
        for kind in FindingKind:
            if kind in judged or kind in labels:
                yield _compare(one, kind, labels.get(kind), judged.get(kind))


def listen(observed: Iterable[Observed], tools: Tools) -> Iterator[Silence]:
    """Yield each sentence that is labelled to hold nothing, and whether anything is found in it."""
    for one in observed:
        if not one.labels:
            yield Silence(one.thread, one.language, bool(judge_observed(one, tools)))


def name_era(year: int | None) -> str:
    """Return the decade of a year, in words."""
    return f"{year // 10 * 10}s" if year else "unknown"


def _compare(one: Observed, kind: FindingKind, label: Label | None, judged: Judged | None) -> Outcome:
    claim = judged.claim if judged else None
    both = label is not None and claim is not None
    right = {name: _plain(_value(label, name)) == _plain(_value(claim, name)) for name in ATTRIBUTES if both}
    return Outcome(
        name=one.name,
        text=one.text,
        thread=one.thread,
        language=one.language,
        body=one.body,
        era=name_era(one.year),
        kind=kind,
        labelled=label.value if label else None,
        found=str(claim.act or claim.grade) if claim else None,
        counted=label is None or _counts(label),
        score=judged.score if judged else None,
        flagged=bool(claim and claim.doubtful),
        reason=claim.reason if claim else "",
        right=right,
    )


def _counts(label: Label) -> bool:
    return label.scope is Scope.CASE and label.polarity is Polarity.ASSERTED and not label.quoted


def _value(said: Any, name: str) -> object:  # noqa: ANN401 (a label and a claim have the same names)
    return said.act or said.grade if name == "value" else getattr(said, name)


def _plain(value: object) -> object:
    return frozenset(value) if isinstance(value, tuple) else value
