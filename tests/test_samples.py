"""Every sample against what was written by hand, and against the golden file of the last accepted run.

NEEDS_REGENERATE=1 writes the golden files anew; the hand-written expectations never change by themselves.
"""

import json
import os
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import ReadFailure
from pipeline.folding import fold
from pipeline.inputs import load_sources
from pipeline.mine import Tools, make_tools, mine_source
from pipeline.records import Comment, Finding, Mined

CORPUS = Path(__file__).parent.parent / "corpus"
SAMPLES = CORPUS / "samples"
LABELS = CORPUS.parent / "labels" / "samples"
GOLDEN = Path(__file__).parent / "golden" / "samples"
MANIFEST = tomllib.loads((CORPUS / "manifest.toml").read_text("utf-8"))
NAMES = [one["file"] for one in MANIFEST["sample"]]
READ = [name for name in NAMES if not json.loads((LABELS / f"{name}.json").read_text("utf-8")).get("quarantined")]
REGENERATE = bool(os.environ.get("NEEDS_REGENERATE"))


@pytest.fixture(scope="module")
def tools() -> Tools:
    return make_tools()


@pytest.fixture(scope="module")
def mined(tools: Tools) -> dict[str, tuple[list[Mined], list[str]]]:
    return {}


@pytest.fixture
def found(request: pytest.FixtureRequest, tools: Tools, mined: dict[str, Any]) -> tuple[list[Mined], list[str]]:
    """Give what the program made of one sample: each file in it, and the reasons of those refused."""
    name = request.param
    if name.startswith("scan") and not shutil.which("tesseract"):
        pytest.skip("needs tesseract")
    if name not in mined:
        mined[name] = mine_sample(SAMPLES / name, tools)
    return mined[name]


def mine_sample(path: Path, tools: Tools) -> tuple[list[Mined], list[str]]:
    read, refused = [], []
    for loaded in load_sources(str(path), 1 << 28):
        try:
            if loaded.source is None:
                raise loaded.failure
            read.append(mine_source(loaded.source, tools))
        except ReadFailure as failure:
            refused.append(str(failure).replace(str(SAMPLES), "…"))
    return read, refused


@pytest.mark.parametrize(("found", "name"), [(name, name) for name in NAMES], indirect=["found"], ids=NAMES)
def test_comments_are_those_that_a_person_sees(found: tuple[list[Mined], list[str]], name: str):
    expected = read_expected(name)
    read, refused = found
    if expected.get("quarantined"):
        assert refused and not read
        return
    comments = [one for each in read for one in each.comments]
    seen = [
        {key: plain(getattr(comment, key)) for key in wanted if key != "any_findings"}
        for comment, wanted in zip(comments, expected["comments"], strict=False)
    ]
    wished = [{key: value for key, value in one.items() if key != "any_findings"} for one in expected["comments"]]
    assert seen == wished
    assert len(comments) == len(wished), [(one.title, one.countries, one.conventions) for one in comments]


@pytest.mark.parametrize(("found", "name"), [(name, name) for name in READ], indirect=["found"], ids=READ)
def test_findings_are_those_that_a_person_labels(found: tuple[list[Mined], list[str]], name: str):
    expected = read_expected(name)
    wished = [say_expected(one, expected["comments"]) for one in expected["findings"]]
    left = [fold(start) for start in expected["open"]]
    free = {number for number, one in enumerate(expected["comments"]) if one.get("any_findings")}
    seen = []
    for number, comment, finding in number_findings(found[0]):
        start = next((one for one in expected["findings"] if opens(finding.quote, one["starts"])), None)
        words = start["starts"] if start else finding.quote[:60]
        if number not in free and not any(fold(finding.quote).startswith(one) for one in left):
            seen.append(say(comment, finding, words))
    differing = [f"missing {one}" for one in wished if one not in seen]
    differing += [f"not wished {one}" for one in seen if one not in wished]
    assert not differing, "\n".join(differing)


@pytest.mark.parametrize(("found", "name"), [(name, name) for name in NAMES], indirect=["found"], ids=NAMES)
def test_nothing_has_changed_since_the_golden_file(found: tuple[list[Mined], list[str]], name: str):
    path = GOLDEN / f"{name}.json"
    said = {"refused": found[1], "comments": [write_comment(each, one) for each in found[0] for one in each.comments]}
    if REGENERATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if not path.exists():
        pytest.skip("no golden file yet: NEEDS_REGENERATE=1 writes it")
    assert said == json.loads(path.read_text("utf-8"))


def test_every_sample_is_in_the_manifest_and_marked_as_invented():
    files = {path.name for path in SAMPLES.iterdir() if path.is_file()}
    assert files == set(NAMES)
    assert MANIFEST["invented"] is True
    assert {path.name.removesuffix(".json") for path in LABELS.iterdir()} == files


def test_samples_are_small_and_many():
    sizes = {name: (SAMPLES / name).stat().st_size for name in NAMES}
    assert len(sizes) >= 24
    assert max(sizes.values()) < 150_000
    assert {"en", "fr", "es"} <= {one.get("language") for one in MANIFEST["sample"]}
    assert {"CEACR", "CAS", "CFA", "ART24", "ART26", "GB"} <= {one.get("body") for one in MANIFEST["sample"]}


def read_expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((LABELS / f"{name}.json").read_text("utf-8"))
    return found


def plain(value: object) -> object:
    """Return a record's value as JSON has it."""
    return [str(one) if isinstance(one, str) else one for one in value] if isinstance(value, tuple) else value


def number_findings(read: list[Mined]) -> list[tuple[int, Comment, Finding]]:
    order = {one.comment_id + one.source_id: n for n, one in enumerate(c for each in read for c in each.comments)}
    by_id = {one.comment_id + one.source_id: one for each in read for one in each.comments}
    found = [one for each in read for one in each.findings]
    keys = [one.comment_id + one.source_id for one in found]
    return [(order[key], by_id[key], one) for key, one in zip(keys, found, strict=True)]


def opens(quote: str, start: str) -> bool:
    """Say whether the quote opens with these words, whatever the apostrophes."""
    return fold(quote).startswith(fold(start))


def say(comment: Comment, finding: Finding, words: str) -> str:
    where = f"{'+'.join(comment.countries)} {'+'.join(comment.conventions)}"
    quoted = " quoted" if finding.quoted else ""
    return f"{where}: {finding.kind} {finding.act or finding.grade} by {finding.speaker}{quoted}: {words}"


def say_expected(one: dict[str, Any], comments: list[dict[str, Any]]) -> str:
    comment = comments[one["comment"]]
    where = f"{'+'.join(comment.get('countries', []))} {'+'.join(comment.get('conventions', []))}"
    quoted = " quoted" if one["quoted"] else ""
    value = one.get("act") or one["grade"]
    return f"{where}: {one['kind']} {value} by {one['speaker']}{quoted}: {one['starts']}"


def write_comment(each: Mined, comment: Comment) -> dict[str, Any]:
    """Return a comment for a person: one line for its heading, one for each finding."""
    heading = f"{comment.body} {comment.kind or '?'} {'+'.join(comment.countries)} {'+'.join(comment.conventions)}"
    years = f"adopted {comment.adopted_year}, session {comment.session}, published {comment.published_year}"
    own = [one for one in each.findings if one.comment_id == comment.comment_id]
    return {
        "comment": heading,
        "years": years,
        "pages": [comment.first_page, comment.last_page],
        "note": comment.special_note,
        "passages": sum(one.comment_id == comment.comment_id for one in each.passages),
        "findings": [
            f"{one.kind} {one.act or one.grade} by {one.speaker}, {one.polarity}"
            f"{', quoted' if one.quoted else ''} | {'+'.join(one.term)} {'+'.join(one.mission)} {one.purpose or ''}"
            f" | {'+'.join(one.countries)} {'+'.join(one.conventions)} {';'.join(one.articles)} | {one.quote}"
            for one in own
        ],
    }  # fmt: skip
