"""`needs train`: labels in, a model out, with its figures on the screen."""

from pathlib import Path

from flows.figures import show_alarms, show_summary
from flows.screen import make_console
from pipeline.errors import InputError
from pipeline.learn.encode import Wanted
from pipeline.learn.school import load_labels, train
from pipeline.store.models import MODELS

EPOCHS = 2  # rounds of fine-tuning


def train_here(name: str, out: Path | None, labels: Path, encoder: Wanted | None = None) -> None:
    """Train a model of this name and show its figures."""
    console = make_console()
    folder = out or MODELS / name
    metrics = train(name, load_labels(labels), folder, lambda what: console.print(f"{what} …"), encoder)
    show_summary(console, metrics, metrics["cues_alone"], "cues alone")
    show_alarms(console, metrics["alarms"])
    console.print(f"{name} is in {folder}. To put it in service: needs models promote {folder.name}", soft_wrap=True)


def choose_encoder(source: str | None, *, fine_tune: bool) -> Wanted | None:
    """Return which encoder the options ask for; raises InputError where fine-tuning has nothing to work on."""
    if source is None and fine_tune:
        raise InputError("--fine-tune needs a transformer: say which with --encoder DIR_OR_NAME")
    return Wanted(source, EPOCHS if fine_tune else 0) if source else None
