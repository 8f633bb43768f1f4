"""Models on disk: written, listed, put in service, and refused where a file is not the one that was trained."""

from pathlib import Path

import pytest

from pipeline.classify import Model
from pipeline.classify.linear import fit
from pipeline.errors import ModelError
from pipeline.store.models import (
    WEIGHTS,
    list_models,
    load_in_service,
    load_model,
    name_in_service,
    put_in_service,
    write_model,
)
from tests.classify.lessons import make_lessons
from tests.classify.test_decide import LIMITS

MODEL = Model(fit("small", make_lessons()).weights, LIMITS)


@pytest.fixture
def models(tmp_path: Path) -> Path:
    write_model(tmp_path / "small", MODEL, b"skops", {"kind": "linear"}, {"sets": {}})
    return tmp_path


def test_a_model_is_listed_and_put_in_service(models: Path):
    assert load_in_service(models) is None
    put_in_service(models, "small")
    serving = load_in_service(models)
    assert name_in_service(models) == "small"
    assert serving is not None
    assert (serving.name, serving.limits) == ("small", LIMITS)
    assert [(one.name, one.in_service) for one in list_models(models)] == [("small", True)]


def test_the_same_model_gives_the_same_bytes(models: Path, tmp_path: Path):
    write_model(tmp_path / "again", MODEL, b"skops", {"kind": "linear"}, {"sets": {}})
    for path in sorted((models / "small").iterdir()):
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()


def test_a_file_that_was_changed_is_refused_by_its_checksum(models: Path):
    path = models / "small" / WEIGHTS
    path.write_bytes(path.read_bytes() + b"x")
    with pytest.raises(ModelError, match="checksum"):
        load_model(models / "small")


def test_a_name_without_a_model_is_refused_with_what_to_do(models: Path):
    with pytest.raises(ModelError, match="needs train"):
        put_in_service(models, "unknown")


def test_cues_alone_are_put_in_service_where_no_model_is(tmp_path: Path):
    put_in_service(tmp_path / "models", "")
    assert name_in_service(tmp_path / "models") == ""
