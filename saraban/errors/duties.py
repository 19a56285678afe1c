"""A duty to answer is not there, is over, or cannot be as asked."""

from saraban.errors.base import N_, Conflict, InvalidInput, NotFound


class DutyNotFound(NotFound):
    """There is none of that name, or none that this person may see: these look the same."""

    code = "duty_not_found"
    message_th = N_("ไม่พบภารกิจนี้ หรือท่านไม่มีสิทธิเห็น")


class PeriodNotFound(NotFound):
    code = "period_not_found"
    message_th = N_("ไม่พบงวดนี้ของภารกิจ")


class DutyOwedByNobody(InvalidInput):
    """A duty needs at least one unit that owes it."""

    code = "duty_owed_by_nobody"
    message_th = N_("ยังไม่มีหน่วยใดต้องตอบภารกิจนี้ เลือกหน่วยที่ต้องตอบอย่างน้อยหนึ่งหน่วย")
    field = "owed_by"


class LetterNotSentByUs(InvalidInput):
    """Only the office that sent a letter knows to whom it went."""

    code = "letter_not_sent_by_us"
    message_th = N_("หนังสือฉบับนี้หน่วยของคุณไม่ได้ส่งเอง จึงไม่มีรายชื่อผู้รับให้เลือก ใช้คำขึ้นต้นหรือชื่อหน่วยแทน")
    field = "owed_by"


class UnitsNotSentTo(InvalidInput):
    """Somebody was chosen as one of the letter's receivers who is none."""

    code = "units_not_sent_to"
    message_th = N_("มี %(count)s หน่วยที่เลือกไว้ไม่ได้อยู่ในรายชื่อผู้รับของหนังสือ")
    field = "owed_by"


class DutyNotKept(Conflict):
    """Only the unit that keeps a duty changes it."""

    code = "duty_not_kept"
    message_th = N_("ภารกิจนี้ %(keeper)s เป็นผู้ติดตาม หน่วยอื่นแก้ไขไม่ได้")


class DutyNotOwed(Conflict):
    """Only a unit that owes a duty answers it, tells of an event, or makes it its own."""

    code = "duty_not_owed"
    message_th = N_("หน่วยของคุณไม่ได้เป็นผู้ตอบภารกิจนี้")


class DutyIsOver(Conflict):
    """The duty has ended: nothing new comes of it."""

    code = "duty_is_over"
    message_th = N_("ภารกิจนี้สิ้นสุดแล้ว")


class LaterThanDutyAbove(InvalidInput):
    """A level's own date is later than the one that it was given, and nothing says why."""

    code = "later_than_duty_above"
    message_th = N_("กำหนดนี้ช้ากว่ากำหนดของหน่วยเหนือ %(days)s วัน กรอกเหตุผล หรือเลือกวันที่เร็วกว่า")
    field = "late_reason"


class EndsInTheFuture(InvalidInput):
    """Only what comes in rounds can be ended by a day that has not come."""

    code = "ends_in_the_future"
    message_th = N_("กำหนดวันสิ้นสุดล่วงหน้าได้เฉพาะภารกิจที่มาตามรอบ")
    field = "ends_on"


class PointHasDuty(Conflict):
    """Somebody of the same office made a duty of the point just before."""

    code = "point_has_duty"
    message_th = N_("ข้อนี้หน่วยของคุณตั้งภารกิจไว้แล้ว")


class TooManyPastPeriods(InvalidInput):
    """A round that began long ago would make every unit late many times over at once."""

    code = "too_many_past_periods"
    message_th = N_(
        "เริ่มจากวันนี้จะมี %(count)s งวดที่เลยกำหนดไปแล้ว ตั้งย้อนหลังได้ไม่เกิน %(most)s งวด เริ่มได้ตั้งแต่ %(first)s"
    )
    field = "starts_on"


class UnitOwesAlready(InvalidInput):
    """The unit is one of those that owe the duty."""

    code = "unit_owes_already"
    message_th = N_("%(unit)s ต้องตอบภารกิจนี้อยู่แล้ว")
    field = "unit"


class UnitOwesNot(Conflict):
    """The unit does not owe the duty, or not any more."""

    code = "unit_owes_not"
    message_th = N_("%(unit)s ไม่ได้เป็นผู้ตอบภารกิจนี้แล้ว")


class NoEventOfThis(Conflict):
    """A duty that has its days is not answered event by event."""

    code = "no_event_of_this"
    message_th = N_("ภารกิจนี้มีกำหนดของตนเอง จึงไม่รับแจ้งเหตุเป็นครั้งๆ")


class EventToldAlready(Conflict):
    """The same unit told of an event of the same name on the same day."""

    code = "event_told_already"
    message_th = N_("แจ้งเหตุ “%(name)s” ของวันนี้ไว้แล้วเป็นครั้งที่ %(number)s")
    field = "event"


class FormNotOurs(InvalidInput):
    """A duty's form is one that its keeper published, or that of the duty above."""

    code = "form_not_ours"
    message_th = N_("ไม่พบแบบรายงานนี้ หรือยังไม่เผยแพร่")
    field = "form"
