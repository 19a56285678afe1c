"""Prints a table of any length as PDF, in processes of their own.

Two processes draw half of a long table each; one of them joins the pieces. Nothing of it is
loaded here: not WeasyPrint, not the table as laid out.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any

from saraban.paper.child_folder import ChildFolder
from saraban.paper.form_child import as_json
from saraban.paper.form_frames import receive, send
from saraban.paper.house_style import ROOT, PrintFailed, check_fonts
from saraban.rules.paper_forms import PrintedTable

# A table of fewer lines is drawn by one process: the second would only load its libraries.
LEAST_ROWS_FOR_TWO = 200
# A piece takes two seconds; a process that says nothing for so long hangs.
MOST_SILENT_SECONDS = 120.0
_LOOK_SECONDS = 0.5


def table_pdf(
    table: PrintedTable,
    *,
    on_rows: Callable[[int], None] = lambda done: None,
    while_waiting: Callable[[], None] = lambda: None,
    most_silent_seconds: float = MOST_SILENT_SECONDS,
) -> bytes:
    """The table as PDF, its pages numbered "หน้า ๑/๗"; the same table gives the same bytes.

    on_rows is told how many lines are drawn, while_waiting is called about twice a second; what
    either raises ends the printing. Raises PrintFailed.
    """
    check_fonts()
    shares = _shares(table)
    drawings = [_Drawing(share, is_last=share is shares[-1]) for share in shares]
    with _at_work(drawings) as pool:
        futures = [pool.submit(drawing.draw) for drawing in drawings]
        _watch(futures, drawings, most_silent_seconds, while_waiting, on_rows)
        parts = [part for drawing in drawings for part in drawing.parts]
        pages = sum(drawing.page_count for drawing in drawings)
        joining = pool.submit(drawings[0].join, parts, pages, table.head)
        _watch([joining], drawings, most_silent_seconds, while_waiting)
        return joining.result()


def page_pdf(html: str, *, most_silent_seconds: float = MOST_SILENT_SECONDS) -> bytes:
    """One page, or a few, of a template of ours as PDF. Raises PrintFailed."""
    check_fonts()
    drawing = _Drawing()
    with _at_work([drawing]) as pool:
        drawn = pool.submit(drawing.page, html)
        _watch([drawn], [drawing], most_silent_seconds, lambda: None)
        return drawn.result()


@dataclass(frozen=True)
class LaidPicture:
    """A JPEG of size (width, height) in pixels, on which sheet, in which box there, in points.

    The box is (left, bottom, width, height).
    """

    sheet: int
    jpeg: bytes
    size: tuple[int, int]
    box: tuple[float, float, float, float]


def book_pdf(
    tables: Sequence[PrintedTable],
    *,
    cover: Callable[[list[int]], str],
    sheets: str,
    pictures: Sequence[LaidPicture],
    head: str,
    on_rows: Callable[[int], None] = lambda done: None,
    while_waiting: Callable[[], None] = lambda: None,
    most_silent_seconds: float = MOST_SILENT_SECONDS,
) -> bytes:
    """A cover, tables after one another, and sheets with pictures on them, as one numbered PDF.

    cover is given how many pages each table takes; its page and the sheets ("" for none) bring
    their own size and style. The callbacks are table_pdf's. Raises PrintFailed.
    """
    check_fonts()
    shares = _shared_out(tables)
    drawings = [_Drawing() for _ in shares]

    def bind(drawn: list[tuple[list[bytes], list[int]]]) -> bytes:
        first = drawings[0]
        counts = [pages for _, counted in drawn for pages in counted]
        parts = [first.page(cover(counts)), *(part for parts, _ in drawn for part in parts)]
        if sheets:
            parts.append(first.page(sheets))
        return first.bind(parts, pictures, head)

    with _at_work(drawings) as pool:
        futures = [
            pool.submit(drawing.several, share)
            for drawing, share in zip(drawings, shares, strict=True)
        ]
        _watch(futures, drawings, most_silent_seconds, while_waiting, on_rows)
        binding = pool.submit(bind, [future.result() for future in futures])
        _watch([binding], drawings, most_silent_seconds, while_waiting)
        return binding.result()


def _shared_out(tables: Sequence[PrintedTable]) -> list[Sequence[PrintedTable]]:
    """The tables for one process or two, in their order, about as many lines to each."""
    lines = sum(len(table.rows) for table in tables)
    if lines < LEAST_ROWS_FOR_TWO or (os.cpu_count() or 1) < 2:
        return [tables]
    cuts = range(1, len(tables) + 1)
    cut = min(cuts, key=lambda at: abs(2 * sum(len(one.rows) for one in tables[:at]) - lines))
    return [tables[:cut], tables[cut:]]


@dataclass
class _Drawing:
    """One process at work on its share of a table, or on a page."""

    table: PrintedTable | None = None
    is_last: bool = True
    parts: list[bytes] = field(default_factory=list)
    page_count: int = 0
    done: int = 0
    is_busy: bool = False
    heard_at: float = 0.0

    def __post_init__(self) -> None:
        self._folder = ChildFolder()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "saraban.paper.form_child"],
            cwd=ROOT,
            env=self._folder.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def draw(self) -> None:
        """Have the share drawn; its pieces come to `parts`."""
        assert self.table is not None
        for told, blobs in self._answers({"draw": as_json(self.table), "is_last": self.is_last}):
            if "drawn" in told:
                break
            self.parts += blobs
            self.page_count += told["pages"]
            self.done = told["done"]
        self.is_busy = False

    def several(self, tables: Sequence[PrintedTable]) -> tuple[list[bytes], list[int]]:
        """Have whole tables drawn one after the other; all pieces, and the pages of each table."""
        counts = []
        for table in tables:
            before, pages = self.done, 0
            for told, blobs in self._answers({"draw": as_json(table), "is_last": True}):
                if "drawn" in told:
                    break
                self.parts += blobs
                pages += told["pages"]
                self.done = before + told["done"]
            counts.append(pages)
        self.is_busy = False
        return self.parts, counts

    def bind(self, parts: Sequence[bytes], pictures: Sequence[LaidPicture], head: str) -> bytes:
        """Have all parts and pictures made one file."""
        places = [[picture.sheet, picture.size, picture.box] for picture in pictures]
        asked = {"bind": len(parts), "pictures": places, "head": head}
        jpegs = [picture.jpeg for picture in pictures]
        _, (book,) = next(self._answers(asked, [*parts, *jpegs]))
        self.is_busy = False
        return book

    def join(self, parts: Sequence[bytes], page_count: int, head: str) -> bytes:
        """Have all parts made one file."""
        _, (book,) = next(self._answers({"join": page_count, "head": head}, parts))
        self.is_busy = False
        return book

    def page(self, html: str) -> bytes:
        """Have one page drawn."""
        _, (pdf,) = next(self._answers({"page": html}))
        self.is_busy = False
        return pdf

    def end(self) -> None:
        """Kill the process; whoever still waits for it is told that it is gone."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """Let go of its pipes and of what it left, once nobody waits at them."""
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):
                    stream.close()
        self._folder.remove()

    def is_silent(self, for_seconds: float) -> bool:
        """Whether it works on something and has not said a word for so long."""
        return self.is_busy and time.monotonic() - self.heard_at > for_seconds

    def _answers(
        self, asked: dict[str, Any], blobs: Sequence[bytes] = ()
    ) -> Iterator[tuple[dict[str, Any], list[bytes]]]:
        """Each message that the process says to what it is asked."""
        self.is_busy, self.heard_at = True, time.monotonic()
        assert self.process.stdin is not None and self.process.stdout is not None
        send(self.process.stdin, asked, blobs)
        while True:
            try:
                message = receive(self.process.stdout)
            except (ValueError, KeyError) as garbled:
                raise PrintFailed(reason="answer") from garbled
            if message is None:  # its traceback stands in the log of this process
                raise PrintFailed(reason="child")
            self.heard_at = time.monotonic()
            yield message


@contextmanager
def _at_work(drawings: Sequence[_Drawing]) -> Iterator[ThreadPoolExecutor]:
    """A thread for each process; however it ends, the processes are gone and left nothing."""
    try:
        with ThreadPoolExecutor(len(drawings)) as pool:
            try:
                yield pool
            finally:
                for drawing in drawings:
                    drawing.end()
    except OSError as broken:
        raise PrintFailed(reason="child") from broken
    finally:
        for drawing in drawings:
            drawing.close()


def _shares(table: PrintedTable) -> list[PrintedTable]:
    """The table in one part or two, the second beginning with a new day where there is one near.

    The first part's last page is the one page of the book that may be left half empty.
    """
    rows = table.rows
    if len(rows) < LEAST_ROWS_FOR_TWO or (os.cpu_count() or 1) < 2:
        return [table]
    middle = len(rows) // 2
    near = range(middle, min(len(rows) - 1, middle + len(rows) // 10))
    cut = next((place for place in near if rows[place].day != rows[place - 1].day), middle)
    return [replace(table, rows=rows[:cut]), replace(table, rows=rows[cut:])]


def _watch(
    futures: Sequence[Future[Any]],
    drawings: Sequence[_Drawing],
    most_silent_seconds: float,
    while_waiting: Callable[[], None],
    on_rows: Callable[[int], None] = lambda done: None,
) -> None:
    """Wait for all; PrintFailed where one fails or is silent for too long."""
    waiting, told = set(futures), 0
    while waiting:
        finished, waiting = wait(waiting, timeout=_LOOK_SECONDS, return_when=FIRST_EXCEPTION)
        for future in finished:
            future.result()
        while_waiting()
        done = sum(drawing.done for drawing in drawings)
        if done > told:
            told = done
            on_rows(done)
        if any(drawing.is_silent(most_silent_seconds) for drawing in drawings):
            raise PrintFailed(reason="timeout")
