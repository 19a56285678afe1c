"""A delivery has ended, or cannot end as asked; a link of it opens nothing."""

from saraban.errors.base import N_, Conflict, InvalidInput, NotFound


class DeliveryRecalled(Conflict):
    code = "delivery_recalled"
    message_th = N_("ผู้ส่งดึงหนังสือนี้กลับแล้วเมื่อ %(when)s จึงรับหรือตอบไม่ได้")


class DeliverySentBack(Conflict):
    """The unit itself refused or returned it; it can take it up again first."""

    code = "delivery_sent_back"
    message_th = N_("หน่วยนี้ไม่รับหรือส่งคืนหนังสือนี้แล้วเมื่อ %(when)s ถ้าจะรับไว้ โปรดกด “รับไว้ตามเดิม” ก่อน")


class AlreadyDealtWith(Conflict):
    """What was answered or passed on is no longer sent back."""

    code = "already_dealt_with"
    message_th = N_("หน่วยนี้ตอบหรือแจ้งต่อหนังสือนี้ไปแล้ว จึงส่งคืนไม่ได้")


class TooLateToRecall(Conflict):
    code = "too_late_to_recall"
    message_th = N_("ดึงกลับไม่ได้แล้ว %(unit)s รับหนังสือไปก่อน")


class NothingToRecall(Conflict):
    code = "nothing_to_recall"
    message_th = N_("ไม่มีหน่วยใดที่ยังดึงกลับได้ ทุกหน่วยรับ ตอบ หรือส่งคืนแล้ว")


class DeliveryNotEnded(Conflict):
    """Nothing to settle or to lift: somebody did, or it never ended."""

    code = "delivery_not_ended"
    message_th = N_("การส่งนี้ไม่ได้ค้างอยู่ที่การไม่รับ ส่งคืน หรือดึงกลับ อาจมีผู้จัดการไปแล้ว")


class AlreadySentThere(Conflict):
    code = "already_sent_there"
    message_th = N_("หนังสือนี้ส่งถึง %(unit)s อยู่แล้ว")


class TooManyAtOnce(InvalidInput):
    code = "too_many_at_once"
    message_th = N_("เลือกได้ครั้งละไม่เกิน %(most)s ฉบับ")


class NothingToAskFor(Conflict):
    code = "nothing_to_ask_for"
    message_th = N_("ไม่มีหน่วยใดในที่เลือกที่ยังต้องตอบรับ ทุกหน่วยรับทราบ ส่งคืน หรือถูกดึงกลับแล้ว")


class LinkUnknown(NotFound):
    """Forged, mistyped, or of another installation: these look the same."""

    code = "link_unknown"
    message_th = N_("ไม่มีลิงก์ตามรหัสนี้ รหัสอาจพิมพ์ผิดหรือถูกปลอม โปรดเทียบกับใบปะหน้าทีละตัว")


class LinkUsed(NotFound):
    code = "link_used"
    message_th = N_("ลิงก์นี้ใช้ตอบรับไปแล้วเมื่อ %(when)s โดย %(post)s ลิงก์หนึ่งใช้ได้ครั้งเดียว")


class LinkReplaced(NotFound):
    code = "link_replaced"
    message_th = N_("ลิงก์นี้ถูกแทนด้วยลิงก์ใหม่เมื่อ %(when)s โปรดใช้ใบปะหน้าฉบับล่าสุด")


class LinkExpired(NotFound):
    code = "link_expired"
    message_th = N_("ลิงก์นี้หมดอายุเมื่อ %(when)s โปรดขอลิงก์ใหม่จากหน่วยที่ส่งหนังสือ")


class TooManyGuesses(Conflict):
    code = "too_many_guesses"
    message_th = N_("มีการกรอกรหัสผิดจากที่นี่หลายครั้งเกินไป โปรดรอ %(minutes)s นาทีแล้วลองใหม่")
