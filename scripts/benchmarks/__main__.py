"""python -m scripts.benchmarks [NAME ...] [--json] [--engine ENGINE]; see scripts/bench."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib import import_module

from scripts.benchmarks.measuring import Result
from tests.engines import ENGINES

# name: on which engines it is asked
BENCHES = {
    "register": ENGINES,
    "fan_out": ENGINES,
    "tree": ENGINES,
    "cascade": ENGINES,
    "duties": ENGINES,
    "letters_list": ENGINES,
    "gaps": ENGINES,
    "review": ENGINES,
    "web_memory": ("sqlite",),
    "read": ("none",),
    "paper": ("none",),
    "help_time": ("none",),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--json", action="store_true", help="a list of objects, for programs")
    parser.add_argument("--engine", choices=ENGINES, help="one engine only")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(BENCHES):
        parser.error(
            f"no bench is called {', '.join(sorted(unknown))}; there are: {', '.join(BENCHES)}"
        )
    results = []
    for result in measured(asked.names or list(BENCHES), asked.engine):
        results.append(result)
        if not asked.json:
            print(line(result), flush=True)
    if asked.json:
        print(json.dumps([asdict(result) for result in results], indent=1))
    return 0 if all(result.holds for result in results) else 1


def measured(names: list[str], engine: str | None) -> Iterator[Result]:
    for name in names:
        bench = import_module(f"scripts.benchmarks.{name}")
        for each in BENCHES[name]:
            if engine in (None, each) or each == "none":
                yield from bench.measure(each)


def line(result: Result) -> str:
    def figure(value: float | None) -> str:
        return "" if value is None else f"{value:.4g}"

    return (
        f"{result.name:<42} {result.engine:<9} {figure(result.ours):>8} {figure(result.bare):>8} "
        f"{figure(result.ratio):>7}  {result.unit:<10} {result.bar:<16} "
        f"{'holds' if result.holds else 'MISSED'}"
    )


if __name__ == "__main__":
    sys.exit(main())
