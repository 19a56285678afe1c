"""Prints an official letter as PDF: the official form on A4, with a true text layer.

WeasyPrint takes 0.6 s and 56 MB to load, so the web never loads it: render_in_child and
render_many start `python -m saraban.paper.pdf_print`, which reads letters as JSON on its
standard input and answers with PDF bytes. The same letter always gives the same bytes.
"""

import atexit
import hashlib
import json
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, Literal

from jinja2 import Environment

from saraban.errors import N_, SarabanError
from saraban.paper.own_letter import attachment_of, mark_of
from saraban.paper.qr import qr_svg
from saraban.paper.templating import environment
from saraban.paper.text_layer import install_cure
from saraban.thai.digits import to_thai

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = ROOT / "templates"
FONTS = Path(__file__).resolve().parent / "fonts"
FACES = ("Sarabun-Regular.ttf", "Sarabun-Bold.ttf")

START_SECONDS = 20.0  # a loaded machine may take its time to import WeasyPrint
LETTER_SECONDS = 5.0  # usually 0.1

log = logging.getLogger(__name__)


class PrintFailed(SarabanError):
    """The printing process gave no PDF. `reason` is for the log, in English."""

    code = "print_failed"
    message_th = N_("จัดหน้าหนังสือเป็น PDF ไม่สำเร็จ โปรดลองอีกครั้ง หากยังไม่ได้ให้แจ้งผู้ดูแลระบบ")


class FontsMissing(PrintFailed):
    """Set-up has not fetched the fonts yet; printing without them would give boxes."""

    code = "print_fonts_missing"
    message_th = N_("ยังไม่มีแบบอักษรสำหรับพิมพ์หนังสือ ให้ผู้ดูแลระบบติดตั้งด้วย scripts/fetch_assets")


@dataclass(frozen=True, kw_only=True)
class PrintedLetter:
    """What stands on one letter, from top to bottom, each as it shall appear.

    A day is Gregorian. A paragraph may begin with its point ("๑. "). References and
    enclosures are numbered here when there are several and they bring no numbers. Blank texts
    and empty tuples leave no trace on the page. For the sealed form, which nobody signs by
    name, signatory_name is blank.
    Source: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526, clauses 11-14 and 28, forms 1-3.
    """

    kind: Literal["external", "memo", "sealed"]
    printed_number: str
    issuer_lines: tuple[str, ...]
    dated_on: date
    subject: str
    addressee_text: str
    paragraphs: tuple[str, ...]
    uid: str
    urgency_words: str | None = None
    secrecy_words: str | None = None
    salutation: str = "เรียน"
    references: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    closing: str = "ขอแสดงความนับถือ"
    signatory_name: str = ""
    signatory_position_lines: tuple[str, ...] = ()
    owner_section_lines: tuple[str, ...] = ()
    contact_lines: tuple[str, ...] = ()


def render_in_child(letter: PrintedLetter) -> bytes:
    """The letter as PDF, made in a process of its own; raises PrintFailed."""
    return render_many([letter])[0]


def render_many(letters: Sequence[PrintedLetter]) -> list[bytes]:
    """One PDF a letter, in order, all made by one child; raises PrintFailed for all at once."""
    if not letters:
        return []
    check_fonts()
    try:
        child = subprocess.run(
            [sys.executable, "-m", "saraban.paper.pdf_print"],
            input=json.dumps([_as_json(letter) for letter in letters]).encode(),
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            timeout=START_SECONDS + LETTER_SECONDS * len(letters),
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


def letter_pdf(letter: PrintedLetter) -> bytes:
    """The letter as PDF, made here; loads WeasyPrint, so not for the web process."""
    import weasyprint  # noqa: PLC0415 - 0.6 s and 56 MB

    check_fonts()
    install_cure()
    sheet, font_config = _style_sheet()
    html = _html(letter)
    pdf: bytes = weasyprint.HTML(string=html, url_fetcher=own_fonts_only()).write_pdf(
        stylesheets=[sheet],
        font_config=font_config,
        pdf_tags=True,
        attachments=[attachment_of(letter)],
        # A fixed identifier, otherwise each print of one letter is a different file.
        pdf_identifier=hashlib.sha256(letter.uid.encode()).digest()[:16],
    )
    return pdf


def _html(letter: PrintedLetter) -> str:
    template = _templates().get_template(f"print/{letter.kind}.html")
    mark = mark_of(letter)
    return template.render(
        letter=letter,
        mark=qr_svg(mark) if mark else None,
        references=_numbered(letter.references),
        enclosures=_numbered(letter.enclosures),
    )


def _numbered(items: tuple[str, ...]) -> tuple[str, ...]:
    """Items as a list on the page: several get "๑." each unless they bring numbers."""
    if len(items) < 2 or any(item[:1].isdigit() for item in items):
        return items
    return tuple(f"{to_thai(str(place))}. {item}" for place, item in enumerate(items, start=1))


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return environment(TEMPLATES)


@lru_cache(maxsize=1)
def _style_sheet() -> tuple[Any, Any]:
    """The parsed style sheet and its fonts, one for all letters of a process."""
    import weasyprint  # noqa: PLC0415 - 0.6 s and 56 MB
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - part of it

    font_config = FontConfiguration()
    # It owns a temporary folder, which it cannot remove once the interpreter is going down.
    atexit.register(_style_sheet.cache_clear)
    sheet = weasyprint.CSS(
        string=(TEMPLATES / "print" / "letter.css").read_text(encoding="utf-8"),
        base_url=f"{FONTS.as_uri()}/",
        url_fetcher=own_fonts_only(),
        font_config=font_config,
    )
    return sheet, font_config


@lru_cache(maxsize=1)
def own_fonts_only() -> Any:
    """A fetcher for our two font files; whatever else a letter asks for stops the print."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - 0.6 s

    files = {(FONTS / face).as_uri(): FONTS / face for face in FACES}

    class OwnFontsOnly(URLFetcher):  # type: ignore[misc]  # weasyprint carries no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            return URLFetcherResponse(url, files[url].read_bytes())

    return OwnFontsOnly(fail_on_errors=True)


def check_fonts() -> None:
    """FontsMissing unless set-up has fetched the fonts of everything we print."""
    missing = [face for face in FACES if not (FONTS / face).is_file()]
    if missing:
        raise FontsMissing(reason="fonts", missing=missing)


def _as_json(letter: PrintedLetter) -> dict[str, Any]:
    return {**asdict(letter), "dated_on": letter.dated_on.isoformat()}


def _from_json(facts: dict[str, Any]) -> PrintedLetter:
    known = {field.name for field in fields(PrintedLetter)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in facts.items()
        if name in known
    }
    values["dated_on"] = date.fromisoformat(facts["dated_on"])
    return PrintedLetter(**values)


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
    letters = [_from_json(facts) for facts in json.loads(sys.stdin.buffer.read())]
    _pack([letter_pdf(letter) for letter in letters], sys.stdout.buffer)


if __name__ == "__main__":
    main()
