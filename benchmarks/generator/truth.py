"""What a generated text says, as values: the answer that the pipeline's answer is held against."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class TrueFinding:
    """One sentence and one kind, in the words of SCHEME.md; None is "not stated by the generator"."""

    quote: str
    kind: str
    act: str | None = None
    grade: str | None = None
    speaker: str = "committee"
    polarity: str = "asserted"
    quoted: bool = False
    term: str | None = None
    mission: str | None = None
    purpose: str | None = None
    requester: str | None = None


@dataclass(frozen=True, slots=True)
class TrueComment:
    """One comment: where it belongs and the findings in it, in order of their sentences."""

    body: str
    kind: str
    language: str
    countries: tuple[str, ...]
    conventions: tuple[str, ...]
    adopted_year: int | None
    session: int | None
    published_year: int | None
    ratified_year: tuple[int, ...]
    special_note: str | None
    sentences: int
    findings: tuple[TrueFinding, ...]


@dataclass(frozen=True, slots=True)
class TrueList:
    """A list that the General Report prints: a key, and country with Conventions for each row."""

    key: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class TrueNeed:
    """What should be gathered for one country and Convention (or purpose) from a generated corpus."""

    country: str
    convention: str | None
    purpose: str | None
    status: str
    open: bool
    first_year: int
    last_year: int
    sessions: tuple[int, ...]
    asked_by: tuple[str, ...]
    progress: str | None


@dataclass(frozen=True, slots=True)
class ReportTruth:
    """Everything that is known of a generated report."""

    era: str
    language: str
    pages: int
    seed: int
    comments: tuple[TrueComment, ...]
    lists: tuple[TrueList, ...]

    def as_json(self) -> str:
        """Return the truth as a JSON text."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


@dataclass(frozen=True, slots=True)
class GeneratedReport:
    """An annual report that nobody adopted: the PDF and what it says."""

    pdf: bytes
    truth: ReportTruth


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A web page and the comment it shows; `copy_of` names the page whose text it repeats under another Convention."""

    name: str
    content: bytes
    comment: TrueComment
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class GeneratedCorpus:
    """Web pages of several countries and sessions, and the needs they tell of."""

    pages: tuple[GeneratedPage, ...]
    needs: tuple[TrueNeed, ...]
