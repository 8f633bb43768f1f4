"""Comments before they are printed: heading facts, paragraphs, and what they say."""

from dataclasses import dataclass, replace
from itertools import chain

from benchmarks.generator.places import Instrument, Place
from benchmarks.generator.truth import TrueComment, TrueFinding
from benchmarks.generator.writer import Sentence, Writer

FINDING_SHARE = 0.12
_NOTES = {
    "en": "[The Government is asked to reply in full to the present comments in {year}.]",
    "fr": "[Le gouvernement est prié de répondre de manière complète aux présents commentaires en {year}.]",
    "es": "[Se pide al Gobierno que responda de manera completa a los presentes comentarios en {year}.]",
}
_OF = {"en": " of the Convention", "fr": " de la convention", "es": " del Convenio"}
_SEE = {"en": "See General Report, paragraph {n}.", "fr": "Voir le rapport général, paragraphe {n}.",
        "es": "Véase el Informe General, párrafo {n}."}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A printed paragraph: `heading` is run in (italic), `notes` are footnotes called at its end."""

    text: str
    heading: str = ""
    number: str = ""
    notes: tuple[str, ...] = ()
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A comment as it will be printed, beside what it says."""

    place: Place
    instruments: tuple[Instrument, ...]
    paragraphs: tuple[Paragraph, ...]
    truth: TrueComment

    @property
    def characters(self) -> int:
        """Return the length of its text, from which its pages can be guessed."""
        return sum(len(one.heading) + len(one.text) for one in self.paragraphs)


def write_comment(writer: Writer, place: Place, instruments: tuple[Instrument, ...], era: str) -> Written:
    """Write an observation on one country and its Conventions, in the manner of an era."""
    chance = writer.chance
    repeated = chance.random() < 0.08
    opening = _write_repeat(writer) if repeated else [writer.write("opening")]
    body = [_write_paragraph(writer, era, number) for number in range(1, chance.randint(2, 7))]
    found = list(chain.from_iterable(labels for sentences, _ in body for _, labels in sentences))
    findings = [replace(one, quoted=one.quoted or repeated) for one in found]
    closing = [writer.write("closing")] if chance.random() < 0.5 else []
    paragraphs = [Paragraph(_join(opening))]
    paragraphs += [replace(printed, indented=repeated) for _, printed in body]
    paragraphs += [Paragraph(_join(closing))] if closing else []
    note = _NOTES[writer.wording.language].format(year=writer.year + 2) if chance.random() < 0.06 else None
    first = list(chain.from_iterable(labels for _, labels in opening))
    count = len(opening) + len(closing) + sum(len(sentences) for sentences, _ in body)
    kept = tuple(_number(paragraphs) if era == "by-convention" and chance.random() < 0.7 else paragraphs)
    truth = make_truth(writer, place, instruments, tuple(first + findings))
    return Written(place, instruments, kept, replace(truth, special_note=note, sentences=count))


def write_general(writer: Writer, place: Place, kind: str) -> Written:
    """Write a comment on a country alone: its reports ("reporting") or its submissions ("submission")."""
    found = f"{kind}-finding"
    sentences = [writer.write(found)]
    sentences += [
        writer.write(found if writer.chance.random() < 0.35 else f"{kind}-plain")
        for _ in range(writer.chance.randint(2, 4))
    ]  # fmt: skip
    findings = tuple(chain.from_iterable(labels for _, labels in sentences))
    truth = replace(make_truth(writer, place, (), findings), sentences=len(sentences))
    named = "general-observation" if kind == "reporting" else "submission-observation"
    return Written(place, (), (Paragraph(_join(sentences)),), replace(truth, kind=named))


def make_truth(
    writer: Writer, place: Place, instruments: tuple[Instrument, ...], findings: tuple[TrueFinding, ...]
) -> TrueComment:
    """Return what a comment's heading says, with its findings."""
    ratified = tuple(max(one.year + 2, 1948) + (len(place.name) * 7 + one.number) % 20 for one in instruments)
    return TrueComment(
        "CEACR", "observation", writer.wording.language, (place.iso3,), tuple(one.code for one in instruments),
        writer.year, session_of(writer.year + 1), writer.year + 1,
        tuple(min(year, writer.year - 4) for year in ratified), None, 0, findings,
    )  # fmt: skip


def session_of(year: int) -> int:
    """Return the session of the Conference that publishes in a year from 1996 on."""
    return year - (1913 if year < 1997 else 1912 if year < 2006 else 1911 if year < 2020 else 1912)


def _write_repeat(writer: Writer) -> list[Sentence]:
    return [writer.write("lead"), writer.write("repeat")]


def _write_paragraph(writer: Writer, era: str, article: int) -> tuple[list[Sentence], Paragraph]:
    chance = writer.chance
    sentences = [_write_sentence(writer, article) for _ in range(chance.randint(2, 6))]
    headed = chance.random() < (0.75 if era == "by-subject" else 0.4)
    heading = _head(writer, article) if headed else ""
    note = _SEE[writer.wording.language].format(n=chance.randint(20, 180))
    noted = not sentences[-1][1] and chance.random() < 0.05
    return sentences, Paragraph(_join(sentences), heading, notes=(note,) if noted else ())


def _write_sentence(writer: Writer, article: int) -> Sentence:
    return writer.write("finding" if writer.chance.random() < FINDING_SHARE else "plain", article)


def _head(writer: Writer, article: int) -> str:
    named = writer.name_article(article)
    language = writer.wording.language
    bare = named if language == "en" else named[2:] if language == "fr" else named[3:]
    of = _OF[language] if article == 1 else ""
    return f"{bare[:1].upper()}{bare[1:]}{of}. {writer.write('topic')[0]}"


def _number(paragraphs: list[Paragraph]) -> list[Paragraph]:
    return [replace(one, number=f"{number}. ") for number, one in enumerate(paragraphs, 1)]


def _join(sentences: list[Sentence]) -> str:
    return " ".join(text for text, _ in sentences)
