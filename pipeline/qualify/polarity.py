"""Whether what a sentence names is asserted, denied, or hangs on something that may not happen."""

from pipeline.nlp import Hit, Sentence
from pipeline.qualify.subjects import word_at, words_before
from pipeline.vocabulary import Polarity

_FAR = 25  # words between the help and the condition that it hangs on
_OPENS = frozenset({",", ";", ":", "that", "que", "qu", "'", ""})
_BREAKS = frozenset({"that", "which", "que", "qui", "qu", "and", "et", "y", "but", "mais", "pero", ";"})
_LACKING = frozenset({"limited", "put-off", "lack"})  # 'not carried out': the negation is what they say
_WITHIN = 16  # words from 'none of' to the help or the verb that it denies
_AFFIRMING = frozenset({
    "delay", "hesitate", "fail", "omit", "only", "hesiter", "manquer", "manque", "tarder", "seulement", "dudar",
    "dejar", "deja", "solo", "solamente", "tardar", "objection", "objections", "objecion", "objeciones", "reparo",
    "reparos", "doubt", "doute", "duda", "oppose", "opposent", "opuso", "opusieron",
})  # fmt: skip
_WITHOUT = frozenset({"without", "sin", "sans"})
_NE = frozenset({"ne", "n'"})
_CHAIN = frozenset({
    "been", "able", "to", "had", "considered", "it", "necessary", "useful", "yet", "so", "far", "be", "have", "in", "a",
    "position", "needed", "wished", "seen", "fit", "found", "possible", "by", "then", "the", "time", "pu", "encore",
    "ete", "juge", "utile", "necessaire", "de", "d", "'", "cru", "devoir", "considerado", "necesario", "podido", "aun",
    "todavia", "ha", "sido", "llegado", "haber", "oportuno", "pas",
})  # fmt: skip


def condition_at(sentence: Sentence, place: int) -> Polarity:
    """Return whether a word of the sentence is asserted or hangs on a condition: 'if funds are found', 'had it …'."""
    conditions = [hit for hit in sentence.hits if hit.concept == "if"]
    near = any(max(hit.first - place, place - hit.last) <= _FAR for hit in conditions)
    return Polarity.CONDITIONAL if near or (conditions and _would(sentence)) else Polarity.ASSERTED


def is_hypothetical(sentence: Sentence) -> bool:
    """'would have been adopted had the Office helped', 'si la loi était refondue, elle l'inviterait'."""
    return _would(sentence) and any(hit.concept == "if" for hit in sentence.hits)


def _would(sentence: Sentence) -> bool:
    return any(hit.concept == "would" for hit in sentence.hits)


def is_denied_at(sentence: Sentence, hit: Hit, since: int) -> bool:
    """Say whether a negation governs a hit: 'has not requested', 'n'a pas encore pu recevoir', 'none of … was held'."""
    return any(
        neg.first >= since
        and not (hit.concept in _LACKING and hit.first <= neg.first < neg.last <= hit.last)
        and not _affirms(sentence, neg)
        and (_stands_at(sentence, neg, hit) or _empties(sentence, neg, hit))
        for neg in sentence.hits
        if neg.concept == "not"
    )


def is_emptied(sentence: Sentence, help_: Hit) -> bool:
    """Say whether there is no help at all: 'no mission', 'aucune assistance', 'none of the ILO courses'."""
    denials = [neg for neg in sentence.hits if neg.concept == "not"]
    none = (neg for neg in denials if not _affirms(sentence, neg))
    return any(0 <= help_.first - neg.last <= 1 or _empties(sentence, neg, help_) for neg in none)


def _stands_at(sentence: Sentence, neg: Hit, hit: Hit) -> bool:
    apart = hit.first - neg.last
    return -2 <= apart <= 3 or (0 < apart <= 8 and set(words_before(sentence, hit.first, apart)) <= _CHAIN)


def _empties(sentence: Sentence, neg: Hit, hit: Hit) -> bool:
    """'No application has, the Government admits, been made', 'none of the courses was held': the subject is denied."""
    none = any(h.concept == "none" and h.first == neg.first for h in sentence.hits)
    opens = word_at(sentence, neg.first - 1) in _OPENS or neg.first == sentence.first
    if not none or not opens or not 0 <= hit.first - neg.last <= _WITHIN:
        return False
    return not _BREAKS & set(words_before(sentence, hit.first, hit.first - neg.last))


def _affirms(sentence: Sentence, neg: Hit) -> bool:
    """'should not delay in seeking', 'no objection', 'not … without', 'n'a été établi qu'avec': nothing is denied."""
    if any(word_at(sentence, place) in _AFFIRMING for place in range(neg.last, neg.last + 3)):
        return True
    denials = [hit for hit in sentence.hits if hit.concept == "not"]
    if any(hit.words in _WITHOUT for hit in denials) and any(hit.words not in _WITHOUT for hit in denials):
        return True
    if " " in neg.words and any(hit is not neg and 0 <= neg.first - hit.last <= 1 for hit in denials):
        return True  # 'ne s'oppose pas à', 'no se opuso a'
    alone = neg.words in _NE and not any(0 <= hit.first - neg.last <= 5 for hit in denials)
    return alone and any(word_at(sentence, place) in {"qu", "que"} for place in range(neg.last, neg.last + 12))
