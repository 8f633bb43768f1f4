"""What figures may count: judged findings, the first of identical texts, and occasions taken once."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from operator import attrgetter

from pipeline.folding import fold
from pipeline.identity import make_id
from pipeline.records import Comment, Finding, Judgement, Mined
from pipeline.vocabulary import Polarity, Review, Scope

_NO_WORD = re.compile(r"[\W_]+")
_MARKS = {code: None for code in range(128) if _NO_WORD.match(chr(code))}
_PARTS = tuple(one.name for one in fields(Finding))
_COUNTED = _PARTS.index("counted")
_take_parts = attrgetter(*_PARTS)


def name_texts(mined: Mined) -> Mined:
    """Give each comment the id of the words of its paragraphs, so that identical texts are known wherever they lie."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    for passage in mined.passages:
        words[passage.comment_id].append(_words_of(passage.span.cut(mined.document.text)))
    comments = tuple(
        replace(comment, text_id=make_id(*words[comment.comment_id])) if comment.comment_id in words else comment
        for comment in mined.comments
    )
    return replace(mined, comments=comments)


def apply_judgements(findings: Iterable[Finding], judgements: Iterable[Judgement]) -> tuple[Finding, ...]:
    """Return the findings with the review that the latest judgement on each gives; an unsure one flags."""
    latest: dict[str, Judgement] = {}
    for judgement in sorted(judgements, key=lambda one: (one.decided_at, one.reviewer)):
        latest[judgement.finding_id] = judgement
    return tuple(
        replace(finding, review=_review(latest[finding.finding_id])) if finding.finding_id in latest else finding
        for finding in findings
    )


def settle_counted(comments: Sequence[Comment], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with `counted` settled over the whole store; the comments come in the order of the dataset.

    Two comments are the same text where their words are the same and no known country, year or body contradicts it:
    the better known one counts, then the first. Where one comment was found in two files whose text differs a little
    (a report and a web page), the same sentence counts in the first file only.
    """
    repeated = _repeated_comments(comments)
    order = {comment.comment_id: place for place, comment in enumerate(comments)}
    by_id = {comment.comment_id: comment for comment in comments}
    owners: dict[Hashable, str] = {}
    settled = []
    for finding in sorted(findings, key=lambda one: (order[one.comment_id], one.span, one.kind, one.finding_id)):
        counted = is_countable(finding) and finding.comment_id not in repeated
        if counted:
            counted = all(
                owners.setdefault(key, finding.source_id) == finding.source_id
                for key in _same_elsewhere(by_id[finding.comment_id], finding)
            )
        settled.append(finding if finding.counted == counted else _with_counted(finding, counted=counted))
    return tuple(settled)


def is_countable(finding: Finding) -> bool:
    """Say whether the finding by itself may be counted: a case, asserted, not quoted, not rejected by a person."""
    return (
        finding.scope is Scope.CASE
        and finding.polarity is Polarity.ASSERTED
        and not finding.quoted
        and finding.review is not Review.REJECTED
    )


def fold_occasions(findings: Iterable[Finding], comments: Mapping[str, Comment]) -> tuple[tuple[Finding, ...], ...]:
    """Return the counted findings in occasions: those of one comment that share country, act, purpose and mission."""
    occasions: defaultdict[Hashable, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.counted:
            occasions[_occasion(comments[finding.comment_id], finding)].append(finding)
    return tuple(map(tuple, occasions.values()))


def comment_key(comment: Comment) -> Hashable:
    """Return what makes two comments the same one, in whatever file or language: whose, on what, when."""
    year_or_session = comment.adopted_year or comment.session
    if not comment.countries or year_or_session is None:
        return comment.comment_id
    return (comment.body, comment.kind, comment.countries, comment.conventions, comment.case_number, year_or_session)


def year_of(comment: Comment) -> int | None:
    """Return the year in which the comment was made, or else published."""
    return comment.adopted_year or comment.published_year


def _with_counted(finding: Finding, *, counted: bool) -> Finding:
    """Do what replace(finding, counted=…) does in a third of the time, for findings by the hundred thousand."""
    parts = list(_take_parts(finding))
    parts[_COUNTED] = counted
    return Finding(*parts)


def _words_of(text: str) -> str:
    words = fold(text).translate(_MARKS)
    return words if words.isascii() else _NO_WORD.sub("", words)


def _review(judgement: Judgement) -> Review:
    return Review.FLAGGED if judgement.unsure else judgement.verdict


def _occasion(comment: Comment, finding: Finding) -> Hashable:
    return (comment_key(comment), finding.countries, finding.act, finding.purpose, tuple(sorted(finding.mission)))


_HEADER: tuple[Callable[[Comment], Hashable], ...] = (
    lambda comment: comment.body,
    lambda comment: comment.countries or None,
    lambda comment: comment.adopted_year,
    lambda comment: comment.session,
)


def _repeated_comments(comments: Sequence[Comment]) -> frozenset[str]:
    by_text: defaultdict[str, list[Comment]] = defaultdict(list)
    for comment in comments:
        if comment.text_id is not None:
            by_text[comment.text_id].append(comment)
    repeated = set()
    for same in by_text.values():
        firsts: list[Comment] = []
        for comment in sorted(same, key=_unknown):
            if any(_may_be_one(first, comment) for first in firsts):
                repeated.add(comment.comment_id)
            else:
                firsts.append(comment)
    return frozenset(repeated)


def _unknown(comment: Comment) -> int:
    return sum(part(comment) is None for part in _HEADER) + (not comment.conventions)


def _may_be_one(first: Comment, second: Comment) -> bool:
    return all(part(first) == part(second) or None in (part(first), part(second)) for part in _HEADER)


def _same_elsewhere(comment: Comment, finding: Finding) -> list[Hashable]:
    key = comment_key(comment)
    if not isinstance(key, tuple):
        return []
    body, kind, countries, conventions, case, when = key
    words = _words_of(finding.quote)
    return [
        (body, kind, countries, convention, case, when, finding.kind, words) for convention in conventions or (None,)
    ]
