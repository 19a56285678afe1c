"""flask people: who may sign in, and as what."""

import json

import click

from saraban import clock
from saraban.desk import office
from saraban.queries.people import PersonLine, people_of
from saraban.rules.permissions import THAI_ROLE


@click.group("people")
def group() -> None:
    """List who may sign in."""


@group.command("list")
@click.option("--json", "as_json", is_flag=True, help="For other programs: a JSON array.")
def list_people(as_json: bool) -> None:
    """List everybody with the roles they hold today, one line a unit."""
    with office.opened_database():
        lines = people_of(actor=office.system_actor(), on=clock.today())
    if as_json:
        click.echo(json.dumps([_as_json(line) for line in lines], ensure_ascii=False, indent=1))
    elif not lines:
        click.echo("ยังไม่มีใคร")
    for line in () if as_json else lines:
        roles = " ".join(THAI_ROLE[role] for role in line.roles) or "ไม่มีหน้าที่"
        ended = "" if line.is_active else "  (ปิดการใช้งาน)"
        click.echo(f"{line.sign_in:<28} {line.name_th}  {roles}  {line.unit_name or ''}{ended}")


def _as_json(line: PersonLine) -> dict[str, object]:
    return {
        "sign_in": line.sign_in,
        "name": line.name_th,
        "roles": [role.value for role in line.roles],
        "unit": line.unit_name,
        "unit_uid": line.unit_uid,
        "is_active": line.is_active,
    }
