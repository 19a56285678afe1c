"""A file of evidence opened, measured and drawn small, by a child with limits.

Length, size and place are read from what lies in the file: a name and a header may tell anything.
"""

import json
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saraban.errors import (
    ClipDamaged,
    PdfDamaged,
    PdfLocked,
    PictureDamaged,
    PictureTooLarge,
)
from saraban.paper.evidence_kinds import HEAD_BYTES, KIND_OF, evidence_kind
from saraban.paper.file_kinds import PDF, WEBM, FileKind
from saraban.paper.limited import MEBIBYTE, run_limited
from saraban.rules.evidence import EvidenceFacts, EvidenceKind, plays_in_browsers

MOST_PIXELS = 80_000_000  # as in page_pictures: a telephone takes 12 to 50 million
MOST_MEMORY_BYTES = 1024 * MEBIBYTE
MOST_SECONDS = 30
SMALL_SIDE = 480
_CHILD = Path(__file__).with_name("evidence_child.py")
_TOO_LARGE = 3  # as evidence_child ends
_PAGES = re.compile(r"^Pages:\s+(\d+)", re.MULTILINE)


@dataclass(frozen=True)
class Examined:
    """What was measured, and what may be shown; the files are gone when the block is left.

    small is a JPEG of at most 480 pixels a side. shown is what is shown in the file's stead: a
    photo upright without a word beside its pixels, a clip without its place; None where the file
    itself may be shown. poster is a clip's first picture.
    """

    facts: EvidenceFacts
    small: Path
    shown: Path | None = None
    poster: Path | None = None


@contextmanager
def examined(file: Path, name: str) -> Iterator[Examined]:
    """Open a file of evidence and measure it.

    Raises EmptyFile, EvidenceUnknown, PictureDamaged, PictureTooLarge, ClipDamaged, PdfDamaged,
    PdfLocked, ReadingTooSlow.
    """
    with file.open("rb") as opened:
        kind = evidence_kind(opened.read(HEAD_BYTES), name)
    with tempfile.TemporaryDirectory(prefix="saraban-evidence-") as place:
        folder = Path(place)
        if kind is PDF:
            yield _pdf(file, name, folder)
        elif KIND_OF[kind] is EvidenceKind.PHOTO:
            yield _photo(file, name, kind, folder)
        else:
            yield _clip(file, name, kind, folder)


def _photo(file: Path, name: str, kind: FileKind, folder: Path) -> Examined:
    told = _told("photo", file, name, folder)
    if told is None:
        raise PictureDamaged(name=name)
    facts = EvidenceFacts(
        EvidenceKind.PHOTO,
        kind.media_type,
        told["width"],
        told["height"],
        has_location=told["has_location"],
        location=_pair(told["location"]),
    )
    return Examined(facts, folder / "small.jpg", folder / "shown.jpg")


def _clip(file: Path, name: str, kind: FileKind, folder: Path) -> Examined:
    told = _told("webm" if kind is WEBM else "mov", file, name, folder)
    if told is None:
        raise ClipDamaged(name=name)
    sounds = frozenset(told["sounds"])
    facts = EvidenceFacts(
        EvidenceKind.CLIP,
        kind.media_type,
        told["width"],
        told["height"],
        seconds=told["seconds"],
        told_seconds=told["told_seconds"],
        codecs=" ".join((told["video"], *told["sounds"]))[:60],
        is_playable=plays_in_browsers(told["video"], sounds),
        has_location=told["has_location"],
        location=_pair(told["location"]),
    )
    copies = (folder / "shown.mp4", folder / "shown.webm")
    shown = next((copy for copy in copies if copy.exists()), None)
    return Examined(facts, folder / "small.jpg", shown, folder / "shown.jpg")


def _told(kind: str, file: Path, name: str, folder: Path) -> dict[str, Any] | None:
    """What the child measured; None where the file is damaged. Raises PictureTooLarge."""
    ended = run_limited(
        [sys.executable, "-I", str(_CHILD), kind, str(file), str(folder), str(MOST_PIXELS)],
        name=name,
        most_seconds=MOST_SECONDS,
        most_memory=MOST_MEMORY_BYTES,
        # A copy of a clip without its place is as long as the clip.
        most_output=2 * file.stat().st_size + 32 * MEBIBYTE,
    )
    if ended.status not in (0, _TOO_LARGE):
        return None
    told: dict[str, Any] = json.loads(ended.printed)
    if ended.status == _TOO_LARGE:
        raise PictureTooLarge(
            name=name,
            megapixels=round(told["width"] * told["height"] / 1e6),
            most=MOST_PIXELS // 1_000_000,
        )
    return told


def _pdf(file: Path, name: str, folder: Path) -> Examined:
    small = folder / "small"
    about = run_limited(["pdfinfo", str(file)], name=name)
    pages = _PAGES.search(about.printed)
    if "Incorrect password" in about.complaint:
        raise PdfLocked(name=name)
    if about.status != 0 or pages is None:
        raise PdfDamaged(name=name)
    drawing = ["pdftoppm", "-jpeg", "-singlefile", "-f", "1", "-l", "1"]
    drawn = run_limited([*drawing, "-scale-to", str(SMALL_SIDE), str(file), str(small)], name=name)
    if drawn.status != 0 or not small.with_suffix(".jpg").exists():
        raise PdfDamaged(name=name)
    facts = EvidenceFacts(EvidenceKind.PDF, PDF.media_type, page_count=int(pages[1]))
    return Examined(facts, small.with_suffix(".jpg"))


def _pair(values: list[float] | None) -> tuple[float, float] | None:
    return None if values is None else (values[0], values[1])
