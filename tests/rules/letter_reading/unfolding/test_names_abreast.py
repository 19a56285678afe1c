"""Two names under one letter, beside each other."""

from tests.rules.letter_reading.letters import BODY, HEAD, ORDER, the_letter


def test_of_two_who_signed_beside_each_other_the_left_one_sent_the_letter():
    foot = """ขอแสดงความนับถือ

     (ลงชื่อ)                                       (ลงชื่อ)
        (นายทดลอง น้ำใส)                             (นางสมมติ ริมตลิ่ง)
        ผู้อำนวยการกองช่าง                             ปลัดเทศบาลเมืองทดสอบ
                                                    - เห็นควรอนุมัติ

                  (นายจำลอง หลากมา)
                  นายกเทศมนตรีเมืองทดสอบ
"""

    signed = the_letter(f"{HEAD}{BODY}{foot}").signatory

    assert (signed.name, signed.position) == ("นายทดลอง น้ำใส", "ผู้อำนวยการกองช่าง")


def test_an_order_of_two_offices_is_of_the_first_who_signed():
    names = """(นายทดลอง น้ำใส)                    (นางสมมติ ริมตลิ่ง)
ศึกษาธิการจังหวัดทดสอบ              นายแพทย์สาธารณสุขจังหวัดทดสอบ
"""

    signed = the_letter(f"{ORDER}\n{names}").signatory

    assert (signed.name, signed.position) == ("นายทดลอง น้ำใส", "ศึกษาธิการจังหวัดทดสอบ")


def test_one_name_under_a_letter_is_left_where_it_stands():
    foot = "ขอแสดงความนับถือ\n          (นายทดลอง น้ำใส)\n     อธิบดีกรมทดสอบน้ำ\n"

    assert the_letter(f"{HEAD}{BODY}{foot}").signatory.name == "นายทดลอง น้ำใส"
