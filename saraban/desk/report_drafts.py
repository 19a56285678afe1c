"""What is being filled in saves itself: a draft is no act, and stands in no ledger.

Nothing was said to anybody yet, and a save comes every few seconds. What is sent in the end is an
answer, with its event.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from saraban.errors import ReportDraftChangedMeanwhile, ReportDraftTooLong, ReportDraftUsed
from saraban.queries.report_drafts import SeenReportDraft, owed_report_id, seen_draft
from saraban.records import ReportDraft, ReportFormVersion, rows
from saraban.records.database import locked, write_transaction
from saraban.rules.audit import canonical
from saraban.rules.permissions import Act, Actor, require

LONGEST = 200_000


@dataclass(frozen=True)
class DraftSaid:
    """What stands on the page: the kind of answer, its words, and every other field as typed."""

    answer: str = ""
    text: str = ""
    typed: Mapping[str, Sequence[str]] | None = None
    form_version_id: int | None = None


def keep_report_draft(
    *, actor: Actor, at: datetime, duty_uid: str, number: int, said: DraftSaid, seen_seq: int
) -> SeenReportDraft:
    """Save the unit's draft for one period; how it stands now.

    seen_seq is the draft's seq that the person had before them (0: none). Of two who fill in at
    once the second is told who saved, with what was saved, and keeps their own on the page; given
    the seq that they were told, the next save is theirs. The same again is not saved anew. Raises
    Refused, PeriodNotFound, ReportDraftTooLong, ReportDraftChangedMeanwhile, ReportDraftUsed.
    """
    require(actor, Act.REPORT)
    expected_id = owed_report_id(actor, duty_uid, number)
    values = _values(said)
    with write_transaction():
        row = _held(expected_id)
        if row is None and seen_seq == 0:
            new = {**values, "expected": expected_id, "saved_at": at, "saved_by": actor.name}
            key, _stored = rows.insert(ReportDraft, new, may_exist=True)
            row = _held(expected_id)
            if key is not None:
                return seen_draft(row)
        if row is None or row.seq != seen_seq:
            raise _not_the_newest(row)
        is_same = all(getattr(row, _ATTRIBUTES.get(name, name)) == values[name] for name in values)
        if not is_same or row.used_at is not None:
            anew = {"seq": row.seq + 1, "saved_at": at, "saved_by": actor.name, "used_at": None}
            rows.update(ReportDraft, row.id, {**values, **anew})
            row = _held(expected_id)
    return seen_draft(row)


def empty_used_draft(*, actor: Actor, at: datetime, expected_id: int) -> None:
    """Within the transaction of an answer: what was filled in has been sent, so the draft is empty.

    Whoever still has it open is told so at their next save.
    """
    row = _held(expected_id)
    if row is not None:
        rows.update(
            ReportDraft,
            row.id,
            {
                **_values(DraftSaid()),
                "seq": row.seq + 1,
                "saved_at": at,
                "saved_by": actor.name,
                "used_at": at,
            },
        )


_ATTRIBUTES = {"form_version": "form_version_id"}


def _values(said: DraftSaid) -> dict[str, Any]:
    # Blank ones as well: a table's rows are told by their places.
    typed = {name: list(texts) for name, texts in (said.typed or {}).items()}
    field_values = canonical(typed) if typed else ""
    if len(said.text) + len(field_values) > LONGEST:
        raise ReportDraftTooLong()
    return {
        "answer": said.answer[:14],
        "text": said.text,
        "field_values": field_values,
        "form_version": said.form_version_id if _is_version(said.form_version_id) else None,
    }


def _is_version(version_id: int | None) -> bool:
    if version_id is None:
        return False
    return bool(ReportFormVersion.select().where(ReportFormVersion.id == version_id).exists())


def _held(expected_id: int) -> Any:
    return locked(ReportDraft.select().where(ReportDraft.expected == expected_id)).first()


def _not_the_newest(row: Any) -> ReportDraftChangedMeanwhile | ReportDraftUsed:
    if row is None:
        return ReportDraftChangedMeanwhile(who="–", draft=SeenReportDraft())
    draft = seen_draft(row)
    if row.used_at is not None:
        return ReportDraftUsed(who=row.saved_by, draft=draft)
    return ReportDraftChangedMeanwhile(who=row.saved_by, draft=draft)
