"""Prints an official letter as PDF: the official form on A4, with a true text layer.

WeasyPrint takes 0.6 s and 56 MB to load, so the web never loads it: print_room keeps a child
for one letter at a time, and render_in_child and render_many start
`python -m saraban.paper.pdf_print`, which reads letters as JSON on its standard input and
answers with PDF bytes. The same letter always gives the same bytes: a PDF/A-3b with its facts
as JSON inside, or, of a draft, a plain PDF that says so across the page.
"""

import hashlib
import json
import logging
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import Any, BinaryIO

from saraban.paper import catchwords
from saraban.paper.archive_profile import color_profiles, with_plain_metadata
from saraban.paper.child_folder import ChildFolder
from saraban.paper.house_style import (
    ROOT,
    PrintFailed,
    check_fonts,
    own_fonts_only,
    print_templates,
    style_sheet,
)
from saraban.paper.letter_shapes import with_substitutes
from saraban.paper.own_letter import attachment_of, mark_of
from saraban.paper.printed_letter import PrintedLetter, as_json, from_json
from saraban.paper.qr import qr_svg
from saraban.paper.text_layer import install_cure
from saraban.rules.letter_body import Table, blocks
from saraban.thai.digits import to_thai

START_SECONDS = 20.0  # a loaded machine may take its time to import WeasyPrint
LETTER_SECONDS = 5.0  # usually 0.1
SIGNS_A_PAGE = 2000

log = logging.getLogger(__name__)


def render_in_child(letter: PrintedLetter) -> bytes:
    """The letter as PDF, made in a process of its own; raises PrintFailed."""
    return render_many([letter])[0]


def render_many(letters: Sequence[PrintedLetter]) -> list[bytes]:
    """One PDF a letter, in order, all made by one child; raises PrintFailed for all at once."""
    if not letters:
        return []
    check_fonts()
    try:
        with ChildFolder() as folder:
            child = subprocess.run(
                [sys.executable, "-m", "saraban.paper.pdf_print"],
                input=json.dumps([as_json(letter) for letter in letters]).encode(),
                capture_output=True,
                cwd=ROOT,
                env=folder.environment,
                timeout=START_SECONDS + sum(map(seconds_for, letters)),
                check=True,
            )
        return _unpack(child.stdout, len(letters))
    except subprocess.TimeoutExpired as late:
        raise PrintFailed(reason="timeout", letter_count=len(letters)) from late
    except subprocess.CalledProcessError as broken:
        log.error("printing failed:\n%s", broken.stderr.decode(errors="replace"))
        raise PrintFailed(reason="child", letter_count=len(letters)) from broken
    except OSError as unstarted:
        raise PrintFailed(reason="start", letter_count=len(letters)) from unstarted


def seconds_for(letter: PrintedLetter) -> float:
    """How long a letter may take to be printed: LETTER_SECONDS, and as much again for each page."""
    return LETTER_SECONDS * (1 + sum(map(len, letter.paragraphs)) / SIGNS_A_PAGE)


def letter_pdf(letter: PrintedLetter) -> bytes:
    """The letter as PDF, made here; loads WeasyPrint, so not for the web process."""
    import weasyprint  # noqa: PLC0415 - 0.6 s and 56 MB

    install_cure()
    sheet, font_config = style_sheet("letter.css")
    page = weasyprint.HTML(string=html_of(letter), url_fetcher=own_fonts_only(letter.emblem))
    laid_out = partial(page.render, font_config=font_config, color_profiles=color_profiles())
    options = _file_options(letter)
    document = laid_out(stylesheets=[sheet], **options)
    words = catchwords.catchwords(document)
    if any(words):
        marks = weasyprint.CSS(string=catchwords.style(words), font_config=font_config)
        document = laid_out(stylesheets=[sheet, marks], **options)
    document.output_intent = "srgb"
    pdf: bytes = document.write_pdf(finisher=with_plain_metadata, **options)
    return pdf


def _file_options(letter: PrintedLetter) -> dict[str, Any]:
    """What kind of file it becomes. A draft is looked at and thrown away."""
    # A fixed identifier, otherwise each print of one letter is a different file.
    identifier = hashlib.sha256(letter.uid.encode()).digest()[:16]
    if letter.is_draft:
        return {"pdf_identifier": identifier}
    return {
        "pdf_tags": True,
        "pdf_variant": "pdf/a-3b",
        "output_intent": "ours",  # WeasyPrint would open its profile anew each time, for good
        "attachments": [attachment_of(letter)],
        "pdf_identifier": identifier,
    }


def html_of(letter: PrintedLetter) -> str:
    """The letter as the page that WeasyPrint sets."""
    template = print_templates().get_template(f"print/{letter.kind}.html")
    mark = None if letter.is_draft else mark_of(letter)
    return template.render(
        letter=_drawable(letter),
        blocks=[
            {"table": block} if isinstance(block, Table) else {"paragraph": block}
            for block in blocks([with_substitutes(text) for text in letter.paragraphs])
        ],
        mark=qr_svg(mark) if mark else None,
        references=_numbered(_drawable(letter).references),
        enclosures=_numbered(_drawable(letter).enclosures),
    )


def _drawable(letter: PrintedLetter) -> PrintedLetter:
    """The letter with a visible substitute for what the font has no shape for."""
    texts: dict[str, Any] = {
        name: with_substitutes(value)
        if isinstance(value, str)
        else tuple(with_substitutes(text) for text in value)
        for name, value in asdict(letter).items()
        if isinstance(value, str | tuple) and name not in ("kind", "uid", "emblem")
    }
    return replace(letter, **texts)


def _numbered(items: tuple[str, ...]) -> tuple[str, ...]:
    """Items as a list on the page: several get "๑." each unless they bring numbers."""
    if len(items) < 2 or any(item[:1].isdigit() for item in items):
        return items
    return tuple(f"{to_thai(str(place))}. {item}" for place, item in enumerate(items, start=1))


def _pack(pdfs: Sequence[bytes], out: BinaryIO) -> None:
    """One line of lengths, then the files end to end."""
    out.write(json.dumps([len(pdf) for pdf in pdfs]).encode() + b"\n")
    for pdf in pdfs:
        out.write(pdf)
    out.flush()


def _unpack(answer: bytes, wanted: int) -> list[bytes]:
    head, _, rest = answer.partition(b"\n")
    try:
        lengths = [int(length) for length in json.loads(head)]
    except ValueError as garbled:
        raise PrintFailed(reason="answer", letter_count=wanted) from garbled
    if len(lengths) != wanted or sum(lengths) != len(rest):
        raise PrintFailed(reason="answer", letter_count=wanted)
    pdfs, start = [], 0
    for length in lengths:
        pdfs.append(rest[start : start + length])
        start += length
    return pdfs


def main() -> None:
    """The child: letters as JSON in, PDFs out."""
    letters = [from_json(facts) for facts in json.loads(sys.stdin.buffer.read())]
    _pack([letter_pdf(letter) for letter in letters], sys.stdout.buffer)


if __name__ == "__main__":
    main()
