"""Which steps a run takes: imported by the processes that mine, and by nobody before."""

from pipeline.workers import Steps

MODULE = "pipeline.mine"


def load_steps() -> Steps:
    """Return the steps of the pipeline, with spaCy and the registers behind them."""
    from pipeline.mine import STEPS  # noqa: PLC0415 (spaCy takes a second to import)

    return STEPS
