"""Link: which countries, Conventions and Articles a text is about; a mention in passing does not link."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.citations import (
    ArticleMention,
    CountryMention,
    InstrumentMention,
    Owner,
    find_articles,
    find_countries,
    find_instruments,
)
from pipeline.folding import fold
from pipeline.gazetteers.citation_words import make_alternatives
from pipeline.gazetteers.countries import NameSort
from pipeline.records import Comment, Finding, Passage
from pipeline.vocabulary import Body, CommentKind, Section

_WIDE_KINDS = {CommentKind.GENERAL_REPORT, CommentKind.PAPER, CommentKind.SERIOUS_FAILURE}
_DECIDING = {Section.CONCLUSIONS, Section.RECOMMENDATIONS}
_ENUMERATOR = re.compile(r"\s*(?:(?P<outer>[A-Z]|[IVX]{1,5})|(?P<inner>\d{1,2}))[.)]\s*(?=\D)")
_LONGEST_HEADING = 300


@dataclass(frozen=True, slots=True)
class _Narrowing:
    """The Conventions that an inner heading of a joint comment leaves, and whether that heading was numbered."""

    conventions: tuple[str, ...]
    numbered: bool


def link_comment(comment: Comment, passages: Iterable[Passage], text: str) -> Comment:
    """Return a CFA case with the Conventions its conclusions and recommendations name; any other comment as it is."""
    if comment.body is not Body.CFA or comment.conventions:
        return comment
    deciding = (passage for passage in passages if passage.section in _DECIDING)
    codes = (m.code for passage in deciding for m in find_instruments(passage.span.cut(text)))
    return replace(comment, conventions=tuple(dict.fromkeys(code for code in codes if code[0] == "C")))


def link_passages(comment: Comment, passages: Sequence[Passage], text: str) -> tuple[Passage, ...]:
    """Return the passages of a comment, in order, with the Conventions, Articles and countries they stand under."""
    linked = []
    narrowing: _Narrowing | None = None
    previous: Passage | None = None
    for passage in passages:
        for heading in _headings_before(previous, passage, text):
            narrowing = _narrow(narrowing, heading, comment)
        conventions = _own_conventions(passage.heading, comment) or (narrowing and narrowing.conventions)
        linked.append(
            replace(
                passage,
                conventions=conventions or comment.conventions,
                articles=passage.articles or _heading_articles(passage.heading),
                countries=comment.countries or passage.countries or _heading_countries(passage.heading, comment),
            )
        )
        previous = passage
    return tuple(linked)


def link_finding(finding: Finding, passage: Passage, comment: Comment, text: str) -> Finding:
    """Return the finding with its countries, Conventions and Articles: the passage's, or in a general paper its own."""
    words = finding.span.cut(text)
    if _is_wide(comment):
        own = tuple(dict.fromkeys(m.code for m in find_instruments(words)))
        countries, conventions = find_addressees(words) or passage.countries, own or passage.conventions
    else:
        countries, conventions = comment.countries, passage.conventions or comment.conventions
    articles = passage.articles or _own_articles(words, conventions)
    return replace(finding, countries=countries, conventions=conventions, articles=articles)


def find_addressees(words: str) -> tuple[str, ...]:
    """Return the countries a sentence is about, by name or else by adjective, without donors and seats of offices."""
    folded = fold(words)
    mentions: list[CountryMention] = []
    passing: CountryMention | None = None
    for mention in find_countries(words):
        joined = passing and _joined().fullmatch(folded, passing.span.end, mention.span.start)
        if joined or _passing().search(folded, max(0, mention.span.start - 80), mention.span.start):
            passing = mention
        else:
            mentions.append(mention)
    names = [mention for mention in mentions if mention.sort is not NameSort.ADJECTIVE]
    return tuple(dict.fromkeys(mention.iso3 for mention in names or mentions))


def _is_wide(comment: Comment) -> bool:
    """Say whether the comment speaks of many countries, so that each sentence has its own."""
    if comment.kind in _WIDE_KINDS:
        return True
    if comment.body is Body.CFA:
        return not comment.case_number and not comment.countries
    return comment.body in (Body.GB, Body.ILC) and not comment.countries


def _headings_before(previous: Passage | None, passage: Passage, text: str) -> Iterator[str]:
    """Yield the headings that begin to hold with a passage: lines between it and the one before, and its own."""
    if previous is not None:
        for line in text[previous.span.end : passage.span.start].split("\n"):
            if line.strip() and len(line) <= _LONGEST_HEADING and ":" not in line:
                yield line.strip()
    if passage.heading and (previous is None or passage.heading != previous.heading):
        yield passage.heading


def _narrow(narrowing: _Narrowing | None, heading: str, comment: Comment) -> _Narrowing | None:
    """Return what a heading leaves: the Conventions it names, all of them, or what held before."""
    if _opens_with_article(heading):
        return narrowing
    enumerator = _ENUMERATOR.match(heading)
    codes = _named_conventions(heading, comment)
    if codes:
        return _Narrowing(codes, bool(enumerator))
    if _general().match(fold(heading), enumerator.end() if enumerator else 0):
        return None
    if enumerator and (enumerator["outer"] or (narrowing and narrowing.numbered)):
        return None
    return narrowing


def _own_conventions(heading: str | None, comment: Comment) -> tuple[str, ...]:
    """Return the Conventions of a heading such as `Article 6 of Convention No. 81`, which holds for its passage."""
    return _named_conventions(heading, comment) if heading and _opens_with_article(heading) else ()


def _named_conventions(heading: str, comment: Comment) -> tuple[str, ...]:
    if comment.body is Body.CFA:
        return ()
    named = tuple(dict.fromkeys(mention.code for mention in find_instruments(heading)))
    return tuple(code for code in comment.conventions if code in named) if comment.conventions else named


def _opens_with_article(heading: str) -> bool:
    enumerator = _ENUMERATOR.match(heading)
    articles = find_articles(heading)
    return bool(articles) and articles[0].span.start <= (enumerator.end() if enumerator else 0) + 1


def _heading_articles(heading: str | None) -> tuple[str, ...]:
    """Return the Articles in a heading; those without an owner are the Convention's."""
    mentions = find_articles(heading) if heading else ()
    ours = [m for m in mentions if m.owner in (Owner.CONVENTION, Owner.UNKNOWN)]
    return tuple(dict.fromkeys(article for mention in ours for article in mention.articles))


def _heading_countries(heading: str | None, comment: Comment) -> tuple[str, ...]:
    if not heading or not _is_wide(comment):
        return ()
    return tuple(dict.fromkeys(m.iso3 for m in find_countries(heading) if m.sort is not NameSort.ADJECTIVE))


def _own_articles(words: str, conventions: tuple[str, ...]) -> tuple[str, ...]:
    """Return the Articles a sentence cites of its Convention, leaving out those of another that it names."""
    cited = find_instruments(words)
    folded = fold(words)
    ours = [
        mention
        for mention in find_articles(words)
        if mention.owner is Owner.CONVENTION and _owner_code(mention, cited, folded) in (None, *conventions)
    ]
    return tuple(dict.fromkeys(article for mention in ours for article in mention.articles))


def _owner_code(mention: ArticleMention, cited: Iterable[InstrumentMention], folded: str) -> str | None:
    """Return the instrument that follows as in `Article 3 of Convention No. 144`; None for `of the Convention`."""
    following = (c for c in cited if c.span.start >= mention.span.end)
    return next((c.code for c in following if _belongs().fullmatch(folded, mention.span.end, c.span.start)), None)


@cache
def _general() -> re.Pattern[str]:
    return re.compile(rf"\s*{make_alternatives('general')}\b")


@cache
def _belongs() -> re.Pattern[str]:
    return re.compile(rf"\s*,?\s*{make_alternatives('of')}[\s']*(?:[a-z]{{2,3}}[\s']+)?")


@cache
def _passing() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{make_alternatives('office')}|{make_alternatives('donor')})[\s']+(?:[a-z]{{1,3}}[\s']+)?$"
    )


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"\s*,?\s*(?:{make_alternatives('and')}\s+)?(?:[a-z]{{1,3}}[\s']+)?")
