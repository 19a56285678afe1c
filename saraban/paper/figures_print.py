"""What the reports of a duty come to, on A4 across: bars, and the tables that tell the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from saraban.paper.form_print import page_pdf
from saraban.paper.house_style import print_templates


@dataclass(frozen=True, kw_only=True)
class PrintedSection:
    """Drawings one below the other, then a table; the first cell of a row names it."""

    title: str
    drawings: Sequence[Markup] = ()
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class PrintedFigures:
    """Texts as they shall appear; lines stand under the head."""

    head: str
    unit_name: str
    lines: Sequence[str]
    sections: Sequence[PrintedSection]
    foot: Sequence[str]


def figures_pdf(told: PrintedFigures) -> bytes:
    """The figures as PDF, as many pages as they take. Raises PrintFailed."""
    return page_pdf(print_templates().get_template("print/duty_figures.html").render(told=told))
