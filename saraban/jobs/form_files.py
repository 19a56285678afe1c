"""From an ask to the bytes of its file: the book's lines, then the printing or the workbook."""

import errno
from collections.abc import Callable
from datetime import datetime

from saraban.errors import StorageFull
from saraban.paper.form_print import table_pdf
from saraban.paper.form_workbook import table_workbook
from saraban.queries.book_to_print import book_facts, book_table, line_count
from saraban.rules.exports import BookAsk, DutyAsk, ExportFormat, OverviewAsk
from saraban.rules.paper_forms import PrintedTable
from saraban.rules.permissions import Actor

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def row_count_of(actor: Actor, ask: BookAsk) -> int:
    """How many lines the file would have. Raises what seeing the book does."""
    book = book_facts(actor, register=ask.register, unit_uid=ask.unit_uid)
    return line_count(book, from_on=ask.from_on, to_on=ask.to_on, be_year=ask.be_year)


def table_of(actor: Actor, ask: BookAsk) -> PrintedTable:
    """The filled-in form."""
    book = book_facts(actor, register=ask.register, unit_uid=ask.unit_uid)
    return book_table(book, from_on=ask.from_on, to_on=ask.to_on, be_year=ask.be_year)


def file_of(
    table: PrintedTable,
    ask: BookAsk | DutyAsk | OverviewAsk,
    *,
    made_at: datetime,
    on_rows: Callable[[int], None] = lambda done: None,
    while_waiting: Callable[[], None] = lambda: None,
) -> bytes:
    """The file's bytes. What the two callbacks raise ends the making. Raises PrintFailed."""
    if ask.format == ExportFormat.XLSX:
        return table_workbook(table, made_at=made_at)
    return table_pdf(table, on_rows=on_rows, while_waiting=while_waiting)


def storage_full(error: OSError) -> StorageFull | None:
    """The refusal that an error of the file system stands for, if it is want of room."""
    return StorageFull() if error.errno in _NO_ROOM else None
