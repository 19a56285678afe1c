"""Rows of a duty to answer, as the ledger tells them: for tests that need rows, not acts."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from saraban.desk._audit import Ledger
from saraban.records import (
    DeclaredEntry,
    DueChange,
    DutyUnit,
    ExpectedReport,
    ExtensionAsk,
    Letter,
    Report,
    ReportAnswer,
    ReportDuty,
    ReportForm,
    ReportFormVersion,
    ReportPart,
    ReportPeriod,
    ReportReview,
    ReportSum,
)
from saraban.records.database import write_transaction
from saraban.records.fields import new_uid
from saraban.rules.permissions import Actor
from saraban.rules.report_form_examples import EVENT_REPORT
from saraban.rules.report_form_text import form_text
from tests.make import at

DUE = date(2022, 6, 30)
FIXED = '{"kind":"fixed","on":"2022-06-30"}'


def owe_everything(keeper: Actor, ower: Actor, letter_uid: str) -> None:
    """One row at least in every table of duties: a duty owed, answered, returned and declared."""
    now = {"made_at": at(), "made_by": keeper.name}
    with write_transaction():
        ledger = Ledger(actor=keeper, at=at())
        letter = Letter.get(Letter.uid == letter_uid).id
        form = ledger.insert(
            ReportForm, unit=keeper.unit_id, name="แบบรายงาน", changed_at=at(),
            changed_by=keeper.name, **now,
        )  # fmt: skip
        version = ledger.insert(
            ReportFormVersion, form=form, version=1, definition=form_text(EVENT_REPORT),
            published_at=at(), published_by=keeper.name,
        )  # fmt: skip
        duty = ledger.insert(
            ReportDuty, unit=keeper.unit_id, letter=letter, name="รายงานผล", when_text=FIXED,
            form_version=version, unit_count=1, began_on=at().date(), **now,
        )  # fmt: skip
        ledger.insert(DutyUnit, duty=duty, to_unit=ower.unit_id, added_at=at())
        period = ledger.insert(ReportPeriod, duty=duty, number=1, due_on=DUE, made_at=at())
        expected = ledger.insert(
            ExpectedReport, duty=duty, period=period, to_unit=ower.unit_id, due_on=DUE
        )
        first, second = (_answer(ledger, expected, ower, letter, n) for n in (1, 2))
        ledger.insert(ReportPart, report=second, part=first)
        ledger.insert(
            ReportSum, report=second, expected_count=1, taken_count=1, nil_count=0, other_count=0,
            returned_count=0, waiting_count=0, missing_count=0, not_reached_count=0,
        )  # fmt: skip
        ledger.insert(
            DeclaredEntry, report=second, unit=keeper.unit_id, system="ระบบอื่น", number="๑",
            entered_on=DUE, entered_by=keeper.name,
        )  # fmt: skip
        ledger.insert(
            ReportReview, report=first, unit=keeper.unit_id, verdict="returned", words="ภาพไม่ชัด",
            reviewed_at=at(), reviewed_by=keeper.name,
        )  # fmt: skip
        ledger.insert(
            ExtensionAsk, duty=duty, expected=expected, asked_for=DUE, reason="น้ำท่วม",
            asked_at=at(), asked_by=ower.name,
        )  # fmt: skip
        ledger.insert(
            DueChange, period=period, expected=expected, change="extended", before_on=DUE,
            after_on=DUE, changed_at=at(), changed_by=keeper.name,
        )  # fmt: skip
        ledger.record("owe", subject=letter_uid)


def _answer(ledger: Ledger, expected: int, ower: Actor, letter: int, version: int) -> Any:
    report = ledger.insert(
        Report, letter=letter, unit=ower.unit_id, answer="report", submitted_at=at(),
        submitted_by=ower.name,
    )  # fmt: skip
    ledger.insert(ReportAnswer, report=report, expected=expected, version=version)
    return report


def owe(
    keeper: Actor,
    owers: Sequence[Actor],
    letter_uid: str,
    *,
    due_on: date | None = DUE,
    **more: Any,
) -> str:
    """A duty of one period, owed by the units of these people; its uid."""
    with write_transaction():
        ledger = Ledger(actor=keeper, at=at())
        uid = new_uid()
        duty = ledger.insert(
            ReportDuty, uid=uid, unit=keeper.unit_id, name="รายงานผลกิจกรรม", when_text=FIXED,
            letter=Letter.get(Letter.uid == letter_uid).id, unit_count=len(owers),
            began_on=at().date(), made_at=at(), made_by=keeper.name, **more,
        )  # fmt: skip
        period = ledger.insert(ReportPeriod, duty=duty, number=1, due_on=due_on, made_at=at())
        for ower in owers:
            ledger.insert(DutyUnit, duty=duty, to_unit=ower.unit_id, added_at=at())
            ledger.insert(
                ExpectedReport, duty=duty, period=period, to_unit=ower.unit_id, due_on=due_on
            )
        ledger.record("open_duty", subject=uid)
    return uid
