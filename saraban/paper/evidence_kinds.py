"""What kind of evidence a file is, by its first bytes; the name has no say.

Telephones name one kind as another, and a name is put right when the file is handed out.
"""

import re
from pathlib import PurePath

from saraban.errors import EmptyFile, EvidenceUnknown
from saraban.paper.file_kinds import HEIC, JPEG, MOV, MP4, PDF, PNG, WEBM, WEBP, FileKind, by_mark
from saraban.rules.evidence import EvidenceKind

HEAD_BYTES = 4096
KIND_OF = {
    JPEG: EvidenceKind.PHOTO,
    PNG: EvidenceKind.PHOTO,
    WEBP: EvidenceKind.PHOTO,
    HEIC: EvidenceKind.PHOTO,
    MP4: EvidenceKind.CLIP,
    MOV: EvidenceKind.CLIP,
    WEBM: EvidenceKind.CLIP,
    PDF: EvidenceKind.PDF,
}
_EXTENSION_OF = {kind.media_type: kind.extension for kind in KIND_OF}
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})
_HEVC_PICTURES = re.compile(rb"hei[cxms]")
_WEBM = re.compile(rb"\x1a\x45\xdf\xa3.{1,60}?webm", re.DOTALL)


def evidence_kind(head: bytes, name: str) -> FileKind:
    """The kind of a file that begins like this. Raises EmptyFile, EvidenceUnknown."""
    if not head:
        raise EmptyFile(name=name)
    kind = _heic(head) or (WEBM if _WEBM.match(head) else by_mark(head))
    if kind is None or kind not in KIND_OF:
        raise EvidenceUnknown(name=name)
    return kind


def _heic(head: bytes) -> FileKind | None:
    """By the brands in the first box: mif1 alone may hold any coding, heic among them tells it."""
    if head[4:8] != b"ftyp" or head[8:12] not in _HEIC_BRANDS:
        return None
    brands = head[8 : min(int.from_bytes(head[:4], "big"), HEAD_BYTES)]
    return HEIC if _HEVC_PICTURES.search(brands) else None


def name_as_its_kind(name: str, media_type: str) -> str:
    """The name with the extension that the content has: "IMG_1.HEIC" of a JPEG is IMG_1.jpg."""
    extension = _EXTENSION_OF.get(media_type)
    own = PurePath(name).suffix.lower().removeprefix(".")
    same = {"jpeg": "jpg", "m4v": "mp4", "heif": "heic"}.get(own, own)
    return name if extension is None or same == extension else f"{PurePath(name).stem}.{extension}"
