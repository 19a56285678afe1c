"""Whatever comes in at the door: words for people, within bounds, and no traceback."""

import io
import random
from time import perf_counter

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from PIL import Image

from saraban.errors import (
    EmptyFile,
    FileKindRefused,
    PdfLocked,
    PictureTooLarge,
    ReadingTooSlow,
    SarabanError,
    TooManyPages,
)
from saraban.paper import limited, page_pictures
from saraban.paper.reading import read_content
from tests.paper.bombs import (
    forms_in_forms,
    image_without_end,
    png_without_end,
    with_script,
    words_without_end,
)
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.pdfs import pdf
from tests.paper.pictures import LINES, drawn, picture

needs_fonts = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
ENGLISH = """Ref. 0505/1234

                                                        12 March 2024
Subject: Invitation to the meeting on river dikes

Dear Sir,
    The Department of Dikes would like to invite you to the meeting on river dikes.
                                                        Yours sincerely,
"""

LETTER = """ที่ ลย ๐๑๑๘/ว ๑๒๐๑                              ที่ว่าการอำเภอทดลอง
                                                    ถนนตัวอย่าง ลย ๔๒๙๙๙

                          ๑๖ มิถุนายน ๒๕๖๕

เรื่อง  ขอเชิญประชุมการดูแลคันกั้นน้ำ
เรียน  กำนันและผู้ใหญ่บ้านทุกหมู่บ้าน
        ด้วยอำเภอทดลองกำหนดจัดประชุมการดูแลคันกั้นน้ำ ณ หอประชุมอำเภอ
        จึงเรียนมาเพื่อทราบและเข้าร่วมประชุม
                          ขอแสดงความนับถือ

                          (นายทดลอง ตัวอย่างดี)
                          นายอำเภอทดลอง
ที่ทำการปกครองอำเภอ
โทร. ๐ ๔๒๙๙ ๙๑๒๓
"""


@pytest.fixture
def _impatient(monkeypatch):
    """Limits of a second, so that what would take half a minute to stop is stopped soon."""
    monkeypatch.setattr(limited, "MOST_SECONDS", 1)
    monkeypatch.setattr(page_pictures, "MOST_SECONDS", 1)


@pytest.mark.parametrize(
    ("content", "name", "refusal"),
    [
        (b"", "a.pdf", EmptyFile),
        (b"\n \n", "a.txt", EmptyFile),
        (b"MZ\x90\x00\x03" + bytes(300), "letter.pdf", FileKindRefused),
        (b"MZ\x90\x00\x03" + bytes(300), "letter.jpg", FileKindRefused),
        (b"\x7fELF" + bytes(300), "letter.txt", FileKindRefused),
        (b"<html><script>alert(1)</script>", "letter.txt", FileKindRefused),
        (pdf(pages=2000), "book.pdf", TooManyPages),
        (pdf(encryption=pikepdf.Encryption(user="s", owner="s")), "locked.pdf", PdfLocked),
        (png_without_end(), "bomb.png", PictureTooLarge),
    ],
    ids=["empty", "blank", "exe as pdf", "exe as jpg", "elf as text", "page", "book", "locked",
         "png bomb"],
)  # fmt: skip
def test_each_is_refused_in_words_that_name_the_file(content, name, refusal):
    with pytest.raises(refusal) as told:
        read_content(content, name)

    assert name in told.value.text_th


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("bomb", [words_without_end, forms_in_forms])
def test_a_bomb_of_words_is_stopped(bomb):
    with pytest.raises(ReadingTooSlow):
        read_content(bomb(), "bomb.pdf")


@pytest.mark.usefixtures("_impatient")
def test_a_page_that_cannot_be_drawn_in_time_is_told_and_stops_no_other():
    with (
        pikepdf.open(io.BytesIO(image_without_end())) as whole,
        pikepdf.open(io.BytesIO(pdf())) as other,
    ):
        whole.pages.extend(other.pages)
        whole.save(out := io.BytesIO(), stream_decode_level=pikepdf.StreamDecodeLevel.none)

    told = read_content(out.getvalue(), "bomb.pdf")

    assert any("จึงหยุดไว้" in warning for warning in told["warnings"])
    assert told["sheets"][1]["source"] == "text"


@pytest.mark.usefixtures("_impatient")
def test_page_after_page_that_takes_too_long_ends_the_reading():
    with pikepdf.open(io.BytesIO(image_without_end())) as whole:
        for _ in range(9):
            whole.pages.append(whole.pages[0])
        whole.save(out := io.BytesIO(), stream_decode_level=pikepdf.StreamDecodeLevel.none)
    started = perf_counter()

    with pytest.raises(ReadingTooSlow):
        read_content(out.getvalue(), "bomb.pdf")

    assert perf_counter() - started < 30


@pytest.mark.parametrize("at", ["opening", "name"])
def test_a_script_is_told_of_and_not_run(at):
    told = read_content(with_script(pdf(), at=at), "form.pdf")

    assert any("สคริปต์" in warning for warning in told["warnings"])


@pytest.mark.parametrize(
    "box", [[0, 0, 5, 100_000], [0, 0, 0, 0], [0, 0, 1, 1], [0, 0, 14_400, 14_400]]
)
def test_a_page_of_a_strange_size_is_a_page_with_a_warning(box):
    told = read_content(pdf(MediaBox=box, words=b""), "strip.pdf")

    assert told["pages"] == 1
    assert told["warnings"]


def test_a_blank_page_is_said_to_be_blank():
    told = read_content(pdf(words=b""), "blank.pdf")

    assert told["letters"] == []
    assert "หน้า 1" in told["warnings"][0]


def test_a_letter_in_a_foreign_language_is_said_to_be_one():
    told = read_content(ENGLISH.encode(), "letter.txt")

    assert any("ภาษาต่างประเทศ" in warning for warning in told["warnings"])


@needs_fonts
@pytest.mark.parametrize("turned", [90, 180])
def test_a_photo_on_its_side_or_upside_down_is_read_with_boxes_on_the_upright_page(turned):
    lines = (*LINES, *LINES[3:], *LINES[3:])
    content = picture("JPEG", pages=(drawn(turned=turned, lines=lines),))

    told = read_content(content, "photo.jpg")

    (sheet,) = told["sheets"]
    box = told["letters"][0]["evidence"]["subject"]["box"]
    assert sheet["turned"] == (360 - turned) % 360
    assert sheet["width"] < sheet["height"]
    assert box[1] < 0.3 * sheet["height"]


def test_two_letters_on_one_page_are_two():
    second = LETTER.replace("๑๒๐๑", "๑๒๐๒").replace("ประชุม", "อบรม")

    told = read_content(f"{LETTER}\n{second}".encode(), "two.txt")

    assert [one["number"]["running"] for one in told["letters"]] == ["1201", "1202"]


def flipped(content, chance):
    flips = bytearray(content)
    for _ in range(chance.randrange(1, 16)):
        flips[chance.randrange(len(flips))] = chance.randrange(256)
    cut = chance.choice([len(flips), chance.randrange(len(flips))])
    return bytes(flips[:cut])


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("content", "name"),
    [
        (pdf(pages=2), "a.pdf"),
        (picture("PNG", pages=(Image.new("L", (90, 60), 255),)), "a.png"),
        (picture("TIFF", pages=(Image.new("L", (90, 60), 255),)), "a.tif"),
        (picture("JPEG", pages=(Image.new("L", (90, 60), 255),)), "a.jpg"),
    ],
    ids=["pdf", "png", "tiff", "jpeg"],
)
def test_flipped_and_cut_files_are_read_or_refused_in_bounded_time(content, name, seed):
    started = perf_counter()

    try:
        told = read_content(flipped(content, random.Random(f"{name}{seed}")), name)
    except SarabanError as refusal:
        told = {"pages": 0, "warnings": [refusal.text_th]}

    assert told["pages"] or told["warnings"]
    assert perf_counter() - started < 30


PIECES = (
    "ที่ ", "เรื่อง ", "เรียน ", "อ้างถึง ", "ลงวันที่ ", "๑๖ มิถุนายน ๒๕๖๕", "มท ๐๘๐๑/ว ๑", "\n",
    "\f", "\t", "    ", "ภายในวันที่ ", "(นาย", ")", "ปฏิบัติราชการแทน", "\u0e33", "\u0e48", "\uf701",
    "0", "๙",
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(PIECES) | st.text(max_size=12),
        max_size=60,
    )
)
def test_any_text_is_read_or_refused(pieces):
    try:
        told = read_content("".join(pieces).encode("utf-8", "surrogatepass"), "any.txt")
    except SarabanError as refusal:
        told = {"letters": [], "refused": refusal.text_th}

    assert isinstance(told["letters"], list)
