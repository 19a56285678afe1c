"""Fetch and authorise in one call: what may not be seen is answered as what does not exist."""

from datetime import date
from typing import Any

from saraban.errors import LetterNotFound, UnitClosed, UnitNotFound
from saraban.queries.one_letter import delivery_here
from saraban.queries.visibility import sees_letter
from saraban.records import Delivery, Letter, Unit, rows
from saraban.rules.permissions import Act, Actor, require


def letter(actor: Actor, act: Act, *, uid: str) -> Letter:
    """The letter, if the actor sees it; LetterNotFound otherwise; Refused if they may not act."""
    found = Letter.get_or_none(Letter.uid == uid)
    if found is None or not sees_letter(actor, found.id):
        raise LetterNotFound(uid=uid)
    require(actor, act)
    return found


def delivery(actor: Actor, act: Act, *, letter_uid: str) -> Any:
    """The letter's delivery to the actor's own unit, with .letter; LetterNotFound otherwise.

    It may be that of a row that was declared one letter with the row asked for.
    """
    row = rows.one(Letter, "uid = ?", letter_uid)
    if row is None:
        raise LetterNotFound(uid=letter_uid)
    found = rows.one(Delivery, "letter_id = ? AND to_unit_id = ?", row.id, actor.unit_id)
    if found is not None:
        found.letter = row
    else:
        found = delivery_here(row.id, actor.unit_id)
    if found is None:
        raise LetterNotFound(uid=letter_uid)
    require(actor, act)
    return found


def unit(actor: Actor, act: Act, *, uid: str) -> Unit:
    """The unit, if the actor may do the act on it."""
    found = Unit.get_or_none(Unit.uid == uid)
    if found is None:
        raise UnitNotFound(uid=uid)
    require(actor, act, subject_path=found.path)
    return found


def open_unit(unit_id: int, *, on: date) -> Unit:
    """The unit, if it exists on that day; UnitClosed or UnitNotFound otherwise."""
    found = Unit.get_or_none(Unit.id == unit_id)
    if found is None:
        raise UnitNotFound(unit_id=unit_id)
    if found.valid_to is not None and found.valid_to <= on:
        raise UnitClosed(unit=found.name_th)
    return found
