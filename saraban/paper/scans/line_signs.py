"""The signs of one line, whoever read them, in the columns of one strip."""

import re
from dataclasses import dataclass
from functools import cached_property

DIGIT = re.compile("[0-9๐-๙]")


@dataclass(frozen=True)
class LineSign:
    """A sign with its marks; left and right are columns of the strip, confidence 0 to 1.

    rivals are what else a digit may be, each with its share.
    """

    text: str
    left: float
    right: float
    confidence: float
    is_after_blank: bool
    source: str
    rivals: tuple[tuple[str, float], ...] = ()

    @cached_property  # asked for each pair of signs when lines are aligned
    def is_digit(self) -> bool:
        return DIGIT.match(self.text) is not None

    @cached_property
    def middle(self) -> float:
        return (self.left + self.right) / 2
