"""Imports: what is new, renamed, changed, gone; twice the same; all of it or nothing."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from saraban.desk import directory, office
from saraban.errors import ImportRefused, Refused
from saraban.records import AuditEvent, Unit, UnitVersion
from saraban.rules.permissions import Role
from saraban.rules.unit_files import UnitRow, read_unit_rows
from saraban.rules.units import UnitKind
from tests.cast import Cast, make_actor
from tests.make import at

REAL_TABLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "lao.csv"

EXAMPLE_TAO = UnitRow(
    line=2,
    dla_code="06630603",
    kind=UnitKind.TAO,
    name_th="องค์การบริหารส่วนตำบลตัวอย่าง",
    short_name_th="อบต.ตัวอย่าง",
    name_en="",
    province_name="ตาก",
    district_name="แม่สอด",
    saraban_address="saraban_06630603@dla.go.th",
)
NEW_TAO = replace(
    EXAMPLE_TAO,
    line=3,
    dla_code="06630699",
    name_th="องค์การบริหารส่วนตำบลใหม่",
    short_name_th="อบต.ใหม่",
    saraban_address="saraban_06630699@dla.go.th",
)


def imported(cast: Cast, *rows: UnitRow, is_dry_run: bool = False, actor=None):
    return directory.import_units(
        actor=actor or cast.administrator, at=at(), rows=rows, is_dry_run=is_dry_run
    )


def test_a_new_body_stands_in_its_district_with_an_unconfirmed_address(cast: Cast) -> None:
    report = imported(cast, NEW_TAO)

    unit = Unit.get(Unit.dla_code == "06630699")
    assert [one.name_th for one in report.new] == ["องค์การบริหารส่วนตำบลใหม่"]
    assert (unit.parent_id, unit.district_id) == (cast.district_b.unit.id,) * 2
    assert unit.saraban_address == "saraban_06630699@dla.go.th"
    assert unit.saraban_confirmed_on is None


def test_the_bodies_that_the_governor_watches_stand_below_the_province(cast: Cast) -> None:
    imported(cast, replace(NEW_TAO, kind=UnitKind.TOWN_MUN, name_th="เทศบาลเมืองใหม่"))

    unit = Unit.get(Unit.dla_code == "06630699")
    assert (unit.parent_id, unit.district_id) == (cast.province.unit.id, cast.district_b.unit.id)


def test_a_dry_run_tells_the_same_and_writes_nothing(cast: Cast) -> None:
    rows = (replace(EXAMPLE_TAO, name_th="องค์การบริหารส่วนตำบลนามใหม่"), NEW_TAO)
    dry = imported(cast, *rows, is_dry_run=True)
    unit_count, event_count = Unit.select().count(), AuditEvent.select().count()

    wet = imported(cast, *rows)

    assert (unit_count, event_count) == (Unit.select().count() - 1, 0)
    assert replace(wet, is_dry_run=True) == dry


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    rows = (EXAMPLE_TAO, NEW_TAO)
    imported(cast, *rows)
    events = AuditEvent.select().count()

    again = imported(cast, *rows)

    assert (again.new, again.renamed, again.changed_kind) == ((), (), ())
    assert again.unchanged_count == 2
    assert AuditEvent.select().count() == events


def test_renamed_changed_and_vanished_bodies_are_told_apart(cast: Cast) -> None:
    imported(cast, EXAMPLE_TAO, NEW_TAO)

    report = imported(
        cast,
        replace(EXAMPLE_TAO, name_th="องค์การบริหารส่วนตำบลนามใหม่"),
        replace(NEW_TAO, kind=UnitKind.TAMBON_MUN, name_th="เทศบาลตำบลใหม่"),
    )

    assert [(one.before, one.name_th) for one in report.renamed] == [
        ("องค์การบริหารส่วนตำบลตัวอย่าง", "องค์การบริหารส่วนตำบลนามใหม่")
    ]
    assert [one.name_th for one in report.changed_kind] == ["เทศบาลตำบลใหม่"]
    assert {one.name_th for one in report.vanished} == {
        "เทศบาลนครแม่สอด", "เทศบาลตำบลตัวอย่าง", "องค์การบริหารส่วนจังหวัดตาก",
    }  # fmt: skip
    assert Unit.get(Unit.dla_code == "03630602").valid_to is None


def test_a_renamed_body_keeps_its_past(cast: Cast) -> None:
    imported(cast, replace(EXAMPLE_TAO, name_th="องค์การบริหารส่วนตำบลนามใหม่"))

    versions = UnitVersion.select().where(UnitVersion.unit == cast.tao.unit.id)
    assert [row.valid_to for row in versions.order_by(UnitVersion.id)] == [date(2022, 6, 16), None]


def test_a_confirmed_address_wins_over_the_file(cast: Cast) -> None:
    directory.confirm_saraban_address(
        actor=cast.administrator,
        at=at(),
        unit_uid=cast.tao.unit.uid,
        address="saraban@own.example.go.th",
    )

    imported(cast, EXAMPLE_TAO)

    assert Unit.get_by_id(cast.tao.unit.id).saraban_address == "saraban@own.example.go.th"


def test_a_body_that_was_closed_here_stays_closed(cast: Cast) -> None:
    directory.close_unit(
        actor=cast.administrator,
        at=at(),
        unit_uid=cast.tao.unit.uid,
        valid_to=date(2022, 6, 1),
    )

    report = imported(cast, replace(EXAMPLE_TAO, name_th="องค์การบริหารส่วนตำบลนามใหม่"))

    assert [one.name_th for one in report.closed_here] == ["องค์การบริหารส่วนตำบลตัวอย่าง"]
    assert Unit.get_by_id(cast.tao.unit.id).valid_to == date(2022, 6, 1)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"district_name": "ดวงจันทร์"}, "ดวงจันทร์"),
        ({"province_name": "ดวงจันทร์"}, "ดวงจันทร์"),
        ({"dla_code": "06630603"}, "ซ้ำ"),
    ],
)
def test_one_bad_row_leaves_everything_as_it_was(cast: Cast, changed, words) -> None:
    before = Unit.select().count()

    with pytest.raises(ImportRefused) as refused:
        imported(
            cast,
            replace(EXAMPLE_TAO, name_th="องค์การบริหารส่วนตำบลนามใหม่"),
            NEW_TAO,
            replace(NEW_TAO, **({"line": 4, "dla_code": "06630698"} | changed)),
        )

    assert refused.value.facts["line"] == 4
    assert words in refused.value.text_th
    assert Unit.select().count() == before
    assert Unit.get_by_id(cast.tao.unit.id).name_th == "องค์การบริหารส่วนตำบลตัวอย่าง"


def test_an_administrator_imports_into_their_branch_only(cast: Cast) -> None:
    of_district_a = make_actor(cast.district_a.unit, Role.ADMINISTRATOR, "ผู้ดูแลอำเภอ", "admin.a")

    with pytest.raises(Refused):
        imported(cast, NEW_TAO, actor=of_district_a)
    with pytest.raises(Refused):
        imported(cast, NEW_TAO, actor=cast.district_b.clerk)


@pytest.mark.skipif(not REAL_TABLE.is_file(), reason="../shared/data/lao.csv is not here")
def test_the_real_table_goes_in_at_one_go(database: str) -> None:
    office.open_office(at())
    rows = read_unit_rows(REAL_TABLE.read_text(encoding="utf-8"))

    report = directory.import_units(
        actor=office.system_actor(), at=at(), rows=rows, is_dry_run=False
    )

    assert len(report.new) == 7849
    assert Unit.select().where(~Unit.dla_code.is_null()).count() == 7849
    events = AuditEvent.select().where(AuditEvent.act == "import_units")
    assert max(len(json.loads(event.body)["changes"]) for event in events) <= 500
