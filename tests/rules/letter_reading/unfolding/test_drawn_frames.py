"""Strokes that a text draws around stamps and between the columns of a form."""

from datetime import date

from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, SIGNED, the_letter

STAMP = """
   +------------------------+
   | สำนักงานน้ำจังหวัดทดลอง    |
   | รับที่  ๔๗๑              |
   | วันที่  ๘ มิ.ย. ๒๕๖๕      |
   | เวลา   ๑๐.๒๕ น.         |
   +------------------------+
"""
RADIO = """วิทยุสื่อสาร / โทรสารในราชการ จังหวัดทดลอง                แบบ ว. ๒

ความเร่งด่วน          | ด่วน                      | สำหรับเจ้าหน้าที่
ชั้นความลับ            | -                         | ลำดับที่ ๑๑
จาก                  | จังหวัดทดลอง                |
ถึง                   | ผู้รับปฏิบัติ  นายอำเภอทุกอำเภอ |
                     | ผู้รับทราบ  -               |
ที่                    | ทล ๐๐๒๑/ว ๑๒๐๓             |
ลงวันที่               | ๕ ธันวาคม ๒๕๖๕             |

เรื่อง  การดูแลป้ายเตือนภัย

     ด้วยป้ายเตือนภัยชำรุดหลายแห่ง ให้อำเภอตรวจสอบ (.)
     จึงแจ้งมาเพื่อทราบ
          (นายทดลอง น้ำใส)
          ปลัดจังหวัดทดลอง
"""


def test_a_stamp_in_a_drawn_frame_is_read():
    (stamp,) = the_letter(f"{HEAD}{BODY}{SIGNED}{FOOT}{STAMP}").stamps

    assert (stamp.unit, stamp.number) == ("สำนักงานน้ำจังหวัดทดลอง", "471")
    assert (stamp.dated_on, stamp.time) == (date(2022, 6, 8), "10:25")


def test_a_form_with_strokes_between_its_columns_tells_its_fields():
    letter = the_letter(RADIO)

    assert letter.number.normalized == "ทล 0021/ว 1203"
    assert letter.dated_on == date(2022, 12, 5)
    assert letter.urgency == "ด่วน"
    assert letter.addressees == ["นายอำเภอทุกอำเภอ"]
    assert letter.subject == "การดูแลป้ายเตือนภัย"


def test_a_form_copied_as_a_table_tells_its_fields():
    letter = the_letter(
        "โทรสารในราชการ\n"
        "| จาก | กรมทดสอบน้ำ | โทรสาร | ๐ ๒๐๐๐ ๐๐๐๐ |\n"
        "| ถึง | นายอำเภอทดลอง | จำนวนหน้า | ๓ |\n"
        "| ที่ | ทส ๙๙๐๑/๘๑ | วันที่ | ๓ มิ.ย. ๒๕๖๕ |\n"
        f"| เรื่อง | การสำรวจป้าย |\n{BODY}{SIGNED}"
    )

    assert letter.number.normalized == "ทส 9901/81"
    assert letter.dated_on == date(2022, 6, 3)
    assert letter.issuer == "กรมทดสอบน้ำ"
    assert letter.addressees == ["นายอำเภอทดลอง"]
    assert letter.subject == "การสำรวจป้าย"
