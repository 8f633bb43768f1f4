"""The commands for labels and models, declared: `needs train`, `evaluate`, `models`, `labels`."""

from pathlib import Path
from typing import Annotated

import typer

Labels = Annotated[Path, typer.Option("--labels", help="Folder of the labels, with corpus/ beside it.")]
LABELS = Path("labels")

models_app = typer.Typer(help="The trained models: which there are, which is in service.", invoke_without_command=True)
labels_app = typer.Typer(help="Labels to and from people.", no_args_is_help=True)


def add_commands(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command(epilog="Example: [bold]needs train --name linear-2[/]")(train)
    app.command(epilog="Example: [bold]needs evaluate --compare cues[/]")(evaluate)
    app.add_typer(models_app, name="models")
    app.add_typer(labels_app, name="labels")


def train(
    name: Annotated[str, typer.Option("--name", help="Name and version of the model.")] = "linear",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder of the model. Default: models/NAME.")] = None,
    labels: Labels = LABELS,
    encoder: Annotated[
        str | None, typer.Option("--encoder", metavar="DIR_OR_NAME", help="Also a transformer, asked in doubt only.")
    ] = None,
    fine_tune: Annotated[bool, typer.Option("--fine-tune", help="Train the transformer's own weights too.")] = False,  # noqa: FBT002
) -> None:
    """Train the linear model on the labels: model, parameters, figures, card and checksums. The same bytes twice.

    The model is not put in service: look at its figures, then `needs models promote NAME`. A transformer is a folder
    (Hugging Face), an installed package that carries one, or a name on the hub; it needs the extra `transformers`.
    """
    from flows.training import choose_encoder, train_here  # noqa: PLC0415

    train_here(name, out, labels, choose_encoder(encoder, fine_tune=fine_tune))


def evaluate(
    compare: Annotated[
        str | None,
        typer.Option("--compare", help="Another model, `cues`, or a file of --save: what was gained, what was lost."),
    ] = None,
    model: Annotated[str | None, typer.Option("--model", help="Default: the one in service.")] = None,
    save: Annotated[Path | None, typer.Option("--save", help="Write all outcomes, for a later --compare.")] = None,
    labels: Labels = LABELS,
    summary: Annotated[bool, typer.Option("--summary", help="In short, beside the figures kept.")] = False,  # noqa: FBT002
) -> None:
    """Print how good the findings are, with intervals: by language, body, era, kind and attribute; the worst errors.

    All labelled texts are invented: the figures are regression guards, not the accuracy on real reports.
    """
    from flows.evaluate import Question, evaluate_here  # noqa: PLC0415

    evaluate_here(Question(model, compare, save, summary), labels)


@models_app.callback(invoke_without_command=True)
def list_models(context: typer.Context) -> None:
    """List the models, with their main figures; the one in service is marked."""
    if context.invoked_subcommand is None:
        from flows.models import show_models  # noqa: PLC0415

        show_models()


@models_app.command(epilog="Example: [bold]needs models promote linear-2[/]")
def promote(
    name: Annotated[str, typer.Argument(help="Model to put in service; `cues` for none.")],
    labels: Labels = LABELS,
) -> None:
    """Put a model in service, unless it is worse than the one in service on the gold or challenge set."""
    from flows.models import promote_model  # noqa: PLC0415

    promote_model(name, labels)


Data = Annotated[Path | None, typer.Option("--data", help="Folder that a run wrote. Default: that of the last run.")]
JSON_FILE = Annotated[Path, typer.Argument(metavar="FILE", help="Tasks as Label Studio's JSON.")]


@labels_app.command("import", epilog="Example: [bold]needs labels import judgements.csv --data out/2026[/]")
def import_labels(
    file: Annotated[Path, typer.Argument(exists=True, help="Label Studio's JSON, or judgements as CSV.")],
    data: Data = None,
    labels: Labels = LABELS,
    database: Annotated[
        str | None, typer.Option(help="Where the store of the dataset is, as for needs run. Default: in the folder.")
    ] = None,
) -> None:
    """Take labels that people gave into labels/gold/people.csv, and judgements into the store of the dataset too.

    The next `needs run` respects them. The same file twice changes nothing.
    They hold sentences of the documents: mind whose they are before you publish that file.
    """
    from flows.labels import import_here  # noqa: PLC0415
    from pipeline.settings import load_settings  # noqa: PLC0415

    import_here(file, data, labels, database or load_settings().database)


@labels_app.command("export", epilog="Example: [bold]needs labels export tasks.json[/]")
def export_labels(file: JSON_FILE, labels: Labels = LABELS) -> None:
    """Write the labelled sentences as Label Studio's tasks, with its labelling page beside them (.xml)."""
    from flows.labels import export_here  # noqa: PLC0415

    export_here(file, labels)


@labels_app.command("next", epilog="Example: [bold]needs labels next --most 50 --out next.json[/]")
def next_labels(
    data: Data = None,
    most: Annotated[int, typer.Option("--most", min=1, help="How many sentences.")] = 20,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write them as Label Studio's tasks.")] = None,
) -> None:
    """Show the sentences that a model would learn most from: the least sure, and none like another."""
    from flows.labels import next_here  # noqa: PLC0415

    next_here(data, most, out)
