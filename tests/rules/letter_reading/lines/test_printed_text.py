"""Evidence shows what is printed, the field what it was taken for."""

import pytest

from saraban.rules.letter_reading.lines.page_lines import Line
from saraban.rules.letter_reading.lines.printed_text import printed_in
from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter


def line(text, printed=""):
    return Line(page=1, text=text, cells=(text,), printed=printed)


@pytest.mark.parametrize(
    ("meant", "printed"),
    [("ตรวจสอบ", "ดรวจสอบ"), ("ทุกจังหวัด", "ทุกจัง หวัด"), ("ป้าย", "ป้าย"), ("ให้ตรวจสอบ", "ให้ดรวจสอบ")],
)
def test_a_word_that_was_put_right_is_shown_as_it_is_printed(meant, printed):
    read = line("ให้ตรวจสอบป้าย ทุกจังหวัด", "ให้ดรวจสอบป้าย ทุกจัง หวัด")
    start = read.text.index(meant)

    assert printed_in(read, start, start + len(meant)) == printed


def test_a_line_that_was_read_as_it_is_says_itself():
    assert printed_in(line("ที่ ทส ๙๙๐๑/ว ๘๑"), 0, 6) == "ที่ ทส"


def test_a_printed_line_that_is_another_is_not_shown():
    assert printed_in(line("กรมทดสอบน้ำ", "๓ มิถุนายน ๒๕๖๕"), 0, 11) == "กรมทดสอบน้ำ"


def test_a_page_on_one_line_is_not_laid_beside_its_print():
    long = "ตรวจสอบป้าย " * 60

    assert printed_in(line(long, long.replace("ต", "ด")), 0, 7) == "ตรวจสอบ"


def test_the_evidence_of_a_damaged_letter_tells_its_print():
    damaged = HEAD.replace("ที่ ทส ๙๙๐๑/ว ๘๑", "ที' ทส ๙๙๐๑|วุ ๘๑").replace("การสำรวจ", "การดรวจสอบ")

    letter = the_letter(f"{damaged}{BODY.replace('เพื่อ', 'เพือ')}ทีได้ ทีจะ เรือง\n{SIGNED}")

    assert letter.number.normalized == "ทส 9901/ว 81"
    assert letter.evidence["number"].raw == "ทส ๙๙๐๑|วุ ๘๑"
    assert letter.subject == "การตรวจสอบป้ายเตือนภัยน้ำหลาก"
    assert letter.evidence["subject"].raw == "การดรวจสอบป้ายเตือนภัยน้ำหลาก"
