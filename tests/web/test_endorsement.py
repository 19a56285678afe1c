"""Notes on the pages: the notes of a letter, the executive's screen, usual orders, acting."""

import io
from datetime import timedelta
from http import HTTPStatus

import pypdfium2
import pytest

from saraban import clock
from saraban.desk.acting import let_act
from saraban.desk.endorsement import Assignment, DeskNamed, endorse
from saraban.desk.endorsing_habits import OrderOffered, add_usual_order
from saraban.queries.acting import actings_of
from saraban.records import (
    ActingPost,
    Delivery,
    Endorsement,
    EndorsingHabit,
    OrderedDesk,
    Person,
    Post,
    UsualOrder,
)
from saraban.thai.text import repair
from saraban.web.executive import AS_PROPOSED
from tests.make import at, picture, register


@pytest.fixture
def letter(cast):
    return register(cast.province.clerk).letter_uid


def propose(cast, letter, text="เห็นควรแจ้งอำเภอ", **named):
    return endorse(
        actor=cast.province.clerk, at=at(), letter_uid=letter, kind="propose", text=text, **named
    )


def office(cast):
    return f"unit:{cast.local_office.unit.uid}"


def test_a_clerk_proposes_a_desk_and_a_day(cast, letter, sign_in_as):
    page = sign_in_as(cast.province.clerk)

    answer = page.post(
        f"/letters/{letter}/notes",
        data={
            "kind": "propose",
            "text": "เห็นควรมอบ สถจ.",
            "responsible": office(cast),
            "due_on": "๓๑ ธ.ค. ๒๖๖๘",
            "seen": "0",
        },
    )

    assert answer.status_code == HTTPStatus.SEE_OTHER
    shown = page.get(f"/letters/{letter}/notes").text
    assert "เห็นควรมอบ สถจ." in shown
    assert "๓๑ ธ.ค. ๒๖๖๘" in shown
    assert Delivery.select().count() == 0


def test_taking_note_needs_no_words(cast, letter, sign_in_as):
    sign_in_as(cast.province.officer).post(f"/letters/{letter}/notes", data={"kind": "note"})

    assert Endorsement.get().text == "ทราบ"


def test_what_was_typed_stays_when_a_note_is_refused(cast, letter, sign_in_as):
    answer = sign_in_as(cast.province.clerk).post(
        f"/letters/{letter}/notes",
        data={"kind": "propose", "text": "เห็นควรเก็บ", "due_on": "๓๑ ธ.ค. ๒๖๖๘"},
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "เห็นควรเก็บ" in answer.text
    assert Endorsement.select().count() == 0


def test_a_note_is_taken_back_on_the_page(cast, letter, sign_in_as):
    note = propose(cast, letter)
    page = sign_in_as(cast.province.clerk)

    page.post(f"/letters/{letter}/notes/{note}/withdraw", data={"reason": "ผิดฉบับ"})

    shown = page.get(f"/letters/{letter}/notes").text
    assert "ถอนแล้ว" in shown
    assert "ผิดฉบับ" in shown


def test_a_desk_finds_its_order_and_says_that_it_is_done(cast, letter, sign_in_as):
    endorse(
        actor=cast.province.executive,
        at=at(),
        letter_uid=letter,
        kind="order",
        text="รายงานด้วย",
        assignment=Assignment(DeskNamed(cast.local_office.unit.uid), due_on=at(day=20).date()),
    )
    page = sign_in_as(cast.local_office.clerk)
    assert "รายงานด้วย" in page.get("/").text

    page.post(f"/letters/{letter}/orders/{OrderedDesk.get().id}/done", data={"words": "แจ้งแล้ว"})

    assert "รายงานด้วย" not in page.get("/").text
    assert OrderedDesk.get().done_words == "แจ้งแล้ว"


def test_the_executive_presses_one_key_and_the_next_letter_comes(cast, sign_in_as):
    first, second = (
        register(cast.province.clerk, printed_number=f"มท ๐๒๑๑/ว {number}").letter_uid
        for number in (1, 2)
    )
    for one in (first, second):
        propose(cast, one)
    usual = add_usual_order(
        actor=cast.province.clerk,
        at=at(),
        offered=OrderOffered("สถจ. ดำเนินการ", cast.local_office.unit.uid, 7),
    )
    page = sign_in_as(cast.province.executive)
    assert page.get("/executive").location == f"/executive/{first}"

    answer = page.post(f"/executive/{first}", data={"usual": usual, "seen": "1"})

    assert answer.location == f"/executive/{second}"
    order = Endorsement.get(Endorsement.kind == "order")
    assert order.text == "สถจ. ดำเนินการ"
    assert OrderedDesk.get().due_on == clock.today() + timedelta(days=7)
    assert Delivery.get().to_unit_id == cast.local_office.unit.id


def test_what_is_typed_goes_with_the_key(cast, letter, sign_in_as):
    propose(cast, letter)

    sign_in_as(cast.province.executive).post(
        f"/executive/{letter}", data={"usual": "known", "text": "เก็บเข้าแฟ้ม", "seen": "1"}
    )

    assert Endorsement.get(Endorsement.kind == "order").text == "ทราบ\nเก็บเข้าแฟ้ม"


def test_agreeing_orders_what_was_proposed(cast, letter, sign_in_as):
    due_on = clock.today() + timedelta(days=3)
    propose(
        cast, letter, assignment=Assignment(DeskNamed(cast.local_office.unit.uid), due_on=due_on)
    )
    page = sign_in_as(cast.province.executive)

    answer = page.post(f"/executive/{letter}", data={"usual": AS_PROPOSED, "seen": "1"})

    assert answer.location == "/executive"
    assert "ไม่มีหนังสือรอสั่งการ" in page.get("/executive").text
    ordered = OrderedDesk.get(OrderedDesk.endorsement == Endorsement.get(kind="order"))
    assert (ordered.unit_id, ordered.due_on) == (cast.local_office.unit.id, due_on)


def test_an_order_of_ones_own_words_names_desks_and_people(cast, letter, sign_in_as):
    officer = Person.get_by_id(cast.province.officer.person_id).uid

    sign_in_as(cast.province.executive).post(
        f"/executive/{letter}",
        data={
            "text": "ทำคู่มือ",
            "responsible": office(cast),
            "others": [f"person:{officer}", office(cast)],
            "seen": "0",
        },
    )

    named = [(desk.unit_id, desk.person_id) for desk in OrderedDesk.select()]
    assert named == [
        (cast.local_office.unit.id, None),
        (cast.province.unit.id, cast.province.officer.person_id),
    ]


def test_who_decides_on_a_page_that_is_old_is_shown_the_new_note_first(cast, letter, sign_in_as):
    propose(cast, letter)
    propose(cast, letter, "ขอแก้: ให้เก็บ")
    page = sign_in_as(cast.province.executive)

    answer = page.post(f"/executive/{letter}", data={"usual": "known", "seen": "1"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "มีผู้เกษียณหรือสั่งการเพิ่ม" in answer.text
    assert "ขอแก้: ให้เก็บ" in answer.text
    assert 'name="seen" type="hidden" value="2"' in answer.text
    assert not Endorsement.select().where(Endorsement.kind == "order").exists()


def test_a_key_that_was_taken_away_meanwhile_orders_nothing(cast, letter, sign_in_as):
    answer = sign_in_as(cast.province.executive).post(
        f"/executive/{letter}", data={"usual": "no such", "seen": "0"}
    )

    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert Endorsement.select().count() == 0


def test_skipping_leads_round_the_letters_that_wait(cast, sign_in_as):
    letters = [
        register(cast.province.clerk, printed_number=f"มท ๐๒๑๑/ว {number}").letter_uid
        for number in (1, 2)
    ]
    for one in letters:
        propose(cast, one)
    page = sign_in_as(cast.province.executive)

    assert page.get(f"/executive?after={letters[0]}").location == f"/executive/{letters[1]}"
    assert page.get(f"/executive?after={letters[1]}").location == f"/executive/{letters[0]}"
    assert page.get("/executive?after=none").location == f"/executive/{letters[0]}"


def test_the_page_is_there_to_look_at(cast, sign_in_as):
    scan = picture("หนังสือ.png")
    letter = register(
        cast.province.clerk, files=[type(scan)(scan.name, scan.content, scan.media_type, "letter")]
    ).letter_uid
    page = sign_in_as(cast.province.executive)

    shown = page.get(f"/executive/{letter}/pages/1.jpg")

    assert f"/executive/{letter}/pages/1.jpg" in page.get(f"/executive/{letter}").text
    assert shown.mimetype == "image/jpeg"
    assert shown.data[:2] == b"\xff\xd8"
    tag = {"If-None-Match": shown.headers["ETag"]}
    assert page.get(f"/executive/{letter}/pages/1.jpg", headers=tag).status_code == 304
    assert page.get(f"/executive/{letter}/pages/7.jpg").status_code == HTTPStatus.NOT_FOUND


def test_the_list_of_usual_orders_is_kept_on_its_page(cast, sign_in_as):
    page = sign_in_as(cast.province.clerk)
    assert "ยังไม่ได้กำหนดเอง" in page.get("/settings/orders").text

    page.post("/settings/orders", data={"text": "แจ้งอำเภอ", "desk": office(cast), "days": "5"})
    page.post("/settings/orders", data={"text": "ทราบ"})
    one = UsualOrder.get(UsualOrder.place == 1)
    page.post(f"/settings/orders/{one.uid}/remove")

    kept = UsualOrder.select().where(UsualOrder.removed_at.is_null())
    assert [(row.place, row.text) for row in kept] == [(2, "ทราบ")]
    assert (one.text, one.days) == ("แจ้งอำเภอ", 5)


def test_a_unit_chooses_how_it_endorses(cast, sign_in_as):
    sign_in_as(cast.province.executive).post(
        "/settings/endorsing",
        data={"awaits_proposals": "y", "prints_order_stamp": "y", "stamp_title": "คำสั่ง ผวจ."},
    )

    habit = EndorsingHabit.get()
    assert habit.awaits_from == clock.today()
    assert (habit.prints_order_stamp, habit.stamp_title) == (True, "คำสั่ง ผวจ.")


def test_an_executive_lets_a_colleague_act_who_then_orders_in_both_names(cast, letter, sign_in_as):
    Post.update(title_th="ผู้ว่าราชการจังหวัดตาก").where(
        Post.person == cast.province.executive.person_id
    ).execute()
    today = clock.today()
    page = sign_in_as(cast.province.executive)
    page.post(
        "/settings/acting",
        data={
            "post": str(Post.get(Post.person == cast.province.executive.person_id).id),
            "manner": "acting_for",
            "person": Person.get_by_id(cast.province.officer.person_id).uid,
            "valid_from": today.strftime("%d/%m/%Y"),
            "valid_to": (today + timedelta(days=2)).strftime("%d/%m/%Y"),
        },
    )
    acting = ActingPost.get()
    assert "รักษาราชการแทน" in page.get("/settings/acting").text

    page = sign_in_as(cast.province.officer)
    assert page.get("/executive").status_code == HTTPStatus.FORBIDDEN
    page.post("/settings/unit", data={"acting": acting.uid})
    page.post(f"/executive/{letter}", data={"usual": "known", "seen": "0"})

    both = "เจ้าของเรื่อง จ.ตาก รักษาราชการแทน ผู้ว่าราชการจังหวัดตาก"
    assert both in page.get("/").text or "รักษาราชการแทน ผู้ว่าราชการจังหวัดตาก" in page.get("/").text
    order = Endorsement.get()
    assert (order.author_name, order.acting_post) == (
        "เจ้าของเรื่อง จ.ตาก",
        "ผู้ว่าราชการจังหวัดตาก",
    )

    page.post("/settings/unit", data={"unit_id": cast.province.unit.id})
    assert page.get("/executive").status_code == HTTPStatus.FORBIDDEN


def test_nobody_takes_an_acting_that_is_not_theirs(cast, sign_in_as):
    today = clock.today()
    acting = let_act(
        actor=cast.administrator,
        at=clock.now(),
        post_id=Post.get(Post.person == cast.province.executive.person_id).id,
        person_uid=Person.get_by_id(cast.province.officer.person_id).uid,
        manner="acting_for",
        valid_from=today,
        valid_to=today + timedelta(days=2),
    )
    page = sign_in_as(cast.province.clerk)

    answer = page.post("/settings/unit", data={"acting": acting})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert page.get("/executive").status_code == HTTPStatus.FORBIDDEN


def test_ending_an_acting_takes_the_power_out_of_an_open_session(cast, sign_in_as):
    today = clock.today()
    officer = cast.province.officer
    acting = let_act(
        actor=cast.administrator,
        at=clock.now(),
        post_id=Post.get(Post.person == cast.province.executive.person_id).id,
        person_uid=Person.get_by_id(officer.person_id).uid,
        manner="acting_for",
        valid_from=today,
        valid_to=today + timedelta(days=2),
    )
    deputy = sign_in_as(officer)
    deputy.post("/settings/unit", data={"acting": acting})
    with deputy.session_transaction() as session:
        kept = dict(session)
    sign_in_as(cast.administrator).post(f"/settings/acting/{acting}/end")

    with deputy.session_transaction() as session:
        session.clear()
        session.update(kept)

    assert deputy.get("/executive").status_code == HTTPStatus.FORBIDDEN
    assert actings_of(officer.person_id, today) == ()


def test_the_slip_tells_the_way_of_the_letter_and_leaves_room_to_write(cast, sign_in_as):
    letter = register(cast.province.clerk, subject="การซ้อมแผนรับน้ำป่าที่น้ำพุร้อน").letter_uid
    propose(cast, letter)
    endorse(
        actor=cast.province.executive,
        at=at(hour=13),
        letter_uid=letter,
        kind="order",
        text="เห็นชอบตามเสนอ",
        assignment=Assignment(DeskNamed(cast.local_office.unit.uid), due_on=at(day=20).date()),
    )

    answer = sign_in_as(cast.province.clerk).get(f"/letters/{letter}/slip.pdf")

    assert answer.mimetype == "application/pdf"
    document = pypdfium2.PdfDocument(io.BytesIO(answer.data))
    text = repair(document[0].get_textpage().get_text_bounded())
    document.close()
    for words in (
        "ใบเกษียณหนังสือ",
        "ศาลากลางจังหวัดตาก",
        "การซ้อมแผนรับน้ำป่าที่น้ำพุร้อน",
        "๑. เสนอ",
        "๒. สั่งการ",
        "(ผู้บริหาร จ.ตาก)",
        "๑๖ มิ.ย. ๒๕๖๕ ๑๓.๐๐ น.",
        "ภายใน ๒๐ มิ.ย. ๒๕๖๕",
        "เขียนด้วยมือ",
    ):
        assert words in text


def test_the_slip_of_a_letter_one_does_not_see_is_not_found(cast, letter, sign_in_as):
    answer = sign_in_as(cast.city.clerk).get(f"/letters/{letter}/slip.pdf")

    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_the_letters_page_leads_to_its_notes(cast, letter, sign_in_as):
    shown = sign_in_as(cast.province.clerk).get(f"/letters/{letter}").text

    assert f"/letters/{letter}/notes" in shown
