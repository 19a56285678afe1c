"""The report forms of an office, what each was in every version, and the duties that use them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee

from saraban.errors import ReportFormNotFound
from saraban.records import DutyUnit, ReportDuty, ReportForm, ReportFormVersion, Unit
from saraban.rules.permissions import Act, Actor, may, require
from saraban.rules.report_form_text import parse_form
from saraban.rules.report_forms import FormDefinition


@dataclass(frozen=True)
class FormLine:
    """A form of the unit in its list. version is its newest published one, 0 for none.

    is_changed tells that what is being built is not what was published last.
    """

    uid: str
    name: str
    version: int
    is_changed: bool
    duty_count: int
    changed_at: datetime
    changed_by: str
    is_closed: bool


@dataclass(frozen=True)
class PublishedForm:
    """One version of a form, as it is filled in."""

    id: int
    form_uid: str
    unit_id: int
    version: int
    definition: FormDefinition
    remark: str
    published_at: datetime
    published_by: str


@dataclass(frozen=True)
class FormUse:
    """An open duty that asks for a form, and the version it asks for."""

    duty_uid: str
    name: str
    version: int


@dataclass(frozen=True)
class FormCard:
    """A form on its builder's page: what is being built, its versions newest first, its duties."""

    uid: str
    name: str
    seq: int
    definition: FormDefinition
    changed_at: datetime
    changed_by: str
    is_closed: bool
    versions: tuple[PublishedForm, ...]
    uses: tuple[FormUse, ...]

    @property
    def newest(self) -> PublishedForm | None:
        """The version published last."""
        return self.versions[0] if self.versions else None

    @property
    def is_changed(self) -> bool:
        """Whether there is something new to publish."""
        return self.newest is None or self.newest.definition != self.definition


@dataclass(frozen=True)
class FormChoice:
    """A version that a new duty may ask for; unit_name is the office that made it."""

    version_id: int
    name: str
    version: int
    unit_name: str


def report_forms(actor: Actor) -> tuple[FormLine, ...]:
    """The forms of the actor's unit, open ones first, by name. Raises Refused."""
    require(actor, Act.BUILD_FORM)
    newest: Any = (
        ReportFormVersion.select(
            ReportFormVersion.form, peewee.fn.MAX(ReportFormVersion.version).alias("version")
        )
        .group_by(ReportFormVersion.form)
        .alias("newest")
    )
    rows: Any = (
        ReportForm.select(ReportForm, newest.c.version, ReportFormVersion.definition)
        .left_outer_join(newest, on=(newest.c.form_id == ReportForm.id))
        .left_outer_join(
            ReportFormVersion,
            on=(
                (ReportFormVersion.form == ReportForm.id)
                & (ReportFormVersion.version == newest.c.version)
            ),
        )
        .where(ReportForm.unit == actor.unit_id)
        .objects()
    )
    uses = _use_counts(actor.unit_id)
    found = [
        FormLine(
            uid=row.uid,
            name=row.name,
            version=row.version or 0,
            is_changed=row.draft != (row.definition or ""),
            duty_count=uses.get(row.id, 0),
            changed_at=row.changed_at,
            changed_by=row.changed_by,
            is_closed=row.closed_at is not None,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda line: (line.is_closed, line.name)))


def report_form(actor: Actor, uid: str) -> FormCard:
    """One form of the actor's unit. Raises Refused, ReportFormNotFound."""
    require(actor, Act.BUILD_FORM)
    row = ReportForm.get_or_none(ReportForm.uid == uid, ReportForm.unit == actor.unit_id)
    if row is None:
        raise ReportFormNotFound(uid=uid)
    versions = _versions().where(ReportFormVersion.form == row.id)
    uses: Any = (
        ReportDuty.select(ReportDuty.uid, ReportDuty.name, ReportFormVersion.version)
        .join(ReportFormVersion, on=(ReportDuty.form_version == ReportFormVersion.id))
        .where(
            ReportFormVersion.form == row.id,
            ReportDuty.unit == actor.unit_id,
            ReportDuty.ended_at.is_null(),
        )
        .order_by(ReportDuty.id)
        .tuples()
    )
    return FormCard(
        uid=row.uid,
        name=row.name,
        seq=row.seq,
        definition=being_built(row),
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        is_closed=row.closed_at is not None,
        versions=tuple(
            _published(one) for one in versions.order_by(ReportFormVersion.version.desc())
        ),
        uses=tuple(FormUse(*use) for use in uses),
    )


def being_built(row: Any) -> FormDefinition:
    """What is being built of a form's row."""
    return parse_form(row.draft) if row.draft else FormDefinition(row.name)


def form_version(version_id: int) -> PublishedForm:
    """A version by its id, for who has come to it by a duty they may see.

    Raises ReportFormNotFound.
    """
    row = _versions().where(ReportFormVersion.id == version_id).first()
    if row is None:
        raise ReportFormNotFound(uid=str(version_id))
    return _published(row)


def form_of(version_id: int | None) -> FormDefinition | None:
    """A published version's definition."""
    if version_id is None:
        return None
    return parse_form(ReportFormVersion.get_by_id(version_id).definition)


def form_version_in_sight(actor: Actor, uid: str, number: int) -> PublishedForm:
    """A version of a form of the actor's unit, or of one that a duty of theirs asks for.

    Raises ReportFormNotFound.
    """
    row = _versions().where(ReportForm.uid == uid, ReportFormVersion.version == number).first()
    if row is None or not (_is_own(actor, row) or _is_asked_of(actor, row.form_id)):
        raise ReportFormNotFound(uid=uid)
    return _published(row)


def forms_to_choose(actor: Actor) -> tuple[FormChoice, ...]:
    """What a duty may ask for: the newest version of each open form of the unit, by name, then
    the versions that duties ask of the unit, which it may ask of its own units as they are.
    """
    if not may(actor, Act.KEEP_DUTY):
        return ()
    own: Any = (
        ReportFormVersion.select(
            ReportFormVersion.id, ReportForm.name, ReportFormVersion.version, Unit.name_th
        )
        .join(ReportForm, on=(ReportFormVersion.form == ReportForm.id))
        .join(Unit, on=(ReportForm.unit == Unit.id))
        .where(ReportForm.unit == actor.unit_id, ReportForm.closed_at.is_null())
        .order_by(ReportForm.name, ReportFormVersion.version)
        .tuples()
    )
    newest = {row[1:2] + row[3:]: FormChoice(*row) for row in own}
    asked: Any = (
        ReportFormVersion.select(
            ReportFormVersion.id, ReportForm.name, ReportFormVersion.version, Unit.name_th
        )
        .join(ReportForm, on=(ReportFormVersion.form == ReportForm.id))
        .join(Unit, on=(ReportForm.unit == Unit.id))
        .where(
            ReportForm.unit != actor.unit_id,
            ReportFormVersion.id.in_(_versions_asked_of(actor.unit_id)),
        )
        .order_by(ReportForm.name, ReportFormVersion.version)
        .tuples()
    )
    return (*newest.values(), *(FormChoice(*row) for row in asked))


def _is_own(actor: Actor, row: Any) -> bool:
    return row.form.unit_id == actor.unit_id and may(actor, Act.SEE_DUTY)


def _is_asked_of(actor: Actor, form_id: int) -> bool:
    if not may(actor, Act.SEE_DUTY):
        return False
    found = ReportFormVersion.select().where(
        ReportFormVersion.form == form_id,
        ReportFormVersion.id.in_(_versions_asked_of(actor.unit_id)),
    )
    return bool(found.exists())


def _versions_asked_of(unit_id: int) -> Any:
    return (
        ReportDuty.select(ReportDuty.form_version)
        .join(DutyUnit, on=(DutyUnit.duty == ReportDuty.id))
        .where(DutyUnit.to_unit == unit_id, ReportDuty.form_version.is_null(False))
    )


def _use_counts(unit_id: int) -> dict[int, int]:
    rows: Any = (
        ReportDuty.select(ReportFormVersion.form, peewee.fn.COUNT(ReportDuty.id))
        .join(ReportFormVersion, on=(ReportDuty.form_version == ReportFormVersion.id))
        .where(ReportDuty.unit == unit_id, ReportDuty.ended_at.is_null())
        .group_by(ReportFormVersion.form)
        .tuples()
    )
    return dict(rows)


def _versions() -> Any:
    return ReportFormVersion.select(ReportFormVersion, ReportForm).join(
        ReportForm, on=(ReportFormVersion.form == ReportForm.id)
    )


def _published(row: Any) -> PublishedForm:
    return PublishedForm(
        id=row.id,
        form_uid=row.form.uid,
        unit_id=row.form.unit_id,
        version=row.version,
        definition=parse_form(row.definition),
        remark=row.remark,
        published_at=row.published_at,
        published_by=row.published_by,
    )
