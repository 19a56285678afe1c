"""What every note on a letter needs: the receipt it stands on, its writer, the desks it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.errors import (
    InvalidInput,
    MissingField,
    NotYetReceived,
    PersonNotFound,
    TextTooLong,
    UnitNotFound,
)
from saraban.queries.actors import held_on
from saraban.queries.visibility import is_desk_inside
from saraban.records import (
    Endorsement,
    Person,
    Post,
    Receipt,
    RegisterEntry,
    Unit,
)
from saraban.records.database import locked
from saraban.rules.endorsements import LONGEST_TEXT, Author
from saraban.rules.permissions import THAI_MANNER, Actor
from saraban.thai.text import clean_line


@dataclass(frozen=True)
class ChosenDesk:
    """A desk that exists and may be named; person_id where it is one person's."""

    unit: Any
    person_id: int | None
    name: str
    is_responsible: bool


def checked_text(text: str, *, field: str = "text") -> str:
    """The lines of a note without blanks at their ends. Raises MissingField, TextTooLong."""
    lines = [clean_line(line) for line in text.splitlines()]
    words = "\n".join(line for line in lines if line)
    if not words:
        raise MissingField(field=field)
    if len(words) > LONGEST_TEXT:
        raise TextTooLong(field=field, most=LONGEST_TEXT)
    return words


def locked_receipt(letter_id: int, unit_id: int, *, receipt_id: int | None = None) -> Any:
    """The unit's first receipt of the letter that stands, or the one named, held.

    What is held is the line of its book: two who write on one letter are one after the other.
    Raises NotYetReceived.
    """
    query = (
        Receipt.select(Receipt)
        .join(RegisterEntry, on=(Receipt.entry == RegisterEntry.id))
        .where(Receipt.letter == letter_id, Receipt.unit == unit_id)
        .order_by(Receipt.id)
    )
    if receipt_id is None:
        query = query.where(RegisterEntry.voided_at.is_null())
    else:
        query = query.where(Receipt.id == receipt_id)
    found = query.first()
    if found is None:
        raise NotYetReceived()
    locked(RegisterEntry.select().where(RegisterEntry.id == found.entry_id)).get()
    return found


def note_count(letter_id: int, unit_id: int) -> int:
    """How many notes the unit has on the letter, withdrawals included."""
    notes = Endorsement.select().where(Endorsement.letter == letter_id, Endorsement.unit == unit_id)
    return int(notes.count())


def author_of(actor: Actor, *, on: date) -> Author:
    """The writer as they stand under a note: their own post, and in whose they write."""
    if actor.acting is not None:
        acting = actor.acting
        return Author(
            acting.own_name, acting.own_post, THAI_MANNER[acting.manner], acting.post_title
        )
    return Author(actor.name, own_post(actor.person_id, actor.unit_id, on=on))


def own_post(person_id: int | None, unit_id: int, *, on: date) -> str:
    """The title of a person's oldest post in the unit that has one; "" without."""
    found = (
        Post.select(Post.title_th)
        .join(Unit, on=(Post.unit == Unit.id))
        .where(Post.person == person_id, Post.unit == unit_id, Post.title_th != "", held_on(on))
        .order_by(Post.id)
        .scalar()
    )
    return str(found or "")


def chosen_desks(
    actor: Actor, named: Sequence[tuple[str, str]], *, on: date
) -> tuple[ChosenDesk, ...]:
    """The desks of these (unit uid, person uid), the first responsible.

    A unit is a desk inside the actor's own; a person works at the actor's unit or at such a
    desk. Raises UnitNotFound, PersonNotFound, and InvalidInput for one named twice.
    """
    chosen: list[ChosenDesk] = []
    for unit_uid, person_uid in named:
        found = (
            _person_desk(actor, person_uid, on=on)
            if person_uid
            else (inner_desk(actor, unit_uid, on=on), None, "")
        )
        unit, person_id, name = found
        chosen.append(ChosenDesk(unit, person_id, name or unit.name_th, not chosen))
    if len({(desk.unit.id, desk.person_id) for desk in chosen}) != len(chosen):
        raise InvalidInput(field="others")
    return tuple(chosen)


def inner_desk(actor: Actor, uid: str, *, on: date, field: str = "responsible") -> Any:
    """The desk of that uid inside the actor's unit, open on that day. Raises UnitNotFound."""
    unit = Unit.get_or_none(Unit.uid == uid)
    is_open = unit is not None and (unit.valid_to is None or unit.valid_to > on)
    if unit is None or not is_open or not is_desk_inside(unit.id, actor.unit_id):
        raise UnitNotFound(field=field, uid=uid)
    return unit


def _person_desk(actor: Actor, uid: str, *, on: date) -> tuple[Any, int, str]:
    person = Person.get_or_none(Person.uid == uid)
    if person is not None and person.deactivated_at is None:
        posts = (
            Post.select(Post, Unit)
            .join(Unit, on=(Post.unit == Unit.id))
            .where(Post.person == person.id, held_on(on))
            .order_by(Post.id)
        )
        for post in posts:
            if post.unit_id == actor.unit_id or is_desk_inside(post.unit_id, actor.unit_id):
                return post.unit, int(person.id), str(person.name_th)
    raise PersonNotFound(field="responsible", uid=uid)
