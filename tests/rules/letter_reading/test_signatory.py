import pytest

from tests.rules.letter_reading.letters import FOOT, ORDER, signed_by, the_letter


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
        ("รอง ผบ.ทส.ปรท.ผบ.ทส.", "รอง ผบ.ทส.", "ปรท.ผบ.ทส."),
    ],
)
def test_the_first_title_is_the_post_and_the_words_for_acting_open_the_rest(
    lines, position, acting_for
):
    signatory = signed_by(f"(นายทดลอง น้ำใส)\n{lines}")

    assert signatory.name == "นายทดลอง น้ำใส"
    assert (signatory.position, signatory.acting_for) == (position, acting_for)


def test_an_order_without_brackets_is_signed_by_the_name_under_its_day():
    order = the_letter(f"{ORDER}พลเอก\nทดลอง น้ำใส\nนายกทดสอบสมาคม\n")

    assert order.signatory.name == "พลเอก ทดลอง น้ำใส"
    assert order.signatory.position == "นายกทดสอบสมาคม"


def test_the_office_in_the_foot_is_no_title():
    assert FOOT.startswith("กอง")
    assert "กอง" not in signed_by("(นายทดลอง น้ำใส)\nอธิบดีกรมทดสอบน้ำ").position
