"""The one spaCy pipeline of each language: words, sentences, and the concepts of the lexicon that a sentence holds."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import Stemmer
from spacy.attrs import LOWER, NORM
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.folding import fold
from pipeline.gazetteers.lexicon import Match, Wording, load_masks
from pipeline.records import Span
from pipeline.sentences import split_sentences
from pipeline.vocabulary import FindingKind, Language

_STEMMERS = {Language.ENGLISH: "english", Language.FRENCH: "french", Language.SPANISH: "spanish"}
Words = list[tuple[int, int]]
_WORD = re.compile(r"\w+|[^\w\s]|\s{2,}|[^\S ]|(?<=^) ")


@dataclass(frozen=True, slots=True)
class Hit:
    """One concept where its wording stands: `first` and `last` count words of the passage, `span` its characters."""

    concept: str
    first: int
    last: int
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage (offsets in the passage's text), its words folded, and its concepts in their order."""

    span: Span
    text: str
    first: int
    words: tuple[str, ...]
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may say something of one kind, with the hits that made it a candidate."""

    kind: FindingKind
    anchors: tuple[Hit, ...]


_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&.-]{1,11})\)")
_NUMBER = re.compile(r"\s*[.°º]?\s*\d|\s*[.°º]")
_NAMED = frozenset({"workers", "employers", "government", "other-agency"})


@dataclass(frozen=True, slots=True)
class Patterns:
    """The wordings of a language that are patterns: the group that matches tells the concept."""

    either: re.Pattern[str] | None
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads passages of one language into sentences with concepts; `names` are acronyms that a comment explains."""

    language: Language
    vocab: Vocab
    matchers: tuple[PhraseMatcher, ...]
    patterns: Patterns
    abbreviations: frozenset[str]
    masks: frozenset[str]
    names: Mapping[str, str]

    def read(self, text: str, wanted: Callable[[frozenset[str]], bool] = lambda concepts: True) -> tuple[Sentence, ...]:
        """Return the sentences of a passage; none where its concepts are not wanted."""
        doc, folded, words = self._split(text)
        found = (
            *_found(doc, words, folded, self.matchers),
            *_patterned(words, folded, self.patterns),
            *_named(words, folded, self.names),
        )
        hits = [hit for hit in _longest(found, self.masks) if not _is_number_mark(hit, folded)]
        if not wanted(frozenset(hit.concept for hit in hits)):
            return ()
        return tuple(_sentences(text, folded, words, hits, self.abbreviations))

    def knowing(self, text: str) -> "Reader":
        """Return a reader that knows the acronyms which the text explains: 'the Federation of Employers (FEU)'."""
        names: dict[str, str] = {}
        for match in _ACRONYM.finditer(text):
            doc, folded, words = self._split(text[max(match.start() - 120, 0) : match.start()])
            actors = [
                hit for hit in _longest(_found(doc, words, folded, self.matchers), self.masks) if hit.concept in _NAMED
            ]
            if actors and len(words) - actors[-1].last <= 8:
                names[fold(match[1])] = actors[-1].concept
        return replace(self, names=names)

    def _split(self, text: str) -> tuple[Doc, str, Words]:
        doc, words = split_words(self.vocab, text)
        return doc, fold(text), words


def make_reader(language: Language, lexicon: Iterable[Wording], abbreviations: frozenset[str]) -> Reader:
    """Return the reader of a language from its lexicon; building takes tens of milliseconds."""
    stemmer = Stemmer.Stemmer(_STEMMERS[language])
    vocab = Vocab(lex_attr_getters={LOWER: fold, NORM: lambda word: str(stemmer.stemWord(fold(word)))})
    by_form, by_stem = PhraseMatcher(vocab, attr="LOWER"), PhraseMatcher(vocab, attr="NORM")
    matchers = {Match.EXACT: by_form, Match.STEM: by_stem}
    patterns: list[Wording] = []
    for wording in lexicon:
        if wording.match is Match.PATTERN:
            patterns.append(wording)
        else:
            forms = {wording.form, wording.form.replace("-", "")}  # a line break may have fused the word
            matchers[wording.match].add(wording.concept, [split_words(vocab, form)[0] for form in sorted(forms)])
    return Reader(language, vocab, (by_form, by_stem), _join(patterns), abbreviations, load_masks(), {})


def _join(wordings: list[Wording]) -> Patterns:
    """Return one pattern for all: the empty group after a wording tells it, and its first letter is tried first."""
    either = "|".join(f"(?:{wording.form})()" for wording in wordings)
    return Patterns(re.compile(rf"\b(?:{either})\b") if either else None, tuple(one.concept for one in wordings))


def _is_number_mark(hit: Hit, folded: str) -> bool:
    """'Act No. 5', 'Decree no 12': the abbreviation of number denies nothing."""
    return hit.words == "no" and bool(_NUMBER.match(folded, hit.span.end))


def _patterned(words: Words, folded: str, patterns: Patterns) -> Iterator[Hit]:
    if patterns.either is None:
        return
    starts = [start for start, _ in words]
    for match in patterns.either.finditer(folded):
        first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        concept = patterns.concepts[(match.lastindex or 1) - 1]
        yield Hit(concept, first, last, Span(match.start(), match.end()), match.group())


def _named(words: Words, folded: str, names: Mapping[str, str]) -> Iterator[Hit]:
    if not names:
        return
    for place, (start, end) in enumerate(words):
        concept = names.get(folded[start:end])
        if concept:
            yield Hit(concept, place, place + 1, Span(start, end), folded[start:end])


def split_words(vocab: Vocab, text: str) -> tuple[Doc, Words]:
    """Return the text as words and single marks, with their offsets: no elision, hyphen or bracket hides a word."""
    words = [match.span() for match in _WORD.finditer(text)]
    spaces = [end < start for (_, end), (start, _) in pairwise(words)]
    spaces.append(bool(words) and words[-1][1] < len(text))
    return Doc(vocab, words=[text[start:end] for start, end in words], spaces=spaces[: len(words)]), words


def _found(doc: Doc, words: Words, folded: str, matchers: Iterable[PhraseMatcher]) -> Iterator[Hit]:
    strings = doc.vocab.strings
    for matcher in matchers:
        for key, first, last in matcher(doc):
            start, end = words[first][0], words[last - 1][1]
            yield Hit(strings[key], first, last, Span(start, end), folded[start:end])


def _longest(hits: Iterable[Hit], masks: frozenset[str]) -> list[Hit]:
    """Drop what a longer hit of its own concept or of a masking one covers: 'social assistance' is no assistance."""
    kept: list[Hit] = []
    masking: list[Hit] = []
    reach: dict[str, int] = {}
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last, hit.concept)):
        if reach.get(hit.concept, 0) >= hit.last or any(_covers(mask, hit) for mask in masking[-4:]):
            continue
        kept.append(hit)
        reach[hit.concept] = hit.last
        if hit.concept in masks and hit.last - hit.first > 1:
            masking.append(hit)
    return kept


def _covers(mask: Hit, hit: Hit) -> bool:
    return mask.first <= hit.first and hit.last <= mask.last and mask.last - mask.first > hit.last - hit.first


def _sentences(
    text: str, folded: str, words: Words, hits: list[Hit], abbreviations: frozenset[str]
) -> Iterator[Sentence]:
    starts = [start for start, _ in words]
    forms = [folded[start:end] for start, end in words]
    firsts = [hit.first for hit in hits]
    for start, end in split_sentences(text, abbreviations):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        own = hits[bisect_left(firsts, first) : bisect_left(firsts, last)]
        yield Sentence(Span(start, end), text[start:end], first, tuple(forms[first:last]), tuple(own))
