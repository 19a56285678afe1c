"""A table as CSV, for spreadsheets and other programs."""

import csv
import io
from collections.abc import Sequence

# What a spreadsheet would take for a formula, whoever wrote it.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def csv_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """The table as CSV in UTF-8 with the mark that spreadsheets need to read Thai.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell for cell in row])
    return out.getvalue().encode("utf-8-sig")
