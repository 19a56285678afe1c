"""Words on the pages: refusals, choices and days in the language and digits of the person."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from flask_babel import get_locale, gettext

from saraban.errors import N_, SarabanError
from saraban.rules.days import OFFICIAL_ZONE, day_of
from saraban.rules.permissions import TABLE, THAI_ROLE, Act, Role
from saraban.thai import dates
from saraban.thai.digits import to_arabic, to_thai
from saraban.web.session import prefers_thai_digits

# The dictionaries of the rules hold plain Thai; here their words are marked for the catalogues.
# A test compares the two.
MARKED = (
    # rules.deliveries.THAI_STATE
    N_("ยังไปไม่ถึง"), N_("ส่งแล้ว"), N_("ถึงแล้ว"), N_("เปิดอ่าน"), N_("ลงรับ"), N_("รับทราบ"),
    N_("แจ้งต่อแล้ว"), N_("รายงานแล้ว"), N_("ไม่รับ"), N_("ส่งคืน"), N_("ถูกดึงกลับ"), N_("ต้นเรื่อง"),
    # rules.deliveries.THAI_WEAK_PROOF
    N_("ตอบรับโดยไม่มีบัญชี: หลักฐานอ่อนกว่า"),
    # rules.delivery_ends.THAI_REASON
    N_("ไม่ใช่ภารกิจของหน่วย"), N_("ส่งผิดหน่วย"), N_("เอกสารไม่ครบ"), N_("อ่านไม่ได้ชัดเจน"),
    N_("ซ้ำกับที่ได้รับแล้ว"), N_("เหตุอื่น (ต้องเขียนบอก)"),
    # rules.letters.THAI_KIND
    N_("หนังสือภายนอก"), N_("หนังสือภายใน"), N_("หนังสือประทับตรา"), N_("คำสั่ง"), N_("ระเบียบ"),
    N_("ข้อบังคับ"), N_("ประกาศ"), N_("แถลงการณ์"), N_("ข่าว"), N_("หนังสือรับรอง"),
    N_("รายงานการประชุม"), N_("บันทึก"), N_("หนังสืออื่น"),
    # rules.letters.THAI_URGENCY, THAI_SECRECY
    N_("ปกติ"), N_("ด่วน"), N_("ด่วนมาก"), N_("ด่วนที่สุด"), N_("ลับ"), N_("ลับมาก"), N_("ลับที่สุด"),
    # rules.registers.THAI_REGISTER, THAI_CHANNEL
    N_("ทะเบียนหนังสือรับ"), N_("ทะเบียนหนังสือส่ง"), N_("ทะเบียนหนังสือเวียน"), N_("ระบบ"),
    N_("ไปรษณีย์ (กระดาษ)"), N_("ไปรษณีย์อิเล็กทรอนิกส์"), N_("ไลน์"), N_("โทรสาร"),
    N_("นำส่งด้วยมือ"),
    # rules.paper_forms.TITLES, the registers above left out
    N_("สมุดส่งหนังสือ"), N_("ใบรับหนังสือ"), N_("บัญชีหนังสือส่งเก็บ"),
    N_("บัญชีหน่วยงานที่ยังไม่ได้ดำเนินการ"),
    # rules.registers.THAI_NUMBERS, THAI_CIRCULAR_SERIES, THAI_NUMBER_STATE
    N_("หนังสือที่รับเข้า"), N_("หนังสือที่ส่งออก"), N_("ลำดับเลข ว แยกต่างหาก"),
    N_("ใช้ลำดับเดียวกับทะเบียนหนังสือส่ง"), N_("ออกแล้ว"), N_("จองไว้"), N_("จองไว้ เลยกำหนดแล้ว"),
    N_("ยกเลิก"), N_("ออกบนกระดาษ"), N_("ยังไม่มีคำอธิบาย"),
    # rules.permissions.THAI_ROLE
    N_("เจ้าหน้าที่สารบรรณ"), N_("เจ้าของเรื่อง"), N_("ผู้บริหาร"), N_("ผู้ตรวจสอบ"), N_("ผู้ดูแลระบบ"),
    # rules.permissions.THAI_MANNER
    N_("รักษาราชการแทน"), N_("ปฏิบัติราชการแทน"), N_("รักษาการในตำแหน่ง"),
    # rules.endorsements.THAI_ENDORSEMENT
    N_("เสนอ"), N_("ให้ความเห็น"), N_("สั่งการ"), N_("ทราบ"), N_("ถอน"),
    # rules.answers.THAI_ANSWER
    N_("รายงานผล"), N_("ไม่มี (รายงานเป็นศูนย์)"), N_("ไม่เกี่ยวข้อง"),
    N_("แจ้งต่อให้หน่วยอื่นตอบ"), N_("ตอบไว้แล้วในหนังสืออื่น"), N_("บันทึกในระบบอื่นแล้ว (แจ้งเอง)"),
    N_("หน่วยงาน"), N_("สำนักงานหรือศูนย์นอกระบบ"), N_("ระบบอื่น"),
    # rules.report_forms.THAI_FIELD_KIND, rules.report_form_changes.THAI_FORM_CHANGE
    N_("จำนวน"), N_("ข้อความ"), N_("ตัวเลือก"), N_("วันที่"), N_("ตาราง"), N_("ภาพถ่าย"),
    N_("คลิปวิดีโอ"), N_("ไฟล์ PDF"), N_("หัวข้อและคำอธิบาย"), N_("เพิ่มใหม่"), N_("ตัดออก"),
    N_("เปลี่ยนชื่อ"), N_("เปลี่ยนข้อกำหนด"), N_("ย้ายที่"),
    # rules.units.THAI_UNIT_KIND
    N_("ประเทศ"), N_("กระทรวง"), N_("กรม"), N_("จังหวัด"), N_("ส่วนราชการประจำจังหวัด"), N_("อำเภอ"),
    N_("องค์การบริหารส่วนจังหวัด"), N_("เทศบาลนคร"), N_("เทศบาลเมือง"), N_("เทศบาลตำบล"),
    N_("องค์การบริหารส่วนตำบล"), N_("กรุงเทพมหานคร"), N_("เมืองพัทยา"), N_("รัฐวิสาหกิจ"),
    N_("กอง สำนัก หรือกลุ่มงาน"), N_("ฝ่าย"), N_("หน่วยงานอื่น"), N_("ส่วนราชการประจำอำเภอ"),
    # rules.levels.THAI_LEVEL, without the kinds above
    N_("กรมและส่วนกลาง"),
    # rules.addressee_groups.kinds_words
    N_("หน่วยงาน"), N_("องค์กรปกครองส่วนท้องถิ่น"), N_("เทศบาล"),
)  # fmt: skip

DIGIT_WORDS = {"thai": N_("เลขไทย ๑๒๓"), "arabic": N_("เลขอารบิก 123")}

_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def said(error: SarabanError) -> str:
    """A refusal in the language of the page, its facts filled in."""
    facts = {
        name: in_digits(value) if isinstance(value, int) else value
        for name, value in error.facts.items()
    }
    if "who_may" in facts and facts.get("act") in set(Act):
        may = TABLE[Act(facts["act"])][0]
        facts["who_may"] = ", ".join(gettext(THAI_ROLE[role]) for role in Role if role in may)
    return str(gettext(error.message_th)) % facts


def choices(words: Mapping[Any, str]) -> dict[str, str]:
    """The choices of a select field from a dictionary of the rules, in the page's language."""
    return {str(key): gettext(word) for key, word in words.items()}


def in_digits(value: object) -> str:
    """The text with all its digits as the person reads them."""
    text = "" if value is None else str(value)
    return to_thai(text) if prefers_thai_digits() else to_arabic(text)


def day_words(day: date | datetime | None, form: str = "medium") -> str:
    """A day in BE; form is short (two-digit year), medium or long. None is an empty text."""
    if day is None:
        return ""
    if isinstance(day, datetime):
        day = day_of(day)
    if not _is_english():
        write = {"short": dates.format_short, "long": dates.format_long}.get(
            form, dates.format_medium
        )
        return write(day, thai_digits=prefers_thai_digits())
    month = _ENGLISH_MONTHS[day.month - 1]
    year = str(dates.be_year(day))
    return in_digits(
        {
            "short": f"{day.day} {month[:3]} {year[2:]}",
            "long": f"{day.day} {month} {year}",
        }.get(form, f"{day.day} {month[:3]} {year}")
    )


def moment_words(moment: datetime | None, form: str = "medium") -> str:
    """A day and the time on it, in Bangkok. None is an empty text."""
    if moment is None:
        return ""
    local = moment.astimezone(OFFICIAL_ZONE)
    time_text = f"{local:%H:%M}" if _is_english() else dates.format_time(local.time())
    return f"{day_words(moment, form)} {in_digits(time_text)}"


def _is_english() -> bool:
    locale = get_locale()
    return locale is not None and str(locale.language) == "en"
