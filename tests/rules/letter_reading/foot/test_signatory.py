import pytest

from saraban.rules.letter_reading.lines.line_kinds import is_name_line
from saraban.rules.letter_reading.lines.page_lines import Line, Page
from saraban.rules.letter_reading.reading import read_letters
from tests.rules.letter_reading.letters import (
    BODY,
    FOOT,
    HEAD,
    ORDER,
    SIGNED,
    signed_by,
    the_letter,
    the_letter_off_a_picture,
)


@pytest.mark.parametrize(
    ("lines", "position", "acting_for"),
    [
        ("อธิบดีกรมทดสอบน้ำ", "อธิบดีกรมทดสอบน้ำ", None),
        (
            "รองอธิบดี ปฏิบัติราชการแทน\nอธิบดีกรมทดสอบน้ำ",
            "รองอธิบดี",
            "ปฏิบัติราชการแทน อธิบดีกรมทดสอบน้ำ",
        ),
        (
            "นักวิชาการน้ำชำนาญการพิเศษ\nปฏิบัติหน้าที่ผู้อำนวยการกองน้ำ\nปฏิบัติราชการแทนอธิบดีกรมทดสอบน้ำ",
            "นักวิชาการน้ำชำนาญการพิเศษ",
            "ปฏิบัติราชการแทนอธิบดีกรมทดสอบน้ำ",
        ),
        (
            "นายแพทย์เชี่ยวชาญ (ด้านน้ำ)\nปฏิบัติหน้าที่รองนายแพทย์สาธารณสุขจังหวัดทดสอบ\n"
            "ปฏิบัติราชการแทน นายแพทย์สาธารณสุขจังหวัดทดสอบ\n"
            "ปฏิบัติราชการแทน ผู้ว่าราชการจังหวัดทดสอบ",
            "นายแพทย์เชี่ยวชาญ (ด้านน้ำ)",
            "ปฏิบัติราชการแทน นายแพทย์สาธารณสุขจังหวัดทดสอบ ปฏิบัติราชการแทน ผู้ว่าราชการจังหวัดทดสอบ",
        ),
        (
            "วิศวกรน้ำชำนาญการพิเศษ\nหัวหน้ากลุ่มงานป้ายเตือนภัย",
            "วิศวกรน้ำชำนาญการพิเศษ",
            None,
        ),
        (
            "อธิบดีกรมทดสอบน้ำ\nผู้อำนวยการศูนย์ป้ายเตือนภัย",
            "อธิบดีกรมทดสอบน้ำ ผู้อำนวยการศูนย์ป้ายเตือนภัย",
            None,
        ),
        (
            "ปลัดจังหวัด\nรักษาราชการแทนรองผู้ว่าราชการจังหวัดทดสอบ\nปฏิบัติราชการแทน\nผู้ว่าราชการจังหวัดทดสอบ",
            "ปลัดจังหวัด",
            "รักษาราชการแทนรองผู้ว่าราชการจังหวัดทดสอบ ปฏิบัติราชการแทน ผู้ว่าราชการจังหวัดทดสอบ",
        ),
        (
            "ปลัดจังหวัด\nรักษาราชการแทนรองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน\nผู้ว่าราชการจังหวัดทดสอบ",
            "ปลัดจังหวัด",
            "รักษาราชการแทนรองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน ผู้ว่าราชการจังหวัดทดสอบ",
        ),
        (
            "ผู้อำนวยการกองน้ำ\nรักษาการแทนรองอธิบดี รักษาราชการแทน\nอธิบดีกรมทดสอบน้ำ",
            "ผู้อำนวยการกองน้ำ",
            "รักษาการแทนรองอธิบดี รักษาราชการแทน อธิบดีกรมทดสอบน้ำ",
        ),
        ("หัวหน้ากองน้ำ\nคำสั่งอธิบดี\nอนุมัติ", "หัวหน้ากองน้ำ", None),
        ("หัวหน้ากองน้ำ\nตรวจแล้ว เห็นควรอนุมัติ", "หัวหน้ากองน้ำ", None),
        (
            "ประธานกรรมการ\nคณะกรรมการสถานศึกษาโรงเรียนทดสอบวิทยา",
            "ประธานกรรมการ คณะกรรมการสถานศึกษาโรงเรียนทดสอบวิทยา",
            None,
        ),
        ("อธิบดีกรมทดสอบน้ำ\nรับทราบคำสั่ง", "อธิบดีกรมทดสอบน้ำ", None),
        ("อธิบดีกรมทดสอบน้ำ\nปิดประกาศ ๒๗ ธ.ค. ๖๒ ลงชื่อ ทดลอง ผู้ปิดประกาศ", "อธิบดีกรมทดสอบน้ำ", None),
        ("รอง ผบ.ทส.ปรท.ผบ.ทส.", "รอง ผบ.ทส.", "ปรท.ผบ.ทส."),
        (
            "ปลัดเทศบาล ปฏิบัติหน้าที่\nนายกเทศมนตรีตำบลทดสอบ",
            "ปลัดเทศบาล",
            "ปฏิบัติหน้าที่ นายกเทศมนตรีตำบลทดสอบ",
        ),
        (
            "ผู้อำนวยการกองน้ำ ปฏิบัติราชการแทน\nอธิบดีกรมทดสอบน้ำ ปฏิบัติราชการแทน\nปลัดกระทรวงทดสอบ",
            "ผู้อำนวยการกองน้ำ",
            "ปฏิบัติราชการแทน อธิบดีกรมทดสอบน้ำ ปฏิบัติราชการแทน ปลัดกระทรวงทดสอบ",
        ),
        (
            "รองอธิบดี ปฏิบัติราชการ\nแทนอธิบดีกรมทดสอบน้ำ",
            "รองอธิบดี",
            "ปฏิบัติราชการแทนอธิบดีกรมทดสอบน้ำ",
        ),
        (
            "รองอธิบดี รักษา\nราชการแทน อธิบดีกรมทดสอบน้ำ",
            "รองอธิบดี",
            "รักษาราชการแทน อธิบดีกรมทดสอบน้ำ",
        ),
        (
            "ผู้อำนวยการกองน้ำ รักษาราชการ\nแทน\nอธิบดีกรมทดสอบน้ำ",
            "ผู้อำนวยการกองน้ำ",
            "รักษาราชการแทน อธิบดีกรมทดสอบน้ำ",
        ),
        (
            "รองอธิบดี\nรักษาการ\nในตำแหน่งอธิบดีกรมทดสอบน้ำ",
            "รองอธิบดี",
            "รักษาการในตำแหน่งอธิบดีกรมทดสอบน้ำ",
        ),
        (
            "รองอธิบดี รักษาการ\nแทนอธิบดีกรมทดสอบน้ำ",
            "รองอธิบดี",
            "รักษาการแทนอธิบดีกรมทดสอบน้ำ",
        ),
        ("ประธานกรรมการ\nบริษัท ทดสอบน้ำ จำกัด", "ประธานกรรมการ บริษัท ทดสอบน้ำ จำกัด", None),
        (
            "ปลัดอำเภอ (เจ้าพนักงานทดสอบ\nชำนาญการ) รักษาราชการแทน\nนายอำเภอทดสอบ",
            "ปลัดอำเภอ (เจ้าพนักงานทดสอบชำนาญการ)",
            "รักษาราชการแทน นายอำเภอทดสอบ",
        ),
        (
            "รองปลัดเทศบาล รักษา\nราชการแทน\nปลัดเทศบาล ปฏิบัติ\nหน้าที่\nนายกเทศมนตรีตำบลทดสอบ",
            "รองปลัดเทศบาล",
            "รักษาราชการแทน ปลัดเทศบาล ปฏิบัติหน้าที่ นายกเทศมนตรีตำบลทดสอบ",
        ),
        (
            "ผู้อำนวยการกลุ่มน้ำ\nปฏิบัติหมาที่รองผู้อำนวยการสำนักงาน\nจังหวัด\n"
            "รักษาราชการแทนผู้อำนวยการ\nสำนักงานทดสอบ\nริมตลิ่ง",
            "ผู้อำนวยการกลุ่มน้ำ",
            "รักษาราชการแทนผู้อำนวยการ สำนักงานทดสอบ ริมตลิ่ง",
        ),
    ],
)
def test_the_first_title_is_the_post_and_the_words_for_acting_open_the_rest(
    lines, position, acting_for
):
    signatory = signed_by(f"(นายทดลอง น้ำใส)\n{lines}")

    assert signatory.name == "นายทดลอง น้ำใส"
    assert (signatory.position, signatory.acting_for) == (position, acting_for)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("พลตำรวจเอก\n(ทดลอง น้ำใส)\nผู้บัญชาการ", "พลตำรวจเอก ทดลอง น้ำใส"),
        ("พล.ต.ท. ทดลอง น้ำใส\n(ทดลอง น้ำใส)\nผู้บัญชาการ", "พล.ต.ท. ทดลอง น้ำใส"),
        ("ว่าที่ ร.ต. (ทดลอง น้ำใส)\nนายอำเภอทดสอบ", "ว่าที่ ร.ต. ทดลอง น้ำใส"),
        ("ทดลอง น้ำใส\n(นายทดลอง น้ำใส)\nอธิบดี", "นายทดลอง น้ำใส"),
        ("(พระครูทดลองน้ำใส)\nเจ้าคณะอำเภอทดสอบ", "พระครูทดลองน้ำใส"),
        ("(นายกมล กำจร)\nอธิบดี", "นายกมล กำจร"),
        ("(นายก สภา)\nอธิบดี", None),
        ("(.......................)\nอธิบดีกรมทดสอบน้ำ", None),
    ],
)
def test_the_name_is_the_printed_one_with_its_rank(lines, name):
    assert signed_by(lines).name == name


def test_an_order_without_brackets_is_signed_by_the_name_under_its_day():
    order = the_letter(f"{ORDER}พลเอก\nทดลอง น้ำใส\nนายกทดสอบสมาคม\n")

    assert order.signatory.name == "พลเอก ทดลอง น้ำใส"
    assert order.signatory.position == "นายกทดสอบสมาคม"


def test_the_office_in_the_foot_is_no_title():
    assert FOOT.startswith("กอง")
    assert "กอง" not in signed_by("(นายทดลอง น้ำใส)\nอธิบดีกรมทดสอบน้ำ").position


@pytest.mark.parametrize(
    "title",
    ["น.พ.", "ทพญ.", "ภญ.", "น.สพ.", "จ.ส.อ.", "พ.จ.อ.", "ด.ต.", "น.ท.", "ม.จ.", "พญ.", "ร.ต.อ."],
)
def test_a_name_may_have_any_title(title):
    assert is_name_line(f"({title}ทดลอง น้ำใส)")


@pytest.mark.parametrize(
    "line",
    [
        "(ชื่อ สกุล)",
        "(วัน เดือน ปี)",
        "(ผู้อำนวยการ กองคลัง)",
        "(ฉบับที่ ๒)",
        "(ถ้ามี)",
        "(สำเนา)",
        "(Flood Map) และป้าย",
    ],
)
def test_what_else_stands_in_brackets_is_no_name(line):
    assert not is_name_line(line)


@pytest.mark.parametrize(
    "titles",
    [
        ("รองอธิบดี", "รักษา", "ราชการแทนอธิบดีกรมทดสอบน้ำ"),
        ("รองอธิบดี รักษาราชการ", "แทน", "อธิบดีกรมทดสอบน้ำ"),
    ],
)
def test_words_for_acting_broken_on_a_scan_are_no_scraps(titles):
    lines = tuple(
        Line(page=1, text=text, cells=(text,), source="ocr", confidence=0.93)
        for text in (
            *f"{HEAD}{BODY}ขอแสดงความนับถือ".split("\n"),
            "(นายทดลอง น้ำใส)",
            *titles,
        )
    )

    (letter,) = read_letters([Page(1, lines)])

    assert letter.signatory.position == "รองอธิบดี"
    assert letter.signatory.acting_for.replace(" ", "") == "รักษาราชการแทนอธิบดีกรมทดสอบน้ำ"


@pytest.mark.parametrize("rank", ["พลตำรวจตรี", "ร.ต.อ.", "ว่าที่ ร.ต.", "จ.ส.อ."])
def test_a_rank_over_the_name_belongs_to_it_in_full_or_short(rank):
    signed = signed_by(f"{rank}\n( ทดลอง  น้ำใส )\nผู้กำกับการสถานีทดสอบ")

    assert (signed.name, signed.position) == (f"{rank} ทดลอง น้ำใส", "ผู้กำกับการสถานีทดสอบ")


def test_the_post_may_stand_behind_the_name_and_the_section_under_both():
    text = f"{HEAD}{BODY}ขอแสดงความนับถือ\n(นายทดลอง น้ำใส) ศึกษานิเทศก์ชำนาญการ\n{FOOT}"
    letter = the_letter(text)

    assert (letter.signatory.name, letter.signatory.position) == (
        "นายทดลอง น้ำใส",
        "ศึกษานิเทศก์ชำนาญการ",
    )
    assert letter.contact.section == "กองป้ายเตือนภัย"


def test_specks_behind_the_printed_name_are_no_title():
    signed = signed_by("(นายทดลอง น้ำใส)   |\nอธิบดีกรมทดสอบน้ำ")

    assert (signed.name, signed.position) == ("นายทดลอง น้ำใส", "อธิบดีกรมทดสอบน้ำ")


def test_the_word_for_the_post_may_stand_on_a_line_of_its_own():
    signed = signed_by(
        "(นายทดลอง น้ำใส)\nตำแหน่ง\nนักวิชาการพัสดุชำนาญการ\nรักษาราชการแทน\nหัวหน้ากลุ่มงานพัสดุ"
    )

    assert signed.position == "นักวิชาการพัสดุชำนาญการ"
    assert signed.acting_for == "รักษาราชการแทน หัวหน้ากลุ่มงานพัสดุ"


def test_a_post_that_a_line_broke_inside_goes_on_below_it():
    signed = signed_by(
        "(ดร.ทดลอง น้ำใส)\nรองคณบดีฝ่ายทดลองและ\nวัดผล\nปฏิบัติราชการแทนคณบดีคณะ\nวิทยาศาสตร์น้ำ"
    )

    assert signed.position == "รองคณบดีฝ่ายทดลองและ วัดผล"
    assert signed.acting_for == "ปฏิบัติราชการแทนคณบดีคณะ วิทยาศาสตร์น้ำ"


@pytest.mark.parametrize(
    ("principal", "place"),
    [
        ("นายแพทย์สาธารณสุข", "จังหวัดทดสอบ"),
        ("เกษตร", "อำเภอทดลอง"),
        ("เลขาธิการคณะกรรมการ", "ท.ด.ส."),
        ("เลขาธิการสำนักงาน", "ศาลทดสอบ"),
        ("ผู้อำนวยการสำนักงานพระพุทธศาสนา", "จังหวัดทดสอบ"),
        ("ผู้จัดการการไฟฟ้าส่วนภูมิภาค", "อำเภอทดสอบ"),
    ],
)
def test_the_place_of_a_principal_may_stand_on_the_line_below(principal, place):
    letter = the_letter(
        f"{HEAD}{BODY}ขอแสดงความนับถือ\n(นายทดลอง น้ำใส)\nที่ปรึกษาด้านทดสอบ\nการทดลอง\n"
        f"รักษาราชการแทน{principal}\n{place}\n{FOOT}"
    )

    assert letter.signatory.position == "ที่ปรึกษาด้านทดสอบ การทดลอง"
    assert letter.signatory.acting_for == f"รักษาราชการแทน{principal} {place}"
    assert letter.contact.section == "กองป้ายเตือนภัย"


def test_what_a_code_to_scan_is_for_is_no_title():
    signed = signed_by("(นายทดลอง น้ำใส)\nผู้อำนวยการกองทดสอบ\nคิวอาร์โค้ดแบบสอบถาม")

    assert signed.position == "ผู้อำนวยการกองทดสอบ"


@pytest.mark.parametrize("acting", ["รักษาราชกภารแทน", "รักษาราชการแทบน"])
def test_words_for_acting_that_a_picture_garbled_open_the_principal(acting):
    letter = the_letter_off_a_picture(
        f"{HEAD}{BODY}ขอแสดงความนับถือ\n(นายทดลอง น้ำใส)\nหัวหน้าฝ่ายปรับปรุงระบบ\nทดสอบน้ำ {acting}\n"
        f"ผู้อำนวยการโครงการทดสอบน้ำ\n{FOOT}"
    )

    assert letter.signatory.acting_for == "รักษาราชการแทน ผู้อำนวยการโครงการทดสอบน้ำ"


def test_a_second_post_is_no_part_of_the_position_but_the_head_of_a_centre():
    second = "ประธานกรรมการอำนวยการจัดงานป้าย"
    centre = "ผู้อำนวยการศูนย์ป้ายเตือนภัย"

    first, with_centre = (
        the_letter(f"{HEAD}{BODY}{SIGNED}{post}\n").signatory.position for post in (second, centre)
    )

    assert first == "อธิบดีกรมทดสอบน้ำ"
    assert with_centre == f"อธิบดีกรมทดสอบน้ำ {centre}"


@pytest.mark.parametrize(
    "below", ["แบบ ทน.๖๕-๑ ตารางบันทึกผล", "ตารางปิดประตูระบายน้ำ", "บัญชีเวรเฝ้าป้าย", "ระเบียบวาระการประชุม"]
)
def test_a_form_under_the_signature_is_no_post(below):
    assert the_letter(f"{HEAD}{BODY}{SIGNED}{below}\n").signatory.position == "อธิบดีกรมทดสอบน้ำ"


def test_words_for_acting_that_a_scan_garbled_are_those_words():
    signed = SIGNED.replace("อธิบดีกรมทดสอบน้ำ", "รองอธิบดี ปฏิบัติราชฏภารแทน\nอธิบดีกรมทดสอบน้ำ")

    signatory = the_letter(f"{HEAD}{BODY}{signed}").signatory

    assert signatory.position == "รองอธิบดี"
    assert signatory.acting_for == "ปฏิบัติราชการแทน อธิบดีกรมทดสอบน้ำ"


def test_a_misspelt_word_for_acting_stays_as_it_is_printed():
    signed = SIGNED.replace("อธิบดีกรมทดสอบน้ำ", "รองอธิบดี ปฎิบัติราชการแทน\nอธิบดีกรมทดสอบน้ำ")

    assert (
        the_letter(f"{HEAD}{BODY}{signed}").signatory.acting_for == "ปฎิบัติราชการแทน อธิบดีกรมทดสอบน้ำ"
    )
