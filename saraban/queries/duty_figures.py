"""What the reports of a duty say together: sums of numbers, counts of choices, texts, photos.

Only the latest version of each answer counts, and no answer that was returned: its figures are
being put right. What was left blank is counted as blank, never as nought.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from saraban.queries.duties_in_sight import SeenDuty
from saraban.queries.duty_periods_shown import PeriodHead, periods_of, shown_periods
from saraban.queries.duty_rollup import RollUp, counted_duty, roll_up
from saraban.queries.evidence import EvidenceLine, evidence_of_reports
from saraban.queries.report_forms import form_of
from saraban.records import ExpectedReport, Report, ReportAnswer, ReportFile, StoredFile, Unit
from saraban.records.bare_rows import bare_rows
from saraban.records.id_sets import among
from saraban.rules.duty_standings import Standing
from saraban.rules.expected_reports import ExpectedState
from saraban.rules.permissions import Actor
from saraban.rules.report_forms import FieldKind, FormDefinition, FormField
from saraban.rules.report_values import number_fields, numbers_of

MOST_TEXTS, MOST_PHOTOS = 30, 48
# So many reports are read while a person waits; of a whole country's, two or three periods.
MOST_REPORTS = 20_000
_COUNTED = (ExpectedState.SUBMITTED.value, ExpectedState.ACCEPTED.value)
_OF_REPORTS = (Standing.IN_TIME, Standing.LATE)


@dataclass
class NumberSums:
    """A number of the form over all reports; blank_count of them left it empty.

    A field whose unit was changed from one version of the form to the next is a number of its own:
    baht and thousands of baht are not added up.
    """

    label: str
    unit_word: str
    decimals: int = 0
    count: int = 0
    blank_count: int = 0
    total: Decimal = Decimal(0)
    least: Decimal | None = None
    most: Decimal | None = None

    def add(self, value: Decimal | None) -> None:
        """Take one report in; None left it blank."""
        if value is None:
            self.blank_count += 1
            return
        self.count += 1
        self.total += value
        self.least = value if self.least is None else min(self.least, value)
        self.most = value if self.most is None else max(self.most, value)

    @property
    def places(self) -> int:
        """How many decimals are shown: of a mean of whole numbers two as well."""
        return max(2, self.decimals)

    @property
    def mean(self) -> Decimal | None:
        """Of those who filled it in; None where nobody did."""
        return self.total / self.count if self.count else None


@dataclass
class ChoiceCounts:
    """How often each answer of a choice was given, in the order of the form."""

    label: str
    options: dict[str, str]
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Said:
    """A text somebody wrote, and who."""

    unit_name: str
    unit_uid: str
    number: int
    text: str


@dataclass
class Texts:
    """What was written into a text field: the first MOST_TEXTS, of count."""

    label: str
    lines: list[Said] = field(default_factory=list)
    count: int = 0


@dataclass(frozen=True)
class Photo:
    """A photo of a report."""

    line: EvidenceLine
    unit_name: str
    unit_uid: str
    number: int


@dataclass(frozen=True)
class Figures:
    """The forms' fields over some periods, and the newest photos; report_count reports told it.

    periods are those of the tallies; of summed alone, the newest among them, the reports' fields
    and photos were read. Fewer than all only where a duty has very many reports.
    """

    duty: SeenDuty
    periods: tuple[PeriodHead, ...]
    summed: tuple[PeriodHead, ...]
    report_count: int
    numbers: tuple[NumberSums, ...]
    choices: tuple[ChoiceCounts, ...]
    texts: tuple[Texts, ...]
    photos: tuple[Photo, ...]
    rolled: RollUp


def figures(
    actor: Actor,
    uid: str,
    *,
    today: date,
    until: int | None = None,
    most_reports: int = MOST_REPORTS,
) -> Figures:
    """Over the same periods as the grid; fields over the newest of them within most_reports.

    One period is always read whole. Raises DutyNotFound.
    """
    duty = counted_duty(actor, uid)
    periods = shown_periods(periods_of(duty.id), today=today, until=until)
    rolled = roll_up(actor, uid, today=today, until=until)
    summed = _newest(periods, rolled, most_reports)
    numbers: dict[tuple[str, str], NumberSums] = {}
    choices: dict[str, ChoiceCounts] = {}
    texts: dict[str, Texts] = {}
    forms: dict[int | None, FormDefinition | None] = {}
    count = 0
    for unit, version, values, text in _reports(duty.id, summed):
        count += 1
        if version not in forms:
            forms[version] = form_of(version)
        form = forms[version]
        if text:
            _write(texts, "", "", unit, text)
        if form is None:
            continue
        told = json.loads(values) if values else {}
        found = numbers_of(form, told)
        for path, asked in number_fields(form):
            new = NumberSums(asked.label, asked.unit_word)
            sums = numbers.setdefault((path, asked.unit_word), new)
            sums.decimals = max(sums.decimals, asked.decimals)
            sums.add(found.get(path))
        for asked in form.asking:
            _choose(choices, asked, told.get(asked.key))
            if asked.kind is FieldKind.TEXT and told.get(asked.key):
                _write(texts, asked.key, asked.label, unit, told[asked.key])
    return Figures(
        duty=duty,
        periods=periods,
        summed=summed,
        report_count=count,
        numbers=tuple(numbers.values()),
        choices=tuple(choices.values()),
        texts=tuple(texts.values()),
        photos=_photos(duty.id, summed),
        rolled=rolled,
    )


def _newest(periods: tuple[PeriodHead, ...], rolled: RollUp, most: int) -> tuple[PeriodHead, ...]:
    """The last of these periods whose reports together are not more than that, at least one."""
    count = 0
    for place in range(len(periods), 0, -1):
        count += rolled.by_period[periods[place - 1].number].count(*_OF_REPORTS)
        if count > most:
            return periods[min(place, len(periods) - 1) :]
    return periods


def _choose(choices: dict[str, ChoiceCounts], asked: FormField, value: Any) -> None:
    if asked.kind is not FieldKind.CHOICE:
        return
    options = {one.key: one.label for one in asked.options}
    counted = choices.setdefault(asked.key, ChoiceCounts(asked.label, options))
    # Reports come newest first: an option is called what its newest form calls it.
    counted.options = options | counted.options
    counted.counts.update(value if isinstance(value, list) else [value] if value else [])


def _write(texts: dict[str, Texts], key: str, label: str, unit: Any, text: str) -> None:
    found = texts.setdefault(key, Texts(label))
    found.count += 1
    if len(found.lines) < MOST_TEXTS:
        name, uid, number = unit
        found.lines.append(Said(name, uid, number, text))


def _reports(duty_id: int, periods: tuple[PeriodHead, ...]) -> Iterator[tuple[Any, ...]]:
    """((unit name, uid, period), form version, values, text) of each report that counts."""
    numbers = {one.id: one.number for one in periods}
    query: Any = (
        ExpectedReport.select(
            Unit.name_th,
            Unit.uid,
            ExpectedReport.period,
            ReportAnswer.form_version,
            ReportAnswer.field_values,
            Report.text,
        )
        .join(Report, on=(ExpectedReport.report == Report.id))
        .join_from(Report, ReportAnswer, on=(ReportAnswer.report == Report.id))
        .join_from(ExpectedReport, Unit, on=(ExpectedReport.to_unit == Unit.id))
        .where(
            ExpectedReport.duty == duty_id,
            among(ExpectedReport.period, numbers),
            ExpectedReport.state.in_(_COUNTED),
        )
        .order_by(Report.id.desc())
    )
    for name, uid, period, version, values, text in bare_rows(query):
        yield (name, uid, numbers[period]), version, values, text


def _photos(duty_id: int, periods: tuple[PeriodHead, ...]) -> tuple[Photo, ...]:
    numbers = {one.id: one.number for one in periods}
    query: Any = (
        ExpectedReport.select(Report.id, Unit.name_th, Unit.uid, ExpectedReport.period)
        .join(Report, on=(ExpectedReport.report == Report.id))
        .join_from(Report, ReportFile, on=(ReportFile.report == Report.id))
        .join_from(ReportFile, StoredFile, on=(ReportFile.file == StoredFile.sha256))
        .join_from(ExpectedReport, Unit, on=(ExpectedReport.to_unit == Unit.id))
        .where(
            ExpectedReport.duty == duty_id,
            among(ExpectedReport.period, numbers),
            ExpectedReport.state.in_(_COUNTED),
            StoredFile.media_type.startswith("image/"),
        )
        .distinct()
        .order_by(Report.id.desc())
        .limit(MOST_PHOTOS)
    )
    of_report = {row[0]: (row[1], row[2], numbers[row[3]]) for row in bare_rows(query)}
    files = evidence_of_reports(list(of_report))
    found = [
        Photo(line, *of_report[report_id])
        for report_id in of_report
        for line in files.get(report_id, ())
        if line.media_type.startswith("image/")
    ]
    return tuple(found[:MOST_PHOTOS])
