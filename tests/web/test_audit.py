"""The auditor's questions, each with its table; nothing here changes anything."""

import pytest

from saraban.desk import registration
from saraban.desk.books import add_book
from saraban.desk.registration import void_entry
from saraban.desk.reservations import reserve_numbers
from saraban.records import AuditEvent, BookYear, RegisterEntry
from tests.make import DAY, at
from tests.stories.circular import Story, on
from tests.web.conftest import SignIn


@pytest.fixture
def auditor(story: Story, sign_in_as: SignIn):
    return sign_in_as(story.cast.auditor)


def test_the_questions_stand_first(auditor):
    page = auditor.get("/audit")

    for words in ("ใครไม่เคยได้รับเรื่อง", "ค้างอยู่ที่ใคร", "ถูกยกเลิก", "เลขขาด", "ใครทำอะไร"):
        assert words in page.text


def test_who_never_got_it_leads_to_the_three_lists(story: Story, auditor):
    page = auditor.get("/audit/never-got-it")

    assert f"/letters/{story.memo}/cascade?tab=missing" in page.text


def test_who_held_it_is_a_table_of_days(auditor):
    page = auditor.get("/audit/held")

    assert "อำเภอแม่สอด" in page.text
    assert "เทศบาลตำบลตัวอย่าง" not in page.text


def test_what_was_voided_has_its_reason(story: Story, auditor):
    entry = RegisterEntry.get(RegisterEntry.unit == story.cast.district_b.unit.id)
    registration.void_entry(
        actor=story.cast.district_b.clerk, at=on(21, 6), entry_uid=entry.uid, reason="ลงรับซ้ำ"
    )

    assert "ลงรับซ้ำ" in auditor.get("/audit/voided").text


def test_books_without_holes_are_whole_and_a_hole_is_named(story: Story, auditor):
    whole = auditor.get("/audit/books")
    BookYear.update(last_number=1151).where(
        BookYear.unit == story.cast.province.unit.id, BookYear.register == "receive"
    ).execute()

    holed = auditor.get("/audit/books")

    assert "ขาด" not in whole.text.partition("<tbody>")[2].partition("</tbody>")[0]
    assert "ขาด ๒ เลข: ๑๑๕๐ ๑๑๕๑" in holed.text


def test_events_are_listed_and_narrowed_to_one_act(auditor):
    everything = auditor.get("/audit/events")
    reissues = auditor.get("/audit/events?act=reissue")

    assert everything.text.count("<tr>") > reissues.text.count("<tr>")
    assert "ตก ๐๐๒๓.๓/ว ๕๗๖๕" in reissues.text


def test_the_ledger_is_checked_on_demand_and_found_changed(story: Story, auditor):
    found = auditor.post("/audit/ledger")

    assert found.status_code == 200
    assert "พบสิ่งที่ไม่ตรงกัน" in found.text  # the cast was put in without the desk


def test_reading_leaves_no_event(auditor):
    before = AuditEvent.select().count()

    for path in ("", "/never-got-it", "/held", "/voided", "/books", "/events"):
        assert auditor.get(f"/audit{path}").status_code == 200

    assert AuditEvent.select().count() == before


@pytest.mark.parametrize("path", ["", "/never-got-it", "/held", "/voided", "/books", "/events"])
def test_only_auditors_ask(story: Story, sign_in_as: SignIn, path: str):
    assert sign_in_as(story.cast.province.clerk).get(f"/audit{path}").status_code == 403


def test_a_free_book_and_a_reserved_number_that_was_voided_are_shown(cast, sign_in_as):
    clerk = cast.province.clerk
    book = add_book(actor=clerk, at=at(), name_th="ทะเบียนกลุ่มงานการเงิน", numbers="letters")
    reserve_numbers(
        actor=clerk, at=at(), register=book, owner_text="ใคร", reason="ประชุม", expires_on=DAY
    )
    void_entry(actor=clerk, at=at(), entry_uid=RegisterEntry.get().uid, reason="งดประชุม")
    auditor = sign_in_as(cast.auditor)

    books, voided = auditor.get("/audit/books"), auditor.get("/audit/voided")

    assert "ทะเบียนกลุ่มงานการเงิน" in books.text
    assert "ทะเบียนกลุ่มงานการเงิน" in voided.text
    assert "งดประชุม" in voided.text
    assert "ไม่เคยใช้กับหนังสือ" in voided.text
