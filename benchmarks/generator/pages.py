"""A fixture corpus: web pages of countries over sessions, and the needs they tell of."""

from dataclasses import dataclass, replace
from itertools import chain
from random import Random

from benchmarks.generator.comments import make_truth, session_of
from benchmarks.generator.normlex import WebPage, paragraphs, render_page
from benchmarks.generator.places import Instrument, Place, load_conventions, load_places, print_title
from benchmarks.generator.truth import GeneratedCorpus, GeneratedPage, TrueFinding, TrueNeed
from benchmarks.generator.wording import load_wording
from benchmarks.generator.writer import Sentence, Writer

_FIRST_YEAR = 2012


@dataclass(frozen=True, slots=True)
class Course:
    """What each session says of one country: words for the writer, "-" for nothing, "repeat" for a repetition."""

    name: str
    steps: tuple[str, ...]
    codes: tuple[str, ...] = ("C081",)
    status: str = ""
    open: bool = True
    progress: str | None = None


COURSES = (
    Course("the whole life of a need", ("reminded", "requested", "agreed", "ongoing", "delivered", "effective"),
           status="effective", open=False),
    Course("suggested and never answered", ("reminded", "encouraged", "reminded", "reminded", "encouraged", "reminded"),
           ("C087",), "suggested"),
    Course("requested, repeated, delivered, satisfaction",
           ("reminded", "requested", "repeat", "delivered", "-", "satisfaction"), ("C111",), "delivered", open=False,
           progress="satisfaction"),
    Course("one text under two Conventions", ("reminded", "-", "requested", "-", "ongoing", "-"), ("C081", "C129"),
           "ongoing"),
    Course("asked for by the workers", ("-", "workers", "-", "encouraged", "-", "-"), ("C098",), "suggested"),
    Course("refused", ("encouraged", "limited", "-", "-", "-", "-"), ("C029",), "limited"),
    Course("agreed twice, not begun", ("requested", "agreed", "-", "agreed", "-", "-"), ("C138",), "agreed"),
    Course("delivered, then interest", ("-", "requested", "delivered", "interest", "-", "-"), ("C100",), "delivered",
           open=False, progress="interest"),
    Course("help that was not asked for", ("-", "negated", "-", "-", "-", "-"), ("C144",)),
    Course("nothing about help", ("-", "regret", "-", "interest", "-", "-"), ("C026",)),
    Course("reports that never come", ("reporting",) * 6, (), "suggested"),
    Course("met and suggested again", ("delivered", "-", "-", "reminded", "-", "-"), ("C155",), "suggested"),
)  # fmt: skip
_WANTED: dict[str, dict[str, str]] = {
    "workers": {"act": "requested", "speaker": "workers"},
    "negated": {"act": "requested", "polarity": "negated"},
    "requested": {"act": "requested", "polarity": "asserted", "speaker": "government"},
    "encouraged": {"act": "encouraged", "term": "technical-assistance", "speaker": "committee"},
    "delivered": {"act": "delivered", "polarity": "asserted"},
    "satisfaction": {"grade": "satisfaction"},
    "interest": {"grade": "interest", "kind": "progress"},
    "regret": {"grade": "regret", "kind": "concern"},
}


def generate_corpus(countries: int, sessions: int, seed: int) -> GeneratedCorpus:
    """Make pages of so many countries (12 show every course) over so many sessions (6 show each to its end)."""
    chance = Random(f"corpus {seed}")
    places = chance.sample([one for one in load_places("en") if "'" not in one.name], countries)
    writer = Writer(load_wording("en"), _FIRST_YEAR, chance, "curly")
    pages: list[GeneratedPage] = []
    needs: list[TrueNeed] = []
    for number, place in enumerate(places):
        course = COURSES[number % len(COURSES)]
        course = replace(course, steps=course.steps[:sessions])
        pages += chain.from_iterable(
            _write_pages(writer, place, course, turn) for turn in range(len(course.steps))
        )  # fmt: skip
        needs += _tell_needs(place, course) if sessions == len(COURSES[0].steps) else []
    return GeneratedCorpus(tuple(pages), tuple(sorted(needs, key=lambda one: (one.country, one.convention or ""))))


def _write_pages(writer: Writer, place: Place, course: Course, turn: int) -> list[GeneratedPage]:
    writer.year = _FIRST_YEAR + turn
    conventions = {one.code: one for one in load_conventions("en")}
    instruments = tuple(conventions[code] for code in course.codes)
    sentences, quoted = _write_step(writer, course.steps[turn])
    truth = make_truth(writer, place, instruments, _findings(sentences, quoted))
    kind = "observation" if course.codes else "general-observation"
    truth = replace(truth, kind=kind, sentences=len(sentences))
    header = _print_header(writer.year, place, instruments, truth.ratified_year)
    body = paragraphs(" ".join(text for text, _ in sentences))
    stem = f"{turn}-{place.iso3}".lower()
    names = [f"{stem}-{code.lower()}.html" for code in course.codes] or [f"{stem}-general.html"]
    number = 4000000 + turn * 1000 + int(place.iso3, 36) % 900
    return [
        GeneratedPage(
            name, render_page(WebPage("en", 13100, f"P13100_COMMENT_ID:{number + place_in}", header, body)), truth,
            names[0] if place_in else None,
        )
        for place_in, name in enumerate(names)
    ]  # fmt: skip


def _write_step(writer: Writer, step: str) -> tuple[list[Sentence], int]:
    """Return the sentences of one session and from which of them on they repeat an older text."""
    if step == "reporting":
        missing, reminder = _reporting(writer, "report-missing"), _reporting(writer, "reminded")
        return [missing, writer.write("reporting-plain"), reminder], 99
    sentences = [writer.write("opening"), writer.write("plain")]
    if step == "repeat":
        sentences = [writer.write("lead"), writer.write("repeat"), writer.write_labelled(_WANTED["requested"])]
        return [*sentences, writer.write("plain")], 2
    if step != "-":
        wanted = _WANTED.get(step) or {"act": step, "term": "technical-assistance"}
        sentences.append(writer.write_labelled(wanted))
    return [*sentences, writer.write("plain"), writer.write("closing")], 99


def _reporting(writer: Writer, wanted: str) -> Sentence:
    while True:
        sentence = writer.write("reporting-finding")
        if any(wanted in (one.act, one.grade) for one in sentence[1]):
            return sentence


def _findings(sentences: list[Sentence], quoted: int) -> tuple[TrueFinding, ...]:
    marked = [(number >= quoted, one) for number, (_, found) in enumerate(sentences) for one in found]
    return tuple(replace(one, quoted=one.quoted or old) for old, one in marked)


def _print_header(
    year: int, place: Place, instruments: tuple[Instrument, ...], ratified: tuple[int, ...]
) -> tuple[str, ...]:
    session = session_of(year + 1)
    ending = {101: "st", 102: "nd", 103: "rd"}.get(session, "th")
    kind = "Observation" if instruments else "General Observation"
    first = f"{kind} (CEACR) - adopted {year}, published {session}{ending} ILC session ({year + 1})"
    titles = [(print_title(one, "en"), when) for one, when in zip(instruments, ratified, strict=True)]
    if len(titles) == 1:
        return first, f"{titles[0][0]} - {place.name} (Ratification: {titles[0][1]})"
    return first, place.name, *(f"{title} (Ratification: {when})" for title, when in titles)


def _tell_needs(place: Place, course: Course) -> list[TrueNeed]:
    if not course.status:
        return []
    said = [turn for turn, step in enumerate(course.steps) if step not in ("-", "repeat", "satisfaction", "interest")]
    asked = [{"requested": "government", "workers": "workers"}.get(step, "") for step in course.steps]
    order = [word for word in ("government", "workers") if word in asked]
    years = [_FIRST_YEAR + turn for turn in said]
    return [
        TrueNeed(
            place.iso3, code or None, None if code else "reporting", course.status, course.open, years[0], years[-1],
            tuple(session_of(year + 1) for year in years), tuple(order), course.progress,
        )
        for code in (course.codes or ("",))
    ]  # fmt: skip
