"""Notes on a received letter: who may write which, whom an order reaches, how one is taken back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import peewee
import pytest

from saraban.desk.endorsement import Assignment, DeskNamed, endorse, finish_order, withdraw
from saraban.desk.registration import void_entry
from saraban.errors import (
    AlreadyFinished,
    AlreadyWithdrawn,
    EndorsedMeanwhile,
    EndorsementNotFound,
    InvalidInput,
    LetterNotFound,
    MissingField,
    NotYetReceived,
    OrderNotFound,
    PersonNotFound,
    Refused,
    SecretContentRefused,
    TextTooLong,
    UnitNotFound,
)
from saraban.queries.endorsements import letter_notes
from saraban.queries.ledger_check import check_ledger
from saraban.records import (
    AuditEvent,
    Delivery,
    Endorsement,
    OrderedDesk,
    Person,
    Post,
    RegisterEntry,
)
from saraban.records.database import connected
from saraban.rules.endorsements import EndorsementKind, Standing
from saraban.rules.permissions import Actor
from tests.cast import Cast, make_troupe, make_unit
from tests.ledgers import tell_cast
from tests.make import at, register, send

JULY = date(2022, 7, 1)


@pytest.fixture
def letter(cast: Cast) -> str:
    """A letter that the province has registered."""
    return register(cast.province.clerk).letter_uid


def propose(clerk: Actor, letter: str, **named: object) -> str:
    filled = {"at": at(), "kind": "propose", "text": "เห็นควรแจ้งอำเภอทุกแห่ง"}
    return endorse(actor=clerk, letter_uid=letter, **(filled | named))


def order(executive: Actor, letter: str, **named: object) -> str:
    filled = {"at": at(hour=11), "kind": "order", "text": "สถจ. ดำเนินการ"}
    return endorse(actor=executive, letter_uid=letter, **(filled | named))


def to(cast: Cast, due_on: date | None = None) -> Assignment:
    return Assignment(DeskNamed(cast.local_office.unit.uid), due_on=due_on)


def test_a_proposal_waits_for_an_order_and_an_order_decides(cast: Cast, letter: str) -> None:
    before = letter_notes(cast.province.clerk, letter).standing

    propose(cast.province.clerk, letter)
    proposed = letter_notes(cast.province.clerk, letter).standing
    order(cast.province.executive, letter)

    ordered = letter_notes(cast.province.clerk, letter).standing
    assert (before, proposed, ordered) == (
        Standing.TO_PROPOSE,
        Standing.TO_ORDER,
        Standing.DECIDED,
    )


def test_an_executives_own_knowing_decides_and_a_clerks_does_not(cast: Cast, letter: str) -> None:
    propose(cast.province.clerk, letter)
    endorse(actor=cast.province.officer, at=at(), letter_uid=letter, kind="note", text="ทราบ")
    assert letter_notes(cast.province.clerk, letter).standing is Standing.TO_ORDER

    endorse(actor=cast.province.executive, at=at(), letter_uid=letter, kind="note", text="ทราบ")

    assert letter_notes(cast.province.clerk, letter).standing is Standing.DECIDED


def test_the_desk_that_an_order_names_gets_the_letter_with_it(cast: Cast, letter: str) -> None:
    order(cast.province.executive, letter, assignment=to(cast, JULY))

    delivery = Delivery.get(Delivery.to_unit == cast.local_office.unit)
    (line,) = letter_notes(cast.local_office.clerk, letter).lines
    assert delivery.is_inner
    assert delivery.delivered_at == at(hour=11)
    assert line.text == "สถจ. ดำเนินการ"
    assert [(desk.name, desk.due_on, desk.is_ours) for desk in line.desks] == [
        ("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตาก", JULY, True)
    ]


def test_an_order_names_one_responsible_desk_and_others(cast: Cast, letter: str) -> None:
    section = make_unit(cast.local_office.unit, "section", "กลุ่มงานส่งเสริม")

    order(
        cast.province.executive,
        letter,
        assignment=Assignment(
            DeskNamed(cast.local_office.unit.uid),
            (DeskNamed(section.uid), DeskNamed(person_uid=uid_of(cast.province.officer))),
        ),
    )

    named = list(OrderedDesk.select().order_by(OrderedDesk.id))
    assert [desk.is_responsible for desk in named] == [True, False, False]
    assert [desk.person_id for desk in named] == [None, None, cast.province.officer.person_id]
    assert Delivery.select().where(Delivery.to_unit == section).exists()


def test_the_book_tells_in_its_own_column_who_has_the_letter(cast: Cast, letter: str) -> None:
    section = make_unit(cast.local_office.unit, "section", "กลุ่มงาน", short_name_th="กง.สส.")

    order(
        cast.province.executive,
        letter,
        assignment=Assignment(DeskNamed(cast.local_office.unit.uid), (DeskNamed(section.uid),)),
    )

    assert RegisterEntry.get().handling == "ส่ง สถจ.ตาก, กง.สส."


def test_a_desk_that_has_the_letter_already_is_ordered_all_the_same(
    cast: Cast, letter: str
) -> None:
    order(cast.province.executive, letter, assignment=to(cast))

    order(cast.province.executive, letter, text="เร่งรัดด้วย", assignment=to(cast, JULY))

    assert Delivery.select().where(Delivery.to_unit == cast.local_office.unit).count() == 1
    assert OrderedDesk.select().count() == 2


def test_a_proposal_names_a_desk_without_giving_it_the_letter(cast: Cast, letter: str) -> None:
    propose(cast.province.clerk, letter, assignment=to(cast, JULY))

    assert Delivery.select().count() == 0
    assert letter_notes(cast.province.executive, letter).lines[0].due_on == JULY
    with pytest.raises(LetterNotFound):
        letter_notes(cast.local_office.clerk, letter)


def test_one_may_name_only_desks_of_ones_own(cast: Cast, letter: str) -> None:
    # A division of the city lies in the province's branch, and is no desk of the province.
    works = make_unit(cast.city.unit, "division", "กองช่าง")

    for unit in (cast.city.unit, works, cast.province.unit, cast.secretariat.unit):
        with pytest.raises(UnitNotFound):
            order(cast.province.executive, letter, assignment=Assignment(DeskNamed(unit.uid)))
    with pytest.raises(PersonNotFound):
        order(
            cast.province.executive,
            letter,
            assignment=Assignment(DeskNamed(person_uid=uid_of(cast.city.officer))),
        )
    assert Endorsement.select().count() == 0


def test_an_order_that_fails_leaves_nothing(cast: Cast, letter: str) -> None:
    events = AuditEvent.select().count()

    with pytest.raises(InvalidInput):
        twice = DeskNamed(cast.local_office.unit.uid)
        order(cast.province.executive, letter, assignment=Assignment(twice, (twice,)))

    assert Delivery.select().count() == Endorsement.select().count() == 0
    assert AuditEvent.select().count() == events


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        ({"text": " \n "}, MissingField),
        ({"text": "ก" * 2001}, TextTooLong),
        ({"kind": "withdraw"}, InvalidInput),
        ({"assignment": Assignment(due_on=JULY)}, MissingField),
        ({"assignment": Assignment(others=(DeskNamed("x"),))}, MissingField),
        ({"assignment": Assignment(DeskNamed("no such"))}, UnitNotFound),
        ({"assignment": Assignment(DeskNamed(person_uid="no such"))}, PersonNotFound),
    ],
)
def test_what_an_order_cannot_be(
    cast: Cast, letter: str, named: dict[str, object], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        order(cast.province.executive, letter, **named)


def test_a_day_that_is_past_is_no_due_date(cast: Cast, letter: str) -> None:
    with pytest.raises(InvalidInput):
        order(cast.province.executive, letter, assignment=to(cast, date(2022, 6, 15)))

    order(cast.province.executive, letter, assignment=to(cast, date(2022, 6, 16)))


def test_clerks_propose_and_executives_order(cast: Cast, letter: str) -> None:
    with pytest.raises(Refused):
        order(cast.province.clerk, letter)
    with pytest.raises(Refused):
        order(cast.province.officer, letter)
    with pytest.raises(Refused):
        propose(cast.province.executive, letter)
    with pytest.raises(Refused):
        endorse(actor=cast.auditor, at=at(), letter_uid=letter, kind="comment", text="ตรวจแล้ว")


def test_one_writes_only_on_what_ones_own_desk_received(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid

    with pytest.raises(NotYetReceived):
        propose(cast.district_a.clerk, sent)
    with pytest.raises(LetterNotFound):
        propose(cast.tao.clerk, sent)


def test_a_struck_receipt_takes_no_more_notes(cast: Cast) -> None:
    given = register(cast.province.clerk)
    propose(cast.province.clerk, given.letter_uid)
    void_entry(actor=cast.province.clerk, at=at(), entry_uid=given.entry_uid, reason="ลงผิดหน่วย")

    with pytest.raises(NotYetReceived):
        order(cast.province.executive, given.letter_uid)


def test_nothing_is_written_on_a_secret_letter(cast: Cast) -> None:
    secret = register(cast.province.clerk, secrecy="secret", subject="").letter_uid

    with pytest.raises(SecretContentRefused):
        propose(cast.province.clerk, secret)


def test_who_has_not_read_the_newest_note_does_not_order_past_it(cast: Cast, letter: str) -> None:
    propose(cast.province.clerk, letter)
    endorse(
        actor=cast.province.officer, at=at(), letter_uid=letter, kind="comment", text="งบประมาณหมด"
    )

    with pytest.raises(EndorsedMeanwhile):
        order(cast.province.executive, letter, seen_count=1)

    order(cast.province.executive, letter, seen_count=2)


def test_of_two_who_decide_at_once_on_the_same_notes_one_is_told_to_read(
    cast: Cast, letter: str
) -> None:
    propose(cast.province.clerk, letter)
    gate, told = Barrier(2), []

    def decide(text: str) -> None:
        with connected():
            gate.wait()
            try:
                order(cast.province.executive, letter, text=text, seen_count=1)
            except EndorsedMeanwhile as refusal:
                told.append(refusal.code)

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(decide, text) for text in ("ทราบ", "เก็บ")]:
            done.result()

    assert told == ["endorsed_meanwhile"]
    assert Endorsement.select().where(Endorsement.kind == "order").count() == 1


def test_a_note_is_taken_back_by_a_further_one_and_stays_readable(cast: Cast, letter: str) -> None:
    note = propose(cast.province.clerk, letter)

    withdraw(actor=cast.province.clerk, at=at(hour=12), endorsement_uid=note, reason="ผิดเรื่อง")

    notes = letter_notes(cast.province.clerk, letter)
    (line,) = notes.lines
    assert line.text == "เห็นควรแจ้งอำเภอทุกแห่ง"
    assert line.withdrawal is not None
    assert line.withdrawal.reason == "ผิดเรื่อง"
    assert line.withdrawal.author.name == cast.province.clerk.name
    assert (notes.standing, notes.note_count) == (Standing.TO_PROPOSE, 2)


def test_a_note_is_taken_back_once_with_a_reason_by_its_writer_or_an_executive(
    cast: Cast, letter: str
) -> None:
    note = propose(cast.province.clerk, letter)
    with pytest.raises(MissingField):
        withdraw(actor=cast.province.clerk, at=at(), endorsement_uid=note, reason=" ")
    with pytest.raises(Refused):
        withdraw(actor=cast.province.officer, at=at(), endorsement_uid=note, reason="ผิด")
    with pytest.raises(EndorsementNotFound):
        withdraw(actor=cast.city.executive, at=at(), endorsement_uid=note, reason="ผิด")

    back = withdraw(actor=cast.province.executive, at=at(), endorsement_uid=note, reason="ผิด")

    with pytest.raises(AlreadyWithdrawn):
        withdraw(actor=cast.province.clerk, at=at(), endorsement_uid=note, reason="ผิด")
    with pytest.raises(EndorsementNotFound):
        withdraw(actor=cast.province.executive, at=at(), endorsement_uid=back, reason="ผิด")


def test_the_desk_says_once_that_what_was_ordered_is_done(cast: Cast, letter: str) -> None:
    order(cast.province.executive, letter, assignment=to(cast, JULY))
    ordered = OrderedDesk.get()

    finish_order(
        actor=cast.local_office.clerk, at=at(day=20), ordered_id=ordered.id, words="แจ้งครบแล้ว"
    )

    (desk,) = letter_notes(cast.province.executive, letter).lines[0].desks
    assert (desk.done_by, desk.done_words) == (cast.local_office.clerk.name, "แจ้งครบแล้ว")
    with pytest.raises(AlreadyFinished):
        finish_order(actor=cast.local_office.clerk, at=at(day=21), ordered_id=ordered.id)


def test_nobody_else_finishes_an_order_and_nobody_one_that_was_taken_back(
    cast: Cast, letter: str
) -> None:
    named = (DeskNamed(person_uid=uid_of(cast.province.officer)),)
    note = order(
        cast.province.executive,
        letter,
        assignment=Assignment(DeskNamed(cast.local_office.unit.uid), named),
    )
    to_office, to_officer = OrderedDesk.select().order_by(OrderedDesk.id)

    for actor, ordered in ((cast.city.clerk, to_office), (cast.province.clerk, to_officer)):
        with pytest.raises(OrderNotFound):
            finish_order(actor=actor, at=at(), ordered_id=ordered.id)
    withdraw(actor=cast.province.executive, at=at(), endorsement_uid=note, reason="สั่งผิดฉบับ")
    with pytest.raises(OrderNotFound):
        finish_order(actor=cast.local_office.clerk, at=at(), ordered_id=to_office.id)


def test_what_an_office_writes_on_a_letter_is_read_inside_it_alone(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    copy = register(cast.province.clerk, is_another_arrival=True).letter_uid
    order(cast.province.executive, copy, assignment=to(cast))
    troupe = make_troupe(make_unit(cast.province.unit, "division", "กองคลัง"), "treasury")

    assert letter_notes(cast.local_office.officer, copy).lines
    assert letter_notes(cast.auditor, copy).lines
    assert letter_notes(cast.district_a.clerk, sent).lines == ()
    with pytest.raises(LetterNotFound):
        letter_notes(troupe.clerk, copy)


def test_the_city_below_a_province_does_not_read_the_provinces_notes(cast: Cast) -> None:
    register(cast.province.clerk)
    letter = register(cast.city.clerk).letter_uid
    order(cast.city.executive, letter, text="ทราบ")

    assert [line.text for line in letter_notes(cast.city.clerk, letter).lines] == ["ทราบ"]
    with pytest.raises(LetterNotFound):
        letter_notes(cast.province.clerk, letter)


def test_a_written_note_is_changed_by_nobody(cast: Cast, letter: str) -> None:
    propose(cast.province.clerk, letter)

    with pytest.raises(peewee.DatabaseError, match="append only"):
        Endorsement.update(text="อย่างอื่น").execute()


def test_the_ledger_tells_of_every_note(cast: Cast) -> None:
    tell_cast(cast)
    letter = register(cast.province.clerk).letter_uid
    note = propose(cast.province.clerk, letter)
    withdraw(actor=cast.province.clerk, at=at(), endorsement_uid=note, reason="ผิดเรื่อง")
    order(cast.province.executive, letter, assignment=to(cast, JULY))
    finish_order(actor=cast.local_office.clerk, at=at(day=20), ordered_id=OrderedDesk.get().id)

    acts = [event.act for event in AuditEvent.select().order_by(AuditEvent.id)]

    assert acts[-4:] == ["propose", "withdraw_endorsement", "order", "finish_order"]
    assert check_ledger().findings == ()


def test_a_note_bears_the_writers_post_of_that_day(cast: Cast, letter: str) -> None:
    Post.update(title_th="นักจัดการงานทั่วไป").where(
        Post.person == cast.province.clerk.person_id
    ).execute()

    propose(cast.province.clerk, letter)

    author = letter_notes(cast.province.clerk, letter).lines[0].author
    assert author.words == f"{cast.province.clerk.name} นักจัดการงานทั่วไป"
    assert letter_notes(cast.province.clerk, letter).lines[0].kind is EndorsementKind.PROPOSE


def uid_of(actor: Actor) -> str:
    return str(Person.get_by_id(actor.person_id).uid)
