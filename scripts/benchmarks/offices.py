"""Throw-away databases to measure in, as safe as those of an office, with a country's units."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from flask.testing import FlaskClient

from saraban.app import create_app
from saraban.records import Person, Post, Unit, file_store, rows
from saraban.records.database import bind, connected, database, write_transaction
from saraban.records.schema import upgrade
from saraban.rules.permissions import Actor, Role
from saraban.settings import Settings
from tests import engines

THEN = datetime(2022, 5, 1, 3, 0, tzinfo=UTC)
NOW = datetime(2022, 6, 16, 3, 0, tzinfo=UTC)

# An office's server keeps what it has confirmed; the tests' need not.
engines.SERVER_OPTIONS |= {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


@contextmanager
def new_office(engine: str) -> Iterator[str]:
    """A migrated, empty database, bound and connected, with a folder for files; its address."""
    with tempfile.TemporaryDirectory() as folder, engines.database_url(engine) as url:
        opened = bind(url)
        file_store.use_folder(Path(folder))
        try:
            with connected():
                upgrade()
                yield url
        finally:
            opened.close_all()
            database.obj.close_all()


def add_unit(parent: Unit | None, kind: str, name: str, **values: object) -> Unit:
    """A unit that works here; not told in the ledger, which nobody checks in here."""
    unit = Unit.create(
        parent=parent, kind=kind, name_th=name, short_name_th=name, joined_at=THEN, **values
    )
    unit.path = f"{parent.path if parent else '/'}{unit.id}/"
    if kind == "province":
        unit.province = unit
    unit.save()
    return unit


@dataclass(frozen=True)
class Country:
    """A ministry with its department and provinces; the ids of districts and local units."""

    ministry: Unit
    department: Unit
    provinces: list[Unit]
    district_ids: list[int]
    local_ids: list[int]


def add_country(provinces: int, districts: int, local_units: int) -> Country:
    """Units of all levels, spread evenly."""
    with write_transaction():
        top = add_unit(None, "ministry", "กระทรวงตัวอย่าง", code_letters="มท", owner_number="0229")
        department = add_unit(top, "department", "กรมตัวอย่าง")
        areas = [add_unit(top, "province", f"จังหวัดที่ {n}") for n in range(1, provinces + 1)]
        district_ids = [
            _add_below(areas[n % provinces], "district", f"อำเภอที่ {n}") for n in range(districts)
        ]
        # Without districts a local unit hangs below its province.
        local_ids = [
            _add_below(
                areas[n % provinces],
                "tao",
                f"องค์การบริหารส่วนตำบลที่ {n}",
                district_ids[n % districts] if districts else None,
            )
            for n in range(local_units)
        ]
        for kind in ("district", "tao"):
            database.execute_sql(
                "UPDATE unit SET path = (SELECT above.path FROM unit AS above "  # noqa: S608 - ours
                f"WHERE above.id = unit.parent_id) || id || '/' WHERE kind = '{kind}'"
            )
        database.execute_sql("UPDATE unit SET district_id = id WHERE kind = 'district'")
        database.execute_sql(
            "INSERT INTO unit_version (unit_id, kind, name_th, short_name_th, parent_id) "
            "SELECT id, kind, name_th, short_name_th, parent_id FROM unit"
        )
    return Country(top, department, areas, district_ids, local_ids)


def _add_below(province: Unit, kind: str, name: str, district_id: int | None = None) -> int:
    key, _ = rows.insert(
        Unit,
        {
            "parent": district_id or province.id,
            "province": province.id,
            "district": district_id,
            "kind": kind,
            "name_th": name,
            "short_name_th": name,
            "joined_at": THEN,
        },
    )
    return int(key)


def clerk_of(unit: Unit) -> Actor:
    """A clerk acting for the unit."""
    return Actor(None, "เสมียน", unit.id, unit.path, frozenset({Role.CLERK}))


def session_id_of(unit: Unit) -> str:
    """Of a new person who is auditor and clerk of the unit: what a session says of them."""
    name = f"bench-{Person.select().count()}"
    person = Person.create(sign_in=name, name_th="ผู้ตรวจ", password_hash="!")  # noqa: S106 - no password fits it
    for role in (Role.CLERK, Role.AUDITOR):
        Post.create(person=person, unit=unit, role=role.value, valid_from=date(2020, 1, 1))
    return f"{person.id}:{person.session_mark}"


def browser_of(settings: Settings, unit: Unit) -> FlaskClient:
    """A browser in which such a person has signed in."""
    session_id = session_id_of(unit)
    browser = create_app(settings).test_client()
    with browser.session_transaction() as session:
        session["_user_id"], session["_fresh"] = session_id, True
    return browser
