"""How far two labellings of the same sentences agree: kappa by attribute, alpha over all, and where they differ.

Both were written by language-model sessions from one scheme and one set of guidelines, so people may well agree less.
The first labels are compared as they stood before any correction, in labels/second/first.csv.
Run: python -m benchmarks.agreement [--show]; the table is kept in labels/agreement.md between its marks.
"""

import argparse
import re
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import krippendorff
import numpy as np
from rich.console import Console
from rich.table import Table
from sklearn.metrics import cohen_kappa_score

from pipeline.gold import NONE, Row, read_rows
from pipeline.vocabulary import FindingKind

LABELS = Path(__file__).parent.parent / "labels"
FIRST, SECOND = (LABELS / "second" / name for name in ("first.csv", "second.csv"))
PAGE = LABELS / "agreement.md"
BEGIN, END = "<!-- figures: python -m benchmarks.agreement -->", "<!-- end of figures -->"
OF_EACH = ("speaker", "polarity", "quoted")
OF_ASSISTANCE = ("act", *OF_EACH, "purpose", "term", "mission")
OF_OTHERS = ("grade", *OF_EACH)
SEED = 20261122
DRAWS = 1000
_TAIL = 2.5

Reading = dict[str, Row]  # what one labelling finds in a sentence, by kind
Pair = tuple[str, str]
Judge = Callable[[Sequence[Pair]], float]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One line of the table: what is compared, on how many, and how far the two agree."""

    name: str
    pairs: int
    differ: int
    kappa: float
    low: float
    high: float
    alpha: float


@dataclass(frozen=True, slots=True)
class Dispute:
    """One attribute of one sentence on which the two differ."""

    sentence: str
    name: str
    first: str
    second: str


def gather(rows: Iterable[Row]) -> dict[str, Reading]:
    """Return what is found in each sentence, by its id."""
    found: dict[str, Reading] = {}
    for row in rows:
        reading = found.setdefault(row["id"], {})
        if row["kind"] != NONE:
            reading[row["kind"]] = row
    return found


def kinds(reading: Reading) -> str:
    """Return the kinds of a reading as one word."""
    return " + ".join(sorted(reading)) or NONE


def values(reading: Reading) -> str:
    """Return the kinds of a reading, each with its act or grade, as one word."""
    return " + ".join(sorted(f"{kind}: {row['act'] or row['grade']}" for kind, row in reading.items())) or NONE


def everything(reading: Reading) -> str:
    """Return all that a reading says, as one word."""
    names = ("act", "grade", *OF_EACH, "purpose", "term", "mission")
    return " + ".join(sorted("|".join([kind, *(row[name] for name in names)]) for kind, row in reading.items())) or NONE


def pair_sentences(first: Sequence[Reading], second: Sequence[Reading]) -> dict[str, list[list[Pair]]]:
    """Return, for each thing compared, the pairs of answers of each sentence; of a kind, where both see it."""
    both = list(zip(first, second, strict=True))
    compared = {
        "kind": [[(kinds(one), kinds(other))] for one, other in both],
        "kind with act or grade": [[(values(one), values(other))] for one, other in both],
        "everything at once": [[(everything(one), everything(other))] for one, other in both],
    }
    for kind in FindingKind:
        compared[f"{kind}?"] = [[(str(kind in one), str(kind in other))] for one, other in both]
    for kind, names in ((FindingKind.ASSISTANCE, OF_ASSISTANCE), *((k, OF_OTHERS) for k in list(FindingKind)[1:])):
        for name in names:
            label = name if name in OF_EACH else f"{kind}, {name}"
            pairs = [
                [(one[kind][name], other[kind][name])] if kind in one and kind in other else [] for one, other in both
            ]
            old = compared.get(label, [[] for _ in both])
            compared[label] = [before + after for before, after in zip(old, pairs, strict=True)]
    return compared


def measure_kappa(pairs: Sequence[Pair]) -> float:
    """Return Cohen's kappa; not a number where only one answer was ever given."""
    if len({answer for pair in pairs for answer in pair}) < 2:  # noqa: PLR2004
        return float("nan")
    return float(cohen_kappa_score(*zip(*pairs, strict=True)))


def measure_alpha(pairs: Sequence[Pair]) -> float:
    """Return Krippendorff's alpha for answers without order; not a number where only one answer was ever given."""
    answers = sorted({answer for pair in pairs for answer in pair})
    if len(answers) < 2:  # noqa: PLR2004
        return float("nan")
    codes = [[answers.index(pair[side]) for pair in pairs] for side in (0, 1)]
    return float(krippendorff.alpha(reliability_data=codes, level_of_measurement="nominal"))


def draw_interval(sentences: Sequence[Sequence[Pair]], judge: Judge) -> tuple[float, float]:
    """Return the 95 per cent interval of a figure from sentences drawn again and again."""
    random = np.random.default_rng(SEED)
    figures = []
    for _ in range(DRAWS):
        drawn = random.integers(len(sentences), size=len(sentences))
        figures.append(judge([pair for number in drawn for pair in sentences[number]]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # nothing but blanks: the interval is blank too
        low, high = np.nanpercentile(figures, [_TAIL, 100 - _TAIL])
    return float(low), float(high)


def measure(name: str, sentences: Sequence[Sequence[Pair]]) -> Agreement:
    """Return the line of one thing compared."""
    pairs = [pair for sentence in sentences for pair in sentence]
    differ = sum(one != other for one, other in pairs)
    low, high = draw_interval([sentence for sentence in sentences if sentence], measure_kappa)
    return Agreement(name, len(pairs), differ, measure_kappa(pairs), low, high, measure_alpha(pairs))


def find_disputes(names: Sequence[str], first: Sequence[Reading], second: Sequence[Reading]) -> list[Dispute]:
    """Return every difference: a kind that one of the two does not see, or an attribute of a kind that both see."""
    found = []
    for name, one, other in zip(names, first, second, strict=True):
        for kind in FindingKind:
            if (kind in one) != (kind in other):
                found.append(Dispute(name, "kind", values(one), values(other)))
                break
        for kind in (kind for kind in FindingKind if kind in one and kind in other):
            own = OF_ASSISTANCE if kind == FindingKind.ASSISTANCE else OF_OTHERS
            found += [
                Dispute(name, f"{kind}, {word}", one[kind][word], other[kind][word])
                for word in own
                if one[kind][word] != other[kind][word]
            ]
    return found


def show_number(figure: float) -> str:
    """Return a figure with two decimals, a dash where there is none."""
    return "–" if np.isnan(figure) else f"{figure:.2f}"


def lay_out(lines: Sequence[Agreement]) -> list[list[str]]:
    """Return the cells of the table."""
    return [
        [
            line.name, str(line.pairs), str(line.differ), show_number(line.kappa),
            f"{show_number(line.low)} to {show_number(line.high)}", show_number(line.alpha),
        ]
        for line in lines
    ]  # fmt: skip


HEAD = ["what is compared", "pairs", "differ", "kappa", "95 % interval", "alpha"]


def write_page(cells: Sequence[Sequence[str]], sentences: int) -> None:
    """Put the table between the marks of the page."""
    rows = [HEAD, ["---"] * len(HEAD), *cells]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    text = PAGE.read_text("utf-8")
    block = f"{BEGIN}\n{sentences} sentences.\n\n{table}\n{END}"
    PAGE.write_text(re.sub(f"{re.escape(BEGIN)}.*{re.escape(END)}", lambda _: block, text, flags=re.DOTALL), "utf-8")


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table."""
    table = Table(*head)
    for row in rows:
        table.add_row(*row)
    Console(width=160).print(table)


def main() -> None:
    """Compare the two, print the figures and keep them in the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print each difference too")
    options = parser.parse_args()
    first, second = gather(read_rows(FIRST)), gather(read_rows(SECOND))
    names = [name for name in second if name in first]
    ones, others = [first[name] for name in names], [second[name] for name in names]
    cells = lay_out([measure(name, pairs) for name, pairs in pair_sentences(ones, others).items()])
    print_table(HEAD, cells)
    Console().print(f"{len(names)} sentences; {len(second) - len(names)} second labels without a first")
    if options.show:
        disputes = find_disputes(names, ones, others)
        print_table(["id", "attribute", "first", "second"], [[d.sentence, d.name, d.first, d.second] for d in disputes])
    write_page(cells, len(names))


if __name__ == "__main__":
    main()
