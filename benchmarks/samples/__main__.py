"""Write corpus/samples and what is expected of each: `python -m benchmarks.samples`."""

import json
from pathlib import Path
from typing import Any

from benchmarks.generator import GeneratedReport, generate_report
from benchmarks.samples.broken import pack, print_challenge, print_encrypted, print_german
from benchmarks.samples.layout import PRINTERS
from benchmarks.samples.source import first_words, read_sample

FOLDER = Path(__file__).parents[2] / "corpus" / "samples"
LABELS = Path(__file__).parents[2] / "labels" / "samples"
_SOURCES = Path(__file__).parent / "sources"
_MADE = (
    ("report-made-by-convention-fr", 6, 31, "by-convention", "fr"),
    ("report-made-by-subject-fr", 6, 32, "by-subject", "fr"),
    ("report-made-by-convention-es", 6, 33, "by-convention", "es"),
    ("report-made-by-subject-es", 6, 34, "by-subject", "es"),
)


def main() -> None:
    """Write every sample and its expectation."""
    LABELS.mkdir(parents=True, exist_ok=True)
    for path in sorted(_SOURCES.glob("*.txt")):
        sample = read_sample(path)
        ending, print_sample = PRINTERS[sample.options["kind"]]
        _write(f"{sample.name}.{ending}", print_sample(sample), sample.expected)
    for name, pages, seed, era, language in _MADE:
        made = generate_report(pages, seed, era, language)
        _write(f"{name}.pdf", made.pdf, _expect(made))
    _write_broken()


def _write_broken() -> None:
    pages = {path.name: path.read_bytes() for path in sorted(FOLDER.glob("normlex-13100-??.html"))}
    english, spanish = "normlex-13100-en.html", "normlex-13100-es.html"
    inner = pack({english: pages[english]})
    report = (FOLDER / "report-2010-by-subject-en.pdf").read_bytes()
    _write("web-page-called.pdf", pages[spanish], _expected_of(spanish))
    _write("two-pages.zip", pack({name: pages[name] for name in (english, spanish)}), _expected_of(english, spanish))
    _write("nested.zip", pack({"inner.zip": inner, spanish: pages[spanish]}), _expected_of(english, spanish))
    refused = {
        "empty.pdf": b"", "truncated.pdf": report[: len(report) * 2 // 3], "encrypted.pdf": print_encrypted(),
        "german.html": print_german(), "challenge.html": print_challenge(),
    }  # fmt: skip
    for name, content in refused.items():
        _write(name, content, {"quarantined": True})


def _expected_of(*names: str) -> dict[str, Any]:
    """Return the expectations of several files as one, comments counted on."""
    comments: list[Any] = []
    findings: list[Any] = []
    for name in names:
        found = json.loads((LABELS / f"{name}.json").read_text("utf-8"))
        findings += [{**one, "comment": one["comment"] + len(comments)} for one in found["findings"]]
        comments += found["comments"]
    return {"comments": comments, "findings": findings, "open": []}


def _expect(made: GeneratedReport) -> dict[str, Any]:
    keys = ("body", "kind", "language", "countries", "conventions", "session", "published_year", "ratified_year")
    comments: list[dict[str, Any]] = [{"body": "CEACR", "kind": "general-report", "any_findings": True}]
    findings = []
    for number, comment in enumerate(made.truth.comments, 1):
        said = {key: getattr(comment, key) for key in keys}
        comments.append(said | ({"special_note": comment.special_note} if comment.special_note else {}))
        for one in comment.findings:
            value = {"act": one.act} if one.act else {"grade": one.grade}
            label = {"kind": one.kind, **value, "speaker": one.speaker, "quoted": one.quoted}
            findings.append({"comment": number, "starts": first_words(one.quote), **label})
    return {"comments": comments, "findings": findings, "open": []}


def _write(name: str, content: bytes, expected: dict[str, Any]) -> None:
    (FOLDER / name).write_bytes(content)
    words = json.dumps({"file": name, **expected}, ensure_ascii=False, indent=1)
    (LABELS / f"{name}.json").write_text(words + "\n", "utf-8")


if __name__ == "__main__":
    main()
