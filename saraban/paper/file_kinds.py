"""What kind of file this is, by its bytes; the name only has to agree.

Nine kinds are taken, each told by marks its format fixes, so no library guesses for us.
What a browser would run or draw as a page (html, svg, xml), programs, loose archives and
office files with macros are refused, under whatever name they come.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from saraban.errors import EmptyFile, FileKindRefused

MEBIBYTE = 1024 * 1024
# An office file is a zip: told size, number of parts and ratio are bounded against bombs.
MOST_UNPACKED_BYTES = 300 * MEBIBYTE
MOST_PARTS = 20_000
MOST_RATIO = 200
RATIO_MATTERS_FROM = 10 * MEBIBYTE
MOST_CONTENT_TYPES_BYTES = 2 * MEBIBYTE


@dataclass(frozen=True)
class FileKind:
    """A kind the product keeps: what to serve it as, and the extension of its own."""

    media_type: str
    extension: str
    is_picture: bool = False


UNKNOWN = "application/octet-stream"
_OFFICE = "application/vnd.openxmlformats-officedocument."
PDF = FileKind("application/pdf", "pdf")
PNG = FileKind("image/png", "png", is_picture=True)
JPEG = FileKind("image/jpeg", "jpg", is_picture=True)
TIFF = FileKind("image/tiff", "tif", is_picture=True)
WEBP = FileKind("image/webp", "webp", is_picture=True)
MP4 = FileKind("video/mp4", "mp4")
MOV = FileKind("video/quicktime", "mov")
# Taken as evidence only (`evidence_kinds`): no letter comes like this.
HEIC = FileKind("image/heic", "heic", is_picture=True)
WEBM = FileKind("video/webm", "webm")
TEXT = FileKind("text/plain", "txt")
DOCX = FileKind(f"{_OFFICE}wordprocessingml.document", "docx")
XLSX = FileKind(f"{_OFFICE}spreadsheetml.sheet", "xlsx")

# Names people use. Telephones swap mp4 and mov freely, so either name is right for both.
_NAMES: dict[FileKind, frozenset[str]] = {
    PDF: frozenset({"pdf"}),
    PNG: frozenset({"png"}),
    JPEG: frozenset({"jpg", "jpeg", "jpe", "jfif"}),
    TIFF: frozenset({"tif", "tiff"}),
    WEBP: frozenset({"webp"}),
    MP4: frozenset({"mp4", "m4v", "mov"}),
    MOV: frozenset({"mov", "qt", "mp4"}),
    TEXT: frozenset({"txt"}),
    DOCX: frozenset({"docx"}),
    XLSX: frozenset({"xlsx"}),
}

_MP4_BRANDS = (b"isom", b"iso", b"mp4", b"avc1", b"M4V", b"MSNV", b"dash", b"3gp", b"3g2", b"XAVC")
_OFFICE_PARTS = {
    "word/document.xml": (DOCX, f"{_OFFICE}wordprocessingml.document.main+xml"),
    "xl/workbook.xml": (XLSX, f"{_OFFICE}spreadsheetml.sheet.main+xml"),
}
# Text that a program somewhere would run or draw instead of show.
_ACTIVE_TEXT = re.compile(
    r"\s*(?:#!|<\?|<!|</?(?:html|head|body|svg|script|style|iframe|object|embed|form|meta|link|img"
    r"|math|xml|table|div|a|base)\b)",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def media_type_of(content: bytes, name: str) -> str:
    """The media type to keep any file under; UNKNOWN for a kind that is not taken.

    For files that are kept whatever they are, and are told what is wrong with them later.
    """
    try:
        return kind_of(content, name).media_type
    except (EmptyFile, FileKindRefused):
        return UNKNOWN


def kind_of(content: bytes, name: str) -> FileKind:
    """The kind of an uploaded file.

    A name without an extension is taken for anything but text, which has no mark of its own.
    Raises EmptyFile, or FileKindRefused when the kind is not taken or the name says another.
    """
    if not content.strip():
        raise EmptyFile(name=name)
    extension = _extension(name)
    kind = by_mark(content)
    if kind is None and extension in _NAMES[TEXT] and _is_plain_text(content):
        kind = TEXT
    if kind is None or (extension and extension not in _NAMES[kind]):
        raise FileKindRefused(name=name)
    return kind


def _extension(name: str) -> str:
    base = re.split(r"[/\\]", name)[-1].rstrip(" .")
    stem, dot, extension = base.rpartition(".")
    return extension.lower() if dot and stem else ""


def by_mark(content: bytes) -> FileKind | None:
    """The kind by the marks at the file's beginning alone; an office file must be whole."""
    if re.match(rb"(?:\xef\xbb\xbf)?[\s\x00]{0,64}%PDF-\d", content):
        return PDF
    if content.startswith(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"):
        return PNG
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content[:4] in (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"):
        return TIFF
    if content.startswith(b"RIFF") and content[8:16] in (b"WEBPVP8 ", b"WEBPVP8L", b"WEBPVP8X"):
        return WEBP
    if content[4:8] == b"ftyp":
        return _film(content[8:12])
    if content.startswith(b"PK\x03\x04"):
        return _office_file(content)
    return None


def _film(brand: bytes) -> FileKind | None:
    """By the brand in the file's first box; pictures (heic, avif) and sound are not films."""
    if brand == b"qt  ":
        return MOV
    return MP4 if brand.startswith(_MP4_BRANDS) else None


def _office_file(content: bytes) -> FileKind | None:
    """docx or xlsx without macros and within bounds; any other zip is None."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED_BYTES:
                return None
            if unpacked > RATIO_MATTERS_FROM and unpacked > MOST_RATIO * len(content):
                return None
            names = {part.filename for part in parts}
            if len(names) != len(parts) or any(name.endswith("vbaProject.bin") for name in names):
                return None
            told = package.getinfo("[Content_Types].xml")
            if told.file_size > MOST_CONTENT_TYPES_BYTES:
                return None
            types = package.read(told).decode("utf-8", errors="replace")
    # Whatever zipfile says of a damaged, encrypted or unknown package, it is not one we take.
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        OverflowError,
    ):
        return None
    for part_name, (kind, content_type) in _OFFICE_PARTS.items():
        if part_name in names and content_type in types:
            return kind
    return None


def _is_plain_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return _CONTROL.search(text) is None and _ACTIVE_TEXT.match(text) is None
