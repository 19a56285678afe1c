"""How right the tagger is on bodies it did not learn from."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from saraban.rules.letter_reading.duties.passing_on.tagger import Tagger
from saraban.rules.letter_reading.lines.toneless import toneless
from scripts.passing_on.bodies import MarkedBody

_ALIKE = 85.0  # percent of two clauses that are one, as flask read score has it


@dataclass(frozen=True)
class Measured:
    """Clauses that were found and are marked, that were found, and that are marked."""

    right: int
    found: int
    marked: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.marked)

    @property
    def recall(self) -> float:
        return self.right / self.marked if self.marked else 1.0

    @property
    def f1(self) -> float:
        whole = self.found + self.marked
        return 2 * self.right / whole if whole else 1.0


def measured(tagger: Tagger, bodies: Iterable[MarkedBody]) -> Measured:
    right = found = marked = 0
    for body in bodies:
        clauses = [
            one.text[start:end]
            for one in body.paragraphs
            for start, end in tagger.spans(one.text, one.sender, one.later, one.asked_from)
        ]
        right += _right(body.clauses, clauses)
        found += len(clauses)
        marked += len(body.clauses)
    return Measured(right, found, marked)


def _right(marked: Iterable[str], found: Iterable[str]) -> int:
    """How many of the marked clauses were found, each counted for one of the found."""
    left = [_bare(clause) for clause in found]
    right = 0
    for clause in map(_bare, marked):
        hit = next((other for other in left if ratio(clause, other) >= _ALIKE), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return right


def _bare(clause: str) -> str:
    return "".join(toneless(clause).split())
