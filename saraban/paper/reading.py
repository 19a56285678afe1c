"""One file in, everything the machine read out of it: the one entry to reading.

The command line, the worker and the tests all come through here, so a file is read the same
way wherever it arrives.
"""

import hashlib
from collections.abc import Callable
from time import perf_counter
from typing import Any

from saraban.errors import EmptyFile, FileKindRefused
from saraban.paper.file_kinds import PDF, TEXT, kind_of
from saraban.paper.pdf_text import FileText, Verdict, text_of_pdf, text_of_plain
from saraban.rules.letter_reading.as_json import letter_json
from saraban.rules.letter_reading.reading import read_letters

_NO_TEXT = "หน้า {page} ไม่มีชั้นข้อความ เป็นภาพหรือหน้าว่าง จึงยังไม่ได้อ่าน"
_DOUBTFUL = "หน้า {page} ชั้นข้อความเชื่อถือไม่ได้ ต้องตรวจเทียบกับภาพก่อนใช้"
_PICTURE = "ไฟล์ภาพไม่มีชั้นข้อความ จึงยังไม่ได้อ่าน"
_SCRIPT = "ไฟล์มีสคริปต์ฝังอยู่ ระบบไม่ได้เปิดใช้"
_NOTHING = "ไม่พบหนังสือราชการในไฟล์"


def read_content(
    content: bytes, name: str, *, on_page: Callable[[int, int], None] | None = None
) -> dict[str, Any]:
    """What `flask read --json` says of one file, but for its place: JSON-ready values.

    sha256, pages (a count), letters (as letter_json gives them), warnings (in Thai), seconds
    and sheets, one a page (see Sheet; none for a plain text). Boxes of evidence are in points
    of the sheet as shown upright. name is the file's own; its extension has to agree with the
    bytes. on_page is called with (pages done, pages in all) after each page.

    Raises a SarabanError that says in Thai why the file cannot be read.
    """
    started = perf_counter()
    if not content.strip():
        raise EmptyFile(name=name)
    told: dict[str, Any] = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "pages": 0,
        "letters": [],
        "warnings": [],
        "seconds": 0.0,
        "sheets": [],
    }
    text = _text_of(content, name)
    if text is None:
        told["pages"] = 1
        told["warnings"].append(_PICTURE)
    else:
        _tell_letters(told, text)
    if on_page:
        for done in range(1, told["pages"] + 1):
            on_page(done, told["pages"])
    told["seconds"] = round(perf_counter() - started, 3)
    return told


def _text_of(content: bytes, name: str) -> FileText | None:
    """The file's text; None for a picture, which has none."""
    if name.lower().endswith(".txt") and _is_old_thai(content):
        return text_of_plain(content, name)
    kind = kind_of(content, name)
    if kind is PDF:
        return text_of_pdf(content, name)
    if kind is TEXT:
        return text_of_plain(content, name)
    if kind.is_picture:
        return None
    raise FileKindRefused(name=name)


def _is_old_thai(content: bytes) -> bool:
    """Text in the code page of Thai Windows and DOS, which has no mark of its own."""
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        thai = sum(0xA1 <= byte <= 0xFB for byte in content)
        return b"\x00" not in content and thai > 0.3 * len(content)
    return False


def _tell_letters(told: dict[str, Any], text: FileText) -> None:
    told["pages"] = text.page_count
    told["sheets"] = [sheet.as_json() for sheet in text.sheets]
    if text.has_script:
        told["warnings"].append(_SCRIPT)
    for page, verdict in zip(text.pages, text.verdicts, strict=True):
        if verdict is Verdict.MISSING:
            told["warnings"].append(_NO_TEXT.format(page=page.number))
        elif verdict is Verdict.DOUBTFUL:
            told["warnings"].append(_DOUBTFUL.format(page=page.number))
    readable = [
        page
        for page, verdict in zip(text.pages, text.verdicts, strict=True)
        if verdict is not Verdict.MISSING
    ]
    told["letters"] = [letter_json(draft) for draft in read_letters(readable)]
    if readable and not told["letters"]:
        told["warnings"].append(_NOTHING)
