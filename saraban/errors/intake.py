"""A file in the queue, or what was read of it, is not in the state that is asked for."""

from saraban.errors.base import N_, Conflict, NotFound


class FieldNotConfirmed(Conflict):
    """A figure that the machine is not sure of is filed only after somebody looked at it."""

    code = "field_not_confirmed"
    message_th = N_("โปรดตรวจ “%(label)s” เทียบกับภาพก่อนลงรับ")


class AlreadySettled(Conflict):
    code = "already_settled"
    message_th = N_("หนังสือฉบับนี้ในไฟล์มีผู้ดำเนินการไปแล้ว")


class NotYetRead(Conflict):
    code = "not_yet_read"
    message_th = N_("ไฟล์นี้ยังอ่านไม่เสร็จ")


class NothingToRetry(Conflict):
    code = "nothing_to_retry"
    message_th = N_("ไฟล์นี้ไม่ได้ค้างอยู่ จึงไม่มีอะไรให้อ่านใหม่")


class FolderAlreadyWatched(Conflict):
    code = "folder_already_watched"
    message_th = N_("เฝ้าโฟลเดอร์ %(path)s อยู่แล้ว")


class LeaseLost(Conflict):
    """Another worker took the file over: what this one read does not count any more."""

    code = "lease_lost"
    message_th = N_("ตัวอ่านอื่นรับไฟล์นี้ไปแล้ว")


class IntakeNotFound(NotFound):
    code = "intake_not_found"
    message_th = N_("ไม่พบไฟล์ที่ขอ")
