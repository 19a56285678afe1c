"""Fingerprints of letters' texts, kept to be looked up: an index, so nothing of it is recorded."""

from saraban.records import LetterSketch, SketchBand, rows
from saraban.rules.fingerprint import bands_of


def add_sketch(letter_id: int, sketch: str) -> None:
    """Keep the fingerprint of one copy of a letter; does nothing for "" (too little text)."""
    if not sketch:
        return
    key, _ = rows.insert(LetterSketch, {"letter": letter_id, "sketch": sketch})
    for band in bands_of(sketch):
        rows.insert(SketchBand, {"band": band, "letter_sketch": key})


def remove_sketch(letter_id: int, sketch: str) -> None:
    """Forget one such fingerprint: that copy turned out to be of another letter."""
    found = LetterSketch.get_or_none(
        LetterSketch.letter == letter_id, LetterSketch.sketch == sketch
    )
    if found is not None:
        SketchBand.delete().where(SketchBand.letter_sketch == found.id).execute()
        LetterSketch.delete().where(LetterSketch.id == found.id).execute()
