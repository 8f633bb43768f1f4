"""Which moves of help there are: a table of stages, read as *after this stage, may that one follow?*

A move is looked for between two comments on one thread that speak of help for the same purpose with the same missions.
One comment may tell of several rounds of help, so within a comment nothing is impossible.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from pipeline.errors import GazetteerError
from pipeline.gazetteers.tables import read_table, refuse_duplicates
from pipeline.planning import Event
from pipeline.vocabulary import Act, NeedStatus, Stage

_TABLE = "moves.csv"
HELP = tuple(NeedStatus)
ANSWERED = (NeedStatus.AGREED, NeedStatus.ONGOING, NeedStatus.DELIVERED, NeedStatus.EFFECTIVE)
_SUGGESTED = (Act.REMINDED, Act.ENCOURAGED)
_STAGES = {act: NeedStatus.SUGGESTED if act in _SUGGESTED else NeedStatus(str(act)) for act in Act}


class Move(NamedTuple):
    """Whether one stage may follow another in the same year and in a later one, and why."""

    same_year: bool
    later: bool
    why: str


@cache
def load_moves() -> Mapping[tuple[Stage, Stage], Move]:
    """Return every move of moves.csv, refusing a table that does not have each pair of stages once."""
    rows = read_table(_TABLE)
    refuse_duplicates(_TABLE, ((row["before"], row["after"]) for row in rows))
    moves: dict[tuple[Stage, Stage], Move] = {}
    for row in rows:
        step = NeedStatus(row["before"]), NeedStatus(row["after"])
        moves[step] = Move(row["same_year"] == "yes", row["later"] == "yes", row["why"])
    if moves.keys() != set(product(HELP, HELP)):
        raise GazetteerError(f"{_TABLE} has not one row for each pair of stages")
    return moves


def stage_of(act: Act) -> Stage:
    """Return the stage of help that an act stands for."""
    return _STAGES[act]


def find_problem(before: Event | None, event: Event) -> str | None:
    """Say why an event cannot follow the one before it on help of the same sort, or None."""
    if before is None or not before.year or not event.year or before.comment_id == event.comment_id:
        return None
    move = load_moves()[before.stage, event.stage]
    allowed = move.same_year if before.year == event.year else move.later
    if allowed:
        return None
    return f"{before.stage} in {before.year}, then {event.stage} in {event.year}: {move.why}"


def furthest(stages: Sequence[Stage]) -> Stage:
    """Return the stage that comes last in the life of a need."""
    return max(stages, key=HELP.index)
