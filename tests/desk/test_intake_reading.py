"""The queue: oldest first, each file held by one worker, nothing lost with a lease."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from saraban.desk.intake_reading import (
    Claim,
    claim_next,
    give_back,
    keep_failure,
    keep_reading,
    note_progress,
)
from saraban.errors import LeaseLost
from saraban.queries.intake_queue import intake_queue
from saraban.queries.ledger_check import check_ledger
from saraban.records import IntakeLetter, IntakeReading
from saraban.records.database import connected
from saraban.rules.intake import LEASE, MOST_ATTEMPTS
from tests.cast import Cast
from tests.ledgers import tell_cast
from tests.readings import INVITATION, LATER, bring, reading_of, sample

TEXT = sample(INVITATION)
WORKERS = 6
FILES = 18


def claim(worker: str = "ก", *, later: timedelta = timedelta()) -> Claim | None:
    return claim_next(at=LATER + later, worker=worker)


def test_the_file_that_waits_longest_is_read_first(cast: Cast) -> None:
    bring(cast.tao.clerk, TEXT, name="หลัง.txt", at=LATER)
    bring(cast.city.clerk, TEXT, name="ก่อน.txt", at=LATER - timedelta(minutes=1))

    assert [claim().name, claim().name, claim()] == ["ก่อน.txt", "หลัง.txt", None]


def test_workers_at_once_never_hold_one_file_twice(cast: Cast) -> None:
    tell_cast(cast)
    for number in range(FILES):
        bring(cast.tao.clerk, f"{TEXT}{number}", name=f"{number}.txt")
    barrier = Barrier(WORKERS)

    def work(number: int) -> list[str]:
        read = []
        with connected():
            barrier.wait()
            while held := claim(f"ตัวอ่าน {number}"):
                keep_reading(at=LATER, claim=held, reading=reading_of(TEXT))
                read.append(held.name)
        return read

    with ThreadPoolExecutor(WORKERS) as threads:
        read = [name for names in threads.map(work, range(WORKERS)) for name in names]

    assert sorted(read) == sorted(f"{number}.txt" for number in range(FILES))
    assert IntakeLetter.select().count() == FILES
    assert check_ledger().findings == ()


def test_a_held_file_is_left_to_its_worker_until_the_lease_runs_out(cast: Cast) -> None:
    bring(cast.tao.clerk, TEXT)
    claim("ก")

    assert claim("ข", later=LEASE) is None
    assert claim("ข", later=LEASE + timedelta(seconds=1)).attempt == 2


def test_progress_prolongs_the_lease_and_is_shown(cast: Cast) -> None:
    bring(cast.tao.clerk, TEXT)
    held = claim()

    note_progress(at=LATER + LEASE, claim=held, pages_done=3, page_count=5)

    [file] = intake_queue(cast.tao.clerk).open_files
    assert (file.state, file.pages_done, file.page_count) == ("reading", 3, 5)
    assert claim("ข", later=LEASE + timedelta(seconds=1)) is None


def test_who_lost_the_lease_hands_in_nothing(cast: Cast) -> None:
    bring(cast.tao.clerk, TEXT)
    slow = claim("ก")
    quick = claim("ข", later=2 * LEASE)

    with pytest.raises(LeaseLost):
        keep_reading(at=LATER, claim=slow, reading=reading_of(TEXT))
    with pytest.raises(LeaseLost):
        keep_failure(at=LATER, claim=slow, trouble="ช้า")
    keep_reading(at=LATER, claim=quick, reading=reading_of(TEXT))

    assert IntakeLetter.select().count() == 1


def test_a_worker_that_took_its_own_file_anew_counts_by_the_attempt(cast: Cast) -> None:
    bring(cast.tao.clerk, TEXT)
    first = claim("ก")
    claim("ก", later=2 * LEASE)

    with pytest.raises(LeaseLost):
        keep_reading(at=LATER, claim=first, reading=reading_of(TEXT))


def test_a_file_that_no_worker_survives_is_given_up(cast: Cast) -> None:
    tell_cast(cast)
    bring(cast.tao.clerk, TEXT)
    for attempt in range(MOST_ATTEMPTS):
        assert claim(later=2 * attempt * LEASE).attempt == attempt + 1

    assert claim(later=2 * MOST_ATTEMPTS * LEASE) is None

    [file] = intake_queue(cast.tao.clerk).open_files
    assert (file.state, file.may_retry) == ("failed", True)
    assert check_ledger().findings == ()


def test_a_file_given_back_waits_as_if_nobody_had_taken_it(cast: Cast) -> None:
    bring(cast.tao.clerk, TEXT)
    give_back(at=LATER, claim=claim())

    assert claim("ข").attempt == 1


def test_pages_without_a_letter_still_wait_for_a_person(cast: Cast) -> None:
    bring(cast.tao.clerk, TEXT)
    nothing = {**reading_of(TEXT), "letters": [], "warnings": ["ไม่พบหนังสือราชการในไฟล์"]}

    keep_reading(at=LATER, claim=claim(), reading=nothing)

    [file] = intake_queue(cast.tao.clerk).open_files
    assert (file.waiting_count, file.trouble) == (1, "ไม่พบหนังสือราชการในไฟล์")
    assert IntakeReading.get().claimed_by is None
