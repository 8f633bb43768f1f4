"""An invented dataset for dossiers: every sentence is made up, and nobody said it of the countries that it names.

`STORY` is a table: country, Convention (- for none), year, body, what is said, by whom, the sentence; and what it is for.
"""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.brief import Material
from pipeline.build import make_places, make_words
from pipeline.gather import find_trails, gather_needs, gather_threads, load_components
from pipeline.identity import hash_bytes, make_id
from pipeline.records import Comment, Finding, Mention, Receipt, Span
from pipeline.registers import gather_registers
from pipeline.vocabulary import (
    Act,
    Body,
    CommentKind,
    FindingKind,
    Grade,
    Language,
    MediaType,
    MentionKind,
    Mission,
    Polarity,
    Purpose,
    Requester,
    Scope,
    SourceStatus,
    Speaker,
    Term,
    Trigger,
)

STORY = """
KEN C087 2012 CEACR concern committee The Committee notes with concern that the register of unions has been closed since the flood. -
KEN C087 2013 CEACR concern committee The Committee is concerned that no union could be registered for a second year. -
KEN C087 2014 CEACR encouraged committee The Committee invites the Government to avail itself of the technical assistance of the Office to reopen the register. legislation
KEN C087 2015 CAS requested workers The Worker members asked for a direct contacts mission so that the registrar might be heard. application
KEN C087 2015 CAS encouraged committee The Committee asked the Government to accept a direct contacts mission before the next session. application
KEN C087 2016 CEACR deep-concern committee The Committee notes with deep concern that the mission has not taken place and that the register is closed. -
KEN C081 2012 CEACR reminded committee The Committee recalls that the Office can help with annual reports on inspection. inspection
KEN C081 2013 CEACR requested government The Government indicates that it has requested technical assistance for its inspectors. inspection
KEN C081 2014 CEACR agreed government The Government states that a programme of work was agreed with the Office. inspection
KEN C081 2015 CEACR delivered office The Office trained thirty inspectors in the coastal province in March. inspection
KEN C081 2016 CEACR effective government With the help of the Office, an inspection report was published for the first time in nine years. inspection
KEN C081 2017 CEACR satisfaction committee The Committee notes with satisfaction that section 14 of the Inspection Act was repealed and that inspectors may enter every workplace. -
KEN C182 2012 CEACR regret committee The Committee notes with regret that children still work in the salt pans. -
KEN C182 2013 CEACR concern committee The Committee notes with concern that the survey of the salt pans was put off again. -
KEN C182 2014 CEACR concern committee The Committee is concerned that no child was withdrawn from the salt pans. -
KEN C182 2016 CEACR concern committee The Committee is concerned that the number of children in the salt pans has grown. -
KEN C100 2013 CEACR requested government The Government asks for the help of the Office with an objective job evaluation. statistics
KEN C100 2014 CEACR requested employers The Federation of Islands' Employers also asks the ILO for training on pay surveys. statistics
KEN C100 2016 CEACR regret committee The Committee regrets that no evaluation has begun. -
KEN C111 2013 CEACR delivered government The Government says that a draft on equal treatment was prepared with the advice of the Office. legislation
KEN C111 2015 CEACR interest committee The Committee notes with interest the adoption of the Equal Treatment Act, 2015, which covers public servants. -
KEN C138 2014 CEACR limited government The Government recalls that it declined the mission on the minimum age that was offered. application
KEN C144 2012 CEACR nothing committee - -
KEN C144 2015 CEACR nothing committee - -
KEN - 2013 CEACR report-missing committee The Committee notes that none of the nine reports due has been received. -
KEN - 2013 CEACR reminded committee The Committee recalls that the Office is ready to help with the sending of reports. reporting
KEN - 2014 CEACR report-missing committee The reports due were not sent for a second year. -
KEN - 2016 CEACR submission-missing committee The instruments adopted at four sessions have not been submitted. -
UGA C087 2014 CEACR encouraged committee The Committee encourages the Government to seek the help of the Office for its draft on essential services. legislation
UGA C087 2016 CEACR requested government The Government has requested the advice of the Office on its draft. legislation
UGA C081 2015 CEACR interest committee The Committee notes with interest that twelve inspectors were recruited. -
TZA C087 2016 CEACR concern committee The Committee is concerned <script>alert("x")</script> that [links](http://example.org) & *stars* #stay as they are. -
"""
_ACTS, _GRADES = {str(act) for act in Act}, {str(grade) for grade in Grade}
_SUGGESTED = {"reminded": "suggested", "encouraged": "suggested"}
_FILE = hash_bytes(b"invented")


def tell_story(story: str = STORY) -> Material:
    """Return the whole dataset of the story, gathered by the steps themselves where they exist."""
    lines = [line.split(" ", 5) for line in story.strip().splitlines()]
    comments: dict[str, Comment] = {}
    findings: list[Finding] = []
    for place, (country, convention, year, body, said, rest) in enumerate(lines):
        speaker, words = rest.split(" ", 1)
        sentence, purpose = words.rsplit(" ", 1)
        comment = _make_comment(country, convention, int(year), body)
        comments.setdefault(comment.comment_id, comment)
        if said != "nothing":
            findings.append(_make_finding(comment, said, Speaker(speaker), sentence, purpose, place))
    known = tuple(comments.values())
    trails = find_trails(findings, known)
    told = gather_threads(trails, make_places(), load_components())
    needs = gather_needs(trails, make_places(), load_components())
    registers = gather_registers(findings, known, make_words())
    return Material(
        sources=(
            Receipt(_FILE, "invented/pages.html", MediaType.HTML, SourceStatus.READ, "test", 9, 900, Language.ENGLISH, None,
                    "test", "https://normlex.example/page?id=1&x=2", "Invented comments"),
        ),
        comments=known, findings=tuple(findings), needs=needs, threads=told.threads, events=told.events,
        practices=registers.practices, missions=registers.missions, failures=registers.failures,
        mentions=tuple(_make_mentions(known)),
    )  # fmt: skip


def _make_comment(country: str, convention: str, year: int, body: str) -> Comment:
    codes = () if convention == "-" else (convention,)
    kind = CommentKind.INDIVIDUAL_CASE if body == "CAS" else CommentKind.OBSERVATION
    return Comment(
        comment_id=make_id(country, convention, year, body), source_id=_FILE, body=Body(body), kind=kind, span=Span(0, 900),
        language=Language.ENGLISH, countries=(country,), conventions=codes, adopted_year=year,
        session=year - 1911 + (1 if body == "CEACR" else 0), ratified_year=(1964,) if codes else (), first_page=2,
    )  # fmt: skip


def _make_finding(comment: Comment, said: str, speaker: Speaker, words: str, purpose: str, place: int) -> Finding:
    act = Act(said) if said in _ACTS else None
    grade = Grade(said) if said in _GRADES else None
    kind = FindingKind.ASSISTANCE if act else FindingKind.CONCERN
    if grade in (Grade.SATISFACTION, Grade.INTEREST):
        kind = FindingKind.PROGRESS
    elif grade and grade.endswith(("missing", "appeal")):
        kind = FindingKind.REPORTING
    mission = (Mission.DIRECT_CONTACTS,) if act and "contacts mission" in words else ()
    mission = mission or ((Mission.OTHER,) if act and "mission" in words else ())
    requested = act is Act.REQUESTED
    return Finding(
        finding_id=make_id(comment.comment_id, words), passage_id=make_id(comment.comment_id, "p"),
        comment_id=comment.comment_id, source_id=comment.source_id, span=Span(place, place + len(words)), page=3, quote=words,
        kind=kind, act=act, grade=grade, speaker=speaker, polarity=Polarity.ASSERTED, quoted=False, scope=Scope.CASE,
        counted=True, method="test", reason="test", term=(Term.MISSION,) if mission else (), mission=mission,
        purpose=Purpose(purpose) if purpose != "-" else None, requester=Requester(str(speaker)) if requested else None,
        trigger=Trigger.OWN_INITIATIVE if requested else None, countries=comment.countries, conventions=comment.conventions,
    )  # fmt: skip


def _make_mentions(comments: tuple[Comment, ...]) -> Iterator[Mention]:
    named = (
        (MentionKind.LAW, "Inspection Act", "C081", None), (MentionKind.LAW, "Equal Treatment Act, 2015", "C111", 2015),
        (MentionKind.PROGRAMME, "IPEC", "C182", None),
    )  # fmt: skip
    for comment in comments:
        for kind, name, code, year in named:
            if code in comment.conventions and comment.countries == ("KEN",):
                yield Mention(
                    make_id(comment.comment_id, name), make_id(comment.comment_id, "p"), comment.comment_id, _FILE, Span(0, 5),
                    3, kind, name, None, year, comment.countries, comment.conventions,
                )  # fmt: skip


def without_address(material: Material) -> Material:
    """Return the same from a file that gives itself no address."""
    return replace(material, sources=tuple(replace(one, address=None, title=None) for one in material.sources))
