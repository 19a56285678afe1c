"""A report form cannot be built that way, or what was filled in does not fit it."""

from saraban.errors.base import N_, Conflict, InvalidInput, NotFound


class ReportFormNotFound(NotFound):
    code = "report_form_not_found"
    message_th = N_("ไม่พบแบบรายงานที่ขอ")


class ReportFormClosed(Conflict):
    code = "report_form_closed"
    message_th = N_("แบบรายงานนี้เลิกใช้แล้ว")


class ReportFormUnreadable(InvalidInput):
    """A definition that no builder of ours wrote."""

    code = "report_form_unreadable"
    message_th = N_("แบบรายงานนี้อ่านไม่ได้ ที่ “%(where)s”: %(reason)s")


class ReportFormChangedMeanwhile(Conflict):
    code = "report_form_changed_meanwhile"
    message_th = N_("%(who)s แก้แบบนี้ไปก่อนแล้ว ด้านล่างเป็นแบบล่าสุด โปรดดูแล้วแก้อีกครั้ง")


class ReportFormEmpty(InvalidInput):
    code = "report_form_empty"
    message_th = N_("แบบรายงานยังไม่มีช่องให้กรอก โปรดเพิ่มอย่างน้อยหนึ่งช่อง")


class NothingNewToPublish(Conflict):
    code = "nothing_new_to_publish"
    message_th = N_("แบบที่แก้ไว้เหมือนฉบับที่ %(version)s ที่ประกาศใช้แล้ว")


class TooManyFormFields(InvalidInput):
    code = "too_many_form_fields"
    message_th = N_("แบบหนึ่งมีได้ไม่เกิน %(most)s ช่อง")


class TooManyTableColumns(InvalidInput):
    code = "too_many_table_columns"
    message_th = N_("ตารางมีได้ ๑ ถึง %(most)s คอลัมน์")


class WrongOptions(InvalidInput):
    code = "wrong_options"
    message_th = N_("ใส่ตัวเลือก ๒ ถึง %(most)s ข้อ ไม่ซ้ำกัน")


class LeastAboveMost(InvalidInput):
    code = "least_above_most"
    message_th = N_("ค่าน้อยสุดมากกว่าค่ามากสุด")


class SettingOutOfRange(InvalidInput):
    code = "setting_out_of_range"
    message_th = N_("ตั้งได้ตั้งแต่ %(least)s ถึง %(most)s")


class UnreadableNumber(InvalidInput):
    code = "unreadable_number"
    message_th = N_("อ่านจำนวน “%(text)s” ไม่ออก ตัวอย่าง ๑,๒๕๐ หรือ 1250")


class NumberNotWhole(InvalidInput):
    code = "number_not_whole"
    message_th = N_("โปรดกรอกเป็นจำนวนเต็ม")


class TooManyDecimals(InvalidInput):
    code = "too_many_decimals"
    message_th = N_("ทศนิยมได้ไม่เกิน %(most)s ตำแหน่ง")


class NumberTooSmall(InvalidInput):
    code = "number_too_small"
    message_th = N_("ต้องไม่น้อยกว่า %(least)s")


class NumberTooLarge(InvalidInput):
    code = "number_too_large"
    message_th = N_("ต้องไม่เกิน %(most)s")


class UnknownChoice(InvalidInput):
    code = "unknown_choice"
    message_th = N_("โปรดเลือกจากตัวเลือกที่มี")


class DayTooEarly(InvalidInput):
    code = "day_too_early"
    message_th = N_("ต้องไม่ก่อนวันที่ %(least_text)s")


class DayTooLate(InvalidInput):
    code = "day_too_late"
    message_th = N_("ต้องไม่หลังวันที่ %(most_text)s")


class TooManyTableRows(InvalidInput):
    code = "too_many_table_rows"
    message_th = N_("ตารางนี้กรอกได้ไม่เกิน %(most)s แถว")


class TooFewPieces(InvalidInput):
    code = "too_few_pieces"
    message_th = N_("ต้องแนบอย่างน้อย %(least)s ไฟล์ แนบแล้ว %(count)s")


class TooManyPieces(InvalidInput):
    code = "too_many_pieces"
    message_th = N_("แนบได้ไม่เกิน %(most)s ไฟล์ แนบไว้ %(count)s")


class ReportDraftChangedMeanwhile(Conflict):
    """Two of one unit fill in one report: who saves second is told, and keeps their own text."""

    code = "report_draft_changed_meanwhile"
    message_th = N_("%(who)s บันทึกร่างนี้ไปก่อนแล้ว ข้อความของคุณยังอยู่ในหน้านี้ บันทึกอีกครั้งเพื่อใช้ของคุณ")


class ReportDraftUsed(Conflict):
    """The draft was sent as an answer while somebody else still filled it in."""

    code = "report_draft_used"
    message_th = N_("%(who)s ส่งคำตอบของหน่วยไปแล้ว ข้อความของคุณยังอยู่ในหน้านี้ บันทึกอีกครั้งถ้าจะส่งฉบับต่อไป")


class ReportDraftTooLong(InvalidInput):
    code = "report_draft_too_long"
    message_th = N_("ร่างนี้ยาวเกินกว่าที่บันทึกได้")
