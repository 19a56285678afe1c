"""The files of one desk on their way into the register, and what waits for a clerk next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any

import peewee

from saraban.records import Intake, IntakeLetter, IntakeReading, StoredFile, WatchedFolder
from saraban.rules.intake import LetterState, ReadingState
from saraban.rules.permissions import Act, Actor, may, require

MOST_FILES = 200


@dataclass(frozen=True)
class QueueFile:
    """A file. state is its ReadingState; the counts are of the letters that were read in it.

    first_waiting is the place of the first letter that waits for review; trouble is why it could
    not be read, or what was noticed while reading. is_repeat: its bytes came before it.
    """

    uid: str
    name: str
    sha256: str
    media_type: str
    state: ReadingState
    page_count: int
    pages_done: int
    trouble: str
    channel: str
    arrived_at: datetime
    brought_by: str
    letter_count: int
    waiting_count: int
    first_waiting: int | None
    is_set_aside: bool
    set_aside_reason: str
    is_repeat: bool

    @property
    def is_settled(self) -> bool:
        """Whether nothing of it waits for anybody any more."""
        return self.is_set_aside or (self.state == ReadingState.READ and not self.waiting_count)

    @property
    def may_retry(self) -> bool:
        """Whether it could not be read and may be read again."""
        return self.state == ReadingState.FAILED and not self.is_set_aside


@dataclass(frozen=True)
class IntakeQueue:
    """Open files in the order they came, then those settled last, the newest first.

    The counts are of all files (waiting, reading, failed) and of all letters to review.
    folders are the names of those that are watched, without where they lie.
    """

    open_files: tuple[QueueFile, ...]
    settled_files: tuple[QueueFile, ...]
    waiting_count: int
    reading_count: int
    failed_count: int
    review_count: int
    folders: tuple[str, ...]

    @property
    def is_busy(self) -> bool:
        """Whether a machine still works on something, so that the page is to be asked again."""
        return bool(self.waiting_count or self.reading_count)


def intake_queue(actor: Actor, *, most: int = MOST_FILES) -> IntakeQueue:
    """The queue of the actor's own unit. Raises Refused for who may not see it."""
    require(actor, Act.SEE_INTAKE)
    mine = Intake.unit == actor.unit_id
    is_open = Intake.set_aside_at.is_null() & (
        (IntakeReading.state != ReadingState.READ) | Intake.id.in_(_with_waiting())
    )
    counts = _state_counts(mine & Intake.set_aside_at.is_null())
    return IntakeQueue(
        open_files=_files(mine & is_open, Intake.id, most),
        settled_files=_files(mine & ~is_open, Intake.id.desc(), most),
        waiting_count=counts.get(ReadingState.WAITING, 0),
        reading_count=counts.get(ReadingState.READING, 0),
        failed_count=counts.get(ReadingState.FAILED, 0),
        review_count=review_count(actor),
        folders=_folders(actor),
    )


def queue_file(actor: Actor, uid: str) -> QueueFile | None:
    """One file of the actor's own queue, or None. Raises Refused."""
    require(actor, Act.SEE_INTAKE)
    found = _files((Intake.unit == actor.unit_id) & (Intake.uid == uid), Intake.id, 1)
    return found[0] if found else None


def review_count(actor: Actor) -> int:
    """How many letters of the actor's unit wait for review; 0 for who may not see them."""
    if not may(actor, Act.SEE_INTAKE):
        return 0
    return int(_waiting_letters(actor).count())


def next_to_review(actor: Actor, *, after: tuple[str, int] | None = None) -> tuple[str, int] | None:
    """(uid of the file, place) of the letter to review next: the first one behind `after`, then
    from the start again; None when none waits."""
    if not may(actor, Act.SEE_INTAKE):
        return None
    waiting: list[Any] = list(
        _waiting_letters(actor)
        .select(Intake.uid, IntakeLetter.place, Intake.id)
        .order_by(Intake.id, IntakeLetter.place)
        .tuples()
    )
    if after is not None:
        start = Intake.select(Intake.id).where(Intake.uid == after[0]).scalar()
        behind = [one for one in waiting if (one[2], one[1]) > (start or 0, after[1])]
        waiting = behind + [one for one in waiting if one not in behind]
        waiting = [one for one in waiting if (one[0], one[1]) != after]
    return (waiting[0][0], waiting[0][1]) if waiting else None


def _waiting_letters(actor: Actor) -> Any:
    return (
        IntakeLetter.select()
        .join(Intake, on=(IntakeLetter.intake == Intake.id))
        .where(Intake.unit == actor.unit_id, IntakeLetter.state == LetterState.PROPOSED)
    )


def _with_waiting() -> Any:
    return IntakeLetter.select(IntakeLetter.intake).where(
        IntakeLetter.state == LetterState.PROPOSED
    )


def _state_counts(condition: Any) -> dict[str, int]:
    rows: Iterable[Any] = (
        Intake.select(IntakeReading.state, peewee.fn.COUNT(Intake.id))
        .join(IntakeReading, on=(IntakeReading.intake == Intake.id))
        .where(condition)
        .group_by(IntakeReading.state)
        .tuples()
    )
    return dict(rows)


def _files(condition: Any, order: Any, most: int) -> tuple[QueueFile, ...]:
    earlier = Intake.alias()
    is_repeat = peewee.fn.EXISTS(
        earlier.select(peewee.SQL("1")).where(
            earlier.file == Intake.file, earlier.unit == Intake.unit, earlier.id < Intake.id
        )
    )
    rows: list[Any] = list(
        Intake.select(
            Intake.id,
            Intake.uid,
            Intake.name,
            StoredFile.sha256,
            StoredFile.media_type,
            IntakeReading.state,
            IntakeReading.page_count,
            IntakeReading.pages_done,
            IntakeReading.trouble,
            Intake.channel,
            Intake.arrived_at,
            Intake.brought_by,
            Intake.set_aside_at,
            Intake.set_aside_reason,
            is_repeat,
        )
        .join(IntakeReading, on=(IntakeReading.intake == Intake.id))
        .join_from(Intake, StoredFile, on=(Intake.file == StoredFile.sha256))
        .where(condition)
        .order_by(order)
        .limit(most)
        .tuples()
    )
    letters = _letters_of([row[0] for row in rows])
    return tuple(_file(row, letters.get(row[0], [])) for row in rows)


def _letters_of(intake_ids: list[int]) -> dict[int, list[tuple[int, str]]]:
    """(place, state) of each letter, by the file."""
    told: dict[int, list[tuple[int, str]]] = {}
    rows: Any = (
        IntakeLetter.select(IntakeLetter.intake, IntakeLetter.place, IntakeLetter.state)
        .where(IntakeLetter.intake.in_(intake_ids))
        .order_by(IntakeLetter.intake, IntakeLetter.place)
        .tuples()
    )
    for intake_id, place, state in rows if intake_ids else ():
        told.setdefault(intake_id, []).append((place, state))
    return told


def _file(row: Any, letters: list[tuple[int, str]]) -> QueueFile:
    waiting = [place for place, state in letters if state == LetterState.PROPOSED]
    return QueueFile(
        uid=row[1],
        name=row[2],
        sha256=row[3],
        media_type=row[4],
        state=ReadingState(row[5]),
        page_count=row[6],
        pages_done=row[7],
        trouble=row[8],
        channel=row[9],
        arrived_at=row[10],
        brought_by=row[11],
        letter_count=len(letters),
        waiting_count=len(waiting),
        first_waiting=waiting[0] if waiting else None,
        is_set_aside=row[12] is not None,
        set_aside_reason=row[13] or "",
        is_repeat=bool(row[14]),
    )


def _folders(actor: Actor) -> tuple[str, ...]:
    rows: Any = (
        WatchedFolder.select(WatchedFolder.path)
        .where(WatchedFolder.unit == actor.unit_id, WatchedFolder.removed_at.is_null())
        .order_by(WatchedFolder.id)
        .tuples()
    )
    # Where on the server it lies is its keeper's business, not the clerk's.
    return tuple(PurePath(path).name for (path,) in rows)
