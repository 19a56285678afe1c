"""Local bodies from a file: all of it or nothing, nothing ever deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from saraban.desk._audit import Ledger
from saraban.desk._units import (
    UNDER_THE_PROVINCE,
    Place,
    add_unit,
    change_unit,
    place_of,
    record_when_full,
)
from saraban.errors import ImportRefused
from saraban.records import Unit
from saraban.records.database import write_transaction
from saraban.rules.days import day_of
from saraban.rules.permissions import Act, Actor, require
from saraban.rules.unit_files import UnitRow
from saraban.rules.units import UnitKind

ACT = "import_units"
SUBJECT = "dla_code"


@dataclass(frozen=True)
class UnitChange:
    """One unit a file tells of otherwise than the tree; before is blank for a new one."""

    dla_code: str
    name_th: str
    before: str = ""


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or would do.

    vanished are units of the provinces in the file that it does not name: they stay as they
    are, for a person to close or not. closed_here are units that the file names although they
    were closed here; they stay closed.
    """

    new: tuple[UnitChange, ...]
    renamed: tuple[UnitChange, ...]
    changed_kind: tuple[UnitChange, ...]
    vanished: tuple[UnitChange, ...]
    closed_here: tuple[UnitChange, ...]
    unchanged_count: int
    is_dry_run: bool


def import_units(
    *, actor: Actor, at: datetime, rows: Sequence[UnitRow], is_dry_run: bool
) -> ImportReport:
    """Bring the tree's local bodies in line with the rows, by DLA code, in one transaction.

    A confirmed saraban address wins over the file's. Told in the ledger in events of at most
    500 changes. Raises ImportRefused with the line, and Refused for a body outside the
    administrator's branch; then nothing is imported.
    """
    require(actor, Act.MANAGE_UNITS)
    with write_transaction():
        work = _Import(actor, at)
        for row in rows:
            work.take(row, is_dry_run=is_dry_run)
        report = work.report(is_dry_run=is_dry_run)
        if work.ledger.changes:
            work.ledger.record(ACT, subject=SUBJECT, unit_count=len(rows))
    return report


class _Import:
    """The tree as it was found, and what becomes of it row by row."""

    def __init__(self, actor: Actor, at: datetime) -> None:
        self.actor = actor
        self.today: date = day_of(at)
        self.ledger = Ledger(actor=actor, at=at)
        self.known: dict[str, Any] = {
            str(unit.dla_code): unit for unit in Unit.select().where(~Unit.dla_code.is_null())
        }
        self.provinces = {
            unit.name_th.removeprefix("จังหวัด"): place_of(unit) for unit in _open(UnitKind.PROVINCE)
        }
        self.districts = {
            (unit.province_id, unit.name_th.removeprefix("อำเภอ")): place_of(unit)
            for unit in _open(UnitKind.DISTRICT)
        }
        self.named: set[str] = set()
        self.covered: set[int] = set()
        self.new: list[UnitChange] = []
        self.renamed: list[UnitChange] = []
        self.changed_kind: list[UnitChange] = []
        self.closed_here: list[UnitChange] = []
        self.unchanged_count = 0

    def take(self, row: UnitRow, *, is_dry_run: bool) -> None:
        """Compare one row with the tree, and write the difference unless it is a dry run."""
        parent, district = self._place(row)
        if row.dla_code in self.named:
            raise ImportRefused(line=row.line, reason=f"รหัส {row.dla_code} ซ้ำ")
        self.named.add(row.dla_code)
        unit = self.known.get(row.dla_code)
        if unit is None:
            self.new.append(UnitChange(row.dla_code, row.name_th))
            if not is_dry_run:
                self._add(row, parent, district)
        elif unit.valid_to is not None and unit.valid_to <= self.today:
            self.closed_here.append(UnitChange(row.dla_code, unit.name_th))
        else:
            self._compare(row, unit)
            if not is_dry_run:
                self._change(row, unit, parent, district)
        if not is_dry_run:
            record_when_full(self.ledger, ACT, subject=SUBJECT)

    def report(self, *, is_dry_run: bool) -> ImportReport:
        """The lists, those who are in the tree and not in the file among them."""
        vanished = tuple(
            UnitChange(str(code), unit.name_th)
            for code, unit in sorted(self.known.items())
            if code not in self.named
            and unit.province_id in self.covered
            and (unit.valid_to is None or unit.valid_to > self.today)
        )
        return ImportReport(
            new=tuple(self.new),
            renamed=tuple(self.renamed),
            changed_kind=tuple(self.changed_kind),
            vanished=vanished,
            closed_here=tuple(self.closed_here),
            unchanged_count=self.unchanged_count,
            is_dry_run=is_dry_run,
        )

    def _place(self, row: UnitRow) -> tuple[Place, Place]:
        """(parent, district) of a row's body, both in the actor's branch."""
        province = self.provinces.get(row.province_name)
        if province is None:
            raise ImportRefused(line=row.line, reason=f"ไม่รู้จักจังหวัด “{row.province_name}”")
        district = self.districts.get((province.id, row.district_name))
        if district is None:
            raise ImportRefused(
                line=row.line,
                reason=f"ไม่รู้จักอำเภอ “{row.district_name}” ในจังหวัด{row.province_name}",
            )
        parent = province if row.kind in UNDER_THE_PROVINCE else district
        require(self.actor, Act.MANAGE_UNITS, subject_path=parent.path)
        self.covered.add(province.id)
        return parent, district

    def _add(self, row: UnitRow, parent: Place, district: Place) -> None:
        add_unit(
            self.ledger,
            parent,
            kind=row.kind.value,
            name_th=row.name_th,
            short_name_th=row.short_name_th,
            name_en=row.name_en,
            dla_code=row.dla_code,
            district=district.id,
            saraban_address=row.saraban_address,
            postal_address=row.postal_address,
        )

    def _compare(self, row: UnitRow, unit: Any) -> None:
        is_same = True
        # A new kind brings a new full name ("อบต." to "ทต."): only another place renames.
        if unit.kind != row.kind:
            is_same = False
            self.changed_kind.append(UnitChange(row.dla_code, row.name_th, before=unit.name_th))
        elif unit.name_th != row.name_th:
            is_same = False
            self.renamed.append(UnitChange(row.dla_code, row.name_th, before=unit.name_th))
        self.unchanged_count += is_same

    def _change(self, row: UnitRow, unit: Any, parent: Place, district: Place) -> None:
        values: dict[str, Any] = {"district": district.id}
        if unit.saraban_confirmed_on is None:
            values["saraban_address"] = row.saraban_address
        if row.name_en:
            values["name_en"] = row.name_en
        if row.postal_address and not unit.postal_address:
            values["postal_address"] = row.postal_address
        change_unit(
            self.ledger,
            unit,
            from_on=self.today,
            kind=row.kind.value,
            name_th=row.name_th,
            short_name_th=row.short_name_th,
            parent=parent,
            **values,
        )


def _open(kind: UnitKind) -> Any:
    return Unit.select().where(Unit.kind == kind, Unit.valid_to.is_null())
