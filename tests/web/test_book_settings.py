"""What a registry chooses for its books, and the table of holidays."""

from io import BytesIO
from typing import Any

import pytest

from saraban import clock
from saraban.records import Book, CircularChoice, Holiday, RegistrySetting
from saraban.rules.registers import book_year_of
from tests.cast import Cast
from tests.make import send
from tests.web.conftest import SignIn

YEAR = book_year_of(clock.today())


@pytest.fixture
def clerk(cast: Cast, sign_in_as: SignIn) -> Any:
    return sign_in_as(cast.province.clerk)


@pytest.fixture
def keeper(cast: Cast, sign_in_as: SignIn) -> Any:
    return sign_in_as(cast.administrator)


def test_a_free_book_is_added_offered_and_closed(clerk: Any):
    added = clerk.post(
        "/books", data={"name_th": "ทะเบียนกลุ่มงานการเงิน", "numbers": "letters"},
        follow_redirects=True,
    )  # fmt: skip
    offered = clerk.get("/letters/send")
    closed = clerk.post(f"/books/{Book.get().uid}/close", follow_redirects=True)

    assert "ทะเบียนกลุ่มงานการเงิน" in added.text
    assert '<option value="send-2">ทะเบียนกลุ่มงานการเงิน</option>' in offered.text
    assert "ปิดแล้ว" in closed.text
    assert "send-2" not in clerk.get("/letters/send").text
    assert clerk.get("/registers/send-2").status_code == 200


@pytest.mark.parametrize("data", [{"name_th": " ", "numbers": "letters"}, {"name_th": "ก"}])
def test_a_book_needs_a_name_and_something_to_number(clerk: Any, data: dict[str, str]):
    answer = clerk.post("/books", data=data | {"numbers": data.get("numbers", "people")})

    assert answer.status_code == 422
    assert Book.select().count() == 0


def test_the_series_is_chosen_for_this_year_while_nothing_was_numbered(clerk: Any):
    page = clerk.post("/books/series", data={"series": "shared"}, follow_redirects=True)

    assert "ใช้ตั้งแต่ปีนี้" in page.text
    assert CircularChoice.get().from_be_year == YEAR


def test_a_series_that_has_begun_changes_next_year_and_the_page_says_so(cast: Cast, clerk: Any):
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", at=clock.now(), dated_on=clock.today())

    page = clerk.post("/books/series", data={"series": "shared"}, follow_redirects=True)

    assert "เปลี่ยนกลางปีไม่ได้" in page.text
    assert CircularChoice.get().from_be_year == YEAR + 1


def test_the_day_on_which_a_year_closes_is_chosen(clerk: Any):
    page = clerk.post("/books/old-year", data={"days": "๑๐"}, follow_redirects=True)
    refused = clerk.post("/books/old-year", data={"days": "400"})

    assert "๑๐ ม.ค." in page.text
    assert refused.status_code == 422
    assert RegistrySetting.get().old_year_open_days == 10


def test_a_holiday_is_added_renamed_and_taken_out(keeper: Any):
    day = {"day": "๑๓ เม.ย. ๒๕๖๕"}
    keeper.post("/holidays", data=day | {"name_th": "สงกรานต์"})
    renamed = keeper.post(
        "/holidays", data=day | {"name_th": "วันหยุดทั้งจังหวัด"}, follow_redirects=True
    )
    gone = keeper.post("/holidays/remove", data={"day": "2022-04-13"}, follow_redirects=True)

    assert "วันหยุดทั้งจังหวัด" in renamed.text
    assert "วันหยุดทั้งจังหวัด" not in gone.text
    assert Holiday.get().removed_by is not None


def test_a_list_of_holidays_comes_in_whole(keeper: Any):
    text = "วันที่,ชื่อวันหยุด\n2022-04-13,วันสงกรานต์\n๑๔ เม.ย. ๒๕๖๕,วันสงกรานต์\n\n3/6/65,วันเฉลิมฯ\n"

    page = bring(keeper, text.encode("utf-8-sig"))

    assert "ในไฟล์มี ๓ วัน" in page.text
    assert [day.day.isoformat() for day in Holiday.select().order_by(Holiday.day)] == [
        "2022-04-13", "2022-04-14", "2022-06-03",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "ไม่พบวันหยุดเลย"),
        ("2022-04-13,วันสงกรานต์\nพรุ่งนี้,หยุด\n".encode(), "บรรทัด ๒ อ่านวันที่ไม่ออก"),
        (b"2022-04-13,\n", "ไม่มีชื่อวันหยุด"),
        ("2022-04-13,วันสงกรานต์".encode("tis-620"), "ไม่ใช่รหัสอักขระ UTF-8"),
    ],
)
def test_a_list_that_cannot_be_read_brings_nothing(keeper: Any, content: bytes, words: str):
    page = bring(keeper, content)

    assert page.status_code == 422
    assert words in page.text
    assert Holiday.select().count() == 0


def test_a_clerk_reads_the_holidays_and_changes_none(clerk: Any):
    assert clerk.get("/holidays").status_code == 200
    assert clerk.post("/holidays", data={"day": "1 ม.ค. 2565", "name_th": "ก"}).status_code == 403


def bring(keeper: Any, content: bytes) -> Any:
    return keeper.post(
        "/holidays/import",
        data={"file": (BytesIO(content), "วันหยุด.csv")},
        follow_redirects=True,
    )
