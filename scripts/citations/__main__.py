"""python -m scripts.citations [SEED ...]; see scripts/measure_citations."""

import argparse

from saraban.records.database import bind, connected
from saraban.records.schema import upgrade
from tests import engines
from tests.cast import make_cast
from tests.citations.labelled import make_set
from tests.citations.measuring import Score, keep_letters, measured

SEEDS = (1, 2, 3, 4, 5, 6, 7, 8, 777, 20260)


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/measure_citations")
    parser.add_argument("seeds", nargs="*", type=int, default=SEEDS, metavar="SEED")
    asked = parser.parse_args()
    print(
        "seed     citations  known  linked  right  offered  right  open  precision  recall  found"
    )
    together = Score()
    for seed in asked.seeds:
        with engines.database_url("sqlite") as url:
            bind(url)
            with connected():
                upgrade()
                made = make_set(seed)
                score, wrong = measured(made, keep_letters(made, make_cast().province.unit))
        print(line(str(seed), score))
        for citation, linked in wrong:
            meant = citation.meant.key if citation.meant else "no letter known"
            print(f"  wrong ({citation.way}): {citation.text} -> {linked}, meant {meant}")
        for name, value in vars(score).items():
            setattr(together, name, getattr(together, name) + value)
    print(line("together", together))


def line(name: str, score: Score) -> str:
    return (
        f"{name:<8} {score.citations:>9} {score.linkable:>6} {score.linked:>7} "
        f"{score.linked_right:>6} {score.proposed:>8} {score.proposed_right:>6} {score.open:>5} "
        f"{score.precision:>10.4f} {score.recall:>7.3f} {score.found:>6.3f}"
    )


if __name__ == "__main__":
    main()
