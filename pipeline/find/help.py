"""The words of help in a sentence: which of them name help of the ILO."""

from pipeline.find.doings import ADDRESSED
from pipeline.find.givers import is_ours, is_provided
from pipeline.find.office import is_receiver
from pipeline.find.resumed import is_resumed
from pipeline.find.words import NAMED_HELP, WEAK_HELP, Mentioned
from pipeline.nlp import Hit, Sentence


def is_help(sentence: Sentence, hit: Hit, mentioned: Mentioned) -> bool:
    """Say whether a word of the sentence names help of the ILO."""
    if hit.concept == "programme":
        return not is_receiver(sentence, hit)
    if hit.concept in NAMED_HELP:
        return is_ours(sentence, hit, mentioned)
    if hit.concept in ADDRESSED:
        return ADDRESSED[hit.concept](sentence, hit, mentioned)
    return hit.concept in WEAK_HELP and (is_provided(sentence, hit) or is_resumed(sentence, hit, mentioned))
