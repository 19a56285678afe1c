"""An answer to a duty cannot be taken as it is."""

from saraban.errors.base import N_, Conflict, InvalidInput


class AnswerNotAskedFor(Conflict):
    """Waived, struck, or the unit does not owe it any more."""

    code = "answer_not_asked_for"
    message_th = N_("งวดนี้ไม่ต้องตอบแล้ว: ผู้ติดตามยกเว้นหรือตัดออก")


class AnswerAccepted(Conflict):
    code = "answer_accepted"
    message_th = N_("ผู้ติดตามรับรองรายงานนี้แล้ว ถ้าต้องแก้ ขอให้ผู้ติดตามส่งคืนก่อน")


class AnsweredMeanwhile(Conflict):
    """Somebody of the same unit answered while this one was being written."""

    code = "answered_meanwhile"
    message_th = N_(
        "%(by)s ตอบงวดนี้ไปแล้วเมื่อ %(when)s โปรดดูคำตอบนั้นก่อน ถ้าจะส่งฉบับของคุณเป็นฉบับใหม่ กดส่งอีกครั้ง"
    )


class NotTheirsToEnter(Conflict):
    """Only who owes, keeps or is meant to get the answers declares what was keyed elsewhere."""

    code = "not_theirs_to_enter"
    message_th = N_("หน่วยของคุณไม่ได้เป็นผู้ตอบ ผู้ติดตาม หรือปลายทางของภารกิจนี้")


class PassedToItself(InvalidInput):
    code = "passed_to_itself"
    message_th = N_("แจ้งต่อให้หน่วยของตนเองไม่ได้")
    field = "passed_to"


class PartsChanged(Conflict):
    """A report of the level below changed after it was read for the summary."""

    code = "parts_changed"
    message_th = N_("รายงานที่นำมารวม %(count)s ฉบับมีฉบับใหม่หรือถูกส่งคืนไปแล้ว โปรดรวมใหม่อีกครั้ง")


class NotToBeReviewed(Conflict):
    """There is no answer waiting for the keeper's word."""

    code = "not_to_be_reviewed"
    message_th = N_("ไม่มีรายงานที่รอตรวจของหน่วยนี้ในงวดนี้ อาจมีผู้ตรวจไปแล้วหรือมีฉบับใหม่")


class ReturnNeedsReason(InvalidInput):
    code = "return_needs_reason"
    message_th = N_("ส่งคืนต้องบอกเหตุผล อย่างน้อยหนึ่งช่อง")
    field = "words"


class ExtensionNotLater(InvalidInput):
    code = "extension_not_later"
    message_th = N_("วันที่ขอต้องช้ากว่ากำหนดเดิม (%(due)s)")
    field = "asked_for"


class ExtensionWithoutDay(Conflict):
    """What has no day cannot be asked for later."""

    code = "extension_without_day"
    message_th = N_("งวดนี้ไม่มีวันครบกำหนด จึงไม่ต้องขอขยายเวลา")


class ExtensionWaits(Conflict):
    code = "extension_waits"
    message_th = N_("หน่วยนี้ขอขยายเวลาไว้แล้ว และยังรอคำตอบจากผู้ติดตาม")


class ExtensionSettled(Conflict):
    code = "extension_settled"
    message_th = N_("คำขอขยายเวลานี้ตอบไปแล้ว หรือไม่ต้องตอบแล้ว")
