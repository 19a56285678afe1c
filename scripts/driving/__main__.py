"""python -m scripts.driving --data DIR …; see scripts/country."""

import argparse
import json
import os
import sys
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from saraban import clock
from saraban.clock import BANGKOK
from saraban.desk import demo, office
from saraban.records import file_store
from saraban.records.database import bind
from saraban.settings import Settings
from scripts.driving.checking import differences
from scripts.driving.country import Country, add_bodies, settle
from scripts.driving.driver import Driver
from scripts.driving.told import Told

TOLD = "driven.json"
BETWEEN_CIRCULARS = timedelta(days=30)


def main() -> int:
    asked = _asked()
    os.environ["SARABAN_DATA"] = str(asked.data)
    from config import load_settings  # noqa: PLC0415 - after the folder is chosen

    settings = load_settings()
    bind(settings.database_url)
    file_store.use_folder(settings.data_dir)
    if not asked.check:
        _make(asked)
    return _check(asked.data / TOLD, settings)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/country")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--units", type=Path)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--start", type=date.fromisoformat)
    parser.add_argument("--until", type=date.fromisoformat)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--circulars", type=int, default=1)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    if not 0 < asked.share <= 1:
        parser.error("--share must be above 0 and at most 1")
    asked.until = asked.until or clock.today()
    longest = timedelta(days=100) + (asked.circulars - 1) * BETWEEN_CIRCULARS
    asked.start = asked.start or asked.until - longest
    return asked


def _make(asked: argparse.Namespace) -> None:
    """Country and story in one act: all of it or nothing."""
    began = time.monotonic()
    lot = Random(asked.seed)  # noqa: S311 - the same country again, nothing to guard
    start = datetime.combine(asked.start, datetime.min.time(), BANGKOK).replace(hour=9)
    opening = start - timedelta(days=30)
    told: list[Told] = []

    def story(password: str) -> None:
        office.open_office(opening)
        system = office.system_actor()
        count = add_bodies(system, opening, asked.units, lot)
        _say(began, f"{count:,} local bodies")
        country = settle(system, opening, share=asked.share, lot=lot, password=password)
        _say(began, f"{len(country.provinces)} provinces take part, with people who can sign in")
        told.extend(_drive(country, asked, lot, start, began))

    with office.opened_database(needs_schema=False):
        office.upgrade_database()
        password = demo.load(story)
    if not told:
        sys.exit("country: this folder has one already; choose an empty folder, or --check")
    _keep(asked.data / TOLD, told)
    for one in told:
        _report(one)
    _say(began, f"done; password of everybody: {password}")


def _drive(
    country: Country, asked: argparse.Namespace, lot: Random, start: datetime, began: float
) -> list[Told]:
    until = datetime.combine(asked.until, datetime.max.time(), BANGKOK)
    told = []
    for order in range(asked.circulars):
        driver = Driver(
            country, lot, start=start + order * BETWEEN_CIRCULARS, until=until, order=order
        )
        told.append(driver.drive(lambda acts, at: _say(began, f"{acts:,} acts, {at:%Y-%m-%d}")))
    return told


def _check(path: Path, settings: Settings) -> int:
    """Say what the pages tell otherwise than was driven; 1 where they do."""
    if not path.exists():
        sys.exit(f"country: nothing was driven in {path.parent}")
    told = json.loads(path.read_text("utf-8"))
    found = [line for one in told for line in differences(settings, one)]
    for line in found:
        print(f"  {line}")
    print("the pages say otherwise than was driven" if found else "the pages say what was driven")
    return 1 if found else 0


def _keep(path: Path, told: list[Told]) -> None:
    lines = [
        {
            "root_uid": one.root_uid,
            "due_on": one.due_on.isoformat(),
            "acts": one.acts,
            "states": [[*key, count] for key, count in sorted(one.states.items())],
            "paper": one.paper,
            "waiting": one.waiting,
            "forgotten": one.forgotten,
            "unheard": one.unheard,
        }
        for one in told
    ]
    path.write_text(json.dumps(lines, ensure_ascii=False, indent=1), encoding="utf-8")


def _report(told: Told) -> None:
    print(f"circular {told.root_uid}: {told.acts:,} acts")
    by_state: dict[str, int] = {}
    for (_, _, state), count in told.states.items():
        by_state[state] = by_state.get(state, 0) + count
    for state, count in by_state.items():
        print(f"  {state:<14}{count:>7,}")
    for name, counts in (
        ("paper", told.paper), ("waiting", told.waiting), ("forgotten", told.forgotten),
        ("unheard", told.unheard),
    ):  # fmt: skip
        print(f"  {name:<14}{sum(counts.values()):>7,}")


def _say(began: float, words: str) -> None:
    print(f"{time.monotonic() - began:7.1f} s  {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
