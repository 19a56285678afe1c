"""What only a demo may do: fill an empty installation, and give everybody one password.

Nothing here runs in a real office: `load` refuses one, and add_people refuses outside `load`.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from saraban.desk import _passwords
from saraban.desk._audit import Ledger
from saraban.desk.people import insert_person, insert_post
from saraban.errors import DemoRefused, UnitNotFound
from saraban.records import Letter, Person, Unit
from saraban.records.database import database, write_transaction
from saraban.records.installation import fact, set_fact
from saraban.rules.permissions import Act, Actor, Role, require

IS_DEMO = "is_demo"
PASSWORD = "demo_password"  # noqa: S105 - the name of a fact
_LETTERS = "abcdefghjkmnpqrstwxyz23456789"


@dataclass(frozen=True)
class DemoPerson:
    """Somebody of the demo, and the one post they hold in it."""

    sign_in: str
    name_th: str
    unit_uid: str
    role: Role
    title_th: str = ""


def load(story: Callable[[str], None]) -> str:
    """Run the story, which gets the password, as one act; the password of every demo person.

    All of it happens or nothing. Where a demo was loaded before it is left as it stands.
    Raises DemoRefused where there is a person or a letter that no demo made.
    """
    with write_transaction():
        known = fact(PASSWORD)
        if known is not None:
            return known
        if Person.select().exists() or Letter.select().exists():
            raise DemoRefused()
        groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
        password = "-".join(groups)
        set_fact(IS_DEMO, "1")
        # Kept in plain words, to be shown again: a demo guards nothing.
        set_fact(PASSWORD, password)
        story(password)
    return password


def is_real_office() -> bool:
    """Whether people or letters are here that no demo made; False also without any tables."""
    if not database.table_exists(Person._meta.table_name) or fact(IS_DEMO) is not None:
        return False
    return bool(Person.select().exists() or Letter.select().exists())


def add_people(
    *, actor: Actor, at: datetime, people: Sequence[DemoPerson], password: str, valid_from: date
) -> dict[str, int]:
    """Everybody with their posts, and one hash of one password for all; ids by sign-in.

    Hashing for each would take longer than the rest of the demo. Raises DemoRefused, Refused.
    """
    if fact(IS_DEMO) is None:
        raise DemoRefused()
    require(actor, Act.MANAGE_PEOPLE)
    password_hash = _passwords.hash_password(password)
    units = {unit.uid: unit for unit in Unit.select().where(Unit.path.startswith(actor.unit_path))}
    ids: dict[str, int] = {}
    with write_transaction():
        for one in people:
            unit = units.get(one.unit_uid)
            if unit is None:
                raise UnitNotFound(uid=one.unit_uid)
            ledger = Ledger(actor=actor, at=at)
            person_id, uid = insert_person(
                ledger, sign_in=one.sign_in, name_th=one.name_th, password_hash=password_hash
            )
            insert_post(
                ledger,
                person=Person.get_by_id(person_id),
                unit=unit,
                role=one.role.value,
                title_th=one.title_th,
                valid_from=valid_from,
                valid_to=None,
            )
            ledger.record("appoint", subject=uid, unit=unit.name_th, role=one.role.value)
            ids[one.sign_in] = person_id
    return ids
