"""The installation's office holidays, and what is odd about the day of a number."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban.records import Holiday, ProvinceHoliday, RegisterEntry, Unit
from saraban.rules.civil_holidays import known_holidays
from saraban.rules.holidays import DayOddity, oddities
from saraban.rules.office_days import OfficeDays
from saraban.rules.units import UnitKind


@dataclass(frozen=True)
class HolidayLine:
    """A day on which offices are closed; added_by is empty for one that nobody had to enter."""

    day: date
    name_th: str
    added_by: str


@dataclass(frozen=True)
class ProvinceLine:
    """A day on which one province's offices are closed besides."""

    day: date
    province_id: int
    province_uid: str
    province_name: str
    name_th: str
    added_by: str


@dataclass(frozen=True)
class HolidayChange:
    """A day that becomes a holiday of the country or of one province, or none any more.

    name_th is blank for a day that is taken out. province_id is null for the whole country.
    """

    day: date
    name_th: str
    province_id: int | None = None


@dataclass(frozen=True)
class OddDay:
    """What a clerk is told of a day before its number is given; nothing of it forbids.

    holiday is the day's name where it is one; neighbour_on the day of the number that makes it
    out of order.
    """

    day: date
    oddities: tuple[DayOddity, ...]
    holiday: str
    neighbour_on: date | None

    @property
    def code(self) -> str:
        """The oddities as one word, so that a form can say that they were seen."""
        return "+".join((self.day.isoformat(), *self.oddities)) if self.oddities else ""


def holidays_of_year(year: int) -> tuple[HolidayLine, ...]:
    """Those of a Gregorian year, in order."""
    return tuple(_between(date(year, 1, 1), date(year, 12, 31)).values())


def office_days(
    first: date,
    last: date,
    province_id: int | None = None,
    *,
    changes: Collection[HolidayChange] = (),
) -> OfficeDays:
    """The office days from one day to another, to count with: the country's, or one province's.

    changes are taken as if they had been made, to look before saving what they would do.
    """
    country, provinces = office_days_everywhere(first, last, changes=changes)
    return country if province_id is None else provinces.get(province_id, country)


def office_days_everywhere(
    first: date, last: date, *, changes: Collection[HolidayChange] = ()
) -> tuple[OfficeDays, dict[int, OfficeDays]]:
    """The country's office days, and by its id those of each province that has days of its own.

    Two statements, however many provinces there are. changes as in `office_days`.
    """
    country = {day: line.name_th for day, line in _between(first, last).items()}
    own: dict[int, dict[date, str]] = {}
    for line in province_holidays(first, last):
        own.setdefault(line.province_id, {})[line.day] = line.name_th
    for change in changes:
        if not first <= change.day <= last:
            continue
        days = country if change.province_id is None else own.setdefault(change.province_id, {})
        days.pop(change.day, None)
        if change.name_th:
            days[change.day] = change.name_th
    return OfficeDays(country), {key: OfficeDays(days | country) for key, days in own.items()}


def province_holidays(first: date, last: date) -> tuple[ProvinceLine, ...]:
    """Days on which the offices of single provinces are closed, in order."""
    found: Any = (
        ProvinceHoliday.select(
            ProvinceHoliday.day,
            ProvinceHoliday.province,
            Unit.uid,
            Unit.name_th,
            ProvinceHoliday.name_th,
            ProvinceHoliday.added_by,
        )
        .join(Unit, on=(ProvinceHoliday.province == Unit.id))
        .where(ProvinceHoliday.day.between(first, last), ProvinceHoliday.removed_at.is_null())
        .order_by(ProvinceHoliday.day, Unit.name_th)
        .tuples()
    )
    return tuple(ProvinceLine(*row) for row in found)


def provinces_here() -> dict[str, str]:
    """Id, as text, to name of each province, in the order of the names."""
    found: Any = (
        Unit.select(Unit.id, Unit.name_th)
        .where(Unit.kind == UnitKind.PROVINCE.value)
        .order_by(Unit.name_th)
        .tuples()
    )
    return {str(unit_id): name for unit_id, name in found}


def holiday_on(day: date) -> str:
    """The name of the holiday that a day is, or nothing."""
    found = _between(day, day).get(day)
    return found.name_th if found else ""


def _between(first: date, last: date) -> dict[date, HolidayLine]:
    """What is known beforehand, as people changed it: their table has the last word."""
    days = {
        row.day: HolidayLine(row.day, row.name_th, "")
        for year in range(first.year, last.year + 1)
        for row in known_holidays(year)
        if first <= row.day <= last
    }
    told: Any = (
        Holiday.select(Holiday.day, Holiday.name_th, Holiday.added_by, Holiday.removed_at)
        .where(Holiday.day.between(first, last))
        .tuples()
    )
    for day, name, added_by, removed_at in told:
        days.pop(day, None)
        if removed_at is None:
            days[day] = HolidayLine(day, name, added_by)
    return dict(sorted(days.items()))


def odd_day(
    unit_id: int, *, register: str, be_year: int, day: date, number: int | None = None
) -> OddDay:
    """What is odd about giving this number, or the book's next one, on this day."""
    chosen = (
        (RegisterEntry.unit == unit_id)
        & (RegisterEntry.register == register)
        & (RegisterEntry.be_year == be_year)
        & RegisterEntry.letter.is_null(False)
        & RegisterEntry.voided_at.is_null()
    )
    below = chosen if number is None else chosen & (RegisterEntry.number < number)
    before_on = _day_of(below, RegisterEntry.number.desc())
    after_on = None
    if number is not None:
        after_on = _day_of(chosen & (RegisterEntry.number > number), RegisterEntry.number.asc())
    holiday = holiday_on(day)
    odd = oddities(day, is_holiday=bool(holiday), before_on=before_on, after_on=after_on)
    is_early = before_on is not None and day < before_on
    neighbour = before_on if is_early else after_on
    return OddDay(day, odd, holiday, neighbour if DayOddity.OUT_OF_ORDER in odd else None)


def _day_of(chosen: Any, order: Any) -> date | None:
    found: date | None = (
        RegisterEntry.select(RegisterEntry.entered_on)
        .where(chosen)
        .order_by(order)
        .limit(1)
        .scalar()
    )
    return found
