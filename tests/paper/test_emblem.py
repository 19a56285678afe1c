"""The office's picture: what is kept of it, and what is no picture."""

import io

import pytest
from PIL import Image

from saraban.errors import EmblemUnusable
from saraban.paper.emblem import checked_emblem

LINES = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def picture(size=(300, 330), kind="PNG", colour=(0, 0, 0, 0)):
    out = io.BytesIO()
    mode = "RGBA" if kind == "PNG" else "RGB"
    Image.new("RGBA", size, colour).convert(mode).save(out, kind)
    return out.getvalue()


def test_a_see_through_picture_is_kept_on_white():
    kept, media_type = checked_emblem(picture(), "ตรา.png")

    with Image.open(io.BytesIO(kept)) as opened:
        assert (opened.format, opened.mode, opened.size) == ("PNG", "RGB", (300, 330))
        assert opened.getpixel((5, 5)) == (255, 255, 255)
    assert media_type == "image/png"


def test_a_finer_picture_than_paper_shows_is_made_smaller():
    kept, _ = checked_emblem(picture((2000, 2200), "JPEG", (0, 0, 0, 255)), "ตรา.jpg")

    with Image.open(io.BytesIO(kept)) as opened:
        assert opened.size == (909, 1000)


def test_a_drawing_of_plain_lines_is_kept_as_it_came():
    assert checked_emblem(LINES, "ตรา.svg") == (LINES, "image/svg+xml")


@pytest.mark.parametrize(
    "content",
    [
        LINES.replace(b"<path", b"<script>alert(1)</script><path"),
        LINES.replace(b"<path", b'<image href="file:///etc/passwd"/><path'),
        LINES.replace(b"<path", b'<use href="https://example.org/a.svg#x"/><path'),
        LINES.replace(b"<path", b'<path onload="x()"'),
        LINES.replace(b"<path", b'<path style="fill: url(https://example.org/)"'),
        LINES.replace(b"<path", b"<style>*{fill:red}</style><path"),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + LINES,
        LINES[:-8],
        b"<html></html>",
        b"no picture",
        b"",
        picture()[:200],
        picture((20, 20)),
        LINES.replace(b"<path", b"<g/>" * 5000 + b"<path"),
    ],
)
def test_what_is_no_plain_picture_is_refused_with_the_reason(content):
    with pytest.raises(EmblemUnusable) as refused:
        checked_emblem(content, "ตรา")

    assert refused.value.field == "emblem"
    assert refused.value.facts["reason"]
