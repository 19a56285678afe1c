"""Asking for a book or a dossier as a file: told in the ledger, the file made elsewhere."""

from datetime import datetime
from typing import Any

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.errors import (
    DaysReversed,
    ExportNotFound,
    ExportSettled,
    NothingToPrint,
    TooManyLines,
    UnitNotFound,
)
from saraban.queries.duty_rollup import counted_duty
from saraban.records import Export, Unit, rows
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.exports import (
    MOST_ROWS,
    Ask,
    BookAsk,
    DossierAsk,
    DutyAsk,
    ExportState,
    OverviewAsk,
)
from saraban.rules.permissions import Act, Actor, require

_OPEN = (ExportState.WAITING, ExportState.MAKING)


def check_ask(ask: BookAsk, row_count: int) -> None:
    """DaysReversed, NothingToPrint or TooManyLines for what cannot be printed."""
    if ask.to_on < ask.from_on:
        raise DaysReversed(field="to_on")
    if not row_count:
        raise NothingToPrint()
    if row_count > MOST_ROWS:
        raise TooManyLines(count=row_count, most=MOST_ROWS)


def note_print(*, actor: Actor, at: datetime, ask: BookAsk, row_count: int) -> None:
    """Tell the ledger who took which part of a book away as a file, made while they waited.

    Raises Refused, UnitNotFound, and what check_ask does.
    """
    unit = _unit(actor, ask)
    check_ask(ask, row_count)
    with write_transaction():
        _told(Ledger(actor=actor, at=at), "print_book", unit.uid, ask, row_count)


def ask_export(*, actor: Actor, at: datetime, ask: BookAsk, name: str, row_count: int) -> str:
    """Queue a file to be made by the worker; its uid. Raises as note_print does."""
    unit = _unit(actor, ask)
    check_ask(ask, row_count)
    with write_transaction():
        uid = _queued(actor, at, ask, name, row_count, unit_id=unit.id)
        _told(Ledger(actor=actor, at=at), "ask_export", uid, ask, row_count)
    return uid


def note_dossier(*, actor: Actor, at: datetime, ask: DossierAsk, row_count: int) -> None:
    """Tell the ledger who took a chain away as a file, made while they waited.

    Raises Refused, LetterNotFound.
    """
    _access.letter(actor, Act.SEE_CASCADE, uid=ask.letter_uid)
    with write_transaction():
        # Not an event about the letter: its own dossier would tell of it, and never be the same.
        unit = Unit.get_by_id(actor.unit_id)
        _told_dossier(Ledger(actor=actor, at=at), "print_dossier", unit.uid, ask, row_count)


def ask_dossier(*, actor: Actor, at: datetime, ask: DossierAsk, name: str, row_count: int) -> str:
    """Queue a dossier to be made by the worker, as the actor may see it then; its uid.

    Raises Refused, LetterNotFound.
    """
    _access.letter(actor, Act.SEE_CASCADE, uid=ask.letter_uid)
    with write_transaction():
        uid = _queued(actor, at, ask, name, row_count)
        _told_dossier(Ledger(actor=actor, at=at), "ask_dossier", uid, ask, row_count)
    return uid


def note_duty_paper(*, actor: Actor, at: datetime, ask: DutyAsk, row_count: int) -> None:
    """Tell the ledger who took a duty's grid or list away as a file, made while they waited.

    Raises Refused, DutyNotFound, NothingToPrint, TooManyLines.
    """
    _may_take_duty(actor, ask, row_count)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        _told_duty(ledger, "print_duty", ask.duty_uid, ask, row_count)


def ask_duty_paper(*, actor: Actor, at: datetime, ask: DutyAsk, name: str, row_count: int) -> str:
    """Queue a duty's grid or list to be made by the worker; its uid. Raises as the other does."""
    _may_take_duty(actor, ask, row_count)
    with write_transaction():
        uid = _queued(actor, at, ask, name, row_count)
        _told_duty(Ledger(actor=actor, at=at), "ask_export", uid, ask, row_count)
    return uid


def note_overview(*, actor: Actor, at: datetime, ask: OverviewAsk, row_count: int) -> None:
    """Tell the ledger who took the overview of the duties away as a file, made while they waited.

    Raises Refused, NothingToPrint, TooManyLines.
    """
    _may_take(actor, row_count)
    with write_transaction():
        unit = Unit.get_by_id(actor.unit_id)
        _told_overview(Ledger(actor=actor, at=at), "print_duty", unit.uid, ask, row_count)


def ask_overview(*, actor: Actor, at: datetime, ask: OverviewAsk, name: str, row_count: int) -> str:
    """Queue the overview to be made by the worker; its uid. Raises as the other does."""
    _may_take(actor, row_count)
    with write_transaction():
        uid = _queued(actor, at, ask, name, row_count)
        _told_overview(Ledger(actor=actor, at=at), "ask_export", uid, ask, row_count)
    return uid


def cancel_export(*, actor: Actor, at: datetime, uid: str) -> None:
    """Want a file no more; a worker in the middle of it notices and stops.

    Raises ExportNotFound, ExportSettled.
    """
    with write_transaction():
        export = _held(actor, uid)
        if export.state not in _OPEN:
            raise ExportSettled()
        rows.update(
            Export,
            export.id,
            {"state": ExportState.CANCELLED.value, "claimed_by": None, "claimed_until": None},
        )
        Ledger(actor=actor, at=at).record("cancel_export", subject=uid)


def ask_again(*, actor: Actor, at: datetime, uid: str) -> None:
    """Queue a file once more that could not be made or was cancelled.

    Raises ExportNotFound, ExportSettled.
    """
    with write_transaction():
        export = _held(actor, uid)
        if export.state not in (ExportState.FAILED, ExportState.CANCELLED):
            raise ExportSettled()
        rows.update(
            Export,
            export.id,
            {
                "state": ExportState.WAITING.value,
                "queued_at": at,
                "attempt_count": 0,
                "rows_done": 0,
                "trouble": "",
                "seen_at": None,
            },
        )
        Ledger(actor=actor, at=at).record("ask_export", subject=uid, name=export.name)


def note_seen(*, actor: Actor, at: datetime) -> None:
    """Remember that the actor has seen which of their files are settled: no more notice of them."""
    unseen = Export.select(Export.id).where(
        Export.person == actor.person_id,
        Export.seen_at.is_null(),
        Export.state.in_((ExportState.READY.value, ExportState.FAILED.value)),
    )
    if not unseen.exists():
        return
    with write_transaction():
        found: Any = list(unseen.tuples())
        for (export_id,) in found:
            rows.update(Export, export_id, {"seen_at": at})


def _queued(
    actor: Actor, at: datetime, ask: Ask, name: str, row_count: int, *, unit_id: int | None = None
) -> str:
    """Put a file into the queue, of the actor's unit unless another is told; its uid."""
    uid = new_uid()
    rows.insert(
        Export,
        {
            "uid": uid,
            "unit": unit_id or actor.unit_id,
            "person": actor.person_id,
            "ask": ask.as_text(),
            "name": name[-255:],
            "row_count": row_count,
            "state": ExportState.WAITING.value,
            "queued_at": at,
        },
    )
    return uid


def _may_take_duty(actor: Actor, ask: DutyAsk, row_count: int) -> None:
    counted_duty(actor, ask.duty_uid)
    _may_take(actor, row_count)


def _may_take(actor: Actor, row_count: int) -> None:
    require(actor, Act.SEE_DUTY)
    if not row_count:
        raise NothingToPrint()
    if row_count > MOST_ROWS:
        raise TooManyLines(count=row_count, most=MOST_ROWS)


def _told_overview(
    ledger: Ledger, act: str, subject: str, ask: OverviewAsk, row_count: int
) -> None:
    ledger.record(
        act, subject=subject, form="overview", format=ask.format.value, row_count=row_count
    )


def _told_duty(ledger: Ledger, act: str, subject: str, ask: DutyAsk, row_count: int) -> None:
    ledger.record(
        act,
        subject=subject,
        duty=ask.duty_uid,
        form=ask.what.value,
        format=ask.format.value,
        row_count=row_count,
    )


def _unit(actor: Actor, ask: BookAsk) -> Any:
    unit = Unit.get_or_none(Unit.uid == ask.unit_uid)
    if unit is None:
        raise UnitNotFound(uid=ask.unit_uid)
    require(actor, Act.PRINT_BOOK, subject_path=unit.path)
    return unit


def _held(actor: Actor, uid: str) -> Any:
    found = locked(
        Export.select().where(Export.uid == uid, Export.person == actor.person_id)
    ).first()
    if found is None:
        raise ExportNotFound(uid=uid)
    return found


def _told_dossier(ledger: Ledger, act: str, subject: str, ask: DossierAsk, row_count: int) -> None:
    ledger.record(
        act,
        subject=subject,
        letter=ask.letter_uid,
        format=ask.format.value,
        text=ask.question,
        row_count=row_count,
    )


def _told(ledger: Ledger, act: str, subject: str, ask: BookAsk, row_count: int) -> None:
    ledger.record(
        act,
        subject=subject,
        form=ask.form.value,
        register=ask.register,
        from_on=ask.from_on.isoformat(),
        to_on=ask.to_on.isoformat(),
        format=ask.format.value,
        row_count=row_count,
    )
