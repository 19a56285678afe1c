"""Marked bodies of invented letters, as text files that a person can read and mend.

A body starts with "= " and the sender's name, has one paragraph a line, each clause that passes
the matter on between ⟦ and ⟧, and ends at the next "= ".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from saraban.rules.letter_reading.duties.asked_points import points_asked

FOLDER = Path(__file__).parent
LEARNT, KEPT_ASIDE = FOLDER / "bodies", FOLDER / "kept_aside"
SENDER = "= "
OPENS, CLOSES = "⟦", "⟧"


@dataclass(frozen=True)
class MarkedParagraph:
    """A paragraph without its marks, the places of its clauses, and what its tagger is told."""

    text: str
    clauses: tuple[tuple[int, int], ...]
    sender: str
    later: str
    asked_from: int | None


@dataclass(frozen=True)
class MarkedBody:
    """A letter's body."""

    sender: str
    paragraphs: tuple[MarkedParagraph, ...]

    @property
    def clauses(self) -> list[str]:
        return [one.text[start:end] for one in self.paragraphs for start, end in one.clauses]


def bodies_in(folder: Path) -> dict[str, list[MarkedBody]]:
    """The bodies of each file of a folder, by its name without .txt.

    Raises ValueError for a mark without its other half, naming file and paragraph.
    """
    return {file.stem: list(_bodies(file)) for file in sorted(folder.glob("*.txt"))}


def _bodies(file: Path) -> Iterator[MarkedBody]:
    sender, lines = "", list[str]()
    for line in [*file.read_text("utf-8").splitlines(), SENDER]:
        if line.startswith(SENDER) or line == SENDER.strip():
            if lines:
                yield body_of(sender, [_unmarked(one, file.name) for one in lines])
            sender, lines = line.removeprefix(SENDER).strip(), []
        elif line.strip():
            lines.append(line)


def body_of(sender: str, lines: Sequence[tuple[str, tuple[tuple[int, int], ...]]]) -> MarkedBody:
    """The body of these paragraphs, each with the places of its clauses."""
    texts = [text for text, _ in lines]
    asked = points_asked(texts)
    return MarkedBody(
        sender,
        tuple(
            MarkedParagraph(text, clauses, sender, "\n".join(texts[at + 1 :]), asked.get(at))
            for at, (text, clauses) in enumerate(lines)
        ),
    )


def _unmarked(line: str, name: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The line without its marks, and where the clauses stand in it."""
    text, clauses = "", []
    for number, part in enumerate(line.split(OPENS)):
        inside, closes, behind = part.partition(CLOSES)
        if bool(closes) != bool(number) or CLOSES in behind:
            raise ValueError(f"{name}: {OPENS} and {CLOSES} do not pair: {line}")
        if closes:
            clauses.append((len(text), len(text) + len(inside)))
        text += inside + behind
    return text, tuple(clauses)
