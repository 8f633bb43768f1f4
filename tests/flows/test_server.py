"""The flow reports to a server that runs already: the same bytes, and a record of the run."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest

from tests.building import read_tables
from tests.flows.commands import ROOT, make_environment, needs

STARTING_SECONDS = 120
SAMPLES = ROOT / "corpus" / "samples"
NAMES = ("cas-record-2005-en.pdf", "report-2010-by-subject-en.pdf")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a Prefect server with a home of its own, on a free port of the loopback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/api"
    settings = make_environment({"PREFECT_HOME": str(tmp_path / "server"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false"})
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port), "--no-ui"]
    with (tmp_path / "server.log").open("w") as log:
        running = subprocess.Popen(command, env=settings, stdout=log, stderr=log, cwd=tmp_path, start_new_session=True)
        try:
            _await(address, running, tmp_path / "server.log")
            yield address
        finally:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()


@pytest.mark.server
def test_the_flow_reports_to_a_running_server(tmp_path: Path, server: str):
    inputs = [SAMPLES / name for name in NAMES]
    run = needs("run", *inputs, "--out", tmp_path / "run")
    flow = needs(
        "flow", "build", *inputs, "--out", tmp_path / "flow", PREFECT_API_URL=server, NEEDS_PREFECT_HOME=str(tmp_path / "home")
    )
    assert (run.returncode, flow.returncode) == (0, 0), flow.stderr
    assert read_tables(tmp_path / "flow") == read_tables(tmp_path / "run")
    [told] = _ask(server, "flow_runs/filter", {})
    assert told["state_type"] == "COMPLETED"
    assert {one["state_type"] for one in _ask(server, "task_runs/filter", {})} == {"COMPLETED"}
    [artifact] = _ask(server, "artifacts/filter", {})
    assert (artifact["key"], artifact["flow_run_id"]) == ("dataset", told["id"])
    assert "2 read" in artifact["data"]


def _await(address: str, running: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until the server is healthy; say what it wrote where it is not in time."""
    until = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < until and running.poll() is None:
        try:
            urlopen(f"{address}/health", timeout=1).close()
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"Prefect's server did not start: {log.read_text()[-2000:]}")


def _ask(address: str, what: str, choice: dict[str, Any]) -> Any:  # noqa: ANN401 (JSON)
    """Return what the server's API answers to a filter."""
    asked = Request(f"{address}/{what}", json.dumps(choice).encode(), {"Content-Type": "application/json"})
    with urlopen(asked, timeout=10) as answer:
        return json.load(answer)
