"""Minutes and summaries of what a meeting resolved: whose they are, and what each item orders."""

from datetime import date

import pytest

from saraban.rules.letter_reading.duties.asks import asks_of
from tests.rules.letter_reading.letters import the_letter

MINUTES = """{title}
ครั้งที่ ๕/๒๕๖๕
วันอังคารที่ ๓๑ พฤษภาคม ๒๕๖๕ เวลา ๐๙.๓๐ น.
๑. เรื่อง การดูแลป้าย
ข้อสั่งการ ให้ทุกอำเภอสำรวจป้าย
หน่วยงานรับผิดชอบ อำเภอ
๒. เรื่อง สัญญาจ้างทำป้าย
ที่ประชุมเห็นว่าสัญญาระหว่างบริษัทกับเทศบาลในพื้นที่ข้างเคียงจะสิ้นสุดในวันที่ ๓๐ ธันวาคม ๒๕๖๕
ข้อสั่งการ ให้สำนักงานคลังจังหวัดแจ้งเวียนหลักเกณฑ์ให้ทุกส่วนราชการทราบ
หน่วยงานรับผิดชอบ สำนักงานคลังจังหวัด
{end}"""
OFFICES = "สำนักงานจังหวัดทดลอง\nกลุ่มงานอำนวยการ โทร. ๐ ๒๐๐๐ ๑๑๑๑\n"
NAMED = "(นายทดลอง น้ำใส)\nปลัดอำเภอ\nผู้จดรายงานการประชุม\n"


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("สรุปมติที่ประชุมหัวหน้าส่วนราชการประจำจังหวัดทดลอง", "จังหวัดทดลอง"),
        ("สรุปมติในที่ประชุมหัวหน้าส่วนราชการระดับอำเภอ อำเภอทดลอง จังหวัดสมมุติ", "อำเภอทดลอง"),
        ("สรุปมติที่ประชุมหัวหน้าส่วนราชการประจำจังหวัด จังหวัดทดลอง", "จังหวัดทดลอง"),
        ("สรุปมติที่ประชุมหัวหน้าส่วนราชการระดับอำเภอทดลอง จังหวัดสมมุติ", "อำเภอทดลอง"),
        ("สรุปมติที่ประชุมหัวหน้างานสำนักงานทดสอบ จังหวัดสมมุติ", "สำนักงานทดสอบ จังหวัดสมมุติ"),
        ("สรุปมติที่ประชุมผู้บริหารสำนักทดสอบ\nเทศบาลนครทดลอง", "สำนักทดสอบ เทศบาลนครทดลอง"),
        ("สรุปข้อสั่งการของผู้ว่าราชการจังหวัดทดลอง", "จังหวัดทดลอง"),
        ("รายงานการประชุมคณะกรรมการดูแลป้ายอำเภอทดลอง", "คณะกรรมการดูแลป้ายอำเภอทดลอง"),
    ],
)
def test_minutes_come_from_whose_meeting_they_sum_up(title, issuer):
    assert the_letter(MINUTES.format(title=title, end=OFFICES)).issuer == issuer


def test_minutes_end_with_the_offices_beside_a_telephone():
    minutes = the_letter(MINUTES.format(title="สรุปมติที่ประชุมจังหวัดทดลอง", end=OFFICES))

    assert minutes.contact.section == "สำนักงานจังหวัดทดลอง กลุ่มงานอำนวยการ"
    assert minutes.contact.phone == "๐ ๒๐๐๐ ๑๑๑๑"
    assert minutes.onward == ["ให้สำนักงานคลังจังหวัดแจ้งเวียนหลักเกณฑ์ให้ทุกส่วนราชการทราบ"]


def test_the_end_of_a_contract_is_no_deadline_of_the_minutes():
    assert the_letter(MINUTES.format(title="สรุปมติที่ประชุมจังหวัดทดลอง", end=OFFICES)).deadlines == []


def test_who_wrote_minutes_down_has_no_second_post():
    minutes = the_letter(MINUTES.format(title="รายงานการประชุมอำเภอทดลอง", end=NAMED))

    assert minutes.signatory.position == "ปลัดอำเภอ"


def test_who_summed_up_may_stand_on_one_line_with_the_post():
    end = "ผู้สรุป : นางสมมุติ ใจงาม  นักวิชาการสาธารณสุขชำนาญการ\nสสอ.ทดลอง โทร ๐ ๒๐๐๐ ๑๑๑๑\n"
    minutes = the_letter(MINUTES.format(title="สรุปรายงานการประชุม คณะทำงานทดลอง", end=end))

    assert minutes.issuer == "คณะทำงานทดลอง"
    assert minutes.signatory.name == "นางสมมุติ ใจงาม"
    assert minutes.signatory.position == "นักวิชาการสาธารณสุขชำนาญการ"
    assert minutes.contact.section == "สสอ.ทดลอง"


@pytest.mark.parametrize(
    ("item", "asks"),
    [
        ("๑) ให้อำเภอทดลองกำกับเทศบาลเจ้าของพื้นที่ดำเนินการปิดบ่อ", ["ดำเนินการ"]),
        ("- ให้ชลประทานรายงานปริมาณน้ำ", ["รายงาน"]),
        ("- มอบหมายให้จัดหางานจังหวัดประชาสัมพันธ์ให้นายจ้างทราบ", ["ประชาสัมพันธ์"]),
        ("๒) ให้สำนักงานคลังแจ้งเวียนหลักเกณฑ์ให้ทุกหน่วยทราบ", ["แจ้งเวียน"]),
        ("๓) รับทราบแผนที่ให้อำเภอดำเนินการไปแล้ว", []),
        ("๔) ให้สำนักงานประชาสัมพันธ์จังหวัดจัดทำแผน", ["ดำเนินการ"]),
        ("๕) เห็นชอบให้ใช้รูปแบบใหม่ซึ่งเทศบาลได้ดำเนินการแล้ว", []),
    ],
)
def test_an_item_of_minutes_asks_whom_it_charges(item, asks):
    assert [one.ask for one in asks_of([item], "", "สรุปมติที่ประชุม")] == asks


TABLE = """                    สรุปผลการประชุม
          คณะกรรมการดูแลป้ายจังหวัดทดลอง ครั้งที่ ๒/๒๕๖๗
               วันพุธที่ ๑๓ มีนาคม ๒๕๖๗ เวลา ๐๙.๐๐ น.
 วาระ   เรื่อง                 มติที่ประชุม                        ผู้รับผิดชอบ
 ๓.๑    ฝุ่นละออง             ให้ทุกอำเภองดการเผาในที่โล่ง และ      ทุกอำเภอ
                              รายงานจุดความร้อนทุกวัน
 ๓.๒    ภัยแล้ง                ให้สำนักงานน้ำจัดทำแผนส่งภายในวันที่    สนง.น้ำ
                              ๒๙ มีนาคม ๒๕๖๗
 ๔.๑    งานประเพณี            ให้วัฒนธรรมจังหวัดประชาสัมพันธ์        วธ.จังหวัด
                              กำหนดการให้ประชาชนทราบ

                                   กลุ่มงานยุทธศาสตร์จังหวัดทดลอง
                                   โทร. ๐ ๒๐๐๐ ๑๑๑๑
"""


def test_a_table_of_minutes_is_read_cell_by_cell():
    minutes = the_letter(TABLE)

    assert minutes.issuer == "คณะกรรมการดูแลป้ายจังหวัดทดลอง"
    assert minutes.asks == ["รายงาน", "ดำเนินการ", "ประชาสัมพันธ์"]
    assert [one.due_on for one in minutes.deadlines] == [None, date(2024, 3, 29)]
    assert [(text, unit) for _, text, unit in minutes.duties] == [
        ("ให้ทุกอำเภองดการเผาในที่โล่ง และรายงานจุดความร้อนทุกวัน", "ทุกอำเภอ"),
        ("ให้สำนักงานน้ำจัดทำแผนส่งภายในวันที่ ๒๙ มีนาคม ๒๕๖๗", "สนง.น้ำ"),
        ("ให้วัฒนธรรมจังหวัดประชาสัมพันธ์กำหนดการให้ประชาชนทราบ", "วธ.จังหวัด"),
    ]
    assert minutes.contact.section == "กลุ่มงานยุทธศาสตร์จังหวัดทดลอง"


CELLS = """สรุปข้อสั่งการนายอำเภอทดลอง
วันที่ ๕ สิงหาคม ๒๕๖๔ ณ หอประชุมอำเภอทดลอง
ลำดับ
เรื่อง
ข้อสั่งการ
ผู้รับผิดชอบ
๑
ยาเสพติด
ให้กำนันจัดชุดตรวจ และรายงาน
ผลทุกวันที่ ๒๕ ของเดือน
กำนันทุกตำบล
๒
ทะเบียนเกษตรกร
ให้เกษตรอำเภอประชาสัมพันธ์ให้เกษตรกรมาขึ้น
ทะเบียนก่อนวันที่ ๓๑ สิงหาคม ๒๕๖๔
เกษตรอำเภอ
๓
ป้ายเตือนภัย
ให้กำนันสำรวจป้าย
"""


def test_a_table_whose_cells_have_lines_of_their_own_is_read_row_by_row():
    minutes = the_letter(CELLS)

    assert [one.rrule or one.due_on for one in minutes.deadlines] == [
        "FREQ=MONTHLY;BYMONTHDAY=25",
        date(2021, 8, 31),
    ]
    assert minutes.asks == ["รายงาน", "ประชาสัมพันธ์", "ดำเนินการ"]
    assert [unit for *_, unit in minutes.duties] == ["กำนันทุกตำบล", "เกษตรอำเภอ", None]
    assert minutes.onward == ["ให้เกษตรอำเภอประชาสัมพันธ์ให้เกษตรกรมาขึ้นทะเบียน"]


def test_resolutions_counted_one_by_one_are_the_text_of_minutes():
    minutes = the_letter(
        "มติที่ประชุมคณะกรรมการบริหารโรงพยาบาลทดลอง ครั้งที่ ๘/๒๕๖๕\n"
        "เมื่อวันพุธที่ ๑๗ สิงหาคม ๒๕๖๕ เวลา ๑๓.๓๐ น.\n"
        "มติที่ ๑ เครื่องเอกซเรย์ ให้งานพัสดุดำเนินการจัดซื้อ\n"
        "มติที่ ๒ การประหยัดพลังงาน ให้ทุกหน่วยรายงานผลทุกสิ้นเดือน\n"
        "มติที่ ๓ เวชระเบียน ให้ส่งภายใน ๗ วันหลังจำหน่าย\n"
        "จึงแจ้งมาเพื่อทราบ\n(นางทดลอง ดูแล)\nหัวหน้ากลุ่มงานบริหารทั่วไป\n"
        "เลขานุการคณะกรรมการบริหารโรงพยาบาลทดลอง\n"
    )

    assert minutes.asks == ["ทราบ", "ดำเนินการ", "รายงาน"]
    assert [one.rrule or one.days for one in minutes.deadlines] == ["FREQ=MONTHLY;BYMONTHDAY=-1", 7]
    assert minutes.signatory.position == "หัวหน้ากลุ่มงานบริหารทั่วไป"


def test_a_row_that_wraps_its_days_keeps_them_with_what_is_to_be_done_by_then():
    table = """                         องค์การทดสอบน้ำ
          สรุปข้อสั่งการในการประชุมผู้บริหาร ครั้งที่ ๒/๒๕๖๖

 ลำดับ   ข้อสั่งการ                                                ผู้รับผิดชอบ         กำหนดแล้วเสร็จ

   ๑     ให้ซ่อมป้ายในความรับผิดชอบที่ชำรุดจาก                สำนักช่าง           ภายในวันที่
         น้ำหลาก และส่งบัญชีรายการซ่อมแซม                                      ๒๘ กุมภาพันธ์ ๒๕๖๖
         ให้กองคลัง

   ๒     ให้แจ้งกำนันในพื้นที่งดกิจกรรมริมตลิ่ง                กองน้ำ            ทันที

                                        (นางสาวทดลอง น้ำใส)
                                        นักจัดการงานทั่วไปชำนาญการ
"""

    letter = the_letter(table)

    assert letter.issuer == "องค์การทดสอบน้ำ"
    assert letter.asks == ["ส่งข้อมูล", "ดำเนินการ", "แจ้งเวียน"]
    assert [one.due_on for one in letter.deadlines] == [date(2023, 2, 28)]
    assert letter.signatory.name == "นางสาวทดลอง น้ำใส"
