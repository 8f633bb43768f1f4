"""The one spaCy pipeline of each language: words, sentences, and the concepts of the lexicon that a sentence holds."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import Stemmer
from spacy.attrs import LOWER, NORM
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.folding import fold
from pipeline.gazetteers.lexicon import Match, Wording, load_masks
from pipeline.gazetteers.patterns import Patterns, join_patterns
from pipeline.records import Span
from pipeline.sentences import split_sentences
from pipeline.vocabulary import FindingKind, Language

_STEMMERS = {Language.ENGLISH: "english", Language.FRENCH: "french", Language.SPANISH: "spanish"}
Words = list[tuple[int, int]]
_Match = tuple[int, int, str, int, int]  # first word, last word with a minus, concept, start, end: in order of reading
_WORD = re.compile(r"\w+|[^\w\s]|\s{2,}|[^\S ]|(?<=^) ")


class Hit(NamedTuple):
    """One concept where its wording stands: `first` and `last` count words of the passage, `start` its characters.

    A tuple, because a report of 1,000 pages has two hundred thousand.
    """

    concept: str
    first: int
    last: int
    start: int
    words: str

    @property
    def span(self) -> Span:
        """Return the characters of the passage that it takes."""
        return Span(self.start, self.start + len(self.words))


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
        doc, words = split_words(self.vocab, text)
        folded = fold(text)
        found = [
            *_found(doc, words, self.matchers),
            *_placed(words, self.patterns.find(folded)),
            *_placed(words, _named(folded, words, self.names)),
        ]
        kept = [match for match in _longest(found, self.masks) if not _is_number_mark(match, folded)]
        if not wanted(frozenset(match[2] for match in kept)):
            return ()
        hits = [Hit(concept, first, -last, start, folded[start:end]) for first, last, concept, start, end in kept]
        return tuple(_sentences(text, folded, words, hits, self.abbreviations))

    def knowing(self, text: str) -> "Reader":
        """Return a reader that knows the acronyms which the text explains: 'the Federation of Employers (FEU)'."""
        names: dict[str, str] = {}
        for match in _ACRONYM.finditer(text):
            doc, words = split_words(self.vocab, text[max(match.start() - 120, 0) : match.start()])
            found = _longest(_found(doc, words, self.matchers), self.masks)
            actors = [(-last, concept) for _, last, concept, *_ in found if concept in _NAMED]
            if actors and len(words) - actors[-1][0] <= 8:
                names[fold(match[1])] = actors[-1][1]
        return replace(self, names=names)


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
    return Reader(language, vocab, (by_form, by_stem), join_patterns(patterns), abbreviations, load_masks(), {})


def _is_number_mark(match: _Match, folded: str) -> bool:
    """'Act No. 5', 'Decree no 12': the abbreviation of number denies nothing."""
    *_, start, end = match
    return folded[start:end] == "no" and bool(_NUMBER.match(folded, end))


def _placed(words: Words, found: Iterable[tuple[int, int, str]]) -> Iterator[_Match]:
    for start, end, concept in found:
        yield bisect_left(words, (start,)), -bisect_left(words, (end,)), concept, start, end


def _named(folded: str, words: Words, names: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield where the acronyms stand that a comment explains, each as a word of its own."""
    for name, concept in names.items():
        start = folded.find(name)
        while start >= 0:
            end = start + len(name)
            place = bisect_left(words, (start,))
            if words[place : place + 1] == [(start, end)]:
                yield start, end, concept
            start = folded.find(name, end)


def split_words(vocab: Vocab, text: str) -> tuple[Doc, Words]:
    """Return the text as words and single marks, with their offsets: no elision, hyphen or bracket hides a word."""
    words = [match.span() for match in _WORD.finditer(text)]
    return Doc(vocab, words=[text[start:end] for start, end in words]), words


def _found(doc: Doc, words: Words, matchers: Iterable[PhraseMatcher]) -> Iterator[_Match]:
    strings = doc.vocab.strings
    for matcher in matchers:
        for key, first, last in matcher(doc):
            yield first, -last, strings[key], words[first][0], words[last - 1][1]


def _longest(found: Iterable[_Match], masks: frozenset[str]) -> list[_Match]:
    """Drop what a longer match of its own concept or of a masking one covers: 'social assistance' is no assistance."""
    kept: list[_Match] = []
    masking: list[tuple[int, int]] = []
    reach: dict[str, int] = {}
    for match in sorted(found):
        first, last, concept = match[0], -match[1], match[2]
        if reach.get(concept, 0) >= last or (masking and _is_masked(first, last, masking[-4:])):
            continue
        kept.append(match)
        reach[concept] = last
        if concept in masks and last - first > 1:
            masking.append((first, last))
    return kept


def _is_masked(first: int, last: int, masking: Iterable[tuple[int, int]]) -> bool:
    return any(begin <= first and last <= end and end - begin > last - first for begin, end in masking)


def _sentences(
    text: str, folded: str, words: Words, hits: list[Hit], abbreviations: frozenset[str]
) -> Iterator[Sentence]:
    forms = [folded[start:end] for start, end in words]
    firsts = [hit.first for hit in hits]
    for start, end in split_sentences(text, abbreviations):
        first, last = bisect_left(words, (start,)), bisect_left(words, (end,))
        own = hits[bisect_left(firsts, first) : bisect_left(firsts, last)]
        yield Sentence(Span(start, end), text[start:end], first, tuple(forms[first:last]), tuple(own))
