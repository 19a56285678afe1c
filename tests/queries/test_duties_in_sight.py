"""Who sees a duty: who keeps it, who owes it, the auditor above; to others it is not there."""

import pytest

from saraban.errors import DutyNotFound
from saraban.queries.duties_in_sight import duties_reached, duty_in_sight
from saraban.records import ReportDuty
from tests.make import send
from tests.owed import owe_everything


@pytest.fixture
def duty(cast):
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ")
    owe_everything(cast.province.clerk, cast.district_a.officer, sent.letter_uid)
    return ReportDuty.get().uid


def test_the_office_that_keeps_it_and_the_one_that_owes_it_see_it(cast, duty):
    kept = duty_in_sight(cast.province.officer, duty)
    owed = duty_in_sight(cast.district_a.clerk, duty)

    assert (kept.is_keeper, kept.is_ower) == (True, False)
    assert (owed.is_keeper, owed.is_ower) == (False, True)
    assert owed.keeper_name == cast.province.unit.name_th


def test_an_auditor_over_the_keeper_sees_it(cast, duty):
    seen = duty_in_sight(cast.auditor, duty)

    assert not seen.is_keeper
    assert not seen.is_ower


@pytest.mark.parametrize("stranger", ["district_b", "tao"])
def test_to_a_unit_that_has_no_part_in_it_it_is_not_there(cast, duty, stranger):
    with pytest.raises(DutyNotFound):
        duty_in_sight(getattr(cast, stranger).clerk, duty)
    with pytest.raises(DutyNotFound):
        duty_in_sight(getattr(cast, stranger).clerk, "nothing")


@pytest.mark.parametrize(
    ("who", "count"), [("province", 1), ("district_a", 1), ("district_b", 0), ("tao", 0)]
)
def test_lists_reach_what_the_page_shows(cast, duty, who, count):
    assert duties_reached(getattr(cast, who).clerk).count() == count
