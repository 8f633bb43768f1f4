"""Labels go to Label Studio and come back; judgements become labels; what is worth labelling is doubtful and various."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.dataset import Dataset, load_dataset
from pipeline.errors import InputError, LabelError
from pipeline.gold import COLUMNS, load_sentences, read_rows, write_rows
from pipeline.learn.exchange import choose_next, export_labels, import_labels, make_questions
from pipeline.learn.studio import controls, make_page, make_tasks, read_tasks
from pipeline.vocabulary import Act, FindingKind, Review
from tests.building import build

LABELS = Path(__file__).parent.parent.parent / "labels"
TEXT = (
    "KEN C087 2001 requested: The Government asks for help with its code.\n"
    "MLI C029 2002 interest: It notes a new decree.\nPER C169 2003 requested: The Government asks for help with its code.\n"
)


@pytest.fixture
def data(tmp_path: Path) -> Dataset:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    build(tmp_path / "in", tmp_path / "out")
    return load_dataset(tmp_path / "out")


def judge(path: Path, *rows: tuple[str, str, str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["finding_id", "reviewer", "decided_at", "verdict", "unsure", "note"])
        writer.writerows([finding, "ann", when, verdict, "false", note] for finding, when, verdict, note in rows)
    return path


def test_every_label_of_the_project_comes_back_from_label_studio(tmp_path: Path):
    paths = [LABELS / "examples.csv", *sorted((LABELS / "gold").glob("*.csv"))]
    tasks = json.loads(export_labels(paths))
    write_rows(tmp_path / "back.csv", ({name: row.get(name, "") for name in COLUMNS} for row in read_tasks(tasks)))
    assert {one.name: one for one in load_sentences([tmp_path / "back.csv"])} == {one.name: one for one in load_sentences(paths)}


def test_the_labelling_page_asks_every_question_of_the_scheme():
    page = make_page()
    assert all(f'name="{name}"' in page for name in controls())
    assert all(f'value="{act}"' in page for act in Act)


def test_importing_twice_adds_nothing(tmp_path: Path):
    tasks = tmp_path / "tasks.json"
    tasks.write_bytes(export_labels([LABELS / "examples.csv"]))
    assert import_labels(tasks, tmp_path / "labels", None) > 700
    once = (tmp_path / "labels" / "gold" / "people.csv").read_bytes()
    assert import_labels(tasks, tmp_path / "labels", None) == 0
    assert (tmp_path / "labels" / "gold" / "people.csv").read_bytes() == once


def test_a_word_outside_the_scheme_is_refused(tmp_path: Path):
    task = make_tasks(read_rows(LABELS / "examples.csv")[:1])[0]
    task["annotations"][0]["result"][0]["value"]["choices"] = ["hope"]
    path = tmp_path / "tasks.json"
    path.write_text(json.dumps([task]))
    with pytest.raises(LabelError, match="hope"):
        import_labels(path, tmp_path / "labels", None)


def test_a_cancelled_annotation_is_no_label():
    task = make_tasks(read_rows(LABELS / "examples.csv")[:1])[0]
    task["annotations"][0]["was_cancelled"] = True
    assert list(read_tasks([task])) == []


def test_judgements_become_labels_the_latest_counts(data: Dataset, tmp_path: Path):
    help_, progress = (next(one for one in data.findings if one.kind is kind) for kind in (FindingKind.ASSISTANCE, FindingKind.PROGRESS))
    path = judge(
        tmp_path / "judgements.csv",
        (help_.finding_id, "2026-01-02", "corrected", "act=delivered; speaker=committee"),
        (help_.finding_id, "2026-01-01", "accepted", ""),
        (progress.finding_id, "2026-01-01", "rejected", ""),
    )
    assert import_labels(path, tmp_path / "labels", data) == 2
    corrected, rejected = sorted(load_sentences([tmp_path / "labels" / "gold" / "people.csv"]), key=lambda one: not one.labels)
    assert [(str(label.act), str(label.speaker)) for label in corrected.labels] == [("delivered", "committee")]
    assert corrected.text == help_.quote
    assert rejected.labels == ()


def test_a_judgement_on_an_unknown_finding_is_refused(data: Dataset, tmp_path: Path):
    with pytest.raises(LabelError, match="no finding"):
        import_labels(judge(tmp_path / "j.csv", ("0" * 20, "2026-01-01", "accepted", "")), tmp_path, data)
    with pytest.raises(InputError, match="--data"):
        import_labels(tmp_path / "j.csv", tmp_path, None)


def test_the_least_sure_come_first_and_none_like_another(data: Dataset):
    scores = {"KEN": 0.5, "PER": 0.51, "MLI": 0.9}
    findings = tuple(replace(one, score=scores[one.countries[0]]) for one in data.findings)
    doubtful = Dataset(data.folder)
    doubtful.__dict__["findings"] = findings
    chosen = choose_next(doubtful, 5)
    assert [one.countries[0] for one in chosen] == ["KEN", "MLI"]  # the third asks for the same in the same words
    tasks = json.loads(make_questions(doubtful, chosen))
    assert [task["data"]["text"] for task in tasks] == [one.quote for one in chosen]
    assert all(task["predictions"] for task in tasks)


def test_what_people_have_decided_is_not_asked_again(data: Dataset):
    decided = Dataset(data.folder)
    decided.__dict__["findings"] = tuple(replace(one, review=Review.ACCEPTED) for one in data.findings)
    assert choose_next(decided, 5) == ()


@pytest.mark.parametrize(
    "content", ["[1]", "[{}, 2]", '[{"annotations": [{"result": [{}]}], "data": {}}]', '[{"annotations": null, "data": {}}]']
)
def test_json_that_is_not_label_studios_says_so_and_leaves_nothing(tmp_path: Path, content: str):
    (tmp_path / "tasks.json").write_text(content)
    with pytest.raises(LabelError, match="Label Studio"):
        import_labels(tmp_path / "tasks.json", tmp_path / "labels", None)
    assert not (tmp_path / "labels").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "holds no judgements"),
        (b"a,b\n1,2\n", "it has no decided_at"),
        (b"\xff\xfe\n", "cannot be read"),
        (b"finding_id,verdict,note,reviewer,decided_at,unsure\nx,nonsense,,ann,2026,false\n", "row 2: the verdict is"),
    ],
)
def test_a_table_that_holds_no_judgements_says_so_and_leaves_nothing(
    data: Dataset, tmp_path: Path, content: bytes, told: str
):
    (tmp_path / "judged.csv").write_bytes(content)
    with pytest.raises(LabelError, match=told):
        import_labels(tmp_path / "judged.csv", tmp_path / "labels", data)
    assert not (tmp_path / "labels").exists()


def test_a_correction_outside_the_scheme_leaves_the_labels_as_they_were(data: Dataset, tmp_path: Path):
    finding = data.findings[0].finding_id
    good, wrong = tmp_path / "good.csv", tmp_path / "wrong.csv"
    head = "\ufefffinding_id,verdict,note,reviewer,decided_at,unsure\n"
    good.write_text(f"{head}{finding},accepted,,ann,2026-01-01,false\n", encoding="utf-8")
    wrong.write_text(f"{head}{finding},corrected,act=nonsense,ann,2026-01-02,false\n", encoding="utf-8")
    assert import_labels(good, tmp_path / "labels", data) == 1
    before = (tmp_path / "labels" / "gold" / "people.csv").read_bytes()
    with pytest.raises(LabelError, match="nonsense"):
        import_labels(wrong, tmp_path / "labels", data)
    assert (tmp_path / "labels" / "gold" / "people.csv").read_bytes() == before
