"""The duty to pass a circular on: begun by its receipt, done, excused, owed again."""

from datetime import date

import pytest

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.delivery_ends import send_back
from saraban.desk.dispatch import Issued
from saraban.desk.drafts import DutyDraft
from saraban.desk.registration import Arrival, receive_delivery, void_entry
from saraban.desk.relaying import choose_relay_days, excuse_relay, take_on_relay
from saraban.errors import (
    InvalidInput,
    LetterNotFound,
    MissingField,
    Refused,
    RelayAlreadySettled,
    ToldLetterNotFound,
)
from saraban.queries.ledger_check import check_ledger
from saraban.queries.relay_duties import relay_card, relay_marks_of
from saraban.queries.relays_below import Which, overdue_below_count, relays_below
from saraban.records import Delivery, Letter, RegisterEntry, RelayDuty
from saraban.rules.relay_duties import Excuse, RelayDays, RelayState
from tests.cast import Cast
from tests.desk.test_reserving_at_once import AT_ONCE, all_at_once
from tests.ledgers import tell_cast
from tests.make import DAY, at, register, send

SMALL_BODIES = "นายกเทศมนตรีตำบล และนายกองค์การบริหารส่วนตำบล ทุกแห่ง"


def circular_to_districts(cast: Cast, **named: object) -> Issued:
    words = {"relay_phrase": SMALL_BODIES, **named}
    return send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ และนายกเทศมนตรีนครแม่สอด", **words)


def receive(cast: Cast, sent: Issued) -> None:
    receive_delivery(
        actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid, arrival=Arrival(DAY)
    )


def pass_on(cast: Cast, sent: Issued) -> Issued:
    return send(
        cast.district_a.clerk, phrase=SMALL_BODIES, conveys_uid=sent.letter_uid, owner_number="0118"
    )


def duty() -> RelayDuty:
    return RelayDuty.get()


def test_receiving_a_circular_that_names_the_unit_makes_the_duty(cast: Cast) -> None:
    receive(cast, circular_to_districts(cast))

    assert (duty().unit_id, duty().state) == (cast.district_a.unit.id, RelayState.OPEN)
    assert (duty().asked_by_id, duty().phrase) == (cast.province.unit.id, SMALL_BODIES)
    assert duty().delivery_id == Delivery.get(Delivery.to_unit == cast.district_a.unit).id
    assert (duty().began_on, duty().due_on) == (DAY, date(2022, 6, 23))


def test_acknowledging_first_makes_it_too_and_the_number_afterwards_no_second(cast: Cast) -> None:
    sent = circular_to_districts(cast)

    acknowledge(actor=cast.district_a.officer, at=at(), letter_uid=sent.letter_uid)
    receive(cast, sent)

    assert RelayDuty.select().count() == 1


def test_a_local_body_beside_the_districts_owes_nothing(cast: Cast) -> None:
    sent = circular_to_districts(cast)

    acknowledge(actor=cast.city.clerk, at=at(), letter_uid=sent.letter_uid)

    assert RelayDuty.select().count() == 0


def test_urgency_and_the_letters_own_date_shorten_the_time(cast: Cast) -> None:
    receive(cast, circular_to_districts(cast, urgency="most_urgent"))
    register(
        cast.district_a.clerk,
        relay_phrase=SMALL_BODIES,
        duties=(DutyDraft("๑", "รายงานผล", due_on=date(2022, 6, 24)),),
    )

    first, second = RelayDuty.select().order_by(RelayDuty.id)
    assert (first.due_on, first.due_because) == (date(2022, 6, 17), "urgency")
    assert (second.due_on, second.due_because) == (date(2022, 6, 21), "parent")
    assert second.delivery_id is None


def test_the_receiving_registry_chooses_its_days(cast: Cast) -> None:
    choose_relay_days(actor=cast.district_a.clerk, at=at(), days=RelayDays(normal=1))

    receive(cast, circular_to_districts(cast))

    assert duty().due_on == date(2022, 6, 17)
    with pytest.raises(InvalidInput):
        choose_relay_days(actor=cast.district_a.clerk, at=at(), days=RelayDays(normal=0))
    with pytest.raises(Refused):
        choose_relay_days(actor=cast.district_a.officer, at=at(), days=RelayDays())


def test_what_is_doubtful_is_proposed_and_binds_once_it_is_taken_on(cast: Cast) -> None:
    sent = circular_to_districts(cast, relay_phrase="ผู้เกี่ยวข้องทุกคน")
    receive(cast, sent)
    proposed = duty().state

    take_on_relay(actor=cast.district_a.officer, at=at(), letter_uid=sent.letter_uid)

    assert proposed == RelayState.PROPOSED
    assert (duty().state, duty().taken_on_by) == (RelayState.OPEN, cast.district_a.officer.name)


def test_a_duty_that_nobody_read_out_of_the_letter_can_be_taken_on(cast: Cast) -> None:
    sent = circular_to_districts(cast, relay_phrase="")
    receive(cast, sent)
    before = RelayDuty.select().count()

    take_on_relay(actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid)

    assert (before, duty().state) == (0, RelayState.OPEN)
    with pytest.raises(LetterNotFound):
        take_on_relay(actor=cast.district_a.clerk, at=at(), letter_uid="x")


def test_passing_on_does_it_and_voiding_that_letter_makes_it_owed_again(cast: Cast) -> None:
    sent = circular_to_districts(cast)
    receive(cast, sent)
    child = pass_on(cast, sent)
    done = duty()

    entry = RegisterEntry.get(RegisterEntry.letter == Letter.get(Letter.uid == child.letter_uid))
    void_entry(
        actor=cast.district_a.clerk, at=at(), entry_uid=entry.uid, reason="พิมพ์ผิด",
        although_cited=True,
    )  # fmt: skip
    owed = duty()
    again = pass_on(cast, sent)

    assert (done.state, done.done_letter.uid) == (RelayState.DONE, child.letter_uid)
    assert (owed.state, owed.done_letter_id, owed.reopened_at) == (RelayState.OPEN, None, at())
    assert (duty().state, duty().done_letter.uid) == (RelayState.DONE, again.letter_uid)


def test_who_passed_it_on_before_its_number_owes_nothing(cast: Cast) -> None:
    sent = circular_to_districts(cast)
    pass_on(cast, sent)

    receive(cast, sent)

    assert duty().state == RelayState.DONE


def test_an_excuse_has_its_reason_and_can_be_taken_back(cast: Cast) -> None:
    sent = circular_to_districts(cast)
    receive(cast, sent)
    excuse_relay(
        actor=cast.district_a.executive, at=at(), letter_uid=sent.letter_uid,
        excuse=Excuse.NOBODY_BELOW,
    )  # fmt: skip
    excused = duty()

    take_on_relay(actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid)

    assert (excused.state, excused.excuse) == (RelayState.EXCUSED, Excuse.NOBODY_BELOW)
    assert excused.settled_by == cast.district_a.executive.name
    assert (duty().state, duty().excuse, duty().settled_at) == (RelayState.OPEN, None, None)


def test_told_before_names_the_letter_that_told(cast: Cast) -> None:
    sent = circular_to_districts(cast)
    receive(cast, sent)
    told = send(cast.district_a.clerk, phrase=SMALL_BODIES, owner_number="0118")
    excuse = {"actor": cast.district_a.clerk, "at": at(), "letter_uid": sent.letter_uid}

    with pytest.raises(ToldLetterNotFound):
        excuse_relay(**excuse, excuse="told_before", told_number="ตก 0118/ว 99")
    excuse_relay(**excuse, excuse="told_before", told_number=told.printed_number)

    assert duty().told_letter.uid == told.letter_uid


def test_another_reason_must_be_said(cast: Cast) -> None:
    sent = circular_to_districts(cast)
    receive(cast, sent)

    with pytest.raises(MissingField):
        excuse_relay(
            actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid, excuse="other"
        )


def test_a_letter_that_is_sent_back_is_not_passed_on(cast: Cast) -> None:
    sent = circular_to_districts(cast)
    receive(cast, sent)

    send_back(
        actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid, reason="incomplete",
        words="ขาดสิ่งที่ส่งมาด้วย",
    )  # fmt: skip

    assert (duty().state, duty().excuse) == (RelayState.EXCUSED, Excuse.SENT_BACK)


def test_the_unit_above_sees_what_is_overdue(cast: Cast) -> None:
    receive(cast, circular_to_districts(cast))

    in_time = relays_below(cast.province.clerk, today=date(2022, 6, 23))
    late = relays_below(cast.province.clerk, today=date(2022, 6, 27))

    assert (in_time.counts[Which.OWED], in_time.counts[Which.OVERDUE], in_time.rows) == (1, 0, ())
    assert late.counts[Which.OVERDUE] == 1
    assert (late.rows[0].unit_name, late.rows[0].days_left) == ("อำเภอเมืองตาก", -4)
    assert overdue_below_count(cast.department.clerk, today=date(2022, 6, 27)) == 0


def test_the_unit_above_sees_why_one_was_excused(cast: Cast) -> None:
    sent = circular_to_districts(cast)
    receive(cast, sent)
    excuse_relay(
        actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid, excuse="other",
        reason="ยุบรวมกับอำเภออื่น",
    )  # fmt: skip

    found = relays_below(cast.province.clerk, today=date(2022, 6, 27), which=Which.EXCUSED)

    assert found.counts == {Which.OVERDUE: 0, Which.OWED: 0, Which.EXCUSED: 1}
    assert (found.rows[0].excuse, found.rows[0].reason) == (Excuse.OTHER, "ยุบรวมกับอำเภออื่น")


def test_the_tree_is_told_by_delivery_and_the_letters_page_by_unit(cast: Cast) -> None:
    sent = circular_to_districts(cast)
    receive(cast, sent)
    letter = Letter.get(Letter.uid == sent.letter_uid)

    marks = relay_marks_of([row.id for row in Delivery.select()], today=DAY)
    card = relay_card(cast.district_a.clerk, letter.uid, today=DAY)

    assert list(marks) == [duty().delivery_id]
    assert card is not None
    assert (card.state, card.days_left) == (RelayState.OPEN, 7)
    assert relay_card(cast.district_b.clerk, letter.uid, today=DAY) is None


def test_of_many_who_excuse_at_once_one_is_kept(cast: Cast) -> None:
    tell_cast(cast)
    sent = circular_to_districts(cast)
    receive(cast, sent)

    told = all_at_once(
        lambda place: excuse_relay(
            actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid, excuse="other",
            reason=f"เหตุที่ {place}",
        )
    )  # fmt: skip

    assert sorted(map(str, told)) == sorted(["None"] + ["relay_already_settled"] * (AT_ONCE - 1))
    assert check_ledger().findings == ()


def test_of_an_excuse_and_a_letter_at_once_the_letter_counts(cast: Cast) -> None:
    tell_cast(cast)
    sent = circular_to_districts(cast)
    receive(cast, sent)

    def act(place: int) -> object:
        if place == 0:
            return pass_on(cast, sent).printed_number
        return excuse_relay(
            actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid, excuse="nobody_below"
        )

    all_at_once(act)

    assert duty().state == RelayState.DONE
    assert check_ledger().findings == ()


def test_a_settled_duty_is_not_excused_afterwards(cast: Cast) -> None:
    sent = circular_to_districts(cast)
    receive(cast, sent)
    pass_on(cast, sent)

    with pytest.raises(RelayAlreadySettled):
        excuse_relay(
            actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid, excuse="nobody_below"
        )
