"""A ledger with at least one row in every table."""

from datetime import timedelta

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
    Citation,
    OrderedDesk,
    Person,
    Post,
    ReportDuty,
)
from saraban.rules.relay_duties import RelayDays
from saraban.rules.retention import Retention
from tests.cast import Cast
from tests.chased import remind
from tests.drafted import issue_written, write
from tests.ledgers import tell_cast
from tests.make import DAY, at, picture, register, send
from tests.owed import owe_everything
from tests.readings import INVITATION, accept, bring_read, sample
from tests.reminded import morning


def fill(cast: Cast) -> None:
    """Do in the cast's names all that leaves a row in some table."""
    tell_cast(cast)
    received = register(cast.province.clerk).letter_uid
    _order_something(cast, received)
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
    _came_twice(cast, sent.letter_uid)
    submit(
        actor=cast.district_a.officer,
        at=at(),
        letter_uid=sent.letter_uid,
        answer="report",
        text="",
        files=[picture()],
    )
    owe_everything(cast.province.clerk, cast.district_a.officer, sent.letter_uid)
    _hand_everything_over(cast)
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


def _came_twice(cast: Cast, letter: str) -> None:
    """A district registered the letter on paper, declares the two one, and notes a third coming."""
    clerk = cast.district_b.clerk
    paper = register(clerk, printed_number="ตก ๐๐๒๓.๓/ว ๑๑").letter_uid
    merge_letters(actor=clerk, at=at(), letter_uid=paper, other_uid=letter, reason="อ่านเลขผิด")
    note_arrival(actor=clerk, at=at(), letter_uid=letter, coming=Coming(DAY, channel="line"))


def _hand_everything_over(cast: Cast) -> None:
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


def _order_something(cast: Cast, letter: str) -> None:
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
