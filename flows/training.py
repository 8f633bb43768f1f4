"""`needs train`: labels in, a model out, with its figures on the screen."""

from pathlib import Path

from flows.figures import show_summary
from flows.screen import make_console
from pipeline.learn.school import load_labels, train
from pipeline.store.models import MODELS


def train_here(name: str, out: Path | None, labels: Path) -> None:
    """Train a model of this name and show its figures."""
    console = make_console()
    folder = out or MODELS / name
    metrics = train(name, load_labels(labels), folder, lambda what: console.print(f"{what} …"))
    show_summary(console, metrics, metrics["cues_alone"], "cues alone")
    console.print(f"{name} is in {folder}. To put it in service: needs models promote {folder.name}", soft_wrap=True)
