"""Prefect's own settings, and its start, said on the screen: quiet, at home in a folder, without telling anyone."""

import os
from time import perf_counter

from flows.run import Order
from flows.screen import make_console
from pipeline.workers import Load


def start_build(order: Order, load: Load) -> int:
    """Start Prefect and run the flow; return the exit code of the run."""
    console = make_console(to_error=True)
    began = perf_counter()
    console.print("Prefect is starting (the first time takes up to half a minute) …")
    os.environ.setdefault("DO_NOT_TRACK", "1")
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
    if order.settings.prefect_home is not None:
        os.environ.setdefault("PREFECT_HOME", str(order.settings.prefect_home.absolute()))
    from flows.build import run_flow  # noqa: PLC0415 (Prefect takes a second and a half to import)

    code, working = run_flow(order, load)
    took = perf_counter() - began - working
    console.print(f"Prefect took {took:.1f} s beside the {working:.1f} s of the run itself.")
    return code
