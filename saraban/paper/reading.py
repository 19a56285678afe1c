"""One file in, everything the machine read out of it: the one entry to reading.

The command line, the worker and the tests all come through here, so a file is read the same
way wherever it arrives.
"""

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from saraban.errors import EmptyFile, FileKindRefused, FileTooLarge
from saraban.paper.file_kinds import PDF, TEXT, kind_of
from saraban.paper.limited import MEBIBYTE
from saraban.paper.marks import compared_with_marks, links_of, marks_of
from saraban.paper.own_letter import embedded_facts
from saraban.paper.page_reading import OnPage, ReadPage, pages_of_pdf, pages_of_picture
from saraban.paper.pdf_text import MOST_BYTES, Verdict, text_of_plain
from saraban.rules.letter_reading.as_json import letter_json
from saraban.rules.letter_reading.reading import read_letters

_SCRIPT = "ไฟล์มีสคริปต์ฝังอยู่ ระบบไม่ได้เปิดใช้"
_NOTHING = "ไม่พบหนังสือราชการในไฟล์"
_FOREIGN = "หนังสือเป็นภาษาต่างประเทศ กฎการอ่านเขียนไว้สำหรับหนังสือไทย ต้องตรวจทุกช่อง"
_DOUBTFUL = "ข้อความในไฟล์เชื่อถือไม่ได้ ต้องตรวจเทียบกับต้นฉบับก่อนใช้"

_ENOUGH_LETTERS = 60
_FEWEST_THAI_SHARE = 0.1


def read_content(
    content: bytes, name: str, *, on_page: Callable[[int, int], None] | None = None
) -> dict[str, Any]:
    """What `flask read --json` says of one file, but for its place: JSON-ready values.

    sha256, pages (a count), letters (as letter_json gives them), warnings (in Thai), seconds
    and sheets, one a page (see Sheet; none for a plain text). Boxes of evidence are in points
    of the sheet as shown upright. marks are what the letter says of itself, in its QR or inside
    the file ({page, source, number, date_iso, uid, digest, box}); links are other QR codes
    ({page, text, box}). name is the file's own; its extension has to agree with the
    bytes. on_page is called with (pages done, pages in all) after each page.

    Raises a SarabanError that says in Thai why the file cannot be read.
    """
    started = perf_counter()
    if not content.strip():
        raise EmptyFile(name=name)
    if len(content) > MOST_BYTES:
        raise FileTooLarge(most_mib=MOST_BYTES // MEBIBYTE)
    whole = _whole_of(content, name, on_page or _nobody_waits)
    pages = whole.pages
    warnings = [*whole.warnings, *(warning for one in pages for warning in one.warnings)]
    drafts = read_letters([one.page for one in pages])
    marks = marks_of(pages, whole.facts)
    warnings += compared_with_marks(drafts, marks, pages)
    if not drafts and any(one.page.lines for one in pages):
        warnings.append(_NOTHING)
    if _is_foreign(pages):
        warnings.append(_FOREIGN)
    return {
        "sha256": hashlib.sha256(content).hexdigest(),
        "pages": len(pages),
        "letters": [letter_json(draft) for draft in drafts],
        "warnings": warnings,
        "seconds": round(perf_counter() - started, 3),
        "sheets": [one.sheet.as_json() for one in pages if one.sheet],
        "marks": [mark.as_json() for mark in marks],
        "links": links_of(pages),
    }


@dataclass(frozen=True)
class _Whole:
    """A file's pages, what is to be told of it as a whole, and the facts it carries inside."""

    pages: list[ReadPage]
    warnings: tuple[str, ...] = ()
    facts: dict[str, Any] | None = None


def _whole_of(content: bytes, name: str, on_page: OnPage) -> _Whole:
    if name.lower().endswith(".txt") and _is_old_thai(content):
        return _whole_of_text(content, name, on_page)
    kind = kind_of(content, name)
    if kind is TEXT:
        return _whole_of_text(content, name, on_page)
    if kind is not PDF and not kind.is_picture:
        raise FileKindRefused(name=name)
    with tempfile.TemporaryDirectory(prefix="saraban-read-") as folder:
        file = Path(folder) / f"letter.{kind.extension}"
        file.write_bytes(content)
        if kind.is_picture:
            return _Whole(pages_of_picture(file, name, on_page))
        pages, text = pages_of_pdf(file, name, on_page)
        # Poppler tells of most scripts; not of one that runs as the file is opened.
        has_script = text.has_script or b"/JavaScript" in content
        warnings = (_SCRIPT,) if has_script else ()
        return _Whole(pages, warnings, embedded_facts(file, content, name))


def _whole_of_text(content: bytes, name: str, on_page: OnPage) -> _Whole:
    text = text_of_plain(content, name)
    for done in range(1, text.page_count + 1):
        on_page(done, text.page_count)
    is_doubtful = Verdict.DOUBTFUL in text.verdicts
    return _Whole([ReadPage(page) for page in text.pages], (_DOUBTFUL,) if is_doubtful else ())


def _is_old_thai(content: bytes) -> bool:
    """Text in the code page of Thai Windows and DOS, which has no mark of its own."""
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        thai = sum(0xA1 <= byte <= 0xFB for byte in content)
        return b"\x00" not in content and thai > 0.3 * len(content)
    return False


def _is_foreign(pages: Sequence[ReadPage]) -> bool:
    """Some lines of text, and hardly a Thai letter among them."""
    text = "".join(line.text for one in pages for line in one.page.lines)
    thai = sum("\u0e01" <= letter <= "\u0e2e" for letter in text)
    letters = sum(letter.isalpha() for letter in text)
    return letters >= _ENOUGH_LETTERS and thai < _FEWEST_THAI_SHARE * letters


def _nobody_waits(_done: int, _count: int) -> None:
    pass
