"""Units cannot be reminded, or a mail is not where it was."""

from saraban.errors.base import N_, Conflict, InvalidInput, NotFound


class NothingToChase(InvalidInput):
    code = "nothing_to_chase"
    message_th = N_("หน่วยของคุณยังไม่ได้ส่งเรื่องนี้ต่อให้หน่วยใด จึงไม่มีสายให้เตือน")


class NobodyToChase(InvalidInput):
    code = "nobody_to_chase"
    message_th = N_("ไม่มีหน่วยที่ต้องเตือนตามที่เลือก")


class UnitsChangedMeanwhile(Conflict):
    code = "units_changed_meanwhile"
    message_th = N_("จำนวนหน่วยที่จะเตือนเปลี่ยนเป็น %(count)s จากที่เห็น %(seen)s โปรดดูอีกครั้งแล้วกดเตือน")


class DossierTooLarge(InvalidInput):
    code = "dossier_too_large"
    message_th = N_(
        "สายนี้มี %(count)s หน่วย สำนวนทำได้ครั้งละไม่เกิน %(most)s หน่วย โปรดขอจากหนังสือของสายย่อย"
    )


class MailSettled(Conflict):
    code = "mail_settled"
    message_th = N_("จดหมายนี้เปลี่ยนสถานะไปแล้ว โปรดดูอีกครั้ง")


class ChaseNotFound(NotFound):
    code = "chase_not_found"
    message_th = N_("ไม่พบการเตือนที่ขอ")


class MailNotFound(NotFound):
    code = "mail_not_found"
    message_th = N_("ไม่พบจดหมายที่ขอ")
