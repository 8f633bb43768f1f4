"""The wording of national laws and of programmes in each language, made into what finds them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.gazetteers.tables import read_table, refuse_duplicates
from pipeline.vocabulary import Language

_LAWS, _PROGRAMMES = "laws.csv", "programmes.csv"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"


@dataclass(frozen=True, slots=True)
class LawWords:
    """How a language names laws: the words of each role, an automaton over all heads, and the patterns after a head."""

    roles: Mapping[str, frozenset[str]]
    heads: tuple[str, ...]
    programmes: Mapping[str, str]
    automaton: AhoCorasick
    tail: re.Pattern[str]
    about: re.Pattern[str] | None
    titled: re.Pattern[str]
    unlike: re.Pattern[str]
    number: re.Pattern[str]
    year: re.Pattern[str]


@cache
def load_law_words(language: Language) -> LawWords:
    """Return the wording of a language, refusing forms that stand twice."""
    rows = [row for row in read_table(_LAWS) if row["language"] == language]
    refuse_duplicates(_LAWS, ((row["role"], row["form"]) for row in rows))
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        roles[row["role"]].add(row["form"])
    if "skip" not in roles:  # a language whose heads stand in lower case, or in upper at the start of a sentence
        for role in ("head", "named"):
            roles[role] |= {form[0].upper() + form[1:] for form in roles[role]}
    programmes = _load_programmes()
    heads = tuple(sorted({*roles["head"], *roles["numbered"], *roles["named"], *roles["programme"], *programmes}))
    return LawWords(
        roles={role: frozenset(forms) for role, forms in roles.items() if forms},
        heads=heads,
        programmes=programmes,
        automaton=AhoCorasick(heads, matchkind=MatchKind.LeftmostLongest),
        tail=re.compile(_tail(roles)),
        about=_about(roles),
        titled=_titled(roles),
        unlike=re.compile(rf"\s+(?:{_any(roles['unlike'])})\b" if roles["unlike"] else r"(?!)"),
        number=re.compile(rf"(?:{_any(roles['number'])})\s?([\w/.–-]*\d(?:[\w/–-]*\w)?)"),
        year=re.compile(rf"(?<!\d){_YEAR}"),
    )


def _any(forms: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))


def _tail(roles: Mapping[str, set[str]]) -> str:
    """A bracket with a number, a number, and a date, each where it stands."""
    number = rf"(?:{_any(roles['number'])})\s?[\w/.–-]*\d(?:[\w/–-]*\w)?"
    of, month = _any(roles["of"]), _any(roles["month"])
    date = rf",?\s(?:(?:{of})\s)?(?:\d{{1,2}}(?:st|nd|rd|th|er)?\s(?:de\s)?)?(?:(?:{month})\s(?:de(?:l)?\s)?)?{_YEAR}"
    return rf"(?:\s\((?:{number}|{_YEAR})[^()]{{0,30}}\))?(?:,?\s{number})?(?:{date})?"


def _about(roles: Mapping[str, set[str]]) -> re.Pattern[str] | None:
    """What a law is about, up to the first mark or the word that ends it."""
    if not roles["about"]:
        return None
    ends = _any(roles["end"])
    return re.compile(rf",?\s(?:{_any(roles['about'])})\s(?:(?!\s(?:{ends})(?!\w))[^,.;:()\n«»]){{3,90}}(?<!\s)")


def _titled(roles: Mapping[str, set[str]]) -> re.Pattern[str]:
    """The words in capitals that follow a head, with the small words between them."""
    small = rf"(?:(?:{_any(roles['join'])})\s)?" if roles["join"] else ""
    return re.compile(rf"(?:\s{small}[A-ZÀ-ÖØ-Þ][\w’'-]+)*")


@cache
def _load_programmes() -> Mapping[str, str]:
    rows = read_table(_PROGRAMMES)
    refuse_duplicates(_PROGRAMMES, (row["form"] for row in rows))
    return {row["form"]: row["name"] for row in rows}
