"""A clause by which the receiver is to tell others, found in a paragraph."""

from dataclasses import dataclass


@dataclass(frozen=True)
class OnwardFound:
    """The clause as printed, and the characters it stands on."""

    text: str
    start: int
    end: int
