"""The flow gives the same bytes as the run, with a server of Prefect's own and nothing beyond this machine."""

import json
from pathlib import Path

import pytest

from tests.building import read_tables
from tests.flows.commands import needs
from tests.flows.test_command import PAGE


def test_batches_are_few_and_leave_nothing_out():
    from flows.build import MOST_TASKS, cut_batches

    for number in (1, 9, 10, 11, 399, 400, 401, 5_000):
        paths = [str(place) for place in range(number)]
        batches = list(cut_batches(paths))
        assert [path for batch in batches for path in batch] == paths
        assert len(batches) <= MOST_TASKS


@pytest.mark.server
def test_the_flow_gives_the_same_bytes_as_the_run(tmp_path: Path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.html").write_text(PAGE.replace("page to", f"page {number} to"))
    (folder / "empty.pdf").write_bytes(b"")
    run = needs("run", folder, "--out", tmp_path / "run")
    flow = needs("flow", "build", folder, "--out", tmp_path / "flow", NEEDS_PREFECT_HOME=str(tmp_path / "home"))
    assert (run.returncode, flow.returncode) == (3, 3), flow.stderr
    assert read_tables(tmp_path / "flow") == read_tables(tmp_path / "run")
    assert "Prefect is starting" in flow.stderr
    assert "Prefect took" in flow.stderr
    assert (tmp_path / "home").is_dir()
    assert "Failed to send telemetry" not in flow.stderr


@pytest.mark.server
def test_a_path_that_is_away_is_tried_again_and_a_file_that_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    import errno

    from prefect.testing.utilities import prefect_test_harness

    import flows.build
    from flows.run import Order
    from pipeline.settings import Settings
    from tests.standin import load_whole

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("KEN C087 2001 reminded: It recalls the help.")
    (tmp_path / "in" / "b.txt").write_text("HANGS")
    tried: list[Path] = []
    read = Path.read_bytes

    def come_back(path: Path) -> bytes:
        if path.name == "a.txt":
            tried.append(path)
            if len(tried) < 3:
                raise OSError(errno.EHOSTDOWN, "Host is down")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", come_back)
    quick = flows.build.mine_batch.with_options(retry_delay_seconds=0)
    monkeypatch.setattr(flows.build, "mine_batch", quick)
    monkeypatch.setenv("PREFECT_RESULTS_LOCAL_STORAGE_PATH", str(tmp_path / "results"))
    with prefect_test_harness(server_startup_timeout=120):
        order = Order((tmp_path / "in",), tmp_path / "out", Settings(workers=1, max_seconds=1))
        code, _ = flows.build.run_flow(order, load_whole)
    assert (code, len(tried)) == (3, 3)
    [[path, reason]] = (one.values() for one in json.loads((tmp_path / "out" / "run.json").read_text())["quarantined"])
    assert path.endswith("b.txt")
    assert "NEEDS_MAX_SECONDS" in reason
