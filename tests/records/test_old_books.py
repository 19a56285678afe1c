"""An office that has worked since before free books and reservations keeps every line."""

import peewee
import pytest
from playhouse.migrations import Runner

from saraban.records.database import open_database
from saraban.records.schema import MIGRATIONS
from tests import engines
from tests.conftest import ENGINE

BEFORE = "0003_files_are_taken_in_and_read"
ROWS = (
    "INSERT INTO unit (uid, path, kind, name_th, short_name_th, name_en, registry_name, "
    "code_letters, owner_number, saraban_address, postal_address, telephone, is_sample) "
    "VALUES ('u', '/1/', 'province', 'จังหวัดตาก', 'จ.ตาก', '', '', '', '', '', '', '', {false})",
    "INSERT INTO letter (uid, kind, is_circular, issuer_text, subject, addressee_text, urgency, "
    "secrecy, body, signatory_name, signatory_position, owner_section, contact, relay_phrase, "
    "registered_by_id, is_issued_here, created_at, search_text) VALUES ('l', 'external', {false}, "
    "'กรม', 'เรื่อง', '', 'normal', 'normal', '', '', '', '', '', '', 1, {false}, 'then', '')",
    "INSERT INTO register_entry (uid, unit_id, register, be_year, number, letter_id, entered_on, "
    "handling, remark, entered_at, entered_by) "
    "VALUES ('e', 1, 'receive', 2565, 1, 1, '2022-06-16', '', 'เดิม', 'then', 'เสมียน')",
)


def test_lines_from_before_free_books_stay_and_new_ones_may_wait_for_a_letter() -> None:
    with engines.database_url(ENGINE) as url:
        opened = open_database(url)
        opened.connect()
        runner = Runner(opened, str(MIGRATIONS))
        runner.up(target=BEFORE)
        false = "FALSE" if ENGINE == "postgres" else "0"
        for statement in ROWS:
            opened.execute_sql(statement.format(false=false))

        runner.up()

        line = "SELECT uid, number, letter_id, reservation_id, is_from_paper, remark"
        kept = opened.execute_sql(f"{line} FROM register_entry").fetchall()
        opened.execute_sql(
            "INSERT INTO register_entry (uid, unit_id, register, be_year, number, entered_on, "
            "handling, remark, entered_at, entered_by) "
            "VALUES ('f', 1, 'receive', 2565, 2, '2022-06-16', '', '', 'then', 'เสมียน')"
        )
        with pytest.raises(peewee.DatabaseError, match=r"stays|append only"):
            opened.execute_sql("UPDATE register_entry SET letter_id = NULL WHERE number = 1")
        assert [tuple(row) for row in kept] == [("e", 1, 1, None, False, "เดิม")]
        if ENGINE == "sqlite":
            assert opened.execute_sql("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert opened.execute_sql("PRAGMA foreign_key_check").fetchall() == []
        opened.close_all()
