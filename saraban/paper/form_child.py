"""The process that draws tables: python -m saraban.paper.form_child

Messages of saraban.paper.form_frames on its standard input and output. {"draw": table} is
answered by {"done", "pages"} and a PDF for each piece, then {"drawn": true}; {"join": pages}
with the pieces behind it by {"joined": true} and the book; {"page": html} by {"page": true} and
that page as PDF; {"bind": parts, "pictures"} with parts and pictures behind it by {"bound": true}
and the book. It ends with its input.
"""

import sys
from datetime import date
from typing import Any

from saraban.paper.form_frames import receive, send
from saraban.paper.form_sheet import bound, joined, page_alone, pieces
from saraban.rules.paper_forms import Column, FormRow, PaperForm, PrintedTable


def as_json(table: PrintedTable) -> dict[str, Any]:
    """The table as it goes to the process."""
    return {
        "form": table.form.value,
        "head": table.head,
        "unit_name": table.unit_name,
        "foot_lines": list(table.foot_lines),
        "has_day_lines": table.has_day_lines,
        "own_columns": [[column.title, column.share] for column in table.own_columns],
        "rows": [
            [list(row.cells), row.day and row.day.isoformat(), row.is_void, row.note]
            for row in table.rows
        ],
    }


def _from_json(told: dict[str, Any]) -> PrintedTable:
    return PrintedTable(
        form=PaperForm(told["form"]),
        head=told["head"],
        unit_name=told["unit_name"],
        foot_lines=tuple(told["foot_lines"]),
        has_day_lines=told["has_day_lines"],
        own_columns=tuple(Column(title, share) for title, share in told["own_columns"]),
        rows=[
            FormRow(
                cells=tuple(cells),
                day=day and date.fromisoformat(day),
                is_void=is_void,
                note=note,
            )
            for cells, day, is_void, note in told["rows"]
        ],
    )


def main() -> None:
    """Answer until nobody asks any more."""
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while message := receive(asked):
        told, blobs = message
        if "join" in told:
            book = joined(blobs, page_count=told["join"], head=told["head"])
            send(answers, {"joined": True}, [book])
            continue
        if "bind" in told:
            count = told["bind"]
            book = bound(blobs[:count], blobs[count:], told["pictures"], head=told["head"])
            send(answers, {"bound": True}, [book])
            continue
        if "page" in told:
            send(answers, {"page": True}, [page_alone(told["page"])])
            continue
        for done, page_count, pdf in pieces(_from_json(told["draw"]), is_last=told["is_last"]):
            send(answers, {"done": done, "pages": page_count}, [pdf])
        send(answers, {"drawn": True})


if __name__ == "__main__":
    main()
