"""Trained models on disk: which there are, which is in service, and the files of each, checked before they are used."""

import json
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from pipeline.classify import Model
from pipeline.classify.encoder import Encoder, read_heads, read_settings, write_heads, write_settings
from pipeline.classify.encoder_torch import TorchEmbedder
from pipeline.classify.model import read_limits, write_limits
from pipeline.classify.weights import read_weights, write_weights
from pipeline.errors import ModelError
from pipeline.store.files import make_folder, write_json, write_whole

MODELS = Path(__file__).parents[2] / "models"
REGISTRY = "registry.toml"
CUES = "cues"  # the name of no model
WEIGHTS, PARAMETERS, METRICS, SKOPS, CARD, SUMS = (
    "weights.npz", "parameters.json", "metrics.json", "model.skops", "README.md", "SHA256SUMS",
)  # fmt: skip
ENCODER, HEADS, OWN = "encoder.json", "encoder.npz", "encoder"  # settings, heads, and the folder of own weights
_HEAD = (
    "# Which model is in service. `needs models promote NAME` changes it; an empty name means that cues alone decide.\n"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A model on disk: its name, its metrics, and whether it is in service."""

    name: str
    folder: Path
    metrics: dict[str, Any]
    in_service: bool


def name_in_service(models: Path) -> str:
    """Return the name of the model in service, empty where cues alone decide."""
    path = models / REGISTRY
    if not path.is_file():
        return ""
    return str(tomllib.loads(path.read_text(encoding="utf-8")).get("in_service", ""))


def load_in_service(models: Path) -> Model | None:
    """Return the model in service, or None where cues alone decide; raises ModelError where its files are not whole."""
    name = name_in_service(models)
    return load_model(models / name) if name else None


def load_named(models: Path, name: str) -> Model | None:
    """Return the model of this name, or None where the name says that cues alone decide."""
    return None if name == CUES else load_model(models / name)


def load_model(folder: Path) -> Model:
    """Return the model of a folder; raises ModelError where a file is missing or is not the one that was written."""
    sums = _read_sums(folder)
    files = {name: _read_checked(folder / name, sums) for name in (WEIGHTS, PARAMETERS)}
    limits = read_limits(json.loads(files[PARAMETERS])["limits"])
    encoder = _load_encoder(folder, sums) if ENCODER in sums else None
    return Model(read_weights(files[WEIGHTS]), limits, encoder)


def write_model(folder: Path, model: Model, skops: bytes, settings: dict[str, Any], metrics: dict[str, Any]) -> None:
    """Write a model's files and their checksums; the same model gives the same bytes."""
    make_folder(folder)
    write_whole(folder / WEIGHTS, write_weights(model.weights))
    write_whole(folder / SKOPS, skops)
    write_json(folder / PARAMETERS, {**settings, "limits": write_limits(model.limits)})
    write_json(folder / METRICS, metrics)
    names = [SKOPS, METRICS, PARAMETERS, WEIGHTS, *_write_encoder(folder, model.encoder)]
    lines = (f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    write_whole(folder / SUMS, "".join(lines).encode())


def _write_encoder(folder: Path, encoder: Encoder | None) -> Iterator[str]:
    """Write what the encoder adds to the folder, and yield the names; what an earlier one left is removed."""
    for name in (ENCODER, HEADS):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / OWN, ignore_errors=True)
    if encoder is None:
        return
    write_json(folder / ENCODER, write_settings(encoder.settings))
    write_whole(folder / HEADS, write_heads(encoder.heads))
    yield from (ENCODER, HEADS)
    if not encoder.settings.source:
        encoder.embed.save(str(folder / OWN))
        yield from sorted(f"{OWN}/{path.name}" for path in (folder / OWN).iterdir())


def _load_encoder(folder: Path, sums: dict[str, str]) -> Encoder:
    settings = read_settings(json.loads(_read_checked(folder / ENCODER, sums)))
    heads = read_heads(_read_checked(folder / HEADS, sums))
    for name in sums:
        if name.startswith(f"{OWN}/"):
            _read_checked(folder / name, sums)
    return Encoder(settings, heads, TorchEmbedder(settings.source or str(folder / OWN), settings.precision))


def list_models(models: Path) -> Iterator[Entry]:
    """Yield the models of a folder, by name."""
    serving = name_in_service(models)
    for path in sorted(models.glob(f"*/{METRICS}")):
        metrics = json.loads(path.read_text(encoding="utf-8"))
        yield Entry(path.parent.name, path.parent, metrics, path.parent.name == serving)


def put_in_service(models: Path, name: str) -> None:
    """Name the model that runs ask from now on, or none; raises ModelError where its files are not whole."""
    if name:
        load_model(models / name)
    make_folder(models)
    write_whole(models / REGISTRY, f'{_HEAD}in_service = "{name}"\n'.encode())


def _read_sums(folder: Path) -> dict[str, str]:
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{folder} holds no model: run needs train") from error
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _read_checked(path: Path, sums: dict[str, str]) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path} is missing: run needs train") from error
    name = f"{OWN}/{path.name}" if path.parent.name == OWN else path.name
    if sha256(content).hexdigest() != sums.get(name):
        raise ModelError(f"{path} is not the file that was trained: its checksum differs")
    return content
