"""`needs brief`: dossiers from a dataset's folder, one file for each format."""

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from pipeline.brief import RENDERERS, Material, find_choice, make_dossier
from pipeline.dataset import Dataset, load_dataset
from pipeline.errors import InputError
from pipeline.store.files import make_folder, write_whole
from pipeline.vocabulary import About


def write_dossiers(about: About, key: str, data: Path, wish: tuple[Path, str]) -> tuple[Path, ...]:
    """Write the dossier of a key into the folder that is wished, in each of the formats; return the files."""
    out, wanted = wish[0], _choose(wish[1])
    choice = find_choice(about, key)
    dossier = make_dossier(load_material(load_dataset(data)), choice)
    make_folder(out)
    written = []
    for form in wanted:
        path = out / f"{about}-{choice.key.lower()}.{form}"
        write_whole(path, RENDERERS[form](dossier))
        written.append(path)
    return tuple(written)


def load_material(dataset: Dataset) -> Material:
    """Return the tables of a dataset that dossiers are made of."""
    return Material(**{one.name: getattr(dataset, one.name) for one in fields(Material)})


def _choose(formats: str) -> Iterable[str]:
    wanted = [part.strip().lower() for part in formats.split(",") if part.strip()]
    unknown = [part for part in wanted if part not in RENDERERS]
    if unknown or not wanted:
        raise InputError(f"--format knows {', '.join(RENDERERS)}, not {', '.join(unknown) or 'nothing'}")
    return dict.fromkeys(wanted)
