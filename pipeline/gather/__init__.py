"""Findings gathered over time: threads with their events, needs with their priority, and the order of the needs."""

from pipeline.gather.needs import gather_needs
from pipeline.gather.priority import Component, load_components, read_components
from pipeline.gather.ranking import Ranked, rank_needs
from pipeline.gather.threads import gather_threads
from pipeline.gather.trails import Places, Trail, find_trails

__all__ = [
    "Component",
    "Places",
    "Ranked",
    "Trail",
    "find_trails",
    "gather_needs",
    "gather_threads",
    "load_components",
    "rank_needs",
    "read_components",
]
