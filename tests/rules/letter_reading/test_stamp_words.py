"""Receipt stamps out of scans are known by their labels, however badly these were read."""

import pytest

from saraban.rules.letter_reading.stamp_words import is_receipt_stamp, mended_label


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
        ("กลุ่มงานสังคม", "กลุ่มงานสังคม"),
        ("31/5/65", "31/5/65"),
    ],
)
def test_a_label_is_mended(read, meant):
    assert mended_label(read) == meant
