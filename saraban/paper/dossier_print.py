"""The dossier on paper: cover, tables, and the first page of every letter with its stamps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from saraban.paper.form_print import LaidPicture, book_pdf
from saraban.paper.house_style import print_templates
from saraban.rules.days import OFFICIAL_ZONE
from saraban.rules.dossier import Dossier, DossierPaper, DossierTable, shown
from saraban.rules.paper_forms import Column, FormRow, PaperForm, PrintedTable
from saraban.thai.dates import format_long, format_time
from saraban.thai.digits import to_thai

# Below the sheet's heading, in points of upright A4: left, bottom, width, height.
_PICTURE_BOX = (50.0, 40.0, 495.0, 690.0)
_MOST_BODY = 4_000


@dataclass(frozen=True)
class Sheet:
    """A letter's first page: its picture with its size in pixels, or why there is none."""

    paper: DossierPaper
    jpeg: bytes | None
    size: tuple[int, int] = (0, 0)
    trouble: str = ""


def dossier_pdf(
    dossier: Dossier,
    sheets: Sequence[Sheet],
    *,
    on_rows: Callable[[int], None] = lambda done: None,
    while_waiting: Callable[[], None] = lambda: None,
) -> bytes:
    """The whole dossier; the same dossier and sheets give the same bytes. Raises PrintFailed."""
    filled = [table for table in dossier.tables if table.rows]
    head = f"สำนวนติดตามหนังสือ ที่ {dossier.number}"

    def cover(page_counts: list[int]) -> str:
        at = dossier.made_at.astimezone(OFFICIAL_ZONE)
        return (
            print_templates()
            .get_template("print/dossier_cover.html")
            .render(
                dossier=dossier,
                head=head,
                dated=_dated(dossier),
                made=f"{format_long(at.date())} เวลา {format_time(at.time())}",
                contents=_contents(dossier, page_counts, len(sheets)),
            )
        )

    return book_pdf(
        [_table(dossier, table, place) for place, table in enumerate(filled, start=1)],
        cover=cover,
        sheets=_sheets(sheets),
        pictures=[
            LaidPicture(place, sheet.jpeg, sheet.size, _PICTURE_BOX)
            for place, sheet in enumerate(sheets)
            if sheet.jpeg is not None
        ],
        head=head,
        on_rows=on_rows,
        while_waiting=while_waiting,
    )


def _table(dossier: Dossier, table: DossierTable, place: int) -> PrintedTable:
    return PrintedTable(
        form=PaperForm.DOSSIER_PART,
        head=f"{to_thai(str(place))}. {table.title}",
        unit_name=f"หนังสือ ที่ {dossier.number}{_dated(dossier)}",
        rows=[
            FormRow(cells=tuple(shown(row[one.name], one.cell) for one in table.columns))
            if table.name != "tree"
            else _tree_row(table, row)
            for row in table.rows
        ],
        foot_lines=(table.note,) if table.note else (),
        own_columns=tuple(Column(one.title, one.share) for one in table.columns),
    )


def _tree_row(table: DossierTable, row: object) -> FormRow:
    """A row whose unit stands as far in as its level: no-break blanks, which a cell keeps."""
    assert isinstance(row, dict)
    cells = [shown(row[one.name], one.cell) for one in table.columns]
    place = next(at for at, one in enumerate(table.columns) if one.name == "unit")
    mark = "└ " if row["level"] else ""
    cells[place] = "\N{NO-BREAK SPACE}" * 3 * max(0, row["level"] - 1) + mark + cells[place]
    return FormRow(cells=tuple(cells))


def _contents(
    dossier: Dossier, page_counts: list[int], sheet_count: int
) -> list[tuple[str, str, str]]:
    """(part, how many lines, first page); a part without lines says so and has no page."""
    lines, page, place = [], 2, 0
    for table in dossier.tables:
        if not table.rows:
            lines.append((table.title, "ไม่มี", ""))
            continue
        first, page = page, page + page_counts[place]
        place += 1
        title = f"{to_thai(str(place))}. {table.title}"
        lines.append((title, to_thai(f"{len(table.rows):,}"), to_thai(str(first))))
    if sheet_count:
        lines.append(("หน้าแรกของหนังสือทุกฉบับ", to_thai(str(sheet_count)), to_thai(str(page))))
    return lines


def _sheets(sheets: Sequence[Sheet]) -> str:
    if not sheets:
        return ""
    page = print_templates().get_template("print/dossier_sheets.html")
    return page.render(
        sheets=[
            {
                "number": sheet.paper.number or "ไม่มีเลขที่",
                "dated": "" if sheet.paper.dated_on is None else format_long(sheet.paper.dated_on),
                "issuer": sheet.paper.issuer,
                "subject": sheet.paper.subject,
                "holder": sheet.paper.holder,
                "sha256": (sheet.paper.sha256 or "")[:16],
                "trouble": sheet.trouble,
                "body": "" if sheet.jpeg else sheet.paper.body[:_MOST_BODY],
            }
            for sheet in sheets
        ]
    )


def _dated(dossier: Dossier) -> str:
    return "" if dossier.dated_on is None else f" ลงวันที่ {format_long(dossier.dated_on)}"
