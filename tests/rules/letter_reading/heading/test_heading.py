from datetime import date

import pytest

from tests.rules.letter_reading.letters import (
    BODY,
    FOOT,
    HEAD,
    ORDER,
    SIGNED,
    the_letter,
)

REST = f"เรื่อง การสำรวจป้าย\nเรียน อธิบดีกรมทดลอง\n{BODY}{SIGNED}{FOOT}"


@pytest.mark.parametrize(
    ("heading", "issuer", "urgency"),
    [
        ("ที่ ทส ๙๙๐๑/ว ๘๑ กรมทดสอบน้ำ ๙๒ ถนนทดสอบ กทม. ๑๐๔๐๐ ๓ สิงหาคม ๒๕๖๐", "กรมทดสอบน้ำ", None),
        ("กรมทดสอบน้ำ\nถนนทดสอบ กทม. ๑๐๔๐๐\nที่ ทส ๙๙๐๑/ว ๘๑\n๓ สิงหาคม ๒๕๖๐", "กรมทดสอบน้ำ", None),
        ("๓ สิงหาคม ๒๕๖๐\nที่ ทส ๙๙๐๑/ว ๘๑\nกรมทดสอบน้ำ\nถนนทดสอบ กทม. ๑๐๔๐๐", "กรมทดสอบน้ำ", None),
        ("ที่ ทส ๙๙๐๑/ว ๘๑ (ด่วนมาก)\nกรมทดสอบน้ำ\n๓ สิงหาคม ๒๕๖๐", "กรมทดสอบน้ำ", "ด่วนมาก"),
        ("( ว.ด่วน )\nที่ ทส ๙๙๐๑/ว ๘๑\nกรมทดสอบน้ำ\n๓ สิงหาคม ๒๕๖๐", "กรมทดสอบน้ำ", "ด่วน"),
        ("ว. ด่วนมาก\nที่ ทส ๙๙๐๑/ว ๘๑\nกรมทดสอบน้ำ\n๓ สิงหาคม ๒๕๖๐", "กรมทดสอบน้ำ", "ด่วนมาก"),
        ("“ด่วนที่สุด”\nที่ทส๙๙๐๑/ว๘๑\nกรมทดสอบน้ำ\n๓สิงหาคม๒๕๖๐", "กรมทดสอบน้ำ", "ด่วนที่สุด"),
        ("ทส ๙๙๐๑/ว ๘๑\nกรมทดสอบน้ำ\n๓ สิงหาคม ๖๐", "กรมทดสอบน้ำ", None),
        ("ที่ ทส ๙๙๐๑/ว ๘๑\nแขวงทางหลวงทดสอบที่ ๑\nถนนทดลอง\n3/8/2560", "แขวงทางหลวงทดสอบที่ ๑", None),
        ("ที่ ทส ๙๙๐๑/ว ๘๑\nมณฑลทหารบกที่ ๙๙\nค่ายทดสอบ\n๓ ส.ค. ๒๕๖๐", "มณฑลทหารบกที่ ๙๙", None),
        (
            "ที่ ทส ๙๙๐๑/ว ๘๑\nสำนักงานส่งเสริม\nและประสานงานน้ำ\nถนนทดลอง\nวันที่ ๓ เดือนสิงหาคม พ.ศ. ๒๕๖๐",
            "สำนักงานส่งเสริมและประสานงานน้ำ",
            None,
        ),
    ],
)
def test_the_heading_is_read_in_every_order(heading, issuer, urgency):
    letter = the_letter(f"{heading}\n{REST}")

    assert letter.number.normalized == "ทส 9901/ว 81"
    assert letter.dated_on == date(2017, 8, 3)
    assert (letter.issuer, letter.urgency) == (issuer, urgency)


@pytest.mark.parametrize("broken", ["๙๙๐๑./\n๘๑ ถนนทดสอบ", "๙๙๐๑/\n๘๑", "๙๙๐๑/ว\n๘๑ ถนนทดสอบ"])
def test_a_number_that_breaks_behind_its_slash_is_read_whole(broken):
    letter = the_letter(f"ที่ ทส {broken}\nกรมทดสอบน้ำ\n๓ สิงหาคม ๒๕๖๐\n{REST}")

    assert letter.number.running == "81"
    assert letter.number.is_circular == ("ว" in broken)


@pytest.mark.parametrize("below", ["กรมทดสอบน้ำ", "๘๑/๔ ถนนทดสอบ"])
def test_a_number_left_open_takes_nothing_else_from_the_next_line(below):
    letter = the_letter(f"ที่ ทส ๙๙๐๑/\n{below}\n๓ สิงหาคม ๒๕๖๐\n{REST}")

    assert letter.number.running is None


@pytest.mark.parametrize(
    "title",
    [
        "คำสั่งกรมทดสอบน้ำ\nที่ ๘๑/๒๕๖๐\nเรื่อง แต่งตั้งคณะกรรมการ",
        "คำสั่งกรมทดสอบน้ำ ที่ ๘๑/๒๕๖๐ เรื่อง แต่งตั้งคณะกรรมการ",
        "สำเนา\nคำสั่งกรมทดสอบน้ำ\nที่ ๘๑ / ๒๕๖๐\nเรื่อง แต่งตั้งคณะกรรมการ",
        "คำสั่งกรมทดสอบน้ำที่ ๘๑/๒๕๖๐\nเรื่อง แต่งตั้งคณะกรรมการ",
        "คำสั่ง\nกรมทดสอบน้ำ\nที่ ๘๑/๒๕๖๐\nเรื่อง แต่งตั้งคณะกรรมการ",
    ],
)
def test_an_order_tells_its_office_in_its_title(title):
    letter = the_letter(
        f"{title}\nอาศัยอำนาจตามมาตรา ๓๒ จึงแต่งตั้งผู้มีรายชื่อ\nสั่ง ณ วันที่ ๓ สิงหาคม พ.ศ. ๒๕๖๐\n"
        "(นายทดลอง น้ำใส)\nอธิบดี\n"
    )

    assert letter.kind == "คำสั่ง"
    assert (letter.number.normalized, letter.number.running) == ("81/2560", "81")
    assert (letter.issuer, letter.subject) == ("กรมทดสอบน้ำ", "แต่งตั้งคณะกรรมการ")
    assert letter.dated_on == date(2017, 8, 3)


@pytest.mark.parametrize(
    "heading",
    [
        "บันทึกข้อความ\nส่วนราชการ กองทดสอบ โทร. ๑๒๓๔\nที่ ทส ๙๙๐๑/๘๑ วันที่ ๓ สิงหาคม ๒๕๖๐",
        "บันทึกข้อความ\nส่วนราชการ...กองทดสอบ......โทร...๑๒๓๔...\n"
        "ที่....ทส ๙๙๐๑/๘๑.....วันที่....๓ สิงหาคม ๒๕๖๐....",
        "บันทึกข้อความ\nส่วนราชการ กองทดสอบ โทรศัพท์ภายใน ๑๒๓๔\nที่ ทส ๙๙๐๑/๘๑\nวันที่ ๓ สิงหาคม ๒๕๖๐",
        "บันทึกข้อความ\nส่วนราชการ กองทดสอบ หมายเลขภายใน ๑๒๓๔\nที่ ทส ๙๙๐๑/๘๑\nวันที่ ๓ สิงหาคม ๒๕๖๐",
        "บันทึกข้อความ\nหน่วยงาน กองทดสอบ (โทร. ๑๒๓๔)\nที่ ทส ๙๙๐๑/๘๑ ลงวันที่ ๓ ส.ค. ๖๐",
        "ส่วนราชการ กองทดสอบ โทร. ๑๒๓๔\nเลขที่ ทส ๙๙๐๑/๘๑\nวันที่ ๓ สิงหาคม ๒๕๖๐",
    ],
)
def test_a_memo_tells_its_unit_and_its_telephone_in_one_line(heading):
    letter = the_letter(f"{heading}\n{REST}")

    assert letter.kind == "หนังสือภายใน"
    assert letter.number.normalized == "ทส 9901/81"
    assert (letter.issuer, letter.contact.phone) == ("กองทดสอบ", "๑๒๓๔")
    assert letter.dated_on == date(2017, 8, 3)


@pytest.mark.parametrize(
    "number", ["ที่ ทส          ", "ที่ ทส ............/..........\n", "ที่ ทส ๙๙๐๑/          ", "ที่\n"]
)
def test_a_number_left_for_the_pen_hides_no_office(number):
    letter = the_letter(f"{number}กรมทดสอบน้ำ\nถนนทดสอบ กทม. ๑๐๔๐๐\n๓ สิงหาคม ๒๕๖๐\n{REST}")

    assert letter.issuer == "กรมทดสอบน้ำ"
    assert letter.dated_on == date(2017, 8, 3)
    assert letter.number is None or letter.evidence["number"].confirm


def test_a_printed_memo_without_its_label_names_its_unit_under_the_title():
    letter = the_letter(
        "บันทึกข้อความ\nคณะทดสอบ สำนักงานเลขานุการ โทร. ๑๒๑, ๑๒๒\n"
        f"ที่ ทส ๙๙๐๑/๘๑ วันที่ ๓ สิงหาคม ๒๕๖๐\n{REST}"
    )

    assert letter.issuer == letter.contact.section == "คณะทดสอบ สำนักงานเลขานุการ"
    assert letter.contact.phone == "๑๒๑, ๑๒๒"


@pytest.mark.parametrize(
    ("heading", "issuer"),
    [
        ("โรงเรียนทดสอบน้ำ\nตำบลทดลอง อำเภอทดลอง\nจังหวัดทดสอบ ๙๙๙๙๙\nที่ ทส ๙๙๐๑/๘๑", "โรงเรียนทดสอบน้ำ"),
        ("กรมทดสอบน้ำ\nค่ายทดลอง อ.เมือง จว.ทดสอบ\nที่ ทส ๙๙๐๑/๘๑", "กรมทดสอบน้ำ"),
        ("จังหวัดทดสอบ\nที่ ทส ๙๙๐๑/๘๑", "จังหวัดทดสอบ"),
        ("กรมทดสอบน้ำ\nกระทรวงทดลอง\nถนนทดลอง กทม. ๑๐๔๐๐\nที่ ทส ๙๙๐๑/๘๑", "กรมทดสอบน้ำ กระทรวงทดลอง"),
        ("ที่ ทส ๙๙๐๑/๘๑\nสำนักงานน้ำจังหวัดทดสอบ\nศาลากลางจังหวัด ทส ๙๙๐๐๐", "สำนักงานน้ำจังหวัดทดสอบ"),
        ("ที่ ทส ๙๙๐๑/๘๑\nกรมทดสอบน้ำ\nกระทรวงทดลอง กทม. ๑๐๓๐๐", "กรมทดสอบน้ำ"),
        ("ที่ ทส ๙๙๐๑/๘๑\nกรมทดสอบน้ำ\nกระทรวงทดลอง", "กรมทดสอบน้ำ กระทรวงทดลอง"),
        ("ที่ ทส ๙๙๐๑/๘๑\nคณะน้ำ\nมหาวิทยาลัยทดสอบ ทส ๙๙๐๐๐", "คณะน้ำ มหาวิทยาลัยทดสอบ"),
        ("ที่ ทส ๙๙๐๑/๘๑\nคณะกรรมการวินิจฉัยป้าย\nการเตือนภัยแห่งชาติ", "คณะกรรมการวินิจฉัยป้ายการเตือนภัยแห่งชาติ"),
        ("ที่ ทส ๙๙๐๑/๘๑\nศาลากลางจังหวัดทดสอบ\nถนนทดลอง ทส ๙๙๐๐๐", "ศาลากลางจังหวัดทดสอบ"),
    ],
)
def test_an_address_is_not_the_office_that_lives_there(heading, issuer):
    assert the_letter(f"{heading}\n๓ สิงหาคม ๒๕๖๐\n{REST}").issuer == issuer


@pytest.mark.parametrize("rule", ["----------------", "*****************", "____________"])
def test_a_title_goes_on_to_the_rule_under_it(rule):
    letter = the_letter(
        "คำสั่งโรงเรียนทดสอบวิทยา\nที่ ๑๒/๒๕๖๐\nเรื่อง แต่งตั้งคณะกรรมการตรวจป้ายเตือนภัยริมตลิ่ง\n"
        f"เพื่อความปลอดภัยในฤดูน้ำหลาก\n{rule}\n"
        "        เพื่อให้การตรวจป้ายเป็นไปด้วยความเรียบร้อย จึงแต่งตั้งคณะกรรมการตรวจป้ายเตือนภัยทุกแห่ง\n"
        "สั่ง ณ วันที่ ๒ มีนาคม พ.ศ. ๒๕๖๐\n"
    )

    assert letter.subject == "แต่งตั้งคณะกรรมการตรวจป้ายเตือนภัยริมตลิ่ง เพื่อความปลอดภัยในฤดูน้ำหลาก"


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("ประกาศสำนักงานทดสอบ จังหวัดน้ำใส ฉบับที่ ๒/๒๕๖๐", "2/2560"),
        ("ประกาศ\nสำนักงานทดสอบ จังหวัดน้ำใส\n(ฉบับที่ ๒/๒๕๖๐)", "2/2560"),
        ("ประกาศสำนักงานทดสอบ จังหวัดน้ำใส", None),
    ],
)
def test_a_notice_is_of_the_office_in_its_title_without_its_number(title, number):
    letter = the_letter(
        f"{title}\nเรื่อง ผลการประชุมครั้งที่ ๓/๒๕๖๐\nด้วยสำนักงานทดสอบได้ประชุมแล้ว จึงประกาศให้ทราบ\n"
        "ประกาศ ณ วันที่ ๓ สิงหาคม พ.ศ. ๒๕๖๐\n(นายทดลอง น้ำใส)\nผู้อำนวยการ\n"
    )

    assert (letter.kind, letter.issuer) == ("ประกาศ", "สำนักงานทดสอบ จังหวัดน้ำใส")
    assert (letter.number and letter.number.normalized) == number


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("ทส.", "ทส."),
        ("สภ.ทส. โทร. ๑๒", "สภ.ทส."),
        ("....กองน้ำ....", "กองน้ำ"),
        ("กองน้ำ.....ทส.....", "กองน้ำ.....ทส"),
    ],
)
def test_the_full_stop_of_a_short_name_is_no_dot_to_write_on(written, unit):
    letter = the_letter(f"บันทึกข้อความ\nส่วนราชการ {written}\nที่ ทส ๙๙๐๑/๘๑\nวันที่ ๓ สิงหาคม ๒๕๖๐\n{REST}")

    assert letter.issuer == unit


@pytest.mark.parametrize("rule", ["----------", "**********", "–––––––"])
def test_a_rule_behind_a_subject_is_none_of_it(rule):
    text = REST.replace("การสำรวจป้าย", f"การสำรวจป้าย{rule}", 1)

    assert the_letter(f"ที่ ทส ๙๙๐๑/๘๑\nกรมทดสอบน้ำ\n๓ สิงหาคม ๒๕๖๐\n{text}").subject == "การสำรวจป้าย"


@pytest.mark.parametrize("title", ["สรุปมติที่ประชุม", "บันทึกมติการประชุม", "มติการประชุม", "รายงานการประชุม"])
def test_minutes_are_known_by_their_title(title):
    letter = the_letter(f"{title}ผู้บริหารสำนักงานทดสอบ\nวันที่ ๒๙ สิงหาคม ๒๕๖๐\nที่ประชุมมีมติให้ทุกกองรายงาน\n")

    assert letter.kind == "สรุปมติที่ประชุม"


def test_the_office_may_stand_behind_the_urgency_over_the_number():
    letter = the_letter(f"ด่วนที่สุด          กระทรวงทดสอบ\nที่ ทส ๙๙๐๑/ว ๘๑\n๓ มิถุนายน ๒๕๖๕\n{REST}")

    assert (letter.urgency, letter.issuer) == ("ด่วนที่สุด", "กระทรวงทดสอบ")


@pytest.mark.parametrize("mark", ["(ตราครุฑ)", "( สำเนา )", "(สำเนาคู่ฉบับ)"])
def test_the_number_may_stand_behind_the_emblem(mark):
    letter = the_letter(f"{mark} ที่ ทส ๙๙๐๑/ว ๘๑\nกรมทดสอบน้ำ\n๓ มิถุนายน ๒๕๖๕\n{REST}")

    assert (letter.number.normalized, letter.issuer) == ("ทส 9901/ว 81", "กรมทดสอบน้ำ")


def test_an_office_over_the_number_is_not_the_hall_it_sits_in():
    house = "ที่ ทส ๙๙๐๑/ว ๘๑\nศาลากลางจังหวัดทดลอง ถนนทดลอง ทล ๕๒๐๐๐\n๓ มิถุนายน ๒๕๖๕\n"

    assert the_letter(f"สำนักงานป้ายจังหวัดทดลอง\n{house}{REST}").issuer == "สำนักงานป้ายจังหวัดทดลอง"
    assert the_letter(f"สำนักงานป้ายจังหวัดทดสอบ\n{house}{REST}").issuer == "ศาลากลางจังหวัดทดลอง"


def test_a_letter_that_a_stamp_left_is_none_of_the_office_nor_is_its_village():
    letter = the_letter(
        "ที่ พท ๙๙๙๐๔/๓๗๗ ญ่ องค์การบริหารส่วนตำบลทดสอบ\nหมู่ท ๖ ตำบลทดสอบ\n๙ มิถุนายน ๒๕๖๕\n"
        f"เรื่อง ขออนุมัติ\nเรียน ผู้ว่าราชการจังหวัด\n{BODY}{SIGNED}"
    )

    assert letter.issuer == "องค์การบริหารส่วนตำบลทดสอบ"


@pytest.mark.parametrize("printed", ["ด่ วน", "ด่ วนที่สุด", "ด่ว นมาก"])
def test_a_blank_inside_the_urgency_hides_it_not(printed):
    letter = the_letter(f"{printed}\n{HEAD}{BODY}{SIGNED}{FOOT}")

    assert letter.urgency == printed.replace(" ", "")


def test_offices_of_the_state_among_the_addressees_make_no_memo_of_a_letter():
    letter = the_letter(
        "ที่ ทส ๙๙๐๑/๔๕๖\nถึง สำนักงานจังหวัด ทุกจังหวัด และ\nส่วนราชการที่มีป้าย\n"
        "พร้อมหนังสือนี้ กรมทดสอบน้ำขอส่งคู่มือมาเพื่อใช้ในราชการ\nกรมทดสอบน้ำ\n๑๒ กรกฎาคม ๒๕๖๕\n"
    )

    assert letter.kind == "หนังสือประทับตรา"


def test_an_order_that_a_receiver_submits_to_his_head_stays_an_order():
    letter = the_letter(f"{ORDER}(นายทดลอง น้ำใส)\nผู้อำนวยการ\nเรียน ผู้อำนวยการกองคลัง\nจดหมายเข้าวันนี้\n")

    assert (letter.kind, letter.addressees) == ("คำสั่ง", [])


def test_the_end_of_a_broken_word_opens_no_addressees():
    subject = "เรื่อง แต่งตั้งคณะกรรมการดำเนินงานนิเทศภายในและตรวจเยี่ยมชั้น\nเรียน\nภาคเรียนที่ ๒"

    letter = the_letter(ORDER.replace("เรื่อง แต่งตั้งเวรยาม", subject))

    assert (letter.kind, letter.addressees) == ("คำสั่ง", [])
    assert letter.subject.startswith("แต่งตั้งคณะกรรมการดำเนินงานนิเทศภายในและตรวจเยี่ยมชั้นเรียน")


def test_the_label_of_the_addressees_opens_them_behind_such_a_word_too():
    head = HEAD.replace("น้ำหลาก\nเรียน", "ที่อาคาร ๕ ชั้น\nเรียน")

    assert the_letter(f"{head}{BODY}{SIGNED}").addressees == ["ผู้ว่าราชการจังหวัด ทุกจังหวัด"]


def test_a_subject_that_goes_on_with_its_own_label_is_whole():
    text = HEAD.replace(
        "การสำรวจป้ายเตือนภัยน้ำหลาก", "ขอเชิญประชุมและขอข้อมูลประกอบการพิจารณา\nเรื่องร้องเรียนการเวนคืนที่ดิน"
    )

    assert the_letter(f"{text}{BODY}{SIGNED}").subject == (
        "ขอเชิญประชุมและขอข้อมูลประกอบการพิจารณาเรื่องร้องเรียนการเวนคืนที่ดิน"
    )


def test_a_letterhead_over_the_number_is_no_story():
    head = HEAD.replace("ที่ ทส ๙๙๐๑/ว ๘๑\nกรมทดสอบน้ำ\nถนนทดลอง กทม. ๑๐๔๐๐\n", "")
    over = (
        "การประปาทดสอบ\nเขต ๒ (ภาคตะวันออกเฉียงเหนือตอนล่างและภาคตะวันออก)\n"
        "๒๒๒ หมู่ ๗ ถนนทดลอง ตำบลทดลอง อำเภอเมือง จังหวัดทดสอบ ๓๔๐๐๐ โทรศัพท์ ๐ ๒๐๐๐ ๐๐๐๐ "
        "โทรสาร ๐ ๒๐๐๐ ๐๐๐๑\nที่ กปท.ฉ.๒/๑๒๓๔๕\n"
    )

    letter = the_letter(f"{over}{head}{BODY}{SIGNED}")

    assert letter.issuer.startswith("การประปาทดสอบ")
    assert letter.number.running == "12345"


def test_a_project_tells_a_year_behind_its_number():
    text = HEAD.replace("ว ๘๑\nกรมทดสอบน้ำ", "๑๒ (๒๕๖๕) โครงการพัฒนาลุ่มน้ำทดสอบ")

    assert the_letter(f"{text}{BODY}{SIGNED}").issuer == "โครงการพัฒนาลุ่มน้ำทดสอบ"


def test_a_subject_goes_on_with_the_way_it_is_done():
    subject = "ประกวดราคาจ้างก่อสร้างป้ายเตือนภัย หมู่ที่ ๙\nด้วยวิธีประกวดราคาอิเล็กทรอนิกส์"
    text = f"ประกาศเทศบาลทดสอบ\nเรื่อง {subject}\nเทศบาลทดสอบ อำเภอทดลอง มีความประสงค์จะประกวดราคา\n"

    letter = the_letter(f"{text}ประกาศ ณ วันที่ ๒ มีนาคม พ.ศ. ๒๕๖๐\n(นายทดลอง น้ำใส)\nนายกเทศมนตรี\n")

    assert letter.subject == subject.replace("\n", " ")


@pytest.mark.parametrize(
    "named",
    [
        "อ้างถึง หนังสือกรมทดสอบน้ำ ด่วนที่สุด\nที่ ทส ๙๙๐๑/ว ๗๐ ลงวันที่ ๒ พฤษภาคม ๒๕๖๕\n",
        "สิ่งที่ส่งมาด้วย สำเนาหนังสือกรมทดสอบน้ำ\nด่วนมาก ที่ ทส ๙๙๐๑/ว ๗๐ ลงวันที่ ๒ พฤษภาคม ๒๕๖๕\n",
    ],
)
def test_the_urgency_of_a_letter_that_is_named_is_not_the_letters_own(named):
    assert the_letter(f"{HEAD}{named}{BODY}{SIGNED}").urgency is None
    assert the_letter(f"ด่วน\n{HEAD}{named}{BODY}{SIGNED}").urgency == "ด่วน"


def test_how_often_a_meeting_was_held_belongs_to_the_title_of_its_minutes_and_its_day_does_not():
    title = "สรุปมติที่ประชุมคณะกรรมการป้ายเตือนภัยจังหวัดสมมุติ"
    for day in ("เมื่อวันที่ ๓ มิถุนายน ๒๕๖๕", "\nวันศุกร์ที่ ๓ มิถุนายน ๒๕๖๕"):
        letter = the_letter(f"{title}\nครั้งที่ ๔/๒๕๖๕ {day}\nณ ห้องประชุมทดสอบ\n๑. ให้ซ่อมป้าย\n")

        assert letter.subject == f"{title} ครั้งที่ ๔/๒๕๖๕"
