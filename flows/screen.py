"""What the command line shows: progress while it works, tables when it is done."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from pipeline import tables
from pipeline.build import News, Tally
from pipeline.inputs import MEMBER, Listing
from pipeline.tables import Row

_WIDTH = 140


def make_console(to_error: bool = False) -> Console:  # noqa: FBT001, FBT002 (Console's own word is a flag too)
    """Return where to write: as wide as the terminal, or wide enough for a file."""
    stream = sys.stderr if to_error else sys.stdout
    return Console(stderr=to_error, width=None if stream.isatty() else _WIDTH, highlight=False)


class Watch:
    """Progress with counts and time left on a terminal; elsewhere one line for each failure only."""

    def __init__(self, listing: Listing) -> None:
        self._console = make_console(to_error=True)
        self._total = len(listing.files)
        self._archives: set[str] = set()
        self._shares: dict[str, float] = {}
        self._failed = 0
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TaskProgressColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=self._console,
            disable=not self._console.is_terminal,
            transient=True,
        )
        self._task = self._progress.add_task("files", total=self._total)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def note(self, news: News) -> None:
        """Count a file; name it where it failed."""
        archive, inside, _ = news.path.partition(MEMBER)
        if inside and archive in self._archives:
            self._total += 1
        self._archives.add(archive)
        if news.error:
            self._failed += 1
            self._console.print(f"[red]quarantined[/] {escape(news.path)}: {escape(news.error)}", soft_wrap=True)
        words = f"files ({self._failed} quarantined)" if self._failed else "files"
        done = 1 - self._shares.pop(news.path, 0.0)
        self._progress.update(self._task, advance=done, total=self._total, description=words)

    def note_share(self, path: str, share: float) -> None:
        """Move on with a long file of which a share is done."""
        before = self._shares.get(path, 0.0)
        self._shares[path] = share
        self._progress.update(self._task, advance=share - before)

    def say(self, words: str) -> None:
        """Say what is being done now."""
        if self._console.is_terminal:
            self._progress.update(self._task, description=words)


def show_found(console: Console, found: Mapping[str, Sequence[Row]]) -> None:
    """Show what the dataset holds, by body, kind and act or grade."""
    at = {name: place for place, name in enumerate(tables.FINDINGS.names)}
    bodies = {row[0]: row[tables.COMMENTS.names.index("body")] for row in found["comments"]}
    rows: Counter[tuple[str, str, str]] = Counter()
    counted: Counter[tuple[str, str, str]] = Counter()
    for row in found["findings"]:
        place = (bodies[row[at["comment_id"]]], row[at["kind"]], row[at["act"]] or row[at["grade"]] or "")
        rows[place] += 1
        counted[place] += row[at["counted"]]
    table = Table("body", "kind", "act or grade", title="Findings", title_justify="left")
    table.add_column("found", justify="right")
    table.add_column("counted", justify="right")
    for place in sorted(rows):
        table.add_row(*place, str(rows[place]), str(counted[place]))
    console.print(table)


def show_quarantined(console: Console, tally: Tally) -> None:
    """Show what was not read and why."""
    if tally.quarantined:
        table = Table(title="Quarantined", title_justify="left")
        table.add_column("file", overflow="fold")
        table.add_column("why", overflow="fold")
        for path, reason in tally.quarantined:
            table.add_row(escape(path), escape(reason))
        console.print(table)


def summarise(listing: Listing, tally: Tally, found: Mapping[str, Sequence[Row]], gone: int) -> str:
    """Return the run in one line: what was read, what was not, what the dataset holds."""
    open_needs = sum(row[tables.NEEDS.names.index("open")] for row in found["needs"])
    parts = [f"{len(tally.read)} read"]
    for number, words in (
        (len(tally.stored_before), "already stored, or the same bytes as another"),
        (len(tally.quarantined), "quarantined"),
        (listing.hidden, "hidden and skipped"),
        (gone, "gone and forgotten"),
    ):
        if number:
            parts.append(f"{number} {words}")
    return (
        f"{', '.join(parts)}. The dataset holds {len(found['comments'])} comments, {len(found['findings'])} findings, "
        f"{len(found['needs'])} needs ({open_needs} open)."
    )
