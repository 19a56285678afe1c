"""Registers printed: the official columns, the head on every page, the text as it was written."""

import io
import os
import re
import subprocess

import pdfplumber
import pikepdf
import pytest

from saraban.paper.form_print import table_pdf
from saraban.paper.house_style import PrintFailed
from saraban.rules.paper_forms import COLUMNS, PaperForm
from saraban.rules.registers import NumberState
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.tables import line, table

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)

RARE_NAME = "ฎุฏฐิติ ปี่ ป้ำ ญาณ์ฐิ์ ฤๅษีฦๅ"
MISTYPED = "นํ้าดื่ม กํานัน"
LONG_SUBJECT = "การซักซ้อมแนวทางการดำเนินงาน" * 14
EMOJI = "ขอเชิญร่วมงาน 🎉 ประจำปี"
ENDLESS = "กขคง" * 60


def text_of(pdf: bytes) -> str:
    """Everything written in it, blanks left out, ํ + า joined to ำ as every reader must."""
    command = ["pdftotext", "-raw", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return as_read(text)


def as_read(text: str) -> str:
    return re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", re.sub(r"\s", "", text))


def pages_of(pdf: bytes) -> list[str]:
    text = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    return [as_read(page) for page in text.split("\f")[:-1]]


def test_form_13_has_its_eight_columns_in_order_and_no_other():
    pdf = table_pdf(table(line(handling="", remark="")))

    titles = "เลขทะเบียนรับ|ที่|ลงวันที่|จาก|ถึง|เรื่อง|การปฏิบัติ|หมายเหตุ"
    assert titles.replace("|", "") + "๑มท๐๘๐๑" in text_of(pdf)
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        rows = document.pages[0].extract_tables()[0]
    assert {len(row) for row in rows} == {8}


def test_the_head_line_names_the_day_as_the_form_does():
    pdf = table_pdf(table(line()))

    assert "ทะเบียนหนังสือรับวันที่๑เดือนมิถุนายนพ.ศ.๒๕๖๕" in text_of(pdf)


def test_the_paper_is_a4_landscape():
    with pikepdf.open(io.BytesIO(table_pdf(table(line())))) as document:
        left, bottom, right, top = (float(edge) for edge in document.pages[0].mediabox)

    assert right - left == pytest.approx(842, abs=1)
    assert top - bottom == pytest.approx(595, abs=1)


def test_every_page_repeats_the_head_and_says_which_of_how_many_it_is():
    pages = pages_of(table_pdf(table(*(line(number) for number in range(1, 41)))))

    assert len(pages) >= 3
    digits = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    for place, page in enumerate(pages, start=1):
        assert f"หน้า{place}/{len(pages)}".translate(digits) in page
        assert "เลขทะเบียนรับ" in page
        assert "ศาลากลางจังหวัดตัวอย่าง" in page


def test_a_long_book_drawn_in_pieces_has_every_line_once_and_in_order():
    count = 620
    pdf = table_pdf(table(*(line(number) for number in range(1, count + 1))))

    numbers = re.findall(r"ลำดับ(\d+)", text_of(pdf))
    assert [int(number) for number in numbers] == list(range(1, count + 1))


def test_no_page_but_the_one_in_the_middle_and_the_last_is_left_half_empty():
    pages = pages_of(table_pdf(table(*(line(number) for number in range(1, 621)))))

    lines = [len(re.findall(r"ลำดับ\d+", page)) for page in pages]
    assert sum(count < max(lines) - 3 for count in lines[:-1]) <= 1


@pytest.mark.parametrize(
    "subject",
    [RARE_NAME, MISTYPED, LONG_SUBJECT, ENDLESS],
    ids=["rare", "typed", "long", "endless"],
)
def test_what_was_written_is_what_is_read_back(subject):
    pdf = table_pdf(table(line(subject=subject)))

    assert as_read(subject) in text_of(pdf)


def test_an_emoji_prints_and_harms_no_other_word():
    pdf = table_pdf(table(line(subject=EMOJI)))

    text = text_of(pdf)
    assert "ขอเชิญร่วมงาน" in text
    assert "ประจำปี" in text


def test_markup_in_a_subject_is_text():
    pdf = table_pdf(table(line(subject="<b>หนา</b> & <img src=x>")))

    assert "<b>หนา</b>&<imgsrc=x>" in text_of(pdf)


def test_a_void_line_is_struck_through_in_red_and_says_why():
    pdf = table_pdf(table(line(), line(2, state=NumberState.VOID, note="ลงซ้ำกับเลข ๑ (สมชาย)")))

    with pdfplumber.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        strikes = [one for one in (*page.lines, *page.rects, *page.curves) if is_red(one)]
    assert len(strikes) >= 6
    assert "ยกเลิกลงซ้ำกับเลข๑(สมชาย)" in text_of(pdf)


def is_red(drawn: dict) -> bool:
    colour = drawn.get("stroking_color") or drawn.get("non_stroking_color") or ()
    return len(colour) == 3 and colour[0] > 0.7 and colour[1] < 0.1


def test_reserved_and_paper_numbers_say_so():
    text = text_of(
        table_pdf(
            table(
                line(1, state=NumberState.RESERVED, subject="", note="กองคลัง ประชุมค่ำ"),
                line(2, state=NumberState.PAPER),
            )
        )
    )

    assert "จองเลขกองคลังประชุมค่ำ" in text
    assert "ออกเลขบนกระดาษ" in text


def test_the_totals_stand_below_the_last_line_only():
    pages = pages_of(
        table_pdf(
            table(
                *(line(number, urgency="urgent") for number in range(1, 40)),
                line(40, state=NumberState.VOID, note="x"),
            )
        )
    )

    assert "รวม๔๐เลข·ใช้๓๙·ยกเลิก๑" in pages[-1]
    assert "ด่วน๓๙" in pages[-1]
    assert all("รวม๔๐เลข" not in page for page in pages[:-1])


def test_the_same_table_gives_the_same_bytes():
    one = table(line(), line(2))

    assert table_pdf(one) == table_pdf(one)


def test_form_14_keeps_the_owners_number_under_its_head():
    pdf = table_pdf(
        table(line(5765, letter_number="ตก ๐๐๒๓.๓/ว ๕๗๖๕"), form=PaperForm.SEND_REGISTER)
    )

    text = text_of(pdf)
    assert "ตก๐๐๒๓.๓/ว" in text
    assert "ว๕๗๖๕" not in text
    assert "ทะเบียนหนังสือส่งวันที่" in text


def test_what_the_caller_raises_ends_the_printing_and_its_processes():
    class Enough(Exception):
        pass

    def stop() -> None:
        raise Enough()

    with pytest.raises(Enough):
        table_pdf(table(*(line(number) for number in range(1, 300))), while_waiting=stop)

    assert children() == []


def test_a_process_that_says_nothing_is_ended():
    with pytest.raises(PrintFailed) as failure:
        table_pdf(table(*(line(number) for number in range(1, 300))), most_silent_seconds=0.05)

    assert failure.value.facts["reason"] == "timeout"
    assert children() == []


def children() -> list[str]:
    found = subprocess.run(
        ["pgrep", "-P", str(os.getpid()), "-f", "saraban.paper.form_child"],
        capture_output=True,
        check=False,
    )
    return found.stdout.decode().split()


def test_the_shares_of_the_columns_fill_the_page():
    assert {sum(column.share for column in columns) for columns in COLUMNS.values()} == {100}
