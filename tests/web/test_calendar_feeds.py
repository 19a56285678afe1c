"""A calendar program reads a unit's due days by a private address, as long as it is good."""

import re
from datetime import date

import icalendar
import pytest

from saraban.desk.periods import bring_period_back, strike_period
from saraban.records import (
    CalendarFeed,
    DueChange,
    DutyUnit,
    Person,
    Post,
    rows,
)
from saraban.records.database import write_transaction
from saraban.rules.expected_reports import ExpectedState
from tests.make import at
from tests.reminded import change, expected_of, owe, return_answer


@pytest.fixture
def duty(cast, clock_at):
    clock_at(at(6, 17, 9))
    return owe(cast.province.clerk, [cast.city.unit, cast.pao.unit])


@pytest.fixture
def address(cast, duty, sign_in_as) -> str:
    """The city's clerk has made an address."""
    page = sign_in_as(cast.city.clerk).post("/settings/calendar").text
    return re.search(r"http://localhost(/calendar/[\w-]+\.ics)", page)[1]


@pytest.fixture
def program(app):
    """A calendar program: nobody who is signed in."""
    return app.test_client()


def event(program, address) -> icalendar.Event:
    answer = program.get(address)
    assert answer.status_code == 200
    assert answer.content_type == "text/calendar; charset=utf-8"
    [found] = icalendar.Calendar.from_ical(answer.data).walk("VEVENT")
    return found


def test_a_program_reads_the_units_own_days_and_nobody_elses(cast, duty, address, program):
    found = event(program, address)

    assert found["SUMMARY"] == "รายงานผลการดำเนินงาน"
    assert found.decoded("DTSTART") == date(2022, 6, 30)
    assert "รายงานต่อ จังหวัดตาก" in found["DESCRIPTION"]
    assert len(found.walk("VALARM")) == 4


def test_only_the_digest_of_the_token_is_kept(address):
    token = address.removeprefix("/calendar/").removesuffix(".ics")

    assert token not in str(CalendarFeed.select().dicts().get())
    assert len(token) >= 40


def test_a_moved_day_is_the_same_event_with_a_higher_sequence(cast, duty, address, program):
    before = event(program, address)
    expected = expected_of(duty, cast.city.unit)
    change(expected, due_on=date(2022, 7, 8))
    with write_transaction():
        rows.insert(
            DueChange,
            {"period": expected.period_id, "expected": expected.id, "change": "extended",
             "before_on": date(2022, 6, 30), "after_on": date(2022, 7, 8),
             "changed_at": at(6, 17, 9), "changed_by": "ผู้ดูแล"},
        )  # fmt: skip
    after = event(program, address)

    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after.decoded("DTSTART") == date(2022, 7, 8)


def test_an_answer_that_came_back_is_told_with_the_moment_of_it(cast, duty, address, program):
    before = event(program, address)
    return_answer(duty, cast.city, "ภาพไม่ชัด", moment=at(6, 17, 10))
    after = event(program, address)

    assert after.decoded("DTSTAMP") == at(6, 17, 10)
    assert after["SEQUENCE"] == before["SEQUENCE"]
    assert "ถูกส่งคืนให้แก้ไข" in after["DESCRIPTION"]


def test_a_struck_period_that_is_brought_back_is_told_anew_each_time(cast, duty, address, program):
    keeper, told = cast.province.clerk, {"duty_uid": duty.uid, "number": 1, "reason": "งดงวดนี้"}
    told_before = event(program, address)
    strike_period(actor=keeper, at=at(6, 17, 10), **told)
    struck = event(program, address)
    bring_period_back(actor=keeper, at=at(6, 17, 11), **told)
    back = event(program, address)

    assert [one["STATUS"] for one in (told_before, struck, back)] == [
        "CONFIRMED", "CANCELLED", "CONFIRMED",
    ]  # fmt: skip
    assert told_before["SEQUENCE"] < struck["SEQUENCE"] <= back["SEQUENCE"]
    assert struck.decoded("DTSTAMP") < back.decoded("DTSTAMP")


@pytest.mark.parametrize("named", [{"closed_at": at(6, 17)}, {"due_on": date(2022, 6, 10)}])
def test_what_can_be_answered_no_more_rings_no_bell(cast, duty, address, program, named):
    change(expected_of(duty, cast.city.unit), due_on=None)
    owe(cast.province.clerk, [cast.city.unit], closes_after=3, **named)

    assert event(program, address).walk("VALARM") == []


def test_a_unit_that_was_taken_out_hears_no_bell(cast, duty, address, program):
    DutyUnit.update(left_at=at(6, 17)).where(DutyUnit.to_unit == cast.city.unit.id).execute()

    assert event(program, address).walk("VALARM") == []


@pytest.mark.parametrize(
    ("state", "status", "mark"),
    [
        (ExpectedState.ACCEPTED, "CONFIRMED", "✓ "),
        (ExpectedState.RETURNED, "CONFIRMED", ""),
        (ExpectedState.WAIVED, "CANCELLED", ""),
        (ExpectedState.STRUCK, "CANCELLED", ""),
    ],
)
def test_each_state_is_told_as_what_it_is(cast, duty, address, program, state, status, mark):
    change(expected_of(duty, cast.city.unit), state=state.value)
    found = event(program, address)

    assert found["STATUS"] == status
    assert found["SUMMARY"] == f"{mark}รายงานผลการดำเนินงาน"


def test_a_program_that_has_it_already_is_told_so_in_a_line(address, program):
    tag = program.get(address).headers["ETag"]

    assert program.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_a_new_address_ends_the_old_one(cast, address, sign_in_as, program):
    page = sign_in_as(cast.city.clerk).post("/settings/calendar").text
    renewed = re.search(r"http://localhost(/calendar/[\w-]+\.ics)", page)[1]

    assert program.get(address).status_code == 404
    assert program.get(renewed).status_code == 200


def test_an_ended_address_opens_nothing(cast, address, sign_in_as, program):
    browser = sign_in_as(cast.city.clerk)
    assert browser.post("/settings/calendar/end").status_code == 303

    assert program.get(address).status_code == 404
    assert "ยังไม่มีลิงก์ที่ใช้ได้" in browser.get("/settings/calendar").text


def test_the_address_is_shown_once(cast, address, sign_in_as):
    page = sign_in_as(cast.city.clerk).get("/settings/calendar").text

    assert address not in page
    assert "มีลิงก์ที่ใช้ได้อยู่" in page


def test_who_has_left_the_unit_reads_it_no_more(cast, address, program):
    Post.update(valid_to=date(2022, 6, 17)).where(Post.unit == cast.city.unit.id).execute()

    assert program.get(address).status_code == 404


def test_who_was_deactivated_reads_it_no_more(cast, address, program):
    Person.update(deactivated_at=at(6, 17)).where(Person.id == cast.city.clerk.person_id).execute()

    assert program.get(address).status_code == 404


def test_the_title_of_a_secret_letter_stays_here(cast, duty, address, program):
    change(expected_of(duty, cast.city.unit), due_on=None)
    told = {"name": "เรื่องลับนั้น", "label": "จับกุมที่แม่สอด", "secrecy": "secret"}
    owe(cast.province.clerk, [cast.city.unit], **told)

    said = str(event(program, address).to_ical(), "utf-8")
    assert "เรื่องลับนั้น" not in said
    assert "จับกุม" not in said
