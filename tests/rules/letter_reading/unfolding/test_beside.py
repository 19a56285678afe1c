import pytest

from saraban.rules.letter_reading.lines.page_lines import Line, Word
from saraban.rules.letter_reading.unfolding.beside import set_apart
from tests.rules.letter_reading.letters import BODY, FOOT, SIGNED, the_letter

REST = f"เรื่อง การสำรวจป้าย\nเรียน อธิการบดี\n{BODY}{SIGNED}{FOOT}"


def columns(*rows):
    """Rows of cells with a wide gap between, as text out of a file has them."""
    return "\n".join("          ".join(row) for row in rows) + "\n"


@pytest.mark.parametrize(
    "heading",
    [
        columns(
            ("ที่ ทส ๙๙๐๑/ว ๘๑", "กองกลาง"),
            ("กรมทดสอบน้ำ", "เลขรับ 7781"),
            ("ถนนทดสอบ กทม. ๑๐๔๐๐", "วันที่ 7 ส.ค. 2560"),
            ("๓ สิงหาคม ๒๕๖๐", "เวลา 10.20 น."),
        ),
        columns(
            ("ที่ ทส ๙๙๐๑/ว ๘๑", "กรมทดสอบน้ำ", "กองกลาง"),
            ("ถนนทดสอบ กทม. ๑๐๔๐๐", "เลขรับ 7781"),
            ("๓ สิงหาคม ๒๕๖๐", "วันที่ 7 ส.ค. 2560"),
            ("เวลา 10.20 น.",),
        ),
        columns(
            ("กองกลาง", "ที่ ทส ๙๙๐๑/ว ๘๑"),
            ("เลขรับ 7781", "กรมทดสอบน้ำ"),
            ("วันที่ 7 ส.ค. 2560", "ถนนทดสอบ กทม. ๑๐๔๐๐"),
            ("เวลา 10.20 น.", "๓ สิงหาคม ๒๕๖๐"),
        ),
        columns(
            ("กองกลาง",),
            ("เลขรับ 7781", "ด่วนที่สุด"),
            ("วันที่ 7 ส.ค. 2560",),
            ("เวลา 10.20 น.",),
            ("ที่ ทส ๙๙๐๑/ว ๘๑", "กรมทดสอบน้ำ"),
            ("๓ สิงหาคม ๒๕๖๐",),
        ),
        columns(
            ("ที่ ทส ๙๙๐๑/ว ๘๑", "กรมทดสอบน้ำ"),
            ("กองกลาง", "ถนนทดสอบ กทม. ๑๐๔๐๐"),
            ("เลขรับ 7781",),
            ("วันที่ 7 ส.ค. 60", "๓ สิงหาคม ๒๕๖๐"),
            ("เวลา 10:20",),
        ),
        columns(
            ("กรมทดสอบน้ำ",),
            ("ถนนทดสอบ กทม. ๑๐๔๐๐",),
            ("ที่ ทส ๙๙๐๑/ว ๘๑",),
            ("กองกลาง", "๓   สิงหาคม   ๒๕๖๐"),
            ("เลขรับ 7781",),
            ("วันที่ 7 ส.ค. 2560",),
            ("เวลา 10.20 น.",),
        ),
        columns(
            ("กองกลาง",),
            ("เลขรับ......7781",),
            ("วันที่ 7 ส.ค. 2560",),
            ("ที่ ทส ๙๙๐๑/ว ๘๑", "กรมทดสอบน้ำ", "เวลา 10.20 น."),
            ("๓ สิงหาคม ๒๕๖๐",),
        ),
        columns(
            ("ที่ ทส ๙๙๐๑/ว ๘๑", "กรมทดสอบน้ำ"),
            ("กองกลาง", "ถนนทดสอบ"),
            ("เลขรับ 7781", "กทม. ๑๐๔๐๐"),
            ("7 ส.ค. 60  10.20 น.",),
            ("๓ สิงหาคม ๒๕๖๐",),
        ),
    ],
)
def test_a_stamp_beside_the_heading_is_told_apart_from_it(heading):
    letter = the_letter(heading + REST)

    (stamp,) = letter.stamps
    assert (stamp.unit, stamp.number, stamp.time) == ("กองกลาง", "7781", "10:20")
    assert str(stamp.dated_on) == "2017-08-07"
    assert letter.number.normalized == "ทส 9901/ว 81"
    assert (letter.issuer, str(letter.dated_on)) == ("กรมทดสอบน้ำ", "2017-08-03")


def test_the_words_go_with_their_part_of_the_line():
    words = tuple(Word(text, (10.0 * n, 0.0, 10.0 * n + 9, 9.0)) for n, text in enumerate("abcd"))
    line = Line(1, "a b เลขรับ 7781", ("a b", "เลขรับ 7781"), words)

    stamp, letter = set_apart([line])

    assert (stamp.text, letter.text) == ("เลขรับ 7781", "a b")
    assert [word.text for word in letter.words] == ["a", "b"]
    assert [word.text for word in stamp.words] == ["c", "d"]


def test_a_number_beside_a_stamp_without_office_keeps_its_own():
    letter = the_letter(
        columns(
            ("ที่ ทส ๙๙๐๑/ว ๘๑", "กรมทดสอบน้ำ"),
            ("ถนนทดสอบ กทม. ๑๐๔๐๐", "เลขรับ 7781"),
            ("๓ สิงหาคม ๒๕๖๐", "วันที่ 7 ส.ค. 2560"),
        )
        + REST
    )

    assert letter.issuer == "กรมทดสอบน้ำ"
    assert [(one.unit, one.number) for one in letter.stamps] == [(None, "7781")]


def test_a_stamp_beside_the_fields_of_a_memo_leaves_them_whole():
    heading = "บันทึกข้อความ\n" + columns(
        ("ส่วนราชการ กองน้ำ", "โทร. ๑๒๓๔"),
        ("ที่ ทส ๙๙๐๑/๘๑", "วันที่ ๓ สิงหาคม ๒๕๖๐", "สลก."),
        (" " * 60 + "รับที่ 7781",),
        ("เรื่อง การสำรวจป้ายเตือนภัย", "วันที่ 7 ส.ค. 60"),
        ("ริมตลิ่งทุกแห่ง", "เวลา 10.20"),
    )

    letter = the_letter(f"{heading}เรียน อธิบดี\n{BODY}{SIGNED}")

    (stamp,) = letter.stamps
    assert (stamp.unit, stamp.number, stamp.time) == ("สลก.", "7781", "10:20")
    assert (str(stamp.dated_on), str(letter.dated_on)) == ("2017-08-07", "2017-08-03")
    assert letter.subject == "การสำรวจป้ายเตือนภัย ริมตลิ่งทุกแห่ง"


def pressed(rows, stamp, *, at):
    """The rows of a heading with a stamp's rows in a column of its own from row `at` on."""
    lines = [row.ljust(70) for row in rows]
    for place, part in enumerate(stamp, start=at):
        lines[place] += part
    return "\n".join(lines) + "\n"


HEADING = (
    "ที่ ทส ๙๙๐๑/ว ๘๑               กรมทดสอบน้ำ",
    "",
    "                              ถนนทดสอบ กทม. ๑๐๔๐๐",
    "                ๓ สิงหาคม ๒๕๖๐",
    "",
    "เรื่อง การสำรวจป้าย",
    "เรียน อธิการบดี",
)
AFTER = f"\n{BODY}{SIGNED}{FOOT}"


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize(
    ("office", "number"),
    [
        ("กองกลาง", "เลขรับ 7781"),
        ("กองกลาง", "รับที่.....7781....."),
        ("เทศบาลตำบลทดลอง", "เลขที่ 7781"),
    ],
)
def test_a_stamp_keeps_its_column_across_the_lines_of_the_letter(at, office, number):
    stamp = (office, number, "วันที่....7/8/60....", "เวลา 10.20 น.")

    letter = the_letter(pressed(HEADING, stamp, at=at) + AFTER)

    assert [(one.unit, one.number, one.time) for one in letter.stamps] == [
        (office, "7781", "10:20")
    ]
    assert str(letter.stamps[0].dated_on) == "2017-08-07"
    assert (letter.issuer, str(letter.dated_on)) == ("กรมทดสอบน้ำ", "2017-08-03")
    assert (letter.subject, letter.addressees) == ("การสำรวจป้าย", ["อธิการบดี"])


def test_no_line_of_the_letter_is_the_office_of_a_stamp_that_names_none():
    stamp = ("เลขรับ 7781", "วันที่ 7 ส.ค. 60", "เวลา 10.20 น.")

    letter = the_letter(pressed(HEADING, stamp, at=1) + AFTER)

    assert [(one.unit, one.number) for one in letter.stamps] == [(None, "7781")]
    assert letter.issuer == "กรมทดสอบน้ำ"


def test_two_stamps_that_share_a_line_are_told_apart():
    heading = (
        "กองกลาง",
        "เลขรับ 55",
        "วันที่ 6 ส.ค. 60",
        "เวลา 09.00 น.",
        *HEADING,
    )
    stamp = ("กองน้ำ", "เลขรับ 7781", "วันที่ 7 ส.ค. 60", "เวลา 10.20 น.")

    letter = the_letter(pressed(heading, stamp, at=2) + AFTER)

    assert [(one.unit, one.number, one.time) for one in letter.stamps] == [
        ("กองกลาง", "55", "09:00"),
        ("กองน้ำ", "7781", "10:20"),
    ]
    assert letter.number.normalized == "ทส 9901/ว 81"
    assert letter.issuer == "กรมทดสอบน้ำ"


def test_a_stamp_without_an_hour_takes_none_of_the_stamp_that_follows():
    stamp = ("กองกลาง", "เลขรับ 55", "วันที่ 6 ส.ค. 60", "เวลา      1")
    at_the_right = [f"{'':50}{row}" for row in ("กองน้ำ", "เลขรับ 7781", "วันที่ 7 ส.ค. 60", "เวลา")]

    letter = the_letter("\n".join([*stamp, *at_the_right, *HEADING]) + "\n" + AFTER)

    assert [(one.number, str(one.dated_on)) for one in letter.stamps] == [
        ("55", "2017-08-06"),
        ("7781", "2017-08-07"),
    ]


def test_a_stamp_that_is_all_on_one_line_stays_one():
    stamp = columns(("กองช่าง", "รับที่ ๕๘", "วันที่ ๗ ส.ค. ๖๐", "เวลา ๑๐.๒๐ น."))
    number = "ที่ ทส ๙๙๐๑/ว ๘๑\nกรมทดสอบน้ำ\n๓ สิงหาคม ๒๕๖๐\n"

    (found,) = the_letter(f"{number}{REST}{stamp}").stamps

    assert (found.unit, found.number, found.time) == ("กองช่าง", "58", "10:20")
    assert str(found.dated_on) == "2017-08-07"


def test_a_day_and_an_hour_beside_each_other_are_of_the_stamp_over_them():
    stamps = columns(
        ("กองกลาง",), ("เลขรับ 7781",), ("วันที่ 7 ส.ค. 2560",), ("เวลา 10.20 น.",),
        ("ฝ่ายป้าย",), ("รับที่ 45",), ("วันที่ 8 ส.ค. 2560", "เวลา 09.30 น."),
        ("ที่ ทส ๙๙๐๑/ว ๘๑", "กรมทดสอบน้ำ"), ("๓ สิงหาคม ๒๕๖๐",),
    )  # fmt: skip

    letter = the_letter(stamps + REST)

    assert [(stamp.number, stamp.time) for stamp in letter.stamps] == [
        ("7781", "10:20"),
        ("45", "09:30"),
    ]


def test_a_day_and_its_hour_may_stand_behind_the_letters_number():
    rows = (
        ("ด่วนที่สุด", "กองกลาง"), ("", "รับที่ ๗๓๘๔"),
        ("ที่ ทส ๙๙๐๑/ว ๘๑", "วันที่ ๗ ส.ค. ๒๕๖๐     เวลา ๑๕.๔๑ น."),
    )  # fmt: skip
    stamp = "".join(f"{left:30}{right}\n" for left, right in rows)

    letter = the_letter(f"{stamp}กรมทดสอบน้ำ\n๓ สิงหาคม ๒๕๖๐\n{REST}")

    assert [(one.number, str(one.dated_on), one.time) for one in letter.stamps] == [
        ("7384", "2017-08-07", "15:41")
    ]
    assert letter.issuer == "กรมทดสอบน้ำ"


@pytest.mark.parametrize(
    ("beside", "under", "unit", "issuer"),
    [
        ("กองคลัง", "สำนักงานป้ายจังหวัดทดลอง", "กองคลัง", "สำนักงานป้ายจังหวัดทดลอง"),
        ("สำนักปลัดเทศบาล", "ที่ว่าการอำเภอทดลอง", "สำนักปลัดเทศบาล", "ที่ว่าการอำเภอทดลอง"),
        # A part of the department under it, which is the letter's own.
        ("สำนักป้ายเตือนภัย", "กรมทดสอบน้ำ", None, "สำนักป้ายเตือนภัย กรมทดสอบน้ำ"),
        ("กรมทดสอบน้ำ", "ถนนทดสอบ กทม. ๑๐๔๐๐", None, "กรมทดสอบน้ำ"),
    ],
)
def test_a_part_of_an_office_behind_the_number_is_a_stamps_where_a_branch_stands_under_it(
    beside, under, unit, issuer
):
    heading = f"ที่ ทส ๙๙๐๑/ว ๘๑          {beside}\nเลขรับ ๗๗๘\n๗ ส.ค. ๖๐ เวลา ๑๐.๒๐ น.\n{under}\n"

    letter = the_letter(f"{heading}๓ สิงหาคม ๒๕๖๐\n{REST}")

    (stamp,) = letter.stamps
    assert (stamp.unit, stamp.number, stamp.time) == (unit, "778", "10:20")
    assert letter.issuer == issuer
