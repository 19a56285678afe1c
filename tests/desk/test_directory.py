"""Units and their past: added, renamed, moved, promoted, merged, closed."""

from datetime import date

import pytest

from saraban.desk import directory
from saraban.desk.directory import UnitDetails
from saraban.errors import (
    DayBeforeLastChange,
    FutureDate,
    InvalidInput,
    MisplacedUnit,
    MissingField,
    Refused,
    TextTooLong,
    UnitAlreadyThere,
    UnitClosed,
    UnitHasOpenUnits,
    UnreadableAddress,
)
from saraban.queries.addressees import unit_ids_of_phrase
from saraban.records import AuditEvent, Post, Unit, UnitVersion
from saraban.rules.permissions import Role
from tests.cast import Cast, make_actor
from tests.make import at


def added(cast: Cast, **named: object) -> Unit:
    filled = {
        "actor": cast.administrator,
        "at": at(),
        "parent_uid": cast.district_b.unit.uid,
        "kind": "tao",
        "name_th": "องค์การบริหารส่วนตำบลใหม่",
    }
    uid = directory.add_unit(**(filled | named))
    return Unit.get(Unit.uid == uid)


def versions(unit: Unit) -> list[tuple[str, date | None, date | None]]:
    rows = UnitVersion.select().where(UnitVersion.unit == unit.id).order_by(UnitVersion.id)
    return [(row.name_th, row.valid_from, row.valid_to) for row in rows]


def test_a_new_unit_stands_below_its_parent_and_in_its_areas(cast: Cast) -> None:
    unit = added(cast, saraban_address="saraban@maeku.example.go.th", valid_from=date(2022, 6, 1))

    assert unit.path == f"{cast.district_b.unit.path}{unit.id}/"
    assert unit.province_id == cast.province.unit.id
    assert unit.district_id == cast.district_b.unit.id
    assert unit.saraban_confirmed_on is None
    assert versions(unit) == [(unit.name_th, date(2022, 6, 1), None)]


def test_an_area_unit_is_its_own_area(cast: Cast) -> None:
    district = added(cast, parent_uid=cast.province.unit.uid, kind="district", name_th="อำเภอใหม่")

    assert district.district_id == district.id
    assert district.province_id == cast.province.unit.id


def test_a_municipality_lies_in_a_district_without_being_below_it(cast: Cast) -> None:
    town = added(
        cast,
        parent_uid=cast.province.unit.uid,
        kind="town_mun",
        name_th="เทศบาลเมืองใหม่",
        district_uid=cast.district_a.unit.uid,
    )

    assert town.parent_id == cast.province.unit.id
    assert town.district_id == cast.district_a.unit.id


def test_an_administrator_acts_in_their_branch_only(cast: Cast) -> None:
    of_district_a = make_actor(cast.district_a.unit, Role.ADMINISTRATOR, "ผู้ดูแลอำเภอ", "admin.a")

    with pytest.raises(Refused):
        added(cast, actor=of_district_a)
    with pytest.raises(Refused):
        added(cast, actor=cast.province.clerk)

    assert added(cast, actor=of_district_a, parent_uid=cast.district_a.unit.uid).id


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        ({"name_th": " "}, MissingField),
        ({"name_th": "ก" * 256}, TextTooLong),
        ({"kind": "village"}, InvalidInput),
        ({"kind": "country"}, InvalidInput),
        ({"saraban_address": "saraban at dla"}, UnreadableAddress),
        ({"details": UnitDetails(code_letters="ก" * 11)}, TextTooLong),
        ({"name_th": "องค์การบริหารส่วนตำบลตัวอย่าง"}, UnitAlreadyThere),
        ({"dla_code": "06630603"}, UnitAlreadyThere),
    ],
)
def test_a_unit_that_cannot_be_is_refused(cast: Cast, named, refusal) -> None:
    before = Unit.select().count()

    with pytest.raises(refusal):
        added(cast, **named)

    assert Unit.select().count() == before


def test_a_renamed_unit_keeps_its_past(cast: Cast) -> None:
    directory.change_unit(
        actor=cast.administrator,
        at=at(),
        unit_uid=cast.tao.unit.uid,
        from_on=date(2022, 6, 10),
        name_th="องค์การบริหารส่วนตำบลนามใหม่",
        short_name_th="อบต.นามใหม่",
    )

    unit = Unit.get_by_id(cast.tao.unit.id)
    assert unit.name_th == "องค์การบริหารส่วนตำบลนามใหม่"
    assert versions(unit) == [
        ("องค์การบริหารส่วนตำบลตัวอย่าง", None, date(2022, 6, 10)),
        ("องค์การบริหารส่วนตำบลนามใหม่", date(2022, 6, 10), None),
    ]


def test_a_promoted_unit_is_found_by_its_kind_of_the_day(cast: Cast) -> None:
    directory.change_unit(
        actor=cast.administrator,
        at=at(),
        unit_uid=cast.tao.unit.uid,
        from_on=date(2022, 6, 10),
        kind="tambon_mun",
        name_th="เทศบาลตำบลตัวอย่าง",
    )

    district = Unit.get_by_id(cast.district_b.unit.id)
    taos = "นายกองค์การบริหารส่วนตำบล ทุกแห่ง"
    assert unit_ids_of_phrase(taos, sender=district, on=date(2022, 6, 9)) == [cast.tao.unit.id]
    assert unit_ids_of_phrase(taos, sender=district, on=date(2022, 6, 10)) == []


def test_a_second_change_on_the_same_day_goes_into_the_same_version(cast: Cast) -> None:
    common = {
        "actor": cast.administrator,
        "at": at(),
        "unit_uid": cast.tao.unit.uid,
        "from_on": date(2022, 6, 10),
    }
    directory.change_unit(**common, name_th="ชื่อแรก")
    directory.change_unit(**common, kind="tambon_mun")

    unit = Unit.get_by_id(cast.tao.unit.id)
    assert [name for name, _, _ in versions(unit)] == ["องค์การบริหารส่วนตำบลตัวอย่าง", "ชื่อแรก"]
    assert unit.kind == "tambon_mun"


def test_units_below_a_moved_one_move_with_it(cast: Cast) -> None:
    section = added(cast, parent_uid=cast.tao.unit.uid, kind="section", name_th="กองช่าง")

    directory.change_unit(
        actor=cast.administrator,
        at=at(),
        unit_uid=cast.tao.unit.uid,
        from_on=date(2022, 6, 16),
        parent_uid=cast.district_a.unit.uid,
    )

    moved = Unit.get_by_id(cast.tao.unit.id)
    below = Unit.get_by_id(section.id)
    assert moved.path == f"{cast.district_a.unit.path}{moved.id}/"
    assert below.path == f"{moved.path}{below.id}/"
    assert (moved.district_id, below.district_id) == (cast.district_a.unit.id,) * 2


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        ({"from_on": date(2022, 6, 17), "name_th": "ก"}, FutureDate),
        ({"from_on": date(2022, 6, 1), "name_th": "ข"}, DayBeforeLastChange),
        ({"from_on": date(2022, 6, 16), "name_th": ""}, MissingField),
        ({"from_on": date(2022, 6, 16), "kind": "country"}, InvalidInput),
    ],
)
def test_a_change_that_cannot_be_is_refused(cast: Cast, named, refusal) -> None:
    common = {"actor": cast.administrator, "at": at(), "unit_uid": cast.tao.unit.uid}
    directory.change_unit(**common, from_on=date(2022, 6, 10), name_th="ชื่อที่สอง")

    with pytest.raises(refusal):
        directory.change_unit(**common, **named)

    assert len(versions(cast.tao.unit)) == 2


def test_a_unit_cannot_move_below_itself(cast: Cast) -> None:
    with pytest.raises(MisplacedUnit):
        directory.change_unit(
            actor=cast.administrator,
            at=at(),
            unit_uid=cast.province.unit.uid,
            from_on=date(2022, 6, 16),
            parent_uid=cast.district_a.unit.uid,
        )


def test_a_closed_unit_stays_with_its_heir_and_without_posts(cast: Cast) -> None:
    directory.close_unit(
        actor=cast.administrator,
        at=at(),
        unit_uid=cast.tao.unit.uid,
        valid_to=date(2022, 6, 16),
        merged_into_uid=cast.city.unit.uid,
    )

    closed = Unit.get_by_id(cast.tao.unit.id)
    assert (closed.valid_to, closed.merged_into_id) == (date(2022, 6, 16), cast.city.unit.id)
    assert versions(closed)[0][2] == date(2022, 6, 16)
    assert {post.valid_to for post in Post.select().where(Post.unit == closed)} == {closed.valid_to}
    with pytest.raises(UnitClosed):
        directory.confirm_saraban_address(
            actor=cast.administrator, at=at(), unit_uid=closed.uid, address="a@example.go.th"
        )


def test_a_unit_with_open_units_below_it_is_not_closed(cast: Cast) -> None:
    with pytest.raises(UnitHasOpenUnits) as refused:
        directory.close_unit(
            actor=cast.administrator,
            at=at(),
            unit_uid=cast.district_a.unit.uid,
            valid_to=date(2022, 6, 16),
        )

    assert refused.value.facts["count"] == 1


def test_details_that_are_not_said_stay(cast: Cast) -> None:
    directory.change_details(
        actor=cast.administrator,
        at=at(),
        unit_uid=cast.province.unit.uid,
        details=UnitDetails(owner_number="0017", telephone=""),
    )

    province = Unit.get_by_id(cast.province.unit.id)
    assert (province.owner_number, province.code_letters) == ("0017", "ตก")


def test_every_change_of_a_unit_stands_in_the_ledger(cast: Cast) -> None:
    before = AuditEvent.select().count()

    added(cast)
    directory.confirm_saraban_address(
        actor=cast.administrator,
        at=at(),
        unit_uid=cast.tao.unit.uid,
        address="saraban@example.go.th",
    )

    acts = [event.act for event in AuditEvent.select().order_by(AuditEvent.id).offset(before)]
    assert acts == ["add_unit", "confirm_saraban_address"]
    assert Unit.get_by_id(cast.tao.unit.id).saraban_confirmed_on == date(2022, 6, 16)
