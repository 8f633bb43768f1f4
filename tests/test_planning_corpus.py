"""The fixture corpus for planners: everything that is true of it, written by hand, is what a run tells."""

import csv
from pathlib import Path

import pytest

from benchmarks.generator.planning import (
    COURSES,
    EXTRA,
    FIRST_YEAR,
    LISTED,
    MISSED,
    SESSIONS,
    PlannedCourse,
    count_steps,
    generate_planning,
)
from pipeline.build import mine_files, open_dataset, settle_store, write_dataset
from pipeline.check import check_dataset
from pipeline.dataset import Dataset, load_dataset
from pipeline.gather import rank_needs
from pipeline.inputs import list_inputs
from pipeline.mine import STEPS
from pipeline.planning import Thread
from pipeline.reconcile import measure, reconcile_lists
from pipeline.vocabulary import NeedStatus, Via
from pipeline.workers import Steps, Workers
from tests.flows.commands import needs


def load_steps() -> Steps:
    return STEPS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("planning")
    (place / "in").mkdir()
    for page in generate_planning():
        (place / "in" / page.name).write_bytes(page.content)
    listing = list_inputs([place / "in"], place / "out")
    with open_dataset(place / "out", None) as store:
        with Workers(1, load_steps) as workers:
            tally = mine_files([path for path, _ in listing.files], 10_000_000, store, workers, lambda news: None)
        settle_store(store, listing, tally)
        write_dataset(store, place / "out")
    assert tally.quarantined == ()
    return place / "out"


@pytest.fixture(scope="module")
def dataset(folder: Path) -> Dataset:
    return load_dataset(folder)


def thread_of(dataset: Dataset, course: PlannedCourse) -> Thread:
    [thread] = [one for one in dataset.threads if (one.country, one.convention or "") == (course.country, course.code)]
    return thread


def test_the_dataset_is_valid_and_every_step_stands_on_its_findings(folder: Path):
    assert list(check_dataset(folder)) == []
    events = (folder / "events.csv").read_text(encoding="utf-8")
    (folder / "events.csv").write_text(events.replace(load_dataset(folder).events[0].findings[0], "0" * 20), encoding="utf-8")
    assert any("finding 00000000000000000000 is not in findings.csv" in problem for problem in check_dataset(folder))
    (folder / "events.csv").write_text(events, encoding="utf-8")


def test_the_corpus_has_the_breadth_that_is_wanted():
    assert len({course.country for course in COURSES}) >= 12
    assert {len(course.steps) for course in COURSES} == {SESSIONS}
    assert generate_planning() == generate_planning()


EVERY = pytest.mark.parametrize("course", COURSES, ids=lambda course: f"{course.country}-{course.code or 'general'}")


@EVERY
def test_each_thread_stands_as_its_course_says(dataset: Dataset, course: PlannedCourse):
    thread, truth = thread_of(dataset, course), course.truth
    assert (thread.status, thread.open, thread.history) == (truth.status, truth.open, truth.history)
    assert (thread.waiting_sessions, thread.waiting) == (truth.waiting, truth.waiting >= 2)
    assert (thread.gap, thread.resolved) == (truth.gap, truth.resolved)
    assert (thread.claimed, thread.elapsed_years) == (truth.claimed, truth.elapsed)
    assert (thread.consecutive_comments, thread.concerns) == (truth.consecutive, truth.concerns)
    assert (len(thread.problems), thread.case_number, thread.discussed) == (truth.problems, truth.cases, truth.discussed)


@EVERY
def test_each_need_has_the_priority_that_its_course_adds_up(dataset: Dataset, course: PlannedCourse):
    found = {one.priority for one in dataset.needs if (one.country, one.convention or "") == (course.country, course.code) and one.open}
    assert found == ({course.truth.priority} if course.truth.priority is not None else set())


def test_the_first_needs_come_in_the_order_of_their_priority_and_ties_are_shown(dataset: Dataset):
    ranked = rank_needs(dataset.needs, 3)
    assert [(one.rank, one.need.country, one.tied) for one in ranked][:3] == [(1, "PER", False), (2, "FJI", True), (2, "LBN", True)]


def test_the_case_and_the_discussion_stand_on_the_thread(dataset: Dataset):
    via = [(one.year, one.stage, one.via) for one in dataset.events if (one.country, one.convention) == ("ZMB", "C087") and one.stage is NeedStatus.SUGGESTED]
    assert via == [(2014, NeedStatus.SUGGESTED, Via.CFA_REFERRAL), (2015, NeedStatus.SUGGESTED, Via.CAS_DISCUSSION)]


@pytest.mark.parametrize("turn", range(SESSIONS))
def test_the_figures_of_a_year_are_the_steps_of_its_session(dataset: Dataset, turn: int):
    found = {one.series: one.value for one in dataset.series if (one.body, one.kind, one.year) == ("CEACR", "observation", FIRST_YEAR + turn + 1)}
    steps = count_steps(turn)
    assert found["comments"] == sum(steps.values())
    assert found["ta-reminders"] == steps["reminded"]
    assert found["ta-requests"] == steps["requested"] + steps["workers"]
    assert found["satisfaction"] == steps["satisfaction"]
    assert found["interest"] == steps["interest"]
    assert found["concern"] == steps["concern"] + steps["regret"] + steps["deep-concern"]


def test_a_year_without_comments_has_no_figure(dataset: Dataset):
    assert {one.value for one in dataset.series if one.year == 2001} == {None}


def test_the_lists_are_read_and_reconciled(dataset: Dataset):
    assert {(str(one.kind), one.country, *one.conventions) for one in dataset.lists} == {
        (kind, *row) for kind, rows in LISTED.items() for row in rows
    }
    found = reconcile_lists(dataset.lists, dataset.findings, dataset.comments)
    assert {one.kind: tuple(case[:2] for case in one.missed) for one in found if one.missed} == MISSED
    assert {one.kind: tuple(case[:2] for case in one.extra) for one in found if one.extra} == EXTRA
    assert [case.commented for one in found for case in one.missed] == [True, False]
    assert measure(found) == (pytest.approx(3 / 4), pytest.approx(3 / 5))


def test_reconcile_says_it_in_one_line(folder: Path):
    told = needs("reconcile", "--data", folder)
    assert told.returncode == 0, told.stderr
    assert "Against 3 lists with 5 cases (1 of them without a comment in the dataset): precision 0.75, recall 0.60" in told.stdout
    assert "Costa Rica" in told.stdout and "no comment on it" in told.stdout


def test_series_shows_ranks_spreads_and_writes_figures(folder: Path, tmp_path: Path):
    first = needs("series", "--data", folder, "--top", "2")
    assert first.returncode == 0 and "Peru (PER)" in first.stdout and "2=" in first.stdout
    told = needs("series", "--data", folder, "--by", "region", "--year", "2013", "--csv", tmp_path / "figures.csv")
    assert told.returncode == 0, told.stderr
    with (tmp_path / "figures.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if (row["series"], row["kind"]) == ("ta-requests", "observation")]
    regions = {row["value"]: row["figure"] for row in rows}
    assert regions == {"africa": "0", "americas": "1", "arab-states": "1", "asia-pacific": "2", "europe-central-asia": "0"}
    beside = needs("series", "--data", folder)
    assert "· / 16" in beside.stdout
    assert "the dataset has no CEACR observation published in 1999–2002" in beside.stdout


def test_weights_of_a_planner_change_the_order(folder: Path, tmp_path: Path):
    own = tmp_path / "weights.csv"
    own.write_text("component,part,from,weight,most,reason\nasked-by-constituents,request,1,40,40,constituents have asked\n")
    told = needs("series", "--data", folder, "--top", "1", "--weights", own)
    assert "Mongolia (MNG)" in told.stdout and "constituents have asked (+40)" in told.stdout
    assert needs("series", "--data", folder, "--top", "1", NEEDS_PRIORITIES=str(own)).stdout == told.stdout
    own.write_text("component\nx\n")
    refused = needs("series", "--data", folder, "--top", "1", "--weights", own)
    assert refused.returncode == 2 and "has no column" in refused.stderr


def test_a_dataset_without_a_general_report_cannot_be_reconciled(tmp_path: Path):
    (tmp_path / "in.txt").write_text("\n".join(f"{number}. An invented paragraph that is no report at all." for number in range(9)))
    assert needs("run", tmp_path / "in.txt", "--out", tmp_path / "out").returncode == 0
    told = needs("reconcile", "--data", tmp_path / "out")
    assert told.returncode == 2
    assert "holds no General Report with lists" in told.stderr
