"""Keeping files: bytes go to the file store first, rows that point to them in the action."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from saraban.desk import _access
from saraban.desk._audit import Ledger
from saraban.errors import FileTooLarge, SecretContentRefused
from saraban.records import LetterFile, ReportFile, StoredFile, file_store
from saraban.records.database import write_transaction
from saraban.rules.permissions import Act, Actor

MEBIBYTE = 1024 * 1024
MOST_BYTES_A_FILE = 50 * MEBIBYTE


@dataclass(frozen=True)
class NewFile:
    """A file handed over at a door, its kind already told from its content.

    role is "letter" (the letter itself), "enclosure" or "evidence".
    """

    name: str
    content: bytes
    media_type: str
    role: str = "letter"


def check_sizes(files: Sequence[NewFile]) -> None:
    """FileTooLarge for the first file over the limit."""
    for file in files:
        if len(file.content) > MOST_BYTES_A_FILE:
            raise FileTooLarge(most_mib=MOST_BYTES_A_FILE // MEBIBYTE, name=file.name)


def keep_bytes(files: Sequence[NewFile]) -> dict[str, NewFile]:
    """Store the bytes before any transaction opens; digest to file, in the order given.

    If the action then fails the bytes stay without a row, which harms nothing.
    """
    check_sizes(files)
    return {file_store.keep(file.content): file for file in files}


def _add_all_stored(ledger: Ledger, kept: dict[str, NewFile]) -> None:
    # Always in one order: two desks that keep the same two files at once wait, not deadlock.
    for sha256 in sorted(kept):
        add_stored(ledger, sha256, kept[sha256])


def add_stored(ledger: Ledger, sha256: str, file: NewFile) -> None:
    """The stored_file row, once per digest; inside the caller's transaction."""
    ledger.insert_new(
        StoredFile,
        sha256=sha256,
        size=len(file.content),
        media_type=file.media_type,
        kept_at=ledger.at,
    )


def add_to_letter(
    ledger: Ledger, *, letter_id: int, unit_id: int, kept: dict[str, NewFile]
) -> None:
    """Rows that tie kept files to a letter; inside the caller's transaction."""
    _add_all_stored(ledger, kept)
    for sha256, file in kept.items():
        tie_to_letter(
            ledger,
            letter_id=letter_id,
            unit_id=unit_id,
            sha256=sha256,
            name=file.name,
            role=file.role,
        )


def tie_to_letter(
    ledger: Ledger, *, letter_id: int, unit_id: int, sha256: str, name: str, role: str = "letter"
) -> None:
    """The row that ties a file, stored already, to a letter; inside the caller's transaction."""
    ledger.insert(
        LetterFile,
        letter=letter_id,
        file=sha256,
        role=role,
        name=name,
        unit=unit_id,
        added_at=ledger.at,
    )


def add_to_report(ledger: Ledger, *, report_id: int, kept: dict[str, NewFile]) -> None:
    """Rows that tie kept files to a report; inside the caller's transaction."""
    _add_all_stored(ledger, kept)
    for sha256, file in kept.items():
        ledger.insert(ReportFile, report=report_id, file=sha256, name=file.name)


def attach(*, actor: Actor, at: datetime, letter_uid: str, files: Sequence[NewFile]) -> None:
    """Add files to a letter of the actor's own: its printed form, a scan, an enclosure.

    Raises LetterNotFound, Refused, FileTooLarge, SecretContentRefused.
    """
    letter = _access.letter(actor, Act.ISSUE_LETTER, uid=letter_uid)
    if letter.secrecy != "normal":
        raise SecretContentRefused()
    kept = keep_bytes(files)
    with write_transaction():
        ledger = Ledger(actor=actor, at=at)
        add_to_letter(ledger, letter_id=letter.id, unit_id=actor.unit_id, kept=kept)
        ledger.record("attach_file", subject=letter.uid, names=[file.name for file in files])
