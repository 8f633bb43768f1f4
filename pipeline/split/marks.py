"""The marks at the start of a paragraph: list counters, paragraph numbers, letters and dashes of items."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"(?:[-–—•·]\s*)?(?:\d{1,3}\.\s+(?=\d{1,4}\.\s))?(\d{1,4})\.(?:\s+|(?=[A-ZÀ-Ý][a-zà-ÿ]))(?=\S)")
_BRACKETED = re.compile(r"\((\d{1,3})\)\s*(?=\S)")
_COUNTER = re.compile(r"\d{1,3}\.\s+")
_ITEM = re.compile(
    r"(?:[•·▪‣*–—-]\s*)?(?:\(\s*([A-Za-z]{1,2}|[ivxl]{1,6}|\d{1,2})\s*\)|([a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\)|([a-z]|[ivx]{2,4})\.(?=\s))\s*"
)
_BULLET = re.compile(r"(?:[•·▪‣–—]\s*-?|-|\*(?=\s)|o(?=\s{1,3}[a-z]))\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Mark:
    """`number` as printed (`1086`, `(a)`), how many characters the mark takes, and whether it marks an item."""

    number: str | None
    length: int
    item: bool


def read_mark(text: str, *, after_lead: bool) -> Mark:
    """Return the mark a paragraph begins with; a number in brackets is an item only in a list."""
    number = _NUMBER.match(text)
    if number:
        return Mark(number[1], number.end(), item=False)
    bracketed = _BRACKETED.match(text)
    if bracketed and not after_lead and text[bracketed.end()].isupper():
        return Mark(bracketed[1], bracketed.end(), item=False)
    item = _ITEM.match(text)
    if item and item.end() < len(text):
        return Mark(f"({item[1] or item[2] or item[3]})", item.end(), item=True)
    bullet = _BULLET.match(text)
    if bullet:
        return Mark(None, bullet.end(), item=True)
    return Mark(None, 0, item=False)


def strip_counter(text: str) -> int:
    """Return the length of a list counter before a heading (`2. Submission of the representation`)."""
    counter = _COUNTER.match(text)
    return counter.end() if counter else 0
