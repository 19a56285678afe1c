"""The worker: reads files, makes exports that were asked for, reminds each morning, sends mail.

Any number of workers may run, on one machine or on several with one PostgreSQL and one file
store. A worker that is told to stop gives its file back; one that is killed loses it when its
lease runs out (rules.intake.LEASE).
"""

import logging
import os
import socket
from datetime import timedelta
from threading import Event

from saraban import clock
from saraban.desk.intake_reading import (
    Claim,
    claim_next,
    give_back,
    keep_failure,
    keep_reading,
    note_progress,
    prolong,
)
from saraban.errors import FileDamaged, LeaseLost, ReadingTooSlow, SarabanError
from saraban.jobs.bounces import BounceRounds, BounceWatch
from saraban.jobs.export_maker import make_next
from saraban.jobs.folders import FolderWatch
from saraban.jobs.holding import Held
from saraban.jobs.mail_sender import send_waiting
from saraban.jobs.period_rounds import PeriodRounds
from saraban.jobs.reader import Reader, ReaderEnded, Refusal
from saraban.jobs.reminding import tell_what_is_owed
from saraban.jobs.stopping import ToldToStop
from saraban.jobs.trying import handed_in
from saraban.jobs.upload_sweep import UploadSweep
from saraban.queries.connection import connected
from saraban.rules.intake import LEASE

IDLE_SECONDS = 1.0
SECONDS_AFTER_TROUBLE = 10.0

_log = logging.getLogger(__name__)


def work(stop: Event, *, name: str | None = None, lease: timedelta = LEASE) -> None:
    """Make and read whatever waits, look into folders, sweep up, until `stop` is set."""
    name = name or f"{socket.gethostname()}:{os.getpid()}"
    looks = (FolderWatch().look, BounceRounds().look, UploadSweep().look, PeriodRounds().look)
    with Reader() as reader:
        while not stop.is_set():
            try:
                with connected():
                    for look in looks:
                        look()
                    # A book that somebody waits for comes before files that nobody watches.
                    was_busy = (
                        make_next(worker=name, stop=stop, lease=lease)
                        or tell_what_is_owed(worker=name, stop=stop)
                        or send_waiting(worker=name, stop=stop)
                        or read_next(reader, worker=name, stop=stop, lease=lease)
                    )
            except ToldToStop:
                return
            except Exception:  # noqa: BLE001 - the loop must outlive a database that is away
                _log.exception("reading stopped for a moment")
                stop.wait(SECONDS_AFTER_TROUBLE)
                continue
            if not was_busy:
                stop.wait(IDLE_SECONDS)


def work_off(*, name: str | None = None) -> int:
    """Look into watched folders, make, remind, send and read all that waits; how many were read."""
    count, stop = 0, Event()
    name = name or f"{socket.gethostname()}:{os.getpid()}"
    with Reader() as reader, connected():
        watch = FolderWatch()
        watch.look()
        BounceWatch().look()
        watch.look()  # a file is taken once its size stood still between two looks
        PeriodRounds().look()
        tell_what_is_owed(worker=name, stop=stop)
        while make_next(worker=name, stop=stop) or send_waiting(worker=name, stop=stop):
            pass
        while read_next(reader, worker=name, stop=stop):
            count += 1
    return count


def read_next(reader: Reader, *, worker: str, stop: Event, lease: timedelta = LEASE) -> bool:
    """Read one file to its end; False when none waits. Raises ToldToStop, its file given back."""
    claim = claim_next(at=clock.now(), worker=worker, lease=lease)
    if claim is None:
        return False
    try:
        _read(reader, claim, stop, lease)
    except LeaseLost:
        _log.warning("%s was taken over by another worker", claim.name)
    except ReaderEnded:
        # Not handed in: the attempt counts, and the file is claimed anew once it is free.
        _log.warning("the reader died over %s, attempt %s", claim.name, claim.attempt)
        handed_in(lambda: give_back(at=clock.now(), claim=claim, counts=True))
    except ToldToStop:
        give_back(at=clock.now(), claim=claim)
        raise
    return True


def _read(reader: Reader, claim: Claim, stop: Event, lease: timedelta) -> None:
    held = Held(lease, stop, lambda: prolong(at=clock.now(), claim=claim, lease=lease))

    def on_page(done: int, pages: int) -> None:
        note_progress(at=clock.now(), claim=claim, pages_done=done, page_count=pages, lease=lease)
        held.begin_anew()

    try:
        reading = reader.read(
            claim.path, claim.name, on_page=on_page, while_waiting=held.while_waiting
        )
        if reading["sha256"] != claim.sha256:
            raise FileDamaged(sha256=claim.sha256)
    except (Refusal, ReadingTooSlow, FileDamaged) as refusal:
        trouble = refusal.text_th if isinstance(refusal, SarabanError) else str(refusal)
        handed_in(lambda: keep_failure(at=clock.now(), claim=claim, trouble=trouble))
    else:
        handed_in(lambda: keep_reading(at=clock.now(), claim=claim, reading=reading))
