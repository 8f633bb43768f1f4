"""Labels are read as they were meant, and threads never stand on both sides."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import LabelError
from pipeline.gold import Shares, Split, load_pages, load_sentences, load_shares, part_threads
from pipeline.learn.school import UNSEEN
from pipeline.vocabulary import Act, FindingKind, Language

LABELS = Path(__file__).parent.parent / "labels"
HEADER = "id,language,body,kind_of_comment,heading,before,sentence,expected_kind,act,grade,speaker,polarity,quoted,scope,term,mission,purpose,requester,trigger,note\n"
HELP = "x-1,en,CEACR,observation,,,The Committee recalls that help is there.,assistance,reminded,,committee,asserted,false,case,technical-assistance;training,,reporting,,,\n"
REGRET = "x-1,en,CEACR,observation,,,The Committee recalls that help is there.,concern,,regret,committee,asserted,false,case,,,,,,\n"
NOTHING = "x-2,en,CEACR,observation,,,The Committee recalls its comments.,none,,,,,,,,,,,,\n"


def write(tmp_path: Path, *rows: str) -> list[Path]:
    path = tmp_path / "gold.csv"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return [path]


def test_two_rows_of_one_sentence_are_two_labels_and_none_is_no_label(tmp_path: Path):
    both, nothing = load_sentences(write(tmp_path, HELP, REGRET, NOTHING))
    assert [label.kind for label in both.labels] == [FindingKind.ASSISTANCE, FindingKind.CONCERN]
    assert both.labels[0].act is Act.REMINDED
    assert [str(term) for term in both.labels[0].term] == ["technical-assistance", "training"]
    assert nothing.labels == ()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [(HELP.replace("reminded", "remembered"), "remembered"), (HELP.replace("help is there", "help is here") + HELP, "two sentences")],
)
def test_a_label_outside_the_scheme_is_refused_with_its_place(tmp_path: Path, wrong: str, told: str):
    with pytest.raises(LabelError, match=told):
        load_sentences(write(tmp_path, wrong))


def test_every_page_of_the_sets_can_be_read():
    for name in ("revoiced", *UNSEEN):
        pages = load_pages(LABELS.parent / "corpus" / name, LABELS / name)
        assert {page.language for page in pages} == set(Language)
        assert all(quote for page in pages for quote, _ in page.labels)


SHARES = Shares(test=20, calibration=15, together=())


@given(st.lists(st.lists(st.sampled_from([f"{country} {convention}" for country in ("KEN", "MLI", "PER", "FJI") for convention in ("C029", "C087", "C098")]), min_size=1, max_size=3), max_size=12))
def test_threads_that_share_a_text_fall_on_one_side(groups: list[list[str]]):
    sides = part_threads(groups, SHARES)
    assert all(len({sides[thread] for thread in group}) == 1 for group in groups)


def test_families_that_were_written_together_stay_together():
    threads = [[f"thread {number}"] for number in range(40)]
    family = frozenset(f"thread {number}" for number in range(10))
    sides = part_threads(threads, SHARES._replace(together=(family,)))
    assert len({sides[thread] for thread in family}) == 1
    assert set(sides.values()) == set(Split)


def test_a_thread_stays_on_its_side_when_labels_are_added_elsewhere():
    threads = [[f"thread {number}"] for number in range(40)]
    before, after = part_threads(threads[:20], SHARES), part_threads(threads, SHARES)
    assert all(after[thread] is side for thread, side in before.items())


def test_the_shares_of_the_project_can_be_read():
    shares = load_shares(LABELS / "splits.toml")
    assert 0 < shares.test + shares.calibration < 60
