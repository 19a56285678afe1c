"""Migrations lead from nothing to exactly the tables that the code knows."""

from playhouse.schema_diff import diff_models

from saraban.records import TABLES
from saraban.records.database import database as proxy
from saraban.records.schema import is_current, upgrade
from tests.cast import Cast

# The trigram index: PostgreSQL's stands on the letter table, SQLite's is a virtual table.
SEARCH_INDEX = "letter_search_text"


def test_a_migrated_database_differs_in_nothing_from_the_tables(database: str) -> None:
    diff = diff_models(proxy.obj, TABLES)

    extra = [index for index in diff.drop_indexes if index.name != SEARCH_INDEX]
    assert not diff._replace(drop_indexes=extra)


def test_migrating_again_does_nothing(database: str) -> None:
    assert upgrade() == []
    assert is_current()


def test_the_tables_hold_the_cast(cast: Cast) -> None:
    assert cast.tao.unit.path.startswith(cast.district_b.unit.path)
