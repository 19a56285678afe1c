"""A file cannot be taken, read, stamped or kept."""

from saraban.errors.base import N_, InvalidInput, NotFound, SarabanError


class FileTooLarge(InvalidInput):
    code = "file_too_large"
    message_th = N_("ไฟล์ใหญ่เกินไป (รับได้ไม่เกิน %(most_mib)s เมกะไบต์)")


class FileKindRefused(InvalidInput):
    code = "file_kind_refused"
    message_th = N_("ไฟล์ “%(name)s” ไม่ใช่ชนิดที่ชื่อไฟล์บอก หรือเป็นชนิดที่ไม่รับ")


class EmptyFile(InvalidInput):
    code = "empty_file"
    message_th = N_("ไฟล์ “%(name)s” ว่างเปล่า")


class PdfDamaged(InvalidInput):
    code = "pdf_damaged"
    message_th = N_("เปิดไฟล์ “%(name)s” ไม่ได้ ไฟล์ PDF เสียหายหรือไม่สมบูรณ์")


class PdfLocked(InvalidInput):
    code = "pdf_locked"
    message_th = N_("ไฟล์ “%(name)s” มีรหัสผ่าน โปรดขอไฟล์ที่ไม่ล็อกจากผู้ส่ง")


class TooManyPages(InvalidInput):
    code = "too_many_pages"
    message_th = N_("ไฟล์ “%(name)s” มี %(pages)s หน้า อ่านได้ไม่เกิน %(most)s หน้า")


class TooMuchText(InvalidInput):
    code = "too_much_text"
    message_th = N_("ไฟล์ “%(name)s” มีข้อความมากผิดปกติ จึงไม่อ่านต่อ ต้นฉบับยังอยู่ครบ")


class PictureDamaged(InvalidInput):
    code = "picture_damaged"
    message_th = N_("เปิดภาพ “%(name)s” ไม่ได้ ไฟล์ภาพเสียหายหรือไม่สมบูรณ์")


class PictureTooLarge(InvalidInput):
    code = "picture_too_large"
    message_th = N_(
        "ภาพ “%(name)s” มีขนาด %(megapixels)s ล้านจุด ใหญ่เกินกว่าจะเปิดได้ (ไม่เกิน %(most)s ล้านจุด)"
    )


class PageNotDrawn(InvalidInput):
    code = "page_not_drawn"
    message_th = N_("เปิดภาพหน้า %(page)s ไม่ได้ ภาพในหน้านั้นเสียหายหรือใหญ่เกินไป")


class ReadingTooSlow(SarabanError):
    code = "reading_too_slow"
    message_th = N_("อ่านไฟล์ “%(name)s” ไม่เสร็จใน %(seconds)s วินาที จึงหยุดไว้ ต้นฉบับยังอยู่ครบ")


class PageTooSlow(SarabanError):
    code = "page_too_slow"
    message_th = N_("อ่านภาพหน้า %(page)s ไม่เสร็จใน %(seconds)s วินาที จึงหยุดไว้ ต้นฉบับยังอยู่ครบ")


class OcrMissing(SarabanError):
    code = "ocr_missing"
    message_th = N_("เครื่องนี้ยังไม่มีโปรแกรมอ่านภาพ tesseract หรือภาษา %(languages)s โปรดแจ้งผู้ดูแลระบบ")


class LettersWithoutShape(InvalidInput):
    code = "letters_without_shape"
    message_th = N_("แบบอักษรของหนังสือไม่มีตัว %(characters)s โปรดลบหรือพิมพ์ใหม่")


class TableTooLarge(InvalidInput):
    code = "table_too_large"
    message_th = N_("ตารางใหญ่เกินไป (ไม่เกิน %(most)s ช่อง) โปรดแนบเป็นสิ่งที่ส่งมาด้วย")


class EmblemUnusable(InvalidInput):
    code = "emblem_unusable"
    message_th = N_("ใช้ภาพนี้เป็นตราไม่ได้: %(reason)s")


class StorageFull(SarabanError):
    """No room for a file: what was begun is not kept, what stood before stands."""

    code = "storage_full"
    message_th = N_("ที่เก็บไฟล์ของเครื่องเต็ม จึงยังไม่ได้จัดทำหรือเก็บอะไร โปรดแจ้งผู้ดูแลระบบแล้วลองใหม่")


class FileWithheld(NotFound):
    """A file that holds a letter registered as secret: its registrar keeps it, not this system."""

    code = "file_withheld"
    message_th = N_("ไฟล์นี้มีหนังสือที่มีชั้นความลับ ระบบจึงไม่เปิดให้อ่าน")


class FileDamaged(SarabanError):
    """Stored bytes do not match their digest any more."""

    code = "file_damaged"
    message_th = N_("ไฟล์ที่เก็บไว้เสียหาย (รหัส %(sha256)s)")


class NoRoomLeft(SarabanError):
    """The disk is full. `reason` is the system's own word, for the log."""

    code = "no_room_left"
    message_th = N_("พื้นที่เก็บข้อมูลของเครื่องแม่ข่ายเต็ม จึงทำรายการนี้ไม่ได้ โปรดแจ้งผู้ดูแลระบบ")


class AnswersMissing(NotFound):
    """A folder of letters to score without their answers; where says which it lacks."""

    code = "answers_missing"
    message_th = N_("ไม่พบคำตอบของหนังสือที่จะให้คะแนน: %(where)s")
