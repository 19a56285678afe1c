"""What an office writes when it passes a letter on under a number of its own: a first proposal.

The wording follows what offices commonly write, and is there to be edited.
Source of the duty to pass on: Rule on Saraban Work B.E. 2526, clause 32.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from saraban.rules.drafts import DraftPoint, DraftText
from saraban.rules.letters import THAI_URGENCY, LetterKind, Urgency
from saraban.rules.units import UnitKind
from saraban.thai.dates import format_long

# To whom a level writes, and whom those then tell: the phrases that rules.addressees reads.
_BELOW = {
    UnitKind.MINISTRY: ("ผู้ว่าราชการจังหวัด ทุกจังหวัด", "นายอำเภอ ทุกอำเภอ"),
    UnitKind.DEPARTMENT: ("ผู้ว่าราชการจังหวัด ทุกจังหวัด", "นายอำเภอ ทุกอำเภอ"),
    UnitKind.PROVINCE: (
        "นายอำเภอ ทุกอำเภอ",
        "นายกเทศมนตรีตำบล และนายกองค์การบริหารส่วนตำบล ทุกแห่ง",
    ),
    UnitKind.DISTRICT: ("นายกเทศมนตรีตำบล และนายกองค์การบริหารส่วนตำบล ทุกแห่ง", ""),
}


@dataclass(frozen=True)
class Parent:
    """What is known of the letter to be passed on. relay_phrase is whom it asks to be told."""

    issuer: str
    urgency: str
    printed_number: str
    dated_on: date | None
    subject: str
    relay_phrase: str
    points: Sequence[DraftPoint]


def named(parent: Parent) -> str:
    """The letter by issuer, urgency, number and day, as it stands in the text of another."""
    urgency = "" if parent.urgency == Urgency.NORMAL else f" {THAI_URGENCY[parent.urgency]}"
    number = f" ที่ {parent.printed_number}" if parent.printed_number else ""
    day = "" if parent.dated_on is None else f" ลงวันที่ {format_long(parent.dated_on)}"
    return f"{parent.issuer}{urgency}{number}{day}"


def cover_letter(parent: Parent, *, own_name: str, own_kind: str, contact: str = "") -> DraftText:
    """A letter that keeps the parent's subject, encloses it, and asks what it asks.

    It is addressed to the level below the unit's own, which is asked to tell whom the parent
    wants told; the last level that writes letters tells those itself.
    """
    below, beneath = _BELOW.get(UnitKind(own_kind), ("", ""))
    told = parent.relay_phrase
    if beneath:
        beneath = told if told and told != below else beneath
    else:
        below = told or below
    asks = "จึงขอให้ดำเนินการ ดังนี้" if parent.points else "จึงขอส่งสำเนาหนังสือดังกล่าวมาเพื่อทราบและถือปฏิบัติ"
    onward = f" พร้อมทั้งแจ้ง{beneath} ทราบและถือปฏิบัติต่อไปด้วย" if beneath else ""
    return DraftText(
        kind=LetterKind.EXTERNAL,
        urgency=parent.urgency,
        subject=parent.subject,
        addressee_text=below,
        enclosures=f"สำเนาหนังสือ{named(parent)}",
        cause=f"ด้วย{parent.issuer}ได้แจ้ง เรื่อง {parent.subject} รายละเอียดปรากฏตามสิ่งที่ส่งมาด้วย",
        purpose=f"{own_name}พิจารณาแล้ว {asks}",
        points=tuple(parent.points),
        conclusion=f"จึงเรียนมาเพื่อพิจารณาดำเนินการ{onward}",
        contact=contact,
        relay_phrase=beneath,
    )
