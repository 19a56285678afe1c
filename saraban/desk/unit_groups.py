"""Groups of units that an office sends to again, and lists of units out of a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk.filing import NewFile, add_stored, keep_bytes
from saraban.errors import (
    EmptyGroup,
    GroupNameTaken,
    GroupNotFound,
    InvalidInput,
    MissingField,
    TextTooLong,
    UnitNotFound,
    UnreadablePhrase,
)
from saraban.records import Unit, UnitGroup, UnitGroupVersion, UnitSet, UnitSetMember
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.records.unit_sets import insert_members
from saraban.rules.addressee_line import saved_names
from saraban.rules.addressees import parse_phrase
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.units import INNER_KINDS, UnitKind
from saraban.thai.text import clean_line

LONGEST_NAME, LONGEST_PHRASE = 80, 500
KEYS = range(1, 9)  # F2 to F9 on the page
_QUOTES = frozenset('"“”')


@dataclass(frozen=True)
class GroupSaid:
    """What a group is to mean: a phrase, units, or both; place is its key, 1 to 8 or none.

    list_uid names an imported list whose units it takes over instead of unit_uids.
    """

    name: str
    phrase: str = ""
    unit_uids: tuple[str, ...] = ()
    place: int | None = None
    list_uid: str | None = None


def keep_list(
    *, actor: Actor, at: datetime, file: NewFile, members: Sequence[tuple[int, int]]
) -> str:
    """Keep the units of an imported list as they were confirmed, and its file; the list's uid.

    members are (line in the file, unit id), each unit once. Raises Refused, EmptyGroup,
    UnitNotFound, FileTooLarge.
    """
    require(actor, Act.ISSUE_LETTER)
    if not members:
        raise EmptyGroup()
    kept = keep_bytes([file])
    (sha256,) = kept
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        add_stored(ledger, sha256, file)
        uid = new_uid()
        _add_set(ledger, uid, file.name, members, sha256=sha256)
        ledger.record("keep_unit_list", subject=uid, name=file.name, unit_count=len(members))
    return uid


def keep_group(*, actor: Actor, at: datetime, said: GroupSaid, group_uid: str | None = None) -> str:
    """Add a group, or let one mean something else from now on; its uid.

    Nothing is written when nothing changed. A key that another group had is taken from it.
    Raises Refused, GroupNotFound, MissingField, TextTooLong, InvalidInput, EmptyGroup,
    GroupNameTaken, UnreadablePhrase, UnitNotFound.
    """
    require(actor, Act.KEEP_UNIT_GROUPS)
    name, phrase = _checked(actor, said)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        locked(Unit.select().where(Unit.id == actor.unit_id)).get()
        group = None if group_uid is None else _open_group(actor, group_uid)
        _refuse_double_name(actor, name, group)
        members = _members(actor, said)
        if not phrase and not members:
            raise EmptyGroup(field="phrase")
        _free_key(ledger, said.place, group)
        uid = new_uid() if group is None else group.uid
        number, before = 0, None
        if group is None:
            group_id = ledger.insert(
                UnitGroup, uid=uid, unit=actor.unit_id, name=name, place=said.place, made_at=at
            )
        else:
            group_id = group.id
            number, before = _newest(group_id)
            if (group.name, group.place) != (name, said.place):
                ledger.update(UnitGroup, group_id, name=name, place=said.place)
        if before != (phrase, members):
            set_id = None
            if members:
                lines: list[tuple[int | None, int]] = [(None, unit_id) for unit_id in members]
                set_id = _add_set(ledger, new_uid(), name, lines)
            ledger.insert(
                UnitGroupVersion,
                unit_group=group_id,
                number=number + 1,
                phrase=phrase,
                unit_set=set_id,
                changed_at=at,
                changed_by=actor.name,
            )
        if ledger.changes:
            ledger.record(
                "keep_unit_group", subject=uid, name=name, phrase=phrase, unit_count=len(members)
            )
    return uid


def archive_group(*, actor: Actor, at: datetime, group_uid: str) -> None:
    """Offer a group no more; what it meant when stays. Raises Refused, GroupNotFound."""
    require(actor, Act.KEEP_UNIT_GROUPS)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        group = _open_group(actor, group_uid)
        ledger.update(UnitGroup, group.id, archived_at=at, archived_by=actor.name, place=None)
        ledger.record("archive_unit_group", subject=group_uid, name=group.name)


def _checked(actor: Actor, said: GroupSaid) -> tuple[str, str]:
    """(name, phrase) as they are kept; the phrase can be read, and names no group in turn."""
    name, phrase = clean_line(said.name), clean_line(said.phrase)
    if not name:
        raise MissingField(field="name")
    for field, text, most in (("name", name, LONGEST_NAME), ("phrase", phrase, LONGEST_PHRASE)):
        if len(text) > most:
            raise TextTooLong(field=field, most=most)
    if _QUOTES & set(name):
        raise InvalidInput(field="name")
    if said.place is not None and said.place not in KEYS:
        raise InvalidInput(field="place")
    if phrase:
        legal = Unit.get_by_id(actor.unit_id)
        while legal.kind in INNER_KINDS and legal.parent_id is not None:
            legal = legal.parent
        read = parse_phrase(phrase, sender_kind=UnitKind(legal.kind))
        if saved_names(phrase)[1] or any(group.by_list for group in read):
            raise UnreadablePhrase(field="phrase", text=phrase)
    return name, phrase


def _members(actor: Actor, said: GroupSaid) -> list[int]:
    """Ids of the named units in the order given, each once."""
    if said.list_uid:
        told = UnitSet.get_or_none(UnitSet.uid == said.list_uid, UnitSet.unit == actor.unit_id)
        if told is None:
            raise GroupNotFound(uid=said.list_uid)
        rows: Any = UnitSetMember.select(UnitSetMember.to_unit).where(
            UnitSetMember.unit_set == told.id
        )
        return [row[0] for row in rows.order_by(UnitSetMember.id).tuples()]
    wanted = list(dict.fromkeys(said.unit_uids))
    query: Any = Unit.select(Unit.uid, Unit.id).where(Unit.uid.in_(wanted)).tuples()
    found: dict[str, int] = dict(query)
    if len(found) != len(wanted):
        raise UnitNotFound(field="units")
    return [found[uid] for uid in wanted]


def _add_set(
    ledger: Ledger,
    uid: str,
    name: str,
    members: Sequence[tuple[int | None, int]],
    *,
    sha256: str | None = None,
) -> int:
    """The set and its members, the members by one statement however many they are."""
    set_id = ledger.insert(
        UnitSet,
        uid=uid,
        unit=ledger.unit_id,
        name=name[:160],
        file=sha256,
        unit_count=len(members),
        made_at=ledger.at,
        made_by=ledger.actor.name,
    )
    made = insert_members(UnitSetMember, set_id, members)
    if len(made) != len(members):
        raise UnitNotFound(field="units")
    ledger.note(
        UnitSetMember, None, {"unit_set_id": set_id},
        for_each=("id", "to_unit_id", "line"), values=made,
    )  # fmt: skip
    return int(set_id)


def _open_group(actor: Actor, uid: str) -> Any:
    found = locked(
        UnitGroup.select().where(
            UnitGroup.uid == uid,
            UnitGroup.unit == actor.unit_id,
            UnitGroup.archived_at.is_null(),
        )
    ).first()
    if found is None:
        raise GroupNotFound(uid=uid)
    return found


def _refuse_double_name(actor: Actor, name: str, group: Any) -> None:
    same = UnitGroup.select().where(
        UnitGroup.unit == actor.unit_id,
        UnitGroup.name == name,
        UnitGroup.archived_at.is_null(),
        UnitGroup.id != (0 if group is None else group.id),
    )
    if same.exists():
        raise GroupNameTaken(field="name", name=name)


def _free_key(ledger: Ledger, place: int | None, group: Any) -> None:
    """No key means two groups: the one that had it goes without."""
    if place is None:
        return
    had = UnitGroup.get_or_none(
        UnitGroup.unit == ledger.unit_id,
        UnitGroup.place == place,
        UnitGroup.id != (0 if group is None else group.id),
    )
    if had is not None:
        ledger.update(UnitGroup, had.id, place=None)


def _newest(group_id: int) -> tuple[int, tuple[str, list[int]]]:
    """(number, (phrase, unit ids)) of the group's newest version."""
    newest = (
        UnitGroupVersion.select()
        .where(UnitGroupVersion.unit_group == group_id)
        .order_by(UnitGroupVersion.number.desc())
        .get()
    )
    rows: Any = UnitSetMember.select(UnitSetMember.to_unit).where(
        UnitSetMember.unit_set == newest.unit_set_id
    )
    members = [row[0] for row in rows.order_by(UnitSetMember.id).tuples()]
    return int(newest.number), (str(newest.phrase), members)
