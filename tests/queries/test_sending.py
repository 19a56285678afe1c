"""What is told before a letter goes: what is new, what is closed, how it stays frozen."""

from datetime import date

from saraban.desk.directory import change_unit, close_unit
from saraban.desk.dispatch import Addressees
from saraban.desk.registration import void_entry
from saraban.queries.cascade_tree import cascade_of
from saraban.queries.sending import Preview, preview
from saraban.records import Delivery, Dispatch, RegisterEntry, Unit, UnitVersion
from tests.cast import Cast, make_unit
from tests.make import DAY, at, send

SMALL = "นายกเทศมนตรีตำบล และนายกองค์การบริหารส่วนตำบล ทุกแห่ง"


def looked(cast: Cast, phrase: str = SMALL, on: date = DAY, **named: object) -> Preview:
    return preview(cast.province.clerk, phrase=phrase, on=on, is_circular=True, **named)  # type: ignore[arg-type]


def test_what_came_and_what_went_since_the_last_letter_with_the_phrase(cast: Cast) -> None:
    send(cast.province.clerk, phrase=SMALL)
    new = make_unit(cast.district_a.unit, "tao", "องค์การบริหารส่วนตำบลใหม่")
    Unit.update(valid_to=DAY).where(Unit.id == cast.tambon_mun.unit.id).execute()
    UnitVersion.update(valid_to=DAY).where(UnitVersion.unit == cast.tambon_mun.unit).execute()

    last = looked(cast).since_last

    assert last is not None
    assert (last.printed_number, last.dated_on, last.unit_count) == ("ตก ๐๐๒๓.๓/ว ๑", DAY, 2)
    assert [unit.id for unit in last.came] == [new.id]
    assert [unit.name_th for unit in last.went] == ["เทศบาลตำบลตัวอย่าง"]


def test_blanks_make_no_other_phrase(cast: Cast) -> None:
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    last = looked(cast, "นายอำเภอ  ทุกอำเภอ").since_last

    assert last is not None
    assert (last.unit_count, last.came, last.went) == (2, (), ())


def test_a_voided_letter_is_no_earlier_letter(cast: Cast) -> None:
    send(cast.province.clerk, phrase=SMALL)
    line = RegisterEntry.get().uid
    void_entry(actor=cast.province.clerk, at=at(), entry_uid=line, reason="ออกผิด")

    assert looked(cast).since_last is None


def test_words_to_tell_others_that_cannot_be_read_are_said(cast: Cast) -> None:
    seen = looked(cast, "นายอำเภอทุกอำเภอ", relay_phrase="ผู้เกี่ยวข้อง", parent_phrase=SMALL)

    assert seen.unread == ("ผู้เกี่ยวข้อง",)
    assert seen.reach is not None
    assert seen.reach.reached_count == 0


def test_another_phrase_or_another_unit_is_no_earlier_letter(cast: Cast) -> None:
    send(cast.province.clerk, phrase=SMALL)

    assert looked(cast, "นายอำเภอทุกอำเภอ").since_last is None
    elsewhere = preview(cast.district_b.clerk, phrase=SMALL, on=DAY, is_circular=True)
    assert elsewhere.since_last is None


def test_a_closed_unit_is_told_with_the_one_that_took_over(cast: Cast) -> None:
    close_unit(
        actor=cast.administrator, at=at(), unit_uid=cast.tao.unit.uid, valid_to=DAY,
        merged_into_uid=cast.tambon_mun.unit.uid,
    )  # fmt: skip

    seen = looked(cast, "", unit_uids=[cast.tao.unit.uid, cast.pao.unit.uid])

    (closed,) = seen.closed
    assert (closed.name_th, closed.closed_on) == ("องค์การบริหารส่วนตำบลตัวอย่าง", DAY)
    assert closed.heir is not None
    assert closed.heir.id == cast.tambon_mun.unit.id
    assert seen.unit_ids == (cast.pao.unit.id,)


def test_who_is_reached_by_no_wire_is_told(cast: Cast) -> None:
    Unit.update(joined_at=None).where(
        Unit.id.in_([cast.tao.unit.id, cast.tambon_mun.unit.id])
    ).execute()
    Unit.update(saraban_address="saraban@example.org").where(Unit.id == cast.tao.unit.id).execute()

    seen = looked(cast)

    assert seen.elsewhere_count == 2
    assert [unit.id for unit in seen.unaddressed] == [cast.tambon_mun.unit.id]


def test_the_set_is_counted_by_kind_and_by_province(cast: Cast) -> None:
    other = make_unit(cast.ministry.unit, "province", "จังหวัดอื่น", dopa_code="64")
    make_unit(other, "tao", "องค์การบริหารส่วนตำบลไกล")

    seen = preview(cast.department.clerk, phrase=SMALL, on=DAY, is_circular=True)

    assert [(one.word, one.count) for one in seen.by_kind] == [
        ("เทศบาลตำบล", 1),
        ("องค์การบริหารส่วนตำบล", 2),
    ]
    assert [(one.word, one.count) for one in seen.by_province] == [("จังหวัดตาก", 2), ("จังหวัดอื่น", 1)]


def test_the_denominator_never_changes_whatever_becomes_of_the_units(cast: Cast) -> None:
    issued = send(cast.province.clerk, phrase=SMALL)
    before = {row.to_unit_id for row in Delivery.select()}

    change_unit(
        actor=cast.administrator, at=at(7), unit_uid=cast.tambon_mun.unit.uid,
        from_on=date(2022, 7, 1), kind="town_mun", name_th="เทศบาลเมืองตัวอย่าง",
    )  # fmt: skip
    close_unit(
        actor=cast.administrator, at=at(7), unit_uid=cast.tao.unit.uid,
        valid_to=date(2022, 7, 1), merged_into_uid=cast.city.unit.uid,
    )  # fmt: skip
    make_unit(cast.district_a.unit, "tao", "องค์การบริหารส่วนตำบลใหม่")

    tree = cascade_of(issued.letter_uid, actor=None, today=at(8).date())
    assert {row.to_unit_id for row in Delivery.select()} == before
    assert {node.unit_id for node in tree.root.children} == before
    assert Dispatch.get().unit_count == issued.unit_count == 2


def test_picked_units_are_told_apart_from_those_of_the_phrase(cast: Cast) -> None:
    send(cast.province.clerk, addressees=Addressees(SMALL, (cast.pao.unit.id,)))

    assert (Dispatch.get().unit_count, Dispatch.get().picked_count) == (3, 1)
