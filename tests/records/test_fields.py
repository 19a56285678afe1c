"""An instant is the same instant, and the same text, on both engines."""

from datetime import UTC, datetime

import pytest

from saraban.records import InstallationFact, Letter
from saraban.records.database import database as proxy
from saraban.records.fields import new_uid
from saraban.rules.days import OFFICIAL_ZONE
from tests.cast import Cast
from tests.make import register


def test_half_past_midnight_on_new_years_day_stays_in_its_year(cast: Cast) -> None:
    moment = datetime(2023, 1, 1, 0, 30, tzinfo=OFFICIAL_ZONE)
    register(cast.province.clerk, at=moment)

    found = Letter.get().created_at

    assert found == moment
    assert found.tzinfo is UTC
    stored = proxy.execute_sql("SELECT created_at FROM letter").fetchone()[0]
    assert stored == "2022-12-31T17:30:00.000000Z"


def test_an_instant_without_a_zone_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="time zone"):
        Letter.update(created_at=datetime(2023, 1, 1)).execute()  # noqa: DTZ001 - the point


def test_uids_are_unique_and_sorted_by_time() -> None:
    made = [new_uid() for _ in range(1000)]

    assert len(set(made)) == 1000
    assert made == sorted(made)


def test_a_fact_can_be_replaced(database: str) -> None:
    from saraban.records.installation import fact, set_fact  # noqa: PLC0415 - after binding

    set_fact("colour", "ดำ")
    set_fact("colour", "แดง")

    assert fact("colour") == "แดง"
    assert InstallationFact.select().count() == 1
