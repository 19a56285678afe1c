"""What the digits of a field may be instead is offered as the whole field, where it can be one."""

import pytest

from saraban.rules.letter_reading.as_json import letter_json
from saraban.rules.letter_reading.lines.page_lines import Line, Page, Rival, Word
from saraban.rules.letter_reading.other_readings import other_readings
from saraban.rules.letter_reading.reading import read_letters


def line(text: str, **rivals: tuple[Rival, ...]) -> Line:
    """A line off a picture; rivals by the number of their word, as w1=..."""
    words = tuple(
        Word(word, (0, 0, 9, 9), "digits", rivals.get(f"w{place}", ()))
        for place, word in enumerate(text.split(" "))
    )
    return Line(page=1, text=text, cells=(text,), words=words, source="digits", confidence=0.95)


def evidence():
    lines = [
        line(
            "ที่ ศธ ๐๔๐๗๗/ว ๑๙๘๒",
            w2=(Rival(1, "๕", 0.1),),
            w3=(Rival(0, "๗", 0.05), Rival(0, "๓", 0.3)),
        ),
        line("๓๐ มกราคม ๒๕๖๕", w0=(Rival(0, "๑", 0.1), Rival(1, "๙", 0.2))),
        line("เรื่อง การสำรวจแหล่งน้ำ"),
        line("เรียน ผู้อำนวยการโรงเรียนในสังกัด"),
        line("อ้างถึง หนังสือจังหวัด ที่ ลย ๐๑๑๘/ว ๓๑๐ ลงวันที่ ๒ มกราคม ๒๕๖๕", w5=(Rival(0, "๗", 0.1),)),
        line("จึงเรียนมาเพื่อทราบ"),
        line("ขอแสดงความนับถือ"),
        line("(นายทดลอง ตัวอย่างดี)"),
    ]
    (draft,) = read_letters([Page(1, tuple(lines))])
    return letter_json(draft)["evidence"]


def test_the_likeliest_reading_of_a_number_comes_first():
    assert evidence()["number"]["rivals"] == [
        "ศธ ๐๔๐๗๗/ว ๓๙๘๒",
        "ศธ ๐๕๐๗๗/ว ๑๙๘๒",
        "ศธ ๐๔๐๗๗/ว ๗๙๘๒",
    ]


def test_a_day_that_the_calendar_has_not_is_not_offered():
    told = other_readings("date_iso", "๓๐ มกราคม ๒๕๖๕", [Rival(1, "๙", 0.2), Rival(1, "๑", 0.1)])

    assert told == ("๓๑ มกราคม ๒๕๖๕",)
    assert evidence()["date_iso"]["rivals"][0] == "๑๐ มกราคม ๒๕๖๕"


def test_a_letter_named_has_its_own_and_the_list_none():
    told = evidence()["references"]

    assert told["rivals"] == []
    [item] = told["items"]
    assert ["๗๑๐" in rival for rival in item["rivals"]] == [True]


@pytest.mark.parametrize("field", ["subject", "asks"])
def test_a_field_that_is_no_figure_has_none(field):
    assert other_readings(field, "ครั้งที่ ๑", [Rival(8, "๓", 0.4)]) == ()


def test_no_more_than_three_are_offered():
    rivals = [Rival(0, digit, 0.1) for digit in "๒๓๔๕๖"]

    assert len(other_readings("stamps", "๑๒๓", rivals)) == 3
