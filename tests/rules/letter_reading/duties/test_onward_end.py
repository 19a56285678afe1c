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


@pytest.mark.parametrize(
    "more",
    [
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
        "ขอได้โปรดประสานไวยาวัจกรของวัดให้จัดเตรียมป้ายให้ครบ",
    ],
)
def test_other_words_that_pass_a_matter_on(clause):
    assert _only_clause(f"๑. {clause}") == clause


def test_goods_that_are_handed_out_tell_nobody_anything():
    assert onward_in("ขอให้แจกจ่ายถุงยังชีพแก่ราษฎร") == []
