"""`needs run`: files in, tables out, without a server."""

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import pipeline.store.export  # noqa: F401 (pyarrow, now, while the processes get ready, and not when they are done)
from flows.screen import Watch, make_console, show_found, show_quarantined, summarise
from flows.weights import choose_components
from pipeline.build import (
    DIGEST,
    Tally,
    close_run,
    describe_run,
    mine_files,
    open_dataset,
    settle_store,
    write_dataset,
)
from pipeline.compare.digest import summarise_changes
from pipeline.compare.values import Changes
from pipeline.errors import NeedsError
from pipeline.inputs import list_inputs
from pipeline.settings import Settings
from pipeline.workers import Load, Workers, collect_seldom

ALL_READ, SOME_QUARANTINED = 0, 3


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: inputs, the folder of the dataset, and the settings."""

    inputs: tuple[Path, ...]
    out: Path
    settings: Settings

    def as_report(self) -> dict[str, Any]:
        """Return what run.json says of the settings."""
        return {
            "inputs": [path.as_posix() for path in self.inputs],
            "workers": self.settings.workers,
            "max_megabytes": self.settings.max_megabytes,
            "max_seconds": self.settings.max_seconds,
        }


def run_order(order: Order, load: Load) -> int:
    """Carry out an order and say what was found; return the exit code."""
    began = perf_counter()
    collect_seldom()
    settings = order.settings
    components = choose_components(settings.priorities)
    listing = list_inputs(order.inputs, order.out)
    if not listing.files:
        raise NeedsError("there is no file to read in what was given")
    with open_dataset(order.out, settings.database) as store, Watch(listing) as watch:
        with Workers(settings.workers, load, watch.note_share, settings.max_seconds) as workers:
            tally = mine_files((path for path, _ in listing.files), settings.max_bytes, store, workers, watch.note)
        mined = perf_counter()
        watch.say("gathering needs")
        gone = settle_store(store, listing, tally, components)
        settled = perf_counter()
        watch.say("writing tables")
        found = write_dataset(store, order.out)
        written = perf_counter()
        address = store.address
    seconds = {"mining": mined - began, "gathering": settled - mined, "writing": written - settled}
    report = describe_run(found, tally, {**order.as_report(), "database": address}, seconds)
    changes = close_run(order.out, report)
    show_closing(order, tally, found, summarise(listing, tally, found, gone), written - began)
    show_changes(order, changes)
    return SOME_QUARANTINED if tally.quarantined else ALL_READ


def show_closing(order: Order, tally: Tally, found: dict[str, list[Any]], summary: str, seconds: float) -> None:
    """Show the closing tables, and the run in one line."""
    console = make_console()
    show_found(console, found)
    show_quarantined(console, tally)
    console.print(f"{summary} Tables in {order.out} after {seconds:.1f} s.", soft_wrap=True)


def show_changes(order: Order, changes: Changes | None) -> None:
    """Say what changed since the last run into this folder; nothing of a first run."""
    if changes is not None:
        more = f" See {order.out / DIGEST}." if changes else ""
        make_console().print(f"Since the last run: {summarise_changes(changes)}{more}", soft_wrap=True)
