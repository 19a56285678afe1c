"""The child that opens one workbook: `python open_workbook.py FILE OUT MOST_ROWS MOST_COLUMNS`.

Writes the rows of the first sheet that has any, as JSON lists of text, to OUT. Ends with TOO_LONG
or DAMAGED otherwise. It stands alone, so that it runs isolated; list_files starts it.
"""

import json
import sys
from pathlib import Path
from typing import Any

DAMAGED, TOO_LONG = 4, 5
LONGEST_CELL = 300


def main(file: str, out: str, most_rows: int, most_columns: int) -> int:
    """Read the values as shown by whoever saved the file; formulas are not computed."""
    import openpyxl  # noqa: PLC0415 - 0.15 s, only in the child

    rows: list[list[str]] = []
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        for sheet in book.worksheets:
            # A sheet may say that it is larger than it is.
            sheet.reset_dimensions()
            for row in sheet.iter_rows(max_col=most_columns, values_only=True):
                cells = [_text(cell) for cell in row]
                while cells and not cells[-1]:
                    cells.pop()
                rows.append(cells)
                if len(rows) > most_rows:
                    return TOO_LONG
            if any(rows):
                break
            rows = []
    # Whatever a hostile workbook makes a reader raise: this process exists to catch it.
    except Exception as strange:  # noqa: BLE001
        print(repr(strange)[:500], file=sys.stderr)  # noqa: T201
        return DAMAGED
    Path(out).write_text(json.dumps(rows), encoding="utf-8")
    return 0


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell)[:LONGEST_CELL]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
