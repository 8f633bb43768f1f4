"""An annual report of the Committee of Experts, of any length, in either order of its second part."""

from collections import Counter
from itertools import groupby
from random import Random

from benchmarks.generator.comments import FINDING_SHARE, Written, session_of, write_comment, write_general
from benchmarks.generator.front import set_front
from benchmarks.generator.phrases import phrases_of
from benchmarks.generator.places import Instrument, Place, load_conventions, load_places, print_chapter, print_title
from benchmarks.generator.truth import GeneratedReport, ReportTruth, TrueList
from benchmarks.generator.typeset import BODY, CHAPTER, COUNTRY, LIST, QUOTED, SUBTITLE, TITLE, Style, Typesetter
from benchmarks.generator.wording import load_wording
from benchmarks.generator.writer import Writer

ERAS = ("by-convention", "by-subject")
_CHARACTERS_A_PAGE = 3900.0
_JOINT = (("C081", "C129"), ("C077", "C078"), ("C148", "C155"))
_STOPS = (0.0, 200.0)

__all__ = ["ERAS", "FINDING_SHARE", "generate_report"]


def generate_report(pages: int, seed: int, era: str, language: str) -> GeneratedReport:
    """Make a report of exactly so many pages (six at least), the same for the same seed."""
    if pages < 6 or era not in ERAS:
        raise ValueError(f"no such report: {pages} pages, {era}")
    chance = Random(f"{seed} {era} {language}")
    year = chance.randint(1996, 2001) if era == "by-convention" else chance.randint(2003, 2018)
    quotes = "straight" if era == "by-convention" else "curly"
    writer = Writer(load_wording(language), year, chance, quotes)
    budget = pages - 4 - pages // 40
    while True:
        written = _write_part_two(writer, budget, era)
        report = _print_report(written, writer, era)
        if len(report.pages) <= pages:
            break
        budget -= max(1, len(report.pages) - pages)
    _fill(report, pages, phrases_of(language)["appendix"], written)
    truth = ReportTruth(era, language, pages, seed, tuple(one.truth for one in written), list_cases(written))
    return GeneratedReport(report.draw(phrases_of(language)["report"]), truth)


def list_cases(written: list[Written]) -> tuple[TrueList, ...]:
    """Return the lists that the General Report prints, drawn from what the comments say."""
    return (
        TrueList("satisfaction", _cases(written, "grade", "satisfaction")),
        TrueList("interest", _cases(written, "grade", "interest")),
        TrueList("assistance-useful", _cases(written, "act", "reminded")),
        TrueList("report-missing", _cases(written, "grade", "report-missing")),
    )


def _cases(written: list[Written], attribute: str, value: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found: dict[str, list[str]] = {}
    for one in sorted(written, key=lambda one: (one.place.name, one.truth.conventions)):
        said = (f for f in one.truth.findings if getattr(f, attribute) == value and not f.quoted)
        if any(said) and (one.truth.conventions or value == "report-missing"):
            codes = found.setdefault(one.place.iso3, [])
            codes.extend(code for code in one.truth.conventions if code not in codes)
    return tuple((iso3, tuple(codes)) for iso3, codes in found.items())


def _write_part_two(writer: Writer, budget: int, era: str) -> list[Written]:
    language, chance = writer.wording.language, writer.chance
    places, conventions = load_places(language), load_conventions(language)
    by_code = {one.code: one for one in conventions}
    general = max(1, budget // 30)
    written = [write_general(writer, place, "reporting") for place in chance.sample(places, min(general, 90))]
    written += [write_general(writer, place, "submission") for place in chance.sample(places, min(general, 90))]
    pairs: list[tuple[Place, tuple[Instrument, ...]]] = [(place, (one,)) for place in places for one in conventions]
    pairs += [(place, tuple(by_code[code] for code in codes)) for place in places for codes in _JOINT]
    chance.shuffle(pairs)
    room = budget * _CHARACTERS_A_PAGE - sum(one.characters + 300 for one in written)
    taken: set[tuple[str, str]] = set()
    for place, instruments in pairs:
        keys = {(place.iso3, one.code) for one in instruments}
        if taken & keys or (era == "by-convention" and len(keys) > 1):
            continue
        taken |= keys
        written.append(write_comment(writer, place, instruments, era))
        room -= written[-1].characters + 330
        if room < 0:
            break
    return _order(written, era)


def _order(written: list[Written], era: str) -> list[Written]:
    section = {"general-observation": 0, "observation": 1, "submission-observation": 2}

    def key(one: Written) -> tuple[int, int, str, int]:
        part = section[one.truth.kind]
        if not one.instruments:
            return part, 0, one.place.name, 0
        first = one.instruments[0]
        chapter = first.number if era == "by-convention" else first.order
        return part, chapter, one.place.name, first.number

    return sorted(written, key=key)


def _print_report(written: list[Written], writer: Writer, era: str) -> Typesetter:
    language = writer.wording.language
    words, setter = phrases_of(language), Typesetter()
    names = {place.iso3: place.name for place in load_places(language)}
    set_front(setter, words, (writer.year, session_of(writer.year + 1)), list_cases(written), names)
    setter.head = words["part-two"]
    setter.new_page()
    setter.set_text(words["part-two"], CHAPTER)
    for kind, found in groupby(written, key=lambda one: one.truth.kind):
        setter.head = words[kind]
        setter.set_text(words[kind], CHAPTER)
        if kind == "observation":
            _print_chapters(list(found), setter, language, era)
        else:
            for one in found:
                setter.set_text(one.place.name, COUNTRY)
                _print_body(one, setter)
    return setter


def _print_chapters(written: list[Written], setter: Typesetter, language: str, era: str) -> None:
    by_convention = era == "by-convention"
    numbered = [(one.instruments[0].number if by_convention else one.instruments[0].order, one) for one in written]
    for _, pairs in groupby(numbered, key=lambda pair: pair[0]):
        chapter = [one for _, one in pairs]
        first = chapter[0].instruments[0]
        setter.head = print_chapter(first, language) if by_convention else first.subject
        setter.set_text(setter.head, CHAPTER)
        last = ""
        for one in chapter:
            _print_heading(one, setter, (language, era, last))
            _print_body(one, setter)
            last = one.place.name
        _print_requests(chapter, setter, language, era)


def _print_heading(one: Written, setter: Typesetter, context: tuple[str, str, str]) -> None:
    language, era, last = context
    word = {"en": "ratification", "fr": "ratification", "es": "ratificación"}[language]
    if era == "by-convention":
        setter.set_text(f"{one.place.name} ({word}: {one.truth.ratified_year[0]})", COUNTRY)
        return
    if one.place.name != last:
        setter.set_text(one.place.name, COUNTRY)
    for instrument, year in zip(one.instruments, one.truth.ratified_year, strict=True):
        setter.set_text(print_title(instrument, language), TITLE)
        setter.set_text(f"({word}: {year})", SUBTITLE)


def _print_body(one: Written, setter: Typesetter) -> None:
    for paragraph in one.paragraphs:
        style = QUOTED if paragraph.indented else BODY
        setter.set_text(paragraph.text, style, f"{paragraph.number}{paragraph.heading}", paragraph.notes)
    if one.truth.special_note:
        setter.set_text(one.truth.special_note, Style(font="Times-Italic", align="left"))


def _print_requests(chapter: list[Written], setter: Typesetter, language: str, era: str) -> None:
    """Print the States to which requests go, a few that have no comment here: metadata, not comments."""
    words = phrases_of(language)
    present = {one.place.iso3 for one in chapter}
    codes = list(dict.fromkeys(one for written in chapter for one in written.instruments))
    listed = [_addressees(one, present, language) for one in codes]
    if era == "by-convention":
        setter.set_text(f"{words['requests-to']} {', '.join(listed[0])}.", BODY)
        return
    setter.set_text(words["requests"], TITLE)
    named = zip(codes, listed, strict=True)
    parts = "; ".join(f"{words['convention']} {one.number} ({', '.join(found)})" for one, found in named)
    setter.set_text(f"{words['requests-to']} {parts}.", BODY)


def _addressees(one: Instrument, present: set[str], language: str) -> list[str]:
    places = [place for place in load_places(language) if place.iso3 not in present]
    return [place.name for place in places[one.number % 7 :: 37]]


def _fill(setter: Typesetter, pages: int, title: str, written: list[Written]) -> None:
    """Fill what is left with the appendix: how many reports were received, a row for each country."""
    counted = Counter(one.place.name for one in written)
    rows = sorted(counted) or ["–"]
    number = 0
    while len(setter.pages) < pages:
        setter.head = title
        setter.new_page()
        setter.set_text(title, CHAPTER)
        full = len(setter.pages)
        while len(setter.pages) == full and number < len(rows) + 40 * pages:
            name = rows[number % len(rows)]
            setter.set_row((name, f"{counted[name] + number % 5} / {counted[name] + 6}"), LIST, _STOPS)
            number += 1
        if len(setter.pages) > full:
            del setter.pages[full:], setter.heads[full:]
        if len(setter.pages) < pages:
            setter.pages.append([])
            setter.heads.append(title)
