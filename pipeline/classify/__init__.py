"""Classify: what a trained model makes of a sentence, and how cue and model decide together."""

from pipeline.classify.decide import Ruling, decide
from pipeline.classify.encoder import Encoder, ask, hear
from pipeline.classify.evidence import Evidence, Opinion
from pipeline.classify.features import make_features
from pipeline.classify.heads import HEADS, Head
from pipeline.classify.model import Cell, Limits, Model
from pipeline.classify.weights import Weights, predict

__all__ = [
    "HEADS",
    "Cell",
    "Encoder",
    "Evidence",
    "Head",
    "Limits",
    "Model",
    "Opinion",
    "Ruling",
    "Weights",
    "ask",
    "decide",
    "hear",
    "make_features",
    "predict",
]
