import io
import zipfile

import pytest
from hypothesis import given, strategies as st

from saraban.errors import EmptyFile, FileKindRefused
from saraban.paper import file_kinds
from saraban.paper.file_kinds import kind_of

WORD_TYPES = (
    '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
EXCEL_TYPES = (
    '<?xml version="1.0"?><Types><Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)


def package(**parts: str | bytes) -> bytes:
    """A zip of the parts; "__" in a keyword stands for "/"."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def word(**more: str | bytes) -> bytes:
    types = {"[Content_Types].xml": WORD_TYPES, "word__document.xml": "<w/>"}
    return package(**types, **more)


def excel() -> bytes:
    return package(**{"[Content_Types].xml": EXCEL_TYPES, "xl__workbook.xml": "<w/>"})


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(20)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
PDF = b"%PDF-1.7\n1 0 obj\n"


@pytest.mark.parametrize(
    ("content", "name", "media_type", "is_picture"),
    [
        (PDF, "หนังสือ.pdf", "application/pdf", False),
        (b"\xef\xbb\xbf\r\n" + PDF, "SCAN.PDF", "application/pdf", False),
        (PNG, "ภาพ.png", "image/png", True),
        (JPEG, "a.b.JPEG", "image/jpeg", True),
        (b"II*\x00\x08\x00\x00\x00", "fax.tif", "image/tiff", True),
        (b"MM\x00*\x00\x00\x00\x08", "fax.tiff", "image/tiff", True),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ....", "a.webp", "image/webp", True),
        (b"\x00\x00\x00\x18ftypisom....", "a.mp4", "video/mp4", False),
        (b"\x00\x00\x00\x18ftypqt  ....", "a.MOV", "video/quicktime", False),
        ("บันทึก ๑\nบรรทัดที่สอง\t<ดู>".encode(), "note.txt", "text/plain", False),
        ("\ufeffบันทึก".encode(), "note.txt", "text/plain", False),
        (word(), "ร่าง.docx", file_kinds.DOCX.media_type, False),
        (excel(), "ตาราง.xlsx", file_kinds.XLSX.media_type, False),
        (PDF, "ไม่มีนามสกุล", "application/pdf", False),
    ],
)
def test_a_kind_we_keep_is_told_by_its_bytes(content, name, media_type, is_picture):
    kind = kind_of(content, name)

    assert (kind.media_type, kind.is_picture) == (media_type, is_picture)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PDF, "ภาพ.png"),
        (PNG, "หนังสือ.pdf"),
        (word(), "ตาราง.xlsx"),
        (excel(), "ตาราง.zip"),
        (PDF, "หนังสือ.pdf.exe"),
        (JPEG, "a.svg"),
    ],
)
def test_a_name_that_says_another_kind_is_refused(content, name):
    with pytest.raises(FileKindRefused) as refusal:
        kind_of(content, name)

    assert refusal.value.facts["name"] == name


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ\x90\x00\x03", "setup.exe"),
        (b"\x7fELF\x02\x01", "program"),
        (b"<!DOCTYPE html><p>", "page.html"),
        (b"<html>", "page.txt"),
        (b' \n<svg onload="x">', "picture.txt"),
        (b"<svg/>", "picture.svg"),
        (b"#!/bin/sh\nrm", "run.txt"),
        (b"a\x00b", "note.txt"),
        ("ข้อความ".encode("cp874"), "note.txt"),
        (b"just words", "note"),
        (b"\x00\x00\x00\x18ftypheic....", "a.heic"),
        (b"\x00\x00\x00\x18ftypheic....", "a.mp4"),
        (b"PK\x03\x04junk", "a.docx"),
        (package(a="b"), "a.docx"),
        (package(a="b"), "a.zip"),
        (b"GIF89a", "a.gif"),
    ],
)
def test_a_kind_we_do_not_keep_is_refused_under_any_name(content, name):
    with pytest.raises(FileKindRefused):
        kind_of(content, name)


def test_an_office_file_with_macros_is_refused():
    with pytest.raises(FileKindRefused):
        kind_of(word(word__vbaProject__bin="x", **{"word/vbaProject.bin": "x"}), "a.docx")


def test_a_zip_bomb_dressed_as_a_word_file_is_refused():
    bomb = word(word__media__zeros=bytes(file_kinds.RATIO_MATTERS_FROM + 1))

    with pytest.raises(FileKindRefused):
        kind_of(bomb, "a.docx")


@pytest.mark.parametrize("content", [b"", b"  \r\n\t"])
def test_a_file_of_nothing_is_empty(content):
    with pytest.raises(EmptyFile):
        kind_of(content, "a.pdf")


heads = st.sampled_from(
    [b"", b"PK\x03\x04", b"%PDF-1", b"RIFF", b"\x00\x00\x00\x18ftyp", b"\xff\xd8\xff", word()[:200]]
)
names = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["a.docx", "a.txt", "a.pdf", "a.xlsx", "..", ".pdf", "a.", "a.mp4"]),
)


@given(heads, st.binary(max_size=300), names)
def test_junk_of_any_kind_gets_an_answer_or_a_refusal(head, tail, name):
    try:
        kind = kind_of(head + tail, name)
    except (EmptyFile, FileKindRefused):
        return

    assert kind in file_kinds._NAMES


@given(st.integers(0, 400), st.binary(min_size=1, max_size=4))
def test_a_damaged_office_file_gets_an_answer_or_a_refusal(place, patch):
    damaged = bytearray(word())
    damaged[place : place + len(patch)] = patch

    try:
        kind_of(bytes(damaged), "a.docx")
    except FileKindRefused:
        return
