"""What a comparison needs of two datasets: what stands in both in the same way is never made into rows."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from pipeline import tables
from pipeline.compare.values import Turn
from pipeline.store.cells import Strings, column_of, join_lists, join_parts
from pipeline.store.reading import read_columns

Row = dict[str, Any]

LABELS = (
    "kind", "act", "grade", "term", "mission", "purpose", "requester", "trigger", "speaker", "polarity", "quoted",
    "scope", "countries", "conventions", "articles", "review",
)  # fmt: skip
_FINDING = ("finding_id", "source_id", "comment_id", "start", "end", "page", "quote", "counted", *LABELS)
_NEED = (
    "need_id", "country", "region", "office", "convention", "subject", "status", "open", "last_year", "priority",
    "findings", "last_quote",
)  # fmt: skip
COMMENT = ("comment_id", "body", "kind", "countries", "conventions", "case_number", "adopted_year", "session")
_THREAD = ("country", "office")
_SOURCE = ("source_id", "path", "address")


class State(NamedTuple):
    """What a comparison needs of a dataset, by id: findings that differ, and those that changed needs rest on."""

    needs: Mapping[str, Row]
    findings: Mapping[str, Row]
    deciding: Mapping[str, Row]
    comments: Mapping[str, Row]
    sources: Mapping[str, Row]
    offices: Mapping[str, str | None]


def load_states(old: Path, new: Path) -> tuple[State, State]:
    """Return the states of two datasets; columns that an older version did not write are unknown."""
    folders = (old, new)
    needs = [_by_id(read_columns(folder, tables.NEEDS, _NEED), _NEED) for folder in folders]
    changed = [one for one in {**needs[0], **needs[1]} if turn_of(needs[0].get(one), needs[1].get(one))]
    rest_on = {one for side in needs for key in changed if key in side for one in side[key]["findings"] or ()}
    named = pa.array(sorted(rest_on), pa.string())
    found = [read_columns(folder, tables.FINDINGS, _FINDING) for folder in folders]
    stamps = [_stamp(one) for one in found]
    states = []
    for side, other in ((0, 1), (1, 0)):
        differing = found[side].filter(pc.invert(pc.is_in(stamps[side], stamps[other])))
        deciding = found[side].filter(pc.is_in(found[side]["finding_id"], named))
        comments = _only(read_columns(folders[side], tables.COMMENTS, COMMENT), "comment_id", (differing,))
        sources = _only(read_columns(folders[side], tables.SOURCES, _SOURCE), "source_id", (differing, deciding))
        states.append(
            State(
                needs[side],
                _by_id(differing, _FINDING),
                _by_id(deciding, _FINDING),
                _by_id(comments, COMMENT),
                _by_id(sources, _SOURCE),
                _read_offices(folders[side]),
            )
        )
    return states[0], states[1]


def turn_of(before: Row | None, after: Row | None) -> Turn | None:
    """Return what became of a need; None where it stands as it stood."""
    if before is None or after is None:
        return Turn.NEW if before is None else Turn.GONE
    if before["open"] != after["open"]:
        return Turn.REOPENED if after["open"] else Turn.CLOSED
    return Turn.MOVED if before["status"] != after["status"] else None


def _read_offices(folder: Path) -> dict[str, str | None]:
    if not (folder / f"{tables.THREADS.name}.parquet").is_file():
        return {}
    threads = _by_id(read_columns(folder, tables.THREADS, _THREAD), _THREAD)
    return {country: row["office"] for country, row in threads.items()}


def _stamp(findings: Any) -> Strings:  # noqa: ANN401 (a table of Arrow)
    """Return for each finding its id with its labels as one text, to see at once which are as they were."""
    parts: list[Any] = []
    for name in ("finding_id", *(name for name in LABELS if name in findings.column_names)):
        cells = column_of(findings, name)
        listed = pa.types.is_list(cells.type)
        plain = join_lists(cells, lambda items: items, ";") if listed else pc.cast(cells, pa.string())
        parts += [pc.fill_null(plain, ""), "\x1f"]
    return join_parts(parts)


def _only(found: Any, name: str, users: Iterable[Any]) -> Any:  # noqa: ANN401
    """Return the rows that some findings refer to."""
    used = pa.chunked_array([column_of(one, name) for one in users], pa.string())
    return found.filter(pc.is_in(found[name], used.unique()))


def _by_id(found: Any, names: Sequence[str]) -> dict[str, Row]:  # noqa: ANN401
    """Return the rows of a table by the first of the names; a column that is not there is unknown."""
    empty = [None] * found.num_rows
    cells = [found[name].to_pylist() if name in found.column_names else empty for name in names]
    return {row[0]: dict(zip(names, row, strict=True)) for row in zip(*cells, strict=True)}
