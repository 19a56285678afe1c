"""Points under a head that asks are asked, whoever they open with."""

import pytest

from saraban.rules.letter_reading.duties.asked_points import heads_to_act_on, points_asked
from saraban.rules.letter_reading.duties.asks import asked_in
from tests.rules.letter_reading.letters import HEAD, SIGNED, the_letter

CIRCULATE = "๑. หัวหน้าส่วนราชการแจ้งเวียนหน่วยงานในสังกัดให้ถือปฏิบัติตามประกาศโดยเคร่งครัด"
SPREAD = "๒. ทุกหน่วยงานประชาสัมพันธ์ให้เจ้าของป้ายทราบโดยทั่วกัน"


@pytest.mark.parametrize(
    "head",
    [
        "เพื่อให้การสำรวจเป็นไปด้วยความเรียบร้อย จึงขอให้",
        "ขอความร่วมมือจังหวัดดำเนินการ ดังนี้",
        "จึงขอได้โปรดดำเนินการดังต่อไปนี้ :",
        "จึงให้ฝ่ายต่าง ๆ ดำเนินการดังนี้",
    ],
)
def test_points_under_a_request_are_told_with_where_their_words_begin(head):
    assert points_asked([head, CIRCULATE, "๓.๒ แจ้งเวียนให้เจ้าหน้าที่ทราบ", "กรมขอขอบคุณ", SPREAD]) == {
        1: 3,
        2: 4,
    }


@pytest.mark.parametrize(
    "head", ["กรมได้ขอให้จังหวัดดำเนินการ ดังนี้", "ผลการสำรวจป้ายมีดังนี้", "จังหวัดพิจารณาแล้ว"]
)
def test_points_of_a_story_are_not_asked(head):
    assert points_asked([head, CIRCULATE]) == {}


@pytest.mark.parametrize(
    "point", ["๑. ให้อำเภอแจ้งกำนัน", "๑. หน่วยงานใดมีป้าย ให้แจ้งจังหวัด", "๑. ฝากแจ้งกำนันด้วย"]
)
def test_a_point_that_asks_itself_needs_no_other_word(point):
    assert points_asked(["จึงขอให้", point]) == {}


def test_what_is_asked_stands_where_it_is_printed():
    body = ["จึงขอให้", CIRCULATE, SPREAD, "จึงเรียนมาเพื่อทราบ"]

    found = {
        one.ask: body[one.paragraph][one.start : one.end]
        for one in asked_in(body, "", "หนังสือภายนอก")
    }

    assert found["แจ้งเวียน"].endswith("แจ้งเวียน")
    assert found["แจ้งเวียน"].strip().startswith("หัวหน้าส่วนราชการ")
    assert "ประชาสัมพันธ์" in found["ประชาสัมพันธ์"]


def test_whom_they_tell_is_told_on():
    body = f"ด้วยกรมทดสอบน้ำห้ามเผาป้าย จึงขอให้\n{CIRCULATE}\n{SPREAD}\nจึงเรียนมาเพื่อทราบ\n"

    letter = the_letter(f"{HEAD}{body}{SIGNED}")

    assert letter.onward == [CIRCULATE[3:], SPREAD[3:]]
    assert {"แจ้งเวียน", "ประชาสัมพันธ์"} <= set(letter.asks)


def test_the_rows_of_a_table_are_points_under_their_columns():
    rows = ["ลำดับ เรื่องที่ขอความร่วมมือ กำหนดแล้วเสร็จ", "1 จังหวัดแจ้งหน่วยงานทราบ", "-", "2 จังหวัดรายงานผล"]

    assert points_asked(["จึงขอความร่วมมือตามตาราง ดังนี้", *rows]) == {2: 2, 4: 2}
    assert points_asked(["ผลการสำรวจปรากฏดังนี้", *rows]) == {}


TO_DO = "จึงขอให้หน่วยงานดำเนินการ ดังนี้"
CHECK = "๑. ไล่ตะกอนในท่อทุกเส้น"
NOTE = "๒. จดรุ่นของป้ายไว้"


def test_a_head_is_to_be_acted_on_where_its_points_ask_nothing_in_another_word():
    assert list(heads_to_act_on([TO_DO, CHECK, NOTE], {3})) == [(0, 14, 23)]
    assert list(heads_to_act_on([TO_DO, CHECK, NOTE], {2})) == []
    assert list(heads_to_act_on([TO_DO, "กรมขอขอบคุณ", CHECK], ())) == []


@pytest.mark.parametrize(
    "head",
    [
        "กรมได้ขอให้หน่วยงานดำเนินการ ดังนี้",
        "ขอความร่วมมือจังหวัดแจ้งเทศบาลดำเนินการ ดังนี้",
        "ผลการดำเนินการ ดังนี้",
    ],
)
def test_a_head_that_tells_of_the_past_or_of_others_is_not_to_be_acted_on(head):
    assert list(heads_to_act_on([head, CHECK, NOTE], ())) == []


def test_what_such_a_head_asks_stands_beside_a_closing_that_lets_know():
    def asked(*paragraphs):
        return [one.ask for one in asked_in(paragraphs, "", "หนังสือภายนอก")]

    assert asked(TO_DO, CHECK, NOTE, "จึงเรียนมาเพื่อโปรดทราบ") == ["ทราบ", "ดำเนินการ"]
    assert asked(TO_DO, CHECK, NOTE, "จึงเรียนมาเพื่อถือปฏิบัติ") == ["ถือปฏิบัติ"]
    assert asked(TO_DO, CHECK, "๒. รายงานผลการตรวจ", "จึงเรียนมาเพื่อทราบ") == ["ทราบ", "รายงาน"]
    told = f"ตามที่กรม{TO_DO[3:]}"
    assert asked(told, CHECK, NOTE, "นั้น จึงเรียนมาเพื่อทราบ") == ["ทราบ"]


@pytest.mark.parametrize(
    "head",
    [
        "จึงขอให้ท่านชี้แจงเพิ่มเติมในประเด็นต่อไปนี้",
        "กรมจึงขอทราบข้อเท็จจริงดังนี้",
        "ขอให้ส่งเอกสารหลักฐาน ดังต่อไปนี้ :",
    ],
)
def test_points_that_name_what_to_explain_or_hand_in_ask_nothing(head):
    names = ["(๑) รายงานประจำวันของนายช่าง", "(๒) เหตุที่ขอเชิญผู้แทนวัดร่วมเป็นกรรมการ"]

    asks = asked_at([head, *names, "จึงเรียนมาเพื่อทราบ"])

    assert not {ask for ask, paragraph in asks if paragraph in (1, 2)}


@pytest.mark.parametrize(
    ("point", "ask"),
    [
        ("(๑) ให้รายงานผลการตรวจบ่อ", "รายงาน"),
        ("(๑) รายงานจำนวนเสาป้าย ภายในวันที่ ๕", "รายงาน"),
        ("(๑) แบบตอบรับการเข้าร่วมล้างบ่อ", "ตอบรับ"),
    ],
)
def test_a_point_among_names_that_is_more_than_one_asks(point, ask):
    head = "ขอให้ส่งเอกสารหลักฐาน ดังต่อไปนี้"

    assert (ask, 1) in asked_at([head, point, "จึงเรียนมาเพื่อทราบ"])


def test_points_under_a_head_that_has_something_done_are_duties():
    head = "จึงขอให้ดำเนินการตามประเด็นดังต่อไปนี้"

    assert ("รายงาน", 1) in asked_at([head, "(๑) รายงานผลการตรวจบ่อ", "จึงเรียนมาเพื่อทราบ"])


def asked_at(body):
    return [(one.ask, one.paragraph) for one in asked_in(body, "", "หนังสือภายนอก")]
