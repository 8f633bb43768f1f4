"""The build as a Prefect flow: the verbs of `needs run` as a few coarse tasks, so that the tables are the same bytes.

What can heal is tried again (a busy store, a network path that is away); what cannot is quarantined by the core.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.context import TaskRunContext
from prefect.settings import (
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    PREFECT_LOCAL_STORAGE_PATH,
    PREFECT_SERVER_ANALYTICS_ENABLED,
    PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS,
    temporary_settings,
)
from prefect.tasks import Task

from flows.run import ALL_READ, SOME_QUARANTINED, Order, show_changes, show_closing
from flows.screen import Watch, summarise
from flows.weights import choose_components
from pipeline.build import (
    Tally,
    close_run,
    describe_run,
    join_tallies,
    mine_files,
    open_dataset,
    settle_store,
    write_dataset,
)
from pipeline.errors import NeedsError, StoreBusy, Unreachable
from pipeline.gather import Component
from pipeline.inputs import Listing, list_inputs
from pipeline.store.database import Store
from pipeline.tables import Row
from pipeline.workers import Load, Workers

MOST_TASKS = 40
SMALLEST_BATCH = 10
RETRIES = 3
_DELAYS: list[float] = [2, 10, 30]


def run_flow(order: Order, load: Load) -> tuple[int, float]:
    """Run the flow with settings that need no network; return the exit code and the seconds of the work itself."""
    with _settings(order):
        return build_dataset(order, load)


def cut_batches(paths: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the paths in at most MOST_TASKS batches, none of them small without need."""
    size = max(SMALLEST_BATCH, -(-len(paths) // MOST_TASKS))
    for first in range(0, len(paths), size):
        yield tuple(paths[first : first + size])


def _can_heal(_: Task[Any, Any], __: TaskRun, state: State[Any]) -> bool:
    """Say whether trying again may help: the store was busy, or a path was away."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, StoreBusy | Unreachable)


@task(
    name="mine a batch",
    retries=RETRIES,
    retry_delay_seconds=_DELAYS,
    retry_condition_fn=_can_heal,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def mine_batch(paths: tuple[str, ...], order: Order, store: Store, workers: Workers, watch: Watch) -> Tally:
    """Mine and store a batch of files; paths that are away are tried again, then left quarantined."""
    tally = mine_files(paths, order.settings.max_bytes, store, workers, watch.note)
    context = TaskRunContext.get()
    if tally.unreachable and context is not None and context.task_run.run_count <= RETRIES:
        raise Unreachable(f"away: {', '.join(tally.unreachable)}")
    return tally


@task(
    name="settle the store",
    retries=RETRIES,
    retry_delay_seconds=_DELAYS,
    retry_condition_fn=_can_heal,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def settle(store: Store, listing: Listing, tally: Tally, components: tuple[Component, ...]) -> int:
    """Gather every table of the whole store."""
    return settle_store(store, listing, tally, components)


@task(
    name="write the tables",
    retries=RETRIES,
    retry_delay_seconds=_DELAYS,
    retry_condition_fn=_can_heal,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def write(store: Store, order: Order) -> dict[str, list[Row]]:
    """Write the dataset into its folder."""
    return write_dataset(store, order.out)


@flow(name="build a dataset", validate_parameters=False, persist_result=False, log_prints=False)
def build_dataset(order: Order, load: Load) -> tuple[int, float]:
    """Build a dataset from files and folders; return the exit code and the seconds it took."""
    began = perf_counter()
    components = choose_components(order.settings.priorities)
    listing = list_inputs(order.inputs, order.out)
    if not listing.files:
        raise NeedsError("there is no file to read in what was given")
    paths = [path for path, _ in listing.files]
    with open_dataset(order.out, order.settings.database) as store, Watch(listing) as watch:
        settings = order.settings
        with Workers(settings.workers, load, watch.note_share, settings.max_seconds) as workers:
            tallies = [mine_batch(batch, order, store, workers, watch) for batch in cut_batches(paths)]
        tally = join_tallies(tallies)
        gone = settle(store, listing, tally, components)
        found = write(store, order)
        address = store.address
    seconds = perf_counter() - began
    report = describe_run(found, tally, {**order.as_report(), "database": address}, {"flow": seconds})
    changes = close_run(order.out, report)
    summary = summarise(listing, tally, found, gone)
    create_markdown_artifact(_as_markdown(tally, found, summary), key="dataset", description=str(order.out))
    show_closing(order, tally, found, summary, seconds)
    show_changes(order, changes)
    return (SOME_QUARANTINED if tally.quarantined else ALL_READ), seconds


def _as_markdown(tally: Tally, found: dict[str, list[Row]], summary: str) -> str:
    lines = [summary, "", "| table | rows |", "| --- | ---: |"]
    lines += [f"| {name} | {len(rows)} |" for name, rows in found.items()]
    if tally.quarantined:
        lines += ["", "| quarantined | why |", "| --- | --- |"]
        lines += [f"| {_cell(path)} | {_cell(reason)} |" for path, reason in tally.quarantined]
    return "\n".join(lines)


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


@contextmanager
def _settings(order: Order) -> Iterator[None]:
    """Set what keeps Prefect off the network and quick; an address in PREFECT_API_URL stays in force."""
    changed: dict[Any, Any] = {
        PREFECT_SERVER_ANALYTICS_ENABLED: False,
        PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None,
        PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS: 120,
    }
    if order.settings.prefect_home is not None:
        changed[PREFECT_LOCAL_STORAGE_PATH] = order.settings.prefect_home.absolute() / "results"
    with temporary_settings(changed):
        yield
