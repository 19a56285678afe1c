"""Two readings of one line made one: letters by Tesseract, digits by our own reader.

The two are laid side by side by what they say and where they say it. Wherever our reader sees
a digit, or a separator between digits, it is believed; where only Tesseract sees one, there is
a letter or nothing.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from saraban.paper.digits.digit_reader import Strip
from saraban.paper.scans.letters_settled import with_known_letters
from saraban.paper.scans.line_alignment import aligned, usual_width
from saraban.paper.scans.line_signs import DIGIT, LineSign
from saraban.paper.scans.month_words import with_months
from saraban.paper.scans.number_codes import with_codes
from saraban.paper.scans.tesseract import Glyphs, OcrLine
from saraban.paper.scans.whole_numbers import with_whole_numbers
from saraban.thai.digits import to_arabic, to_thai

_CLUSTER = re.compile("[^\u0e31\u0e34-\u0e3a\u0e47-\u0e4e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*|.")
_THAI_DIGIT = re.compile("[๐-๙]")
_SEPARATORS = "/.-:,()"
_MARKED_LETTER = re.compile("[ก-ฮ].|[เ-ไะาำ]")
# A lone digit in the middle of letters, which Tesseract takes for a letter, has to be sure.
_SURE_AGAINST_LETTER = 0.75
_OFFICE_WITH_COMMA = re.compile("[0-9๐-๙]{4,5}(?:[.,][0-9๐-๙]{1,3}){1,3}(?=/)")
_QUOTES = "“”‘’\"'"
_SURE_ENOUGH = 0.5


def with_digits(line: OcrLine | None, strip: Strip, height: int) -> OcrLine | None:
    """The line as Tesseract read it with the strip's digits in it; height of both in pixels.

    Glyphs that come from our reader have the source "digits". None where neither read anything.
    """
    ours = _signs_of_strip(strip)
    if not any(sign.is_digit for sign in ours) and not _has_digit(line):
        signs = _signs_of_line(line) if line else []
        settled = with_known_letters(signs, ours)
        return line if settled == signs else _line_of(settled, height)
    if line is None:
        digits = sum(sign.is_digit for sign in ours)
        sure = sum(sign.confidence for sign in ours) / max(1, len(ours))
        merged = ours if 2 * digits >= len(ours) and sure >= _SURE_ENOUGH else []
    else:
        theirs = with_months(with_codes(_signs_of_line(line), ours), ours)
        merged = with_known_letters(_merged(theirs, ours), ours)
        merged = _with_stops(with_whole_numbers(merged, ours))
    return _line_of(merged, height)


def line_of_strip(strip: Strip, height: int) -> OcrLine | None:
    """What our own reader alone saw; None for nothing. height of the strip in pixels."""
    return _line_of(_signs_of_strip(strip), height)


def _line_of(signs: Sequence[LineSign], height: int) -> OcrLine | None:
    glyphs = tuple(
        Glyphs(
            sign.text,
            (round(sign.left), 0, round(sign.right), height),
            sign.confidence,
            sign.is_after_blank,
            sign.source,
            sign.rivals,
        )
        for sign in signs
    )
    return OcrLine(glyphs) if glyphs else None


def _has_digit(line: OcrLine | None) -> bool:
    return line is not None and DIGIT.search(line.text) is not None


def _signs_of_line(line: OcrLine) -> list[LineSign]:
    signs: list[LineSign] = []
    for glyphs in line.glyphs:
        parts = _CLUSTER.findall(glyphs.text)
        left, _, right, _ = glyphs.box
        width = (right - left) / len(parts)
        for place, part in enumerate(parts):
            is_mark = _MARKED_LETTER.match(f"ก{part}") is not None and not part[0].isalnum()
            if signs and is_mark and "\u0e31" <= part[0] <= "\u0e4e" and not glyphs.is_after_blank:
                last = signs[-1]
                signs[-1] = replace(last, text=last.text + part)
                continue
            signs.append(
                LineSign(
                    part,
                    left + place * width,
                    left + (place + 1) * width,
                    glyphs.confidence,
                    glyphs.is_after_blank and place == 0,
                    "ocr",
                )
            )
    return signs


def _signs_of_strip(strip: Strip) -> list[LineSign]:
    signs, at = [], 0
    for character in strip.characters:
        found = strip.text.find(character.text, at)
        is_after_blank = found > at and strip.text[at:found].isspace()
        at = found + len(character.text) if found >= 0 else at
        signs.append(
            LineSign(
                character.text,
                character.left,
                character.right,
                character.confidence,
                is_after_blank,
                "digits",
                character.rivals,
            )
        )
    return _in_one_script(signs)


def _in_one_script(signs: list[LineSign]) -> list[LineSign]:
    """Thai and Arabic digits do not mix in one number: ๐ and 0 are told apart by the others."""
    out: list[LineSign] = []
    for is_number, group in groupby(signs, key=lambda s: s.is_digit or s.text in _SEPARATORS):
        run = list(group)
        digits = [sign for sign in run if sign.is_digit]
        if is_number and digits:
            thai = sum(_THAI_DIGIT.match(sign.text) is not None for sign in digits)
            turn = to_thai if 2 * thai >= len(digits) else to_arabic
            run = [_turned(sign, turn) for sign in run]
        out += run
    return out


def _turned(sign: LineSign, turn: Callable[[str], str]) -> LineSign:
    """The sign in the script of its number, and of its rivals the digits; others are none."""
    text = turn(sign.text)
    shares: dict[str, float] = {}
    for rival, share in sign.rivals if sign.is_digit else ():
        if DIGIT.fullmatch(rival) and turn(rival) != text:
            shares[turn(rival)] = shares.get(turn(rival), 0.0) + share
    rivals = sorted(shares.items(), key=lambda one: -one[1])
    return replace(sign, text=text, rivals=tuple(rivals))


def _merged(theirs: Sequence[LineSign], ours: Sequence[LineSign]) -> list[LineSign]:
    """Both readings as one, from left to right."""
    numeric = _numeric_places(ours)
    merged: list[LineSign] = []
    last, is_latin = -1, False
    for their_place, our_place in aligned(theirs, ours):
        last = last if our_place is None else our_place
        if our_place is None and last in numeric and last + 1 in numeric:
            is_close = ours[last + 1].left - ours[last].right < 0.5 * usual_width(ours)
            if is_close and not ours[last + 1].is_after_blank:
                continue  # Tesseract made two letters of one digit
        their = None if their_place is None else theirs[their_place]
        our = None if our_place is None else ours[our_place]
        if their_place is not None:
            is_latin = _in_latin_word(theirs, their_place)
        beside = {last - 1, last + 1}
        is_alone = not numeric & beside
        is_lone_digit = not any(ours[place].is_digit for place in numeric & beside)
        is_number = our_place in numeric and not is_latin
        if is_lone_digit and their is not None and their.text[0] in _QUOTES:
            is_number = False  # our reader knows no “, and takes it for a small 5
        if our is not None and is_number and _is_believed(our, their, is_alone):
            blank = our.is_after_blank or (
                their is not None and their.is_after_blank and not _is_at_stop(ours, last)
            )
            merged.append(replace(our, is_after_blank=blank))
        elif their is None:
            continue
        elif not their.is_digit:
            merged.append(their)
        elif our is not None and our.confidence >= _SURE_ENOUGH:
            # Tesseract's digit is our letter: ที่ read as ๑.
            mine = replace(our, is_after_blank=their.is_after_blank, source="ocr", rivals=())
            merged.append(mine)
        elif our is not None:
            merged.append(replace(their, confidence=min(their.confidence, our.confidence)))
    return merged


def _with_stops(signs: Sequence[LineSign]) -> list[LineSign]:
    """The signs, a comma among the figures of an office and before a slash the stop it is.

    Behind four figures no comma parts thousands.
    """
    text = "".join(sign.text[0] for sign in signs)
    stops = {
        at
        for number in _OFFICE_WITH_COMMA.finditer(text)
        for at in range(*number.span())
        if text[at] == "," and not signs[at + 1].is_after_blank
    }
    return [replace(sign, text=".") if place in stops else sign for place, sign in enumerate(signs)]


def _is_at_stop(signs: Sequence[LineSign], place: int) -> bool:
    """Whether it is a full stop behind a digit or the digit behind it: 0018 .1 is 0018.1."""
    text = "".join(sign.text for sign in signs[max(0, place - 2) : place + 1])
    return re.search(r"[0-9๐-๙]\.[0-9๐-๙]?$", text) is not None


def _in_latin_word(signs: Sequence[LineSign], place: int) -> bool:
    """Whether a sign is a Latin letter next to another: its o and l are no digits."""

    def is_latin(sign: LineSign) -> bool:
        return sign.text.isascii() and sign.text.isalpha()

    if not is_latin(signs[place]):
        return False
    before = place > 0 and not signs[place].is_after_blank and is_latin(signs[place - 1])
    after = place + 1 < len(signs) and not signs[place + 1].is_after_blank
    return before or (after and is_latin(signs[place + 1]))


def _numeric_places(signs: Sequence[LineSign]) -> set[int]:
    """The digits, and the separators that touch one."""
    places = {place for place, sign in enumerate(signs) if sign.is_digit}
    for before, after in pairwise(range(len(signs))):
        for one, other in ((before, after), (after, before)):
            if signs[one].text in _SEPARATORS and signs[other].is_digit:
                places.add(one)
    return places


def _is_believed(our: LineSign, their: LineSign | None, is_alone: bool) -> bool:
    if their is None:
        # A digit inside a word, and Tesseract saw nothing there: an edge of a letter.
        return our.confidence >= _SURE_ENOUGH and (not is_alone or our.is_after_blank)
    if not our.is_digit:
        # Brackets and full stops beside letters are read well by both.
        return their.text[0] not in "()" and our.confidence >= _SURE_ENOUGH
    is_letter = _MARKED_LETTER.match(their.text) or (is_alone and their.text[0].isalpha())
    if their.is_digit or not is_letter:
        return True
    return our.confidence >= _SURE_AGAINST_LETTER
