"""The words of the morning's digest: one mail that tells a unit everything it owes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from saraban.rules.reminders import BELOW_WORDS, THAI_SECTION, Section
from saraban.thai.dates import format_long, format_medium
from saraban.thai.digits import to_thai
from saraban.thai.text import clean_line

# Who reads a mail reads no more of one kind; the page has them all.
MOST_LINES = 20
MOST_UNITS = 10
# One word of a header as RFC 2047 encodes it: some programs put a blank between two.
SENDER_NAME = "สรุปงานประจำวัน"
SECRET_NAME = "เรื่องที่มีชั้นความลับ"  # noqa: S105 - no password
BELOW = "below"
_WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")


@dataclass(frozen=True)
class DigestLine:
    """One thing that a unit owes. keeper is who asks; words why it was returned, or blank.

    name is that of the duty, or SECRET_NAME for one out of a letter above secrecy "normal"; link
    opens the page where it is answered, blank where nobody from outside reaches us.
    """

    section: Section
    name: str
    period: str
    due_on: date | None
    keeper: str
    letter_number: str
    words: str = ""
    link: str = ""


@dataclass(frozen=True)
class BelowLine:
    """A duty that the unit keeps, and who is past its day with it; told once of each of them."""

    name: str
    period: str
    due_on: date | None
    unit_names: tuple[str, ...]
    link: str = ""


def period_words(label: str, covers_from: date | None, covers_until: date | None) -> str:
    """Which occurrence: its own name, or the days it reports on; blank for the only one."""
    if label:
        return clean_line(label)
    if covers_from is None or covers_until is None:
        return ""
    if covers_from == covers_until:
        return format_medium(covers_from)
    return f"{format_medium(covers_from)} – {format_medium(covers_until)}"


def section_counts(lines: Iterable[DigestLine], below: Iterable[BelowLine]) -> dict[str, int]:
    """How many stand in each section, the empty ones left out."""
    found: dict[str, int] = {section.value: 0 for section in Section}
    for line in lines:
        found[line.section] += 1
    found[BELOW] = sum(len(line.unit_names) for line in below)
    return {section: count for section, count in found.items() if count}


def digest_subject(unit_name: str, counts: Mapping[str, int], *, today: date) -> str:
    """One line that tells the day and the counts, so that nothing must be opened to know them."""
    told = " ".join(
        f"{_heading(section)} {to_thai(str(count))}" for section, count in counts.items()
    )
    return clean_line(f"[สรุปงาน {format_medium(today)}] {unit_name}: {told}")[:900]


def digest_body(
    unit_name: str,
    lines: Sequence[DigestLine],
    below: Sequence[BelowLine],
    *,
    today: date,
    uid: str,
    link: str = "",
) -> str:
    """The whole mail, section after section, the most urgent first. link opens the unit's list."""
    text = [
        f"เรียน หัวหน้าหน่วยงาน {unit_name}",
        "",
        f"สรุปงานที่ต้องรายงาน ณ วัน{_WEEKDAYS[today.weekday()]}ที่ {format_long(today)}",
    ]
    for section in Section:
        chosen = [line for line in lines if line.section == section]
        if chosen:
            text += ["", f"{THAI_SECTION[section]} ({to_thai(str(len(chosen)))})"]
            for place, line in enumerate(chosen[:MOST_LINES], start=1):
                text += _line(place, line, today)
            text += _more(len(chosen) - MOST_LINES, "รายการ")
    if below:
        count = sum(len(line.unit_names) for line in below)
        text += ["", f"{BELOW_WORDS} ({to_thai(str(count))})"]
        for place, duty in enumerate(below[:MOST_LINES], start=1):
            text += _below(place, duty)
        text += _more(len(below) - MOST_LINES, "เรื่อง")
    if link:
        text += ["", f"ดูงานทั้งหมด: {link}"]
    text += [
        "",
        "จดหมายนี้ระบบจัดทำและส่งเองในเช้าวันทำการ เฉพาะวันที่มีเรื่องต้องแจ้ง เมื่อรายงานแล้วจะไม่เตือนอีก",
        f"รหัสสรุป {uid}",
    ]
    return "\n".join(text) + "\n"


def _line(place: int, line: DigestLine, today: date) -> list[str]:
    text = [f"{to_thai(str(place))}. {_named(line.name, line.period)}"]
    if line.due_on is not None:
        text.append(f"   กำหนด {format_medium(line.due_on)}{_days(line.due_on, today)}")
    else:
        text.append("   ไม่ได้กำหนดวัน ให้ดำเนินการโดยเร็ว")
    asked = f"   รายงานต่อ {line.keeper}" if line.keeper else ""
    if line.letter_number:
        asked += f"{'  ' if asked else '   '}ตามหนังสือ ที่ {line.letter_number}"
    text += [asked] if asked else []
    if line.words:
        text.append(f"   เหตุที่ส่งคืน: {clean_line(line.words)}")
    if line.link:
        text.append(f"   ตอบ: {line.link}")
    return text


def _below(place: int, duty: BelowLine) -> list[str]:
    day = "" if duty.due_on is None else f" กำหนด {format_medium(duty.due_on)}"
    text = [f"{to_thai(str(place))}. {_named(duty.name, duty.period)}{day}"]
    names = duty.unit_names
    shown = ", ".join(names[:MOST_UNITS])
    more = len(names) - MOST_UNITS
    rest = f" และอีก {to_thai(str(more))} หน่วย" if more > 0 else ""
    text.append(f"   ยังไม่รายงาน {to_thai(str(len(names)))} หน่วย: {shown}{rest}")
    if duty.link:
        text.append(f"   ดูรายชื่อ: {duty.link}")
    return text


def _named(name: str, period: str) -> str:
    return f"{clean_line(name)} ({period})" if period else clean_line(name)


def _days(due_on: date, today: date) -> str:
    days = (due_on - today).days
    if days == 0:
        return " (วันนี้)"
    return f" (เหลือ {to_thai(str(days))} วัน)" if days > 0 else f" (ช้า {to_thai(str(-days))} วัน)"


def _more(count: int, what: str) -> list[str]:
    return [f"   และอีก {to_thai(str(count))} {what}"] if count > 0 else []


def _heading(section: str) -> str:
    return BELOW_WORDS if section == BELOW else THAI_SECTION[Section(section)]
