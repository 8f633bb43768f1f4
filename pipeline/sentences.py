"""Where sentences begin and end in supervisory prose: abbreviations, numbers, lost spaces, brackets."""

import re
from collections.abc import Iterator

from pipeline.folding import fold

# Every branch begins with the stop and looks back over it: so a text is searched for stops, not tried at each letter.
_STOP = re.compile(
    r"""[.!?…](?:
        ['"’”»)\]]*(?=\s)                   # a stop before a blank
      | (?<=[^\W\d_]{2}[.!?])['"’”»]?(?=[A-ZÀ-Þ][a-zà-ÿ]+\b(?!\.))   # a stop whose blank was lost: "regard.The"
      | (?<=\d\.)(?=[A-ZÀ-Þ][a-zà-ÿ]+\s) | (?<=\)\.)(?=[A-ZÀ-Þ][a-zà-ÿ]+\s))""",
    re.VERBOSE,
)
_OPENS = re.compile(r"""\s*['"‘“«([¿¡–—-]*\s*[A-ZÀ-Þ0-9¿¡(]""")
_LAST_WORD = re.compile(r"([^\W_][\w.]*)$")
_NUMBER_MARK = re.compile(r"(?:\s*(?:\d{1,4}\s*\.|[-–—•*!]|\(?\d{1,3}\)|\(?[a-z]\)|\(?[ivx]{1,5}\))\s+)+(?=\S)")
_ONLY_LABELS = re.compile(r"[\s\d.()–—•*-]*")  # '1. 409': two printed numbers are no sentence
_INITIALS = re.compile(r"(?:^|[\s(.])[A-ZÀ-Þ]$")
# The longest sentences of the bodies, lists of points between semicolons, have some 2,500 characters. What has no end
# for longer is a text whose full stops were lost: it is cut, since reading a sentence costs the square of its length.
LONGEST = 4_000


def split_sentences(text: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each sentence, without surrounding blanks and without a leading printed number.

    None is longer than LONGEST characters.
    """
    start = 0
    for stop, end in _stops(text):
        while end - start > LONGEST:
            cut = _cut_of(text, start)
            yield from _trimmed(text, start, cut)
            start = cut
        if end < len(text) and not _is_boundary(text, start, stop, end, abbreviations):
            continue
        yield from _trimmed(text, start, end)
        start = end


def _stops(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each mark that may end a sentence begins and ends; the end of the text is one."""
    for stop in _STOP.finditer(text):
        yield stop.span()
    yield len(text), len(text)


def _cut_of(text: str, start: int) -> int:
    """Return where to cut a sentence that is too long: after its last semicolon, else its last blank, else anywhere."""
    most = start + LONGEST
    marks = (text.rfind(mark, start + LONGEST // 2, most) for mark in ("; ", " ", "\n"))
    return next((place + 1 for place in marks if place >= 0), most)


def _is_boundary(text: str, start: int, stop: int, end: int, abbreviations: frozenset[str]) -> bool:
    if not _OPENS.match(text, end):
        return False
    if text[stop] == ".":
        before = _LAST_WORD.search(text, max(start, stop - 20), stop)
        word = before.group(1) if before else ""
        if fold(word) in abbreviations or _INITIALS.search(text, max(start, stop - 2), stop):
            return _ends_anyway(text, word, end)
        if word.isdigit() and _ONLY_LABELS.fullmatch(text, start, stop):
            return False
    return not _inside_brackets(text, start, end)


def _ends_anyway(text: str, word: str, end: int) -> bool:
    """A single letter or unit ends a sentence only where an unmistakable opening follows."""
    return word.isdigit() or (
        len(word) == 1 and bool(re.match(r"\s+(?:The|It|In|La|Le|El|Elle|Il|En)\s+[a-zà-ÿC]", text[end : end + 30]))
    )


def _inside_brackets(text: str, start: int, end: int) -> bool:
    if text.count("(", start, end) <= text.count(")", start, end):
        return False
    closing = text.find(")", end, end + 200)
    return closing != -1 and "(" not in text[end:closing]


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    mark = _NUMBER_MARK.match(text, start, end)
    first = mark.end() if mark else start
    while first < end and text[first].isspace():
        first += 1
    while end > first and text[end - 1].isspace():
        end -= 1
    if end > first:
        yield first, end
