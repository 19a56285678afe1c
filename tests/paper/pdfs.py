"""Small PDFs of the tests' own making, sound and otherwise."""

import io
from typing import Any

import pikepdf
from PIL import Image

WORDS = (
    b"BT /F1 12 Tf 72 720 Td (This is a letter about the dikes along the river,"
    b" to be read by whoever lives there) Tj ET"
)


def pdf(
    *,
    pages: int = 1,
    words: bytes = WORDS,
    title: str = "",
    encryption: Any = None,
    **of_the_page: Any,
) -> bytes:
    """A PDF whose pages all show these words; of_the_page are keys of the page's dictionary."""
    document = pikepdf.new()
    for _ in range(pages):
        page = document.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = document.make_stream(words)
        for key, value in of_the_page.items():
            page.obj[f"/{key}"] = value
    if title:
        document.docinfo["/Title"] = title
    out = io.BytesIO()
    document.save(out, encryption=encryption or False)
    return out.getvalue()


def with_image(content: bytes, picture: Image.Image, *, box: tuple[int, int, int, int]) -> bytes:
    """The PDF with a picture on its first page; box is left, bottom, right, top in points."""
    left, bottom, right, top = box
    is_gray = picture.mode == "L"
    with pikepdf.open(io.BytesIO(content)) as document:
        image = document.make_stream(
            picture.tobytes(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=picture.width,
            Height=picture.height,
            BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceGray if is_gray else pikepdf.Name.DeviceRGB,
        )
        document.pages[0].Resources.XObject = pikepdf.Dictionary(Pasted=image)
        document.pages[0].contents_add(
            f"q {right - left} 0 0 {top - bottom} {left} {bottom} cm /Pasted Do Q".encode()
        )
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()
