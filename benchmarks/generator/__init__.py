"""Invented supervisory texts of any length, with what they say: reports as PDF, web pages as HTML."""

from benchmarks.generator.pages import generate_corpus
from benchmarks.generator.report import generate_report
from benchmarks.generator.truth import GeneratedCorpus, GeneratedPage, GeneratedReport

__all__ = ["GeneratedCorpus", "GeneratedPage", "GeneratedReport", "generate_corpus", "generate_report"]
