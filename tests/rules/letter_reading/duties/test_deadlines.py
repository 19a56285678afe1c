from datetime import date

import pytest

from saraban.rules.letter_reading.duties.deadlines import deadlines_in
from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter

LETTER_DAY = date(2022, 6, 16)


def only(text):
    (found,) = deadlines_in(text, letter_day=LETTER_DAY)
    return found.deadline


@pytest.mark.parametrize(
    ("text", "due_on"),
    [
        ("ส่งให้จังหวัดภายในวันที่ ๓๐ มิถุนายน ๒๕๖๕", date(2022, 6, 30)),
        ("ภายในวันศุกร์ที่ 8 ก.ค. 65", date(2022, 7, 8)),
        ("ให้แล้วเสร็จภายในเดือนกันยายน", date(2022, 9, 30)),
        ("ภายในเดือนมกราคม", date(2023, 1, 31)),
        ("ภายในวันทำการสุดท้ายของเดือนกรกฎาคม ๒๕๖๕", date(2022, 7, 29)),
        ("รับสมัคร ยื่นใบสมัครตั้งแต่บัดนี้จนถึงวันที่ ๑ สิงหาคม ๒๕๖๕", date(2022, 8, 1)),
        ("ภายในปีงบประมาณ พ.ศ. ๒๕๖๕", date(2022, 9, 30)),
        ("หมดเขตรับสมัครในวันที่ ๓๑ กรกฎาคม ๒๕๖๕", date(2022, 7, 31)),
        ("ภายในไตรมาสที่ ๑ ของปีงบประมาณ พ.ศ. ๒๕๖๖", date(2022, 12, 31)),
        ("ภายในวันพรุ่งนี้ เวลา ๑๒.๐๐ น.", date(2022, 6, 17)),
        ("ส่งกลับภายในวันที่ ๒๕ เดือนเดียวกัน", date(2022, 6, 25)),
        ("เปิดรับสมัครตั้งแต่วันที่ ๑ ถึงวันที่ ๘ กรกฎาคม ๒๕๖๕", date(2022, 7, 8)),
        ("ลงทะเบียนระหว่างวันที่ ๒๐ มิ.ย. – ๘ ก.ค. ๒๕๖๕", date(2022, 7, 8)),
        ("ได้ขยายเวลาการส่งรายงานออกไปเป็นวันที่ ๘ กรกฎาคม ๒๕๖๕", date(2022, 7, 8)),
        ("ภายใน ๑๒.๐๐ น. วันที่ ๘ กรกฎาคม ๒๕๖๕", date(2022, 7, 8)),
        ("ให้ส่งก่อนสิ้นเดือนกรกฎาคม ๒๕๖๕", date(2022, 7, 31)),
        ("ส่งแบบวันสุดท้าย ๘ กรกฎาคม ๒๕๖๕", date(2022, 7, 8)),
        ("ครบกำหนดชำระวันที่ ๘ กรกฎาคม ๒๕๖๕", date(2022, 7, 8)),
        ("please reply before 8 July 2022", date(2022, 7, 8)),
        ("by the end of July 2022", date(2022, 7, 31)),
        ("The deadline for submission is July 8, 2022", date(2022, 7, 8)),
        ("ภายในเดือน ก.ค. ๖๕", date(2022, 7, 31)),
        ("ส่งที่กองภายในวันศุกร์นี้ (๑๗ มิ.ย. ๖๕)", date(2022, 6, 17)),
        ("ส่งที่กองภายในวันจันทร์หน้า (วันที่ ๒๗ มิ.ย. ๖๕)", date(2022, 6, 27)),
        ("kindly return the forms not later than 8 July 2022", date(2022, 7, 8)),
        ("Please confirm by Friday, 8 July 2022", date(2022, 7, 8)),
        ("to reach us on or before 8 July 2022", date(2022, 7, 8)),
        ("ปิดรับในระบบ ABC วันที่ ๓๑ กรกฎาคม ๒๕๖๕", date(2022, 7, 31)),
        ("ภายในเดือนเมษายน ๒๕๖๖", date(2023, 4, 30)),
        ("ต้องยื่นข้อเสนอและเสนอราคาทางระบบ ในวันที่ ๘ กรกฎาคม ๒๕๖๕", date(2022, 7, 8)),
        ("ให้ส่งมอบงานในหน้าที่เดิมให้แล้วเสร็จ ภายในวันที่ ๘ กรกฎาคม ๒๕๖๕", date(2022, 7, 8)),
        ("ยื่นด้วยตนเองที่งานบุคคล ตั้งแต่วันที่ ๑ มิ.ย. ๒๕๖๕ ถึงวันที่ ๘ ก.ค. ๒๕๖๕", date(2022, 7, 8)),
        ("ภายในวันทำการแรกของเดือนตุลาคม ๒๕๖๕", date(2022, 10, 3)),
        ("ให้แล้วเสร็จก่อนสิ้นปีงบประมาณ พ.ศ. ๒๕๖๕", date(2022, 9, 30)),
        ("ส่งภายในวันพุธแรกของเดือนตุลาคม ๒๕๖๕", date(2022, 10, 5)),
        ("ภายในวันศุกร์สุดท้ายของเดือนกรกฎาคม ๒๕๖๕", date(2022, 7, 29)),
        ("ให้แล้วเสร็จภายในสิ้นปีงบประมาณนี้", date(2022, 9, 30)),
        ("ส่งภายในวันที่ ๘ เดือนหน้า", date(2022, 7, 8)),
        ("ส่งภายในวันศุกร์นี้", date(2022, 6, 17)),
    ],
)
def test_a_fixed_day(text, due_on):
    assert (only(text).kind, only(text).due_on) == ("absolute", due_on)


def test_the_text_of_a_range_has_both_its_days():
    for text in (
        "ชำระเงินระหว่างวันที่ ๑ - ๘ กรกฎาคม ๒๕๖๕",
        "ยื่นใบสมัครได้ตั้งแต่วันที่ ๑ มิถุนายน ๒๕๖๕ ถึงวันที่ ๘ กรกฎาคม ๒๕๖๕",
    ):
        assert only(text).due_on == date(2022, 7, 8)
        assert text.endswith(only(text).text)
        assert only(text).text.startswith(("ระหว่าง", "ตั้งแต่"))


def test_how_often_alone_is_a_rule_too():
    assert only("ให้รายงานกรมทราบทุกรอบ ๓ เดือน").rrule == "FREQ=MONTHLY;INTERVAL=3"
    assert only("ให้อำเภอรายงานผลทุกเดือน").rrule == "FREQ=MONTHLY"
    assert only("รายงานทุกเดือน ภายในวันที่ ๕ ของเดือนถัดไป").rrule == "FREQ=MONTHLY;BYMONTHDAY=5"


def test_days_ahead_of_an_event_are_relative():
    assert only("จัดส่งเอกสารล่วงหน้าก่อนวันประชุม ๒ วัน").days == 2


def test_days_and_working_days_are_kept_apart():
    assert only("ภายใน ๗ วันนับแต่วันที่ได้รับหนังสือ").days == 7
    assert only("ภายใน ๑๕ วันทำการ นับถัดจากวันที่ได้รับแจ้ง").working_days == 15
    assert only("ภายใน ๗ วัน (วันทำการ) นับแต่วันได้รับหนังสือ").working_days == 7


@pytest.mark.parametrize(
    "text",
    [
        "กำหนดประชุมในวันที่ ๒๐ มิถุนายน ๒๕๖๕ เวลา ๐๙.๐๐ น.",
        "อบรมระหว่างวันที่ ๑ - ๓ กรกฎาคม ๒๕๖๕",
        "มีผลใช้บังคับตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๕ เป็นต้นไป",
        "ตามที่ได้ให้รายงานภายในวันที่ ๓๐ มิถุนายน ๒๕๖๕ นั้น",
        "ให้แล้วเสร็จภายในวันที่ ๑ มกราคม ๒๕๖๐",
        "กำหนดส่งมอบภายใน ๑๕ วันนับแต่วันลงนามในสัญญา",
        "จะประกาศผลภายในวันที่ ๓๑ กรกฎาคม ๒๕๖๕",
        "กรมจะแจ้งผลให้ทราบภายใน ๑๕ วัน",
        "จัดแสดงตั้งแต่บัดนี้จนถึงวันที่ ๓๑ ธันวาคม ๒๕๖๕",
        "ข้อมูลตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๔ ถึงวันที่ ๓๐ กันยายน ๒๕๖๕",
        "อายุไม่เกิน ๓๕ ปี นับถึงวันที่ ๓๐ มิถุนายน ๒๕๖๕",
        "ให้ขยายเวลารับโครงการจากเดิมสิ้นสุดวันที่ ๒๘ กรกฎาคม ๒๕๖๕",
        "ภายใต้บันทึกข้อตกลงลงวันที่ ๓ มีนาคม ๒๕๖๒ ซึ่งจะสิ้นสุดในวันที่ ๒ มีนาคม ๒๕๖๖",
        "กรรมการชุดนี้มีวาระสามปี ครบกำหนดวันที่ ๒ มีนาคม ๒๕๖๖",
        "ใบอนุญาตเดินเรือเลขที่ ๕ สิ้นสุดวันที่ ๒ มีนาคม ๒๕๖๖",
    ],
)
def test_events_stories_and_past_days_are_no_deadlines(text):
    assert deadlines_in(text, letter_day=LETTER_DAY) == []


def test_lost_tone_marks_do_not_hide_a_deadline():
    assert only("ลงทะเบียน ตังแต่บัดนีถึงวันที ๑๕ กรกฎาคม ๒๕๖๕").due_on == date(2022, 7, 15)
    assert only("รายงานทุกวันจันทรของทุกสัปดาห").rrule == "FREQ=WEEKLY;BYDAY=MO"
    assert only("ภายในสีสัปดาหนับแต่วันทีได้รับหนังสือ").days == 28


def test_a_relative_deadline_ends_with_its_anchor():
    text = "ส่งงบภายใน ๙๐ วันนับแต่วันสิ้นปีงบประมาณ และงบเดือนภายในวันที่ ๑๕ ของเดือนถัดไป"

    first, second = deadlines_in(text, letter_day=LETTER_DAY)

    assert (first.deadline.days, first.deadline.anchor) == (90, "สิ้นปีงบประมาณ")
    assert text[first.start : first.end] == "ภายใน ๙๐ วันนับแต่วันสิ้นปีงบประมาณ"
    assert second.deadline.rrule == "FREQ=MONTHLY;BYMONTHDAY=15"
    assert only("ภายใน ๗ วันนับแต่วันที่ได้รับแจ้งหากพ้นกำหนดถือว่าสละสิทธิ์").anchor == "ได้รับแจ้ง"


def test_hours_are_counted_from_what_happened():
    text = "รายงานผู้ป่วยภายใน ๒๔ ชั่วโมงนับแต่พบผู้ป่วย และส่งแบบทุกวันพุธ"

    first, second = deadlines_in(text, letter_day=LETTER_DAY)

    assert (first.deadline.kind, first.deadline.hours) == ("relative", 24)
    assert (first.deadline.days, first.deadline.anchor) == (None, "พบผู้ป่วย")
    assert second.deadline.rrule == "FREQ=WEEKLY;BYDAY=WE"


def test_within_with_the_other_letter_ai_is_within_and_asked_about():
    (found,) = deadlines_in("แจ้งให้เทศบาลทราบภายไนวันที่ ๑๕ กรกฎาคม ๒๕๖๕", letter_day=LETTER_DAY)

    assert found.deadline.due_on == date(2022, 7, 15)
    assert found.deadline.text == "ภายไนวันที่ ๑๕ กรกฎาคม ๒๕๖๕"
    assert not found.is_plain


def test_the_hour_of_the_last_day_is_a_part_of_what_is_told():
    text = "ส่งภายในวันที่ ๕ กรกฎาคม ๒๕๖๕ เวลา ๑๒.๐๐ น. พร้อมรายชื่อ"

    assert only(text).text == "ภายในวันที่ ๕ กรกฎาคม ๒๕๖๕ เวลา ๑๒.๐๐ น."


def test_two_days_of_every_year_are_two_deadlines():
    found = deadlines_in("รายงานภายในวันที่ ๓๑ มีนาคม และ ๓๐ กันยายน ของทุกปี", letter_day=LETTER_DAY)

    assert [one.deadline.rrule for one in found] == [
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30",
    ]


def test_a_day_counted_from_the_letters_own_asks_for_a_look():
    (found,) = deadlines_in("แจ้งภายในวันนี้ เวลา ๑๖.๐๐ น.", letter_day=LETTER_DAY)

    assert found.deadline.due_on == LETTER_DAY
    assert not found.is_plain


@pytest.mark.parametrize(
    "text",
    [
        "ส่งเสริมให้ประชาชนออกกำลังกายทุกวัน",
        "ห้องสมุดเปิดทำการทุกวัน เวลา ๐๘.๓๐ น. ถึง ๑๙.๐๐ น.",
        "อาคารที่ก่อสร้างก่อนวันที่ ๑ กรกฎาคม ๒๕๖๕ ให้ยื่นแบบ",
        "ข้าราชการที่บรรจุก่อนวันที่ ๑ กรกฎาคม ๒๕๖๕",
        "หนี้ที่เกิดขึ้นก่อนวันที่ ๑ กรกฎาคม ๒๕๖๕",
        "ทั้งนี้ ต้องไม่ก่อนวันที่ ๑ กรกฎาคม ๒๕๖๕",
        "คณะทำงานจะตรวจเยี่ยมภายในเดือนกรกฎาคม ๒๕๖๕",
        "หากกรมธรรม์จะสิ้นอายุก่อนวันที่ ๑ กรกฎาคม ๒๕๖๕ ให้ต่ออายุทันที",
        "ถ้าเครื่องชำรุดก่อนวันที่ ๑ กรกฎาคม ๒๕๖๕ ให้ซ่อม",
        "โรงงานซึ่งได้ขึ้นทะเบียนก่อนวันที่ ๑ กรกฎาคม ๒๕๖๕ ให้ใช้เกณฑ์เดิม",
        "ผู้ใดถูกเรียกตัวแล้วไม่มารายงานตัวภายใน ๗ วัน ไม่มีสิทธิได้รับการพิจารณา",
    ],
)
def test_habits_opening_hours_and_conditions_are_no_deadlines(text):
    assert deadlines_in(text, letter_day=LETTER_DAY) == []


def test_those_who_were_told_of_a_delivery_have_days_of_their_own():
    found = only("ให้คณะกรรมการตรวจรับพัสดุภายใน ๕ วันทำการ นับแต่วันที่ได้รับแจ้งการส่งมอบ แล้วรายงานผล")

    assert (found.working_days, found.anchor) == (5, "ได้รับแจ้งการส่งมอบ")


def test_the_event_ends_where_the_next_duty_begins():
    found = only("ให้แล้วเสร็จภายใน ๓ วันทำการ นับแต่วันที่ได้รับหนังสือและพิมพ์ส่งให้ผู้บริหารลงนาม")

    assert (found.working_days, found.anchor) == (3, "ได้รับหนังสือ")


def test_what_a_notice_will_publish_is_nobody_elses_duty():
    text = "๓. ประกาศรายชื่อผู้มีสิทธิสอบ ภายในวันที่ ๒๐ กรกฎาคม ๒๕๖๕"

    assert deadlines_in(text, letter_day=LETTER_DAY, is_notice=True) == []
    assert only(text).due_on == date(2022, 7, 20)


def test_days_run_behind_an_event_without_a_word_of_counting():
    assert only("สรุปผลภายใน ๑๕ วันหลังเสร็จสิ้นกิจกรรม").anchor == "เสร็จสิ้นกิจกรรม"


def test_the_end_of_a_quarter_may_be_what_days_are_counted_from():
    found = only("ให้รายงานภายใน ๑๕ วัน นับถัดจากวันสิ้นไตรมาส")

    assert (found.kind, found.days) == ("relative", 15)


def test_two_days_of_a_year_each_are_a_rule():
    found = deadlines_in("ภายในวันที่ ๕ เมษายน และวันที่ ๕ ตุลาคม ของทุกปี", letter_day=LETTER_DAY)

    assert [one.deadline.rrule for one in found] == [
        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=5",
        "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=5",
    ]


def test_a_rhythm_told_twice_in_a_sentence_is_one_duty():
    text = "ให้รายงานทุกวันศุกร์ โดยส่งถึงจังหวัดภายในเวลา ๑๕.๐๐ น. ของทุกวันศุกร์"

    assert only(text).rrule == "FREQ=WEEKLY;BYDAY=FR"


def test_how_often_does_not_count_beside_the_day_told_in_an_item_below():
    items = "ด้วยกรมกำหนดให้รายงานเป็นประจำทุกเดือน ดังนี้\n๑. รายงานตามแบบ ภายในวันทำการสุดท้ายของทุกเดือน\n"

    letter = the_letter(f"{HEAD}{items}{BODY}{SIGNED}")

    assert [due.rrule for due in letter.deadlines] == [
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
    ]


@pytest.mark.parametrize(
    ("text", "due_on"),
    [
        ("ส่งใบเบิกภายในวันอังคารที่ ๒๕ มิถุนายน ๒๕๖๕", date(2022, 6, 28)),
        ("แจ้งชื่อภายในวันจันทร์ที่ ๑๕ กรกฎาคม ๒๕๖๕", date(2022, 7, 18)),
        ("แจ้งชื่อภายในวันอังคารที่ ๒๕ มิถุนายน ๒๕๖๑", date(2022, 6, 28)),
        ("แจ้งชื่อภายในวันพุธที่ ๒๕ มิถุนายน ๒๕๖๕", date(2022, 6, 29)),
    ],
)
def test_a_weekday_tells_a_misread_figure_which_is_to_be_looked_at(text, due_on):
    (found,) = deadlines_in(text, letter_day=LETTER_DAY)

    assert found.deadline.due_on == due_on
    assert found.deadline.text == text[text.index("ภายใน") :]
    assert not found.is_plain


@pytest.mark.parametrize(
    "text", ["ภายในวันเสาร์ที่ ๒๕ มิถุนายน ๒๕๖๕", "ภายในวันศุกร์ที่ ๒๕ มิถุนายน ๒๕๖๕", "ภายในวันที่ ๒๕ มิถุนายน ๒๕๖๕"]
)
def test_a_day_that_fits_or_that_no_figure_explains_stays_as_printed(text):
    assert only(text).due_on == date(2022, 6, 25)


def test_a_weekday_tells_a_misread_figure_also_where_the_letters_day_is_lost():
    (found,) = deadlines_in("ภายในวันอังคารที่ ๒๕ มิถุนายน ๒๕๖๕", letter_day=None)

    assert (found.deadline.due_on, found.is_plain) == (date(2022, 6, 28), False)


@pytest.mark.parametrize(
    ("text", "days", "working_days"),
    [
        ("within 30 days of receipt of this letter", 30, None),
        ("within seven (7) working days from the date of this letter", None, 7),
        ("ให้รายงานภายใน ๑๐ วัน หลังสิ้นไตรมาส", 10, None),
    ],
)
def test_days_are_counted_from_an_event_in_english_too(text, days, working_days):
    deadline = only(text)

    assert (deadline.kind, deadline.days, deadline.working_days) == ("relative", days, working_days)


def test_the_anchor_of_one_deadline_takes_none_of_the_next():
    found = deadlines_in(
        "ให้ซ่อมป้ายภายใน ๑๕ วัน นับถัดจากวันที่ได้รับหนังสือนี้ โดยให้เริ่มภายใน ๓ วันทำการนับแต่วันได้รับหนังสือ หากพ้น",
        letter_day=LETTER_DAY,
    )

    assert [(one.deadline.days, one.deadline.working_days) for one in found] == [
        (15, None),
        (None, 3),
    ]


def test_a_letter_among_the_figures_of_a_count_is_doubted():
    (found,) = deadlines_in("ให้แล้วเสร็จภายใน ๙O วันนับแต่วันที่ได้รับหนังสือ", letter_day=LETTER_DAY)

    assert (found.deadline.days, found.is_plain) == (90, False)


def test_a_day_on_a_line_of_its_own_still_ends_the_sentence_that_calls_for_it():
    body = (
        "ด้วยกรมทดสอบน้ำจะสำรวจป้ายเตือนภัยริมตลิ่งทุกแห่ง จึงขอให้ส่งแบบสำรวจภายในวันที่\n\n"
        "            ๗ สิงหาคม ๒๕๖๕\nจึงเรียนมาเพื่อโปรดทราบ\n"
    )

    (deadline,) = the_letter(f"{HEAD}{body}{SIGNED}").deadlines

    assert deadline.due_on == date(2022, 8, 7)


def test_whether_it_happened_in_time_is_a_question():
    assert deadlines_in("มีผู้คัดค้านภายในกำหนดสามสิบวันหรือไม่ ประการใด", letter_day=LETTER_DAY) == []


def test_the_last_working_day_of_a_named_month_is_one_day():
    (found,) = deadlines_in("ให้รายงานภายในวันทำการสุดท้ายของเดือนเมษายน 2566", letter_day=LETTER_DAY)

    assert (found.deadline.kind, found.deadline.rrule) == ("absolute", None)


def test_how_long_a_price_holds_is_no_deadline():
    assert deadlines_in("ยืนราคาไม่น้อยกว่า ๖๐ วัน นับแต่วันเสนอราคา", letter_day=LETTER_DAY) == []


def test_a_day_that_two_rows_have_is_told_once():
    rows = "๑. สำรวจป้าย ภายในวันที่ ๗ สิงหาคม ๒๕๖๕\n๒. ซ่อมเสา ภายในวันที่ ๗ สิงหาคม ๒๕๖๕\n"
    body = f"จึงขอให้ดำเนินการ ดังนี้\n{rows}๓. รายงานผล ภายในวันที่ ๙ สิงหาคม ๒๕๖๕\n"
    letter = the_letter(f"{HEAD}{body}{SIGNED}")

    assert [one.due_on for one in letter.deadlines] == [date(2022, 8, 7), date(2022, 8, 9)]
    assert len(letter.evidence["deadlines"].items) == 2
