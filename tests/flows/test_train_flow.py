"""Training from the door: the flow and the command give the same bytes, and a worse model is not put in service."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from flows.models import promote_model
from flows.training import choose_encoder
from pipeline.classify.model import Model
from pipeline.errors import InputError, ModelError
from pipeline.gold import COLUMNS, load_sentences, load_shares, part_threads, write_rows
from pipeline.learn.limits import NEVER
from pipeline.store.models import load_model, name_in_service, put_in_service, write_model
from pipeline.vocabulary import FindingKind
from tests.flows.commands import needs

COUNTRIES = ("KEN", "PER", "NPL", "HTI", "FJI", "TGO", "LAO", "GIN")
SAID = {  # invented
    "reminded": "The Committee reminds the Government that it may avail itself of the technical assistance of the Office in {}.",
    "requested": "The Government indicates that it has requested the technical assistance of the ILO to {}.",
    "": "The Committee asks the Government to provide information on the measures taken to {}.",
}
MATTERS = ("revise the Labour Code", "train its inspectors", "collect figures on wages", "set up a tripartite body")


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two dozen labelled sentences, on eight countries."""
    folder = tmp_path_factory.mktemp("small") / "labels"
    folder.mkdir()
    (folder / "splits.toml").write_text("test = 30\ncalibration = 25\ntogether = []\n")
    write_rows(folder / "examples.csv", [_row(number) for number in range(24)])
    return folder


def _row(number: int) -> dict[str, str]:
    act = tuple(SAID)[number % 3]
    matter = f"{MATTERS[number % 4]} in {COUNTRIES[number % 8].title()}"
    found = {"term": "technical-assistance", "purpose": "application"} if act else {}
    speaker = {"requested": "government", "reminded": "committee"}.get(act, "")
    return dict.fromkeys(COLUMNS, "") | found | {
        "id": f"small-{number:02}", "language": "en", "body": "CEACR", "kind_of_comment": "observation", "year": "2011",
        "country": COUNTRIES[number % 8], "convention": f"C{80 + number % 8:03}", "sentence": SAID[act].format(matter),
        "expected_kind": "assistance" if act else "none", "act": act, "speaker": speaker, "scope": "case" if act else "",
        "polarity": "asserted" if act else "", "quoted": "false" if act else "",
    }  # fmt: skip


def test_the_small_labels_have_all_three_splits(labels: Path):
    rows = load_sentences([labels / "examples.csv"])
    assert len(rows) == 24
    splits = part_threads([(one.thread,) for one in rows], load_shares(labels / "splits.toml"))
    assert len(set(splits.values())) == 3


@pytest.mark.server
def test_the_flow_and_the_command_give_the_same_bytes(labels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from prefect.testing.utilities import prefect_test_harness  # noqa: PLC0415

    from flows.train import train_flow  # noqa: PLC0415

    monkeypatch.setenv("PREFECT_RESULTS_LOCAL_STORAGE_PATH", str(tmp_path / "results"))
    with prefect_test_harness(server_startup_timeout=120):
        metrics = train_flow("small", labels, tmp_path / "flow")
    done = needs("train", "--name", "small", "--out", tmp_path / "command", "--labels", labels)
    assert (done.returncode, done.stderr) == (0, "")
    assert "needs models promote command" in done.stdout
    written = {path.name: path.read_bytes() for path in (tmp_path / "flow").iterdir()}
    assert written == {path.name: path.read_bytes() for path in (tmp_path / "command").iterdir()}
    assert {"weights.npz", "model.skops", "metrics.json", "parameters.json", "SHA256SUMS"} <= written.keys()
    assert json.loads(written["metrics.json"]) == metrics
    assert metrics["sets"]["test"]["counted"]["en"]["recall"]["of"] > 0
    _check_promotion(labels, tmp_path, load_model(tmp_path / "command"))


def _check_promotion(labels: Path, models: Path, model: Model) -> None:
    """The trained model may serve; one that finds nothing is refused with its figures, and the first goes on serving."""
    put_in_service(models, "command")
    never = dict.fromkeys(FindingKind, NEVER)
    deaf = replace(model, limits=replace(model.limits, keep=never, drop=never, find=never))
    write_model(models / "deaf", deaf, b"skops", {}, {"sets": {}})
    with pytest.raises(ModelError, match=r"deaf is worse .*test: F1 0\.000, in service \d\.\d{3} \(-") as refused:
        promote_model("deaf", labels, models)
    assert re.search(r"in service (\d\.\d+)", str(refused.value)).group(1) > "0.5"
    assert name_in_service(models) == "command"
    promote_model("command", labels, models)
    assert name_in_service(models) == "command"


def test_fine_tuning_needs_something_to_tune():
    assert choose_encoder(None, fine_tune=False) is None
    assert choose_encoder("any", fine_tune=False) == ("any", 0)
    assert choose_encoder("any", fine_tune=True).epochs > 0
    with pytest.raises(InputError, match="--encoder"):
        choose_encoder(None, fine_tune=True)


def test_a_summary_is_compared_too(labels: Path, tmp_path: Path):
    saved = tmp_path / "saved.jsonl"
    plain = needs("evaluate", "--model", "cues", "--labels", labels, "--summary", "--save", saved)
    both = needs("evaluate", "--model", "cues", "--labels", labels, "--summary", "--compare", saved)
    assert (plain.returncode, both.returncode) == (0, 0)
    assert "gained" not in plain.stdout
    assert both.stdout == f"{plain.stdout}gained: 0\nlost: 0\n"
