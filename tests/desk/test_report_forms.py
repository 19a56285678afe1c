"""Building and publishing a form: the ledger has every step, and no version ever changes."""

from collections.abc import Sequence
from dataclasses import replace

import peewee
import pytest

from saraban.desk.report_forms import (
    begin_form,
    close_form,
    keep_form,
    publish_form,
    reopen_form,
)
from saraban.errors import (
    DutyNotFound,
    MissingField,
    NothingNewToPublish,
    Refused,
    ReportFormChangedMeanwhile,
    ReportFormClosed,
    ReportFormNotFound,
)
from saraban.queries.ledger_check import check_ledger
from saraban.queries.report_forms import (
    FormChoice,
    form_version,
    forms_to_choose,
    report_form,
    report_forms,
)
from saraban.records import ReportDuty, ReportForm, ReportFormVersion
from saraban.rules.report_form_editing import without_field
from saraban.rules.report_form_examples import EVENT_REPORT, WEEKLY_SUMMARY
from saraban.rules.report_forms import FormDefinition
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import at, send
from tests.owed import owe_everything

SHORTER = without_field(EVENT_REPORT, "clips1")


def begin(cast: Cast, definition: FormDefinition = EVENT_REPORT) -> str:
    return begin_form(actor=cast.province.officer, at=at(), definition=definition)


def keep(cast: Cast, uid: str, definition: FormDefinition, based_on: int) -> int:
    return keep_form(
        actor=cast.province.officer,
        at=at(hour=11),
        form_uid=uid,
        based_on=based_on,
        definition=definition,
    )


def publish(
    cast: Cast, uid: str, based_on: int, *, remark: str = "", duty_uids: Sequence[str] = ()
) -> int:
    return publish_form(
        actor=cast.province.officer,
        at=at(hour=12),
        form_uid=uid,
        based_on=based_on,
        remark=remark,
        duty_uids=duty_uids,
    )


def test_every_step_stands_in_the_ledger(cast: Cast) -> None:
    tell_cast(cast)
    uid = begin(cast)
    publish(cast, uid, 1)
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    owe_everything(cast.province.clerk, cast.district_a.officer, sent.letter_uid)
    seq = keep(cast, uid, SHORTER, 1)
    publish(cast, uid, seq, remark="ไม่ต้องมีคลิป")
    close_form(actor=cast.province.officer, at=at(hour=13), form_uid=uid)
    reopen_form(actor=cast.province.officer, at=at(hour=14), form_uid=uid)

    assert check_ledger().is_whole
    assert [one.definition for one in report_form(cast.province.clerk, uid).versions] == [
        SHORTER,
        EVENT_REPORT,
    ]


def test_a_published_version_cannot_be_changed(cast: Cast) -> None:
    uid = begin(cast)
    publish(cast, uid, 1)

    with pytest.raises(peewee.DatabaseError):
        ReportFormVersion.update(definition="{}").execute()


def test_the_same_again_is_kept_once(cast: Cast) -> None:
    uid = begin(cast)

    assert keep(cast, uid, EVENT_REPORT, 99) == 1
    assert keep(cast, uid, SHORTER, 1) == keep(cast, uid, SHORTER, 1) == 2


def test_of_two_who_build_on_one_state_the_second_is_refused(cast: Cast) -> None:
    uid = begin(cast)
    keep(cast, uid, SHORTER, 1)

    with pytest.raises(ReportFormChangedMeanwhile) as refusal:
        keep(cast, uid, WEEKLY_SUMMARY, 1)
    assert refusal.value.facts["who"] == cast.province.officer.name
    with pytest.raises(ReportFormChangedMeanwhile):
        publish(cast, uid, 1)


def test_the_same_form_is_not_published_twice(cast: Cast) -> None:
    uid = begin(cast)
    publish(cast, uid, 1)

    with pytest.raises(NothingNewToPublish):
        publish(cast, uid, 1)


def test_a_duty_that_asks_for_another_form_does_not_ask_for_this_one(cast: Cast) -> None:
    uid = begin(cast)
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    owe_everything(cast.province.clerk, cast.district_a.officer, sent.letter_uid)

    with pytest.raises(DutyNotFound):
        publish(cast, uid, 1, duty_uids=[ReportDuty.get().uid])
    form = ReportForm.get(ReportForm.uid == uid)
    assert not ReportFormVersion.select().where(ReportFormVersion.form == form.id).exists()


def test_another_offices_form_is_not_there_and_executives_build_none(cast: Cast) -> None:
    uid = begin(cast)

    with pytest.raises(ReportFormNotFound):
        keep_form(
            actor=cast.district_a.officer, at=at(), form_uid=uid, based_on=1, definition=SHORTER
        )
    with pytest.raises(Refused):
        begin_form(actor=cast.province.executive, at=at(), definition=SHORTER)
    with pytest.raises(MissingField):
        begin(cast, replace(EVENT_REPORT, title=" "))


def test_a_closed_form_is_offered_for_no_new_duty(cast: Cast) -> None:
    uid = begin(cast)
    publish(cast, uid, 1)
    version = ReportFormVersion.get()
    offered = FormChoice(version.id, EVENT_REPORT.title, 1, cast.province.unit.name_th)
    assert forms_to_choose(cast.province.officer) == (offered,)
    assert form_version(version.id).definition == EVENT_REPORT

    close_form(actor=cast.province.officer, at=at(hour=13), form_uid=uid)

    assert forms_to_choose(cast.province.officer) == ()
    with pytest.raises(ReportFormClosed):
        keep(cast, uid, SHORTER, 1)
    assert [line.is_closed for line in report_forms(cast.province.clerk)] == [True]


def test_who_owes_a_duty_may_ask_its_form_of_its_own_units(cast: Cast) -> None:
    uid = begin(cast)
    publish(cast, uid, 1)
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    owe_everything(cast.province.clerk, cast.district_a.officer, sent.letter_uid)
    version = ReportFormVersion.get(ReportFormVersion.form == ReportForm.get(uid=uid).id)
    ReportDuty.update(form_version=version.id).execute()

    asked = forms_to_choose(cast.district_a.officer)

    assert [(one.version_id, one.unit_name) for one in asked] == [
        (version.id, cast.province.unit.name_th)
    ]
    assert forms_to_choose(cast.district_b.officer) == ()
    assert [line.duty_count for line in report_forms(cast.province.clerk) if line.uid == uid] == [1]
