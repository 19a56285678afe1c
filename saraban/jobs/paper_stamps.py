"""A desk's receipt as the stamp that is drawn on a copy."""

from datetime import time

from saraban.paper.stamped_copy import ReceiptStamp
from saraban.queries.stamped_paper import PaperStamp
from saraban.thai.dates import format_time


def receipt_stamp(stamp: PaperStamp) -> ReceiptStamp:
    """As it stands on the paper: the time in the digits that the stamp's number has."""
    at = stamp.received_time
    return ReceiptStamp(
        unit_name=stamp.unit_name,
        number=stamp.printed_number,
        date=stamp.printed_date,
        time=format_time(time.fromisoformat(at), thai_digits=is_in_thai(stamp)) if at else "",
    )


def is_in_thai(stamp: PaperStamp) -> bool:
    """Whether the stamp's number is written in Thai digits."""
    return any("๐" <= sign <= "๙" for sign in stamp.printed_number)
