"""What proves a report: kinds of evidence, what a form allows of them, and what a file is like.

What is judged here was measured in the file (`paper.evidence`); what a header or a name tells
is never believed.
"""

from dataclasses import dataclass
from enum import StrEnum

from saraban.errors import (
    ClipIncomplete,
    ClipTooLong,
    EvidenceKindRefused,
    EvidenceTooLarge,
)

MEBIBYTE = 1024 * 1024
# A camera that is told "30 seconds" stops at the next frame, and sound at its next packet.
SLACK_SECONDS = 0.5
# Between what a header tells and what lies in the file: rounding and a last frame, not more.
MOST_DIFFERENCE_SECONDS = 1.0


class EvidenceKind(StrEnum):
    """What a person would call it."""

    PHOTO = "photo"
    CLIP = "clip"
    PDF = "pdf"


THAI_EVIDENCE = {
    EvidenceKind.PHOTO: "ภาพถ่าย",
    EvidenceKind.CLIP: "คลิปวิดีโอ",
    EvidenceKind.PDF: "เอกสาร PDF",
}
EVERY_KIND = frozenset(EvidenceKind)


@dataclass(frozen=True)
class EvidenceRule:
    """What one field of a form takes.

    most_seconds bounds a clip's length as measured; asks_location keeps where a photo or a clip
    was taken, which is otherwise never shown to anybody but its sender.
    """

    kinds: frozenset[EvidenceKind] = EVERY_KIND
    most_seconds: float | None = None
    most_bytes: int | None = None
    asks_location: bool = False

    def refuse_size(self, name: str, size: int, *, most: int) -> None:
        """EvidenceTooLarge for a file over the field's limit, or over that of the house."""
        most = most if self.most_bytes is None else min(most, self.most_bytes)
        if size > most:
            raise EvidenceTooLarge(
                name=name, mib=whole_mib(size), most_mib=max(1, most // MEBIBYTE)
            )

    def refuse(self, name: str, facts: "EvidenceFacts") -> None:
        """EvidenceKindRefused, ClipTooLong or ClipIncomplete, with what was measured."""
        if facts.kind not in self.kinds:
            raise EvidenceKindRefused(name=name)
        if facts.seconds is None:
            return
        if self.most_seconds is not None and facts.seconds > self.most_seconds + SLACK_SECONDS:
            raise ClipTooLong(
                name=name, seconds=said_seconds(facts.seconds), most=said_seconds(self.most_seconds)
            )
        refuse_false_length(name, facts)


@dataclass(frozen=True)
class EvidenceFacts:
    """What was measured in one file.

    width and height are as shown, after turning. seconds is counted from the pictures and sounds
    that lie in the file, told_seconds is what its header says where it says anything. codecs are
    those of a clip, blank otherwise. location is degrees north and east; has_location may be true
    without it where the place stands in words of the file's maker, or may stand in a track of its
    own beside film and sound.
    """

    kind: EvidenceKind
    media_type: str
    width: int | None = None
    height: int | None = None
    seconds: float | None = None
    told_seconds: float | None = None
    codecs: str = ""
    is_playable: bool = True
    has_location: bool = False
    location: tuple[float, float] | None = None
    page_count: int | None = None

    @property
    def seconds_text(self) -> str:
        """A clip's length to one decimal; blank for anything else."""
        return "" if self.seconds is None else str(said_seconds(self.seconds))

    @property
    def location_text(self) -> str:
        """Where it was taken, in degrees; blank where that is not told."""
        return "" if self.location is None else shown_location(self.location)


def refuse_false_length(name: str, facts: EvidenceFacts) -> None:
    """ClipIncomplete where a clip's header tells another length than what lies in the file.

    A clip cut off on its way looks the same as one whose header was changed: neither is evidence.
    """
    if facts.seconds is None or facts.told_seconds is None:
        return
    if abs(facts.told_seconds - facts.seconds) > MOST_DIFFERENCE_SECONDS:
        raise ClipIncomplete(
            name=name,
            seconds=said_seconds(facts.seconds),
            told=said_seconds(facts.told_seconds),
        )


def said_seconds(seconds: float) -> int | float:
    """31 or 30.7: one decimal, none where it is nought; 0.04 is not nought but 0.1."""
    rounded = max(0.1, round(float(seconds), 1))
    return int(rounded) if rounded.is_integer() else rounded


def shown_mib(size: int) -> str:
    """Mebibytes with one decimal: 12.3; never less than 0.1."""
    return f"{max(0.1, size / MEBIBYTE):.1f}"


def whole_mib(size: int) -> int:
    """Mebibytes, rounded up: a file over a limit never reads as one at it."""
    return -(-size // MEBIBYTE)


def shown_location(location: tuple[float, float]) -> str:
    """Degrees north and east with five decimals, about a metre: "16.88389, 99.12583"."""
    north, east = location
    return f"{north:.5f}, {east:.5f}"


# What every browser of the last years plays; anything else is offered to be saved.
PLAYABLE_VIDEO = frozenset({"h264", "vp8", "vp9", "av1"})
PLAYABLE_SOUND = frozenset({"aac", "mp3", "opus", "vorbis"})


def plays_in_browsers(video: str, sounds: frozenset[str]) -> bool:
    """Whether a clip of these codecs plays without a program of its own."""
    return video in PLAYABLE_VIDEO and sounds <= PLAYABLE_SOUND
