"""Drafts: every save stays, steps go from hand to hand, the number freezes."""

from dataclasses import replace

import pytest

from saraban.desk.dispatch import Addressees
from saraban.desk.writing import begin_draft, issue_draft, move_draft, save_draft
from saraban.errors import (
    DraftChangedMeanwhile,
    DraftFrozen,
    DraftNotFound,
    InvalidInput,
    MissingField,
    NoAddressees,
    Refused,
    StepNotNow,
    TableTooLarge,
    TextTooLong,
)
from saraban.queries.drafts import draft_card, draft_version, drafts, written_text
from saraban.records import BookYear, Draft, DraftVersion, Duty, Letter, RegisterEntry
from saraban.rules.drafts import DraftMove, DraftState, DraftText
from tests.cast import Cast
from tests.drafted import issue_written, text, write
from tests.ledgers import found, tell_cast
from tests.make import at, register, send


def test_every_save_is_a_version_that_stays(cast: Cast) -> None:
    uid = write(cast.province)

    second = save_draft(
        actor=cast.province.clerk,
        at=at(hour=11),
        draft_uid=uid,
        based_on=1,
        text=text(subject="เรื่องที่แก้แล้ว"),
    )

    card = draft_card(cast.province.officer, uid)
    assert second == 2
    assert [(line.version, line.saved_by) for line in card.versions] == [
        (2, cast.province.clerk.name),
        (1, cast.province.officer.name),
    ]
    assert card.text.subject == "เรื่องที่แก้แล้ว"
    assert draft_version(cast.province.officer, uid, 1) == text()


def test_the_same_text_again_is_no_new_version(cast: Cast) -> None:
    uid = write(cast.province)

    version = save_draft(
        actor=cast.province.officer, at=at(), draft_uid=uid, based_on=1, text=text()
    )

    assert version == 1
    assert DraftVersion.select().count() == 1


def test_of_two_who_save_at_once_the_second_is_told_who_was_first(cast: Cast) -> None:
    uid = write(cast.province)
    first, second = text(subject="ของคนแรก"), text(subject="ของคนที่สอง")
    save_draft(actor=cast.province.clerk, at=at(), draft_uid=uid, based_on=1, text=first)

    with pytest.raises(DraftChangedMeanwhile) as told:
        save_draft(actor=cast.province.officer, at=at(), draft_uid=uid, based_on=1, text=second)

    assert told.value.facts == {"who": cast.province.clerk.name, "version": 2}
    assert draft_card(cast.province.officer, uid).text.subject == "ของคนแรก"


def test_a_draft_goes_to_the_executive_and_comes_back_with_a_reason(cast: Cast) -> None:
    uid = write(cast.province)
    step = {"draft_uid": uid, "version": 1, "at": at()}
    move_draft(actor=cast.province.officer, move=DraftMove.OFFER, **step)
    with pytest.raises(MissingField):
        move_draft(actor=cast.province.executive, move=DraftMove.RETURN, **step)

    move_draft(actor=cast.province.executive, move=DraftMove.RETURN, reason="ระบุวันที่ให้ชัด", **step)

    card = draft_card(cast.province.officer, uid)
    assert card.state == DraftState.RETURNED
    assert [(line.move, line.reason) for line in card.steps] == [
        ("offer", ""),
        ("return", "ระบุวันที่ให้ชัด"),
    ]


def test_what_was_approved_is_the_text_that_was_read(cast: Cast) -> None:
    uid = write(cast.province)
    move_draft(actor=cast.province.officer, at=at(), draft_uid=uid, version=1, move=DraftMove.OFFER)
    save_draft(
        actor=cast.province.officer, at=at(), draft_uid=uid, based_on=1, text=text(subject="อื่น")
    )

    with pytest.raises(DraftChangedMeanwhile):
        move_draft(
            actor=cast.province.executive, at=at(), draft_uid=uid, version=1,
            move=DraftMove.APPROVE,
        )  # fmt: skip
    with pytest.raises(StepNotNow):  # being written again, it has to be offered again
        move_draft(
            actor=cast.province.executive, at=at(), draft_uid=uid, version=2,
            move=DraftMove.APPROVE,
        )  # fmt: skip


def test_the_number_freezes_the_draft(cast: Cast) -> None:
    uid = write(cast.province)

    issued = issue_written(cast.province, uid)

    card = draft_card(cast.province.officer, uid)
    assert (card.state, card.may_write, card.moves) == ("issued", False, frozenset())
    assert card.letter is not None
    assert card.letter.uid == issued.letter_uid
    assert issued.printed_number == "ตก ๐๐๒๓.๓/ว ๑"
    with pytest.raises(DraftFrozen) as frozen:
        save_draft(
            actor=cast.province.officer, at=at(), draft_uid=uid, based_on=1, text=text(cause="x")
        )
    assert frozen.value.facts == {"number": "ตก ๐๐๒๓.๓/ว ๑"}
    with pytest.raises(DraftFrozen):
        issue_written(cast.province, uid)
    assert RegisterEntry.select().count() == 1


def test_the_letter_says_what_the_draft_said_in_thai_digits(cast: Cast) -> None:
    uid = write(
        cast.province,
        subject="การประชุมครั้งที่ 3/2565 เรื่อง COVID-19",
        cause="ตามหนังสือ 12 ฉบับ",
        references="หนังสือจังหวัด ที่ ตก 0023.3/55 ลงวันที่ 1 มิถุนายน 2565",
    )

    issued = issue_written(cast.province, uid)

    letter = Letter.get(Letter.uid == issued.letter_uid)
    assert letter.subject == "การประชุมครั้งที่ ๓/๒๕๖๕ เรื่อง COVID-19"
    assert letter.body.startswith("ตามหนังสือ ๑๒ ฉบับ\nจังหวัดจึงขอ")
    assert letter.signatory_position == ("รองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน\nผู้ว่าราชการจังหวัดตาก")
    assert [duty.asks for duty in Duty.select()] == ["ตรวจป้ายทุกท่าน้ำ", "รายงานผล"]
    written = written_text(issued.letter_uid)
    assert written is not None
    assert written.subject == "การประชุมครั้งที่ 3/2565 เรื่อง COVID-19"


def test_a_letter_that_cannot_be_sent_takes_no_number_and_leaves_the_draft_open(
    cast: Cast,
) -> None:
    uid = write(cast.province)

    with pytest.raises(NoAddressees):
        issue_written(cast.province, uid, addressees=Addressees())

    assert draft_card(cast.province.officer, uid).state == DraftState.WRITING
    assert BookYear.select().count() == 0


def test_a_draft_changed_since_it_was_looked_at_takes_no_number(cast: Cast) -> None:
    uid = write(cast.province)
    save_draft(
        actor=cast.province.officer, at=at(), draft_uid=uid, based_on=1, text=text(subject="อื่น")
    )

    with pytest.raises(DraftChangedMeanwhile):
        issue_written(cast.province, uid)

    assert Letter.select().count() == 0
    assert BookYear.select().count() == 0


@pytest.mark.parametrize(
    ("who", "move"),
    [("officer", "approve"), ("clerk", "return"), ("executive", "offer")],
)
def test_a_step_is_taken_by_those_whose_it_is(cast: Cast, who: str, move: str) -> None:
    uid = write(cast.province)

    with pytest.raises(Refused):
        move_draft(
            actor=getattr(cast.province, who), at=at(), draft_uid=uid, version=1,
            move=DraftMove(move), reason="เพราะ",
        )  # fmt: skip


def test_an_executive_does_not_write_and_an_officer_gives_no_number(cast: Cast) -> None:
    uid = write(cast.province)

    with pytest.raises(Refused):
        begin_draft(actor=cast.province.executive, at=at(), text=text())
    with pytest.raises(Refused):
        issue_draft(
            actor=cast.province.officer, at=at(), draft_uid=uid, version=1, code_letters="ตก",
            owner_number="0023.3", is_circular=True, addressees=Addressees("นายอำเภอ ทุกอำเภอ"),
        )  # fmt: skip


def test_another_office_does_not_find_the_draft(cast: Cast) -> None:
    uid = write(cast.province)

    with pytest.raises(DraftNotFound):
        draft_card(cast.district_a.officer, uid)
    with pytest.raises(DraftNotFound):
        save_draft(actor=cast.tao.officer, at=at(), draft_uid=uid, based_on=1, text=text())
    assert drafts(cast.district_a.officer).lines == ()


def test_a_draft_set_aside_leaves_the_list_and_can_be_resumed(cast: Cast) -> None:
    uid = write(cast.province)
    step = {"actor": cast.province.officer, "at": at(), "draft_uid": uid, "version": 1}

    move_draft(move=DraftMove.SET_ASIDE, reason="ไม่ส่งแล้ว", **step)

    assert drafts(cast.province.officer).lines == ()
    assert [line.uid for line in drafts(cast.province.officer, is_open=False).lines] == [uid]
    with pytest.raises(StepNotNow):
        issue_written(cast.province, uid)
    move_draft(move=DraftMove.RESUME, **step)
    assert [line.state for line in drafts(cast.province.officer).lines] == ["writing"]


def test_an_unfinished_letter_is_kept_and_asked_for_when_it_gets_its_number(cast: Cast) -> None:
    uid = begin_draft(actor=cast.province.officer, at=at(), text=DraftText())

    with pytest.raises(MissingField) as missing:
        issue_written(cast.province, uid)

    assert missing.value.field == "subject"


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        ({"subject": "ก" * 1001}, TextTooLong),
        ({"purpose": "ก" * 30_001}, TextTooLong),
        ({"purpose": "๑|๒\n" * 301}, TableTooLarge),
        ({"kind": "order"}, InvalidInput),
        ({"urgency": "soon"}, InvalidInput),
    ],
)
def test_what_no_letter_can_hold_is_refused_beside_its_field(cast, named, refusal) -> None:
    with pytest.raises(refusal) as refused:
        write(cast.province, **named)

    assert refused.value.field == next(iter(named))


def test_a_reissue_is_drafted_and_conveys_its_parent(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    uid = begin_draft(
        actor=cast.district_a.officer,
        at=at(),
        text=text(enclosures="สำเนาหนังสือจังหวัดตาก ที่ ตก ๐๐๒๓.๓/ว ๑ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"),
        conveys_uid=sent.letter_uid,
    )

    issued = issue_written(
        cast.district_a, uid, code_letters="ตก", owner_number="0118",
        addressees=Addressees(unit_ids=(cast.tambon_mun.unit.id,)),
    )  # fmt: skip

    letter = Letter.get(Letter.uid == issued.letter_uid)
    assert letter.conveys.uid == sent.letter_uid
    card = draft_card(cast.district_a.officer, uid)
    assert card.conveys is not None
    assert card.conveys.uid == sent.letter_uid


def test_the_ledger_tells_every_version_and_step(cast: Cast) -> None:
    tell_cast(cast)
    register(cast.province.clerk)
    uid = write(cast.province)
    save_draft(
        actor=cast.province.officer, at=at(), draft_uid=uid, based_on=1,
        text=replace(text(), subject="เรื่องที่เขียนใหม่"),
    )  # fmt: skip
    move_draft(actor=cast.province.officer, at=at(), draft_uid=uid, version=2, move=DraftMove.OFFER)
    issue_written(cast.province, uid, version=2)

    assert found() == []
    assert Draft.get().letter_id is not None
