"""Pages that stand in the way of the text: checks for robots, logins, errors, frames and empty shells."""

from collections.abc import Sequence

from pipeline.errors import ReadFailure
from pipeline.folding import fold
from pipeline.gazetteers.furniture import load_furniture, load_obstacles
from pipeline.languages import count_letters
from pipeline.read.compose import Printed
from pipeline.vocabulary import BlockKind

LETTERS_NEEDED = 20
OBSTACLE_LETTERS = 1_500

_REASONS = {
    "challenge": "the page is a check for robots, not the text: open it in a browser, pass the check and save it again",
    "refused": "the page says that access was refused: open it in a browser and save it again",
    "login": "the page asks for a login or its session has ended: open the address anew and save it again",
    "error": "the page is an error message of its server: save it again later",
    "missing": "the page says that there is no such page: check its address",
    "script": "the page has no text without its scripts: save it from the browser after it has loaded",
}


def refuse_obstacles(unprinted: str, units: Sequence[Printed]) -> None:
    """Raise ReadFailure for a page that has an obstacle's formula and little text, or no text of its own."""
    body = "\n".join(unit.text for unit in units if unit.kind is not BlockKind.FURNITURE)
    letters = count_letters(body[: OBSTACLE_LETTERS * 4])
    if letters < OBSTACLE_LETTERS and not _has_header(units):
        _refuse_formula(fold("\n".join([unprinted, *(unit.text for unit in units)])))
    if letters < LETTERS_NEEDED and "<frame>" in unprinted:
        raise ReadFailure("the page has only frames: open the frame with the text alone and save that")
    if letters < LETTERS_NEEDED:
        raise ReadFailure("there is no text (navigation only, or an empty shell): save the page after it has loaded")


def _refuse_formula(printed: str) -> None:
    for obstacle in load_obstacles():
        if obstacle.form in printed:
            raise ReadFailure(_REASONS[obstacle.key])


def _has_header(units: Sequence[Printed]) -> bool:
    furniture = load_furniture()
    return any(furniture.is_header(unit.text) for unit in units)
