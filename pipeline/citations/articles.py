"""Articles cited in a text, as `3(2)(b)`, and whether they are a Convention's, the Constitution's or a law's."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache

from pipeline.citations.enumeration import read_enumeration
from pipeline.folding import fold
from pipeline.gazetteers.citation_words import make_alternatives
from pipeline.records import Span

_SUPERVISION = {"19", "22", "23", "24", "26", "35"}  # the Articles of the ILO Constitution on supervision
_REPRESENTATIONS = re.compile(r"/26\b")  # pages of NORMLEX say Article 24/26
_REMEMBERED = 512  # a heading is asked for each paragraph under it


class Owner(StrEnum):
    """What an Article belongs to; a Convention stands for every instrument of the ILO."""

    CONVENTION = "convention"
    CONSTITUTION = "constitution"
    LAW = "law"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ArticleMention:
    """Articles cited in one place, one by one, and what they belong to."""

    span: Span
    articles: tuple[str, ...]
    owner: Owner


@lru_cache(_REMEMBERED)
def find_articles(text: str) -> tuple[ArticleMention, ...]:
    """Return the Articles, Regulations, Standards, Guidelines and sections a text cites, in its order."""
    folded = fold(text)
    mentions: list[ArticleMention] = []
    offset = 0
    while head := _head().search(folded, offset):
        end, articles = read_enumeration(text, folded, head.end(), head["word"].endswith("s"))
        if articles:
            owner = _find_owner(text, folded, head, Span(head.start(), end), articles)
            mentions.append(ArticleMention(Span(head.start(), end), articles, owner))
        offset = max(end, head.end())
    return _share_owners(folded, mentions)


def _find_owner(text: str, folded: str, head: re.Match[str], span: Span, articles: tuple[str, ...]) -> Owner:
    if head["maritime"]:
        return Owner.CONVENTION
    after = _owner_after().match(folded, span.end, span.end + 160)
    if after and after["convention"]:
        return Owner.CONVENTION
    if after and after["constitution"]:
        return _whose_constitution(after, articles)
    if after or head["section"] or _law_before().search(folded, max(0, span.start - 80), span.start):
        return Owner.LAW
    if _REPRESENTATIONS.match(folded, span.end):
        return Owner.CONSTITUTION
    if len(head["word"]) <= len("arts"):  # abbreviated where laws are cited, written out for Conventions
        return Owner.LAW
    return Owner.CONVENTION if text[span.start].isupper() else Owner.UNKNOWN


def _whose_constitution(after: re.Match[str], articles: tuple[str, ...]) -> Owner:
    if after["before"] or after["organization"]:
        return Owner.CONSTITUTION
    numbers = {re.split(r"\W", article)[0] for article in articles}
    return Owner.CONSTITUTION if not after["state"] and numbers <= _SUPERVISION else Owner.LAW


def _share_owners(folded: str, mentions: list[ArticleMention]) -> tuple[ArticleMention, ...]:
    """Give `Article 1, article 2 and article 25 of …` one owner: what is said after the last of them."""
    shared: list[ArticleMention] = []
    for mention in reversed(mentions):
        following = shared[-1] if shared else None
        if following and _joined().fullmatch(folded, mention.span.end, following.span.start):
            mention = replace(mention, owner=following.owner)
        shared.append(mention)
    return tuple(reversed(shared))


@cache
def _head() -> re.Pattern[str]:
    maritime = (
        rf"{make_alternatives('regulation')}(?=\s+\d\.\d)|{make_alternatives('standard')}(?=\s+a\d\.\d)"
        rf"|{make_alternatives('guideline')}(?=\s+b\d\.\d)"
    )
    word = rf"(?P<maritime>{maritime})|(?P<section>{make_alternatives('section')})|{make_alternatives('article')}"
    return re.compile(rf"\b(?P<word>{word})\b\.?\s*(?=\d|[ivx]{{1,5}}\b|[ab]\d\.\d)")


@cache
def _owner_after() -> re.Pattern[str]:
    between = rf"(?:(?P<before>{make_alternatives('ilo')})\s+|[\w-]+[\s']+)"
    instrument = "|".join(make_alternatives(key) for key in ("convention", "protocol", "recommendation"))
    state = rf"(?P<state>\s+{make_alternatives('of')})?"
    of = make_alternatives("of")
    organization = rf"(?P<organization>\s+{of}[\s']*(?:[a-z]{{1,3}}[\s']+)?{make_alternatives('ilo')})?"
    constitution = rf"(?P<constitution>{make_alternatives('constitution')})\b{organization}{state}"
    owners = rf"(?P<convention>{instrument}|mlc|c\d{{2,3}})\b|{constitution}|(?P<law>{make_alternatives('law')})\b"
    aside = rf"(?:\s*\([^()]{{0,80}}\)|\s+{make_alternatives('following')})?"
    return re.compile(rf"{aside}\s*,?\s*{of}[\s']*{between}{{0,6}}?\b(?:{owners})")


@cache
def _law_before() -> re.Pattern[str]:
    return re.compile(rf"\b{make_alternatives('law')}\b(?:\s+[\w-]+){{0,2}}\s*(?:\([^()]{{0,60}}\))?\s*[,(]\s*$")


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\s*[,;]?\s*(?:{make_alternatives('and')}\s+)?")
