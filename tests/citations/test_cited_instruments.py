"""Instruments in sentences; every sentence is invented for this test."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.citations import find_collectives, find_instruments
from pipeline.gazetteers.instruments import Instrument, load_instruments


def codes(text: str) -> str:
    return " ".join(dict.fromkeys(mention.code for mention in find_instruments(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by number, English
        ("the application of Convention No. 98 in the ports", "C098"),
        ("Convention No 98 and the ports", "C098"),
        ("Convention no. 98", "C098"),
        ("Conventions Nos 81 (labour inspection) and 129 (labour inspection in agriculture)", "C081 C129"),
        ("Conventions Nos. 138 and 182", "C138 C182"),
        ("Conventions Nos 29, 87, 98 and 105 are examined", "C029 C087 C098 C105"),
        ("Conventions Nos 29, 87, 98, and 105", "C029 C087 C098 C105"),
        ("Conventions 87 and 98 of the ILO", "C087 C098"),
        ("Convention 98 applies", "C098"),
        ("Conventions (Nos 87 and 98)", "C087 C098"),
        ("Convention (No. 81) of 1947", "C081"),
        ("fundamental Conventions, Nos 100 and 111", "C100 C111"),
        (
            "Conventions Nos 13, 45, 119, 139, 148, 155, 161, 162, 167 and 187",
            "C013 C045 C119 C139 C148 C155 C161 C162 C167 C187",
        ),
        ("Convention\nNo. 144", "C144"),
        ("Conventions\nNos. 138, 143 and\n182", "C138 C143 C182"),
        ("Convention No. Ill", "C111"),
        # by number, French
        ("la convention no 105", "C105"),
        ("la convention n° 105", "C105"),
        ("la convention nº 105", "C105"),
        ("la convention N° 105", "C105"),
        ("les conventions nos 87 et 98", "C087 C098"),
        ("les conventions n°s 87 et 98", "C087 C098"),
        ("les conventions nos 29 et n° 81", "C029 C081"),
        ("la convention n° 87 et n° 98", "C087 C098"),
        ("les conventions nos 77, 78 et 124 dans un même commentaire", "C077 C078 C124"),
        ("la convention no 1", "C001"),
        # by number, Spanish
        ("el Convenio núm. 102", "C102"),
        ("los Convenios núms. 102, 118, 128 y 130", "C102 C118 C128 C130"),
        ("los Convenios núms. 81 (inspección del trabajo) y 129 (agricultura)", "C081 C129"),
        ("el Convenio número 169", "C169"),
        ("el Convenio nº 169", "C169"),
        # by title, year and number in either order
        ("Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87)", "C087"),
        ("Freedom of Association and Protection of the Right to Organize Convention, 1948 (No. 87)", "C087"),
        ("Labour Inspection Convention, 1947 (No. 81) - Freedonia (Ratification: 1973)", "C081"),
        ("the Labour Inspection Convention", "C081"),
        ("Social Policy (Basic Aims and Standards) Convention, 1962 (No. 117)", "C117"),
        ("Discrimination (Employment and Occupation) Convention, 1958 (No. 111)", "C111"),
        ("Discrimination (Employment and Occupation) Convention, 1958 (No. Ill)", "C111"),
        ("the Convention,1929 (No. 27)", "C027"),
        ("Night Work (Women) Convention (Revised), 1948 (No. 89)", "C089"),
        ("Night Work (Women) Convention (Revised), 1934 (No. 41)", "C041"),
        ("Maternity Protection Convention, 2000 (No. 183)", "C183"),
        ("Maternity Protection Convention, 1919", "C003"),
        ("the Maternity Protection Convention", ""),
        ("Migration for Employment Convention\n(Revised), 1949 (No. 97)", "C097"),
        ("Worst Forms of Child Labour, 1999 (No. 182)", "C182"),
        ("Worst Forms of\nChild Labour Convention,\n1999 (No. 182)", "C182"),
        ("Convention (n° 87) sur la liberté syndicale et la protection du droit syndical, 1948 - Freedonia", "C087"),
        ("Convention sur l'inspection du travail, 1947", "C081"),
        ("Convention (nº 111) concernant la discrimination (emploi et profession), 1958", "C111"),
        ("Convention sur la discrimination (emploi et profession), 1958", "C111"),
        ("Convenio sobre la inspección del trabajo, 1947 (núm. 81) - Freedonia (Ratificación : 1963)", "C081"),
        ("Convenio (núm. 81) sobre la inspección del trabajo, 1947", "C081"),
        ("CONVENIO SOBRE LA INSPECCION DEL TRABAJO, 1947 (NÚM. 81)", "C081"),
        ("Tripartite Consultation (International Labour Standards) Convention, 1976 (No. 144)", "C144"),
        # the Maritime Labour Convention
        ("Maritime Labour Convention, 2006 (MLC, 2006)", "C186"),
        ("the MLC, 2006", "C186"),
        ("la MLC, 2006", "C186"),
        ("el Convenio sobre el trabajo marítimo, 2006 (MLC, 2006)", "C186"),
        ("Convention du travail maritime, 2006", "C186"),
        # by code
        ("C.115, C.119 and C.120", "C115 C119 C120"),
        ("Other comments on C087", "C087"),
        ("C 87 and C 98", "C087 C098"),
        ("C29 and P029", "C029 P029"),
        ("C182", "C182"),
        ("2019-FRE-C087-En", "C087"),
        ("R204", "R204"),
        # Protocols
        ("Protocol of 2014 to the Forced Labour Convention, 1930 - Freedonia (Ratification: 2016)", "P029"),
        ("Protocole de 2014 relatif à la convention sur le travail forcé, 1930", "P029"),
        ("Protocolo de 2014 relativo al Convenio sobre el trabajo forzoso, 1930", "P029"),
        ("Protocole de 1995 relatif à la convention (n° 81) sur l'inspection du travail, 1947", "P081"),
        ("Protocol of 1995 to the Labour Inspection Convention, 1947", "P081"),
        ("the 1996 Protocol to the Merchant Shipping (Minimum Standards) Convention, 1976 (No. 147)", "P147"),
        ("the Protocol of 2002 to Convention No. 155", "P155"),
        ("Convention No. 29 and its 2014 Protocol", "C029 P029"),
        ("Convention No. 29 and its Protocol", "C029 P029"),
        ("la convention n° 29 et son protocole", "C029 P029"),
        ("Having ratified C.29, it is considering the Protocol of 2014.", "C029 P029"),
        ("Convention No. 81 and the Protocol of 2014", "C081"),
        ("the Optional Protocol of 2002", ""),
        # Recommendations
        ("Recommendation No. 170", "R170"),
        ("les recommandations nos 203 et 204", "R203 R204"),
        ("la Recomendación núm. 198", "R198"),
        ("Paragraph 20 of the Labour Administration Recommendation, 1978 (No. 158)", "R158"),
        (
            "Tripartite Consultation Activities of the International Labour Organization Recommendation, 1976 (No. 152)",
            "R152",
        ),
        ("Minimum Age Convention, 1973 (No. 138), and Minimum Age Recommendation, 1973 (No. 146)", "C138 R146"),
        # what is not an instrument
        ("Act No. 87 and Decree No. 98", ""),
        ("Labour Relations Act, 1995 (No. 66)", ""),
        ("Employment Act, 1948 (No. 87)", ""),
        ("Articles 87 and 98", ""),
        ("the Convention 12 months after its entry into force", ""),
        ("Convention No. 182 and 15 workers", "C182"),
        ("Conventions Nos 87 and 98, 12 of which are federations", "C087 C098"),
        ("Convention No. 81, 12 June", "C081"),
        ("Convention No. 999", ""),
        ("the application of the Convention\n4. The Committee", ""),
        ("the Conventions\n87 and 98", "C087 C098"),
        ("https://example.org/mlc", ""),
        ("recommendation No. 5 of the commission", ""),
        ("C. 1. Minimum wages", ""),
        ("the Convention on the Rights of the Child", ""),
        ("paragraphs 87 and 98 of the General Survey of 2007", ""),
    ],
)
def test_instruments_are_found(text: str, expected: str):
    assert codes(text) == expected


@pytest.mark.parametrize("instrument", load_instruments(), ids=lambda instrument: instrument.code)
def test_every_title_is_found_in_three_languages(instrument: Instrument):
    number = f"(No. {instrument.number})" if instrument.kind != "protocol" else ""
    assert codes(f"{instrument.title_en} {number}") == instrument.code
    assert codes(f"La {instrument.title_fr} fue") == instrument.code
    assert codes(f"{instrument.title_es} {number.replace('No.', 'núm.')}") == instrument.code


def test_spans_hold_the_words():
    text = "under Conventions Nos 81 (labour inspection) and 129, and C.150."
    assert [m.span.cut(text) for m in find_instruments(text)] == ["Conventions Nos 81", "129", "C.150"]


def test_the_span_of_a_french_title_goes_to_its_year():
    text = "La convention (n° 98) sur le droit d'organisation et de négociation collective, 1949, est en vigueur."
    assert find_instruments(text)[0].span.cut(text).endswith("collective, 1949")


@given(st.text(alphabet=st.sampled_from("Convention Nos. 81,9()\n\u00a0\u2019éC.à"), max_size=80))
def test_spans_lie_in_the_text_in_order_and_apart(text: str):
    mentions = find_instruments(text)
    assert all(mention.span.cut(text).strip() for mention in mentions)
    assert all(first.span.end <= second.span.start for first, second in zip(mentions, mentions[1:], strict=False))


@given(st.sampled_from([i for i in load_instruments() if i.kind == "convention"]), st.text(max_size=40))
def test_a_numbered_convention_is_found_after_any_words(instrument: Instrument, before: str):
    text = f"{before}\nConvention No. {instrument.number} is in force"
    assert (instrument.code, f"Convention No. {instrument.number}") in [
        (m.code, m.span.cut(text)) for m in find_instruments(text)
    ]


@pytest.mark.parametrize(
    ("text", "as_of", "count"),
    [
        ("the fundamental Conventions", date(1998, 12, 1), 7),
        ("the fundamental\nConventions", date(2005, 1, 1), 8),
        ("las normas fundamentales del trabajo", date(2010, 1, 1), 8),
        ("les conventions fondamentales de l'OIT", date(2023, 1, 1), 10),
        ("the two forced labour Conventions", date(2010, 1, 1), 2),
        ("the conventions of good manners", date(2010, 1, 1), 0),
    ],
)
def test_groups_are_read_as_of_a_date(text: str, as_of: date, count: int):
    found = find_collectives(text, as_of)
    assert sum(len(mention.codes) for mention in found) == count
