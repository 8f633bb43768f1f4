"""Names of States and territories in a text, told apart from their adjectives and from words that look like them."""

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.countries import CountryName, NameSort, load_country_names, load_homographs
from pipeline.gazetteers.phrases import Phrases, close_bracket, find_phrases, make_phrases
from pipeline.records import Span
from pipeline.vocabulary import Language


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A country named in a text, and how it is named."""

    span: Span
    iso3: str
    sort: NameSort


def find_countries(text: str) -> tuple[CountryMention, ...]:
    """Return the countries a text names, the longest name where several fit, also over broken lines."""

    def accept(span: Span, name: CountryName | None) -> bool:
        return name is None or _written_as(name, span.cut(text), text[span.end : span.end + 1])

    return tuple(
        CountryMention(close_bracket(text, span), name.iso3, name.sort)
        for span, name in find_phrases(text, _country_phrases(), accept)
        if name
    )


@cache
def _country_phrases() -> Phrases[CountryName | None]:
    homographs: list[tuple[str, CountryName | None]] = [(form, None) for form in load_homographs()]
    return make_phrases([*homographs, *((name.form, name) for name in load_country_names())])


def _written_as(name: CountryName, words: str, following: str) -> bool:
    if name.form.isupper() and len(name.form) < 8:  # UK, EAU and US are words of a text unless in capitals
        return words.isupper() and following != "$"
    if name.sort is NameSort.ADJECTIVE and name.language is not Language.ENGLISH:
        return True
    return words[0].isupper() or name.form[0].islower()
