"""A duty that units owe by a day, and a morning's reminders, for tests that need rows, not acts."""

from collections.abc import Sequence
from datetime import date, datetime
from email.message import EmailMessage
from threading import Event
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk.digests import Run, claim_morning, tell_units
from saraban.jobs.mail_sender import send_waiting
from saraban.post import smtp
from saraban.records import (
    DutyUnit,
    ExpectedReport,
    Letter,
    Report,
    ReportAnswer,
    ReportDuty,
    ReportPeriod,
    ReportReview,
    Unit,
    rows,
)
from saraban.records.database import write_transaction
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.permissions import Actor
from saraban.rules.when_text import when_as_text
from saraban.rules.whens import FixedDay
from tests.cast import Troupe
from tests.mail_server import mail_server
from tests.make import at, send

DUE = date(2022, 6, 30)
BASE = "https://saraban.example"


def owe(
    keeper: Actor, units: Sequence[Unit], *, due_on: date | None = DUE, **named: Any
) -> ReportDuty:
    """A duty of the keeper's letter, owed by these units in one period, told in the ledger."""
    period = {
        key: named.pop(key) for key in list(named) if key in {"label", "event_unit", "closed_at"}
    }
    secrecy = {"secrecy": named.pop("secrecy")} if "secrecy" in named else {}
    letter_uid = named.pop("letter_uid", None)
    if letter_uid is None:
        letter_uid = send(keeper, phrase="นายอำเภอทุกอำเภอ").letter_uid
    letter = Letter.get(Letter.uid == letter_uid)
    with write_transaction():
        if secrecy:
            Letter.update(secrecy).where(Letter.id == letter.id).execute()
        ledger = Ledger(actor=keeper, at=at())
        filled = {
            "name": "รายงานผลการดำเนินงาน",
            "when_text": when_as_text(FixedDay(DUE)),
            "began_on": at().date(),
        }
        duty = ledger.insert(
            ReportDuty, unit=keeper.unit_id, letter=letter.id, unit_count=len(units),
            made_at=at(), made_by=keeper.name, **(filled | named),
        )  # fmt: skip
        for unit in units:
            ledger.insert(DutyUnit, duty=duty, to_unit=unit.id, added_at=at())
        occur(ledger, duty, units, due_on=due_on, number=1, **period)
        ledger.record("owe", subject=letter_uid)
    return ReportDuty.get_by_id(duty)


def occur(
    ledger: Ledger, duty_id: int, units: Sequence[Unit], *, due_on: date | None, number: int,
    **period: Any,
) -> None:  # fmt: skip
    """One more period of a duty, expected of these units."""
    made = ledger.insert(
        ReportPeriod, duty=duty_id, number=number, due_on=due_on, made_at=at(), **period
    )
    for unit in units:
        ledger.insert(ExpectedReport, duty=duty_id, period=made, to_unit=unit.id, due_on=due_on)


def expected_of(duty: ReportDuty, unit: Unit, *, number: int | None = None) -> ExpectedReport:
    """The expected report of a unit in the period of that number, else its first."""
    theirs = (ExpectedReport.duty == duty.id) & (ExpectedReport.to_unit == unit.id)
    if number is not None:
        theirs &= ReportPeriod.number == number
    return (
        ExpectedReport.select().join(ReportPeriod).where(theirs).order_by(ExpectedReport.id).get()
    )


def change(expected: ExpectedReport, **values: Any) -> None:
    """Let an expected report stand as told: answered, or with another day."""
    with write_transaction():
        rows.update(ExpectedReport, expected.id, values)


def return_answer(
    duty: ReportDuty, troupe: Troupe, words: str, *, moment: datetime | None = None
) -> None:
    """The unit answered, and got its answer back with these words."""
    expected = expected_of(duty, troupe.unit)
    with write_transaction():
        report, _ = rows.insert(
            Report,
            {"letter": duty.letter_id, "unit": troupe.unit.id, "answer": "report",
             "submitted_at": at(), "submitted_by": troupe.officer.name},
        )  # fmt: skip
        rows.insert(ReportAnswer, {"report": report, "expected": expected.id, "version": 1})
        rows.insert(
            ReportReview,
            {"report": report, "unit": duty.unit_id, "verdict": "returned", "words": words,
             "reviewed_at": moment or at(), "reviewed_by": "ผู้ตรวจ"},
        )  # fmt: skip
    change(expected, state=ExpectedState.RETURNED.value, report=report)


def morning(month: int, day: int, *, year: int = 2022, worker: str = "w") -> Run:
    """The reminders of one morning, all of them."""
    moment = at(month, day, 8, year=year)
    run = claim_morning(at=moment, worker=worker)
    assert run is not None
    return tell_units(run=run, now=lambda: moment, link_base=BASE)


def posted() -> list[EmailMessage]:
    """Send all that waits by a real mail server; the mails it got."""
    with mail_server() as (mailbox, server):
        smtp.use_server(server)
        try:
            while send_waiting(worker="w", stop=Event()):
                pass
        finally:
            smtp.use_server(None)
    return mailbox.mails


def text_of(mail: EmailMessage) -> str:
    """What a person reads."""
    return mail.get_content().replace("\r\n", "\n")
