"""The composition of training: labels from disk, observed, learnt from, examined, written as a model."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.classify import Model, ask
from pipeline.classify.decide import place_in_cell
from pipeline.classify.linear import Fitted
from pipeline.errors import LabelError
from pipeline.gazetteers.countries import load_countries
from pipeline.gold import GoldPage, GoldSentence, Shares, Split, load_pages, load_sentences, load_shares, part_threads
from pipeline.learn.card import make_card
from pipeline.learn.encode import Wanted
from pipeline.learn.examine import examine, listen
from pipeline.learn.limits import weigh
from pipeline.learn.observe import Observed, observe_pages, observe_sentences
from pipeline.learn.steady import steady_archive
from pipeline.learn.teach import train_model
from pipeline.mine import Tools, make_tools
from pipeline.score import (
    ATTRIBUTES,
    Figure,
    Outcome,
    Quality,
    Silence,
    confuse,
    cover_at,
    measure_alarms,
    measure_attribute,
    measure_calibration,
    measure_macro,
    measure_quality,
    trace_coverage,
)
from pipeline.store.files import write_whole
from pipeline.store.models import CARD, write_model
from pipeline.vocabulary import Act, FindingKind, Language

EXAMPLES, GOLD, CHALLENGE, PAGES, SHARES = "examples.csv", "gold", "challenge.csv", "revoiced", "splits.toml"
UNSEEN = ("unseen-1", "unseen-2", "unseen-3")
ALL = "all"  # the languages together
SURE_ENOUGH = 0.98


@dataclass(frozen=True, slots=True)
class Labels:
    """Everything that people labelled: sentences and pages to learn from, and the sets that training never sees."""

    sentences: tuple[GoldSentence, ...]
    pages: tuple[GoldPage, ...]
    challenge: tuple[GoldSentence, ...]
    unseen: Mapping[str, tuple[GoldPage, ...]]
    shares: Shares

    @property
    def splits(self) -> dict[str, Split]:
        """The split of each thread that is learnt from."""
        threads = [*(one.threads for one in self.pages), *((one.thread,) for one in self.sentences)]
        return part_threads(threads, self.shares)


def load_labels(labels: Path) -> Labels:
    """Return the labels of a folder, with the texts of their pages from corpus/ beside it; raises LabelError."""
    corpus = labels.absolute().parent / "corpus"
    if not (labels / SHARES).is_file():
        raise LabelError(f"{labels} holds no labels: give the folder with {SHARES} (--labels)")
    challenge = labels / CHALLENGE
    return Labels(
        load_sentences([labels / EXAMPLES, *sorted((labels / GOLD).glob("*.csv"))]),
        load_pages(corpus / PAGES, labels / PAGES),
        load_sentences([challenge]) if challenge.is_file() else (),
        {name: load_pages(corpus / name, labels / name) for name in UNSEEN if (labels / name).is_dir()},
        load_shares(labels / SHARES),
    )


def train(
    name: str, labels: Labels, folder: Path, tell: Callable[[str], None], encoder: Wanted | None = None
) -> dict[str, Any]:
    """Train a model, with an encoder where one is wanted, examine it, write it into the folder; return its metrics."""
    tell("reading the labelled texts")
    tools = make_tools()
    cues = replace(tools, model=None)
    observed = observe(labels, cues)
    tell(f"learning from {len(observed)} sentences")
    fitted, model = train_model(name, observed, labels.splits, encoder)
    tell("examining the model")
    sets = examine_sets(labels, observed, replace(cues, model=model))
    without = examine_sets(labels, observed, cues)
    metrics = {
        "name": name,
        "note": "All texts are invented by us: regression guards, not the accuracy on real reports.",
        "features": len(fitted.weights.vocabulary),
        "sets": {part: describe(outcomes) for part, outcomes in sets.items()},
        "cues_alone": {part: describe(outcomes) for part, outcomes in without.items()},
        "alarms": describe_alarms(labels, observed, replace(cues, model=model)),
        "cells": describe_cells(_of_split(observed, labels.splits, Split.CALIBRATION), model),
    }
    write_model(folder, model, _as_skops(fitted), _describe_labels(labels, observed, model), metrics)
    write_whole(folder / CARD, make_card(metrics).encode())
    return metrics


def observe(labels: Labels, tools: Tools) -> list[Observed]:
    """Return every labelled sentence of the sets that are learnt from, as the pipeline reads it."""
    return [*observe_sentences(labels.sentences, tools), *observe_pages(labels.pages, tools)]


def examine_sets(labels: Labels, observed: Sequence[Observed], tools: Tools) -> dict[str, list[Outcome]]:
    """Return the outcomes of each set that training did not see: the unseen pages first, then our own."""
    cues = replace(tools, model=None)
    sets = {name: list(examine(observe_pages(pages, cues), tools)) for name, pages in labels.unseen.items()}
    sets["test"] = list(examine(_of_split(observed, labels.splits, Split.TEST), tools))
    if labels.challenge:
        sets["challenge"] = list(examine(observe_sentences(labels.challenge, cues), tools))
    return sets


def describe_alarms(labels: Labels, observed: Sequence[Observed], tools: Tools) -> dict[str, dict[str, Any]]:
    """Return for our own sentences that hold nothing how many got a finding, by set and language; pages left out."""
    cues, own = replace(tools, model=None), {one.name for one in labels.sentences}
    silent = {
        "test": (one for one in _of_split(observed, labels.splits, Split.TEST) if one.name in own),
        "challenge": observe_sentences(labels.challenge, cues),
    }
    return {part: dict(_alarms_by_language(list(listen(ones, tools)))) for part, ones in silent.items()}


def _alarms_by_language(silences: Sequence[Silence]) -> Iterator[tuple[str, dict[str, Any]]]:
    for language in Language:
        if own := [one for one in silences if one.language is language]:
            yield str(language), _plain(measure_alarms(own))


def describe(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the figures of a set: by language and kind, counted findings, attributes, calibration, coverage."""
    error, bins = measure_calibration(outcomes)
    return {
        "counted": dict(_by_language([one for one in outcomes if one.counted])),
        "kinds": {
            f"{language} {kind}": _plain_quality(measure_quality(own))
            for language in Language
            for kind in FindingKind
            if (own := [one for one in outcomes if one.language is language and one.kind is kind])
        },
        "act_macro_f1": _plain(measure_macro(outcomes, FindingKind.ASSISTANCE, [str(act) for act in Act])),
        "attributes": {name: _plain(measure_attribute(_assistance(outcomes), name)) for name in ATTRIBUTES},
        "calibration_error": round(error, 4),
        "reliability": [one._asdict() for one in bins],
        "groups": dict(_by_group([one for one in outcomes if one.counted])),
        "coverage": [{"share": round(share, 4), "right": round(right, 4)} for share, right in trace_coverage(outcomes)],
        "accepted_at_98": round(cover_at(outcomes, SURE_ENOUGH), 4),
        "confusion": {" → ".join(pair): n for pair, n in sorted(confuse(outcomes, FindingKind.ASSISTANCE).items())},
    }


def describe_cells(observed: Iterable[Observed], model: Model) -> dict[str, dict[str, float]]:
    """Return for each cell of the table of decisions how often it arises, and how often it is right to find there."""
    counts: dict[str, list[int]] = {}
    for one in weigh(observed, partial(ask, model.weights, model.encoder)):
        placed = place_in_cell(one.kind, one.cue, one.opinion, model.limits)
        if placed is None:
            continue
        row = counts.setdefault(str(placed[0]), [0, 0, 0])
        row[0] += 1
        row[1] += one.label is not None
        row[2] += one.label is not None and one.label.value == placed[1]
    return {
        cell: {"of": n, "found_right": round(found / n, 4), "value_right": round(value / n, 4)}
        for cell, (n, found, value) in sorted(counts.items())
    }


def _of_split(observed: Iterable[Observed], splits: Mapping[str, Split], split: Split) -> Iterator[Observed]:
    return (one for one in observed if splits[one.thread] is split)


def _by_language(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, dict[str, Any]]]:
    if outcomes:
        yield ALL, _plain_quality(measure_quality(outcomes))
    for language in Language:
        own = [one for one in outcomes if one.language is language]
        if own:
            yield str(language), _plain_quality(measure_quality(own))


def _by_group(outcomes: Sequence[Outcome]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the quality by body, era and region; the region is that of the thread's country."""
    regions = {country.iso3: country.region for country in load_countries()}
    names: dict[str, Callable[[Outcome], str | None]] = {
        "body": lambda one: str(one.body),
        "era": lambda one: one.era,
        "region": lambda one: regions.get(one.thread[:3]),
    }
    for group, name_of in names.items():
        for value in sorted({value for one in outcomes if (value := name_of(one))}):
            own = [one for one in outcomes if name_of(one) == value]
            yield f"{group} {value}", _plain_quality(measure_quality(own))


def _assistance(outcomes: Iterable[Outcome]) -> list[Outcome]:
    return [one for one in outcomes if one.kind is FindingKind.ASSISTANCE]


def _plain_quality(quality: Quality) -> dict[str, Any]:
    return {name: _plain(figure) for name, figure in quality._asdict().items()}


def _plain(figure: Figure) -> dict[str, Any]:
    return figure._asdict()


def _describe_labels(labels: Labels, observed: Sequence[Observed], model: Model) -> dict[str, Any]:
    splits = labels.splits
    return {
        "kind": "linear, with an encoder" if model.encoder else "linear",
        "sentences": len(observed),
        "asked": sum(one.asked for one in observed),
        "threads": {str(split): sum(side is split for side in splits.values()) for split in Split},
    }


def _as_skops(fitted: Fitted) -> bytes:
    import skops.io  # noqa: PLC0415 (only training needs it)

    for one in fitted.regressions.values():
        one.coef_ = one.coef_.astype(np.float32)
        one.sparsify()
    learnt = {"vectorizer": fitted.vectorizer, "regressions": dict(fitted.regressions)}
    return steady_archive(bytes(skops.io.dumps(learnt)))
