"""What stands on one printed letter, and the JSON as which it goes to a child."""

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Literal


@dataclass(frozen=True, kw_only=True)
class PrintedLetter:
    """What stands on one letter, from top to bottom, each as it shall appear.

    A day is Gregorian. Paragraphs follow the notation of rules.letter_body. References and
    enclosures are numbered in print when there are several and they bring no numbers. Blank texts
    and empty tuples leave no trace on the page. For the sealed form, which nobody signs by
    name, signatory_name is blank. emblem is the office's picture (PNG or SVG) as base64, blank
    for an empty place of its size. check_address is where the QR leads ("https://HOST"), blank
    for a mark that only readers of saraban understand. A draft may lack its number and day,
    carries neither QR nor facts, and says across the page what it is.
    Source: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526, clauses 11-14 and 28, forms 1-3.
    """

    kind: Literal["external", "memo", "sealed"]
    printed_number: str
    issuer_lines: tuple[str, ...]
    dated_on: date | None
    subject: str
    addressee_text: str
    paragraphs: tuple[str, ...]
    uid: str
    urgency_words: str | None = None
    secrecy_words: str | None = None
    salutation: str = "เรียน"
    references: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    closing: str = "ขอแสดงความนับถือ"
    signatory_name: str = ""
    signatory_position_lines: tuple[str, ...] = ()
    owner_section_lines: tuple[str, ...] = ()
    contact_lines: tuple[str, ...] = ()
    copy_to: tuple[str, ...] = ()
    emblem: str = ""
    check_address: str = ""
    is_draft: bool = False


def as_json(letter: PrintedLetter) -> dict[str, Any]:
    """The letter as it goes to a child; its day as an ISO text."""
    return {**asdict(letter), "dated_on": letter.dated_on and letter.dated_on.isoformat()}


def from_json(facts: dict[str, Any]) -> PrintedLetter:
    """The letter that as_json wrote."""
    known = {field.name for field in fields(PrintedLetter)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in facts.items()
        if name in known
    }
    day = facts["dated_on"]
    values["dated_on"] = day and date.fromisoformat(day)
    return PrintedLetter(**values)
