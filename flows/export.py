"""`needs export`: a dataset given out in one of its forms."""

from collections.abc import Callable
from pathlib import Path

from flows.screen import make_console
from pipeline.errors import InputError
from pipeline.store.reading import Edition, read_edition


def export_dataset(folder: Path, form: str, out: str, excerpt_words: int | None) -> None:
    """Write the dataset of a folder in a form, cut to excerpts where a number of words is given; say what was done."""
    edition = read_edition(folder)
    if excerpt_words is not None:
        from pipeline.feeds.release import shorten_edition  # noqa: PLC0415

        edition = shorten_edition(edition, excerpt_words)
    WRITERS[form](edition, out)


def _write_xlsx(edition: Edition, out: str) -> None:
    from pipeline.feeds.workbook import write_workbook  # noqa: PLC0415 (each form has libraries of its own)

    path = Path(out)
    if path.suffix.lower() != ".xlsx" or path.is_dir():
        raise InputError(f"a workbook is one file: give --out as a name that ends in .xlsx, not {out}")
    write_workbook(edition, path)
    _say(edition, f"Workbook in {path}.")


def _write_csv(edition: Edition, out: str) -> None:
    from pipeline.feeds.folders import write_csv  # noqa: PLC0415

    write_csv(edition, _choose(edition, out))
    _say(edition, f"CSV with datapackage.json in {out}.")


def _write_parquet(edition: Edition, out: str) -> None:
    from pipeline.feeds.folders import write_parquet  # noqa: PLC0415

    write_parquet(edition, _choose(edition, out))
    _say(edition, f"Parquet with datapackage.json in {out}.")


def _write_jsonl(edition: Edition, out: str) -> None:
    from pipeline.feeds.jsonl import write_jsonl  # noqa: PLC0415

    write_jsonl(edition, _choose(edition, out))
    _say(edition, f"JSON Lines in {out}.")


def _write_postgresql(edition: Edition, out: str) -> None:
    from pipeline.feeds.postgresql.export import export_to_postgresql  # noqa: PLC0415
    from pipeline.feeds.postgresql.schema import SCHEMA  # noqa: PLC0415

    loaded = export_to_postgresql(edition, out)
    added, changed, removed = (sum(numbers) for numbers in zip(*loaded.changes.values(), strict=True))
    _say(edition, f"Schema {SCHEMA}: {added} rows added, {changed} changed, {removed} removed.")
    if loaded.advice:
        make_console(to_error=True).print(loaded.advice, soft_wrap=True, markup=False)


WRITERS: dict[str, Callable[[Edition, str], None]] = {
    "xlsx": _write_xlsx,
    "csv": _write_csv,
    "parquet": _write_parquet,
    "jsonl": _write_jsonl,
    "postgresql": _write_postgresql,
}


def _choose(edition: Edition, out: str) -> Path:
    """Return the folder to write into; never that of the dataset itself, whose files it would replace."""
    folder = Path(out)
    if folder.resolve() == edition.folder.resolve():
        raise InputError("give --out another folder than that of the dataset")
    return folder


def _say(edition: Edition, done: str) -> None:
    words = edition.excerpt_words
    more = "" if words is None else f" A release: at most {words} words of any text."
    make_console().print(f"{done}{more}", soft_wrap=True, markup=False)
