"""The process dies in the middle of its work, again and again: nothing half, nothing lost."""

import random
import signal
import time

from saraban.queries.ledger_check import check_ledger
from saraban.records import (
    BookYear,
    Delivery,
    Letter,
    LetterFile,
    Receipt,
    RegisterEntry,
    Reservation,
    file_store,
)
from tests.cast import Cast
from tests.clerk_reserving import BLOCK
from tests.clerks import begin, clerks, next_number_of, numbers_of
from tests.ledgers import tell_cast
from tests.make import register
from tests.pile_at_work import PILE

CUTS = 6
LONGEST_WORK_SECONDS = 0.25


def test_a_process_killed_while_registering_leaves_whole_letters_only(
    cast: Cast, database: str
) -> None:
    tell_cast(cast)
    files = file_store.path_of("00").parents[1]
    chance = random.Random(2565)
    shown: list[int] = []

    with clerks(database, files, cast.province.unit.id, range(CUTS), 0) as started:
        for clerk in started:
            begin(clerk)
            shown.append(next_number_of(clerk))
            time.sleep(chance.uniform(0.0, LONGEST_WORK_SECONDS))
            clerk.send_signal(signal.SIGKILL)
            shown += numbers_of(clerk)

    last = BookYear.get().last_number
    in_book = [entry.number for entry in RegisterEntry.select().order_by(RegisterEntry.number)]
    assert in_book == list(range(1, last + 1))
    assert shown == sorted(set(shown) & set(in_book))
    assert (
        Letter.select().count() == Receipt.select().count() == LetterFile.select().count() == last
    )
    assert check_ledger().findings == ()

    assert register(cast.province.clerk).receipt_number == last + 1


def test_a_process_killed_while_registering_a_pile_leaves_whole_piles_only(
    cast: Cast, database: str
) -> None:
    tell_cast(cast)
    files = file_store.path_of("00").parents[1]
    chance = random.Random(2526)
    shown: list[int] = []

    with clerks(
        database, files, cast.province.unit.id, range(CUTS), 0, work="tests.pile_at_work"
    ) as started:
        for clerk in started:
            begin(clerk)
            shown.append(next_number_of(clerk))
            time.sleep(chance.uniform(0.0, LONGEST_WORK_SECONDS))
            clerk.send_signal(signal.SIGKILL)
            shown += numbers_of(clerk)

    last = BookYear.get().last_number
    in_book = [entry.number for entry in RegisterEntry.select().order_by(RegisterEntry.number)]
    assert in_book == list(range(1, last + 1))
    assert last % PILE == 0
    assert Letter.select().count() == Receipt.select().count() == last
    # What a clerk was shown is there to its last letter: only the pile in hand may be lost.
    assert shown == sorted(shown)
    assert {first + PILE - 1 for first in shown} <= set(in_book)
    assert check_ledger().findings == ()


def test_a_process_killed_while_reserving_leaves_whole_blocks_only(
    cast: Cast, database: str
) -> None:
    tell_cast(cast)
    files = file_store.path_of("00").parents[1]
    chance = random.Random(2565)
    shown: list[int] = []
    to_units = [cast.district_a.unit.id] * CUTS

    with clerks(
        database, files, cast.province.unit.id, to_units, 0, work="tests.clerk_reserving"
    ) as started:
        for clerk in started:
            begin(clerk)
            shown.append(next_number_of(clerk))  # then somewhere in what it does next
            time.sleep(chance.uniform(0, LONGEST_WORK_SECONDS))
            clerk.send_signal(signal.SIGKILL)
            shown += numbers_of(clerk)

    blocks = list(Reservation.select().order_by(Reservation.first_number))
    lines = list(RegisterEntry.select().order_by(RegisterEntry.number))
    used = [line.number for line in lines if line.letter_id is not None]
    assert [line.number for line in lines] == list(range(1, len(blocks) * BLOCK + 1))
    assert [block.first_number for block in blocks] == [
        place * BLOCK + 1 for place in range(len(blocks))
    ]
    assert BookYear.get().last_number == lines[-1].number
    assert set(shown) <= set(used) <= {block.first_number for block in blocks}
    assert len(shown) >= CUTS
    assert Letter.select().count() == Delivery.select().count() == len(used)
    assert check_ledger().findings == ()
