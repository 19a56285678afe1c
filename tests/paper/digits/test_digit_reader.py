"""Digits of one line of ink: read right, told from letters, never a traceback, never too sure."""

import hashlib
import json

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from saraban.paper.digits.digit_model import CARD_FILE, MODEL_FILE
from saraban.paper.digits.digit_reader import Strip, read_strip
from saraban.paper.house_style import FONTS

# The letters around the numbers are the weaker part: only what makes up numbers is compared.
NUMBER_SIGNS = "๐๑๒๓๔๕๖๗๘๙0123456789/.-:"
LINES = [
    "ที่ มท ๐๘๐๑.๔/ว ๑๖๕๘",
    "ศธ 04001/10553",
    "กค (กวจ) 0405.2/ว 727",
    "๑๖ มิถุนายน ๒๕๖๕",
    "31/๕/๖๕",
    "๒๘ เม.ย. ๒๕๕๓",
    "เวลา ๑๓.๓๐ น.",
    "โทร. ๐ ๒๒๔๑ ๙๐๑๔ ต่อ ๑๑",
    "๐๑๒๓๔๕๖๗๘๙",
    "0123456789",
]


def drawn(text: str, *, pixels: int = 44, face: str = "Regular") -> np.ndarray:
    """The text in Sarabun, dark on white, with a line's room around it."""
    font = ImageFont.truetype(FONTS / f"Sarabun-{face}.ttf", pixels)
    picture = Image.new("L", (round(font.getlength(text)) + pixels, round(1.5 * pixels)), 255)
    ImageDraw.Draw(picture).text((pixels // 2, round(1.1 * pixels)), text, font=font, anchor="ls")
    return np.asarray(picture)


def scanned(strip: np.ndarray) -> np.ndarray:
    """As a worn scanner at 150 dpi gives it: small, grey, grainy, packed hard."""
    small = cv2.resize(strip, None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA)
    grey = cv2.GaussianBlur(40 + small * (190 / 255), (0, 0), 0.7)
    grain = np.random.default_rng(1).normal(0, 9, grey.shape)
    packed = cv2.imencode(".jpg", np.clip(grey + grain, 0, 255), [cv2.IMWRITE_JPEG_QUALITY, 50])[1]
    return cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)


def numbers_in(text: str) -> str:
    return "".join(letter for letter in text if letter in NUMBER_SIGNS)


@pytest.mark.parametrize("text", LINES)
@pytest.mark.parametrize("face", ["Regular", "Bold"])
def test_numbers_in_print_are_read(text, face):
    assert numbers_in(read_strip(drawn(text, face=face)).text) == numbers_in(text)


@pytest.mark.parametrize("text", LINES)
def test_numbers_in_a_poor_scan_are_read(text):
    assert numbers_in(read_strip(scanned(drawn(text))).text) == numbers_in(text)


def test_a_rule_and_a_neighbour_s_marks_do_not_become_digits():
    strip = drawn("๒๕ สิงหาคม ๒๕๖๙").copy()
    strip[-6:-3, 10:-10] = 0
    strip[:4, 60:70] = 0

    assert numbers_in(read_strip(strip).text) == "๒๕๒๕๖๙"


def test_a_character_tells_where_it_stands():
    font = ImageFont.truetype(FONTS / "Sarabun-Regular.ttf", 44)
    text = "๓๔๗๑๐"

    found = read_strip(drawn(text)).characters

    for number, character in enumerate(found):
        middle = 22 + (font.getlength(text[:number]) + font.getlength(text[: number + 1])) / 2
        assert (character.left + character.right) / 2 == pytest.approx(middle, abs=5)
        assert 0 < character.right - character.left < 40


def test_words_stand_apart_as_on_paper():
    assert read_strip(drawn("๑๖ มิถุนายน ๒๕๖๕")).text.split()[0::2] == ["๑๖", "๒๕๖๕"]


def test_confidence_falls_with_the_ink():
    strip = drawn("๐๘๐๑.๔/๑๖๕๘")
    noise = np.random.default_rng(2).normal(0, 75, strip.shape)
    ruined = np.clip(cv2.GaussianBlur(strip.astype(np.float32), (0, 0), 6) + noise, 0, 255)

    clear, poor = read_strip(strip), read_strip(ruined.astype(np.uint8))

    assert clear.confidence > 0.7
    assert poor.confidence < clear.confidence - 0.2
    assert all(0 <= character.confidence < 1 for character in clear.characters)


def test_rivals_of_a_doubtful_digit_are_named():
    strip = cv2.GaussianBlur(drawn("๔๕๔๕๔๕๔๕"), (0, 0), 6)

    characters = read_strip(strip).characters

    assert any(character.rivals for character in characters)
    for character in characters:
        shares = [share for _, share in character.rivals]
        assert sum(shares) + character.confidence <= 1.001
        assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize(
    "strip",
    [
        np.zeros((0, 0), np.uint8),
        np.zeros((1, 1), np.uint8),
        np.zeros((1, 500), np.uint8),
        np.zeros((500, 1), np.uint8),
        np.zeros((40, 200), np.uint8),
        np.full((40, 200), 255, np.uint8),
        np.full((9000, 9000), 255, np.uint8),
        np.full((5, 100_000), 255, np.uint8),
    ],
    ids=["empty", "dot", "row", "column", "black", "white", "huge", "ribbon"],
)
def test_where_nothing_can_be_read_nothing_is(strip):
    assert read_strip(strip) == Strip("", (), 0.0)


@pytest.mark.parametrize(
    "shape", [(5, 5), (6, 3000), (3000, 6), (40, 40), (300, 20), (1500, 1500), (30, 9000)]
)
def test_any_grain_is_read_without_failing(shape):
    grain = np.random.default_rng(3).integers(0, 256, shape, dtype=np.uint8)

    found = read_strip(grain)

    assert all(0 <= character.left < character.right <= shape[1] for character in found.characters)


@pytest.mark.parametrize(
    "strip", [np.zeros((40, 200, 3), np.uint8), np.zeros((40, 200)), np.zeros(40, np.uint8)]
)
def test_what_is_no_strip_is_refused_in_words(strip):
    with pytest.raises(ValueError, match="a strip is a"):
        read_strip(strip)


def test_the_card_belongs_to_the_model():
    card = json.loads(CARD_FILE.read_text(encoding="utf-8"))
    model = MODEL_FILE.read_bytes()

    assert card["sha256"] == hashlib.sha256(model).hexdigest()
    assert card["bytes"] == len(model) < 1_000_000
    assert card["made_by"]["command"].startswith("scripts/train_digits --seed")
    assert all(font["version"] and font["licence"] for font in card["fonts"])


def test_the_card_s_figures_are_of_typefaces_held_out():
    card = json.loads(CARD_FILE.read_text(encoding="utf-8"))
    use = {font["family"]: font["use"] for font in card["fonts"]}

    assert set(card["measured"]["families"]) == {name for name in use if use[name] == "test"}
    # What this model reaches; 0.995 and 0.97 are wanted. The next may not be worse.
    assert card["measured"]["unseen"]["clean"]["thai_digits"] >= 0.995
    assert card["measured"]["unseen"]["clean"]["thai_digit_alone"] >= 0.995
    assert card["measured"]["unseen"]["degraded"]["thai_digits"] >= 0.94


def test_the_card_does_not_claim_more_than_was_right():
    card = json.loads(CARD_FILE.read_text(encoding="utf-8"))

    for dot in card["measured"]["reliability"]["digits"]:
        spread = 3 * (dot["claimed"] * (1 - dot["claimed"]) / dot["count"]) ** 0.5
        assert dot["right"] >= dot["claimed"] - 0.03 - spread
