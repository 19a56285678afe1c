"""What the reader of a dossier sees of the chain: its nodes and the letters on them."""

from dataclasses import dataclass

from saraban.queries.cascade_nodes import Node
from saraban.queries.cascade_rows import LetterRow
from saraban.rules.permissions import Actor


@dataclass(frozen=True)
class Seen:
    """What the reader sees of the chain: its nodes, parents first, and the letters on them."""

    actor: Actor
    nodes: list[Node]
    letters: list[LetterRow]
    root_id: int
    is_part: bool

    @property
    def letter_ids(self) -> list[int]:
        """The ids of the letters."""
        return [row.id for row in self.letters]

    @property
    def numbers(self) -> dict[int, str]:
        """How each letter's number is printed, by its id."""
        return {row.id: row.printed_number or "" for row in self.letters}
