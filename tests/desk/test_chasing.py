"""Reminding the units of a branch: who is reached, which way, how often, and by whom."""

import pytest

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.chasing import draft_sealed_letter
from saraban.desk.dispatch import Addressees
from saraban.desk.drafts import DutyDraft
from saraban.errors import (
    LetterNotFound,
    MissingField,
    NobodyToChase,
    NothingToChase,
    Refused,
    UnitsChangedMeanwhile,
)
from saraban.queries.chase_targets import branch_to_chase
from saraban.queries.chasing import chase_words_of, chased_in
from saraban.queries.drafts import draft_card
from saraban.queries.inbox import desk
from saraban.queries.ledger_check import check_ledger
from saraban.queries.letter_card import letter_card
from saraban.records import ChaseLine, Delivery, Letter, Mail
from saraban.rules.chasing import USUAL_TEXT, ChaseKind
from tests.chased import give_address, remind, sent_to_four
from tests.ledgers import tell_cast
from tests.make import DAY, at, send
from tests.stories.circular import receive


def names(branch) -> set[str]:
    return {unit.unit_name for unit in branch.units}


def test_the_silent_are_reminded_by_mail_where_there_is_an_address_else_on_paper(cast):
    give_address(cast.city.unit, "saraban@city.example")
    letter = sent_to_four(cast)
    acknowledge(actor=cast.district_a.clerk, at=at(6, 17), letter_uid=letter)

    done = remind(cast, letter)

    assert (done.unit_count, done.mail_count) == (3, 1)
    mail = Mail.get()
    assert mail.address == "saraban@city.example"
    assert mail.state == "waiting"
    assert {line.address for line in ChaseLine.select()} == {"", "saraban@city.example"}


def test_the_mail_names_letter_unit_and_ids(cast):
    give_address(cast.city.unit, "saraban@city.example")
    letter = sent_to_four(cast)

    done = remind(cast, letter, text="ขอให้ตอบ\nโดยเร็ว", links="https://saraban.example/letters/")

    mail = Mail.get()
    assert "ตก ๐๐๒๓.๓/ว ๑" in mail.subject
    assert done.uid in mail.subject
    assert "เรียน หัวหน้าหน่วยงาน เทศบาลนครแม่สอด" in mail.body
    assert "ขอให้ตอบ\nโดยเร็ว" in mail.body
    assert "สิ่งที่ยังไม่ได้ดำเนินการ: ยังไม่ตอบรับทราบ" in mail.body
    assert f"https://saraban.example/letters/{letter}" in mail.body
    assert letter in mail.body
    assert done.uid in mail.body


def test_an_address_that_nobody_confirmed_is_not_written_to_unless_the_clerk_says_so(cast):
    give_address(cast.city.unit, "saraban@city.example", is_confirmed=False)
    letter = sent_to_four(cast)

    on_paper = remind(cast, letter)
    by_mail = remind(cast, letter, day=21, with_unconfirmed=True)

    assert on_paper.mail_count == 0
    assert by_mail.mail_count == 1


def test_a_unit_is_reminded_once_a_day_unless_the_clerk_says_so(cast):
    letter = sent_to_four(cast)
    remind(cast, letter)

    with pytest.raises(NobodyToChase):
        remind(cast, letter)
    again = remind(cast, letter, with_chased_today=True)
    tomorrow = remind(cast, letter, day=21)

    assert (again.unit_count, tomorrow.unit_count) == (4, 4)
    told = chased_in(Letter.get(Letter.uid == letter).id)
    city = Delivery.get(Delivery.to_unit == cast.city.unit)
    assert told[city.id].count == 3
    assert told[city.id].last_at == at(6, 21)


def test_who_acknowledged_and_is_past_the_day_is_late_not_silent(cast):
    letter = sent_to_four(cast, duties=(DutyDraft("๑", "รายงาน", due_on=DAY),))
    acknowledge(actor=cast.city.clerk, at=at(6, 17), letter_uid=letter)

    on_the_day = branch_to_chase(cast.province.clerk, letter, today=DAY)
    after = branch_to_chase(cast.province.clerk, letter, today=at(6, 20).date())

    assert cast.city.unit.name_th not in names(on_the_day)
    assert after.counts() == {
        ChaseKind.SILENT: 3, ChaseKind.UNPROVEN: 0, ChaseKind.NOT_PASSED_ON: 0, ChaseKind.LATE: 1,
    }  # fmt: skip


def test_who_took_it_in_and_has_not_passed_it_on_in_time_is_named_for_that(cast):
    letter = sent_to_four(cast, relay_phrase="นายกองค์การบริหารส่วนตำบล ทุกแห่ง")
    receive(cast.district_a, letter, at(6, 17), DAY)
    later = at(8, 1).date()

    [district] = [
        unit
        for unit in branch_to_chase(cast.province.clerk, letter, today=later).units
        if unit.unit_id == cast.district_a.unit.id
    ]

    assert district.kinds == (ChaseKind.SILENT, ChaseKind.NOT_PASSED_ON)
    assert district.due_on is not None
    assert district.due_on < later


def test_what_nothing_shows_to_have_arrived_is_a_kind_of_its_own(cast):
    letter = send(
        cast.province.clerk,
        addressees=Addressees(unit_ids=(cast.city.unit.id,), channel="paper"),
    ).letter_uid

    counts = branch_to_chase(cast.province.clerk, letter, today=at(6, 20).date()).counts()

    assert counts[ChaseKind.UNPROVEN] == 1
    assert counts[ChaseKind.SILENT] == 0


def test_a_reminder_stands_in_the_story_of_both_and_on_the_receivers_desk(cast):
    letter = sent_to_four(cast)
    remind(cast, letter)

    sender = letter_card(cast.province.clerk, letter).timeline[-1]
    receiver = letter_card(cast.city.clerk, letter).timeline[-1]

    assert (sender.what, sender.number) == ("reminded", "4")
    assert (receiver.what, receiver.who) == ("was_reminded", "จังหวัดตาก")
    [row] = desk(cast.city.clerk, today=at(6, 20).date()).to_register
    assert row.chased_count == 1


def test_each_mail_names_the_letter_that_its_unit_was_sent(cast):
    give_address(cast.tambon_mun.unit, "saraban@mun.example")
    letter = sent_to_four(cast)
    send(
        cast.district_a.clerk,
        conveys_uid=letter,
        code_letters="ตก",
        owner_number="0118",
        addressees=Addressees(unit_ids=(cast.tambon_mun.unit.id,)),
    )

    remind(cast, letter)

    assert "ตก ๐๑๑๘/ว ๑" in Mail.get().subject
    assert Mail.get().letter.issuer_id == cast.district_a.unit.id


def test_asked_of_a_letter_from_above_it_is_told_of_the_units_own(cast):
    letter = sent_to_four(cast)
    own = send(
        cast.district_a.clerk,
        conveys_uid=letter,
        owner_number="0118",
        addressees=Addressees(unit_ids=(cast.tambon_mun.unit.id,)),
    ).letter_uid

    assert branch_to_chase(cast.district_a.clerk, letter, today=DAY).letter.uid == own


def test_whoever_sent_it_on_reminds_their_own_branch_only(cast):
    letter = sent_to_four(cast)
    send(
        cast.district_a.clerk,
        conveys_uid=letter,
        owner_number="0118",
        addressees=Addressees(unit_ids=(cast.tambon_mun.unit.id,)),
    )

    district = branch_to_chase(cast.district_a.clerk, letter, today=DAY)
    province = branch_to_chase(cast.province.clerk, letter, today=DAY)

    assert names(district) == {"เทศบาลตำบลตัวอย่าง"}
    assert {"เทศบาลตำบลตัวอย่าง", "อำเภอแม่สอด"} < names(province)
    assert "อำเภอเมืองตาก" not in names(province)


def test_one_sender_of_the_branch_can_be_chosen(cast):
    letter = sent_to_four(cast)
    send(
        cast.district_a.clerk,
        conveys_uid=letter,
        owner_number="0118",
        addressees=Addressees(unit_ids=(cast.tambon_mun.unit.id,)),
    )

    done = remind(cast, letter, via_uid=cast.district_a.unit.uid)

    assert done.unit_count == 1
    assert ChaseLine.get().unit_id == cast.tambon_mun.unit.id


def test_who_sent_nothing_on_has_nobody_to_remind(cast):
    letter = sent_to_four(cast)

    with pytest.raises(NothingToChase):
        remind(cast, letter, actor=cast.city.clerk)


def test_who_does_not_see_the_letter_is_told_that_there_is_none(cast):
    letter = sent_to_four(cast)

    with pytest.raises(LetterNotFound):
        remind(cast, letter, actor=cast.tao.clerk)


def test_an_executive_leaves_reminding_to_the_desk(cast):
    letter = sent_to_four(cast)

    with pytest.raises(Refused):
        remind(cast, letter, actor=cast.province.executive)


def test_a_number_that_changed_since_it_was_shown_is_told_and_nothing_is_sent(cast):
    letter = sent_to_four(cast)
    acknowledge(actor=cast.city.clerk, at=at(6, 17), letter_uid=letter)

    with pytest.raises(UnitsChangedMeanwhile):
        remind(cast, letter, seen_count=4)

    assert ChaseLine.select().count() == 0


def test_words_are_needed(cast):
    letter = sent_to_four(cast)

    with pytest.raises(MissingField):
        remind(cast, letter, text=" \n ")


def test_kept_words_are_offered_next_time(cast):
    letter = sent_to_four(cast)
    assert chase_words_of(cast.province.clerk) == USUAL_TEXT

    remind(cast, letter, text="คำของจังหวัด", keeps_text=True)
    remind(cast, letter, day=21, text="คำใหม่ของจังหวัด", keeps_text=True)

    assert chase_words_of(cast.province.clerk) == "คำใหม่ของจังหวัด"
    assert chase_words_of(cast.department.clerk) == USUAL_TEXT


def test_those_on_paper_get_a_sealed_letter_that_cites_the_circular(cast):
    letter = sent_to_four(cast)
    done = remind(cast, letter, text="ขอให้ตอบ\nโดยเร็ว")

    uid = draft_sealed_letter(actor=cast.province.officer, at=at(6, 20), chase_uid=done.uid)

    text = draft_card(cast.province.officer, uid).text
    assert text.kind == "sealed"
    assert text.references == "หนังสือ ที่ ตก ๐๐๒๓.๓/ว ๑ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"
    assert "๔ หน่วยงาน" in text.enclosures
    assert text.cause == "ขอให้ตอบ"


def test_the_ledger_tells_every_row_of_a_reminder(cast):
    tell_cast(cast)
    give_address(cast.city.unit, "saraban@city.example")
    letter = sent_to_four(cast)
    remind(cast, letter, keeps_text=True)

    tables = {finding.table for finding in check_ledger().findings}

    assert tables & {"chase", "chase_line", "chase_text", "mail"} == set()
