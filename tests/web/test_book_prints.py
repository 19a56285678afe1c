"""Printing a book from its page: at once when it is short, in the background when it is long."""

from threading import Event

import pytest

from saraban.jobs.export_maker import make_next
from saraban.records import AuditEvent, Export, Unit
from tests.books import long_book
from tests.cast import Cast
from tests.make import register
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.web.conftest import SignIn

needs_fonts = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
PAGE = "/registers/receive/paper"
THE_DAY = {"span": "day", "from_on": "16 มิ.ย. 2565", "format": "pdf"}


@needs_fonts
def test_a_short_book_comes_at_once(cast: Cast, sign_in_as: SignIn):
    register(cast.province.clerk)

    answer = sign_in_as(cast.province.clerk).post(PAGE, data=THE_DAY)

    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")
    assert "2565-06-16.pdf" in answer.headers["Content-Disposition"]
    assert AuditEvent.select().where(AuditEvent.act == "print_book").count() == 1


def test_the_workbook_comes_as_one(cast: Cast, sign_in_as: SignIn):
    register(cast.province.clerk)

    answer = sign_in_as(cast.province.clerk).post(PAGE, data={**THE_DAY, "format": "xlsx"})

    assert answer.status_code == 200
    assert answer.data.startswith(b"PK")


def test_a_day_without_a_line_is_refused_in_words_and_keeps_what_was_typed(
    cast: Cast, sign_in_as: SignIn
):
    answer = sign_in_as(cast.province.clerk).post(PAGE, data=THE_DAY)

    assert answer.status_code == 422
    assert "ไม่มีบรรทัดให้พิมพ์" in answer.text
    assert "16 มิ.ย. 2565" in answer.text


def test_days_the_wrong_way_round_are_refused(cast: Cast, sign_in_as: SignIn):
    register(cast.province.clerk)

    answer = sign_in_as(cast.province.clerk).post(
        PAGE, data={**THE_DAY, "span": "days", "to_on": "1 มิ.ย. 2565"}
    )

    assert answer.status_code == 422
    assert "วันสุดท้ายอยู่ก่อนวันแรก" in answer.text


def test_a_long_book_is_made_in_the_background_and_told_when_ready(cast: Cast, sign_in_as: SignIn):
    long_book(cast.province.clerk, 1001)
    browser = sign_in_as(cast.province.clerk)

    answer = browser.post(
        PAGE, data={**THE_DAY, "span": "year", "format": "xlsx"}, query_string={"year": "2565"}
    )

    assert answer.status_code == 303
    assert answer.location == "/exports"
    page = browser.get("/exports").text
    assert "รอจัดทำ" in page
    assert "๑๐๐๑ บรรทัด" in page
    assert "จัดทำเสร็จแล้ว" not in browser.get("/letters").text
    assert make_next(worker="ก", stop=Event())
    assert "ไฟล์ที่ขอไว้จัดทำเสร็จแล้ว ๑ ไฟล์" in browser.get("/letters").text
    page = browser.get("/exports").text
    assert "พร้อมแล้ว" in page
    assert "จัดทำเสร็จแล้ว" not in browser.get("/letters").text
    uid = Export.get().uid
    assert browser.get(f"/exports/{uid}/file").data.startswith(b"PK")


def test_a_file_in_the_making_shows_its_progress_and_can_be_cancelled(
    cast: Cast, sign_in_as: SignIn
):
    long_book(cast.province.clerk, 1001)
    browser = sign_in_as(cast.province.clerk)
    browser.post(PAGE, data={**THE_DAY, "format": "xlsx"})
    Export.update(state="making", rows_done=250).execute()

    page = browser.get("/exports").text
    assert "บรรทัด ๒๕๐ จาก ๑๐๐๑" in page
    assert '<progress value="250" max="1001"' in page
    assert "ดูความคืบหน้าล่าสุด" in page
    answer = browser.post(f"/exports/{Export.get().uid}/cancel")

    assert answer.status_code == 303
    assert Export.get().state == "cancelled"


def test_another_persons_file_is_not_found(cast: Cast, sign_in_as: SignIn):
    long_book(cast.province.clerk, 1001)
    sign_in_as(cast.province.clerk).post(PAGE, data={**THE_DAY, "format": "xlsx"})
    make_next(worker="ก", stop=Event())
    uid = Export.get().uid

    stranger = sign_in_as(cast.tao.clerk)

    assert stranger.get(f"/exports/{uid}/file").status_code == 404
    assert stranger.post(f"/exports/{uid}/cancel").status_code == 404


@needs_fonts
def test_an_auditor_prints_a_book_of_the_branch_and_a_stranger_does_not(
    cast: Cast, sign_in_as: SignIn
):
    register(cast.province.clerk)
    unit = Unit.get_by_id(cast.province.unit.id).uid

    asked = {"query_string": {"unit": unit}, "data": THE_DAY}

    assert sign_in_as(cast.auditor).post(PAGE, **asked).data.startswith(b"%PDF")
    assert sign_in_as(cast.tao.clerk).post(PAGE, **asked).status_code == 403


def test_a_book_that_there_is_not_is_not_found(cast: Cast, sign_in_as: SignIn):
    assert sign_in_as(cast.province.clerk).get("/registers/receive-9/paper").status_code == 404
