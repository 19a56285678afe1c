"""Rows of a list of addressees told apart and matched to units: by code, by name, never nearly.

A row that cannot be matched to exactly one unit is wrong, and says what was typed and what is
near; nothing is taken from a list with a wrong row.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from saraban.rules.units import UnitKind, head_position
from saraban.thai.text import clean_line, search_key

NEAR_FOR = 50  # how many wrong rows are told what is near: looking costs a few milliseconds each
NEAR_COUNT = 3
NEAR_ENOUGH = 60.0

_NAME_COLUMNS = frozenset(
    {"หน่วยงาน", "ชื่อหน่วยงาน", "ชื่อ", "ชื่ออปท.", "อปท.", "อปท", "ผู้รับ", "รายชื่อ", "เรียน", "name",
     "name_th", "องค์กรปกครองส่วนท้องถิ่น", "ส่วนราชการ"}
)  # fmt: skip
_CODE_COLUMNS = frozenset({"รหัส", "รหัสอปท.", "รหัสหน่วยงาน", "code", "dla_code", "dopa_code"})
_PROVINCE_COLUMNS = frozenset({"จังหวัด", "province", "province_th"})
_DISTRICT_COLUMNS = frozenset({"อำเภอ", "district", "district_th"})
# A running number or a heading between the names.
_NO_NAME = re.compile("[0-9.]*")
_DLA_CODE = re.compile("[0-9]{7,8}")
_DOPA_CODE = re.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}")


@dataclass(frozen=True)
class KnownUnit:
    """A unit that a row may mean; province and district without their first word."""

    id: int
    name_th: str
    short_name_th: str
    kind: str
    province: str
    district: str
    dla_code: str
    dopa_code: str


@dataclass(frozen=True)
class ListRow:
    """A row with something in it; line counts from 1 as the program that made it shows."""

    line: int
    typed: str
    code: str = ""
    province: str = ""
    district: str = ""


@dataclass(frozen=True)
class WrongRow:
    """A row that no one unit answers to: what was typed, why, and the names that are near.

    reason is "unknown", "several" or "twice"; other_line is where it stood before.
    """

    line: int
    typed: str
    reason: str
    near: tuple[str, ...] = ()
    other_line: int | None = None


@dataclass(frozen=True)
class Matched:
    """(line, unit id) of each row, and the wrong rows; either all rows are good or some wrong."""

    members: tuple[tuple[int, int], ...]
    wrong: tuple[WrongRow, ...]


def read_rows(cells: Sequence[Sequence[str]]) -> list[ListRow]:
    """The rows that name a unit, by the columns that the first row names.

    Without such a row the first column that is no number is the name. Headings that are repeated
    and blank rows are left out.
    """
    names = [[clean_line(cell) for cell in row] for row in cells]
    heading = _columns(names[0]) if names else {}
    first_word = ""
    if heading and "name" not in heading and "code" not in heading:
        # A list of districts, or of provinces, names its units by that column.
        what, first_word = ("district", "อำเภอ") if "district" in heading else ("province", "จังหวัด")
        heading["name"] = heading.pop(what)
    rows = []
    for line, row in enumerate(names, start=1):
        if (line == 1 and heading) or not any(row):
            continue
        told = {what: row[place] for what, place in heading.items() if place < len(row)}
        if not heading:
            told = {"name": next((cell for cell in row if not _NO_NAME.fullmatch(_key(cell))), "")}
            told["name"] = told["name"] or next(iter(row), "")
        if told.get("name") or told.get("code"):
            rows.append(_row(line, told, first_word))
    return rows


_WITH_PLACE = re.compile(
    "(?P<name>.+?)(?: อำเภอ(?P<district>[^ ]+))?(?: จังหวัด(?P<province>[^ ]+))?"
)


def _row(line: int, told: dict[str, str], first_word: str) -> ListRow:
    """One row; a place that stands behind the name counts like one in a column of its own."""
    typed = told.get("name", "")
    if first_word and not typed.startswith(first_word):
        typed = first_word + typed
    parts = found.groupdict("") if (found := _WITH_PLACE.fullmatch(typed)) else {"name": typed}
    return ListRow(
        line,
        parts["name"],
        _key(told.get("code", "")),
        told.get("province", "").removeprefix("จังหวัด") or parts.get("province", ""),
        told.get("district", "").removeprefix("อำเภอ") or parts.get("district", ""),
    )


def match_rows(rows: Iterable[ListRow], units: Iterable[KnownUnit]) -> Matched:
    """Each row's one unit, by its code or by a name; the rows that have none are told."""
    known = _Known(units)
    lines: dict[int, int] = {}
    wrong: list[WrongRow] = []
    for row in rows:
        found = known.answering(row)
        if len(found) == 1:
            (unit,) = found
            if unit.id in lines:
                wrong.append(WrongRow(row.line, row.typed, "twice", (), lines[unit.id]))
            lines.setdefault(unit.id, row.line)
        elif found:
            near = tuple(known.told(unit) for unit in found[:NEAR_COUNT])
            wrong.append(WrongRow(row.line, row.typed or row.code, "several", near))
        else:
            looked = len(wrong) < NEAR_FOR
            near = known.near(row.typed) if looked and row.typed else ()
            wrong.append(WrongRow(row.line, row.typed or row.code, "unknown", near))
    return Matched(tuple((line, unit_id) for unit_id, line in lines.items()), tuple(wrong))


@dataclass
class _Known:
    """The units by every name and code that a list may use."""

    units: Iterable[KnownUnit]
    by_name: dict[str, list[KnownUnit]] = field(default_factory=lambda: defaultdict(list))
    by_code: dict[str, list[KnownUnit]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for unit in self.units:
            post = head_position(UnitKind(unit.kind), unit.name_th)
            for name in {_key(unit.name_th), _key(unit.short_name_th), _key(post)} - {""}:
                self.by_name[name].append(unit)
            if unit.dla_code:
                self.by_code[unit.dla_code].append(unit)
                # The published table drops the nought in front.
                self.by_code[unit.dla_code.removeprefix("0")].append(unit)
            elif unit.dopa_code:
                self.by_code[unit.dopa_code].append(unit)

    def answering(self, row: ListRow) -> list[KnownUnit]:
        """The units that a row may mean: those of its code, which its name must not gainsay."""
        typed_code = _key(row.typed)
        is_code = _DLA_CODE.fullmatch(typed_code) or _DOPA_CODE.fullmatch(typed_code)
        code = row.code or (typed_code if is_code else "")
        named = [] if is_code else self._named(row)
        if not code:
            return named
        coded = self.by_code.get(code, [])
        if row.typed and not is_code:
            ids = {unit.id for unit in named}
            return [unit for unit in coded if unit.id in ids]
        return coded

    def _named(self, row: ListRow) -> list[KnownUnit]:
        found = self.by_name.get(_key(row.typed), [])
        if row.province:
            found = [unit for unit in found if _key(unit.province) == _key(row.province)]
        if row.district and len(found) > 1:
            found = [unit for unit in found if _key(unit.district) == _key(row.district)]
        return found

    def near(self, typed: str) -> tuple[str, ...]:
        """The names most like what was typed, the likest first."""
        found = process.extract(
            _key(typed), self.by_name.keys(), scorer=fuzz.ratio, limit=NEAR_COUNT,
            score_cutoff=NEAR_ENOUGH,
        )  # fmt: skip
        units = {self.by_name[name][0].id: self.by_name[name][0] for name, _, _ in found}
        return tuple(self.told(unit) for unit in units.values())

    def told(self, unit: KnownUnit) -> str:
        """A unit's name with its place and code, for choosing between several."""
        place = (
            f"อ.{unit.district}" if unit.district else "",
            f"จ.{unit.province}" if unit.province else "",
            unit.dla_code,
        )
        words = " ".join(word for word in place if word)
        return f"{unit.name_th} ({words})" if words else unit.name_th


def _key(text: str) -> str:
    return search_key(text)


def _columns(first: Sequence[str]) -> dict[str, int]:
    """Which column is what, by the words of the first row; {} when it is no heading."""
    found: dict[str, int] = {}
    for place, cell in enumerate(first):
        word = _key(cell)
        for what, words in (
            ("name", _NAME_COLUMNS),
            ("code", _CODE_COLUMNS),
            ("province", _PROVINCE_COLUMNS),
            ("district", _DISTRICT_COLUMNS),
        ):
            if word in words:
                found.setdefault(what, place)
    return found
