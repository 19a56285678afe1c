import pytest

from saraban.rules.letter_reading.lines.number_line import has_lost_stop, heading_number, number_at
from tests.rules.letter_reading.letters import BODY, HEAD, SIGNED, the_letter


@pytest.mark.parametrize(
    ("line", "normalized", "unit", "running"),
    [
        ("ที่ มท ๐๘๐๑.๔/ว ๑๖๕๘", "มท 0801.4/ว 1658", "0801.4", "1658"),
        ("ที่ศธ 04170./2117", "ศธ 04170/2117", "04170", "2117"),
        ("ที่ ลย 0118/ว1204", "ลย 0118/ว 1204", "0118", "1204"),
        ("ที่ พศ ๐๐๒๙(ลย)/๐๓๙", "พศ 0029(ลย)/039", "0029(ลย)", "039"),
        ("ที่ กค (กพบ) ๐๔๑๑.๒/ว ๙๖", "กค (กพบ) 0411.2/ว 96", "0411.2", "96"),
        ("ที่ ตช 0001(มค3)/570", "ตช 0001(มค3)/570", "0001(มค3)", "570"),
        ("ที่ ทส ๙๙๑๓.๑๐๑๐๓/ว ๗๖๕", "ทส 9913.10103/ว 765", "9913.10103", "765"),
        ("ที่ นร ๐๕๐๓/(คกก.๖)/๒๘", "นร 0503/(คกก.6)/28", "0503/(คกก.6)", "28"),
        ("ที่ ๑๒๓๔/๒๕๖๐", "1234/2560", None, "1234"),
        ("ที่ ทส ๙๙๗๒๔-๑๘/๖๓๘", "ทส 99724-18/638", "99724-18", "638"),
        ("ที่ ทส ๙๙๐๑.๒/(ล)๔๑๘", "ทส 9901.2/ล 418", "9901.2", "ล 418"),
        ("ที่……ทส ๙๙๐๑.๐๖๑/๘๘…………", "ทส 9901.061/88", "9901.061", "88"),
        ("ที่ อว ๘๑๑๕.๑ /๐๑๗๔", "อว 8115.1/0174", "8115.1", "0174"),
        ("• ที่ 02030.3/2404 • กระทรวง", "02030.3/2404", "02030.3", "2404"),
        ("ที่นบ.๐๐๓๒.๐๔", "นบ 0032.04", "0032.04", None),
        ("ที่ รง ๐๕๐๕/พิเศษ", "รง 0505/พิเศษ", "0505", "พิเศษ"),
        ("ที่ ตช ๐๐๑๙(ลย).(๑๑)/ ๘๘๒", "ตช 0019(ลย).(11)/882", "0019(ลย).(11)", "882"),
        ("ที่ ตช 0022(ตก)12/345", "ตช 0022(ตก)12/345", "0022(ตก)12", "345"),
        ("ที่ ตช 0015.(นม).17/123", "ตช 0015.(นม).17/123", "0015.(นม).17", "123"),
        ("ที่ สนท. 015/2562", "สนท 015/2562", None, "015"),
        ("ที่ ธุรการ ๓๑/๒๕๖๕     วันที่ ๓ มีนาคม ๒๕๖๕", "ธุรการ 31/2565", None, "31"),
        ("ที่ กทท 0401/2556", "กทท 0401/2556", "0401", "2556"),
        ("ที่ มอ 101.2/55-045", "มอ 101.2/55-045", "101.2", "55-045"),
        ("ที่ จุฬา 0512/ว 12", "จุฬา 0512/ว 12", "0512", "12"),
        ("ที่ พิเศษ ๑๒/๒๕๖๐", "พิเศษ 12/2560", None, "พิเศษ 12"),
        ("ที่ ๑๒๓/๕๖", "123/56", None, "123"),
        ("ที่ ทส ๐๐๖๒ ลย/๔๐๒", "ทส 0062 ลย/402", "0062 ลย", "402"),
        ("ที ทส 9901/402", "ทส 9901/402", "9901", "402"),
        ("ที่ สธ ๐๔๑๙ ๓/ว ๑๐๒", "สธ 0419.3/ว 102", "0419.3", "102"),
        ("ที่ คค ๐๔๐๑/ว, ๑๑๕", "คค 0401/ว 115", "0401", "115"),
        ("Ref. งฟ0. MOR 0102/455", "MOR 0102/455", "0102", "455"),
        ("Ref. No. MOR 0102/455", "MOR 0102/455", "0102", "455"),
        ("Ref. พ0. MOR 0102/455", "MOR 0102/455", "0102", "455"),
        ("ด่วนที่สุด ที่ ชม ๗๑๒๐๔/๒๑๕", "ชม 71204/215", "71204", "215"),
        ("ที่ พศ ๐๐๙๙(ลย)/๐๒๒", "พศ 0099(ลย)/022", "0099(ลย)", "022"),
        ("ที่ ๐๐๑๘.(ลย)๒/๑๐๔", "0018.(ลย)2/104", "0018.(ลย)2", "104"),
        ("ที่ ๐๐๑๘(ลย).๓(๑๑)/๑๐๔", "0018(ลย).3(11)/104", "0018(ลย).3(11)", "104"),
        ("ที่ ๐๐๒๓.๕(๑๓)๑/๑๐๔", "0023.5(13)1/104", "0023.5(13)1", "104"),
        ("ที่ ทส ๙๙๐๑.๒/(อ)๑๐๔", "ทส 9901.2/(อ) 104", "9901.2", "(อ) 104"),
        ("ที่ กปน.(ผทส.) ๑๐๔/๒๕๖๗", "กปน (ผทส.) 104/2567", None, "104"),
        ("ที่ ต่อ กห ๐๔๙๙/๑๐๔", "กห 0499/104", "0499", "104"),
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
    ("line", "code", "unit"),
    [
        ("ที่ กค (กทส) ๐๔๙๙.๑/๑๕", "กค (กทส)", "0499.1"),
        ("ที่ ลต(ลย) ๐๐๐๓/ว ๑๗", "ลต (ลย)", "0003"),
        ("ที่ กห ๐๔๙๙.๑๒(กบ.)/๑๕", "กห", "0499.12(กบ.)"),
    ],
)
def test_a_bracket_belongs_to_what_it_is_printed_behind(line, code, unit):
    parts = heading_number(line).parts

    assert (parts.issuer_code, parts.unit_code) == (code, unit)


@pytest.mark.parametrize(
    "line",
    [
        "ที่ประชุมมีมติ",
        "ที่ว่าการอำเภอ",
        "ที่ ๓ ตำบลในเมือง",
        "ที่อยู่ 12/5 หมู่ 3",
        "ที่ 35/42 ถนนทดลอง",
        "ทั้งนี้",
        "ที่ พศ 2565/1",
    ],
)
def test_other_lines_that_open_with_the_word_are_no_numbers(line):
    assert heading_number(line) is None


def test_a_blank_taken_for_a_full_stop_is_to_be_looked_at():
    assert has_lost_stop(heading_number("ที่ สธ ๐๔๑๙ ๓/ว ๑๐๒").parts)
    assert not has_lost_stop(heading_number("ที่ สธ ๐๔๑๙.๓/ว ๑๐๒").parts)
    head = HEAD.replace("๙๙๐๑/ว", "๙๙๐๑ ๒/ว")
    assert the_letter(f"{head}{BODY}{SIGNED}").evidence["number"].confirm
    assert not the_letter(f"{HEAD}{BODY}{SIGNED}").evidence["number"].confirm


def test_a_postal_code_is_no_owners_number():
    assert number_at("ลย ๔๒๑๑๐ ๑๒/๓ หมู่ ๒") is None


def test_of_a_number_filled_in_by_hand_its_print_is_kept_and_looked_at():
    head = HEAD.replace("๙๙๐๑/ว ๘๑", "๙๙๐๑/- ๕๖๐")
    letter = the_letter(f"{head}{BODY}{SIGNED}")

    assert (letter.number.normalized, letter.number.running) == ("ทส 9901", None)
    assert letter.evidence["number"].confirm


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("ที่ ทส o๑๒๓/ว ๘๑", "ทส 0123/ว 81"),
        ("ที่ ทส ๙๙o๑/๔๕๖", "ทส 9901/456"),
        ("ที่ ทส oo๙๑.๒/ว ๒ท๔o", "ทส 0091.2/ว 2740"),
        ("ที่ ทส ๙๙๐๑/ว oo๙ท", "ทส 9901/ว 0097"),
        ("ที่ กค (กทส) o๔o๕.๓/๔๗๑", "กค (กทส) 0405.3/471"),
        ("ทื่ ทส ๙๙๐๑|๔๕๖", "ทส 9901/456"),
        ("ทึ่ ทส ๙๙๐๑.๓/ว ๓๓", "ทส 9901.3/ว 33"),
    ],
)
def test_letters_and_bars_that_ocr_takes_figures_and_slashes_for_are_read_and_asked_about(
    printed, number
):
    letter = the_letter(
        f"{printed}\nกรมทดสอบน้ำ\n๓ สิงหาคม ๒๕๖๐\nเรื่อง การสำรวจ\nเรียน อธิบดีกรมทดลอง\n{BODY}{SIGNED}"
    )

    assert letter.number.normalized == number
    is_plain = not any(sign in printed for sign in "o|")
    assert letter.evidence["number"].confirm is not is_plain


def test_a_circular_behind_a_desk_s_bracket_may_have_lost_its_slash():
    assert heading_number("ที่ อว 9901.1(2) ว812").parts.normalized == "อว 9901.1(2)/ว 812"


def test_a_blank_inside_the_urgency_is_none():
    letter = the_letter(
        "ด่ว นที่สุด\nที่ ทส ๙๙๐๑/ว ๘๑\nกรมทดสอบน้ำ\n๓ สิงหาคม ๒๕๖๐\nเรื่อง การสำรวจ\n"
        f"เรียน อธิบดีกรมทดลอง\n{BODY}{SIGNED}"
    )

    assert letter.urgency == "ด่วนที่สุด"


def test_a_quoted_letter_opens_with_the_mark_and_its_urgency():
    assert heading_number("“ด่วนที่สุด ที่ ชย 9918.1/ว 853").parts.normalized == "ชย 9918.1/ว 853"


@pytest.mark.parametrize(
    ("printed", "normalized", "code", "unit", "running"),
    [
        ("ที่ ทส ๙๙๐๑(คทง.นท.)พิเศษ/๑๒", "ทส 9901(คทง.นท.)พิเศษ/12", "ทส", "9901(คทง.นท.)พิเศษ", "12"),
        ("ที่ กฟท.ฉ.๒/๑๒๓๔๕", "กฟท.ฉ 2/12345", "กฟท", "ฉ.2", "12345"),
        ("ที่ วท ๐๒๘/๒๕๖๔", "วท 028/2564", "วท", None, "028"),
        ("ที่ ศย ๐๒๔/๒๕๖๔", "ศย 024/2564", "ศย", "024", "2564"),
        ("ที่ ศย ๑๒๔/๒๕๖๔", "ศย 124/2564", "ศย", "124", "2564"),
        ("ที่ กท ๒๔/๒๕๖๔", "กท 24/2564", "กท", None, "24"),
        ("ที่ ปว ๓๑๕/๒๕๕๙", "ปว 315/2559", "ปว", None, "315"),
        ("ที่ ปว ๓๑๕/๑๕๕๙", "ปว 315/1559", "ปว", "315", "1559"),
        ("ที่ ทส ๙๙๐๑/๒๕๖๔", "ทส 9901/2564", "ทส", "9901", "2564"),
        ("ที่ ทส ๙๙๗๒๔/๒๕๖๔", "ทส 99724/2564", "ทส", "99724", "2564"),
        ("ที่ ปว ๓๑๕/ว ๒๕๕๙", "ปว 315/ว 2559", "ปว", "315", "2559"),
    ],
)
def test_projects_enterprises_temples_and_schools_number_in_their_own_ways(
    printed, normalized, code, unit, running
):
    parts = heading_number(printed).parts

    assert parts.normalized == normalized
    assert (parts.issuer_code, parts.unit_code, parts.running) == (code, unit, running)


def test_a_speck_that_runs_into_the_blank_behind_the_mark_of_a_circular_is_to_be_looked_at():
    letter = the_letter(f"{HEAD.replace('/ว ๘๑', '/วิต๘๑')}{BODY}{SIGNED}")

    assert letter.number.normalized == "ทส 9901/ว 81"
    assert letter.evidence["number"].confirm
    assert heading_number("ที่ ทส ๙๙๐๑/วต๘๑").parts.normalized == "ทส 9901/วต 81"
