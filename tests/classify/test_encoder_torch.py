"""The transformer itself, a tiny one made here: the same vectors alone and in company, in eight bits, fine-tuned, on disk."""

from pathlib import Path

import numpy as np
import pytest

from pipeline.classify import Model
from pipeline.classify.encoder import Precision, ask
from pipeline.classify.encoder_heads import answer_columns
from pipeline.classify.encoder_torch import TorchEmbedder
from pipeline.classify.heads import NO, YES
from pipeline.classify.linear import Lesson, fit
from pipeline.classify.weights import columns
from pipeline.errors import ModelError
from pipeline.learn.encode import Lessons, Wanted, train_encoder
from pipeline.store.models import ENCODER, HEADS, OWN, load_model, write_model
from pipeline.vocabulary import FindingKind
from tests.classify.test_decide import LIMITS
from tests.tiny_encoder import make_tiny_encoder

pytestmark = pytest.mark.transformers

HELP = "The Committee reminds the Government that it may avail itself of technical assistance in its {} law ."
NONE = "The Government notes that a new draft {} report was received with interest ."
TEXTS = tuple(
    (HELP if number % 2 else NONE).format(word)
    for number, word in enumerate(("a", "new", "draft", "the", "office", "its") * 6)
)


def make_lessons() -> Lessons:
    """Sentences that offer help, and others; the linear model sees nothing that tells them apart."""
    answers = {str(kind): NO for kind in FindingKind}
    help_ = {
        **answers,
        "assistance": YES,
        "act": "reminded",
        "speaker": "committee",
        "polarity": "asserted",
        "quoted": NO,
    }
    lessons = (
        Lesson(frozenset({"language:en", f"w:{number % 3}"}), help_ if number % 2 else answers, f"family {number % 9}")
        for number in range(len(TEXTS))
    )
    return Lessons(TEXTS, tuple(lessons))


LESSONS = make_lessons()


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_encoder(tmp_path_factory.mktemp("tiny"))


def test_a_sentence_has_the_same_vector_alone_and_among_longer_ones(tiny: Path):
    embed = TorchEmbedder(str(tiny))
    together = embed.embed_all(["Interest .", *TEXTS])
    assert together.shape == (len(TEXTS) + 1, 32)
    assert np.allclose(together[0], embed("Interest ."), atol=1e-5)
    assert np.allclose(together[5], embed(TEXTS[4]), atol=1e-5)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)


def test_a_sentence_is_computed_once(tiny: Path):
    embed = TorchEmbedder(str(tiny))
    assert embed(TEXTS[0]) is embed(TEXTS[0])
    assert not np.allclose(embed(TEXTS[0]), embed(TEXTS[1]), atol=1e-4)


def test_a_sentence_longer_than_the_encoder_reads_is_cut(tiny: Path):
    assert np.isfinite(TorchEmbedder(str(tiny))("report " * 900)).all()


def test_eight_bits_are_near_and_keep_the_whole_weights_to_be_saved(tiny: Path, tmp_path: Path):
    whole = TorchEmbedder(str(tiny))
    small = whole.at(Precision.INT8)
    likeness = (whole.embed_all(TEXTS) * small.embed_all(TEXTS)).sum(axis=1)
    assert likeness.min() > 0.9
    assert not np.array_equal(whole(TEXTS[0]), small(TEXTS[0]))
    small.save(str(tmp_path / "saved"))
    assert np.array_equal(TorchEmbedder(str(tmp_path / "saved"))(TEXTS[0]), whole(TEXTS[0]))
    with pytest.raises(ModelError, match="eight bits"):
        small.at(Precision.FP32)


def test_fine_tuning_learns_and_gives_the_same_bytes_twice(tiny: Path, tmp_path: Path):
    for name in ("first", "second"):
        embed = TorchEmbedder(str(tiny))
        weights, intercepts = embed.learn(LESSONS.texts, answer_columns(LESSONS.lessons), 12)
        embed.save(str(tmp_path / name))
    scores = embed.embed_all(TEXTS) @ weights + intercepts
    helped = scores[:, columns().index(("assistance", YES))]
    assert helped[1::2].min() > helped[::2].max()
    saved = sorted(path.name for path in (tmp_path / "first").iterdir())
    assert "model.safetensors" in saved
    assert all((tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes() for name in saved)


def test_a_folder_that_holds_no_encoder_is_refused_with_what_to_give(tiny: Path, tmp_path: Path):
    with pytest.raises(ModelError, match="folder of one"):
        TorchEmbedder(str(tmp_path))("any")


@pytest.mark.parametrize("epochs", [0, 3])
def test_a_model_with_an_encoder_comes_back_from_its_folder(tiny: Path, tmp_path: Path, epochs: int):
    fitted = fit("with", LESSONS.lessons)
    encoder = train_encoder(Wanted(str(tiny), epochs), LESSONS, LESSONS, fitted.weights)
    assert encoder.settings.shares["assistance"] > 0
    write_model(tmp_path / "with", Model(fitted.weights, LIMITS, encoder), b"skops", {}, {"sets": {}})
    again = load_model(tmp_path / "with")
    doubtful = frozenset({"language:en"})
    for text in TEXTS[:2]:
        one, other = (
            ask(model_weights, each, doubtful, text)
            for model_weights, each in ((fitted.weights, encoder), (again.weights, again.encoder))
        )
        assert one.kinds == pytest.approx(other.kinds, abs=1e-6)
    helped, not_ = (
        ask(again.weights, again.encoder, doubtful, text).kinds[FindingKind.ASSISTANCE] for text in (TEXTS[1], TEXTS[0])
    )
    assert helped > not_
    assert (tmp_path / "with" / OWN / "model.safetensors").is_file()


def test_only_the_name_of_an_encoder_that_others_carry_is_kept(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    package = tmp_path / "carried_encoder"
    make_tiny_encoder(package / "model")
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    fitted = fit("with", LESSONS.lessons)
    encoder = train_encoder(Wanted("carried-encoder"), LESSONS, LESSONS, fitted.weights)
    folder = tmp_path / "models" / "with"
    for name in ("with", "again"):
        write_model(folder.parent / name, Model(fitted.weights, LIMITS, encoder), b"skops", {}, {"sets": {}})
    names = sorted(path.name for path in folder.iterdir())
    assert OWN not in names
    assert all((folder / name).read_bytes() == (folder.parent / "again" / name).read_bytes() for name in names)
    loaded = load_model(folder).encoder
    assert loaded is not None
    assert loaded.settings.source == "carried-encoder"
    assert np.allclose(loaded.embed(TEXTS[0]), encoder.embed(TEXTS[0]), atol=1e-6)


def test_changed_weights_are_refused_and_a_model_without_an_encoder_leaves_nothing_of_it(tiny: Path, tmp_path: Path):
    fitted = fit("with", LESSONS.lessons)
    encoder = train_encoder(Wanted(str(tiny)), LESSONS, LESSONS, fitted.weights)
    folder = tmp_path / "model"
    write_model(folder, Model(fitted.weights, LIMITS, encoder), b"skops", {}, {"sets": {}})
    path = folder / OWN / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(ModelError, match="checksum"):
        load_model(folder)
    write_model(folder, Model(fitted.weights, LIMITS), b"skops", {}, {"sets": {}})
    assert load_model(folder).encoder is None
    assert not {ENCODER, HEADS, OWN} & {one.name for one in folder.iterdir()}
