"""Whatever Thai a letter holds, three readers get back every character of it."""

import re
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings, strategies as st

from saraban.paper.letter_shapes import with_substitutes
from saraban.paper.pdf_print import letter_pdf
from saraban.thai.text import clean_line
from tests.paper.letters import CIRCULAR, HAS_FONTS, LONG, NO_FONTS
from tests.paper.test_text_layer import as_read, by_pdfplumber, by_pdftotext, by_pypdfium2

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
READERS = (by_pdftotext, by_pypdfium2, by_pdfplumber)

# Without ฤ and ฦ, which are vowels: no mark ever stands below or above them.
consonants = st.sampled_from([chr(code) for code in range(0x0E01, 0x0E2F) if chr(code) not in "ฤฦ"])
before = st.sampled_from(["", "", "", "เ", "แ", "โ", "ใ", "ไ"])
above_or_below = st.sampled_from(["", "", "ั", "ิ", "ี", "ึ", "ื", "ุ", "ู", "็"])
tones = st.sampled_from(["", "", "่", "้", "๊", "๋", "์"])
behind = st.sampled_from(["", "", "า", "ะ", "ๆ", "ฯ"])
syllables = st.tuples(before, consonants, above_or_below, tones, behind).map("".join)
sara_am = st.tuples(consonants, st.sampled_from(["ำ", "่ำ", "้ำ", "ํา", "ํ้า", "้ํา"])).map("".join)
others = st.sampled_from(
    [
        "ฎุฏ",
        "ปฏักษ์",
        "ฤๅษี",
        "ญู่",
        "ฐุ",
        "ปี่",
        "ฝั่ง",
        "ฟ้า",
        "๑๒๓",
        "2569",
        "COVID-19",
        "😀",
        "“ก”",
        "ณ",
        "ๆ",
    ]
)
words = st.lists(syllables | sara_am | others, min_size=1, max_size=6).map("".join)
lines = st.lists(words, min_size=1, max_size=12).map(" ".join).map(clean_line)


def missing_from(pdf, texts):
    """(reader, text) of each text that a reader does not get back whole."""
    wanted = [as_read(with_substitutes(text)) for text in texts]
    return [
        (read.__name__, text)
        for read in READERS
        for text in wanted
        if text not in as_read(read(pdf))
    ]


# Not shrunk: each try prints a letter and reads it thrice.
@settings(max_examples=20, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(subject=lines, paragraphs=st.lists(lines, min_size=1, max_size=3), name=words)
def test_three_readers_get_back_any_text(subject, paragraphs, name):
    letter = replace(
        CIRCULAR, subject=subject, paragraphs=tuple(paragraphs), signatory_name=clean_line(name)
    )

    assert missing_from(letter_pdf(letter), [subject, *paragraphs, letter.signatory_name]) == []


@pytest.mark.parametrize("kind", ["external", "memo", "sealed"])
def test_a_subject_of_400_letters_with_every_rare_mark_is_read_back(kind):
    subject = clean_line(("นํ้า ฎุฏ ฐุ ปี่ ฝั่ง ก้ำกึ่ง ฤๅษี ปฏักษ์ ญาติ กุฏิ ๑๒๓ " * 10)[:400])

    # A sealed letter has no subject line: there the text stands behind ถึง.
    pdf = letter_pdf(replace(CIRCULAR, kind=kind, subject=subject, addressee_text=subject))

    assert missing_from(pdf, [subject]) == []
    assert len(subject) > 350


@pytest.mark.parametrize("read", READERS)
def test_a_letter_of_three_pages_is_read_back_across_its_page_ends(read):
    # Between the pages stand the number of the one and the catchword of the other.
    furniture = re.compile(r"-[๐-๙]+-|/[^/]{2,40}?\.\.\.")

    whole = furniture.sub("", as_read(read(letter_pdf(LONG))))

    assert "".join(as_read(text) for text in LONG.paragraphs) in whole


def test_points_and_a_table_are_read_back_cell_by_cell():
    texts = ("๑. ให้สำรวจน้ำ", "๑.๑ ป้ายที่ชำรุด")
    cells = ("ลำดับ", "ท่าน้ำ", "๑", "บ้านน้ำดำ", "๒", "ถ้ำ")
    rows = tuple("|".join(cells[place : place + 2]) for place in range(0, 6, 2))

    pdf = letter_pdf(replace(CIRCULAR, paragraphs=(*texts, *rows)))

    assert missing_from(pdf, [*texts, *("".join(row.split("|")) for row in rows)]) == []
