"""Tables of contents, known by their build and not by their wording: leaders, or page numbers that never fall."""

import re
from collections.abc import Sequence

from pipeline.read.pdf_values import Line

_LEADER = re.compile(
    r"(?:[.·_]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})?\s*$|(?:…\s?){2,}\s*(?:\d{1,4}|[ivxlc]{1,7})?\s*$|(?:\.\s?){5,}\s*\d"
)
_PAGE = re.compile(r"\s(\d{1,4})$")
_FEWEST = 6


def is_contents_line(text: str) -> bool:
    """Say whether a line leads by dots to a page number."""
    return _may_lead(text) and bool(_LEADER.search(text))


def _may_lead(text: str) -> bool:
    """Say whether a line holds as many dots in a row as the shortest leader: few lines do, and this is soon asked."""
    dots = "..." in text or ". . ." in text or "……" in text
    return dots or "···" in text or "· · ·" in text or "___" in text


def is_contents_page(lines: Sequence[Line]) -> bool:
    """Say whether half of a page's rows, six at least, lead to page numbers: by dots, or to numbers that never fall."""
    rows = join_rows(lines)
    leads = [is_contents_line(row) for row in rows]
    led = sum(leads)
    plain = (row for row, leads_on in zip(rows, leads, strict=True) if not leads_on and row[-1:].isdecimal())
    numbers = [int(match.group(1)) for row in plain if (match := _PAGE.search(row))]
    climbing = len(numbers) if _climbs(numbers) else 0
    return led >= 4 and led >= 0.4 * len(rows) or led + climbing >= max(_FEWEST, 0.5 * len(rows))


def join_rows(lines: Sequence[Line]) -> list[str]:
    """Return the text of each row of a page, its pieces from left to right."""
    rows: dict[int, list[Line]] = {}
    for line in lines:
        if not line.turned:
            rows.setdefault(round(line.base / 2), []).append(line)
    return [
        " ".join(piece.text for piece in sorted(row, key=lambda piece: piece.left))
        for _, row in sorted(rows.items(), reverse=True)
    ]


def _climbs(numbers: Sequence[int]) -> bool:
    """Say whether numbers rise from line to line with at most one slip, and are not all the same."""
    slips = sum(later < earlier for earlier, later in zip(numbers, numbers[1:], strict=False))
    return slips <= len(numbers) // 10 and len(set(numbers)) > len(numbers) // 2
