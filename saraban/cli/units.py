"""flask units: local bodies from a file, and the tree as a list."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from saraban import clock
from saraban.desk import office
from saraban.desk.directory import ImportReport, UnitChange, import_units
from saraban.errors import ImportRefused
from saraban.queries.unit_list import units_of
from saraban.rules.unit_files import read_unit_rows
from saraban.rules.units import THAI_UNIT_KIND, UnitKind
from saraban.thai.digits import to_thai

MOST_NAMED = 20
_ARCHIVE = b"PK\x03\x04"


@click.group("units")
def group() -> None:
    """Import and list units."""


@group.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would change, change nothing.")
def import_file(file: Path, dry_run: bool) -> None:
    """Bring the local bodies in line with FILE: the table DLA publishes, or our flat CSV.

    By DLA code, all or nothing, and as often as you like. Nothing is deleted or closed: what
    the file no longer names is listed. A saraban address that a person confirmed stays.
    """
    rows = read_unit_rows(_text_of(file))
    with office.opened_database():
        report = import_units(
            actor=office.system_actor(), at=clock.now(), rows=rows, is_dry_run=dry_run
        )
    click.echo("\n".join(_told(report)))


@group.command("list")
@click.option("--kind", type=click.Choice([kind.value for kind in UnitKind]), help="Of one kind.")
@click.option("--json", "as_json", is_flag=True, help="For other programs: a JSON array.")
def list_units(kind: str | None, as_json: bool) -> None:
    """List the units of today."""
    with office.opened_database():
        lines = units_of(actor=office.system_actor(), on=clock.today(), kind=kind)
    if as_json:
        click.echo(json.dumps([asdict(line) for line in lines], ensure_ascii=False, indent=1))
        return
    for line in lines:
        code = line.dla_code or line.dopa_code or ""
        address = line.saraban_address + ("" if line.is_confirmed else " (ยังไม่ยืนยัน)")
        shown = address if line.saraban_address else ""
        click.echo(f"{code:<8} {THAI_UNIT_KIND[line.kind]}  {line.name_th}  {shown}".rstrip())


def _text_of(file: Path) -> str:
    """The file's text; ImportRefused where it is none."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise click.ClickException(f"เปิดไฟล์ {file} ไม่ได้: {error.strerror}") from error
    if content.startswith(_ARCHIVE):
        raise ImportRefused(line=1, reason="เป็นไฟล์ Excel หรือไฟล์บีบอัด ให้บันทึกเป็น CSV UTF-8 ก่อน")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ImportRefused(line=line, reason="ไม่ใช่รหัสอักขระ UTF-8 ให้บันทึกเป็น CSV UTF-8") from error


def _told(report: ImportReport) -> list[str]:
    lines = ["ทดลองเท่านั้น ยังไม่ได้บันทึก"] if report.is_dry_run else []
    parts = (
        ("หน่วยใหม่", report.new),
        ("เปลี่ยนชื่อ", report.renamed),
        ("เปลี่ยนประเภท", report.changed_kind),
        ("ไม่พบในไฟล์แล้ว (ยังอยู่ในระบบ)", report.vanished),
        ("ปิดไปแล้วในระบบ", report.closed_here),
    )
    for words, changes in parts:
        lines.append(f"{words} {_count(len(changes))}")
        lines += [f"  {_line(change)}" for change in changes[:MOST_NAMED]]
        if len(changes) > MOST_NAMED:
            lines.append(f"  และอีก {_count(len(changes) - MOST_NAMED)}")
    return [*lines, f"ไม่เปลี่ยน {_count(report.unchanged_count)}"]


def _line(change: UnitChange) -> str:
    before = f"  (เดิม {change.before})" if change.before else ""
    return f"{change.dla_code}  {change.name_th}{before}"


def _count(count: int) -> str:
    return to_thai(f"{count:,} หน่วย")
