"""Figures with their units: by year, beside published ones, and spread over countries, Conventions and the like."""

from pipeline.series.published import Layout, Shown, lay_out, load_titles
from pipeline.series.spread import SHOWN, Count, Registered, spread_findings
from pipeline.series.yearly import MEASURES, Measure, join_published, load_published, make_series

__all__ = [
    "MEASURES",
    "SHOWN",
    "Count",
    "Layout",
    "Measure",
    "Registered",
    "Shown",
    "join_published",
    "lay_out",
    "load_published",
    "load_titles",
    "make_series",
    "spread_findings",
]
