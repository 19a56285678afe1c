"""Sending and re-issuing: a number, a frozen set of units, a chain that holds."""

from datetime import date

import pytest

from saraban.desk.dispatch import Addressees
from saraban.desk.drafts import CitationDraft
from saraban.errors import (
    AlreadyReissued,
    LetterNotFound,
    NoAddressees,
    Refused,
    UnitNotFound,
    UnreadablePhrase,
)
from saraban.records import Citation, Delivery, Dispatch, Letter, RegisterEntry, Unit, UnitVersion
from tests.cast import Cast, make_unit
from tests.make import at, register, send


def test_a_circular_goes_to_every_unit_of_its_phrase(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ และนายกเทศมนตรีนครแม่สอด")

    to_units = {row.to_unit_id for row in Delivery.select()}

    assert sent.unit_count == 3
    assert to_units == {cast.district_a.unit.id, cast.district_b.unit.id, cast.city.unit.id}
    assert sent.printed_number == "ตก ๐๐๒๓.๓/ว ๑"
    assert Dispatch.get().unit_count == 3


def test_units_that_work_here_have_it_at_once_and_others_are_only_sent_to(cast: Cast) -> None:
    Unit.update(joined_at=None).where(Unit.id == cast.district_b.unit.id).execute()

    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    here = Delivery.get(Delivery.to_unit == cast.district_a.unit)
    away = Delivery.get(Delivery.to_unit == cast.district_b.unit)
    assert here.delivered_at == at()
    assert away.delivered_at is None


def test_by_post_nothing_has_arrived_before_a_receipt(cast: Cast) -> None:
    send(cast.province.clerk, addressees=Addressees("นายอำเภอทุกอำเภอ", channel="paper"))

    assert all(row.delivered_at is None for row in Delivery.select())


def test_the_set_is_that_of_the_letters_date(cast: Cast) -> None:
    later = make_unit(cast.province.unit, "district", "อำเภอเกิดใหม่")
    UnitVersion.update(valid_from=date(2022, 6, 17)).where(UnitVersion.unit == later).execute()

    send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    assert Delivery.select().where(Delivery.to_unit == later).count() == 0


def test_a_unit_named_twice_gets_one_delivery(cast: Cast) -> None:
    sent = send(
        cast.province.clerk,
        addressees=Addressees("นายอำเภอทุกอำเภอ", (cast.district_a.unit.id,)),
    )

    assert sent.unit_count == 2


def test_circulars_and_letters_have_books_of_their_own(cast: Cast) -> None:
    circular = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    letter = send(
        cast.province.clerk,
        is_circular=False,
        addressees=Addressees(unit_ids=(cast.city.unit.id,)),
    )

    assert (circular.running_number, letter.running_number) == (1, 1)
    assert letter.printed_number == "ตก ๐๐๒๓.๓/๑"


def test_a_copy_that_reads_otherwise_keeps_both_numbers(cast: Cast) -> None:
    send(
        cast.ministry.clerk,
        phrase="หัวหน้าส่วนราชการระดับกรม",
        code_letters="มท",
        owner_number="0229",
        as_printed="มท ๐๒๒๙/ว ๑๑",
    )

    letter = Letter.get()

    assert letter.letter_number == "มท 0229/ว 1"
    assert letter.printed_number == "มท ๐๒๒๙/ว ๑๑"
    assert letter.printed_key == "มท 0229/ว 11"


def test_a_reissue_is_a_new_letter_that_conveys_the_first(cast: Cast) -> None:
    parent = send(cast.department.clerk, phrase="ผู้ว่าราชการจังหวัด ทุกจังหวัด")

    child = send(
        cast.province.clerk,
        phrase="นายอำเภอทุกอำเภอ",
        conveys_uid=parent.letter_uid,
        citations=(
            CitationDraft("enclosure", "สำเนาหนังสือกรม ที่ มท ๐๘๐๑.๔/ว ๙ ลงวันที่ ๑ มิถุนายน ๒๕๖๕"),
        ),
    )

    first = Letter.get(Letter.uid == parent.letter_uid)
    second = Letter.get(Letter.uid == child.letter_uid)
    assert (second.conveys_id, second.root_id) == (first.id, first.id)
    assert {row.root_id for row in Delivery.select()} == {first.id}
    assert Delivery.get(Delivery.to_unit == cast.province.unit).passed_on_at == at()
    cited = Citation.get()
    assert (cited.cited_key, cited.resolved_id) == ("มท 0801.4/ว 9", first.id)


def test_an_exact_citation_links_by_itself_and_another_waits(cast: Cast) -> None:
    known = register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๙๙")

    register(
        cast.province.clerk,
        printed_number="มท ๐๒๑๑/ว ๑๐๐",
        citations=(
            CitationDraft("reference", "หนังสือ ที่ มท ๐๒๑๑/ว ๙๙ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"),
            CitationDraft("reference", "หนังสือ ที่ มท ๐๒๑๑/ว ๙๘ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"),
        ),
    )

    exact, near = Citation.select().order_by(Citation.id)
    assert exact.resolved.uid == known.letter_uid
    assert near.resolved_id is None


def test_one_unit_passes_a_letter_on_once(cast: Cast) -> None:
    parent = send(cast.department.clerk, phrase="ผู้ว่าราชการจังหวัด ทุกจังหวัด")
    first = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", conveys_uid=parent.letter_uid)

    with pytest.raises(AlreadyReissued) as refusal:
        send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", conveys_uid=parent.letter_uid)

    assert refusal.value.number == first.printed_number
    assert RegisterEntry.select().where(RegisterEntry.unit == cast.province.unit).count() == 1


def test_a_phrase_that_cannot_be_read_takes_no_number(cast: Cast) -> None:
    with pytest.raises(UnreadablePhrase):
        send(cast.province.clerk, phrase="ทุกคนที่เกี่ยวข้อง")

    assert RegisterEntry.select().count() == 0


def test_a_letter_to_nobody_is_refused(cast: Cast) -> None:
    with pytest.raises(NoAddressees):
        send(cast.province.clerk, phrase="")


def test_a_letter_to_oneself_alone_is_refused(cast: Cast) -> None:
    with pytest.raises(NoAddressees):
        send(cast.province.clerk, addressees=Addressees(unit_ids=(cast.province.unit.id,)))


def test_a_unit_that_does_not_exist_is_refused(cast: Cast) -> None:
    with pytest.raises(UnitNotFound):
        send(cast.province.clerk, addressees=Addressees(unit_ids=(999_999,)))


def test_only_a_clerk_numbers_a_letter(cast: Cast) -> None:
    with pytest.raises(Refused):
        send(cast.province.executive, phrase="นายอำเภอทุกอำเภอ")


def test_a_letter_one_may_not_see_cannot_be_conveyed(cast: Cast) -> None:
    foreign = register(cast.department.clerk)

    with pytest.raises(LetterNotFound):
        send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ", conveys_uid=foreign.letter_uid)
