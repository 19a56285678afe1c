"""A piece of a spreadsheet, as it comes off the clipboard, becomes rows of a register."""

import re
from collections.abc import Mapping, Sequence

from saraban.thai.text import clean_line, search_key

# The columns of Form 13 that a clerk has at hand, in its order; urgency is ours.
COLUMNS = ("printed_number", "dated_on", "issuer_text", "addressee_text", "subject", "urgency")

_HEADS = {
    "printed_number": ("ที่", "เลขที่", "เลขที่หนังสือ", "ที่หนังสือ"),
    "dated_on": ("ลงวันที่", "วันที่", "วันที่หนังสือ", "ลว."),
    "issuer_text": ("จาก", "ผู้ส่ง", "หน่วยงาน"),
    "addressee_text": ("ถึง", "เรียน", "ผู้รับ"),
    "subject": ("เรื่อง",),
    "urgency": ("ชั้นความเร็ว", "ความเร็ว", "ความเร่งด่วน"),
}
_COLUMN_OF_HEAD = {search_key(word): name for name, words in _HEADS.items() for word in words}
# A row that names so many columns is a head row, not a letter.
_FEWEST_HEADS = 2

# What spreadsheets do to a cell that holds a line end or a tab: quotes around it, quotes doubled.
# A quote with nothing behind it is a ditto sign.
_QUOTED = re.compile(r'"(?![\t\n])((?:[^"]|"")+)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")

# Signs with which a book says "the same as above".
DITTO = frozenset({'"', "”", "“", "〃", "''", "„", "''.", '-"-', '–"–'})


def cells_of(text: str) -> list[list[str]]:
    """The cells of pasted text, row by row: tabs part cells, line ends part rows.

    Blank rows are left out; each cell is one clean line.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    at = 0
    while at <= len(text):
        found = _QUOTED.match(text, at)
        cell = found[1].replace('""', '"') if found else ""
        found = found or _PLAIN.match(text, at)
        assert found is not None  # _PLAIN matches anything
        rows[-1].append(clean_line(cell or found[0]))
        at = found.end()
        if text[at : at + 1] == "\n":
            rows.append([])
        at += 1
    return [row for row in rows if any(row)]


def rows_of(text: str) -> list[dict[str, str]]:
    """Pasted text as rows by column name.

    A first row that names the columns says which is which; without one they stand as COLUMNS
    has them. Columns that no register has are left out.
    """
    cells = cells_of(text)
    names: list[str | None] = list(COLUMNS)
    if cells:
        heads = [_COLUMN_OF_HEAD.get(search_key(cell)) for cell in cells[0]]
        if len(set(heads) - {None}) >= _FEWEST_HEADS:
            names, cells = heads, cells[1:]
    return [
        {name: cell for name, cell in zip(names, row, strict=False) if name is not None}
        for row in cells
    ]


def without_dittos(rows: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """The rows with each ditto sign put out for what stands above it in its column."""
    full: list[dict[str, str]] = []
    for row in rows:
        above = full[-1] if full else {}
        full.append(
            {name: above.get(name, "") if is_ditto(cell) else cell for name, cell in row.items()}
        )
    return full


def is_ditto(cell: str) -> bool:
    """Whether the cell only says that the one above it holds here too."""
    return cell.strip() in DITTO
