"""Who is in nobody's list, as the units were on the day of the letter that asks."""

from datetime import date, timedelta

from saraban.queries.cascade_tree import cascade_of
from saraban.queries.reach import reach_of
from saraban.queries.units_then import units_on
from saraban.records import Unit, UnitVersion
from tests.cast import Cast
from tests.make import DAY, at, send

LOCAL = "นายกองค์กรปกครองส่วนท้องถิ่น ทุกแห่ง"
SMALL = "เทศบาลตำบลและองค์การบริหารส่วนตำบล"


def close(unit: Unit, on: date) -> None:
    Unit.update(valid_to=on).where(Unit.id == unit.id).execute()
    UnitVersion.update(valid_to=on).where(UnitVersion.unit == unit).execute()


def reach(cast: Cast, on: date, further: tuple[Unit, ...] = (), relay: str = SMALL):
    chosen = [cast.district_a.unit, cast.district_b.unit, *further]
    found = reach_of(
        cast.province.unit,
        parent_phrase=LOCAL,
        chosen=units_on([unit.uid for unit in chosen], on=on),
        relay_phrase=relay,
        on=on,
    )
    assert found is not None
    return found


def forgotten(cast: Cast, on: date) -> set[str]:
    return {unit.unit_short for unit in reach(cast, on).missing}


def test_whom_the_districts_do_not_tell_is_left_out(cast: Cast) -> None:
    assert forgotten(cast, DAY) == {"ทน.แม่สอด", "อบจ.ตาก"}


def test_a_unit_closed_before_the_letters_day_is_missed_by_nobody(cast: Cast) -> None:
    close(cast.city.unit, DAY)

    assert forgotten(cast, DAY - timedelta(days=1)) == {"ทน.แม่สอด", "อบจ.ตาก"}
    assert forgotten(cast, DAY) == {"อบจ.ตาก"}


def test_the_tree_judges_by_the_day_of_the_letter_that_asked(cast: Cast) -> None:
    asking = send(cast.department.clerk, phrase="ผู้ว่าราชการจังหวัดตาก", relay_phrase=LOCAL)
    close(cast.pao.unit, DAY + timedelta(days=10))

    seen = cascade_of(asking.letter_uid, actor=None, today=at(12).date())

    assert "อบจ.ตาก" in {unit.unit_short for unit in seen.not_reached}


def test_the_reach_is_counted_by_way(cast: Cast) -> None:
    found = reach(cast, DAY, (cast.city.unit,))

    assert (found.chosen_count, found.reached_count, found.target_count) == (3, 3, 4)
    assert (found.direct_count, found.through) == (1, (("อำเภอ", 2),))
    assert (found.what, found.place) == (("องค์กรปกครองส่วนท้องถิ่น",), "จังหวัดตาก")
    assert [unit.unit_short for unit in found.missing] == ["อบจ.ตาก"]
    assert found.twice == ()


def test_a_unit_told_by_two_ways_is_named_with_both(cast: Cast) -> None:
    (double,) = reach(cast, DAY, (cast.tao.unit,)).twice

    assert (double.name_th, double.is_direct, double.via) == (
        "องค์การบริหารส่วนตำบลตัวอย่าง", True, ("อ.แม่สอด",),
    )  # fmt: skip


def test_a_relay_phrase_that_cannot_be_read_tells_nobody(cast: Cast) -> None:
    assert reach(cast, DAY, relay="ผู้เกี่ยวข้อง").reached_count == 0
