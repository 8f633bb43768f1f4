"""`needs labels`: labels to and from people."""

from pathlib import Path

from rich.table import Table

from flows.last import choose_folder
from flows.screen import make_console
from pipeline.build import DATABASE, open_dataset
from pipeline.dataset import load_dataset
from pipeline.learn.exchange import choose_next, export_labels, import_labels, make_questions, read_judgements
from pipeline.learn.studio import make_page
from pipeline.store.files import write_whole


def import_here(file: Path, data: Path | None, labels: Path, database: str | None) -> None:
    """Take the labels of a file into the gold, judgements into the store as well; say how many are new."""
    console = make_console()
    if file.suffix == ".json":
        new, entered = import_labels(file, labels, None), ""
    else:
        folder = choose_folder(data)
        new = import_labels(file, labels, load_dataset(folder))
        entered = _enter(file, folder, database)
    console.print(f"{new} new or changed labels in {labels / 'gold'}. To learn from them: needs train", soft_wrap=True)
    if entered:
        console.print(entered, soft_wrap=True, markup=False)


def _enter(file: Path, folder: Path, database: str | None) -> str:
    """Enter judgements into the store of a dataset; return what was done, or what is missing for it."""
    if database is None and not (folder / DATABASE).is_file():
        return f"No judgement was entered: {folder} has no {DATABASE}. Say where the store is with --database"
    with open_dataset(folder, database) as store:
        new = store.judge(read_judgements(file))
    return f"{new} new judgements in the store. The next needs run into {folder} counts accordingly"


def export_here(file: Path, labels: Path) -> None:
    """Write the labelled sentences as tasks, and the labelling page beside them."""
    paths = [labels / "examples.csv", *sorted((labels / "gold").glob("*.csv"))]
    write_whole(file, export_labels(paths))
    write_whole(file.with_suffix(".xml"), make_page().encode())
    make_console().print(f"tasks in {file}; the labelling page for Label Studio in {file.with_suffix('.xml')}")


def next_here(data: Path | None, most: int, out: Path | None) -> None:
    """Show the sentences worth labelling, and write them as tasks where a file is given."""
    dataset = load_dataset(choose_folder(data))
    chosen = choose_next(dataset, most)
    table = Table("finding", "kind", "says", "score", "sentence", title="worth labelling next")
    for one in chosen:
        score = f"{one.score:.2f}" if one.score is not None else "–"
        table.add_row(one.finding_id, one.kind, str(one.act or one.grade), score, one.quote)
    make_console().print(table)
    if out:
        write_whole(out, make_questions(dataset, chosen))
