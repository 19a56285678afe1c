"""Remarks under the signature: what they ask, by when, and where they end."""

from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, SIGNED, the_letter


def read_with_remark(remark):
    return the_letter(f"{HEAD}{BODY}{SIGNED}{FOOT}\n{remark}\n")


def test_a_remark_under_the_signature_may_ask():
    letter = read_with_remark("หมายเหตุ โปรดแจ้งรายชื่อผู้สำรวจที่กองป้ายเตือนภัย ภายในวันที่ ๒๐ มิถุนายน ๒๕๖๕")

    assert letter.asks == ["ทราบ", "ส่งข้อมูล"]
    assert [due.due_on.day for due in letter.deadlines] == [20]


def test_each_item_of_a_numbered_remark_has_its_own_day():
    letter = read_with_remark(
        "*หมายเหตุ  ๑) ครั้งแรกส่งที่กองป้าย ภายในวันที่ ๒๐ มิถุนายน ๒๕๖๕\n"
        "           ๒) ครั้งต่อไปส่งทุกเดือน ภายในวันทำการสุดท้ายของเดือน\n\n"
        "ทราบ  แจ้งทุกกอง"
    )

    assert [(due.kind, due.text) for due in letter.deadlines] == [
        ("absolute", "ภายในวันที่ ๒๐ มิถุนายน ๒๕๖๕"),
        ("recurring", "ภายในวันทำการสุดท้ายของเดือน"),
    ]


def test_a_remark_ends_where_the_receiver_begins_to_write():
    letter = read_with_remark(
        "หมายเหตุ โปรดส่งแบบสำรวจที่กองป้ายเตือนภัย กรมทดสอบน้ำ โดยตรง\n"
        "เรียน ผู้ว่าฯ เห็นควรส่งภายในวันที่ ๒๘ มิถุนายน ๒๕๖๕"
    )

    assert "ส่งข้อมูล" in letter.asks
    assert letter.deadlines == []


def test_a_remark_for_those_whom_it_does_not_touch_asks_nothing_of_all():
    letter = read_with_remark("* จังหวัดที่ไม่มีป้ายเตือนภัย ให้แจ้งยืนยันเป็นหนังสือภายในวันที่ ๒๐ มิถุนายน ๒๕๖๕")

    assert letter.asks == ["ทราบ"]
    assert len(letter.deadlines) == 1


def test_a_slip_to_answer_on_asks_for_an_answer():
    letter = read_with_remark("- - - - - - - - - -\nแบบตอบรับ   จังหวัด..........................")

    assert letter.asks == ["ทราบ", "ตอบรับ"]


def test_a_footnote_by_its_raised_number_is_a_remark():
    letter = read_with_remark("¹ ส่งรายชื่อผู้สำรวจทาง E-mail ภายในวันที่ ๒๐ มิถุนายน ๒๕๖๕")

    assert [due.due_on.day for due in letter.deadlines] == [20]


def test_the_day_of_a_short_remark_may_go_on_below():
    letter = read_with_remark("หมายเหตุ โปรดส่งข้อมูลภายในวันที่ 28\nกรกฎาคม 2565")

    assert [str(due.due_on) for due in letter.deadlines] == ["2022-07-28"]
