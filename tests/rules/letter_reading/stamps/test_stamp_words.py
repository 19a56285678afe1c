"""Receipt stamps out of scans are known by their labels, however badly these were read."""

import pytest

from saraban.rules.letter_reading.stamps.stamp_labels import mended_label
from saraban.rules.letter_reading.stamps.stamp_words import is_receipt_stamp, mended_stamp


@pytest.mark.parametrize(
    "lines",
    [
        ["เทศบาลตำบลบ้านดอน", "เลขรับ 412", "วันที่ 3 มี.ค. 2565", "เวลา"],
        ["โรงเรียนวัดใต้", "เล๑ทีรับ ๕๕", "วันที ๒"],
        ["สนง.เกษตร", "รับที่ 88", "เวถา 10.30"],
    ],
)
def test_two_of_its_three_labels_make_a_receipt_stamp(lines):
    assert is_receipt_stamp(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["กง.ทส.", "เลขที่ ๑๑๖", "๑๓ มิ.ย. ๒๕๖๕"],
        ["กลุ่มงานป่าไม้", "เลขที.....116.....", "13/6/65"],
        ["โรจงเรียนนานดอนไทร", "เลขรับ 78543", "1 ก.ค. 2557"],  # an office badly read
        ["กองคลัง", "เลขรับ 32483", "1/11/50"],
        ["เทศบาลตำบลห้วยใหญ่", "เลขที่ 2886", "8 ก.ค. 255ห"],  # its year is crossed out
    ],
)
def test_a_number_over_a_day_makes_the_small_stamp_of_a_section(lines):
    assert is_receipt_stamp(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["เลขที่ ๑๑๖", "๑๓ มิ.ย. ๒๕๖๕"],
        ["ทราบ", "เลขที่ ๑๑๖", "๑๓ มิ.ย. ๒๕๖๕"],
        ["กองทดสอบ", "บ้านเลขที่ ๑๑๖ หมู่ ๔", "๑๓ มิ.ย. ๒๕๖๕"],
        ["กองทดสอบ", "เลขที่ ๑๑๖", "ตำบลทดลอง", "๑๓ มิ.ย. ๒๕๖๕"],
        ["กองทดสอบ", "เลขที่ ๑๑๖", "ใช้ได้ถึง ๑๓ มิ.ย. ๒๕๖๕ เท่านั้น"],
        ["กองทดสอบ", "เลขที่", "๑๓ มิ.ย. ๒๕๖๕"],
    ],
)
def test_a_number_without_its_office_or_day_makes_none(lines):
    assert not is_receipt_stamp(lines)


@pytest.mark.parametrize(
    "lines",
    [["ทราบ", "พิจารณา", "ดำเนินการ"], ["หน่วยงาน", "รับผิดชอบ"], ["วันที่ 3 มี.ค. 2565"], []],
)
def test_other_frames_are_none(lines):
    assert not is_receipt_stamp(lines)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("วันที 31 พ.ค. 2565", "วันที่ 31 พ.ค. 2565"),
        ("ลขรับ 30400", "เลขรับ 30400"),
        ("เวลา.....", "เวลา"),
        ("รับเลขที ่ ๕๕๑๒", "รับเลขที่ ๕๕๑๒"),
        ("รับเลขที่ ใ๒๖๘๒", "รับเลขที่ ๒๖๘๒"),
        ("กลุ่มงานสังคม", "กลุ่มงานสังคม"),
        ("31/5/65", "31/5/65"),
    ],
)
def test_a_label_is_mended(read, meant):
    assert mended_label(read) == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (
            ["ที่ว่าการอำเภอใต้", "80854", "วันที่ 9 มี.ค. 61", "เว 1 09.21 น."],
            ["ที่ว่าการอำเภอใต้", "เลขรับ 80854", "วันที่ 9 มี.ค. 61", "เวลา 09.21 น."],
        ),
        (
            ["กองคลัง", "เลขที่รับ ๑๑๐๙", "วินกี่ ๔ ก.ย. ๔๙"],
            ["กองคลัง", "เลขที่รับ ๑๑๐๙", "วันที่ ๔ ก.ย. ๔๙"],
        ),
        (
            ["กองคลัง", "เลยที่ร ๒๗๗๑", "วันที่ ๑๐ มี.ค. ๒๕๖๑", "เวลา ๑๓.๑๐ น."],
            ["กองคลัง", "เลขรับ ๒๗๗๑", "วันที่ ๑๐ มี.ค. ๒๕๖๑", "เวลา 13.10 น."],
        ),
        (
            ["กองคลัง", "เขินเลขที่ 33803", "ลงวันร่1 16 เมษายน 2552"],
            ["กองคลัง", "เลขรับ 33803", "วันที่ 16 เมษายน 2552"],
        ),
        (
            ["กองคลัง", 'เลขรวิ"! 2950', "วันที่ ใบ มิถกนายน 2565"],
            ["กองคลัง", "เลขรับ 2950", "วันที่ ใบ มิถกนายน 2565"],
        ),
        (
            ["กองคลัง", "เลขที่รับ 11282 วันที่ 15 ธ.ค. 2 558"],
            ["กองคลัง", "เลขที่รับ 11282 วันที่ 15 ธ.ค. 2558"],
        ),
        (["คณะเกษตร", "2220", "2 8 เม.ย. 2553"], ["คณะเกษตร", "เลขรับ 2220", "วันที่ 28 เม.ย. 2553"]),
    ],
    ids=[
        "no label",
        "a misread label",
        "of the number",
        "of number and day",
        "an unread day",
        "one row",
        "neither",
    ],
)
def test_in_a_frame_labels_that_faded_are_known_by_their_place(read, meant):
    assert mended_stamp(read) == meant
    assert is_receipt_stamp(meant)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("วันที่ 2 8 เม.ย. 2553", "วันที่ 28 เม.ย. 2553"),
        ("วันที่ 15 ก.ย. 25 65", "วันที่ 15 ก.ย. 2565"),
        ("วันที่...๕...ม.ค...๒๕๖๐", "วันที่ ๕ ม.ค ๒๕๖๐"),
        ("วันที่ 12 พ.ย. 558", "วันที่ 12 พ.ย. 2558"),
        ("วันที่ 12 พ.ย. 58", "วันที่ 12 พ.ย. 58"),
        ("วันที่ 14 1พ.2555", "วันที่ 14 ก.พ. 2555"),
        ("วันที่ ๓๑/๕/๖๕", "วันที่ ๓๑/๕/๖๕"),
    ],
)
def test_the_figures_of_a_dater_are_closed_up(read, meant):
    assert mended_stamp(["กองคลัง", "เลขรับ 12", read])[2] == meant


@pytest.mark.parametrize(
    "lines",
    [
        ["ทราบ", "ดำเนินการ"],
        ["ตารางเรียน", "ห้องประชุมใหญ่ 12", "๑๓ มิ.ย. ๒๕๖๕"],
        ["เลขที่ ๑๑๖", "๑๓ มิ.ย. ๒๕๖๕"],
        ["ใช้ได้ถึงวันที่ทำสัญญาฉบับนี้ ๑๓ มิ.ย. ๒๕๖๕"],
    ],
)
def test_other_frames_do_not_become_receipt_stamps(lines):
    assert not is_receipt_stamp(mended_stamp(lines))


@pytest.mark.parametrize(
    ("read", "number"),
    [
        (["กองคลัง", "เลขที่ 32483", "1/11/50"], "เลขรับ 32483"),
        (["เทศบาลตำบลห้วยใหญ่", "เลขที่ 2886", "8 ก.ค. 255ห"], "เลขรับ 2886"),
        (["คณะวิทยาการ", "งบท ๑๑๗", "๘/๑๒/๕"], "เลขรับ ๑๑๗"),
        # With a day and an hour under it the row can be nothing else.
        (["ที่ว่าการอำเภอ", "-ญลื 80854", "วันที่ 9 มี.ค. 61", "เวลา 09.21 น."], "เลขรับ 80854"),
    ],
)
def test_what_stands_over_the_day_of_a_stamp_is_its_number(read, number):
    assert mended_stamp(read)[1] == number
    assert is_receipt_stamp(mended_stamp(read))


def test_a_day_that_took_the_number_s_label_gives_it_back():
    mended = mended_stamp(["สำนักงานปลัด", "44414", "รับที่ 22 มิ.ย. 2566", "เวลา"])

    assert mended[1:3] == ["เลขรับ 44414", "วันที่ 22 มิ.ย. 2566"]


def test_in_a_coloured_frame_the_row_over_the_day_is_the_number_s():
    lines = ["Jสา บรรณ", "ร์นท ๒๐๕", "วันที่ ๒๕ พ.ค. ๖๔"]

    assert mended_stamp(lines, in_colour=True)[1] == "เลขรับ ๒๐๕"
    assert mended_stamp(lines)[1] == "ร์นท ๒๐๕"


def test_in_a_coloured_frame_a_number_over_a_day_needs_no_office():
    lines = ["", "เลขที่ ๑๑๖", "๑๓ มิ.ย. ๒๕๖๕"]

    mended = mended_stamp(lines, in_colour=True)

    assert mended[1] == "เลขรับ ๑๑๖"
    assert is_receipt_stamp(mended, in_colour=True)
    assert not is_receipt_stamp(mended_stamp(lines))
    assert not is_receipt_stamp(["ใช้ได้ถึง", "๑๓ มิ.ย. ๒๕๖๕"], in_colour=True)


def test_a_number_under_an_office_in_a_coloured_frame_is_a_stamp_whose_day_is_lost():
    lines = ["สำนักงานจังหวัดทดสอบ", "เลขที่รับ ๕๐๗๑", "แต่๕๖อตคุ. ๒๕๖๒"]

    assert is_receipt_stamp(lines, in_colour=True)
    assert not is_receipt_stamp(lines)


def test_specks_of_the_frame_beside_an_office_are_none_of_its_name():
    lines = ["สำนักงานทดสอบน้ำ", "1 ริมตลิ่ง", "๘", "เลขที่รับ ๓๘๗", "วันที่ ๑๘ มิ.ย. ๒๕๖๕"]

    assert mended_stamp(lines) == [
        "สำนักงานทดสอบน้ำ", "ริมตลิ่ง", "", "เลขที่รับ ๓๘๗", "วันที่ ๑๘ มิ.ย. ๒๕๖๕",
    ]  # fmt: skip


def test_specks_of_the_frame_go_over_a_number_whose_label_was_garbled():
    lines = ["สำนักงานทดสอบน้ำ", "๘", "รบทุ ๓๘๗", "วันที่ ๑๘ มิ.ย. ๒๕๖๕", "เวลา ๑๐.๑๕ น."]

    assert mended_stamp(lines)[:3] == ["สำนักงานทดสอบน้ำ", "", "เลขรับ ๓๘๗"]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("เลขที่รับ ๗ ๔๑๓", "เลขที่รับ ๗๔๑๓"),
        ("เลขที่รับ ๗ ๔๑๓ 1", "เลขที่รับ ๗๔๑๓"),
        ("เลขที่รับ 7 413", "เลขที่รับ 7413"),
        ("เลขที่รับ ๗๔๑๓", "เลขที่รับ ๗๔๑๓"),
    ],
)
def test_a_number_is_closed_up_and_the_frame_s_side_is_no_figure_of_it(line, read):
    assert mended_stamp(["เทศบาลตำบลบ้านดอน", line, "วันที่ ๑๑ มิ.ย. ๒๕๖๕ 1"]) == [
        "เทศบาลตำบลบ้านดอน", read, "วันที่ ๑๑ มิ.ย. ๒๕๖๕",
    ]  # fmt: skip


@pytest.mark.parametrize("hour", ["แลา ๑๑ ๑๐ น", "1วล๑ 11.10 น", "ว.ล1 11:10"])
def test_the_hour_is_known_by_its_place_under_the_day(hour):
    lines = ["ที่ว่าการอำเภอ", "เลขรับ ๑๘๔๐", "วันที่ ๑๗ ส.ค. ๒๕๖๑", hour]

    assert mended_stamp(lines)[-1] == "เวลา 11.10 น."


@pytest.mark.parametrize("other", ["ผู้รับ วันดี", "โทร. ๔๕", "๑๑๑๐", "เรื่อง ๑๑ ๑๐ เรื่อง"])
def test_what_is_no_hour_under_the_day_stays(other):
    lines = ["ที่ว่าการอำเภอ", "เลขรับ ๑๘๔๐", "วันที่ ๑๗ ส.ค. ๒๕๖๑", other]

    assert mended_stamp(lines)[-1] == other


def test_the_line_for_a_name_is_no_number_whatever_its_dots_look_like():
    lines = ["แจ้งฝ่ายที่เกี่ยวข้อง", "ลงชื่อ 1", "วันที่..."]

    assert not any("เลขรับ" in line for line in mended_stamp(lines, in_colour=True))
    assert not is_receipt_stamp(mended_stamp(lines, in_colour=True), in_colour=True)
