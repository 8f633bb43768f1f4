"""The encoder beside the linear model: asked in doubt only, believed by its share, refused where it is another. No torch."""

import ast
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from pipeline.classify import encoder_torch
from pipeline.classify.encoder import (
    Band,
    Encoder,
    EncoderHeads,
    EncoderSettings,
    Precision,
    ask,
    mix,
    read_heads,
    read_settings,
    share_of,
    write_heads,
    write_settings,
)
from pipeline.classify.encoder_heads import answer_columns, calibrate_heads, fit_heads
from pipeline.classify.heads import HEADS, NO, YES
from pipeline.classify.linear import Lesson, fit
from pipeline.classify.weights import columns, predict
from pipeline.errors import ModelError
from pipeline.learn.encode import Doubted, Lessons, choose_precision, choose_shares, find_doubted
from pipeline.vocabulary import FindingKind
from tests.classify.lessons import make_lessons

LESSONS = make_lessons()
WEIGHTS = fit("small", LESSONS).weights
SURE = frozenset({"w:reminded", "language:en"})
UNSURE = frozenset({"w:reminded", "w:delivered", "w:nothing"})  # words that contradict one another
NOISE = frozenset({"w:noise1"})  # tells nothing of the act
BAND = Band()
ALL = {head.name: 1.0 for head in HEADS}


class Table:
    """An embedder that looks a sentence up, for texts such as `reminded 3`; in eight bits it may see nothing."""

    def __init__(self, *, blind_in_int8: bool = False) -> None:
        self.asked: list[str] = []
        self.blind = blind_in_int8
        self.seeing = True

    def __call__(self, text: str) -> np.ndarray:
        self.asked.append(text)
        names = ("reminded", "requested", "delivered")
        return np.array([float(text.startswith(name)) * self.seeing for name in names], dtype=np.float32)

    def embed_all(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([self(text) for text in texts], dtype=np.float32)

    def at(self, precision: Precision) -> "Table":
        other = Table(blind_in_int8=self.blind)
        other.seeing = not (self.blind and precision is Precision.INT8)
        return other

    def save(self, folder: str) -> None:
        raise NotImplementedError


def texts_of(lessons: Sequence[Lesson]) -> tuple[str, ...]:
    return tuple(f"{lesson.answers.get('act', 'nothing')} {number}" for number, lesson in enumerate(lessons))


HEADS_OF_TABLE = fit_heads(Table().embed_all(texts_of(LESSONS)), LESSONS)


def make_encoder(embed: Table, band: Band = BAND, shares: dict[str, float] | None = None) -> Encoder:
    return Encoder(EncoderSettings("table", Precision.FP32, band, shares or ALL), HEADS_OF_TABLE, embed)


@pytest.mark.parametrize(
    ("features", "band", "asked"),
    [
        (SURE, Band(), False),
        (UNSURE, Band(), True),
        (SURE, Band(0.0, 1.0), True),
        (UNSURE, Band(0.999, 1.0), False),
    ],
)
def test_the_encoder_is_asked_in_the_band_only(features: frozenset[str], band: Band, asked: bool):
    table = Table()
    opinion = ask(WEIGHTS, make_encoder(table, band), features, "requested 1")
    assert bool(table.asked) is asked
    assert (opinion != predict(WEIGHTS, features)) is asked


def test_without_an_encoder_the_linear_model_answers():
    assert ask(WEIGHTS, None, UNSURE, "requested 1") == predict(WEIGHTS, UNSURE)


def test_an_encoder_without_a_share_in_anything_is_never_asked():
    table = Table()
    none = {head.name: 0.0 for head in HEADS}
    assert ask(WEIGHTS, make_encoder(table, shares=none), UNSURE, "requested 1") == predict(WEIGHTS, UNSURE)
    assert table.asked == []


def test_in_doubt_the_encoder_tells_what_the_words_do_not():
    opinion = ask(WEIGHTS, make_encoder(Table()), UNSURE, "requested 1")
    assert opinion.kinds[FindingKind.ASSISTANCE] > 0.8
    assert max(opinion.attributes["act"], key=opinion.attributes["act"].__getitem__) == "requested"


@pytest.mark.parametrize("share", [0.0, 0.25, 1.0])
def test_two_opinions_are_weighed_by_the_share_of_each_head(share: float):
    one, other = predict(WEIGHTS, SURE), HEADS_OF_TABLE.opine(Table()("nothing"))
    mixed = mix(one, other, {**ALL, "assistance": share, "act": share})
    wanted = (1 - share) * one.kinds[FindingKind.ASSISTANCE] + share * other.kinds[FindingKind.ASSISTANCE]
    assert mixed.kinds[FindingKind.ASSISTANCE] == pytest.approx(wanted)
    assert mixed.kinds[FindingKind.CONCERN] == pytest.approx(other.kinds[FindingKind.CONCERN])
    assert sum(mixed.attributes["act"].values()) == pytest.approx(1)


def test_the_share_of_no_is_what_yes_leaves():
    opinion = predict(WEIGHTS, SURE)
    for head in ("assistance", "quoted"):
        assert share_of(opinion, head, YES) + share_of(opinion, head, NO) == pytest.approx(1)
    assert share_of(opinion, "act", "reminded") == opinion.attributes["act"]["reminded"]


@pytest.mark.parametrize(("sees", "least"), [(True, 0.75), (False, 0.0)])
def test_an_encoder_that_knows_gets_a_share_and_a_blind_one_none(sees: bool, least: float):
    table = Table()
    table.seeing = sees
    doubted = [
        Doubted(text, predict(WEIGHTS, NOISE), lesson.answers)
        for text, lesson in zip(texts_of(LESSONS), LESSONS, strict=True)
    ]
    shares = choose_shares(make_encoder(table), doubted).settings.shares
    assert shares["act"] >= least
    assert sees or shares["act"] == 0.0
    assert set(shares) == {head.name for head in HEADS}


@pytest.mark.parametrize(("blind", "precision"), [(False, Precision.INT8), (True, Precision.FP32)])
def test_eight_bits_are_used_only_where_they_cost_little(blind: bool, precision: Precision):
    doubted = [
        Doubted(text, predict(WEIGHTS, NOISE), lesson.answers)
        for text, lesson in zip(texts_of(LESSONS), LESSONS, strict=True)
    ]
    assert choose_precision(make_encoder(Table(blind_in_int8=blind)), doubted).settings.precision is precision


def test_only_doubtful_lessons_choose_the_shares():
    lessons = [replace_features(LESSONS[0], SURE), replace_features(LESSONS[0], UNSURE)]
    assert [one.text for one in find_doubted(Lessons(("sure", "unsure"), tuple(lessons)), WEIGHTS, Band())] == [
        "unsure"
    ]


def replace_features(lesson: Lesson, features: frozenset[str]) -> Lesson:
    return lesson._replace(features=features)


def test_heads_and_settings_come_back_from_what_is_written():
    settings = make_encoder(Table(), Band(0.1, 0.8)).settings
    assert read_settings(write_settings(settings)) == settings
    again = read_heads(write_heads(HEADS_OF_TABLE))
    assert again.opine(Table()("delivered")) == HEADS_OF_TABLE.opine(Table()("delivered"))
    assert write_heads(again) == write_heads(HEADS_OF_TABLE)


@pytest.mark.parametrize(
    "wrong",
    [
        {"band": [0.9, 0.2]},
        {"band": [0.2]},
        {"shares": {}},
        {"shares": {**ALL, "act": 2}},
        {"precision": "fp8"},
        {"band": [0, 7]},
    ],
)
def test_senseless_settings_are_refused(wrong: dict[str, object]):
    with pytest.raises(ModelError):
        read_settings({**write_settings(make_encoder(Table()).settings), **wrong})


def test_another_encoder_than_the_trained_one_is_refused():
    with pytest.raises(ModelError, match="another encoder"):
        HEADS_OF_TABLE.opine(np.zeros(5, dtype=np.float32))


def test_a_head_is_taught_only_by_the_sentences_it_is_asked_of():
    answers = answer_columns(LESSONS)
    act = columns().index(("act", "reminded"))
    assert [bool(np.isnan(answers[row, act])) for row in range(3)] == [
        "act" not in LESSONS[row].answers for row in range(3)
    ]
    assert np.isnan(answers[:, columns().index(("assistance", YES))]).sum() == 0


def test_calibration_tames_a_head_that_is_too_sure():
    loud = EncoderHeads(
        HEADS_OF_TABLE.weights * 50, HEADS_OF_TABLE.intercepts * 50, np.ones(len(columns())), np.zeros(len(columns()))
    )
    noisy = [
        lesson._replace(answers={**lesson.answers, "assistance": NO}) if number % 5 == 0 else lesson
        for number, lesson in enumerate(LESSONS)
    ]
    calm = calibrate_heads(loud, Table().embed_all(texts_of(LESSONS)), noisy)
    vector = Table()("reminded")
    assert loud.opine(vector).kinds[FindingKind.ASSISTANCE] > 0.999
    assert 0.5 < calm.opine(vector).kinds[FindingKind.ASSISTANCE] < 0.95


def test_where_the_extra_is_missing_the_words_say_how_to_install_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(encoder_torch, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r"pip install 'assistance-needs\[transformers\]'"):
        encoder_torch.TorchEmbedder("any")


def test_one_module_imports_torch_and_transformers_and_only_when_asked():
    importing = set()
    for path in [*Path("pipeline").rglob("*.py"), *Path("flows").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = (
                [one.name for one in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            if {name.split(".")[0] for name in names} & {"torch", "transformers"}:
                importing.add((path.name, node.col_offset > 0))
    assert importing == {("encoder_torch.py", True)}


def test_a_package_that_carries_an_encoder_is_found_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "invented_encoder" / "model").mkdir(parents=True)
    (tmp_path / "invented_encoder" / "__init__.py").touch()
    (tmp_path / "invented_encoder" / "model" / "config.json").write_text("{}")
    monkeypatch.syspath_prepend(tmp_path)
    assert encoder_torch.find_encoder("invented-encoder") == str(tmp_path / "invented_encoder" / "model")
    assert encoder_torch.find_encoder("someone/on-the-hub") == "someone/on-the-hub"
    assert encoder_torch.find_encoder("json") == "json"
