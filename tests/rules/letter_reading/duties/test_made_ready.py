"""A warning by fax has things made ready, and never says ดำเนินการ."""

import pytest

from saraban.rules.letter_reading.duties.asks import asked_in, asks_of

WARNS = "ด้วยน้ำในบึงป้ายจะสูงขึ้นในคืนวันศุกร์ "


def warned(*paragraphs, kind="โทรสารในราชการ"):
    return [one.ask for one in asks_of(paragraphs, "", kind)]


@pytest.mark.parametrize(
    "ready",
    [
        "ขอให้อำเภอเตรียมเรือและเครื่องสูบน้ำให้พร้อมใช้งาน",
        "ขอให้อำเภอตรวจตราฝาย รวมทั้งจัดเตรียมนายช่าง กระสอบทราย ให้พร้อมตลอดคืน",
        "จึงให้ทุกอำเภอเตรียมความพร้อมของศูนย์พักพิง",
    ],
)
def test_what_a_warning_has_made_ready_is_to_be_done(ready):
    assert warned(f"{WARNS}{ready}") == ["ดำเนินการ"]
    assert warned(f"{WARNS}จึงขอให้", "๑. เตรียมเรือให้พร้อมใช้งาน") == ["ดำเนินการ"]


def test_what_is_made_ready_stands_where_it_is_printed():
    body = f"{WARNS}ขอให้อำเภอตรวจตราฝาย รวมทั้งเตรียมเรือให้พร้อม"

    (found,) = asked_in([body], "", "โทรสารในราชการ")

    assert body[found.start : found.end] == "รวมทั้งเตรียมเรือให้พร้อม"


@pytest.mark.parametrize(
    "told",
    [
        "กรมทดสอบน้ำได้ส่งนายช่างมาแล้ว และเตรียมเรือให้พร้อมใช้งาน",
        "จังหวัดได้ให้อำเภอเตรียมเรือให้พร้อมใช้งาน",
        "เพื่อให้อำเภอเตรียมเรือให้พร้อมใช้งาน จังหวัดจะโทรศัพท์อีกครั้ง",
        "ขอให้ผู้เตรียมเรือพร้อมใจกัน",
        "ขอให้นายอำเภอเตรียมตัวให้พร้อม",
    ],
)
def test_what_the_writer_did_or_wants_it_for_is_not_to_be_done(told):
    assert "ดำเนินการ" not in warned(f"{WARNS}{told}")


def test_whoever_is_only_told_to_be_ready_makes_nothing_ready_for_the_receiver():
    told = "ขอให้อำเภอแจ้งชาวประมงทราบและเตรียมเรือให้พร้อม"

    assert "ดำเนินการ" not in warned(f"{WARNS}{told}")


def test_a_closing_sentence_says_itself_what_is_asked_and_so_does_another_kind_of_letter():
    ready = f"{WARNS}ขอให้อำเภอเตรียมเรือให้พร้อมใช้งาน"

    assert warned(ready, "จึงเรียนมาเพื่อถือปฏิบัติ") == ["ถือปฏิบัติ"]
    assert warned(ready, "จึงเรียนมาเพื่อทราบ") == ["ทราบ"]
    assert warned(ready, kind="หนังสือภายนอก") == []
