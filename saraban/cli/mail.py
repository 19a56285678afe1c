"""flask mail: what came back."""

import sys
from pathlib import Path

import click

from saraban.desk import office
from saraban.jobs.bounces import note_bounce
from saraban.post.bounces import MOST_BYTES


@click.group("mail")
def group() -> None:
    """Tell what became of mail that left."""


@group.command("bounces")
@click.argument("files", nargs=-1, required=True, type=click.Path(allow_dash=True, path_type=Path))
def bounces(files: tuple[Path, ...]) -> None:
    """Read mails that came back, and note which of ours could not be delivered.

    A mail server may hand each one in as it comes: `flask mail bounces -` reads it from its
    standard input. Other mails are passed over.
    """
    count = 0
    with office.opened_database():
        for file in files:
            try:
                count += note_bounce(_content(file))
            except OSError as error:
                raise click.ClickException(f"{file}: {error.strerror}") from error
    click.echo(f"จดหมายตีกลับที่จดไว้ใหม่ {count} ฉบับ จาก {len(files)} ไฟล์")


def _content(file: Path) -> bytes:
    if str(file) == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)
