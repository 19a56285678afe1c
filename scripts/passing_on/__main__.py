"""python -m scripts.passing_on [--measure] [--to DIR]; see scripts/train_passing_on."""

import argparse
import sys
from pathlib import Path

from saraban.rules.letter_reading.duties.passing_on.tagger import FOLDER, MODEL, WORDS, Tagger
from scripts.passing_on.bodies import KEPT_ASIDE, LEARNT, bodies_in
from scripts.passing_on.learning import taught, words_of
from scripts.passing_on.measuring import measured
from scripts.passing_on.page import page
from scripts.passing_on.wear import worn

SEED = 2569
WORN = 0.5  # of the bodies, learnt from once more as scans hand them on


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/train_passing_on")
    parser.add_argument("--measure", action="store_true", help="learn nothing: measure")
    parser.add_argument("--to", type=Path, default=FOLDER, help="where the model is put")
    asked = parser.parse_args()
    learnt = bodies_in(LEARNT)
    if not asked.measure:
        bodies = [body for file in learnt.values() for body in file]
        words = words_of(bodies)
        bodies += worn(bodies, WORN, SEED)
        print(f"learning: {len(bodies)} bodies, worn ones among them", flush=True)
        asked.to.mkdir(parents=True, exist_ok=True)
        (asked.to / WORDS).write_text("\n".join(words) + "\n", "utf-8")
        (asked.to / MODEL).write_bytes(taught(bodies, words))
    words = (asked.to / WORDS).read_text("utf-8").split()
    model = (asked.to / MODEL).read_bytes()
    tagger = Tagger(model, words)
    aside = {name: measured(tagger, bodies) for name, bodies in bodies_in(KEPT_ASIDE).items()}
    clauses = {name: sum(len(body.clauses) for body in file) for name, file in learnt.items()}
    told = page(model, len(words), clauses, aside)
    (asked.to / "README.md").write_text(told, "utf-8")
    print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
