"""The worker: every file gets an answer, whatever happens to the worker."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from saraban.desk.intake import receive_file
from saraban.jobs import bounces
from saraban.jobs.reader import Reader
from saraban.jobs.worker import ToldToStop, read_next, work, work_off
from saraban.queries.intake_queue import intake_queue
from saraban.queries.ledger_check import check_ledger
from saraban.records import AuditEvent, Intake, IntakeLetter, IntakeReading, Mail, file_store
from saraban.rules.mails import MailState
from tests.cast import Cast
from tests.chased import give_address, remind, sent_to_four
from tests.ledgers import tell_cast
from tests.make import picture
from tests.post.returned import as_postfix_does
from tests.readings import CIRCULAR, INVITATION, LATER, bring, sample
from tests.reminded import posted

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 60


def until(condition, what: str) -> None:
    """Look until it is so; fail, saying what did not come, when it takes too long."""
    end = time.monotonic() + MOST_SECONDS
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def make_endless(uid: str) -> bytes:
    """Put a pipe in the place of a stored file, so that reading it never ends; its bytes."""
    path = file_store.path_of(Intake.get(Intake.uid == uid).file_id)
    content = path.read_bytes()
    path.unlink()
    os.mkfifo(path)
    return content


def mend(uid: str, content: bytes) -> None:
    """Put the file back."""
    path = file_store.path_of(Intake.get(Intake.uid == uid).file_id)
    path.unlink()
    path.write_bytes(content)


def is_running(pid: int) -> bool:
    """Whether a process still does anything; one that ended and was not fetched does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_all_that_waits_is_read_and_one_bad_file_harms_no_other(cast: Cast) -> None:
    clerk = cast.tao.clerk
    bring(clerk, sample(INVITATION), name="ก.txt")
    bring(clerk, "%PDF-1.7 ไม่ใช่ PDF จริง", name="ข.pdf")
    bring(clerk, sample(CIRCULAR), name="ค.txt")

    count = work_off()

    queue = intake_queue(clerk)
    assert count == 3
    assert [(one.state, one.waiting_count) for one in queue.open_files] == [
        ("read", 1), ("failed", 0), ("read", 1),
    ]  # fmt: skip
    assert "PDF เสียหาย" in queue.open_files[1].trouble
    assert queue.review_count == 2


def test_bytes_that_are_not_those_that_came_are_not_read(cast: Cast) -> None:
    bring(cast.tao.clerk, sample(INVITATION))
    file_store.path_of(Intake.get().file_id).write_text(sample(CIRCULAR), "utf-8")

    work_off()

    [file] = intake_queue(cast.tao.clerk).open_files
    assert (file.state, file.letter_count) == ("failed", 0)
    assert "เสียหาย" in file.trouble


def test_a_picture_without_words_waits_for_a_person_beside_it(cast: Cast) -> None:
    receive_file(actor=cast.tao.clerk, at=LATER, file=picture())

    work_off()

    [file] = intake_queue(cast.tao.clerk).open_files
    assert (file.state, file.waiting_count) == ("read", 1)
    assert file.trouble


@pytest.mark.skipif(sys.platform != "linux", reason="processes are followed through /proc")
def test_the_file_of_a_worker_that_was_killed_is_read_by_the_next(
    cast: Cast, database: str
) -> None:
    tell_cast(cast)
    uid = bring(cast.tao.clerk, sample(INVITATION))
    content = make_endless(uid)
    files = file_store.path_of("00").parents[1]
    killed = subprocess.Popen(
        [sys.executable, "-m", "tests.worker_at_work", database, str(files), "2"], cwd=ROOT
    )
    try:
        until(lambda: IntakeReading.get().state == "reading", "the worker took no file")
        children = Path(f"/proc/{killed.pid}/task/{killed.pid}/children")
        until(lambda: children.read_text().strip(), "the worker started no reader")
        reader_pid = int(children.read_text().split()[0])
        killed.send_signal(signal.SIGKILL)
        killed.wait()
    finally:
        killed.kill()
        killed.wait()
    mend(uid, content)
    assert IntakeReading.get().state == "reading"

    until(lambda: work_off() == 1, "nobody took the file over")

    row = IntakeReading.get()
    assert (row.state, row.attempt_count) == ("read", 2)
    assert IntakeLetter.select().count() == 1
    assert AuditEvent.select().where(AuditEvent.act == "read_file").count() == 1
    assert check_ledger().findings == ()
    until(lambda: not is_running(reader_pid), "the reader outlived its worker")


def test_a_worker_prolongs_its_lease_while_it_reads(cast: Cast) -> None:
    make_endless(bring(cast.tao.clerk, sample(INVITATION)))
    lease, seen = timedelta(seconds=3), set()

    with Reader() as reader, pytest.raises(ToldToStop):
        read_next(reader, worker="ก", stop=_StopAfter(seen, 3), lease=lease)

    assert len(seen) >= 3


def test_a_working_worker_looks_for_mail_that_came_back(cast: Cast, tmp_path: Path) -> None:
    give_address(cast.city.unit, "saraban@city.example")
    remind(cast, sent_to_four(cast))
    assert len(posted()) == 1
    report = tmp_path / "report"
    report.write_bytes(as_postfix_does(Mail.get().uid))
    os.utime(report, (0, 0))

    bounces.use_folder(tmp_path)
    try:
        work(_OneTurn())
    finally:
        bounces.use_folder(None)

    assert Mail.get().state == MailState.BOUNCED


class _OneTurn(Event):
    """Set from the second time on that it is asked."""

    def is_set(self) -> bool:
        was_set = super().is_set()
        self.set()
        return was_set


class _StopAfter(Event):
    """Set once the queue's row was seen held until so many different instants."""

    def __init__(self, seen: set, count: int) -> None:
        super().__init__()
        self.seen, self.count = seen, count

    def is_set(self) -> bool:
        self.seen.add(IntakeReading.get().claimed_until)
        return len(self.seen) >= self.count


def test_a_worker_told_to_stop_gives_its_file_back(cast: Cast) -> None:
    make_endless(bring(cast.tao.clerk, sample(INVITATION)))
    stop = Event()
    stop.set()

    with Reader() as reader, pytest.raises(ToldToStop):
        read_next(reader, worker="ก", stop=stop)

    row = IntakeReading.get()
    assert (row.state, row.attempt_count, row.claimed_by) == ("waiting", 0, None)


def test_a_file_that_ends_every_reader_is_given_up(cast: Cast) -> None:
    uid = bring(cast.tao.clerk, sample(INVITATION))
    make_endless(uid)

    with Reader() as reader:
        killing = _Killing(reader)
        for _ in range(3):
            read_next(reader, worker="ก", stop=killing)
        is_left = not read_next(reader, worker="ก", stop=killing)

    [file] = intake_queue(cast.tao.clerk).open_files
    assert is_left
    assert file.state == "failed"
    assert "3 ครั้ง" in file.trouble
    assert file.may_retry


class _Killing(Event):
    """Asked whether to stop, it kills the reading process, as a hostile file would."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def is_set(self) -> bool:
        self.reader._process.kill()
        return False
