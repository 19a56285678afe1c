"""Acknowledging at eight desks at once, beside the bare driver's same rows.

Each desk is a unit of its own with letters that wait. The bare way leaves behind what ours does:
the delivery's instant and status, and the event with its digest in the unit's chain.
"""

import hashlib
import json
import multiprocessing
import time
from multiprocessing.connection import Connection
from typing import Any

from saraban.desk.acknowledgement import acknowledge
from saraban.records import Delivery, Letter, Unit
from saraban.records.database import bind, connected
from saraban.rules.deliveries import Status
from scripts.benchmarks.bare import NEW_HEAD, connect
from scripts.benchmarks.measuring import Result, medians_in_turn, ratio_result
from scripts.benchmarks.offices import NOW, clerk_of

WRITERS, EACH, ROUNDS = 8, 60, 5
LEAST_RATIO = 0.35
LETTER = (
    "SELECT l.printed_number, l.dated_on, l.subject, l.body FROM letter l JOIN delivery d "
    "ON d.letter_id = l.id WHERE d.id = ? AND d.acknowledged_at IS NULL FOR UPDATE"
)
MARK = (
    "UPDATE delivery SET acknowledged_at = ?, acknowledged_by = ?, acknowledged_digest = ?, "
    "status = 4 WHERE id = ?"
)
HEAD = "SELECT seq, digest FROM audit_head WHERE unit_id = ? FOR UPDATE"
EVENT = (
    "INSERT INTO audit_event (unit_id, seq, at, actor_name, act, subject, body, digest) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
MOVE = "UPDATE audit_head SET seq = ?, digest = ? WHERE unit_id = ?"
AT = "2022-06-16T03:00:00.000000Z"


def measure(engine: str, url: str, unit_ids: list[int]) -> Result:
    """Acknowledgements a second of eight units, and of eight others the bare way."""
    context = multiprocessing.get_context("spawn")
    pipes, desks = [], []
    for ours, bare in zip(unit_ids[:WRITERS], unit_ids[WRITERS : 2 * WRITERS], strict=True):
        pipe, far_end = context.Pipe()
        desk = context.Process(target=_desk, args=(far_end, url, ours, bare), daemon=True)
        desk.start()
        pipes.append(pipe)
        desks.append(desk)

    def work(way: str) -> float:
        start = time.perf_counter()
        for pipe in pipes:
            pipe.send(way)
        for pipe in pipes:
            pipe.recv()
        return EACH * WRITERS / (time.perf_counter() - start)

    try:
        for pipe in pipes:
            pipe.recv()
        for way in ("ours", "bare"):  # nobody is measured cold
            work(way)
        found = medians_in_turn(lambda: work("ours"), lambda: work("bare"), ROUNDS)
    finally:
        for desk in desks:
            desk.terminate()
            desk.join()
    name = f"acknowledging, {WRITERS} writers"
    return ratio_result(name, engine, found, unit="letters/s", least=LEAST_RATIO)


def _desk(pipe: Connection, url: str, ours: int, bare: int) -> None:
    """One process: acknowledges its share when told."""
    bind(url)
    with connected():
        clerk = clerk_of(Unit.get_by_id(ours))
        waiting = {"ours": iter(_waiting(ours)), "bare": iter(_waiting(bare))}
        desk = BareDesk(url, bare)
        pipe.send("ready")
        while way := pipe.recv():
            for _ in range(EACH):
                delivery_id, uid = next(waiting[way])
                if way == "ours":
                    acknowledge(actor=clerk, at=NOW, letter_uid=uid)
                else:
                    desk.acknowledge(delivery_id, uid)
            pipe.send("done")


def _waiting(unit_id: int) -> list[tuple[int, str]]:
    query: Any = (
        Delivery.select(Delivery.id, Letter.uid)
        .join(Letter, on=(Delivery.letter == Letter.id))
        .where(Delivery.to_unit == unit_id, Delivery.status == Status.DELIVERED)
        .limit(EACH * (ROUNDS + 1))
        .tuples()
    )
    found = list(query)
    assert len(found) == EACH * (ROUNDS + 1), "too few letters wait at this desk"
    return found


class BareDesk:
    """Acknowledges for one unit on a bare connection."""

    def __init__(self, url: str, unit_id: int) -> None:
        self.connection = connect(url)
        self.unit_id = unit_id
        self.is_postgres = not url.startswith("sqlite")
        self.connection.execute(self._sql(NEW_HEAD), (unit_id, "0" * 64))

    def acknowledge(self, delivery_id: int, uid: str) -> None:
        """One delivery, one transaction."""
        run = self.connection.execute
        run("BEGIN" if self.is_postgres else "BEGIN IMMEDIATE")
        letter = run(self._sql(LETTER), (delivery_id,)).fetchone()
        digest = hashlib.sha256(_canonical(letter)).hexdigest()
        run(self._sql(MARK), (AT, "เสมียน", digest, delivery_id))
        seq, previous = run(self._sql(HEAD), (self.unit_id,)).fetchone()
        told = {"acknowledged_at": AT, "acknowledged_by": "เสมียน", "status": 4}
        body = _canonical(
            {
                "unit": self.unit_id, "seq": seq + 1, "at": AT, "actor": "เสมียน",
                "act": "acknowledge", "subject": uid, "facts": {"digest": digest},
                "changes": [{"table": "delivery", "key": delivery_id, "set": told}],
            }
        )  # fmt: skip
        head = hashlib.sha256(f"{previous}\n".encode() + body).hexdigest()
        event = (self.unit_id, seq + 1, AT, "เสมียน", "acknowledge", uid, body.decode(), head)
        run(self._sql(EVENT), event)
        run(self._sql(MOVE), (seq + 1, head, self.unit_id))
        run("COMMIT")

    def _sql(self, text: str) -> str:
        return text.replace("?", "%s") if self.is_postgres else text.replace(" FOR UPDATE", "")


def _canonical(value: Any) -> bytes:
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    ).encode()
