"""A clerk in a process of their own, registering letters one after the other.

python -m tests.clerk_at_work URL FILES UNIT_ID TAG COUNT

Waits for a line on standard input, then registers COUNT letters (0: until somebody ends it),
each with a file of its own, and prints the number of each once it is committed.
"""

import sys
from pathlib import Path

from saraban.desk.filing import NewFile
from saraban.records import Unit, file_store
from saraban.records.database import bind, connected
from saraban.rules.permissions import Actor, Role
from tests.make import register


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
            number = f"มท {int(tag):04}/ว {done}"
            scan = NewFile("หนังสือ.pdf", f"%PDF {tag} {done}".encode(), "application/pdf")
            given = register(clerk, printed_number=number, files=[scan])
            print(given.receipt_number, flush=True)  # noqa: T201 - the parent listens


if __name__ == "__main__":
    work(*sys.argv[1:])
