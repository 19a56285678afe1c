"""The digit reader's network and its card: loaded once, run in one thread.

`models/digits.onnx` and `models/digits.json` are made together by scripts/train_digits.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from saraban.paper.digits.digit_strip import HEIGHT, Ink

FOLDER = Path(__file__).parent.parent / "models"
MODEL_FILE = FOLDER / "digits.onnx"
CARD_FILE = FOLDER / "digits.json"
# Blank paper before and after the strip, and widths in steps, as each new width costs a little.
_MARGIN = 8
_WIDTH_STEP = 32

Answers = NDArray[np.float32]
Curve = tuple[tuple[float, float], ...]  # (what the network says, how often it is then right)


@dataclass(frozen=True)
class Alphabet:
    """What the numbers of the answers mean; the first of each is "nothing here"."""

    signs: tuple[str, ...]
    above: tuple[str, ...]
    tones: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def parts(self) -> tuple[int, ...]:
        """Answers side by side: the four questions, and two reaches of a sign's ink."""
        return len(self.signs), len(self.above), len(self.tones), len(self.below), 2


@dataclass(frozen=True)
class Card:
    """What decoding needs of the card; the figures in it are for people."""

    alphabet: Alphabet
    stride: int
    reach_unit: float
    digits_curve: Curve
    letters_curve: Curve
    strips_curve: Curve


@lru_cache(maxsize=1)
def model_card() -> Card:
    return card_from(json.loads(CARD_FILE.read_text(encoding="utf-8")))


def card_from(told: dict[str, Any]) -> Card:
    """The card's part for decoding, out of digits.json."""
    alphabet, confidence = told["alphabet"], told["confidence"]
    return Card(
        Alphabet(*(tuple(alphabet[name]) for name in ("signs", "above", "tones", "below"))),
        told["stride"],
        told["reach_unit"],
        *(tuple(map(tuple, confidence[name])) for name in ("digits", "letters", "strips")),
    )


def answers_of(ink: Ink, *, stride: int, model: Path = MODEL_FILE) -> tuple[Answers, int]:
    """The network's answers (parts, columns / stride), and the column that answer 0 starts at.

    ink is (HEIGHT, width) as digit_strip levels it.
    """
    width = ink.shape[1]
    padded = -(-(width + 2 * _MARGIN) // _WIDTH_STEP) * _WIDTH_STEP
    laid = np.zeros((1, 1, HEIGHT, padded), np.float32)
    laid[0, 0, :, _MARGIN : _MARGIN + width] = ink
    answers = _session(model).run(None, {"ink": laid})[0][0]
    return answers[:, : -(-(width + 2 * _MARGIN) // stride)], -_MARGIN


@lru_cache(maxsize=2)
def _session(model: Path) -> Any:
    # 120 ms and 45 MB, only in a process that reads scans.
    import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    # Strips are of many widths: an arena would keep room for each of them.
    settings.enable_cpu_mem_arena = False
    settings.enable_mem_pattern = False
    settings.log_severity_level = 3
    return onnxruntime.InferenceSession(str(model), settings, providers=["CPUExecutionProvider"])
