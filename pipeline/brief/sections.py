"""The sections of a dossier that are tables, each made of one register or of the steps on the threads."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.brief.book import Book, Place, name_comment, name_word, sort_refs
from pipeline.brief.material import Material
from pipeline.brief.values import Cell, Ref, Table
from pipeline.counting import year_of
from pipeline.folding import fold
from pipeline.gazetteers.instruments import find_instrument
from pipeline.gazetteers.sections import load_sections
from pipeline.planning import Event, Failure, MissionRecord, Practice, Thread
from pipeline.records import Comment, Finding, Mention
from pipeline.vocabulary import About, Grade, NeedStatus, Trigger

MOST_ROWS = 60
LONG = 3
_HELP = (NeedStatus.AGREED, NeedStatus.ONGOING, NeedStatus.DELIVERED, NeedStatus.EFFECTIVE, NeedStatus.LIMITED)
_PROGRESS = (Grade.SATISFACTION, Grade.INTEREST, Grade.OTHER)
_CONCERN = (Grade.REGRET, Grade.CONCERN, Grade.DEEP_CONCERN)
_UNKNOWN = "–"


def make_tables(material: Material, book: Book) -> tuple[Table, ...]:
    """Return the sections that fit what the dossier is about, in the order of reading."""
    makers = (_requests, _missions, _assistance, _progress, _practices, _long_standing, _reporting)
    own = _overview if book.choice.countries is None or len(book.choice.countries) > 1 else _instruments
    own = _instruments if book.choice.about is About.CONVENTION else own
    return tuple(make(material, book) for make in (*makers, own, _mentions))


def join_occasions(events: Iterable[Event]) -> tuple[tuple[Event, ...], ...]:
    """Return the steps that are one occasion: the same findings on the threads of several Conventions."""
    occasions: defaultdict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in events:
        occasions[event.country, event.stage, event.findings].append(event)
    return tuple(map(tuple, occasions.values()))


def _requests(material: Material, book: Book) -> Table:
    rows = []
    for told in _newest(join_occasions(one for one in material.events if one.stage is NeedStatus.REQUESTED)):
        event = told[0]
        found = [book.findings[one] for one in event.findings if one in book.findings]
        rows.append((
            Cell(_year(event.year)), _where(told, book), Cell(name_word(event.requester or _UNKNOWN)),
            Cell(name_word(event.purpose or _UNKNOWN)), Cell(_moved_by(found)), _said(event, book),
        ))  # fmt: skip
    return _table("requests", rows, book)


def _missions(material: Material, book: Book) -> Table:
    rows = [_mission_row(one, book) for one in sorted(material.missions, key=lambda one: -(one.last_year or 0))]
    return _table("missions", rows, book)


def _mission_row(one: MissionRecord, book: Book) -> tuple[Cell, ...]:
    kind = "mission" if str(one.mission) == "other" else f"{name_word(one.mission)} mission"
    about = ", ".join(one.conventions) or (f"case {', '.join(one.case_number)}" if one.case_number else _UNKNOWN)
    if book.choice.about is not About.COUNTRY:
        about = f"{book.countries.get(one.country, one.country)} · {about}"
    return (
        Cell(_span(one.first_year, one.last_year)), book.cell(kind, one.findings), Cell(about),
        Cell(name_word(one.proposed_by or _UNKNOWN)), Cell(_yes(one.accepted)), Cell(_yes(one.held)),
        Cell(one.outcome or _UNKNOWN),
    )  # fmt: skip


def _assistance(material: Material, book: Book) -> Table:
    rows = [
        (Cell(_year(told[0].year)), _where(told, book), Cell(name_word(told[0].stage)),
         Cell(name_word(told[0].purpose or _UNKNOWN)), _said(told[0], book))
        for told in _newest(join_occasions(one for one in material.events if one.stage in _HELP))
    ]  # fmt: skip
    return _table("assistance", rows, book)


def _progress(material: Material, book: Book) -> Table:
    rows = [
        (Cell(_year(told[0].year)), _where(told, book), Cell(name_word(told[0].stage)),
         Cell(_after_help(told)), _said(told[0], book))
        for told in _newest(join_occasions(one for one in material.events if one.stage in _PROGRESS))
    ]  # fmt: skip
    return _table("progress", rows, book)


def _practices(material: Material, book: Book) -> Table:
    rows = [_practice_row(one, book) for one in sorted(material.practices, key=lambda one: -(one.year or 0))]
    return _table("practices", rows, book)


def _practice_row(one: Practice, book: Book) -> tuple[Cell, ...]:
    before = _UNKNOWN
    if one.assistance_year:
        before = f"{one.assistance_year}, {_count(one.elapsed_years or 0, 'year')} before"
    return (
        Cell(_year(one.year)), Cell(book.name(one.country, one.convention), book.thread(one.country, one.convention)),
        book.cell(one.remedy, one.findings), book.cell(before, one.assistance), Cell(_yes(one.claimed)),
    )  # fmt: skip


def _long_standing(material: Material, book: Book) -> Table:
    concerns: defaultdict[str, list[str]] = defaultdict(list)
    requests: defaultdict[str, list[str]] = defaultdict(list)
    for event in material.events:
        if event.stage in _CONCERN:
            concerns[event.thread_id] += event.findings
        elif event.stage is NeedStatus.REQUESTED:
            requests[event.thread_id] += event.findings
    rows = []
    for one in sorted(material.threads, key=lambda one: (-one.consecutive_comments, one.country, one.convention or "")):
        if one.gap or one.waiting or (one.consecutive_comments >= LONG and one.concerns and not one.resolved):
            rows.append((
                Cell(book.name(one.country, one.convention), book.thread(one.country, one.convention)),
                Cell(_stands(one)), Cell(str(one.consecutive_comments), book.thread(one.country, one.convention)),
                book.cell(one.concerns, concerns[one.thread_id]),
                book.cell(one.waiting_sessions or _UNKNOWN, requests[one.thread_id] if one.waiting_sessions else ()),
                Cell(_span(one.first_year, one.last_year)),
            ))  # fmt: skip
    return _table("long-standing", rows, book)


def _stands(one: Thread) -> str:
    parts = ["gap"] * one.gap + ["waiting"] * one.waiting + ([f"help {name_word(one.status)}"] if one.status else [])
    return ", ".join(parts) or "no help named"


def _reporting(material: Material, book: Book) -> Table:
    rows = [_failure_row(one, book) for one in sorted(material.failures, key=lambda one: -(one.year or 0))]
    return _table("reporting", rows, book)


def _failure_row(one: Failure, book: Book) -> tuple[Cell, ...]:
    about = ", ".join(one.conventions) or "no Convention named"
    if book.choice.about is not About.COUNTRY:
        about = f"{book.countries.get(one.country, one.country)} · {about}"
    return (
        Cell(_year(one.year)), book.cell(name_word(one.failure), one.findings), Cell(about), Cell(str(one.body)),
        Cell(_yes(one.assistance_offered)), Cell(_yes(one.assistance_requested)),
    )  # fmt: skip


def _instruments(material: Material, book: Book) -> Table:
    """The Conventions of a country, or the countries of a Convention, with what is known of ratification and status."""
    ratified = _find_ratified(material.comments)
    rows = []
    for one in material.threads:
        if one.convention:
            instrument = find_instrument(one.convention)
            known = instrument and instrument.status
            status = f"{name_word(known)} (as of {instrument.status_as_of})" if instrument and known else _UNKNOWN
            told = _tell_ratified(ratified[one.country, one.convention])
            thread = book.thread(one.country, one.convention)
            rows.append((
                Cell(book.name(one.country, one.convention), thread),
                Cell(told or _UNKNOWN, thread if told else ()),
                Cell(name_word((instrument and instrument.type) or _UNKNOWN)), Cell(status),
                Cell(", ".join(instrument.revised_by) if instrument and instrument.revised_by else _UNKNOWN),
                Cell(str(one.comments), thread),
            ))  # fmt: skip
    return _table("instruments", rows, book)


def _find_ratified(comments: Iterable[Comment]) -> defaultdict[Place, defaultdict[int, list[Comment]]]:
    """Return the comments whose headings print a year of ratification, by country, Convention and year."""
    ratified: defaultdict[Place, defaultdict[int, list[Comment]]] = defaultdict(lambda: defaultdict(list))
    for comment in comments:
        if len(comment.ratified_year) == len(comment.conventions):
            for country in comment.countries:
                for code, year in zip(comment.conventions, comment.ratified_year, strict=True):
                    ratified[country, code][year].append(comment)
    return ratified


def _tell_ratified(printed: Mapping[int, Sequence[Comment]]) -> str:
    """Return each year with the latest comment that prints it."""
    told = []
    for year, comments in sorted(printed.items()):
        latest = max(comments, key=lambda one: (year_of(one) or 0, one.comment_id))
        told.append(f"{year} (in {name_comment(latest)}, page {latest.first_page})")
    return "; ".join(told)


def _overview(material: Material, book: Book) -> Table:
    """Of several countries: how many threads each has, and how they stand."""
    threads: defaultdict[str, list[Thread]] = defaultdict(list)
    for thread in material.threads:
        threads[thread.country].append(thread)
    rows = []
    for country, own in sorted(threads.items(), key=lambda pair: fold(book.countries.get(pair[0], pair[0]))):
        counts = [sum(1 for _ in own), *(_sum(own, name) for name in ("open", "waiting", "gap", "resolved"))]
        cells = [Cell(str(number), _refs(own, name, book)) for number, name in zip(counts, ("", *_STATES), strict=True)]
        rows.append((Cell(book.countries.get(country, country)), *cells))
    return _table("countries", rows, book)


_STATES = ("open", "waiting", "gap", "resolved")


def _sum(threads: Iterable[Thread], name: str) -> int:
    return sum(1 for one in threads if getattr(one, name))


def _refs(threads: Iterable[Thread], name: str, book: Book) -> tuple[Ref, ...]:
    return tuple(
        ref for one in threads if not name or getattr(one, name) for ref in book.thread(one.country, one.convention)
    )  # fmt: skip


def _mentions(material: Material, book: Book) -> Table:
    named: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for one in material.mentions:
        named[str(one.kind), one.name].append(one)
    rows = []
    for (kind, name), places in sorted(named.items(), key=lambda pair: (pair[0][0], -len(pair[1]), pair[0][1])):
        codes = sorted({code for one in places for code in one.conventions})
        seen = [_place(one, book.comments.get(one.comment_id)) for one in places]
        threads = {
            ref for one in places for country in one.countries for code in one.conventions or (None,)
            for ref in book.thread(country, code)
        }  # fmt: skip
        about = ", ".join(codes)
        if book.choice.about is not About.COUNTRY:
            about = ", ".join(sorted({book.countries.get(one, one) for place in places for one in place.countries}))
        where = ", ".join(dict.fromkeys(seen))
        rows.append((
            Cell(name), Cell(kind), Cell(about or _UNKNOWN),
            Cell(where, sort_refs(threads)),
        ))  # fmt: skip
    return _table("laws", rows, book)


def _place(one: Mention, comment: Comment | None) -> str:
    return f"{_year(year_of(comment) if comment else None)} (page {one.page})"


def _table(key: str, rows: Sequence[tuple[Cell, ...]], book: Book) -> Table:
    section = load_sections()[key]
    country = book.choice.about is About.COUNTRY
    of = {About.COUNTRY: "Convention", About.CONVENTION: "Country"}.get(book.choice.about, "Thread")
    headers = (one.format(of=of, about="Conventions" if country else "Countries") for one in section.headers)
    shown = tuple(rows[:MOST_ROWS])
    return Table(
        key, section.title, section.lead, tuple(headers), section.widths, shown, section.none, len(rows) - len(shown)
    )


def _where(told: Sequence[Event], book: Book) -> Cell:
    """The threads of one occasion: in full where it is one, by their codes where they are several."""
    if len(told) == 1 or book.choice.about is About.CONVENTION:
        return Cell(book.name(told[0].country, told[0].convention), book.thread(told[0].country, told[0].convention))
    codes = ", ".join(sorted({one.convention or "no Convention" for one in told}))
    names = codes if book.choice.about is About.COUNTRY else f"{book.countries.get(told[0].country, '')} · {codes}"
    refs = {ref for one in told for ref in book.thread(one.country, one.convention)}
    return Cell(names, sort_refs(refs))


def _said(event: Event, book: Book) -> Cell:
    return book.cell(book.quote(event.findings[0]) if event.findings else _UNKNOWN, event.findings)


def _newest(occasions: Iterable[tuple[Event, ...]]) -> list[tuple[Event, ...]]:
    firsts = {told[0].event_id: told for told in occasions}
    ordered = sorted((told[0] for told in firsts.values()), key=_newest_first)
    return [firsts[one.event_id] for one in ordered]


def _newest_first(event: Event) -> tuple[int, str, str, str]:
    return (-(event.year or 0), event.country, event.convention or "", event.event_id)


def _moved_by(findings: Sequence[Finding]) -> str:
    triggers = {one.trigger for one in findings if one.trigger and one.trigger is not Trigger.UNKNOWN}
    return ", ".join(sorted(map(name_word, triggers))) or _UNKNOWN


def _after_help(told: Sequence[Event]) -> str:
    years = [one.years_since_assistance for one in told if one.years_since_assistance is not None]
    return _count(max(years), "year") if years else _UNKNOWN


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _year(year: int | None) -> str:
    return str(year) if year else _UNKNOWN


def _span(first: int | None, last: int | None) -> str:
    if first is None or last is None:
        return "unknown"
    return str(first) if first == last else f"{first}–{last}"


def _yes(answer: bool | None) -> str:  # noqa: FBT001 (a value to be worded, no switch)
    return _UNKNOWN if answer is None else "yes" if answer else "no"
