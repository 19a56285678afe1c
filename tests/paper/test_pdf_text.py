"""The text layer of PDFs: our own letters come back whole, hostile files a clear refusal."""

import random
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from saraban.errors import (
    EmptyFile,
    FileTooLarge,
    PdfDamaged,
    PdfLocked,
    SarabanError,
    TooManyPages,
)
from saraban.paper import pdf_text
from saraban.paper.pdf_print import letter_pdf
from saraban.paper.pdf_text import Verdict, text_of_pdf, text_of_plain
from saraban.rules.letter_reading.reading import read_letters
from tests.paper.letters import CIRCULAR, HAS_FONTS, NO_FONTS
from tests.paper.pdfs import WORDS, pdf

SHARED = Path(__file__).parents[3] / "shared" / "letters" / "scans"
needs_fonts = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)


def test_words_stand_in_their_boxes():
    (page,) = text_of_pdf(pdf(), "a.pdf").pages

    assert (
        page.lines[0].text
        == "This is a letter about the dikes along the river, to be read by whoever lives there"
    )
    left, top, right, bottom = page.lines[0].box_of(10, 16)
    assert 72 < left < right < 300
    assert 100 < top < bottom < 140


@needs_fonts
def test_a_letter_we_printed_is_read_back():
    text = text_of_pdf(letter_pdf(CIRCULAR), "own.pdf")

    (letter,) = read_letters(text.pages)
    assert text.verdicts == (Verdict.BELIEVED,)
    assert (letter.urgency, letter.number.normalized) == ("ด่วนที่สุด", "ทส 9901.4/ว 1658")
    assert letter.subject == CIRCULAR.subject
    assert letter.addressees == [CIRCULAR.addressee_text]
    assert letter.signatory.name == CIRCULAR.signatory_name
    assert letter.evidence["number"].box is not None


def test_letters_without_any_width_are_not_on_the_page():
    words = WORDS.replace(b" ET", b" 0 Tz 200 0 Td (again) Tj ET")

    (page,) = text_of_pdf(pdf(words=words), "a.pdf").pages

    assert [line.text for line in page.lines] == [
        "This is a letter about the dikes along the river, to be read by whoever lives there"
    ]


def test_a_blank_page_has_no_text_layer():
    assert text_of_pdf(pdf(words=b""), "blank.pdf").verdicts == (Verdict.MISSING,)


def test_letters_of_a_wrong_font_map_are_doubtful():
    words = b"BT /F1 12 Tf 72 720 Td (" + b"\\301\\321\\331\\333 xqzt vbnm pl " * 8 + b") Tj ET"

    assert text_of_pdf(pdf(words=words), "odd.pdf").verdicts == (Verdict.DOUBTFUL,)


@needs_fonts
def test_a_layer_that_lost_its_tones_is_doubtful():
    paragraphs = tuple(re.sub("(?<=[ก-ฮุู])[่-๋]", "", one) for one in CIRCULAR.paragraphs)
    without = replace(
        CIRCULAR,
        issuer_lines=("กรมทดลอง",),
        subject="การสำรวจ",
        paragraphs=paragraphs * 4,
        references=(),
        enclosures=("แบบ จำนวน ๑ ชุด",),
        signatory_name="นางสาวสมจริง งามตา",
    )

    assert text_of_pdf(letter_pdf(without), "lost.pdf").verdicts[0] is Verdict.DOUBTFUL


def test_a_locked_file_says_so():
    locked = pdf(encryption=pikepdf.Encryption(user="secret", owner="secret"))

    with pytest.raises(PdfLocked):
        text_of_pdf(locked, "locked.pdf")


def test_a_file_only_its_owner_may_change_is_read():
    guarded = pdf(encryption=pikepdf.Encryption(user="", owner="secret"))

    assert text_of_pdf(guarded, "guarded.pdf").pages[0].lines


@pytest.mark.parametrize("content", [b"MZ\x90\x00" * 40, b"%PDF-1.7\n" + b"x" * 200, b"%PDF-1.4"])
def test_what_is_no_pdf_is_damaged(content):
    with pytest.raises(PdfDamaged):
        text_of_pdf(content, "a.pdf")


def test_an_empty_file_is_empty():
    with pytest.raises(EmptyFile):
        text_of_pdf(b" \n", "a.pdf")
    with pytest.raises(EmptyFile):
        text_of_plain(b" \n", "a.txt")


def test_pages_and_bytes_are_limited(monkeypatch):
    monkeypatch.setattr(pdf_text, "MOST_PAGES", 3)
    with pytest.raises(TooManyPages):
        text_of_pdf(pdf(pages=4), "long.pdf")
    monkeypatch.setattr(pdf_text, "MOST_BYTES", 100)
    with pytest.raises(FileTooLarge):
        text_of_pdf(pdf(), "big.pdf")


def test_a_bomb_of_text_is_stopped(monkeypatch):
    monkeypatch.setattr(pdf_text, "MOST_OUTPUT_BYTES", 20_000)
    words = b"BT /F1 2 Tf 1 0 0 1 0 700 Tm " + b"(word) Tj 0 -2 Td " * 20_000 + b"ET"

    with pytest.raises(SarabanError):
        text_of_pdf(pdf(words=words), "bomb.pdf")


@pytest.mark.parametrize("seed", range(24))
def test_flipped_bytes_give_text_or_a_refusal(seed):
    chance = random.Random(seed)
    content = bytearray(pdf(pages=2))
    for _ in range(chance.randrange(1, 12)):
        content[chance.randrange(len(content))] = chance.randrange(256)

    try:
        read_letters(text_of_pdf(bytes(content), "flipped.pdf").pages)
    except SarabanError as refusal:
        assert "flipped.pdf" in refusal.text_th


def test_text_in_the_old_thai_code_page_is_read():
    text = text_of_plain("ที่ มท ๐๘๐๑/ว ๑\nเรื่อง ทดสอบ".encode("cp874"), "old.txt")

    assert text.pages[0].lines[0].text == "ที่ มท ๐๘๐๑/ว ๑"


@pytest.mark.skipif(not SHARED.exists(), reason="no real letters beside the project")
def test_the_real_bundle_is_four_letters():
    content = (SHARED / "seed-bundle.pdf").read_bytes()

    letters = read_letters(text_of_pdf(content, "seed-bundle.pdf").pages)

    assert [letter.pages for letter in letters] == [(1, 2), (3,), (4,), (5,)]
    assert [letter.conveys for letter in letters] == [[1], [2], [3], []]
