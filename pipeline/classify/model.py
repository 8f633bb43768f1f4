"""A model that can be put in service: its weights, and the limits at which cue and model are believed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pipeline.classify.encoder import Encoder
from pipeline.classify.weights import Weights
from pipeline.errors import ModelError
from pipeline.vocabulary import FindingKind


class Cell(StrEnum):
    """How cue and model stand to one another."""

    AGREE = "agree"
    CONTRADICT = "contradict"
    ONLY_CUE = "only-cue"
    ONLY_MODEL = "only-model"


@dataclass(frozen=True, slots=True)
class Limits:
    """The probabilities at which cue and model are believed, each from the calibration split of the labels.

    `keep`: below it a cue stands alone; `drop`: below it a cue alone is not believed; `find`: from it on the model is
    believed without a cue; `sure`: from it on the model's act or grade goes before the cue's; `guess`:
    the same where the rule itself is in doubt; `voice`: the same for speaker, polarity, purpose;`risk`: a finding whose
    chance of error is over it is flagged; `scales`: Platt's slope and offset of the score, for each cell.
    """

    keep: Mapping[FindingKind, float]
    drop: Mapping[FindingKind, float]
    find: Mapping[FindingKind, float]
    sure: Mapping[FindingKind, float]
    guess: Mapping[FindingKind, float]
    voice: Mapping[str, float]
    risk: float
    scales: Mapping[Cell, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights, limits and, where there is one, an encoder, as one thing that findings name."""

    weights: Weights
    limits: Limits
    encoder: Encoder | None = None

    @property
    def name(self) -> str:
        """Name and version, as findings carry it."""
        return self.weights.name


def write_limits(limits: Limits) -> dict[str, Any]:
    """Return the limits as plain words and numbers."""
    by_kind = {name: {str(kind): getattr(limits, name)[kind] for kind in FindingKind} for name in _BY_KIND}
    voice = {name: limits.voice[name] for name in VOICE}
    return {
        **by_kind,
        "voice": voice,
        "risk": limits.risk,
        "scales": {str(cell): list(limits.scales[cell]) for cell in Cell},
    }


def read_limits(said: Mapping[str, Any]) -> Limits:
    """Return the limits that the words and numbers stand for; raises ModelError where one is missing."""
    try:
        by_kind = {name: {kind: float(said[name][kind]) for kind in FindingKind} for name in _BY_KIND}
        scales = {cell: (float(said["scales"][cell][0]), float(said["scales"][cell][1])) for cell in Cell}
        voice = {name: float(said["voice"][name]) for name in VOICE}
        return Limits(**by_kind, voice=voice, risk=float(said["risk"]), scales=scales)
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"the limits of the model lack {error}: run needs train") from error


VOICE = ("speaker", "polarity", "purpose")
_BY_KIND = ("keep", "drop", "find", "sure", "guess")
