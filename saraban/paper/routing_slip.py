"""The routing slip of a letter (ใบเกษียณ): its head, who received it, every note, room to write.

Drawn like every print of ours by a process of its own, which alone loads WeasyPrint (0.6 s and
56 MB): `python -m saraban.paper.routing_slip` reads the slip as JSON and answers with the PDF.
"""

import json
import logging
import subprocess
import sys
from dataclasses import asdict, dataclass
from typing import Any

from saraban.paper.child_folder import ChildFolder
from saraban.paper.house_style import (
    ROOT,
    PrintFailed,
    check_fonts,
    own_fonts_only,
    print_templates,
    style_sheet,
)
from saraban.paper.pdf_print import LETTER_SECONDS, START_SECONDS
from saraban.paper.text_layer import install_cure

# Lines left for the pen after the last note.
BLANK_LINES = 8

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class SlipReceipt:
    """One desk's receipt stamp, each text as its stamp prints it."""

    unit_name: str
    number: str
    date: str
    time: str


@dataclass(frozen=True)
class SlipNote:
    """One note: what it is, its lines, who is named, and under it who wrote it and when.

    desks are whole lines ("กองช่าง (รับผิดชอบหลัก) ภายใน ๑ ก.ค. ๒๕๖๕"); withdrawn tells who took
    the note back, when and why, blank for one that stands.
    """

    kind: str
    receipt: str
    lines: tuple[str, ...]
    desks: tuple[str, ...]
    author_lines: tuple[str, ...]
    moment: str
    withdrawn: str = ""


@dataclass(frozen=True)
class RoutingSlip:
    """A slip from top to bottom, each text as it shall appear; blanks leave no trace."""

    uid: str
    unit_name: str
    urgency: str
    printed_number: str
    dated: str
    issuer: str
    addressee: str
    subject: str
    receipts: tuple[SlipReceipt, ...]
    notes: tuple[SlipNote, ...]
    printed: str


def slip_in_child(slip: RoutingSlip) -> bytes:
    """The slip as PDF, made in a process of its own. Raises PrintFailed."""
    check_fonts()
    try:
        with ChildFolder() as folder:
            child = subprocess.run(
                [sys.executable, "-m", "saraban.paper.routing_slip"],
                input=json.dumps(asdict(slip)).encode(),
                capture_output=True,
                cwd=ROOT,
                env=folder.environment,
                timeout=START_SECONDS + LETTER_SECONDS + len(slip.notes) / 20,
                check=True,
            )
    except subprocess.TimeoutExpired as late:
        raise PrintFailed(reason="timeout", letter_count=1) from late
    except subprocess.CalledProcessError as broken:
        log.error("printing a slip failed:\n%s", broken.stderr.decode(errors="replace"))
        raise PrintFailed(reason="child", letter_count=1) from broken
    except OSError as unstarted:
        raise PrintFailed(reason="start", letter_count=1) from unstarted
    return child.stdout


def slip_pdf(slip: RoutingSlip) -> bytes:
    """The slip as PDF, made here; loads WeasyPrint, so not for the web process."""
    import weasyprint  # noqa: PLC0415 - 0.6 s and 56 MB

    install_cure()
    sheet, font_config = style_sheet("slip.css")
    html = (
        print_templates()
        .get_template("print/slip.html")
        .render(slip=slip, blank_lines=range(BLANK_LINES))
    )
    pdf: bytes = weasyprint.HTML(string=html, url_fetcher=own_fonts_only()).write_pdf(
        stylesheets=[sheet], font_config=font_config, pdf_tags=True
    )
    return pdf


def _from_json(facts: dict[str, Any]) -> RoutingSlip:
    facts["receipts"] = tuple(SlipReceipt(**one) for one in facts["receipts"])
    facts["notes"] = tuple(_note_from_json(one) for one in facts["notes"])
    return RoutingSlip(**facts)


def _note_from_json(facts: dict[str, Any]) -> SlipNote:
    for name in ("lines", "desks", "author_lines"):
        facts[name] = tuple(facts[name])
    return SlipNote(**facts)


if __name__ == "__main__":
    sys.stdout.buffer.write(slip_pdf(_from_json(json.loads(sys.stdin.buffer.read()))))
