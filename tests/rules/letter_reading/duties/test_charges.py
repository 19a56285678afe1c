"""What orders and minutes charge somebody with, in words that are no request."""

import pytest

from saraban.rules.letter_reading.duties.asks import asks_of


def charged(*paragraphs, kind="คำสั่ง"):
    return [one.ask for one in asks_of(paragraphs, "", kind)]


@pytest.mark.parametrize("rule", ["ระเบียบกรมทดสอบน้ำว่าด้วยการใช้เรือ พ.ศ. ๒๕๕๑", "แนวทางของกองป้าย"])
def test_who_is_charged_follows_a_rule_of_whatever_name(rule):
    assert charged(f"มอบให้นายน้ำเป็นผู้ดูแลเรือ โดยให้ถือปฏิบัติตาม{rule} โดยเคร่งครัด") == ["ถือปฏิบัติ"]


@pytest.mark.parametrize(
    "told",
    [
        "เพื่อให้ถือปฏิบัติตามระเบียบว่าด้วยเรือโดยเคร่งครัด จึงออกคำสั่ง",
        "โดยให้เป็นไปตามระเบียบว่าด้วยเรือ",
    ],
)
def test_a_rule_that_an_order_serves_or_rests_on_is_no_charge(told):
    assert charged(told) == []


@pytest.mark.parametrize("told", ["ให้นายช่างทราบ", "ต่อหัวหน้าฝายทราบ"])
def test_whatever_an_order_has_told_to_those_above_is_reported(told):
    assert charged(f"และให้รายงานอายุเครื่องสูบน้ำ{told}ทุกเดือน") == ["รายงาน"]


@pytest.mark.parametrize(
    "told",
    [
        "กรมได้ให้รายงานอายุเครื่องสูบน้ำให้นายช่างทราบแล้ว",
        "และให้รายงานตัวต่อหัวหน้าฝายเพื่อทราบ",
        "และให้รายงานการประชุมต่อหัวหน้าฝายเพื่อทราบ",
    ],
)
def test_an_earlier_report_a_man_who_comes_and_minutes_are_no_report(told):
    assert charged(told) == []


@pytest.mark.parametrize("above", ["คณะกรรมการลุ่มน้ำ", "ต่อที่ประชุมลุ่มน้ำ", "ผู้บริหารฝาย", "สำนักทดสอบน้ำ"])
def test_a_summary_put_before_those_above_is_a_report(above):
    assert charged(f"ให้คณะทำงานตรวจนับปลา แล้วสรุปผลเสนอ{above}") == ["รายงาน"]


@pytest.mark.parametrize("told", ["กองป้ายได้สรุปผลเสนอผู้บริหารแล้ว", "ให้ใช้แบบสรุปผลตามข้อเสนอนายช่าง"])
def test_a_summary_that_was_made_or_rests_on_a_proposal_is_no_report(told):
    assert "รายงาน" not in charged(told)


def test_a_report_behind_many_duties_is_one_more_of_them():
    duties = "ให้คณะกรรมการมีหน้าที่นับปลา วัดน้ำ {}สรุปผลเสนอคณะกรรมการลุ่มน้ำ"

    assert charged(duties.format("ตลอดจน")) == ["รายงาน", "ดำเนินการ"]
    assert charged(duties.format("แล้ว")) == ["รายงาน"]


@pytest.mark.parametrize("whom", ["เกษตรกรริมฝาย", "ผู้ใหญ่บ้านทุกหมู่", "บุคลากรในสังกัด", "หน่วยงาน"])
def test_minutes_have_a_matter_told_to_those_whom_it_touches(whom):
    minutes = f"๒ การล้างบ่อ ให้แจ้ง{whom}ไปพบนายช่าง"

    assert charged(minutes, kind="สรุปมติที่ประชุม") == ["แจ้งเวียน"]


@pytest.mark.parametrize("told", ["กองป้ายได้แจ้งเกษตรกรแล้ว", "ให้แจ้งตำรวจเมื่อพบของหาย"])
def test_what_minutes_say_was_told_or_is_told_to_the_police_is_not_passed_on(told):
    assert charged(f"๒ การล้างบ่อ {told}", kind="สรุปมติที่ประชุม") == []


def test_an_order_to_get_the_work_done_and_report_is_two_duties():
    duty = "ให้คณะกรรมการมีหน้าที่นับเสาป้ายริมตลิ่งทุกต้นและวัดน้ำ ทั้งนี้ {}รายงานผลให้นายช่างทราบ"

    assert charged(duty.format("ให้ดำเนินการให้แล้วเสร็จและ")) == ["รายงาน", "ดำเนินการ"]
    assert charged(duty.format("ให้")) == ["รายงาน"]


def test_what_an_ordered_report_thinks_is_part_of_it():
    duty = "ให้คณะกรรมการมีหน้าที่นับเสาป้าย และเสนอความเห็น"

    assert charged(f"{duty} แล้วรายงานผลให้นายช่างทราบ") == ["รายงาน"]
    assert "ส่งข้อมูล" in charged(f"{duty}ต่อนายช่าง")


def resolved(*rows):
    return charged(*rows, kind="สรุปมติที่ประชุม")


@pytest.mark.parametrize(
    ("resolution", "asks"),
    [
        ("มติ รับทราบ", ["ทราบ"]),
        ("มติที่ประชุม : รับทราบ", ["ทราบ"]),
        ("มติ รับทราบ และให้นายช่างถือปฏิบัติ", ["ถือปฏิบัติ"]),
        ("มติ เร่งล้างบ่อที่เหลือให้เสร็จก่อนวันที่ ๕", ["ดำเนินการ"]),
        ("มติ ให้นายช่างทุกคนค้นหาเสาที่หาย", ["ดำเนินการ"]),
        ("มติ ให้หัวหน้าฝายแจ้งผู้รับผิดชอบประตูน้ำถือปฏิบัติ", ["แจ้งเวียน"]),
        ("มติ ให้นายช่างถือปฏิบัติ", ["ถือปฏิบัติ"]),
        ("มติ นับเสาแล้วส่งทะเบียนป้ายให้กองป้าย", ["ส่งข้อมูล"]),
        ("ที่ประชุมให้หัวหน้าฝายประกาศเตือนชาวฝายทางหอกระจายข่าว", ["ประชาสัมพันธ์"]),
    ],
)
def test_a_row_of_minutes_resolves_in_its_own_words(resolution, asks):
    assert resolved(f"๓ การล้างบ่อ ล้างแล้วสองบ่อ {resolution}") == asks


@pytest.mark.parametrize(
    "told",
    [
        "หัวหน้าฝายรับทราบผลแล้ว",
        "นายช่างเร่งล้างบ่อจนเสร็จ",
        "มติ เห็นชอบ",
        "หัวหน้าฝายประกาศเตือนชาวฝายทางหอกระจายข่าวแล้ว",
        "ส่งหนังสือทางไปรษณีย์ลงทะเบียน",
    ],
)
def test_what_a_row_only_tells_is_resolved_nowhere(told):
    assert resolved(f"๓ การล้างบ่อ {told}") == []
