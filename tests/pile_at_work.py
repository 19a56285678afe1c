"""A clerk in a process of their own, registering pile after pile.

python -m tests.pile_at_work URL FILES UNIT_ID TAG COUNT

As tests.clerk_at_work, but COUNT piles of PILE letters (0: until somebody ends it); prints the
first number of each pile once it is committed.
"""

import sys
from pathlib import Path

from saraban.desk.batch_registration import BatchLine, register_batch
from saraban.desk.registration import Arrival
from saraban.records import Unit, file_store
from saraban.records.database import bind, connected
from saraban.rules.permissions import Actor, Role
from tests.make import DAY, at, draft

PILE = 20


def work(url: str, files: str, unit_id: str, tag: str, count: str) -> None:
    """Open the database as a process of the product does, and register."""
    bind(url)
    file_store.use_folder(Path(files))
    with connected():
        unit = Unit.get_by_id(int(unit_id))
        clerk = Actor(None, f"เสมียน {tag}", unit.id, unit.path, frozenset({Role.CLERK}))
        print("ready", flush=True)  # noqa: T201 - the parent listens
        sys.stdin.readline()
        done = 0
        while not int(count) or done < int(count):
            done += 1
            lines = [
                BatchLine(draft(), f"มท {int(tag):04}/ว {done * PILE + place}", "สป.มท.")
                for place in range(PILE)
            ]
            given = register_batch(actor=clerk, at=at(), lines=lines, arrival=Arrival(DAY))
            print(given[0].receipt_number, flush=True)  # noqa: T201 - the parent listens


if __name__ == "__main__":
    work(*sys.argv[1:])
