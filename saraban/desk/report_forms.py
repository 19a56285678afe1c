"""Building a report form: what is built is kept, and a published version never changes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.errors import (
    DutyNotFound,
    NothingNewToPublish,
    ReportFormChangedMeanwhile,
    ReportFormClosed,
    ReportFormEmpty,
    ReportFormNotFound,
    TextTooLong,
)
from saraban.records import ReportDuty, ReportForm, ReportFormVersion
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.report_form_text import form_text, parse_form
from saraban.rules.report_forms import FormDefinition, check_form
from saraban.thai.text import clean_line

LONGEST_REMARK = 500


def begin_form(*, actor: Actor, at: datetime, definition: FormDefinition) -> str:
    """Begin a form of the actor's unit, from nothing, an example or a copy; its uid.

    Raises Refused and what check_form does.
    """
    require(actor, Act.BUILD_FORM)
    check_form(definition)
    uid = new_uid()
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        ledger.insert(
            ReportForm,
            uid=uid,
            unit=actor.unit_id,
            name=definition.title,
            draft=form_text(definition),
            seq=1,
            made_at=at,
            made_by=actor.name,
            changed_at=at,
            changed_by=actor.name,
        )
        ledger.record("begin_report_form", subject=uid, name=definition.title)
    return uid


def keep_form(
    *, actor: Actor, at: datetime, form_uid: str, based_on: int, definition: FormDefinition
) -> int:
    """Keep what is being built; its seq. The same again is kept once.

    based_on is the seq from which the definition was made. Raises Refused, ReportFormNotFound,
    ReportFormClosed, ReportFormChangedMeanwhile and what check_form does.
    """
    require(actor, Act.BUILD_FORM)
    check_form(definition)
    text = form_text(definition)
    with write_transaction():
        form = _open_form(actor, form_uid)
        if form.draft == text:
            return int(form.seq)
        _refuse_newer(form, based_on)
        ledger = Ledger(actor=actor, at=at)
        ledger.update(
            ReportForm,
            form.id,
            name=definition.title,
            draft=text,
            seq=form.seq + 1,
            changed_at=at,
            changed_by=actor.name,
        )
        ledger.record("keep_report_form", subject=form_uid, seq=form.seq + 1)
    return int(form.seq) + 1


def publish_form(
    *,
    actor: Actor,
    at: datetime,
    form_uid: str,
    based_on: int,
    remark: str = "",
    duty_uids: Sequence[str] = (),
) -> int:
    """Publish what was built as the next version; its number.

    duty_uids are open duties of the unit that ask for it from now on: whoever is filling in the
    former version is told what changed. What was answered stays with the version it was answered
    in. Raises Refused, ReportFormNotFound, ReportFormClosed, ReportFormChangedMeanwhile,
    ReportFormEmpty, NothingNewToPublish, DutyNotFound, TextTooLong.
    """
    require(actor, Act.BUILD_FORM)
    remark = clean_line(remark)
    if len(remark) > LONGEST_REMARK:
        raise TextTooLong(field="remark", most=LONGEST_REMARK)
    with write_transaction():
        form = _open_form(actor, form_uid)
        _refuse_newer(form, based_on)
        if not form.draft or not parse_form(form.draft).asking:
            raise ReportFormEmpty()
        last = (
            ReportFormVersion.select()
            .where(ReportFormVersion.form == form.id)
            .order_by(ReportFormVersion.version.desc())
            .first()
        )
        if last is not None and last.definition == form.draft:
            raise NothingNewToPublish(version=last.version)
        version = 1 if last is None else last.version + 1
        ledger = Ledger(actor=actor, at=at)
        version_id = ledger.insert(
            ReportFormVersion,
            form=form.id,
            version=version,
            definition=form.draft,
            remark=remark,
            published_at=at,
            published_by=actor.name,
        )
        for duty_uid in dict.fromkeys(duty_uids):
            _ask_for(ledger, form.id, duty_uid, version_id)
        ledger.record(
            "publish_report_form", subject=form_uid, version=version, duties=list(duty_uids)
        )
    return int(version)


def close_form(*, actor: Actor, at: datetime, form_uid: str) -> None:
    """Offer a form no more; duties that ask for it go on. Raises Refused, ReportFormNotFound."""
    require(actor, Act.BUILD_FORM)
    with write_transaction():
        form = _open_form(actor, form_uid)
        ledger = Ledger(actor=actor, at=at)
        ledger.update(ReportForm, form.id, closed_at=at, closed_by=actor.name)
        ledger.record("close_report_form", subject=form_uid, name=form.name)


def reopen_form(*, actor: Actor, at: datetime, form_uid: str) -> None:
    """Offer a closed form again. Raises Refused, ReportFormNotFound."""
    require(actor, Act.BUILD_FORM)
    with write_transaction():
        form = _own_form(actor, form_uid)
        if form.closed_at is None:
            return
        ledger = Ledger(actor=actor, at=at)
        ledger.update(ReportForm, form.id, closed_at=None, closed_by=None)
        ledger.record("reopen_report_form", subject=form_uid, name=form.name)


def _ask_for(ledger: Ledger, form_id: int, duty_uid: str, version_id: int) -> None:
    """Let an open duty of the unit, which asks for this form already, ask for that version."""
    versions = ReportFormVersion.select(ReportFormVersion.id).where(
        ReportFormVersion.form == form_id
    )
    duty = locked(
        ReportDuty.select().where(
            ReportDuty.uid == duty_uid,
            ReportDuty.unit == ledger.unit_id,
            ReportDuty.ended_at.is_null(),
            ReportDuty.form_version.in_(versions),
        )
    ).first()
    if duty is None:
        raise DutyNotFound(uid=duty_uid)
    ledger.update(ReportDuty, duty.id, form_version=version_id)


def _own_form(actor: Actor, uid: str) -> Any:
    found = locked(
        ReportForm.select().where(ReportForm.uid == uid, ReportForm.unit == actor.unit_id)
    ).first()
    if found is None:
        raise ReportFormNotFound(uid=uid)
    return found


def _open_form(actor: Actor, uid: str) -> Any:
    form = _own_form(actor, uid)
    if form.closed_at is not None:
        raise ReportFormClosed()
    return form


def _refuse_newer(form: Any, based_on: int) -> None:
    if form.seq != based_on:
        raise ReportFormChangedMeanwhile(who=form.changed_by)
