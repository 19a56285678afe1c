"""What an officer is who acts for another, and for whom: posts over several lines."""

import pytest

from tests.rules.letter_reading.letters import (
    BODY,
    HEAD,
    SIGNED,
    signed_by,
    the_letter,
    the_letter_off_a_picture,
)


def test_what_the_principal_is_besides_belongs_to_who_is_acted_for():
    principal = "ปฏิบัติราชการแทน อธิบดีกรมทดสอบน้ำ\nประธานกรรมการวินิจฉัยปัญหาป้าย\nและเสาป้าย"

    signatory = signed_by(f"(นายทดลอง น้ำใส)\nรองอธิบดี\n{principal}")

    assert signatory.position == "รองอธิบดี"
    assert signatory.acting_for == principal.replace("\n", " ")


def test_a_short_word_that_broke_off_a_principal_off_a_picture_is_no_scrap():
    principal = "ปฏิบัติราชการแทน อธิบดีกรมทดสอบ\nกลาง\nประธานกรรมการวินิจฉัยปัญหาป้าย"
    signed = SIGNED.replace("อธิบดีกรมทดสอบน้ำ", f"รองอธิบดี\n{principal}")

    signatory = the_letter_off_a_picture(f"{HEAD}{BODY}{signed}").signatory

    assert signatory.acting_for == principal.replace("\n", " ")


def test_where_a_post_is_held_may_stand_below_it_further_to_the_left():
    lines = " " * 30 + "(นายทดลอง น้ำใส)\n" + " " * 10 + "ผู้อำนวยการสำนักงานคณะกรรมการทดสอบ\n"

    assert (
        signed_by(f"{lines}{' ' * 20}ประจำจังหวัดสมมุติ").position
        == "ผู้อำนวยการสำนักงานคณะกรรมการทดสอบ ประจำจังหวัดสมมุติ"
    )


@pytest.mark.parametrize(
    ("head", "own"),
    [
        ("อธิการบดี", "มหาวิทยาลัยทดสอบ"),
        ("นายแพทย์", "สาธารณสุขจังหวัดสมมุติ"),
        ("เลขาธิการ", "คณะกรรมการทดสอบ"),
    ],
)
def test_what_a_principal_is_the_head_of_may_stand_on_the_line_below(head, own):
    signatory = signed_by(f"(นายทดลอง น้ำใส)\nรองผู้อำนวยการ ปฏิบัติราชการแทน\n{head}\n{own}")

    assert signatory.acting_for == f"ปฏิบัติราชการแทน {head} {own}"


@pytest.mark.parametrize(
    "acting", ["รักษาการในตำแหน่งผู้อำนวยการ", "รักษาการในตำแหน่ง หัวหน้า", "ปฏิบัติราชการแทนผู้อำนวยการ"]
)
def test_of_what_a_director_is_acted_for_may_stand_on_the_line_below(acting):
    lines = f"(นายทดลอง น้ำใส)\nนายแพทย์เชี่ยวชาญ\n{acting}\nโรงพยาบาลทดสอบ\n\nกลุ่มงานป้าย\nโทร. ๑๒๓๔\n"
    letter = the_letter(f"{HEAD}{BODY}ขอแสดงความนับถือ\n{lines}")

    assert letter.signatory.position == "นายแพทย์เชี่ยวชาญ"
    assert letter.signatory.acting_for == f"{acting} โรงพยาบาลทดสอบ"
    assert letter.contact.section == "กลุ่มงานป้าย"


def test_the_office_under_a_whole_post_that_is_acted_for_is_the_section():
    acting = "รักษาการในตำแหน่งผู้อำนวยการโรงพยาบาลทดสอบ"
    lines = f"(นายทดลอง น้ำใส)\nนายแพทย์เชี่ยวชาญ\n{acting}\nกลุ่มงานป้าย\nโทร. ๑๒๓๔\n"
    letter = the_letter(f"{HEAD}{BODY}ขอแสดงความนับถือ\n{lines}")

    assert letter.signatory.acting_for == acting
    assert letter.contact.section == "กลุ่มงานป้าย"
