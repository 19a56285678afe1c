"""The process dies in the middle of a registration, again and again: nothing half, nothing lost."""

import random
import signal
import time

from saraban.queries.ledger_check import check_ledger
from saraban.records import BookYear, Letter, LetterFile, Receipt, RegisterEntry, file_store
from tests.cast import Cast
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
            time.sleep(chance.uniform(0.02, LONGEST_WORK_SECONDS))
            clerk.send_signal(signal.SIGKILL)
            shown += numbers_of(clerk)

    last = BookYear.get().last_number
    in_book = [entry.number for entry in RegisterEntry.select().order_by(RegisterEntry.number)]
    assert in_book == list(range(1, last + 1))
    assert len(shown) > CUTS
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
