"""flask audit: whether anything was changed behind the ledger's back."""

import json

import click

from saraban.desk.office import opened_database
from saraban.queries.closing_check import check_closing
from saraban.queries.ledger_check import LedgerReport, check_ledger


@click.group("audit")
def group() -> None:
    """Check the ledger and the files."""


@group.command("verify")
@click.option("--json", "as_json", is_flag=True, help="For other programs: an object, as JSON.")
@click.pass_context
def verify(ctx: click.Context, as_json: bool) -> None:
    """Check every chain of events, replay them into rows, compare, and check every file.

    Changes nothing. Exit status 1, and the exact row, when anything differs.
    """
    with opened_database():
        report = check_ledger()
    if as_json:
        click.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=1, default=str))
    else:
        for finding in report.findings:
            click.echo(f"{finding.code}  {finding.text_th}")
        click.echo(_summary(report))
    if not report.is_whole:
        ctx.exit(1)


@group.command("closing")
@click.argument("code")
@click.pass_context
def closing(ctx: click.Context, code: str) -> None:
    """Derive a day's closing anew from the ledger: does its book equal what was signed?

    CODE is what stands on the signed page, in any case, with or without dashes. One line; exit
    status 1 when the book differs, or when there is no such closing.
    """
    with opened_database():
        found = check_closing(code)
    click.echo(found.text_th)
    if not found.holds:
        ctx.exit(1)


def _summary(report: LedgerReport) -> str:
    found = (
        "บัญชีเหตุการณ์ถูกต้องครบถ้วน" if report.is_whole else f"พบสิ่งที่ไม่ตรงกัน {len(report.findings):,} แห่ง"
    )
    return (
        f"{found}: ตรวจ {report.event_count:,} เหตุการณ์ของ {report.unit_count:,} หน่วย "
        f"{report.row_count:,} แถว {report.file_count:,} ไฟล์"
    )


def _as_json(report: LedgerReport) -> dict[str, object]:
    return {
        "is_whole": report.is_whole,
        "events": report.event_count,
        "units": report.unit_count,
        "rows": report.row_count,
        "files": report.file_count,
        "findings": [finding.as_json() for finding in report.findings],
    }
