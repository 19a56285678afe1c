"""The unit that a sender's name or number means: one, or none."""

from datetime import date

import pytest

from saraban.queries.sender_units import sender_unit
from tests.cast import Cast, make_unit

TODAY = date(2022, 6, 16)


@pytest.mark.parametrize(
    ("name", "number", "unit"),
    [
        ("กรมส่งเสริมการปกครองท้องถิ่น", "", "department"),
        (" กรมส่งเสริมการปกครองท้องถิ่น ", "ตก ๐๐๒๓.๓/๕", "department"),
        ("สถ.", "", "department"),
        ("ศาลากลางจังหวัดตาก", "", "province"),
        ("", "ตก ๐๐๒๓.๓/ว ๕๗๖๕", "province"),
        ("อธิบดีกรมส่งเสริมการปกครองท้องถิ่น", "มท ๐๘๐๑.๔/ว ๑๖๕๘", "department"),
    ],
)
def test_a_name_as_it_stands_or_else_a_number_means_one_unit(
    cast: Cast, name: str, number: str, unit: str
) -> None:
    found = sender_unit(name, number, on=TODAY)

    assert found is not None
    assert found.uid == getattr(cast, unit).unit.uid


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("กรมส่งเสริม", ""),
        ("", ""),
        ("", "ไม่มีเลข"),
        ("", "มท ๐๙๙๙/ว ๑"),
        ("", "มท (คกก) ๐๘๐๑.๔/ว ๑"),
        ("นายสมชาย", "๑๒/๒๕๖๕"),
    ],
)
def test_what_is_not_exact_means_no_unit(cast: Cast, name: str, number: str) -> None:
    assert sender_unit(name, number, on=TODAY) is None


def test_a_name_of_two_units_means_neither(cast: Cast) -> None:
    make_unit(cast.district_a.unit, "tambon_mun", "เทศบาลตำบลตัวอย่าง")

    assert sender_unit("เทศบาลตำบลตัวอย่าง", "", on=TODAY) is None


def test_a_closed_unit_is_not_offered(cast: Cast) -> None:
    cast.pao.unit.valid_to = date(2022, 6, 1)
    cast.pao.unit.save()

    assert sender_unit(cast.pao.unit.name_th, "", on=TODAY) is None
