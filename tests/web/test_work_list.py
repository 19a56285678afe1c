"""The duties' place: the work list by its address, the calendar, handing over to the paper."""

import subprocess
from collections.abc import Callable
from datetime import datetime

import pytest
from flask.testing import FlaskClient

from saraban.records import HandOver, Post
from tests.cast import Cast
from tests.make import DAY, at, register
from tests.reminded import owe
from tests.web.conftest import SignIn


def words_of(paper: bytes) -> str:
    """What stands on a PDF."""
    return subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=paper, capture_output=True, check=True
    ).stdout.decode()


@pytest.fixture
def browser(sign_in_as: SignIn, cast: Cast, clock_at: Callable[[datetime], None]) -> FlaskClient:
    """The clerk of a district that owes two reports, on the day of the first."""
    clock_at(at())
    owe(cast.province.clerk, [cast.district_a.unit], due_on=DAY, name="รายงานวันนี้")
    owe(cast.province.clerk, [cast.district_a.unit], due_on=DAY.replace(day=9), name="รายงานค้าง")
    return sign_in_as(cast.district_a.clerk)


def test_the_list_tells_what_is_due_and_why_and_leads_to_the_answer(browser):
    page = browser.get("/duties").text

    assert page.index("รายงานค้าง") < page.index("รายงานวันนี้")
    assert "ช้า ๗ วัน" in page
    assert "ครบกำหนดวันนี้" in page
    assert "/1/answer" in page
    assert "จังหวัดตาก" in page


def test_a_filter_stands_in_the_address(browser):
    page = browser.get("/duties?section=overdue").text

    assert "รายงานค้าง" in page
    assert "ครบกำหนดวันนี้" not in page
    assert 'name="section" value="overdue"' in page


def test_who_owes_nothing_is_given_nothing_to_choose_from(browser, cast, sign_in_as):
    assert 'class="work-filter"' in browser.get("/duties").text

    page = sign_in_as(cast.pao.clerk).get("/duties").text

    assert 'class="work-filter"' not in page
    assert "หน่วยนี้ไม่มีเรื่องที่ต้องรายงานหรือแจ้งต่อ" in page


def test_the_desk_has_what_is_due_soon_among_what_is_to_be_answered(browser):
    page = browser.get("/").text

    assert "ภารกิจ ๒ เรื่อง" in page
    assert "รายงานค้าง" in page


@pytest.mark.parametrize("view", ["day", "week", "month"])
def test_the_calendar_has_it_on_its_day(browser, view):
    page = browser.get(f"/duties/calendar?view={view}&on=16/6/2565").text

    assert "รายงานวันนี้" in page
    assert ("รายงานค้าง" in page) == (view == "month")


def test_on_paper_the_desks_inside_are_told_apart(browser, cast, sign_in_as):
    owe(
        cast.department.clerk, [cast.secretariat.unit], due_on=DAY, name="ของโต๊ะใน",
        letter_uid=register(cast.department.clerk).letter_uid,
    )  # fmt: skip
    executive = sign_in_as(cast.department.executive)

    words = words_of(executive.get("/duties/calendar.pdf?view=day&on=16/6/2565&whose=inner").data)

    # Of its first word the PDF's text has another writing: a vowel in two signs.
    assert "ของโต๊ะใน · ส" in words
    assert "นักงานเลขานุการกรม: รอรายงาน" in words


@pytest.mark.parametrize("query", ["view=x&on=y&whose=z", "whose=below", "on=0"])
def test_an_unknown_wish_of_the_calendar_is_no_error(browser, query):
    assert browser.get(f"/duties/calendar?{query}").status_code == 200


def test_who_comes_later_is_offered_with_their_day_and_stands_in_the_list_with_it(browser, cast):
    Post.create(
        person=cast.district_b.officer.person_id, unit=cast.district_a.unit, role="officer",
        title_th="ปลัดอำเภอ", valid_from=DAY.replace(month=7, day=1),
    )  # fmt: skip
    page = browser.get("/duties/hand-over").text
    assert f"{cast.district_b.officer.name} · ปลัดอำเภอ (ตั้งแต่ ๑ ก.ค. ๖๕)" in page

    tick = page.split('name="duty" value="')[1].split('"')[0]
    browser.post(
        "/duties/hand-over",
        data={
            "source": "nobody", "duty": tick, "to_post": Post.select().order_by(-Post.id).get().id,
            "handed_on": "๑ ก.ค. ๒๕๖๕",
        },
    )  # fmt: skip

    listed = browser.get("/duties").text.split('class="held-by">')[1].split("</span>")[0]
    assert "ตั้งแต่วันที่" in listed
    assert "๑ ก.ค. ๖๕" in listed
    assert "ย้ายไปแล้ว" not in listed


def test_what_is_handed_over_comes_as_a_list_to_sign(browser, cast):
    officer = Post.get(Post.person == cast.district_a.officer.person_id)
    page = browser.get("/duties/hand-over").text
    ticks = [part.split('"')[0] for part in page.split('name="duty" value="')[1:]]

    refused = browser.post("/duties/hand-over", data={"source": "nobody", "duty": ticks})
    done = browser.post(
        "/duties/hand-over",
        data={
            "source": "nobody", "duty": ticks, "to_post": officer.id, "words": "ตามคำสั่งย้าย",
            "handed_on": "๑๖ มิ.ย. ๒๕๖๕",
        },
    )  # fmt: skip

    assert refused.status_code == 422
    assert HandOver.select().count() == 1
    paper = browser.get(f"{done.location}/list.pdf")
    words = words_of(paper.data)
    assert "บัญชีส่งมอบงาน" in words
    assert "รายงานค้าง" in words
    assert cast.district_a.officer.name in words
    assert words.count("(ลงชื่อ)") == 2
