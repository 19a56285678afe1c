"""The word at a page's foot that the next page begins with: "/ดำเนินการ..." at the right.

A letter is laid out once to see where its pages end, and once more with the words in place.
They stand in the margin, so the second time the pages end where they did.
Source: Explanations to the Rule on Saraban Work B.E. 2526, on typing (unconfirmed).
"""

from collections.abc import Iterator
from typing import Any

# A first word shorter than this tells little: the next one is taken along.
SHORTEST = 4
LONGEST = 28


def catchwords(document: Any) -> list[str]:
    """The first words of the second and each later page of a laid-out document."""
    return [_first_words(_first_line(page)) for page in document.pages[1:]]


def style(words: list[str]) -> str:
    """The style sheet that puts the words on the pages before the ones they are of."""
    return "\n".join(
        f"@page :nth({page}) {{ @bottom-right {{ content: {_quoted(f'/{text}...')}; }} }}"
        for page, text in enumerate(words, start=1)
        if text
    )


def _first_line(page: Any) -> str:
    """The text of the first line in a page's flow; its margins are not part of that."""
    from weasyprint.formatting_structure import boxes  # noqa: PLC0415 - 0.6 s, when printing

    for child in page._page_box.children:  # the flow is laid out into the page's own box
        if isinstance(child, boxes.MarginBox):
            continue
        for box in _in_flow(child):
            if isinstance(box, boxes.LineBox):
                text = "".join(_texts(box, boxes.TextBox)).strip()
                if text:
                    return text
    return ""


def _in_flow(box: Any) -> Iterator[Any]:
    """The box and all inside, without what is set in a place of its own, as the word ร่าง is."""
    if box.style["position"] in ("fixed", "absolute"):
        return
    yield box
    for child in getattr(box, "children", ()):
        yield from _in_flow(child)


def _texts(box: Any, text_box: Any) -> Iterator[str]:
    for inner in box.descendants():
        if isinstance(inner, text_box):
            yield inner.text


def _first_words(line: str) -> str:
    """The line up to a place where Thai may be broken, a word or two of it."""
    from weasyprint.text.line_break import get_log_attrs  # noqa: PLC0415 - loaded when printing

    if not line:
        return ""
    breaks = [
        place
        for place, mark in enumerate(get_log_attrs(line, "th")[0 : len(line) + 1])
        if place and mark.is_line_break
    ]
    for place in breaks:
        words = line[:place].rstrip()
        if len(words) >= SHORTEST and words[-1] != ".":
            return words[:LONGEST]
    return line[:LONGEST].rstrip()


def _quoted(text: str) -> str:
    """The text as a CSS string."""
    safe = "".join(
        f"\\{ord(one):x} " if one in '"\\\n\r\f' or ord(one) < 32 else one for one in text
    )
    return f'"{safe}"'
