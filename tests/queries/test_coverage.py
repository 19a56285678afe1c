"""Who is in nobody's list, as the units were on the day of the letter that asks."""

from datetime import date, timedelta

from saraban.queries.cascade_tree import cascade_of
from saraban.queries.coverage import left_out
from saraban.records import Unit, UnitVersion
from tests.cast import Cast
from tests.make import DAY, at, send

LOCAL = "นายกองค์กรปกครองส่วนท้องถิ่น ทุกแห่ง"
SMALL = "เทศบาลตำบลและองค์การบริหารส่วนตำบล"


def close(unit: Unit, on: date) -> None:
    Unit.update(valid_to=on).where(Unit.id == unit.id).execute()
    UnitVersion.update(valid_to=on).where(UnitVersion.unit == unit).execute()


def forgotten(cast: Cast, on: date) -> set[str]:
    chosen = [cast.district_a.unit.id, cast.district_b.unit.id]
    found = left_out(
        cast.province.clerk, parent_phrase=LOCAL, chosen_ids=chosen, relay_phrase=SMALL, on=on
    )
    return {unit.unit_short for unit in found}


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
