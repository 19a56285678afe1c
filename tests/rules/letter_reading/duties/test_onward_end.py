"""Where the clause that passes a matter on ends: behind all that those who are told shall do."""

import pytest

from saraban.rules.letter_reading.duties.onward import onward_in


def _only_clause(text: str) -> str:
    (clause,) = onward_in(text)
    return clause.text


@pytest.mark.parametrize(
    "clause",
    [
        "ขอให้แจ้งเทศบาลดำเนินการตามระเบียบ กฎหมาย และหนังสือสั่งการที่เกี่ยวข้องอย่างเคร่งครัด",
        "ขอให้กำชับเจ้าหน้าที่ในสังกัดให้ถือปฏิบัติตามมาตรการ Clean Test โดยเคร่งครัด",
        "ให้แจ้งเทศบาลสำรวจป้ายตามแบบ ปน.๒",
        "ขอให้อำเภอแจ้งผู้มีรายชื่อตามสิ่งที่ส่งมาด้วย ๓ เข้ารับการทดสอบตามวัน เวลา และสถานที่ดังกล่าว",
        "ให้แจ้งอาสาสมัครตรวจป้ายหมู่บ้าน (อตป.) พาเจ้าของป้ายมายื่นแบบ ปน. 01 ที่ศูนย์ทดสอบ",
    ],
)
def test_the_form_or_rule_they_go_by_belongs_to_it_behind_a_blank(clause):
    assert _only_clause(f"{clause} ภายในวันที่ ๓ มีนาคม ๒๕๖๕") == clause


def test_what_they_are_told_to_do_may_follow_a_blank():
    clause = "ให้แจ้งผู้ใหญ่บ้าน เตือนราษฎรริมตลิ่ง ให้ขนป้ายขึ้นที่สูงและฟังข่าวอย่างใกล้ชิด"
    assert _only_clause(f"๑. {clause}") == clause


def test_a_list_of_what_they_shall_make_ready_is_not_cut_at_its_blanks():
    clause = "ให้อำเภอแจ้งเทศบาลจัดเตรียมป้ายไม้ ป้ายเหล็ก และเสาให้พร้อมซ่อม"
    assert _only_clause(clause) == clause


def test_they_may_be_many_and_what_they_shall_do_a_long_list():
    clause = (
        "ขอให้ท่านแจ้งร้านป้ายทั่วไป โรงพิมพ์ป้าย และสถานทดสอบป้ายในเขตจังหวัด ระงับการจำหน่ายป้ายรุ่นที่ระบุ"
        "ในบัญชีแนบท้าย เก็บป้ายเก่า และติดประกาศ ณ จุดจำหน่าย"
    )
    assert _only_clause(f"{clause} ภายใน ๑๕ วัน แล้วรายงานจำนวนให้จังหวัดทราบ") == clause


@pytest.mark.parametrize(
    "more",
    [
        " ๒. ตรวจสอบเสาให้พร้อมใช้งาน",
        " และเร่งสำรวจเสาที่ยังไม่ได้ซ่อม",
        " เพื่อประโยชน์ของผู้ใช้ทาง",
        " ทุกวันศุกร์",
        " แล้วให้อำเภอรวบรวมรายงานให้จังหวัดทราบ",
        "จนกว่าการทดสอบจะแล้วเสร็จ",
        " โดยให้ผู้ใหญ่บ้านลงนามรับรอง",
        " และรวบรวมแบบส่งอำเภอ",
        " แล้วรวบรวมส่งจังหวัด",
    ],
)
def test_how_long_by_whom_and_what_is_sent_up_are_no_part_of_it(more):
    clause = "ขอให้แจ้งเทศบาลซ่อมป้ายที่ชำรุดทุกป้าย"
    assert _only_clause(f"{clause}{more}") == clause


def test_through_what_they_hear_of_it_ends_before_what_is_collected():
    clause = "จึงขอให้ท่านประชาสัมพันธ์ให้ราษฎรทราบ ผ่านหอกระจายข่าวและการประชุมประจำเดือนของหมู่บ้าน"
    assert _only_clause(f"{clause} และรวบรวมแบบ ปน.๑ ส่งอำเภอ") == clause


@pytest.mark.parametrize(
    "clause",
    [
        "จึงขอให้แจ้งเร่งรัดเทศบาลส่งรายงานดังกล่าว",
        "ขอให้จังหวัดสั่งเจ้าหน้าที่ที่เกี่ยวข้องดำเนินการ ดังนี้",
        "ขอให้แจกจ่ายสื่อดังกล่าวไปยังโรงเรียนในพื้นที่ตามความเหมาะสม",
        "ประสานสำนักงานประมงจังหวัดแจ้งชาวประมงงดนำเรือออกจากฝั่ง",
        "ขอให้ท่านแจ้งลูกบ้านงดเผาขยะ",
        "ขอได้แจ้งให้โรงเรียนในจังหวัดถือปฏิบัติต่อไป",
        "ขอให้แจ้งโครงการชลประทานในสังกัดทราบและเตรียมเอกสารไว้ด้วย",
        "ขอได้โปรดประสานไวยาวัจกรของวัดให้จัดเตรียมป้ายให้ครบ",
        "จึงขอความร่วมมือจากท่านเชิญชวนบุคลากรร่วมทาสีป้าย เสา และรั้ว",
        "จึงขอให้ประธานชุมชนบอกกล่าวเจ้าของบ้าน ผู้เช่า และผู้ค้า ให้ย้ายป้ายออกจากทางเท้า",
        "จึงใคร่ขอความร่วมมือจากท่านในการประชาสัมพันธ์ให้ผู้ใช้เส้นทางทราบและหลีกเลี่ยงเส้นทางดังกล่าว",
        "ให้จังหวัดมอบหมายพัฒนาการอำเภอให้คัดเลือกป้ายตัวอย่างอำเภอละ ๓ ป้าย",
        "ประสานมูลนิธิและอาสาสมัครในพื้นที่เตรียมเรือเข้าช่วยเหลือ",
        "จึงขอให้ท่านมอบหมายสถานศึกษาในสังกัดทุกแห่งสำรวจและบันทึกข้อมูลป้ายตามแบบ ปน.๑ เป็นรายป้าย",
    ],
)
def test_other_words_that_pass_a_matter_on(clause):
    assert _only_clause(f"๑. {clause}") == clause


def test_another_request_beside_it_is_one_of_its_own():
    first = "จึงขอให้ท่านแจ้งโรงเรียนตรวจสอบและแก้ไขข้อมูลให้เป็นปัจจุบัน"
    second = "แจ้งอาสาสมัครในพื้นที่ติดตามป้ายที่หายไป"

    assert [one.text.removeprefix("กับ") for one in onward_in(f"{first} กับ{second}")] == [
        first,
        second,
    ]


def test_goods_that_are_handed_out_tell_nobody_anything():
    assert onward_in("ขอให้แจกจ่ายถุงยังชีพแก่ราษฎร") == []


@pytest.mark.parametrize(
    "answer",
    [
        "หากไม่สามารถเข้าร่วมได้ โปรดแจ้งครูประจำชั้นทราบล่วงหน้าด้วย",
        "สำนักงานได้ประสานกลุ่มผู้ใช้น้ำและแจ้งเกษตรกรให้งดสูบน้ำไปแล้วเมื่อวันที่ ๑๔ กุมภาพันธ์ ๒๕๖๗",
        "จึงขอให้ท่านชี้แจงข้อเท็จจริงเป็นหนังสือ พร้อมทั้งส่งเอกสารให้สำนักงานทดสอบ",
        "ให้มอบหมายปลัดอำเภอสำรวจป้ายในตำบล",
    ],
)
def test_answers_what_was_done_and_whom_the_receiver_sends_are_not_passed_on(answer):
    assert onward_in(answer) == []


def test_a_request_right_behind_a_story_that_a_line_glued_to_it_is_asked():
    clause = "จึงขอให้อำเภอแจ้งเทศบาลกรอกแบบสำรวจให้ครบทุกแห่ง"
    assert _only_clause(f"ทำให้ไม่สามารถประมวลผลในภาพรวมของจังหวัดได้{clause}") == clause
