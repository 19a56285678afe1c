"""The body of a letter as typed: paragraphs, numbered points and plain tables, by a few signs.

Each line is a paragraph. A line that begins with its number is a point, and how deep it stands
tells how far it is indented:

    ๑. a point                  ๑.๑ or (๑) below it             ๑.๑.๑ or - below that

Lines one after another that hold a | make a table, a line a row, the first its head:

    ที่ | รายการ | จำนวน
    ๑ | ป้ายเตือน | ๑๒

Digits may be Thai or Arabic. Nothing is numbered here: what is typed is what is printed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NUMBER = "[0-9๐-๙]{1,3}"
_LEVELS = (
    (3, re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}\.?\s|[-–•]\s")),
    (2, re.compile(rf"{_NUMBER}\.{_NUMBER}\.?\s|\({_NUMBER}\)\s")),
    (1, re.compile(rf"{_NUMBER}[.)]\s")),
)
_FIGURE = re.compile(r"[-–]?[0-9๐-๙][0-9๐-๙.,/% ]*|-|–|")
MOST_COLUMNS = 12
# A table of more cells than this is an enclosure, not part of a letter; setting it takes minutes.
MOST_CELLS = 600


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; level 0 is plain, 1 to 3 a point and the points below it."""

    text: str
    level: int = 0


@dataclass(frozen=True)
class Table:
    """Rows of equal length under a head; is_figures tells a column of nothing but numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_figures: tuple[bool, ...]


def blocks(lines: Sequence[str]) -> tuple[Paragraph | Table, ...]:
    """The lines as paragraphs and tables, in order; blank lines leave no trace.

    One line alone with a | is a paragraph, as is a row of more than MOST_COLUMNS cells.
    """
    return tuple(_blocks([line.strip() for line in lines if line.strip()]))


def cell_count(lines: Sequence[str]) -> int:
    """How many cells the tables of these lines have, heads included."""
    tables = (block for block in blocks(lines) if isinstance(block, Table))
    return sum(len(table.head) * (1 + len(table.rows)) for table in tables)


def _blocks(lines: list[str]) -> Iterator[Paragraph | Table]:
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and 1 < len(_cells(lines[end])) <= MOST_COLUMNS:
            end += 1
        if end - place > 1:
            yield _table([_cells(line) for line in lines[place:end]])
            place = end
        else:
            yield Paragraph(lines[place], _level(lines[place]))
            place += 1


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip("|").split("|"))


def _table(rows: list[tuple[str, ...]]) -> Table:
    width = max(len(row) for row in rows)
    head, *rest = [row + ("",) * (width - len(row)) for row in rows]
    figures = (all(_FIGURE.fullmatch(row[column]) for row in rest) for column in range(width))
    return Table(head, tuple(rest), tuple(figures))


def _level(line: str) -> int:
    return next((level for level, sign in _LEVELS if sign.match(line)), 0)
