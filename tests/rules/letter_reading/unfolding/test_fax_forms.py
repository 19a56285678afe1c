"""Forms for faxes: their title, and the urgency ticked in a row of all three."""

import pytest

from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, SIGNED, the_letter

REST = f"เรื่อง การสำรวจป้าย\nเรียน อธิบดีกรมทดลอง\n{BODY}{SIGNED}{FOOT}"


@pytest.mark.parametrize("title", ["โทรสาร   FAX", "โทรสาร", "FAX"])
def test_a_fax_is_known_by_its_title(title):
    letter = the_letter(f"{title}\nกรมทดสอบน้ำ\nที่ ทส ๙๙๐๑/ว ๘๑\n๓ สิงหาคม ๒๕๖๐\n{REST}")

    assert letter.kind == "โทรสารในราชการ"


@pytest.mark.parametrize(
    ("row", "urgency"),
    [
        ("ความเร่งด่วน    [  ] ด่วน     [ / ] ด่วนมาก     [  ] ด่วนที่สุด", "ด่วนมาก"),
        ("(  ) ด่วน   (  ) ด่วนมาก   ( ✓ ) ด่วนที่สุด", "ด่วนที่สุด"),
    ],
)
def test_the_ticked_urgency_counts(row, urgency):
    letter = the_letter(f"โทรสาร\nกรมทดสอบน้ำ\nที่ ทส ๙๙๐๑/ว ๘๑\n๓ สิงหาคม ๒๕๖๐\n{row}\n{REST}")

    assert letter.urgency == urgency


FORM = """โทรสารในราชการ
สำนักงานสาธารณสุขจังหวัดทดลอง
ที่ ทล ๐๐๓๒/ว ๒๑   วันที่ ๔ สิงหาคม ๒๕๖๐
ส่งถึง   สาธารณสุขอำเภอทุกอำเภอ
โทรสาร  (ตามบัญชี)
จาก     นายแพทย์สาธารณสุขจังหวัดทดลอง
โทรสาร  ๐ ๒๐๐๐ ๑๖๔๔
จำนวนหน้า   ๓   หน้า
เรื่อง   การสำรวจตู้ยา
ตามที่ได้ขอให้สำรวจตู้ยา นั้น จึงขอให้ตรวจสอบอีกครั้ง
จึงเรียนมาเพื่อโปรดทราบ
(นายทดลอง น้ำใส)
นายแพทย์สาธารณสุขจังหวัดทดลอง
"""
RADIO = """{title}
จาก   {sender}
ถึง    นายอำเภอทุกอำเภอ
ที่ ทล ๐๐๒๑/ว ๑๒๐๓   วันที่ ๕ ธ.ค. ๖๕
เรื่อง  การดูแลป้ายเตือนภัย
ด้วยป้ายเตือนภัยชำรุด ให้อำเภอตรวจสอบ (.)
๒  ให้ประชาสัมพันธ์ทางหอกระจายข่าว (.)
จึงแจ้งมาเพื่อทราบ
พ.ต.อ. ทดลอง น้ำใส
รอง ผบก.ฯ ปรท.ผบก.ภ.จว.ทดลอง
โทร. ๐ ๒๐๐๐ ๑๑๑๑
"""


def test_rows_for_the_fax_itself_end_no_field_and_hide_none():
    letter = the_letter(FORM)

    assert letter.addressees == ["สาธารณสุขอำเภอทุกอำเภอ"]
    assert letter.subject == "การสำรวจตู้ยา"
    assert letter.asks == ["ทราบ"]


def test_a_fax_from_a_post_comes_from_the_office_that_it_heads():
    assert the_letter(FORM).issuer == "สำนักงานสาธารณสุขจังหวัดทดลอง"


@pytest.mark.parametrize(
    ("sender", "issuer"),
    [
        ("ผวจ.ทดลอง", "จังหวัดทดลอง"),
        ("นอ.เมืองทดลอง", "อำเภอเมืองทดลอง"),
        ("ผบก.ภ.จว.ทดลอง", "ภ.จว.ทดลอง"),
        ("อธิบดีกรมทดสอบน้ำ", "กรมทดสอบน้ำ"),
        ("นายกเทศมนตรีตำบลทดลอง", "เทศบาลตำบลทดลอง"),
        ("กรมทดสอบน้ำ โทร. ๐ ๒๐๐๐ ๑๑๑๑", "กรมทดสอบน้ำ"),
        ("ผู้บัญชาการเหตุการณ์ ศูนย์บัญชาการน้ำหลากทดลอง", "ศูนย์บัญชาการน้ำหลากทดลอง"),
        ("รองอธิบดี กรมทดสอบน้ำ", "กรมทดสอบน้ำ"),
        # The post names an office itself, which the one behind it goes on with.
        ("หัวหน้าฝ่ายป้าย กองน้ำหลาก", "ฝ่ายป้าย กองน้ำหลาก"),
        ("รองผู้อำนวยการกองป้าย กรมทดสอบน้ำ", "รองผู้อำนวยการกองป้าย กรมทดสอบน้ำ"),
        ("กรมทดสอบน้ำ ศูนย์ป้ายเตือนภัย", "กรมทดสอบน้ำ ศูนย์ป้ายเตือนภัย"),
    ],
)
def test_a_radio_letter_tells_its_sender_by_the_post(sender, issuer):
    assert the_letter(RADIO.format(title="วิทยุในราชการ", sender=sender)).issuer == issuer


@pytest.mark.parametrize("title", ["วิทยุสื่อสารในราชการ", "กระดาษเขียนข่าว"])
def test_a_radio_letter_is_known_by_its_title_and_signed_without_brackets(title):
    letter = the_letter(RADIO.format(title=title, sender="ผบก.ภ.จว.ทดลอง"))

    assert letter.kind == "โทรสารในราชการ"
    assert letter.asks == ["ทราบ", "ประชาสัมพันธ์"]
    assert letter.signatory.name == "พ.ต.อ. ทดลอง น้ำใส"
    assert letter.signatory.acting_for == "ปรท.ผบก.ภ.จว.ทดลอง"


def test_the_telephone_may_stand_beside_the_sender():
    letter = the_letter(
        "โทรสารในราชการ\nที่ ทล ๐๐๒๑/ว ๑\nถึง นายอำเภอทุกอำเภอ\n"
        "จาก กรมทดสอบน้ำ โทร. ๐ ๒๐๐๐ ๑๑๑๑\nด้วยจะสำรวจป้าย จึงแจ้งมาเพื่อทราบ\n"
    )

    assert letter.contact.phone == "๐ ๒๐๐๐ ๑๑๑๑"


def test_a_tick_may_stand_under_the_fields_of_the_form():
    letter = the_letter(FORM.replace("ตามที่ได้ขอ", "[ / ] ด่วน   [   ] โปรดตอบกลับ\nตามที่ได้ขอ"))

    assert letter.urgency == "ด่วน"


def test_what_a_form_asks_for_beside_and_under_a_field_is_no_part_of_it():
    form = FORM.replace("สาธารณสุขอำเภอทุกอำเภอ", "สาธารณสุขอำเภอทุกอำเภอ     จำนวนหน้า (รวมใบนำ)   ๓")
    letter = the_letter(form.replace("ตู้ยา\nตาม", "ตู้ยา\nความเร่งด่วน   [ ] ด่วน   [/] ด่วนมาก\nตาม"))

    assert letter.addressees == ["สาธารณสุขอำเภอทุกอำเภอ"]
    assert letter.subject == "การสำรวจตู้ยา"
    assert letter.urgency == "ด่วนมาก"


def test_a_radio_form_orders_at_once_what_is_to_be_done_and_made_known():
    form = RADIO.format(title="วิทยุในราชการ", sender="จังหวัดทดลอง").replace(
        "ให้อำเภอตรวจสอบ (.)\n๒  ให้ประชาสัมพันธ์ทาง",
        "เพื่อความปลอดภัย ให้อำเภอดำเนินการ (.)\n"
        "๑. ตรวจสอบป้าย (.)\n๒. แจ้งกำนัน ผู้ใหญ่บ้าน ประชาสัมพันธ์วันซ่อมทาง",
    )

    assert set(the_letter(form).asks) == {"ทราบ", "ดำเนินการ", "ประชาสัมพันธ์"}


@pytest.mark.parametrize(
    "count", ["จำนวน ๓ แผ่น (รวมแผ่นนี้)", "จำนวน ๒ หน้า (รวมใบปะหน้า)", "จำนวน ๓ แผ่น"]
)
@pytest.mark.parametrize("under", ["ถึง    นายอำเภอทุกอำเภอ", "จาก   กรมทดสอบน้ำ"])
def test_of_how_many_sheets_a_fax_is_is_nobody_s_name(count, under):
    form = RADIO.format(title="โทรสารในราชการ", sender="กรมทดสอบน้ำ")
    letter = the_letter(form.replace(under, f"{under}\n{count}"))

    assert letter.addressees == ["นายอำเภอทุกอำเภอ"]
    assert (letter.issuer, letter.subject) == ("กรมทดสอบน้ำ", "การดูแลป้ายเตือนภัย")


def test_a_count_of_sheets_without_a_subject_below_opens_no_text():
    letter = the_letter(
        "โทรสารในราชการ\nที่ ทล ๐๐๒๑/ว ๑\nวันที่ ๕ ธันวาคม ๒๕๖๕\nจาก กรมทดสอบน้ำ\nถึง นายอำเภอทุกอำเภอ\n"
        "จำนวน ๓ แผ่น (รวมแผ่นนี้)\n\nด้วยป้ายเตือนภัยชำรุด จึงแจ้งมาเพื่อทราบ\n"
    )

    assert (letter.addressees, letter.asks) == (["นายอำเภอทุกอำเภอ"], ["ทราบ"])


def test_the_sheets_of_what_is_enclosed_stay_with_it():
    head = HEAD + "สิ่งที่ส่งมาด้วย แบบสำรวจป้ายเตือนภัย\nจำนวน ๓ แผ่น\n"

    assert the_letter(f"{head}{BODY}{SIGNED}").enclosures == ["แบบสำรวจป้ายเตือนภัย จำนวน ๓ แผ่น"]
