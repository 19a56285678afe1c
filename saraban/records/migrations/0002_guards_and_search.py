"""What the engine itself refuses, and the search index it keeps up by itself.

The ledger can only grow; a letter, a number, a receipt, a delivery or a file is never deleted;
a number that was given cannot be given another value. An application fault, or a person with
a database shell who does not first drop the triggers, cannot rewrite what happened.
"""

from typing import Any

from peewee import Database, PostgresqlDatabase

UNDELETABLE = (
    "letter", "citation", "letter_file", "stored_file", "register_entry", "receipt",
    "dispatch", "delivery", "duty", "report", "report_file", "unit", "unit_version",
    "person", "post", "book_year",
)  # fmt: skip
UNCHANGEABLE = ("audit_event", "receipt", "dispatch", "report", "report_file", "stored_file")


def up(migrator: Any, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        _postgres(db)
    else:
        _sqlite(db)


def _sqlite(db: Database) -> None:
    for table in UNCHANGEABLE:
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'append only: {table}'); END"
        )
    for table in (*UNDELETABLE, "audit_event"):
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'never deleted: {table}'); END"
        )
    db.execute_sql(
        "CREATE TRIGGER register_entry_number_stays BEFORE UPDATE OF unit_id, register, be_year, "
        "number, letter_id ON register_entry "
        "BEGIN SELECT RAISE(ABORT, 'a number once given stays'); END"
    )
    # Thai has no blanks between words: FTS5's own tokenizer finds 8 % of mid-word fragments,
    # trigram all of them.
    db.execute_sql(
        "CREATE VIRTUAL TABLE letter_search USING fts5("
        "search_text, content='letter', content_rowid='id', tokenize='trigram')"
    )
    db.execute_sql(
        "CREATE TRIGGER letter_search_insert AFTER INSERT ON letter BEGIN "
        "INSERT INTO letter_search(rowid, search_text) VALUES (new.id, new.search_text); END"
    )


def _postgres(db: Database) -> None:
    db.execute_sql(
        "CREATE FUNCTION saraban_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'append only: %%', TG_TABLE_NAME; END $$"
    )
    for table in UNCHANGEABLE:
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION saraban_refuse()"
        )
    for table in (*UNDELETABLE, "audit_event"):
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION saraban_refuse()"
        )
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION saraban_refuse()"
        )
    db.execute_sql(
        "CREATE TRIGGER register_entry_number_stays BEFORE UPDATE OF unit_id, register, be_year, "
        "number, letter_id ON register_entry FOR EACH ROW EXECUTE FUNCTION saraban_refuse()"
    )
    db.execute_sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    db.execute_sql("CREATE INDEX letter_search_text ON letter USING gin (search_text gin_trgm_ops)")
