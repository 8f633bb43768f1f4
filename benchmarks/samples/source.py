"""A sample as it is written by hand: lines with marks, and what a reader should find in them.

`%%` options · `!!` a comment begins · `@C` chapter, `@T` header line, `@H` running head, `@O` other comments ·
`#1` `#2` `#3` headings · `>` quoted · `[…]` special note · `|a|b` table row · `---` new page · `head| text` run-in
heading · `^text` footnote · `<<kind value [speaker] [quoted]>>` labels the sentence that follows,
`<<?>>` leaves it open.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_LABEL = re.compile(r"<<([^>]*)>>\s*")
_SPEAKERS = {"government", "workers", "employers", "office", "conference", "other", "committee"}
_FIRST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One marked line: its mark, run-in heading, text and footnote."""

    mark: str
    text: str
    heading: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample's name, options, lines, and what should be found: comments with their findings."""

    name: str
    options: dict[str, str]
    lines: tuple[Line, ...]
    expected: dict[str, Any]


def read_sample(path: Path) -> Sample:
    """Read one hand-written sample."""
    first, *rest = path.read_text("utf-8").splitlines()
    options = _pairs(first)
    lines: list[Line] = []
    comments: list[dict[str, Any]] = []
    findings: list[dict[str, Any]] = []
    left_open: list[str] = []
    for raw in rest:
        if raw.startswith("!!"):
            comments.append(_read_comment(raw))
            continue
        printed = _print(raw, options["quotes"])
        for label, start in _labels(printed):
            if label == "?":
                left_open.append(start)
            else:
                findings.append({"comment": len(comments) - 1, "starts": start, **_read_label(label)})
        lines.append(_read_line(_LABEL.sub("", printed)))
    expected = {"comments": comments, "findings": findings, "open": left_open}
    return Sample(path.stem, options, tuple(lines), expected)


def _pairs(line: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in line.split()[1:])


def _read_comment(line: str) -> dict[str, Any]:
    lists = {"countries", "conventions", "case_number", "ratified_year"}
    whole = {"adopted_year", "session", "published_year", "report_number", "ratified_year"}
    found: dict[str, Any] = {}
    for key, value in _pairs(line).items():
        parts = [part for part in value.split(",") if part]
        typed = [int(part) if key in whole else part for part in parts]
        found[key] = typed if key in lists else typed[0]
    return found


def _read_label(label: str) -> dict[str, Any]:
    kind, value, *rest = label.split()
    attribute = "act" if kind == "assistance" else "grade"
    speaker = next((word for word in rest if word in _SPEAKERS), "committee")
    return {"kind": kind, attribute: value, "speaker": speaker, "quoted": "quoted" in rest}


def _labels(line: str) -> list[tuple[str, str]]:
    parts = _LABEL.split(line)
    return [(label, first_words(text)) for label, text in zip(parts[1::2], parts[2::2], strict=True)]


def first_words(sentence: str) -> str:
    """Return the beginning of a sentence, cut at a word."""
    head = sentence.strip()
    return head if len(head) <= _FIRST_WORDS else head[:_FIRST_WORDS].rsplit(" ", 1)[0]


def _print(text: str, quotes: str) -> str:
    return text.replace("'", "’") if quotes == "curly" else text


def _read_line(line: str) -> Line:
    text, _, note = line.partition(" ^")
    if text == "---":
        return Line("---", "")
    if text.startswith("|"):
        return Line("|", text[1:].strip())
    mark, _, rest = text.partition(" ")
    if mark in {">", "-"} or re.fullmatch(r"[@#]\w", mark):
        return Line(mark, rest, note=note)
    if text.startswith("["):
        return Line("[", text)
    heading, bar, body = text.partition("|")
    return Line("", body.strip(), heading, note) if bar else Line("", text, note=note)
