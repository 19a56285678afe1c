"""flask demo: an empty installation filled with one circular's story."""

import click

from saraban.cli import demo_story
from saraban.cli.database import told_upgrade
from saraban.cli.demo_cast import OPENING, Stage
from saraban.desk import demo, office
from saraban.errors import DemoRefused


@click.group("demo")
def group() -> None:
    """Fill an empty installation with a story."""


@group.command("load")
@click.option("--short", is_flag=True, help="Only the circular, without the duties that follow.")
def load(short: bool) -> None:
    """Load the demo and show the one password of all its people.

    Does nothing but show the password where the demo is loaded already, and refuses a folder
    that holds a real office.
    """
    with office.opened_database(needs_schema=False):
        if demo.is_real_office():
            raise DemoRefused()
        told_upgrade()
        click.echo("ใส่ข้อมูลสาธิตถ้ายังไม่มี ใช้เวลาไม่เกินครึ่งนาที")
        password = demo.load(lambda password: _tell(password, has_duties=not short))
    click.echo(
        "ข้อมูลสาธิตพร้อมแล้ว ดูรายชื่อผู้ใช้ด้วย flask people list เช่น clerk.dla clerk.tak auditor.moi admin"
    )
    click.echo(f"รหัสผ่านของทุกคน (demo password): {password}")


def _tell(password: str, *, has_duties: bool) -> None:
    office.open_office(OPENING)
    stage = Stage(office.system_actor())
    stage.build(password)
    demo_story.tell(stage, has_duties=has_duties)
