"""Dossiers and registers of the planners' corpus, from pages to files: the truth stands beside the course of each country."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from benchmarks.generator.planning import COURSES, PlannedCourse
from flows.brief import load_material
from pipeline.brief import RENDERERS, Material, find_choice, make_dossier
from pipeline.dataset import Dataset
from pipeline.vocabulary import About, Grade
from tests.test_planning_corpus import dataset, folder  # noqa: F401 (fixtures)


@pytest.fixture(scope="module")
def material(dataset: Dataset) -> Material:  # noqa: F811
    return load_material(dataset)


@pytest.mark.parametrize("course", COURSES, ids=lambda course: course.country)
def test_the_dossier_of_a_country_says_what_is_true_of_it(material: Material, course: PlannedCourse):
    dossier = make_dossier(material, find_choice(About.COUNTRY, course.country))
    counted = {one.key: one.value for one in dossier.figures}
    truth = course.truth
    own = [card for card in dossier.cards if card.title.startswith(course.code or "No Convention")]
    assert [card.priority for card in own] == ([] if truth.priority is None else [truth.priority])
    assert (counted["waiting"], counted["gap"]) == (int(truth.waiting >= 2), int(truth.gap))
    history = [cell.text for card in own for label, cell in card.facts if label == "So far"]
    assert history == ([", ".join(truth.history)] if own and len(truth.history) > 1 else [])


@pytest.mark.parametrize(("about", "key"), [(About.REGION, "africa"), (About.CONVENTION, "C087"), (About.OFFICE, "Lima"), (About.SUBJECT, "wages")])
def test_every_anchor_of_a_wider_dossier_resolves_and_the_pdf_is_set(material: Material, about: About, key: str):
    dossier = make_dossier(material, find_choice(about, key))
    page = LexborHTMLParser(RENDERERS["html"](dossier))
    anchors = {one.attributes["id"] for one in page.css("[id]")}
    assert {one.attributes["href"][1:] for one in page.css("a[href^='#']")} <= anchors
    assert RENDERERS["pdf"](dossier) == RENDERERS["pdf"](dossier)


def test_reports_that_never_come_are_failures_with_help_offered(dataset: Dataset):  # noqa: F811
    found = [one for one in dataset.failures if one.country == "SLB"]
    assert [one.year for one in found] == list(range(2012, 2018))
    assert {(one.failure, one.assistance_offered, one.assistance_requested) for one in found} == {(Grade.REPORT_MISSING, True, False)}


def test_satisfaction_with_a_remedy_after_help_is_a_practice(dataset: Dataset):  # noqa: F811
    [one] = [one for one in dataset.practices if one.country == "GHA"]
    assert (one.grade, one.year, one.assistance_year, one.elapsed_years, one.claimed) == (Grade.SATISFACTION, 2016, 2014, 2, False)


def test_all_evidence_of_the_registers_is_there(dataset: Dataset):  # noqa: F811
    known = {one.finding_id for one in dataset.findings}
    registers = (*dataset.practices, *dataset.missions, *dataset.failures)
    assert registers and all(set(one.findings) <= known and one.findings for one in registers)
