"""A duty's figures as they are printed: in Thai and in Thai digits, as papers are."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from saraban.paper.figures_print import PrintedFigures, PrintedSection
from saraban.paper.share_drawing import ShareBar
from saraban.queries.duty_figures import Figures, NumberSums
from saraban.queries.duty_rollup import Level
from saraban.queries.duty_tables import legend, letter_words, period_heading
from saraban.rules.duty_standings import THAI_STANDING, Standing, Tally
from saraban.thai.dates import format_long
from saraban.thai.digits import to_thai
from saraban.web.duty_bars import Wording, area_bars, area_name, drawings, period_bars

_ON_PAPER = Wording(say=str, digits=lambda value: to_thai(str(value)))
_AREAS = {Level.PROVINCE: "จังหวัด", Level.DISTRICT: "อำเภอ"}


def printed_figures(found: Figures, *, today: date) -> PrintedFigures:
    """The bars by period and by area with their tables, and the sums of the form's numbers."""
    rolled, total = found.rolled, found.rolled.total
    sections = [
        _section(
            "การรายงานของแต่ละงวด",
            period_bars(rolled, _ON_PAPER),
            "งวด",
            [
                (f"{_count(one.number)}. {period_heading(one)}", rolled.by_period[one.number])
                for one in found.periods
            ],
            total,
        )
    ]
    if len(rolled.lines) > 1:
        lines = [(area_name(one, rolled.level, _ON_PAPER), one.total) for one in rolled.lines]
        sections.append(
            _section(
                f"การรายงานของแต่ละ{_AREAS[rolled.level]}",
                area_bars(rolled, _ON_PAPER),
                _AREAS[rolled.level],
                lines,
                total,
            )
        )
    if found.numbers:
        heads = ("ช่องในแบบรายงาน", "รวม", "เฉลี่ย", "น้อยสุด", "มากสุด", "กรอก (ฉบับ)", "เว้นว่าง (ฉบับ)")
        rows = [_numbers(one) for one in found.numbers]
        sections.append(PrintedSection(title="ผลรวมของตัวเลข", heads=heads, rows=rows))
    return PrintedFigures(
        head=f"ผลรวมการรายงาน {found.duty.name}",
        unit_name=" ".join(filter(None, (found.duty.keeper_name, letter_words(found.duty)))),
        lines=[*_summed(found), *([] if total.is_complete else [_incomplete(total)])],
        sections=sections,
        foot=(legend(), f"ข้อมูล ณ วันที่ {format_long(today)}"),
    )


def figure(value: Decimal | None, decimals: int) -> str:
    """A number with its thousands apart, in Arabic digits and no more places; "–" for none."""
    if value is None:
        return "–"
    whole, _, places = f"{value:,.{decimals}f}".partition(".")
    return f"{whole}.{places.rstrip('0')}".rstrip(".")


def _section(
    title: str, bars: list[ShareBar], first: str, lines: Iterable[tuple[str, Tally]], total: Tally
) -> PrintedSection:
    shown = [one for one in Standing if total.counts[one]]
    heads = (first, *(THAI_STANDING[one] for one in shown), "ในกำหนด/ต้องตอบ", "อัตราในกำหนด")
    return PrintedSection(
        title=title,
        drawings=drawings(bars, title=title, language="th"),
        heads=heads,
        rows=[
            (
                name,
                *(_count(tally.counts[one]) for one in shown),
                f"{_count(tally.in_time_count)}/{_count(tally.share_base)}",
                _ON_PAPER.percent(tally),
            )
            for name, tally in (*lines, ("รวม", total))
        ],
    )


def _numbers(one: NumberSums) -> tuple[str, ...]:
    told = (one.total if one.count else None, one.mean, one.least, one.most)
    name = f"{one.label} ({one.unit_word})" if one.unit_word else one.label
    return (
        name,
        *(to_thai(figure(value, one.places)) for value in told),
        _count(one.count),
        _count(one.blank_count),
    )


def _count(number: int) -> str:
    return to_thai(f"{number:,}")


def _summed(found: Figures) -> list[str]:
    if len(found.summed) == len(found.periods):
        return []
    first, last = _count(found.summed[0].number), _count(found.summed[-1].number)
    return [f"ผลรวมของตัวเลขเป็นของงวดที่ {first} ถึง {last} เท่านั้น เพราะรายงานมีมาก"]


def _incomplete(total: Tally) -> str:
    return f"ข้อมูลยังไม่ครบ: ตอบแล้ว {_count(total.answered_count)} จาก {_count(total.asked_count)}"
