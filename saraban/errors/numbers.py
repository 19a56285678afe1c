"""A number cannot be given, reserved, used or struck through."""

from saraban.errors.base import N_, Conflict, InvalidInput


class UnreadableLetterNumber(InvalidInput):
    code = "unreadable_letter_number"
    message_th = N_("อ่านเลขที่หนังสือ “%(text)s” ไม่ออก ตัวอย่าง มท ๐๘๐๑.๔/ว ๑๖๕๘")


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
