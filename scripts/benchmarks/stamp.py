"""A receipt stamp on a letter's first page, beside pikepdf laying a prepared page over it."""

import io
from collections.abc import Iterator
from statistics import median

import pikepdf

from saraban.paper.pdf_print import render_in_child
from saraban.paper.stamped_copy import ReceiptStamp, stamped_copy
from saraban.paper.stamping import stamped_pdf
from scripts.benchmarks.measuring import Result, medians_in_turn, plain_result, seconds
from tests.paper.letters import CIRCULAR

MOST_MS = 20.0
MOST_COPY_MS = 1000.0
ROUNDS = 25
COPIES = 7
STAMP = ReceiptStamp("สำนักงานส่งเสริมน้ำสะอาดท้องถิ่นจังหวัดทดสอบ", "๑๐๓๗", "๑๐ มิ.ย. ๒๕๖๕", "๑๐.๔๐ น.")


def measure(engine: str) -> Iterator[Result]:
    """The work of one stamp in a warm process, then a whole copy: a child, its limits, its end."""
    letter = render_in_child(CIRCULAR)
    prepared = _prepared()

    def ours() -> float:
        return 1000 * seconds(lambda: stamped_pdf(letter, [STAMP]))

    def bare() -> float:
        return 1000 * seconds(lambda: _laid_over(letter, prepared))

    ours(), bare()  # libraries, fonts
    mine, theirs = medians_in_turn(ours, bare, ROUNDS)
    yield Result(
        "a stamp, its place found", engine, mine, theirs, mine / theirs, "ms",
        f"<= {MOST_MS:g} ms", mine <= MOST_MS,
    )  # fmt: skip
    copy = median(
        1000 * seconds(lambda: stamped_copy(letter, "application/pdf", [STAMP]))
        for _ in range(COPIES)
    )
    yield plain_result(
        "a stamped copy, never asked for", engine, copy, unit="ms", most=MOST_COPY_MS
    )


def _prepared() -> bytes:
    """A page that bears one stamp where our own search would put it."""
    blank = pikepdf.new()
    blank.add_blank_page(page_size=(595, 842))
    out = io.BytesIO()
    blank.save(out)
    return stamped_pdf(out.getvalue(), [STAMP])


def _laid_over(letter: bytes, prepared: bytes) -> bytes:
    """What a stamp costs that looks at nothing: open both, overlay, save."""
    with pikepdf.open(io.BytesIO(letter)) as under, pikepdf.open(io.BytesIO(prepared)) as over:
        under.pages[0].add_overlay(over.pages[0])
        out = io.BytesIO()
        under.save(out)
        return out.getvalue()
