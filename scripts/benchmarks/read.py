"""Reading letters: beside poppler and pdfplumber alone, a scan on one core, and the memory.

The letters are made here: a long one as the product prints it, and its first page as a scanner
gives it, gray and in colour.
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
    scan = scanned(letter, "RGB")
    yield plain_result(
        "a scanned page on one core", engine, _on_one_core(scan), unit="s", most=MOST_SCAN_SECONDS
    )
    held = _held_by_worker(letter, scan, scanned(letter, "L"))
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


def scanned(content: bytes, mode: str) -> bytes:
    """The first page as a scanner gives it at 300 dots an inch, a PDF of one JPEG."""
    document = pypdfium2.PdfDocument(content)
    page = document[0].render(scale=300 / 72).to_pil().convert(mode)
    document.close()
    grain = np.random.default_rng(1).normal(0, 6, (page.height, page.width, 1))
    pixels = np.asarray(page).reshape(page.height, page.width, -1) + grain
    noisy = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8).squeeze())
    out = io.BytesIO()
    noisy.rotate(0.4, fillcolor="white").save(out, "PDF", resolution=300, quality=80)
    return out.getvalue()


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


def _held_by_worker(letter: bytes, *scans: bytes) -> dict[str, float]:
    """What a process of its own holds after a few and after all of the mixed files."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(FILES):
            # Among ten files two scans, a damaged one, and texts with a layer.
            content = {3: scans[0], 5: letter[:900], 8: scans[1]}.get(number % 10, letter)
            (Path(folder) / f"{number:02}.pdf").write_bytes(content)
        done = subprocess.run(
            [sys.executable, "-m", "scripts.benchmarks.read_worker", folder, str(FIRST_FILES)],
            cwd=ROOT,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    held: dict[str, float] = json.loads(done.stdout)
    return held
