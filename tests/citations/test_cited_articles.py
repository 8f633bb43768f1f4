"""Articles in sentences; every sentence is invented for this test."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.citations import find_articles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 3 of the Convention", "3"),
        ("Articles 20 and 21", "20 21"),
        ("Article 3(2)(b) of the Convention", "3(2)(b)"),
        ("Article 3 (2) (b)", "3(2)(b)"),
        ("Articles 1(1), 2(1) and 25 of the Convention", "1(1) 2(1) 25"),
        ("Article 3(1)-(2)", "3(1) 3(2)"),
        ("Article 3(1)–(3)", "3(1) 3(2) 3(3)"),
        ("Articles 1, 2, 3(1)-(2), 6, 7 and 21", "1 2 3(1) 3(2) 6 7 21"),
        ("Articles 1, 2, 6, 7 ... and 21", "1 2 6 7 21"),
        ("Article 1(a), (b), (c) and (d)", "1(a) 1(b) 1(c) 1(d)"),
        ("Article 5(a) to (c)", "5(a) 5(b) 5(c)"),
        ("Article 2, paragraph 2(c)", "2(2)(c)"),
        ("Article 2, paragraphs 1 and 3, of the Convention", "2(1) 2(3)"),
        ("Article 3(1)(a) and (d)", "3(1)(a) 3(1)(d)"),
        ("Article 3(1) and (3)", "3(1) 3(3)"),
        ("Articles 12(1)(a)(i) and (ii) and 13", "12(1)(a)(i) 12(1)(a)(ii) 13"),
        ("Articles 7–9", "7 8 9"),
        ("Articles 3 to 6", "3 4 5 6"),
        ("Article 74, 4)", "74(4)"),
        ("(Articles 3, 5)", "3 5"),
        ("Articles 3,\n5 and\n7", "3 5 7"),
        ("Article 6. Penalties.", "6"),
        ("Article 8 and 9 of the Convention", "8 9"),
        ("Article III of the MLC, 2006", "III"),
        ("l'article 2, paragraphe 2 d), de la convention", "2(2)(d)"),
        ("les articles 5 et 6 a)", "5 6(a)"),
        ("les articles 7 à 9 de la convention", "7 8 9"),
        ("l'article 2, alinéa b), de la convention", "2(b)"),
        ("l'article 1, paragraphes 1 et 2, de la convention", "1(1) 1(2)"),
        ("Artículo 1, 1), artículo 2, 1), y artículo 25 del Convenio", "1(1) 2(1) 25"),
        ("el artículo 5, apartado 2, inciso a), del Convenio", "5(2)(a)"),
        ("los artículos 3, párrafo 1, y 6 del Convenio", "3(1) 6"),
        ("los artículos 4 y 5 del Convenio", "4 5"),
        ("Artículos 2 a 4 del Convenio", "2 3 4"),
        ("Regulation 2.1 and Standard A2.1, paragraph 1", "2.1 A2.1(1)"),
        ("Guideline B2.1", "B2.1"),
        ("Règle 2.1 et norme A2.1, paragraphe 1", "2.1 A2.1(1)"),
        ("Regla 4.2 y norma A4.2", "4.2 A4.2"),
        ("Article 2 and 15 unions", "2"),
        ("Articles 3 and 4, 12 workers", "3 4"),
        ("the article on wages", ""),
        ("Articles 87 to 3", "87"),
        ("articles of clothing", ""),
        ("paragraph 5 of the report", ""),
    ],
)
def test_articles_are_found_one_by_one(text: str, expected: str):
    assert [article for mention in find_articles(text) for article in mention.articles] == expected.split()


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Article 3 of the Convention", "convention"),
        ("Article 3 of Convention No. 81", "convention"),
        ("Article 3(2). Other duties.", "convention"),
        ("article 2 de la convention", "convention"),
        ("l'article 2, paragraphe 2 d), de la convention", "convention"),
        ("el artículo 4 del Convenio", "convention"),
        ("Article 1 of the Protocol", "convention"),
        ("Standard A2.1", "convention"),
        ("article 22 of the Constitution", "constitution"),
        ("articles 19, 22 and 35 of the ILO Constitution", "constitution"),
        ("article 24 of the Constitution of the ILO", "constitution"),
        ("l'article 26 de la Constitution de l'OIT", "constitution"),
        ("el artículo 23 de la Constitución de la OIT", "constitution"),
        ("Article 24/26 cases", "constitution"),
        ("article 23 of the Constitution of Freedonia", "law"),
        ("les articles 314 et suivants du Code pénal", "law"),
        ("Article 10 of the report form", "law"),
        ("article 110 of the Constitution", "law"),
        ("section 4(2)", "law"),
        ("sections 4(2) and 7 of the Act", "law"),
        ("art. 28 of the Labour Code", "law"),
        ("art. 28", "law"),
        ("Article 28 of the Labour Code", "law"),
        ("article 5 of the new Trade Unions Act", "law"),
        ("Labour Code, article 12", "law"),
        ("article 130 du Code du travail", "law"),
        ("l'article 8 de la loi no 12", "law"),
        ("artículo 365 del Código Penal", "law"),
        ("el artículo 8 de la Ley núm. 12", "law"),
        ("les articles 5 et 6 a)", "unknown"),
    ],
)
def test_the_owner_of_an_article_is_told(text: str, owner: str):
    assert {mention.owner.value for mention in find_articles(text)} == {owner}


def test_each_article_has_its_own_owner():
    text = "article 28 of Act No. 12 gives effect to Article 4 of the Convention"
    assert [(m.articles, m.owner.value) for m in find_articles(text)] == [(("28",), "law"), (("4",), "convention")]


@given(st.text(alphabet=st.sampled_from("Articles 3,4(12)ab-toand\n"), max_size=60))
def test_spans_lie_in_the_text_in_order_and_apart(text: str):
    mentions = find_articles(text)
    assert all(m.span.cut(text) and m.articles for m in mentions)
    assert all(first.span.end <= second.span.start for first, second in zip(mentions, mentions[1:], strict=False))


@given(st.lists(st.integers(1, 150), min_size=2, max_size=6, unique=True))
def test_a_list_of_numbers_comes_back(numbers: list[int]):
    words = ", ".join(map(str, numbers[:-1])) + f" and {numbers[-1]}"
    text = f"under Articles {words} of the Convention"
    (mention,) = find_articles(text)
    assert mention.articles == tuple(map(str, numbers))
    assert mention.span.cut(text) == f"Articles {words}"
