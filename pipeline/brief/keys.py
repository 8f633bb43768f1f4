"""What a person types to what a dossier is about: a code, a number or a name in three languages."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from pipeline.brief.values import Subject
from pipeline.errors import UnknownName
from pipeline.gazetteers.countries import Country, find_country, find_country_by_iso, load_countries, load_country_names
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

_NUMBER = re.compile(r"(?P<kind>[CPR]?)\D{0,6}?0*(?P<number>\d{1,3})", re.IGNORECASE)
_NEAR, _LIKENESS = 4, 0.6


@dataclass(frozen=True, slots=True)
class Choice:
    """What a dossier covers: countries and Conventions (None: all of them), with its key and headings."""

    about: Subject
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


def find_choice(about: Subject, words: str) -> Choice:
    """Return what the words stand for; raise UnknownName with what comes near where no list has them."""
    return _FINDERS[about](words)


def _find_country(words: str) -> Choice:
    country = (find_country_by_iso(words) if len(words) in (2, 3) else None) or find_country(words)
    if country is None:
        raise _unknown(words, "country", (name.form for name in load_country_names()))
    regions = {region.key: region.title_en for region in load_regions()}
    return Choice(
        Subject.COUNTRY, country.iso3, country.name_en, _join(country.iso3, regions[country.region]), _only(country)
    )


def _only(country: Country) -> frozenset[str]:
    return frozenset({country.iso3})


def _find_convention(words: str) -> Choice:
    number = _NUMBER.fullmatch(words.strip())
    found = find_instrument(f"{number['kind'].upper() or 'C'}{int(number['number']):03d}") if number else None
    one = found or find_instrument_by_title(words)
    if one is None:
        near = (f"{code} {title}" for title, code in load_titles())
        raise _unknown(words, "Convention", near, lambda form: form.split(" ", 1)[1].rsplit(",", 1)[0])
    subjects = {subject.key: subject.title_en for subject in load_subjects()}
    subtitle = _join(one.type and f"{one.type} instrument", subjects.get(one.subject or ""), _standing(one))
    return Choice(Subject.CONVENTION, one.code, f"{one.code} – {one.title_en}", subtitle, None, frozenset({one.code}))


def _standing(one: Instrument) -> str | None:
    return f"{one.status.replace('-', ' ')} as of {one.status_as_of}" if one.status else None


def _find_region(words: str) -> Choice:
    region = _find_group(words, load_regions(), "region")
    countries = frozenset(country.iso3 for country in load_countries() if country.region == region.key)
    return Choice(Subject.REGION, region.key, region.title_en, "ILO region", countries)


def _find_subject(words: str) -> Choice:
    group = _find_group(words, load_subjects(), "subject")
    codes = frozenset(one.code for one in load_instruments() if one.subject == group.key)
    count = f"{len(codes)} Conventions, Protocols and Recommendations"
    return Choice(Subject.SUBJECT, group.key, group.title_en, count, None, codes)


def _find_office(words: str) -> Choice:
    office = find_office(words)
    if office is None:
        raise _unknown(words, "office", (form for one in load_offices() for form in (one.key, one.city, one.name)))
    names = {country.iso3: country.name_en for country in load_countries()}
    served = ", ".join(sorted(names[code] for code in office.countries))
    subtitle = f"{office.city}. Serves {served}"
    return Choice(Subject.OFFICE, office.key, office.name, subtitle, frozenset(office.countries))


def _find_group(words: str, groups: Iterable[Group], kind: str) -> Group:
    """Return the group of a key or title; the first words of a title are enough where only one begins so."""
    key = make_key(words)
    named = {
        make_key(form): one
        for one in groups
        for form in (one.key, one.title_en, one.title_fr, one.title_es)
    }  # fmt: skip
    if key in named:
        return named[key]
    fitting = {one.key: one for form, one in named.items() if key and set(key.split()) <= set(form.split())}
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    raise _unknown(words, kind, (form for one in groups for form in (one.title_en, one.title_fr, one.title_es)))


def _unknown(
    words: str, kind: str, forms: Iterable[str], core: Callable[[str], str] = lambda form: form
) -> UnknownName:
    """Return the error that names the forms which come near: alike in spelling, or sharing their words."""
    by_key: Mapping[str, str] = {make_key(core(form)): form for form in forms}
    wanted = make_key(words)
    near = [by_key[key] for key in get_close_matches(wanted, by_key, _NEAR, _LIKENESS)]
    near += [form for key, form in by_key.items() if wanted and set(wanted.split()) <= set(key.split())]
    told = list(dict.fromkeys(near))[:_NEAR]
    advice = f": did you mean {' or '.join(told)}?" if told else ""
    return UnknownName(f"no {kind} is called {words!r}{advice}")


def _join(*parts: str | None) -> str:
    return " · ".join(part[0].upper() + part[1:] for part in parts if part)


_FINDERS: Mapping[Subject, Callable[[str], Choice]] = {
    Subject.COUNTRY: _find_country,
    Subject.CONVENTION: _find_convention,
    Subject.REGION: _find_region,
    Subject.SUBJECT: _find_subject,
    Subject.OFFICE: _find_office,
}
