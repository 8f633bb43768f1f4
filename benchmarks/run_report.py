"""An annual report from PDF to tables: pages a second, memory, and the share of each step, beside bare extraction.

The report is invented (benchmarks.generator); what is run is what `needs run` runs, in two processes, tables written.
Run: python -m benchmarks.run_report [--pages 250 500 1000 2000] [--language en] [--era by-subject] [--out FOLDER]
"""

import argparse
import json
import os
import platform
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

import pdfplumber
import pypdfium2
from rich.console import Console
from rich.table import Table

from benchmarks.generator import GeneratedReport, generate_report
from benchmarks.machine import MemoryWatch, keep_two_processors, step_log, timed
from benchmarks.timed_steps import load_timed_steps
from pipeline.build import mine_files, open_dataset, settle_store, write_dataset
from pipeline.inputs import list_inputs
from pipeline.workers import Workers

RESULTS = Path(__file__).parent / "results"
_STEPS = Path(gettempdir()) / f"needs-steps-{os.getpid()}"  # one for all runs: a process keeps the name it began with
_WARM_UP = 80
_SAMPLED = 20
_LARGEST = 1 << 29


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run showed; seconds are wall time, the seconds of steps are processor time of all processes."""

    pages: int
    start_up: float
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
    show(found, Console())
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
        run = _run(path, Path(folder), generate_report(_WARM_UP, seed + 1, era, language))
    bare, plumber = _time_pdfium(report.pdf), _time_pdfplumber(report.pdf)
    whole = run["mining"] + run["gathering"] + run["writing"]
    return Figures(
        pages=pages, pages_a_second=pages / whole, **run,
        true_comments=len(report.truth.comments),
        true_findings=sum(len(one.findings) for one in report.truth.comments),
        pdfium_pages_a_second=bare, pdfplumber_pages_a_second=plumber, pdfplumber_sampled=min(_SAMPLED, pages),
    )  # fmt: skip


def _run(path: Path, folder: Path, warm_up: GeneratedReport) -> dict[str, Any]:
    """Run as `needs run` does, after a shorter report has woken both processes."""
    (folder / "warm-up.pdf").write_bytes(warm_up.pdf)
    with MemoryWatch() as memory, step_log(_STEPS) as steps:
        began = time.perf_counter()
        with Workers(2, load_timed_steps) as workers:
            with open_dataset(folder / "warm", None) as store:
                mine_files([str(folder / "warm-up.pdf")], _LARGEST, store, workers, lambda _: None)
            _STEPS.write_text("")
            woken = time.perf_counter()
            out = folder / "out"
            listing = list_inputs([path], out)
            with open_dataset(out, None) as store:
                tally = mine_files([name for name, _ in listing.files], _LARGEST, store, workers, lambda _: None)
                mined = time.perf_counter()
                timed("gather", settle_store, store, listing, tally)
                settled = time.perf_counter()
                rows = timed("write", write_dataset, store, out)
                written = time.perf_counter()
    if tally.quarantined:
        raise SystemExit(f"the report was refused: {tally.quarantined[0][1]}")
    return {
        "start_up": woken - began, "mining": mined - woken, "gathering": settled - mined, "writing": written - settled,
        "peak_megabytes": memory.peak_megabytes, "step_seconds": dict(steps),
        "rows": {name: len(found) for name, found in rows.items()},
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
    for name in rows[0]:
        table.add_row(name, *(row[name] for row in rows))
    console.print(table)


def _describe(one: Figures) -> dict[str, str]:
    spent = sum(one.step_seconds.values())
    shares = {f"share of {name}": f"{seconds / spent:.0%}" for name, seconds in one.step_seconds.items()}
    whole = one.mining + one.gathering + one.writing
    return {
        "pages": str(one.pages),
        "seconds, tables written": f"{whole:.1f}",
        "pages a second": f"{one.pages_a_second:.0f}",
        "milliseconds a page": f"{1000 * whole / one.pages:.1f}",
        f"start-up apart: both processes woken by {_WARM_UP} pages, s": f"{one.start_up:.1f}",
        "peak memory of all processes, MB": f"{one.peak_megabytes:.0f}",
        **shares,
        "comments (true)": f"{one.rows['comments']} ({one.true_comments})",
        "findings (true, Part II)": f"{one.rows['findings']} ({one.true_findings})",
        "PDFium, bare text, 1 process: pages a second": f"{one.pdfium_pages_a_second:.0f}",
        f"pdfplumber, bare text, 1 process, {one.pdfplumber_sampled} pages sampled evenly: pages a second":
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
