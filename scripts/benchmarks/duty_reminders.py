"""A morning's reminders for 8,900 units, each of which owes five reports and has an address.

Part of `duties`. Bare is the same driver reading the same rows once and writing as many rows of
the same content into tables without an index: no rule, no words, no look at what was told before.
The memory is that of a process which does the heaviest morning, on which an office is told of
8,900 late ones besides.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from saraban.desk.digests import claim_morning, tell_units
from saraban.queries.connection import connected
from saraban.records import Digest, Mail, Unit
from saraban.records.database import bind, database, write_transaction
from saraban.rules.days import OFFICIAL_ZONE
from scripts.benchmarks.bare import connect
from scripts.benchmarks.many_letters import add_letters
from scripts.benchmarks.measuring import (
    Result,
    medians_in_turn,
    plain_result,
    ratio_result,
    seconds,
)
from scripts.benchmarks.offices import add_country, new_office
from scripts.benchmarks.page_server import held_mb

ROOT = Path(__file__).resolve().parents[2]
UNITS = 8_900
MOST_SECONDS = 60.0
MOST_MB = 200.0
# Words, rules and the ledger's digests are most of it: a mail of its own for each unit.
MOST_RATIO = 40.0
DUE = date(2022, 6, 30)
# A step of the usual plan comes to everybody on each: three days before, the day, the day after.
MORNINGS = (date(2022, 6, 27), date(2022, 6, 30), date(2022, 7, 1))
# The last step, and the level above is told.
HEAVIEST = date(2022, 7, 7)

_SEED = (
    "UPDATE unit SET saraban_address = 'saraban' || id || '@unit.example', "
    "saraban_confirmed_on = '2022-05-01'",
    """
    INSERT INTO report_duty (uid, unit_id, letter_id, name, asks, report_kind, report_to, when_text,
        roll, is_until_office_hours, late_reason, needs_review, alarms, unit_count, began_on,
        made_at, made_by, ended_reason)
    SELECT 'duty-' || id, {keeper}, id, 'รายงานผลการดำเนินงานตามแนวทางครั้งที่ ' || id, '', 'unit',
        '', '{{}}', '', {true}, '', {false}, '', {units}, '2022-05-01',
        '2022-05-01T03:00:00.000000Z', 'เจ้าหน้าที่', ''
    FROM letter WHERE registered_by_id = {keeper}
    """,
    # The first is due on the day that counts, the others were due the months before.
    """
    INSERT INTO report_period (duty_id, number, label, due_on, steps, is_by_hand, made_at,
        struck_reason)
    SELECT id, 1, 'งวดที่ ' || id, CASE WHEN id = (SELECT MIN(id) FROM report_duty) THEN DATE '{due}'
        ELSE DATE '2022-05-31' END, '', {false}, made_at, ''
    FROM report_duty
    """,
    """
    INSERT INTO expected_report (duty_id, period_id, to_unit_id, province_id, due_on, steps, state,
        is_late)
    SELECT p.duty_id, p.id, u.id, u.province_id, p.due_on, '', 0, {false}
    FROM report_period AS p CROSS JOIN unit AS u WHERE u.kind = 'tao'
    """,
)


def measure(engine: str) -> Iterator[Result]:
    """The time of a morning, beside the bare driver; then the memory of the heaviest."""
    with new_office(engine) as url:
        keeper = add_country(76, 0, UNITS).ministry
        _seed(keeper, engine)
        connection = connect(url)
        _mirrors(connection)
        days, bare_days = iter(MORNINGS), iter(MORNINGS)
        measured = medians_in_turn(
            lambda: seconds(lambda: _told(next(days))),
            lambda: seconds(lambda: _bare(connection, next(bare_days))),
            rounds=len(MORNINGS),
        )
        assert Mail.select().where(Mail.to_unit != keeper.id).count() == len(MORNINGS) * UNITS
        connection.close()
        done = subprocess.run(
            [sys.executable, "-m", "scripts.benchmarks.duty_reminders", json.dumps([url])],
            cwd=ROOT,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        held = float(done.stdout)
        late = Digest.get(Digest.unit == keeper.id, Digest.day == HEAVIEST).counts
        assert json.loads(late)["below"] == UNITS
    name = f"reminders for {UNITS:,} units"
    yield plain_result(name, engine, measured[0], unit="s", most=MOST_SECONDS)
    yield ratio_result(f"{name}, beside bare rows", engine, measured, unit="s", most=MOST_RATIO)
    yield plain_result(f"{name}, the most held", engine, held, unit="MB", most=MOST_MB)


def _seed(keeper: Unit, engine: str) -> None:
    add_letters(keeper, 5, engine)
    is_postgres = engine == "postgres"
    facts = {
        "keeper": keeper.id,
        "units": UNITS,
        "due": DUE.isoformat(),
        "true": "TRUE" if is_postgres else "1",
        "false": "FALSE" if is_postgres else "0",
    }
    with write_transaction():
        for statement in _SEED:
            sql = statement.format(**facts) if "{" in statement else statement
            # SQLite keeps a day as its text.
            database.execute_sql(sql if is_postgres else sql.replace("DATE '", "'"))
    database.execute_sql("ANALYZE")


def _told(day: date) -> None:
    at = datetime(day.year, day.month, day.day, 8, tzinfo=OFFICIAL_ZONE)
    run = claim_morning(at=at, worker="bench")
    assert run is not None
    done = tell_units(run=run, now=lambda: at, link_base="https://saraban.example")
    assert done.digest_count >= UNITS, done


_TABLES = ("digest", "reminder_line", "mail", "audit_event")


def _mirrors(connection: Any) -> None:
    for table in _TABLES:
        connection.execute(f"CREATE TABLE bare_{table} AS SELECT * FROM {table} WHERE 1 = 0")  # noqa: S608 - ours


def _bare(connection: Any, day: date) -> None:
    """Read what is owed; write a row of each kind for each unit, a hundred units a transaction."""
    is_postgres = hasattr(connection, "pgconn")
    place = "%s" if is_postgres else "?"
    owed = connection.execute(
        "SELECT e.to_unit_id, e.id, e.duty_id, e.due_on, u.name_th, u.saraban_address, d.name "
        "FROM expected_report AS e JOIN unit AS u ON u.id = e.to_unit_id "
        "JOIN report_duty AS d ON d.id = e.duty_id WHERE e.state <= 1 ORDER BY e.to_unit_id"
    ).fetchall()
    by_unit: dict[int, list[Any]] = {}
    for row in owed:
        by_unit.setdefault(row[0], []).append(row)
    units = list(by_unit.items())
    at = f"{day}T01:00:00.000000Z"
    for start in range(0, len(units), 100):
        connection.execute("BEGIN" if is_postgres else "BEGIN IMMEDIATE")
        for unit_id, rows in units[start : start + 100]:
            body = "\n".join(row[6] for row in rows) * 4
            values = {
                "digest": (
                    "uid, unit_id, day, counts, address, told_at",
                    (f"{unit_id}-{day}", unit_id, str(day), '{"overdue":4}', rows[0][5], at),
                ),
                "reminder_line": (
                    "digest_id, duty_id, expected_id, unit_id, news, key, due_on",
                    (unit_id, rows[0][2], rows[0][1], unit_id, "step", "+0", str(day)),
                ),
                "mail": (
                    "uid, unit_id, to_unit_id, address, subject, body, state, queued_at, next_at",
                    (
                        f"{unit_id}",
                        unit_id,
                        unit_id,
                        rows[0][5],
                        rows[0][4],
                        body,
                        "waiting",
                        at,
                        at,
                    ),
                ),
                "audit_event": (
                    "unit_id, seq, at, actor_name, act, subject, body, digest",
                    (unit_id, 1, at, "ระบบ", "remind", f"{unit_id}", body, "0" * 64),
                ),
            }
            for table, (names, row) in values.items():
                places = ", ".join([place] * len(row))
                connection.execute(f"INSERT INTO bare_{table} ({names}) VALUES ({places})", row)  # noqa: S608 - ours
        connection.execute("COMMIT")


def _heaviest(url: str) -> None:
    """In a process of its own: the morning on which the level above is told; the most held."""
    bind(url)
    with connected():
        _told(HEAVIEST)
    print(held_mb("VmHWM"))


if __name__ == "__main__":
    _heaviest(*json.loads(sys.argv[1]))
