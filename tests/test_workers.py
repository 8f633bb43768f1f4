"""The fan-out: every source has one outcome, whatever it does to its process."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.identity import hash_bytes
from pipeline.records import Source
from pipeline.workers import Outcome, Workers, cut_evenly
from tests.standin import load_in_parts, load_nothing, load_whole

LINE = "KEN C0{0} 2001 reminded: Invented words of {0}."


def make_source(name: str, text: str) -> Source:
    return Source(hash_bytes(text.encode()), name, text.encode())


def mine(*sources: Source, count: int = 2, longest: float = 60) -> dict[str, Outcome]:
    with Workers(count, load_in_parts, longest=longest) as workers:
        outcomes = list(workers.mine(sources))
    assert len(outcomes) == len(sources)
    return {outcome.source.path: outcome for outcome in outcomes}


def test_a_failure_and_a_fault_are_outcomes_like_others():
    found = mine(make_source("a", LINE.format(10)), make_source("b", "BROKEN"), make_source("c", "FAULT"))
    assert found["a"].mined is not None
    assert str(found["b"].failure) == "the file is broken: get it again"
    assert "KeyError" in str(found["c"].failure)


def test_a_source_that_kills_its_process_is_quarantined_and_the_others_are_not():
    good = [make_source(f"good {n}", LINE.format(n)) for n in range(10, 16)]
    found = mine(*good[:3], make_source("bad", "CRASH"), *good[3:])
    assert {path for path, outcome in found.items() if outcome.mined is None} == {"bad"}
    assert "died" in str(found["bad"].failure)


def test_where_no_process_can_start_every_source_is_quarantined():
    with Workers(2, load_nothing) as workers:
        outcomes = list(workers.mine([make_source("a", "x" * 1_000_000), make_source("b", LINE.format(10))]))
    assert all("died" in str(outcome.failure) for outcome in outcomes)
    assert len(outcomes) == 2


HANGING = [("HANGS", 1), ("HANGS", 2), ("%PDF-\n" + "\f" * 8 + "HANGS", 2)]


@pytest.mark.parametrize(("text", "count"), HANGING, ids=["one process", "two processes", "in parts"])
def test_a_source_that_hangs_is_given_up_and_the_others_are_read(text: str, count: int):
    bad = make_source("bad", text)
    good = [make_source(f"good {n}", LINE.format(n)) for n in range(10, 16)]
    found = mine(*good[:3], bad, *good[3:], count=count, longest=0.5)
    assert {path for path, outcome in found.items() if outcome.mined is None} == {"bad"}
    assert "longer than NEEDS_MAX_SECONDS allows (0.5 s)" in str(found["bad"].failure)


def test_processes_that_all_hang_are_all_replaced():
    hanging = [make_source(f"bad {n}", f"HANGS {n}") for n in range(3)]
    found = mine(*hanging, make_source("good", LINE.format(10)), longest=0.5)
    assert [path for path, outcome in found.items() if outcome.mined] == ["good"]
    assert all("NEEDS_MAX_SECONDS" in str(found[one.path].failure) for one in hanging)


def test_seconds_are_those_of_work_and_not_of_waiting():
    slow = [make_source(f"bad {n}", f"HANGS {n}") for n in range(2)]
    good = make_source("waits for both", LINE.format(10))
    assert mine(*slow, good, count=1, longest=0.3)[good.path].mined is not None


def test_a_long_source_in_parts_gives_the_same_as_in_one():
    text = "%PDF-\n" + "\f".join(LINE.format(n) + "\n" + LINE.format(n + 40) for n in range(10, 50))
    source = make_source("long", text)
    shares: list[float] = []
    with Workers(2, load_in_parts, lambda path, share: shares.append(share)) as workers:
        [parts] = workers.mine([source])
    with Workers(1, load_whole) as workers:
        [whole] = workers.mine([make_source("long", text.replace("\f", "\n"))])
    assert parts.mined is not None
    assert whole.mined is not None
    assert len(parts.mined.findings) == 80
    assert [one.quote for one in parts.mined.findings] == [one.quote for one in whole.mined.findings]
    assert parts.mined.document.text == whole.mined.document.text
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


def test_a_long_source_without_a_comment_is_mined_too():
    found = mine(make_source("empty", "%PDF-\n" + "\f" * 20))
    assert found["empty"].mined is not None
    assert found["empty"].mined.findings == ()


def test_sources_are_taken_no_further_ahead_than_needed():
    taken: list[str] = []

    def give() -> object:
        for number in range(10, 40):
            taken.append(str(number))
            yield make_source(str(number), LINE.format(number))

    with Workers(1, load_whole) as workers:
        next(workers.mine(give()))  # type: ignore[arg-type]
        assert len(taken) <= 4


@given(st.lists(st.integers(1, 50), min_size=1, max_size=60), st.integers(1, 8))
def test_ranges_follow_one_another_and_leave_nothing_out(weights: list[int], count: int):
    ranges = cut_evenly(weights, count)
    assert len(ranges) <= count
    assert [place for first, last in ranges for place in range(first, last)] == list(range(len(weights)))
    assert all(first < last for first, last in ranges)


@pytest.mark.parametrize("count", [1, 4])
def test_nothing_is_cut_into_nothing(count: int):
    assert cut_evenly([], count) == []
