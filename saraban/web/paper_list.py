"""The list that goes with a letter to late units which only paper reaches, as a table to print.

It names those whom the letter hurries and nobody else: who has not reported at all is
`queries.duty_tables`. Its title stands in the letter too (`desk.duty_reminders`).
"""

from collections.abc import Sequence
from datetime import date

from saraban.queries.duties_in_sight import SeenDuty
from saraban.queries.duty_tables import letter_words
from saraban.queries.reminders_to_come import LateOnPaper
from saraban.rules.paper_forms import Column, FormRow, PaperForm, PrintedTable
from saraban.thai.dates import format_long, format_short
from saraban.thai.digits import to_thai

TITLE = "บัญชีรายชื่อหน่วยงานที่ขอให้เร่งรัดการรายงาน"
COLUMNS = (
    Column("ลำดับที่", 7),
    Column("หน่วยงาน", 33),
    Column("จังหวัด", 15),
    Column("งวด", 17),
    Column("ครบกำหนด", 11),
    Column("ช้า (วัน)", 7, is_count=True),
    Column("หมายเหตุ", 10),
)


def paper_table(duty: SeenDuty, late: Sequence[LateOnPaper], *, today: date) -> PrintedTable:
    """A line a report, by province; the letter and the day stand above it."""
    units = len({one.unit_uid for one in late})
    return PrintedTable(
        form=PaperForm.OUTSTANDING_LIST,
        head=TITLE,
        unit_name=" ".join(
            filter(None, (duty.name, letter_words(duty), f"· ณ วันที่ {format_long(today)}"))
        ),
        rows=[
            FormRow(
                cells=(
                    to_thai(str(place)),
                    one.unit_name,
                    one.province,
                    to_thai(one.period),
                    format_short(one.due_on),
                    to_thai(str((today - one.due_on).days)),
                    "ส่งคืนให้แก้ไข" if one.is_returned else "",
                ),
                number=place,
            )
            for place, one in enumerate(late, start=1)
        ],
        foot_lines=(f"รวม {to_thai(str(units))} หน่วยงาน · {duty.keeper_name}",),
        own_columns=COLUMNS,
    )
