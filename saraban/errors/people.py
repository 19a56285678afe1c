"""Units, people and signing in."""

from saraban.errors.base import N_, Conflict, InvalidInput, NotFound, SarabanError


class PasswordTooWeak(InvalidInput):
    code = "password_too_weak"
    message_th = N_("รหัสผ่านสั้นเกินไป ใช้อย่างน้อย %(least)s ตัวอักษร")


class UnitClosed(Conflict):
    code = "unit_closed"
    message_th = N_("หน่วย %(unit)s ปิดไปแล้ว")


class SignInTaken(Conflict):
    code = "sign_in_taken"
    message_th = N_("มีผู้ใช้ชื่อเข้าระบบ “%(sign_in)s” อยู่แล้ว")


class UnitNotFound(NotFound):
    code = "unit_not_found"
    message_th = N_("ไม่พบหน่วยงานที่ขอ")


class PersonNotFound(NotFound):
    code = "person_not_found"
    message_th = N_("ไม่พบบุคคลที่ขอ")


class SignInFailed(SarabanError):
    code = "sign_in_failed"
    message_th = N_("ชื่อเข้าระบบหรือรหัสผ่านไม่ถูกต้อง")


class TooManySignIns(SignInFailed):
    code = "too_many_sign_ins"
    message_th = N_("ใส่รหัสผ่านผิดหลายครั้ง โปรดรอ %(minutes)s นาทีแล้วลองใหม่")


class WrongFirstRunCode(SignInFailed):
    code = "wrong_first_run_code"
    message_th = N_("รหัสเริ่มต้นไม่ถูกต้อง ดูรหัสที่หน้าจอของเครื่องที่เปิดระบบ")


class UnitAlreadyThere(Conflict):
    code = "unit_already_there"
    message_th = N_("มีหน่วย %(unit)s อยู่แล้ว")


class UnitHasOpenUnits(Conflict):
    code = "unit_has_open_units"
    message_th = N_("ปิดหน่วย %(unit)s ไม่ได้ ยังมีหน่วยในสังกัดที่เปิดอยู่ %(count)s หน่วย")


class MisplacedUnit(InvalidInput):
    code = "misplaced_unit"
    message_th = N_("ย้ายหน่วย %(unit)s ไปอยู่ใต้ตัวเองไม่ได้")


class DayBeforeLastChange(InvalidInput):
    code = "day_before_last_change"
    message_th = N_("วันที่มีผล (%(date_text)s) อยู่ก่อนการเปลี่ยนแปลงครั้งล่าสุด (%(last_text)s)")


class PostAlreadyHeld(Conflict):
    code = "post_already_held"
    message_th = N_("%(person)s ทำหน้าที่นี้ใน %(unit)s อยู่แล้ว")


class PostNotFound(NotFound):
    code = "post_not_found"
    message_th = N_("ไม่พบหน้าที่ที่ขอ")
