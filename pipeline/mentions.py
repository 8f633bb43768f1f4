"""National laws and programmes that a comment names: their words as printed, with number and year where they stand.

Nothing is looked up: a law is what the text calls one. A bare *Act* or *loi* with no title, number or year is none, and
neither is the Constitution of the ILO or a code of practice.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.gazetteers.laws import LawWords, load_law_words
from pipeline.identity import make_id
from pipeline.records import Comment, Mention, Passage, Span
from pipeline.vocabulary import Body, CommentKind, Language, MentionKind

_REACH = 120
_BODIES = (Body.CEACR, Body.CAS, Body.CFA)
_OF_NO_COUNTRY = (CommentKind.GENERAL_REPORT, CommentKind.PAPER)


class Named(NamedTuple):
    """A law or programme with its place in a text: `name` is its usual name where a list knows it."""

    span: Span
    kind: MentionKind
    name: str | None = None
    number: str | None = None
    year: int | None = None


def find_mentions(
    text: str, comment: Comment, passages: Iterable[Passage], language: Language | None
) -> Iterator[Mention]:
    """Yield what the paragraphs of a comment on a country name, each name once a paragraph."""
    if language is None or comment.body not in _BODIES or comment.kind in _OF_NO_COUNTRY:
        return
    for passage in passages:
        seen: set[str] = set()
        for named in find_named(passage.span.cut(text), language):
            span = named.span.shifted(passage.span.start)
            name = named.name or " ".join(span.cut(text).split())
            if name not in seen:
                seen.add(name)
                yield _make_mention(comment, passage, named._replace(span=span, name=name))


def _make_mention(comment: Comment, passage: Passage, named: Named) -> Mention:
    return Mention(
        mention_id=make_id(passage.passage_id, named.kind, named.name),
        passage_id=passage.passage_id,
        comment_id=comment.comment_id,
        source_id=comment.source_id,
        span=named.span,
        page=passage.page,
        kind=named.kind,
        name=named.name or "",
        number=named.number,
        year=named.year,
        countries=passage.countries or comment.countries,
        conventions=passage.conventions or comment.conventions,
    )


def find_named(text: str, language: Language) -> Iterator[Named]:
    """Yield the laws and programmes that a text names, in its order, none inside another."""
    words = load_law_words(language)
    last = 0
    for index, start, end in words.automaton.find_matches_as_indexes(text):
        if start >= last and _stands_alone(text, start, end):
            named = _read(text, Span(start, end), words.heads[index], words)
            if named and named.span.start >= last:
                last = named.span.end
                yield named


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "-" or after.isalnum())


def _read(text: str, head: Span, form: str, words: LawWords) -> Named | None:
    if form in words.programmes:
        return Named(head, MentionKind.PROGRAMME, words.programmes[form])
    if words.unlike.match(text, head.end):
        return None
    if form in words.roles["programme"]:
        return _read_programme(text, head, words)
    return _read_before(text, head, form, words) if "skip" in words.roles else _read_after(text, head, form, words)


def _read_before(text: str, head: Span, form: str, words: LawWords) -> Named | None:
    """A law whose title stands before its head, as in English."""
    start = _title_start(text, head.start, words)
    tail = _match_end(words.tail, text, head.end)
    title = text[start : head.start].split()
    if title and (title[0] in words.roles["foreign"] or title[-1] in words.roles["foreign"]):
        return None
    if title and " ".join(title) in words.roles["alone"]:
        start, title = head.start, []
    numbered = tail > head.end
    if not numbered and (not title or form in words.roles["numbered"]):
        return None
    return _make_law(text, Span(start, tail), head.end, words)


def _read_after(text: str, head: Span, form: str, words: LawWords) -> Named | None:
    """A law whose title follows its head, as in French and Spanish."""
    titled = _match_end(words.titled, text, head.end) if words.roles.get("join") else head.end
    tail = _match_end(words.tail, text, titled)
    about = _match_end(words.about, text, tail) if words.about else tail
    known = form in words.roles["named"] or tail > head.end
    if not known and not (about > tail and text[head.start - 3 : head.start].lower() == "la "):
        return None
    return _make_law(text, Span(head.start, about), head.end, words)


def _make_law(text: str, span: Span, after_head: int, words: LawWords) -> Named:
    rest = text[after_head : span.end]
    number = words.number.search(rest)
    dated = rest[: about.start()] if words.about and (about := words.about.search(rest)) else rest
    years = words.year.findall(dated)
    return Named(span, MentionKind.LAW, None, number[1] if number else None, int(years[-1]) if years else None)


def _read_programme(text: str, head: Span, words: LawWords) -> Named | None:
    """A programme or project with a title of two words in capitals at the least, or with its initials in brackets."""
    if "skip" in words.roles:
        start = _title_start(text, head.start, words)
        title = text[start : head.start].split()
        foreign = title and title[0] in words.roles["foreign"]
        return Named(Span(start, head.end), MentionKind.PROGRAMME) if len(title) > 1 and not foreign else None
    window = text[head.end : head.end + _REACH]
    opening = window.find("(")
    initials, closed, _ = window[opening + 1 :].partition(")")
    inside = window[:opening]
    if any(name in window[:60] for name in words.roles["foreign"]):
        return None
    plain = not any(mark in inside for mark in ".;:,")
    if opening > 3 and closed and initials.isupper() and len(initials) > 2 and plain:
        return Named(Span(head.start, head.end + opening + len(initials) + 2), MentionKind.PROGRAMME)
    titled = _match_end(words.titled, text, head.end) if words.roles.get("join") else head.end
    if len(text[head.end : titled].split()) > 2:
        return Named(Span(head.start, titled), MentionKind.PROGRAMME)
    return None


def _match_end(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start


def _title_start(text: str, head: int, words: LawWords) -> int:
    """Return where the title before a head begins: capitals with small words between them, read backwards."""
    joins, heads, skip = words.roles["join"], words.roles["head"], words.roles["skip"]
    starts: list[int] = []
    place, joined = head, False
    while place > 1 and text[place - 1] == " " and head - place < _REACH:
        begin = max(text.rfind(" ", 0, place - 1), text.rfind("\n", 0, place - 1)) + 1
        word = text[begin : place - 1]
        bare = word.strip('(),“”"')
        if word in joins:
            joined = True
        elif bare[:1].isupper() and word[-1:] not in ".;:" and not (bare in heads and (joined or word[-1] == ",")):
            starts.append(begin)
            joined = word[-1] == ","
        else:
            break
        place = begin
    while starts and text[starts[-1] : head].split(" ", 1)[0].strip(",(") in skip:
        starts.pop()
    start = starts[-1] if starts else head
    return _open_bracket(text, start, head)


def _open_bracket(text: str, start: int, head: int) -> int:
    """Return the start without a bracket that opens before the title and never closes in it."""
    title = text[start:head]
    if title.startswith("(") and ")" not in title:
        return start + 1
    if title.count(")") > title.count("("):
        return start + title.rindex(")") + 2 if title.rindex(")") + 2 <= len(title) else head
    return start
