"""Migrations lead from nothing to exactly the tables that the code knows."""

from playhouse.schema_diff import diff_models

from saraban.records import TABLES
from saraban.records.database import database as proxy
from saraban.records.schema import is_current, upgrade
from tests.cast import Cast


def test_a_migrated_database_differs_in_nothing_from_the_tables(database: str) -> None:
    assert not diff_models(proxy.obj, TABLES)


def test_migrating_again_does_nothing(database: str) -> None:
    assert upgrade() == []
    assert is_current()


def test_the_tables_hold_the_cast(cast: Cast) -> None:
    assert cast.tao.unit.path.startswith(cast.district_b.unit.path)
