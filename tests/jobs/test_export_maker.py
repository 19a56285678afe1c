"""Books as files, made by the worker: whole or not at all, whatever happens to the worker."""

import io
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event

import pikepdf
import pytest

from saraban import clock
from saraban.desk.exports import ask_again, ask_export, cancel_export
from saraban.jobs.export_maker import make_next
from saraban.jobs.stopping import ToldToStop
from saraban.queries.exports import export_content, my_exports, unseen_count
from saraban.queries.ledger_check import check_ledger
from saraban.records import AuditEvent, Export, StoredFile, Unit, file_store
from saraban.rules.exports import BookAsk, ExportFormat, ExportState
from saraban.rules.paper_forms import PaperForm
from saraban.rules.permissions import Actor
from tests.books import long_book
from tests.cast import Cast
from tests.jobs.test_worker import ROOT, until
from tests.ledgers import tell_cast
from tests.make import DAY, register
from tests.paper.letters import HAS_FONTS, NO_FONTS

pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)


def ask(clerk: Actor, count: int = 1, format: str = "pdf") -> str:
    """Ask for the day's receive book; the file's uid."""
    asked = BookAsk(
        form=PaperForm.RECEIVE_REGISTER,
        unit_uid=_unit_uid(clerk),
        register="receive",
        from_on=DAY,
        to_on=DAY,
        format=ExportFormat(format),
    )
    return ask_export(
        actor=clerk, at=clock.now(), ask=asked, name=f"ทะเบียน.{format}", row_count=count
    )


def _unit_uid(clerk: Actor) -> str:
    return Unit.get_by_id(clerk.unit_id).uid


def only_file(clerk: Actor):
    [file] = my_exports(clerk, at=clock.now())
    return file


@pytest.mark.parametrize("format", ["pdf", "xlsx"])
def test_a_file_that_was_asked_for_is_made_and_kept(cast: Cast, format: str) -> None:
    register(cast.province.clerk)
    uid = ask(cast.province.clerk, format=format)

    assert make_next(worker="ก", stop=Event())

    file = only_file(cast.province.clerk)
    name, _media_type, content = export_content(cast.province.clerk, uid, at=clock.now())
    assert (file.state, file.rows_done, file.trouble) == (ExportState.READY, 1, "")
    assert name == f"ทะเบียน.{format}"
    assert content.startswith(b"%PDF" if format == "pdf" else b"PK")
    assert unseen_count(cast.province.clerk, at=clock.now()) == 1
    assert not make_next(worker="ก", stop=Event())


def test_the_asking_and_the_making_stand_in_the_ledger(cast: Cast) -> None:
    tell_cast(cast)
    register(cast.province.clerk)
    uid = ask(cast.province.clerk)

    make_next(worker="ก", stop=Event())

    acts = [event.act for event in AuditEvent.select().where(AuditEvent.subject == uid)]
    assert acts == ["ask_export", "make_export"]
    assert check_ledger().findings == ()


def test_progress_is_told_in_lines_while_a_long_book_is_drawn(cast: Cast) -> None:
    long_book(cast.province.clerk, 300)
    ask(cast.province.clerk, 300)
    seen: set[int] = set()

    class Watching(Event):
        def is_set(self) -> bool:
            seen.add(Export.get().rows_done)
            return False

    make_next(worker="ก", stop=Watching())

    assert len(seen) >= 2
    assert Export.get().rows_done == 300


def test_a_file_nobody_wants_any_more_is_not_made(cast: Cast) -> None:
    long_book(cast.province.clerk, 300)
    uid = ask(cast.province.clerk, 300)

    class Cancelling(Event):
        def is_set(self) -> bool:
            if Export.get().state == ExportState.MAKING:
                cancel_export(actor=cast.province.clerk, at=clock.now(), uid=uid)
            return False

    make_next(worker="ก", stop=Cancelling(), lease=timedelta(0))

    assert only_file(cast.province.clerk).state == ExportState.CANCELLED
    assert StoredFile.select().count() == 0


def test_a_cancelled_file_can_be_asked_for_again(cast: Cast) -> None:
    register(cast.province.clerk)
    uid = ask(cast.province.clerk)
    cancel_export(actor=cast.province.clerk, at=clock.now(), uid=uid)
    assert not make_next(worker="ก", stop=Event())

    ask_again(actor=cast.province.clerk, at=clock.now(), uid=uid)

    assert make_next(worker="ก", stop=Event())
    assert only_file(cast.province.clerk).state == ExportState.READY


def test_a_worker_told_to_stop_gives_the_file_back(cast: Cast) -> None:
    register(cast.province.clerk)
    ask(cast.province.clerk)
    stop = Event()
    stop.set()

    with pytest.raises(ToldToStop):
        make_next(worker="ก", stop=stop)

    row = Export.get()
    assert (row.state, row.attempt_count, row.claimed_by) == ("waiting", 0, None)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are followed through /proc")
def test_the_file_of_a_worker_that_was_killed_is_made_by_the_next(
    cast: Cast, database: str
) -> None:
    tell_cast(cast)
    register(cast.province.clerk)
    ask(cast.province.clerk)
    files = file_store.path_of("00").parents[1]
    killed = subprocess.Popen(
        [sys.executable, "-m", "tests.worker_at_work", database, str(files), "2"], cwd=ROOT
    )
    try:
        until(lambda: Export.get().state == ExportState.MAKING, "the worker took no file")
        killed.send_signal(signal.SIGKILL)
        killed.wait()
    finally:
        killed.kill()
        killed.wait()
    assert Export.get().state == ExportState.MAKING

    until(lambda: make_next(worker="ข", stop=Event()), "nobody took the file over")

    row = Export.get()
    assert (row.state, row.attempt_count) == ("ready", 2)
    assert check_ledger().findings == ()


def test_a_file_that_ends_every_worker_is_given_up_and_says_so(cast: Cast) -> None:
    register(cast.province.clerk)
    ask(cast.province.clerk)
    Export.update(
        attempt_count=3, state="making", claimed_until=clock.now() - timedelta(1)
    ).execute()

    assert not make_next(worker="ก", stop=Event())

    file = only_file(cast.province.clerk)
    assert file.state == ExportState.FAILED
    assert "จัดทำไม่สำเร็จ 3 ครั้ง" in file.trouble


def test_a_full_disk_is_said_and_leaves_nothing_half(cast: Cast) -> None:
    register(cast.province.clerk)
    ask(cast.province.clerk)

    with no_room_for_files():
        make_next(worker="ก", stop=Event())

    file = only_file(cast.province.clerk)
    assert (file.state, StoredFile.select().count()) == (ExportState.FAILED, 0)
    assert "เต็ม" in file.trouble
    root = file_store.path_of("00").parents[1]
    assert [path for path in root.rglob("*") if path.is_file()] == []


@contextmanager
def no_room_for_files() -> Iterator[None]:
    """A store on a file system of 8 KiB, as root; else this process may write no longer files."""
    root = file_store.path_of("00").parents[1]
    root.mkdir(parents=True, exist_ok=True)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(root)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode == 0:
        try:
            yield
        finally:
            assert list(root.rglob("*/.new-*")) == []
            subprocess.run(["umount", str(root)], check=True)
        return
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_leaves_the_list_when_its_time_is_over(cast: Cast) -> None:
    register(cast.province.clerk)
    ask(cast.province.clerk)
    make_next(worker="ก", stop=Event())

    assert len(my_exports(cast.province.clerk, at=clock.now() + timedelta(days=29))) == 1
    assert my_exports(cast.province.clerk, at=clock.now() + timedelta(days=31)) == ()


def test_the_book_of_the_file_is_that_of_the_unit_asked_for(cast: Cast) -> None:
    register(cast.province.clerk, subject="เรื่องของจังหวัด")
    register(cast.tao.clerk, subject="เรื่องของตำบล", printed_number="มท ๐๒๑๑/ว ๑")
    uid = ask(cast.tao.clerk)

    make_next(worker="ก", stop=Event())

    content = export_content(cast.tao.clerk, uid, at=clock.now())[2]
    with pikepdf.open(io.BytesIO(content)) as book:
        assert len(book.pages) == 1
    text = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True
    ).stdout.decode()
    assert "เรื่องของตํ" in text.replace(" ", "") or "เรื่องของตำบล" in text
    assert "เรื่องของจังหวัด" not in text
