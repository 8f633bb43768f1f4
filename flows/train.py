"""Training as a Prefect flow: the same three verbs as `needs train`, each a task, for scheduled training."""

from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from pipeline.learn.encode import Wanted
from pipeline.learn.school import Labels, load_labels, train


@task(name="load the labels", cache_policy=NO_CACHE, persist_result=False)
def load(labels: Path) -> Labels:
    """Read the labels and the texts that they are about."""
    return load_labels(labels)


@task(name="train and examine", cache_policy=NO_CACHE, persist_result=False)
def train_and_examine(name: str, labels: Labels, folder: Path, encoder: Wanted | None) -> dict[str, Any]:
    """Train a model, examine it, and write it into the folder."""
    return train(name, labels, folder, lambda what: None, encoder)


@flow(name="train a model", validate_parameters=False, persist_result=False)
def train_flow(name: str, labels: Path, folder: Path, encoder: Wanted | None = None) -> dict[str, Any]:
    """Train a model, with an encoder where one is wanted, and leave its figures as an artifact."""
    metrics = train_and_examine(name, load(labels), folder, encoder)
    lines = ["| set | language | precision | recall | F1 |", "| --- | --- | ---: | ---: | ---: |"]
    for part, figures in metrics["sets"].items():
        for language, quality in figures["counted"].items():
            cells = (f"{quality[one]['value']:.3f}" for one in ("precision", "recall", "f1"))
            lines.append(f"| {part} | {language} | {' | '.join(cells)} |")
    create_markdown_artifact("\n".join(lines), key="model", description=name)
    return metrics
