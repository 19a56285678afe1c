"""Why a delivery ends without having been dealt with: reasons that its sender can act on."""

from enum import StrEnum

from saraban.rules.deliveries import Status, Step, is_over


class Reason(StrEnum):
    """Why a unit refuses a letter or returns it; each tells the sender what to do next."""

    NOT_OURS = "not_ours"
    WRONG_UNIT = "wrong_unit"
    INCOMPLETE = "incomplete"
    UNREADABLE = "unreadable"
    DUPLICATE = "duplicate"
    OTHER = "other"


THAI_REASON = {
    Reason.NOT_OURS: "ไม่ใช่ภารกิจของหน่วย",
    Reason.WRONG_UNIT: "ส่งผิดหน่วย",
    Reason.INCOMPLETE: "เอกสารไม่ครบ",
    Reason.UNREADABLE: "อ่านไม่ได้ชัดเจน",
    Reason.DUPLICATE: "ซ้ำกับที่ได้รับแล้ว",
    Reason.OTHER: "เหตุอื่น (ต้องเขียนบอก)",
}

# A reason that says nothing by itself, or not what is missing: words must go with it.
NEEDS_WORDS = frozenset({Reason.OTHER, Reason.INCOMPLETE})


class Settled(StrEnum):
    """What became of an end: sent to another unit, lifted (the delivery goes on), or noted."""

    RESENT = "resent"
    LIFTED = "lifted"
    NOTED = "noted"


def way_back(status: int, *, is_passed_on: bool) -> Step | None:
    """How the unit may send a delivery back: refuse it, or return it once it was received.

    Received means numbered or acknowledged. None when it is over already, or was answered or
    passed on: what has been dealt with is no longer another's to deal with.
    """
    if is_over(status) or status >= Status.ANSWERED or is_passed_on:
        return None
    return Step.RETURNED if status >= Status.RECEIVED else Step.REFUSED


def may_be_recalled(status: int, *, is_passed_on: bool) -> bool:
    """Whether the sender may still take the letter back; that somebody read it is no obstacle.

    `records.delivery_sets.recall` asks the same of many rows at once.
    """
    return status < Status.RECEIVED and not is_passed_on
