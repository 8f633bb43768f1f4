"""The closed vocabularies of the scheme: the words of SCHEME.md and DATASET.md, and no others."""

from enum import StrEnum
from typing import TypeAlias


class Language(StrEnum):
    """A language of the reports, as ISO 639-1."""

    ENGLISH = "en"
    FRENCH = "fr"
    SPANISH = "es"


class MediaType(StrEnum):
    """What a source's bytes are, told from the bytes."""

    PDF = "application/pdf"
    HTML = "text/html"
    MHTML = "multipart/related"
    TEXT = "text/plain"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ZIP = "application/zip"
    UNKNOWN = "application/octet-stream"


class SourceStatus(StrEnum):
    """What became of a source."""

    READ = "read"
    QUARANTINED = "quarantined"


class BlockKind(StrEnum):
    """What the reader takes a block of a document for."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FOOTNOTE = "footnote"
    TABLE = "table"
    FURNITURE = "furniture"


class Body(StrEnum):
    """The supervisory or governing body that speaks."""

    CEACR = "CEACR"
    CAS = "CAS"
    CFA = "CFA"
    ART24 = "ART24"
    ART26 = "ART26"
    GB = "GB"
    ILC = "ILC"


class CommentKind(StrEnum):
    """The form of a comment."""

    OBSERVATION = "observation"
    DIRECT_REQUEST = "direct-request"
    GENERAL_OBSERVATION = "general-observation"
    GENERAL_DIRECT_REQUEST = "general-direct-request"
    SUBMISSION_OBSERVATION = "submission-observation"
    SUBMISSION_DIRECT_REQUEST = "submission-direct-request"
    REPLIES = "replies"
    INDIVIDUAL_CASE = "individual-case"
    SERIOUS_FAILURE = "serious-failure"
    DEFINITIVE_REPORT = "definitive-report"
    INTERIM_REPORT = "interim-report"
    KEPT_INFORMED_REPORT = "kept-informed-report"
    EFFECT_GIVEN = "effect-given"
    REPRESENTATION = "representation"
    COMPLAINT = "complaint"
    GENERAL_REPORT = "general-report"
    PAPER = "paper"


class Section(StrEnum):
    """The part of a comment that a passage stands in, where the comment has parts."""

    ABSTRACT = "abstract"
    ALLEGATIONS = "allegations"
    PREVIOUS_EXAMINATION = "previous-examination"
    REPLY = "reply"
    CONCLUSIONS = "conclusions"
    RECOMMENDATIONS = "recommendations"
    WRITTEN_INFORMATION = "written-information"
    DISCUSSION = "discussion"
    CLOSING_STATEMENT = "closing-statement"
    SPECIAL_PARAGRAPH = "special-paragraph"
    REPORTING_LIST = "reporting-list"
    DECISION = "decision"
    PROCEDURE = "procedure"
    INTRODUCTION = "introduction"
    FOLLOW_UP = "follow-up"


class FindingKind(StrEnum):
    """What a sentence says (SCHEME.md section 1)."""

    ASSISTANCE = "assistance"
    PROGRESS = "progress"
    CONCERN = "concern"
    REPORTING = "reporting"


class Act(StrEnum):
    """The stage of assistance, in the order of the life of a need (SCHEME.md section 2)."""

    REMINDED = "reminded"
    ENCOURAGED = "encouraged"
    REQUESTED = "requested"
    AGREED = "agreed"
    ONGOING = "ongoing"
    DELIVERED = "delivered"
    EFFECTIVE = "effective"
    LIMITED = "limited"


class Grade(StrEnum):
    """How strong progress, concern or a reporting failure is (SCHEME.md section 3)."""

    SATISFACTION = "satisfaction"
    INTEREST = "interest"
    OTHER = "other"
    REGRET = "regret"
    CONCERN = "concern"
    DEEP_CONCERN = "deep-concern"
    REPORT_MISSING = "report-missing"
    REPLY_MISSING = "reply-missing"
    SUBMISSION_MISSING = "submission-missing"
    URGENT_APPEAL = "urgent-appeal"


OWED = (Grade.REPORT_MISSING, Grade.REPLY_MISSING, Grade.SUBMISSION_MISSING, Grade.URGENT_APPEAL)
"""What a country owed and did not send: the grades of `reporting`."""


class Term(StrEnum):
    """The form of help that is named."""

    TECHNICAL_ASSISTANCE = "technical-assistance"
    TECHNICAL_COOPERATION = "technical-cooperation"
    MISSION = "mission"
    TRAINING = "training"
    ADVICE = "advice"


class Mission(StrEnum):
    """The type of a mission."""

    DIRECT_CONTACTS = "direct-contacts"
    TECHNICAL_ADVISORY = "technical-advisory"
    HIGH_LEVEL_TRIPARTITE = "high-level-tripartite"
    HIGH_LEVEL = "high-level"
    PRELIMINARY = "preliminary"
    FOLLOW_UP = "follow-up"
    OTHER = "other"


class Purpose(StrEnum):
    """What the help is for."""

    APPLICATION = "application"
    LEGISLATION = "legislation"
    RATIFICATION = "ratification"
    REPORTING = "reporting"
    SUBMISSION = "submission"
    SOCIAL_DIALOGUE = "social-dialogue"
    INSPECTION = "inspection"
    STATISTICS = "statistics"
    OTHER = "other"


class Requester(StrEnum):
    """Who asked, of requested help only."""

    GOVERNMENT = "government"
    WORKERS = "workers"
    EMPLOYERS = "employers"
    TRIPARTITE = "tripartite"


class Trigger(StrEnum):
    """What made them ask, of requested help only."""

    OWN_INITIATIVE = "own-initiative"
    REPLY_TO_WORKERS = "reply-to-workers"
    REPLY_TO_EMPLOYERS = "reply-to-employers"
    SUPERVISORY_SUGGESTION = "supervisory-suggestion"
    UNKNOWN = "unknown"


class Speaker(StrEnum):
    """Whose statement a sentence is, through reported speech."""

    COMMITTEE = "committee"
    GOVERNMENT = "government"
    WORKERS = "workers"
    EMPLOYERS = "employers"
    OFFICE = "office"
    CONFERENCE = "conference"
    OTHER = "other"


class Polarity(StrEnum):
    """Whether the sentence asserts what it names."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    CONDITIONAL = "conditional"


class Scope(StrEnum):
    """Whether the sentence is about a case, a policy, or counts of such sentences."""

    CASE = "case"
    POLICY = "policy"
    STATISTICS = "statistics"


class Review(StrEnum):
    """What people made of a finding."""

    AUTOMATIC = "automatic"
    FLAGGED = "flagged"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class NeedStatus(StrEnum):
    """Where a need stands, in the order of its life."""

    SUGGESTED = "suggested"
    REQUESTED = "requested"
    AGREED = "agreed"
    ONGOING = "ongoing"
    DELIVERED = "delivered"
    EFFECTIVE = "effective"
    LIMITED = "limited"


Stage: TypeAlias = NeedStatus | Grade
"""A step on a thread: a stage of help, progress, concern, or what is missing."""


class Via(StrEnum):
    """How a step came to stand on a thread."""

    DIRECT = "direct"
    CFA_REFERRAL = "cfa-referral"
    CAS_DISCUSSION = "cas-discussion"


class InstrumentType(StrEnum):
    """What a Convention is to the Organization."""

    FUNDAMENTAL = "fundamental"
    GOVERNANCE = "governance"
    TECHNICAL = "technical"


class MentionKind(StrEnum):
    """What a paragraph names."""

    LAW = "law"
    PROGRAMME = "programme"


class About(StrEnum):
    """What a dossier is about."""

    COUNTRY = "country"
    CONVENTION = "convention"
    REGION = "region"
    SUBJECT = "subject"
    OFFICE = "office"


class ListKind(StrEnum):
    """Why a report lists States."""

    DIRECT_REQUESTS = "direct-requests"
    REPLIES_NOTED = "replies-noted"
    ASSISTANCE_USEFUL = "assistance-useful"
    ASSISTANCE_MET = "assistance-met"
    URGENT_APPEAL = "urgent-appeal"
    SPECIAL_PARAGRAPH = "special-paragraph"
    SERIOUS_CASES = "serious-cases"
    SPECIAL_NOTE = "special-note"
    FIRST_REPORT_MISSING = "first-report-missing"
    NO_REPLIES = "no-replies"
    SUBMISSION_MISSING = "submission-missing"
    LATE_REPORTS = "late-reports"
    REPORT_MISSING = "report-missing"
    EARLY_REPORT = "early-report"
    SATISFACTION = "satisfaction"
    INTEREST = "interest"


class By(StrEnum):
    """What figures can be spread over."""

    COUNTRY = "country"
    REGION = "region"
    SUBJECT = "subject"
    CONVENTION = "convention"
    OFFICE = "office"
    BODY = "body"
    KIND = "kind"
    PURPOSE = "purpose"
