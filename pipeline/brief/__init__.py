"""Dossiers for people who plan assistance: one value made of a dataset's tables, and three ways to set it."""

from pipeline.brief.dossier import make_dossier
from pipeline.brief.keys import Choice, find_choice
from pipeline.brief.material import Material
from pipeline.brief.render import RENDERERS
from pipeline.brief.values import Dossier

__all__ = ["RENDERERS", "Choice", "Dossier", "Material", "find_choice", "make_dossier"]
