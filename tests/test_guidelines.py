"""The guidelines hold what they promise: every value with enough examples in each language, no unknown word, nothing that is measured on.

The data card (labels/README.md) is checked here too: NEEDS_REGENERATE=1 writes its figures anew.
"""

import csv
import os
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline.folding import fold
from pipeline.gold import COLUMNS
from pipeline.vocabulary import Language, Section
from tests.composition import BEGIN, END, describe

ROOT = Path(__file__).parent.parent
LABELS = ROOT / "labels"
TEXT = (LABELS / "guidelines.md").read_text("utf-8")
CARD = LABELS / "README.md"
SCHEME = tomllib.loads((LABELS / "scheme.toml").read_text("utf-8"))
LANGUAGES = {"English": Language.ENGLISH, "French": Language.FRENCH, "Spanish": Language.SPANISH}
HEADER = ("", *LANGUAGES, "label or why")
ENOUGH = {"+": 5, "–": 5, "±": 3}
ATTRIBUTES = ("kind", "speaker", "scope", "term", "mission", "purpose", "requester", "trigger")
DERIVED = {"countries", "conventions", "articles", "session", "counted"}
FILES = {"SCHEME", "scheme.toml", "examples.csv", "gold/*.csv"}
SHORT = 5  # words: a shorter formula may stand anywhere

_HEADING = re.compile(r"(#{2,4}) (.+)")
_CODE = re.compile(r"`([^`]+)`")
_WORD = re.compile(r"\w+")


class Row(NamedTuple):
    """A row of a table of examples: its section, its sign, the example in three languages, the label or the reason."""

    section: tuple[str, ...]
    sign: str
    examples: tuple[str, ...]
    label: str


def read_rows() -> Iterator[Row]:
    """The rows of every table of examples; a section is the path of the coded words in its headings."""
    path: list[str] = []
    for line in TEXT.splitlines():
        if heading := _HEADING.match(line):
            named = _CODE.findall(heading[2])
            path = [*path[: len(heading[1]) - 2], named[0] if named else heading[2]]
        cells = [cell.strip() for cell in line.strip("| ").split(" | ")] if line.startswith("|") else []
        if cells and cells[0] in ENOUGH:
            assert len(cells) == len(HEADER), line
            yield Row(tuple(path), cells[0], tuple(cells[1:4]), cells[4])


ROWS = tuple(read_rows())
SECTIONS = (
    *((name,) for name in (*ATTRIBUTES, "quoted", *SCHEME["kind"])),
    *(("act", act) for act in SCHEME["act"]),
    *((kind, grade) for kind, grades in SCHEME["grades"].items() for grade in grades),
    *(("polarity", value) for value in SCHEME["polarity"] if value != "asserted"),
)


@pytest.mark.parametrize("sign", ENOUGH)
@pytest.mark.parametrize("section", SECTIONS, ids="/".join)
def test_every_value_has_enough_examples_in_each_language(section: tuple[str, ...], sign: str):
    rows = [row for row in ROWS if row.section == section and row.sign == sign]
    given = {name: len({row.examples[place] for row in rows} - {"", "…"}) for place, name in enumerate(LANGUAGES)}
    assert {name: count for name, count in given.items() if count < ENOUGH[sign]} == {}


def test_every_table_of_examples_belongs_to_a_value_of_the_scheme():
    assert {row.section for row in ROWS} == set(SECTIONS)


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_every_value_of_an_attribute_is_chosen_somewhere(attribute: str):
    chosen = {
        word
        for row in ROWS
        if row.section == (attribute,) and row.sign == "+"
        for code in _CODE.findall(row.label)
        for word in code.split(";")
    }
    assert set(SCHEME[attribute]) <= chosen


def test_a_borderline_example_says_why():
    unsaid = [row for row in ROWS if row.sign == "±" and len(re.findall(r"\w{2,}", _CODE.sub("", row.label))) < 2]
    assert unsaid == []


def test_no_example_stands_twice_in_a_language():
    for place in range(len(LANGUAGES)):
        counts = Counter(
            " ".join(words(row.examples[place])) for row in ROWS if len(words(row.examples[place])) > SHORT
        )
        assert [text for text, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("section", SECTIONS, ids="/".join)
def test_every_section_defines_and_decides(section: tuple[str, ...]):
    own = re.search(rf"^## \d+\. `{section[0]}`.*?(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert own is not None
    assert "**Definition.**" in own[0]
    assert re.search(r"^\*\*Decide\*\*.*\n\n1\. ", own[0], re.MULTILINE)


def test_every_coded_word_is_in_the_scheme():
    values = {value for name in (*ATTRIBUTES, "act", "grade", "polarity") for value in SCHEME[name]}
    known = {*values, *COLUMNS, *Section, *DERIVED, *FILES, "kind", "none"}
    coded = {word for code in _CODE.findall(TEXT) for word in code.split(";")}
    assert {word for word in coded - known if not (ROOT / word).is_file()} == set()


def test_the_contents_lead_to_every_section():
    headings = [heading for marks, heading in _HEADING.findall(TEXT) if marks == "##" and heading != "Contents"]
    anchors = [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert re.findall(r"\]\(#([^)]+)\)", TEXT) == anchors


def words(text: str) -> list[str]:
    """The words of an example, without its marks and the remarks in brackets."""
    return _WORD.findall(fold(re.sub(r"\([^)]*\)", " ", text)))


def measured_on() -> Iterator[str]:
    """The texts that figures are taken from and that nobody may have learnt from."""
    for path in sorted((ROOT / "corpus").glob("unseen-*/*.txt")):
        yield path.read_text("utf-8", errors="replace")
    for path in LABELS.glob("challenge.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            yield from (row["sentence"] for row in csv.DictReader(file))


def test_no_example_stands_in_a_text_that_is_measured_on():
    texts = "\n".join(f" {' '.join(_WORD.findall(fold(text)))} " for text in measured_on())
    assert len(texts) > 100_000
    examples = {" ".join(words(text)) for row in ROWS for text in row.examples if len(words(text)) > SHORT}
    assert len(examples) > 500
    assert sorted(example for example in examples if f" {example} " in texts) == []


def test_the_figures_of_the_data_card_are_current():
    text = CARD.read_text("utf-8")
    before, rest = text.split(BEGIN, 1)
    shown, after = rest.split(END, 1)
    now = f"\n{describe(LABELS)}\n"
    if os.environ.get("NEEDS_REGENERATE") == "1":
        CARD.write_text(before + BEGIN + now + END + after, encoding="utf-8")
        return
    assert shown == now


def test_the_data_card_names_every_file_of_the_labels():
    text = CARD.read_text("utf-8")
    names = {f"{path.name}/" if path.is_dir() else path.name for path in LABELS.iterdir()} - {
        "README.md",
        "__pycache__/",
    }
    assert {name for name in names if f"`{name}" not in text} == set()
