"""National laws and programmes named in a text: what is one, what is none, and where its name ends. All sentences invented."""

import time

import pytest

from pipeline.mentions import find_named
from pipeline.vocabulary import Language, MentionKind
from tests.test_mine import mine

LAWS = (
    ("en", "Section 12 of the Labour Relations Act, 2003, was repealed.", [("Labour Relations Act, 2003", None, 2003)]),
    ("en", "It refers to Act No. 131/2012 and to the Penal Code.", [("Act No. 131/2012", "131/2012", 2012), ("Penal Code", None, None)]),
    ("en", "under the Employment Act (No. 11 of 2005) of the island", [("Employment Act (No. 11 of 2005)", "11", 2005)]),
    ("en", "the Safety, Health and Welfare at Work Bill is before Parliament", [("Safety, Health and Welfare at Work Bill", None, None)]),
    ("en", "The Employment of Children Act and the Mining Act of 2009 apply.", [("Employment of Children Act", None, None), ("Mining Act of 2009", None, 2009)]),
    ("en", "Law No. 73 of 9 May 1998 sets a limit.", [("Law No. 73 of 9 May 1998", "73", 1998)]),
    ("en", "Ministerial Order No. 214 lists hazardous work.", [("Ministerial Order No. 214", "214", None)]),
    ("en", "The Act applies, and so does the Law; the Code is silent.", []),
    ("en", "article 22 of the ILO Constitution and article 19 of the Constitution", []),
    ("en", "a Code of Practice, the Standing Order and the National Plan of Action", []),
    ("fr", "La loi n° 2004-12 du 5 mars 2004 portant Code forestier a été promulguée.", [("loi n° 2004-12 du 5 mars 2004 portant Code forestier", "2004-12", 2004)]),
    ("fr", "l’article 8 du Code du travail et l’arrêté n° 3018 de 1953", [("Code du travail", None, None), ("arrêté n° 3018 de 1953", "3018", 1953)]),
    ("fr", "La loi sur les coopératives qui est en vigueur", [("loi sur les coopératives", None, None)]),
    ("fr", "Cette loi relève de l’emploi; un projet de loi est à l’étude.", []),
    ("es", "la ley núm. 29785, de 7 de septiembre de 2011, y el Código del Trabajo", [("ley núm. 29785, de 7 de septiembre de 2011", "29785", 2011), ("Código del Trabajo", None, None)]),
    ("es", "La Ley Orgánica del Servicio Público no ha cambiado.", [("Ley Orgánica del Servicio Público", None, None)]),
    ("es", "Decreto Ejecutivo núm. PCM-061-2017", [("Decreto Ejecutivo núm. PCM-061-2017", "PCM-061-2017", 2017)]),
    ("es", "La ley vigente y los decretos aplicables", []),
)  # fmt: skip
PROGRAMMES = (
    ("en", "with ILO/IPEC and the Rural Employment Recovery Project", ["IPEC", None]),
    ("en", "the United Nations Development Programme and the Programme and Budget", []),
    ("fr", "le projet d’appui à l’inspection rurale (PAIR) et le PAMODEC", [None, "PAMODEC"]),
    ("fr", "le projet de loi et le Programme des Nations Unies pour le développement (PNUD)", []),
    ("es", "el Programa Nacional de Inspección Rural y el IPEC", [None, "IPEC"]),
)


@pytest.mark.parametrize(("language", "text", "expected"), LAWS)
def test_laws_are_found_with_number_and_year(language: str, text: str, expected: list[tuple[str, str | None, int | None]]):
    found = [one for one in find_named(text, Language(language)) if one.kind is MentionKind.LAW]
    assert [(one.span.cut(text), one.number, one.year) for one in found] == expected


@pytest.mark.parametrize(("language", "text", "names"), PROGRAMMES)
def test_programmes_are_known_by_name_or_by_their_form(language: str, text: str, names: list[str | None]):
    assert [one.name for one in find_named(text, Language(language)) if one.kind is MentionKind.PROGRAMME] == names


def test_a_comment_mentions_with_country_place_and_each_name_once_a_paragraph():
    mined = mine(
        "Observation (CEACR) - adopted 2009, published 99th ILC session (2010)\n"
        "Labour Inspection Convention, 1947 (No. 81) - Fiji (Ratification: 1974)\n"
        "1. The Committee notes that the Wages Act, 1988, and the Wages Act, 1988, are under review with IPEC.\n"
    )
    assert [(one.name, one.year, one.countries, one.conventions) for one in mined.mentions] == [
        ("Wages Act, 1988", 1988, ("FJI",), ("C081",)),
        ("IPEC", None, ("FJI",), ("C081",)),
    ]
    assert [one.span.cut(mined.document.text) for one in mined.mentions] == ["Wages Act, 1988", "IPEC"]


def test_the_pages_of_a_long_report_are_searched_in_a_moment():
    page = "The Committee notes that the Employment Act, 2003, was amended by Law No. 12 of 2010. " + "Plain words. " * 220
    text = page * 1000
    began = time.process_time()
    assert sum(1 for _ in find_named(text, Language.ENGLISH)) == 2000
    assert time.process_time() - began < 0.5
