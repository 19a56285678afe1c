"""A form, a closing, a storage list or an export cannot be made."""

from saraban.errors.base import N_, Conflict, InvalidInput, NotFound


class NothingToPrint(InvalidInput):
    code = "nothing_to_print"
    message_th = N_("ช่วงที่เลือกไม่มีบรรทัดให้พิมพ์")


class NothingToClose(InvalidInput):
    code = "nothing_to_close"
    message_th = N_("วันที่ %(date_text)s ไม่มีบรรทัดในทะเบียนใด จึงไม่มีอะไรให้ปิด")


class RetentionTooShort(InvalidInput):
    code = "retention_too_short"
    message_th = N_("อายุการเก็บต้องไม่น้อยกว่า %(least)s ปีตามประเภทที่เลือก และไม่เกิน %(most)s ปี")


class AlreadyStored(Conflict):
    code = "already_stored"
    message_th = N_("หนังสือ %(number)s อยู่ในบัญชีส่งเก็บแล้ว")


class ExportSettled(Conflict):
    code = "export_settled"
    message_th = N_("งานพิมพ์นี้จบไปแล้ว")


class ClosingNotFound(NotFound):
    code = "closing_not_found"
    message_th = N_("ไม่มีการปิดทะเบียนด้วยรหัส %(code)s")


class StorageListNotFound(NotFound):
    code = "storage_list_not_found"
    message_th = N_("ไม่พบบัญชีส่งเก็บที่ขอ")


class ExportNotFound(NotFound):
    code = "export_not_found"
    message_th = N_("ไม่พบไฟล์ที่ขอ หรือพ้นเวลาที่แสดงไว้แล้ว")
