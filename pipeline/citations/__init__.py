"""Text → mentions of instruments, Articles and countries, each with the span that was matched."""

from pipeline.citations.articles import ArticleMention, Owner, find_articles
from pipeline.citations.countries import CountryMention, find_countries
from pipeline.citations.groups import CollectiveMention, find_collectives
from pipeline.citations.instruments import InstrumentMention, find_instruments

__all__ = [
    "ArticleMention",
    "CollectiveMention",
    "CountryMention",
    "InstrumentMention",
    "Owner",
    "find_articles",
    "find_collectives",
    "find_countries",
    "find_instruments",
]
