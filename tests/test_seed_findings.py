"""What is found in the five seed papers: the 25 passages and the decoys of REQUIREMENTS.md section 7.

A paper on policy makes no case: whatever it says of countries, nothing of it is counted and it makes no need.
"""

from collections.abc import Iterable

import pytest

from pipeline.build import make_places
from pipeline.counting import name_texts, settle_counted
from pipeline.gather import find_trails, gather_needs, load_components
from pipeline.records import Finding
from pipeline.vocabulary import Act, FindingKind, Scope, Term
from tests.seeds import NAMES, findings_on, is_read, mine_seed

ENCOURAGED, EFFECTIVE, REQUESTED = Act.ENCOURAGED, Act.EFFECTIVE, Act.REQUESTED
REMINDED, DELIVERED, ONGOING = Act.REMINDED, Act.DELIVERED, Act.ONGOING
POLICY, STATISTICS = Scope.POLICY, Scope.STATISTICS

# number of the pointer, seed, lines, the scope that at least one finding has
PASSAGES = [
    (1, "000", (86,), POLICY),
    (2, "000", (89, 93), POLICY),
    (3, "000", (146, 152), POLICY),
    (4, "000", (154,), POLICY),
    (5, "000", (158,), STATISTICS),
    (6, "000", (159,), STATISTICS),
    (7, "000", (168,), POLICY),
    (8, "000", (191,), POLICY),
    (9, "002", range(276, 283), POLICY),
    (10, "002", range(2553, 2563), POLICY),
    (11, "002", range(2575, 2581), POLICY),
    (12, "002", range(2633, 2636), POLICY),
    (13, "002", range(2700, 2708), POLICY),
    (14, "002", range(2712, 2724), STATISTICS),
    (15, "002", range(2730, 2740), POLICY),
    (16, "002", range(2884, 2895), POLICY),
    (17, "002", range(2956, 2961), POLICY),
    (18, "002", range(3041, 3046), POLICY),
    (19, "002", range(3393, 3398), POLICY),
    (20, "002", range(3428, 3431), POLICY),
    (21, "002", range(3811, 3817), POLICY),
    (22, "002", range(4030, 4037), POLICY),
    (23, "002", range(4068, 4076), POLICY),
    (24, "003", (112,), POLICY),
    (24, "003", (203,), POLICY),
    (24, "003", (213,), POLICY),
    (25, "004", (77,), POLICY),
    (25, "004", (122,), POLICY),
    (25, "004", (134,), POLICY),
]


@pytest.mark.parametrize(("pointer", "seed", "lines", "scope"), PASSAGES)
def test_each_passage_is_found_with_its_scope(pointer: int, seed: str, lines: Iterable[int], scope: Scope):
    kinds = {FindingKind.ASSISTANCE, FindingKind.PROGRESS, FindingKind.REPORTING}
    assert scope in {finding.scope for finding in findings_on(seed, lines) if finding.kind in kinds}


ACTS = [
    ("000", (89,), {EFFECTIVE}),
    ("000", (146, 152), {ENCOURAGED}),
    ("000", (146, 152), {EFFECTIVE}),
    ("000", (154,), {ENCOURAGED}),
    ("000", (158,), {REMINDED}),
    ("000", (158,), {REQUESTED}),
    ("002", range(276, 283), {EFFECTIVE}),
    ("002", range(2553, 2558), {EFFECTIVE}),
    ("002", range(2578, 2581), {EFFECTIVE}),
    ("002", range(2712, 2721), {REMINDED}),
    ("002", range(2721, 2724), {REQUESTED}),
    ("002", range(2730, 2735), {DELIVERED, EFFECTIVE}),
    ("002", range(2884, 2895), {REMINDED, ENCOURAGED}),
    ("002", range(2956, 2959), {EFFECTIVE}),
    ("002", (2958, 2959), {EFFECTIVE}),
    ("002", range(3041, 3046), {REQUESTED}),
    ("002", range(3393, 3398), {EFFECTIVE}),
    ("002", range(3428, 3431), {REQUESTED, ONGOING}),
    ("002", (4030, 4031), {EFFECTIVE}),
    ("004", (122,), {DELIVERED, EFFECTIVE}),
    ("004", (134,), {ONGOING}),
]


@pytest.mark.parametrize(("seed", "lines", "acts"), ACTS)
def test_a_passage_is_found_with_the_act_that_it_tells_of(seed: str, lines: Iterable[int], acts: set[Act]):
    assert acts & {finding.act for finding in findings_on(seed, lines)}


FIGURES = [
    ("000", (158,), "on 38 occasions"),
    ("000", (158,), "two cases in 2001"),
    ("000", (158,), "four in 2002"),
    ("000", (159,), "in three of the special paragraphs"),
    ("000", (159,), "on four occasions in 2001"),
    ("000", (159,), "listed five cases"),
    ("002", range(2712, 2717), "259 cases"),
    ("002", range(2717, 2721), "in 697 cases"),
    ("002", range(2720, 2723), "in 43 cases"),
    ("002", range(2721, 2724), "184 requests"),
]


@pytest.mark.parametrize(("seed", "lines", "words"), FIGURES)
def test_a_sentence_that_prints_a_figure_of_assistance_is_found_as_statistics(seed, lines, words: str):
    assert is_read(seed, lines, words)
    assert {finding.scope for finding in findings_on(seed, lines, words)} == {STATISTICS}


# 'mission', 'protocol', 'interest' and 'complaints' that are none of ours
DECOYS = [
    ("001", (145,), "with interest"),
    ("001", (145,), "for his remarks"),
    ("002", (2217, 2218), "donor missions"),
    ("002", (3489,), "complaints investigated"),
    ("003", (17,), "fulfilment of its mission"),
    ("002", (3370,), "instituted a protocol"),
    ("002", (4332,), "clear protocols"),
]


@pytest.mark.parametrize(("seed", "lines", "words"), DECOYS)
def test_a_decoy_gives_no_finding(seed: str, lines: Iterable[int], words: str):
    assert is_read(seed, lines, words)
    assert findings_on(seed, lines, words) == []


@pytest.mark.parametrize(("seed", "lines", "words"), DECOYS)
def test_a_decoy_is_never_taken_for_a_mission_or_for_progress(seed: str, lines: Iterable[int], words: str):
    found = findings_on(seed, lines, words)
    assert not any(Term.MISSION in finding.term or finding.kind is FindingKind.PROGRESS for finding in found)


@pytest.mark.parametrize("line", [1405, 3659, 3126, 1121])
def test_help_of_others_and_to_others_is_no_case_under_a_convention(line: int):
    found = findings_on("002", (line,))
    assert [finding for finding in found if finding.scope is Scope.CASE or finding.conventions] == []


@pytest.fixture(scope="session")
def settled() -> tuple[Finding, ...]:
    """The findings of the five papers, settled over one store of them."""
    mined = [name_texts(mine_seed(name)) for name in NAMES]
    comments = [comment for one in mined for comment in one.comments]
    return settle_counted(comments, [finding for one in mined for finding in one.findings])


def test_no_paper_gives_a_case_or_anything_that_counts(settled: tuple[Finding, ...]):
    assert settled
    assert not any(finding.scope is Scope.CASE or finding.counted for finding in settled)


def test_no_need_results_from_the_papers(settled: tuple[Finding, ...]):
    comments = [comment for name in NAMES for comment in mine_seed(name).comments]
    assert gather_needs(find_trails(settled, comments), make_places(), load_components()) == ()
