"""Countries in sentences; every sentence is invented for this test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.citations import find_countries
from pipeline.gazetteers.countries import CountryName, load_country_names, load_homographs
from pipeline.gazetteers.phrases import make_key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Government of Niger and the Government of Nigeria", "NER NGA"),
        ("Guinea, Equatorial Guinea, Guinea-Bissau and Papua New Guinea", "GIN GNQ GNB PNG"),
        ("Congo and the Democratic Republic of the Congo", "COG COD"),
        ("Comoros, Congo, Democratic Republic of the Congo, Djibouti", "COM COD COG DJI"),
        ("Republic of the Congo", "COG"),
        ("DR Congo", "COD"),
        ("Zaire", "COD"),
        ("Dominica and the Dominican Republic", "DMA DOM"),
        ("Republic of Korea", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Sudan and South Sudan", "SDN SSD"),
        ("Samoa and American Samoa", "WSM ASM"),
        ("Ireland and Northern Ireland", "IRL GBR"),
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("the United\nRepublic of\nTanzania", "TZA"),
        ("Papua\nNew Guinea", "PNG"),
        ("Burkina\n  Faso", "BFA"),
        ("Timor-\nLeste", "TLS"),
        ("Tanzania, United Republic of", "TZA"),
        ("Tanzania (Zanzibar)", "TZA"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Bolivarian Republic of Venezuela", "VEN"),
        ("Cote d'Ivoire and Côte d’Ivoire", "CIV"),
        ("Viet Nam, Vietnam", "VNM"),
        ("Lao PDR", "LAO"),
        ("Türkiye, formerly Turkey", "TUR"),
        ("Eswatini (Swaziland)", "SWZ"),
        ("the former Yugoslav Republic of Macedonia", "MKD"),
        ("Yugoslavia", "YUG"),
        ("USSR", "SUN"),
        ("China - Hong Kong Special Administrative Region", "HKG"),
        ("Gibraltar, Aruba and the Isle of Man", "GIB ABW IMN"),
        ("TURKEY", "TUR"),
        ("l'Equateur et l'Éthiopie", "ECU ETH"),
        ("la République démocratique populaire lao", "LAO"),
        ("le Royaume-Uni de Grande-Bretagne et d'Irlande du Nord", "GBR"),
        ("au Tchad, au Bénin et en Guinée équatoriale", "TCD BEN GNQ"),
        ("Polynésie française", "PYF"),
        ("Haití, Perú y la República Democrática Popular Lao", "HTI PER LAO"),
        ("Venezuela (República Bolivariana de)", "VEN"),
        ("los Países Bajos", "NLD"),
        ("the Turkish Government", "TUR"),
        ("the Costa Rican confederation", "CRI"),
        ("le gouvernement haïtien et les travailleuses haïtiennes", "HTI"),
        ("le gouvernement nigérian et le gouvernement nigérien", "NGA NER"),
        ("la legislación peruana", "PER"),
        ("the UK Government", "GBR"),
        # what is not a country
        ("a tripartite meeting (réunion tripartite)", ""),
        ("Réunion des experts", ""),
        ("le traitement de l'eau", ""),
        ("they told us so", ""),
        ("US$5,000", ""),
        ("turkey farms and the polish of the furniture", ""),
        ("the Gulf of Guinea", ""),
        ("French-speaking countries", ""),
        ("published in Spanish", ""),
        ("50,000 US dollars", ""),
        ("M. Dominique Bontemps", ""),
        ("Romanesque arches", ""),
        ("Nigerianization", ""),
        ("UNCTAD", ""),
    ],
)
def test_countries_are_found(text: str, expected: str):
    assert sorted(dict.fromkeys(mention.iso3 for mention in find_countries(text))) == sorted(expected.split())


def test_adjectives_are_told_apart_from_names():
    text = "the Cambodian Labour Code applies in Cambodia and in Swaziland"
    assert [(m.span.cut(text), m.sort.value) for m in find_countries(text)] == [
        ("Cambodian", "adjective"),
        ("Cambodia", "name"),
        ("Swaziland", "former"),
    ]


def test_the_span_takes_the_closing_bracket():
    text = "In Iran (Islamic\nRepublic of), inspectors"
    assert [m.span.cut(text) for m in find_countries(text)] == ["Iran (Islamic\nRepublic of)"]


_HOMOGRAPHS = {make_key(form) for form in load_homographs()}


@given(
    st.sampled_from([n for n in load_country_names() if make_key(n.form) not in _HOMOGRAPHS]),
    st.sampled_from(["\n", " ", "\u00a0", " \n  "]),
)
def test_every_form_is_found_however_its_line_is_broken(name: CountryName, blank: str):
    text = "(" + name.form.replace(" ", blank) + ")"
    (mention,) = find_countries(text)
    assert (mention.iso3, make_key(mention.span.cut(text))) == (name.iso3, make_key(name.form))


@given(st.text(max_size=60), st.text(max_size=60))
def test_spans_slice_to_what_was_matched(before: str, after: str):
    text = f"{before} Burkina\u00a0\n Faso {after}"
    assert ("BFA", "Burkina\u00a0\n Faso") in [(m.iso3, m.span.cut(text)) for m in find_countries(text)]
