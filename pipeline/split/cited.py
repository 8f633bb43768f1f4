"""The Conventions that conclusions name by number (`Conventions Nos 87 and 98`, `… Convention, 1948 (No. 87)`)."""

import re

from pipeline.folding import fold
from pipeline.gazetteers.registers import Registers

_MARK = r"n(?:os?|ums?|[°º]s?)\.? ?"
_RUN = re.compile(
    rf"\bconven(?:tions?|ios?) \(?{_MARK}(\d{{1,3}}(?:(?: \([^)]{{0,80}}\))?(?:, ?| [a-z]{{1,3}} )\d{{1,3}})*)\b"
)
_TITLE = re.compile(rf"\bconven(?:tion|io)\b[^.;]{{0,160}}?\({_MARK}(\d{{1,3}})\)")
_BRACKET = re.compile(r"\([^)]*\)")


def find_cited(text: str, registers: Registers) -> tuple[str, ...]:
    """Return the codes of the Conventions cited by number, in order of their form."""
    folded = fold(text)
    runs = (number for run in _RUN.finditer(folded) for number in re.findall(r"\d+", _BRACKET.sub("", run[1])))
    numbers = (*runs, *(title[1] for title in _TITLE.finditer(folded)))
    codes = dict.fromkeys(f"C{int(number):03}" for number in numbers)
    return tuple(code for code in codes if registers.instruments.by_code(code))
