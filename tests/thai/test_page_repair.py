"""A page tells what its pieces need: blanks taken out of words, ำ, marks in their places."""

import pytest

from saraban.thai.broken_words import has_broken_words, with_words_whole
from saraban.thai.page_repair import mender_of
from saraban.thai.text import repair


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("ขอแสดงความ นับ ถือ", "ขอแสดงความนับถือ"),
        ("เป็นคุณ สมบัติของผู้ยื่น", "เป็นคุณสมบัติของผู้ยื่น"),
        ("รักษา ราชการแทน อธิบดีกรมทดสอบ", "รักษาราชการแทน อธิบดีกรมทดสอบ"),
        ("๒๒ พฤษภา คม ๒๕๖๓", "๒๒ พฤษภาคม ๒๕๖๓"),
        ("เรียน นายอำเภอ และนายกเทศมนตรี ทุกแห่ง", "เรียน นายอำเภอ และนายกเทศมนตรี ทุกแห่ง"),
        ("(นายสม ชาย)", "(นายสม ชาย)"),
    ],
)
def test_only_blanks_inside_words_are_taken_out(broken, whole):
    assert with_words_whole(broken) == whole


@pytest.mark.parametrize(
    ("page", "is_broken"),
    [
        ("หนัง สือ ลงวันที่ ๒๒ พฤษภา คม ๒๕๖๓", True),
        ("หนังสือ ลงวันที่ ๒๒ พฤษภาคม ๒๕๖๓ จึงเรียนมาเพื่อทราบ และพิจารณา ต่อไป", False),
    ],
)
def test_a_page_tells_whether_its_words_are_broken(page, is_broken):
    assert has_broken_words(page) is is_broken


@pytest.mark.parametrize(
    ("page", "mended"),
    [
        ("สานักงาน อาเภอ จานวน สำเนา", "สำนักงาน อำเภอ จำนวน สำเนา"),
        ("สานักงาน อาเภอ จานวน คาสังที่ ๕ น้าไหล สำเนา", "สำนักงาน อำเภอ จำนวน คำสังที่ ๕ น้ำไหล สำเนา"),
        ("เรอ่ื ง จงั หวัด", "เรื่อง จังหวัด"),
        ("สา นักงาน ผู้อา นวยการ จา นวน ๑ ชุด", "สำนักงาน ผู้อำนวยการ จำนวน ๑ ชุด"),
        ("ดา เนินการตามกา หนดเวลา ตา บลทดสอบ", "ดำเนินการตามกำหนดเวลา ตำบลทดสอบ"),
        ("นายสา นามดี ไปนา ส่งข้าว", "นายสา นามดี ไปนา ส่งข้าว"),
        ("(นางสาวมาลีสา นักทอง)", "(นางสาวมาลีสา นักทอง)"),
        ("จา นวน กา หนด ตา บล (นางวนิดา เนินทราย)", "จำนวน กำหนด ตำบล (นางวนิดา เนินทราย)"),
        ("จา นวน กา หนด ตา บล (นายศิลา พูนดี)", "จำนวน กำหนด ตำบล (นายศิลา พูนดี)"),
        ("อานวย สำเนา", "อานวย สำเนา"),
        ("ก ารเตรียมค วามพร้อมของบุ คลากร และราย งาน", "การเตรียมความพร้อมของบุคลากร และรายงาน"),
        ("ทุกวัน ที่ห้องประชุม", "ทุกวัน ที่ห้องประชุม"),
        # The circle's room is left, on a page that has a whole ำ as well.
        (
            "การส ารวจ นายอ าเภอทุกอ าเภอ พิจารณาด าเนินการ ประจ าป่า น าสินธุ์ (นายคำ ใส)",
            "การสำรวจ นายอำเภอทุกอำเภอ พิจารณาดำเนินการ ประจำป่า นำสินธุ์ (นายคำ ใส)",
        ),
        (
            "ก ารสำรวจ ก ารประชุม ก ารเงินของส านักงาน",
            "การสำรวจ การประชุม การเงินของสำนักงาน",
        ),
    ],
)
def test_a_page_is_mended_for_what_it_shows_again_and_again(page, mended):
    text = repair(page)

    assert mender_of(text)(text) == mended
