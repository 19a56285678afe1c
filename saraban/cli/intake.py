"""flask intake: files taken in, the worker that reads them, and how well it reads."""

import json
import logging
import signal
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from threading import Event

import click

from saraban import clock
from saraban.desk import office
from saraban.desk.filing import NewFile
from saraban.desk.intake import receive_file
from saraban.desk.watching import add_folder, leave_folder
from saraban.errors import SarabanError
from saraban.jobs import worker
from saraban.jobs.parent import end_with_parent
from saraban.paper.file_kinds import media_type_of
from saraban.queries.actors import actor_called
from saraban.queries.intake_queue import QueueFile, intake_queue
from saraban.queries.reading_accuracy import Accuracy, reading_accuracy
from saraban.rules.intake import THAI_READING_STATE, ReadingState
from saraban.rules.permissions import Actor
from saraban.rules.reading_fields import THAI_FIELD
from saraban.rules.registers import Channel

_AS = click.option("--as", "sign_in", required=True, help="Sign-in name of the clerk.")
_UNIT = click.option("--unit", help="Short name of the unit, for a clerk of several.")
_JSON = click.option("--json", "as_json", is_flag=True, help="For other programs: JSON.")


@click.group("intake")
def group() -> None:
    """Take files in and have them read."""


@group.command("add")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@_AS
@_UNIT
@click.option("--channel", type=click.Choice(list(Channel)), default=Channel.PAPER)
@click.option("--watch", is_flag=True, help="Folders: take in what is put there from now on, too.")
def add(paths: tuple[Path, ...], sign_in: str, unit: str | None, channel: str, watch: bool) -> None:
    """Take in files, and all files right in folders, for a clerk's unit.

    A file that is refused is told and stops no other. With --watch the folder is looked into by
    the worker from now on; files are taken once and left where they are.
    """
    with office.opened_database():
        clerk = actor_called(sign_in, at=clock.now(), unit_name=unit)
        refused = 0
        for path in paths:
            if watch and path.is_dir():
                _watch(clerk, path.resolve())
                continue
            for file in _files_in(path):
                refused += not _take_in(clerk, file, channel)
    if refused:
        raise SystemExit(1)


def _files_in(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.iterdir()):
        if file.is_file() and not file.name.startswith("."):
            yield file


def _take_in(clerk: Actor, path: Path, channel: str) -> bool:
    """Whether the file was taken in; one line either way."""
    try:
        content = path.read_bytes()
        file = NewFile(path.name, content, media_type_of(content, path.name))
        taken = receive_file(actor=clerk, at=clock.now(), file=file, channel=channel)
    except SarabanError as refusal:
        click.echo(f"ไม่รับ {path}: {refusal.text_th}", err=True)
        return False
    except OSError as error:
        click.echo(f"ไม่รับ {path}: เปิดไฟล์ไม่ได้ {error.strerror}", err=True)
        return False
    again = "  (มีไฟล์เดียวกันนี้อยู่แล้ว)" if taken.same else ""
    click.echo(f"รับเข้าคิว {path}{again}")
    return True


def _watch(clerk: Actor, folder: Path) -> None:
    # Who names a folder of this machine keeps the machine: the clerk's unit only gets the files.
    add_folder(
        actor=office.system_actor(),
        at=clock.now(),
        unit_id=clerk.unit_id,
        path=str(folder),
    )
    click.echo(f"เฝ้าโฟลเดอร์ {folder}")


@group.command("leave")
@click.argument("folder", type=click.Path(path_type=Path))
@_AS
@_UNIT
def leave(folder: Path, sign_in: str, unit: str | None) -> None:
    """Stop taking files from a watched folder."""
    with office.opened_database():
        clerk = actor_called(sign_in, at=clock.now(), unit_name=unit)
        leave_folder(
            actor=office.system_actor(),
            at=clock.now(),
            unit_id=clerk.unit_id,
            path=str(folder.resolve()),
        )
    click.echo(f"เลิกเฝ้าโฟลเดอร์ {folder.resolve()}")


@group.command("work")
@click.option("--once", is_flag=True, help="Read what waits, then end.")
@click.option("--with-parent", is_flag=True, hidden=True, help="End when the parent process does.")
def work(once: bool, with_parent: bool) -> None:
    """Read what waits and what comes, until told to stop. As many may run as there are cores."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=logging.WARNING)
    if once:
        with office.opened_database():
            count = worker.work_off()
        click.echo(f"อ่านแล้ว {count} ไฟล์")
        return
    with office.opened_database():
        pass  # a schema that is too old is told at once, not each second
    if with_parent:
        end_with_parent(signal.SIGTERM)
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    worker.work(stop)


@group.command("list")
@_AS
@_UNIT
@_JSON
def list_queue(sign_in: str, unit: str | None, as_json: bool) -> None:
    """List a unit's files that are not settled, the longest waiting first."""
    with office.opened_database():
        queue = intake_queue(actor_called(sign_in, at=clock.now(), unit_name=unit))
    if as_json:
        files = [asdict(one) for one in queue.open_files]
        click.echo(json.dumps(files, ensure_ascii=False, indent=1, default=str))
        return
    for one in queue.open_files:
        click.echo(_line(one))
    click.echo(
        f"รออ่าน {queue.waiting_count} กำลังอ่าน {queue.reading_count} อ่านไม่ได้ {queue.failed_count} "
        f"รอตรวจ {queue.review_count} ฉบับ"
    )


def _line(file: QueueFile) -> str:
    state = THAI_READING_STATE[file.state]
    if file.state == ReadingState.READING and file.page_count:
        state = f"{state} หน้า {file.pages_done} จาก {file.page_count}"
    if file.state == ReadingState.READ:
        state = f"รอตรวจ {file.waiting_count} จาก {file.letter_count} ฉบับ"
    return f"{state:<24} {file.name}" + (f"  {file.trouble}" if file.trouble else "")


@group.command("accuracy")
@_JSON
def accuracy(as_json: bool) -> None:
    """Tell how right fields were read, by what clerks made of them, in the whole installation."""
    with office.opened_database():
        told = reading_accuracy(office.system_actor())
    if as_json:
        click.echo(json.dumps(asdict(told), ensure_ascii=False, indent=1, default=str))
        return
    click.echo(f"หนังสือที่ตรวจแล้ว {told.letter_count} ฉบับ")
    for heading, rows in (("ช่อง", told.by_field), ("ผู้ส่ง", told.by_sender)):
        click.echo(f"\n{'อ่าน':>6} {'ถูก':>6} {'แก้':>6} {'ไม่พบ':>6} {'ให้ตรวจ':>6}  {heading}")
        for row in rows:
            click.echo(_counts(row))


def _counts(row: Accuracy) -> str:
    name = THAI_FIELD.get(row.name, row.name)
    return f"{row.read:>6} {row.right:>6} {row.corrected:>6} {row.missed:>6} {row.asked:>6}  {name}"
