"""The priority of an open need: a sum of named components, whose weights a planner may change.

Each component has a weight for each time it applies, the number from which it applies at all, and the most it may add
(or take away). What adds nothing is not named.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.errors import GazetteerError, InputError
from pipeline.gazetteers.tables import read_table, refuse_duplicates

_TABLE = "priorities.csv"
_COLUMNS = ("component", "part", "from", "weight", "most", "reason")


class Component(NamedTuple):
    """A named part of the priority: what it adds each time, the most it adds, and its reason in words."""

    name: str
    part: str
    least: int
    weight: int
    most: int
    reason: str


def load_components() -> tuple[Component, ...]:
    """Return the components of the priority, as priorities.csv has them."""
    rows = read_table(_TABLE)
    refuse_duplicates(_TABLE, (row["component"] for row in rows))
    return tuple(map(_make_component, rows))


def read_components(text: str) -> tuple[Component, ...]:
    """Return the components with a planner's own rows in the place of those of the same name."""
    reader = csv.DictReader(text.lstrip("\ufeff").splitlines())
    lacking = set(_COLUMNS) - set(reader.fieldnames or ())
    if lacking:
        raise InputError(f"the table of weights has no column {', '.join(sorted(lacking))}")
    ours = {one.name: one for one in load_components()}
    for row in reader:
        if row["component"] not in ours:
            raise InputError(f"the table of weights has an unknown component: {row['component']}")
        try:
            ours[row["component"]] = _make_component(row)
        except (TypeError, ValueError) as error:
            raise InputError(f"the table of weights, {row['component']}: from, weight and most are numbers") from error
    return tuple(ours.values())


def find_least(components: Iterable[Component], name: str) -> int:
    """Return the number from which a component applies."""
    return next(one.least for one in components if one.name == name)


def add_up(amounts: Mapping[str, int], components: Sequence[Component]) -> tuple[int, tuple[str, ...]]:
    """Return the sum of the components and the reason of each that adds something, in words, with what it adds."""
    unknown = amounts.keys() - {component.name for component in components}
    if unknown:
        raise GazetteerError(f"{_TABLE} has no row for {', '.join(sorted(unknown))}")
    parts = [
        (one, number, amount)
        for one in components
        if (number := amounts.get(one.name, 0)) and number >= one.least and (amount := _added(one, number))
    ]
    reasons = tuple(f"{one.reason.format(number=number)} ({amount:+d})" for one, number, amount in parts)
    return sum(amount for _, _, amount in parts), reasons


def _added(component: Component, number: int) -> int:
    amount = component.weight * number
    return max(amount, component.most) if component.weight < 0 else min(amount, component.most)


def _make_component(row: Mapping[str, str]) -> Component:
    return Component(
        row["component"], row["part"], int(row["from"]), int(row["weight"]), int(row["most"]), row["reason"]
    )
