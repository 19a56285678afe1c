"""Who sees which letter."""

import pytest

from saraban.errors import LetterNotFound
from saraban.queries.letter_card import letter_card
from saraban.queries.letters_list import letters
from saraban.queries.visibility import sees_letter
from saraban.records import Letter
from saraban.rules.permissions import Actor
from tests.cast import Cast
from tests.make import register, send


def sees(actor: Actor, uid: str) -> bool:
    return sees_letter(actor, Letter.get(Letter.uid == uid).id)


def test_sender_and_addressee_see_a_letter_and_neighbours_do_not(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอเมืองตาก")

    assert sees(cast.province.officer, sent.letter_uid)
    assert sees(cast.district_a.executive, sent.letter_uid)
    assert not sees(cast.district_b.clerk, sent.letter_uid)
    assert not sees(cast.pao.clerk, sent.letter_uid)


def test_who_received_a_letter_sees_what_it_conveys(cast: Cast) -> None:
    parent = send(cast.department.clerk, phrase="ผู้ว่าราชการจังหวัด ทุกจังหวัด")
    send(cast.province.clerk, phrase="นายอำเภอเมืองตาก", conveys_uid=parent.letter_uid)

    assert sees(cast.district_a.clerk, parent.letter_uid)
    assert not sees(cast.district_b.clerk, parent.letter_uid)


def test_an_auditor_sees_the_letters_of_their_branch(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอเมืองตาก")

    assert sees(cast.auditor, sent.letter_uid)


def test_an_administrator_keeps_people_and_reads_no_letters(cast: Cast) -> None:
    sent = send(cast.province.clerk, phrase="นายอำเภอเมืองตาก")

    assert not sees(cast.administrator, sent.letter_uid)
    assert letters(cast.administrator).lines == ()


def test_an_unseen_letter_and_a_missing_one_are_refused_in_the_same_words(cast: Cast) -> None:
    hidden = register(cast.province.clerk)

    with pytest.raises(LetterNotFound) as unseen:
        letter_card(cast.tao.clerk, hidden.letter_uid)
    with pytest.raises(LetterNotFound) as missing:
        letter_card(cast.tao.clerk, "ไม่มี")

    assert unseen.value.text_th == missing.value.text_th
