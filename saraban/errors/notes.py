"""A note, an order or an acting person does not stand."""

from saraban.errors.base import N_, Conflict, NotFound, Refused


class EndorsedMeanwhile(Conflict):
    """Somebody wrote on the letter after the page was opened: to be read before deciding."""

    code = "endorsed_meanwhile"
    message_th = N_("มีผู้เกษียณหรือสั่งการเพิ่มหลังจากเปิดหน้านี้ โปรดอ่านก่อนแล้วจึงสั่งการ")


class AlreadyWithdrawn(Conflict):
    code = "already_withdrawn"
    message_th = N_("ข้อความนี้ถูกถอนไปแล้ว")


class AlreadyFinished(Conflict):
    code = "already_finished"
    message_th = N_("คำสั่งนี้รายงานว่าดำเนินการแล้วเมื่อ %(when)s")


class TooManyUsualOrders(Conflict):
    code = "too_many_usual_orders"
    message_th = N_("มีคำสั่งประจำได้ไม่เกิน %(most)s ข้อ โปรดลบข้อที่ไม่ใช้ก่อน")


class ActingOverlaps(Conflict):
    code = "acting_overlaps"
    message_th = N_("%(person)s ทำหน้าที่แทนตำแหน่งนี้อยู่แล้วในช่วงวันที่ซ้อนกัน")


class ActingOver(Refused):
    """Nothing is done in another's name before the first day or after the last."""

    code = "acting_over"
    message_th = N_("วันนี้อยู่นอกช่วงวันที่ให้%(manner)s %(post)s")


class EndorsementNotFound(NotFound):
    code = "endorsement_not_found"
    message_th = N_("ไม่พบข้อความเกษียณที่ขอ")


class OrderNotFound(NotFound):
    code = "order_not_found"
    message_th = N_("ไม่พบคำสั่งที่ขอ หรือถูกแก้ไขไปแล้ว")


class ActingNotFound(NotFound):
    code = "acting_not_found"
    message_th = N_("ไม่พบการรักษาราชการแทนที่ขอ")
