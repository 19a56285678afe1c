import pytest

from tests.rules.letter_reading.letters import ORDER, the_letter


@pytest.mark.parametrize(
    "office", ["การประปาทดสอบ", "การไฟฟ้าทดลอง", "การรถไฟทดสอบ", "การยางแห่งแดนทดลอง", "กรมทดสอบน้ำ"]
)
def test_an_order_of_a_state_enterprise_is_an_order(office):
    letter = the_letter(ORDER.replace("โรงเรียนทดสอบวิทยา", office))

    assert (letter.kind, letter.issuer) == ("คำสั่ง", office)


@pytest.mark.parametrize("ordered", ["คำสั่งการทางวิทยุ", "คำสั่งการของที่ประชุม"])
def test_what_somebody_ordered_is_no_order(ordered):
    letter = the_letter(ORDER.replace("คำสั่งโรงเรียนทดสอบวิทยา", ordered))

    assert letter.kind != "คำสั่ง"
