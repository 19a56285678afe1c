"""A letter's page: its receipts, its silences, and what the reader may do."""

from datetime import date

from saraban.desk.acknowledgement import acknowledge
from saraban.desk.registration import Arrival, receive_delivery
from saraban.desk.reporting import submit
from saraban.queries.letter_card import file_of_letter, letter_card
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
