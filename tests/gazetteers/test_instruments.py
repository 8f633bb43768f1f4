"""The register of instruments, their titles and the names of groups."""

from types import ModuleType

import pytest

from pipeline.errors import GazetteerError
from pipeline.gazetteers import citation_words, countries, instruments
from pipeline.gazetteers.instruments import (
    InstrumentKind,
    find_instrument,
    find_instrument_by_number,
    find_instrument_by_title,
    load_collectives,
    load_instruments,
)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Labour Inspection Convention, 1947 (No. 81)", "C081"),
        ("labour inspection\nconvention, 1947", "C081"),
        ("Convention (n° 81) sur l’inspection du travail, 1947", "C081"),
        ("Convention (nº 111) concernant la discrimination (emploi et profession), 1958", "C111"),
        ("Convention (no 111) sur la discrimination (emploi et profession), 1958", "C111"),
        ("Convenio sobre la inspección del trabajo, 1947 (núm. 81)", "C081"),
        ("CONVENIO SOBRE LA INSPECCION DEL TRABAJO, 1947 (NÚM. 81)", "C081"),
        ("Right to Organize and Collective Bargaining Convention, 1949 (No. 98)", "C098"),
        ("Night Work (Women) Convention (Revised), 1948 (No. 89)", "C089"),
        ("Night Work (Women) Convention (Revised), 1934 (No. 41)", "C041"),
        ("Maternity Protection Convention, 2000 (No. 183)", "C183"),
        ("Maritime Labour Convention, 2006 (MLC, 2006)", "C186"),
        ("Protocol of 2014 to the Forced Labour Convention, 1930", "P029"),
        ("Protocole de 2014 relatif à la convention sur le travail forcé, 1930", "P029"),
        ("Protocolo de 2014 relativo al Convenio sobre el trabajo forzoso, 1930", "P029"),
        ("Labour Administration Recommendation, 1978 (No. 158)", "R158"),
    ],
)
def test_an_instrument_is_found_by_its_title(title: str, code: str):
    instrument = find_instrument_by_title(title)
    assert instrument is not None
    assert instrument.code == code


@pytest.mark.parametrize(
    "title",
    [
        "Maternity Protection Convention",
        "Convention on Good Manners, 1950 (No. 81)",
        "",
        "Labour Inspection Convention (No. 87)",
    ],
)
def test_a_title_that_is_not_one_instrument_finds_none(title: str):
    assert find_instrument_by_title(title) is None


def test_an_instrument_is_found_by_code_and_by_number():
    assert find_instrument("C087") == find_instrument_by_number(InstrumentKind.CONVENTION, 87)
    assert find_instrument_by_number(InstrumentKind.RECOMMENDATION, 204) == find_instrument("R204")
    assert find_instrument("C999") is None


def test_every_printed_title_finds_its_instrument():
    wrong = [
        (i.code, title)
        for i in load_instruments()
        for title in (i.title_en, i.title_fr, i.title_es)
        if find_instrument_by_title(title) != i
    ]
    assert wrong == []


def test_a_group_begins_before_it_ends():
    assert all(c.begins < c.ends for c in load_collectives() if c.begins and c.ends)


@pytest.mark.parametrize(
    ("module", "load", "rows", "words"),
    [
        (countries, "load_countries", [{"iso3": "AAA"}, {"iso3": "AAA"}], "countries.csv: AAA stands twice"),
        (
            countries,
            "load_countries",
            [{"iso3": "AAA", "parent": "BBB"}],
            "countries.csv: AAA has an unknown parent: BBB",
        ),
        (
            instruments,
            "load_instruments",
            [{"code": "C001", "revised_by": "C002"}],
            "instruments.csv: C002 is not a code",
        ),
    ],
)
def test_a_list_that_contradicts_itself_is_refused(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, load: str, rows: list[dict[str, str]], words: str
):
    country = dict.fromkeys(
        ["iso3", "iso2", "parent", "name_en", "name_fr", "name_es", "region", "normlex_id", "member_since"], ""
    )
    instrument = dict.fromkeys(
        [
            "code",
            "title_en",
            "title_fr",
            "title_es",
            "status",
            "status_as_of",
            "type",
            "subject",
            "revised_by",
            "normlex_id",
        ],
        "",
    )
    empty = (
        {"kind": "member", **country}
        if module is countries
        else {"kind": "convention", "number": "1", "year": "1919", **instrument}
    )
    monkeypatch.setattr(module, "read_table", lambda _name: tuple({**empty, **row} for row in rows))
    with pytest.raises(GazetteerError, match=words.replace("(", r"\(")):
        getattr(module, load).__wrapped__()


def test_a_key_without_forms_is_refused():
    with pytest.raises(GazetteerError, match="no forms for greeting"):
        citation_words.make_alternatives("greeting")
