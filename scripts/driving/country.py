"""The country's agencies with somebody in each that keeps a record, ready to act."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random

from saraban.desk import demo
from saraban.desk.directory import UnitDetails, change_details, import_units
from saraban.records import Unit
from saraban.rules.permissions import Actor, Role
from saraban.rules.unit_files import UnitRow, read_unit_rows
from saraban.rules.units import LOCAL_KINDS, UnitKind
from scripts.driving.bodies import made_up_bodies

WRITERS = frozenset({Role.CLERK, Role.OFFICER})
MINISTRY, DEPARTMENT = "กระทรวงมหาดไทย", "กรมส่งเสริมการปกครองท้องถิ่น"
# Every so many of them: a district whose office keeps no record here, a body that has not joined.
DISTRICTS_WITHOUT_RECORDS, BODIES_NOT_HERE = 0.03, 0.05


@dataclass
class Agency:
    """A unit of the story with its clerk. below are the units it is to tell, in their order."""

    id: int
    uid: str
    name: str
    kind: str
    code: str
    path: str
    letters: str
    province: str = ""
    is_here: bool = True
    below: list["Agency"] = field(default_factory=list)

    @property
    def clerk(self) -> Actor:
        """Who acts for it; a clerk without a person, the post's name in the place of one."""
        return Actor(None, f"ธุรการ {self.name}"[:160], self.id, self.path, WRITERS)


@dataclass(frozen=True)
class Country:
    """Who takes part: the ministry, the department, and the provinces with all below them."""

    ministry: Agency
    department: Agency
    provinces: list[Agency]

    def count(self, kinds: frozenset[UnitKind] | frozenset[str]) -> int:
        """How many agencies of these kinds take part below the provinces."""
        found = 0
        for province in self.provinces:
            found += sum(unit.kind in kinds for unit in province.below)
            found += sum(unit.kind in kinds for one in province.below for unit in one.below)
        return found


def add_bodies(system: Actor, at: datetime, units: Path | None, lot: Random) -> int:
    """Import the local bodies of the file, or made-up ones; how many there are."""
    rows: tuple[UnitRow, ...] = (
        read_unit_rows(units.read_text("utf-8-sig")) if units else made_up_bodies(lot)
    )
    import_units(actor=system, at=at, rows=rows, is_dry_run=False)
    return len(rows)


def settle(system: Actor, at: datetime, *, share: float, lot: Random, password: str) -> Country:
    """The agencies of the story, with people who can sign in wherever a record is kept."""
    rows = list(Unit.select().where(Unit.valid_to.is_null()).order_by(Unit.id))
    named = {row.name_th: _agency(row) for row in rows if row.parent_id and not row.province_id}
    ministry, department = named[MINISTRY], named[DEPARTMENT]
    ministry.code, department.code = "moi", "dla"
    for unit, number in ((ministry, "0211"), (department, "0808.2")):
        change_details(
            actor=system, at=at, unit_uid=unit.uid, details=UnitDetails(owner_number=number)
        )
        unit.letters = "มท"
    provinces = {row.id: _agency(row) for row in rows if row.kind == UnitKind.PROVINCE}
    taking_part = sorted(lot.sample(sorted(provinces), max(1, round(share * len(provinces)))))
    districts: dict[int, Agency] = {}
    for row in rows:
        if row.province_id not in taking_part:
            continue
        above = provinces[row.province_id]
        agency = _agency(row, above=above)
        if row.kind == UnitKind.DISTRICT:
            agency.is_here = lot.random() >= DISTRICTS_WITHOUT_RECORDS
            districts[row.id] = agency
            above.below.append(agency)
        elif row.kind in LOCAL_KINDS:
            agency.is_here = lot.random() >= BODIES_NOT_HERE
            parent = districts.get(row.parent_id, above)
            parent.below.append(agency)
    country = Country(ministry, department, [provinces[key] for key in taking_part])
    demo.add_people(
        actor=system,
        at=at,
        people=_people(country, system_uid=rows[0].uid),
        password=password,
        valid_from=at.date(),
    )
    return country


def _agency(row: Unit, above: Agency | None = None) -> Agency:
    return Agency(
        id=row.id,
        uid=row.uid,
        name=row.name_th,
        kind=row.kind,
        code=str(row.dla_code or row.dopa_code or ""),
        path=row.path,
        letters=row.code_letters or (above.letters if above else ""),
        province=above.name if above else row.name_th,
    )


def _people(country: Country, *, system_uid: str) -> list[demo.DemoPerson]:
    """A clerk in each agency that works here, the ministry's auditor and executive, and the
    administrator of everything: without one an office still waits to be opened."""
    agencies = [country.ministry, country.department, *country.provinces]
    agencies += [unit for province in country.provinces for unit in province.below]
    agencies += [
        body for province in country.provinces for unit in province.below for body in unit.below
    ]
    people = [
        demo.DemoPerson(f"clerk.{unit.code}", f"ธุรการ {unit.name}"[:160], unit.uid, Role.CLERK)
        for unit in agencies
        if unit.is_here
    ]
    ministry = country.ministry.uid
    people.append(demo.DemoPerson("admin", "ผู้ดูแล สมมุติ", system_uid, Role.ADMINISTRATOR))
    people.append(demo.DemoPerson("auditor.moi", "ผู้ตรวจ สมมุติ", ministry, Role.AUDITOR))
    people.append(demo.DemoPerson("executive.moi", "ผู้บริหาร สมมุติ", ministry, Role.EXECUTIVE))
    return people
