"""The fan-out over processes: many sources at once, and one long source in parts."""

from pipeline.workers.crew import Workers
from pipeline.workers.recipes import cut_evenly
from pipeline.workers.serving import collect_seldom, wake
from pipeline.workers.steps import Load, Outcome, Parts, Pieces, Steps

__all__ = ["Load", "Outcome", "Parts", "Pieces", "Steps", "Workers", "collect_seldom", "cut_evenly", "wake"]
