"""A duty of 7,850 units over 52 weeks by province, alone and among fifty duties.

Part of `duties`. The engine's time for what a page asks is measured around the queries
themselves, beside one bare statement that counts the same rows by province and state.
"""

from collections.abc import Iterator
from functools import partial
from statistics import median
from typing import Any

from saraban.queries.duties_in_sight import duty_in_sight
from saraban.queries.duty_counts import area_tallies
from saraban.queries.duty_periods_shown import periods_of
from saraban.queries.duty_reach import unreached_units
from saraban.records import Delivery
from saraban.records.database import database, is_postgres, write_transaction
from saraban.rules.permissions import Actor
from scripts.benchmarks import fan_out
from scripts.benchmarks.bare import DAY, connect
from scripts.benchmarks.measuring import (
    Result,
    medians_in_turn,
    plain_result,
    ratio_result,
    seconds,
)
from scripts.benchmarks.offices import NOW, add_country, clerk_of, new_office

UNITS, PROVINCES, WEEKS, DUTIES, OTHER_WEEKS = 7850, 77, 52, 50, 12
MOST_MS, MOST_RATIO, MOST_GROWTH = 100.0, 2.0, 1.3
ROUNDS = 9

DUTY = """
INSERT INTO report_duty (uid, unit_id, letter_id, name, asks, report_kind, report_to, when_text,
                         roll, is_until_office_hours, late_reason, needs_review, alarms,
                         unit_count, began_on, made_at, made_by, ended_reason)
VALUES ('duty-{number}', {unit}, {letter}, '', '', 'unit', '', '', '', {false}, '', {false}, '',
        {units}, '2022-06-16', '2022-06-16T03:00:00.000000Z', '', '') RETURNING id
"""
PERIOD = """
INSERT INTO report_period (duty_id, number, label, due_on, steps, is_by_hand, made_at,
                           struck_reason)
VALUES ({duty}, {number}, '', '{due}', '', {false}, '2022-06-16T03:00:00.000000Z', '')
RETURNING id
"""
OWING = """
INSERT INTO duty_unit (duty_id, to_unit_id, province_id, added_at, left_reason)
SELECT {duty}, id, province_id, '2022-06-16T03:00:00.000000Z', '' FROM unit WHERE kind = 'tao'
"""
# Seven of ten answered, one of them nil, some late; the rest waits, is returned or was waived.
# The one in fifty that the letter never came to never answered either.
EXPECTED = """
INSERT INTO expected_report (duty_id, period_id, to_unit_id, province_id, due_on, steps, state,
                             is_late)
SELECT {duty}, {period}, id, province_id, '{due}', '',
       CASE WHEN id - id / 50 * 50 = 0 THEN 0
       ELSE CASE {tenth} WHEN 0 THEN 0 WHEN 1 THEN 0 WHEN 2 THEN 1 WHEN 3 THEN 4
       WHEN 4 THEN 9 ELSE 3 END END,
       {tenth} = 5 AND id - id / 50 * 50 <> 0
FROM unit WHERE kind = 'tao'
"""
BARE = (
    "SELECT period_id, province_id, state, is_late, due_on, COUNT(*) FROM expected_report "
    "WHERE duty_id = {duty} GROUP BY period_id, province_id, state, is_late, due_on"
)


def measure(engine: str) -> Iterator[Result]:
    """One duty of 408,200 answers by province, before and after 49 others came beside it."""
    with new_office(engine) as url:
        country, connection = add_country(PROVINCES, 0, UNITS), connect(url)
        clerk = clerk_of(country.ministry)
        fan_out.issue(
            actor=clerk,
            at=NOW,
            draft=fan_out.DRAFT,
            code_letters="มท",
            owner_number="0229",
            is_circular=True,
            addressees=fan_out.Addressees(fan_out.PHRASE),
        )
        with write_transaction():
            # The letter came to all but one in fifty.
            database.execute_sql(
                "UPDATE delivery SET status = 0 WHERE to_unit_id - to_unit_id / 50 * 50 = 0"
            )
        letter_id = Delivery.get().letter_id
        _add(0, country.ministry.id, letter_id, WEEKS)
        alone = _ours(clerk)
        for number in range(1, DUTIES):
            _add(number, country.ministry.id, letter_id, OTHER_WEEKS)
        tidy()
        duty = duty_in_sight(clerk, "duty-0").id
        times = medians_in_turn(
            partial(_once, clerk),
            lambda: seconds(lambda: connection.execute(BARE.format(duty=duty)).fetchall()) * 1000,
            ROUNDS,
        )
        name = f"roll-up of {UNITS:,} x {WEEKS} by province"
        yield plain_result(f"{name}, {DUTIES} duties", engine, times[0], unit="ms", most=MOST_MS)
        yield ratio_result(f"{name}, beside bare", engine, times, unit="ms", most=MOST_RATIO)
        yield ratio_result(
            f"{name}, {DUTIES} duties beside 1",
            engine,
            (times[0], alone),
            unit="ms",
            most=MOST_GROWTH,
        )
        connection.close()


def _ours(clerk: Actor) -> float:
    tidy()
    _once(clerk)
    return median(_once(clerk) for _ in range(ROUNDS))


def tidy() -> None:
    """What an office's PostgreSQL does by itself some minutes after many rows were written."""
    database.execute_sql("VACUUM ANALYZE" if is_postgres() else "ANALYZE")


def _once(clerk: Actor) -> float:
    """Milliseconds that the engine takes for everything a roll-up asks, fetching included."""
    spent = 0.0
    execute = database.obj.execute_sql

    class Timed:
        """A cursor whose fetching counts as the engine's time."""

        def __init__(self, cursor: Any) -> None:
            self.cursor = cursor

        def fetchall(self) -> Any:
            nonlocal spent
            found: list[Any] = []
            spent += seconds(lambda: found.extend(self.cursor.fetchall()))
            return found

        def __getattr__(self, name: str) -> Any:
            return getattr(self.cursor, name)

    def timed(*args: Any, **kwargs: Any) -> Any:
        nonlocal spent
        made: list[Any] = []
        spent += seconds(lambda: made.append(execute(*args, **kwargs)))
        return Timed(made[0])

    duty = duty_in_sight(clerk, "duty-0")
    periods = periods_of(duty.id)
    database.obj.execute_sql = timed
    try:
        unreached = unreached_units(duty)
        assert unreached, "the letter came to all"
        found = area_tallies(duty, periods, today=DAY, unreached=unreached)
    finally:
        del database.obj.execute_sql
    counted = sum(one.expected_count for area in found.values() for one in area.values())
    assert counted == UNITS * WEEKS, counted
    return spent * 1000


def _add(number: int, unit_id: int, letter_id: int, weeks: int) -> None:
    false = "FALSE" if is_postgres() else "0"
    facts: dict[str, Any] = {"number": number, "unit": unit_id, "letter": letter_id}
    with write_transaction():
        duty = first_number(DUTY.format(false=false, units=UNITS, **facts))
        database.execute_sql(OWING.format(duty=duty))
        for week in range(1, weeks + 1):
            due = f"2022-{(week - 1) // 4 % 12 + 1:02}-{(week - 1) % 4 * 7 + 1:02}"
            # The last digit, by whole division: a % means something else to one of the drivers.
            tenth = f"((id + {week}) - (id + {week}) / 10 * 10)"
            told = {"duty": duty, "number": week, "due": due, "false": false, "tenth": tenth}
            period = first_number(PERIOD.format(**told))
            database.execute_sql(EXPECTED.format(period=period, **told))


def first_number(sql: str) -> int:
    """The number in the one row that the statement gives."""
    return int(database.execute_sql(sql).fetchone()[0])
