"""A table of names that somebody attached, XLSX or CSV, as rows of text."""

import csv
import io
import json
import sys
import tempfile
from pathlib import Path

from saraban.errors import FileKindRefused, ListTooLong, UnreadableList
from saraban.paper import open_workbook
from saraban.paper.file_kinds import TEXT, XLSX, kind_of
from saraban.paper.limited import run_limited

MOST_ROWS = 20_000
MOST_COLUMNS = 30
MOST_BYTES = 10 * 1024 * 1024
# Thai Excel saves CSV in the old code page unless it is told otherwise.
_ENCODINGS = ("utf-8-sig", "cp874")


def rows_of_list(content: bytes, name: str) -> tuple[list[list[str]], str]:
    """(rows of cells from the first on, media type) of a list.

    Raises UnreadableList, ListTooLong, EmptyFile, FileKindRefused for another kind of file.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableList(field="list_file", name=name)
    if name.lower().endswith((".csv", ".txt")):
        return _rows_of_text(content, name), TEXT.media_type
    if kind_of(content, name) != XLSX:
        raise FileKindRefused(field="list_file", name=name)
    return _rows_of_workbook(content, name), XLSX.media_type


def _rows_of_text(content: bytes, name: str) -> list[list[str]]:
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise UnreadableList(field="list_file", name=name)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = [
            [cell[: open_workbook.LONGEST_CELL] for cell in row[:MOST_COLUMNS]]
            for row in csv.reader(io.StringIO(text), delimiter=delimiter)
        ]
    except csv.Error:
        raise UnreadableList(field="list_file", name=name) from None
    if len(rows) > MOST_ROWS:
        raise ListTooLong(field="list_file", most=MOST_ROWS)
    return rows


def _rows_of_workbook(content: bytes, name: str) -> list[list[str]]:
    with tempfile.TemporaryDirectory(prefix="saraban-list-") as folder:
        file, out = Path(folder) / "list.xlsx", Path(folder) / "rows.json"
        file.write_bytes(content)
        child = str(Path(open_workbook.__file__))
        command = [sys.executable, "-I", child, str(file), str(out)]
        ended = run_limited([*command, str(MOST_ROWS), str(MOST_COLUMNS)], name=name)
        if ended.status == open_workbook.TOO_LONG:
            raise ListTooLong(field="list_file", most=MOST_ROWS)
        if ended.status != 0:
            raise UnreadableList(field="list_file", name=name)
        rows: list[list[str]] = json.loads(out.read_text(encoding="utf-8"))
    return rows
