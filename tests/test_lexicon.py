"""The lexicon describes what it holds, holds what the code names, and holds nothing twice."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import GazetteerError
from pipeline.folding import fold
from pipeline.gazetteers import lexicon
from pipeline.gazetteers.lexicon import Match, load_abbreviations, load_lexicon, load_masks
from pipeline.gazetteers.tables import read_table
from pipeline.nlp import make_reader
from pipeline.vocabulary import Language

PIPELINE = Path(__file__).parent.parent / "pipeline"
CONCEPTS = {row["concept"] for row in read_table("lexicon/concepts.csv")}
MODULES = [
    "find/__init__.py",
    "find/doings.py",
    "find/givers.py",
    "find/office.py",
    "find/resumed.py",
    "find/words.py",
    "nlp.py",
    "qualify/subjects.py",
    "qualify/owners.py",
    "qualify/voice.py",
    "qualify/sources.py",
    "qualify/polarity.py",
    "qualify/asides.py",
    "qualify/act.py",
    "qualify/calls.py",
    "qualify/governor.py",
    "qualify/grade.py",
    "qualify/missing.py",
    "qualify/setting.py",
    "qualify/attributes.py",
]
CALLS = {"has", "before", "after"}


@pytest.mark.parametrize("language", Language)
def test_every_concept_of_a_wording_is_described(language: Language):
    assert {wording.concept for wording in load_lexicon(language)} <= CONCEPTS


def test_every_described_concept_has_a_wording():
    used = {wording.concept for language in Language for wording in load_lexicon(language)}
    assert used == CONCEPTS


def test_every_concept_says_what_it_means_and_whether_it_masks():
    rows = read_table("lexicon/concepts.csv")
    assert [row["concept"] for row in rows if not row["meaning"] or row["masks"] not in {"true", "false"}] == []


@pytest.mark.parametrize("language", Language)
def test_no_form_stands_twice_under_one_concept(language: Language):
    forms = Counter((wording.concept, wording.match, wording.form) for wording in load_lexicon(language))
    assert [form for form, times in forms.items() if times > 1] == []


@pytest.mark.parametrize("language", Language)
def test_every_form_is_read_as_its_concept_where_it_stands_alone(language: Language):
    reader = make_reader(language, load_lexicon(language), load_abbreviations())
    missed = []
    for wording in load_lexicon(language):
        if wording.match is Match.EXACT and any(letter.isalpha() for letter in wording.form):
            hits = [hit for sentence in reader.read(wording.form) for hit in sentence.hits]
            covered = any(hit.concept in load_masks() or hit.concept == wording.concept for hit in hits)
            missed += [] if covered or wording.form == "no" else [wording.form]
    assert missed == []


def named_concepts(tree: ast.Module) -> Iterator[str]:
    """The words that code compares with a concept: `.concept ==` and `in`, and the arguments of clause.has(…)."""
    for node in ast.walk(tree):
        compared = node.left if isinstance(node, ast.Compare) else None
        called = node.func if isinstance(node, ast.Call) else None
        of_hit = isinstance(compared, ast.Attribute) and compared.attr == "concept"
        of_clause = isinstance(called, ast.Attribute) and called.attr in CALLS
        if of_hit or of_clause:
            yield from constants(node)


def constants(node: ast.AST) -> Iterator[str]:
    found = (child.value for child in ast.walk(node) if isinstance(child, ast.Constant))
    return (value for value in found if isinstance(value, str))


def concept_sets(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    """The named tables of a module in which concepts stand: a set or table with several of them."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, (ast.Call, ast.Dict, ast.BinOp)):
            words = set(table_words(node.value))
            if len(words & CONCEPTS) >= 0.5 * len(words) and len(words) > 1:
                yield ast.unparse(node.targets[0]), words


def table_words(value: ast.expr) -> Iterator[str]:
    keys = [key for key in value.keys if key] if isinstance(value, ast.Dict) else [value]
    return (word for key in keys for word in constants(key))


@pytest.mark.parametrize("module", [*MODULES, "qualify/claim.py", "qualify/clause.py", "qualify/outcome.py", "qualify/scope.py"])
def test_every_concept_that_the_code_compares_is_described(module: str):
    tree = ast.parse((PIPELINE / module).read_text("utf-8"))
    assert set(named_concepts(tree)) - CONCEPTS == set()


@pytest.mark.parametrize("module", MODULES)
def test_every_concept_in_a_table_of_the_code_is_described(module: str):
    tree = ast.parse((PIPELINE / module).read_text("utf-8"))
    tables = dict(concept_sets(tree))
    assert tables
    assert {name: words - CONCEPTS for name, words in tables.items() if words - CONCEPTS} == {}


def test_masks_are_the_concepts_that_say_so():
    assert {"office", "no-mission", "no-support", "not-the-office"} <= load_masks()
    assert load_masks() & {"aid", "mission", "concern", "training"} == set()


def test_abbreviations_are_folded_and_without_their_stop():
    assert all(form == fold(form) and not form.endswith(".") for form in load_abbreviations())
    assert {"no", "num", "mr", "sr", "art"} <= load_abbreviations()


def test_a_wording_of_an_unknown_concept_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lexicon, "_load_concepts", lambda: ({"concept": "aid", "masks": "false", "meaning": "help"},))
    with pytest.raises(GazetteerError, match="no concept is called"):
        load_lexicon.__wrapped__(Language.ENGLISH)
