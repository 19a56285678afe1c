"""One of the asks of a letter, with its place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AskFound:
    """One of the asks, the paragraph it was read in and the characters there."""

    ask: str
    paragraph: int
    start: int
    end: int
    is_from_closing: bool

    @property
    def confidence(self) -> float:
        """The closing sentence asks outright; a duty in the text or a subject is inferred."""
        if self.is_from_closing:
            return 0.95
        return 0.85 if self.paragraph >= 0 else 0.8
