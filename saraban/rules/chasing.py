"""Reminding units of a letter: of what they are reminded, and in which words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from saraban.errors import N_
from saraban.thai.dates import format_long
from saraban.thai.digits import to_thai
from saraban.thai.text import clean_line


class ChaseKind(StrEnum):
    """What a unit has not done; one unit may be reminded of several at once."""

    SILENT = "silent"
    UNPROVEN = "unproven"
    NOT_PASSED_ON = "not_passed_on"
    LATE = "late"


THAI_CHASE_KIND = {
    ChaseKind.SILENT: N_("ยังไม่ตอบรับทราบ"),
    ChaseKind.UNPROVEN: N_("ส่งแล้วแต่ยังไม่มีหลักฐานว่าถึง"),
    ChaseKind.NOT_PASSED_ON: N_("ยังไม่แจ้งต่อ เลยกำหนดแล้ว"),
    ChaseKind.LATE: N_("รับทราบแล้ว เลยกำหนดรายงาน"),
}
MOST_TEXT = 4000

# The unit's own words until it writes others.
USUAL_TEXT = (
    "ตามที่ได้ส่งหนังสือที่อ้างถึงมาเพื่อดำเนินการนั้น บัดนี้ยังไม่ได้รับแจ้งผลจากหน่วยงานของท่าน\n\n"
    "จึงขอให้ตรวจสอบและดำเนินการโดยเร็ว หากได้ดำเนินการแล้ว ขอได้โปรดแจ้งให้ทราบด้วย"
)


def kinds_text(kinds: Iterable[ChaseKind]) -> str:
    """The kinds as they are kept: in their own order, a blank between."""
    chosen = set(kinds)
    return " ".join(kind.value for kind in ChaseKind if kind in chosen)


def kinds_of(text: str) -> tuple[ChaseKind, ...]:
    """The kinds out of what was kept."""
    return tuple(ChaseKind(word) for word in text.split())


def kinds_words(kinds: Iterable[ChaseKind]) -> str:
    """What is not done, in Thai, as a reminder says it."""
    return " และ".join(THAI_CHASE_KIND[kind] for kind in kinds)


@dataclass(frozen=True)
class ChasedLetter:
    """The letter of which a unit is reminded, as the reminder names it.

    subject is blank for a letter above secrecy "normal". link is where it is opened, or blank.
    """

    uid: str
    printed_number: str
    dated_on: date | None
    subject: str
    link: str


@dataclass(frozen=True)
class ChasedUnit:
    """The unit that is reminded: since when it has the letter, and by when it should have acted."""

    name: str
    kinds: tuple[ChaseKind, ...]
    since_on: date | None
    due_on: date | None


def mail_subject(letter: ChasedLetter, chase_uid: str) -> str:
    """One line with the letter's number and the reminder's id, so that a double is knowable.

    Source: Electronic Transactions Act 2544, section 18.
    """
    subject = f" {letter.subject}" if letter.subject else ""
    line = clean_line(f"[เตือน] {letter.printed_number}{subject}")
    return f"{line[:900]} ({chase_uid})"


def mail_body(
    text: str, letter: ChasedLetter, unit: ChasedUnit, *, sender: str, chase_uid: str
) -> str:
    """The whole mail: to whom, of which letter, the unit's words, what is not done, the ids."""
    dated = "" if letter.dated_on is None else f" ลงวันที่ {format_long(letter.dated_on)}"
    lines = [
        f"เรียน หัวหน้าหน่วยงาน {unit.name}",
        f"อ้างถึง หนังสือ ที่ {letter.printed_number}{dated}",
    ]
    if letter.subject:
        lines.append(f"เรื่อง {letter.subject}")
    lines += ["", text.strip(), "", f"สิ่งที่ยังไม่ได้ดำเนินการ: {kinds_words(unit.kinds)}"]
    if unit.since_on is not None:
        lines.append(f"หนังสือส่งถึงหน่วยงานของท่านเมื่อ {format_long(unit.since_on)}")
    if unit.due_on is not None:
        lines.append(f"กำหนดภายใน {format_long(unit.due_on)}")
    if letter.link:
        lines += ["", f"เปิดหนังสือ: {letter.link}"]
    lines += ["", sender, "", f"รหัสหนังสือ {letter.uid}", f"รหัสการเตือน {chase_uid}"]
    return "\n".join(lines) + "\n"


def sealed_letter_words(letter: ChasedLetter, *, unit_count: int) -> tuple[str, str, str]:
    """(subject, reference, enclosure) of the sealed letter that goes on paper, with the list.

    Source: Rule of 2526, clause 13 (the sealed letter serves reminders).
    """
    dated = "" if letter.dated_on is None else f" ลงวันที่ {format_long(letter.dated_on)}"
    return (
        f"เตือนเรื่อง {letter.subject}" if letter.subject else "เตือนให้ดำเนินการตามหนังสือที่อ้างถึง",
        f"หนังสือ ที่ {letter.printed_number}{dated}",
        f"บัญชีหน่วยงานที่ยังไม่ได้ดำเนินการ {to_thai(str(unit_count))} หน่วยงาน",
    )
