"""An annual report from PDF to tables: pages a second, memory, and the seconds of each step, beside bare extraction.

The report is invented (benchmarks.generator); what is run is what `needs run` runs, in two processes, from the start of
the interpreter to its end, tables written.
Run: python -m benchmarks.run_report [--pages 250 500 1000 2000] [--language en] [--era by-subject] [--out FOLDER]
"""

import argparse
import json
import platform
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pdfplumber
import pypdfium2
from rich.console import Console
from rich.table import Table

from benchmarks.generator import generate_report
from benchmarks.machine import MemoryWatch, keep_two_processors, step_log
from flows.screen import make_console

RESULTS = Path(__file__).parent / "results"
_SAMPLED = 20


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run showed; seconds are wall time, the seconds of steps are processor time of all processes."""

    pages: int
    seconds: float
    mining: float
    gathering: float
    writing: float
    pages_a_second: float
    peak_megabytes: float
    step_seconds: dict[str, float]
    rows: dict[str, int]
    true_comments: int
    true_findings: int
    pdfium_pages_a_second: float
    pdfplumber_pages_a_second: float
    pdfplumber_sampled: int


def main() -> None:
    """Measure, show, and keep the figures."""
    options = _read_options()
    processors = keep_two_processors()
    found = [measure(pages, options.seed, options.era, options.language) for pages in options.pages]
    show(found, make_console())
    options.out.mkdir(parents=True, exist_ok=True)
    name = f"report-{options.era}-{options.language}.json"
    about = {"processors": processors, "python": platform.python_version(), "seed": options.seed}
    runs = [asdict(one) for one in found]
    (options.out / name).write_text(json.dumps({**about, "runs": runs}, indent=1) + "\n", "utf-8")


def measure(pages: int, seed: int, era: str, language: str) -> Figures:
    """Generate a report of so many pages and carry it from PDF to tables."""
    report = generate_report(pages, seed, era, language)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(report.pdf)
        run = _run(path, Path(folder))
    return Figures(
        pages=pages, pages_a_second=pages / run["seconds"], **run,
        true_comments=len(report.truth.comments),
        true_findings=sum(len(one.findings) for one in report.truth.comments),
        pdfium_pages_a_second=_time_pdfium(report.pdf),
        pdfplumber_pages_a_second=_time_pdfplumber(report.pdf), pdfplumber_sampled=min(_SAMPLED, pages),
    )  # fmt: skip


def _run(path: Path, folder: Path) -> dict[str, Any]:
    """Run as `needs run` does, in a process of its own, and return what it took."""
    out = folder / "out"
    with step_log(folder / "steps") as steps:
        began = time.perf_counter()
        command = [sys.executable, "-m", "benchmarks.timed_steps", str(path), str(out)]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        with MemoryWatch(running.pid) as memory:
            code = running.wait()
            seconds = time.perf_counter() - began
    if code:
        raise SystemExit(f"the report was refused, or the run failed: exit code {code}")
    told = json.loads((out / "run.json").read_text("utf-8"))
    return {
        "seconds": seconds, **told["seconds"], "peak_megabytes": memory.peak_megabytes,
        "step_seconds": dict(steps), "rows": told["counts"]["rows"],
    }  # fmt: skip


def _time_pdfium(pdf: bytes) -> float:
    """Return how many pages a second PDFium gives as bare text, in one process."""
    began = time.perf_counter()
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        page.get_textpage().get_text_range()
    return len(document) / (time.perf_counter() - began)


def _time_pdfplumber(pdf: bytes) -> float:
    """Return how many pages a second pdfplumber gives as bare text, from pages sampled evenly, in one process."""
    count = len(pypdfium2.PdfDocument(pdf))
    chosen = [1 + number * count // _SAMPLED for number in range(_SAMPLED)] if count > _SAMPLED else None
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(pdf)
        with pdfplumber.open(path, pages=chosen) as document:
            began = time.perf_counter()
            for page in document.pages:
                page.extract_text()
            return len(document.pages) / (time.perf_counter() - began)


def show(found: Sequence[Figures], console: Console) -> None:
    """Print one column for each run."""
    table = Table(title="An invented annual report, from PDF to tables, in two processes", show_header=False)
    rows = [_describe(one) for one in found]
    for name in dict.fromkeys(name for row in rows for name in row):  # a short report is mined in one piece
        table.add_row(name, *(row.get(name, "") for row in rows))
    console.print(table)


def _describe(one: Figures) -> dict[str, str]:
    steps = {f"  {name}, processor time, s": f"{seconds:.2f}" for name, seconds in one.step_seconds.items()}
    around = one.seconds - one.mining - one.gathering - one.writing
    return {
        "pages": str(one.pages),
        "seconds, from start to end": f"{one.seconds:.1f}",
        "pages a second": f"{one.pages_a_second:.0f}",
        "pages a second, starting and ending apart": f"{one.pages / (one.seconds - around):.0f}",
        "milliseconds a page": f"{1000 * one.seconds / one.pages:.1f}",
        "starting and ending, s": f"{around:.2f}",
        "mining, s": f"{one.mining:.2f}",
        **steps,
        "gathering, s": f"{one.gathering:.2f}",
        "writing, s": f"{one.writing:.2f}",
        "peak memory of all processes, MB": f"{one.peak_megabytes:.0f}",
        "comments (true)": f"{one.rows['comments']} ({one.true_comments})",
        "findings (true, Part II)": f"{one.rows['findings']} ({one.true_findings})",
        "PDFium, bare text, 1 process: pages a second": f"{one.pdfium_pages_a_second:.0f}",
        f"pdfplumber, bare text, 1 process, {_SAMPLED} pages sampled evenly: pages a second":
            f"{one.pdfplumber_pages_a_second:.1f}",
        "pdfplumber, whole file, extrapolated, s": f"{one.pages / one.pdfplumber_pages_a_second:.0f}",
        "times faster than pdfplumber": f"{one.pages_a_second / one.pdfplumber_pages_a_second:.1f}",
    }  # fmt: skip


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[1000])
    parser.add_argument("--language", choices=["en", "fr", "es"], default="en")
    parser.add_argument("--era", choices=["by-convention", "by-subject"], default="by-subject")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=RESULTS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
