"""The list of what an officer hands over, with the places of both signatures: บัญชีส่งมอบงาน."""

from collections.abc import Sequence
from dataclasses import dataclass

from saraban.paper.form_print import page_pdf
from saraban.paper.house_style import print_templates


@dataclass(frozen=True, kw_only=True)
class PrintedHandOver:
    """Texts as they shall appear. A line is (kind, name, letter number, next day, remark)."""

    unit_name: str
    from_words: str
    to_words: str
    from_name: str
    from_title: str
    to_name: str
    to_title: str
    handed_on: str
    words: str
    made: str
    lines: Sequence[tuple[str, str, str, str, str]]


def hand_over_pdf(told: PrintedHandOver) -> bytes:
    """The list on A4 upright, as many pages as it takes. Raises PrintFailed."""
    return page_pdf(print_templates().get_template("print/hand_over.html").render(told=told))
