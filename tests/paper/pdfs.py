"""Small PDFs of the tests' own making, sound and otherwise."""

import io
from typing import Any

import pikepdf

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
