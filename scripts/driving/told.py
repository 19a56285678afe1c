"""What a circular that was driven down came to, counted from the acts and not from records."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from saraban.rules.deliveries import State
from saraban.rules.units import LOCAL_KINDS
from scripts.driving.country import Agency, Country

Where = Mapping[int, tuple[Agency, State]]  # by agency


@dataclass
class Told:
    """What was done: the state of each delivery by province and kind, and who hangs where.

    states: (province, kind, state) to count. paper: bodies that have it from an office without
    records. waiting: bodies by province that wait for somebody above to pass it on.
    forgotten: bodies that are in nobody's list. unheard: bodies of an office without records
    whose letter others show, and that show nothing themselves.
    """

    root_uid: str = ""
    due_on: date = date.min
    acts: int = 0
    states: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    paper: Counter[str] = field(default_factory=Counter)
    waiting: Counter[str] = field(default_factory=Counter)
    forgotten: Counter[str] = field(default_factory=Counter)
    unheard: Counter[str] = field(default_factory=Counter)


def add_up(told: Told, country: Country, state: Where, on_paper: Collection[int]) -> None:
    """Add up where everybody is at the end, and who waits for whom.

    on_paper: the bodies that registered a letter of an office without records.
    """
    for agency, reached in state.values():
        told.states[(agency.province, agency.kind, reached.value)] += 1
    for province in country.provinces:
        for unit in province.below:
            _count_waiting(told, unit, province, state, on_paper)


def _count_waiting(
    told: Told, unit: Agency, province: Agency, state: Where, on_paper: Collection[int]
) -> None:
    """A unit below a province and what is below it: who waits, who was never heard of."""
    if unit.kind in LOCAL_KINDS:
        if unit.id not in state and not _has_told(province, state):
            told.waiting[province.name] += 1
        return
    missing = [one for one in unit.below if one.id not in state]
    is_shown = any(one.id in on_paper for one in unit.below)
    count = told.unheard if is_shown else told.waiting
    count[province.name] += len(missing)


def _has_told(agency: Agency, state: Where) -> bool:
    known = state.get(agency.id)
    return known is not None and known[1] is State.PASSED_ON
