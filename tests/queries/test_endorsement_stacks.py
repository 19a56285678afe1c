"""What a desk has before it: letters to propose, to decide, and what was ordered to it."""

from datetime import date
from importlib.util import module_from_spec, spec_from_file_location

import pytest

from saraban.desk.endorsement import Assignment, DeskNamed, endorse, finish_order, withdraw
from saraban.desk.endorsing_habits import OrderOffered, add_usual_order, choose_habits
from saraban.desk.registration import void_entry
from saraban.errors import OrderNotFound, Refused
from saraban.queries.endorsement_stacks import NoteStacks, note_stacks, waiting_for_order
from saraban.queries.order_choices import desk_choices, habits, usual_order, usual_orders
from saraban.records import NoteStanding, OrderedDesk, Person
from saraban.records.database import database as proxy
from saraban.records.schema import MIGRATIONS
from saraban.rules.permissions import Actor
from tests.cast import Cast, make_unit
from tests.make import at, register

TODAY = date(2022, 6, 20)


def write(actor: Actor, letter: str, kind: str, text: str = "ดำเนินการ", **named: object) -> str:
    return endorse(actor=actor, letter_uid=letter, kind=kind, text=text, **({"at": at()} | named))


def stacks(actor: Actor) -> NoteStacks:
    return note_stacks(actor, today=TODAY)


def test_a_proposed_letter_waits_for_an_order_until_it_is_given(cast: Cast) -> None:
    letter = register(cast.province.clerk).letter_uid
    assert stacks(cast.province.executive).to_order == ()

    write(cast.province.clerk, letter, "propose")
    (waiting,) = stacks(cast.province.executive).to_order
    assert (waiting.letter_uid, waiting.receipt_number, waiting.waiting_days) == (letter, "๑", 4)

    order = write(cast.province.executive, letter, "order")
    assert stacks(cast.province.executive).to_order_count == 0

    withdraw(actor=cast.province.executive, at=at(), endorsement_uid=order, reason="สั่งผิดฉบับ")
    assert stacks(cast.province.executive).to_order_count == 1


def test_a_withdrawn_proposal_waits_for_nobody(cast: Cast) -> None:
    letter = register(cast.province.clerk).letter_uid
    note = write(cast.province.clerk, letter, "propose")

    withdraw(actor=cast.province.clerk, at=at(), endorsement_uid=note, reason="ผิดฉบับ")

    assert stacks(cast.province.executive).to_order_count == 0


def test_a_proposal_after_an_order_waits_again_and_a_letter_waits_once(cast: Cast) -> None:
    letter = register(cast.province.clerk).letter_uid
    write(cast.province.clerk, letter, "propose")
    write(cast.province.executive, letter, "order")

    write(cast.province.clerk, letter, "propose", "อำเภอขอขยายเวลา")
    write(cast.province.officer, letter, "propose", "เห็นควรอนุญาต")

    assert stacks(cast.province.executive).to_order_count == 1


def test_the_most_urgent_comes_first_then_the_oldest(cast: Cast) -> None:
    letters = [
        register(cast.province.clerk, printed_number=f"มท ๐๒๑๑/ว {number}", urgency=urgency)
        for number, urgency in enumerate(("normal", "urgent", "most_urgent", "urgent"), start=1)
    ]
    for one in letters:
        write(cast.province.clerk, one.letter_uid, "propose")

    waiting = waiting_for_order(cast.province.executive, today=TODAY)

    assert [note.receipt_number for note in waiting] == ["๓", "๒", "๔", "๑"]


def test_a_struck_receipt_waits_for_nobody(cast: Cast) -> None:
    given = register(cast.province.clerk)
    write(cast.province.clerk, given.letter_uid, "propose")

    void_entry(actor=cast.province.clerk, at=at(), entry_uid=given.entry_uid, reason="ลงผิด")

    assert stacks(cast.province.executive).to_order_count == 0


def test_receipts_wait_for_a_proposal_only_where_the_unit_wants_it(cast: Cast) -> None:
    register(cast.province.clerk)
    assert stacks(cast.province.clerk).to_propose_count == 0
    choose_habits(
        actor=cast.province.clerk, at=at(), awaits_proposals=True, prints_order_stamp=False
    )

    (waiting,) = stacks(cast.province.clerk).to_propose

    assert stacks(cast.province.executive).to_propose_count == 0
    write(cast.province.clerk, waiting.letter_uid, "comment")
    assert stacks(cast.province.clerk).to_propose_count == 1
    write(cast.province.clerk, waiting.letter_uid, "propose")
    assert stacks(cast.province.clerk).to_propose_count == 0


def test_earlier_and_secret_receipts_wait_for_no_proposal(cast: Cast) -> None:
    register(cast.province.clerk)
    register(
        cast.province.clerk, printed_number="มท ๐๒๑๑/๗", secrecy="secret", subject="", at=at(day=18)
    )
    choose_habits(
        actor=cast.province.clerk, at=at(day=17), awaits_proposals=True, prints_order_stamp=False
    )

    assert stacks(cast.province.clerk).to_propose_count == 0


def test_a_desk_sees_what_was_ordered_to_it_and_by_when(cast: Cast) -> None:
    letter = register(cast.province.clerk).letter_uid
    for text, due_on in (("ไม่เร่ง", None), ("เร่ง", date(2022, 6, 18))):
        assignment = Assignment(DeskNamed(cast.local_office.unit.uid), due_on=due_on)
        write(cast.province.executive, letter, "order", text, assignment=assignment)

    first, second = stacks(cast.local_office.clerk).ordered

    assert (first.text, first.due_in, first.ordered_days) == ("เร่ง", -2, 4)
    assert (second.text, second.due_in) == ("ไม่เร่ง", None)
    assert first.is_responsible
    assert stacks(cast.province.clerk).ordered_count == 0


def test_what_is_done_or_taken_back_leaves_the_desk(cast: Cast) -> None:
    letter = register(cast.province.clerk).letter_uid
    assignment = Assignment(DeskNamed(cast.local_office.unit.uid))
    write(cast.province.executive, letter, "order", assignment=assignment)
    back = write(cast.province.executive, letter, "order", assignment=assignment)
    assert stacks(cast.local_office.clerk).ordered_count == 2

    finish_order(actor=cast.local_office.officer, at=at(), ordered_id=OrderedDesk.get().id)
    withdraw(actor=cast.province.executive, at=at(), endorsement_uid=back, reason="สั่งซ้ำ")

    assert stacks(cast.local_office.clerk).ordered == ()


def test_what_was_ordered_to_a_person_lies_on_nobody_elses_desk(cast: Cast) -> None:
    letter = register(cast.tao.clerk).letter_uid
    officer = str(Person.get_by_id(cast.tao.officer.person_id).uid)

    write(
        cast.tao.executive,
        letter,
        "order",
        assignment=Assignment(DeskNamed(person_uid=officer)),
    )

    assert stacks(cast.tao.officer).ordered_count == 1
    assert stacks(cast.tao.clerk).ordered_count == 0


def test_a_unit_without_a_list_is_offered_to_know_and_its_desks(cast: Cast) -> None:
    offered = usual_orders(cast.province.executive, today=TODAY)

    assert [(line.place, line.text) for line in offered] == [
        (1, "ทราบ"),
        (2, "มอบสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตาก ดำเนินการ"),
    ]
    assert habits(cast.province.clerk, today=TODAY).is_suggested


def test_a_units_own_list_takes_the_suggestions_place(cast: Cast) -> None:
    uid = add_usual_order(
        actor=cast.province.clerk,
        at=at(),
        offered=OrderOffered("สถจ. แจ้งอำเภอ", cast.local_office.unit.uid, 7),
    )

    (line,) = usual_orders(cast.province.executive, today=TODAY)

    assert (line.key, line.due_on) == (uid, date(2022, 6, 27))
    assert usual_order(cast.province.executive, uid, today=TODAY) == line
    with pytest.raises(OrderNotFound):
        usual_order(cast.province.executive, "known", today=TODAY)
    with pytest.raises(OrderNotFound):
        usual_order(cast.city.executive, uid, today=TODAY)
    with pytest.raises(Refused):
        habits(cast.province.officer, today=TODAY)


def test_an_order_may_name_the_units_desks_and_its_own_people(cast: Cast) -> None:
    make_unit(cast.city.unit, "division", "กองช่าง")
    section = make_unit(cast.local_office.unit, "section", "กลุ่มงาน")

    named = {choice.key: choice.name for choice in desk_choices(cast.province.executive, on=TODAY)}

    assert named[f"unit:{section.uid}"] == "กลุ่มงาน"
    assert "กองช่าง" not in named.values()
    assert cast.province.officer.name in named.values()
    assert cast.local_office.officer.name not in named.values()


def test_a_letter_received_anew_after_its_number_was_struck_still_waits(cast: Cast) -> None:
    given = register(cast.province.clerk)
    write(cast.province.clerk, given.letter_uid, "propose")
    void_entry(actor=cast.province.clerk, at=at(), entry_uid=given.entry_uid, reason="ลงผิดเล่ม")

    register(cast.province.clerk)

    (waiting,) = stacks(cast.province.executive).to_order
    assert waiting.receipt_number == "๒"


def test_the_migration_finds_what_waits_as_the_desk_keeps_it(cast: Cast) -> None:
    letters = [
        register(cast.province.clerk, printed_number=f"มท ๐๒๑๑/ว {number}").letter_uid
        for number in range(1, 6)
    ]
    for one in letters[1:]:
        write(cast.province.clerk, one, "propose")
    write(cast.province.executive, letters[2], "order")
    back = write(cast.province.executive, letters[3], "note", "ทราบ")
    withdraw(actor=cast.province.executive, at=at(), endorsement_uid=back, reason="ผิดฉบับ")
    write(cast.province.executive, letters[4], "order")
    write(cast.province.clerk, letters[4], "propose", at=at(hour=11))
    path = MIGRATIONS / "0009_letters_wait_for_orders.py"
    spec = spec_from_file_location("migration", path)
    assert spec is not None
    assert spec.loader is not None
    migration = module_from_spec(spec)
    spec.loader.exec_module(migration)

    found = migration._standings(proxy.obj)

    kept = NoteStanding.select().order_by(NoteStanding.letter)
    assert sorted((row["letter"], row["standing"], row["since"]) for row in found) == [
        (row.letter_id, row.standing, NoteStanding.since.db_value(row.since)) for row in kept
    ]
    assert [row.standing for row in kept] == ["to_order", "decided", "to_order", "to_order"]
