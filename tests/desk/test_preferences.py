"""A person's own language and digits, kept with them."""

import pytest

from saraban.desk.preferences import choose
from saraban.errors import InvalidInput
from saraban.records import AuditEvent, Person
from tests.make import at


def test_a_choice_is_kept_and_told_in_the_ledger(cast):
    clerk = cast.tao.clerk

    choose(actor=clerk, at=at(), language="en", digits="arabic")

    kept = Person.get_by_id(clerk.person_id)
    assert (kept.language, kept.digits) == ("en", "arabic")
    assert AuditEvent.get().act == "choose_preferences"


def test_choosing_what_is_chosen_tells_nothing(cast):
    choose(actor=cast.tao.clerk, at=at(), language="th", digits="thai")

    assert AuditEvent.select().count() == 0


@pytest.mark.parametrize(
    ("language", "digits", "field"), [("fr", "thai", "language"), ("th", "roman", "digits")]
)
def test_only_what_is_known_can_be_chosen(cast, language, digits, field):
    with pytest.raises(InvalidInput) as refusal:
        choose(actor=cast.tao.clerk, at=at(), language=language, digits=digits)

    assert refusal.value.field == field
