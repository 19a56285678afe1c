"""A number with misread figures is put right where the letter tells it again."""

from datetime import date

import pytest

from tests.rules.letter_reading.letters import BODY, SIGNED, the_letter, the_letter_off_a_picture

HEAD = """ที่ ทส ๐๕๐๕.๒/ว ๕๑๗
กรมทดสอบน้ำ
๓ สิงหาคม ๒๕๕๒
เรื่อง การสำรวจป้าย
เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด
"""


@pytest.mark.parametrize(
    "told",
    [
        "(แนบหนังสือกรมทดสอบน้ำ ที่ ทส ๐๘๐๙.๒/ว ๘๑๗ ลงวันที่ ๓ สิงหาคม ๒๕๕๒)",
        "(แนบทายหนังสือกรมทดสอบน้ำ ที่ ทส ๐๘๐๙.๒/ว ๘๑๗ ลงวันที่ ๕ สิงหาคม ๒๕๕๒)",
        "(ในการตอบโปรดอ้างที่ ทส 0809.2/ว 817)",
    ],
)
def test_the_number_told_again_is_the_one_meant_and_is_to_be_looked_at(told):
    letter = the_letter_off_a_picture(f"{HEAD}{BODY}{SIGNED}{told}\n")

    assert letter.number.normalized == "ทส 0809.2/ว 817"
    assert letter.number.raw == "ทส ๐๕๐๕.๒/ว ๕๑๗"
    assert letter.evidence["number"].confirm


@pytest.mark.parametrize(
    "told",
    [
        "ตามหนังสือกรมทดสอบน้ำ ที่ ทส ๐๘๐๙.๒/ว ๘๑๗ ลงวันที่ ๓ สิงหาคม ๒๕๕๑",
        "(ในการตอบโปรดอ้างที่ ทส 0809.2/ว 818)",
        "(ในการตอบโปรดอ้างที่ ทส 0505.2/ว 511)",
        "ที่ ทส 0809.2/ว 817 และที่ ทส 0808.2/ว 817",
    ],
)
def test_another_letter_s_number_changes_nothing(told):
    letter = the_letter_off_a_picture(f"{HEAD}{BODY}{SIGNED}{told}\n")

    assert letter.number.normalized == "ทส 0505.2/ว 517"


SLIP = "แบบตอบรับ (แนบท้ายหนังสือกรมทดสอบน้ำ ที่ ทส ๙๙๐๑.๓(๒)/ว ๑๑๗ ลงวันที่ ๑๑ สิงหาคม ๒๕๖๔)"
SYSTEM = "พิมพ์จากระบบ e-Saraban : ทส 9901.3(2)/ว 117 ลว. 11 ส.ค. 2564"


@pytest.mark.parametrize("told", [SLIP, SYSTEM])
@pytest.mark.parametrize("printed", ["ทส ๙๙o๑.๓(lo)/ว ๑๑๗", "ทส ๙๙๐๑.๓(๒)/ว ๙๑๗"])
@pytest.mark.parametrize(
    "day", ["๙๙ สิงหาคม ๒๕๖๔", "๑c สิงหาคม ๒๕๖c", "๑๑ สิงหาคม ๒๔๖๔", "๑๑ สิงหาคม ๒๕๖๔"]
)
def test_where_a_letter_names_itself_letters_for_figures_and_days_no_calendar_has_are_mended(
    told, printed, day
):
    head = HEAD.replace("ทส ๐๕๐๕.๒/ว ๕๑๗", printed).replace("๓ สิงหาคม ๒๕๕๒", day)
    letter = the_letter_off_a_picture(f"{head}{BODY}{SIGNED}{told}\n")

    assert letter.number.normalized == "ทส 9901.3(2)/ว 117"
    assert letter.dated_on == date(2021, 8, 11)
    assert letter.evidence["number"].confirm
    assert letter.evidence["date_iso"].confirm or day == "๑๑ สิงหาคม ๒๕๖๔"


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("๓ สิงหาคม ๒๕๕๒", "(แนบหนังสือกรมทดสอบน้ำ ที่ ทส ๐๕๐๕.๒/ว ๕๑๗ ลงวันที่ ๔ สิงหาคม ๒๕๕๒)"),
        ("", "ตามหนังสือกรมทดสอบน้ำ ที่ ทส ๐๕๐๕.๒/ว ๕๑๘ ลงวันที่ ๔ สิงหาคม ๒๕๕๒"),
    ],
)
def test_a_day_that_no_misread_figure_explains_and_another_letters_are_left(printed, told):
    head = HEAD.replace("๓ สิงหาคม ๒๕๕๒", printed)
    letter = the_letter_off_a_picture(f"{head}{BODY}{SIGNED}{told}\n")

    assert letter.dated_on == (date(2009, 8, 3) if printed else None)


@pytest.mark.parametrize(
    ("number", "day", "told"),
    [
        ("ทส ๐๕๐๕.๒/ว ๕๑๗", "๓ สิงหาคม ๒๕๕๒", "ที่ ทส ๐๘๐๙.๒/ว ๘๑๗ ลงวันที่ ๓ สิงหาคม ๒๕๕๒"),
        ("ทส ๐๕๐๕.๒/ว ๕๑๗", "๕ สิงหาคม ๒๕๕๒", "ที่ ทส ๐๕๐๕.๒/ว ๕๑๗ ลงวันที่ ๘ สิงหาคม ๒๕๕๒"),
    ],
)
def test_a_letter_that_was_never_a_picture_says_of_itself_what_its_heading_says(number, day, told):
    head = HEAD.replace("๓ สิงหาคม ๒๕๕๒", day)
    letter = the_letter(f"{head}{BODY}{SIGNED}(แนบหนังสือกรมทดสอบน้ำ {told})\n")

    assert (letter.number.raw, letter.date_raw) == (number, day)
    assert letter.number.normalized == "ทส 0505.2/ว 517"
    assert letter.dated_on == date(2009, 8, int(day[0]))


def test_the_seal_of_a_sealed_letter_may_have_a_misread_day():
    letter = the_letter(
        "ที่ ทส ๙๙๐๑/ว ๑๑๗\nถึง สำนักงานป้ายเตือนภัย\n"
        "ด้วยกรมทดสอบน้ำจะสำรวจป้าย จึงขอให้ส่งบัญชีป้าย\n"
        "กรมทดสอบน้ำ\n๙๙ สิงหาคม ๒๕๖๔\nกองป้ายเตือนภัย\nโทร. o ๒๙๙ท ทooo\n"
    )

    assert (letter.issuer, letter.contact.section) == ("กรมทดสอบน้ำ", "กองป้ายเตือนภัย")
    assert letter.contact.phone == "0 2997 7000"
