"""Latin words that the Thai model garbled come from the English one; Thai words stay."""

from saraban.paper.digits.digit_reader import NOTHING, Strip, StripCharacter
from saraban.paper.scans.latin import may_hold_latin, with_latin
from saraban.paper.scans.tesseract import Glyphs, OcrLine

WIDTH = 20


def line(*words: tuple[str, float], at: tuple[int, ...]) -> OcrLine:
    """Words with their confidence, each beginning in a column."""
    return OcrLine(
        tuple(
            Glyphs(
                character,
                ((column + place) * WIDTH, 0, (column + place + 1) * WIDTH, 30),
                confidence,
                is_after_blank=place == 0 and column > 0,
            )
            for (text, confidence), column in zip(words, at, strict=True)
            for place, character in enumerate(text)
        )
    )


def strip(text: str, *, at: int) -> Strip:
    """A word as our own reader saw it, beginning in a column."""
    characters = tuple(
        StripCharacter(letter, 0.9, (at + place) * WIDTH, (at + place + 1) * WIDTH)
        for place, letter in enumerate(text)
    )
    return Strip(text, characters, 0.9)


def test_a_garbled_word_is_read_as_latin():
    thai = line(("ระบบ", 0.95), ("(ง65)", 0.7), ("เมื่อ", 0.94), at=(0, 6, 13))
    english = line(("szuu", 0.3), ("(VCS)", 0.9), ("ifle", 0.4), at=(0, 6, 13))

    merged = with_latin(thai, english)

    assert may_hold_latin(thai, strip("(VC5)", at=6))
    assert merged is not None
    assert merged.text == "ระบบ (VCS) เมื่อ"


def test_a_word_read_well_as_thai_stays():
    thai = line(("มท", 0.95), ("๐๕๐๑.๕/ว", 0.93), ("๑๖", 0.9), at=(0, 4, 14))
    english = line(("uv", 0.8), ("owes.c/a", 0.9), ("be", 0.9), at=(0, 4, 14))

    assert not may_hold_latin(thai, strip("O5O1.S/", at=4))
    assert with_latin(thai, english) == thai


def test_a_garbled_word_is_thai_where_our_own_reader_saw_no_latin_letters():
    thai = line(("ระบบ", 0.95), ("(ง65)", 0.7), ("เมื่อ", 0.94), at=(0, 6, 13))

    assert not may_hold_latin(thai, strip("(งดร)", at=6))
    assert not may_hold_latin(thai, strip("VCS", at=13))
    assert not may_hold_latin(thai, NOTHING)


def test_a_line_in_english_is_taken_whole():
    thai = line(("รินไbj6", 0.5), ("๐1:", 0.4), ("ไททไอ", 0.6), at=(0, 9, 12))
    english = line(("Ministry", 0.96), ("of", 0.96), ("Rivers", 0.96), at=(0, 9, 12))

    assert with_latin(thai, english) == english


def test_an_address_loses_the_bracket_before_its_at_sign():
    thai = line(("588๐ท@ไอล.๐.ป่า", 0.6), at=(0,))
    english = line(("office(@rivers.example", 0.85), at=(0,))

    merged = with_latin(thai, english)

    assert merged is not None
    assert merged.text == "office@rivers.example"


def test_an_address_parted_at_its_sign_is_whole():
    thai = line(("โทรสาร", 0.95), ("รลกล๒ลก@ทพ๒.ฮู0.ป่า", 0.5), at=(0, 8))
    english = line(("Insas", 0.3), ("plan_eval", 0.55), ("@ldd.go.th", 0.55), at=(0, 8, 18))

    assert with_latin(thai, english).text == "โทรสาร plan_eval@ldd.go.th"


def test_a_word_of_two_parts_is_latin_when_both_are():
    thai = line(("ระบบ", 0.95), ("(E-%ep๐rt", 0.7), at=(0, 6))
    english = line(("szuu", 0.3), ("(E-Report)", 0.9), at=(0, 6))

    merged = with_latin(thai, english)

    assert merged is not None
    assert merged.text == "ระบบ (E-Report)"


def test_an_address_may_be_shakier_than_a_word():
    thai = line(("ลรรอ1.ธ@6๐6ด่-ทล[1.6๐.ป้า", 0.5), ("ภายใน", 0.95), at=(0, 28))
    english = line(("list.office@rivers-mail.go.th", 0.48), ("meluu", 0.48), at=(0, 30))

    merged = with_latin(thai, english)

    assert merged is not None
    assert merged.text == "list.office@rivers-mail.go.th ภายใน"


def test_figures_stay_figures_though_the_english_model_sees_letters():
    thai = line(("วันที่", 0.95), ("๒๐", 0.5), ("ธันวาคม", 0.95), at=(0, 8, 12))
    english = line(("Sul", 0.3), ("loo", 0.82), ("Suva", 0.3), at=(0, 8, 12))

    assert with_latin(thai, english) == thai
