"""A letter's page: its receipts, its silences, and what the reader may do."""

from datetime import date

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.drafts import CitationDraft
from saraban.desk.endorsement import Assignment, DeskNamed, endorse, withdraw
from saraban.desk.registration import Arrival, receive_delivery, void_entry
from saraban.desk.reporting import submit
from saraban.queries.letter_card import file_of_letter, letter_card
from saraban.queries.timeline import silent_since
from saraban.rules.deliveries import State
from saraban.rules.permissions import Role
from tests.cast import Cast, make_actor
from tests.make import DAY, at, picture, register, send


def test_days_without_movement_are_told(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอเมืองตาก")
    receive_delivery(
        actor=cast.district_a.clerk,
        at=at(6, 22),
        letter_uid=sent.letter_uid,
        arrival=Arrival(date(2022, 6, 22)),
    )

    lines = letter_card(cast.district_a.clerk, sent.letter_uid).timeline

    assert [(line.what, line.silent_days) for line in lines][-1] == ("received", 6)


def test_the_addressee_may_act_and_the_sender_may_watch(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอเมืองตาก")

    there = letter_card(cast.district_a.clerk, sent.letter_uid)
    here = letter_card(cast.province.clerk, sent.letter_uid)

    assert (there.may_receive, there.may_acknowledge, there.may_reissue, there.may_report) == (
        (True,) * 4
    )
    assert there.delivery_state is State.DELIVERED
    assert (here.may_receive, here.may_acknowledge, here.may_reissue) == ((False,) * 3)
    assert here.state_counts == ((State.DELIVERED, 1),)


def test_an_addressee_does_not_see_the_others(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    submit(
        actor=cast.district_b.officer, at=at(), letter_uid=sent.letter_uid, answer="nil", text=""
    )

    card = letter_card(cast.district_a.clerk, sent.letter_uid)

    assert (card.deliveries, card.reports, card.state_counts) == ((), (), ())


def test_an_acknowledged_letter_is_not_offered_for_acknowledging(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอเมืองตาก")
    acknowledge(actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid)

    assert not letter_card(cast.district_a.clerk, sent.letter_uid).may_acknowledge


def test_a_secret_letters_card_is_a_line(cast: Cast) -> None:
    found = register(cast.province.clerk, secrecy="secret", subject="")

    card = letter_card(cast.province.clerk, found.letter_uid)

    assert (card.subject, card.body, card.files, card.may_reissue) == ("", "", (), False)


def test_a_file_is_given_with_its_checked_bytes(cast: Cast) -> None:
    found = register(cast.province.clerk, files=[picture("แผนที่.png")])
    card = letter_card(cast.province.clerk, found.letter_uid)

    line, content = file_of_letter(cast.province.clerk, found.letter_uid, card.files[0].sha256)

    assert (line.name, content) == ("แผนที่.png", picture().content)


def test_an_addressee_sees_the_stamps_of_its_own_line_only(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    for troupe in (cast.district_a, cast.district_b):
        receive_delivery(
            actor=troupe.clerk, at=at(), letter_uid=sent.letter_uid, arrival=Arrival(DAY)
        )

    there = letter_card(cast.district_a.clerk, sent.letter_uid)
    here = letter_card(cast.province.clerk, sent.letter_uid)

    assert [stamp.unit_name for stamp in there.receipts] == ["อำเภอเมืองตาก"]
    assert "อำเภอแม่สอด" not in {line.who for line in there.timeline}
    assert len(here.receipts) == 2


def test_an_auditor_sees_all_of_a_letter_from_their_branch_and_no_further(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    submit(
        actor=cast.district_b.officer, at=at(), letter_uid=sent.letter_uid, answer="nil", text=""
    )
    local_auditor = make_actor(cast.district_a.unit, Role.AUDITOR, "ผู้ตรวจอำเภอ", "auditor.a")

    assert len(letter_card(cast.auditor, sent.letter_uid).reports) == 1
    assert letter_card(local_auditor, sent.letter_uid).reports == ()


def test_what_was_ordered_stands_in_the_story_with_whom_it_names_and_by_when(cast: Cast) -> None:
    letter = register(cast.province.clerk, at=at(hour=9)).letter_uid
    endorse(actor=cast.province.clerk, at=at(hour=10), letter_uid=letter, kind="propose", text="ก")
    endorse(
        actor=cast.province.executive,
        at=at(hour=11),
        letter_uid=letter,
        kind="order",
        text="ดำเนินการ",
        assignment=Assignment(DeskNamed(cast.local_office.unit.uid), due_on=date(2022, 6, 20)),
    )

    lines = letter_card(cast.province.officer, letter).timeline

    assert [line.what for line in lines][:4] == ["received", "propose", "order", "passed_inside"]
    order = next(line for line in lines if line.what == "order")
    assert (order.words, order.desks, order.due_on) == (
        "ดำเนินการ",
        (cast.local_office.unit.name_th,),
        date(2022, 6, 20),
    )


def test_a_note_that_was_taken_back_stays_in_the_story_with_its_end(cast: Cast) -> None:
    letter = register(cast.province.clerk, at=at(hour=9)).letter_uid
    note = endorse(
        actor=cast.province.clerk, at=at(hour=10), letter_uid=letter, kind="propose", text="ก"
    )
    withdraw(actor=cast.province.clerk, at=at(hour=11), endorsement_uid=note, reason="ผิดเรื่อง")

    lines = letter_card(cast.province.clerk, letter).timeline

    assert [(line.what, line.words) for line in lines][-2:] == [
        ("propose", "ก"),
        ("withdraw", "ผิดเรื่อง"),
    ]


def test_another_agencys_notes_are_not_in_the_story(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอเมืองตาก").letter_uid
    receive_delivery(actor=cast.district_a.clerk, at=at(), letter_uid=sent, arrival=Arrival(DAY))
    endorse(actor=cast.district_a.clerk, at=at(), letter_uid=sent, kind="propose", text="ก")

    there = letter_card(cast.district_a.clerk, sent)
    here = letter_card(cast.province.clerk, sent)

    assert [len(card.notes.lines) for card in (there, here)] == [1, 0]
    assert "propose" not in [line.what for line in here.timeline]


def test_the_number_in_the_senders_book_stands_beside_those_of_who_received_it(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอเมืองตาก")
    receive_delivery(
        actor=cast.district_a.clerk, at=at(), letter_uid=sent.letter_uid, arrival=Arrival(DAY)
    )

    card = letter_card(cast.district_a.clerk, sent.letter_uid)

    (issued,) = card.issued
    assert (issued.book_name, issued.number, issued.is_ours) == ("ทะเบียนหนังสือเวียน", 1, False)
    assert [line.printed_number for line in card.receipts] == ["๑"]


def test_a_number_that_was_struck_through_is_told_with_its_reason(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอเมืองตาก")
    entry = letter_card(cast.province.clerk, sent.letter_uid).own_entry_uid
    void_entry(actor=cast.province.clerk, at=at(), entry_uid=entry, reason="พิมพ์ผิด")

    (issued,) = letter_card(cast.province.clerk, sent.letter_uid).issued

    assert (issued.is_void, issued.void_reason) == (True, "พิมพ์ผิด")


def test_letters_of_our_desk_that_cite_this_one_are_named(cast: Cast) -> None:
    letter = register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๙๙")
    cites = (CitationDraft("reference", "ที่ มท ๐๒๑๑/ว ๙๙ ลงวันที่ ๑๖ มิ.ย. ๒๕๖๕"),)
    answer = register(cast.province.clerk, printed_number="ตก ๐๑๑๘/๕", citations=cites)
    register(cast.tao.clerk, printed_number="ตก ๐๑๑๘/๖", citations=cites)

    card = letter_card(cast.province.clerk, letter.letter_uid)

    assert [ref.uid for ref in card.cited_by] == [answer.letter_uid]


def test_a_letter_that_passes_this_one_on_is_not_told_twice(cast: Cast) -> None:
    letter = register(cast.province.clerk, printed_number="มท ๐๒๑๑/ว ๙๙")
    send(
        cast.province.clerk,
        phrase="นายอำเภอทุกอำเภอ",
        conveys_uid=letter.letter_uid,
        citations=(CitationDraft("reference", "ที่ มท ๐๒๑๑/ว ๙๙ ลงวันที่ ๑๖ มิ.ย. ๒๕๖๕"),),
    )

    card = letter_card(cast.province.clerk, letter.letter_uid)

    assert (len(card.conveyed_by), card.cited_by) == (1, ())


def test_the_silence_since_the_last_event_is_told_from_the_third_day(cast: Cast) -> None:
    letter = register(cast.province.clerk, at=at(6, 16)).letter_uid
    lines = letter_card(cast.province.clerk, letter).timeline

    assert [silent_since(lines, date(2022, 6, day)) for day in (16, 18, 19, 22)] == [0, 0, 3, 6]


def test_a_citation_tells_nothing_of_a_letter_that_the_reader_may_not_see(cast):
    """Two districts: one has the letter, the other one that cites it."""
    words = "หนังสือ ที่ มท ๐๒๑๑/ว ๙๙ ลงวันที่ ๑๖ มิถุนายน ๒๕๖๕"
    register(cast.district_a.clerk)
    citing = register(
        cast.district_b.clerk,
        printed_number="กค ๐๔๐๕/ว ๑",
        citations=(CitationDraft("reference", words),),
    ).letter_uid

    [line] = letter_card(cast.district_b.clerk, citing).citations
    [known] = letter_card(cast.auditor, citing).citations

    assert (line.text, line.resolved_uid, line.resolved_number) == (words, None, None)
    assert known.resolved_number == "มท 0211/ว 99"
