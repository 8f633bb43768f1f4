"""What a dossier is made of: the values of a dataset, and those of them that it covers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from pipeline.brief.keys import Choice
from pipeline.folding import fold
from pipeline.gazetteers.countries import load_countries
from pipeline.planning import Event, Failure, MissionRecord, Practice, Thread
from pipeline.records import Comment, Finding, Mention, Need, Receipt


@dataclass(frozen=True, slots=True)
class Material:
    """The values of a dataset that dossiers are made of."""

    sources: tuple[Receipt, ...] = ()
    comments: tuple[Comment, ...] = ()
    findings: tuple[Finding, ...] = ()
    needs: tuple[Need, ...] = ()
    threads: tuple[Thread, ...] = ()
    events: tuple[Event, ...] = ()
    practices: tuple[Practice, ...] = ()
    missions: tuple[MissionRecord, ...] = ()
    mentions: tuple[Mention, ...] = ()
    failures: tuple[Failure, ...] = ()


def select_material(material: Material, choice: Choice) -> Material:
    """Return what the choice covers, threads by the names shown; findings are those that anything covered names."""
    names = {one.iso3: fold(one.name_en) for one in load_countries()}
    covered = (one for one in material.threads if choice.covers(one.country, one.convention))
    threads = tuple(sorted(covered, key=lambda one: (names.get(one.country, one.country), one.convention or "")))
    ids = {one.thread_id for one in threads}
    chosen = replace(
        material,
        comments=tuple(one for one in material.comments if _covers(choice, one.countries, one.conventions)),
        needs=tuple(one for one in material.needs if choice.covers(one.country, one.convention)),
        threads=threads,
        events=tuple(one for one in material.events if one.thread_id in ids),
        practices=tuple(one for one in material.practices if choice.covers(one.country, one.convention)),
        missions=tuple(one for one in material.missions if _covers(choice, (one.country,), one.conventions)),
        mentions=tuple(one for one in material.mentions if _covers(choice, one.countries, one.conventions)),
        failures=tuple(one for one in material.failures if _covers(choice, (one.country,), one.conventions)),
    )
    named = set(_named_findings(chosen))
    return replace(chosen, findings=tuple(one for one in material.findings if one.finding_id in named))


def _covers(choice: Choice, countries: Iterable[str], conventions: Iterable[str]) -> bool:
    """Say whether any country and Convention is covered; what has no Convention is covered where all are."""
    codes = tuple(conventions) or (None,)
    return any(choice.covers(country, code) for country in countries for code in codes)


def _named_findings(chosen: Material) -> Iterable[str]:
    listed = (chosen.needs, chosen.events, chosen.missions, chosen.failures)
    yield from chain.from_iterable(one.findings for table in listed for one in table)
    for practice in chosen.practices:
        yield from (*practice.findings, *practice.assistance)
