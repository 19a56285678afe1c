"""One circular with 8,900 agencies in five levels, inside the many deliveries of others."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.records import Delivery as DeliveryTable, Letter, RegisterEntry, rows, unit_sets
from saraban.records.database import database, is_postgres, write_transaction
from scripts.benchmarks.offices import NOW, Country, add_country

PROVINCES, DISTRICTS, LOCAL_UNITS = 77, 971, 7850
DELIVERIES = 1_000_000
DAY = date(2022, 6, 3)
LOCAL = "นายกองค์กรปกครองส่วนท้องถิ่น ทุกแห่ง"
SENT_AT = "2022-06-16T03:00:00.000000Z"


@dataclass
class BigCascade:
    """The units, the circular's root, and how many agencies hold it, the first one included."""

    country: Country
    root_id: int
    root_uid: str
    node_count: int
    deliveries: int
    letters: int = 0


def add_big_cascade(deliveries: int = DELIVERIES) -> BigCascade:
    """Put it into the bound, empty database; others' letters go to every local unit each."""
    country = add_country(PROVINCES, DISTRICTS, LOCAL_UNITS)
    with write_transaction():
        root_id, root_uid = _letter(country.ministry.id, None, None, 1, "ผู้ว่าราชการจังหวัด ทุกจังหวัด")
        _send(root_id, root_id, country.ministry.id, [country.department.id])
        below, _ = _letter(country.department.id, root_id, root_id, 1, LOCAL)
        areas = [unit.id for unit in country.provinces]
        _send(below, root_id, country.department.id, areas)
        for place, area in enumerate(areas):
            districts = country.district_ids[place::PROVINCES]
            letter, _ = _letter(area, below, root_id, 1, LOCAL)
            _send(letter, root_id, area, districts)
            for district in districts:
                order = country.district_ids.index(district)
                own, _ = _letter(district, letter, root_id, 1)
                _send(own, root_id, district, country.local_ids[order::DISTRICTS])
        _receive_and_acknowledge(root_id)
    count = 2 + PROVINCES + DISTRICTS + LOCAL_UNITS
    big = BigCascade(country, root_id, root_uid, count, deliveries=count - 1)
    fill_up(big, deliveries)
    return big


def fill_up(big: BigCascade, deliveries: int) -> None:
    """Send further circulars to every local unit each, until there are so many deliveries.

    Two of three of them are acknowledged by everybody. The indexes are made again afterwards:
    millions of rows one by one into a random place of each would take the better part of an hour.
    """
    country = big.country
    letters = max(0, deliveries - big.deliveries) // LOCAL_UNITS + 1
    with write_transaction():
        ids = [
            _letter(country.ministry.id, None, None, 2 + big.letters + number)[0]
            for number in range(letters)
        ]
        database.execute_sql(
            _COUNTER.format(unit=country.ministry.id, last=1 + big.letters + letters)
        )
        indexes = _indexes()
        for name, _ in indexes:
            database.execute_sql(f"DROP INDEX {name}")
        database.execute_sql(
            _TO_EVERYBODY.format(
                false="FALSE" if is_postgres() else "0",
                sender=country.ministry.id,
                at=SENT_AT,
                first=ids[0],
                last=ids[-1],
                locals=",".join(map(str, country.local_ids)),
            )
        )
        for _, statement in indexes:
            database.execute_sql(statement)
    big.letters += letters
    big.deliveries += letters * LOCAL_UNITS
    database.execute_sql("ANALYZE")


def _indexes() -> list[tuple[str, str]]:
    """Name and statement of every index of the deliveries but that of their key."""
    asked = (
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'delivery' "
        "AND indexname <> 'delivery_pkey'"
        if is_postgres()
        else "SELECT name, sql FROM sqlite_master WHERE type = 'index' "
        "AND tbl_name = 'delivery' AND sql IS NOT NULL"
    )
    found: list[tuple[str, str]] = database.execute_sql(asked).fetchall()
    return found


def _letter(
    issuer: int, conveys: int | None, root: int | None, number: int, relay: str = ""
) -> tuple[int, str]:
    key, stored = rows.insert(
        Letter,
        {
            "kind": "external", "is_circular": True, "letter_number": f"มท {issuer}/ว {number}",
            "printed_number": f"มท {issuer}/ว {number}", "printed_key": f"มท {issuer}/ว {number}",
            "dated_on": DAY, "be_year": 2565, "issuer": issuer, "issuer_text": f"หน่วย {issuer}",
            "subject": "การรายงานกิจกรรมอาสาพัฒนา", "conveys": conveys, "root": root,
            "relay_phrase": relay, "registered_by": issuer, "is_issued_here": True,
            "created_at": NOW,
        },
    )  # fmt: skip
    entry = {
        "unit": issuer, "register": "circular", "be_year": 2565, "number": number, "letter": key,
        "entered_on": DAY, "entered_at": NOW, "entered_by": "เสมียน",
    }  # fmt: skip
    rows.insert(RegisterEntry, entry)
    return int(key), str(stored["uid"])


def _send(letter: int, root: int, sender: int, to_units: list[int]) -> None:
    common: dict[str, Any] = {
        "letter_id": letter, "root_id": root, "from_unit_id": sender, "channel": "system",
        "is_inner": False, "status": 1, "dispatched_at": SENT_AT, "delivered_at": SENT_AT,
    }  # fmt: skip
    unit_sets.insert_for_each(DeliveryTable, common, to_units, is_here=True)


def _receive_and_acknowledge(root_id: int) -> None:
    """Two of three agencies gave it a number of their own, every other one acknowledged it."""
    for statement in _ANSWERS:
        database.execute_sql(statement.format(root=root_id, at=SENT_AT))


_COUNTER = """
INSERT INTO book_year (unit_id, register, be_year, first_number, last_number)
VALUES ({unit}, 'circular', 2565, 1, {last})
ON CONFLICT (unit_id, register, be_year) DO UPDATE SET last_number = excluded.last_number
"""
_TO_EVERYBODY = """
INSERT INTO delivery (letter_id, root_id, from_unit_id, to_unit_id, province_id, channel, is_inner,
                      status, dispatched_at, delivered_at, acknowledged_at, acknowledged_by)
SELECT letter.id, letter.id, {sender}, unit.id, unit.province_id, 'system', {false},
       CASE WHEN letter.id = letter.id / 3 * 3 THEN 1 ELSE 4 END, '{at}', '{at}',
       CASE WHEN letter.id = letter.id / 3 * 3 THEN NULL ELSE '{at}' END,
       CASE WHEN letter.id = letter.id / 3 * 3 THEN NULL ELSE 'เสมียน' END
FROM letter CROSS JOIN unit
WHERE letter.id BETWEEN {first} AND {last} AND unit.id IN ({locals})
ORDER BY letter.id, unit.id
"""
_ANSWERS = (
    """
    INSERT INTO register_entry (uid, unit_id, register, be_year, number, letter_id, entered_on,
                                handling, remark, entered_at, entered_by)
    SELECT 'bench-' || id, to_unit_id, 'receive', 2565, 1, letter_id, '2022-06-16',
           '', '', '{at}', 'เสมียน'
    FROM delivery WHERE root_id = {root} AND id / 3 * 3 <> id
    """,
    """
    INSERT INTO receipt (entry_id, letter_id, unit_id, received_on, printed_number, printed_date,
                         channel, received_at)
    SELECT id, letter_id, unit_id, entered_on, '๑', '๑๖ มิ.ย. ๖๕', 'system', '{at}'
    FROM register_entry WHERE register = 'receive'
    """,
    """
    UPDATE delivery SET status = 4, acknowledged_at = '{at}', acknowledged_by = 'เสมียน'
    WHERE root_id = {root} AND id / 2 * 2 = id
    """,
)
