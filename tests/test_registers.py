"""The registers of practices, missions and failures, from findings in the order that a text would give them."""

from dataclasses import replace

import pytest

from pipeline.build import make_words
from pipeline.registers import Registers, gather_registers
from pipeline.vocabulary import Grade, Mission, Polarity, Speaker
from tests.brief.stories import tell_story


def gather(story: str, denied: tuple[int, ...] = ()) -> Registers:
    """The registers of a story; the lines of these numbers are negated and so not counted."""
    told = tell_story(story)
    findings = [
        replace(one, polarity=Polarity.NEGATED, counted=False) if place in denied else one
        for place, one in enumerate(told.findings)
    ]  # fmt: skip
    return gather_registers(findings, told.comments, make_words())


MISSIONS = (
    (  # proposed, accepted, held, with a result: one mission
        """KEN C087 2012 CEACR encouraged committee The Committee asks the Government to accept a direct contacts mission. application
           KEN C087 2013 CEACR agreed government The Government accepted the direct contacts mission. application
           KEN C098 2014 CEACR delivered office A direct contacts mission visited the capital in May. application
           KEN C087 2015 CEACR effective government Following the direct contacts mission the register was opened. application""",
        (),
        [(2012, 2015, Speaker.COMMITTEE, True, True, ("C087", "C098"))],
    ),
    (  # refused
        """KEN C087 2012 CEACR requested workers The union asked for a direct contacts mission. application
           KEN C087 2013 CEACR limited government The Government rejected the direct contacts mission. application""",
        (),
        [(2012, 2013, Speaker.WORKERS, False, False, ("C087",))],
    ),
    (  # help that fell short is no refusal
        "KEN C087 2013 CEACR limited committee The advice of the direct contacts mission was not followed. application",
        (),
        [(2013, 2013, None, None, None, ("C087",))],
    ),
    (  # not yet held
        """KEN C087 2012 CEACR agreed government A direct contacts mission was agreed. application
           KEN C087 2013 CEACR delivered committee The direct contacts mission has not visited the country. application""",
        (1,),
        [(2012, 2013, None, True, False, ("C087",))],
    ),
    (  # a second round after the first was held
        """KEN C087 2012 CEACR delivered office A direct contacts mission visited in June. application
           KEN C087 2014 CEACR encouraged committee The Committee suggests another direct contacts mission. application""",
        (),
        [(2012, 2012, None, True, True, ("C087",)), (2014, 2014, Speaker.COMMITTEE, None, None, ("C087",))],
    ),
)  # fmt: skip


@pytest.mark.parametrize(("story", "denied", "expected"), MISSIONS)
def test_a_mission_is_told_of_in_one_row(story: str, denied: tuple[int, ...], expected: list[tuple[object, ...]]):
    found = gather("\n".join(line.strip() for line in story.splitlines()), denied).missions
    told = [(one.first_year, one.last_year, one.proposed_by, one.accepted, one.held, one.conventions) for one in found]
    assert told == expected
    assert {one.mission for one in found} == {Mission.DIRECT_CONTACTS}
    assert len({one.mission_id for one in found}) == len(found) and all(one.findings for one in found)


def test_the_outcome_of_a_mission_is_the_sentence_that_states_it():
    (one,) = gather(MISSIONS[0][0].replace("\n           ", "\n")).missions
    assert one.outcome == "Following the direct contacts mission the register was opened."


PRACTICES = (
    ("The Committee notes with satisfaction that section 9 was repealed.", True),
    ("The Committee notes with interest the adoption of the Wages Act, 2015.", True),
    ("The Committee notes with interest the detailed information on the courts.", False),
)


@pytest.mark.parametrize(("sentence", "described"), PRACTICES)
def test_progress_is_a_practice_where_the_text_says_what_was_done(sentence: str, described: bool):
    grade = "satisfaction" if "satisfaction" in sentence else "interest"
    found = gather(f"KEN C087 2015 CEACR {grade} committee {sentence} -").practices
    assert [(one.remedy, str(one.grade)) for one in found] == ([(sentence, grade)] if described else [])


def test_a_practice_knows_the_help_before_it_and_claims_only_what_the_same_paragraph_says():
    help_given = "KEN C087 2012 CEACR delivered office The Office trained the registrars. application"
    solved = "KEN C087 2015 CEACR satisfaction committee The Committee notes with satisfaction that the law was amended. -"
    later = "KEN C087 2017 CEACR delivered office The Office gave a course to judges. application"
    result = "KEN C087 2015 CEACR effective government With the help of the Office the law was amended. legislation"
    (one,) = gather("\n".join((help_given, solved, later))).practices
    assert (one.assistance_year, one.elapsed_years, one.claimed, len(one.assistance)) == (2012, 3, False, 1)
    (one,) = gather("\n".join((help_given, result, solved))).practices
    assert (one.assistance_year, one.elapsed_years, one.claimed, len(one.assistance)) == (2015, 0, True, 2)
    (one,) = gather(solved).practices
    assert (one.assistance_year, one.elapsed_years, one.grade) == (None, None, Grade.SATISFACTION)


def test_failures_are_gathered_by_country_year_body_and_sort_and_are_never_needs():
    found = gather("""KEN C087 2012 CEACR report-missing committee The report due was not sent. -
KEN C098 2012 CEACR report-missing committee No report was received. -
KEN C098 2012 CEACR reminded committee The Office can help with reports. reporting
KEN - 2013 CEACR submission-missing committee The instruments of four sessions were not submitted. -
KEN - 2013 CEACR requested government The Government asks for help with the submission. submission""")
    assert [(one.year, one.failure, one.conventions, one.assistance_offered, one.assistance_requested) for one in found.failures] == [
        (2012, Grade.REPORT_MISSING, ("C087", "C098"), True, False),
        (2013, Grade.SUBMISSION_MISSING, (), False, True),
    ]
    assert [len(one.findings) for one in found.failures] == [2, 1]
