"""The morning's reminders: each unit that has news gets one digest, with its mail where it has one.

The machine does it as the clerk of the unit that is told, in that unit's chain. What is written in
one transaction with the digest leaves after it (desk.mailing): a morning that is begun anew,
or by two workers, tells nobody twice, because a unit has one digest a day and a piece of news one
line for ever.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk.mailing import NewMail, put_in_outbox
from saraban.desk.office import SYSTEM_NAME
from saraban.errors import LeaseLost
from saraban.queries.digest_news import NewsReader, UnitNews
from saraban.queries.digest_rows import UnitToTell
from saraban.queries.holidays import office_days
from saraban.records import Digest, ReminderLine, ReminderRun, rows
from saraban.records.database import locked, write_transaction
from saraban.records.fields import new_uid
from saraban.rules.days import OFFICIAL_ZONE, day_of
from saraban.rules.digests import SENDER_NAME, digest_body, digest_subject, section_counts
from saraban.rules.permissions import Actor, Role
from saraban.rules.reminders import DAYS_AROUND

# A batch of a hundred units takes a fraction of a second.
RUN_LEASE = timedelta(minutes=5)


@dataclass(frozen=True)
class Run:
    """One morning that a worker holds, or has ended."""

    day: date
    worker: str
    digest_count: int = 0
    mail_count: int = 0


def digests_wait(*, at: datetime, hour: int) -> bool:
    """Whether this is a working day's morning, from that hour on, that nobody has done or holds.

    Only reads. A morning that was missed is not made up for: its news go with the next one's.
    """
    today = day_of(at)
    if at.astimezone(OFFICIAL_ZONE).hour < hour:
        return False
    kept = ReminderRun.get_or_none(ReminderRun.day == today)
    if kept is not None:
        return kept.done_at is None and kept.claimed_until <= at
    return office_days(today, today).is_open(today)


def claim_morning(*, at: datetime, worker: str, lease: timedelta = RUN_LEASE) -> Run | None:
    """Hold this morning; None when it is done, or another worker holds it."""
    today = day_of(at)
    held = {"claimed_by": worker, "claimed_until": at + lease}
    with write_transaction():
        made, _ = rows.insert(ReminderRun, {"day": today, **held}, may_exist=True)
        if made is not None:
            return Run(today, worker)
        kept: Any = locked(ReminderRun.select().where(ReminderRun.day == today)).get()
        if kept.done_at is not None or kept.claimed_until > at:
            return None
        rows.update(ReminderRun, today, held)
        return Run(today, worker, kept.digest_count, kept.mail_count)


def tell_units(
    *,
    run: Run,
    now: Callable[[], datetime],
    link_base: str = "",
    is_stopped: Callable[[], bool] = lambda: False,
    lease: timedelta = RUN_LEASE,
) -> Run:
    """Give every unit that has news its digest, a hundred units a transaction; what was done.

    now tells the time of each batch. Where is_stopped says so the morning is given back, to be
    gone on with. Raises LeaseLost, when another worker has it.
    """
    reader = NewsReader(
        today=run.day,
        days=office_days(run.day - DAYS_AROUND, run.day + DAYS_AROUND),
        link_base=link_base,
    )
    digests, mails = run.digest_count, run.mail_count
    units = reader.units_after(0)
    while units:
        if is_stopped():
            _keep(run, digests, mails, claimed_until=now())
            return Run(run.day, run.worker, digests, mails)
        at = now()
        with write_transaction():
            _still_held(run)
            for told in reader.news_of(units):
                made, mailed = _tell(told, run.day, at, link_base)
                digests += made
                mails += mailed
            _set(run, digests, mails, claimed_until=at + lease)
        units = reader.units_after(units[-1].id)
    _keep(run, digests, mails, done_at=now())
    return Run(run.day, run.worker, digests, mails)


def _tell(told: UnitNews, day: date, at: datetime, link_base: str) -> tuple[bool, bool]:
    """(whether the unit got its digest now, whether with a mail)."""
    unit, uid = told.unit, new_uid()
    counts = section_counts(told.lines, told.below)
    ledger = Ledger(actor=_clerk_of(unit), at=at)
    digest_id = ledger.insert_new(
        Digest,
        uid=uid,
        unit=unit.id,
        day=day,
        counts=json.dumps(counts, separators=(",", ":")),
        address=unit.address,
        told_at=at,
    )
    if digest_id is None:
        return False, False
    columns = ("id", "duty_id", "expected_id", "news", "key", "due_on")
    lines = rows.insert_all(
        ReminderLine,
        [
            {
                "digest": digest_id,
                "duty": one.duty_id,
                "expected": one.expected_id,
                "unit": unit.id,
                "news": one.kind.value,
                "key": one.key,
                "due_on": one.due_on,
            }
            for one in told.news
        ],
        told=columns,
    )
    ledger.note(
        ReminderLine,
        None,
        {"digest_id": digest_id, "unit_id": unit.id},
        for_each=columns,
        values=[tuple(rows.plain(value) for value in line) for line in lines],
    )
    if unit.address:
        link = f"{link_base}/duties" if link_base else ""
        mail = NewMail(
            address=unit.address,
            subject=digest_subject(unit.name, counts, today=day),
            body=digest_body(unit.name, told.lines, told.below, today=day, uid=uid, link=link),
            to_unit_id=unit.id,
            digest_id=digest_id,
            sender_name=SENDER_NAME,
        )
        put_in_outbox(unit_id=unit.id, at=at, mails=[mail])
    ledger.record("remind", subject=uid, **counts)
    return True, bool(unit.address)


def _clerk_of(unit: UnitToTell) -> Actor:
    return Actor(None, SYSTEM_NAME, unit.id, unit.path, frozenset({Role.CLERK}))


def _still_held(run: Run) -> None:
    kept: Any = locked(ReminderRun.select().where(ReminderRun.day == run.day)).get()
    if kept.claimed_by != run.worker or kept.done_at is not None:
        raise LeaseLost()


def _keep(run: Run, digests: int, mails: int, **values: Any) -> None:
    with write_transaction():
        _still_held(run)
        _set(run, digests, mails, **values)


def _set(run: Run, digests: int, mails: int, **values: Any) -> None:
    rows.update(ReminderRun, run.day, {"digest_count": digests, "mail_count": mails, **values})
