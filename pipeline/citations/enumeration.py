"""Reading what follows the word Article: numbers, paragraphs and letters, lists and ranges of them."""

import re
from functools import cache

from pipeline.gazetteers.citation_words import make_alternatives

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LONGEST_RANGE = 60

Path = tuple[str, ...]


def read_enumeration(text: str, folded: str, start: int, several: bool) -> tuple[int, tuple[str, ...]]:  # noqa: FBT001 — facts of the text
    """Return where an enumeration ends and its Articles, each as `3(2)(b)`; several: the word before was a plural."""
    first = _number().match(folded, start)
    if not first or not _is_numeral(text, first):
        return start, ()
    paths: list[Path] = [(_spell(text, first),)]
    end = first.end()
    bracketed = folded.count("(", max(0, start - 80), start) > folded.count(")", max(0, start - 80), start)
    steps = _steps(several, bracketed)
    while step := next((m for pattern in steps if (m := pattern.match(folded, end))), None):
        if not _follow(paths, step.groupdict()):
            break
        end = step.end()
        if step.groupdict().get("paragraphs"):
            steps = (_paragraph_list(), *steps)
        elif step.groupdict().get("article"):
            steps = _steps(several, bracketed)
    return end, tuple(dict.fromkeys(map(_normalise, paths)))


def _follow(paths: list[Path], step: dict[str, str | None]) -> bool:
    """Add what one step names to the paths; false where it cannot follow what stands before."""
    if step.get("last"):
        return _add_range(paths, step["last"] or "")
    if step.get("article"):
        paths.append(((step["article"] or "").replace(" ", ""),))
    elif step.get("sibling"):
        paths.append(_sibling(paths[-1], step["sibling"] or ""))
    elif step.get("paragraph"):
        paths[-1] = _paragraph(paths[-1], step["paragraph"] or "")
    else:
        paths[-1] = (*paths[-1], step.get("inner") or "")
    return True


def _paragraph(path: Path, part: str) -> Path:
    return (*path, part) if len(path) == 1 or _rank(part) != _rank(path[-1]) else (*path[:-1], part)


def _sibling(path: Path, part: str) -> Path:
    """Return the path in which the part replaces the last one of its sort: after 3(1)(a) comes (b), or (2)."""
    for depth in range(len(path) - 1, 0, -1):
        if _rank(path[depth]) == _rank(part) or (part in _ROMANS and path[depth] in _ROMANS):
            return (*path[:depth], part)
    return (*path, part)


def _add_range(paths: list[Path], last: str) -> bool:
    path = paths[-1]
    scale = _scale(path[-1], last)
    if path[-1] not in scale or last not in scale:
        return False
    between = scale[scale.index(path[-1]) + 1 : scale.index(last) + 1]
    paths.extend((*path[:-1], part) for part in between)
    return 0 < len(between) <= _LONGEST_RANGE


def _scale(first: str, last: str) -> tuple[str, ...]:
    if first.isdecimal():
        return tuple(map(str, range(1, 400)))
    return _ROMANS if first in _ROMANS and last in _ROMANS else tuple("abcdefghijklmnopqrstuvwxyz")


def _rank(part: str) -> str:
    return "number" if part[0].isdecimal() else "roman" if part in _ROMANS and part not in "vx" else "letter"


def _normalise(path: Path) -> str:
    return path[0] + "".join(f"({part})" for part in path[1:])


def _is_numeral(text: str, match: re.Match[str]) -> bool:
    return match["number"][0].isdecimal() or text[match.start()].isupper()


def _spell(text: str, match: re.Match[str]) -> str:
    number = match["number"].replace(" ", "")
    return number if number[0].isdecimal() else text[match.start() : match.end()].strip().upper()


@cache
def _number() -> re.Pattern[str]:
    maritime = r"[ab]?\d\.\d{1,2}(?:\.\d{1,2})?"
    return re.compile(rf"\s*(?P<number>{maritime}|\d{{1,3}}(?:\s?(?:bis|ter)\b)?|[ivx]{{1,5}}\b)(?!\d)")


@cache
def _steps(several: bool, bracketed: bool) -> tuple[re.Pattern[str], ...]:  # noqa: FBT001 — facts of the text
    """Return what may follow, in the order in which it is tried."""
    part = r"\d{1,2}|[ivx]{1,4}|[a-z]"
    bare = r"[ivx]{1,4}|[a-z]" if bracketed else part
    conjunction = rf"(?:\s*(?:[,;]|\.\.\.)?\s*\b{make_alternatives('and')}\s+|\s*[,;/]\s*)"
    to = rf"(?:\s*-\s*|\s+{make_alternatives('range')}\s+)"
    paragraph = rf"(?:,\s*|\s+)(?:{make_alternatives('and')}\s+)?(?P<word>{make_alternatives('paragraph')})\b\.?\s+"
    plural = rf"(?=\w*s\b)(?P<paragraphs>{make_alternatives('paragraph')})\b\.?\s+"
    ends = "" if several else rf"(?=\s*(?:[.,;:()]|$)|\s+{make_alternatives('of')})"
    guard = rf"(?![\d{'' if bracketed else ')'}])(?!\s*%)(?![./]\d)(?!\s+{make_alternatives('unit')}\b)"
    separator = conjunction if several else rf"\s*,?\s+{make_alternatives('and')}\s+"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\s*\(\s*(?P<inner>{part})\s*\)",
            rf"(?:,\s*|\s+)(?P<inner>{bare})\)",
            rf"(?:,\s*|\s+){plural}\(?(?P<paragraph>{part})\)?(?!\w)",
            rf"{paragraph}\(?(?P<paragraph>{part})\)?(?!\w)",
            rf"{to}\(?(?P<last>{part})\)",
            rf"{to}(?P<last>\d{{1,3}}){guard}",
            rf"{conjunction}\((?P<sibling>{part})\)",
            rf"{conjunction}(?P<sibling>{bare})\)",
            rf"{separator}(?P<article>[ab]?\d\.\d{{1,2}}|\d{{1,3}}(?:\s?(?:bis|ter)\b)?){guard}{ends}",
        )
    )


@cache
def _paragraph_list() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*,?\s*\b{make_alternatives('and')}\s+|\s*,\s*)(?P<sibling>\d{{1,2}})(?![\d)])")
