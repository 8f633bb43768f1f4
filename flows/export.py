"""`needs export`: a dataset given out in one of its forms, or in all of them."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from flows.screen import make_console
from pipeline.errors import InputError
from pipeline.store.reading import Edition, read_edition

ALL, POSTGRESQL, WORKBOOK = "all", "postgresql", "needs.xlsx"
_AT_ONCE = 2


class Given(NamedTuple):
    """What giving out one form did, what to ask an administrator for, and the seconds it took."""

    done: str
    advice: str | None = None
    seconds: float = 0.0


def export_dataset(
    folder: Path, form: str, out: str, excerpt_words: int | None, database: str | None = None
) -> dict[str, Given]:
    """Write the dataset of a folder in a form or in all, cut to excerpts where words are given; say what was done."""
    if database is not None and form != ALL:
        raise InputError("--database goes with --format all; for PostgreSQL alone give its address as --out")
    targets = _spread(Path(out), database) if form == ALL else {form: out}
    for one, target in targets.items():
        _refuse_wrong(one, target, folder)
    edition = read_edition(folder)
    if excerpt_words is not None:
        from pipeline.feeds.release import shorten_edition  # noqa: PLC0415

        edition = shorten_edition(edition, excerpt_words)
    return _say(_give_out(edition, targets), edition)


def _spread(folder: Path, database: str | None) -> dict[str, str]:
    """Return where each form goes, those first that take longest."""
    loaded = {POSTGRESQL: database} if database else {}
    beside = {form: str(folder / form) for form in ("jsonl", "csv", "parquet")}
    return loaded | {"xlsx": str(folder / WORKBOOK)} | beside


def _give_out(edition: Edition, targets: Mapping[str, str]) -> dict[str, Future[Given]]:
    """Write every form, two at a time: Arrow, compression and the database's server leave Python to the other."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return {form: pool.submit(_time, form, edition, target) for form, target in targets.items()}


def _time(form: str, edition: Edition, target: str) -> Given:
    began = perf_counter()
    return WRITERS[form](edition, target)._replace(seconds=perf_counter() - began)


def _say(written: Mapping[str, Future[Given]], edition: Edition) -> dict[str, Given]:
    """Say what was done in each form; raise what hindered one when the others have been told of."""
    console, advising = make_console(), make_console(to_error=True)
    words = edition.excerpt_words
    more = "" if words is None else f" A release: at most {words} words of any text."
    given = {form: one.result() for form, one in written.items() if one.exception() is None}
    for one in given.values():
        console.print(f"{one.done}{more}", soft_wrap=True, markup=False)
        if one.advice:
            advising.print(one.advice, soft_wrap=True, markup=False)
    hindered = [error for one in written.values() if (error := one.exception()) is not None]
    for error in hindered[1:]:
        advising.print(f"needs: {error}", soft_wrap=True, markup=False)
    if hindered:
        raise hindered[0]
    return given


def _write_xlsx(edition: Edition, out: str) -> Given:
    from pipeline.feeds.workbook import write_workbook  # noqa: PLC0415 (each form has libraries of its own)

    write_workbook(edition, Path(out))
    return Given(f"Workbook in {out}.")


def _write_csv(edition: Edition, out: str) -> Given:
    from pipeline.feeds.folders import write_csv  # noqa: PLC0415

    write_csv(edition, Path(out))
    return Given(f"CSV with datapackage.json in {out}.")


def _write_parquet(edition: Edition, out: str) -> Given:
    from pipeline.feeds.folders import write_parquet  # noqa: PLC0415

    write_parquet(edition, Path(out))
    return Given(f"Parquet with datapackage.json in {out}.")


def _write_jsonl(edition: Edition, out: str) -> Given:
    from pipeline.feeds.jsonl import write_jsonl  # noqa: PLC0415

    write_jsonl(edition, Path(out))
    return Given(f"JSON Lines in {out}.")


def _write_postgresql(edition: Edition, out: str) -> Given:
    from pipeline.feeds.postgresql.export import export_to_postgresql  # noqa: PLC0415
    from pipeline.feeds.postgresql.schema import SCHEMA  # noqa: PLC0415

    loaded = export_to_postgresql(edition, out)
    added, changed, removed = (sum(numbers) for numbers in zip(*loaded.changes.values(), strict=True))
    return Given(f"Schema {SCHEMA}: {added} rows added, {changed} changed, {removed} removed.", loaded.advice)


WRITERS: dict[str, Callable[[Edition, str], Given]] = {
    "xlsx": _write_xlsx,
    "csv": _write_csv,
    "parquet": _write_parquet,
    "jsonl": _write_jsonl,
    POSTGRESQL: _write_postgresql,
}


def _refuse_wrong(form: str, out: str, dataset: Path) -> None:
    """Refuse a workbook that is no file, a folder that is the dataset's own, and an address that is none."""
    if form == POSTGRESQL:
        from pipeline.feeds.postgresql.export import parse_address  # noqa: PLC0415

        parse_address(out)
    elif form == "xlsx":
        if Path(out).suffix.lower() != ".xlsx" or Path(out).is_dir():
            raise InputError(f"a workbook is one file: give --out as a name that ends in .xlsx, not {out}")
    elif Path(out).resolve() == dataset.resolve():
        raise InputError("give --out another folder than that of the dataset")
