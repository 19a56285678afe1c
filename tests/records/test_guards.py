"""What the engine itself refuses, whoever asks; and what a hand without the guards leaves."""

import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import peewee
import pytest

from saraban.records import REPLAYED_TABLES, AuditEvent, Letter, file_store
from saraban.records.database import is_postgres
from tests import engines
from tests.bound import opened_at
from tests.cast import Cast
from tests.filled import fill
from tests.ledgers import found, run, unguarded

GROW_ONLY = (
    "audit_event", "receipt", "dispatch", "report", "report_file", "stored_file", "field_answer",
    "draft_version", "draft_step",
    "endorsement",
    "reservation",
    "day_closing",
    "storage_list",
    "chase", "chase_line", "digest", "reminder_line",
    "unit_set",
    "unit_set_member",
    "unit_group_version",
    "report_form_version", "report_answer", "declared_entry", "report_part", "report_sum",
    "report_review", "due_change",
)  # fmt: skip
NEVER_DELETED = [table._meta.table_name for table in (*REPLAYED_TABLES, AuditEvent)]


@pytest.fixture(scope="module")
def full_template(
    cast_template: tuple[str, Cast], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path, Cast]]:
    """A database with at least one row in every table, its files, and the cast: filled once."""
    source, made = cast_template
    files, cast = tmp_path_factory.mktemp("full"), deepcopy(made)
    with engines.clone(source) as url:
        file_store.use_folder(files)
        with opened_at(url):
            fill(cast)
        yield url, files, cast


@pytest.fixture
def database_url(full_template: tuple[str, Path, Cast]) -> Iterator[str]:
    """A copy of the full database, this test's own."""
    with engines.clone(full_template[0]) as url:
        yield url


@pytest.fixture
def full(database: str, full_template: tuple[str, Path, Cast], tmp_path: Path) -> Cast:
    """At least one row in every table."""
    shutil.copytree(full_template[1], tmp_path / "files", dirs_exist_ok=True)
    return deepcopy(full_template[2])


def test_no_table_of_the_ledger_or_of_the_books_lets_go_of_a_row(full: Cast) -> None:
    kept = []
    for table in NEVER_DELETED:
        with pytest.raises(peewee.DatabaseError, match=r"never deleted|append only"):
            run(f"DELETE FROM {table}")  # noqa: S608 - the name is ours
        kept.append(run(f"SELECT COUNT(*) FROM {table}")[0][0])  # noqa: S608 - the name is ours

    assert all(kept)


@pytest.mark.parametrize("table", GROW_ONLY)
def test_what_happened_is_not_rewritten(full: Cast, table: str) -> None:
    keys = {"stored_file": "sha256", "report_answer": "report_id", "report_sum": "report_id"}
    column = keys.get(table, "id")

    with pytest.raises(peewee.DatabaseError, match="append only"):
        run(f"UPDATE {table} SET {column} = {column}")  # noqa: S608 - the name is ours


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("ordered_desk", "due_on"),
        ("ordered_desk", "unit_id"),
        ("usual_order", "text"),
        ("acting_post", "valid_from"),
        ("acting_post", "person_id"),
        ("letter_arrival", "channel"),
        ("letter_arrival", "letter_id"),
        ("letter_merge", "kept_id"),
        ("letter_merge", "reason"),
        ("merge_mark", "step"),
    ],
)
def test_what_was_said_of_an_order_or_an_acting_stays(full: Cast, table: str, column: str) -> None:
    with pytest.raises(peewee.DatabaseError, match="append only"):
        run(f"UPDATE {table} SET {column} = {column}")  # noqa: S608 - the name is ours


@pytest.mark.parametrize("column", ["unit_id", "register", "be_year", "number", "letter_id"])
def test_a_number_once_given_stays(full: Cast, column: str) -> None:
    with pytest.raises(peewee.DatabaseError, match=r"stays|append only"):
        run(f"UPDATE register_entry SET {column} = {column}")  # noqa: S608 - the name is ours


def test_a_draft_is_frozen_with_its_number(full: Cast) -> None:
    with pytest.raises(peewee.DatabaseError, match=r"frozen|append only"):
        run("UPDATE draft SET subject = 'อื่น'")


def test_a_reserved_number_gets_its_letter_once(full: Cast) -> None:
    run("UPDATE register_entry SET letter_id = 1 WHERE letter_id IS NULL")

    with pytest.raises(peewee.DatabaseError, match=r"stays|append only"):
        run("UPDATE register_entry SET letter_id = 2 WHERE reservation_id IS NOT NULL")


def test_the_rest_of_a_line_of_the_book_may_change(full: Cast) -> None:
    run("UPDATE register_entry SET remark = 'ส่งคืน' WHERE number = 1")


def test_a_table_is_not_emptied_at_a_stroke(full: Cast) -> None:
    if not is_postgres():
        pytest.skip("SQLite has no TRUNCATE")

    with pytest.raises(peewee.DatabaseError, match="append only"):
        run("TRUNCATE audit_event CASCADE")


def test_a_ledger_without_its_guards_still_shows_the_hand(full: Cast) -> None:
    with unguarded("letter"):
        run("UPDATE letter SET urgency = 'urgent' WHERE id = 1")

    assert [line[:4] for line in found()] == [("row_differs", "letter", 1, "urgency")]


def test_bytes_that_are_no_text_any_more_are_named(full: Cast) -> None:
    if is_postgres():
        pytest.skip("PostgreSQL refuses such bytes")
    subject = Letter.get_by_id(1).subject.encode()

    with unguarded("letter"):
        run("UPDATE letter SET subject = CAST(? AS TEXT) WHERE id = 1", [subject[:-1] + b"\xff"])

    assert [line[:4] for line in found()] == [("row_differs", "letter", 1, "subject")]
