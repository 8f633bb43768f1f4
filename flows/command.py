"""The command line: `needs`. Heavy libraries are imported by the command that first needs them."""

import errno
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

import typer

from flows.last import choose_folder, remember_folder
from flows.learning import add_commands
from flows.steps import MODULE, load_steps
from pipeline.errors import InputError, NeedsError
from pipeline.vocabulary import About, By
from pipeline.workers import wake

app = typer.Typer(
    name="needs",
    help="What the ILO supervisory bodies say about technical assistance, as data.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
flow = typer.Typer(help="The same through Prefect: retries, a record of each run, schedules.", no_args_is_help=True)
app.add_typer(flow, name="flow")
add_commands(app)

WRONG_USAGE, FAILED = 2, 1
_ADVICE = {
    errno.ENOSPC: "make room on the disk and give the same command again",
    errno.EDQUOT: "make room on the disk and give the same command again",
    errno.EROFS: "choose a folder that can be written to",
    errno.EACCES: "change its permissions, or choose another folder",
    errno.EPERM: "change its permissions, or choose another folder",
    errno.ENOENT: "make the folder first, or choose another",
    errno.ENOTDIR: "choose a folder that is one",
    errno.EISDIR: "give a file, not a folder",
    errno.ENAMETOOLONG: "choose a shorter name",
}

Inputs = Annotated[
    list[Path], typer.Argument(metavar="INPUT…", help="Files and folders: PDF, web pages, text, DOCX, ZIP of these.")
]
Out = Annotated[Path, typer.Option("--out", "-o", help="Folder of the dataset; made where it is missing.")]
Database = Annotated[
    str | None,
    typer.Option(help="Database for the store, as postgresql://user@host/name. Default: a file in the folder."),
]
Form = Literal["xlsx", "csv", "parquet", "jsonl", "postgresql", "all"]
Telling = Literal["table", "md", "json"]
Data = Annotated[Path | None, typer.Option(help="Folder that a run wrote. Default: that of the last run.")]
Processes = Annotated[int | None, typer.Option("--workers", min=1, help="Processes. Default: one for each processor.")]


def main() -> None:
    """Run the command line; every failure is one line that says what to do."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that cannot show a sign shows ? in its place
            stream.reconfigure(errors="replace")
    try:
        _refuse_empty_words(sys.argv[1:])
        raise SystemExit(app(prog_name=app.info.name, standalone_mode=False) or 0)
    except NeedsError as error:
        _fail(str(error), _exit_code(error))
    except typer.TyperException as error:
        _fail_usage(error)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(FAILED) from None
    except typer.Abort:
        _fail("interrupted", FAILED)
    except OSError as error:
        _fail(_tell_os_error(error), FAILED)
    except Exception as error:  # noqa: BLE001 (the last catcher: what nobody foresaw is one line too)
        _fail(f"a fault of this program, please report it: {_describe_fault(error)}", FAILED)


def _refuse_empty_words(words: Sequence[str]) -> None:
    """An empty path would be the folder one stands in: nobody means that by nothing."""
    for before, word in pairwise(("needs", *words)):
        if not word.strip() or (word.startswith("--") and word.endswith("=")):
            raise InputError(f"there is an empty word after {before}: is a variable of the shell not set?")


def _fail_usage(error: typer.TyperException) -> NoReturn:
    """Say what is wrong with the words that were given; where there were none the help is on the screen already."""
    if type(error).__name__ == "NoArgsIsHelpError":
        raise SystemExit(WRONG_USAGE)
    place = getattr(error, "ctx", None)
    _fail(f"{error.format_message()} Help: {place.command_path if place else app.info.name} --help", error.exit_code)


def _tell_os_error(error: OSError) -> str:
    """Say what the system refused, and what to do about it."""
    where = f"{error.filename}: " if error.filename else ""
    advice = _ADVICE.get(error.errno or 0, "see to it and give the same command again")
    return f"{where}{error.strerror or error}: {advice}"


def _describe_fault(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(last.filename).name}, line {last.lineno})"


@app.callback(invoke_without_command=True)
def _needs(
    version: Annotated[bool, typer.Option("--version", help="Show the version and leave.")] = False,  # noqa: FBT002
) -> None:
    if version:
        from pipeline.version import program_version  # noqa: PLC0415

        typer.echo(f"needs {program_version()}")
        raise typer.Exit


@app.command(epilog="Example: [bold]needs run reports/ page.html --out out/2026[/]")
def run(inputs: Inputs, out: Out, database: Database = None, workers: Processes = None) -> None:
    """Read files and folders, and write the tables of findings, needs and figures. No server.

    Exit code 0: all read; 3: finished, but some files were quarantined (named, with the reason); 2: wrong usage.
    Run again with the same folder: what is stored and unchanged is not read again.
    """
    with _resumable():
        wake(MODULE)
        from flows.run import run_order  # noqa: PLC0415

        code = run_order(_make_order(inputs, out, database, workers), load_steps)
    remember_folder(out)
    raise typer.Exit(code)


@flow.command("build", epilog="Example: [bold]needs flow build reports/ --out out/2026[/]")
def flow_build(inputs: Inputs, out: Out, database: Database = None, workers: Processes = None) -> None:
    """Do what `needs run` does as a Prefect flow; without PREFECT_API_URL Prefect starts a server of its own."""
    with _resumable():
        wake(MODULE)
        from flows.start import start_build  # noqa: PLC0415

        code = start_build(_make_order(inputs, out, database, workers), load_steps)
    remember_folder(out)
    raise typer.Exit(code)


@app.command(epilog="Example: [bold]needs show page.html[/]")
def show(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A file, or a ZIP of files.")]) -> None:
    """Show one file's comments and findings, the deciding words marked, with the reasons."""
    from flows.show import show_file  # noqa: PLC0415

    show_file(file, _load_settings().max_bytes, load_steps())


@app.command(epilog="Example: [bold]needs check out/2026[/]")
def check(folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that a run wrote.")]) -> None:
    """Check a dataset: columns, types, words, references, quotes against texts, order. Exit code 1 if wrong."""
    from pipeline.check import check_dataset  # noqa: PLC0415

    problems = 0
    for problem in check_dataset(folder):
        problems += 1
        typer.echo(problem)
    if problems:
        raise typer.Exit(FAILED)
    typer.echo(f"{folder} is a valid dataset")


@app.command(epilog="Example: [bold]needs export --data out/2026 --format xlsx --out needs.xlsx[/]")
def export(  # noqa: PLR0913, PLR0917 (each is an option of the command)
    format_: Annotated[Form, typer.Option("--format", help="What to write.")],
    out: Annotated[str, typer.Option("--out", "-o", help="File (xlsx), folder, or postgresql://user@host/name.")],
    data: Data = None,
    release: Annotated[bool, typer.Option("--release", help="Short excerpts only, to be given away.")] = False,  # noqa: FBT002
    words: Annotated[int, typer.Option(min=1, help="The most words of an excerpt in a release.")] = 15,
    database: Annotated[
        str | None, typer.Option(help="With --format all: load this one too, postgresql://user@host/name.")
    ] = None,
) -> None:
    """Give the dataset out: a workbook, folders of CSV, Parquet or JSON Lines, or tables and views in PostgreSQL.

    With --format all the folder gets every form at once: needs.xlsx, csv/, parquet/ and jsonl/.
    A release carries short excerpts, offsets and web addresses only, since the texts are copyrighted.
    """
    from flows.export import export_dataset  # noqa: PLC0415

    export_dataset(choose_folder(data), format_, out, words if release else None, database)


@app.command(epilog="Example: [bold]needs compare out/2025 out/2026 --format md --out changes.md[/]")
def compare(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The folder of the earlier dataset.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The folder of the later one.")],
    format_: Annotated[Telling, typer.Option("--format", help="How to tell it.")] = "table",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="File to write. Default: the screen.")] = None,
) -> None:
    """Show what changed: needs new, moved, closed, open again; findings new, gone, corrected; counts by office.

    Every run into a folder that held a dataset writes the same as changes.md and changes.json.
    """
    from flows.compare import tell_difference  # noqa: PLC0415

    tell_difference(old, new, format_, out)


@app.command(epilog="Example: [bold]needs brief country KEN --data out/2026 --out out/briefs[/]")
def brief(
    about: Annotated[About, typer.Argument(metavar="ABOUT", help="country, convention, region, subject or office.")],
    key: Annotated[str, typer.Argument(help="Code or name: KEN, Kenya; C087, 87, a title; africa; Dakar.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the files; made where it is missing.")],
    data: Data = None,
    formats: Annotated[str, typer.Option("--format", help="Some of these, joined with commas.")] = "html,pdf,md",
) -> None:
    """Write the dossier of a country, Convention, region, subject or office, to be read on a mission."""
    from flows.brief import write_dossiers  # noqa: PLC0415

    for path in write_dossiers(about, key, choose_folder(data), (out, formats)):
        typer.echo(path)


@contextmanager
def _resumable() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        raise NeedsError("interrupted: what was read is stored; the same command goes on from there") from None


def _make_order(inputs: list[Path], out: Path, database: str | None, workers: int | None) -> Any:  # noqa: ANN401
    from flows.run import Order  # noqa: PLC0415

    given = {"database": database, "workers": workers}
    settings = _load_settings().model_copy(update={name: value for name, value in given.items() if value is not None})
    return Order(tuple(dict.fromkeys(inputs)), out, settings)


def _load_settings() -> Any:  # noqa: ANN401 (imported late: pydantic is heavy)
    from pydantic import ValidationError  # noqa: PLC0415

    from pipeline.settings import load_settings  # noqa: PLC0415

    try:
        return load_settings()
    except ValidationError as error:
        wrong = "; ".join(f"NEEDS_{str(one['loc'][0]).upper()}: {one['msg']}" for one in error.errors())
        raise typer.BadParameter(wrong) from None


def _exit_code(error: NeedsError) -> int:
    return WRONG_USAGE if isinstance(error, InputError) else FAILED


def _fail(words: str, code: int) -> NoReturn:
    typer.echo(f"needs: {' '.join(words.split())}", err=True)
    raise SystemExit(code)


@app.command(epilog="Example: [bold]needs series --data out/2026 --by region --year 2004 --year 2005[/]")
def series(  # noqa: PLR0913, PLR0917 (each is an option of the command)
    data: Data = None,
    by: Annotated[By | None, typer.Option(help="Spread over this. Default: by year, beside published figures.")] = None,
    year: Annotated[list[int] | None, typer.Option(help="Only this year of publication; may be given again.")] = None,
    csv: Annotated[Path | None, typer.Option(help="Write the figures into this file too.")] = None,
    top: Annotated[int | None, typer.Option(min=1, help="Instead: so many open needs by priority, ties shown.")] = None,
    weights: Annotated[Path | None, typer.Option(help="With --top: your own table of weights.")] = None,
) -> None:
    """Show figures by year beside the published ones, or spread over countries, Conventions …; or the first needs."""
    from flows.last import choose_folder  # noqa: PLC0415
    from flows.series import Wish, show_series  # noqa: PLC0415

    chosen = weights or _load_settings().priorities
    show_series(choose_folder(data), Wish(by, tuple(year or ()), csv, top, chosen))


@app.command(epilog="Example: [bold]needs reconcile --data out/2026[/]")
def reconcile(data: Data = None) -> None:
    """Compare the lists that a General Report prints with the findings: listed, found, missed, extra.

    Exit code 0: compared; 2: the dataset holds no General Report with such lists.
    """
    from flows.last import choose_folder  # noqa: PLC0415
    from flows.reconcile import show_reconciled  # noqa: PLC0415

    show_reconciled(choose_folder(data))
