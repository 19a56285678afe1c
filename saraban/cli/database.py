"""flask database: the schema."""

import click

from saraban.desk import office


@click.group("database")
def group() -> None:
    """Bring the database up to date."""


@group.command("upgrade")
def upgrade() -> None:
    """Apply the migrations that are missing; does nothing where there are none."""
    with office.opened_database(needs_schema=False):
        told_upgrade()


def told_upgrade() -> None:
    """Apply what is missing and say so; the database is open."""
    applied = office.upgrade_database()
    for name in applied:
        click.echo(f"ปรับโครงสร้างฐานข้อมูล: {name}")
    if not applied:
        click.echo("โครงสร้างฐานข้อมูลเป็นรุ่นปัจจุบันอยู่แล้ว")
