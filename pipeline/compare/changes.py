"""What changed between two datasets: needs that are new, moved, closed or open again; findings new, gone or corrected.

- A need is known by its id (country, Convention, purpose). It is *closed* or *re-opened* where `open` turned, else
  *moved* where its status did; *gone* where no source supports it any more.
- A finding is known by its id, else by its words in the same file or the same comment, else by its place in the same
  file. The same sentence with other labels, or other words at the same place, is *corrected*; the rest is new or gone.
- The id of a change is made from what it says, so that the same change told twice can be known by it.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.compare.states import COMMENT, LABELS, Row, State, load_states, turn_of
from pipeline.compare.values import Changes, FindingChange, NeedChange, Turn
from pipeline.identity import make_id


def compare_folders(old: Path, new: Path) -> Changes:
    """Return what changed from the dataset in one folder to that in another."""
    return compare_states(*load_states(old, new))


def compare_states(old: State, new: State) -> Changes:
    """Return what changed from the old state to the new: needs by urgency, findings in the order of the dataset."""
    needs = [change for need_id in {**new.needs, **old.needs} if (change := _compare_need(need_id, old, new))]
    order = {turn: place for place, turn in enumerate(Turn)}
    needs.sort(key=lambda one: (order[one.turn], -(one.priority or 0), one.country, one.convention or "", one.need_id))
    return Changes(tuple(needs), tuple(_compare_findings(old, new)))


def _compare_need(need_id: str, old: State, new: State) -> NeedChange | None:
    before, after = old.needs.get(need_id), new.needs.get(need_id)
    turn = turn_of(before, after)
    if turn is None:
        return None
    row, state = (after, new) if after else (before, old)
    assert row is not None
    was, now = (one["status"] if one else None for one in (before, after))
    deciding = _deciding(row, state)
    source = state.sources.get(deciding["source_id"], {}) if deciding else {}
    known_by = (turn, need_id, was or "", now or "", row["last_year"] or "", deciding["finding_id"] if deciding else "")
    return NeedChange(
        make_id(*known_by),
        turn,
        need_id,
        country=row["country"],
        region=row["region"],
        office=row["office"] or state.offices.get(row["country"]),
        convention=row["convention"],
        subject=row["subject"],
        was=was,
        now=now,
        open=row["open"],
        priority=row["priority"],
        last_year=row["last_year"],
        quote=row["last_quote"],
        page=deciding["page"] if deciding else None,
        address=source.get("address"),
        path=source.get("path"),
    )


def _deciding(need: Row, state: State) -> Row | None:
    """Return the finding whose sentence decides the status, else the latest that is known."""
    known = [state.deciding[one] for one in need["findings"] or () if one in state.deciding]
    return next((one for one in reversed(known) if one["quote"] == need["last_quote"]), known[-1] if known else None)


def _compare_findings(old: State, new: State) -> Iterator[FindingChange]:
    for finding_id, row in new.findings.items():
        before = old.findings.get(finding_id)
        if before is not None and _labels_of(before) != _labels_of(row):
            yield _make_change(Turn.CORRECTED, row, before, new)
    gone = [row for finding_id, row in old.findings.items() if finding_id not in new.findings]
    come = [row for finding_id, row in new.findings.items() if finding_id not in old.findings]
    for same in (_words_in_file, _words_in_comment, _place_in_file):
        pairs, gone, come = _pair(gone, come, old, new, same)
        for before, row in pairs:
            if _labels_of(before) != _labels_of(row) or before["quote"] != row["quote"]:
                yield _make_change(Turn.CORRECTED, row, before, new)
    for row in come:
        yield _make_change(Turn.NEW, row, None, new)
    for row in gone:
        yield _make_change(Turn.GONE, row, None, old)


def _pair(
    gone: Sequence[Row], come: Sequence[Row], old: State, new: State, same: Callable[[Row, State], Hashable]
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Return the findings that are the same by some mark, and those that are left on either side."""
    waiting: defaultdict[Hashable, list[Row]] = defaultdict(list)
    for row in gone:
        waiting[same(row, old)].append(row)
    pairs, left = [], []
    for row in come:
        before = waiting.get(same(row, new))
        if before:
            pairs.append((before.pop(0), row))
        else:
            left.append(row)
    return pairs, [row for rows in waiting.values() for row in rows], left


def _words_in_file(row: Row, state: State) -> Hashable:
    return row["source_id"], row["quote"]


def _words_in_comment(row: Row, state: State) -> Hashable:
    comment = state.comments.get(row["comment_id"])
    if comment is None:
        return str(row["finding_id"])
    return (*(_plain(comment[name]) for name in COMMENT[1:]), row["quote"], row["kind"])


def _place_in_file(row: Row, state: State) -> Hashable:
    return row["source_id"], row["start"]


def _labels_of(row: Row) -> list[Any]:
    return [row[name] for name in LABELS]


def _make_change(turn: Turn, row: Row, before: Row | None, state: State) -> FindingChange:
    labels = tuple(_changed_labels(before, row)) if before else ()
    source = state.sources.get(row["source_id"], {})
    return FindingChange(
        make_id(turn, row["finding_id"], *labels),
        turn,
        row["finding_id"],
        countries=tuple(row["countries"] or ()),
        conventions=tuple(row["conventions"] or ()),
        kind=row["kind"],
        act=row["act"],
        counted=row["counted"],
        quote=row["quote"],
        labels=labels,
        page=row["page"],
        address=source.get("address"),
        path=source.get("path"),
    )


def _changed_labels(before: Row, after: Row) -> Iterator[tuple[str, str, str]]:
    for name in (*LABELS, "quote"):
        if before[name] != after[name]:
            yield name, _plain(before[name]), _plain(after[name])


def _plain(cell: Any) -> str:  # noqa: ANN401 (any cell)
    if isinstance(cell, list):
        return ";".join(map(str, cell))
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)
