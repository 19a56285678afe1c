"""What never came from 300 senders of 10,000 circulars, beside the bare driver finding the same."""

from collections.abc import Iterator
from typing import Any

from saraban.queries.number_gaps import missing_numbers
from saraban.records.database import database, write_transaction
from saraban.rules.permissions import Actor
from scripts.benchmarks.bare import connect
from scripts.benchmarks.many_letters import add_letters
from scripts.benchmarks.measuring import Result, medians_in_turn, ratio_result, seconds
from scripts.benchmarks.offices import add_country, clerk_of, new_office

LETTERS = 10_000
SENDERS = 300
# Each sender's numbers come three apart: two are missing between any two.
APART = 3
MOST_RATIO = 8
_CIRCULARS = f"""
    UPDATE letter SET is_circular = {{true}},
        printed_key = 'มท ' || (1000 + id - {SENDERS} * (id / {SENDERS}))
            || '/ว ' || ({APART} * (id / {SENDERS}) + 1)
"""  # noqa: S608 - the numbers are ours
_BARE = """
    SELECT l.printed_key, l.dated_on, l.uid, l.issuer_text FROM letter l
    JOIN receipt r ON r.letter_id = l.id JOIN register_entry e ON e.id = r.entry_id
    WHERE r.unit_id = {unit} AND e.voided_at IS NULL AND l.be_year = 2565 AND l.is_circular
"""


def measure(engine: str) -> Iterator[Result]:
    """All senders of a year, as the page asks for them."""
    with new_office(engine) as url:
        unit = add_country(1, 0, 0).provinces[0]
        add_letters(unit, LETTERS, engine)
        true = "TRUE" if engine == "postgres" else "1"
        with write_transaction():
            database.execute_sql(_CIRCULARS.format(true=true))
        clerk: Any = clerk_of(unit)
        connection = connect(url)
        assert _ours(clerk) == _bare(connection, unit.id) > 0
        found = medians_in_turn(
            lambda: seconds(lambda: _ours(clerk)) * 1000,
            lambda: seconds(lambda: _bare(connection, unit.id)) * 1000,
        )
        name = f"gaps in {LETTERS:,} circulars of {SENDERS} senders"
        yield ratio_result(name, engine, found, unit="ms", most=MOST_RATIO)


def _ours(clerk: Actor) -> int:
    senders = missing_numbers(clerk, be_year=2565).senders
    return sum(sender.missing_count for sender in senders)


def _bare(connection: Any, unit_id: int) -> int:
    """The same count, of rows as the driver gives them."""
    senders: dict[str, set[int]] = {}
    for key, *_ in connection.execute(_BARE.format(unit=unit_id)).fetchall():
        prefix, _slash, number = key.rpartition("/ว ")
        senders.setdefault(prefix, set()).add(int(number))
    return sum(max(known) - min(known) + 1 - len(known) for known in senders.values())
