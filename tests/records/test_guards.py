"""What the engine itself refuses, whoever asks; and what a hand without the guards leaves."""

from datetime import timedelta

import peewee
import pytest

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.acting import let_act
from saraban.desk.arrivals import Coming, note_arrival
from saraban.desk.books import add_book, choose_circular_series, keep_old_year_open
from saraban.desk.calendar_feeds import renew_calendar
from saraban.desk.cases import mark_case
from saraban.desk.citing import confirm_citation
from saraban.desk.closing import close_day
from saraban.desk.delivery_ends import send_back
from saraban.desk.delivery_links import give_links
from saraban.desk.drafts import CitationDraft, DutyDraft
from saraban.desk.endorsement import Assignment, DeskNamed, endorse
from saraban.desk.endorsing_habits import OrderOffered, add_usual_order, choose_habits
from saraban.desk.hand_over import Receiver, hand_over
from saraban.desk.holidays import add_holiday
from saraban.desk.letterhead import keep_emblem
from saraban.desk.merging import merge_letters
from saraban.desk.relaying import choose_relay_days
from saraban.desk.reporting import submit
from saraban.desk.reservations import reserve_numbers
from saraban.desk.storing import StorageChoice, make_storage_list
from saraban.desk.unit_groups import GroupSaid, keep_group, keep_list
from saraban.desk.watching import add_folder
from saraban.queries.hand_over import NOBODY
from saraban.records import (
    REPLAYED_TABLES,
    AuditEvent,
    Citation,
    Letter,
    OrderedDesk,
    Person,
    Post,
    ReportDuty,
)
from saraban.records.database import is_postgres
from saraban.rules.relay_duties import RelayDays
from saraban.rules.retention import Retention
from tests.cast import Cast
from tests.chased import remind
from tests.drafted import issue_written, write
from tests.ledgers import found, run, tell_cast, unguarded
from tests.make import DAY, at, picture, register, send
from tests.owed import owe_everything
from tests.readings import INVITATION, accept, bring_read, sample
from tests.reminded import morning

GROW_ONLY = (
    "audit_event", "receipt", "dispatch", "report", "report_file", "stored_file", "field_answer",
    "draft_version", "draft_step",
    "endorsement",
    "reservation",
    "day_closing",
    "storage_list",
    "chase", "chase_line", "digest", "reminder_line",
    "unit_set",
    "unit_set_member",
    "unit_group_version",
    "report_form_version", "report_answer", "declared_entry", "report_part", "report_sum",
    "report_review", "due_change",
)  # fmt: skip
NEVER_DELETED = [table._meta.table_name for table in (*REPLAYED_TABLES, AuditEvent)]


@pytest.fixture
def full(cast: Cast) -> Cast:
    """At least one row in every table."""
    tell_cast(cast)
    received = register(cast.province.clerk).letter_uid
    order_something(cast, received)
    sent = send(
        cast.province.clerk,
        phrase="นายอำเภอทุกอำเภอ",
        citations=(CitationDraft("reference", "หนังสือกรม ที่ มท ๐๘๐๑.๔/ว ๑๖๕๘"),),
        duties=(DutyDraft("๑", "รายงานผล"),),
        relay_phrase="เทศบาลตำบลทุกแห่ง",
        files=[picture()],
    )
    confirm_citation(
        actor=cast.province.clerk,
        at=at(),
        letter_uid=sent.letter_uid,
        citation_id=Citation.get().id,
        cited_uid=received,
    )
    mark_case(
        actor=cast.province.clerk,
        at=at(),
        letter_uid=sent.letter_uid,
        other_uid=received,
        is_joined=True,
        reason="เรื่องเดียวกัน",
    )
    acknowledge(actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid)
    came_twice(cast, sent.letter_uid)
    submit(
        actor=cast.district_a.officer,
        at=at(),
        letter_uid=sent.letter_uid,
        answer="report",
        text="",
        files=[picture()],
    )
    owe_everything(cast.province.clerk, cast.district_a.officer, sent.letter_uid)
    hand_everything_over(cast)
    remind(cast, sent.letter_uid, keeps_text=True)
    morning(6, 17)
    renew_calendar(actor=cast.province.clerk, at=at())
    give_links(
        actor=cast.province.clerk,
        at=at(),
        letter_uid=sent.letter_uid,
        unit_uids=[cast.district_b.unit.uid],
        valid_for=timedelta(days=30),
    )
    send_back(
        actor=cast.district_b.clerk,
        at=at(),
        letter_uid=sent.letter_uid,
        reason="not_ours",
        words="",
    )
    accept(cast.tao.clerk, bring_read(cast.tao.clerk, sample(INVITATION)), sample(INVITATION))
    add_book(actor=cast.tao.clerk, at=at(), name_th="ทะเบียนคำร้อง", numbers="receipts")
    choose_relay_days(actor=cast.tao.clerk, at=at(), days=RelayDays())
    keep_old_year_open(actor=cast.tao.clerk, at=at(), days=10)
    choose_circular_series(actor=cast.tao.clerk, at=at(), series="shared")
    reserve_numbers(
        actor=cast.tao.clerk, at=at(), register="send", owner_text="กองช่าง", reason="ประชุม",
        expires_on=DAY,
    )  # fmt: skip
    add_holiday(actor=cast.administrator, at=at(), day=DAY, name_th="วันหยุดพิเศษ")
    add_holiday(
        actor=cast.administrator, at=at(), day=DAY, name_th="วันหยุดของจังหวัด",
        province_id=cast.province.unit.id,
    )  # fmt: skip
    keep_group(actor=cast.tao.clerk, at=at(), said=GroupSaid("คณะทำงาน", "นายอำเภอแม่สอด"))
    keep_list(actor=cast.tao.clerk, at=at(), file=picture(), members=[(2, cast.pao.unit.id)])
    add_folder(actor=cast.administrator, at=at(), unit_id=cast.tao.unit.id, path="/srv/scans")
    keep_emblem(actor=cast.province.clerk, at=at(), picture=picture())
    issue_written(cast.province, write(cast.province))
    close_day(actor=cast.province.clerk, at=at(), day=DAY)
    make_storage_list(
        actor=cast.province.clerk,
        at=at(),
        choices=[StorageChoice(sent.letter_uid, DAY, Retention.COPY)],
    )
    return cast


def came_twice(cast: Cast, letter: str) -> None:
    """A district registered the letter on paper, declares the two one, and notes a third coming."""
    clerk = cast.district_b.clerk
    paper = register(clerk, printed_number="ตก ๐๐๒๓.๓/ว ๑๑").letter_uid
    merge_letters(actor=clerk, at=at(), letter_uid=paper, other_uid=letter, reason="อ่านเลขผิด")
    note_arrival(actor=clerk, at=at(), letter_uid=letter, coming=Coming(DAY, channel="line"))


def hand_everything_over(cast: Cast) -> None:
    """A duty that the province keeps and an order to one person of it, given to another."""
    actor, officer = cast.province.clerk, Person.get_by_id(cast.province.officer.person_id)
    received = register(actor, printed_number="มท ๐๒๑๑/ว ๑๐๐").letter_uid
    endorse(
        actor=cast.province.executive, at=at(), letter_uid=received, kind="order", text="ดำเนินการ",
        assignment=Assignment(DeskNamed(cast.province.unit.uid, officer.uid)),
    )  # fmt: skip
    named = OrderedDesk.get(OrderedDesk.person == officer.id).id
    post = Receiver(Post.get(Post.person == actor.person_id).id)
    for key, duties, orders in (
        (NOBODY, [ReportDuty.get().uid], []),
        (officer.uid, [], [named]),
    ):
        hand_over(
            actor=actor, at=at(), from_key=key, duty_uids=duties, ordered_ids=orders, receiver=post
        )


def order_something(cast: Cast, letter: str) -> None:
    """A note that names a desk, a usual order, a habit, and somebody who acts for another."""
    executive = cast.province.executive
    endorse(
        actor=executive,
        at=at(),
        letter_uid=letter,
        kind="order",
        text="ดำเนินการ",
        assignment=Assignment(DeskNamed(cast.local_office.unit.uid)),
    )
    add_usual_order(actor=executive, at=at(), offered=OrderOffered("ทราบ"))
    choose_habits(actor=executive, at=at(), awaits_proposals=True, prints_order_stamp=True)
    let_act(
        actor=executive,
        at=at(),
        post_id=Post.get(Post.person == executive.person_id).id,
        person_uid=Person.get_by_id(cast.province.officer.person_id).uid,
        manner="acting_for",
        valid_from=at().date(),
        valid_to=at(7).date(),
    )


def test_no_table_of_the_ledger_or_of_the_books_lets_go_of_a_row(full: Cast) -> None:
    kept = []
    for table in NEVER_DELETED:
        with pytest.raises(peewee.DatabaseError, match=r"never deleted|append only"):
            run(f"DELETE FROM {table}")  # noqa: S608 - the name is ours
        kept.append(run(f"SELECT COUNT(*) FROM {table}")[0][0])  # noqa: S608 - the name is ours

    assert all(kept)


@pytest.mark.parametrize("table", GROW_ONLY)
def test_what_happened_is_not_rewritten(full: Cast, table: str) -> None:
    keys = {"stored_file": "sha256", "report_answer": "report_id", "report_sum": "report_id"}
    column = keys.get(table, "id")

    with pytest.raises(peewee.DatabaseError, match="append only"):
        run(f"UPDATE {table} SET {column} = {column}")  # noqa: S608 - the name is ours


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("ordered_desk", "due_on"),
        ("ordered_desk", "unit_id"),
        ("usual_order", "text"),
        ("acting_post", "valid_from"),
        ("acting_post", "person_id"),
        ("letter_arrival", "channel"),
        ("letter_arrival", "letter_id"),
        ("letter_merge", "kept_id"),
        ("letter_merge", "reason"),
        ("merge_mark", "step"),
    ],
)
def test_what_was_said_of_an_order_or_an_acting_stays(full: Cast, table: str, column: str) -> None:
    with pytest.raises(peewee.DatabaseError, match="append only"):
        run(f"UPDATE {table} SET {column} = {column}")  # noqa: S608 - the name is ours


@pytest.mark.parametrize("column", ["unit_id", "register", "be_year", "number", "letter_id"])
def test_a_number_once_given_stays(full: Cast, column: str) -> None:
    with pytest.raises(peewee.DatabaseError, match=r"stays|append only"):
        run(f"UPDATE register_entry SET {column} = {column}")  # noqa: S608 - the name is ours


def test_a_draft_is_frozen_with_its_number(full: Cast) -> None:
    with pytest.raises(peewee.DatabaseError, match=r"frozen|append only"):
        run("UPDATE draft SET subject = 'อื่น'")


def test_a_reserved_number_gets_its_letter_once(full: Cast) -> None:
    run("UPDATE register_entry SET letter_id = 1 WHERE letter_id IS NULL")

    with pytest.raises(peewee.DatabaseError, match=r"stays|append only"):
        run("UPDATE register_entry SET letter_id = 2 WHERE reservation_id IS NOT NULL")


def test_the_rest_of_a_line_of_the_book_may_change(full: Cast) -> None:
    run("UPDATE register_entry SET remark = 'ส่งคืน' WHERE number = 1")


def test_a_table_is_not_emptied_at_a_stroke(full: Cast) -> None:
    if not is_postgres():
        pytest.skip("SQLite has no TRUNCATE")

    with pytest.raises(peewee.DatabaseError, match="append only"):
        run("TRUNCATE audit_event CASCADE")


def test_a_ledger_without_its_guards_still_shows_the_hand(full: Cast) -> None:
    with unguarded("letter"):
        run("UPDATE letter SET urgency = 'urgent' WHERE id = 1")

    assert [line[:4] for line in found()] == [("row_differs", "letter", 1, "urgency")]


def test_bytes_that_are_no_text_any_more_are_named(full: Cast) -> None:
    if is_postgres():
        pytest.skip("PostgreSQL refuses such bytes")
    subject = Letter.get_by_id(1).subject.encode()

    with unguarded("letter"):
        run("UPDATE letter SET subject = CAST(? AS TEXT) WHERE id = 1", [subject[:-1] + b"\xff"])

    assert [line[:4] for line in found()] == [("row_differs", "letter", 1, "subject")]
