"""The overview of a unit's duties as a table to print or to count with."""

from datetime import date

from saraban.queries.duties_overview import (
    DutiesOverview,
    OverviewLine,
    PeriodNumbers,
    Wanted,
    duties_overview,
)
from saraban.records import Unit
from saraban.rules.digests import period_words
from saraban.rules.duties_overview import (
    COUNTED,
    ELSEWHERE,
    THAI_SHOWN,
    THAI_SIDE,
    THAI_SORT,
    Numbers,
    Shown,
    Side,
    Sort,
)
from saraban.rules.duty_standings import THAI_STANDING, Standing
from saraban.rules.exports import OverviewAsk
from saraban.rules.letters import Secrecy
from saraban.rules.paper_forms import Column, FormRow, PaperForm, PrintedTable
from saraban.rules.permissions import Actor
from saraban.thai.dates import format_long, format_short
from saraban.thai.digits import to_thai

# Twelve columns of numbers have no room for the words in full; they stand below the table.
_HEADS = {
    Standing.IN_TIME: "ในกำหนด",
    Standing.LATE: "ล่าช้า",
    Standing.NIL: "ไม่มี",
    Standing.NOT_CONCERNED: "ไม่เกี่ยว",
    Standing.RETURNED: "ส่งคืน",
    Standing.WAITING: "ยังไม่ถึงกำหนด",
    Standing.MISSING: "ขาดรายงาน",
    Standing.NOT_REACHED: "ยังไปไม่ถึง",
}
_COLUMNS = (
    Column("ที่", 3),
    Column("ภารกิจ", 16),
    Column("ผู้ติดตาม", 8),
    Column("งวด", 7),
    Column("ครบกำหนด", 6),
    Column("ต้องตอบ", 5, is_count=True),
    *(Column(_HEADS[one], 5, is_count=True) for one in COUNTED),
    Column("ตอบทางอื่น", 5, is_count=True),
    Column("รอตรวจ", 5, is_count=True),
    Column("งวดก่อนขาด", 5, is_count=True),
)
_WORDS = " · ".join(
    f"{_HEADS[one]} คือ {THAI_STANDING[one]}" for one in COUNTED if _HEADS[one] != THAI_STANDING[one]
)


def wanted_of(ask: OverviewAsk) -> Wanted:
    """What the words of the ask stand for."""
    return Wanted(
        side=Side(ask.side) if ask.side else None,
        shown=Shown(ask.shown) if ask.shown else None,
        since=date.fromisoformat(ask.since) if ask.since else None,
        until=date.fromisoformat(ask.until) if ask.until else None,
        province=ask.province,
        words=ask.words,
        sort=Sort(ask.sort) if ask.sort else Sort.BEHIND,
    )


def overview_table(actor: Actor, ask: OverviewAsk, *, today: date) -> PrintedTable:
    """Every line of the page, as it stands today, and what it was narrowed to. Raises Refused."""
    found = duties_overview(actor, today=today, wanted=wanted_of(ask), page=None)
    unit = Unit.get_by_id(actor.unit_id)
    return PrintedTable(
        form=PaperForm.DUTY_TABLE,
        head="ภาพรวมภารกิจทั้งหมด",
        unit_name=" ".join(filter(None, (unit.name_th, _narrowed(found)))),
        rows=[_row(line, number) for number, line in enumerate(found.lines, 1)],
        foot_lines=(
            f"ตัวเลขเป็นของงวดปัจจุบัน · {_WORDS}",
            "ตอบทางอื่น คือ แจ้งต่อแล้ว ตอบไว้ในหนังสืออื่น หรือบันทึกในระบบอื่น · รอตรวจ อยู่ในจำนวนที่รายงานแล้ว"
            " · งวดก่อนขาด คือ ขาดรายงานในงวดล่าสุดที่เลยกำหนดแล้ว",
            f"ข้อมูล ณ วันที่ {format_long(today)}",
        ),
        own_columns=_COLUMNS,
    )


def _narrowed(found: DutiesOverview) -> str:
    """What was left out, so that the paper is not taken for everything."""
    wanted = found.wanted
    told = [
        THAI_SIDE[wanted.side] if wanted.side else "",
        THAI_SHOWN[wanted.shown] if wanted.shown else "",
        f"ครบกำหนดตั้งแต่ {format_long(wanted.since)}" if wanted.since else "",
        f"ครบกำหนดถึง {format_long(wanted.until)}" if wanted.until else "",
        f"เฉพาะ{found.provinces.get(wanted.province, '')}" if wanted.province else "",
        f"ชื่อมี “{wanted.words.strip()}”" if wanted.words.strip() else "",
        THAI_SORT[wanted.sort],
    ]
    return f"({' · '.join(filter(None, told))})"


def _row(line: OverviewLine, number: int) -> FormRow:
    present = line.present
    numbers = present.numbers if present else None
    return FormRow(
        number=number,
        cells=(
            to_thai(str(number)),
            line.name if line.secrecy == Secrecy.NORMAL else "หนังสือชั้นความลับ ไม่แสดงเรื่อง",
            line.keeper_name,
            _named(present) if present else "ยังไม่มีงวด",
            format_short(present.period.due_on) if present and present.period.due_on else "–",
            *_cells(numbers),
            _silent(line.before),
        ),
    )


def _cells(numbers: Numbers | None) -> tuple[str, ...]:
    """The counts; a dash where nobody was asked, for that is no nought."""
    if numbers is None or not numbers.tally.expected_count:
        return ("–",) * (len(COUNTED) + 3)
    counts = (
        numbers.tally.asked_count,
        *(numbers.tally.counts[one] for one in COUNTED),
        numbers.tally.count(*ELSEWHERE),
        numbers.in_review_count,
    )
    return tuple(to_thai(f"{count:,}") for count in counts)


def _silent(before: PeriodNumbers | None) -> str:
    return "–" if before is None else to_thai(f"{before.numbers.tally.counts[Standing.MISSING]:,}")


def _named(one: PeriodNumbers) -> str:
    period = one.period
    words = period_words(period.label, period.covers_from, period.covers_until)
    return words or f"ครั้งที่ {to_thai(str(period.number))}"
