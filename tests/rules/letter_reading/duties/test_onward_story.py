"""What was done, planned or made, and what the sender wants to hear itself, is not passed on."""

import pytest

from saraban.rules.letter_reading.duties.asked_points import points_asked
from saraban.rules.letter_reading.duties.onward_grammar import clauses_by_grammar
from tests.rules.letter_reading.asked import passed_on
from tests.rules.letter_reading.letters import HEAD, SIGNED, the_letter


@pytest.mark.parametrize(
    "story",
    [
        "อำเภอได้แจ้งกำนันในที่ประชุมให้ทราบและประกาศทางหอกระจายข่าวทุกหมู่บ้านเรียบร้อยแล้ว",
        "กรมได้ส่งเรื่องให้กองป้ายทราบ และแจ้งผู้ร้องเรียนทราบเบื้องต้นแล้ว",
        "ส่วนที่เหลือจะให้พนักงานออกไปชี้แจงแก่สมาชิกเป็นรายกลุ่มต่อไป",
        "ด้วยกรมได้จัดพิมพ์หนังสือเรื่องป้ายเพื่อเผยแพร่ความรู้แก่หน่วยงานและประชาชน",
        "โรงเรียนจะจัดประชุมในวันเสาร์ เพื่อชี้แจงระเบียบการใช้ป้าย และแจ้งผลการเลือกกรรมการให้ผู้ปกครองทราบ",
        "คณะกำหนดจัดค่ายทำป้าย โดยมีวัตถุประสงค์เพื่อเผยแพร่ความรู้เรื่องป้ายแก่นักเรียน",
        "มิให้เสียงรบกวนผู้พักอาศัย พร้อมกับแจ้งผู้ประกอบการให้ทราบถึงโทษด้วยนั้น",
        "ด้วย สกพ. แจ้งปฏิทินการตั้งป้าย โดยให้หน่วยส่งรายชื่อข้าราชการ",
        "ทั้งนี้ ได้รณรงค์ให้ประชาชนดูป้ายผ่านหอกระจายข่าวทุกหมู่บ้าน",
        "๕. ประชาสัมพันธ์จังหวัดตัวอย่าง กรรมการ",
    ],
)
def test_what_was_done_planned_or_made_is_not_asked(story):
    assert passed_on(story) == []


def test_what_a_complaint_wanted_is_told_where_the_writer_then_sends_it_on():
    text = (
        "ด้วยอำเภอได้รับเรื่องร้องเรียนจากราษฎรหมู่ที่ ๔ ว่าป้ายชำรุด ขอให้ทางราชการแจ้งหน่วยงานเข้าซ่อม "
        "จึงส่งเรื่องมาเพื่อพิจารณา ผลเป็นประการใดให้แจ้งผู้ร้องทราบโดยตรง"
    )

    assert passed_on(text) == ["ให้แจ้งผู้ร้องทราบโดยตรง"]


@pytest.mark.parametrize(
    "answer",
    [
        "ผู้ใดจะขอเปลี่ยนป้าย ให้แจ้งกองป้ายก่อนวันตรวจไม่น้อยกว่า ๓ วันทำการ",
        "หากมีห้องที่ต้องเปิดไฟตลอดเวลา โปรดแจ้งสำนักงานเลขานุการกรมทราบเพื่อยกเว้นให้",
        "หากเห็นชอบ กรุณาแจ้งนางทดลอง น้ำใส โทร. ๐ ๗๔๐๐ ๐๐๐๐ ทราบด้วย",
        "เมื่อผู้เสียหายพ้นอันตรายแล้ว ขอได้โปรดแจ้งให้พนักงานสอบสวนทราบด้วย",
        "ถ้าน้ำท่วมป้าย ให้รีบแจ้งอำเภอทันที",
        "และขอให้แจ้งเลขที่หนังสือให้ผู้ประสานงานทราบด้วย",
        "โปรดแจ้งให้พนักงานคุมป้ายทราบหากไม่แล้วเสร็จ",
        "ให้ชุดตรวจแจ้งพนักงานสอบสวนในท้องที่ดำเนินคดีทุกราย",
        "โดยให้ผู้มีสิทธิแจ้งส่วนราชการเจ้าสังกัดของตนทราบด้วย",
        "ส่วนป้ายชำรุดมากให้โทรแจ้งหัวหน้าเวรทันที",
        "รายการใดทำไม่ทัน ขอให้แจ้งเพื่อขออนุมัติกันเงินต่อสภาเทศบาล",
    ],
)
def test_an_answer_goes_to_the_sender_or_to_who_settles_it(answer):
    assert passed_on(answer) == []


def test_a_sender_calls_itself_by_its_kind_where_it_wants_an_answer():
    text = "ขอได้โปรดแจ้งกำหนดการทำป้ายให้วิทยาลัยทราบล่วงหน้าด้วย"

    assert passed_on(text, "วิทยาลัยป้ายตัวอย่าง") == []
    assert len(passed_on(text, "กรมป้าย")) == 1


def test_what_the_sender_was_asked_by_its_own_name_is_told():
    text = "ด้วยกรมแจ้งแบบป้ายใหม่ และขอให้สำนักงานป้ายจังหวัดแจ้งหน่วยงานในจังหวัดทราบ"

    assert passed_on(text, "สำนักงานป้ายจังหวัดตัวอย่าง") == []
    assert len(passed_on(text, "กรมป้าย")) == 1


def test_what_somebody_must_do_is_no_end_of_a_request():
    # ถูกต้อง has ต้อง in it.
    text = "และแจ้งเทศบาลในพื้นที่ปรับปรุงข้อมูลจำนวนนักเรียนในระบบให้ถูกต้องครบถ้วนต่อไป"

    assert passed_on(text) == [text.removeprefix("และ")]


def test_a_letter_of_points_leaves_out_who_is_to_tell():
    head = "จึงให้ฝ่ายต่าง ๆ ดำเนินการดังนี้"
    point = "- ฝ่ายอาคาร ประกาศให้นักเรียนทุกคนทราบทางเสียงตามสาย"
    (found,) = clauses_by_grammar(point, asked_from=points_asked([head, point])[1])

    assert found.text == "ประกาศให้นักเรียนทุกคนทราบทางเสียงตามสาย"


def test_in_a_point_the_clause_is_not_taken_for_who_is_to_tell():
    head = "จึงขอให้หน่วยงานดำเนินการ ดังนี้"
    point = "๓. สาธารณสุขอำเภอแจ้งโรงพยาบาลและ อสม. ทุกหมู่บ้านสำรวจป้ายในโรงเรียน วัด และชุมชน"
    (found,) = clauses_by_grammar(point, asked_from=points_asked([head, point])[1])

    assert found.text.endswith("แจ้งโรงพยาบาลและ อสม. ทุกหมู่บ้านสำรวจป้ายในโรงเรียน วัด และชุมชน")


def test_what_stands_under_the_story_of_a_memo_was_asked_then():
    told = (
        "ตามบันทึกสำนักงานใหญ่ ที่ มท ๙๙๐๐/ว ๙๖ ลงวันที่ ๑๖ กุมภาพันธ์ ๒๕๖๕ ให้เปลี่ยนป้าย และขอให้เขต"
        "แจ้งสาขาในสังกัดทราบ"
    )
    asks = "ให้ผู้จัดการประชุมชี้แจงพนักงานอ่านป้ายให้รู้วิธีอ่านป้ายแบบใหม่"
    letter = the_letter("\n\n".join((HEAD, "๑. เรื่องเดิม", told, "๒. ข้อพิจารณา", asks, SIGNED)))

    assert letter.onward == [asks]
