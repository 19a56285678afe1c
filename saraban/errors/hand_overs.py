"""What cannot be handed over as asked."""

from saraban.errors.base import N_, Conflict, InvalidInput, NotFound


class NothingToHandOver(InvalidInput):
    code = "nothing_to_hand_over"
    message_th = N_("โปรดเลือกอย่างน้อยหนึ่งเรื่องที่จะส่งมอบ")


class HeldByAnother(Conflict):
    """Somebody handed it over meanwhile, or it is done."""

    code = "held_by_another"
    message_th = N_("มีผู้ส่งมอบหรือทำเรื่องในรายการนี้ไปแล้ว โปรดดูรายการใหม่ก่อนส่งมอบ")


class OrderNeedsPerson(InvalidInput):
    code = "order_needs_person"
    message_th = N_("หนังสือที่สั่งการแล้วต้องมอบให้บุคคล ตำแหน่งนี้ยังไม่มีผู้ดำรงตำแหน่ง")


class ReceiverComesLater(InvalidInput):
    code = "receiver_comes_later"
    message_th = N_("ผู้รับมอบยังไม่ดำรงตำแหน่งในวันนั้น โปรดใช้วันที่เริ่มดำรงตำแหน่งหรือหลังจากนั้น")


class HandedToItself(InvalidInput):
    code = "handed_to_itself"
    message_th = N_("ผู้รับมอบเป็นผู้รับผิดชอบอยู่แล้ว")


class HandOverNotFound(NotFound):
    code = "hand_over_not_found"
    message_th = N_("ไม่พบบัญชีส่งมอบงานนี้")
