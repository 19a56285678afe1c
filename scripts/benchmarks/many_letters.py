"""A registry with very many letters, each received and numbered by one unit."""

from saraban.records import Unit
from saraban.records.database import database, write_transaction

_NUMBERS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})"
# Six digits of a microsecond, so that every letter has a moment of its own; 900,000 to an hour.
_AT = (
    "'2022-06-16T0' || (3 + i / 900000) || ':00:00.' || (100000 + i - 900000 * (i / 900000)) || 'Z'"
)
_STATEMENTS = (
    """
    INSERT INTO letter (uid, kind, is_circular, letter_number, printed_number, printed_key,
                        dated_on, be_year, issuer_text, subject, addressee_text, urgency, secrecy,
                        body, signatory_name, signatory_position, owner_section, contact,
                        relay_phrase, registered_by_id, is_issued_here, created_at, search_text)
    {numbers}
    SELECT 'many-' || i, 'external', {false}, 'มท 0211/ว ' || i, 'มท ๐๒๑๑/ว ' || i,
           'มท 0211/ว ' || i, '2022-06-16', 2565, 'กรมตัวอย่าง',
           'การรายงานกิจกรรมอาสาพัฒนา ครั้งที่ ' || i, 'ผู้ว่าราชการจังหวัด', 'normal', 'normal',
           '', '', '', '', '', '', {unit}, {false}, {at}, 'มท0211/ว' || i || 'การรายงานกิจกรรม'
    FROM n
    """,
    """
    INSERT INTO register_entry (uid, unit_id, register, be_year, number, letter_id, entered_on,
                                handling, remark, entered_at, entered_by)
    SELECT uid, {unit}, 'receive', 2565, id, id, dated_on, '', '', created_at, 'เสมียน'
    FROM letter WHERE registered_by_id = {unit}
    """,
    """
    INSERT INTO receipt (entry_id, letter_id, unit_id, received_on, printed_number, printed_date,
                         channel, received_at)
    SELECT id, letter_id, unit_id, entered_on, '๑', '๑๖ มิ.ย. ๖๕', 'paper', entered_at
    FROM register_entry WHERE unit_id = {unit}
    """,
    """
    INSERT INTO book_year (unit_id, register, be_year, first_number, last_number)
    SELECT {unit}, 'receive', 2565, 1, MAX(number) FROM register_entry WHERE unit_id = {unit}
    """,
)


def add_letters(unit: Unit, count: int, engine: str) -> None:
    """Put them into the bound database."""
    false = "FALSE" if engine == "postgres" else "0"
    numbers = _NUMBERS.format(count=count)
    with write_transaction():
        for statement in _STATEMENTS:
            database.execute_sql(
                statement.format(numbers=numbers, unit=unit.id, false=false, at=_AT)
            )
    database.execute_sql("ANALYZE")
