"""Reserving on the page, the page of holes with an action beside each, and numbers from paper."""

from datetime import timedelta
from typing import Any

import pytest

from saraban import clock
from saraban.desk.holidays import add_holiday
from saraban.desk.registration import Arrival
from saraban.desk.reservations import reserve_numbers
from saraban.records import Letter, RegisterEntry
from saraban.rules.registers import book_year_of
from saraban.thai.dates import format_medium
from tests.cast import Cast
from tests.make import register, send
from tests.web.conftest import SignIn
from tests.web.test_dispatch import letter_of_ours

RESERVATION = {
    "register": "circular",
    "count": "๓",
    "owner_text": "กลุ่มงานการเงิน",
    "reason": "ประชุมนอกเวลา",
    "expires_on": format_medium(clock.today() + timedelta(days=7)),
}


@pytest.fixture
def clerk(cast: Cast, sign_in_as: SignIn) -> Any:
    return sign_in_as(cast.province.clerk)


def reserve(cast: Cast, *, days_ago: int = 0, **named: Any) -> None:
    filled = {
        "register": "circular", "owner_text": "กลุ่มงานการเงิน", "reason": "ประชุมนอกเวลา",
        "expires_on": (clock.now() - timedelta(days=days_ago)).date(),
    }  # fmt: skip
    at = clock.now() - timedelta(days=days_ago)
    reserve_numbers(actor=cast.province.clerk, at=at, **(filled | named))


def entry(number: int) -> RegisterEntry:
    return RegisterEntry.get(RegisterEntry.number == number)


def test_a_block_is_reserved_and_stands_among_the_holes(clerk: Any):
    page = clerk.post("/registers/circular/reserve", data=RESERVATION, follow_redirects=True)

    assert "จองแล้ว เลข ๑–๓" in page.text
    assert page.text.count("กลุ่มงานการเงิน") == 3
    assert "○ จองไว้ ๓" in page.text


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("count", "0", "ทำได้ครั้งละ ๑ ถึง ๒๐๐ เลข"),
        ("count", "หลาย", "โปรดกรอกเป็นจำนวนเต็ม"),
        ("owner_text", " ", "โปรดกรอกช่องนี้"),
        ("expires_on", "1 ม.ค. 2565", "ผ่านไปแล้ว"),
    ],
)
def test_what_cannot_be_reserved_is_said_beside_its_field(
    clerk: Any, field: str, typed: str, words: str
):
    page = clerk.post("/registers/circular/reserve", data=RESERVATION | {field: typed})

    assert page.status_code == 422
    assert words in page.text
    assert f'id="{field}-error"' in page.text
    assert RegisterEntry.select().count() == 0


def test_a_reserved_number_is_used_on_the_send_page(cast: Cast, clerk: Any):
    reserve(cast)
    reserve(cast)

    begun = clerk.get(f"/letters/send?reserved={entry(1).uid}")
    chosen = letter_of_ours(reserved=entry(1).uid)
    looked = clerk.post("/letters/send", data=chosen | {"step": "look"})
    seen = hidden(looked.text)
    sent = clerk.post("/letters/send", data=chosen | seen | {"step": "send"}, follow_redirects=True)

    assert f'<option selected value="{entry(1).uid}">' in begun.text
    assert "ใช้เลขที่จองไว้ ๑" in looked.text
    assert "ตก ๐๐๒๓.๓/ว ๑" in sent.text
    assert entry(1).letter_id is not None
    assert entry(2).letter_id is None


def test_a_letter_of_yesterday_is_refused_beside_its_date(cast: Cast, clerk: Any):
    yesterday = format_medium(clock.today() - timedelta(days=1))

    looked = clerk.post("/letters/send", data=letter_of_ours(step="look", dated_on=yesterday))
    page = clerk.post(
        "/letters/send",
        data=letter_of_ours(step="send", dated_on=yesterday) | hidden(looked.text),
    )

    assert page.status_code == 422
    assert 'id="dated_on-error"' in page.text
    assert "เฉพาะในเลขที่จองไว้ในวันนั้น" in page.text


def test_an_odd_day_is_told_before_the_last_press_and_forbids_nothing(cast: Cast, clerk: Any):

    add_holiday(actor=cast.administrator, at=clock.now(), day=clock.today(), name_th="วันหยุดพิเศษ")
    looked = clerk.post("/letters/send", data=letter_of_ours(step="look"))

    unseen = clerk.post("/letters/send", data=letter_of_ours(step="send", seen_count="2"))
    count_then = Letter.select().count()
    done = clerk.post("/letters/send", data=letter_of_ours(step="send") | hidden(looked.text))

    assert "เป็นวันหยุดราชการ (วันหยุดพิเศษ)" in looked.text
    assert (unseen.status_code, count_then) == (422, 0)
    assert "โปรดอ่านคำเตือนเรื่องวันที่ก่อน" in unseen.text
    assert done.status_code == 303


def test_every_number_is_explained_or_asks_to_be(cast: Cast, clerk: Any):
    clerk_of_province = cast.province.clerk
    now = clock.now()
    today = clock.today()
    register(clerk_of_province, at=now, arrival=Arrival(today, paper_number=5))

    page = clerk.get("/registers/receive/holes")

    assert "<strong>▲ ยังไม่มีคำอธิบาย ๔</strong>" in page.text
    assert "๑–๔" in page.text
    assert "ออกบนกระดาษ ๑" in page.text


def test_an_expired_reservation_is_a_hole_until_it_is_voided(cast: Cast, clerk: Any):
    reserve(cast, days_ago=1, count=2)
    uid, year = entry(1).reservation.uid, entry(1).be_year

    before = clerk.get(f"/registers/circular/holes?year={year}")
    asked = clerk.get(f"/registers/reservations/{uid}/void")
    done = clerk.post(
        f"/registers/reservations/{uid}/void", data={"reason": "งดประชุม"}, follow_redirects=True
    )

    assert "▲ จองเลยกำหนด ๒" in before.text
    assert "<strong>๑ ๒</strong>" in asked.text
    assert "ยกเลิกแล้ว ๒ เลข" in done.text
    assert entry(2).void_reason == "งดประชุม"
    assert clerk.get(f"/registers/reservations/{uid}/void").status_code == 404


def test_missing_numbers_are_struck_through_with_a_reason(cast: Cast, clerk: Any):
    register(cast.province.clerk, at=clock.now(), arrival=Arrival(clock.today(), paper_number=3))
    address = "/registers/receive/holes/strike?first=1&last=2"

    refused = clerk.post(address, data={"reason": ""})
    done = clerk.post(address, data={"reason": "ใบเลขเสีย"}, follow_redirects=True)
    again = clerk.post(address, data={"reason": "ใบเลขเสีย"})

    assert refused.status_code == again.status_code == 422
    assert "✓ ทุกเลขมีคำอธิบาย" in done.text
    assert [entry(n).void_reason for n in (1, 2)] == ["ใบเลขเสีย"] * 2
    assert "ยกเลิก: ใบเลขเสีย" in clerk.get("/registers/receive").text


def test_a_letter_numbered_on_paper_is_entered_with_what_the_paper_says(clerk: Any):
    typed = {
        "paper_number": "๔",
        "dated_on": format_medium(clock.today()),
        "code_letters": "ตก",
        "owner_number": "0023.3",
        "addressee_text": "นายกสมาคมแม่บ้าน",
        "subject": "ขอเชิญประชุม",
        "addressees": "",
    }

    page = clerk.post("/registers/send/given-on-paper", data=typed, follow_redirects=True)

    assert "ลงเลข ๔ ที่ออกบนกระดาษแล้ว" in page.text
    assert "ตก ๐๐๒๓.๓/๔" in page.text
    assert "๑–๓" in page.text
    assert Letter.get().addressee_text == "นายกสมาคมแม่บ้าน"


def test_a_receipt_numbered_on_paper_is_entered_in_its_hole(cast: Cast, clerk: Any):
    typed = {
        "paper_number": "2",
        "received_on": format_medium(clock.today()),
        "received_time": "๑๓.๓๐",
        "printed_number": "มท ๐๒๑๑/ว ๙๙",
        "dated_on": "๑๖ มิ.ย. ๒๕๖๕",
        "issuer_text": "สำนักงานปลัดกระทรวง",
        "addressee_text": "ผู้ว่าราชการจังหวัด",
        "subject": "การจัดกิจกรรม",
    }

    clerk.post("/registers/receive/given-on-paper", data=typed)
    taken = clerk.post(
        "/registers/receive/given-on-paper", data=typed | {"printed_number": "มท ๐๒๑๑/ว ๑๐๐"}
    )

    assert entry(2).is_from_paper
    assert taken.status_code == 422
    assert "เลข ๒ ใช้ไปแล้วในทะเบียนนี้" in taken.text


def test_an_auditor_reads_the_holes_of_the_branch_and_explains_nothing(
    cast: Cast, sign_in_as: SignIn
):
    reserve(cast)
    unit = cast.province.unit.uid

    page = sign_in_as(cast.auditor).get(f"/registers/circular/holes?unit={unit}")

    assert "กลุ่มงานการเงิน" in page.text
    assert "ใช้เลขนี้" not in page.text


def test_a_number_that_a_letter_cites_is_voided_after_the_page_has_named_it(cast: Cast, clerk: Any):
    parent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    answer = send(
        cast.district_a.clerk, phrase="นายกเทศมนตรีตำบล ทุกแห่ง",
        conveys_uid=parent.letter_uid, owner_number="0118",
    )  # fmt: skip
    line = RegisterEntry.get(RegisterEntry.unit == cast.province.unit)
    address = f"/registers/circular/void/{line.uid}"

    told = clerk.post(address, data={"reason": "ผิดเรื่อง"})
    done = clerk.post(address, data={"reason": "ผิดเรื่อง", "although_cited": "y"})

    assert told.status_code == 422
    assert answer.printed_number in told.text
    assert 'name="although_cited"' in told.text
    assert done.status_code == 303


@pytest.mark.parametrize(
    "path",
    ["/registers/none/holes", "/registers/send-9/reserve", "/registers/receive/holes/strike"],
)
def test_odd_addresses_are_answered_calmly(clerk: Any, path: str):
    assert clerk.get(path).status_code in {200, 404}


def test_a_book_of_this_year_shows_what_is_reserved(cast: Cast, clerk: Any):
    reserve(cast)

    page = clerk.get(f"/registers/circular?year={book_year_of(clock.today())}")

    assert "จองไว้ให้ กลุ่มงานการเงิน: ประชุมนอกเวลา" in page.text
    assert "จองไว้ ๑" in page.text


def hidden(page: str) -> dict[str, str]:
    """What the page remembers that the clerk has seen."""
    return {
        name: page.partition(f'name="{name}" value="')[2].partition('"')[0]
        for name in ("seen_count", "seen_odd")
    }
