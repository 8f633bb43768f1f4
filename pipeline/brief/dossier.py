"""Making a dossier: what the tables of a dataset say of a country, Convention, region, subject or office."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.brief.book import Book, list_threads, make_book, make_quote, name_convention, name_word
from pipeline.brief.keys import Choice
from pipeline.brief.material import Material, select_material
from pipeline.brief.sections import join_occasions, make_tables
from pipeline.brief.values import Card, Cell, Dossier, Figure, Plot, Ref, Row, Sign, Table
from pipeline.counting import year_of
from pipeline.gazetteers.sections import load_notes
from pipeline.planning import Event, Thread
from pipeline.records import Comment, Need
from pipeline.vocabulary import About, Grade, NeedStatus, Requester, Stage

MOST_ROWS, MOST_CARDS, MOST_QUOTES, MOST_PASSAGES = 22, 20, 3, 600
_CONCERN = (Grade.REGRET, Grade.CONCERN, Grade.DEEP_CONCERN)
_HELP = (NeedStatus.ONGOING, NeedStatus.DELIVERED, NeedStatus.EFFECTIVE)
_PROGRESS = (Grade.SATISFACTION, Grade.INTEREST)


def make_dossier(material: Material, choice: Choice) -> Dossier:
    """Return the dossier of a choice; each number in it refers to the passages or comments that it counts.

    Where there are too many passages to print, those that a section cites are printed, and the others are named by
    their ids under their threads.
    """
    chosen = select_material(material, choice)
    book = make_book(chosen, choice)
    if len(chosen.findings) > MOST_PASSAGES:
        cited = {ref.anchor.removeprefix("e-") for ref in _cited(_make_cards(chosen, book), make_tables(chosen, book))}
        book = make_book(chosen, choice, cited)
    return _write(chosen, book)


def _write(chosen: Material, book: Book) -> Dossier:
    choice = book.choice
    cards = tuple(_make_cards(chosen, book))
    return Dossier(
        about=choice.about,
        key=choice.key,
        title=choice.title,
        subtitle=choice.subtitle,
        coverage=_tell_coverage(chosen.comments),
        figures=_make_figures(chosen, book),
        plot=_make_plot(chosen, book),
        cards=cards,
        cards_left_out=sum(1 for one in chosen.needs if one.open) - len(cards),
        tables=make_tables(chosen, book),
        quotes=tuple(make_quote(book, one) for one in book.refs),
        threads=list_threads(book, chosen.threads),
        notes=load_notes(),
    )


def _by_priority(need: Need) -> tuple[int, str, str, str]:
    return (-need.priority, need.country, need.convention or "", need.need_id)


def _top(needs: Sequence[Need]) -> Sequence[Need]:
    """Return the first needs, and those that tie with the last of them, up to twice as many."""
    if len(needs) <= MOST_CARDS:
        return needs
    least = needs[MOST_CARDS - 1].priority
    return [one for one in needs if one.priority >= least][: 2 * MOST_CARDS]


def _cited(cards: Iterable[Card], tables: Iterable[Table]) -> Iterator[Ref]:
    for card in cards:
        yield from (*card.others, *(Ref(one.label, one.anchor) for one in card.quotes))
    for table in tables:
        for row in table.rows:
            for cell in row:
                yield from cell.refs


def _tell_coverage(comments: Sequence[Comment]) -> tuple[str, ...]:
    if not comments:
        return ("No comment on this was read.",)
    years = sorted({year for one in comments if (year := year_of(one))})
    bodies = Counter(str(one.body) for one in comments)
    told = ", ".join(f"{body} {number}" for body, number in sorted(bodies.items()))
    period = f" of {years[0]}–{years[-1]}" if years else ""
    files = len({one.source_id for one in comments})
    return (f"From {_count(len(comments), 'comment')}{period} in {_count(files, 'file')} ({told}).",)


def _make_figures(chosen: Material, book: Book) -> tuple[Figure, ...]:
    open_ = [one for one in chosen.needs if one.open]
    waiting = {one.thread_id for one in chosen.threads if one.waiting}
    gaps = {one.thread_id for one in chosen.threads if one.gap}
    requests = _occasions(chosen, (NeedStatus.REQUESTED,))
    given, progress = _occasions(chosen, _HELP), _occasions(chosen, _PROGRESS)
    askers = Counter(one[0].requester for one in requests if one[0].requester)
    held = sum(1 for one in chosen.missions if one.held)
    rows = (
        ("open", "Open needs", len(open_), "help is wanted, and nothing shows that it had its effect",
         (finding for one in open_ for finding in one.findings)),
        ("waiting", "Threads waiting", len(waiting), "help was asked for; nothing agreed since",
         _findings(chosen.events, waiting, (NeedStatus.REQUESTED,))),
        ("gap", "Gaps", len(gaps), "a concern in three or more comments, no help in sight",
         _findings(chosen.events, gaps, _CONCERN)),
        ("requests", "Requests", len(requests),
         ", ".join(f"{name_word(one)} {askers[one]}" for one in Requester if askers[one]) or "help that was asked for",
         _all(requests)),
        ("given", "Times help was given", len(given), "under way, delivered, or with an effect", _all(given)),
        ("missions", "Missions", len(chosen.missions), f"{held} of them known to have been held",
         (finding for one in chosen.missions for finding in one.findings)),
        ("progress", "Progress noted", len(progress), "satisfaction or interest", _all(progress)),
        ("failures", "Reporting failures", len(chosen.failures), "reports, replies or submissions that had not come",
         (finding for one in chosen.failures for finding in one.findings)),
    )  # fmt: skip
    return tuple(
        Figure(key, label, value if chosen.comments else None, note, book.cite(findings))
        for key, label, value, note, findings in rows
    )


def _occasions(chosen: Material, stages: Sequence[Stage]) -> tuple[tuple[Event, ...], ...]:
    return join_occasions(one for one in chosen.events if one.stage in stages)


def _findings(events: Iterable[Event], threads: set[str], stages: Sequence[Stage]) -> Iterator[str]:
    for event in events:
        if event.thread_id in threads and event.stage in stages:
            yield from event.findings


def _all(occasions: Iterable[tuple[Event, ...]]) -> Iterator[str]:
    for told in occasions:
        for event in told:
            yield from event.findings


def _make_cards(chosen: Material, book: Book) -> Iterator[Card]:
    needs = _top(sorted((one for one in chosen.needs if one.open), key=_by_priority))
    threads = {(one.country, one.convention): one for one in chosen.threads}
    events: defaultdict[str, list[Event]] = defaultdict(list)
    for event in chosen.events:
        events[event.thread_id].append(event)
    for rank, need in enumerate(needs, 1):
        thread = threads.get((need.country, need.convention))
        own = events[thread.thread_id] if thread else []
        quoted = list(dict.fromkeys(_telling(need, own, book)))[:MOST_QUOTES]
        yield Card(
            rank=rank,
            title=_title(need, book),
            anchor=f"n-{need.need_id}",
            status=_status(need, thread),
            priority=need.priority,
            facts=tuple(_facts(need, thread, book)),
            reasons=need.priority_reasons,
            quotes=tuple(make_quote(book, one) for one in quoted),
            others=book.cite(set(need.findings) - set(quoted)),
        )


def _title(need: Need, book: Book) -> str:
    country = book.countries.get(need.country, need.country)
    purpose = f" ({name_word(need.purposes[0])})" if need.convention is None and need.purposes else ""
    about = book.choice.about
    if about is About.CONVENTION:
        return country
    named = name_convention(need.convention) + purpose
    return named if about is About.COUNTRY else f"{country}: {named}"


def _status(need: Need, thread: Thread | None) -> str:
    told = [f"Help {name_word(need.status)}"]
    if thread and thread.waiting:
        told.append("waiting")
    return ", ".join(told)


def _facts(need: Need, thread: Thread | None, book: Book) -> Iterator[tuple[str, Cell]]:
    refs = book.thread(need.country, need.convention)
    first = need.findings[:1]
    yield "Help first named", book.cell(need.first_year or "unknown", first)
    yield "Last named", book.cell(need.last_year or "unknown", need.findings[-1:])
    yield "Comments in a row", Cell(str(need.consecutive_comments), refs)
    if need.asked_by:
        yield "Asked by", Cell(", ".join(map(name_word, need.asked_by)))
    if need.purposes:
        yield "For", Cell(", ".join(map(name_word, need.purposes)))
    if thread and thread.waiting_sessions:
        yield "Sessions without an answer", Cell(str(thread.waiting_sessions), refs)
    if thread and thread.discussed:
        yield "Discussed in the Conference Committee", Cell(", ".join(map(str, thread.discussed)), refs)
    if thread and len(thread.history) > 1:
        yield "So far", Cell(", ".join(thread.history), refs)
    if need.progress:
        yield "Progress since", Cell(name_word(need.progress), refs)


def _telling(need: Need, events: Sequence[Event], book: Book) -> Iterator[str]:
    """Yield the findings that tell most of a need: what decides its status, the first request, the latest concern."""
    known = [one for one in need.findings if one in book.findings]
    yield from (one for one in reversed(known) if book.findings[one].quote == need.last_quote)
    yield from (one.findings[0] for one in events if one.stage is NeedStatus.REQUESTED and one.findings)
    yield from (one.findings[0] for one in reversed(events) if one.stage in _CONCERN and one.findings)


def _make_plot(chosen: Material, book: Book) -> Plot | None:
    marks: defaultdict[str, list[Event]] = defaultdict(list)
    for event in chosen.events:
        if event.year:
            marks[event.thread_id].append(event)
    years = _years_of(chosen.comments)
    rows = [_make_row(one, marks[one.thread_id], years[one.country, one.convention], book) for one in chosen.threads]
    told = [one for one in rows if one.comments or one.marks]
    if not told:
        return None
    most = sorted(told, key=lambda one: -(len(one.marks) * 3 + len(one.concerns) * 2 + len(one.comments)))[:MOST_ROWS]
    kept = {one.anchor for one in most}
    shown = tuple(one for one in told if one.anchor in kept)
    every = [year for one in shown for year in (*one.comments, *(when for when, _ in one.marks))]
    return Plot(min(every), max(every), shown, len(told) - len(shown))


def _years_of(comments: Iterable[Comment]) -> defaultdict[tuple[str, str | None], set[int]]:
    years: defaultdict[tuple[str, str | None], set[int]] = defaultdict(set)
    for comment in comments:
        if year := year_of(comment):
            for country in comment.countries:
                for convention in comment.conventions or (None,):
                    years[country, convention].add(year)
    return years


def _make_row(thread: Thread, events: Iterable[Event], years: set[int], book: Book) -> Row:
    signs = {str(sign): sign for sign in Sign}
    events = list(events)
    marks = {(one.year, signs[str(one.stage)]) for one in events if one.year and str(one.stage) in signs}
    return Row(
        label=book.name(thread.country, thread.convention),
        title=f"{book.countries.get(thread.country, thread.country)}, {name_convention(thread.convention)}",
        anchor=book.threads[thread.country, thread.convention].anchor,
        comments=tuple(sorted(years)),
        concerns=tuple(sorted({one.year for one in events if one.year and one.stage in _CONCERN})),
        marks=tuple(sorted(marks, key=lambda mark: (mark[0], list(Sign).index(mark[1])))),
    )


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"
