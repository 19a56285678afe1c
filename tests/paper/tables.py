"""Tables to print: lines of a register as a test needs them."""

from datetime import date, timedelta
from typing import Any

from saraban.rules.paper_forms import PaperForm, PrintedTable
from saraban.rules.register_lines import RegisterLine, register_table

FIRST_DAY = date(2022, 6, 1)


def line(number: int = 1, **named: Any) -> RegisterLine:
    """An ordinary line, whose subject names its number."""
    filled: dict[str, Any] = {
        "number": number,
        "entered_on": FIRST_DAY + timedelta(days=(number - 1) // 40),
        "letter_number": f"มท ๐๘๐๑.๔/ว {1000 + number}",
        "dated_on": FIRST_DAY,
        "from_text": "กรมส่งเสริมการปกครองท้องถิ่น",
        "to_text": "ผู้ว่าราชการจังหวัดตัวอย่าง",
        "subject": f"การจัดทำน้ำดื่มสำหรับชุมชนในเขตตำบลทำนบ ลำดับ {number}",
        "handling": "ส่งกลุ่มงานส่งเสริม",
    }
    return RegisterLine(**(filled | named))


def table(*lines: RegisterLine, **named: Any) -> PrintedTable:
    """Form 13 of these lines over some days."""
    filled: dict[str, Any] = {
        "form": PaperForm.RECEIVE_REGISTER,
        "unit_name": "ศาลากลางจังหวัดตัวอย่าง",
        "from_on": FIRST_DAY,
        "to_on": max((one.entered_on for one in lines), default=FIRST_DAY),
    }
    return register_table(lines, **(filled | named))
