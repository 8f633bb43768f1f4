"""`needs brief` as a person would call it."""

from pathlib import Path

import pytest

from tests.building import build
from tests.flows.commands import needs

PAGES = "KEN C087 2001 reminded: The Committee reminds the Government of the help of the Office.\n"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("brief")
    (place / "in").mkdir()
    (place / "in" / "a.txt").write_text(PAGES, encoding="utf-8")
    build(place / "in", place / "out")
    return place / "out"


def test_it_writes_the_three_files_and_names_them(dataset: Path, tmp_path: Path):
    done = needs("brief", "country", "Kenya", "--data", dataset, "--out", tmp_path / "briefs")
    assert (done.returncode, done.stderr) == (0, "")
    written = [tmp_path / "briefs" / f"country-ken.{form}" for form in ("html", "pdf", "md")]
    assert done.stdout.split() == [str(path) for path in written]
    assert "# Kenya" in written[2].read_text("utf-8") and written[1].read_bytes().startswith(b"%PDF")


def test_one_format_may_be_asked_for(dataset: Path, tmp_path: Path):
    assert needs("brief", "convention", "87", "--data", dataset, "--out", tmp_path, "--format", "md").returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["convention-c087.md"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("country", "Kenja"), "did you mean Kenya"),
        (("region", "Atlantis"), "there are Africa"),
        (("country", "KEN", "--format", "docx"), "knows html, pdf, md"),
    ],
)
def test_what_is_not_known_is_wrong_usage(dataset: Path, tmp_path: Path, words: tuple[str, ...], said: str):
    done = needs("brief", *words, "--data", dataset, "--out", tmp_path)
    assert done.returncode == 2 and said in done.stderr


def test_a_folder_that_is_no_dataset_is_refused(tmp_path: Path):
    done = needs("brief", "country", "KEN", "--data", tmp_path, "--out", tmp_path)
    assert done.returncode == 2 and "is no dataset" in done.stderr
