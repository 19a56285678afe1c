"""How every workbook (XLSX) of ours is begun.

Every text goes in as text: a subject that begins with = + - or @ is never a formula, and an
address never a link, whatever a sender wrote.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# A cell holds no more; Excel refuses the file otherwise.
MOST_CHARACTERS_A_CELL = 32_767
WIDTH_A_SHARE = 1.35  # characters of the default font for one percent of the page
FACE = {"font_name": "TH Sarabun New", "font_size": 14, "valign": "top"}


@contextmanager
def workbook(out: io.BytesIO) -> Iterator[Any]:
    """A workbook to fill, which stands in out once it is left."""
    import xlsxwriter  # noqa: PLC0415 - 60 ms, only where a workbook is made

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        yield book
