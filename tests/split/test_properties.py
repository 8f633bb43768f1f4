"""What holds for any text at all: nothing is raised, and comments and passages lie in order inside one another."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.gazetteers.registers import make_registers
from pipeline.read.compose import Printed, compose_text
from pipeline.records import Document
from pipeline.split import split_comments, split_passages
from pipeline.vocabulary import BlockKind, MediaType

REGISTERS = make_registers()
LINES = [
    "Observation (CEACR) - adopted 2001, published 90th ILC session (2002)",
    "Caso individual (CAS) - Discusión: 2015, Publicación: 104ª reunión CIT (2015)",
    "Labour Inspection Convention, 1947 (No. 81) - Guatemala (Ratification: 1952)",
    "C029 - Demande directe (CEACR) - adoptée 2021, publiée 110ème session CIT (2022)",
    "Comments adopted by the CEACR: Lesotho",
    "Interim Report - Report No 380, October 2016",
    "Case No 2761 (Colombia) - Complaint date: 08-FEB-10 - Active",
    "REPRESENTATION (article 24) - CHILE - C169 - 2014",
    "Decision",
    "Complaint Procedure",
    "A. Previous examination of the case",
    "B. Respuesta del Gobierno- 360. El Gobierno envió datos.",
    "Display in: French - SpanishView all",
    "Repetition",
    "Repetition The Committee notes the Code.",
    "The Committee repeats its previous comments, which read as follows: The Committee notes the Code and the decree of 1990.",
    "The Conference Committee called upon the Government to:",
    "(a) amend the Code;",
    "• ",
    "1. 1086. The Committee notes the Code.",
    "1. ",
    "(1) ",
    "Article 3 of the Convention. Duties. The Committee notes the Code.",
    "A Government representative spoke.",
    "The Committee took note of the information provided.",
    "[The Government is asked to report in 2003.]",
    "No disponible en español.",
    "© Copyright",
    "Haiti",
]
ANY_LINE = st.one_of(st.sampled_from(LINES), st.text(max_size=60).map(lambda text: " ".join(text.split())))
KINDS = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.FURNITURE])


@given(st.lists(st.tuples(KINDS, ANY_LINE), max_size=14))
@settings(max_examples=300, deadline=None)
def test_comments_and_passages_nest_in_order_whatever_the_text(units: list[tuple[BlockKind, str]]):
    composed = compose_text(Printed(kind, text) for kind, text in units)
    document = Document("0" * 64, composed.text, composed.blocks, composed.pages, MediaType.TEXT, "test")
    comments = split_comments(document, REGISTERS)
    assert all(first.span.end <= second.span.start for first, second in pairwise(comments))
    assert len({comment.comment_id for comment in comments}) == len(comments)
    for comment in comments:
        passages = split_passages(document, comment, REGISTERS)
        assert all(first.span.end <= second.span.start for first, second in pairwise(passages))
        assert all(comment.span.contains(passage.span) and len(passage.span) for passage in passages)
        assert len({passage.passage_id for passage in passages}) == len(passages)
        texts = [passage.span.cut(document.text) for passage in passages]
        assert all(text == text.strip() for text in texts)
