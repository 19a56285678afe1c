"""Whole letters printed and scanned: the fields that a registration needs survive the scanner."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from saraban.paper.scans.scan_reading import read_picture
from saraban.rules.letter_reading.as_json import letter_json
from saraban.rules.letter_reading.reading import read_letters
from saraban.rules.letter_reading.scoring import Prediction, scores_of
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.paper.scanned import drawn, printed, scanned

SAMPLES = Path(__file__).parent.parent / "rules" / "letter_reading" / "samples"
# One clean letter at 300 dpi; one at 200, askew, grainy, a stamp in its corner and one across.
CLEAN, HARD = "tao-five-digit", "stamped-endorsed"
pytestmark = pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)


@lru_cache
def read(name: str, *, hard: bool) -> dict[str, Any]:
    text = (SAMPLES / "letters" / f"{name}.txt").read_text("utf-8")
    dpi = 200 if hard else 300
    picture = scanned(drawn(printed(text, hard=hard), dpi=dpi), seed=7, hard=hard)
    (letter,) = read_letters([read_picture(picture, dpi, 1).page])
    return letter_json(letter)


def shares(name: str, *, hard: bool) -> dict[str, float]:
    """For each field the share of its values that were read right."""
    label = json.loads((SAMPLES / "labels" / f"{name}.json").read_text("utf-8"))
    found = scores_of([Prediction(name, label, read(name, hard=hard))])
    return {one.field: one.accuracy for one in found}


@pytest.mark.parametrize(("name", "hard"), [(CLEAN, False), (HARD, True)])
def test_the_fields_of_a_registration_are_read(name, hard):
    found = shares(name, hard=hard)

    for field in ("kind", "urgency", "number", "date_iso", "subject", "addressees"):
        assert found[field] == 1, field


def test_a_clean_scan_gives_the_other_fields_too():
    found = shares(CLEAN, hard=False)

    for field in ("signatory.name", "enclosures", "asks", "deadlines", "contact.phone"):
        assert found[field] == 1, field


def test_a_stamp_is_read_apart():
    stamps = read(HARD, hard=True)["stamps"]

    assert [stamp["number"] for stamp in stamps] == ["5512", "233"]
    assert stamps[0]["unit"] == "เทศบาลเมืองทุ่งทอง"


@pytest.mark.parametrize(("name", "hard"), [(CLEAN, False), (HARD, True)])
def test_no_figure_off_a_picture_counts_without_a_look(name, hard):
    evidence = read(name, hard=hard)["evidence"]

    for field in ("number", "date_iso"):
        assert evidence[field]["confirm"], field
        assert evidence[field]["source"] in ("ocr", "digits")
