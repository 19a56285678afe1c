"""Every expected refusal: a code for machines, Thai words for people, the facts as attributes.

`message_th` is a template with %(name)s places filled from the facts, so that the catalogue
of another language can translate it. Doors turn a family into their own kind of answer once.
"""

from typing import Any, ClassVar


def N_(message: str) -> str:  # noqa: N802 - the gettext habit: marks a text for the catalogues
    """Mark a message for translation without translating it yet."""
    return message


class SarabanError(Exception):
    """Base of all expected refusals. `field` names the form field to stand beside, or None."""

    code: ClassVar[str] = "refused"
    message_th: ClassVar[str] = N_("ทำรายการนี้ไม่ได้")
    field: str | None = None

    def __init__(self, *, field: str | None = None, **facts: Any) -> None:
        self.facts = facts
        for name, value in facts.items():
            setattr(self, name, value)
        if field is not None:
            self.field = field
        super().__init__(self.message_th % facts)

    @property
    def text_th(self) -> str:
        """The message in Thai with its facts filled in."""
        return self.message_th % self.facts


class InvalidInput(SarabanError):
    """What was typed cannot be used as it stands."""

    code = "invalid_input"
    message_th = N_("ข้อมูลที่กรอกใช้ไม่ได้")


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


class UnreadableLetterNumber(InvalidInput):
    code = "unreadable_letter_number"
    message_th = N_("อ่านเลขที่หนังสือ “%(text)s” ไม่ออก ตัวอย่าง มท ๐๘๐๑.๔/ว ๑๖๕๘")


class UnreadablePhrase(InvalidInput):
    code = "unreadable_phrase"
    message_th = N_("ไม่เข้าใจคำขึ้นต้น “%(text)s” โปรดเลือกหน่วยผู้รับทีละหน่วย")


class NoAddressees(InvalidInput):
    code = "no_addressees"
    message_th = N_("ยังไม่มีหน่วยผู้รับ")


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


class SecretContentRefused(InvalidInput):
    code = "secret_content_refused"
    message_th = N_(
        "หนังสือชั้นความลับลงทะเบียนได้เฉพาะบรรทัด ไม่เก็บเรื่องหรือไฟล์ ให้นายทะเบียนข้อมูลข่าวสารลับเก็บต้นฉบับ"
    )


class TopSecretRefused(InvalidInput):
    code = "top_secret_refused"
    message_th = N_("หนังสือชั้นลับที่สุดห้ามผ่านระบบสารบรรณอิเล็กทรอนิกส์")


class PasswordTooWeak(InvalidInput):
    code = "password_too_weak"
    message_th = N_("รหัสผ่านสั้นเกินไป ใช้อย่างน้อย %(least)s ตัวอักษร")


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


class Conflict(SarabanError):
    """The facts as they stand forbid it."""

    code = "conflict"
    message_th = N_("ขัดกับข้อมูลที่มีอยู่")


class NumberTaken(Conflict):
    code = "number_taken"
    message_th = N_("เลข %(number)s ใช้ไปแล้วในทะเบียนนี้")


class NumberAlreadyVoid(Conflict):
    code = "number_already_void"
    message_th = N_("เลข %(number)s ยกเลิกไปแล้ว")


class BookAlreadyOpen(Conflict):
    code = "book_already_open"
    message_th = N_("ทะเบียนปีนี้เปิดไปแล้ว")


class BookNotFound(InvalidInput):
    """No such book here, or it numbers something else, or it was closed."""

    code = "book_not_found"
    message_th = N_("ไม่มีทะเบียนเล่มนี้ หรือเล่มนี้ไม่ได้ใช้กับหนังสือแบบนี้")


class YearClosed(InvalidInput):
    code = "year_closed"
    message_th = N_("ทะเบียนปี พ.ศ. %(be_year)s ปิดแล้ว ออกเลขได้ถึง %(last_day_text)s")


class BackDated(InvalidInput):
    """A letter of an earlier day fits only a number that was reserved on that very day."""

    code = "back_dated"
    message_th = N_("ลงวันที่ย้อนหลัง (%(date_text)s) ได้เฉพาะในเลขที่จองไว้ในวันนั้น")


class NotReserved(InvalidInput):
    code = "not_reserved"
    message_th = N_("ไม่พบเลขที่จองไว้นี้ หรือมีผู้ใช้หรือยกเลิกไปแล้ว")


class ReservedInOtherBook(InvalidInput):
    code = "reserved_in_other_book"
    message_th = N_("เลข %(number)s จองไว้ในทะเบียนเล่มอื่น จึงใช้กับหนังสือนี้ไม่ได้")


class ReservedInOtherYear(InvalidInput):
    code = "reserved_in_other_year"
    message_th = N_("เลข %(number)s เป็นของปี พ.ศ. %(be_year)s จึงใช้กับหนังสือที่ลงวันที่ปีอื่นไม่ได้")


class TooManyNumbers(InvalidInput):
    code = "too_many_numbers"
    message_th = N_("ทำได้ครั้งละ ๑ ถึง %(most)s เลข")


class ExpiryInPast(InvalidInput):
    code = "expiry_in_past"
    message_th = N_("วันสิ้นสุดการจอง (%(date_text)s) ผ่านไปแล้ว")


class NumberBeforeBook(InvalidInput):
    code = "number_before_book"
    message_th = N_("เลข %(number)s อยู่ก่อนเลขแรกของทะเบียนเล่มนี้ (%(first)s)")


class NumberTooFarAhead(InvalidInput):
    code = "number_too_far_ahead"
    message_th = N_("เลข %(number)s ห่างจากเลขถัดไปของทะเบียน (%(next)s) มากเกินไป โปรดตรวจอีกครั้ง")


class NotAHole(InvalidInput):
    code = "not_a_hole"
    message_th = N_("ช่วงเลขนี้ไม่ได้ขาดอยู่ในทะเบียน")


class LetterNumberTaken(Conflict):
    """Two books of one unit came to the same printed number."""

    code = "letter_number_taken"
    message_th = N_("มีหนังสือเลขที่ %(number)s ในปีนี้แล้ว เลขเดียวกันออกสองครั้งไม่ได้")


class NumberIsCited(Conflict):
    """Voiding is still possible, by somebody who was told which letters name it."""

    code = "number_is_cited"
    message_th = N_("มีหนังสืออ้างถึงเลขนี้อยู่: %(letters)s ถ้ายังจะยกเลิก ให้ทำเครื่องหมายว่ารับทราบแล้ว")


class BookHasReservations(Conflict):
    code = "book_has_reservations"
    message_th = N_("ปิดทะเบียนไม่ได้ ยังมีเลขที่จองไว้ %(count)s เลข")


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


class EndorsedMeanwhile(Conflict):
    """Somebody wrote on the letter after the page was opened: to be read before deciding."""

    code = "endorsed_meanwhile"
    message_th = N_("มีผู้เกษียณหรือสั่งการเพิ่มหลังจากเปิดหน้านี้ โปรดอ่านก่อนแล้วจึงสั่งการ")


class AlreadyWithdrawn(Conflict):
    code = "already_withdrawn"
    message_th = N_("ข้อความนี้ถูกถอนไปแล้ว")


class AlreadyFinished(Conflict):
    code = "already_finished"
    message_th = N_("คำสั่งนี้รายงานว่าดำเนินการแล้วเมื่อ %(when)s")


class TooManyUsualOrders(Conflict):
    code = "too_many_usual_orders"
    message_th = N_("มีคำสั่งประจำได้ไม่เกิน %(most)s ข้อ โปรดลบข้อที่ไม่ใช้ก่อน")


class ActingOverlaps(Conflict):
    code = "acting_overlaps"
    message_th = N_("%(person)s ทำหน้าที่แทนตำแหน่งนี้อยู่แล้วในช่วงวันที่ซ้อนกัน")


class OwnLetterConveyed(Conflict):
    code = "own_letter_conveyed"
    message_th = N_("หนังสือนี้หน่วยของคุณออกเอง จึงไม่มีอะไรให้เวียนต่อ")


class AlreadyDispatched(Conflict):
    code = "already_dispatched"
    message_th = N_("หนังสือนี้ส่งออกไปแล้ว")


class UnitClosed(Conflict):
    code = "unit_closed"
    message_th = N_("หน่วย %(unit)s ปิดไปแล้ว")


class SignInTaken(Conflict):
    code = "sign_in_taken"
    message_th = N_("มีผู้ใช้ชื่อเข้าระบบ “%(sign_in)s” อยู่แล้ว")


class AlreadySetUp(Conflict):
    code = "already_set_up"
    message_th = N_("สำนักงานนี้มีผู้ดูแลระบบแล้ว")


class LedgerConflict(Conflict):
    code = "busy"
    message_th = N_("มีผู้ใช้อื่นกำลังบันทึกอยู่ โปรดลองอีกครั้ง")


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


class TooManyLines(InvalidInput):
    code = "too_many_lines"
    message_th = N_("มี %(count)s บรรทัด พิมพ์ครั้งละไม่เกิน %(most)s บรรทัด โปรดแบ่งเป็นช่วงวันที่สั้นลง")


class NothingToPrint(InvalidInput):
    code = "nothing_to_print"
    message_th = N_("ช่วงที่เลือกไม่มีบรรทัดให้พิมพ์")


class NothingToClose(InvalidInput):
    code = "nothing_to_close"
    message_th = N_("วันที่ %(date_text)s ไม่มีบรรทัดในทะเบียนใด จึงไม่มีอะไรให้ปิด")


class RetentionTooShort(InvalidInput):
    code = "retention_too_short"
    message_th = N_("อายุการเก็บต้องไม่น้อยกว่า %(least)s ปีตามประเภทที่เลือก และไม่เกิน %(most)s ปี")


class DaysReversed(InvalidInput):
    code = "days_reversed"
    message_th = N_("วันสุดท้ายอยู่ก่อนวันแรก")


class AlreadyStored(Conflict):
    code = "already_stored"
    message_th = N_("หนังสือ %(number)s อยู่ในบัญชีส่งเก็บแล้ว")


class ExportSettled(Conflict):
    code = "export_settled"
    message_th = N_("งานพิมพ์นี้จบไปแล้ว")


class StorageFull(SarabanError):
    """No room for a file: what was begun is not kept, what stood before stands."""

    code = "storage_full"
    message_th = N_("ที่เก็บไฟล์ของเครื่องเต็ม จึงยังไม่ได้จัดทำหรือเก็บอะไร โปรดแจ้งผู้ดูแลระบบแล้วลองใหม่")


class LeaseLost(Conflict):
    """Another worker took the file over: what this one read does not count any more."""

    code = "lease_lost"
    message_th = N_("ตัวอ่านอื่นรับไฟล์นี้ไปแล้ว")


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


class Refused(SarabanError):
    """The actor may not. The message says who may."""

    code = "not_permitted"
    message_th = N_("คุณไม่มีสิทธิทำรายการนี้ ผู้ที่ทำได้คือ %(who_may)s")


class ActingOver(Refused):
    """Nothing is done in another's name before the first day or after the last."""

    code = "acting_over"
    message_th = N_("วันนี้อยู่นอกช่วงวันที่ให้%(manner)s %(post)s")


class NotFound(SarabanError):
    """Unseen and non-existent look the same."""

    code = "not_found"
    message_th = N_("ไม่พบสิ่งที่ขอ")


class LetterNotFound(NotFound):
    code = "letter_not_found"
    message_th = N_("ไม่พบหนังสือที่ขอ")


class IntakeNotFound(NotFound):
    code = "intake_not_found"
    message_th = N_("ไม่พบไฟล์ที่ขอ")


class FileWithheld(NotFound):
    """A file that holds a letter registered as secret: its registrar keeps it, not this system."""

    code = "file_withheld"
    message_th = N_("ไฟล์นี้มีหนังสือที่มีชั้นความลับ ระบบจึงไม่เปิดให้อ่าน")


class DraftNotFound(NotFound):
    code = "draft_not_found"
    message_th = N_("ไม่พบร่างหนังสือนี้")


class EndorsementNotFound(NotFound):
    code = "endorsement_not_found"
    message_th = N_("ไม่พบข้อความเกษียณที่ขอ")


class OrderNotFound(NotFound):
    code = "order_not_found"
    message_th = N_("ไม่พบคำสั่งที่ขอ หรือถูกแก้ไขไปแล้ว")


class ActingNotFound(NotFound):
    code = "acting_not_found"
    message_th = N_("ไม่พบการรักษาราชการแทนที่ขอ")


class ClosingNotFound(NotFound):
    code = "closing_not_found"
    message_th = N_("ไม่มีการปิดทะเบียนด้วยรหัส %(code)s")


class StorageListNotFound(NotFound):
    code = "storage_list_not_found"
    message_th = N_("ไม่พบบัญชีส่งเก็บที่ขอ")


class ExportNotFound(NotFound):
    code = "export_not_found"
    message_th = N_("ไม่พบไฟล์ที่ขอ หรือพ้นเวลาที่แสดงไว้แล้ว")


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


class FileDamaged(SarabanError):
    """Stored bytes do not match their digest any more."""

    code = "file_damaged"
    message_th = N_("ไฟล์ที่เก็บไว้เสียหาย (รหัส %(sha256)s)")


class NoRoomLeft(SarabanError):
    """The disk is full. `reason` is the system's own word, for the log."""

    code = "no_room_left"
    message_th = N_("พื้นที่เก็บข้อมูลของเครื่องแม่ข่ายเต็ม จึงทำรายการนี้ไม่ได้ โปรดแจ้งผู้ดูแลระบบ")


class ImportRefused(InvalidInput):
    code = "import_refused"
    message_th = N_("นำเข้าไม่ได้: บรรทัด %(line)s %(reason)s")


class DatabaseUnusable(SarabanError):
    code = "database_unusable"
    message_th = N_("เปิดฐานข้อมูลไม่ได้: %(reason)s")


class DemoRefused(SarabanError):
    code = "demo_refused"
    message_th = N_("โฟลเดอร์ข้อมูลนี้มีสำนักงานจริงอยู่แล้ว จึงไม่ใส่ข้อมูลสาธิต")


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


class UnreadableAddress(InvalidInput):
    code = "unreadable_address"
    message_th = N_("“%(text)s” ไม่ใช่ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์")


class UnreadableSignIn(InvalidInput):
    code = "unreadable_sign_in"
    message_th = N_("ชื่อเข้าระบบใช้ได้เฉพาะ a-z 0-9 จุด ขีด รวม ๓ ถึง ๖๐ ตัว ขึ้นต้นด้วยตัวอักษรหรือตัวเลข")


class PostAlreadyHeld(Conflict):
    code = "post_already_held"
    message_th = N_("%(person)s ทำหน้าที่นี้ใน %(unit)s อยู่แล้ว")


class PostNotFound(NotFound):
    code = "post_not_found"
    message_th = N_("ไม่พบหน้าที่ที่ขอ")
