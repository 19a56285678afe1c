"""A letter that its receiver tells of later, in his own words and the first person."""

from datetime import date

from saraban.rules.letter_reading.draft import Signatory
from tests.rules.letter_reading.letters import the_letter

RECALLED = """เรื่องเล่าจากลุงธุรการ ตอน "จดหมายเช้าวันฝนตก"

ผมทำงานธุรการมานาน เจอหนังสือมาทุกแบบ แต่ที่ลืมไม่ลงคือฉบับของสำนักงานป้ายเตือนภัยจังหวัดทดลอง
ปีก่อนโน้น

เช้านั้น (น่าจะเป็นวันอังคารที่ 6 มิถุนายน) น้องที่ห้องถือแฟ้มเข้ามาบอกว่า
"ลุง ของจริงมาแล้ว" ผมเปิดดูเห็นหัวหนังสือเขียนว่า ที่ ทส ๐๐๙๔ ทล/๓๑๗ ลงวันที่ ๑ มิถุนายน ๒๕๖๖
เรื่อง ขอให้ส่งบัญชีป้ายเตือนภัยริมตลิ่ง
เรียน นายอำเภอน้ำใส

เนื้อความในหนังสือสั้นมาก ขอให้อำเภอส่งบัญชีป้ายภายในวันที่ ๑๖ มิถุนายน ๒๕๖๖

คนที่เซ็นหนังสือพิมพ์ชื่อไว้ในวงเล็บว่า (นายสมมุติ ใจเย็น) ผู้อำนวยการ
สำนักงานป้ายเตือนภัยจังหวัดทดลอง ผมเคยเจอตอนอบรม
โทรไปตามเบอร์ท้ายหนังสือ ๐ ๒๐๐๐ ๑๒๓๔ ก็มีคนรับสาย

โพสต์เมื่อ 12 มกราคม 2567 | 37 ความคิดเห็น
"""


def test_who_tells_of_a_letter_he_got_tells_its_facts():
    draft = the_letter(RECALLED)

    assert draft.number.normalized == "ทส 0094 ทล/317"
    assert draft.dated_on == date(2023, 6, 1)
    assert draft.subject == "ขอให้ส่งบัญชีป้ายเตือนภัยริมตลิ่ง"
    assert draft.addressees == ["นายอำเภอน้ำใส"]
    assert draft.issuer == "สำนักงานป้ายเตือนภัยจังหวัดทดลอง"
    assert draft.signatory == Signatory(
        "นายสมมุติ ใจเย็น", "ผู้อำนวยการสำนักงานป้ายเตือนภัยจังหวัดทดลอง", None
    )
    assert draft.contact.phone == "๐ ๒๐๐๐ ๑๒๓๔"
    assert [due.due_on for due in draft.deadlines] == [date(2023, 6, 16)]
