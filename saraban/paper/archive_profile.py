"""What a PDF needs to be an archival one (ISO 19005-3, PDF/A-3b) beyond what WeasyPrint does."""

from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any


def with_plain_metadata(document: Any, pdf: Any) -> None:
    """Leave what the file says of itself uncompressed: ISO 19005-3, 6.6.2.1, allows no filter."""
    described = pdf.catalog.get("Metadata")
    if described is not None:
        pdf.objects[int(described.split()[0])].compress = False


def color_profiles() -> dict[str, Any]:
    """What the colours of a PDF/A mean: the sRGB profile that comes with WeasyPrint."""
    from weasyprint.css import ColorProfile  # noqa: PLC0415 - 0.6 s

    profile = BytesIO(_srgb())
    return {"srgb": ColorProfile(profile, "sRGB2014.icc", "relative-colorimetric", ("r", "g", "b"))}


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    return (files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()
