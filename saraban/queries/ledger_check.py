"""Whether the ledger is whole, the rows are what it tells, and the files are what they were.

Three questions: does every chain of events hold together; does replaying all events give
exactly the rows that stand in the tables; do the stored bytes still have their digest.

Events of different units are replayed in the order of their ids. That is sound because a row is
always written before the event that tells of it (desk._audit): on PostgreSQL whoever changes a
row holds its lock until the commit, so a later change of the same row, and with it the later
event's id, can only come after; on SQLite there is one writer at a time. Ids count up, and may
leave gaps.
"""

import heapq
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from saraban.queries.ledger_findings import Finding
from saraban.queries.ledger_replay import Place, ToldRow, ToldRows
from saraban.records import REPLAYED_TABLES, AuditEvent, AuditHead, StoredFile, file_store, rows
from saraban.records.database import Table, snapshot
from saraban.rules.audit import GENESIS, canonical, event_digest, rows_told, sealed

# What reading a body raises when it is not one that our pen wrote.
_NOT_OURS = (
    ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError, RecursionError
)  # fmt: skip
# Column of audit_event that repeats a part of the body: that part's name there.
_REPEATED = {
    "unit_id": "unit",
    "seq": "seq",
    "at": "at",
    "actor_name": "actor",
    "act": "act",
    "subject": "subject",
}


@dataclass(frozen=True)
class LedgerReport:
    """How much was looked at, and everything that differs; is_whole when nothing does."""

    event_count: int
    unit_count: int
    row_count: int
    file_count: int
    findings: tuple[Finding, ...]

    @property
    def is_whole(self) -> bool:
        """True when chains, rows and files are what they should be."""
        return not self.findings


@dataclass
class _Chain:
    """How far one unit's chain was read. digests: those that the next event may build on.

    There are two of them after an event that does not fit its own digest: either its body or
    its digest was changed, and only the one event is to be named, not the next one too.
    """

    seq: int = 0
    digests: tuple[str, ...] = (GENESIS,)


@dataclass
class _Check:
    """The work in hand."""

    told: ToldRows
    findings: list[Finding] = field(default_factory=list)
    chains: dict[int, _Chain] = field(default_factory=dict)
    event_count: int = 0
    row_count: int = 0
    file_count: int = 0


def check_ledger() -> LedgerReport:
    """Check everything, as of one moment; others may go on working meanwhile."""
    with snapshot(), ToldRows() as told:
        check = _Check(told)
        _check_events(check)
        _check_heads(check)
        for table in REPLAYED_TABLES:
            _compare_table(check, table)
        for name in sorted(told.tables() - {_name(table) for table in REPLAYED_TABLES}):
            check.findings.extend(
                Finding.at("unknown_table", row.last, table=name, key=row.key)
                for row in told.rows(name)
            )
        _check_files(check)
    return LedgerReport(
        check.event_count,
        len(check.chains),
        check.row_count,
        check.file_count,
        tuple(check.findings),
    )


def _check_events(check: _Check) -> None:
    for event_id, event in rows.all_rows(AuditEvent):
        check.event_count += 1
        if not isinstance(event["seq"], int):  # SQLite lets a hand put anything anywhere
            check.findings.append(Finding("event_unreadable", "audit_event", event_id, "seq"))
            continue
        place = Place(event["unit_id"], event["seq"])
        chain = check.chains.setdefault(place.unit_id, _Chain())
        check.findings.extend(_chain_findings(chain, place, event_id, event))
        try:
            body = json.loads(event["body"])
            differing = [
                column for column, part in _REPEATED.items() if body[part] != event[column]
            ]
            is_canonical = canonical(body) == event["body"]
            for change in body["changes"]:
                for table, key, columns in rows_told(change):
                    check.told.add(place, table, key, columns)
        except _NOT_OURS:
            check.findings.append(Finding.at("event_unreadable", place, "audit_event", event_id))
            continue
        if not is_canonical:
            check.findings.append(Finding.at("event_not_canonical", place, "audit_event", event_id))
        check.findings.extend(
            Finding.at(
                "event_column_differs",
                place,
                "audit_event",
                event_id,
                column=column,
                told=body[_REPEATED[column]],
                found=event[column],
            )
            for column in differing
        )


def _chain_findings(
    chain: _Chain, place: Place, event_id: int, event: dict[str, Any]
) -> Iterator[Finding]:
    """What is wrong with an event as the next one of its chain; moves the chain on."""
    expected = [event_digest(previous, event["body"]) for previous in chain.digests]
    if place.seq > chain.seq + 1:
        for seq in range(chain.seq + 1, place.seq):
            yield Finding.at("event_missing", Place(place.unit_id, seq), "audit_event")
        # Whether this event fits cannot be told without the one that it builds on.
        chain.digests = (event["digest"],)
    elif place.seq <= chain.seq:
        yield Finding.at("event_out_of_order", place, "audit_event", event_id)
    elif event["digest"] in expected:
        chain.digests = (event["digest"],)
    else:
        yield Finding.at("event_changed", place, "audit_event", event_id, column="body, digest")
        chain.digests = (event["digest"], *expected)
    chain.seq = max(chain.seq, place.seq)


def _check_heads(check: _Check) -> None:
    heads = dict(rows.all_rows(AuditHead))
    for unit_id, head in heads.items():
        chain = check.chains.get(unit_id, _Chain())
        for seq in range(chain.seq + 1, head["seq"] + 1):
            check.findings.append(Finding.at("event_missing", Place(unit_id, seq), "audit_event"))
        place = Place(unit_id, chain.seq)
        if unit_id not in check.chains and head["seq"] < 1:
            check.findings.append(Finding.at("head_without_chain", place, "audit_head", unit_id))
        elif head["seq"] < chain.seq:
            check.findings.append(
                Finding.at(
                    "head_differs", place, "audit_head", unit_id,
                    column="seq", told=chain.seq, found=head["seq"],
                )
            )  # fmt: skip
        elif head["seq"] == chain.seq and head["digest"] not in chain.digests:
            check.findings.append(
                Finding.at(
                    "head_differs", place, "audit_head", unit_id,
                    column="digest", told=chain.digests[0], found=head["digest"],
                )
            )  # fmt: skip
    check.findings.extend(
        Finding.at("chain_without_head", Place(unit_id, chain.seq), "audit_head", unit_id)
        for unit_id, chain in check.chains.items()
        if unit_id not in heads
    )


def _compare_table(check: _Check, table: type[Table]) -> None:
    """Every row beside what the ledger tells of it; both come in the order of the key."""
    name, defaults = _name(table), rows.default_values(table)
    for key, told, stands in _side_by_side(check.told.rows(name), rows.all_rows(table)):
        if stands is not None:
            check.row_count += 1
        if told is None:
            check.findings.append(Finding("row_untold", name, key))
        elif stands is None:
            check.findings.append(Finding.at("row_missing", told.last, name, key))
        else:
            check.findings.extend(_differences(name, told, sealed(name, stands), defaults))


def _side_by_side(
    told: Iterator[ToldRow], standing: Iterator[tuple[Any, dict[str, Any]]]
) -> Iterator[tuple[Any, ToldRow | None, dict[str, Any] | None]]:
    """(key, row as told or None, row as it stands or None), from two sides sorted by key."""
    left: Iterator[tuple[Any, Any, Any]] = ((row.key, row, None) for row in told)
    right: Iterator[tuple[Any, Any, Any]] = ((key, None, row) for key, row in standing)
    # As SQLite sorts: numbers before texts, should a forged event name a row by the wrong kind.
    both = heapq.merge(left, right, key=lambda one: (isinstance(one[0], str), one[0]))
    for key, found in groupby(both, key=itemgetter(0)):
        sides = list(found)
        yield key, sides[0][1], sides[-1][2]


def _differences(
    name: str, told: ToldRow, stands: dict[str, Any], defaults: dict[str, Any]
) -> Iterator[Finding]:
    """Columns that are not as told; one that no event named must have its default."""
    for column, found in stands.items():
        value, place = told.columns.get(column, (defaults[column], told.last))
        if found != value:
            yield Finding.at(
                "row_differs", place, name, told.key, column=column, told=value, found=found
            )


def _check_files(check: _Check) -> None:
    for sha256, kept in rows.all_rows(StoredFile):
        check.file_count += 1
        measured = file_store.measured(sha256)
        if measured is None:
            check.findings.append(Finding("file_missing", "stored_file", sha256))
            continue
        size, digest = measured
        if digest != sha256:
            check.findings.append(
                Finding("file_changed", "stored_file", sha256, "sha256", told=sha256, found=digest)
            )
        elif size != kept["size"]:
            check.findings.append(
                Finding(
                    "file_changed", "stored_file", sha256, "size", told=kept["size"], found=size
                )
            )


def _name(table: type[Table]) -> str:
    return str(table._meta.table_name)
