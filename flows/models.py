"""`needs models`: the trained models, and which of them is in service."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from rich.table import Table

from flows.screen import make_console
from pipeline.classify import Model
from pipeline.errors import ModelError
from pipeline.learn.school import ALL, Labels, describe, examine_sets, load_labels, observe
from pipeline.mine import make_tools
from pipeline.store.models import CUES, MODELS, list_models, load_named, name_in_service, put_in_service

JUDGED_BY = ("test", "challenge")  # the sets on which a model must not be worse than the one in service


class Loss(NamedTuple):
    """A set on which F1 of counted findings is lower than that of the model in service."""

    part: str
    before: float
    after: float


def show_models(folder: Path = MODELS) -> None:
    """Show each model with its F1 of counted findings by set and language."""
    console = make_console()
    table = Table("", "model", "set", "F1 of counted findings", title=f"models in {folder}")
    found = list(list_models(folder))
    for entry in found:
        for part, figures in entry.metrics["sets"].items():
            f1 = (f"{language} {quality['f1']['value']:.3f}" for language, quality in figures["counted"].items())
            table.add_row("in service" if entry.in_service else "", entry.name, part, ", ".join(f1))
    console.print(table)
    if not any(entry.in_service for entry in found):
        console.print("No model is in service: cues alone decide.")


def promote_model(name: str, labels: Path, folder: Path = MODELS) -> None:
    """Put a model in service; raises ModelError, with the figures, where it is worse than the one in service."""
    console = make_console()
    console.print("examining both models on the labels …")
    serving = load_named(folder, name_in_service(folder) or CUES)
    losses = compare_models(load_named(folder, name), serving, load_labels(labels))
    if losses:
        worse = "; ".join(map(_say, losses))
        raise ModelError(f"{name} is worse than what is in service, and was not put there: {worse}")
    put_in_service(folder, "" if name == CUES else name)
    console.print(f"{name} is in service")


def compare_models(new: Model | None, old: Model | None, labels: Labels) -> list[Loss]:
    """Return every set on which the new model finds less well than the old one."""
    tools = replace(make_tools(), model=None)
    observed = observe(labels, tools)
    after, before = (
        {part: describe(own) for part, own in examine_sets(labels, observed, replace(tools, model=one)).items()}
        for one in (new, old)
    )
    return list(_losses(before, after))


def _losses(before: dict[str, Any], after: dict[str, Any]) -> Sequence[Loss]:
    """Return the sets that lose, all languages together: of one language a single finding would decide."""
    found = [Loss(part, _f1(before[part]), _f1(after[part])) for part in JUDGED_BY if part in before]
    return [one for one in found if one.after < one.before]


def _f1(figures: Mapping[str, Any]) -> float:
    return float(figures["counted"][ALL]["f1"]["value"]) if ALL in figures["counted"] else 0.0


def _say(loss: Loss) -> str:
    change = loss.after - loss.before
    return f"{loss.part}: F1 {loss.after:.3f}, in service {loss.before:.3f} ({change:+.3f})"
