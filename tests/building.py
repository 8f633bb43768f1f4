"""Building small datasets with the stand-in steps, for the tests of the store, the run and the flow."""

from collections.abc import Callable
from pathlib import Path

from pipeline import tables
from pipeline.build import Tally, mine_files, open_dataset, settle_store, write_dataset
from pipeline.inputs import list_inputs
from pipeline.workers import Workers
from tests.standin import load_in_parts

TABLES = tuple(table.name for table in tables.PUBLISHED)


def build(
    inputs: Path, out: Path, database: str | None = None, workers: int = 1, order: Callable[[list[str]], list[str]] = list
) -> Tally:
    """Build the dataset of a folder."""
    listing = list_inputs([inputs], out)
    with open_dataset(out, database) as store:
        with Workers(workers, load_in_parts) as processes:
            paths = order([path for path, _ in listing.files])
            tally = mine_files(paths, 1_000_000, store, processes, lambda news: None)
        settle_store(store, listing, tally)
        write_dataset(store, out)
    return tally


def read_tables(out: Path) -> dict[str, bytes]:
    """Return the bytes of every file that must be the same whenever the input is."""
    names = [f"{table}.{form}" for table in TABLES for form in ("csv", "parquet")]
    files = [out / name for name in (*names, "datapackage.json")] + sorted((out / "texts").iterdir())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}
