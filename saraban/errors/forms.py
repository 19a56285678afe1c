"""What was typed into a field cannot be used as it stands."""

from saraban.errors.base import N_, InvalidInput, SarabanError


class MissingField(InvalidInput):
    code = "missing_field"
    message_th = N_("โปรดกรอกช่องนี้")


class TextTooLong(InvalidInput):
    code = "text_too_long"
    message_th = N_("ยาวเกินไป (กรอกได้ไม่เกิน %(most)s ตัวอักษร)")


class UnreadableDate(InvalidInput):
    code = "unreadable_date"
    message_th = N_("อ่านวันที่ “%(text)s” ไม่ออก ตัวอย่าง ๑๖ มิ.ย. ๒๕๖๕ หรือ 16/6/2565")


class ImpossibleDate(InvalidInput):
    code = "impossible_date"
    message_th = N_("ไม่มีวันที่ “%(text)s” ในปฏิทิน")


class UnreadableTime(InvalidInput):
    code = "unreadable_time"
    message_th = N_("อ่านเวลา “%(text)s” ไม่ออก ตัวอย่าง ๑๓.๓๐")


class FutureDate(InvalidInput):
    code = "future_date"
    message_th = N_("วันที่ %(date_text)s ยังมาไม่ถึง")


class DateBeforeLetter(InvalidInput):
    code = "date_before_letter"
    message_th = N_("วันรับ (%(date_text)s) อยู่ก่อนวันที่ของหนังสือ (%(letter_date_text)s)")


class TooManyRows(InvalidInput):
    code = "too_many_rows"
    message_th = N_("ลงรับพร้อมกันได้ครั้งละไม่เกิน %(most)s ฉบับ")


class SameAsRow(InvalidInput):
    """Two rows of one pile are the same letter."""

    code = "same_as_row"
    message_th = N_("เลขที่และวันที่เดียวกับแถว %(row)s")


class BatchRefused(InvalidInput):
    """Of a pile that gets its numbers together; refusals holds what is wrong with which row."""

    code = "batch_refused"
    message_th = N_("ยังไม่ได้ลงรับฉบับใดเลย มี %(count)s แถวที่ต้องแก้ก่อน")

    def __init__(self, refusals: dict[int, SarabanError]) -> None:
        self.refusals = dict(sorted(refusals.items()))
        super().__init__(count=len(refusals))


class TooManyLines(InvalidInput):
    code = "too_many_lines"
    message_th = N_("มี %(count)s บรรทัด พิมพ์ครั้งละไม่เกิน %(most)s บรรทัด โปรดแบ่งเป็นช่วงวันที่สั้นลง")


class DaysReversed(InvalidInput):
    code = "days_reversed"
    message_th = N_("วันสุดท้ายอยู่ก่อนวันแรก")


class ImportRefused(InvalidInput):
    code = "import_refused"
    message_th = N_("นำเข้าไม่ได้: บรรทัด %(line)s %(reason)s")


class UnreadableAddress(InvalidInput):
    code = "unreadable_address"
    message_th = N_("“%(text)s” ไม่ใช่ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์")


class UnreadableSignIn(InvalidInput):
    code = "unreadable_sign_in"
    message_th = N_("ชื่อเข้าระบบใช้ได้เฉพาะ a-z 0-9 จุด ขีด รวม ๓ ถึง ๖๐ ตัว ขึ้นต้นด้วยตัวอักษรหรือตัวเลข")
