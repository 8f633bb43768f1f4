"""Whole pages of cases, representations and complaints, invented."""

from pipeline.gazetteers.registers import Registers
from pipeline.split import split_comments, split_passages
from tests.split.conftest import FOOT, make_page, read

CASE = f"""
ILO-en-strap
Interim Report - Report No 380, October 2016
Case No 2761/3074 (Colombia) - Complaint date: 08-FEB-10 - Active
Display in: French - Spanish
Allegations: the complainants allege dismissals in the port
1. 247. The Committee last examined this case at its meeting of June 2014.
2. 248. Colombia has ratified the Freedom of Association and Protection of the Right to Organise Convention, 1948 (No. 87).
A. Previous examination of the case
A. Previous examination of the case
1. 249. In June 2014, the Committee made the following recommendations [see 372nd Report, para. 90]:
(a) the Committee deeply regrets the dismissals;
(b) the Committee reminds the Government that it may avail itself of technical assistance.
B. The Government’s reply
B. The Government’s reply
1. 250. In a communication of 2 May 2015, the Government states that it has asked for a mission.
C. The Committee’s conclusions
C. The Committee’s conclusions
Murder of trade unionists
1. 251. The Committee notes the reply and recalls Convention No. 98.
The Committee’s recommendations
The Committee’s recommendations
1. 252. In the light of its foregoing interim conclusions, the Committee invites the Governing Body to approve the following recommendations:
(a) The Committee requests a copy of the ruling.
(b) The Committee invites the Government to accept a mission.
{FOOT}
"""


def test_a_case_with_sections_headed_twice_and_joined_numbers(registers: Registers):
    document, (comment,), (passages,) = read(CASE, registers)
    assert (comment.body, comment.kind, comment.case_number, comment.report_number) == (
        "CFA",
        "interim-report",
        ("2761", "3074"),
        380,
    )
    assert (comment.countries, comment.conventions, comment.subject) == (("COL",), (), "freedom-of-association")
    assert (comment.adopted_year, comment.published_year, comment.session) == (2016, 2016, None)
    assert comment.title == "Case No 2761/3074 (Colombia)"
    assert [(p.number, p.section, p.quoted, p.voice) for p in passages] == [
        (None, "abstract", False, "workers"),
        ("247", "introduction", False, None),
        ("248", "introduction", False, None),
        ("249", "previous-examination", True, None),
        ("(a)", "previous-examination", True, None),
        ("(b)", "previous-examination", True, None),
        ("250", "reply", False, "government"),
        ("251", "conclusions", False, None),
        ("252", "recommendations", False, None),
        ("(a)", "recommendations", False, None),
        ("(b)", "recommendations", False, None),
    ]
    assert passages[7].heading == "Murder of trade unionists"
    assert passages[1].span.cut(document.text).startswith("The Committee last")


def test_a_spanish_case_without_header_with_a_paragraph_glued_to_its_heading(registers: Registers):
    text = """Afficher en : Anglais - Francais
    Alegatos: la organización querellante denuncia el incumplimiento de un contrato colectivo
    - 353. La queja figura en una comunicación de 2016.
    A. Alegatos de la organización querellante
    A. Alegatos de la organización querellante- 356. En su comunicación, la organización alega despidos.
    - 357. La organización querellante indica fechas.
    B. Respuesta del Gobierno
    B. Respuesta del Gobierno- 360. El Gobierno envió sus observaciones.
    C. Conclusiones del Comité
    C. Conclusiones del Comité- 361. El Comité toma nota de la respuesta.
    Recomendación del Comité
    Recomendación del Comité- 362. En vista de las conclusiones que preceden, el Comité invita al Consejo de Administración a que apruebe la recomendación siguiente:
    El Comité pide datos."""
    document, (comment,), (passages,) = read(text, registers)
    assert (comment.body, comment.kind, comment.case_number, comment.language) == ("CFA", None, (), "es")
    assert [(p.number, p.section, p.voice) for p in passages] == [
        (None, "abstract", "workers"),
        ("353", "introduction", None),
        ("356", "allegations", "workers"),
        ("357", "allegations", "workers"),
        ("360", "reply", "government"),
        ("361", "conclusions", None),
        ("362", "recommendations", None),
        (None, "recommendations", None),
    ]
    assert passages[2].span.cut(document.text) == "En su comunicación, la organización alega despidos."


def test_a_french_case_of_the_fifties_and_an_employers_complaint(registers: Registers):
    text = """Rapport définitif - Rapport No. 12, 1954
    Cas no 104 (Iran (République islamique d')) - Date de la plainte: 22-MARS -54 - Clos
    Allégations: une organisation d'employeurs allègue une ingérence
    1. 40. La plainte date de 1953.
    A. A. Allégations de l'organisation plaignante
    1. 41. L'organisation allègue la saisie de ses locaux.
    B. Réponse du gouvernement
    1. 42. Le gouvernement nie les faits.
    Recommandation du comité
    1. 43. Au vu des conclusions qui précèdent, le comité invite le Conseil d'administration à approuver la recommandation suivante:
    a) Le comité demande une copie du jugement."""
    _, (comment,), (passages,) = read(text, registers)
    assert (comment.kind, comment.countries, comment.adopted_year) == ("definitive-report", ("IRN",), 1954)
    assert [(p.section, p.voice) for p in passages] == [
        ("abstract", "employers"),
        ("introduction", None),
        ("allegations", "employers"),
        ("reply", "government"),
        ("recommendations", None),
        ("recommendations", None),
    ]


def test_effect_given_quotes_first_and_gives_its_verdict_last(registers: Registers):
    text = """Effect given to the recommendations of the committee and the Governing Body - Report No 372, June 2014
    Case No 2516 (Ethiopia) - Complaint date: 02-SEP-06 - Follow-up
    - 55. The Committee last examined this case at its June 2012 meeting, when it made the following recommendations:
    (a) the Committee urges the Government to register the union.
    - 56. In a communication of March 2014, the Government states that the union was registered.
    - 57. The Committee notes this information with satisfaction."""
    _, (comment,), (passages,) = read(text, registers)
    assert comment.kind == "effect-given"
    assert [(p.section, p.quoted) for p in passages] == [
        ("previous-examination", True),
        ("previous-examination", True),
        ("reply", False),
        ("conclusions", False),
    ]


def test_a_german_case_page(registers: Registers):
    text = """Definitive Report - REPORT_NO367, March 2013
    CASE_NUMBER 2929 (Costa Rica) - COMPLAINT_DATE: 29-FEB-12 - Closed
    DISPLAYINFrench - Spanish
    1. 603. The complaint is contained in a communication of 2012."""
    _, (comment,), (passages,) = read(text, registers)
    assert (comment.kind, comment.case_number, comment.countries, comment.report_number) == (
        "definitive-report",
        ("2929",),
        ("CRI",),
        367,
    )
    assert [p.number for p in passages] == ["603"]


REPRESENTATION = """
NORMLEX Home > > Article 24/26 cases
REPRESENTATION (article 24) - FRANCE, NETHERLANDS - C027 - 1976
1. Dockworkers' Union of the North
Closed
DISPLAYINEnglish - French - Spanish
Report of the Committee that considered the representation of the Dockworkers' Union about the marking of weight
Report of the Committee that considered the representation of the Dockworkers' Union about the marking of weight
Decision
Decision
1. The Governing Body adopted the report of the tripartite committee. Procedure closed.
Complaint Procedure
Complaint Procedure
1. I. Submission of the representation
2. The complainant's allegations
3. 1. By letter of 1 August 1975, the Union submitted a representation.
4. The Government's observations
5. 2. The Government states that all goods are marked.
6. Conclusions
7. 3. The Committee notes that the marks are small.
"""


def test_a_representation_has_a_decision_and_a_procedure_with_shifted_numbers(registers: Registers):
    document, (comment,), (passages,) = read(REPRESENTATION, registers)
    assert (comment.body, comment.kind, comment.countries, comment.conventions) == (
        "ART24",
        "representation",
        ("FRA", "NLD"),
        ("C027",),
    )
    assert (comment.adopted_year, comment.published_year, comment.session) == (None, None, None)
    assert comment.title.startswith("Report of the Committee")
    assert [(p.number, p.section, p.voice) for p in passages] == [
        ("1", "decision", None),
        ("1", "allegations", "workers"),
        ("2", "reply", "government"),
        ("3", "conclusions", None),
    ]


def test_a_complaint_prints_the_year_before_the_country(registers: Registers):
    text = """COMPLAINT (article 26) - 2010 - ZIMBABWE - C087, C098
    1. Workers' delegates at the 97th Session of the Conference
    Closed
    Display in: French - Spanish
    Decision
    1. The Governing Body took note of the report (GB.307/5, March 2010).
    Complaint Procedure
    1. 1. By letter of 2008, delegates filed a complaint."""
    _, (comment,), (passages,) = read(text, registers)
    assert (comment.body, comment.kind, comment.countries, comment.conventions) == (
        "ART26",
        "complaint",
        ("ZWE",),
        ("C087", "C098"),
    )
    assert (comment.adopted_year, comment.published_year, comment.session) == (None, None, None)
    assert [p.section for p in passages] == ["decision", "procedure"]


def test_ids_come_from_content_and_do_not_depend_on_what_stands_before(registers: Registers):
    one = make_page(CASE)
    first, second = split_comments(one, registers), split_comments(make_page(CASE), registers)
    assert first == second
    assert len({p.passage_id for p in split_passages(one, first[0], registers)}) == 11


def test_a_case_without_header_says_its_country_in_the_status_sentence(registers: Registers):
    text = """Display in: French - Spanish
    Effect given to the recommendations of the Committee and the Governing Body
    - 171. The Committee examined this case for the last time at its November 2002 meeting and asked for the ruling.
    - 172. Uruguay has ratified Convention No. 87.
    - 173. The Committee notes the ruling with satisfaction."""
    _, (comment,), (passages,) = read(text, registers)
    assert (comment.body, comment.kind, comment.countries) == ("CFA", "effect-given", ("URY",))
    assert passages[-1].section == "conclusions"


def test_an_unknown_lettered_part_ends_the_earlier_examination(registers: Registers):
    text = """Interim Report - Report No 273, June 1990
    Case No 1461 (Panama) - Complaint date: 12-JUL-88 - Closed
    A. Previous examination of the case
    1. 315. The Committee asked for the ruling.
    B. The mission
    B. The mission
    1. 316. The mission met the Minister."""
    _, _, (passages,) = read(text, registers)
    assert [p.quoted for p in passages] == [True, False]
