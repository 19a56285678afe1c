"""The installation itself: its database, its ledger, its demo."""

from saraban.errors.base import N_, Conflict, SarabanError


class AlreadySetUp(Conflict):
    code = "already_set_up"
    message_th = N_("สำนักงานนี้มีผู้ดูแลระบบแล้ว")


class LedgerConflict(Conflict):
    code = "busy"
    message_th = N_("มีผู้ใช้อื่นกำลังบันทึกอยู่ โปรดลองอีกครั้ง")


class DatabaseUnusable(SarabanError):
    code = "database_unusable"
    message_th = N_("เปิดฐานข้อมูลไม่ได้: %(reason)s")


class DemoRefused(SarabanError):
    code = "demo_refused"
    message_th = N_("โฟลเดอร์ข้อมูลนี้มีสำนักงานจริงอยู่แล้ว จึงไม่ใส่ข้อมูลสาธิต")
