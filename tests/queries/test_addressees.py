"""A phrase as units: those of its day, of the sender's area, never guessed."""

from datetime import date

import pytest

from saraban.errors import UnreadablePhrase
from saraban.queries.addressees import groups_of_phrase, unit_ids_of_phrase
from saraban.records import UnitVersion
from tests.cast import Cast, make_unit
from tests.make import DAY


def names(cast: Cast, phrase: str, sender: object) -> list[str]:
    return [
        unit.name_th
        for group in groups_of_phrase(phrase, sender=sender, on=DAY)
        for unit in group.units
    ]


def test_a_list_of_posts_is_read_group_by_group(cast: Cast) -> None:
    found = names(cast, "นายอำเภอทุกอำเภอ และนายกเทศมนตรีนครแม่สอด", cast.province.unit)

    assert found == ["อำเภอเมืองตาก", "อำเภอแม่สอด", "เทศบาลนครแม่สอด"]


def test_every_means_every_one_of_the_senders_own_area(cast: Cast) -> None:
    phrase = "เทศบาลตำบลและองค์การบริหารส่วนตำบล"

    assert names(cast, phrase, cast.district_a.unit) == ["เทศบาลตำบลตัวอย่าง"]
    assert names(cast, phrase, cast.district_b.unit) == ["องค์การบริหารส่วนตำบลตัวอย่าง"]
    assert len(names(cast, phrase, cast.province.unit)) == 2


def test_a_section_writes_for_its_agency(cast: Cast) -> None:
    section = make_unit(cast.province.unit, "section", "กลุ่มงานตัวอย่าง")

    assert len(names(cast, "นายอำเภอทุกอำเภอ", section)) == 2


def test_a_unit_is_called_what_it_was_called_on_that_day(cast: Cast) -> None:
    unit = cast.tambon_mun.unit
    UnitVersion.update(valid_to=date(2022, 7, 1)).where(UnitVersion.unit == unit).execute()
    UnitVersion.create(
        unit=unit,
        kind="town_mun",
        name_th="เทศบาลเมืองตัวอย่าง",
        short_name_th="ทม.ตัวอย่าง",
        valid_from=date(2022, 7, 1),
    )

    before = unit_ids_of_phrase("นายกเทศมนตรีตำบล ทุกแห่ง", sender=cast.province.unit, on=DAY)
    after = unit_ids_of_phrase(
        "นายกเทศมนตรีตำบล ทุกแห่ง", sender=cast.province.unit, on=date(2022, 7, 1)
    )

    assert (before, after) == ([unit.id], [])


def test_of_two_units_with_one_name_the_senders_province_decides(cast: Cast) -> None:
    elsewhere = make_unit(cast.ministry.unit, "province", "จังหวัดอื่น")
    make_unit(elsewhere, "district", "อำเภอแม่สอด")

    found = unit_ids_of_phrase("นายอำเภอแม่สอด", sender=cast.province.unit, on=DAY)

    assert found == [cast.district_b.unit.id]


@pytest.mark.parametrize("phrase", ["นายอำเภอไม่มีจริง", "นายกเทศมนตรีนครไม่มีจริง", "ผู้เกี่ยวข้อง"])
def test_what_cannot_be_read_is_said_so(cast: Cast, phrase: str) -> None:
    with pytest.raises(UnreadablePhrase) as refusal:
        unit_ids_of_phrase(phrase, sender=cast.province.unit, on=DAY)

    assert refusal.value.text


def test_an_exception_that_takes_nobody_out_is_refused(cast: Cast) -> None:
    with pytest.raises(UnreadablePhrase) as refusal:
        unit_ids_of_phrase("นายอำเภอทุกอำเภอ ยกเว้นอำเภอชายแดน", sender=cast.province.unit, on=DAY)

    assert refusal.value.text == "อำเภอชายแดน"


def test_an_exception_is_left_out(cast: Cast) -> None:
    assert names(cast, "นายอำเภอทุกอำเภอ ยกเว้นแม่สอด", cast.province.unit) == ["อำเภอเมืองตาก"]


def test_towns_lie_in_a_district_without_being_below_it(cast: Cast) -> None:
    found = names(cast, "อปท. ทุกแห่งในเขตอำเภอแม่สอด", cast.province.unit)

    assert found == ["เทศบาลนครแม่สอด", "องค์การบริหารส่วนตำบลตัวอย่าง"]


def test_from_the_centre_a_district_needs_its_province_where_two_share_a_name(cast: Cast) -> None:
    elsewhere = make_unit(cast.ministry.unit, "province", "จังหวัดอื่น")
    make_unit(elsewhere, "district", "อำเภอแม่สอด")
    centre = cast.department.unit

    with pytest.raises(UnreadablePhrase):
        names(cast, "อบต. ทุกแห่งในเขตอำเภอแม่สอด", centre)
    assert names(cast, "อบต. ทุกแห่งในเขตอำเภอแม่สอด จังหวัดตาก", centre) == ["องค์การบริหารส่วนตำบลตัวอย่าง"]


def test_the_post_of_an_office_means_the_office(cast: Cast) -> None:
    assert names(cast, "ท้องถิ่นจังหวัด", cast.province.unit) == [cast.local_office.unit.name_th]
    assert names(cast, "ปลัดจังหวัด", cast.province.unit) == []


def test_a_division_is_looked_for_in_the_senders_own_agency(cast: Cast) -> None:
    finance = make_unit(cast.department.unit, "division", "กองคลัง")
    make_unit(cast.ministry.unit, "division", "กองคลัง")

    found = unit_ids_of_phrase("ผู้อำนวยการกองคลัง", sender=cast.department.unit, on=DAY)

    assert found == [finance.id]
