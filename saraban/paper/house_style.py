"""The fonts and style sheets that every print of ours is set with.

Nothing else may be fetched while a page is set: a page that asks for more stops the print.
"""

import atexit
import base64
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from saraban.errors import N_, SarabanError
from saraban.paper.templating import environment

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = ROOT / "templates"
FONTS = Path(__file__).resolve().parent / "fonts"
FACES = ("Sarabun-Regular.ttf", "Sarabun-Bold.ttf")
EMBLEM = "emblem:/"  # as the forms call the picture that comes with a letter


@lru_cache(maxsize=1)
def print_templates() -> Environment:
    """The templates that prints are written with, opened once a process."""
    return environment(TEMPLATES)


class PrintFailed(SarabanError):
    """The printing process gave no PDF. `reason` is for the log, in English."""

    code = "print_failed"
    message_th = N_("จัดหน้าหนังสือเป็น PDF ไม่สำเร็จ โปรดลองอีกครั้ง หากยังไม่ได้ให้แจ้งผู้ดูแลระบบ")


class FontsMissing(PrintFailed):
    """Set-up has not fetched the fonts yet; printing without them would give boxes."""

    code = "print_fonts_missing"
    message_th = N_("ยังไม่มีแบบอักษรสำหรับพิมพ์หนังสือ ให้ผู้ดูแลระบบติดตั้งด้วย scripts/fetch_assets")


def check_fonts() -> None:
    """FontsMissing unless set-up has fetched the fonts of everything we print."""
    missing = [face for face in FACES if not (FONTS / face).is_file()]
    if missing:
        raise FontsMissing(reason="fonts", missing=missing)


def style_sheet(name: str) -> tuple[Any, Any]:
    """The parsed templates/print/NAME and its fonts, read once a process.

    Loads WeasyPrint, so for printing processes only. Raises FontsMissing.
    """
    check_fonts()
    return _parsed(name)


@lru_cache(maxsize=4)
def _parsed(name: str) -> tuple[Any, Any]:
    import weasyprint  # noqa: PLC0415 - 0.6 s and 56 MB
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - part of it

    font_config = FontConfiguration()
    # It owns a temporary folder, which it cannot remove once the interpreter is going down.
    atexit.register(_parsed.cache_clear)
    sheet = weasyprint.CSS(
        string=(TEMPLATES / "print" / name).read_text(encoding="utf-8"),
        base_url=f"{FONTS.as_uri()}/",
        url_fetcher=own_fonts_only(),
        font_config=font_config,
    )
    return sheet, font_config


def own_fonts_only(emblem: str = "") -> Any:
    """A fetcher for our two font files and the emblem handed in as base64.

    Whatever else a page asks for stops the print.
    """
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - 0.6 s

    faces = {(FONTS / face).as_uri(): FONTS / face for face in FACES}

    class OwnFilesOnly(URLFetcher):  # type: ignore[misc]  # weasyprint carries no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url == EMBLEM:
                return URLFetcherResponse(url, base64.b64decode(emblem))
            return URLFetcherResponse(url, faces[url].read_bytes())

    return OwnFilesOnly(fail_on_errors=True)
