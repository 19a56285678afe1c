"""Files made to harm whoever opens them, small on disk and of the tests' own making."""

import io
import zlib
from functools import lru_cache
from typing import Any

import pikepdf
from PIL import Image

MEBIBYTE = 1024 * 1024


@lru_cache(maxsize=1)
def words_without_end(mebibytes: int = 100) -> bytes:
    """A PDF of a kilobyte whose page shows that many mebibytes of words."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    word = b"BT (a) Tj ET "
    once = zlib.compress(word * (mebibytes * MEBIBYTE // len(word)), 9)
    stream = pikepdf.Stream(document, b"")
    stream.write(zlib.compress(once, 9), filter=[pikepdf.Name.FlateDecode] * 2)
    page.Contents = stream
    return _saved(document)


@lru_cache(maxsize=1)
def image_without_end(side: int = 40_000) -> bytes:
    """A PDF whose page is one image of side x side pixels."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(MEBIBYTE)) for _ in range(side * side // 8 // MEBIBYTE))
    image = pikepdf.Stream(document, b"")
    image.write(rows + packer.flush(), filter=pikepdf.Name.FlateDecode)
    image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    image.Width = image.Height = side
    image.BitsPerComponent, image.ColorSpace = 1, pikepdf.Name.DeviceGray
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))
    page.Contents = document.make_stream(b"q 595 0 0 842 0 0 cm /I Do Q")
    return _saved(document)


def forms_in_forms(depth: int = 8, each: int = 10) -> bytes:
    """A PDF whose page draws a form that draws ten forms that draw ten forms ..."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    form: Any = document.make_stream(b"0 0 1 1 re f")
    for drawn in [b"0 0 1 1 re f", *[b"/X Do " * each] * depth]:
        form = document.make_stream(
            drawn,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 595, 842],
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form)),
        )
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
    page.Contents = document.make_stream(b"/X Do")
    return _saved(document)


def png_without_end(side: int = 20_000) -> bytes:
    """A PNG of some kilobytes that unpacks to side x side pixels."""
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    return out.getvalue()


def with_script(content: bytes, *, at: str) -> bytes:
    """The PDF with a script that runs as it is opened, or one it lists by name."""
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    with pikepdf.open(io.BytesIO(content)) as document:
        if at == "opening":
            document.Root.OpenAction = action
        else:
            listed = pikepdf.Dictionary(Names=pikepdf.Array(["one", action]))
            document.Root.Names = pikepdf.Dictionary(JavaScript=listed)
        return _saved(document)


def _saved(document: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    document.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()
