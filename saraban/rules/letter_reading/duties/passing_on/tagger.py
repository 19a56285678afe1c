"""The tagger that scripts/train_passing_on taught: which words of a paragraph are such a clause."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

import pycrfsuite

from saraban.rules.letter_reading.duties.onward_grammar import clauses_by_grammar
from saraban.rules.letter_reading.duties.onward_story import waits_for_consent
from saraban.rules.letter_reading.duties.passing_on.borders import clauses_within
from saraban.rules.letter_reading.duties.passing_on.signs import signs_of
from saraban.rules.letter_reading.duties.passing_on.words import BLANK, Cutter, CutText
from saraban.rules.letter_reading.lines.told_by_others import without_told
from saraban.rules.letter_reading.lines.toneless import place_without_tones, toneless

FOLDER = Path(__file__).parent / "model"
MODEL = "clauses.crfsuite"
WORDS = "words.txt"

# A clause's first word, a word further in it, and a word of none.
FIRST, INSIDE, NONE = "B", "I", "O"
# A clause of the grammar stands unless the tagger is rather sure that it is none.
_ENOUGH_FOR_GRAMMAR = 0.1


@dataclass(frozen=True)
class Seen:
    """A paragraph's words, the signs at each, and the clauses of the grammar, in the paragraph."""

    text: CutText
    signs: list[list[str]]
    by_grammar: list[tuple[int, int]]


def seen_in(
    cutter: Cutter, paragraph: str, sender: str, later: str, asked_from: int | None
) -> Seen:
    """What the tagger goes by: alike when it learns and when it reads."""
    text = cutter.cut(paragraph)
    by_grammar = [
        (one.start, one.end) for one in clauses_by_grammar(paragraph, sender, later, asked_from)
    ]
    signs = signs_of(
        text,
        by_grammar=[
            (place_without_tones(paragraph, start), place_without_tones(paragraph, end))
            for start, end in by_grammar
        ],
        told=without_told(paragraph, later),
        later=later,
        is_asked=asked_from is not None,
    )
    return Seen(text, signs, by_grammar)


class Tagger:
    """Finds the clauses of a paragraph; may be asked from several threads."""

    def __init__(self, model: bytes, words: Iterable[str]) -> None:
        self._cutter = Cutter(words)
        self._model = model  # the library reads from it for as long as it tags
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._model)
        self._in_use = Lock()  # the library keeps the text it was given last

    def spans(
        self, paragraph: str, sender: str = "", later: str = "", asked_from: int | None = None
    ) -> list[tuple[int, int]]:
        """The places in the paragraph from which to which a clause goes, in its order."""
        if not paragraph.strip():
            return []
        seen = seen_in(self._cutter, paragraph, sender, later, asked_from)
        text = seen.text
        with self._in_use:
            tags = self._tagger.tag(seen.signs)
            # Only the grammar's clauses are weighed by them.
            weighed = range(len(tags)) if seen.by_grammar else ()
            chances = [1 - self._tagger.marginal(NONE, at) for at in weighed]
        found = [
            (text.place_of(first), text.place_of(last + 1))
            for first, last in _runs(text.words, tags)
        ]
        found += [
            (start, end)
            for start, end in seen.by_grammar
            if not any(start < other_end and other < end for other, other_end in found)
            and _chance_between(text, chances, start, end) >= _ENOUGH_FOR_GRAMMAR
        ]
        plain = toneless(paragraph)
        return [
            (start + one, start + other)
            for start, end in sorted(found)
            if not waits_for_consent(plain, place_without_tones(paragraph, start))
            for one, other in clauses_within(paragraph[start:end])
        ]


@cache
def standing_tagger() -> Tagger:
    """The tagger of the model that stands in the project."""
    words = (FOLDER / WORDS).read_text("utf-8").split()
    return Tagger((FOLDER / MODEL).read_bytes(), words)


def _runs(words: Sequence[str], tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last word of each clause; blanks at its end are not of it."""
    first: int | None = None
    for at, tag in enumerate([*tags, NONE]):
        if first is not None and tag != INSIDE:
            last = at - 1
            while words[last] == BLANK and last > first:
                last -= 1
            yield first, last
            first = None
        if tag != NONE and first is None:
            first = at


def _chance_between(text: CutText, chances: Sequence[float], start: int, end: int) -> float:
    """How likely the words between two places of the paragraph are such a clause, on average."""
    within = [one for at, one in enumerate(chances) if start <= text.place_of(at) < end]
    return sum(within) / len(within) if within else 0.0
