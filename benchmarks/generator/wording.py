"""The wording files: sentence shapes with what they carry, and the facts that fill them."""

import re
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from benchmarks.generator.truth import TrueFinding

FOLDER = Path(__file__).parent / "wording"
_CHOICE = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Shape:
    """One sentence with choices and gaps, and the findings that any filling of it carries."""

    wording: str
    labels: tuple[TrueFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """All shapes of one language by place ("plain", "finding", "lead", …) and all facts by name."""

    language: str
    shapes: dict[str, tuple[Shape, ...]]
    facts: dict[str, tuple[str, ...]]


def load_wording(language: str) -> Wording:
    """Return the wording of one language."""
    shapes: dict[str, list[Shape]] = {}
    place, labels = "", tuple[TrueFinding, ...]()
    for line in _lines(f"{language}.txt"):
        if line.startswith("== "):
            place, labels = _read_labels(line[3:])
        else:
            shapes.setdefault(place, []).append(Shape(line, labels))
    return Wording(language, {key: tuple(found) for key, found in shapes.items()}, _load_facts(language))


def count_shapes(wording: Wording) -> int:
    """Return how many distinct sentences the shapes make before any fact is filled in."""
    return sum(len(spell_out(shape.wording)) for found in wording.shapes.values() for shape in found)


def spell_out(wording: str) -> list[str]:
    """Return every reading of a shape's choices."""
    parts = _CHOICE.split(wording)
    choices = [part.split("|") if number % 2 else [part] for number, part in enumerate(parts)]
    return ["".join(words) for words in product(*choices)]


def choices_of(wording: str) -> list[list[str]]:
    """Return the shape as a row of alternatives, fixed text being one alternative."""
    return [part.split("|") if number % 2 else [part] for number, part in enumerate(_CHOICE.split(wording))]


def _lines(name: str) -> list[str]:
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def _read_labels(header: str) -> tuple[str, tuple[TrueFinding, ...]]:
    """Read "plain place=reporting" or "kind=progress grade=interest + kind=assistance act=effective"."""
    pairs = [dict(word.split("=") for word in part.split() if "=" in word) for part in header.split(" + ")]
    place = next((found.pop("place") for found in pairs if "place" in found), "")
    labels = tuple(_read_label(found) for found in pairs if found)
    name = "finding" if labels else header.split()[0]
    return (f"{place}-{name}" if place and place != "lead" else place or name), labels


def _read_label(words: dict[str, str]) -> TrueFinding:
    plain = {key: value for key, value in words.items() if key != "quoted"}
    return replace(TrueFinding("", **plain), quoted=words.get("quoted") == "true")  # type: ignore[arg-type]


def _load_facts(language: str) -> dict[str, tuple[str, ...]]:
    facts: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _lines("slots.txt"):
        if line.startswith("== "):
            spoken, name = line[3:].split()
            current = facts.setdefault(name, []) if spoken == language else []
        else:
            current.append(line)
    return {name: tuple(found) for name, found in facts.items()}
