import pytest

from tests.rules.letter_reading.letters import (
    BODY,
    FOOT,
    HEAD,
    SIGNED,
    the_letter,
    the_letter_off_a_picture,
)


@pytest.mark.parametrize(
    ("foot", "section", "phone", "email"),
    [
        ("กองทดสอบ กลุ่มน้ำ โทร. ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๒", "กองทดสอบ กลุ่มน้ำ", "๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๒", None),
        (
            "สำนักทดสอบ\nส่วนน้ำ\nโทรศัพท์ ๐๒-๐๐๐-๐๐๐๐ โทรสาร ๐๒-๐๐๐-๐๐๐๑\nE-mail : test@example.go.th",
            "สำนักทดสอบ ส่วนน้ำ",
            "๐๒-๐๐๐-๐๐๐๐",
            "test@example.go.th",
        ),
        ("งานทดสอบ\nโทรศัพท์หมายเลข ๐-๕๐๐๐-๐๐๐๐", "งานทดสอบ", "๐-๕๐๐๐-๐๐๐๐", None),
        ("งานทดสอบ\nโทร./โทรสาร ๐-๕๐๐๐-๐๐๐๐", "งานทดสอบ", "๐-๕๐๐๐-๐๐๐๐", None),
        ("ภาควิชาทดสอบ\nหมายเลขโทรศัพท์ ๐ ๒๐๐๐ ๐๐๐๐", "ภาควิชาทดสอบ", "๐ ๒๐๐๐ ๐๐๐๐", None),
        ("สำเนาเรียน ผู้อำนวยการกองคลัง\nกองทดสอบ\nโทร. ๐ ๒๐๐๐ ๐๐๐๐", "กองทดสอบ", "๐ ๒๐๐๐ ๐๐๐๐", None),
        ("ห้องสมุดทดสอบ\nโทร. ๐ ๒๐๐๐ ๐๐๐๐", "ห้องสมุดทดสอบ", "๐ ๒๐๐๐ ๐๐๐๐", None),
        ("โทร. ๐ ๒๐๐๐ ๐๐๐๐", None, "๐ ๒๐๐๐ ๐๐๐๐", None),
        ("สอบถามรายละเอียด : งานน้ำ กองคลัง โทร. ๐ ๒๐๐๐ ๐๐๐๐", "งานน้ำ กองคลัง", "๐ ๒๐๐๐ ๐๐๐๐", None),
        ("หากรับไม่ชัดเจน แจ้ง กลุ่มน้ำ โทร. ๐ ๒๐๐๐ ๐๐๐๐", "กลุ่มน้ำ", "๐ ๒๐๐๐ ๐๐๐๐", None),
        ("ติดต่อสอบถาม กลุ่มน้ำ โทร. ๐ ๒๐๐๐ ๐๐๐๐", "กลุ่มน้ำ", "๐ ๒๐๐๐ ๐๐๐๐", None),
        ("ติดต่อสอบถามได้ที่ กลุ่มน้ำ โทร. ๐ ๒๐๐๐ ๐๐๐๐", "กลุ่มน้ำ", "๐ ๒๐๐๐ ๐๐๐๐", None),
    ],
)
@pytest.mark.parametrize("post", ["อธิบดีกรมทดสอบน้ำ", "เลขาธิการ"])
def test_the_office_over_the_telephone_owns_the_matter(post, foot, section, phone, email):
    signed = SIGNED.replace("อธิบดีกรมทดสอบน้ำ", post)
    letter = the_letter(f"{HEAD}{BODY}{signed}{foot}\n")

    assert letter.signatory.position == post
    assert letter.contact.section == section
    assert (letter.contact.phone, letter.contact.email) == (phone, email)


def test_a_remark_that_names_whom_to_ring_is_not_the_section():
    remark = "หมายเหตุ โปรดแจ้งจำนวนผู้ร่วมงานเลี้ยง ที่คุณน้ำ งานคลัง โทร. ๑๒๑"
    letter = the_letter(f"{HEAD}{BODY}{SIGNED}{remark}\nกองทดสอบ\nโทร. ๐ ๒๐๐๐ ๐๐๐๐\n")
    alone = the_letter(f"{HEAD}{BODY}{SIGNED}{remark}\n")

    assert (letter.contact.section, letter.contact.phone) == ("กองทดสอบ", "๐ ๒๐๐๐ ๐๐๐๐")
    assert (alone.contact.section, alone.contact.phone) == (None, "๑๒๑")


@pytest.mark.parametrize(
    "person",
    ["พระมหาทดลอง", "นางสาวทดลอง น้ำใส", "คุณทดลอง", "สอบถาม คุณทดลอง", "ติดต่อสอบถาม พระปลัดทดลอง"],
)
def test_whom_to_ring_by_name_is_no_section(person):
    contact = the_letter(f"{HEAD}{BODY}{SIGNED}{person} โทร ๐ ๒๐๐๐ ๐๐๐๐\n").contact
    of_section = the_letter(f"{HEAD}{BODY}{SIGNED}กองทดสอบ\n{person} โทร ๐ ๒๐๐๐ ๐๐๐๐\n").contact

    assert (contact.section, contact.phone) == (None, "๐ ๒๐๐๐ ๐๐๐๐")
    assert (of_section.section, of_section.phone) == ("กองทดสอบ", "๐ ๒๐๐๐ ๐๐๐๐")


@pytest.mark.parametrize("section", ["เรือนจำทดสอบ", "คุณภาพน้ำ"])
def test_a_section_whose_name_opens_like_one_is_no_person(section):
    contact = the_letter(f"{HEAD}{BODY}{SIGNED}{section} โทร ๐ ๒๐๐๐ ๐๐๐๐\n").contact

    assert contact.section == section


def test_an_address_that_a_line_broke_is_whole():
    body = "ด้วยกรมจะสำรวจป้าย จึงขอให้ส่งแบบสำรวจทาง sign\n.test@example.go.th ด้วย\nจึงเรียนมาเพื่อทราบ\n"
    letter = the_letter(f"{HEAD}{body}{SIGNED}{FOOT}")

    assert letter.contact.email == "sign.test@example.go.th"


@pytest.mark.parametrize(
    "line",
    ["สำเนาเรียน ผู้อำนวยการกองคลัง โทร. ๑๑๒", "เห็นควรมอบกองคลัง โทร. ๑๑๒", "กราบเรียน ผอ. โทร. ๑๑๒"],
)
def test_the_telephone_of_whom_a_copy_or_an_order_goes_to_is_not_the_senders(line):
    assert the_letter(f"{HEAD}{BODY}{SIGNED}\n{line}\n").contact is None


@pytest.mark.parametrize("asking", ["สอบถามรายละเอียดได้ที่", "สอบถามรายละเอียดไดที"])
def test_of_a_notice_the_section_is_where_it_says_to_ask(asking):
    ask = f"{asking} ฝ่ายป้าย กองช่าง โทร. ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๒"
    notice = "ประกาศเทศบาลเมืองทดสอบ\nเรื่อง รับสมัครช่างเขียนป้าย\nด้วยเทศบาลจะรับสมัครช่าง\n"
    contact = the_letter(f"{notice}{ask}\nประกาศ ณ วันที่ ๒ มีนาคม ๒๕๖๐\n").contact

    assert (contact.section, contact.phone) == ("ฝ่ายป้าย กองช่าง", "๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๒")


def test_a_memo_s_office_may_go_on_before_its_telephone():
    letter = the_letter(
        "บันทึกข้อความ\nส่วนราชการ โรงพยาบาลทดสอบ กลุ่มงานบริหาร\nทั่วไป โทร. ๑๑๓\n"
        "ที่ รอ ๙๙๒๗/๑๒ วันที่ ๕ กันยายน ๒๕๖๐\nเรื่อง ขอเชิญประชุม\nเรียน หัวหน้าฝ่ายทดสอบ\n"
        f"{BODY}(นายทดลอง น้ำใส)\nผู้อำนวยการโรงพยาบาลทดสอบ\n"
    )

    assert letter.contact.phone == "๑๑๓"
    assert letter.issuer == "โรงพยาบาลทดสอบ กลุ่มงานบริหารทั่วไป"


def test_the_armed_forces_have_a_telephone_of_their_own():
    letter = the_letter(
        "บันทึกข้อความ\nส่วนราชการ   บก.มทบ.๙๙ (กกร.ฯ โทร.ทหาร ๒๙๙๑๔)\nที่ กห ๐๔๘๒.๙๙/๑๒ วันที่ ๕ ส.ค. ๖๔\n"
        f"เรื่อง ขอรับการสนับสนุน\nเรียน ผบ.ร.๙๙\n{BODY}พ.อ.\n( ทดลอง น้ำใส )\nผบ.มทบ.๙๙\n"
    )

    assert letter.contact.phone == "๒๙๙๑๔"


def test_the_word_before_the_section_of_a_form_is_no_part_of_it():
    foot = "ส่วนราชการเจ้าของเรื่อง ส่วนป้ายเตือนภัย\nโทร. ๐ ๒๐๐๐ ๐๐๐๐\n"

    assert the_letter(f"{HEAD}{BODY}{SIGNED}{foot}").contact.section == "ส่วนป้ายเตือนภัย"


def test_a_telescope_is_no_telephone():
    body = (
        "ด้วยกรมทดสอบน้ำ (องค์การมหาชน) กำหนดจัด\nโครงการกระจายกล้องโทรทรรศน์เพื่อการเรียนรู้ โดยจะมอบกล้อง\n"
        "โทรทรรศน์สะท้อนแสงแก่โรงเรียน จึงขอให้รายงานผลการใช้กล้อง\nจึงเรียนมาเพื่อโปรดทราบ\n"
    )

    assert the_letter(f"{HEAD}{body}{SIGNED}").asks == ["ทราบ", "รายงาน"]


def test_a_memo_of_telecommunications_has_its_whole_office():
    memo = (
        "บันทึกข้อความ\nส่วนราชการ สำนักโทรคมนาคมทดสอบ โทร. ๐ ๒๐๐๐ ๐๐๐๐\n"
        "ที่ ทส ๙๙๐๑/๘๑ วันที่ ๓ มิถุนายน ๒๕๖๕\n"
    )
    rest = f"เรื่อง ขอวิทยากร\nเรียน ผู้อำนวยการกองแผน\n{BODY}(นายทดลอง น้ำใส)\nผู้อำนวยการสำนัก\n"

    letter = the_letter(f"{memo}{rest}")

    assert (letter.issuer, letter.contact.phone) == ("สำนักโทรคมนาคมทดสอบ", "๐ ๒๐๐๐ ๐๐๐๐")


def test_an_office_in_a_sentence_over_a_fax_number_is_no_foot():
    body = (
        "ด้วยกรมทดสอบน้ำจะสำรวจป้ายเตือนภัย จึงขอให้จังหวัด\n๑. รายงานผลการสำรวจตามแบบ ทน. ๑ ให้\n"
        "กรมทดสอบน้ำทราบ ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๕ ทาง\nโทรสาร ๐ ๒๐๐๐ ๐๐๐๐ หากไม่มีให้รายงานด้วย\n"
        "จึงแจ้งมาเพื่อดำเนินการ\n"
    )

    letter = the_letter(f"{HEAD}{body}(นายทดลอง น้ำใส)\nอธิบดีกรมทดสอบน้ำ\n{FOOT}")

    assert letter.asks == ["ดำเนินการ", "รายงาน"]
    assert [one.text for one in letter.deadlines] == ["ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๕"]


def notice_contact(told):
    """The contact of a notice that tells this and no office under its signature."""
    notice = "ประกาศโรงพยาบาลทดสอบ\nเรื่อง รับสมัครช่างเขียนป้าย\nด้วยโรงพยาบาลจะรับสมัครช่างเขียนป้าย\n"
    return the_letter(f"{notice}{told}\nประกาศ ณ วันที่ ๒ มีนาคม ๒๕๖๐\n").contact


@pytest.mark.parametrize(
    "handed_in",
    [
        "ยื่นใบสมัครด้วยตนเองได้ที่กลุ่มงานป้าย ชั้น ๓ อาคารทดสอบ ตั้งแต่วันที่ ๓ - ๙ มีนาคม ๒๕๖๐",
        "ขอรับและยื่นซองเสนอราคา ณ กลุ่มงานป้าย ในวันที่ ๙ มีนาคม ๒๕๖๐",
        "ยื่นใบสมัครตามแบบที่แนบได้ที่ กลุ่มงานป้าย ภายในวันที่ ๙ มีนาคม ๒๕๖๐",
    ],
)
def test_a_notice_that_tells_a_telephone_alone_is_asked_about_where_things_are_handed_in(handed_in):
    contact = notice_contact(f"ผู้สนใจ{handed_in} สอบถามรายละเอียดได้ที่โทรศัพท์หมายเลข ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๒")

    assert (contact.section, contact.phone) == ("กลุ่มงานป้าย", "๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๒")


@pytest.mark.parametrize(
    ("told", "section"),
    [
        ("ยื่นใบสมัครได้ที่กลุ่มงานป้าย ชั้น ๓ สอบถามได้ที่ฝ่ายบุคคล โทร. ๐ ๒๐๐๐ ๐๐๐๐", "ฝ่ายบุคคล"),
        ("ยื่นใบสมัครได้ที่นายทดลอง ชั้น ๓ สอบถามได้ที่โทรศัพท์หมายเลข ๐ ๒๐๐๐ ๐๐๐๐", None),
        ("หากยื่นอุทธรณ์ที่ศาลทดสอบ ในกำหนด สอบถามได้ที่โทรศัพท์หมายเลข ๐ ๒๐๐๐ ๐๐๐๐", None),
        ("ช่างต้องเคยทำงานที่กองป้าย ชั้น ๓ สอบถามได้ที่โทรศัพท์หมายเลข ๐ ๒๐๐๐ ๐๐๐๐", None),
    ],
)
def test_whom_a_notice_says_to_ask_goes_before_and_what_takes_nothing_in_is_no_section(
    told, section
):
    assert notice_contact(told).section == section


@pytest.mark.parametrize(
    ("paid", "section"),
    [
        ("ชำระได้ที่กองรายได้ โรงพยาบาลทดสอบ ในวันและเวลาราชการ", "กองรายได้"),
        ("ชำระค่าป้าย ณ งานการเงิน กองรายได้ ภายในวันที่ ๙ มีนาคม ๒๕๖๐", "งานการเงิน กองรายได้"),
        ("ชำระเงินได้ที่ธนาคารทดสอบ ทุกสาขา", None),
        ("ยื่นใบสมัครได้ที่กลุ่มงานป้าย ชั้น ๓ และชำระค่าสมัครที่ฝ่ายเงิน ชั้น ๒", "กลุ่มงานป้าย"),
        ("ผู้ค้างชำระเกินกำหนดให้กองรายได้ติดตาม", None),
    ],
)
def test_where_things_are_paid_is_asked_too_where_that_is_a_section_of_the_office(paid, section):
    assert notice_contact(f"{paid}\nสอบถามเพิ่มเติม โทร. ๐ ๒๐๐๐ ๐๐๐๐").section == section


def test_a_group_whose_vowel_a_scan_lost_is_the_section_over_the_telephone():
    letter = the_letter_off_a_picture(
        f"{HEAD}{BODY}{SIGNED.replace('อธิบดีกรมทดสอบน้ำ', 'ปศุสัตว์จังหวัดสมมุติ')}"
        "กลมพัฒนาป้าย\nโทร. ๐ ๒๐๐๐ ๐๐๐๐\n"
    )

    assert letter.signatory.position == "ปศุสัตว์จังหวัดสมมุติ"
    assert letter.contact.section == "กลมพัฒนาป้าย"


@pytest.mark.parametrize(
    ("told", "section"),
    [
        ("ติดต่อขอซื้อแบบได้ที่งานป้าย กองช่าง หรือสอบถามทาง", "งานป้าย กองช่าง"),
        ("สอบถามได้ที่งานป้าย กองช่าง ทาง", "งานป้าย กองช่าง"),
        ("สอบถามได้ที่งานป้าย กองช่าง ในวันและเวลาราชการ ", "งานป้าย กองช่าง"),
        ("สอบถามได้ที่งานป้าย หรืองานแผนที่ กองช่าง ", "งานป้าย หรืองานแผนที่ กองช่าง"),
    ],
)
def test_how_else_and_when_one_may_ask_is_no_part_of_the_section(told, section):
    contact = notice_contact(f"ผู้สนใจ{told}โทรศัพท์หมายเลข ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๒")

    assert (contact.section, contact.phone) == (section, "๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๑๒")
