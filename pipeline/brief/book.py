"""The evidence of a dossier, numbered: E12 is a passage, T3 a thread; every statement refers to these."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.brief.keys import Choice
from pipeline.brief.material import Material
from pipeline.brief.values import Cell, Quote, Ref, ThreadLine
from pipeline.counting import year_of
from pipeline.gazetteers.countries import load_countries
from pipeline.gazetteers.instruments import find_instrument
from pipeline.planning import Thread
from pipeline.records import Comment, Finding, Receipt
from pipeline.vocabulary import About

Place = tuple[str, str | None]

_SHOWN = 190


@dataclass(frozen=True, slots=True)
class Book:
    """What is looked up while a dossier is written: passages, comments, threads, and the names of things."""

    choice: Choice
    findings: Mapping[str, Finding]
    comments: Mapping[str, Comment]
    sources: Mapping[str, Receipt]
    refs: Mapping[str, Ref]
    threads: Mapping[Place, Ref]
    countries: Mapping[str, str]

    def cite(self, findings: Iterable[str]) -> tuple[Ref, ...]:
        """Return the references to findings, each once: to the passage, or to its threads where it is not printed."""
        found: set[Ref] = set()
        for one in findings:
            if one in self.refs:
                found.add(self.refs[one])
            elif one in self.findings:
                found.update(self.threads[place] for place in find_places(self.findings[one]) if place in self.threads)
        return sort_refs(found)

    def cell(self, text: object, findings: Iterable[str] = ()) -> Cell:
        """Return words or a number with the passages that show it."""
        return Cell(str(text), self.cite(findings))

    def thread(self, country: str, convention: str | None) -> tuple[Ref, ...]:
        """Return the reference to a thread."""
        return (self.threads[country, convention],) if (country, convention) in self.threads else ()

    def name(self, country: str, convention: str | None) -> str:
        """Return the name of a thread: what the heading of the dossier does not say already."""
        told = self.countries.get(country, country)
        if self.choice.about is About.COUNTRY:
            return name_convention(convention)
        if self.choice.about is About.CONVENTION:
            return told
        return f"{told} · {convention or 'no Convention'}"

    def quote(self, finding_id: str) -> str:
        """Return the sentence of a finding, shortened at a word."""
        return shorten(self.findings[finding_id].quote) if finding_id in self.findings else ""


def make_book(material: Material, choice: Choice, printed: Container[str] | None = None) -> Book:
    """Number the passages that are printed (all, unless told) by place and time, and the threads as they come."""
    comments = {one.comment_id: one for one in material.comments}
    ordered = sorted(material.findings, key=lambda one: _in_order(one, comments))
    kept = [one for one in ordered if printed is None or one.finding_id in printed]
    return Book(
        choice=choice,
        findings={one.finding_id: one for one in ordered},
        comments=comments,
        sources={one.source_id: one for one in material.sources},
        refs={one.finding_id: Ref(f"E{place}", f"e-{one.finding_id}") for place, one in enumerate(kept, 1)},
        threads={
            (one.country, one.convention): Ref(f"T{place}", f"t-{one.thread_id}")
            for place, one in enumerate(material.threads, 1)
        },
        countries={one.iso3: one.name_en for one in load_countries()},
    )


def make_quote(book: Book, finding_id: str) -> Quote:
    """Return a passage with who says what, where and when, and where it can be read."""
    finding = book.findings[finding_id]
    comment = book.comments.get(finding.comment_id)
    source = book.sources.get(finding.source_id)
    address = source.address if source and _is_web(source.address) else None
    return Quote(
        label=book.refs[finding_id].label,
        anchor=book.refs[finding_id].anchor,
        finding_id=finding_id,
        words=finding.quote,
        says=f"{name_word(finding.act or finding.grade or finding.kind)} · said by the {name_word(finding.speaker)}",
        where=" · ".join(filter(None, (_name_places(book, finding), name_comment(comment) if comment else ""))),
        page=finding.page,
        source=(source.title or source.path.rsplit("/", 1)[-1]) if source else finding.source_id[:12],
        address=address,
    )


def list_threads(book: Book, threads: Iterable[Thread]) -> tuple[ThreadLine, ...]:
    """Return every thread with its comments in time, each with its place and address."""
    unprinted: defaultdict[Place, list[str]] = defaultdict(list)
    for finding in book.findings.values():
        if finding.finding_id not in book.refs:
            for place in find_places(finding):
                unprinted[place].append(_name_finding(book, finding))
    of_thread: defaultdict[Place, list[Comment]] = defaultdict(list)
    for comment in book.comments.values():
        for country in comment.countries:
            for convention in comment.conventions or (None,):
                of_thread[country, convention].append(comment)
    lines = []
    for thread in threads:
        ref = book.threads[thread.country, thread.convention]
        own = sorted(of_thread[thread.country, thread.convention], key=lambda one: (year_of(one) or 0, one.comment_id))
        told = dict.fromkeys(zip(_tell_comments(own), (_address(book, one) for one in own), strict=True))
        rest = tuple(unprinted[thread.country, thread.convention])
        lines.append(ThreadLine(ref.label, ref.anchor, book.name(thread.country, thread.convention), tuple(told), rest))
    return tuple(lines)


def _tell_comments(comments: Iterable[Comment]) -> Iterator[str]:
    """Yield body and form, year and page of each comment; body and form only where they change."""
    before = ""
    for comment in comments:
        form = f"{comment.body} {name_word(comment.kind) if comment.kind else 'comment'}"
        case = f", case {', '.join(comment.case_number)}" if comment.case_number else ""
        when = f"{year_of(comment) or 'undated'}{case}, page {comment.first_page}"
        yield when if form == before else f"{form} {when}"
        before = form


def find_places(finding: Finding) -> Iterator[Place]:
    """Yield the threads that a finding stands on."""
    for country in finding.countries:
        for convention in finding.conventions or (None,):
            yield country, convention


def sort_refs(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Return references in the order of the evidence, each once: passages before threads."""
    return tuple(sorted(set(refs), key=lambda ref: (ref.label[0], int(ref.label[1:]))))


def name_comment(comment: Comment) -> str:
    """Return body, form and year of a comment, as *CEACR observation 2015*."""
    year = year_of(comment)
    form = name_word(comment.kind) if comment.kind else "comment"
    case = f", case {', '.join(comment.case_number)}" if comment.case_number else ""
    return f"{comment.body} {form} {year or 'of an unknown year'}{case}"


def name_convention(code: str | None) -> str:
    """Return the code and the short title of a Convention."""
    if code is None:
        return "No Convention named"
    instrument = find_instrument(code)
    if instrument is None:
        return code
    title = instrument.title_en.rsplit(",", 1)[0].removesuffix(" Convention").removesuffix(" Recommendation")
    return f"{code} {title}"


def name_word(word: object) -> str:
    """Return a word of the vocabulary as it is read."""
    return str(word).replace("-", " ")


def shorten(words: str) -> str:
    """Return the words cut at a blank where they are long."""
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _in_order(finding: Finding, comments: Mapping[str, Comment]) -> tuple[object, ...]:
    comment = comments.get(finding.comment_id)
    year = year_of(comment) if comment else None
    where = (finding.countries, finding.conventions, year or 0, finding.comment_id)
    return (*where, finding.span.start, finding.finding_id)


def _name_finding(book: Book, finding: Finding) -> str:
    comment = book.comments.get(finding.comment_id)
    said = name_word(finding.act or finding.grade or finding.kind)
    return f"{(year_of(comment) if comment else None) or 'undated'} {said} {finding.finding_id}"


def _name_places(book: Book, finding: Finding) -> str:
    names = [book.countries.get(one, one) for one in finding.countries]
    told = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return " · ".join(filter(None, (told, ", ".join(finding.conventions))))


def _address(book: Book, comment: Comment) -> str | None:
    source = book.sources.get(comment.source_id)
    return source.address if source and _is_web(source.address) else None


def _is_web(address: str | None) -> bool:
    return bool(address) and str(address).startswith(("https://", "http://"))
