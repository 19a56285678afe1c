"""A pile of letters is acknowledged in one go; each is an act of its own."""

import pytest

from saraban.desk import acknowledging_many
from saraban.desk.acknowledgement import acknowledge, content_digest
from saraban.desk.acknowledging_many import acknowledge_many
from saraban.desk.delivery_ends import recall
from saraban.errors import MissingField, Refused, TooManyAtOnce
from saraban.queries.ledger_check import check_ledger
from saraban.records import AuditEvent, Delivery, Letter
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import at, picture, send


def test_each_of_the_pile_is_acknowledged_by_an_act_of_its_own(cast: Cast) -> None:
    tell_cast(cast)
    sent = [
        send(
            cast.province.clerk,
            phrase="นายอำเภอทุกอำเภอ",
            subject=f"เรื่องที่ {place}",
            files=[picture()],
        ).letter_uid
        for place in range(3)
    ]

    done = acknowledge_many(actor=cast.district_a.clerk, at=at(6, 17), letter_uids=sent)

    mine = Delivery.select().where(Delivery.to_unit == cast.district_a.unit)
    acts = AuditEvent.select().where(AuditEvent.unit == cast.district_a.unit)
    assert (done.count, done.left) == (3, ())
    assert [one.acknowledged_digest for one in mine.order_by(Delivery.id)] == [
        content_digest(Letter.get(Letter.uid == uid)) for uid in sent
    ]
    assert [(event.act, event.subject) for event in acts.order_by(AuditEvent.seq)] == [
        ("acknowledge", uid) for uid in sent
    ]
    assert check_ledger().findings == ()


def test_those_that_cannot_be_are_named_with_why_and_the_others_done(cast: Cast) -> None:
    before, recalled, elsewhere, open_one = (
        send(cast.province.clerk, phrase=phrase, subject=phrase).letter_uid
        for phrase in (
            "นายอำเภอทุกอำเภอ", "นายอำเภอทุกอำเภอ", "นายอำเภอแม่สอด", "นายอำเภอทุกอำเภอ",
        )
    )  # fmt: skip
    acknowledge(actor=cast.district_a.officer, at=at(), letter_uid=before)
    recall(actor=cast.province.clerk, at=at(), letter_uid=recalled, reason="ผิดฉบับ")

    done = acknowledge_many(
        actor=cast.district_a.clerk,
        at=at(6, 17),
        letter_uids=[before, recalled, elsewhere, "no-such-letter", open_one, open_one],
    )

    assert done.count == 1
    assert [(one.letter_uid, one.why.code) for one in done.left] == [
        (before, "already_acknowledged"),
        (recalled, "delivery_recalled"),
        (elsewhere, "letter_not_found"),
        ("no-such-letter", "letter_not_found"),
    ]
    # Of a letter that is none of theirs not even the number is told.
    assert [one.printed_number for one in done.left[2:]] == [None, None]


def test_nothing_chosen_or_too_much_is_refused(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acknowledging_many, "MOST_AT_ONCE", 2)

    with pytest.raises(MissingField):
        acknowledge_many(actor=cast.district_a.clerk, at=at(), letter_uids=[])
    with pytest.raises(TooManyAtOnce):
        acknowledge_many(actor=cast.district_a.clerk, at=at(), letter_uids=["a", "b", "c"])
    with pytest.raises(Refused):
        acknowledge_many(actor=cast.auditor, at=at(), letter_uids=["a"])
