import pytest

from saraban.rules.letter_reading.number_line import heading_number


@pytest.mark.parametrize(
    ("line", "normalized", "unit", "running"),
    [
        ("ที่ มท ๐๘๐๑.๔/ว ๑๖๕๘", "มท 0801.4/ว 1658", "0801.4", "1658"),
        ("ที่ศธ 04170./2117", "ศธ 04170/2117", "04170", "2117"),
        ("ที่ ลย 0118/ว1204", "ลย 0118/ว 1204", "0118", "1204"),
        ("ที่ กค (กพบ) ๐๔๑๑.๒/ว ๙๖", "กค (กพบ) 0411.2/ว 96", "(กพบ) 0411.2", "96"),
        ("ที่ ตช 0001(มค3)/570", "ตช 0001(มค3)/570", "0001(มค3)", "570"),
        ("ที่ นร ๐๕๐๓/(คกก.๖)/๒๘", "นร 0503/(คกก.6)/28", "0503/(คกก.6)", "28"),
        ("ที่ ๑๒๓๔/๒๕๖๐", "1234/2560", None, "1234"),
        ("ที่ อว ๘๑๑๕.๑ /๐๑๗๔", "อว 8115.1/0174", "8115.1", "0174"),
        ("• ที่ 02030.3/2404 • กระทรวง", "02030.3/2404", "02030.3", "2404"),
        ("ที่นบ.๐๐๓๒.๐๔", "นบ 0032.04", "0032.04", None),
        ("ที่ รง ๐๕๐๕/พิเศษ", "รง 0505/พิเศษ", "0505", "พิเศษ"),
        ("ด่วนที่สุด ที่ ชม ๗๑๒๐๔/๒๑๕", "ชม 71204/215", "71204", "215"),
    ],
)
def test_a_heading_number_is_read(line, normalized, unit, running):
    parts = heading_number(line).parts

    assert (parts.normalized, parts.unit_code, parts.running) == (
        normalized,
        unit,
        running,
    )


@pytest.mark.parametrize(
    "line", ["ที่ประชุมมีมติ", "ที่ว่าการอำเภอ", "ที่ ๓ ตำบลในเมือง", "ที่อยู่ 12/5 หมู่ 3", "ทั้งนี้"]
)
def test_other_lines_that_open_with_the_word_are_no_numbers(line):
    assert heading_number(line) is None
