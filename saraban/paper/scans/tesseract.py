"""Tesseract, the one program that reads printed Thai: run in a child with limits.

Its Thai model cannot write ๔ ๖ ๗ ๘ ๙ and is as sure of the wrong digit as of the right one:
what it says of digits is only a hint where digits are (see scan_digits).
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from saraban.errors import OcrMissing, PageTooSlow

Picture = NDArray[np.uint8]

PROGRAM = "tesseract"
LANGUAGES = "tha"
_ONE_LINE = "7"
# An unsure line is not read once more as light on dark: ours are dark on light.
_VARIABLES = ("-c", "preserve_interword_spaces=1", "-c", "tessedit_do_invert=0")
MOST_SECONDS = 60
MOST_MEMORY_BYTES = 1024 * 1024 * 1024
MOST_OUTPUT_BYTES = 16 * 1024 * 1024
# Of what quarter_turn says of a page with a few lines of text; of noise it is 0 to 3.
_SURE_OF_TURN = 4.0

# The shell sets the limits and becomes the program: preexec_fn is unsafe beside threads.
_LIMITED = 'ulimit -c 0; ulimit -v {memory}; ulimit -t {seconds}; ulimit -f {blocks}; exec "$@"'
_TURN = re.compile(r"^Rotate: ([0-9]+)$.*?^Orientation confidence: ([0-9.]+)$", re.M | re.S)
_MISSING = 127


@dataclass(frozen=True)
class Glyphs:
    """One character with its marks, or a few; box in pixels, confidence 0 to 1.

    source is "digits" where our own reader put in what it saw; rivals are then the other digits
    it may be, the likeliest first, each with its share.
    """

    text: str
    box: tuple[int, int, int, int]
    confidence: float
    is_after_blank: bool
    source: str = "ocr"
    rivals: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class OcrLine:
    """A line as Tesseract saw it, from left to right."""

    glyphs: tuple[Glyphs, ...]

    @property
    def text(self) -> str:
        """The line's words with the blanks between them."""
        return "".join((" " if g.is_after_blank else "") + g.text for g in self.glyphs).strip()

    @property
    def confidence(self) -> float:
        """The mean over its characters, 0 to 1."""
        weights = [len(g.text) for g in self.glyphs]
        return float(np.average([g.confidence for g in self.glyphs], weights=weights))


def lines_of(
    pictures: Sequence[Picture], *, page: int, languages: str = LANGUAGES
) -> list[OcrLine | None]:
    """What stands on each of these pictures of one line, (H, W), dark on light, at 300 dpi.

    None for a picture without a legible character. One run for all of them: starting the
    program and loading its models costs as much as several lines. Raises OcrMissing or
    PageTooSlow.
    """
    if not pictures:
        return []
    with tempfile.TemporaryDirectory(prefix="saraban-ocr-") as folder:
        out, names = Path(folder) / "read", []
        for number, picture in enumerate(pictures):
            names.append(f"{folder}/{number}.pgm")
            cv2.imwrite(names[-1], picture)
        listed = Path(folder) / "lines.txt"
        listed.write_text("\n".join(names) + "\n", "utf-8")
        options = ["-l", languages, "--dpi", "300", "--psm", _ONE_LINE]
        _run([str(listed), str(out), *options, *_VARIABLES, "tsv", "txt"], page)
        table = out.with_suffix(".tsv").read_text("utf-8", errors="replace")
        text = out.with_suffix(".txt").read_text("utf-8", errors="replace")
    return _lines(table, text, len(pictures))


def quarter_turn(picture: Picture, *, page: int, least_sure: float = _SURE_OF_TURN) -> int | None:
    """How many degrees clockwise (0, 90, 180, 270) the picture has to be turned to be upright.

    None where there is too little text to say. least_sure: how sure to be, the more the surer.
    Enough at 150 dpi. Raises OcrMissing or PageTooSlow.
    """
    with tempfile.TemporaryDirectory(prefix="saraban-ocr-") as folder:
        file = Path(folder) / "page.pgm"
        cv2.imwrite(str(file), picture)
        told = _run([str(file), "-", "--psm", "0", "--dpi", "150"], page, may_fail=True)
    found = _TURN.search(told)
    return int(found[1]) if found and float(found[2]) >= least_sure else None


def _run(arguments: list[str], page: int, *, may_fail: bool = False) -> str:
    limits = _LIMITED.format(
        memory=MOST_MEMORY_BYTES // 1024, seconds=MOST_SECONDS, blocks=MOST_OUTPUT_BYTES // 512
    )
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; the file's name is ours
            ["/bin/sh", "-c", limits, "sh", PROGRAM, *arguments],
            capture_output=True,
            timeout=MOST_SECONDS + 5,
            check=False,
            # Its own threads make one page three times slower; pages run side by side instead.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise PageTooSlow(page=page, seconds=MOST_SECONDS) from None
    if done.returncode == _MISSING or b"Error opening data file" in done.stderr:
        raise OcrMissing(languages=LANGUAGES)
    if done.returncode != 0 and not may_fail:
        raise PageTooSlow(page=page, seconds=MOST_SECONDS)
    return done.stdout.decode("utf-8", errors="replace")


def _lines(table: str, text: str, count: int) -> list[OcrLine | None]:
    """The table knows the places, the text the blanks: both in the order of the pictures."""
    rows = [row.split("\t") for row in table.splitlines()[1:]]
    words = [row for row in rows if len(row) == 12 and row[0] == "5" and row[11].strip()]
    printed = [" ".join(part.split()) for part in text.split("\f")]
    lines: list[OcrLine | None] = [None] * count
    for number, group in groupby(words, key=lambda row: int(row[1])):
        glyphs = list(group)
        read = [row[11].strip() for row in glyphs]
        blanks = _blanks(read, printed[number - 1] if number <= len(printed) else "")
        boxes = []
        for row in glyphs:
            left, top, width, height = (int(value) for value in row[6:10])
            boxes.append((left, top, left + width, top + height))
        lines[number - 1] = OcrLine(
            tuple(
                Glyphs(word, box, max(0.0, float(row[10]) / 100), blank)
                for word, row, box, blank in zip(read, glyphs, boxes, blanks, strict=True)
            )
        )
    return lines


def _blanks(words: list[str], printed: str) -> list[bool]:
    """For each word whether a blank stands before it on the printed line."""
    blanks, at = [], 0
    for word in words:
        rest = printed[at:]
        is_after_blank = rest[:1].isspace()
        at += len(rest) - len(rest.lstrip())
        blanks.append(is_after_blank)
        at = at + len(word) if printed.startswith(word, at) else at
    return blanks
