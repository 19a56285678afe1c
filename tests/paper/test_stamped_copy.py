"""The stamped copy as the doors ask for it: made by a limited child, kept, refused in Thai."""

import io
import tempfile

import pikepdf
import pytest
from PIL import Image

from saraban.errors import (
    FileKindRefused,
    FileTooLarge,
    NoRoomLeft,
    PdfDamaged,
    PdfLocked,
    PictureDamaged,
    PictureTooLarge,
    ReadingTooSlow,
    SarabanError,
)
from saraban.paper import copies_kept, stamped_copy
from saraban.paper.stamped_copy import (
    NotStamped,
    PlaceInFile,
    copy_mark,
    kept_stamped_copy,
)
from tests.paper.bombs import forms_in_forms, image_without_end, png_without_end, words_without_end
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.pdfs import pdf
from tests.paper.stamps import HALL, OFFICE, ORDER, boxes

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)

PDF = "application/pdf"


@pytest.fixture
def folder(tmp_path):
    """Copies are remembered here, at most 200,000 bytes of them, until the test is over."""
    copies_kept.use_folder(tmp_path / "copies", most_bytes=200_000)
    yield tmp_path / "copies"
    copies_kept.use_folder(tmp_path / "over")


def stamped(content: bytes, kind: str = PDF, *stamps: object) -> bytes:
    return stamped_copy.stamped_copy(content, kind, stamps or (HALL,), name="หนังสือ.pdf")


def scan(**saving: object) -> bytes:
    """A page of 150 dpi with one line of ink, as the format asked for."""
    picture = Image.new("RGB", (1240, 1754), "white")
    picture.paste((0, 0, 0), (100, 300, 1140, 310))
    out = io.BytesIO()
    picture.save(out, dpi=(150, 150), **saving)
    return out.getvalue()


def test_a_pdf_comes_back_with_its_stamps():
    assert len(boxes(stamped(pdf(), PDF, HALL, ORDER))) == 2


@pytest.mark.parametrize(
    ("form", "kind"),
    [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("TIFF", "image/tiff")],
)
def test_a_scan_becomes_a_page_of_its_own_size_with_a_stamp_of_the_lawful_one(form, kind):
    copy = stamped(scan(format=form), kind)

    [(_, _, width, height)] = boxes(copy)
    with pikepdf.open(io.BytesIO(copy)) as document:
        assert [round(float(side)) for side in document.pages[0].MediaBox] == [0, 0, 595, 842]
    assert (width, height) == (pytest.approx(50, abs=0.5), pytest.approx(25, abs=0.5))


def test_a_picture_that_tells_no_size_is_taken_for_a4():
    copy = stamped(scan(format="WEBP"), "image/webp")

    with pikepdf.open(io.BytesIO(copy)) as document:
        assert float(document.pages[0].MediaBox[3]) == pytest.approx(842, abs=2)


def test_the_bytes_of_a_jpeg_are_in_its_copy_as_they_came():
    content = scan(format="JPEG")

    with pikepdf.open(io.BytesIO(stamped(content, "image/jpeg"))) as document:
        assert document.pages[0].Resources.XObject.Scan.read_raw_bytes() == content


def test_a_picture_that_lies_on_its_side_is_stamped_upright():
    mark = Image.Exif()
    mark[0x0112] = 6
    copy = stamped(scan(format="JPEG", exif=mark), "image/jpeg")

    [(left, top, width, height)] = boxes(copy)
    assert width == pytest.approx(2 * height, abs=0.5)
    # The line of ink stands upright now, 244 millimetres from the left.
    assert (left + width, top) == (pytest.approx(243, abs=1.5), pytest.approx(10, abs=1.5))


def test_a_letter_in_a_file_of_several_is_stamped_where_it_begins():
    copy = stamped_copy.stamped_copy(
        pdf(words=b" ", pages=2), PDF, [HALL], place=PlaceInFile(2, 180)
    )

    assert [len(boxes(copy, page=number)) for number in (1, 2)] == [0, 1]


def test_every_page_of_a_scanned_file_is_in_its_copy():
    second = Image.new("1", (1240, 1754), 1)
    content = scan(format="TIFF", save_all=True, append_images=[second, second])

    with pikepdf.open(io.BytesIO(stamped(content, "image/tiff"))) as document:
        assert len(document.pages) == 3


@pytest.mark.parametrize(
    ("content", "kind", "refusal"),
    [
        (b"%PDF-1.7 torn", PDF, PdfDamaged),
        (pdf(encryption=pikepdf.Encryption(owner="o", user="u")), PDF, PdfLocked),
        (scan(format="PNG")[:900], "image/png", PictureDamaged),
        (scan(format="JPEG")[:900], "image/jpeg", PictureDamaged),
        (png_without_end(), "image/png", PictureTooLarge),
        (b"PK", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
         FileKindRefused),
        (bytes(65 * 1024 * 1024), PDF, FileTooLarge),
    ],
    ids=["torn", "locked", "half a png", "half a jpeg", "endless png", "office file", "huge"],
)  # fmt: skip
def test_what_cannot_be_stamped_is_refused_by_what_is_wrong_with_it(content, kind, refusal):
    with pytest.raises(refusal):
        stamped(content, kind)


def test_without_a_place_for_the_work_the_disk_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no such folder"))

    with pytest.raises(NoRoomLeft):
        stamped(pdf())


def test_a_refusal_names_the_file():
    with pytest.raises(PdfDamaged) as refused:
        stamped(b"%PDF-1.7 torn")

    assert "หนังสือ.pdf" in refused.value.text_th


@pytest.mark.parametrize("content", [words_without_end(), forms_in_forms()], ids=["words", "forms"])
def test_a_file_that_never_comes_to_an_end_ends_its_own_child(content, monkeypatch):
    monkeypatch.setattr(stamped_copy, "MOST_SECONDS", 2)

    with pytest.raises((ReadingTooSlow, NotStamped)):
        stamped(content)


def test_an_image_of_two_hundred_megabytes_is_stamped_or_refused_within_the_limits():
    try:
        copy = stamped(image_without_end())
    except SarabanError as refusal:
        assert refusal.code in {"not_stamped", "page_not_drawn", "reading_too_slow"}
    else:
        with pikepdf.open(io.BytesIO(copy)) as document:
            assert len(document.pages) in (1, 2)


def test_a_copy_asked_for_again_is_not_made_again(folder):
    first = kept_stamped_copy(pdf(), "digest", PDF, [HALL])

    again = kept_stamped_copy(b"bytes that nobody can stamp", "digest", PDF, [HALL])

    assert again == first


def test_another_fact_on_the_stamp_is_another_copy(folder):
    first = kept_stamped_copy(pdf(), "digest", PDF, [HALL])

    assert kept_stamped_copy(pdf(), "digest", PDF, [OFFICE]) != first
    assert copy_mark("digest", [HALL]) != copy_mark("digest", [OFFICE])
    assert copy_mark("digest", [HALL]) != copy_mark("other", [HALL])
    assert copy_mark("digest", [HALL]) != copy_mark("digest", [HALL], PlaceInFile(2, 90))


def test_a_file_that_was_refused_is_not_tried_again_at_once(folder):
    with pytest.raises(PdfDamaged):
        kept_stamped_copy(b"%PDF-1.7 torn", "the torn one", PDF, [HALL], name="ก.pdf")

    with pytest.raises(PdfDamaged) as again:
        kept_stamped_copy(pdf(), "the torn one", PDF, [HALL], name="ก.pdf")

    assert "ก.pdf" in again.value.text_th


def test_a_full_disk_is_no_fault_of_the_file(folder, monkeypatch, tmp_path):
    with monkeypatch.context() as full:
        full.setattr(tempfile, "tempdir", str(tmp_path / "no such folder"))
        with pytest.raises(NoRoomLeft):
            kept_stamped_copy(pdf(), "tried again", PDF, [HALL])

    assert len(boxes(kept_stamped_copy(pdf(), "tried again", PDF, [HALL]))) == 1


def test_copies_thrown_away_are_made_anew(folder):
    content = pdf()
    first = kept_stamped_copy(content, "digest", PDF, [HALL])
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()

    assert kept_stamped_copy(content, "digest", PDF, [HALL]) == first
