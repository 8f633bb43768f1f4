"""The processes: forked from one that has imported already, each doing one job after the other."""

import gc
import multiprocessing
import os
import signal
import threading
from contextlib import suppress
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from pipeline.workers.jobs import Answer, Job, as_failure, prepare
from pipeline.workers.parcels import pack, unpack
from pipeline.workers.steps import Load

_GARBAGE = 50_000
_CONTEXT = multiprocessing.get_context("forkserver")
_MAIN = "__main__"


def wake(*modules: str) -> None:
    """Start the process that all others are forked from, and have it import these modules while this one goes on.

    It leaves Ctrl-C to this one, from the start.
    """
    _CONTEXT.set_forkserver_preload([_MAIN, *modules])
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        forkserver.ensure_running()
    finally:
        signal.signal(signal.SIGINT, before)


def collect_seldom() -> None:
    """Look for garbage in circles seldom: what a run makes is millions of values that stand in none."""
    gc.freeze()
    gc.set_threshold(_GARBAGE)


def start_process(load: Load) -> tuple[BaseProcess, Connection]:
    """Start a process that waits for jobs; return it with the line on which it is given them and answers."""
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_serve, args=(load, theirs), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _serve(load: Load, line: Connection) -> None:
    """Do one job after the other, until nobody asks any more."""
    _start(load)
    while True:
        try:
            job: Job = unpack(line.recv_bytes())
        except EOFError:
            return
        try:
            line.send_bytes(pack(Answer(job.call(load, *job.given))))
        except Exception as error:  # noqa: BLE001 (the one catcher: whatever a source breaks becomes its row)
            line.send_bytes(pack(Answer(None, as_failure(error))))


def _start(load: Load) -> None:
    """Begin a process: leave Ctrl-C to the one that started it, and make the tools (a job says it if that fails)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(Exception):
        prepare(load)
    collect_seldom()


def _end_with_parent() -> None:
    """End this process when the one that started it is killed: nobody else would tell it to."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
