import pytest

from saraban.rules.letter_reading.line_kinds import is_name_line
from saraban.rules.letter_reading.page_lines import Line, Page
from saraban.rules.letter_reading.reading import read_letters
from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, ORDER, signed_by, the_letter


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
    "line", ["(ชื่อ สกุล)", "(วัน เดือน ปี)", "(ผู้อำนวยการ กองคลัง)", "(ฉบับที่ ๒)", "(ถ้ามี)", "(สำเนา)"]
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
