"""The one entry to reading: bytes in, what the machine read out of them."""

import hashlib

import pytest

from saraban.errors import EmptyFile, FileKindRefused
from saraban.paper.reading import read_content
from tests.paper.pdfs import pdf


def test_a_reading_says_what_file_it_is_of_and_how_large_its_pages_are():
    content = pdf(pages=2)

    told = read_content(content, "letter.pdf")

    assert told["sha256"] == hashlib.sha256(content).hexdigest()
    assert told["pages"] == 2
    assert told["sheets"][1] == {
        "page": 2, "width": 595.0, "height": 842.0, "turned": 0, "source": "text", "skew": 0.0,
    }  # fmt: skip


def test_a_page_that_its_file_turns_and_crops_is_measured_as_it_is_shown():
    told = read_content(pdf(Rotate=90, CropBox=[100, 100, 550, 780]), "turned.pdf")

    (sheet,) = told["sheets"]
    assert (sheet["width"], sheet["height"], sheet["turned"]) == (680.0, 450.0, 0)


def test_progress_is_told_page_by_page():
    told = []

    read_content(pdf(pages=3), "letter.pdf", on_page=lambda done, count: told.append((done, count)))

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_plain_text_has_pages_but_no_sheets():
    told = read_content("ที่ มท ๐๘๐๑/ว ๑\nเรื่อง ทดสอบ\f\nหน้าสอง".encode(), "letter.txt")

    assert (told["pages"], told["sheets"]) == (2, [])


def test_a_title_cannot_pretend_to_be_the_size_of_a_page():
    title = "x\nPages:          9\nPage    1 size:  9 x 9 pts\nPage    1 rot:   90"

    told = read_content(pdf(title=title), "letter.pdf")

    assert told["pages"] == 1
    assert told["sheets"][0]["width"] == 595.0


@pytest.mark.parametrize(
    ("content", "name", "refusal"),
    [
        (b" \n", "letter.pdf", EmptyFile),
        (b"MZ\x90\x00\x03", "letter.pdf", FileKindRefused),
        (b"PK\x03\x04", "letter.zip", FileKindRefused),
    ],
)
def test_what_is_no_letter_is_refused(content, name, refusal):
    with pytest.raises(refusal):
        read_content(content, name)
