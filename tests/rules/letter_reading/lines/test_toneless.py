from saraban.rules.letter_reading.lines.toneless import (
    place_with_tones,
    place_without_tones,
    toneless,
    tones_optional,
)
from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, SIGNED, the_letter


def test_a_place_counted_without_marks_is_found_among_them():
    text = "สิ่งที่ส่งมาด้วย แบบ"

    assert text[place_with_tones(text, toneless(text).index(" ")) :] == " แบบ"


def test_a_place_among_marks_is_found_where_they_are_not_counted():
    text = "สิ่งที่ส่งมาด้วย แบบ"

    assert place_without_tones(text, text.index(" ")) == toneless(text).index(" ")


def test_a_pattern_with_its_marks_matches_text_that_lost_them():
    shape = tones_optional("ด่วนที่สุด")

    assert shape.fullmatch("ด่วนที่สุด")
    assert shape.fullmatch("ดวนทีสุด")


def test_a_letter_without_a_single_tone_mark_keeps_its_fields():
    letter = the_letter(
        toneless(
            f"ด่วนมาก\n{HEAD}{BODY}{SIGNED}{FOOT}".replace(
                "ผู้ว่าราชการจังหวัด ทุกจังหวัด", "ผู้ว่าราชการจังหวัดทดสอบ และผู้อำนวยการโรงพยาบาลทุกแห่ง"
            ).replace("๐๐๐๐\n", "๐๐๐๐ ต่อ ๒๑\n")
        )
    )

    assert letter.urgency == "ด่วนมาก"
    assert len(letter.addressees) == 2
    assert letter.signatory.name == "นายทดลอง นำใส"
    assert letter.contact.phone == "๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๒๑"
