"""flask office: from an empty folder to an office that waits for its administrator."""

import click

from saraban import clock
from saraban.cli.database import told_upgrade
from saraban.desk import office


@click.group("office")
def group() -> None:
    """Open this installation for real work."""


@group.command("open")
def open_office() -> None:
    """Make the tables, plant the country's units, and show the code for the first sign-in.

    Does only what is still to be done. The code is a new one each time, and none is shown once
    there is an administrator.
    """
    at = clock.now()
    with office.opened_database(needs_schema=False):
        told_upgrade()
        if office.open_office(at):
            click.echo("ปลูกหน่วยงานตั้งต้นแล้ว: กระทรวง กรม จังหวัด และอำเภอทั้งประเทศ")
        else:
            click.echo("มีหน่วยงานตั้งต้นอยู่แล้ว")
        code = office.first_run_code(at)
    if code is None:
        click.echo("มีผู้ดูแลระบบแล้ว เข้าระบบได้ตามปกติ")
    else:
        click.echo("ยังไม่มีผู้ดูแลระบบ: เปิดหน้า /first-run ในเว็บ แล้วกรอกรหัสนี้ (ใช้ได้ครั้งเดียว)")
        click.echo(f"รหัสเริ่มต้น (first-run code): {code}")
