"""How far an expected report has come; nil, not concerned, passed on and silence stay apart."""

from enum import IntEnum, StrEnum

from saraban.errors import N_


class ExpectedState(IntEnum):
    """What is known of one unit's answer to one period.

    Below SUBMITTED something is still owed. What is missing, late or not reached is no state: it
    follows from the day, the answer's instant and the delivery.
    """

    WAITING = 0
    RETURNED = 1
    SUBMITTED = 2
    ACCEPTED = 3
    NIL = 4
    NOT_CONCERNED = 5
    PASSED_ON = 6
    COVERED = 7
    DECLARED = 8
    WAIVED = 9
    STRUCK = 10


# Shape and word of each, the same on screen, on paper and in mail. What tells the ticks apart
# stands after the tick; DECLARED, a claim, is outlined with dots wherever it stands.
EXPECTED_SHAPES = {
    ExpectedState.WAITING: "○",
    ExpectedState.RETURNED: "↶",
    ExpectedState.SUBMITTED: "◕",
    ExpectedState.ACCEPTED: "✓",
    ExpectedState.NIL: "✓0",
    ExpectedState.NOT_CONCERNED: "✓–",
    ExpectedState.PASSED_ON: "✓→",
    ExpectedState.COVERED: "✓=",
    ExpectedState.DECLARED: "✓",
    ExpectedState.WAIVED: "⊖",
    ExpectedState.STRUCK: "⊘",
}

THAI_EXPECTED = {
    ExpectedState.WAITING: N_("รอรายงาน"),
    ExpectedState.RETURNED: N_("ส่งคืนให้แก้ไข"),
    ExpectedState.SUBMITTED: N_("ส่งรายงานแล้ว"),
    ExpectedState.ACCEPTED: N_("รับรายงานแล้ว"),
    ExpectedState.NIL: N_("ไม่มี (รายงานเป็นศูนย์)"),
    ExpectedState.NOT_CONCERNED: N_("ไม่เกี่ยวข้อง"),
    ExpectedState.PASSED_ON: N_("แจ้งต่อแล้ว"),
    ExpectedState.COVERED: N_("ตอบไว้แล้วในหนังสืออื่น"),
    ExpectedState.DECLARED: N_("บันทึกในระบบอื่นแล้ว (แจ้งเอง)"),
    ExpectedState.WAIVED: N_("ยกเว้น"),
    ExpectedState.STRUCK: N_("ตัดออก"),
}

# Something is still to come from the unit.
OWED = frozenset({ExpectedState.WAITING, ExpectedState.RETURNED})
# Nobody waits for it any more, and nobody answered: outside what is expected.
OUTSIDE = frozenset({ExpectedState.WAIVED, ExpectedState.STRUCK})


class DueChangeKind(StrEnum):
    """Why a due day moved, or an answer is no longer asked for."""

    EXTENDED = "extended"
    WAIVED = "waived"
    BY_HAND = "by_hand"
    HOLIDAY = "holiday"
    RECEIPT = "receipt"
    STRUCK = "struck"
    BROUGHT_BACK = "back"


THAI_DUE_CHANGE = {
    DueChangeKind.EXTENDED: N_("ขยายเวลา"),
    DueChangeKind.WAIVED: N_("ยกเว้นไม่ต้องรายงาน"),
    DueChangeKind.BY_HAND: N_("แก้วันด้วยมือ"),
    DueChangeKind.HOLIDAY: N_("เลื่อนเพราะวันหยุด"),
    DueChangeKind.RECEIPT: N_("นับจากวันที่ได้รับหนังสือ"),
    DueChangeKind.STRUCK: N_("ตัดงวดออก"),
    DueChangeKind.BROUGHT_BACK: N_("นำงวดกลับมา"),
}


class Verdict(StrEnum):
    """The keeper's word on a version of an answer."""

    RETURNED = "returned"
    ACCEPTED = "accepted"
