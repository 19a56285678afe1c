"""From the way of a letter to its routing slip on paper, in Thai as everything printed."""

from datetime import datetime

from saraban.paper.routing_slip import RoutingSlip, SlipNote, SlipReceipt
from saraban.queries.endorsements import EndorsementLine, OrderedDeskLine
from saraban.queries.routing import Routing
from saraban.rules.days import OFFICIAL_ZONE, day_of
from saraban.rules.endorsements import THAI_ENDORSEMENT
from saraban.rules.letters import THAI_URGENCY, Urgency
from saraban.thai.dates import format_long, format_medium, format_time
from saraban.thai.digits import to_thai


def routing_slip(found: Routing, *, at: datetime) -> RoutingSlip:
    """The slip as it is printed at that moment."""
    return RoutingSlip(
        uid=found.uid,
        unit_name=found.unit_name,
        urgency="" if found.urgency == Urgency.NORMAL else THAI_URGENCY[found.urgency],
        printed_number=found.printed_number or "",
        dated="" if found.dated_on is None else format_long(found.dated_on),
        issuer=found.issuer_text,
        addressee=found.addressee_text,
        subject=found.subject,
        receipts=tuple(
            SlipReceipt(
                line.unit_name,
                line.printed_number,
                line.printed_date,
                _time(line.received_time),
            )
            for line in found.receipts
        ),
        notes=tuple(_note(line) for line in found.notes),
        printed=_moment(at),
    )


def _note(line: EndorsementLine) -> SlipNote:
    taken_back = line.withdrawal
    return SlipNote(
        kind=THAI_ENDORSEMENT[line.kind],
        receipt=f"{line.unit_name} เลขรับ {line.receipt_number}",
        lines=tuple(line.text.splitlines()),
        desks=tuple(_desk(desk) for desk in line.desks),
        author_lines=(f"({line.author.name})", *line.author.post_lines),
        moment=_moment(line.at),
        withdrawn=""
        if taken_back is None
        else f"ถอนแล้ว {_moment(taken_back.at)} โดย {taken_back.author.words}: {taken_back.reason}",
    )


def _desk(desk: OrderedDeskLine) -> str:
    part = "รับผิดชอบหลัก" if desk.is_responsible else "เกี่ยวข้อง"
    words = f"{desk.name} ({part})"
    if desk.due_on is not None:
        words += f" ภายใน {format_medium(desk.due_on)}"
    if desk.done_at is not None:
        words += f" ดำเนินการแล้ว {format_medium(day_of(desk.done_at))} {desk.done_words}".rstrip()
    return words


def _time(received: str | None) -> str:
    """ "08:55" as it is written; blank where the stamp leaves it blank."""
    return to_thai(received.replace(":", ".")) + " น." if received else ""


def _moment(at: datetime) -> str:
    local = at.astimezone(OFFICIAL_ZONE)
    return f"{format_medium(local.date())} {format_time(local.time())}"
