"""What a transaction does when two people meet at one row."""

import peewee
import pytest

from saraban.errors import LedgerConflict
from saraban.records import Person
from saraban.records.database import write_transaction
from tests.cast import Cast


def test_two_who_take_one_name_are_told_to_try_again(cast: Cast) -> None:
    with pytest.raises(LedgerConflict), write_transaction():
        Person.create(sign_in="clerk.tao", name_th="คนที่สอง", password_hash="!")


def test_what_was_written_before_the_meeting_is_gone(cast: Cast) -> None:
    with pytest.raises(LedgerConflict), write_transaction():
        Person.create(sign_in="somebody.new", name_th="คนใหม่", password_hash="!")
        Person.create(sign_in="clerk.tao", name_th="คนที่สอง", password_hash="!")

    assert Person.select().where(Person.sign_in == "somebody.new").count() == 0


def test_a_fault_of_ours_is_not_called_a_meeting(cast: Cast) -> None:
    with pytest.raises(peewee.IntegrityError), write_transaction():
        Person.create(sign_in=None, name_th="ไม่มีชื่อ", password_hash="!")
