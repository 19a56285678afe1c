"""One book drawn once, in a process of its own: python -m scripts.benchmarks.printed_table WAY ROWS

WAY is ours (saraban.paper.form_print), bare (WeasyPrint alone, the same page in one piece), or
sheet and bare_sheet for the workbook. Prints one JSON object: seconds, and the most memory that
any one process held, in MB.
"""

import io
import json
import resource
import sys
import time
from datetime import date, datetime, timedelta

import xlsxwriter

from saraban.paper.form_print import table_pdf
from saraban.paper.form_workbook import table_workbook
from saraban.paper.house_style import FONTS, TEMPLATES, print_templates
from saraban.rules.paper_forms import PaperForm, PrintedTable, day_line
from saraban.rules.register_lines import RegisterLine, register_table
from saraban.rules.registers import NumberState

FIRST = date(2022, 1, 1)
MADE = datetime(2022, 12, 31, 16, 30)  # noqa: DTZ001 - a workbook's own time has no zone


def book(rows: int) -> PrintedTable:
    """A receive register of this many lines, 25 a day, some of them void."""
    return register_table(
        [_line(number) for number in range(1, rows + 1)],
        form=PaperForm.RECEIVE_REGISTER,
        unit_name="ศาลากลางจังหวัดตัวอย่าง",
        from_on=FIRST,
        to_on=date(2022, 12, 31),
    )


def _line(number: int) -> RegisterLine:
    is_void = number % 50 == 0
    return RegisterLine(
        number=number,
        entered_on=FIRST + timedelta(days=number // 25),
        state=NumberState.VOID if is_void else NumberState.ISSUED,
        letter_number=f"มท ๐๘๐๑.๔/ว {number}",
        dated_on=FIRST + timedelta(days=number // 25),
        from_text="กรมส่งเสริมการปกครองท้องถิ่น",
        to_text="ผู้ว่าราชการจังหวัดตัวอย่าง",
        subject="การรายงานผลการจัดทำน้ำดื่มสะอาดสำหรับชุมชนและโรงเรียนในเขตตำบล ประจำปีงบประมาณ",
        handling="ส่งกลุ่มงานส่งเสริม",
        note="ลงรับซ้ำ (เสมียน)" if is_void else "",
    )


def bare_pdf(table: PrintedTable) -> bytes:
    """The very same page and style, all lines in one document, as anybody would call WeasyPrint."""
    import weasyprint  # noqa: PLC0415 - loading it is part of what is measured
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - part of it

    fonts = FontConfiguration()
    css = (TEMPLATES / "print" / "table.css").read_text(encoding="utf-8")
    style = weasyprint.CSS(string=css, base_url=f"{FONTS.as_uri()}/", font_config=fonts)
    page = print_templates().get_template("print/table.html")
    html = page.render(table=table, rows=table.rows, is_last=True, day_line=day_line)
    return weasyprint.HTML(string=html).write_pdf(stylesheets=[style], font_config=fonts)


def bare_workbook(table: PrintedTable) -> bytes:
    """The same cells, written with xlsxwriter and nothing else."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for place, column in enumerate(table.columns):
            sheet.write(2, place, column.title)
        for line, row in enumerate(table.rows, start=3):
            for place, cell in enumerate(row.cells):
                sheet.write_string(line, place, cell)
    return out.getvalue()


WAYS = {
    "ours": table_pdf,
    "bare": bare_pdf,
    "sheet": lambda table: table_workbook(table, made_at=MADE),
    "bare_sheet": bare_workbook,
}


def main() -> None:
    way, rows = WAYS[sys.argv[1]], int(sys.argv[2])
    table = book(rows)
    start = time.perf_counter()
    content = way(table)
    took = time.perf_counter() - start
    held = max(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(json.dumps({"seconds": took, "mb": held / 1024, "size": len(content)}))


if __name__ == "__main__":
    main()
