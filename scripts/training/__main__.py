"""python -m scripts.training [--long] [--steps N] [--measure] ...; see scripts/train_digits."""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from saraban.paper.digits.digit_model import FOLDER, card_from
from scripts.training.batches import BATCH
from scripts.training.fonts import Face, fetch_faces
from scripts.training.learning import Round, learn, rounds_of
from scripts.training.measuring import by_family, calibrated, figures, reliability
from scripts.training.model_card import Making, blank_card, write_card
from scripts.training.onnx_file import onnx_model
from scripts.training.reading import Reader

SEED = 2569
# Batches of both rounds: enough to read a worn digit alone, and what the model that stands in the
# project was given, which reads worn lines better.
STEPS, MORE = 3_900, 1_600
LONG_STEPS, LONG_MORE = 11_500, 4_800
LINES = 1000  # for each figure


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/train_digits")
    parser.add_argument("--steps", type=int, help=f"batches to learn from ({STEPS})")
    parser.add_argument("--more", type=int, help=f"of the second round ({MORE})")
    parser.add_argument(
        "--long", action="store_true", help=f"{LONG_STEPS} and {LONG_MORE} where not told"
    )
    parser.add_argument("--seed", type=int, default=SEED, help=f"of all chance in it ({SEED})")
    parser.add_argument("--fonts", type=Path, help="folder that keeps the fonts for the next time")
    parser.add_argument("--lines", type=int, default=LINES, help=f"to measure by ({LINES})")
    parser.add_argument("--to", type=Path, default=FOLDER, help="where model and card are put")
    parser.add_argument(
        "--measure", action="store_true", help="learn nothing: measure the model that is there"
    )
    asked = parser.parse_args()
    fonts = asked.fonts or Path(tempfile.mkdtemp(prefix="saraban-fonts-"))
    try:
        print("fonts: fetching and joining", flush=True)
        faces = fetch_faces(fonts)
        if asked.measure:
            model, making = made(asked.to)
        else:
            model, making = taught(faces, asked.seed, rounds_asked(asked))
        measure(model, making, faces, asked.lines, asked.to)
    finally:
        if asked.fonts is None:
            shutil.rmtree(fonts)
    return 0


def rounds_asked(asked: argparse.Namespace) -> tuple[Round, ...]:
    """The rounds of the command's --steps, --more and --long."""
    steps, more = (LONG_STEPS, LONG_MORE) if asked.long else (STEPS, MORE)
    return rounds_of(
        steps if asked.steps is None else asked.steps, more if asked.more is None else asked.more
    )


def taught(faces: list[Face], seed: int, rounds: Sequence[Round]) -> tuple[bytes, Making]:
    """A model's file taught in these rounds, and how."""
    for one in rounds:
        print(f"learning: {one.batches} batches of {BATCH} strips, seed {seed}")
    learnt = [face for face in faces if face.use == "training"]
    network, seconds = learn(learnt, seed=seed, rounds=rounds)
    steps, more = (one.batches for one in rounds)
    command = f"scripts/train_digits --seed {seed} --steps {steps} --more {more}"
    weights = sum(parameter.numel() for parameter in network.parameters())
    batches = steps + more
    making = Making(command, seed, batches, batches * BATCH, round(seconds), weights)
    return onnx_model(network).SerializeToString(), making


def made(folder: Path) -> tuple[bytes, Making]:
    """The model that stands there, and how it was made.

    To be measured anew where the reading around it has changed: its curves belong to both.
    """
    told = json.loads((folder / "digits.json").read_text(encoding="utf-8"))
    return (folder / "digits.onnx").read_bytes(), Making(**told["made_by"])


def measure(model: bytes, making: Making, faces: list[Face], lines: int, to: Path) -> None:
    """Fit what the model may claim, measure it in unseen typefaces, and write it with its card."""
    seed = str(making.seed)
    with tempfile.NamedTemporaryFile(suffix=".onnx") as file:
        file.write(model)
        file.flush()
        print("measuring: confidence, then figures", flush=True)
        kept = [face for face in faces if face.use == "calibration"]
        reader = Reader(Path(file.name), card_from(blank_card()), kept)
        card = calibrated(reader, seed, 3 * lines)
        unseen = [face for face in faces if face.use == "test"]
        reader = Reader(Path(file.name), card, unseen)
        measured = {
            "unseen": figures(reader, seed, lines),
            "families": by_family(reader, seed, lines // 2),
            "reliability": reliability(reader, seed, 2 * lines),
        }
    write_card(to, model, card, making, faces, measured)
    for wear, shares in measured["unseen"].items():
        print(f"  {wear}: {shares}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
