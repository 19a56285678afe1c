"""A delivery is refused, returned or recalled with a reason; who sent it can act on that."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from saraban.desk.acknowledgement import acknowledge, mark_opened
from saraban.desk.delivery_ends import Recalled, recall, send_back
from saraban.desk.ended_deliveries import lift, note_end, resend
from saraban.desk.registration import Arrival, receive_delivery
from saraban.desk.reporting import submit
from saraban.errors import (
    AlreadyDealtWith,
    AlreadySentThere,
    DeliveryNotEnded,
    DeliveryRecalled,
    DeliverySentBack,
    InvalidInput,
    LetterNotFound,
    MissingField,
    NothingToRecall,
    Refused,
    SarabanError,
    TooLateToRecall,
)
from saraban.queries.ledger_check import check_ledger
from saraban.queries.visibility import sees_letter
from saraban.records import AuditEvent, Delivery, DeliveryEnd, Dispatch, Letter, Receipt
from saraban.records.database import connected
from saraban.rules.deliveries import Status, Step
from tests.cast import Cast, Troupe
from tests.ledgers import tell_cast
from tests.make import DAY, at, register, send


@pytest.fixture
def sent(cast: Cast) -> str:
    """A circular of the province to its two districts; its uid."""
    tell_cast(cast)
    return send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid


def delivery(troupe: Troupe) -> Delivery:
    return Delivery.get(Delivery.to_unit == troupe.unit)


def take_back(cast: Cast, letter: str, *units: Troupe, day: int = 18) -> Recalled:
    return recall(
        actor=cast.province.clerk,
        at=at(6, day),
        letter_uid=letter,
        reason="แนบเอกสารผิด",
        unit_uids=[troupe.unit.uid for troupe in units] or None,
    )


def refuse_it(troupe: Troupe, letter: str, reason: str = "wrong_unit", words: str = "") -> Step:
    return send_back(
        actor=troupe.clerk, at=at(6, 17), letter_uid=letter, reason=reason, words=words
    )


def test_before_it_is_received_a_letter_is_refused_with_its_reason(cast: Cast, sent: str) -> None:
    step = refuse_it(cast.district_a, sent, words="เรื่องนี้เป็นของสำนักงานท้องถิ่นจังหวัด")

    found, end = delivery(cast.district_a), DeliveryEnd.get()
    assert step is Step.REFUSED
    assert (found.refused_at, found.status) == (at(6, 17), Status.REFUSED)
    assert (end.reason, end.words) == ("wrong_unit", "เรื่องนี้เป็นของสำนักงานท้องถิ่นจังหวัด")
    assert (end.by, end.sender_id) == (cast.district_a.clerk.name, cast.province.unit.id)


@pytest.mark.parametrize("how", ["numbered", "acknowledged"])
def test_what_was_received_is_returned_and_keeps_its_number(
    cast: Cast, sent: str, how: str
) -> None:
    clerk = cast.district_a.clerk
    if how == "numbered":
        receive_delivery(actor=clerk, at=at(), letter_uid=sent, arrival=Arrival(DAY))
    else:
        acknowledge(actor=clerk, at=at(), letter_uid=sent)

    step = refuse_it(cast.district_a, sent, "not_ours")

    found = delivery(cast.district_a)
    assert step is Step.RETURNED
    assert (found.returned_at, found.status) == (at(6, 17), Status.RETURNED)
    assert (found.received_at or found.acknowledged_at) == at()
    assert Receipt.select().count() == (how == "numbered")


def test_what_was_answered_is_not_sent_back(cast: Cast, sent: str) -> None:
    submit(actor=cast.district_a.officer, at=at(), letter_uid=sent, answer="nil", text="")

    with pytest.raises(AlreadyDealtWith):
        refuse_it(cast.district_a, sent)


@pytest.mark.parametrize(
    ("reason", "words", "refusal"),
    [
        ("", "", InvalidInput),
        ("because", "", InvalidInput),
        ("other", " ", MissingField),
        ("incomplete", "", MissingField),
    ],
)
def test_a_reason_that_the_sender_cannot_act_on_is_refused(
    cast: Cast, sent: str, reason: str, words: str, refusal: type[SarabanError]
) -> None:
    with pytest.raises(refusal):
        refuse_it(cast.district_a, sent, reason, words)

    assert delivery(cast.district_a).refused_at is None


def test_only_a_clerk_of_the_addressed_unit_sends_back(cast: Cast, sent: str) -> None:
    with pytest.raises(Refused):
        send_back(
            actor=cast.district_a.officer, at=at(), letter_uid=sent, reason="duplicate", words=""
        )
    with pytest.raises(LetterNotFound):
        refuse_it(cast.tao, sent)


def test_nothing_further_happens_to_what_was_refused(cast: Cast, sent: str) -> None:
    refuse_it(cast.district_a, sent)

    with pytest.raises(DeliverySentBack):
        acknowledge(actor=cast.district_a.clerk, at=at(6, 18), letter_uid=sent)
    with pytest.raises(DeliverySentBack):
        submit(actor=cast.district_a.officer, at=at(6, 18), letter_uid=sent, answer="nil", text="")
    with pytest.raises(DeliverySentBack):
        receive_delivery(
            actor=cast.district_a.clerk, at=at(6, 18), letter_uid=sent, arrival=Arrival(DAY)
        )
    with pytest.raises(DeliverySentBack):
        refuse_it(cast.district_a, sent)


def test_the_sender_takes_back_what_nobody_received_though_somebody_read_it(
    cast: Cast, sent: str
) -> None:
    mark_opened(actor=cast.district_a.officer, at=at(6, 17), letter_uid=sent)

    done = take_back(cast, sent)

    assert done == Recalled(count=2, too_late_count=0)
    assert [one.recalled_at for one in Delivery.select()] == [at(6, 18)] * 2
    assert {(end.step, end.words) for end in DeliveryEnd.select()} == {
        ("recalled_at", "แนบเอกสารผิด")
    }


def test_a_recall_leaves_those_who_received_it(cast: Cast, sent: str) -> None:
    acknowledge(actor=cast.district_a.clerk, at=at(6, 17), letter_uid=sent)

    done = take_back(cast, sent, cast.district_a, cast.district_b)

    assert done == Recalled(count=1, too_late_count=1)
    assert delivery(cast.district_a).recalled_at is None
    assert delivery(cast.district_b).status == Status.RECALLED


def test_a_recall_that_comes_too_late_says_who_has_the_letter(cast: Cast, sent: str) -> None:
    acknowledge(actor=cast.district_a.clerk, at=at(6, 17), letter_uid=sent)

    with pytest.raises(TooLateToRecall, match="อำเภอเมืองตาก"):
        take_back(cast, sent, cast.district_a)


def test_when_all_have_received_it_there_is_nothing_to_recall(cast: Cast, sent: str) -> None:
    for troupe in (cast.district_a, cast.district_b):
        acknowledge(actor=troupe.clerk, at=at(6, 17), letter_uid=sent)

    with pytest.raises(NothingToRecall):
        take_back(cast, sent)


def test_a_recall_needs_a_reason_and_the_sender(cast: Cast, sent: str) -> None:
    with pytest.raises(MissingField):
        recall(actor=cast.province.clerk, at=at(), letter_uid=sent, reason=" ")
    with pytest.raises(LetterNotFound):
        recall(actor=cast.district_a.clerk, at=at(), letter_uid=sent, reason="ผิด")
    with pytest.raises(Refused):
        recall(actor=cast.province.officer, at=at(), letter_uid=sent, reason="ผิด")


def test_a_recalled_letter_is_not_acknowledged_and_says_when_it_went(cast: Cast, sent: str) -> None:
    take_back(cast, sent)

    with pytest.raises(DeliveryRecalled, match=r"๑๘ มิ\.ย\. ๒๕๖๕"):
        acknowledge(actor=cast.district_a.clerk, at=at(6, 19), letter_uid=sent)


def test_who_never_opened_a_recalled_letter_does_not_see_it_any_more(cast: Cast, sent: str) -> None:
    mark_opened(actor=cast.district_a.officer, at=at(6, 17), letter_uid=sent)

    take_back(cast, sent)

    letter = Letter.get(Letter.uid == sent).id
    assert sees_letter(cast.district_a.clerk, letter)
    assert not sees_letter(cast.district_b.clerk, letter)


def test_paper_that_comes_after_the_recall_is_registered_and_stays_recalled(
    cast: Cast, sent: str
) -> None:
    number = Letter.get(Letter.uid == sent).printed_number
    mark_opened(actor=cast.district_a.clerk, at=at(), letter_uid=sent)
    take_back(cast, sent)

    done = register(cast.district_a.clerk, at=at(6, 19), printed_number=number)

    assert done.letter_uid == sent
    assert delivery(cast.district_a).status == Status.RECALLED
    assert delivery(cast.district_a).received_at is None


def test_after_a_refusal_the_letter_goes_to_the_right_unit_as_an_addition(
    cast: Cast, sent: str
) -> None:
    refuse_it(cast.district_a, sent)

    resend(
        actor=cast.province.clerk,
        at=at(6, 20),
        letter_uid=sent,
        ended_unit_uid=cast.district_a.unit.uid,
        to_unit_uid=cast.tao.unit.uid,
    )

    added = delivery(cast.tao)
    end = DeliveryEnd.get()
    assert (added.dispatched_at, added.delivered_at) == (at(6, 20), at(6, 20))
    assert (end.settled_how, end.resent_id) == ("resent", added.id)
    assert [(one.unit_count, one.phrase) for one in Dispatch.select().order_by(Dispatch.id)] == [
        (2, "นายอำเภอทุกอำเภอ"),
        (1, "ส่งเพิ่ม แทน อำเภอเมืองตาก"),
    ]
    assert delivery(cast.district_a).status == Status.REFUSED


def test_it_is_not_sent_twice_to_one_unit_nor_twice_in_place_of_one(cast: Cast, sent: str) -> None:
    refuse_it(cast.district_a, sent)
    again = {
        "actor": cast.province.clerk,
        "at": at(6, 20),
        "letter_uid": sent,
        "ended_unit_uid": cast.district_a.unit.uid,
    }

    with pytest.raises(AlreadySentThere):
        resend(**again, to_unit_uid=cast.district_b.unit.uid)
    assert DeliveryEnd.get().settled_at is None
    resend(**again, to_unit_uid=cast.tao.unit.uid)
    with pytest.raises(DeliveryNotEnded):
        resend(**again, to_unit_uid=cast.city.unit.uid)


def test_what_was_not_ended_is_not_sent_elsewhere(cast: Cast, sent: str) -> None:
    with pytest.raises(DeliveryNotEnded):
        resend(
            actor=cast.province.clerk,
            at=at(),
            letter_uid=sent,
            ended_unit_uid=cast.district_a.unit.uid,
            to_unit_uid=cast.tao.unit.uid,
        )


def test_a_unit_takes_up_what_it_refused_and_goes_on_where_it_was(cast: Cast, sent: str) -> None:
    mark_opened(actor=cast.district_a.clerk, at=at(), letter_uid=sent)
    refuse_it(cast.district_a, sent)

    lift(actor=cast.district_a.clerk, at=at(6, 18), letter_uid=sent)

    found = delivery(cast.district_a)
    assert (found.status, found.refused_at) == (Status.OPENED, None)
    assert DeliveryEnd.get().settled_how == "lifted"
    acknowledge(actor=cast.district_a.clerk, at=at(6, 19), letter_uid=sent)


def test_a_lifted_refusal_can_be_followed_by_another(cast: Cast, sent: str) -> None:
    refuse_it(cast.district_a, sent)
    lift(actor=cast.district_a.clerk, at=at(6, 18), letter_uid=sent)

    refuse_it(cast.district_a, sent, "duplicate")

    assert [end.settled_how for end in DeliveryEnd.select().order_by(DeliveryEnd.id)] == [
        "lifted",
        None,
    ]


def test_the_sender_sends_once_more_to_the_unit_it_recalled_from(cast: Cast, sent: str) -> None:
    take_back(cast, sent, cast.district_a)

    with pytest.raises(DeliveryRecalled):
        lift(actor=cast.district_a.clerk, at=at(6, 19), letter_uid=sent)
    lift(
        actor=cast.province.clerk,
        at=at(6, 20),
        letter_uid=sent,
        unit_uid=cast.district_a.unit.uid,
    )

    assert delivery(cast.district_a).status == Status.DELIVERED


def test_a_sender_notes_a_refusal_once(cast: Cast, sent: str) -> None:
    refuse_it(cast.district_a, sent, "duplicate")
    noted = {
        "actor": cast.province.clerk,
        "at": at(6, 20),
        "letter_uid": sent,
        "unit_uid": cast.district_a.unit.uid,
    }

    note_end(**noted)

    assert DeliveryEnd.get().settled_how == "noted"
    with pytest.raises(DeliveryNotEnded):
        note_end(**noted)


def test_every_end_is_in_the_ledger_and_its_rows_are_as_told(cast: Cast, sent: str) -> None:
    refuse_it(cast.district_a, sent)
    take_back(cast, sent, cast.district_b)
    lift(actor=cast.district_a.clerk, at=at(6, 18), letter_uid=sent)

    acts = [event.act for event in AuditEvent.select().where(AuditEvent.subject == sent)]
    assert acts[1:] == ["refuse_delivery", "recall", "lift_end"]
    assert check_ledger().findings == ()


@pytest.mark.parametrize("round_", range(5))
def test_of_a_recall_and_an_acknowledgement_at_one_moment_one_wins_and_the_other_is_told(
    cast: Cast, sent: str, round_: int
) -> None:
    barrier = Barrier(2)

    def told(act: object) -> str:
        with connected():
            barrier.wait()
            try:
                act()  # type: ignore[operator]
            except SarabanError as refusal:
                return refusal.code
        return "done"

    acts = (
        lambda: acknowledge(actor=cast.district_a.clerk, at=at(6, 18), letter_uid=sent),
        lambda: take_back(cast, sent, cast.district_a),
    )
    with ThreadPoolExecutor(2) as threads:
        answers = tuple(threads.map(told, acts))

    found = delivery(cast.district_a)
    assert answers in {("done", "too_late_to_recall"), ("delivery_recalled", "done")}
    assert (found.acknowledged_at is None) != (found.recalled_at is None)
    assert check_ledger().findings == ()
