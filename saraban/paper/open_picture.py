"""The child that opens one picture file: `python open_picture.py FILE OUT PAGE MOST_PIXELS`.

Writes page PAGE (from 1) to OUT as raw rows of gray or red-green-blue bytes, turned as its
EXIF mark says, on white, no finer than reading needs; prints {"pages", "width", "height",
"channels", "dpi"} as JSON. Ends with TOO_LARGE or DAMAGED otherwise. It stands alone, so that
it starts quickly and runs isolated; page_pictures starts it and knows its endings.
"""

import json
import sys
import warnings
from pathlib import Path

from PIL import Image, ImageOps

TOO_LARGE, DAMAGED = 3, 4
FORMATS = ("PNG", "JPEG", "TIFF", "WEBP")
FINEST_DPI = 330.0
READ_AT_DPI = 300.0
# A picture whose dpi would make it smaller than a third of A4 or longer than A3 tells no dpi.
LONGEST_INCHES, A4_INCHES = 17.5, 11.7


def main(file: str, out: str, page: int, most_pixels: int) -> int:
    """Open, check the size before a pixel is decoded, write, and tell."""
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None  # ours is checked below, and is lower
    try:
        with Image.open(file, formats=FORMATS) as picture:
            pages = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
            picture.seek(page - 1)
            if picture.width * picture.height > most_pixels:
                print(json.dumps({"width": picture.width, "height": picture.height}))  # noqa: T201
                return TOO_LARGE
            drawn, dpi = _drawn(picture)
    # Whatever a hostile picture makes a decoder raise: this process exists to catch it.
    except Exception as strange:  # noqa: BLE001
        print(repr(strange)[:500], file=sys.stderr)  # noqa: T201
        return DAMAGED
    Path(out).write_bytes(drawn.tobytes())
    told = {
        "pages": pages,
        "width": drawn.width,
        "height": drawn.height,
        "channels": len(drawn.getbands()),
        "dpi": round(dpi, 2),
    }
    print(json.dumps(told))  # noqa: T201
    return 0


def _drawn(picture: Image.Image) -> tuple[Image.Image, float]:
    longest = max(picture.size)
    dpi = likely_dpi(picture.info.get("dpi", (0.0,))[0], longest)
    if dpi > FINEST_DPI:  # a JPEG can be opened at a half or a quarter, for that much memory
        scale = READ_AT_DPI / dpi
        picture.draft("RGB", (round(picture.width * scale), round(picture.height * scale)))
    drawn = _on_white(ImageOps.exif_transpose(picture))
    dpi *= max(drawn.size) / longest
    if dpi > FINEST_DPI:
        scale = READ_AT_DPI / dpi
        size = (max(1, round(drawn.width * scale)), max(1, round(drawn.height * scale)))
        return drawn.resize(size, Image.Resampling.BOX), READ_AT_DPI
    return drawn, dpi


def likely_dpi(told: float, longest: int) -> float:
    """The dpi a picture tells of, or that of an A4 page where it would be a stamp or a poster."""
    dpi = float(told)
    is_likely = dpi > 0 and A4_INCHES / 3 <= longest / dpi <= LONGEST_INCHES
    return dpi if is_likely else longest / A4_INCHES


def _on_white(picture: Image.Image) -> Image.Image:
    """Gray or red-green-blue; what shows through is white, as paper is."""
    if picture.mode.startswith("I;16"):
        return picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode in ("1", "L"):
        return picture.convert("L")
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        drawn = Image.new("RGB", seen.size, "white")
        drawn.paste(seen, mask=seen.getchannel("A"))
        return drawn
    return picture.convert("RGB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
