"""What a person says a letter is, before it has a row: the doors fill these in."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class CitationDraft:
    """A letter named by this one, as written. place: reference, enclosure or body."""

    place: str
    text: str


@dataclass(frozen=True)
class DutyDraft:
    """One numbered point of what is asked; late_reason as in rules.instructions."""

    point: str
    asks: str
    report_to: str = ""
    due_on: date | None = None
    late_reason: str = ""


@dataclass(frozen=True)
class LetterDraft:
    """What a letter says, before it has a row. Number and issuer are given by the action."""

    kind: str
    subject: str
    addressee_text: str
    dated_on: date | None
    urgency: str = "normal"
    secrecy: str = "normal"
    deliver_by: datetime | None = None
    body: str = ""
    signatory_name: str = ""
    signatory_position: str = ""
    owner_section: str = ""
    contact: str = ""
    relay_phrase: str = ""
    citations: tuple[CitationDraft, ...] = ()
    duties: tuple[DutyDraft, ...] = ()
