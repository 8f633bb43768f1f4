"""A fixture corpus for planners: thirteen countries over six sessions, and what is true of every thread and figure.

The truth is written by hand beside the course of each country, so that no rule of the pipeline decides it.
"""

import csv
from collections import Counter
from dataclasses import dataclass

from benchmarks.generator.comments import session_of
from benchmarks.generator.normlex import WebPage, paragraphs, render_page
from benchmarks.generator.places import Instrument, load_conventions, load_places, print_title
from benchmarks.generator.wording import FOLDER

FIRST_YEAR = 2012
SESSIONS = 6
REPORT_TURN = 4
_REPEAT = "repeat"
_LEAD = (
    "The Committee notes with regret that the Government's report has not been received. "
    "It is therefore bound to repeat its previous comments."
)
_REPORTING = (
    "The Committee notes that the reports due this year have not been received. "
    "The Committee reminds the Government that it may avail itself of the technical assistance of the Office "
    "in preparing its reports."
)
_APPROVE = (
    "In the light of its foregoing conclusions, the Committee invites the Governing Body to approve the following "
    "recommendation:"
)
_REFER = (
    "The Committee draws the legislative aspects of this case to the attention of the Committee of Experts on the "
    "Application of Conventions and Recommendations."
)
_CONCLUDE = (
    "The Committee took note of the discussion that followed. The Committee encouraged the Government to avail itself "
    "of the technical assistance of the Office in this regard."
)


@dataclass(frozen=True, slots=True)
class Truth:
    """What is true of a thread after six sessions; the priority is that of the need on it, None where none is open."""

    status: str | None = None
    open: bool = False
    history: tuple[str, ...] = ()
    waiting: int = 0
    gap: bool = False
    resolved: bool = False
    claimed: bool = False
    elapsed: int | None = None
    consecutive: int = 0
    concerns: int = 0
    problems: int = 0
    cases: tuple[str, ...] = ()
    discussed: tuple[int, ...] = ()
    priority: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedCourse:
    """One country under one Convention: a step for each session, and the truth of it."""

    country: str
    code: str
    steps: tuple[str, ...]
    truth: Truth


def _course(country: str, code: str, steps: str, truth: Truth) -> PlannedCourse:
    return PlannedCourse(country, code, tuple(steps.split()), truth)


COURSES = (
    # the whole life of a need; a governance Convention
    _course("KEN", "C081", "reminded requested agreed ongoing delivered effective", Truth(
        "effective", history=("2012 suggested", "2013 requested", "2014 agreed", "2015 ongoing", "2016 delivered",
        "2017 effective"), claimed=True, consecutive=6)),
    # asked for and never answered: open 5, years 4, government 4, own initiative 1, waiting 3, fundamental 2
    _course("PER", "C087", "requested - - - reminded -", Truth(
        "suggested", open=True, history=("2012 requested", "2016 suggested"), waiting=5, consecutive=1, priority=19)),
    # a concern that comes back and no help in sight
    _course("NPL", "C029", "concern concern regret - deep-concern -", Truth(
        open=True, gap=True, consecutive=1, concerns=4)),
    # concern, help, satisfaction
    _course("GHA", "C111", "concern requested delivered - satisfaction -", Truth(
        "delivered", history=("2013 requested", "2014 delivered"), resolved=True, elapsed=3, consecutive=3,
        concerns=1)),
    # opened again by concern: open 5, consecutive 2, concern 2, government 4, own initiative 1, fundamental 2
    _course("FJI", "C155", "requested delivered - concern concern -", Truth(
        "delivered", open=True, history=("2012 requested", "2013 delivered", "2015 reopened"), consecutive=2,
        concerns=2, priority=16)),
    # under way, then only agreed, which cannot be: open 5, fundamental 2
    _course("ALB", "C138", "- ongoing - agreed - -", Truth(
        "agreed", open=True, history=("2013 ongoing", "2015 agreed"), consecutive=1, problems=1, priority=7)),
    # declined: open 5, consecutive 3, concern 2, government 4, own initiative 1, declined 1
    _course("LBN", "C026", "requested limited concern - - -", Truth(
        "limited", open=True, history=("2012 requested", "2013 limited"), consecutive=3, concerns=1, priority=16)),
    # suggested, then satisfaction
    _course("URY", "C100", "reminded - satisfaction - - -", Truth(
        "suggested", history=("2012 suggested", "2014 closed"), resolved=True, elapsed=2, consecutive=1)),
    # one concern, repeated twice because no report comes
    _course("TGO", "C144", "concern repeat repeat - - -", Truth(open=True, gap=True, consecutive=3, concerns=1)),
    # reports that never come, no Convention: open 5, consecutive 5, years 4, reports missing 0
    _course("SLB", "", "reporting reporting reporting reporting reporting reporting", Truth(
        "suggested", open=True, history=("2012 suggested",), consecutive=6, priority=14)),
    # referred by a case (2014) and discussed (2015), which alone makes the need: open 5, years 1, discussed 2,
    # fundamental 2, interest -1
    _course("ZMB", "C087", "concern - - - interest -", Truth(
        "suggested", open=True, history=("2014 suggested",), elapsed=2, consecutive=1, concerns=1, cases=("3055",),
        discussed=(2015,), priority=9)),
    # nothing to plan
    _course("CRI", "C131", "- - - - - -", Truth()),
    # asked for by the workers, agreed: open 5, workers 2, fundamental 2
    _course("MNG", "C098", "workers - agreed - - -", Truth(
        "agreed", open=True, history=("2012 requested", "2014 agreed"), consecutive=1, priority=9)),
)  # fmt: skip

# The General Report of the session after REPORT_TURN: what it lists, and what is true of the comparison.
LISTED = {
    "satisfaction": (("GHA", "C111"), ("CRI", "C131"), ("TCD", "C029")),
    "interest": (("ZMB", "C087"),),
    "assistance-useful": (("PER", "C087"),),
}
MISSED = {"satisfaction": (("CRI", "C131"), ("TCD", "C029"))}
EXTRA = {"assistance-useful": (("SLB", None),)}
_LEADS = {
    "satisfaction": "The Committee has expressed its satisfaction in 3 cases. The full list is as follows:",
    "interest": "The Committee has noted with interest measures in 1 case. The full list is as follows:",
    "assistance-useful": "The cases in which technical assistance would be particularly useful are the following:",
}


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A file of the corpus."""

    name: str
    content: bytes


def generate_planning() -> tuple[PlannedPage, ...]:
    """Return the pages of every course, a case, a discussion and a General Report; always the same bytes."""
    names = {one.iso3: one.name for one in load_places("en")}
    conventions = {one.code: one for one in load_conventions("en")}
    pages = [
        _write_comment(course, turn, names[course.country], conventions.get(course.code))
        for course in COURSES
        for turn in range(SESSIONS)
    ]
    discussed = _write_discussion(names["ZMB"], conventions["C087"])
    return (*pages, _write_case(names["ZMB"]), discussed, _write_report(names))


def count_steps(turn: int) -> Counter[str]:
    """Return how often each step is taken by an observation under a Convention in one session."""
    return Counter(course.steps[turn] for course in COURSES if course.code)


def _write_comment(course: PlannedCourse, turn: int, name: str, instrument: Instrument | None) -> PlannedPage:
    year = FIRST_YEAR + turn
    session = session_of(year + 1)
    kind = "Observation" if instrument else "General Observation"
    ending = {101: "st", 102: "nd", 103: "rd"}.get(session, "th")
    heading = f"{kind} (CEACR) - adopted {year}, published {session}{ending} ILC session ({year + 1})"
    place = f"{print_title(instrument, 'en')} - {name} (Ratification: 1990)" if instrument else name
    body = paragraphs(*_say(course, turn))
    number = 5000000 + turn * 1000 + int(course.country, 36) % 900
    page = WebPage("en", 13100, f"P13100_COMMENT_ID:{number}", (heading, place), body)
    return PlannedPage(f"{turn}-{course.country}-{course.code or 'general'}.html".lower(), render_page(page))


def _say(course: PlannedCourse, turn: int) -> list[str]:
    step = course.steps[turn]
    article = f"Article {COURSES.index(course) % 7 + 1} of the Convention."
    if step == "reporting":
        return [_REPORTING]
    if step == _REPEAT:
        return [_LEAD, "Repetition", *_say(course, 0)]
    return [f"{article}|{_sentences()[step]} The Committee requests the Government to continue to provide information."]


def _write_case(name: str) -> PlannedPage:
    lines = (
        "ILO-en-strap", "NORMLEX", "Information System on International Labour Standards", "",
        "Report in which the committee requests to be kept informed of development - Report No 371, March 2014", "",
        f"Case No 3055 ({name}) - Complaint date: 10-FEB-13 - Closed", "", "Display in: French - Spanish", "",
        "A. The complainant’s allegations", "", "A. The complainant’s allegations",
        "  1. 101. The complainant alleges that the registration of an invented union was refused.", "",
        "C. The Committee’s conclusions", "", "C. The Committee’s conclusions",
        f"  1. 102. {_sentences()['reminded']}", "",
        "The Committee’s recommendations", "", "The Committee’s recommendations",
        f"  1. 103. {_APPROVE}", f"    • (a) {_REFER}",
    )  # fmt: skip
    return PlannedPage("case-3055.txt", "\n".join(lines).encode())


def _write_discussion(name: str, instrument: Instrument) -> PlannedPage:
    lines = (
        "ILO-en-strap", "NORMLEX", "Information System on International Labour Standards", "",
        "Individual Case (CAS) - Discussion: 2015, Publication: 104th ILC session (2015)", "",
        f"{print_title(instrument, 'en')} - {name} (Ratification: 1990)", "", "Display in: French - Spanish", "",
        "A Government representative recalled that the invented Bill was before Parliament.",
        "Conclusions", _CONCLUDE,
    )  # fmt: skip
    return PlannedPage("discussion-2015.txt", "\n".join(lines).encode())


def _write_report(names: dict[str, str]) -> PlannedPage:
    year = FIRST_YEAR + REPORT_TURN + 1
    lines = [
        f"International Labour Conference, {session_of(year)}th Session, {year}",
        "Report of the Committee of Experts on the Application of Conventions and Recommendations",
        "Part I. General Report", "I. Introduction",
        f"1. The Committee of Experts held its 87th Session in Geneva from 23 November to 10 December {year - 1}.",
        "II. Cases of progress",
    ]  # fmt: skip
    for number, (kind, rows) in enumerate(LISTED.items(), start=2):
        lines += [f"{number}. {_LEADS[kind]}", "State Conventions Nos"]
        lines += [f"{names[country]} {int(code[1:])}" for country, code in rows]
    return PlannedPage("report.txt", "\n".join([*lines, "9. The Committee thanks the invented secretariat."]).encode())


def _sentences() -> dict[str, str]:
    with (FOLDER / "planning.csv").open(encoding="utf-8", newline="") as file:
        return {row["step"]: row["sentence"] for row in csv.DictReader(file)}
