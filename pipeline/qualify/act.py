"""Which stage of assistance a sentence states: the first reading that fits the clause in which the help stands."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from pipeline.qualify.calls import asks_for_information, directs, is_understood, offers
from pipeline.qualify.clause import Clause, Stage, make_stage
from pipeline.qualify.governor import asks_the_office, is_governed
from pipeline.qualify.outcome import bears_fruit, falls_short, is_put_off
from pipeline.vocabulary import Act, Polarity

_WORKS = frozenset({"teaches", "counsels", "helps"})
_ORDER = list(Act)

READINGS: tuple[Callable[[Clause], Stage | None], ...] = (
    is_understood,
    asks_for_information,
    directs,
    is_put_off,
    falls_short,
    offers,
    asks_the_office,
    bears_fruit,
    is_governed,
)


def read_stage(clause: Clause) -> Stage:
    """Return the stage that the clause states, by the first reading of the table that fits."""
    for reading in READINGS:
        found = reading(clause)
        if found is not None:
            return found
    return replace(make_stage(clause, Act.DELIVERED, clause.anchor), told=clause.anchor.concept in _WORKS)


def furthest(stages: Iterable[Stage]) -> Stage:
    """Return the furthest asserted stage in the life of a need (the furthest at all where none is asserted)."""
    return max(stages, key=lambda stage: (stage.polarity is Polarity.ASSERTED, stage.told, _ORDER.index(stage.act)))
