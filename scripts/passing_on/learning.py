"""Teaching the tagger: the words it cuts by, and the weights of its signs."""

import re
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pycrfsuite
from pythainlp.tokenize import word_tokenize

from saraban.rules.letter_reading.duties.passing_on.tagger import FIRST, INSIDE, NONE, seen_in
from saraban.rules.letter_reading.duties.passing_on.words import Cutter, CutText
from saraban.rules.letter_reading.lines.toneless import place_without_tones, toneless
from scripts.passing_on.bodies import MarkedBody

_FEWEST = 3  # times a word stands in the bodies to be known
_THAI = re.compile("[ก-๎]")
# Weights are held small rather than few; found by bodies kept out of the learning.
_SETTINGS = {"c1": 0.1, "c2": 0.3, "max_iterations": 100, "feature.minfreq": 3}


def words_of(bodies: Iterable[MarkedBody]) -> list[str]:
    """The toneless words of the bodies, as a dictionary cuts them, in the alphabet's order."""
    counted: Counter[str] = Counter()
    for body in bodies:
        for paragraph in body.paragraphs:
            for run in paragraph.text.split():
                counted.update(toneless(word) for word in word_tokenize(run, engine="newmm"))
    return sorted(
        word
        for word, times in counted.items()
        if times >= _FEWEST and _THAI.search(word) and not any(map(str.isdigit, word))
    )


def taught(bodies: Iterable[MarkedBody], words: Iterable[str]) -> bytes:
    """The model's file; the same for the same bodies and words."""
    cutter = Cutter(words)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_SETTINGS)
    for body in bodies:
        for one in body.paragraphs:
            seen = seen_in(cutter, one.text, one.sender, one.later, one.asked_from)
            trainer.append(seen.signs, tags_of(seen.text, one.clauses))
    with tempfile.TemporaryDirectory(prefix="saraban-passing-on-") as folder:
        file = Path(folder) / "model"
        trainer.train(str(file))
        return file.read_bytes()


def tags_of(text: CutText, clauses: Iterable[tuple[int, int]]) -> list[str]:
    """The tag of each word; one belongs to the clause its middle stands in."""
    tags = [NONE] * len(text.words)
    for start, end in clauses:
        first, last = (place_without_tones(text.paragraph, place) for place in (start, end))
        inside = [
            at
            for at, place in enumerate(text.starts[:-1])
            if first <= (place + text.starts[at + 1] - 1) / 2 < last
        ]
        for at in inside:
            tags[at] = FIRST if at == inside[0] else INSIDE
    return tags
