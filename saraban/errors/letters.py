"""A letter cannot be received, sent, passed on, answered or shown."""

from saraban.errors.base import N_, Conflict, InvalidInput, NotFound


class UnreadablePhrase(InvalidInput):
    code = "unreadable_phrase"
    message_th = N_("ไม่เข้าใจคำขึ้นต้น “%(text)s” โปรดเลือกหน่วยผู้รับทีละหน่วย")


class ListNeeded(InvalidInput):
    code = "list_needed"
    message_th = N_("คำขึ้นต้นให้ดูบัญชีแนบ โปรดนำเข้าบัญชีหรือเลือกบัญชีที่นำเข้าไว้")


class GroupNameTaken(Conflict):
    code = "group_name_taken"
    message_th = N_("มีกลุ่มชื่อ “%(name)s” อยู่แล้ว")


class GroupNotFound(NotFound):
    code = "group_not_found"
    message_th = N_("ไม่พบกลุ่มหน่วยงานที่ขอ")


class EmptyGroup(InvalidInput):
    code = "empty_group"
    message_th = N_("กลุ่มต้องมีคำขึ้นต้นหรือหน่วยอย่างน้อยหนึ่งหน่วย")


class UnreadableList(InvalidInput):
    code = "unreadable_list"
    message_th = N_("อ่านไฟล์บัญชี “%(name)s” ไม่ได้ ใช้ไฟล์ XLSX หรือ CSV ที่มีหัวคอลัมน์ในแถวแรก")


class ListTooLong(InvalidInput):
    code = "list_too_long"
    message_th = N_("บัญชีมีเกิน %(most)s แถว")


class NoAddressees(InvalidInput):
    code = "no_addressees"
    message_th = N_("ยังไม่มีหน่วยผู้รับ")


class SecretContentRefused(InvalidInput):
    code = "secret_content_refused"
    message_th = N_(
        "หนังสือชั้นความลับลงทะเบียนได้เฉพาะบรรทัด ไม่เก็บเรื่องหรือไฟล์ ให้นายทะเบียนข้อมูลข่าวสารลับเก็บต้นฉบับ"
    )


class TopSecretRefused(InvalidInput):
    code = "top_secret_refused"
    message_th = N_("หนังสือชั้นลับที่สุดห้ามผ่านระบบสารบรรณอิเล็กทรอนิกส์")


class AlreadyReceived(Conflict):
    code = "already_received"
    message_th = N_("หน่วยนี้ลงรับหนังสือฉบับนี้แล้ว เลข %(number)s")


class AlreadyAcknowledged(Conflict):
    code = "already_acknowledged"
    message_th = N_("รับทราบไปแล้วเมื่อ %(when)s")


class AlreadyReissued(Conflict):
    code = "already_reissued"
    message_th = N_("หน่วยนี้เวียนต่อเรื่องนี้ไปแล้ว เลข %(number)s")


class NotYetReceived(Conflict):
    """Notes stand on a receipt; without a number there is nothing to write them on."""

    code = "not_yet_received"
    message_th = N_("หน่วยนี้ยังไม่ได้ลงรับหนังสือฉบับนี้ โปรดลงรับก่อนแล้วจึงเกษียณ")


class OwnLetterConveyed(Conflict):
    code = "own_letter_conveyed"
    message_th = N_("หนังสือนี้หน่วยของคุณออกเอง จึงไม่มีอะไรให้เวียนต่อ")


class CircularComesBack(Conflict):
    """A unit passes on what conveys its own letter: the cascade would run in a circle."""

    code = "circular_comes_back"
    message_th = N_(
        "หนังสือนี้นำส่งหนังสือ %(number)s ของหน่วยคุณเอง เวียนต่อจะวนเป็นวง"
        " ถ้าจะแจ้งเรื่องใหม่ ให้ออกหนังสือใหม่แล้วอ้างถึงฉบับนี้"
    )


class CitationMakesLoop(Conflict):
    code = "citation_makes_loop"
    message_th = N_("หนังสือฉบับนั้นนำส่งฉบับนี้อยู่แล้ว สองฉบับจะเป็นสิ่งที่ส่งมาด้วยของกันและกันไม่ได้")


class LaterThanParent(InvalidInput):
    """A point is due after the one above that it stands for, and says no reason."""

    code = "later_than_parent"
    message_th = N_(
        "ข้อ %(point)s กำหนดช้ากว่าข้อ %(above)s ของต้นเรื่อง %(days)s วัน โปรดบอกเหตุ หรือเลื่อนวันให้เร็วขึ้น"
    )


class RelayAlreadySettled(Conflict):
    """Somebody of the unit was quicker: passed it on, excused it, or took it on."""

    code = "relay_already_settled"
    message_th = N_("การแจ้งต่อเรื่องนี้มีผู้ดำเนินการไปแล้ว โปรดเปิดหน้าหนังสือดูอีกครั้ง")


class ToldLetterNotFound(InvalidInput):
    code = "told_letter_not_found"
    message_th = N_("ไม่พบหนังสือเลข %(number)s ที่หน่วยนี้ออก")


class ParentIsNoChoice(Conflict):
    """The citation names the letter that this one conveys: the thread is not cut by a citation."""

    code = "parent_is_no_choice"
    message_th = N_("หนังสือที่อ้างคือต้นเรื่องที่ฉบับนี้นำส่ง จึงถอนการอ้างถึงไม่ได้")


class AlreadyDispatched(Conflict):
    code = "already_dispatched"
    message_th = N_("หนังสือนี้ส่งออกไปแล้ว")


class DraftFrozen(Conflict):
    code = "draft_frozen"
    message_th = N_("ร่างนี้ออกเลขเป็น %(number)s แล้ว แก้ไม่ได้")


class DraftChangedMeanwhile(Conflict):
    code = "draft_changed_meanwhile"
    message_th = N_(
        "%(who)s บันทึกฉบับที่ %(version)s ไปก่อนแล้ว ที่พิมพ์ไว้ยังอยู่ครบ โปรดดูส่วนที่ต่างกัน แล้วบันทึกอีกครั้งเป็นฉบับใหม่"
    )


class StepNotNow(Conflict):
    code = "step_not_now"
    message_th = N_("ทำขั้นนี้ไม่ได้เพราะร่างอยู่ในสถานะ “%(state)s”")


class LetterNotFound(NotFound):
    code = "letter_not_found"
    message_th = N_("ไม่พบหนังสือที่ขอ")


class DraftNotFound(NotFound):
    code = "draft_not_found"
    message_th = N_("ไม่พบร่างหนังสือนี้")
