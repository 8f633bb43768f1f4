"""Recognition of characters on pages that are pictures, by tesseract where it is installed."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

import pypdfium2

from pipeline.errors import ReadFailure
from pipeline.read.pdf_values import Layer, Line, PageLines

DOTS_PER_INCH = 300
LONGEST_SECONDS = 180
WANTED = ("eng", "fra", "spa")
HOW_TO_INSTALL = "install tesseract (Debian: tesseract-ocr tesseract-ocr-fra tesseract-ocr-spa)"
_POINTS = 72 / DOTS_PER_INCH
_WORD_LEVEL = "5"
_GAP_EMS = 2.5
_ASCENT, _DESCENT, _LOW_LETTER = 0.68, 0.22, 0.46
_ASCENDING = re.compile(r"[^\Wacemnorsuvwxzgpqy]|[(\[/]")
_DESCENDING = re.compile(r"[gjpqyQçÇ,;()\[\]/]")


@dataclass(frozen=True, slots=True)
class _Word:
    """A recognised word in dots from the upper left corner, with the line that it stands in."""

    line: tuple[str, str, str]
    text: str
    left: int
    top: int
    width: int
    height: int


def can_recognise() -> bool:
    """Say whether tesseract and one of the three languages are installed."""
    return bool(installed_languages())


def installed_languages() -> tuple[str, ...]:
    """Return those of English, French and Spanish that tesseract can read here."""
    program = shutil.which("tesseract")
    if program is None:
        return ()
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    return tuple(language for language in WANTED if language in listed.stdout.split())


def recognise_page(page: pypdfium2.PdfPage, number: int, languages: tuple[str, ...]) -> PageLines:
    """Return the lines that tesseract sees on a page, drawn in grey at 300 dots an inch; nothing touches the disk."""
    bitmap = page.render(scale=1 / _POINTS, grayscale=True)
    try:
        picture = _grey_map(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        bitmap.close()
    words = _read_words(_run(picture, languages, number))
    width, height = page.get_size()
    return PageLines(number, width, height, _lines(words, height), layer=Layer.RECOGNISED)


def _grey_map(buffer: bytes, width: int, height: int, stride: int) -> bytes:
    rows = buffer if stride == width else b"".join(buffer[n * stride : n * stride + width] for n in range(height))
    return b"P5 %d %d 255\n" % (width, height) + rows


def _run(picture: bytes, languages: tuple[str, ...], number: int) -> str:
    command = ["tesseract", "stdin", "stdout", "-l", "+".join(languages), "--dpi", str(DOTS_PER_INCH), "tsv"]
    try:
        done = subprocess.run(
            command, input=picture, capture_output=True, timeout=LONGEST_SECONDS, check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # six times faster than with its own threads
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        raise ReadFailure(f"page {number}: tesseract took more than {LONGEST_SECONDS} seconds") from late
    except (subprocess.CalledProcessError, OSError) as failed:
        raise ReadFailure(f"page {number}: tesseract failed ({_first_line(failed)})") from failed
    return done.stdout.decode("utf-8", errors="replace")


def _first_line(failed: Exception) -> str:
    said = failed.stderr if isinstance(failed, subprocess.CalledProcessError) else str(failed).encode()
    return (said or b"").decode(errors="replace").strip().split("\n")[0]


def _read_words(table: str) -> Iterator[_Word]:
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == _WORD_LEVEL and cells[11].strip():
            left, top, width, height = map(int, cells[6:10])
            yield _Word((cells[2], cells[3], cells[4]), cells[11].strip(), left, top, width, height)


def _lines(words: Iterator[_Word], height: float) -> tuple[Line, ...]:
    rows = [list(group) for _, group in groupby(words, key=lambda word: word.line)]
    return _with_even_sizes([_line(piece, height) for row in rows for piece in _cut(row)])


def _cut(row: list[_Word]) -> list[list[_Word]]:
    """Part a line where the gap between two words is that of columns or cells."""
    widest = _GAP_EMS * median(_size(word) for word in row)
    pieces = [[row[0]]]
    for before, word in zip(row, row[1:], strict=False):
        if (word.left - before.left - before.width) * _POINTS > widest:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _line(words: list[_Word], height: float) -> Line:
    bottom = median(word.top + word.height - _depth(word) for word in words)
    return Line(
        text=" ".join(word.text for word in words),
        left=words[0].left * _POINTS,
        right=max(word.left + word.width for word in words) * _POINTS,
        base=height - bottom * _POINTS,
        size=median(_size(word) for word in words),
    )


def _size(word: _Word) -> float:
    """Return the size in points that a word's letters must have to be as high as they are."""
    return word.height * _POINTS / _height(word.text)


def _depth(word: _Word) -> float:
    """Return how far in dots the letters of a word reach below the line."""
    return word.height * _DESCENT / _height(word.text) if _DESCENDING.search(word.text) else 0.0


def _height(text: str) -> float:
    """Return how high the letters of a word are, in parts of their size."""
    above = _ASCENT if _ASCENDING.search(text) else _LOW_LETTER
    return above + (_DESCENT if _DESCENDING.search(text) else 0.0)


def _with_even_sizes(lines: list[Line]) -> tuple[Line, ...]:
    """Give lines within 15 percent of the page's middle size that size: print is even, measuring is not."""
    if not lines:
        return ()
    usual = median(line.size for line in lines)
    return tuple(
        replace(line, size=round(usual if abs(line.size - usual) < 0.15 * usual else line.size, 1)) for line in lines
    )
