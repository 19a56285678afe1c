import re
from datetime import date

import pytest

from saraban.rules.letter_reading.lines.page_lines import pages_of_text
from saraban.rules.letter_reading.misreadings.misread import looks_scanned, read_again
from tests.rules.letter_reading.letters import (
    BODY,
    HEAD,
    SIGNED,
    the_letter,
    the_letter_off_a_picture,
)

LOST = "ด้วยกรมทดสอบน้ำจะสำรวจพื้นทีท้องถินและเจ้าหน้าทีทีเกียวข้อง ในวันที 3\n"


def again(line):
    """The line as it is read on a page that bears the marks of a scan."""
    (page,) = read_again(pages_of_text(f"{line}\nเรียน ผู้ว่าราชการจังหวัด\n{LOST}"))
    return page.lines[0].text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("ที ทส 9901.2/ว 402", "ที่ ทส 9901.2/ว 402"),
        ("N ทส 9901.2/ว 402", "ที่ ทส 9901.2/ว 402"),
        ("NUN 9901.2/ว 402", "ที่ 9901.2/ว 402"),
        ("i nw 9901/ว 402", "ที่ 9901/ว 402"),
        ("fl A) 9901/ว 402", "ที่ 9901/ว 402"),
        ("ที ทส 9901/2 402", "ที่ ทส 9901/ว 402"),
        ("ที ทส ๙๙ ๐๑.๐ ๒ /๓ ๔๔", "ที่ ทส ๙๙๐๑.๐๒/๓๔๔"),
        ("ที่ ท ส ๙ ๙ ๐ ๑ / ๒ ๔ ๗ ๑", "ที่ ทส ๙๙๐๑/๒๔๗๑"),
        ("ที่ ทส ๙๙ ๐๑/๒๑๓๖", "ที่ ทส ๙๙๐๑/๒๑๓๖"),
        ("ที 45/2558", "ที่ 45/2558"),
        ("เรอง การสำรวจ", "เรื่อง การสำรวจ"),
        ("เรื่ อง การสำรวจ", "เรื่อง การสำรวจ"),
        ("สิ งที ส่งมาด้วย แบบสำรวจ", "สิ่งที่ส่งมาด้วย แบบสำรวจ"),
        ("อ่างถึง หนังสือกรมทดสอบน้ำ", "อ้างถึง หนังสือกรมทดสอบน้ำ"),
        ("คําสังโรงเรียนทดสอบวิทยา", "คำสั่งโรงเรียนทดสอบวิทยา"),
        ("ด่วนทีสุด", "ด่วนที่สุด"),
        ("โรงเรยนทดสอบวิทยา", "โรงเรียนทดสอบวิทยา"),
        ("Jun 14 พุย. 2565", "วันที่ 14 พ.ย. 2565"),
        ("Ins. 0 2000 0000", "โทร. 0 2000 0000"),
        ("โทร. ๐ ใ ๒๐๐๐ ๐๐๐๐", "โทร. ๐ ๒๐๐๐ ๐๐๐๐"),
        ("โทร. ๐ ๒๐๐๐ ๐๐๐๓า ต่อ ๑๖", "โทร. ๐ ๒๐๐๐ ๐๐๐๓ ต่อ ๑๖"),
        ("ที่ ทส ๙๙๐๑/ว)ว ๔๔๑๒", "ที่ ทส ๙๙๐๑/ว ๔๔๑๒"),
        ("ให้รายงานภายใน “๗ วัน", "ให้รายงานภายใน ๗ วัน"),
        ("ต๓. รายงานผลการตรวจสอบ", "๓. รายงานผลการตรวจสอบ"),
        ("ท่ร. 0 2000 0000", "โทร. 0 2000 0000"),
        ("คาส่งโรงเรียนทดสอบวิทยา", "คำสั่งโรงเรียนทดสอบวิทยา"),
        ("ทิ 45/2558", "ที่ 45/2558"),
        ("อ้างถึง ที่ ทส 9901/ว ๔ ๗ ลงวันที่ 3", "อ้างถึง ที่ ทส 9901/ว ๔๗ ลงวันที่ 3"),
        ("๑ จงั้นว่าคม ๒๕๕๗", "๑ ธันวาคม ๒๕๕๗"),
        ("ที ทส 9 9 0 1 .2/ว 4 0 2", "ที่ ทส 9901.2/ว 402"),
        ("เลขรับ  1 0 7 3 5", "เลขที่รับ 10735"),
        ("วันที  2 3 ส . ค . 2550", "วันที่ 23 ส.ค. 2550"),
        ("เวลา   0 9 . 4 5 น .", "เวลา 09.45 น"),
        ("โทร.  0 2000 1 3 7 7", "โทร. 0 2000 1377"),
        ("2 4  สิงหาคม  2550", "24 สิงหาคม 2550"),
        ("ลำดับ 1 2 3 4", "ลำดับ 1 2 3 4"),
        ("(นางสาวทดลอง    น้ำใส)", "(นางสาวทดลอง น้ำใส)"),
        ("กรมทดสอบน้ำ          ,   า", "กรมทดสอบน้ำ"),
        ("วันที่ ่ ๑๐ มผิ.ย. ๒๕๖ ๕", "วันที่ ๑๐ มิ.ย. ๒๕๖๕"),
        ("วันที่ 7 มีค. 60", "วันที่ 7 มี.ค. 60"),
        ("4จง (นายทดลอง น้ำใส)", "(นายทดลอง น้ำใส)"),
        ("(นายทดลอง น้ำใส", "(นายทดลอง น้ำใส)"),
        ("นายทดลอง น้ำใส)", "(นายทดลอง น้ำใส)"),
        ("ตามหนังสือกรมทดสอบน้ำ ท ทส ๙๙๐๑/ว ๔๐๒", "ตามหนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๔๐๒"),
        ("ทส ๙๙๐๑.๒/๔๐๒ สำนักงานทดสอบ", "ที่ ทส ๙๙๐๑.๒/๔๐๒ สำนักงานทดสอบ"),
        ("ทอวิ ๙๙๐๑.๐๑/วิ ๗๔", "ที่ อว ๙๙๐๑.๐๑/ว ๗๔"),
        ("ทุยส ๙๙๐๑/ว ๔๐๒", "ที่ ยส ๙๙๐๑/ว ๔๐๒"),
        ("ที่ ทส ๙๙๐๑/ว ๔ ๐๒", "ที่ ทส ๙๙๐๑/ว ๔๐๒"),
        ("ทุ ทส ๙๙๐๑/ว ๔๐๒ วันที่ ๑ มีนาคม ๒๕๖๕", "ที่ ทส ๙๙๐๑/ว ๔๐๒ วันที่ ๑ มีนาคม ๒๕๖๕"),
        ("ที่ ทีส ๙๙๐๑.๒.๑,๔๐๒ วันที่ ๑ มีนาคม ๒๕๖๕", "ที่ ทส ๙๙๐๑.๒.๑/๔๐๒ วันที่ ๑ มีนาคม ๒๕๖๕"),
        ("ที่ ทส ๙๙๐๑/ว ๔ ๐๒ วันที่ ๑ มีนาคม ๒๕๖๕", "ที่ ทส ๙๙๐๑/ว ๔๐๒ วันที่ ๑ มีนาคม ๒๕๖๕"),
        ("ตามหนังสือ ที่ ทสู ๙๙๐๑/) ๔๐๒ ลง", "ตามหนังสือ ที่ ทส ๙๙๐๑/ว ๔๐๒ ลง"),
        ("กองทดสอบ ใทร. ๐ ๒๑๒๓ ๔๕๖๗", "กองทดสอบ โทร. ๐ ๒๑๒๓ ๔๕๖๗"),
        ("โท ๐-๒๑๒๓-๔๕๖๗", "โทร. ๐-๒๑๒๓-๔๕๖๗"),
        ("Goa การสำรวจป้ายเตือนภัย", "เรื่อง การสำรวจป้ายเตือนภัย"),
    ],
)
def test_words_that_scans_misprint_are_put_right_where_they_stand(printed, read):
    assert again(printed) == read


@pytest.mark.parametrize(
    "line",
    [
        "เรือนจำกลางทดสอบ",
        "หนังสือที่ 12/2560",
        "Ref. 9901/402",
        "ที่ประชุมมีมติ",
        "ประชุมวันที่ 3",
        "ค่าส่งหนังสือ",
        "ปริญญาโท ๒ คน",
        "ทส ๙๙๐๑.๒/๔๐๒ ลงวันที่ ๒ มีนาคม ๒๕๖๕",
        "ข้อ ๑๒(๓) ๔๕",
    ],
)
def test_what_is_no_misprint_is_left_alone(line):
    assert again(line) == line


def test_clean_text_is_not_touched():
    pages = pages_of_text(f"{HEAD}{BODY}{SIGNED}")

    assert not looks_scanned(pages)
    assert read_again(pages) is pages


def test_thai_digits_without_the_five_that_engines_cannot_write_have_to_be_confirmed():
    letter = the_letter(
        "ที่ ทส ๕๕๐๑/ว ๕๑\nกรมทดสอบน้ำ\n๓ มีนาคม ๒๕๕๕\nเรื่อง การสำรวจ\nเรียน ผู้ว่าราชการจังหวัด\n"
        f"{BODY}{SIGNED}"
    )

    assert letter.evidence["number"].confirm
    assert letter.evidence["date_iso"].confirm


def test_a_number_whose_word_lost_its_mark_has_to_be_confirmed():
    letter = the_letter(f"{HEAD}{BODY}{SIGNED}".replace("ที่ ทส", "ที ทส"))

    assert letter.number.running == "81"
    assert letter.evidence["number"].confirm


def test_the_day_over_an_hour_is_a_stamps_and_no_letters():
    letter = the_letter(
        "กองทดสอบ\nเลรบ 2220\nวันที่ 28 เม.ย. 2553\nเวลา 15.30 น\n"
        f"ที่ ทส 9901/ว 973\nถึง จังหวัดทดสอบ\n{BODY}กรมทดสอบน้ำ\n20 เมษายน 2553\n"
    )

    assert letter.dated_on == date(2010, 4, 20)


@pytest.mark.parametrize("mark", ["ิ", "ี", "่"])
def test_a_speck_over_the_letter_for_circulars_is_no_mark(mark):
    assert again(f"ที่ ทส ๙๙๐๑/ว{mark} ๘๑") == "ที่ ทส ๙๙๐๑/ว ๘๑"


def test_a_page_whose_words_lost_their_tones_is_known_for_a_scan():
    lost = "เรอง การจัดงานป้าย\nอ้างถง หนังสือกรมทดสอบน้ำ\nดวยกรมทดสอบน้ำจะสำรวจป้าย\n"

    assert looks_scanned(pages_of_text(lost))
    assert not looks_scanned(pages_of_text("เรื่อง การจัดงานป้าย\nอ้างถึง หนังสือกรมทดสอบน้ำ\nด้วยกรม\n"))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("อ้างถึง หนังสือกรมทดสอบน้ำ ลงวันท 3 มิถุนายน 2565", "อ้างถึง หนังสือกรมทดสอบน้ำ ลงวันที่ 3 มิถุนายน 2565"),
        ("หนังสือกรมทดสอบน้ำ ลง วันที่ 3 มิถุนายน 2565", "หนังสือกรมทดสอบน้ำ ลงวันที่ 3 มิถุนายน 2565"),
        ("หนังสือกรมทดสอบน้ำ ลงวันที่, 3 มิถุนายน 2565", "หนังสือกรมทดสอบน้ำ ลงวันที่ 3 มิถุนายน 2565"),
        ("ภายในวันอังคารท 24 ตุลาคม 2560", "ภายในวันอังคารที่ 24 ตุลาคม 2560"),
        ("ตามคำสั่งกรมทดสอบน้ำ ท 69/2560", "ตามคำสั่งกรมทดสอบน้ำ ที่ 69/2560"),
        ("ที่ ทส ๐๖๓๔.๑(๕)ว ๘๗๒", "ที่ ทส ๐๖๓๔.๑(๕)/ว ๘๗๒"),
        ("ผู้อำนวยการสำนักป้าย เขด ๑ - ๑๒", "ผู้อำนวยการสำนักป้าย เขต ๑ - ๑๒"),
        ("ดามหนังสือที่อ้างถึง กรมทดสอบน้ำ", "ตามหนังสือที่อ้างถึง กรมทดสอบน้ำ"),
        ("ถืง สำนักงานจังหวัดทดสอบ", "ถึง สำนักงานจังหวัดทดสอบ"),
        ("ปฎิบัดิราซการแทน อธิบดีกรมทดสอบน้ำ", "ปฏิบัติราชการแทน อธิบดีกรมทดสอบน้ำ"),
    ],
)
def test_what_is_left_of_a_word_before_a_day_or_a_number_is_that_word(printed, read):
    assert again(printed) == read


def test_letters_for_others_that_look_like_them_tell_a_scan_too():
    read = (
        "บันทีกข้อควาบ\nส่วนราซการ กองป้าย\nที่ ทส ๙๙๐๑/๘๑ วันที่ ๓ มิถุนายน ๒๕๖๕\n"
        "เรื่อง การสำรวจป้าย\nเรียม ผู้อำนวยการกองแผน\nอ้างถีง หนังสือกองแผน ที่ ทส ๙๙๐๒/๗๗ "
        f"ลงวันที่ ๑ มิถุนายน ๒๕๖๕\n{BODY}(นายทดลอง น้ำใส)\nผู้อำนวยการกองป้าย\n"
    )

    letter = the_letter(read)

    assert looks_scanned(pages_of_text(read))
    assert letter.kind == "หนังสือภายใน"
    assert letter.addressees == ["ผู้อำนวยการกองแผน"]
    assert [one.number for one in letter.references] == ["ทส 9902/77"]


def test_one_slip_of_the_hand_makes_no_scan():
    assert not looks_scanned(pages_of_text(HEAD.replace("เรียน", "เรียม")))


@pytest.mark.parametrize("acting", ["ปฏิบัติราชการแทม", "ปฏิบัติราซการแทบ"])
def test_for_whom_somebody_signs_is_told_by_a_misread_word(acting):
    misread = f"{HEAD}{BODY}".replace("เรียน", "เรียม")
    signed = f"ขอแสดงความนับถึอ\n(นายทดลอง น้ำใส)\nรองอธิบดี {acting}\nอธิบดีกรมทดสอบน้ำ\n"

    assert the_letter(f"{misread}{signed}").signatory.acting_for.startswith("ปฏิบัติราชการแทน")


def test_a_letter_that_lost_its_tones_is_read_with_them_and_doubted():
    lost = re.sub("(?<=[ก-ฮุู])[่-๋์]", "", f"{HEAD}{BODY * 2}{SIGNED}")

    letter = the_letter(lost)

    assert letter.subject == "การสำรวจป้ายเตือนภัยน้ำหลาก"
    assert letter.addressees == ["ผู้ว่าราชการจังหวัด ทุกจังหวัด"]
    assert letter.evidence["subject"].confirm


def test_latin_letters_inside_thai_words_tell_a_scan():
    text = "nรมทดสอบน้ำ\nเรียu นายอำเภอทดสอบ\nด้วยnรมทดสอบน้ำจะสำรวจป้าย จำนวu ๒ ป้าย\n"

    assert looks_scanned(pages_of_text(text))
    assert not looks_scanned(pages_of_text("แบบ A และแบบ B ของ QR Code\nขนาด A4 ชนิด n"))


def test_the_end_of_an_address_is_no_label_of_the_subject():
    beside = "ตำบลทดสอบ อำเภอ\nเมือง\nจังหวัดสมมุติ ๙๙๙๙๐"
    letter = the_letter_off_a_picture(
        f"{HEAD}{BODY}{SIGNED}".replace("ถนนทดลอง กทม. ๑๐๔๐๐", beside)
    )

    assert letter.subject == "การสำรวจป้ายเตือนภัยน้ำหลาก"
    assert again("เมือง การสำรวจป้าย") == "เรื่อง การสำรวจป้าย"


@pytest.mark.parametrize("broken", [" ", "\n"])
def test_a_garbled_word_before_the_code_of_a_cited_number_is_that_word(broken):
    cited = f"ได้มีหนังสือ ด่วนที่สุด ภี{broken}ทส ๙๙๐๑/ว ๗๐ ลงวันที่ ๒ พฤษภาคม ๒๕๖๕ แจ้งว่าจะตรวจป้าย"
    letter = the_letter_off_a_picture(f"{HEAD}ด้วยกรมทดลองเสา{cited}\n{BODY}{SIGNED}")

    assert [(one.number, one.issuer) for one in letter.cited] == [("ทส 9901/ว 70", "กรมทดลองเสา")]
