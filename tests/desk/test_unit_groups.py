"""Groups and lists: what they meant stays, what they mean is read on the letter's day."""

from datetime import date

import pytest

from saraban.desk.dispatch import Addressees
from saraban.desk.unit_groups import GroupSaid, archive_group, keep_group, keep_list
from saraban.errors import (
    EmptyGroup,
    GroupNameTaken,
    GroupNotFound,
    ListNeeded,
    Refused,
    SarabanError,
    UnitClosed,
    UnreadablePhrase,
)
from saraban.queries.addressees import unit_ids_of_phrase
from saraban.queries.ledger_check import check_ledger
from saraban.queries.unit_groups import group_card, groups_of, picking_share
from saraban.records import Delivery, LetterFile, Unit, UnitVersion
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.make import DAY, at, picture, send

GOVERNORS = "ผู้ว่าราชการจังหวัด (ตามบัญชีแนบ)"


def keep(cast: Cast, name: str = "คณะทำงาน", **said: object) -> str:
    return keep_group(
        actor=cast.province.clerk,
        at=at(),
        said=GroupSaid(name, **said),  # type: ignore[arg-type]
    )


def sent_to() -> set[int]:
    return {row.to_unit_id for row in Delivery.select()}


def meant(cast: Cast, phrase: str, on: date = DAY) -> list[int]:
    return unit_ids_of_phrase(phrase, sender=cast.province.unit, on=on)


def test_a_group_is_a_phrase_and_named_units(cast: Cast) -> None:
    keep(cast, phrase="นายอำเภอทุกอำเภอ", unit_uids=(cast.pao.unit.uid,))

    assert meant(cast, "กลุ่ม “คณะทำงาน”") == [
        cast.district_a.unit.id,
        cast.district_b.unit.id,
        cast.pao.unit.id,
    ]
    assert meant(cast, "นายกเทศมนตรีนครแม่สอด และกลุ่ม “คณะทำงาน”")[0] == cast.city.unit.id


def test_the_phrase_of_a_group_is_read_on_the_day_of_the_letter(cast: Cast) -> None:
    keep(cast, phrase="นายกเทศมนตรีตำบล ทุกแห่ง")
    UnitVersion.update(valid_to=DAY).where(UnitVersion.unit == cast.tambon_mun.unit).execute()

    assert meant(cast, "กลุ่ม “คณะทำงาน”", date(2022, 6, 1)) == [cast.tambon_mun.unit.id]
    assert meant(cast, "กลุ่ม “คณะทำงาน”", DAY) == []


def test_a_group_of_another_unit_is_unknown(cast: Cast) -> None:
    keep(cast, phrase="นายอำเภอทุกอำเภอ")

    with pytest.raises(UnreadablePhrase) as refusal:
        unit_ids_of_phrase("กลุ่ม “คณะทำงาน”", sender=cast.district_a.unit, on=DAY)
    assert refusal.value.text == "กลุ่ม “คณะทำงาน”"


def test_what_a_group_meant_before_stays_known(cast: Cast) -> None:
    uid = keep(cast, phrase="นายอำเภอทุกอำเภอ", place=1)
    keep_group(
        actor=cast.province.clerk,
        at=at(7),
        said=GroupSaid("คณะทำงาน", unit_uids=(cast.pao.unit.uid,), place=1),
        group_uid=uid,
    )

    card = group_card(cast.province.clerk, uid)
    assert [(line.number, line.phrase) for line in card.versions] == [
        (2, ""),
        (1, "นายอำเภอทุกอำเภอ"),
    ]
    assert [unit.name_th for unit in card.units] == ["องค์การบริหารส่วนจังหวัดตาก"]
    assert card.versions[0].changed_by == cast.province.clerk.name


def test_the_same_again_writes_no_version(cast: Cast) -> None:
    uid = keep(cast, unit_uids=(cast.pao.unit.uid,))
    again = GroupSaid("คณะทำงาน", unit_uids=(cast.pao.unit.uid,))
    keep_group(actor=cast.province.clerk, at=at(7), said=again, group_uid=uid)

    assert len(group_card(cast.province.clerk, uid).versions) == 1


def test_a_key_belongs_to_one_group(cast: Cast) -> None:
    keep(cast, "แรก", phrase="นายอำเภอทุกอำเภอ", place=1)
    keep(cast, "หลัง", phrase="นายอำเภอแม่สอด", place=1)

    assert [(one.name, one.place) for one in groups_of(cast.province.clerk)] == [
        ("หลัง", 1),
        ("แรก", None),
    ]


def test_an_archived_group_is_offered_no_more_and_stays(cast: Cast) -> None:
    uid = keep(cast, phrase="นายอำเภอทุกอำเภอ")
    archive_group(actor=cast.province.clerk, at=at(7), group_uid=uid)

    assert groups_of(cast.province.clerk) == ()
    assert group_card(cast.province.clerk, uid).group.is_archived
    with pytest.raises(UnreadablePhrase):
        meant(cast, "กลุ่ม “คณะทำงาน”")
    with pytest.raises(GroupNotFound):
        archive_group(actor=cast.province.clerk, at=at(7), group_uid=uid)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (GroupSaid("คณะทำงาน"), EmptyGroup),
        (GroupSaid("คณะทำงาน", "ผู้เกี่ยวข้อง"), UnreadablePhrase),
        (GroupSaid("คณะทำงาน", "กลุ่ม “อื่น”"), UnreadablePhrase),
        (GroupSaid("คณะทำงาน", GOVERNORS), UnreadablePhrase),
        (GroupSaid("มีแล้ว", "นายอำเภอทุกอำเภอ"), GroupNameTaken),
    ],
)
def test_a_group_that_would_mean_nothing_sure_is_refused(
    cast: Cast, said: GroupSaid, error: type[SarabanError]
) -> None:
    keep(cast, "มีแล้ว", phrase="นายอำเภอแม่สอด")

    with pytest.raises(error):
        keep_group(actor=cast.province.clerk, at=at(), said=said)


def test_only_clerks_keep_groups(cast: Cast) -> None:
    with pytest.raises(Refused):
        keep_group(actor=cast.province.officer, at=at(), said=GroupSaid("ก", "นายอำเภอแม่สอด"))


def test_a_list_tells_who_the_phrase_means_and_goes_with_the_letter(cast: Cast) -> None:
    tell_cast(cast)
    members = [(2, cast.province.unit.id), (3, cast.pao.unit.id)]
    uid = keep_list(actor=cast.department.clerk, at=at(), file=picture("บัญชี.png"), members=members)
    send(cast.department.clerk, addressees=Addressees(GOVERNORS, list_uid=uid), code_letters="มท")

    assert sent_to() == {cast.province.unit.id}
    assert [(file.name, file.role) for file in LetterFile.select()] == [("บัญชี.png", "enclosure")]
    assert check_ledger().is_whole


def test_a_phrase_by_a_list_needs_the_list(cast: Cast) -> None:
    with pytest.raises(ListNeeded):
        send(cast.department.clerk, phrase=GOVERNORS, code_letters="มท")


def test_a_list_of_another_unit_is_not_found(cast: Cast) -> None:
    uid = keep_list(
        actor=cast.department.clerk, at=at(), file=picture(), members=[(2, cast.pao.unit.id)]
    )

    with pytest.raises(GroupNotFound):
        send(cast.province.clerk, addressees=Addressees(GOVERNORS, list_uid=uid))


def test_a_unit_closed_by_the_letters_day_is_not_sent_to(cast: Cast) -> None:
    Unit.update(valid_to=DAY).where(Unit.id == cast.pao.unit.id).execute()

    with pytest.raises(UnitClosed):
        send(cast.province.clerk, addressees=Addressees(unit_ids=(cast.pao.unit.id,)))


def test_how_often_units_are_picked_is_counted(cast: Cast) -> None:
    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    send(cast.province.clerk, addressees=Addressees(unit_ids=(cast.pao.unit.id,)))

    share = picking_share(cast.province.clerk)
    assert (share.sending_count, share.picked_count) == (2, 1)
