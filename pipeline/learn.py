"""From labels to a model: the pipeline reads the labelled texts, a model learns from what it saw, limits are chosen."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import NamedTuple

import numpy as np

from pipeline.classify import Cell, Limits, Opinion, Weights, make_features, predict
from pipeline.classify.decide import VALUE_HEADS, Cued, place_in_cell, raw_score
from pipeline.classify.linear import Fitted, Lesson, answer_heads, fit
from pipeline.folding import letters
from pipeline.gold import GoldPage, GoldSentence, Label, Split
from pipeline.identity import hash_bytes
from pipeline.judge import Judged, Model, cue_claims, is_worth_asking, make_evidence
from pipeline.mine import Said, Tools, cut_comments, judge_said, read_comment
from pipeline.nlp import Sentence
from pipeline.read import read_document
from pipeline.records import Block, Comment, Document, Passage, Source, Span
from pipeline.split import split_some
from pipeline.vocabulary import BlockKind, Body, CommentKind, FindingKind, Language, MediaType

_ID = "0" * 20
NEVER = 2.0  # a limit that no probability reaches
_LEAST_SHARED = 20  # letters that two cuts of one sentence must share


@dataclass(frozen=True, slots=True)
class Observed:
    """A labelled sentence as the pipeline read it; `said` is None where the pipeline did not read it as a sentence."""

    name: str
    text: str
    language: Language
    body: Body
    kind: CommentKind | None
    year: int | None
    thread: str
    note: str
    said: Said | None
    passage: Passage | None
    before: Sentence | None
    labels: tuple[Label, ...]

    @property
    def asked(self) -> bool:
        """Whether a model is asked about it."""
        return self.said is not None and (bool(self.said.claims) or is_worth_asking(self.said.sentence))


class Weighed(NamedTuple):
    """One sentence and kind of the calibration split: what the cue and the model say, and what is right."""

    kind: FindingKind
    cue: Cued | None
    opinion: Opinion
    label: Label | None


def observe_sentences(rows: Iterable[GoldSentence], tools: Tools) -> Iterator[Observed]:
    """Yield each labelled sentence as the pipeline reads it between its neighbours."""
    for row in rows:
        said, passage, before = _read_row(row, tools)
        yield Observed(
            row.name, row.text, row.language, row.body, row.kind, row.year, row.thread, row.note,
            said, passage, before, row.labels,
        )  # fmt: skip


def observe_pages(pages: Iterable[GoldPage], tools: Tools) -> Iterator[Observed]:
    """Yield every sentence of the pages that the pipeline reads, and the labelled ones that it does not read."""
    for page in pages:
        yield from _observe_page(page, tools)


def judge_observed(one: Observed, tools: Tools) -> tuple[Judged, ...]:
    """Return what the whole pipeline makes of an observed sentence."""
    if one.said is None or one.passage is None:
        return ()
    return judge_said(one.said, one.passage, one.before, tools)


def make_lessons(observed: Iterable[Observed]) -> list[Lesson]:
    """Return what a model learns from: the sentences that it would be asked about."""
    return [
        Lesson(
            make_features(make_evidence(one.said.heard, one.passage, one.before)),
            answer_heads(map(asdict, one.labels)),
            one.thread,
        )
        for one in observed
        if one.asked and one.said and one.passage
    ]


def train_model(name: str, observed: Sequence[Observed], splits: Mapping[str, Split]) -> tuple[Fitted, Model]:
    """Return the model that the training split gives, with the limits that the calibration split gives."""
    by_split = {split: [one for one in observed if splits[one.thread] is split] for split in Split}
    fitted = fit(name, make_lessons(by_split[Split.TRAIN]))
    weighed = list(weigh(by_split[Split.CALIBRATION], fitted.weights))
    return fitted, Model(fitted.weights, choose_limits(weighed))


def weigh(observed: Iterable[Observed], weights: Weights) -> Iterator[Weighed]:
    """Yield what cue and model say of each kind of each sentence, beside the label."""
    for one in observed:
        if not one.asked or one.said is None or one.passage is None:
            continue
        opinion = predict(weights, make_features(make_evidence(one.said.heard, one.passage, one.before)))
        cued = {cue.kind: cue for cue in cue_claims(one.said.claims)}
        labels = {label.kind: label for label in one.labels}
        for kind in FindingKind:
            yield Weighed(kind, cued.get(kind), opinion, labels.get(kind))


def choose_limits(weighed: Sequence[Weighed], risk: float = 0.2) -> Limits:
    """Return the limits that find best and name best, and the calibration of the score in each cell."""
    of_kind = {kind: [one for one in weighed if one.kind is kind] for kind in FindingKind}
    chosen = {kind: _best_limits(own) for kind, own in of_kind.items()}
    limits = Limits(
        keep={kind: max(low, 0.5) for kind, (low, _) in chosen.items()},
        drop={kind: low for kind, (low, _) in chosen.items()},
        find={kind: high for kind, (_, high) in chosen.items()},
        sure={kind: _best_surety(own) for kind, own in of_kind.items()},
        risk=risk,
        scales=dict.fromkeys(Cell, (1.0, 0.0)),
    )
    points: dict[Cell, list[tuple[float, bool]]] = {cell: [] for cell in Cell}
    for one in weighed:
        placed = place_in_cell(one.kind, one.cue, one.opinion, limits)
        if placed:
            cell, value = placed
            right = one.label is not None and one.label.value == value
            points[cell].append((raw_score(one.kind, value, one.opinion), right))
    return replace(limits, scales={cell: _scale(found) for cell, found in points.items()})


_DROPS = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3)
_FINDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
_SURE = (0.7, 0.8, 0.85, 0.9, 0.95, 0.99, NEVER)


def _best_limits(weighed: Sequence[Weighed]) -> tuple[float, float]:
    """Return below which probability a cue is dropped, and from which one the model is believed alone."""

    def f1(drop: float, find: float) -> float:
        right = extra = missed = 0
        for one in weighed:
            share = one.opinion.kinds[one.kind]
            found = share >= (find if one.cue is None else drop)
            right += found and one.label is not None
            extra += found and one.label is None
            missed += not found and one.label is not None
        return 2 * right / max(2 * right + extra + missed, 1)

    # where two limits are equally good the more cautious one is taken: drop less, find less
    return max(((drop, find) for drop in _DROPS for find in _FINDS), key=lambda pair: (f1(*pair), -pair[0], pair[1]))


def _best_surety(weighed: Sequence[Weighed]) -> float:
    """Return from which probability on the model's act or grade goes before the cue's."""

    def right(sure: float) -> int:
        return sum(_named(one, sure) == one.label.value for one in weighed if one.label and one.cue)

    return max(_SURE, key=lambda sure: (right(sure), sure))


def _named(one: Weighed, sure: float) -> str:
    values = one.opinion.attributes[VALUE_HEADS[one.kind]]
    likeliest = max(values, key=lambda value: (values[value], value))
    return likeliest if values[likeliest] >= sure or one.cue is None else one.cue.value


def _scale(points: Sequence[tuple[float, bool]], steps: int = 60, hold: float = 2.0) -> tuple[float, float]:
    """Return Platt's slope and offset by Newton's method, held near (1, 0) so that few points cannot mislead."""
    slope, offset = 1.0, 0.0
    scores = np.array([score for score, _ in points])
    target = np.array([float(right) for _, right in points])
    for _ in range(steps if points else 0):
        share = 1 / (1 + np.exp(-np.clip(slope * scores + offset, -35, 35)))
        error, spread = share - target, share * (1 - share)
        gradient = np.array([(error * scores).sum() + hold * (slope - 1), error.sum() + hold * offset])
        cross = (spread * scores).sum()
        hessian = np.array([[(spread * scores**2).sum() + hold, cross], [cross, spread.sum() + hold]])
        step = np.linalg.solve(hessian, gradient)
        slope, offset = slope - float(step[0]), offset - float(step[1])
        if math.hypot(*step) < 1e-9:
            break
    return round(max(slope, 0.05), 6), round(offset, 6)


def _read_row(row: GoldSentence, tools: Tools) -> tuple[Said | None, Passage | None, Sentence | None]:
    text = " ".join(part for part in (row.before, row.text, row.after) if part)
    start = len(row.before) + 1 if row.before else 0
    span = Span(0, len(text))
    document = Document(_ID, text, (Block(BlockKind.PARAGRAPH, span, 1),), (span,), MediaType.TEXT, "labels")
    comment = Comment(_ID, _ID, row.body, row.kind, span, language=row.language)
    passage = Passage(_ID, _ID, span, 1, heading=row.heading, section=row.section, quoted=row.repeated)
    before: Sentence | None = None
    overlapping: list[tuple[Said, Sentence | None]] = []
    for _, said in read_comment(document, comment, [passage], tools):
        if said.span.end > start and said.span.start < start + len(row.text):
            overlapping.append((said, before))
        before = said.sentence
    if not overlapping:
        return None, None, None
    said, before = max(overlapping, key=lambda pair: (len(pair[0].claims), len(pair[0].span)))
    return said, passage, before


def _observe_page(page: GoldPage, tools: Tools) -> Iterator[Observed]:
    document = read_document(Source(hash_bytes(page.content), f"{page.name}.txt", page.content))
    left = list(page.labels)
    thread = min(page.threads)
    comment: Comment | None = None
    for comment, said, passage, before in _read_page(document, tools):
        text = said.span.cut(document.text)
        labels = [one for one in left if is_same_sentence(one[0], text)]
        left = [one for one in left if one not in labels]
        yield Observed(
            page.name, text, comment.language or page.language, comment.body, comment.kind, page.year, thread, "",
            said, passage, before, tuple(label for _, label in labels),
        )  # fmt: skip
    body, kind = (comment.body, comment.kind) if comment else (Body.CEACR, None)
    for quote, label in left:
        yield Observed(
            page.name, quote, page.language, body, kind, page.year, thread, "", None, None, None, (label,)
        )  # fmt: skip


def _read_page(document: Document, tools: Tools) -> Iterator[tuple[Comment, Said, Passage, Sentence | None]]:
    for comment, own in split_some(document, cut_comments(document, tools), tools.registers):
        before: Sentence | None = None
        for passage, said in read_comment(document, comment, own, tools):
            yield comment, said, passage, before
            before = said.sentence


def is_same_sentence(one: str, other: str) -> bool:
    """Say whether two quotes are cuts of one sentence: the same letters, or one within the other."""
    first, second = letters(one), letters(other)
    return first == second or (min(len(first), len(second)) > _LEAST_SHARED and (first in second or second in first))
