"""What a reading proposes: each field with its value and the place it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from saraban.rules.abbreviations import Candidate
from saraban.rules.letter_reading.lines.page_lines import Box, Span

T = TypeVar("T")


@dataclass(frozen=True)
class Found(Generic[T]):
    """A value, the spans it was read from, and how far to trust it.

    confidence is 0 to 1. confirm: a person has to look at the digits before it counts.
    """

    value: T
    spans: tuple[Span, ...] = ()
    confidence: float = 0.99
    confirm: bool = False


@dataclass(frozen=True)
class NumberParts:
    """A letter number in the parts a register asks for; digits Arabic, zeros in front kept."""

    raw: str
    normalized: str
    issuer_code: str | None
    unit_code: str | None
    is_circular: bool | None
    running: str | None


@dataclass(frozen=True)
class Citation:
    """Another letter as this one cites it; None for what it leaves out."""

    number: str | None
    dated_on: date | None
    issuer: str | None


@dataclass(frozen=True)
class Deadline:
    """A day by which somebody has to do something, in one of three ways.

    kind: "absolute" with due_on, "relative" with days, working_days or hours, "recurring" with
    rrule.
    """

    text: str
    kind: str
    due_on: date | None = None
    days: int | None = None
    working_days: int | None = None
    anchor: str | None = None
    rrule: str | None = None
    hours: int | None = None


@dataclass(frozen=True)
class Signatory:
    """Who signed for the sender: the first title line, and for whom they act."""

    name: str | None
    position: str | None
    acting_for: str | None


@dataclass(frozen=True)
class Contact:
    """The section that owns the matter and how to reach it, as printed."""

    section: str | None
    phone: str | None
    email: str | None


@dataclass(frozen=True)
class ReceiptStamp:
    """A stamp of an office that received this copy; time as HH:MM."""

    unit: str | None
    number: str | None
    dated_on: date | None
    time: str | None


@dataclass(frozen=True)
class Abbreviation:
    """A short name as printed, where in the draft it stands, and whom it may mean."""

    printed: str
    place: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Evidence:
    """Where a field was read, for the clerk's eye; of a list also where each element was.

    rivals are other readings of all its digits, the likeliest first; of a list its elements
    have them.
    """

    page: int
    box: Box | None
    raw: str
    source: str
    confidence: float
    confirm: bool
    items: tuple["Evidence", ...] = ()
    rivals: tuple[str, ...] = ()


@dataclass
class LetterDraft:
    """A letter as it was read; nothing here is certain until a clerk accepts it.

    sketch is the fingerprint of its text (rules.fingerprint).
    """

    kind: str
    pages: tuple[int, ...] = ()
    urgency: str | None = None
    secrecy: str | None = None
    number: NumberParts | None = None
    dated_on: date | None = None
    date_raw: str | None = None
    issuer: str | None = None
    subject: str | None = None
    addressees: list[str] = field(default_factory=list)
    references: list[Citation] = field(default_factory=list)
    enclosures: list[str] = field(default_factory=list)
    cited: list[Citation] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    deadlines: list[Deadline] = field(default_factory=list)
    onward: list[str] = field(default_factory=list)
    signatory: Signatory | None = None
    contact: Contact | None = None
    stamps: list[ReceiptStamp] = field(default_factory=list)
    duties: list[tuple[str, str, str | None]] = field(default_factory=list)
    conveys: list[int] = field(default_factory=list)
    abbreviations: list[Abbreviation] = field(default_factory=list)
    sketch: str = ""
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
