"""A clerk in a process of their own, reserving blocks and using the first number of each.

python -m tests.clerk_reserving URL FILES UNIT_ID TAG COUNT

Waits for a line on standard input, then works until somebody ends it, and prints the number of
each letter once it is committed. TAG is the id of the unit the letters go to; COUNT is unused.
"""

import sys
from datetime import timedelta
from pathlib import Path

from saraban.desk.dispatch import Addressees, NumberChoice
from saraban.desk.reservations import reserve_numbers
from saraban.records import RegisterEntry, Unit, file_store
from saraban.records.database import bind, connected
from saraban.rules.permissions import Actor, Role
from tests.make import DAY, at, send

BLOCK = 5


def work(url: str, files: str, unit_id: str, to_unit_id: str, _: str) -> None:
    """Open the database as a process of the product does; reserve and send for ever."""
    bind(url)
    file_store.use_folder(Path(files))
    with connected():
        unit = Unit.get_by_id(int(unit_id))
        clerk = Actor(None, "เสมียน", unit.id, unit.path, frozenset({Role.CLERK}))
        print("ready", flush=True)  # noqa: T201 - the parent listens
        sys.stdin.readline()
        while True:
            block = reserve_numbers(
                actor=clerk, at=at(), register="circular", owner_text="กองคลัง", reason="ประชุม",
                expires_on=DAY + timedelta(days=1), count=BLOCK,
            )  # fmt: skip
            line = RegisterEntry.get(
                RegisterEntry.unit == unit.id, RegisterEntry.number == block.first
            )
            sent = send(
                clerk,
                addressees=Addressees(unit_ids=(int(to_unit_id),)),
                numbered=NumberChoice(reserved_uid=line.uid),
            )
            print(sent.running_number, flush=True)  # noqa: T201 - the parent listens


if __name__ == "__main__":
    work(*sys.argv[1:])
