"""Stamps pressed over print, whose office the letter itself names in clear print."""

from dataclasses import replace

import pytest

from saraban.rules.letter_reading.lines.page_lines import pages_of_text
from saraban.rules.letter_reading.reading import read_letters
from saraban.rules.letter_reading.stamps.stamp_of_receiver import as_addressed
from tests.rules.letter_reading.letters import BODY, FOOT, HEAD, SIGNED


@pytest.mark.parametrize(
    ("read", "addressee", "meant"),
    [
        ("ที่จำการอำเภอทดศิลป", "นายอำเภอทดศิลป์", "ที่ว่าการอำเภอทดศิลป์"),
        ("เทศบาลตำบลห้วยโพธิ", "นายกเทศมนตรีตำบลห้วยโพธิ์", "เทศบาลตำบลห้วยโพธิ์"),
        ("ศาลากลฆงจัฆหวัดตาก", "ผู้ว่าราชการจังหวัดตาก", "ศาลากลางจังหวัดตาก"),
        ("ฮานักงาน6สประทานที่ ๖", "ผู้อำนวยการสำนักงานชลประทานที่ ๖", "สำนักงานชลประทานที่ ๖"),
    ],
)
def test_an_office_with_misread_letters_is_the_receivers(read, addressee, meant):
    assert as_addressed(read, ["ปลัดกระทรวงทดสอบ", addressee]) == meant


@pytest.mark.parametrize(
    ("read", "addressee"),
    [
        ("ศาลากลางจังหวัดตาก", "ผู้ว่าราชการจังหวัดตราด"),
        ("องค์การบริหารส่วนตำบลหนองบัว", "นายกองค์การบริหารส่วนตำบลหนองขาว"),
        ("สำนักงานชลประทานที่ ๕", "ผู้อำนวยการสำนักงานชลประทานที่ ๖"),
        ("กองช่าง", "ผู้อำนวยการกองคลัง"),
        ("องค์การบริหารส่วนตำบลบานกฆ", "นายกองค์การบริหารส่วนตำบลทุกแห่ง"),
    ],
)
def test_the_name_of_a_neighbour_stays_as_it_was_read(read, addressee):
    assert as_addressed(read, [addressee]) == read


@pytest.mark.parametrize(
    ("source", "unit"), [("ocr", "ที่ว่าการอำเภอทดศิลป์"), ("text", "ที่จำการอำเภอทดศิลป")]
)
def test_only_off_a_picture_and_what_was_read_is_kept_beside(source, unit):
    text = f"ที่จำการอำเภอทดศิลป\nเลขรับ ๑๒๓\nวันที่ ๔ มิ.ย. ๒๕๖๕\n{HEAD}{BODY}{SIGNED}{FOOT}"
    (page,) = pages_of_text(text.replace("ผู้ว่าราชการจังหวัด ทุกจังหวัด", "นายอำเภอทดศิลป์"))
    lines = tuple(replace(line, source=source, confidence=0.95) for line in page.lines)

    (letter,) = read_letters([replace(page, lines=lines)])

    assert letter.stamps[0].unit == unit
    assert "ที่จำการอำเภอทดศิลป" in letter.evidence["stamps"].items[0].raw
