"""Rows of a fax form that ask for two things: whom it goes to, and of how many pages it is."""

from collections.abc import Iterator, Sequence

from saraban.rules.letter_reading.lines.field_labels import label_of
from saraban.rules.letter_reading.lines.page_lines import Line

_FIELDS = ("sender", "addressees", "subject")


def with_rows_parted(lines: Sequence[Line]) -> list[Line]:
    """The lines; what the form asks for behind a field of the letter on a line of its own."""
    return [part for line in lines for part in _parts(line)]


def _parts(line: Line) -> Iterator[Line]:
    count = len(line.cells)
    if count > 1 and label_of(line.text, _FIELDS):
        for at in range(1, count):
            if label_of(" ".join(line.cells[at:]), ("form",)):
                yield line.part(0, at)
                yield line.part(at, count)
                return
    yield line
