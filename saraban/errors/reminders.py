"""Alarms of a duty that cannot be kept, or a calendar that opens nothing."""

from saraban.errors.base import N_, InvalidInput, NotFound


class AlarmsUnreadable(InvalidInput):
    code = "alarms_unreadable"
    message_th = N_(
        "วันเตือนต้องเป็นเลขจำนวนเต็ม ไม่เกิน ๖๐ วันทำการ ไม่เกิน ๘ ครั้ง และการแจ้งหน่วยเหนือต้องอยู่หลังวันครบกำหนด"
    )


class CalendarNotFound(NotFound):
    code = "calendar_not_found"
    message_th = N_("ลิงก์ปฏิทินนี้ใช้ไม่ได้ อาจถูกยกเลิกหรือเปลี่ยนแล้ว")
