"""One line of a register book, and how Forms 13 and 14 print it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from saraban.rules.letters import THAI_SECRECY, THAI_URGENCY, Secrecy, Urgency
from saraban.rules.paper_forms import TITLES, FormRow, PaperForm, PrintedTable, head_line
from saraban.rules.registers import NumberState
from saraban.thai.dates import format_short
from saraban.thai.digits import to_thai


@dataclass(frozen=True, kw_only=True)
class RegisterLine:
    """A number that was given, with what the book says of it. Days are Gregorian.

    A number that is only reserved, or was given on paper while the system was away, may have
    no letter: note then says whose and why. A secret letter's subject is empty.
    """

    number: int
    entered_on: date
    state: NumberState = NumberState.ISSUED
    letter_number: str = ""
    dated_on: date | None = None
    from_text: str = ""
    to_text: str = ""
    subject: str = ""
    handling: str = ""
    remark: str = ""
    urgency: str = Urgency.NORMAL
    secrecy: str = Secrecy.NORMAL
    note: str = ""


def register_table(
    lines: Sequence[RegisterLine],
    *,
    form: PaperForm,
    unit_name: str,
    from_on: date,
    to_on: date,
    title: str = "",
) -> PrintedTable:
    """Form 13 or 14 of these lines, totals below. title is another book's than the form's own."""
    return PrintedTable(
        form=form,
        head=head_line(title or TITLES[form], from_on, to_on),
        unit_name=unit_name,
        rows=[_row(line, form) for line in lines],
        foot_lines=totals(lines),
        has_day_lines=from_on != to_on,
    )


def totals(lines: Sequence[RegisterLine]) -> tuple[str, ...]:
    """What stands below the table: how many numbers, of which void, and how many of each urgency.

    Only letters that stand are counted by urgency.
    """
    states = Counter(line.state for line in lines)
    urgencies = Counter(
        line.urgency for line in lines if line.state in (NumberState.ISSUED, NumberState.PAPER)
    )
    counts = [f"รวม {_count(len(lines))} เลข", f"ใช้ {_count(states[NumberState.ISSUED])}"]
    counts.append(f"ยกเลิก {_count(states[NumberState.VOID])}")
    if reserved := states[NumberState.RESERVED] + states[NumberState.EXPIRED]:
        counts.append(f"จองไว้ {_count(reserved)}")
    if states[NumberState.PAPER]:
        counts.append(f"ออกเลขบนกระดาษ {_count(states[NumberState.PAPER])}")
    by_urgency = [
        f"{THAI_URGENCY[urgency]} {_count(urgencies[urgency])}" for urgency in reversed(Urgency)
    ]
    return (" · ".join(counts), "ชั้นความเร็ว: " + " · ".join(by_urgency))


def _row(line: RegisterLine, form: PaperForm) -> FormRow:
    subject = line.subject
    if not subject and line.secrecy != Secrecy.NORMAL:
        subject = f"({THAI_SECRECY[line.secrecy]})"
    number = line.letter_number
    if form == PaperForm.SEND_REGISTER:
        number = sent_number(number)
    note = line.note
    if line.state in (NumberState.RESERVED, NumberState.EXPIRED):
        note = f"จองเลข {note}".rstrip()
    elif line.state == NumberState.PAPER:
        note = f"ออกเลขบนกระดาษ {note}".rstrip()
    elif line.state == NumberState.VOID:
        note = f"ยกเลิก {note}".rstrip()
    return FormRow(
        cells=(
            to_thai(str(line.number)),
            number,
            "" if line.dated_on is None else format_short(line.dated_on),
            line.from_text,
            line.to_text,
            subject,
            line.handling,
            line.remark,
        ),
        number=line.number,
        day=line.entered_on,
        is_void=line.state == NumberState.VOID,
        note=note,
    )


def sent_number(printed: str) -> str:
    """What stands under ที่ in Form 14: the letters and the owner's number, and ว of a circular.

    The running number after them is the first column's. Source: Rule of 2526, clause 43.
    """
    owner, slash, rest = printed.partition("/")
    return f"{owner}/ว" if slash and rest.strip().startswith("ว") else owner


def _count(number: int) -> str:
    return to_thai(f"{number:,}")
