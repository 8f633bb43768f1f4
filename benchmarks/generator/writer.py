"""A writer of sentences: one language, one year, one source of chance."""

import re
from collections.abc import Mapping
from dataclasses import replace
from random import Random

from benchmarks.generator.truth import TrueFinding
from benchmarks.generator.wording import Shape, Wording, choices_of

_GAP = re.compile(r"\{(\w+)\}")
_MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
           "novembre", "décembre"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
           "noviembre", "diciembre"),
}  # fmt: skip
_ELISIONS = ((" a el ", " al "), (" de el ", " del "), (" de les ", " des "), (" à les ", " aux "), (" à Le ", " au "))
_LEADS = ("The Committee", "The Government", "La commission", "Le gouvernement", "La Comisión", "El Gobierno")
_OTHERS = (14, 29, 81, 87, 98, 100, 105, 111, 122, 138, 144, 182)

Sentence = tuple[str, tuple[TrueFinding, ...]]


class Writer:
    """Fills shapes with facts; the same seed writes the same sentences."""

    def __init__(self, wording: Wording, year: int, chance: Random, quotes: str) -> None:
        self.wording = wording
        self.year = year
        self.chance = chance
        self.curly = quotes == "curly"
        self._split = {
            place: [(choices_of(shape.wording), shape) for shape in shapes] for place, shapes in wording.shapes.items()
        }

    def write(self, place: str, article: int = 1) -> Sentence:
        """Write one sentence of a place, with the findings it carries."""
        choices, shape = self.chance.choice(self._split[place])
        return self.fill("".join(self.chance.choice(words) for words in choices), shape, article)

    def write_labelled(self, wanted: Mapping[str, str], article: int = 1) -> Sentence:
        """Write a sentence whose first finding has the wanted attributes."""
        fitting = [
            (choices, shape) for choices, shape in self._split["finding"]
            if all(getattr(shape.labels[0], key) == value for key, value in wanted.items())
            and len(shape.labels) == 1 and shape.labels[0].quoted is False
        ]  # fmt: skip
        choices, shape = self.chance.choice(fitting)
        return self.fill("".join(self.chance.choice(words) for words in choices), shape, article)

    def fill(self, words: str, shape: Shape, article: int = 1) -> Sentence:
        """Fill the gaps and name the whole as the quote of each finding."""
        text = words
        while _GAP.search(text):
            text = _GAP.sub(lambda gap: self._fact(gap[1], article), text)
        for apart, joined in _ELISIONS:
            text = text.replace(apart, joined)
        text = self._lead_in(text[:1].upper() + text[1:])
        if self.curly:
            text = re.sub(r'"([^"]*)"', r"“\1”", text).replace("'", "’")
        return text, tuple(replace(label, quote=text) for label in shape.labels)

    def date(self) -> str:
        """Return a day of a recent year, as the language writes it."""
        day, month = self.chance.randint(1, 28), self.chance.choice(_MONTHS[self.wording.language])
        joint = " de " if self.wording.language == "es" else " "
        return f"{day}{joint}{month}{joint}{self.year - self.chance.randint(1, 4)}"

    def _lead_in(self, text: str) -> str:
        if not text.startswith(_LEADS) or self.chance.random() > 0.12:
            return text
        lead = self.chance.choice(self.wording.facts["lead"])
        return f"{lead} {text[:1].lower()}{text[1:]}"

    def _fact(self, name: str, article: int) -> str:
        listed = self.wording.facts.get(name)
        return self.chance.choice(listed) if listed else self._figure(name, article)

    def _figure(self, name: str, article: int) -> str:
        chance, year = self.chance, self.year
        if name == "date":
            return self.date()
        if name == "month":
            return chance.choice(_MONTHS[self.wording.language])
        if name == "article":
            return self.name_article(article)
        ranges = {
            "year": (year - 4, year - 1), "year2": (year - 12, year - 5), "year3": (year + 1, year + 3),
            "lawyear": (1950, year - 5), "n": (40, 900), "n2": (901, 2400), "few": (2, 39), "days": (10, 60),
            "months": (3, 24), "section": (3, 280), "pct": (2, 85), "num": (10, 99),
        }  # fmt: skip
        if name in ranges:
            return str(chance.randint(*ranges[name]))
        if name.startswith("other"):
            return str(chance.choice(_OTHERS))
        return self.name_session(year - 1911 - chance.randint(2, 12))

    def name_article(self, article: int) -> str:
        """Name an Article in the middle of a sentence."""
        return {"en": "Article", "fr": "l'article", "es": "el artículo"}[self.wording.language] + f" {article}"

    def name_session(self, number: int) -> str:
        """Return the ordinal of a session."""
        if self.wording.language != "en":
            return f"{number}{'e' if self.wording.language == 'fr' else 'ª'}"
        ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
