"""A page of a PDF that we drew ourselves as a picture, for the live preview of a draft.

Files of strangers are never opened here: sheet_image has children with limits for them.
"""

import io
import threading

# Pixels across; a page of odd proportions is bounded in height as well.
WIDTH = 1000
MOST_HEIGHT = 3000

# PDFium may not be called from two threads at once.
_one_at_a_time = threading.Lock()


def page_picture(content: bytes, *, page_number: int = 1) -> bytes | None:
    """The page as PNG on white, WIDTH pixels across; None when there is no such page to draw."""
    # 60 ms and 8 MB, only where a page is looked at; published without types.
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415

    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            return None
        try:
            if not 0 < page_number <= len(document):
                return None
            page = document[page_number - 1]
            width, height = page.get_size()
            scale = min(WIDTH / max(width, 1), MOST_HEIGHT / max(height, 1))
            drawn = page.render(scale=scale, may_draw_forms=False).to_pil()
        except pypdfium2.PdfiumError:
            return None
        finally:
            document.close()
    out = io.BytesIO()
    drawn.convert("P", palette=1, colors=64).save(out, "PNG", optimize=True)
    return out.getvalue()
