"""ภายใน ๗ วันนับแต่วันที่ได้รับหนังสือ: a unit's own day begins with its own receipt.

Called by whatever takes a letter in, in the same transaction, as `_relays.begin_relay` is, and by
the act that opens a duty for the units that had the letter before. The letter that comes need
not be the one that asks: what passes it on counts as well. A day that stands is not moved by a
second coming.
"""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from saraban.desk._audit import Ledger
from saraban.queries.conveyed import came_on, letters_above
from saraban.queries.holidays import office_days, office_days_everywhere
from saraban.records import DueChange, DutyUnit, ExpectedReport, ReportPeriod, rows
from saraban.records.database import database, is_postgres
from saraban.records.due_sets import set_due
from saraban.rules.due_dates import due_day, roll_of
from saraban.rules.due_text import steps_as_text
from saraban.rules.expected_reports import DueChangeKind
from saraban.rules.when_text import when_from_text
from saraban.rules.whens import Anchor, Counted

_FAR_ENOUGH = timedelta(days=1700)
# Asked with every receipt, and nearly always without an answer: plain SQL, by one index.
_FIND_WAITING = (
    "SELECT expected_report.id, expected_report.period_id, report_duty.letter_id, "
    "report_duty.when_text, report_duty.roll, expected_report.province_id "
    "FROM expected_report "
    "JOIN report_duty ON report_duty.id = expected_report.duty_id "
    "JOIN report_period ON report_period.id = expected_report.period_id "
    "WHERE expected_report.to_unit_id = ? AND expected_report.state IN (0, 1) "
    "AND expected_report.due_on IS NULL AND report_duty.ended_at IS NULL "
    "AND report_period.struck_at IS NULL"
)


def begin_due_days(ledger: Ledger, *, letter_id: int, delivery: Any, began_on: date) -> int:
    """Set the due days that the receiving unit's receipt of this letter begins; how many.

    The unit is the delivery's, else the acting one. Nothing happens for a letter passed to a desk
    inside. The caller records the event.
    """
    if delivery is not None and delivery.is_inner:
        return 0
    unit_id = ledger.unit_id if delivery is None else delivery.to_unit_id
    above: set[int] | None = None
    count = 0
    for key, period_id, asking, text, roll, province_id in _waiting(unit_id):
        when = when_from_text(text)
        if not isinstance(when, Counted) or when.anchor is not Anchor.RECEIPT:
            continue
        if above is None:
            above = letters_above(letter_id)
        if asking not in above:
            continue
        days = office_days(began_on, began_on + _FAR_ENOUGH, province_id)
        due = due_day(when, anchored_on=began_on, days=days, roll=roll_of(when, roll))
        ledger.update(ExpectedReport, key, due_on=due.on, steps=steps_as_text(due))
        _tell(ledger, period_id, [key], due.on)
        count += 1
    return count


def due_by_earlier_receipts(ledger: Ledger, duty: Any) -> None:
    """The same for all units of a duty that had its letter before they came to owe it.

    Does nothing for a duty that counts from no receipt; days that stand are not touched.
    """
    when = when_from_text(duty.when_text)
    if not isinstance(when, Counted) or when.anchor is not Anchor.RECEIPT:
        return
    owing: Any = DutyUnit.select(DutyUnit.to_unit, DutyUnit.province).where(
        DutyUnit.duty == duty.id, DutyUnit.left_at.is_null()
    )
    province_of = dict(owing.tuples())
    came = came_on(duty.letter_id, province_of)
    if not came:
        return
    last = max(came.values()) + _FAR_ENOUGH
    country, provinces = office_days_everywhere(min(came.values()), last)
    # Provinces without days of their own go by the country: few groups, however many units.
    groups: dict[tuple[date, int | None], list[int]] = defaultdict(list)
    for unit_id, day in came.items():
        province_id = province_of[unit_id]
        groups[day, province_id if province_id in provinces else None].append(unit_id)
    periods: Any = ReportPeriod.select(ReportPeriod.id).where(ReportPeriod.duty == duty.id)
    for (period_id,) in periods.tuples():
        for (day, province_id), unit_ids in sorted(groups.items(), key=lambda one: one[1][0]):
            days = country if province_id is None else provinces[province_id]
            due = due_day(when, anchored_on=day, days=days, roll=roll_of(when, duty.roll))
            steps = steps_as_text(due)
            keys = set_due(period_id, unit_ids, due_on=due.on, steps=steps)
            if keys:
                stored = {"due_on": due.on, "steps": steps}
                ledger.note(ExpectedReport, None, stored, for_each=("id",), values=keys)
                _tell(ledger, period_id, [key for (key,) in keys], due.on)


def _waiting(unit_id: int) -> list[Any]:
    sql = _FIND_WAITING.replace("?", "%s") if is_postgres() else _FIND_WAITING
    cursor = database.execute_sql(sql, (unit_id,))
    found: list[Any] = cursor.fetchall()
    cursor.close()
    return found


def _tell(ledger: Ledger, period_id: int, keys: list[int], due_on: date) -> None:
    """The history of each day: it began with the receipt."""
    common = {
        "period": period_id,
        "change": DueChangeKind.RECEIPT.value,
        "before_on": None,
        "after_on": due_on,
        "reason": "",
        "changed_at": ledger.at,
        "changed_by": ledger.actor.name,
    }
    values = [common | {"expected": key} for key in keys]
    made = rows.insert_all(DueChange, values, told=("id", "expected_id"))
    stored = rows.stored_values(DueChange, common | {"expected": None})
    stored.pop("expected_id")
    ledger.note(DueChange, None, stored, for_each=("id", "expected_id"), values=made)
