"""An office's picture of its emblem, made safe to print: pixels laid on white, or plain lines.

A picture of pixels is opened by the limited child of page_pictures and written anew, so that
what is kept holds nothing but its pixels. A drawing (SVG) is kept as it came, and only when it
consists of shapes: no script, no style sheet, nothing that is fetched from elsewhere.
"""

import io
import re
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

from saraban.errors import N_, EmblemUnusable, SarabanError
from saraban.paper.page_pictures import picture_in_file

MOST_PIXELS_HIGH = 1000  # 3 cm at 800 dots an inch
LEAST_PIXELS_HIGH = 100
MOST_SVG_BYTES = 512 * 1024
MOST_SHAPES = 4000
PNG, SVG = "image/png", "image/svg+xml"

_SHAPES = frozenset(
    {
        "svg", "g", "title", "desc", "metadata", "defs", "path", "circle", "ellipse", "rect",
        "line", "polyline", "polygon", "clipPath", "linearGradient", "radialGradient", "stop",
        "symbol", "use",
    }
)  # fmt: skip
_ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!#)|javascript:|@import|expression\(", re.IGNORECASE)
_NOT_PICTURE = N_("ไฟล์ไม่ใช่ภาพ PNG, JPEG, WEBP หรือ SVG ที่เปิดได้")
_TOO_SMALL = N_("ภาพเล็กไป ควรสูงอย่างน้อย ๑๐๐ จุด")
_TOO_BIG = N_("ไฟล์ใหญ่หรือซับซ้อนเกินไป")
_NOT_PLAIN = N_("ภาพ SVG มีสคริปต์ ข้อความ หรือสิ่งที่ต้องดึงจากที่อื่น")


def checked_emblem(content: bytes, name: str) -> tuple[bytes, str]:
    """(what is to be kept, its media type); raises EmblemUnusable with the reason."""
    if content.lstrip()[:1] == b"<" or content[:3] == b"\xef\xbb\xbf":
        _check_drawing(content)
        return content, SVG
    return _pixels_on_white(content, name), PNG


def _pixels_on_white(content: bytes, name: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="saraban-emblem-") as folder:
        file = Path(folder) / "picture"
        file.write_bytes(content)
        try:
            picture = Image.fromarray(picture_in_file(file, name).pixels)
        except SarabanError as refused:
            raise EmblemUnusable(field="emblem", reason=_NOT_PICTURE) from refused
    if picture.height < LEAST_PIXELS_HIGH:
        raise EmblemUnusable(field="emblem", reason=_TOO_SMALL)
    if picture.height > MOST_PIXELS_HIGH:
        width = max(1, round(picture.width * MOST_PIXELS_HIGH / picture.height))
        picture = picture.resize((width, MOST_PIXELS_HIGH), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _check_drawing(content: bytes) -> None:
    if len(content) > MOST_SVG_BYTES:
        raise EmblemUnusable(field="emblem", reason=_TOO_BIG)
    # An entity may stand for anything, a million times over: none are needed to draw.
    if b"<!ENTITY" in content or b"<!DOCTYPE" in content:
        raise EmblemUnusable(field="emblem", reason=_NOT_PLAIN)
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - no entities, bounded above
    except (ElementTree.ParseError, ValueError, LookupError) as broken:
        raise EmblemUnusable(field="emblem", reason=_NOT_PICTURE) from broken
    if _local(root.tag) != "svg":
        raise EmblemUnusable(field="emblem", reason=_NOT_PICTURE)
    for count, element in enumerate(root.iter()):
        if count > MOST_SHAPES:
            raise EmblemUnusable(field="emblem", reason=_TOO_BIG)
        if _local(element.tag) not in _SHAPES or not all(map(_is_plain, element.attrib.items())):
            raise EmblemUnusable(field="emblem", reason=_NOT_PLAIN)


def _is_plain(attribute: tuple[str, str]) -> bool:
    name, value = _local(attribute[0]).lower(), attribute[1]
    if name.startswith("on") or _ELSEWHERE.search(value):
        return False
    return name not in ("href", "src") or value.startswith("#")


def _local(tag: object) -> str:
    """The tag without its namespace; a comment's tag is no text."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else "desc"
