"""Opened and acknowledged are two facts; a report is a third."""

import pytest

from saraban.desk.acknowledgement import acknowledge, mark_opened
from saraban.desk.reporting import submit
from saraban.errors import AlreadyAcknowledged, InvalidInput, LetterNotFound, MissingField, Refused
from saraban.records import AuditEvent, Delivery, Report, ReportFile, file_store
from saraban.rules.deliveries import Status
from tests.cast import Cast
from tests.make import at, picture, send


def own(cast: Cast) -> Delivery:
    return Delivery.get(Delivery.to_unit == cast.district_a.unit)


def test_opening_is_noted_once_and_is_no_acknowledgement(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    first = mark_opened(actor=cast.district_a.officer, at=at(6, 17), letter_uid=sent.letter_uid)
    again = mark_opened(actor=cast.district_a.clerk, at=at(6, 18), letter_uid=sent.letter_uid)

    assert (first, again) == (True, False)
    assert own(cast).opened_at == at(6, 17)
    assert own(cast).acknowledged_at is None


def test_acknowledging_keeps_who_when_and_what(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    digest = acknowledge(actor=cast.district_a.officer, at=at(6, 17), letter_uid=sent.letter_uid)

    found = own(cast)
    assert found.acknowledged_at == at(6, 17)
    assert found.acknowledged_by == cast.district_a.officer.name
    assert found.acknowledged_digest == digest
    assert found.received_at is None


def test_acknowledging_twice_says_when_it_was_done(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    acknowledge(actor=cast.district_a.officer, at=at(6, 17), letter_uid=sent.letter_uid)

    with pytest.raises(AlreadyAcknowledged) as refusal:
        acknowledge(actor=cast.district_a.clerk, at=at(6, 18), letter_uid=sent.letter_uid)

    assert "๑๗ มิ.ย. ๒๕๖๕" in refusal.value.text_th
    assert own(cast).acknowledged_at == at(6, 17)


def test_only_the_addressed_unit_acknowledges(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    with pytest.raises(LetterNotFound):
        acknowledge(actor=cast.tao.clerk, at=at(), letter_uid=sent.letter_uid)


def test_a_report_keeps_its_files_by_digest(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    submit(
        actor=cast.district_a.officer,
        at=at(6, 20),
        letter_uid=sent.letter_uid,
        answer="report",
        text="ปลูกต้นไม้ ๒๐๐ ต้น",
        files=[picture()],
    )

    assert own(cast).status == Status.ANSWERED
    assert file_store.read(ReportFile.get().file_id) == picture().content


def test_nothing_to_report_is_an_answer(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    submit(
        actor=cast.district_a.officer, at=at(), letter_uid=sent.letter_uid, answer="nil", text=""
    )

    assert own(cast).reported_at == at()


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [("report", MissingField), ("not_concerned", MissingField), ("?", InvalidInput)],
)
def test_an_answer_that_says_nothing_is_refused(
    cast: Cast, answer: str, refusal: type[Exception]
) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    with pytest.raises(refusal):
        submit(
            actor=cast.district_a.officer,
            at=at(),
            letter_uid=sent.letter_uid,
            answer=answer,
            text=" ",
        )

    assert Report.select().count() == 0


def test_an_executive_does_not_write_the_report(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    with pytest.raises(Refused):
        submit(
            actor=cast.district_a.executive,
            at=at(),
            letter_uid=sent.letter_uid,
            answer="nil",
            text="",
        )


def test_every_act_is_told_in_the_ledger_of_its_unit(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    mark_opened(actor=cast.district_a.officer, at=at(), letter_uid=sent.letter_uid)
    acknowledge(actor=cast.district_a.officer, at=at(), letter_uid=sent.letter_uid)

    acts = [
        (event.seq, event.act)
        for event in AuditEvent.select()
        .where(AuditEvent.unit == cast.district_a.unit)
        .order_by(AuditEvent.seq)
    ]

    assert acts == [(1, "open_letter"), (2, "acknowledge")]
