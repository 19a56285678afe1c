"""A list of units out of an uploaded file: taken whole, or told row by row what is wrong."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from saraban import clock
from saraban.desk.filing import NewFile
from saraban.desk.unit_groups import keep_list
from saraban.errors import MissingField, UnreadableList
from saraban.paper.list_files import rows_of_list
from saraban.queries.unit_directory import known_units
from saraban.rules.addressee_lists import WrongRow, match_rows, read_rows
from saraban.web.forms import base_name
from saraban.web.session import actor


@dataclass(frozen=True)
class ListRead:
    """The kept list's uid, or the rows that keep it from being taken."""

    uid: str | None
    wrong: tuple[WrongRow, ...]


def read_list(upload: Any, *, on: date) -> ListRead:
    """Match an uploaded list to the units of the day, and keep it when every row is good.

    Raises MissingField without a file, and what the file or the desk refuses.
    """
    if upload is None or not upload.filename:
        raise MissingField(field="list_file")
    name, content = base_name(upload.filename), upload.read()
    cells, media_type = rows_of_list(content, name)
    rows = read_rows(cells)
    if not rows:
        raise UnreadableList(field="list_file", name=name)
    matched = match_rows(rows, known_units(on))
    if matched.wrong:
        return ListRead(None, matched.wrong)
    file = NewFile(name, content, media_type, "enclosure")
    uid = keep_list(actor=actor(), at=clock.now(), file=file, members=matched.members)
    return ListRead(uid, ())
