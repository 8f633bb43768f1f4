"""What changed between two datasets, made by real builds of invented lines."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.compare.changes import compare_folders
from pipeline.compare.digest import NOTHING, make_json, make_markdown, summarise_changes
from pipeline.compare.values import Changes, Turn
from pipeline.errors import InputError
from tests.building import build

SUGGESTED = "KEN C087 2001 reminded: The Committee recalls the help of the Office."
ASKED = "KEN C087 2003 requested: The Government asks for help."
GIVEN = "KEN C087 2005 delivered: The Government notes the help it was given."
AGAIN = "KEN C087 2007 concern: The Committee is concerned."
OTHER = "PER C029 2002 requested: The Government asks for help with a law."


def dataset(place: Path, *lines: str) -> Path:
    """A dataset of invented lines, each in a file of its own, named by what it says."""
    inputs = place / "in"
    inputs.mkdir(parents=True)
    for line in lines:
        (inputs / f"{line.split(':')[0].replace(' ', '-')}.txt").write_text(line, encoding="utf-8")
    build(inputs, place / "out")
    return place / "out"


def difference(place: Path, before: list[str], after: list[str]) -> Changes:
    return compare_folders(dataset(place / "before", *before), dataset(place / "after", *after))


def relabel(folder: Path, table: str, **labels: object) -> None:
    """Write other labels into the first row of a table, as a person's judgement or another version would."""
    found = pq.read_table(folder / f"{table}.parquet")
    rows = found.to_pylist()
    rows[0] |= labels
    pq.write_table(pa.Table.from_pylist(rows, found.schema), folder / f"{table}.parquet")


@pytest.mark.parametrize(
    ("before", "after", "turns"),
    [
        ([], [ASKED], [(Turn.NEW, None, "requested")]),
        ([ASKED], [], [(Turn.GONE, "requested", None)]),
        ([SUGGESTED], [SUGGESTED, ASKED], [(Turn.MOVED, "suggested", "requested")]),
        ([ASKED], [ASKED, GIVEN], [(Turn.CLOSED, "requested", "delivered")]),
        ([ASKED, GIVEN], [ASKED, GIVEN, AGAIN], [(Turn.REOPENED, "delivered", "delivered")]),
        ([ASKED, GIVEN], [ASKED], [(Turn.REOPENED, "delivered", "requested")]),
        ([ASKED], [ASKED], []),
        ([ASKED], [ASKED, OTHER], [(Turn.NEW, None, "requested")]),
    ],
)
def test_a_need_is_new_moved_closed_open_again_or_gone(tmp_path: Path, before, after, turns):
    found = difference(tmp_path, [*before, "MLI C100 2001 satisfaction: It is satisfied."], [*after, "MLI C100 2001 satisfaction: It is satisfied."])
    assert [(one.turn, one.was, one.now) for one in found.needs] == turns


def test_a_change_carries_its_sentence_its_page_and_its_file(tmp_path: Path):
    [change] = difference(tmp_path, [ASKED], [ASKED, GIVEN]).needs
    assert (change.country, change.region, change.convention, change.last_year) == ("KEN", "africa", "C087", 2005)
    assert (change.quote, change.page) == ("The Government notes the help it was given.", 1)
    assert change.path.endswith("KEN-C087-2005-delivered.txt")


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ({"review": "rejected"}, [("review", "automatic", "rejected")]),
        ({"act": "agreed", "requester": None}, [("act", "requested", "agreed"), ("requester", "government", "")]),
        ({"countries": ["KEN", "PER"]}, [("countries", "KEN", "KEN;PER")]),
        ({"quoted": True}, [("quoted", "false", "true")]),
        ({"finding_id": "f" * 20, "kind": "progress"}, [("kind", "assistance", "progress")]),
        ({"finding_id": "f" * 20, "quote": "The Government asks for more help."}, [("quote", "The Government asks for help.", "The Government asks for more help.")]),
        ({"method": "another@2", "reason": "other words", "score": 0.5, "counted": False}, []),
        ({"finding_id": "f" * 20}, []),
    ],
)
def test_a_finding_with_other_labels_or_other_words_at_its_place_is_corrected(tmp_path: Path, labels, told):
    before, after = (dataset(tmp_path / name, ASKED) for name in ("before", "after"))
    _same_file(before, after)
    relabel(after, "findings", **labels)
    found = compare_folders(before, after).findings
    assert [(one.turn, list(one.labels)) for one in found] == ([(Turn.CORRECTED, told)] if told else [])


def _same_file(before: Path, after: Path) -> None:
    sources = pq.read_table(before / "sources.parquet")["source_id"].to_pylist()
    assert sources == pq.read_table(after / "sources.parquet")["source_id"].to_pylist()


def test_a_comment_found_again_in_another_file_is_not_news(tmp_path: Path):
    before = dataset(tmp_path / "before", ASKED)
    (tmp_path / "after" / "in").mkdir(parents=True)
    (tmp_path / "after" / "in" / "report.txt").write_text(f"An invented heading\n{ASKED}")
    build(tmp_path / "after" / "in", tmp_path / "after" / "out")
    assert not compare_folders(before, tmp_path / "after" / "out")


def test_new_and_gone_findings_are_told_with_whether_they_count(tmp_path: Path):
    found = difference(tmp_path, [ASKED, OTHER], [ASKED, GIVEN])
    assert [(one.turn, one.countries, one.act, one.counted) for one in found.findings] == [
        (Turn.NEW, ("KEN",), "delivered", True),
        (Turn.GONE, ("PER",), "requested", True),
    ]


def test_counts_by_region_and_country(tmp_path: Path):
    found = difference(tmp_path, [SUGGESTED], [ASKED, SUGGESTED, OTHER])
    assert found.count_by(lambda one: one.region) == {"africa": {Turn.MOVED: 1}, "americas": {Turn.NEW: 1}}
    assert found.count_by(lambda one: one.country) == {"KEN": {Turn.MOVED: 1}, "PER": {Turn.NEW: 1}}


def test_counts_by_office_where_threads_name_it(tmp_path: Path):
    before, after = dataset(tmp_path / "before", SUGGESTED), dataset(tmp_path / "after", SUGGESTED, ASKED)
    for folder in (before, after):
        threads = pq.read_table(folder / "threads.parquet")
        row = dict.fromkeys(threads.column_names) | {"country": "KEN", "office": "dar-es-salaam"}
        filled = {field.name: [row[field.name] if row[field.name] is not None else _filler(field.type)] for field in threads.schema}
        pq.write_table(pa.table(filled, threads.schema), folder / "threads.parquet")
    found = compare_folders(before, after)
    assert found.count_by(lambda one: one.office) == {"dar-es-salaam": {Turn.MOVED: 1}}
    assert "| needs by office |" in make_markdown(found)


def _filler(kind: pa.DataType) -> object:
    return [] if pa.types.is_list(kind) else False if pa.types.is_boolean(kind) else 0 if pa.types.is_integer(kind) else "x"


def test_the_same_change_has_the_same_id_and_another_has_another(tmp_path: Path):
    first = difference(tmp_path / "1", [ASKED], [ASKED, GIVEN])
    second = difference(tmp_path / "2", [ASKED, OTHER], [ASKED, OTHER, GIVEN])
    back = difference(tmp_path / "3", [ASKED, GIVEN], [ASKED])
    assert first.needs[0].change_id == second.needs[0].change_id
    assert first.findings[0].change_id == second.findings[0].change_id
    assert back.needs[0].change_id != first.needs[0].change_id


def test_the_json_has_an_id_and_a_sentence_for_each_alert(tmp_path: Path):
    told = json.loads(make_json(difference(tmp_path, [SUGGESTED], [SUGGESTED, ASKED, OTHER])))
    assert [(alert["change"], alert["words"]) for alert in told["alerts"]] == [
        ("new", "Peru, C029: a new need (requested)"),
        ("moved", "Kenya, C087: the need moved from suggested to requested"),
    ]
    assert told["counts"]["needs"] == {"new": 1, "re-opened": 0, "moved": 1, "closed": 0, "gone": 0}
    ids = [alert["id"] for alert in told["alerts"] + told["findings"]]
    assert len(set(ids)) == len(ids) == 4
    assert told["by_country"] == [
        {"country": "KEN", "new": 0, "re-opened": 0, "moved": 1, "closed": 0, "gone": 0},
        {"country": "PER", "new": 1, "re-opened": 0, "moved": 0, "closed": 0, "gone": 0},
    ]


def test_the_page_names_what_moved_and_quotes_the_sentence(tmp_path: Path):
    page = make_markdown(difference(tmp_path, [SUGGESTED], [SUGGESTED, ASKED, OTHER]))
    assert "needs: 1 new, 1 moved; findings: 2 new." in page
    assert "## Needs whose status moved (1)" in page
    assert "suggested → requested" in page
    assert "“The Government asks for help.”" in page
    assert "## Closed needs" not in page


def test_marks_of_markdown_in_a_text_do_not_break_the_page(tmp_path: Path):
    page = make_markdown(difference(tmp_path, [], ["KEN C087 2003 requested: a | b [x](javascript:1) <script> *c*"]))
    assert "a \\| b \\[x\\](javascript:1) \\<script\\> \\*c\\*" in page


def test_nothing_changed_is_said(tmp_path: Path):
    nothing = difference(tmp_path, [ASKED], [ASKED])
    assert summarise_changes(nothing) == NOTHING
    assert NOTHING in make_markdown(nothing)
    assert json.loads(make_json(nothing))["alerts"] == []


def test_a_dataset_of_an_older_version_can_be_compared(tmp_path: Path):
    before, after = dataset(tmp_path / "before", ASKED), dataset(tmp_path / "after", ASKED, GIVEN)
    (before / "threads.parquet").unlink()
    needs = pq.read_table(before / "needs.parquet")
    pq.write_table(needs.drop_columns(["region", "priority"]), before / "needs.parquet")
    assert [one.turn for one in compare_folders(before, after).needs] == [Turn.CLOSED]
    assert [one.turn for one in compare_folders(after, before).needs] == [Turn.REOPENED]


def test_a_folder_that_is_no_dataset_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match="is it the folder that a run wrote"):
        compare_folders(tmp_path, tmp_path)
