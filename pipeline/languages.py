"""Which language a text is written in: the three of the reports, or the name of another."""

from functools import cache

from lingua import Language as Tongue
from lingua import LanguageDetector, LanguageDetectorBuilder

from pipeline.vocabulary import Language

LETTERS_NEEDED = 25
SAMPLE_LENGTH = 2_000
SLICES = 5
SURE = 0.9

_REPORTED = {Tongue.ENGLISH: Language.ENGLISH, Tongue.FRENCH: Language.FRENCH, Tongue.SPANISH: Language.SPANISH}
_OTHERS = (
    Tongue.ARABIC, Tongue.CATALAN, Tongue.CHINESE, Tongue.DANISH, Tongue.DUTCH, Tongue.GERMAN, Tongue.GREEK,
    Tongue.INDONESIAN, Tongue.ITALIAN, Tongue.JAPANESE, Tongue.KOREAN, Tongue.POLISH, Tongue.PORTUGUESE,
    Tongue.ROMANIAN, Tongue.RUSSIAN, Tongue.SWEDISH, Tongue.TURKISH, Tongue.VIETNAMESE,
)  # fmt: skip


def detect_language(text: str) -> Language | None:
    """Return the report language the text is written in; None where it is another or there is too little text."""
    best = _best_tongue(text)
    return _REPORTED.get(best[0]) if best else None


def name_language(text: str) -> str | None:
    """Return the English name of the language, also of one no report has; None where it is not sure."""
    best = _best_tongue(text)
    return best[0].name.capitalize() if best and best[1] >= SURE else None


def count_letters(text: str) -> int:
    """Return how many letters the text has."""
    return sum(map(str.isalpha, text))


def sample_text(text: str) -> str:
    """Return at most 2,000 characters: the whole, or slices from evenly spread places."""
    if len(text) <= SAMPLE_LENGTH:
        return text
    length = SAMPLE_LENGTH // SLICES
    step = (len(text) - length) // (SLICES - 1)
    return " ".join(text[start : start + length - 1] for start in range(0, step * SLICES, step))


def _best_tongue(text: str) -> tuple[Tongue, float] | None:
    sample = sample_text(text)
    if count_letters(sample) < LETTERS_NEEDED:
        return None
    values = _detector().compute_language_confidence_values(sample)
    return (values[0].language, values[0].value) if values and values[0].value > 0 else None


@cache
def _detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*_REPORTED, *_OTHERS).with_low_accuracy_mode().build()
