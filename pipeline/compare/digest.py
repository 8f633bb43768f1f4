"""Changes told: a page for people in Markdown, and JSON that an alert can be made from."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from textwrap import shorten
from typing import Any

from pipeline.compare.values import FINDING_TURNS, NEED_TURNS, Changes, FindingChange, NeedChange, Turn
from pipeline.gazetteers.countries import load_countries

NOTHING = "Nothing has changed."
_MOST_ROWS = 50
_LONGEST_QUOTE = 240
_HEADINGS = {
    Turn.NEW: "New needs",
    Turn.REOPENED: "Needs open again",
    Turn.MOVED: "Needs whose status moved",
    Turn.CLOSED: "Closed needs",
    Turn.GONE: "Needs that no source supports any more",
}
_FINDING_HEADINGS = {
    Turn.CORRECTED: "Corrected findings",
    Turn.NEW: "New findings",
    Turn.GONE: "Findings that have gone",
}
_GROUPS: dict[str, Callable[[NeedChange], str | None]] = {
    "office": lambda change: change.office,
    "region": lambda change: change.region,
    "country": lambda change: change.country,
}


def summarise_changes(changes: Changes) -> str:
    """Return the changes in one line."""
    needs = _count_words(changes.count_needs(), NEED_TURNS, "need")
    findings = _count_words(changes.count_findings(), FINDING_TURNS, "finding")
    return "; ".join(part for part in (needs, findings) if part) + "." if changes else NOTHING


def make_json(changes: Changes) -> bytes:
    """Return the changes as JSON: counts, needs as alerts and findings, each with an id that says what changed."""
    told = {
        "counts": {
            "needs": {turn: changes.count_needs()[turn] for turn in NEED_TURNS},
            "findings": {turn: changes.count_findings()[turn] for turn in FINDING_TURNS},
        },
        **{f"by_{name}": list(_group_rows(name, changes.count_by(group))) for name, group in _GROUPS.items()},
        "alerts": [{"id": one.change_id, "words": _say_need(one), **_fields(one)} for one in changes.needs],
        "findings": [{"id": one.change_id, **_fields(one)} for one in changes.findings],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def make_markdown(changes: Changes) -> str:
    """Return the changes as a page: the most urgent first, with the sentence that decided and where it stands."""
    lines = ["# What has changed", "", summarise_changes(changes), ""]
    if changes.needs:
        for name, group in _GROUPS.items():
            lines += _count_table(name, changes.count_by(group))
    for turn in NEED_TURNS:
        turned = [one for one in changes.needs if one.turn is turn]
        lines += _section(_HEADINGS[turn], turned, _NEED_HEADS, _need_cells)
    for turn, heading in _FINDING_HEADINGS.items():
        told = [one for one in changes.findings if one.turn is turn]
        found = [one for one in told if one.counted or turn is Turn.CORRECTED]
        heads = _CORRECTED_HEADS if turn is Turn.CORRECTED else _FINDING_HEADS
        lines += _section(heading, found, heads, _corrected_cells if turn is Turn.CORRECTED else _finding_cells)
        if len(found) < len(told):
            lines += [f"{heading}, not counted (repeated, quoted, negated, no case): {len(told) - len(found)}.", ""]
    return "\n".join(lines).rstrip() + "\n"


_NEED_HEADS = ("priority", "country", "Convention", "subject", "status", "the sentence that decides")
_CORRECTED_HEADS = ("country", "Convention", "what was corrected", "sentence")
_FINDING_HEADS = ("country", "Convention", "kind", "sentence")


def _section(
    heading: str, rows: Sequence[Any], heads: Sequence[str], cells: Callable[[Any], Sequence[str]]
) -> Iterator[str]:
    if not rows:
        return
    yield f"## {heading} ({len(rows)})"
    yield ""
    yield from _table(heads, [cells(row) for row in rows[:_MOST_ROWS]])
    if len(rows) > _MOST_ROWS:
        yield f"… and {len(rows) - _MOST_ROWS} more, all of them in the JSON."
        yield ""


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _need_cells(change: NeedChange) -> Sequence[str]:
    status = f"{change.was} → {change.now}" if change.was and change.now and change.was != change.now else None
    return (
        "" if change.priority is None else str(change.priority),
        _name(change.country),
        change.convention or "none",
        change.subject or "",
        status or _say_standing(change),
        _cite(change),
    )


def _say_standing(change: NeedChange) -> str:
    if change.now is None:
        return f"was {change.was}"
    return change.now if change.open else f"{change.now} (closed)"


def _corrected_cells(change: FindingChange) -> Sequence[str]:
    labels = "; ".join(
        "other words" if name == "quote" else f"{name}: {_escape(was) or 'none'} → {_escape(now) or 'none'}"
        for name, was, now in change.labels
    )
    return (*_where(change), labels, _cite(change))


def _finding_cells(change: FindingChange) -> Sequence[str]:
    kind = f"{change.kind}, {change.act}" if change.act else change.kind
    return (*_where(change), kind, _cite(change))


def _where(change: FindingChange) -> tuple[str, str]:
    return ", ".join(map(_name, change.countries)), ", ".join(change.conventions)


def _cite(change: NeedChange | FindingChange) -> str:
    """Return the sentence with its page: a link where the source has an address on the web."""
    words = f"“{_escape(shorten(change.quote, _LONGEST_QUOTE, placeholder=' …'))}”"
    if change.page is None:
        return words
    place = f"page {change.page}"
    if (change.address or "").startswith(("http://", "https://")):
        return f"{words} ([{place}](<{change.address}>))"
    return f"{words} ({_escape(change.path or '')}, {place})" if change.path else f"{words} ({place})"


def _count_table(name: str, counts: Mapping[str | None, Counter[Turn]]) -> Iterator[str]:
    if name == "office" and set(counts) == {None}:
        return
    turns = [turn for turn in NEED_TURNS if any(count[turn] for count in counts.values())]
    rows = [
        [_name(group) if name == "country" and group else group or "unknown", *(str(count[turn]) for turn in turns)]
        for group, count in counts.items()
    ]
    rows.sort(key=lambda row: (row[0] == "unknown", row[0]))
    yield from _table((f"needs by {name}", *turns), rows)


def _group_rows(name: str, counts: Mapping[str | None, Counter[Turn]]) -> Iterator[dict[str, Any]]:
    for group, count in counts.items():
        yield {name: group, **{turn: count[turn] for turn in NEED_TURNS}}


def _say_need(change: NeedChange) -> str:
    """Return the change as a sentence."""
    on = f"{_name(change.country)}, {change.convention or 'no Convention'}"
    said = {
        Turn.NEW: f"a new need ({change.now})",
        Turn.REOPENED: f"the need is open again ({change.now})",
        Turn.MOVED: f"the need moved from {change.was} to {change.now}",
        Turn.CLOSED: f"the need is closed ({change.now})",
        Turn.GONE: f"no source supports the need any more (it was {change.was})",
    }[change.turn]
    return f"{on}: {said}"


def _fields(change: NeedChange | FindingChange) -> dict[str, Any]:
    fields = asdict(change)
    fields.pop("change_id")
    return {"change": fields.pop("turn"), **fields}


def _count_words(counts: Counter[Turn], turns: Sequence[Turn], what: str) -> str:
    parts = [f"{counts[turn]} {turn}" for turn in turns if counts[turn]]
    total = sum(counts.values())
    return f"{what}{'s' if total > 1 else ''}: {', '.join(parts)}" if parts else ""


def _name(iso3: str) -> str:
    return next((country.name_en for country in load_countries() if country.iso3 == iso3), iso3)


def _escape(words: str) -> str:
    """Return words that a cell of a table in Markdown shows as they are."""
    flat = " ".join(words.split())
    for mark in "\\`*_[]<>|":
        flat = flat.replace(mark, f"\\{mark}")
    return flat
