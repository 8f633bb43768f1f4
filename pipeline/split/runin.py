"""Headings: on a line of their own, or run into a paragraph (`Article 3(2). Duties. The Committee …`)."""

import re

from pipeline.gazetteers.headings import Headings
from pipeline.split.lines import Line
from pipeline.vocabulary import BlockKind

_LONGEST_LINE = 240
_LONGEST_SENTENCE = 200
_LONGEST_ARTICLE = 320
_MOST_WORDS = 30
_WORDS_WITH_STOP = 5
_WORDS_WITH_ARTICLE = 7
_MOST_SENTENCES = 6
_ENUMERATOR = re.compile(r"(?:[A-Z]|[IVX]{1,5}|\d{1,2})\.\s*(?=[^\W\d_])")
_BOUNDARY = re.compile(r"\.(?=\s+[\"“«(\[]?[A-ZÀ-ÝŒ])|\.(?=[A-ZÀ-Ý][a-zà-ÿ' ])|\.(?=\s+\([a-z]{1,3}\)\s)|\.$")
_COLON = re.compile(r":(?=\s+[A-ZÀ-ÝŒ])")
_ABBREVIATION = re.compile(r"(?:\b(?:Nos?|Art|núms?|nos|paragr|para|Mr|Mrs|Ms|Dr|St|Sr|Sra|cf|e\.g|i\.e|n))$")
_LETTER = re.compile(r"\([a-z]{1,3}\)\s+")
_ARTICLE = re.compile(r"s?\s*(?:[\dIVXLA]|of\b|de\b|du\b|del\b|\()")
_INSTRUMENT_NUMBER = re.compile(r"\((?:no|num|n[°º])\.? ?\d|, (?:19|20)\d\d\b")


def measure_run_in(text: str, folded: str, headings: Headings) -> int:
    """Return how many characters at the start of the paragraph are headings; 0 where it has none or nothing follows."""
    enumerator = _ENUMERATOR.match(text)
    place = enumerator.end() if enumerator else 0
    first, end = place, 0
    for _ in range(_MOST_SENTENCES):
        stop = _end_of_sentence(text, place, article=place == first and _is_article(folded[first:], headings))
        if stop is None or stop >= len(text):
            break
        if not _is_heading_sentence(text[place:stop], folded[place:stop], headings):
            break
        end = stop
        place = stop + len(text[stop:]) - len(text[stop:].lstrip())
    if not end or not _speaks(folded[end:].lstrip(), headings):
        return 0
    return end


def is_article_heading(text: str, folded: str, headings: Headings) -> bool:
    """Say whether the text begins with an Article heading of a few words that runs into a paragraph."""
    return _is_article(folded, headings) and 0 < measure_run_in(text, folded, headings) <= _LONGEST_SENTENCE


def is_heading_line(line: Line, headings: Headings) -> bool:
    """Say whether the whole line is a heading: short, without a verb of its own and without the end of a sentence."""
    text = line.text
    if len(text) > _LONGEST_LINE or not text[:1].strip("\"“«'’(["):
        return False
    if line.kind is BlockKind.HEADING and not text.endswith((";", ":")):
        spoken = text.endswith(".") and headings.find_within("finite-verb", line.folded) is not None
        return not spoken and not headings.measure_opening("general-speech", line.folded)
    if not (text[0].isupper() or text[0].isdigit()) or text[-1] in ";:,?!…":
        return False
    if len(text.split()) > _MOST_WORDS or headings.find_within("finite-verb", line.folded):
        return False
    if text.endswith("."):
        return _is_heading_with_stop(line, headings)
    return len(text) > 2 and not headings.measure_opening("general-speech", line.folded)


def strip_heading(text: str) -> str:
    """Return the words of a heading without the stop at its end."""
    return text.strip().rstrip(".:").rstrip()


def names_instrument(text: str, folded: str, headings: Headings) -> bool:
    """Say whether a heading gives a Convention by title or number."""
    return bool(headings.find_within("instrument-word", folded)) and (
        bool(_INSTRUMENT_NUMBER.search(folded)) or any(letter.isdigit() for letter in text)
    )


def _is_heading_with_stop(line: Line, headings: Headings) -> bool:
    if measure_run_in(line.text, line.folded, headings):
        return False
    inner = _end_of_sentence(line.text, 0, article=False)
    if _is_article(line.folded, headings) and len(line.text) <= _LONGEST_SENTENCE:
        return True
    short = inner == len(line.text) and len(line.text.split()) <= _WORDS_WITH_STOP
    return short and not headings.measure_opening("body-opener", line.folded)


def _is_heading_sentence(text: str, folded: str, headings: Headings) -> bool:
    if len(text) > _LONGEST_ARTICLE:
        return False
    if _is_article(folded, headings):
        return not headings.find_within("finite-verb", folded)
    if len(text) > _LONGEST_SENTENCE or len(text.split()) > _MOST_WORDS or len(text) < 4:
        return False
    if headings.find_within("finite-verb", folded):
        return False
    if headings.measure_opening("leading-article", folded) and len(text.split()) > _WORDS_WITH_ARTICLE:
        return False
    return names_instrument(text, folded, headings) or not headings.measure_opening("body-opener", folded)


def _is_article(folded: str, headings: Headings) -> bool:
    length = headings.measure_opening("topic-head", folded)
    return bool(length) and _ARTICLE.match(folded[length:].upper()) is not None


def _speaks(folded: str, headings: Headings) -> bool:
    folded = _LETTER.sub("", folded, count=1)
    return bool(headings.measure_opening("body-opener", folded)) or (
        headings.find_within("finite-verb", folded[:400]) is not None
    )


def _end_of_sentence(text: str, start: int, *, article: bool) -> int | None:
    for stop in _BOUNDARY.finditer(text, start):
        if not _ABBREVIATION.search(text[max(start, stop.start() - 8) : stop.start()]):
            colon = _COLON.search(text, start, stop.start()) if article else None
            return colon.end() if colon and colon.end() - start <= _LONGEST_SENTENCE else stop.end()
    return None
