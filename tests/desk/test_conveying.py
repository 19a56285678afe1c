"""What stands against passing on: circles, later dates; and a second letter that goes along."""

from datetime import date

import pytest

from saraban.desk.citing import confirm_citation
from saraban.desk.dispatch import Addressees, Issued
from saraban.desk.drafts import CitationDraft, DutyDraft
from saraban.desk.registration import Arrival, receive_delivery
from saraban.errors import (
    CircularComesBack,
    CitationMakesLoop,
    LaterThanParent,
    OwnLetterConveyed,
    SarabanError,
)
from saraban.queries.instructions import chain_of_instructions
from saraban.queries.ledger_check import check_ledger
from saraban.records import Citation, Delivery, Duty, Letter, RegisterEntry, RelayDuty
from saraban.rules.instructions import Fate
from saraban.rules.relay_duties import RelayState
from tests.cast import Cast
from tests.desk.test_reserving_at_once import all_at_once
from tests.ledgers import tell_cast
from tests.make import DAY, at, register, send

LOCAL_BODIES = "องค์กรปกครองส่วนท้องถิ่น"
PHOTOS = "ให้ส่งผลการจัดกิจกรรมพร้อมภาพถ่ายในระบบรายงาน"


def department_letter(cast: Cast, **named: object) -> Issued:
    return send(
        cast.department.clerk, phrase="ผู้ว่าราชการจังหวัด ทุกจังหวัด", owner_number="0801.4", **named
    )


def province_passes_on(cast: Cast, parent: str, **named: object) -> Issued:
    named = {"phrase": "นายอำเภอทุกอำเภอ", **named}
    return send(cast.province.clerk, conveys_uid=parent, **named)


def letter_of(issued: Issued) -> Letter:
    return Letter.get(Letter.uid == issued.letter_uid)


def test_ones_own_letter_is_not_passed_on(cast: Cast) -> None:
    own = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")

    with pytest.raises(OwnLetterConveyed):
        province_passes_on(cast, own.letter_uid)


def test_a_circular_that_comes_back_is_not_passed_on_again(cast: Cast) -> None:
    own = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    back = send(
        cast.district_a.clerk,
        conveys_uid=own.letter_uid,
        owner_number="0118",
        addressees=Addressees(unit_ids=(cast.province.unit.id, cast.city.unit.id)),
    )
    numbers = RegisterEntry.select().count()

    with pytest.raises(CircularComesBack) as refusal:
        province_passes_on(cast, back.letter_uid)

    assert refusal.value.number == own.printed_number
    assert RegisterEntry.select().count() == numbers


def test_a_circle_through_paper_in_two_steps_is_seen(cast: Cast) -> None:
    own = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    cited = f"สำเนาหนังสือจังหวัดตาก ที่ {own.printed_number} ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"
    inner = register(
        cast.province.clerk, printed_number="กค ๐๑๐๐/ว ๗",
        citations=(CitationDraft("enclosure", cited),),
    )  # fmt: skip
    outer = register(
        cast.province.clerk, printed_number="กค ๐๑๐๐/ว ๘",
        citations=(
            CitationDraft("enclosure", "สำเนาหนังสือ ที่ กค ๐๑๐๐/ว ๗ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"),
        ),
    )  # fmt: skip

    for paper in (inner, outer):
        with pytest.raises(CircularComesBack):
            province_passes_on(cast, paper.letter_uid)


def test_two_letters_never_enclose_each_other(cast: Cast) -> None:
    first = register(
        cast.province.clerk, printed_number="กค ๐๑๐๐/ว ๗",
        citations=(CitationDraft("enclosure", "สำเนาหนังสือกรมที่ส่งมาด้วย"),),
    )  # fmt: skip
    second = register(
        cast.province.clerk, printed_number="กค ๐๑๐๐/ว ๘",
        citations=(
            CitationDraft("enclosure", "สำเนาหนังสือ ที่ กค ๐๑๐๐/ว ๗ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"),
        ),
    )  # fmt: skip
    citation = Citation.get(Citation.letter == Letter.get(Letter.uid == first.letter_uid))

    with pytest.raises(CitationMakesLoop):
        confirm_citation(
            actor=cast.province.clerk, at=at(), letter_uid=first.letter_uid,
            citation_id=citation.id, cited_uid=second.letter_uid,
        )  # fmt: skip

    assert Citation.get_by_id(citation.id).resolved_id is None


def test_letters_that_came_in_two_steps_do_not_link_into_a_loop_by_themselves(cast: Cast) -> None:
    for number, other in (("๗", "๘"), ("๘", "๗")):
        register(
            cast.province.clerk, printed_number=f"กค ๐๑๐๐/ว {number}",
            citations=(
                CitationDraft(
                    "enclosure", f"สำเนาหนังสือ ที่ กค ๐๑๐๐/ว {other} ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"
                ),
            ),
        )  # fmt: skip

    first, second = Citation.select().order_by(Citation.id)

    assert (first.resolved_id, second.resolved_id) == (None, first.letter_id)


def test_of_two_who_confirm_opposite_things_at_once_one_is_told(cast: Cast) -> None:
    tell_cast(cast)
    letters = [
        register(
            cast.province.clerk, printed_number=f"กค ๐๑๐๐/ว {number}",
            citations=(CitationDraft("enclosure", "สำเนาหนังสือกรมที่ส่งมาด้วย"),),
        ).letter_uid
        for number in (7, 8)
    ]  # fmt: skip
    cited = [Citation.get(Citation.letter == Letter.get(Letter.uid == uid)).id for uid in letters]

    told = all_at_once(
        lambda place: confirm_citation(
            actor=cast.province.clerk, at=at(), letter_uid=letters[place % 2],
            citation_id=cited[place % 2], cited_uid=letters[1 - place % 2],
        )
    )  # fmt: skip

    assert told.count(None) == 1
    assert "citation_makes_loop" in told
    assert check_ledger().findings == ()


def test_a_later_date_is_refused_until_it_says_why(cast: Cast) -> None:
    parent = department_letter(
        cast, duties=(DutyDraft("๑", PHOTOS, due_on=date(2022, 6, 27)),)
    ).letter_uid
    late = DutyDraft("๑", PHOTOS, due_on=date(2022, 6, 30))

    with pytest.raises(LaterThanParent) as refusal:
        province_passes_on(cast, parent, duties=(late,))
    explained = DutyDraft("๑", PHOTOS, due_on=date(2022, 6, 30), late_reason="รอผลการประชุม")
    child = province_passes_on(cast, parent, duties=(explained,))

    assert (refusal.value.days, refusal.value.point) == (3, "๑")
    assert Duty.get(Duty.letter == letter_of(child)).late_reason == "รอผลการประชุม"
    (step,) = chain_of_instructions(cast.district_a.clerk, child.letter_uid)
    assert (step.pairs[0].days_later, step.pairs[0].own.late_reason) == (3, "รอผลการประชุม")


def test_the_chain_tells_every_hop_from_the_top(cast: Cast) -> None:
    top = department_letter(
        cast, duties=(DutyDraft("๑", PHOTOS), DutyDraft("๒", "ให้ประชาสัมพันธ์ผ่านสื่อท้องถิ่น"))
    )
    middle = province_passes_on(cast, top.letter_uid, duties=(DutyDraft("๑", PHOTOS),))
    last = send(
        cast.district_a.clerk, phrase="นายกเทศมนตรีตำบล ทุกแห่ง", owner_number="0118",
        conveys_uid=middle.letter_uid, duties=(DutyDraft("๑", PHOTOS), DutyDraft("๒", "แจ้งชื่อ")),
    )  # fmt: skip

    steps = chain_of_instructions(cast.tambon_mun.clerk, last.letter_uid)

    assert [step.own.uid for step in steps] == [middle.letter_uid, last.letter_uid]
    assert [[pair.fate for pair in step.pairs] for step in steps] == [
        [Fate.KEPT, Fate.DROPPED],
        [Fate.KEPT, Fate.ADDED],
    ]
    assert chain_of_instructions(cast.province.clerk, top.letter_uid) == ()


def test_of_two_letters_passed_on_at_once_one_is_the_thread_and_the_other_goes_along(
    cast: Cast,
) -> None:
    thread = department_letter(cast, relay_phrase=LOCAL_BODIES)
    other = send(
        cast.ministry.clerk, owner_number="0229", relay_phrase=LOCAL_BODIES,
        addressees=Addressees(unit_ids=(cast.province.unit.id,)),
    )  # fmt: skip
    for sent in (thread, other):
        receive_delivery(
            actor=cast.province.clerk, at=at(), letter_uid=sent.letter_uid, arrival=Arrival(DAY)
        )

    child = province_passes_on(
        cast,
        thread.letter_uid,
        citations=tuple(
            CitationDraft("enclosure", f"สำเนาหนังสือ ที่ {sent.printed_number} ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕")
            for sent in (other, thread)
        ),
    )

    assert letter_of(child).conveys_id == letter_of(thread).id
    assert [one.resolved_id for one in Citation.select().order_by(Citation.id)] == [
        letter_of(other).id,
        letter_of(thread).id,
    ]
    assert {(duty.state, duty.done_letter_id) for duty in RelayDuty.select()} == {
        (RelayState.DONE, letter_of(child).id)
    }
    assert {
        row.root_id for row in Delivery.select().where(Delivery.letter == letter_of(child))
    } == {letter_of(thread).id}


def test_of_many_who_pass_one_letter_on_at_once_one_does(cast: Cast) -> None:
    tell_cast(cast)
    parent = department_letter(cast, relay_phrase=LOCAL_BODIES).letter_uid
    receive_delivery(actor=cast.province.clerk, at=at(), letter_uid=parent, arrival=Arrival(DAY))

    told = all_at_once(lambda _: province_passes_on(cast, parent))

    assert sum(isinstance(one, Issued) for one in told) == 1
    assert not any(isinstance(one, SarabanError) for one in told)
    assert RelayDuty.get().state == RelayState.DONE
    assert check_ledger().findings == ()
