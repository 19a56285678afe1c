"""What notes ask for next, who stands under them, and who may take one back."""

import pytest

from saraban.rules.endorsements import Author, EndorsementKind, Standing, may_withdraw, standing
from saraban.rules.permissions import Actor, Role

PROPOSE, COMMENT, ORDER, NOTE = (
    EndorsementKind.PROPOSE,
    EndorsementKind.COMMENT,
    EndorsementKind.ORDER,
    EndorsementKind.NOTE,
)


@pytest.mark.parametrize(
    ("notes", "found", "since"),
    [
        ([], Standing.TO_PROPOSE, None),
        ([(COMMENT, False), (NOTE, False)], Standing.TO_PROPOSE, None),
        ([(PROPOSE, False)], Standing.TO_ORDER, 0),
        ([(COMMENT, False), (PROPOSE, False), (PROPOSE, False)], Standing.TO_ORDER, 1),
        ([(PROPOSE, False), (ORDER, True)], Standing.DECIDED, 1),
        ([(PROPOSE, False), (NOTE, True)], Standing.DECIDED, 1),
        ([(PROPOSE, False), (NOTE, False)], Standing.TO_ORDER, 0),
        ([(ORDER, True)], Standing.DECIDED, 0),
        ([(PROPOSE, False), (ORDER, True), (COMMENT, False)], Standing.DECIDED, 1),
        ([(PROPOSE, False), (ORDER, True), (PROPOSE, False)], Standing.TO_ORDER, 2),
    ],
)
def test_what_a_letter_waits_for_after_its_notes(notes, found, since):
    assert standing(notes) == (found, since)


def test_who_writes_in_their_own_name_stands_with_their_own_post():
    author = Author("นายธนา ตัวอย่าง", "ปลัดเทศบาล")

    assert author.post_lines == ("ปลัดเทศบาล",)
    assert author.words == "นายธนา ตัวอย่าง ปลัดเทศบาล"


def test_who_writes_for_another_stands_with_both_posts():
    author = Author("นายธนา ตัวอย่าง", "รองนายกเทศมนตรี", "รักษาราชการแทน", "นายกเทศมนตรี")

    assert author.post_lines == ("รองนายกเทศมนตรี รักษาราชการแทน", "นายกเทศมนตรี")
    assert author.words == "นายธนา ตัวอย่าง รองนายกเทศมนตรี รักษาราชการแทน นายกเทศมนตรี"


def test_who_has_no_title_leaves_no_blank():
    assert Author("นายธนา ตัวอย่าง").words == "นายธนา ตัวอย่าง"
    assert Author("นายธนา", "", "รักษาราชการแทน", "นายก").post_lines == ("รักษาราชการแทน", "นายก")


@pytest.mark.parametrize(
    ("role", "person_id", "may"),
    [
        (Role.CLERK, 7, True),
        (Role.CLERK, 8, False),
        (Role.OFFICER, 7, True),
        (Role.EXECUTIVE, 8, True),
        (Role.AUDITOR, 7, False),
        (Role.ADMINISTRATOR, 7, False),
    ],
)
def test_the_writer_or_who_orders_takes_a_note_back(role, person_id, may):
    actor = Actor(person_id, "ใคร", 83, "/1/5/83/", frozenset({role}))

    assert may_withdraw(actor, 7) is may


def test_what_nobody_of_ours_wrote_only_who_orders_takes_back():
    system = Actor(None, "ระบบ", 83, "/1/5/83/", frozenset({Role.CLERK}))

    assert not may_withdraw(system, None)
