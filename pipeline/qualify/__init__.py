"""Qualify: who says it, has it been asked for or given, is it a quotation; a candidate becomes a claim or nothing."""

from pipeline.qualify.claim import Claim, qualify_candidate
from pipeline.qualify.proposed import Told, propose_claim, retell_claim
from pipeline.qualify.scope import read_scope
from pipeline.qualify.setting import Setting
from pipeline.qualify.subjects import Grammar, make_grammar
from pipeline.qualify.voice import Before, Turn, find_turns, read_lead

__all__ = [
    "Before",
    "Claim",
    "Grammar",
    "Setting",
    "Told",
    "Turn",
    "find_turns",
    "make_grammar",
    "propose_claim",
    "qualify_candidate",
    "read_lead",
    "read_scope",
    "retell_claim",
]
