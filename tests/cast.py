"""The cast of every test: a ministry, a department, a province, two districts, three local units.

In each a clerk, an officer and an executive; an auditor over the ministry's branch and an
administrator at the top.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from saraban.records import Person, Post, Unit, UnitVersion
from saraban.rules.permissions import Actor, Role

THEN = datetime(2022, 5, 1, 3, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Troupe:
    """One unit's people, each acting for it."""

    unit: Unit
    clerk: Actor
    officer: Actor
    executive: Actor


@dataclass(frozen=True)
class Cast:
    """Units by their part in the story."""

    country: Unit
    ministry: Troupe
    department: Troupe
    secretariat: Troupe
    province: Troupe
    local_office: Troupe
    district_a: Troupe
    district_b: Troupe
    city: Troupe
    tambon_mun: Troupe
    tao: Troupe
    pao: Troupe
    auditor: Actor
    administrator: Actor


def make_unit(parent: Unit | None, kind: str, name_th: str, **values: object) -> Unit:
    """A unit that works here, with its path, areas and first version."""
    unit = Unit.create(
        parent=parent,
        kind=kind,
        name_th=name_th,
        short_name_th=str(values.pop("short_name_th", name_th)),
        joined_at=THEN,
        **values,
    )
    unit.path = f"{parent.path if parent else '/'}{unit.id}/"
    if kind == "province":
        unit.province = unit
    elif parent is not None:
        unit.province = parent.province
    if kind == "district":
        unit.district = unit
    elif parent is not None and unit.district_id is None:
        unit.district = parent.district
    unit.save()
    UnitVersion.create(
        unit=unit, kind=kind, name_th=name_th, short_name_th=unit.short_name_th, parent=parent
    )
    return unit


def make_actor(unit: Unit, role: Role, name: str, sign_in: str) -> Actor:
    """A person with one post, acting for its unit. Their password is nothing that verifies."""
    person = Person.create(sign_in=sign_in, name_th=name, password_hash="!")
    Post.create(person=person, unit=unit, role=role.value, valid_from=date(2020, 1, 1))
    return Actor(person.id, name, unit.id, unit.path, frozenset({role}))


def make_troupe(unit: Unit, tag: str) -> Troupe:
    """Clerk, officer and executive of one unit: clerk.TAG, officer.TAG, executive.TAG."""
    return Troupe(
        unit,
        make_actor(unit, Role.CLERK, f"เสมียน {unit.short_name_th}", f"clerk.{tag}"),
        make_actor(unit, Role.OFFICER, f"เจ้าของเรื่อง {unit.short_name_th}", f"officer.{tag}"),
        make_actor(unit, Role.EXECUTIVE, f"ผู้บริหาร {unit.short_name_th}", f"executive.{tag}"),
    )


def make_cast() -> Cast:
    """Put the cast into the bound, empty database."""
    country = make_unit(None, "country", "ประเทศไทย")
    ministry = make_unit(
        country, "ministry", "กระทรวงมหาดไทย", code_letters="มท", owner_number="0229"
    )
    department = make_unit(
        ministry,
        "department",
        "กรมส่งเสริมการปกครองท้องถิ่น",
        short_name_th="สถ.",
        code_letters="มท",
        owner_number="0801.4",
    )
    secretariat = make_unit(department, "division", "สำนักงานเลขานุการกรม")
    province = make_unit(
        ministry,
        "province",
        "จังหวัดตาก",
        short_name_th="จ.ตาก",
        registry_name="ศาลากลางจังหวัดตาก",
        code_letters="ตก",
        owner_number="0023.3",
        dopa_code="63",
    )
    local_office = make_unit(
        province, "provincial_office", "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตาก",
        short_name_th="สถจ.ตาก",
    )  # fmt: skip
    district_a = make_unit(
        province, "district", "อำเภอเมืองตาก", code_letters="ตก", owner_number="0118",
        short_name_th="อ.เมืองตาก", dopa_code="6301",
    )  # fmt: skip
    district_b = make_unit(
        province, "district", "อำเภอแม่สอด", code_letters="ตก", owner_number="0618",
        short_name_th="อ.แม่สอด", dopa_code="6306",
    )  # fmt: skip
    city = make_unit(
        province, "city_mun", "เทศบาลนครแม่สอด", short_name_th="ทน.แม่สอด", district=district_b,
        dla_code="03630602",
    )  # fmt: skip
    tambon_mun = make_unit(
        district_a, "tambon_mun", "เทศบาลตำบลตัวอย่าง", short_name_th="ทต.ตัวอย่าง",
        dla_code="05630103",
    )  # fmt: skip
    tao = make_unit(
        district_b, "tao", "องค์การบริหารส่วนตำบลตัวอย่าง", short_name_th="อบต.ตัวอย่าง",
        dla_code="06630603",
    )  # fmt: skip
    pao = make_unit(
        province, "pao", "องค์การบริหารส่วนจังหวัดตาก", short_name_th="อบจ.ตาก",
        dla_code="02630101",
    )  # fmt: skip
    return Cast(
        country=country,
        ministry=make_troupe(ministry, "ministry"),
        department=make_troupe(department, "department"),
        secretariat=make_troupe(secretariat, "secretariat"),
        province=make_troupe(province, "province"),
        local_office=make_troupe(local_office, "local_office"),
        district_a=make_troupe(district_a, "district_a"),
        district_b=make_troupe(district_b, "district_b"),
        city=make_troupe(city, "city"),
        tambon_mun=make_troupe(tambon_mun, "tambon_mun"),
        tao=make_troupe(tao, "tao"),
        pao=make_troupe(pao, "pao"),
        auditor=make_actor(ministry, Role.AUDITOR, "ผู้ตรวจสอบ", "auditor"),
        administrator=make_actor(country, Role.ADMINISTRATOR, "ผู้ดูแล", "administrator"),
    )
