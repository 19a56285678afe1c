"""Pictures of a short letter in every format that reading opens, of the tests' own making."""

import io
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from saraban.paper.house_style import FONTS

LINES = (
    "ที่ ลย ๐๑๑๘/ว ๑๒๐๑",
    "เรื่อง ขอเชิญประชุมชี้แจงการดูแลคันกั้นน้ำ",
    "เรียน กำนันและผู้ใหญ่บ้านทุกหมู่บ้าน",
    "ด้วยอำเภอกำหนดจัดประชุมชี้แจงการดูแลคันกั้นน้ำ",
    "จึงเรียนมาเพื่อทราบและขอเชิญเข้าร่วมประชุม",
)
DPI = 150


def drawn(*, turned: int = 0, lines: tuple[str, ...] = LINES) -> Image.Image:
    """A sheet of A5 with these lines, turned clockwise as it lies."""
    page = Image.new("RGB", (874, 1240), "white")
    face = ImageFont.truetype(str(FONTS / "Sarabun-Regular.ttf"), 30)
    draw = ImageDraw.Draw(page)
    for place, line in enumerate(lines):
        draw.text((60, 100 + 70 * place), line, font=face, fill="black")
    return page.rotate(-turned, expand=True)


def picture(kind: str, *, pages: tuple[Image.Image, ...] = (), **saving: Any) -> bytes:
    """The pages (drawn() unless told) as a file of this kind: PNG, JPEG, TIFF, PDF."""
    first, *others = pages or (drawn(),)
    if others:
        saving |= {"save_all": True, "append_images": others}
    out = io.BytesIO()
    if kind == "PDF":
        first.save(out, kind, resolution=DPI, **saving)
    else:
        first.save(out, kind, dpi=(DPI, DPI), **saving)
    return out.getvalue()
