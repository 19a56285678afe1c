"""One digest a unit and morning: what stands in it, what is told once, and the mail as read."""

from datetime import date
from threading import Barrier, Thread

import pytest

from saraban.desk._audit import Ledger
from saraban.desk.digests import claim_morning, digests_wait, tell_units
from saraban.desk.duty_ends import end_duty, take_unit_out
from saraban.desk.holidays import add_holiday
from saraban.errors import LeaseLost
from saraban.queries.connection import connected
from saraban.records import Digest, ReminderLine, ReminderRun
from saraban.records.database import write_transaction
from saraban.rules.expected_reports import ExpectedState
from tests.chased import give_address
from tests.ledgers import found, tell_cast
from tests.make import at, send
from tests.reminded import (
    BASE,
    change,
    expected_of,
    morning,
    occur,
    owe,
    posted,
    return_answer,
    text_of,
)

TO = "saraban@city.example"


@pytest.fixture
def owed(cast):
    """The city, which has an address, and the pao, which has none, owe the province by 30 June."""
    give_address(cast.city.unit, TO)
    return owe(cast.province.clerk, [cast.city.unit, cast.pao.unit])


def told(unit) -> list[tuple[str, str]]:
    """(news, key) of all that a unit was told, in order."""
    query = ReminderLine.select().where(ReminderLine.unit == unit.id).order_by(ReminderLine.id)
    return [(line.news, line.key) for line in query]


def test_a_new_duty_is_told_the_next_morning_in_one_mail(cast, owed):
    morning(6, 17)

    [mail] = posted()
    assert mail["To"] == TO
    assert mail["From"].addresses[0].display_name == "สรุปงานประจำวัน"
    assert mail["Subject"] == "[สรุปงาน ๑๗ มิ.ย. ๒๕๖๕] เทศบาลนครแม่สอด: ขอให้รายงานใหม่ ๑"
    text = text_of(mail)
    assert "วันศุกร์ที่ ๑๗ มิถุนายน ๒๕๖๕" in text
    assert "๑. รายงานผลการดำเนินงาน" in text
    assert "กำหนด ๓๐ มิ.ย. ๒๕๖๕ (เหลือ ๑๓ วัน)" in text
    assert "รายงานต่อ จังหวัดตาก  ตามหนังสือ ที่ ตก ๐๐๒๓.๓/ว ๑" in text
    assert f"{BASE}/duties/{owed.uid}/1/answer" in text
    assert Digest.select().count() == 2
    assert told(cast.pao.unit) == [("asked", "asked")]


def test_a_morning_without_news_is_silent(cast, owed):
    morning(6, 17)
    run = morning(6, 20)

    assert (run.digest_count, run.mail_count) == (0, 0)


def test_the_steps_come_three_days_before_on_the_day_and_after(cast, owed):
    for day in (17, 20, 21, 22, 23, 24, 27, 28, 29, 30):
        morning(6, day)
    for day in (1, 4, 5, 6, 7, 8, 11):
        morning(7, day)

    assert told(cast.city.unit) == [
        ("asked", "asked"),
        ("step", "-3 2022-06-30"),
        ("step", "+0 2022-06-30"),
        ("step", "+1 2022-06-30"),
        ("step", "+5 2022-06-30"),
    ]


def test_who_answers_is_reminded_no_more(cast, owed):
    morning(6, 17)
    change(expected_of(owed, cast.city.unit), state=ExpectedState.NIL.value)
    morning(6, 30)

    assert told(cast.city.unit) == [("asked", "asked")]
    assert told(cast.pao.unit)[-1] == ("step", "+0 2022-06-30")


def test_a_returned_answer_is_owed_again_and_says_why(cast, owed):
    morning(6, 17)
    return_answer(owed, cast.city, "ภาพไม่ชัด ขอภาพใหม่")
    morning(6, 20)

    text = text_of(posted()[-1])
    assert "ถูกส่งคืนให้แก้ไข (๑)" in text
    assert "เหตุที่ส่งคืน: ภาพไม่ชัด ขอภาพใหม่" in text
    assert morning(6, 21).digest_count == 0


def test_an_extension_moves_the_steps(cast, owed):
    morning(6, 17)
    change(expected_of(owed, cast.city.unit), due_on=date(2022, 7, 29))
    for day in (27, 30):
        morning(6, day)
    morning(7, 29)

    assert told(cast.city.unit) == [("asked", "asked"), ("step", "+0 2022-07-29")]


def test_after_days_off_each_thing_is_told_once_by_its_latest_step(cast, owed):
    morning(7, 4)

    assert told(cast.city.unit) == [("asked", "asked"), ("step", "+1 2022-06-30")]
    assert "เลยกำหนดแล้ว (๑)" in text_of(posted()[0])


def test_the_level_above_is_told_once_of_all_who_are_late(cast, owed):
    give_address(cast.province.unit, "saraban@tak.example")
    morning(7, 7)
    morning(7, 8)

    [mail] = [mail for mail in posted() if mail["To"] == "saraban@tak.example"]
    assert "หน่วยในความดูแลที่เลยกำหนด ๒" in mail["Subject"]
    assert "ยังไม่รายงาน ๒ หน่วย: องค์การบริหารส่วนจังหวัดตาก, เทศบาลนครแม่สอด" in text_of(mail)
    assert told(cast.province.unit) == [("above", "above"), ("above", "above")]


def test_what_an_office_owes_itself_is_told_to_who_asked_that_office(cast):
    above = owe(cast.department.clerk, [cast.province.unit], due_on=date(2022, 12, 1))
    owe(cast.province.clerk, [cast.province.unit], above=above.id)
    morning(7, 7)

    assert told(cast.department.unit) == [("above", "above")]
    assert ("above", "above") not in told(cast.province.unit)


def test_an_event_of_a_secret_letter_is_not_named_to_the_level_above(cast):
    give_address(cast.province.unit, TO)
    told = {"name": "เรื่องลับนั้น", "label": "จับกุมที่แม่สอด", "secrecy": "secret"}
    owe(cast.province.clerk, [cast.city.unit], **told)
    morning(7, 7)

    [mail] = posted()
    assert "หน่วยในความดูแลที่เลยกำหนด" in mail["Subject"]
    assert "จับกุม" not in text_of(mail)


def test_the_title_of_a_secret_letter_is_not_mailed(cast):
    give_address(cast.city.unit, TO)
    told = {"name": "เรื่องลับนั้น", "label": "จับกุมที่แม่สอด", "secrecy": "secret"}
    duty = owe(cast.province.clerk, [cast.city.unit], **told)
    return_answer(duty, cast.city, "พยานเปลี่ยนชื่อ")
    morning(6, 17)

    text = text_of(posted()[0])
    assert "เรื่องลับนั้น" not in text
    assert "จับกุม" not in text
    assert "พยาน" not in text
    assert "เรื่องที่มีชั้นความลับ" in text


def test_an_address_that_nobody_confirmed_gets_no_mail(cast):
    give_address(cast.city.unit, TO, is_confirmed=False)
    owe(cast.province.clerk, [cast.city.unit])

    assert morning(6, 17).mail_count == 0
    assert Digest.get().address == ""


def test_rounds_are_asked_for_once_and_then_told_by_their_days(cast):
    duty = owe(cast.province.clerk, [cast.city.unit], due_on=date(2022, 6, 22))
    with write_transaction():
        ledger = Ledger(actor=cast.province.clerk, at=at())
        for number in (2, 3, 4):
            due_on = date(2022, 6, 22 if number == 2 else 29)
            occur(ledger, duty.id, [cast.city.unit], due_on=due_on, number=number)
        ledger.record("owe", subject=duty.uid)
    for day in (16, 17, 20, 21):
        morning(6, day)

    assert [news for news, _ in told(cast.city.unit)].count("asked") == 1


def test_an_event_that_a_unit_told_of_itself_is_not_asked_of_it(cast):
    owe(cast.province.clerk, [cast.city.unit], due_on=None, event_unit=cast.city.unit.id)
    owe(cast.province.clerk, [cast.pao.unit], due_on=None, label="น้ำท่วมแม่สอด")
    morning(6, 17)

    assert told(cast.city.unit) == []
    assert told(cast.pao.unit) == [("asked", "asked")]


@pytest.mark.parametrize(
    "ended",
    [{"closed_at": at(6, 17)}, {"closes_after": 3}],
)
def test_what_is_not_taken_any_more_is_not_reminded_of(cast, ended):
    owe(cast.province.clerk, [cast.city.unit], **ended)
    morning(7, 4)

    assert told(cast.city.unit) == []


def test_a_duty_that_ended_is_over_but_for_what_was_due_before(cast):
    early = owe(cast.province.clerk, [cast.city.unit], due_on=date(2022, 6, 16))
    late = owe(cast.province.clerk, [cast.pao.unit])
    for duty in (early, late):
        end_duty(actor=cast.province.clerk, at=at(6, 17), duty_uid=duty.uid, reason="พอแล้ว")
    morning(6, 30)

    assert ("step", "+5 2022-06-16") in told(cast.city.unit)
    assert told(cast.pao.unit) == []


def test_after_the_last_step_what_is_owed_is_told_again_each_week(cast, owed):
    owe(cast.province.clerk, [cast.city.unit], name="เรื่องอื่น", due_on=date(2022, 7, 1))
    for day in (7, 8, 11, 18, 19, 25):
        morning(7, day)
    change(expected_of(owed, cast.city.unit), state=ExpectedState.NIL.value)
    morning(8, 1)

    weekly = [line for line in ReminderLine.select() if line.news == "weekly"]
    assert [(line.key, line.due_on) for line in weekly if line.unit_id == cast.city.unit.id] == [
        ("weekly 2022-07-18", date(2022, 6, 30)),
        ("weekly 2022-07-18", date(2022, 7, 1)),
        ("weekly 2022-07-25", date(2022, 6, 30)),
        ("weekly 2022-07-25", date(2022, 7, 1)),
        ("weekly 2022-08-01", date(2022, 7, 1)),
    ]
    *_, both, one = [text_of(mail) for mail in posted() if mail["To"] == TO]
    assert "เลยกำหนดแล้ว (๒)" in both
    assert "เลยกำหนดแล้ว (๑)" in one


def test_a_plan_of_the_keepers_own_is_followed(cast):
    owe(cast.province.clerk, [cast.city.unit], alarms='{"offsets":[2],"escalate_after":null}')
    for day in (1, 4, 5, 22):
        morning(7, day)

    assert [key for _, key in told(cast.city.unit)] == ["asked", "+2 2022-06-30"]
    assert told(cast.province.unit) == []


def test_where_a_province_has_a_day_off_of_its_own_the_next_morning_tells(cast, owed):
    add_holiday(
        actor=cast.administrator, at=at(6, 16), day=date(2022, 6, 17), name_th="วันของจังหวัด",
        province_id=cast.province.unit.id,
    )  # fmt: skip
    morning(6, 17)
    assert told(cast.city.unit) == []

    morning(6, 20)
    assert told(cast.city.unit) == [("asked", "asked")]


def test_a_unit_that_was_taken_out_is_not_reminded_of_what_it_can_answer_no_more(cast, owed):
    take_unit_out(
        actor=cast.province.clerk, at=at(7, 1), duty_uid=owed.uid, unit_uid=cast.city.unit.uid,
        reason="ไม่อยู่ในพื้นที่",
    )  # fmt: skip
    morning(7, 7)

    assert told(cast.city.unit) == []
    assert told(cast.province.unit) == [("above", "above")]


def test_a_closed_unit_is_told_nothing(cast, owed):
    cast.city.unit.valid_to = date(2022, 6, 17)
    cast.city.unit.save()
    morning(6, 17)

    assert told(cast.city.unit) == []


@pytest.mark.parametrize(
    ("moment", "waits"),
    [
        (at(6, 17, 7), False),
        (at(6, 17, 8), True),
        (at(6, 18, 9), False),  # a Saturday
        (at(7, 13, 9), False),  # อาสาฬหบูชา
    ],
)
def test_mornings_are_those_of_working_days_from_the_hour_on(cast, moment, waits):
    assert digests_wait(at=moment, hour=8) is waits


def test_a_morning_is_done_once(cast, owed):
    morning(6, 17)

    assert not digests_wait(at=at(6, 17, 9), hour=8)
    assert claim_morning(at=at(6, 17, 9), worker="other") is None


def test_a_worker_that_is_gone_is_gone_on_for_without_telling_anybody_twice(cast, owed):
    run = claim_morning(at=at(6, 17, 8), worker="dead")
    tell_units(run=run, now=lambda: at(6, 17, 8), is_stopped=iter((False, True)).__next__)
    with write_transaction():
        ReminderRun.update(done_at=None, claimed_until=at(6, 17, 8)).execute()

    again = claim_morning(at=at(6, 17, 9), worker="other")
    done = tell_units(run=again, now=lambda: at(6, 17, 9))

    assert done.digest_count == 2
    assert len(posted()) == 1
    with pytest.raises(LeaseLost):
        tell_units(run=run, now=lambda: at(6, 17, 9))


def test_who_is_stopped_gives_the_morning_back(cast, owed):
    run = claim_morning(at=at(6, 17, 8), worker="stopped")
    tell_units(run=run, now=lambda: at(6, 17, 8), is_stopped=lambda: True)

    assert digests_wait(at=at(6, 17, 9), hour=8)
    assert morning(6, 17, worker="other").digest_count == 2


def test_two_workers_at_once_tell_each_unit_once(cast, owed):
    """Both at the same rows, as after a claim that ran out in the middle."""
    run = claim_morning(at=at(6, 17, 8), worker="w")
    start = Barrier(2)
    failures = []

    def work() -> None:
        with connected():
            start.wait()
            try:
                tell_units(run=run, now=lambda: at(6, 17, 8))
            except LeaseLost:
                failures.append("lost")

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert Digest.select().count() == 2
    assert len(posted()) == 1


def test_the_ledger_tells_of_each_digest(cast):
    give_address(cast.city.unit, TO)
    tell_cast(cast)
    owe(cast.province.clerk, [cast.city.unit, cast.pao.unit])
    morning(6, 17)
    morning(7, 7)

    assert found() == []


def test_a_digest_lists_what_is_owed_with_what_is_news(cast, owed):
    letter = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    morning(6, 30)
    owe(cast.province.clerk, [cast.city.unit], name="เรื่องใหม่", letter_uid=letter, due_on=None)
    morning(7, 4)

    morning(7, 7)

    *_, last, after = [text_of(mail) for mail in posted() if mail["To"] == TO]
    assert "ยังไม่รายงาน ไม่ได้กำหนดวัน (๑)" in after
    assert last.index("เลยกำหนดแล้ว (๑)") < last.index("ขอให้รายงานใหม่ (๑)")
    assert "กำหนด ๓๐ มิ.ย. ๒๕๖๕ (ช้า ๔ วัน)" in last
    assert "ไม่ได้กำหนดวัน ให้ดำเนินการโดยเร็ว" in last
