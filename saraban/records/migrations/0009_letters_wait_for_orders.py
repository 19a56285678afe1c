"""Letters wait for orders: an index over the notes, filled from those that are there.

The models here are frozen copies, apart from saraban.records on purpose: a migration
must do the same for ever.
"""

from typing import Any

from peewee import CharField, Database, ForeignKeyField, Model


def up(migrator: Any, db: Database) -> None:
    # Only their keys: what the new table points to.
    class Unit(Model):
        class Meta:
            database = db
            table_name = "unit"

    class Letter(Model):
        class Meta:
            database = db
            table_name = "letter"

    class Receipt(Model):
        class Meta:
            database = db
            table_name = "receipt"

    class NoteStanding(Model):
        unit = ForeignKeyField(Unit, on_delete="RESTRICT", index=False)
        letter = ForeignKeyField(Letter, on_delete="RESTRICT")
        receipt = ForeignKeyField(Receipt, on_delete="RESTRICT")
        standing = CharField(max_length=10)
        since = CharField(max_length=27)

        class Meta:
            database = db
            legacy_table_names = False
            table_name = "note_standing"
            indexes = ((("unit", "letter"), True), (("unit", "standing"), False))

    db.create_tables([NoteStanding])
    for row in _standings(db):
        NoteStanding.insert(row).execute()


def _standings(db: Database) -> list[dict[str, Any]]:
    """As saraban.rules.endorsements.standing tells it, letter by letter and unit by unit."""
    notes = db.execute_sql(
        "SELECT unit_id, letter_id, receipt_id, kind, is_decision, at FROM endorsement e "
        "WHERE withdraws_id IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM endorsement w WHERE w.withdraws_id = e.id) ORDER BY id"
    )
    found: dict[tuple[int, int], dict[str, Any]] = {}
    for unit, letter, receipt, kind, is_decision, at in notes.fetchall():
        kept = found.setdefault(
            (unit, letter),
            {"unit": unit, "letter": letter, "receipt": receipt, "standing": "to_propose",
             "since": at},
        )  # fmt: skip
        if is_decision:
            kept.update(standing="decided", since=at)
        elif kind == "propose" and kept["standing"] != "to_order":
            kept.update(standing="to_order", since=at)
    return list(found.values())
