"""Whether a sentence is about a case, states a policy, or reports counts of such sentences."""

from pipeline.nlp import Sentence
from pipeline.vocabulary import CommentKind, Scope

_NUMBERS_NEAR = 4
_NUMBERS_AFTER = 6  # 'references to technical cooperation, four in 2002'


def read_scope(sentence: Sentence, kind: CommentKind | None, countries: tuple[str, ...]) -> Scope:
    """Return the scope: comments on countries are cases, papers never, a general report where it names a State."""
    if kind is CommentKind.PAPER or kind in {CommentKind.GENERAL_REPORT, CommentKind.SERIOUS_FAILURE} and not countries:
        return Scope.STATISTICS if _counts(sentence) else Scope.POLICY
    if kind is CommentKind.GENERAL_REPORT and _counts(sentence):
        return Scope.STATISTICS
    return Scope.CASE


def _counts(sentence: Sentence) -> bool:
    """'on 38 occasions', 'in 259 cases', 'deux fois', 'ocho casos': a number beside a unit of counting."""
    units = [hit for hit in sentence.hits if hit.concept == "unit"]
    numbers = [hit for hit in sentence.hits if hit.concept == "number-word"]
    figures = [place for place, word in enumerate(sentence.words, sentence.first) if word.isdigit() and len(word) < 4]
    places = [*figures, *(hit.first for hit in numbers)]
    return any(-_NUMBERS_AFTER <= unit.first - place <= _NUMBERS_NEAR for unit in units for place in places)
