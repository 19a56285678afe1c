"""flask dossier: one file that answers who got a circular, who holds it, and how it is known."""

from pathlib import Path

import click

from saraban import clock
from saraban.desk.office import opened_database
from saraban.jobs.dossier_files import dossier_file
from saraban.queries.actors import actor_called
from saraban.queries.dossier import auditor_over, dossier_of
from saraban.queries.letter_lookup import letter_by_number
from saraban.rules.exports import ExportFormat
from saraban.thai.digits import to_arabic


@click.command("dossier")
@click.argument("letter")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--format", "form", type=click.Choice([form.value for form in ExportFormat]), default=None,
    help="pdf, xlsx or json; by the name of the file when left out.",
)  # fmt: skip
@click.option("--year", metavar="BE", help="The letter's Buddhist-era year, such as 2565.")
@click.option("--as", "sign_in", metavar="NAME", help="Only what this person may see.")
@click.option("--question", default="", help="What the dossier answers, in words.")
def command(
    letter: str, out: Path, form: str | None, year: str | None, sign_in: str | None, question: str
) -> None:
    """Write the dossier of LETTER, a number as printed, to a file."""
    format = ExportFormat(form or _by_name(out))
    digits = to_arabic(year or "").strip()
    if digits and not (digits.isdecimal() and 2400 <= int(digits) <= 2700):
        raise click.BadParameter("a Buddhist-era year, such as 2565", param_hint="--year")
    at = clock.now()
    with opened_database():
        found = letter_by_number(letter, be_year=int(digits) if digits else None)
        actor = actor_called(sign_in, at=at) if sign_in else auditor_over(found.uid)
        dossier = dossier_of(found.uid, actor=actor, made_at=at, question=question)
        content = dossier_file(dossier, actor, format)
    out.write_bytes(content)
    click.echo(f"{out}  {len(content):,} bytes, {dossier.row_count:,} lines")


def _by_name(out: Path) -> str:
    ending = out.suffix.lstrip(".").lower()
    return ending if ending in set(ExportFormat) else ExportFormat.PDF.value
