"""The stamped copy of a letter's file: stamps on its first page, the original left alone.

The file is a stranger's, so a process of its own with limits opens and draws it
(saraban.paper.stamping says where the stamps come to stand). Copies are remembered in a folder
that may be emptied at any time: each can be made again from the original and the facts.
"""

import hashlib
import json
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic

from saraban.errors import (
    N_,
    FileKindRefused,
    FileTooLarge,
    NoRoomLeft,
    PageNotDrawn,
    PdfDamaged,
    PdfLocked,
    PictureDamaged,
    PictureTooLarge,
    SarabanError,
)
from saraban.paper.copies_kept import kept_copy, remember_copy
from saraban.paper.file_kinds import JPEG, PDF, PNG, TIFF, WEBP
from saraban.paper.house_style import FONTS, FontsMissing
from saraban.paper.limited import MEBIBYTE, run_limited

MOST_BYTES = 64 * MEBIBYTE
MOST_MEMORY_BYTES = 1536 * MEBIBYTE
MOST_OUTPUT_BYTES = 256 * MEBIBYTE
MOST_SECONDS = 15
STAMPED_KINDS = frozenset(kind.media_type for kind in (PDF, PNG, JPEG, TIFF, WEBP))
REFUSED_SECONDS = 300.0
MOST_REFUSALS = 500
# Part of each copy's name: raise it when the same facts shall be drawn another way.
DRAWING = 1

_ROOT = Path(__file__).resolve().parents[2]
_REFUSED = 3  # as saraban.paper.stamping ends
_REFUSALS: dict[str, type[SarabanError]] = {
    kind.code: kind
    for kind in (PdfLocked, PdfDamaged, PageNotDrawn, PictureDamaged, PictureTooLarge, NoRoomLeft)
}


# By the copy's mark: until when a file is refused unseen, and how.
_refusals: dict[str, tuple[float, SarabanError]] = {}
_one_remembers = threading.Lock()


class NotStamped(SarabanError):
    """The file could not be stamped within the limits that strangers' files are held to."""

    code = "not_stamped"
    message_th = N_("ทำสำเนาประทับตราของไฟล์ “%(name)s” ไม่ได้ ไฟล์ใหญ่หรือซับซ้อนเกินไป ต้นฉบับยังอยู่ครบ")


@dataclass(frozen=True)
class ReceiptStamp:
    """ตรารับหนังสือ, each text as it shall be printed; time may be blank.

    Source: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526, form 12.
    """

    unit_name: str
    number: str
    date: str
    time: str = ""


@dataclass(frozen=True)
class OrderStamp:
    """A tick-box order: (words, is ticked) for each of the unit's choices, who ordered, when."""

    unit_name: str
    title: str
    choices: tuple[tuple[str, bool], ...]
    by: str
    date: str


Stamp = ReceiptStamp | OrderStamp


@dataclass(frozen=True)
class PlaceInFile:
    """Where a letter begins in its file.

    turned is how many degrees clockwise that page must be turned to be read.
    """

    page_number: int = 1
    turned: int = 0


WHOLE_FILE = PlaceInFile()


def stamped_copy(
    content: bytes,
    kind: str,
    stamps: Sequence[Stamp],
    *,
    name: str = "",
    place: PlaceInFile = WHOLE_FILE,
) -> bytes:
    """A PDF of the file with the stamps on the letter's first page; kind is its media type.

    A picture becomes a page of its own size. name is the file's, for the words of a refusal.
    Raises FileKindRefused, FileTooLarge, PdfLocked, PdfDamaged, PageNotDrawn, PictureDamaged,
    PictureTooLarge, ReadingTooSlow, NotStamped, NoRoomLeft, FontsMissing.
    """
    if kind not in STAMPED_KINDS:
        raise FileKindRefused(name=name)
    if len(content) > MOST_BYTES:
        raise FileTooLarge(most_mib=MOST_BYTES // MEBIBYTE)
    if not (FONTS / "Sarabun-Regular.ttf").is_file():
        raise FontsMissing(reason="fonts", missing=["Sarabun-Regular.ttf"])
    asked = {"kind": kind, "stamps": [asdict(stamp) for stamp in stamps], **asdict(place)}
    try:
        with tempfile.TemporaryDirectory(prefix="saraban-stamp-") as folder:
            Path(folder, "original").write_bytes(content)
            Path(folder, "stamps.json").write_text(json.dumps(asked), encoding="utf-8")
            return _drawn_by_child(folder, name)
    except OSError as full:
        raise NoRoomLeft(reason=full.strerror) from full


def kept_stamped_copy(
    content: bytes,
    sha256: str,
    kind: str,
    stamps: Sequence[Stamp],
    *,
    name: str = "",
    place: PlaceInFile = WHOLE_FILE,
) -> bytes:
    """The same, made once and remembered; sha256 is the digest of the content.

    A refusal is remembered too, for REFUSED_SECONDS: a file made to take all the time it is given
    takes it once, however often its letter is looked at.
    """
    mark = copy_mark(sha256, stamps, place)
    copy = kept_copy(mark)
    if copy is None:
        refusal = _refusals.get(mark)
        if refusal is not None and monotonic() < refusal[0]:
            raise type(refusal[1])(**refusal[1].facts)
        try:
            copy = stamped_copy(content, kind, stamps, name=name, place=place)
        except SarabanError as told:
            if not isinstance(told, NoRoomLeft | FontsMissing):  # the machine's fault, not its own
                _remember_refusal(mark, told)
            raise
        remember_copy(mark, copy)
    return copy


def copy_mark(sha256: str, stamps: Sequence[Stamp], place: PlaceInFile = WHOLE_FILE) -> str:
    """What tells one stamped copy from every other: a digest of the original's and the facts."""
    facts = [[type(stamp).__name__, asdict(stamp)] for stamp in stamps]
    told = json.dumps([DRAWING, sha256, asdict(place), facts], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def _remember_refusal(mark: str, told: SarabanError) -> None:
    with _one_remembers:
        while len(_refusals) >= MOST_REFUSALS:
            del _refusals[next(iter(_refusals))]
        _refusals[mark] = (monotonic() + REFUSED_SECONDS, told)


def _drawn_by_child(folder: str, name: str) -> bytes:
    # One thread: more would only reserve memory, which is counted.
    surroundings = ["/usr/bin/env", f"PYTHONPATH={_ROOT}", "OPENBLAS_NUM_THREADS=1"]
    ended = run_limited(
        [*surroundings, sys.executable, "-P", "-m", "saraban.paper.stamping", folder],
        name=name,
        most_seconds=MOST_SECONDS,
        most_memory=MOST_MEMORY_BYTES,
        most_output=MOST_OUTPUT_BYTES,
    )
    if ended.status == _REFUSED:
        facts = json.loads(ended.printed)
        refusal = _REFUSALS.get(facts.pop("code"), NotStamped)
        raise refusal(**{**facts, "name": name})
    if ended.status != 0:
        raise NotStamped(name=name)
    return Path(folder, "copy.pdf").read_bytes()
