"""A scan as the PDF that a copy of it is stamped on: its own pixels, its own size on paper."""

import io
import warnings
import zlib
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image, ImageOps

from saraban.errors import PictureDamaged, PictureTooLarge
from saraban.paper.open_picture import FORMATS, likely_dpi
from saraban.paper.page_pictures import MOST_PIXELS_OPENED

# EXIF's marks that turn a picture without mirroring it, and how far clockwise.
_TURNS = {1: 0, 3: 180, 6: 90, 8: 270}
_ORIENTATION = 0x0112
_MOST_PAGES = 200


def pdf_of_picture(content: bytes) -> bytes:
    """One page a picture: each as large as its dots an inch say, A4 where they cannot be true.

    A JPEG's own bytes are kept; others keep their pixels, and what shows through is white. For a
    process with limits. Raises PictureDamaged, PictureTooLarge.
    """
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None  # ours is checked below, and is lower
    document = pikepdf.new()
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
            pages = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
            for number in range(min(pages, _MOST_PAGES)):
                picture.seek(number)
                _check_size(picture)
                _add_page(document, picture, content)
    except PictureTooLarge:
        raise
    # Whatever a hostile picture makes a decoder raise: the process it runs in exists to catch it.
    except Exception:  # noqa: BLE001
        raise PictureDamaged(name="") from None
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _check_size(picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_PIXELS_OPENED:
        raise PictureTooLarge(
            name="",
            megapixels=round(picture.width * picture.height / 1e6),
            most=MOST_PIXELS_OPENED // 1_000_000,
        )


def _add_page(document: pikepdf.Pdf, picture: Image.Image, content: bytes) -> None:
    told = picture.info.get("dpi", (0.0, 0.0))
    longest = max(picture.size)
    dpi = likely_dpi(float(told[0]), longest)
    # A fax has other dots down than across.
    ratio = float(told[1]) / float(told[0]) if 0 < told[0] == dpi and told[1] > 0 else 1.0
    orientation = picture.getexif().get(_ORIENTATION, 1)
    turned = _TURNS.get(orientation, 0)
    if orientation not in _TURNS:  # mirrored, which a page cannot be
        picture = ImageOps.exif_transpose(picture)
        image = _pixels(document, picture)
    elif picture.format == "JPEG" and picture.mode in ("L", "RGB"):
        picture.load()  # a damaged one is found out here, not by a reader
        image = _image(document, content, picture, Name.DCTDecode)
    else:
        image = _pixels(document, picture)
    width, height = picture.size
    across, down = width / dpi * 72, height / (dpi * ratio) * 72
    document.add_blank_page(page_size=(across, down))
    page = document.pages[-1]
    page.obj["/Rotate"] = turned
    page.obj["/Resources"] = Dictionary(XObject=Dictionary(Scan=image))
    page.obj["/Contents"] = document.make_stream(
        f"q {across:.3f} 0 0 {down:.3f} 0 0 cm /Scan Do Q".encode("ascii")
    )


def _pixels(document: pikepdf.Pdf, picture: Image.Image) -> Any:
    """The pixels as they are where a PDF knows their kind, on white where some show through."""
    if picture.mode.startswith("I;16"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    elif picture.has_transparency_data:
        seen = picture.convert("RGBA")
        picture = Image.new("RGB", seen.size, "white")
        picture.paste(seen, mask=seen.getchannel("A"))
    elif picture.mode not in ("1", "L"):
        picture = picture.convert("RGB")
    return _image(document, zlib.compress(picture.tobytes(), 6), picture, Name.FlateDecode)


def _image(document: pikepdf.Pdf, data: bytes, picture: Image.Image, coding: Name) -> Any:
    return document.make_stream(
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=Name.DeviceRGB if picture.mode == "RGB" else Name.DeviceGray,
        BitsPerComponent=1 if picture.mode == "1" else 8,
        Filter=coding,
    )
