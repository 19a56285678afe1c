"""Opening an office: the schema, the country's skeleton, the first administrator."""

import hashlib
import hmac
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import Any

import peewee

from saraban.desk import _passwords
from saraban.desk._audit import Ledger
from saraban.desk._units import Place, add_unit, record_when_full
from saraban.desk.people import insert_person, insert_post
from saraban.errors import AlreadySetUp, DatabaseUnusable, WrongFirstRunCode
from saraban.queries.actors import held_on
from saraban.records import InstallationFact, Person, Post, Unit, schema
from saraban.records.database import connected, database, is_postgres, ping, write_transaction
from saraban.records.installation import set_fact
from saraban.rules.days import day_of
from saraban.rules.letter_codes import DEPARTMENTS, MINISTRIES, PROVINCE_LETTERS, MinistryFact
from saraban.rules.permissions import Actor, Role
from saraban.rules.units import UnitKind

SYSTEM_NAME = "ระบบสารบรรณ"
OPENED = "office_opened_at"
FIRST_RUN_CODE = "first_run_code_digest"
INTERIOR = "มท"
BANGKOK = "10"

_CLAIM = (
    "INSERT INTO installation_fact (name, value) VALUES ({p}, {p}) "
    "ON CONFLICT (name) DO NOTHING RETURNING name"
)
# Nothing that is read as something else: no 0 O, 1 I L, U V.
_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ"
_CODE_LENGTH = 12


@contextmanager
def opened_database(*, needs_schema: bool = True) -> Iterator[None]:
    """A connection for one command; DatabaseUnusable when it cannot be had or is too old."""
    with ExitStack() as stack:
        try:
            stack.enter_context(connected())
            ping()
            is_current = not needs_schema or schema.is_current()
        except peewee.PeeweeException as error:
            raise DatabaseUnusable(reason=str(error).strip().splitlines()[0]) from error
        if not is_current:
            raise DatabaseUnusable(reason="โครงสร้างยังไม่เป็นรุ่นปัจจุบัน ให้สั่ง flask database upgrade ก่อน")
        yield


def upgrade_database() -> list[str]:
    """Apply the migrations that are missing; their names, [] when there were none."""
    return schema.upgrade()


def open_office(at: datetime) -> bool:
    """Put the country's skeleton into an empty tree; False, and nothing done, when it stands.

    Ministries and departments, 76 provinces below the Ministry of Interior, Bangkok, and their
    928 districts. Names and codes of provinces and districts are those of the geothai package
    (data CC BY 4.0; from the Department of Provincial Administration, Thailand Post and
    thailand-geography-json); letters and number blocks are rules.letter_codes.
    """
    with write_transaction():
        # Two processes may open at once: the second waits at this row, then finds it there.
        place = "%s" if is_postgres() else "?"
        claimed = database.execute_sql(_CLAIM.format(p=place), (OPENED, at.isoformat()))
        if claimed.fetchone() is None:
            return False
        _seed(at)
    return True


def system_actor() -> Actor:
    """The clerk behind acts that no person does: the system, at the top of the tree.

    Raises DatabaseUnusable where the office was never opened.
    """
    country = Unit.get_or_none(Unit.kind == UnitKind.COUNTRY)
    if country is None:
        raise DatabaseUnusable(reason="ยังไม่ได้เปิดสำนักงาน ให้สั่ง flask office open ก่อน")
    return _system_at(Place(country.id, country.path, None, None))


def first_run_code(at: datetime) -> str | None:
    """A fresh one-time code that makes the first administrator; None when there is one.

    Only its digest is kept; every earlier code is void. Shown on the console of the machine:
    whoever sees that may take the office anyway.
    """
    if has_administrator(at):
        return None
    code = "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))
    with write_transaction():
        set_fact(FIRST_RUN_CODE, _digest(code))
    return "-".join(code[start : start + 4] for start in range(0, _CODE_LENGTH, 4))


def has_administrator(at: datetime) -> bool:
    """Whether somebody who can sign in administers the whole country today."""
    query: Any = (
        Post.select()
        .join(Unit, on=(Post.unit == Unit.id))
        .join_from(Post, Person, on=(Post.person == Person.id))
        .where(
            Post.role == Role.ADMINISTRATOR,
            Unit.kind == UnitKind.COUNTRY,
            Person.deactivated_at.is_null(),
            held_on(day_of(at)),
        )
    )
    return bool(query.exists())


def make_first_administrator(
    *, code: str, sign_in: str, name_th: str, password: str, at: datetime
) -> int:
    """The first person, administrator of everything, against the one-time code; their id.

    The code is used up by the first who succeeds. Raises WrongFirstRunCode, AlreadySetUp, and
    the refusals of a person's own fields, which leave the code good.
    """
    if has_administrator(at):
        raise AlreadySetUp()
    password_hash = _passwords.hash_password(password)
    with write_transaction():
        # Of two at once the second waits here, and then finds the code gone.
        kept = InstallationFact.get_or_none(InstallationFact.name == FIRST_RUN_CODE)
        given = _digest(code)
        if kept is None or not hmac.compare_digest(str(kept.value), given):
            raise WrongFirstRunCode(field="code")
        used = (
            InstallationFact.delete()
            .where(InstallationFact.name == FIRST_RUN_CODE, InstallationFact.value == given)
            .execute()
        )
        if not used or has_administrator(at):
            raise AlreadySetUp()
        system = system_actor()
        ledger = Ledger(actor=system, at=at)
        person_id, uid = insert_person(
            ledger, sign_in=sign_in, name_th=name_th, password_hash=password_hash
        )
        insert_post(
            ledger,
            person=Person.get_by_id(person_id),
            unit=Unit.get_by_id(system.unit_id),
            role=Role.ADMINISTRATOR.value,
            title_th="",
            valid_from=day_of(at),
            valid_to=None,
        )
        ledger.record("make_first_administrator", subject=uid)
    return person_id


def _digest(code: str) -> str:
    plain = "".join(letter for letter in code.upper() if letter in _CODE_LETTERS)
    return hashlib.sha256(plain.encode()).hexdigest()


def _system_at(country: Place) -> Actor:
    return Actor(None, SYSTEM_NAME, country.id, country.path, frozenset(Role))


def _seed(at: datetime) -> None:
    """The skeleton, told in the country's own ledger."""
    # The root's id is not known before its row: the pen is handed to the system clerk after.
    nobody = Actor(None, SYSTEM_NAME, 0, "/", frozenset(Role))
    pen = Ledger(actor=nobody, at=at)
    country = add_unit(
        pen,
        None,
        kind=UnitKind.COUNTRY.value,
        name_th="ประเทศไทย",
        short_name_th="ประเทศไทย",
        name_en="Thailand",
    )
    ledger = Ledger(actor=_system_at(country), at=at)
    ledger.changes = pen.changes
    ministries = {fact.letters: _add_ministry(ledger, country, fact) for fact in MINISTRIES}
    for department in DEPARTMENTS:
        add_unit(
            ledger,
            ministries[department.ministry_letters],
            kind=UnitKind.DEPARTMENT.value,
            name_th=department.name_th,
            short_name_th=department.short_name_th,
            name_en=department.name_en,
            code_letters=department.ministry_letters,
            owner_number=department.block,
        )
    _seed_areas(ledger, country, ministries[INTERIOR])
    ledger.record("open_office", subject=SYSTEM_NAME)


def _add_ministry(ledger: Ledger, country: Place, fact: MinistryFact) -> Place:
    kind = UnitKind.MINISTRY if fact.is_ministry else UnitKind.DEPARTMENT
    return add_unit(
        ledger,
        country,
        kind=kind.value,
        name_th=fact.name_th,
        short_name_th=f"{fact.letters}.",
        name_en=fact.name_en,
        code_letters=fact.letters,
        valid_from=fact.valid_from,
        valid_to=fact.valid_to,
    )


def _seed_areas(ledger: Ledger, country: Place, interior: Place) -> None:
    import geothai  # noqa: PLC0415 - 20 ms and 1 MB, for one act in an installation's life

    for province in geothai.provinces():
        is_bangkok = province.code == BANGKOK
        name = province.name_th
        place = add_unit(
            ledger,
            country if is_bangkok else interior,
            kind=(UnitKind.BANGKOK if is_bangkok else UnitKind.PROVINCE).value,
            name_th=name if is_bangkok else f"จังหวัด{name}",
            short_name_th="กทม." if is_bangkok else f"จ.{name}",
            name_en=province.name_en,
            registry_name="ศาลาว่าการกรุงเทพมหานคร" if is_bangkok else f"ศาลากลางจังหวัด{name}",
            code_letters=PROVINCE_LETTERS[province.code],
            dopa_code=province.code,
        )
        for district in geothai.districts(province.code):
            name = district.name_th  # those of Bangkok begin with เขต
            add_unit(
                ledger,
                place,
                kind=UnitKind.DISTRICT.value,
                name_th=name if is_bangkok else f"อำเภอ{name}",
                short_name_th=name if is_bangkok else f"อ.{name}",
                name_en=district.name_en,
                registry_name=f"สำนักงาน{name}" if is_bangkok else f"ที่ว่าการอำเภอ{name}",
                code_letters=PROVINCE_LETTERS[province.code],
                dopa_code=district.code,
            )
            record_when_full(ledger, "open_office", subject=SYSTEM_NAME)
