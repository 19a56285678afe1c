"""Lines put together again: where Thai wraps there is no blank, before the year of a matter is."""

import pytest

from saraban.rules.letter_reading.lines.page_lines import Line, Word, joined, pages_of_text


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("การเตรียมรับสถานการณ์ภัย\nแล้ง", "การเตรียมรับสถานการณ์ภัยแล้ง"),
        ("การเตรียมรับภัยแล้ง\nประจำปี ๒๕๖๑", "การเตรียมรับภัยแล้ง ประจำปี ๒๕๖๑"),
        (
            "คำรับรองการปฏิบัติราชการ\nประจำปีงบประมาณ พ.ศ. ๒๕๖๑",
            "คำรับรองการปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๑",
        ),
        ("การติดตั้งป้าย\nณ ศาลากลางจังหวัด", "การติดตั้งป้าย ณ ศาลากลางจังหวัด"),
        ("แผนปฏิบัติการปีงบประมาณ\nพ.ศ. ๒๕๖๑", "แผนปฏิบัติการปีงบประมาณ พ.ศ. ๒๕๖๑"),
        ("ขอส่งรายงาน\nประจำปี ๒๕๖๑", "ขอส่งรายงานประจำปี ๒๕๖๑"),
        (
            "ตามหนังสือ ที่ ทส ๙๙๐๑/ว ๔๗\n๓๑ ลงวันที่ ๙ สิงหาคม ๒๕๖๒",
            "ตามหนังสือ ที่ ทส ๙๙๐๑/ว ๔๗๓๑ ลงวันที่ ๙ สิงหาคม ๒๕๖๒",
        ),
        ("ลงวันที่ ๒๘ ธ.ค. ๒๕\n๕๔ ว่าป้ายชำรุด", "ลงวันที่ ๒๘ ธ.ค. ๒๕๕๔ ว่าป้ายชำรุด"),
        ("ตามหนังสือ ที่ ทส ๙๙๐๑/ว ๔๗\n๓๑ แห่งลงทะเบียนแล้ว", "ตามหนังสือ ที่ ทส ๙๙๐๑/ว ๔๗ ๓๑ แห่งลงทะเบียนแล้ว"),
        ("ภายในเดือน ธ.ค. ๒๕\n๕๔๑ แห่ง", "ภายในเดือน ธ.ค. ๒๕ ๕๔๑ แห่ง"),
        ("ส่งแบบทาง sign\n.test@example.go.th ด้วย", "ส่งแบบทาง sign.test@example.go.th ด้วย"),
        ("ส่งแบบทาง sign@\nexample.go.th ด้วย", "ส่งแบบทาง sign@example.go.th ด้วย"),
        ("ส่งแบบทาง sign@water-\ntest.go.th ด้วย", "ส่งแบบทาง sign@water-test.go.th ด้วย"),
        ("ส่งแบบทาง sign@example.go\n.th ด้วย", "ส่งแบบทาง sign@example.go.th ด้วย"),
        ("ส่งแบบทาง sign_\ntest@example.go.th", "ส่งแบบทาง sign_test@example.go.th"),
        ("ส่งไฟล์ Excel\nsign@example.go.th ด้วย", "ส่งไฟล์ Excel sign@example.go.th ด้วย"),
        ("ส่งทาง sign@example.go.th\nexcel", "ส่งทาง sign@example.go.th excel"),
        ("ทางไลน์ Line\n@signtest ด้วย", "ทางไลน์ Line @signtest ด้วย"),
        ("การตรวจสุขภาพ\nประจำปี ๒๕๖๑", "การตรวจสุขภาพประจำปี ๒๕๖๑"),
    ],
)
def test_two_lines_become_one_text(lines, whole):
    (page,) = pages_of_text(lines)

    assert joined(page.lines, (0, 1)).text == whole


def test_the_field_codes_of_a_word_file_are_no_text():
    (page,) = pages_of_text(
        'อีเมล HYPERLINK "mailto:a@test.go.th"a@test.go.th\n PAGE   \\* MERGEFORMAT 2\n'
    )

    assert [line.text for line in page.lines] == ["อีเมล a@test.go.th"]


def test_a_page_whose_marks_come_late_is_read_with_its_marks_in_place():
    (page,) = pages_of_text("เรอ่ื ง การสาํ รวจ\nเรยี น นายอาํ เภอทดสอบ\n๒๒ มถิ ุนายน ๒๕๖๐\n")

    assert [line.text for line in page.lines][:2] == ["เรื่อง การสำรวจ", "เรียน นายอำเภอทดสอบ"]


def test_the_picture_of_a_number_holds_figures_that_a_blank_was_set_into():
    words = (Word("นน", (100, 0, 120, 9)), Word("๐๐๒๓.๓/ว๔๑๘๖", (125, 0, 220, 9)))
    line = Line(1, "นน ๐๐๒๓.๓/ว ๔๑๘๖ น่าน", ("นน ๐๐๒๓.๓/ว ๔๑๘๖ น่าน",), words=words)

    assert line.box_of(0, len("นน ๐๐๒๓.๓/ว ๔๑๘๖")) == (100, 0, 220, 9)
    assert line.box_of(0, 2) == (100, 0, 120, 9)
