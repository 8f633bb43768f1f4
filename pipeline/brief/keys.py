"""What a person types to what a dossier is about: a code, a number or a name in three languages."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pipeline.errors import UnknownName
from pipeline.gazetteers.countries import (
    Country,
    NameSort,
    find_country,
    find_country_by_iso,
    load_countries,
    load_country_names,
)
from pipeline.gazetteers.groups import Group, load_regions, load_subjects
from pipeline.gazetteers.instruments import (
    Instrument,
    find_instrument,
    find_instrument_by_title,
    load_instruments,
    load_titles,
)
from pipeline.gazetteers.offices import find_office, load_offices
from pipeline.gazetteers.phrases import make_key
from pipeline.vocabulary import About

_NUMBER = re.compile(r"(?P<kind>[CPR]?)\D{0,6}?0*(?P<number>\d{1,3})", re.IGNORECASE)
_BEFORE_TITLE = re.compile(r"^[CPR]\d{3} ")
_NEAR, _LIKENESS = 4, 0.6


@dataclass(frozen=True, slots=True)
class Choice:
    """What a dossier covers: countries and Conventions (None: all of them), with its key and headings."""

    about: About
    key: str
    title: str
    subtitle: str
    countries: frozenset[str] | None = None
    conventions: frozenset[str] | None = None

    def covers(self, country: str | None, convention: str | None) -> bool:
        """Say whether a thread belongs in the dossier."""
        return (self.countries is None or country in self.countries) and (
            self.conventions is None or convention in self.conventions
        )


def find_choice(about: About, words: str) -> Choice:
    """Return what the words stand for; raise UnknownName with what comes near where no list has them."""
    return _FINDERS[about](words)


def _find_country(words: str) -> Choice:
    country = (find_country_by_iso(words) if len(words) in (2, 3) else None) or find_country(words)
    if country is None:
        names = (name.form for name in load_country_names() if name.sort is not NameSort.ADJECTIVE)
        raise _unknown(words, "country", names)
    regions = {region.key: region.title_en for region in load_regions()}
    return Choice(
        About.COUNTRY, country.iso3, country.name_en, _join(country.iso3, regions[country.region]), _only(country)
    )


def _only(country: Country) -> frozenset[str]:
    return frozenset({country.iso3})


def _find_convention(words: str) -> Choice:
    number = _NUMBER.fullmatch(words.strip())
    found = find_instrument(f"{number['kind'].upper() or 'C'}{int(number['number']):03d}") if number else None
    one = found or find_instrument_by_title(words)
    if one is None:
        raise _unknown(words, "Convention", (f"{code} {title}" for title, code in load_titles()))
    subjects = {subject.key: subject.title_en for subject in load_subjects()}
    subtitle = _join(one.type and f"{one.type} instrument", subjects.get(one.subject or ""), _standing(one))
    return Choice(About.CONVENTION, one.code, f"{one.code} – {one.title_en}", subtitle, None, frozenset({one.code}))


def _standing(one: Instrument) -> str | None:
    return f"{one.status.replace('-', ' ')} as of {one.status_as_of}" if one.status else None


def _find_region(words: str) -> Choice:
    region = _find_group(words, load_regions(), "region")
    countries = frozenset(country.iso3 for country in load_countries() if country.region == region.key)
    return Choice(About.REGION, region.key, region.title_en, "ILO region", countries)


def _find_subject(words: str) -> Choice:
    group = _find_group(words, load_subjects(), "subject")
    codes = frozenset(one.code for one in load_instruments() if one.subject == group.key)
    count = f"{len(codes)} Conventions, Protocols and Recommendations"
    return Choice(About.SUBJECT, group.key, group.title_en, count, None, codes)


def _find_office(words: str) -> Choice:
    office = find_office(words)
    if office is None:
        raise _unknown(words, "office", (form for one in load_offices() for form in (one.city, one.name)))
    names = {country.iso3: country.name_en for country in load_countries()}
    served = ", ".join(sorted(names[code] for code in office.countries))
    subtitle = f"{office.city}. Serves {served}"
    return Choice(About.OFFICE, office.key, office.name, subtitle, frozenset(office.countries))


def _find_group(words: str, groups: Sequence[Group], kind: str) -> Group:
    """Return the group of a key or title; some words of a title are enough where only one has them."""
    key = make_key(words)
    named = {make_key(form): one for one in groups for form in one.forms}
    if key in named:
        return named[key]
    fitting = {one.key: one for form, one in named.items() if key and set(key.split()) <= set(form.split())}
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    titles = [one.title_en for one in groups]
    raise _unknown(words, kind, [one.title_en for one in fitting.values()] or titles, titles)


def _unknown(words: str, kind: str, forms: Iterable[str], otherwise: Sequence[str] = ()) -> UnknownName:
    """Return the error that names the forms which come near: alike in spelling, or sharing their words."""
    by_key: dict[str, str] = {}
    for form in forms:
        by_key.setdefault(make_key(_BEFORE_TITLE.sub("", form).rsplit(",", 1)[0]), form)
    wanted = make_key(words)
    near = [by_key[key] for key in get_close_matches(wanted, by_key, _NEAR, _LIKENESS)]
    near += [form for key, form in by_key.items() if wanted and set(wanted.split()) <= set(key.split())]
    told = list(dict.fromkeys(near))[:_NEAR]
    advice = f": did you mean {' or '.join(told)}?" if told else ""
    if otherwise and not told:
        advice = f": there are {', '.join(otherwise)}"
    return UnknownName(f"no {kind} is called {words!r}{advice}")


def _join(*parts: str | None) -> str:
    return " · ".join(part[0].upper() + part[1:] for part in parts if part)


_FINDERS: Mapping[About, Callable[[str], Choice]] = {
    About.COUNTRY: _find_country,
    About.CONVENTION: _find_convention,
    About.REGION: _find_region,
    About.SUBJECT: _find_subject,
    About.OFFICE: _find_office,
}
