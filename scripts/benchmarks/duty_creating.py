"""Opening a duty: one occurrence for 7,850 units, and a year of weekly ones for 69.

Part of `duties`. The whole act (the set out of the letter's deliveries, duty, units, periods,
expected answers, ledger) stands beside a bare INSERT ... SELECT of the same units and answers.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from statistics import median
from typing import Any

from saraban.desk.period_making import use_horizon
from saraban.desk.report_duties import DutySaid, Owers, open_duty
from saraban.records import ExpectedReport, ReportDuty, Unit
from saraban.rules.permissions import Actor
from saraban.rules.recurrence import HORIZON_DAYS
from saraban.rules.whens import Every, FixedDay, Recurring
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

UNITS, PROVINCE_UNITS, WEEKS = 7850, 69, 52
MOST_RATIO, MOST_SECONDS = 3.0, 1.0
ROUNDS = 9
DUE = FixedDay(date(2022, 7, 29))
WEEKLY = Recurring(Every.WEEK, DAY, until=DAY + timedelta(weeks=WEEKS), weekdays=(2,))
AHEAD_DAYS = 370

DUTY = """
INSERT INTO report_duty (uid, unit_id, letter_id, name, asks, report_kind, report_to, when_text,
                         roll, is_until_office_hours, late_reason, needs_review, alarms,
                         unit_count, began_on, made_at, made_by, ended_reason)
SELECT 'bare-' || COUNT(*), {sender}, {letter}, '', '', 'unit', '', '', '', {false}, '', {false},
       '', {units}, '2022-06-16', '', '', ''
FROM report_duty RETURNING id
"""
PERIOD = """
INSERT INTO report_period (duty_id, number, label, due_on, steps, is_by_hand, made_at,
                           struck_reason)
VALUES ({duty}, 1, '', '2022-07-29', '', {false}, '', '') RETURNING id
"""
OWING = """
INSERT INTO duty_unit (duty_id, to_unit_id, province_id, added_at, left_reason)
SELECT {duty}, unit.id, unit.province_id, '2022-06-16T03:00:00.000000Z', ''
FROM unit WHERE unit.kind = 'tao'
"""
EXPECTED = """
INSERT INTO expected_report (duty_id, period_id, to_unit_id, province_id, due_on, steps, state,
                             is_late)
SELECT {duty}, {period}, unit.id, unit.province_id, {due}, '', 0, {false}
FROM unit WHERE unit.kind = 'tao'
"""


def measure(engine: str) -> Iterator[Result]:
    """One occurrence for the whole country, then a year of a province's weeks."""
    with new_office(engine) as url:
        country, connection = add_country(77, 0, UNITS), connect(url)
        top = country.ministry
        clerk = clerk_of(top)
        letter = fan_out.issue(
            actor=clerk,
            at=NOW,
            draft=fan_out.DRAFT,
            code_letters="มท",
            owner_number="0229",
            is_circular=True,
            addressees=fan_out.Addressees(fan_out.PHRASE),
        ).letter_uid
        times = medians_in_turn(
            partial(_opened, clerk, letter),
            partial(_bare, connection, top, engine),
            ROUNDS,
        )
        name = f"a duty's occurrence for {UNITS:,} units"
        yield ratio_result(name, engine, times, unit="ms", most=MOST_RATIO)
        use_horizon(AHEAD_DAYS)
        few = tuple(country.local_ids[:PROVINCE_UNITS])
        took = median(_year(clerk, letter, few) for _ in range(ROUNDS))
        name = f"a year of weeks for {PROVINCE_UNITS} units"
        yield plain_result(name, engine, took, unit="s", most=MOST_SECONDS)
        use_horizon(HORIZON_DAYS)
        connection.close()


def _opened(clerk: Actor, letter: str) -> float:
    """Milliseconds for the whole act."""

    def whole_act() -> None:
        opened = open_duty(
            actor=clerk,
            at=NOW,
            letter_uid=letter,
            said=DutySaid(name="รายงานผลการดำเนินงาน", when=DUE),
            owers=Owers(everyone_sent=True),
        )
        assert opened.unit_count == UNITS

    return seconds(whole_act) * 1000


def _bare(connection: Any, sender: Unit, engine: str) -> float:
    """Milliseconds for the units and the answers of a duty and a period that stand already."""
    false = "FALSE" if engine == "postgres" else "0"
    run = connection.execute
    letter = run(fan_out.LETTER.format(sender=sender.id, false=false)).fetchone()[0]
    facts = {"sender": sender.id, "letter": letter, "false": false, "units": UNITS}
    facts["duty"] = run(DUTY.format(**facts)).fetchone()[0]
    facts["period"] = run(PERIOD.format(**facts)).fetchone()[0]
    facts["due"] = "DATE '2022-07-29'" if engine == "postgres" else "'2022-07-29'"

    def insert() -> None:
        run("BEGIN" if engine == "postgres" else "BEGIN IMMEDIATE")
        assert run(OWING.format(**facts)).rowcount == UNITS
        assert run(EXPECTED.format(**facts)).rowcount == UNITS
        run("COMMIT")

    return seconds(insert) * 1000


def _year(clerk: Actor, letter: str, unit_ids: tuple[int, ...]) -> float:
    """Seconds for a duty of the weeks of a year, all of them made at once."""

    def whole_act() -> None:
        opened = open_duty(
            actor=clerk,
            at=NOW,
            letter_uid=letter,
            said=DutySaid(name="รายงานประจำสัปดาห์", when=WEEKLY),
            owers=Owers(unit_ids=unit_ids),
        )
        duty: Any = ReportDuty.get(ReportDuty.uid == opened.uid)
        made = ExpectedReport.select().where(ExpectedReport.duty == duty.id).count()
        assert made >= WEEKS * PROVINCE_UNITS, made

    return seconds(whole_act)
