"""A duty's grid, its lists and who has not reported, as tables to print or to count with."""

from collections.abc import Callable
from datetime import date

from saraban.queries.duties_in_sight import SeenDuty
from saraban.queries.duty_lines import ExpectedLine, Narrowed, expected_lines
from saraban.queries.duty_periods_shown import PeriodHead, periods_of, shown_periods
from saraban.queries.duty_rollup import counted_duty
from saraban.queries.duty_unit_grid import unit_grid
from saraban.rules.digests import period_words
from saraban.rules.duty_standings import (
    ON_OUTSTANDING_LIST,
    STANDING_SHAPES,
    THAI_STANDING,
    Standing,
    Tally,
)
from saraban.rules.exports import DutyAsk, DutyPaper
from saraban.rules.paper_forms import Column, FormRow, PaperForm, PrintedTable
from saraban.rules.permissions import Actor
from saraban.thai.dates import format_long, format_short
from saraban.thai.digits import to_thai

_LIST = (
    Column("ลำดับที่", 6),
    Column("หน่วยงาน", 30),
    Column("อำเภอ", 12),
    Column("จังหวัด", 12),
    Column("งวด", 12),
    Column("ครบกำหนด", 9),
    Column("สถานะ", 19),
)
_GRID_SUMS = (Standing.IN_TIME, Standing.LATE, Standing.NIL, Standing.MISSING, Standing.NOT_REACHED)
# A narrow column has no room for the words in brackets; they stand below the table.
_HEADS = THAI_STANDING | {Standing.NIL: "ไม่มี"}
MOST_NAMED = 5
# What a part of the list of who has not reported is headed by.
_PARTS = {
    Standing.MISSING: "เลยกำหนดแล้ว ยังไม่รายงาน",
    Standing.RETURNED: "ส่งคืนให้แก้ไข ยังไม่ส่งกลับ",
    Standing.NOT_REACHED: "หนังสือยังไปไม่ถึงหน่วยงาน",
}


def duty_table(actor: Actor, ask: DutyAsk, *, today: date) -> PrintedTable:
    """What was asked for, as it stands today.

    Raises DutyNotFound, PeriodNotFound, UnitNotFound, TooManyLines.
    """
    makers: dict[DutyPaper, Callable[[Actor, DutyAsk, date], PrintedTable]] = {
        DutyPaper.GRID: _grid,
        DutyPaper.LIST: _list,
        DutyPaper.OUTSTANDING: _outstanding,
    }
    return makers[ask.what](actor, ask, today)


def _wanted(ask: DutyAsk) -> Narrowed:
    standing = Standing(ask.standing) if ask.standing else None
    return Narrowed(ask.province, ask.district, ask.find, standing, ask.unit)


def _outstanding(actor: Actor, ask: DutyAsk, today: date) -> PrintedTable:
    """Who has not reported, the kinds of silence apart, each by province and district.

    Without a span it is of the periods up to the present one: what is not due yet is no silence.
    """
    duty = counted_duty(actor, ask.duty_uid)
    span = ask.span or _until_now(duty.id, today)
    rows: list[FormRow] = []
    number = 0
    for standing in ON_OUTSTANDING_LIST:
        found = expected_lines(
            actor,
            duty.uid,
            today=today,
            wanted=Narrowed(ask.province, ask.district),
            span=span,
            standings=(standing,),
            page=None,
        )
        if not found.lines:
            continue
        count = to_thai(f"{found.count:,}")
        rows.append(FormRow(cells=("", f"{_PARTS[standing]} {count} รายการ", "", "", "", "", "")))
        for line in found.lines:
            number += 1
            rows.append(_row(line, number))
    return _printed(
        duty, "บัญชีรายชื่อหน่วยงานที่ยังไม่รายงาน", _LIST, rows, today, form=PaperForm.OUTSTANDING_LIST
    )


def _list(actor: Actor, ask: DutyAsk, today: date) -> PrintedTable:
    found = expected_lines(
        actor, ask.duty_uid, today=today, wanted=_wanted(ask), span=ask.span, page=None
    )
    rows = [_row(line, number) for number, line in enumerate(found.lines, 1)]
    return _printed(found.duty, "บัญชีการรายงานรายหน่วย", _LIST, rows, today)


def _grid(actor: Actor, ask: DutyAsk, today: date) -> PrintedTable:
    """Every unit of what was chosen, and the sums; a cell is the standing's shape."""
    until = ask.span[1] if ask.span else None
    found = unit_grid(actor, ask.duty_uid, today=today, wanted=_wanted(ask), until=until, page=None)
    # Whole numbers that fill the page; beside many periods only their numbers have room.
    periods = found.periods
    share = min(10, max(3, 40 // max(1, len(periods))))
    is_narrow = len(periods) > MOST_NAMED
    columns = (
        Column("หน่วยงาน", 65 - share * len(periods)),
        *(
            Column(to_thai(str(one.number)) if is_narrow else period_heading(one), share)
            for one in periods
        ),
        Column("ต้องรายงาน", 5, is_count=True),
        *(Column(_HEADS[one], 5, is_count=True) for one in _GRID_SUMS),
        Column("ในกำหนด", 5),
    )
    rows = [
        FormRow(
            cells=(
                unit.name,
                *(_cell(unit.cells.get(one.number)) for one in found.periods),
                *_sums(unit.total),
            )
        )
        for unit in found.units
    ]
    answered = (
        f"{to_thai(str(tally.answered_count))}/{to_thai(str(tally.asked_count))}"
        for tally in found.by_period.values()
    )
    rows.append(FormRow(cells=("รวม (ตอบแล้ว/ต้องตอบ)", *answered, *_sums(found.total))))
    return _printed(found.duty, "ตารางการรายงาน", columns, rows, today, foot=(legend(),))


def letter_words(duty: SeenDuty) -> str:
    """The letter that the duty is of, as papers cite it; blank where it has no number."""
    if not duty.letter_number:
        return ""
    dated = f" ลงวันที่ {format_long(duty.letter_on)}" if duty.letter_on else ""
    return f"ตามหนังสือ ที่ {duty.letter_number}{dated}"


def _until_now(duty_id: int, today: date) -> tuple[int, int] | None:
    every = periods_of(duty_id)
    shown = shown_periods(every, today=today, span=len(every) or 1)
    return (shown[0].number, shown[-1].number) if shown else None


def _row(line: ExpectedLine, number: int) -> FormRow:
    # Whoever the letter has not come to is not late: its day has passed all the same.
    word = "เลยกำหนด" if line.standing is Standing.NOT_REACHED else "ช้า"
    late = f" {word} {to_thai(str(line.days_late))} วัน" if line.days_late else ""
    return FormRow(
        number=number,
        cells=(
            to_thai(str(number)),
            line.unit_name,
            line.district,
            line.province,
            period_heading(line.period),
            format_short(line.due_on) if line.due_on else "–",
            f"{THAI_STANDING[line.standing]}{late}",
        ),
    )


def period_heading(period: PeriodHead) -> str:
    """A period as papers name it."""
    words = period_words(period.label, period.covers_from, period.covers_until)
    return words or f"ครั้งที่ {to_thai(str(period.number))}"


def _cell(line: ExpectedLine | None) -> str:
    return "–" if line is None else STANDING_SHAPES[line.standing]


def _sums(tally: Tally) -> tuple[str, ...]:
    share = tally.on_time_percent
    return (
        to_thai(f"{tally.expected_count:,}"),
        *(to_thai(f"{tally.counts[one]:,}") for one in _GRID_SUMS),
        "–" if share is None else to_thai(f"{share}%"),
    )


def legend() -> str:
    """What each shape means, in one line."""
    told = (f"{STANDING_SHAPES[one]} {THAI_STANDING[one]}" for one in Standing)
    return "  ".join(told)


def _printed(
    duty: SeenDuty,
    title: str,
    columns: tuple[Column, ...],
    rows: list[FormRow],
    today: date,
    *,
    form: PaperForm = PaperForm.DUTY_TABLE,
    foot: tuple[str, ...] = (),
) -> PrintedTable:
    return PrintedTable(
        form=form,
        head=f"{title} {duty.name}",
        unit_name=" ".join(filter(None, (duty.keeper_name, letter_words(duty)))),
        rows=rows,
        foot_lines=(*foot, f"ข้อมูล ณ วันที่ {format_long(today)}"),
        own_columns=columns,
    )
