"""The ledger as an auditor reads it: who did what, when, in which unit, newest first."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from saraban.errors import UnitNotFound
from saraban.records import AuditEvent, Unit
from saraban.rules.permissions import Act, Actor, may, require

PAGE_SIZE = 50


@dataclass(frozen=True)
class EventLine:
    """One event. act is the desk's own word, such as "register_received"; subject is the uid
    of what was acted on; facts are what the act said of itself; changes names each table with
    the count of rows that the event tells of."""

    unit_uid: str
    unit_name: str
    seq: int
    at: datetime
    actor_name: str
    act: str
    subject: str
    digest: str
    facts: dict[str, Any]
    changes: dict[str, int]


@dataclass(frozen=True)
class EventPage:
    """Newest first. has_more tells whether another page follows."""

    lines: tuple[EventLine, ...]
    page: int
    has_more: bool


def events(
    actor: Actor,
    *,
    unit_uid: str | None = None,
    act: str | None = None,
    subject: str | None = None,
    page: int = 1,
) -> EventPage:
    """Events of the units that the actor audits: all, or those of one unit, act or subject.

    Raises Refused for who audits nothing, UnitNotFound for a unit outside their branch.
    """
    require(actor, Act.SEE_AUDIT)
    query: Any = (
        AuditEvent.select(
            Unit.uid,
            Unit.name_th,
            AuditEvent.seq,
            AuditEvent.at,
            AuditEvent.actor_name,
            AuditEvent.act,
            AuditEvent.subject,
            AuditEvent.digest,
            AuditEvent.body,
        )
        .join(Unit, on=(AuditEvent.unit == Unit.id))
        .where(_units(actor, unit_uid))
        .order_by(AuditEvent.id.desc())
        .paginate(page, PAGE_SIZE)
        .limit(PAGE_SIZE + 1)
    )
    if act:
        query = query.where(AuditEvent.act == act)
    if subject:
        query = query.where(AuditEvent.subject == subject)
    found = list(query.tuples())
    return EventPage(tuple(_line(*row) for row in found[:PAGE_SIZE]), page, len(found) > PAGE_SIZE)


def _units(actor: Actor, unit_uid: str | None) -> Any:
    if unit_uid is None:
        return Unit.path.startswith(actor.unit_path)
    unit = Unit.get_or_none(Unit.uid == unit_uid)
    if unit is None or not may(actor, Act.SEE_AUDIT, subject_path=unit.path):
        raise UnitNotFound(uid=unit_uid)
    return AuditEvent.unit == unit.id


def _line(*row: Any) -> EventLine:
    *columns, text = row
    try:
        body = json.loads(text)
    except ValueError:  # changed by hand: ledger_check names it, the list still shows the rest
        body = {"facts": {}, "changes": []}
    counts: dict[str, int] = {}
    for change in body["changes"]:
        rows = len(change["values"]) if "for_each" in change else 1
        counts[change["table"]] = counts.get(change["table"], 0) + rows
    parts: Any = (*columns, body["facts"], counts)
    return EventLine(*parts)
