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


def test_the_day_of_an_order_told_of_on_a_line_of_its_own_is_not_the_day_of_this_one():
    letter = the_letter(
        """คำสั่งโรงเรียนทดสอบวิทยา
ที่ ๑๒/๒๕๖๕
เรื่อง เปลี่ยนแปลงผู้ดูแลป้าย
ตามคำสั่งโรงเรียนทดสอบวิทยา ที่ ๖๗/๒๕๖๔
สั่ง ณ วันที่ ๑๘ มิถุนายน ๒๕๖๔ แต่งตั้งคณะกรรมการตรวจนับป้ายริมทางทุกแห่งไว้แล้ว นั้น
บัดนี้ จึงแต่งตั้งให้นายทดลอง น้ำใส เป็นผู้ดูแลป้ายแทน
สั่ง ณ วันที่ ๒ มีนาคม พ.ศ. ๒๕๖๕
(นางทดลอง น้ำนิ่ง)
ผู้อำนวยการโรงเรียนทดสอบวิทยา
"""
    )

    assert str(letter.dated_on) == "2022-03-02"
    assert [str(one.dated_on) for one in letter.cited] == ["2021-06-18"]
    assert letter.signatory is not None and letter.signatory.name == "นางทดลอง น้ำนิ่ง"
