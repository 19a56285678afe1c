"""Reading letters: beside poppler and pdfplumber alone, a scan on one core, and the memory.

The letters are made here: one of two pages as the product prints it, and its pages as a scanner
gives them, gray and in colour.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

import numpy as np
import pdfplumber
import pypdfium2
from PIL import Image

from saraban.paper.pdf_print import render_in_child
from saraban.paper.reading import read_content
from scripts.benchmarks.measuring import (
    Result,
    medians_in_turn,
    plain_result,
    ratio_result,
    seconds,
)
from tests.paper.letters import CIRCULAR

ROOT = Path(__file__).resolve().parents[2]
TWO_PAGES = replace(CIRCULAR, paragraphs=CIRCULAR.paragraphs * 5)
MOST_SECONDS, MOST_RATIO, MOST_SCAN_SECONDS = 0.3, 4.0, 5.0
FILES, FIRST_FILES = 50, 10
MOST_MB, MOST_GROWTH_MB = 350.0, 15.0
SCAN_ROUNDS = 3


def measure(engine: str) -> Iterator[Result]:
    """No database: what a worker does with a file's bytes."""
    letter = render_in_child(TWO_PAGES)
    read_content(letter, "letter.pdf")  # warm
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "letter.pdf"
        file.write_bytes(letter)
        measured = medians_in_turn(
            lambda: seconds(lambda: read_content(letter, "letter.pdf")),
            lambda: seconds(lambda: _alone(file)),
        )
    yield plain_result(
        "two pages with text, warm", engine, measured[0], unit="s", most=MOST_SECONDS
    )
    yield ratio_result(
        "the same by pdftotext + word boxes", engine, measured, unit="s", most=MOST_RATIO
    )
    scan = as_pdf([scanned(letter, 0)])
    yield plain_result(
        "a scanned page on one core", engine, _on_one_core(scan), unit="s", most=MOST_SCAN_SECONDS
    )
    held = _held_by_worker(letter)
    yield plain_result(
        f"worker after {FILES} mixed files", engine, held["after"], unit="MB", most=MOST_MB
    )
    yield plain_result("worker at its largest", engine, held["peak"], unit="MB", most=MOST_MB)
    yield plain_result(
        f"grown since {FIRST_FILES} files",
        engine,
        held["after"] - held["before"],
        unit="MB",
        most=MOST_GROWTH_MB,
    )


def scanned(content: bytes, page: int, mode: str = "RGB") -> Image.Image:
    """A page as a scanner gives it at 300 dots an inch."""
    document = pypdfium2.PdfDocument(content)
    drawn = document[page].render(scale=300 / 72).to_pil().convert(mode)
    document.close()
    grain = np.random.default_rng(1).normal(0, 6, (drawn.height, drawn.width, 1))
    pixels = np.asarray(drawn).reshape(drawn.height, drawn.width, -1) + grain
    noisy = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8).squeeze())
    return noisy.rotate(0.4, fillcolor="white")


def as_pdf(pages: list[Image.Image]) -> bytes:
    """The pages as a PDF of JPEGs, as office machines send it."""
    out = io.BytesIO()
    first, *others = pages
    first.save(out, "PDF", resolution=300, quality=80, save_all=bool(others), append_images=others)
    return out.getvalue()


def _mix(letter: bytes) -> dict[int, tuple[str, bytes]]:
    """What comes in at a desk, by place among ten: (extension, content)."""
    png = io.BytesIO()
    scanned(letter, 0, "L").save(png, "PNG", dpi=(300, 300))
    two = as_pdf([scanned(letter, 0), scanned(letter, 1)])
    text = "\n".join((CIRCULAR.printed_number, CIRCULAR.subject, *CIRCULAR.paragraphs)).encode()
    return {2: ("txt", text), 3: ("pdf", two), 5: ("pdf", letter[:900]), 8: ("png", png.getvalue())}


def _alone(file: Path) -> None:
    """pdftotext and pdfplumber's word boxes, and nothing read out of them."""
    subprocess.run(["pdftotext", "-raw", file, "-"], check=True, stdout=subprocess.DEVNULL)
    with pdfplumber.open(file) as document:
        for page in document.pages:
            page.extract_words(use_text_flow=True)


def _on_one_core(scan: bytes) -> float:
    """The median of a few readings, this process and its children held to one core."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        read_content(scan, "scan.pdf")
        return median(seconds(lambda: read_content(scan, "scan.pdf")) for _ in range(SCAN_ROUNDS))
    finally:
        os.sched_setaffinity(0, cores)


def _held_by_worker(letter: bytes) -> dict[str, float]:
    """What a process of its own holds after a few and after all of the mixed files."""
    mix = _mix(letter)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(FILES):
            extension, content = mix.get(number % 10, ("pdf", letter))
            (Path(folder) / f"{number:02}.{extension}").write_bytes(content)
        done = subprocess.run(
            [sys.executable, "-m", "scripts.benchmarks.read_worker", folder, str(FIRST_FILES)],
            cwd=ROOT,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    held: dict[str, float] = json.loads(done.stdout)
    return held
