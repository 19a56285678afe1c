"""How the ledger's events read in Thai: the acts, their facts, and the values of these."""

from typing import Any

from flask_babel import gettext as _

from saraban.errors import N_
from saraban.rules.answers import THAI_ANSWER
from saraban.rules.paper_forms import TITLES
from saraban.rules.permissions import THAI_MANNER, THAI_ROLE
from saraban.rules.registers import THAI_CHANNEL, THAI_CIRCULAR_SERIES, THAI_REGISTER
from saraban.rules.units import THAI_UNIT_KIND
from saraban.web.words import in_digits

ACT_WORDS = {
    "issue": N_("ออกหนังสือ"),
    "reissue": N_("เวียนต่อ"),
    "attach_file": N_("แนบไฟล์"),
    "register_received": N_("ลงรับ"),
    "receive_file": N_("รับไฟล์ให้เครื่องอ่าน"),
    "read_file": N_("เครื่องอ่านไฟล์"),
    "reading_failed": N_("เครื่องอ่านไฟล์ไม่ได้"),
    "read_again": N_("ให้อ่านไฟล์ใหม่"),
    "set_file_aside": N_("ไม่ลงรับไฟล์"),
    "set_letter_aside": N_("ไม่ลงรับฉบับหนึ่งในไฟล์"),
    "take_file_back": N_("เรียกคืนไฟล์"),
    "accept_another_arrival": N_("ลงรับเป็นการมาถึงอีกทาง"),
    "undo_another_arrival": N_("ย้อนการมาถึงอีกทาง"),
    "note_arrival": N_("จดว่ามาถึงอีกทาง"),
    "take_back_arrival": N_("ย้อนการมาถึงที่จดไว้"),
    "choose_usual_channel": N_("กำหนดทางที่มาตามปกติ"),
    "merge_letters": N_("รวมเป็นฉบับเดียวกัน"),
    "undo_merge": N_("แยกฉบับที่รวมไว้"),
    "watch_folder": N_("เฝ้าดูแฟ้ม"),
    "leave_folder": N_("เลิกเฝ้าดูแฟ้ม"),
    "pass_inside": N_("ส่งต่อภายใน"),
    "open_letter": N_("เปิดอ่าน"),
    "acknowledge": N_("รับทราบ"),
    "report": N_("รายงาน"),
    "void_entry": N_("ยกเลิกเลข"),
    "open_book": N_("เปิดทะเบียน"),
    "print_book": N_("พิมพ์ทะเบียน"),
    "ask_export": N_("ขอไฟล์ทะเบียน"),
    "cancel_export": N_("ยกเลิกไฟล์ที่ขอ"),
    "make_export": N_("จัดทำไฟล์เสร็จ"),
    "export_failed": N_("จัดทำไฟล์ไม่สำเร็จ"),
    "close_day": N_("ปิดทะเบียนประจำวัน"),
    "store_letters": N_("ส่งหนังสือเก็บ"),
    "take_back_stored": N_("นำออกจากบัญชีส่งเก็บ"),
    "reserve_numbers": N_("จองเลข"),
    "void_reservation": N_("ยกเลิกเลขที่จอง"),
    "strike_missing": N_("อธิบายเลขที่ขาด"),
    "add_book": N_("เพิ่มทะเบียน"),
    "close_book": N_("ปิดทะเบียน"),
    "choose_circular_series": N_("เลือกลำดับเลข ว"),
    "keep_old_year_open": N_("กำหนดวันปิดทะเบียนปีก่อน"),
    "import_holidays": N_("เพิ่มวันหยุดราชการ"),
    "remove_holiday": N_("นำวันหยุดราชการออก"),
    "confirm_citation": N_("ยืนยันการอ้างถึง"),
    "take_back_citation": N_("ถอนการอ้างถึง"),
    "join_case": N_("รวมเป็นเรื่องเดียวกัน"),
    "part_case": N_("แยกเป็นคนละเรื่อง"),
    "propose": N_("เสนอ"),
    "comment": N_("ให้ความเห็น"),
    "order": N_("สั่งการ"),
    "note": N_("ทราบ"),
    "withdraw_endorsement": N_("ถอนข้อความเกษียณ"),
    "finish_order": N_("ดำเนินการตามคำสั่งแล้ว"),
    "add_usual_order": N_("เพิ่มคำสั่งประจำ"),
    "remove_usual_order": N_("ลบคำสั่งประจำ"),
    "choose_endorsing_habits": N_("กำหนดวิธีเกษียณ"),
    "let_act": N_("ให้ทำหน้าที่แทน"),
    "end_acting": N_("สิ้นสุดการทำหน้าที่แทน"),
    "begin_draft": N_("เริ่มร่างหนังสือ"),
    "save_draft": N_("บันทึกร่าง"),
    "offer_draft": N_("เสนอร่างให้ลงนาม"),
    "approve_draft": N_("เห็นชอบร่าง"),
    "return_draft": N_("ส่งร่างกลับให้แก้"),
    "set_aside_draft": N_("พักร่าง"),
    "resume_draft": N_("ทำร่างต่อ"),
    "issue_draft": N_("ออกเลขจากร่าง"),
    "keep_emblem": N_("ตั้งตราบนหนังสือ"),
    "ask_dossier": N_("ขอสำนวน"),
    "print_dossier": N_("นำสำนวนออกเป็นไฟล์"),
    "chase": N_("เตือนหน่วยที่ยังไม่ได้ดำเนินการ"),
    "send_mail": N_("ส่งจดหมายแล้ว"),
    "mail_refused": N_("จดหมายส่งไม่ได้"),
    "mail_unsure": N_("จดหมายอาจส่งแล้ว"),
    "send_mail_again": N_("ให้ส่งจดหมายอีกครั้ง"),
    "cancel_mail": N_("ไม่ส่งจดหมาย"),
    "keep_unit_list": N_("นำเข้าบัญชีหน่วยผู้รับ"),
    "keep_unit_group": N_("บันทึกกลุ่มหน่วยผู้รับ"),
    "archive_unit_group": N_("เลิกใช้กลุ่มหน่วยผู้รับ"),
    "add_unit": N_("เพิ่มหน่วย"),
    "change_unit": N_("เปลี่ยนหน่วย"),
    "change_unit_details": N_("แก้ข้อมูลหน่วย"),
    "confirm_saraban_address": N_("ยืนยันที่อยู่สารบรรณ"),
    "close_unit": N_("ปิดหน่วย"),
    "import_units": N_("นำเข้าหน่วย"),
    "open_office": N_("เปิดสำนักงาน"),
    "make_first_administrator": N_("ตั้งผู้ดูแลคนแรก"),
    "add_person": N_("เพิ่มผู้ใช้"),
    "appoint": N_("แต่งตั้ง"),
    "end_post": N_("สิ้นสุดหน้าที่"),
    "deactivate_person": N_("ปิดการเข้าระบบ"),
    "reset_password": N_("ตั้งรหัสผ่านใหม่ให้"),
    "change_password": N_("เปลี่ยนรหัสผ่าน"),
    "choose_preferences": N_("เลือกภาษาและตัวเลข"),
    "sign_in": N_("เข้าระบบ"),
    "sign_in_failed": N_("เข้าระบบไม่สำเร็จ"),
    "sign_in_locked": N_("ถูกพักการเข้าระบบ"),
    "sign_out": N_("ออกจากระบบ"),
    "remind": N_("สรุปงานประจำวันให้หน่วย"),
    "choose_alarms": N_("กำหนดวันเตือน"),
    "mail_bounced": N_("จดหมายตีกลับ"),
    "renew_calendar": N_("ออกลิงก์ปฏิทิน"),
    "end_calendar": N_("ยกเลิกลิงก์ปฏิทิน"),
}
FACT_WORDS = {
    "digits": N_("ตัวเลข"),
    "language": N_("ภาษา"),
    "number": N_("เลข"),
    "letter_number": N_("เลขที่หนังสือ"),
    "register": N_("ทะเบียน"),
    "unit_count": N_("จำนวนหน่วย"),
    "mail_count": N_("จำนวนจดหมาย"),
    "kinds": N_("สิ่งที่เตือน"),
    "form": N_("แบบ"),
    "from_on": N_("ตั้งแต่วันที่"),
    "to_on": N_("ถึงวันที่"),
    "format": N_("แบบไฟล์"),
    "row_count": N_("จำนวนบรรทัด"),
    "line_count": N_("จำนวนบรรทัด"),
    "day": N_("วันที่"),
    "round": N_("ครั้งที่"),
    "first_number": N_("เลขแรก"),
    "first": N_("ตั้งแต่เลข"),
    "last": N_("ถึงเลข"),
    "owner": N_("จองให้"),
    "count": N_("จำนวน"),
    "citing_count": N_("หนังสือที่อ้างถึง"),
    "is_from_paper": N_("ออกบนกระดาษ"),
    "code": N_("รหัสทะเบียน"),
    "series": N_("ลำดับเลข ว"),
    "days": N_("จำนวนวัน"),
    "to_unit": N_("ส่งให้"),
    "unit": N_("หน่วย"),
    "role": N_("หน้าที่"),
    "answer": N_("คำตอบ"),
    "reason": N_("เหตุผล"),
    "name": N_("ชื่อ"),
    "names": N_("ชื่อไฟล์"),
    "before": N_("ชื่อเดิม"),
    "kind": N_("ชนิด"),
    "sign_in": N_("ชื่อเข้าระบบ"),
    "address": N_("ที่อยู่"),
    "merged_into": N_("รวมเข้ากับ"),
    "digest": N_("รหัสเนื้อหา"),
    "conveys": N_("ต้นเรื่อง"),
    "cited": N_("ฉบับที่หมายถึง"),
    "report": N_("รายงานเลข"),
    "is_another_arrival": N_("มาอีกทางหนึ่ง"),
    "channel": N_("ทางที่มา"),
    "came_from": N_("ผู้นำส่งหรือผู้ส่งต่อ"),
    "arrived_on": N_("วันที่มาถึง"),
    "merged": N_("ฉบับที่รวมเข้ามา"),
    "receipt_number": N_("เลขรับทางกระดาษ"),
    "sha256": N_("รหัสเนื้อหา"),
    "intake": N_("ไฟล์ที่มา"),
    "letter_count": N_("จำนวนฉบับ"),
    "trouble": N_("ปัญหา"),
    "place": N_("ฉบับที่ในไฟล์"),
    "path": N_("แฟ้ม"),
    "version": N_("ฉบับร่างที่"),
    "letter": N_("หนังสือ"),
    "text": N_("ข้อความ"),
    "phrase": N_("คำขึ้นต้น"),
    "desks": N_("ผู้ที่ระบุ"),
    "words": N_("ผลการดำเนินการ"),
    "withdrawn": N_("รหัสข้อความที่ถอน"),
    "post": N_("ตำแหน่ง"),
    "holder": N_("ผู้ดำรงตำแหน่ง"),
    "manner": N_("ลักษณะ"),
    "key": N_("แป้น"),
    "of_batch": N_("ลงรับทั้งชุด เลข"),
}
_VALUE_WORDS: dict[str, dict[str, str]] = {
    "register": dict(THAI_REGISTER.items()),
    "series": dict(THAI_CIRCULAR_SERIES.items()),
    "role": dict(THAI_ROLE.items()),
    "answer": dict(THAI_ANSWER.items()),
    "kind": dict(THAI_UNIT_KIND.items()),
    "channel": dict(THAI_CHANNEL.items()),
    "form": dict(TITLES.items()),
    "manner": dict(THAI_MANNER.items()),
}
# Long marks of identity, of which the first signs tell enough on a page.
_MARKS = frozenset(
    {
        "digest",
        "conveys",
        "cited",
        "report",
        "sha256",
        "intake",
        "letter",
        "withdrawn",
        "merged",
        "other",
    }
)
# Acts on a letter have its uid as their subject, so that the event can lead to it.
ACTS_ON_A_LETTER = frozenset(
    {
        "issue", "reissue", "attach_file", "register_received", "pass_inside", "open_letter",
        "acknowledge", "report", "confirm_citation", "take_back_citation",
        "join_case", "part_case", "accept_another_arrival",
        "note_arrival", "take_back_arrival", "merge_letters", "undo_merge",
        "propose", "comment", "order", "note", "withdraw_endorsement", "finish_order",
    }
)  # fmt: skip


def told_facts(facts: dict[str, Any]) -> list[tuple[str, str]]:
    """An event's facts as (word, value), those that say nothing left out."""
    told = []
    for name, value in facts.items():
        if value is None or value is False or value in ("", []):
            continue
        if isinstance(value, list):
            text = " ".join(str(one) for one in value)
        elif value in _VALUE_WORDS.get(name, {}):
            text = _(_VALUE_WORDS[name][value])
        elif isinstance(value, int) or name in {"number", "letter_number"}:
            text = in_digits(value)
        else:
            text = f"{str(value)[:13]}…" if name in _MARKS else str(value)
        told.append((_(FACT_WORDS.get(name, name)), text))
    return told
