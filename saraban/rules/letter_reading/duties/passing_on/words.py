"""A paragraph cut into words for the tagger: by the words of the bodies it learnt from.

Cutting by a whole dictionary would take seventy megabytes and give words the tagger never saw.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pythainlp.tokenize.newmm import segment
from pythainlp.util import Trie

from saraban.rules.letter_reading.lines.toneless import place_with_tones, toneless

BLANK = "_"
_PART = re.compile(r"\s+|[0-9๐-๙]+|[^\s0-9๐-๙]+")
_FIGURES = re.compile(r"[0-9๐-๙]+")
FIGURES = "0"


@dataclass(frozen=True)
class CutText:
    """A paragraph's words in toneless text, blanks as "_", figures as "0", and where each starts.

    starts are places in toneless(paragraph), and hold the end of the text as one more.
    """

    paragraph: str
    words: Sequence[str]
    starts: Sequence[int]

    def place_of(self, word: int) -> int:
        """Where in the paragraph as printed this word starts; its end for the one past the last."""
        return place_with_tones(self.paragraph, self.starts[word])


class Cutter:
    """Cuts paragraphs by a list of toneless words."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = Trie(known)

    def cut(self, paragraph: str) -> CutText:
        words: list[str] = []
        starts: list[int] = []
        text = toneless(paragraph)
        for part in _PART.finditer(text):
            at = part.start()
            for word in self._cut_part(part[0]):
                words.append(BLANK if word.isspace() else _FIGURES.sub(FIGURES, word))
                starts.append(at)
                at += len(word)
        return CutText(paragraph, words, [*starts, len(text)])

    def _cut_part(self, part: str) -> list[str]:
        if part.isspace() or _FIGURES.match(part):
            return [part]
        return segment(part, self._known)
