"""The sheets of a file as people see them: the frame that boxes of evidence are measured in."""

from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Sheet:
    """One page as shown upright, width and height in points.

    turned is how many degrees clockwise the page, as a viewer shows it, must be turned to be
    upright; width and height are those after turning. skew is by how many degrees the print
    leans on a scan. source tells whether its text was read out of the file or off a picture.
    """

    page: int
    width: float
    height: float
    turned: Literal[0, 90, 180, 270] = 0
    source: Literal["text", "ocr"] = "text"
    skew: float = 0.0

    def as_json(self) -> dict[str, Any]:
        """The sheet for programs; points and degrees to two decimals."""
        return {
            "page": self.page,
            "width": round(self.width, 2),
            "height": round(self.height, 2),
            "turned": self.turned,
            "source": self.source,
            "skew": round(self.skew, 2),
        }
