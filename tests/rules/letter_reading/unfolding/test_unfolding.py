import pytest

from saraban.rules.letter_reading.lines.page_lines import pages_of_text
from saraban.rules.letter_reading.unfolding.unfolding import unfolded
from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, ORDER, SIGNED, the_letter

LINES = (
    "ที่ ทส ๙๙๐๑/ว ๘๑ กรมทดสอบน้ำ ถนนทดลอง กทม. ๑๐๔๐๐ ๓ มิถุนายน ๒๕๖๕ เรื่อง การสำรวจป้ายเตือนภัย "
    "เรียน ผู้ว่าราชการจังหวัดทุกจังหวัด ด้วยกรมทดสอบน้ำจะสำรวจป้ายเตือนภัยริมตลิ่งทุกแห่ง "
    "จึงเรียนมาเพื่อโปรดทราบ ขอแสดงความนับถือ (นายทดลอง น้ำใส) อธิบดีกรมทดสอบน้ำ"
)


def wrapped(text, width):
    """The text broken at the last blank before each width, as a mail program does."""
    lines = []
    while len(text) > width:
        end = text.rfind(" ", 0, width)
        lines, text = [*lines, text[:end]], text[end + 1 :]
    return "\n".join([*lines, text])


@pytest.mark.parametrize("width", [58, 66, 74, 90, 120, 500])
def test_a_letter_that_runs_on_is_read_however_wide_it_was_broken(width):
    letter = the_letter(wrapped(LINES, width))

    assert letter.number.normalized == "ทส 9901/ว 81"
    assert letter.issuer == "กรมทดสอบน้ำ"
    assert letter.dated_on.isoformat() == "2022-06-03"
    assert letter.subject == "การสำรวจป้ายเตือนภัย"
    assert letter.addressees == ["ผู้ว่าราชการจังหวัดทุกจังหวัด"]
    assert letter.signatory.name == "นายทดลอง น้ำใส"


def glued(text):
    """The text without its line ends, as a word processor's file leaves it."""
    return text.replace("\n", "")


def test_a_letter_glued_without_a_blank_is_read_as_it_was_typed():
    letter = the_letter(glued(f"ด่วนมาก\n{HEAD}{BODY}{SIGNED}{FOOT}"))

    assert letter.urgency == "ด่วนมาก"
    assert letter.number.normalized == "ทส 9901/ว 81"
    assert letter.issuer == "กรมทดสอบน้ำ"
    assert letter.dated_on.isoformat() == "2022-06-03"
    assert letter.subject == "การสำรวจป้ายเตือนภัยน้ำหลาก"
    assert letter.addressees == ["ผู้ว่าราชการจังหวัด ทุกจังหวัด"]
    assert letter.asks == ["ทราบ"]
    assert (letter.signatory.name, letter.signatory.position) == (
        "นายทดลอง น้ำใส",
        "อธิบดีกรมทดสอบน้ำ",
    )
    assert (letter.contact.section, letter.contact.phone) == ("กองป้ายเตือนภัย", "๐ ๒๐๐๐ ๐๐๐๐")


def test_the_glued_heading_of_a_memo_is_cut_at_its_labels():
    letter = the_letter(
        "บันทึกข้อความส่วนราชการ  วิทยาลัยทดสอบ  งานพัสดุ  โทร.๑๔ที่  ศธ ๙๙๐๑.๔/๓๘วันที่  ๑๑  มกราคม  ๒๕๖๒"
        "เรื่อง  ผลการสอบถาม กรณีร้องเรียนครูผู้สอนเรียน  ผู้อำนวยการวิทยาลัยทดสอบ\n"
        "ตามคำสั่งวิทยาลัยทดสอบ แต่งตั้งกรรมการสอบถาม นั้น บัดนี้เสร็จแล้ว เห็นว่าเรื่องที่ร้องเรียนมีมูล\n"
        "จึงเรียนมาเพื่อโปรดทราบ(นางทดลอง  น้ำใส)หัวหน้างานพัสดุความเห็นรองผู้อำนวยการเห็นชอบ(นายสมมุติ  ตลิ่ง)\n"
    )

    assert letter.kind == "หนังสือภายใน"
    assert letter.number.normalized == "ศธ 9901.4/38"
    assert letter.dated_on.isoformat() == "2019-01-11"
    assert letter.subject == "ผลการสอบถาม กรณีร้องเรียนครูผู้สอน"
    assert letter.addressees == ["ผู้อำนวยการวิทยาลัยทดสอบ"]
    assert letter.signatory.name == "นางทดลอง น้ำใส"
    assert letter.signatory.position == "หัวหน้างานพัสดุ"


def test_an_order_in_one_paragraph_is_cut_at_its_number_its_subject_and_its_day():
    letter = the_letter(glued(f"{ORDER}(นายทดลอง น้ำใส)\nผู้อำนวยการโรงเรียนทดสอบวิทยา\n"))

    assert letter.issuer == "โรงเรียนทดสอบวิทยา"
    assert letter.number.normalized == "12/2560"
    assert letter.subject == "แต่งตั้งเวรยาม"
    assert letter.dated_on.isoformat() == "2017-03-02"
    assert letter.signatory.name == "นายทดลอง น้ำใส"


@pytest.mark.parametrize(
    "sentence",
    [
        "ตามหนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/๑๒ ลงวันที่ ๓ มิถุนายน ๒๕๖๕ เรื่อง ป้ายเตือนภัย เรียน ผู้ว่าราชการจังหวัด นั้น",
        "ประกาศกรมทดสอบน้ำ เรื่อง ป้ายเตือนภัย ลงวันที่ ๓ มิถุนายน ๒๕๖๕ ด้วยเหตุนี้จึงเรียน ผู้ว่าราชการจังหวัด",
        "ให้นักเรียน ครู และโรงเรียน ผู้อำนวยการทุกแห่ง อ้างถึง ป้ายเตือนภัย ตามที่กรมทดสอบน้ำสั่ง ณ วันที่กำหนด",
    ],
)
def test_labels_in_running_text_unfold_nothing(sentence):
    (page,) = pages_of_text(f"{HEAD}{sentence}\n{BODY}{SIGNED}{FOOT}")

    assert [line.text for line in unfolded(page.lines)] == [line.text for line in page.lines]


def test_glued_lists_are_told_apart_even_behind_a_year():
    letter = the_letter(
        glued(
            f"{HEAD}อ้างถึง ๑. หนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๑๒ ลงวันที่ ๔ มกราคม ๒๕๖๕\n"
            "๒. หนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/ว ๓๐ ลงวันที่ ๙ มีนาคม ๒๕๖๕\n"
            f"สิ่งที่ส่งมาด้วย ๑. แบบสำรวจ จำนวน ๑ ชุด\n๒. คู่มือ จำนวน ๑ เล่ม\n{BODY}{SIGNED}{FOOT}"
        )
    )

    assert [one.dated_on.isoformat() for one in letter.references] == ["2022-01-04", "2022-03-09"]
    assert letter.enclosures == ["แบบสำรวจ จำนวน ๑ ชุด", "คู่มือ จำนวน ๑ เล่ม"]


def test_the_seal_of_a_glued_letter_is_found_by_the_office_its_text_names():
    letter = the_letter(
        "ที่ ทส ๙๙๐๑/๔๕ถึง สำนักงานทดสอบน้ำจังหวัดลำน้ำพร้อมหนังสือนี้ กรมทดสอบน้ำขอส่งคู่มือการเตือนภัย มาเพื่อทราบ"
        "กรมทดสอบน้ำ(ตราประทับ)๓ มิถุนายน ๒๕๖๕กองป้ายเตือนภัยโทร. ๐ ๒๐๐๐ ๐๐๐๐"
    )

    assert letter.kind == "หนังสือประทับตรา"
    assert letter.addressees == ["สำนักงานทดสอบน้ำจังหวัดลำน้ำ"]
    assert (letter.issuer, letter.dated_on.isoformat()) == ("กรมทดสอบน้ำ", "2022-06-03")
    assert letter.contact.section == "กองป้ายเตือนภัย"


@pytest.mark.parametrize(
    "signed",
    [
        "ขอแสดงความนับถือ นายทดลอง น้ำใส รองอธิบดี ปฏิบัติราชการแทนอธิบดีกรมทดสอบน้ำ "
        "กองป้ายเตือนภัย โทร. ๐ ๒๐๐๐ ๐๐๐๐",
        "ขอแสดงความนับถือ(นายทดลอง น้ำใส)รองอธิบดีปฏิบัติราชการแทนอธิบดีกรมทดสอบน้ำกองป้ายเตือนภัย"
        "โทร. ๐ ๒๐๐๐ ๐๐๐๐"
        "เรียน ผู้อำนวยการ เพื่อโปรดทราบ(นางสมมุติ ตลิ่งสูง)",
    ],
)
def test_a_foot_on_one_line_is_cut_behind_its_name_with_brackets_or_without(signed):
    letter = the_letter(f"{HEAD}{BODY}{signed}\n")

    assert letter.signatory.name == "นายทดลอง น้ำใส"
    assert letter.signatory.position == "รองอธิบดี"
    assert letter.signatory.acting_for == "ปฏิบัติราชการแทนอธิบดีกรมทดสอบน้ำ"
    assert (letter.contact.section, letter.contact.phone) == ("กองป้ายเตือนภัย", "๐ ๒๐๐๐ ๐๐๐๐")


def test_who_signed_a_glued_order_needs_no_brackets():
    letter = the_letter(glued(f"{ORDER}พลเอก ทดลอง น้ำใส\nหัวหน้าคณะทดสอบ\n"))

    assert letter.signatory.name == "พลเอก ทดลอง น้ำใส"
    assert letter.signatory.position == "หัวหน้าคณะทดสอบ"


def test_a_post_that_holds_the_word_for_a_division_is_not_cut_there():
    letter = the_letter(
        f"{HEAD}{BODY}ขอแสดงความนับถือ(นายทดลอง น้ำใส)นายกองค์การบริหารส่วนตำบลทดสอบ"
        "แผนกป้ายเตือนภัยโทร. ๐ ๒๐๐๐ ๐๐๐๐\n"
    )

    assert letter.signatory.position == "นายกองค์การบริหารส่วนตำบลทดสอบ"
    assert letter.contact.section == "แผนกป้ายเตือนภัย"


def test_numbered_addressees_of_a_letter_on_one_line_are_found():
    letter = the_letter(
        "ที่ ทส ๙๙๐๑/ว ๘๑ กรมทดสอบน้ำ ๓ มิถุนายน ๒๕๖๕ เรื่อง ป้ายเตือนภัย "
        "เรียน ๑. อธิบดีกรมทดสอบลม ๒. อธิบดีกรมทดสอบไฟ ด้วยกรมทดสอบน้ำจะสำรวจป้าย จึงเรียนมาเพื่อทราบ"
    )

    assert letter.subject == "ป้ายเตือนภัย"
    assert letter.addressees == ["อธิบดีกรมทดสอบลม", "อธิบดีกรมทดสอบไฟ"]


def test_police_on_one_line_write_to_a_post_and_sign_with_a_rank_before_the_bracket():
    letter = the_letter(
        "บันทึกข้อความ ส่วนราชการ ตร. ที่ ตช ๐๐๐๑/๕๗๐ วันที่ ๒๑ เมษายน ๒๕๖๒ เรื่อง กำชับการตรวจป้าย "
        "ผบช.น., ภ.๑-๙ ด้วย ตร. ได้รับแจ้งว่าป้ายหาย จึงแจ้งมาเพื่อทราบ พล.ต.อ. ( ทดลอง น้ำใส ) รอง ผบ.ตร."
    )

    assert letter.subject == "กำชับการตรวจป้าย"
    assert letter.addressees == ["ผบช.น.", "ภ.๑-๙"]
    assert letter.signatory.name == "พล.ต.อ. ทดลอง น้ำใส"


def test_the_office_of_a_post_is_no_section_when_its_holder_acts_for_another():
    letter = the_letter(
        f"{HEAD}{BODY}ขอแสดงความนับถือ(นายทดลอง น้ำใส)ที่ปรึกษาสำนักงานทดสอบน้ำปฏิบัติราชการแทน"
        "เลขาธิการสำนักงานทดสอบน้ำสำนักกฎหมายโทร. ๐ ๒๐๐๐ ๐๐๐๐\n"
    )

    assert letter.signatory.position == "ที่ปรึกษาสำนักงานทดสอบน้ำ"
    assert letter.contact.section == "สำนักกฎหมาย"


def test_a_letter_to_monks_on_one_line_closes_with_words_of_its_own():
    letter = the_letter(
        "ที่ ทส ๙๙๐๑/๘๑ กรมทดสอบน้ำ ถนนทดลอง กทม. ๑๐๔๐๐ ๓ มิถุนายน ๒๕๖๕ เรื่อง ขอตั้งป้าย "
        "นมัสการ เจ้าอาวาสวัดทดลอง "
        "ด้วยกรมทดสอบน้ำจะตั้งป้ายหน้าวัด จึงนมัสการมาเพื่อโปรดพิจารณา ขอนมัสการด้วยความเคารพ (นายทดลอง น้ำใส) "
        "อธิบดีกรมทดสอบน้ำ กองป้ายเตือนภัย โทร. ๐ ๒๐๐๐ ๐๐๐๐"
    )

    assert letter.signatory.name == "นายทดลอง น้ำใส"
    assert (letter.contact.section, letter.contact.phone) == ("กองป้ายเตือนภัย", "๐ ๒๐๐๐ ๐๐๐๐")
    assert letter.asks == ["พิจารณา"]


def test_a_sealed_letter_on_few_lines_may_end_its_text_as_others_do():
    letter = the_letter(
        "ที่ ทส ๙๙๐๑/๘๑ ถึง สำนักงานป้ายเตือนภัยทุกแห่ง\n"
        "ตามวิทยุกรมทดสอบน้ำ ที่ ทส ๙๙๐๑/๗๒ ลงวันที่ ๒ พฤษภาคม ๒๕๖๕ ขอให้ตรวจป้าย นั้น จึงแจ้งมาเพื่อทราบ "
        "กรมทดสอบน้ำ ๓ มิถุนายน ๒๕๖๕ (ประทับตรากรมทดสอบน้ำ) กองป้ายเตือนภัย โทร. ๐ ๒๐๐๐ ๐๐๐๐"
    )

    assert (letter.issuer, str(letter.dated_on)) == ("กรมทดสอบน้ำ", "2022-06-03")
    assert letter.contact.section == "กองป้ายเตือนภัย"


def test_a_full_rank_stands_before_the_bracket_as_well():
    letter = the_letter(
        "บันทึกข้อความ ส่วนราชการ ภ.จว.ทดลอง โทร. ๐ ๒๐๐๐ ๐๐๐๐ ที่ ๐๐๑๙(ทล)/๘๑ วันที่ ๓ มิ.ย. ๖๕ "
        "เรื่อง รายงานการตรวจป้าย เรียน ผบก.ภ.จว.ทดลอง ตามวิทยุ ภ.จว.ทดลอง ที่ ๐๐๑๙(ทล)/๗๒ ลง ๒ พ.ค. ๒๕๖๕ "
        "ให้ตรวจป้าย นั้น "
        "จึงเรียนมาเพื่อโปรดทราบ พันตำรวจเอก (ทดลอง น้ำใส) ผู้กำกับการสถานีตำรวจภูธรทดลอง"
    )

    assert letter.signatory.name == "พันตำรวจเอก ทดลอง น้ำใส"
    assert letter.addressees == ["ผบก.ภ.จว.ทดลอง"]
    assert [one.number for one in letter.cited] == ["0019(ทล)/72"]


CITED = (
    "อาศัยอำนาจตามคำสั่งกรมทดสอบน้ำ\nที่ ๔/๒๕๕๘ สั่ง ณ วันที่ ๗ มกราคม ๒๕๕๘ เรื่อง มอบอำนาจ",
    "อาศัยอำนาจตามคำสั่งกรมทดสอบน้ำ ที่ ๔/๒๕๕๘\nสั่ง ณ วันที่ ๗ มกราคม ๒๕๕๘ เรื่อง มอบอำนาจ",
    "อาศัยอำนาจตามคำสั่งกรมทดสอบน้ำ ที่ ๔/๒๕๕๘ สั่ง ณ วันที่ ๗ มกราคม ๒๕๕๘\nมอบอำนาจ",
)


@pytest.mark.parametrize("cited", CITED)
def test_the_day_of_an_order_that_the_text_cites_is_no_foot(cited):
    cited = f"{cited}ให้ผู้อำนวยการปฏิบัติราชการแทน\nเพื่อให้การเป็นไป"
    order = ORDER.replace("เพื่อให้การเป็นไป", cited)

    letter = the_letter(f"{order}(นายทดลอง น้ำใส)\nผู้อำนวยการโรงเรียนทดสอบวิทยา\n")

    assert letter.dated_on.isoformat() == "2017-03-02"


def test_an_order_on_one_line_is_signed_behind_the_number_that_it_ends():
    order = " ".join(ORDER.split("\n")).replace("หน้าที่ ", "หน้าที่ และยกเลิกคำสั่งที่ ๔/๒๕๕๘ ")

    letter = the_letter(f"{order}(นายทดลอง น้ำใส) ผู้อำนวยการโรงเรียนทดสอบวิทยา")

    assert letter.dated_on.isoformat() == "2017-03-02"
    assert letter.signatory.name == "นายทดลอง น้ำใส"
