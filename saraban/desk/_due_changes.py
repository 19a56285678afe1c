"""The history of due days: what a person changed of one, and why."""

from datetime import date

from saraban.desk._audit import Ledger
from saraban.errors import MissingField, TextTooLong
from saraban.records import DueChange
from saraban.rules.expected_reports import DueChangeKind
from saraban.thai.text import clean_line

MOST_REASON = 500


def reason_said(text: str) -> str:
    """Why, in one line. Raises MissingField for none, TextTooLong."""
    words = clean_line(text)
    if not words:
        raise MissingField(field="reason")
    if len(words) > MOST_REASON:
        raise TextTooLong(field="reason", most=MOST_REASON)
    return words


def tell_change(
    ledger: Ledger,
    change: DueChangeKind,
    *,
    period_id: int,
    expected_id: int | None = None,
    before_on: date | str | None,
    after_on: date | None = None,
    reason: str,
) -> None:
    """Write one line of it: of a whole period, or of one unit's expected report.

    What is longer than the line takes is cut; the act's own row has all of it.
    """
    ledger.insert(
        DueChange,
        period=period_id,
        expected=expected_id,
        change=change.value,
        before_on=before_on,
        after_on=after_on,
        reason=reason[:MOST_REASON],
        changed_at=ledger.at,
        changed_by=ledger.actor.name,
    )
