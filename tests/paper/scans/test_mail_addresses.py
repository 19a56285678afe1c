"""An address of the mail is spelt as our own reader saw it, where it saw one whole."""

import pytest

from saraban.paper.digits.digit_reader import NOTHING, Strip, StripCharacter
from saraban.paper.scans.mail_addresses import with_address
from saraban.paper.scans.tesseract import Glyphs, OcrLine

WIDTH, HEIGHT = 20, 40


def line(text: str, confidence: float = 0.6, *, start: int = 0) -> OcrLine:
    """Tesseract's line, each sign in a column of its own; blanks take one too."""
    places = [place for place, sign in enumerate(text) if sign != " "]
    return OcrLine(
        tuple(
            Glyphs(
                text[place],
                ((start + place) * WIDTH, 0, (start + place + 1) * WIDTH, HEIGHT),
                confidence,
                is_after_blank=place > 0 and text[place - 1] == " ",
            )
            for place in places
        )
    )


def strip(text: str, confidence: float = 0.9) -> Strip:
    """Our own reading of it, in the same columns."""
    characters = tuple(
        StripCharacter(sign, confidence, place * WIDTH, (place + 1) * WIDTH)
        for place, sign in enumerate(text)
        if sign != " "
    )
    return Strip(text, characters, confidence)


def read(theirs: OcrLine | None, ours: Strip) -> str:
    merged = with_address(theirs, ours, HEIGHT)
    assert merged is not None
    return merged.text


def test_what_tesseract_garbled_is_taken_from_our_own_reading():
    theirs = line("อเมล ษสกยม_8ฝ@หส.ฮ๐.ปา โทร")

    assert read(theirs, strip("อเมล river_8a@dd.go.th โทร")) == "อเมล river_8a@dd.go.th โทร"


def test_the_surer_of_two_addresses_is_taken():
    ours = strip("river@dd.go.th", 0.9)

    assert read(line("niver@dd.go.th", 0.8), ours) == "river@dd.go.th"
    assert read(line("niver@dd.go.th", 0.95), ours) == "niver@dd.go.th"


def test_an_address_that_nobody_else_saw_is_a_line():
    assert read(None, strip("river@dd.go.th")) == "river@dd.go.th"


def test_a_nought_beside_latin_letters_is_an_o():
    assert read(line("xxxxxxxxxxxxxx"), strip("river@d๐.g๐.th")) == "river@do.go.th"


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("0bs-ne1@dd.go.th", "obs-ne1@dd.go.th"),
        ("plan.0top@dd.go.th", "plan.otop@dd.go.th"),
        ("plan10@dd.go.th", "plan10@dd.go.th"),
        ("plan.07@dd.go.th", "plan.07@dd.go.th"),
    ],
)
def test_a_nought_that_opens_a_word_of_letters_is_an_o_too(seen, meant):
    assert read(None, strip(seen)) == meant


def test_an_address_glued_to_a_thai_word_is_found():
    assert read(line("ถงศนยขาวสาร"), strip("อเลกทรอนกสriver@dd.go.th")).endswith(" river@dd.go.th")


@pytest.mark.parametrize(
    "seen", ["รiver@dd.go.th", "riveท@dd.go.th", "river @dd.go.th", "river@dd", "โทร ๑๒๓"]
)
def test_what_is_no_whole_address_changes_nothing(seen):
    theirs = line("ษสกยม@หสผ.ฮ๐.ปา")

    assert with_address(theirs, strip(seen), HEIGHT) == theirs


def test_a_line_without_an_address_stays():
    theirs = line("เรยน ผวา")

    assert with_address(theirs, NOTHING, HEIGHT) == theirs


def test_a_person_is_to_confirm_what_our_own_reader_saw():
    merged = with_address(None, strip("river@dd.go.th"), HEIGHT)

    assert {glyphs.source for glyphs in merged.glyphs} == {"digits"}
