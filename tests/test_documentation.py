"""What the pages say is so: commands, floors, columns, the worked example, paths and links."""

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from flows.command import app
from pipeline import tables
from pipeline.settings import Settings
from tests.flows.commands import ROOT, needs
from tests.test_tables import PROMISED

PAGES = ("README.md", "CHANGELOG.md", "docs/architecture.md", "models/README.md", "benchmarks/README.md")
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLE = "corpus/samples/cas-record-2005-en.pdf"

_CODE = re.compile(r"```[^`]*```|`([^`\n]+)`|^ {4}([^\n]+)$", re.MULTILINE)
_COMMAND = re.compile(r"^needs +(?P<words>[a-z].*)$", re.MULTILINE)
_OPTION = re.compile(r"--[a-z-]+")
_FLOOR = re.compile(r"^ *(?P<number>\d+)  (?P<modules>\w+(?: \| \w+)*) {2,}\S", re.MULTILINE)
_PATH = re.compile(r"(?:pipeline|flows|corpus|labels|models|benchmarks|docs|tests)/[\w./-]*")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def read_page(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def find_code(text: str) -> Iterator[str]:
    for found in _CODE.finditer(text):
        yield found[1] or found[2] or found[0]


def leaf_commands() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, command in get_command(app).commands.items():
        if subcommands := getattr(command, "commands", None):
            found |= {f"{name} {below}": sub for below, sub in subcommands.items()}
        if not subcommands or command.invoke_without_command:
            found[name] = command
    return found


def named_commands(text: str) -> Iterator[tuple[str, str]]:
    """Each `needs …` in code: the command, of two words where they are one; and what follows."""
    known = leaf_commands()
    for code in find_code(text):
        for found in _COMMAND.finditer(code):
            words = found["words"].split()
            length = 2 if " ".join(words[:2]) in known else 1
            yield " ".join(words[:length]), " ".join(words[length:])


def marked_block(name: str) -> str:
    """The block after a mark of the README, up to the next blank line after its end."""
    after = README.split(f"<!-- {name} -->\n", 1)[1]
    return after.split("```")[1] if after.startswith("```") else after.split("\n\n", 1)[0]


def collapse(text: str) -> str:
    return " ".join(text.split())


def stretches(text: str) -> list[str]:
    """What a shortened text shows: the parts between its ellipses."""
    return [part for part in map(collapse, text.split("…")) if part]


@pytest.mark.parametrize("name", leaf_commands())
def test_the_readme_names_every_command_with_an_example(name: str):
    assert f"| `needs {name}` |" in README
    plain = not [one for one in leaf_commands()[name].params if one.required]
    assert any(found == name and (rest.strip() or plain) for found, rest in named_commands(README))


@pytest.mark.parametrize("page", PAGES)
def test_every_command_and_option_that_a_page_names_exists(page: str):
    known = leaf_commands()
    for name, rest in named_commands(read_page(page)):
        assert name in known, f"{page} names `needs {name}`"
        options = {option for parameter in known[name].params for option in parameter.opts}
        assert set(_OPTION.findall(rest)) <= options | {"--help"}, f"{page}: needs {name}{rest}"


@pytest.mark.parametrize("name", leaf_commands())
def test_the_readme_names_every_option(name: str):
    named = [max(one.opts, key=len) for one in leaf_commands()[name].params]
    assert [option for option in named if option.startswith("--") and option not in README] == []


def test_the_readme_names_every_setting_of_the_environment():
    assert {f"NEEDS_{name.upper()}" for name in Settings.model_fields} == set(re.findall(r"NEEDS_[A-Z_]+", README))
    assert f"{Settings.model_fields['max_megabytes'].default} unless told" in README


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_and_benchmark_that_a_page_names_exists(page: str):
    makefile = read_page("Makefile")
    for code in find_code(read_page(page)):
        for target in re.findall(r"^make (\w+)", code, re.MULTILINE):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{page} names `make {target}`"
        for module in re.findall(r"^python -m ([\w.]+)", code, re.MULTILINE):
            place = ROOT / module.replace(".", "/")
            assert place.with_suffix(".py").is_file() or (place / "__main__.py").is_file(), f"{page} names {module}"


@pytest.mark.parametrize("page", ("README.md", "docs/architecture.md"))
def test_the_floors_that_are_drawn_are_those_of_the_contract(page: str):
    contracts = tomllib.loads(read_page("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    floors = next(one["layers"] for one in contracts if one.get("containers") == ["pipeline"])
    drawing = read_page(page).split("<!-- floors -->\n", 1)[1].split("```")[1]
    drawn = {int(found["number"]): found["modules"] for found in _FLOOR.finditer(drawing)}
    assert list(drawn) == sorted(drawn, reverse=True)
    assert drawn == dict(zip(range(len(floors), 0, -1), floors, strict=True))


@pytest.mark.parametrize("page", PAGES)
def test_every_path_and_link_of_a_page_leads_somewhere(page: str):
    text = read_page(page)
    made_by_runs = ("benchmarks/results",)
    paths = {path for code in re.findall(r"`([^`\n]+)`", text) for path in _PATH.findall(code)} - set(made_by_runs)
    assert {path for path in paths if not (ROOT / path).exists()} == set()
    assert {link for link in _LINK.findall(text) if not ((ROOT / page).parent / link).exists()} == set()


def test_every_table_of_the_contract_is_published_and_in_the_readme():
    assert {table.name for table in tables.PUBLISHED} >= set(PROMISED)
    assert {table.name for table in tables.PUBLISHED if f"| `{table.name}` | " not in README} == set()


@pytest.mark.parametrize("table", (*tables.PUBLISHED, tables.JUDGEMENTS), ids=lambda table: table.name)
def test_every_table_and_column_is_described_in_words(table: tables.Table):
    assert set(PROMISED.get(table.name, "").split()) <= set(table.names)
    for name, description in [(table.name, table.description), *((one.name, one.description) for one in table.columns)]:
        assert len(description.split()) >= 2, name
        assert description == description.strip().removesuffix("."), name


def test_the_screen_that_the_readme_shows_is_what_the_command_prints():
    shown = collapse(needs("show", EXAMPLE).stdout)
    wanted = stretches(marked_block("example: show"))
    assert len(wanted) > 10
    assert [part for part in wanted if part not in shown] == []


def test_the_rows_that_the_readme_shows_are_those_that_a_run_writes(tmp_path: Path):
    assert needs("run", EXAMPLE, "--out", tmp_path).returncode == 0
    for name in ("findings", "needs"):
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            row = next(csv.DictReader(file))
        shown = re.findall(r"^\| `(\w+)` \| (.+) \|$", marked_block(f"example: {name}"), re.MULTILINE)
        assert len(shown) > 5
        for column, value in shown:
            whole = "…" not in value
            assert row[column] == value if whole else all(part in row[column] for part in stretches(value)), column


def test_there_is_a_place_for_measured_figures():
    assert README.index("<!-- figures -->") < README.index("<!-- /figures -->")
