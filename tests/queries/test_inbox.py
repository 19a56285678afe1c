"""The desk: what to register, what to answer, what others owe."""

from datetime import date

import pytest

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.drafts import DutyDraft
from saraban.desk.registration import Arrival, receive_delivery
from saraban.desk.relaying import excuse_relay
from saraban.desk.reporting import submit
from saraban.errors import Refused
from saraban.queries.inbox import desk
from tests.cast import Cast
from tests.make import DAY, at, register, send

TODAY = date(2022, 6, 20)


def test_a_delivered_letter_waits_to_be_registered(cast: Cast) -> None:
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", relay_phrase="เทศบาลตำบลทุกแห่ง")

    found = desk(cast.district_a.clerk, today=TODAY)

    assert found.to_register_count == 1
    assert found.to_register[0].wants == ("receive", "acknowledge", "pass_on")
    assert found.to_register[0].waiting_days == 4


def test_a_registered_letter_moves_to_what_must_be_answered(cast: Cast) -> None:
    sent = send(
        cast.province.clerk,
        phrase="นายกเทศมนตรีนครแม่สอด",
        duties=(DutyDraft("๑", "รายงานผล", due_on=date(2022, 6, 25)),),
    )
    receive_delivery(
        actor=cast.city.clerk, at=at(), letter_uid=sent.letter_uid, arrival=Arrival(DAY)
    )

    found = desk(cast.city.clerk, today=TODAY)

    assert found.to_register == ()
    assert found.to_answer[0].wants == ("acknowledge", "report")
    assert found.to_answer[0].due_in == 5


def test_an_answered_letter_leaves_the_desk(cast: Cast) -> None:
    sent = send(
        cast.province.clerk,
        phrase="นายกเทศมนตรีนครแม่สอด",
        duties=(DutyDraft("๑", "รายงานผล"),),
    )
    receive_delivery(
        actor=cast.city.clerk, at=at(), letter_uid=sent.letter_uid, arrival=Arrival(DAY)
    )
    acknowledge(actor=cast.city.officer, at=at(), letter_uid=sent.letter_uid)
    submit(actor=cast.city.officer, at=at(), letter_uid=sent.letter_uid, answer="nil", text="")

    found = desk(cast.city.clerk, today=TODAY)

    assert (found.to_register_count, found.to_answer_count) == (0, 0)


def test_the_sender_sees_who_is_silent(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    acknowledge(actor=cast.district_a.officer, at=at(), letter_uid=sent.letter_uid)

    waiting = desk(cast.province.clerk, today=TODAY).waiting[0]

    assert (waiting.sent_count, waiting.acknowledged_count, waiting.silent_count) == (2, 1, 1)
    assert waiting.oldest_days == 4


def test_an_auditor_has_no_desk(cast: Cast) -> None:
    with pytest.raises(Refused):
        desk(cast.auditor, today=TODAY)


def test_what_is_to_be_passed_on_lies_there_with_its_own_day(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", relay_phrase="เทศบาลตำบลทุกแห่ง")
    acknowledge(actor=cast.district_a.officer, at=at(), letter_uid=sent.letter_uid)
    receive_delivery(
        actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid, arrival=Arrival(DAY)
    )

    found = desk(cast.district_a.clerk, today=TODAY)
    excuse_relay(
        actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid, excuse="nobody_below"
    )
    afterwards = desk(cast.district_a.clerk, today=TODAY)

    assert (found.to_answer_count, found.to_answer[0].wants) == (1, ("pass_on",))
    assert found.to_answer[0].due_in == 3
    assert afterwards.to_answer_count == 0


def test_a_letter_from_outside_is_to_be_passed_on_as_well(cast: Cast) -> None:
    register(cast.district_a.clerk, relay_phrase="เทศบาลตำบลทุกแห่ง")
    register(cast.district_a.clerk, relay_phrase="ผู้เกี่ยวข้องทุกคน", printed_number="มท ๐๒๑๑/ว ๑๐๐")

    found = desk(cast.district_a.clerk, today=TODAY)

    assert found.to_answer_count == 2
    assert {row.wants for row in found.to_answer} == {("pass_on",), ("perhaps_pass_on",)}
