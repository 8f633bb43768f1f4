"""Figures of quality as tables: a value with its interval, beside another where there is one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from pipeline.score import Figure, Quality

INVENTED = "invented text: a regression guard, not the accuracy on real reports"


def show_summary(console: Console, metrics: Mapping[str, Any], other: Mapping[str, Any], called: str) -> None:
    """Show F1 of counted findings and the main attributes of each set, beside those of another model or version."""
    table = Table("set", "language", "F1", "95 %", f"F1, {called}", title=f"counted findings ({INVENTED})")
    for part, figures in metrics["sets"].items():
        for language, quality in figures["counted"].items():
            f1, before = quality["f1"], other.get(part, {}).get("counted", {}).get(language)
            table.add_row(
                part, language, f"{f1['value']:.3f}", f"{f1['low']:.3f}–{f1['high']:.3f}",
                f"{before['f1']['value']:.3f}" if before else "–",
            )  # fmt: skip
    console.print(table)
    attributes = Table(*("set", *_SHARES), title="assistance, and the score of all findings")
    for part, figures in metrics["sets"].items():
        before = other.get(part)
        cells = (_beside(pick(figures), pick(before) if before else None) for pick in _SHARES.values())
        attributes.add_row(part, *cells)
    console.print(attributes)


def show_alarms(console: Console, alarms: Mapping[str, Any]) -> None:
    """Show how many of our own sentences that hold nothing got a finding."""
    table = Table("set", "language", "got a finding", "of", title=f"sentences that hold nothing ({INVENTED})")
    for part, languages in alarms.items():
        for language, one in languages.items():
            table.add_row(part, language, f"{one['value']:.3f} [{one['low']:.2f}–{one['high']:.2f}]", str(one["of"]))
    console.print(table)


_SHARES: dict[str, Callable[[Mapping[str, Any]], float]] = {
    "act macro-F1": lambda one: float(one["act_macro_f1"]["value"]),
    "act": lambda one: float(one["attributes"]["value"]["value"]),
    "speaker": lambda one: float(one["attributes"]["speaker"]["value"]),
    "quoted": lambda one: float(one["attributes"]["quoted"]["value"]),
    "calibration error": lambda one: float(one["calibration_error"]),
    "accepted at 98 %": lambda one: float(one["accepted_at_98"]),
}


def _beside(value: float, other: float | None) -> str:
    return f"{value:.3f}" + (f" ({value - other:+.3f})" if other is not None else "")


def show_qualities(console: Console, title: str, rows: Sequence[tuple[str, Quality]]) -> None:
    """Show precision, recall and F1 of several parts of a text, each with its interval."""
    table = Table("", "precision", "recall", "F1", "labelled", title=f"{title} ({INVENTED})")
    for name, quality in rows:
        table.add_row(name, *(_with_interval(one) for one in quality), str(quality.recall.of))
    console.print(table)


def _with_interval(figure: Figure) -> str:
    return f"{figure.value:.3f} [{figure.low:.2f}–{figure.high:.2f}]"
