"""The linear model learns what the words tell, gives the same bytes twice, and asks no scikit-learn when it runs."""

import numpy as np
import pytest

from pipeline.classify.linear import answer_heads, fit, score_lessons
from pipeline.classify.weights import columns, explain, predict, read_weights, write_weights
from pipeline.errors import ModelError
from pipeline.vocabulary import FindingKind
from tests.classify.lessons import make_lessons

LESSONS = make_lessons()


@pytest.fixture(scope="module")
def fitted():
    return fit("small", LESSONS)


@pytest.mark.parametrize("act", ["reminded", "requested", "delivered"])
def test_it_tells_the_act_by_the_word_that_goes_with_it(fitted, act: str):
    opinion = predict(fitted.weights, frozenset({f"w:{act}", "language:en"}))
    assert opinion.kinds[FindingKind.ASSISTANCE] > 0.8
    assert max(opinion.attributes["act"], key=opinion.attributes["act"].__getitem__) == act
    assert sum(opinion.attributes["act"].values()) == pytest.approx(1)


def test_it_finds_nothing_where_nothing_was_labelled(fitted):
    assert predict(fitted.weights, frozenset({"w:nothing"})).kinds[FindingKind.ASSISTANCE] < 0.2


def test_words_that_it_never_saw_change_nothing(fitted):
    one, other = frozenset({"w:reminded"}), frozenset({"w:reminded", "w:unheard-of"})
    assert predict(fitted.weights, one) == predict(fitted.weights, other)


def test_the_weights_of_the_run_agree_with_scikit_learn(fitted):
    place = columns().index(("act", "reminded"))
    wanted = score_lessons(fitted, LESSONS, "act", "reminded")
    names = fitted.weights.vocabulary
    rows = [[names[one] for one in lesson.features if one in names] for lesson in LESSONS]
    got = [float(fitted.weights.weights[row, place].sum()) + fitted.weights.intercepts[place] for row in rows]
    assert np.allclose(got, wanted, atol=0.02)  # weights are kept in half precision


def test_the_same_lessons_give_the_same_bytes(fitted):
    assert write_weights(fit("small", list(LESSONS)).weights) == write_weights(fitted.weights)


def test_weights_come_back_from_their_bytes(fitted):
    again = read_weights(write_weights(fitted.weights))
    for lesson in LESSONS[:9]:
        assert predict(again, lesson.features) == predict(fitted.weights, lesson.features)


def test_why_is_told_by_the_strongest_features(fitted):
    assert explain(fitted.weights, frozenset({"w:requested", "language:en"}), "act", "requested")[0].startswith("w:requested (+")


def test_too_few_lessons_are_refused_in_words():
    with pytest.raises(ModelError, match="too few"):
        fit("tiny", LESSONS[:2])


def test_a_model_that_answers_other_questions_is_refused(fitted, monkeypatch: pytest.MonkeyPatch):
    content = write_weights(fitted.weights)
    monkeypatch.setattr("pipeline.classify.weights._COLUMNS", columns()[:-1])
    with pytest.raises(ModelError, match="needs train"):
        read_weights(content)


def test_the_heads_are_asked_only_of_what_a_sentence_holds():
    nothing = answer_heads([])
    assert set(nothing.values()) == {"no"}
    assert "act" not in nothing
    help_ = {"kind": "assistance", "act": "limited", "grade": None, "speaker": "government", "polarity": "negated", "quoted": True, "purpose": None}
    assert {"act": "limited", "speaker": "government", "polarity": "negated", "quoted": "yes", "progress": "no"}.items() <= answer_heads([help_]).items()
    concern = {**help_, "kind": "concern", "act": None, "grade": "regret"}
    assert answer_heads([concern])["concern-grade"] == "regret"
