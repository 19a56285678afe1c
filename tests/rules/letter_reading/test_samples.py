"""Whole letters of our own wording, in many styles, against what a person reads in them."""

import json
from pathlib import Path

import pytest

from saraban.rules.letter_reading.as_json import letter_json
from saraban.rules.letter_reading.lines.page_lines import pages_of_text
from saraban.rules.letter_reading.reading import read_letters
from saraban.rules.letter_reading.scoring import Prediction, missed_lines, scores_of

SAMPLES = Path(__file__).parent / "samples"
SHARED = Path(__file__).parents[4] / "shared" / "letters"
NAMES = sorted(path.stem for path in (SAMPLES / "letters").glob("*.txt"))


def prediction(folder: Path, name: str) -> Prediction:
    text = (folder / "letters" / f"{name}.txt").read_text("utf-8")
    letters = read_letters(pages_of_text(text))
    label = json.loads((folder / "labels" / f"{name}.json").read_text("utf-8"))
    return Prediction(name, label, letter_json(letters[0]))


@pytest.mark.parametrize("name", NAMES)
def test_every_field_of_a_sample_is_read(name):
    assert list(missed_lines([prediction(SAMPLES, name)])) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_holds_one_letter(name):
    text = (SAMPLES / "letters" / f"{name}.txt").read_text("utf-8")

    assert len(read_letters(pages_of_text(text))) == 1


@pytest.mark.skipif(not SHARED.exists(), reason="no labelled letters beside the project")
def test_real_letters_are_read_as_well_as_promised():
    names = sorted(path.stem for path in (SHARED / "labels").glob("*.json"))

    scores = {one.field: one for one in scores_of([prediction(SHARED, n) for n in names])}

    assert min(scores[f].accuracy for f in ("kind", "number", "date_iso", "urgency")) >= 0.97
    assert min(scores[f].f1 for f in ("subject", "addressees", "signatory.name")) >= 0.95
    assert min(scores[f].f1 for f in ("references", "cited", "enclosures", "stamps")) >= 0.9
    assert min(scores[f].f1 for f in ("asks", "deadlines", "onward")) >= 0.85
