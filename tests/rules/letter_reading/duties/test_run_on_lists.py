"""One paragraph that runs on through its points, and what each point asks."""

import pytest

from saraban.rules.letter_reading.duties.run_on_lists import parted
from saraban.rules.letter_reading.lines.page_lines import Joined
from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter


def parts_of(text):
    whole = Joined()
    whole.add(3, text)
    return [part.text for part in parted([whole])]


def test_each_point_of_a_paragraph_that_runs_on_stands_by_itself():
    text = "จึงขอให้จังหวัดดำเนินการ 1. ตรวจสอบป้าย ๒. แจ้งอำเภอทราบ (๓) ส่งแบบสำรวจ"

    assert parts_of(text) == [
        "จึงขอให้จังหวัดดำเนินการ", "1. ตรวจสอบป้าย", "๒. แจ้งอำเภอทราบ", "(๓) ส่งแบบสำรวจ",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "จึงเรียนมาเพื่อโปรด ๑. ทราบ ๒. พิจารณา",
        "ตามที่กรมได้แจ้งให้จังหวัด ๑. ตรวจสอบป้าย ๒. ส่งแบบสำรวจ นั้น บัดนี้ล่วงเลยเวลาแล้ว",
        "ให้เป็นไปตามข้อ ๑. แห่งระเบียบ และข้อ ๒. แห่งประกาศ",
        "ตรวจสอบป้ายของถนนสายที่ ๒. สายที่ ๓. และสายที่ ๔. ในเขต",
    ],
)
def test_closings_stories_and_clauses_of_a_rule_are_no_points(text):
    assert parts_of(text) == [text]


def test_a_part_remembers_where_it_stood():
    whole = Joined()
    whole.add(7, "ให้อำเภอ 1. ตรวจสอบป้าย 2. ส่งแบบ")

    *_, last = parted([whole])

    assert (last.spans()[0].line, last.spans()[0].start) == (7, whole.text.index("2."))


def test_points_on_one_line_are_asked_and_due_as_on_lines_of_their_own():
    duties = (
        "จังหวัดจึงขอให้อำเภอดำเนินการ ๑. เสริมคันดินริมตลิ่ง ๒. ให้อำเภอแจ้งเทศบาล กำนัน "
        "ตรวจสอบป้าย ๓. รายงานผลให้จังหวัดทราบทุกวัน ก่อนเวลา ๐๙.๐๐ น.\n"
    )

    letter = the_letter(f"{HEAD}ด้วยน้ำขึ้นสูง {duties}{BODY}{SIGNED}")

    assert letter.asks == ["ทราบ", "รายงาน"]
    assert letter.onward == ["ให้อำเภอแจ้งเทศบาล กำนัน ตรวจสอบป้าย"]
    assert [due.rrule for due in letter.deadlines] == ["FREQ=DAILY"]
