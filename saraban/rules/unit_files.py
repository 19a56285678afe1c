"""Local bodies out of a file: the published DLA table, or our own flat one, into plain rows.

The published table has one line for each pair of a body and a subdistrict of its district (so
the subdistrict says nothing about the body), prints the code with seven digits, and begins
with a byte order mark. Of the code only its wholeness is used: the digits that look like a
kind are wrong for some bodies, the kind column is right.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO

from saraban.errors import ImportRefused
from saraban.rules.units import THAI_UNIT_KIND, UnitKind
from saraban.thai.text import clean_line

PUBLISHED_COLUMNS = ("จังหวัด", "อำเภอ", "รหัส อปท.", "ประเภท อปท.", "อปท.")
FLAT_COLUMNS = ("dla_code", "name_th", "short_name_th", "kind", "district_th", "province_th")

ADDRESS_OF = "saraban_{code}@dla.go.th"
LONGEST_NAME = 255
LONGEST_SHORT_NAME = 120

_PUBLISHED_KINDS = {
    "อบจ.": UnitKind.PAO,
    "เทศบาลนคร": UnitKind.CITY_MUN,
    "เทศบาลเมือง": UnitKind.TOWN_MUN,
    "เทศบาลตำบล": UnitKind.TAMBON_MUN,
    "อบต.": UnitKind.TAO,
    "ท้องถิ่นรูปแบบพิเศษ": UnitKind.PATTAYA,
}
_FLAT_KINDS = {
    "PAO": UnitKind.PAO,
    "CITY_MUN": UnitKind.CITY_MUN,
    "TOWN_MUN": UnitKind.TOWN_MUN,
    "SUBDISTRICT_MUN": UnitKind.TAMBON_MUN,
    "SAO": UnitKind.TAO,
    "SPECIAL": UnitKind.PATTAYA,
}
SHORT_KIND = {
    UnitKind.PAO: "อบจ.",
    UnitKind.CITY_MUN: "ทน.",
    UnitKind.TOWN_MUN: "ทม.",
    UnitKind.TAMBON_MUN: "ทต.",
    UnitKind.TAO: "อบต.",
}
ENGLISH_KIND = {
    UnitKind.PAO: "Provincial Administrative Organization",
    UnitKind.CITY_MUN: "City Municipality",
    UnitKind.TOWN_MUN: "Town Municipality",
    UnitKind.TAMBON_MUN: "Subdistrict Municipality",
    UnitKind.TAO: "Subdistrict Administrative Organization",
}
_PATTAYA = "เมืองพัทยา"
_OF_NO_USE = "ตำบล"
_HOUSE_NUMBER = re.compile(r"[0-9][0-9/-]*(?: ?[ก-ฮ])?")


@dataclass(frozen=True)
class UnitRow:
    """One local body as a file tells of it; line is where it stands first, counted from 1.

    dla_code has eight digits and identifies the body. Province and district are given by name,
    without จังหวัด and อำเภอ. saraban_address is derived from the code, so unconfirmed.
    """

    line: int
    dla_code: str
    kind: UnitKind
    name_th: str
    short_name_th: str
    name_en: str
    province_name: str
    district_name: str
    saraban_address: str
    postal_address: str = ""


def read_unit_rows(text: str) -> tuple[UnitRow, ...]:
    """The bodies of a CSV file in either format, each code once, in the file's order.

    Raises ImportRefused with the line and the reason at the first line that is wrong, so that
    a half-read file is never imported.
    """
    lines = _lines(text.removeprefix("\ufeff"))
    _, header = next(lines, (1, []))
    columns = [clean_line(name) for name in header]
    if set(PUBLISHED_COLUMNS) <= set(columns):
        read = _published_row
    elif set(FLAT_COLUMNS) <= set(columns):
        read = _flat_row
    else:
        raise _refusal(1, "ไม่มีหัวตารางที่รู้จัก (ทั้งแบบของกรมและแบบของระบบนี้)")
    found: dict[str, UnitRow] = {}
    read_already: set[tuple[str, ...]] = set()
    for line, cells in lines:
        if not any(cells):
            continue
        if len(cells) != len(columns):
            raise _refusal(line, f"มี {len(cells)} ช่อง แต่หัวตารางมี {len(columns)} ช่อง")
        facts = dict(zip(columns, cells, strict=True))
        facts.pop(_OF_NO_USE, None)
        # Nine of ten lines of the published table only name another subdistrict.
        if (same := tuple(facts.values())) in read_already:
            continue
        read_already.add(same)
        row = read(line, {column: clean_line(cell) for column, cell in facts.items()})
        first = found.setdefault(row.dla_code, row)
        if replace(row, line=0, postal_address="") != replace(first, line=0, postal_address=""):
            raise _refusal(line, f"รหัส {row.dla_code} ซ้ำกับบรรทัด {first.line} แต่ข้อมูลต่างกัน")
    if not found:
        raise _refusal(1, "ไม่มีหน่วยงานในไฟล์")
    return tuple(found.values())


def full_name(kind: UnitKind, base_name: str) -> str:
    """The body's full Thai name from the name of its place: "ไม้งาม" to "เทศบาลตำบลไม้งาม"."""
    if kind is UnitKind.PATTAYA:
        return _PATTAYA
    prefix = THAI_UNIT_KIND[kind]
    return prefix + base_name.removeprefix(prefix)


def short_name(kind: UnitKind, base_name: str) -> str:
    """The everyday short name: "ทต.ไม้งาม"."""
    if kind is UnitKind.PATTAYA:
        return _PATTAYA
    return SHORT_KIND[kind] + base_name.removeprefix(THAI_UNIT_KIND[kind])


def english_name(kind: UnitKind, base_name_en: str) -> str:
    """The English name from that of its place; blank when the place has none here."""
    if kind is UnitKind.PATTAYA or not base_name_en:
        return base_name_en
    return f"{base_name_en} {ENGLISH_KIND[kind]}"


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of a CSV text; a row over several lines counts from its last one."""
    if "\0" in text:
        raise _refusal(text[: text.index("\0")].count("\n") + 1, "ไม่ใช่ไฟล์ CSV")
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise _refusal(reader.line_num, "ไม่ใช่ CSV ที่ถูกรูปแบบ") from error


def _published_row(line: int, cells: Mapping[str, str]) -> UnitRow:
    kind = _kind(line, cells["ประเภท อปท."], _PUBLISHED_KINDS)
    base = _needed(line, cells, "อปท.")
    if kind is UnitKind.PATTAYA and not base.endswith("พัทยา"):
        raise _refusal(line, f"ไม่รู้จักท้องถิ่นรูปแบบพิเศษ “{base}”")
    code = _code(line, cells["รหัส อปท."])
    province = _needed(line, cells, "จังหวัด")
    district = _needed(line, cells, "อำเภอ")
    row = UnitRow(
        line=line,
        dla_code=code,
        kind=kind,
        name_th=full_name(kind, base),
        short_name_th=short_name(kind, base),
        name_en="",
        province_name=province,
        district_name=district,
        saraban_address=ADDRESS_OF.format(code=code),
        postal_address=_postal_address(cells, district, province),
    )
    return _of_bearable_length(row)


def _flat_row(line: int, cells: Mapping[str, str]) -> UnitRow:
    kind = _kind(line, cells["kind"], _FLAT_KINDS)
    code = _code(line, cells["dla_code"])
    row = UnitRow(
        line=line,
        dla_code=code,
        kind=kind,
        name_th=_needed(line, cells, "name_th"),
        short_name_th=_needed(line, cells, "short_name_th"),
        name_en=english_name(kind, cells.get("base_name_en", "")),
        province_name=_needed(line, cells, "province_th"),
        district_name=_needed(line, cells, "district_th"),
        saraban_address=cells.get("saraban_email_derived") or ADDRESS_OF.format(code=code),
    )
    return _of_bearable_length(row)


def _of_bearable_length(row: UnitRow) -> UnitRow:
    if len(row.name_th) > LONGEST_NAME or len(row.short_name_th) > LONGEST_SHORT_NAME:
        raise _refusal(row.line, "ชื่อหน่วยงานยาวเกินไป")
    if max(len(row.name_en), len(row.saraban_address)) > LONGEST_NAME:
        raise _refusal(row.line, "ชื่อภาษาอังกฤษหรือที่อยู่อีเมลยาวเกินไป")
    return row


def _kind(line: int, word: str, kinds: Mapping[str, UnitKind]) -> UnitKind:
    if word in kinds:
        return kinds[word]
    if word in kinds.values():
        return UnitKind(word)
    raise _refusal(line, f"ไม่รู้จักประเภท “{word}”")


def _code(line: int, text: str) -> str:
    """The code with all its eight digits; spreadsheets lose the leading zero."""
    if not re.fullmatch("[0-9]{7,8}", text):
        raise _refusal(line, f"รหัส อปท. “{text}” ไม่ใช่ตัวเลข ๗ หรือ ๘ หลัก")
    return text.zfill(8)


def _needed(line: int, cells: Mapping[str, str], column: str) -> str:
    if not cells[column]:
        raise _refusal(line, f"ช่อง “{column}” ว่าง")
    return cells[column]


def _postal_address(cells: Mapping[str, str], district: str, province: str) -> str:
    """The office's address as far as the table knows it; "" without a house number.

    A house number that a spreadsheet turned into a date ("1-ม.ค.") is left out.
    """
    house = cells.get("ที่ตั้งสำนักงานเลขที่", "")
    if not _HOUSE_NUMBER.fullmatch(house):
        return ""
    village = cells.get("หมู่ที่", "")
    parts = [f"เลขที่ {house}", f"หมู่ที่ {village}" if village.isdigit() else ""]
    parts += [f"อำเภอ{district} จังหวัด{province}", cells.get("รหัสไปรษณีย์", "")]
    return " ".join(part for part in parts if part)[:LONGEST_NAME]


def _refusal(line: int, reason: str) -> ImportRefused:
    return ImportRefused(line=line, reason=reason)
