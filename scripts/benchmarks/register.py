"""Registering a received letter beside the bare driver's same rows; then pages of a big book."""

import multiprocessing
import tempfile
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from saraban.desk.drafts import LetterDraft
from saraban.desk.registration import Arrival, register_received
from saraban.records import Unit, file_store
from saraban.records.database import bind, connected
from scripts.benchmarks import register_page
from scripts.benchmarks.bare import DAY, BareRegistry
from scripts.benchmarks.measuring import Result, medians_in_turn, plain_result, ratio_result
from scripts.benchmarks.offices import NOW, add_country, clerk_of, new_office

LETTERS = {1: 400, 8: 800}
LEAST_RATIO = 0.35
LONGEST_WAIT = 3.0
SUBJECT = "การรายงานกิจกรรมอาสาพัฒนาผ่านระบบรายงานอิเล็กทรอนิกส์ประจำปีงบประมาณ"

DRAFT = LetterDraft("external", SUBJECT, "นายอำเภอทุกอำเภอ", DAY)


def measure(engine: str) -> Iterator[Result]:
    """Throughput at 1 and at 8 processes at one book, and the longest wait at 8."""
    with new_office(engine) as url:
        ours, bare = add_country(2, 0, 0).provinces
        for processes, letters in LETTERS.items():
            desks = Desks(url, processes, ours.id, bare.id, letters // processes)
            found = desks.compared()
            name = f"register, {processes} process{'es' if processes > 1 else ''}"
            yield ratio_result(name, engine, found, unit="letters/s", least=LEAST_RATIO)
        longest = max(desks.longest)
        yield plain_result(f"{name}: longest wait", engine, longest, unit="s", most=LONGEST_WAIT)
    yield from register_page.measure(engine)


class Desks:
    """Processes that stand ready and register, each its share, whenever told to."""

    def __init__(self, url: str, processes: int, ours: int, bare: int, letters: int) -> None:
        self.letters = letters
        self.longest: list[float] = []
        context = multiprocessing.get_context("spawn")
        self.pipes, self.processes = [], []
        for tag in range(processes * 100, processes * 101):
            pipe, far_end = context.Pipe()
            desk = context.Process(
                target=_desk, args=(far_end, url, ours, bare, tag, letters), daemon=True
            )
            desk.start()
            self.pipes.append(pipe)
            self.processes.append(desk)
        for pipe in self.pipes:
            pipe.recv()

    def compared(self) -> tuple[float, float]:
        """Letters a second, ours and bare; then everybody goes home."""
        try:
            for way in ("ours", "bare"):  # nobody is measured cold
                self.work(way)
            self.longest.clear()
            return medians_in_turn(lambda: self.work("ours"), lambda: self.work("bare"))
        finally:
            for desk in self.processes:
                desk.terminate()
                desk.join()

    def work(self, way: str) -> float:
        """Let all of them register at once; letters a second."""
        start = time.perf_counter()
        for pipe in self.pipes:
            pipe.send(way)
        waits = [pipe.recv() for pipe in self.pipes]
        took = time.perf_counter() - start
        if way == "ours":
            self.longest.extend(waits)
        return self.letters * len(self.pipes) / took


def _desk(pipe: Connection, url: str, ours: int, bare: int, tag: int, letters: int) -> None:
    """One process: registers when told, answers with its longest wait."""
    bind(url)
    with tempfile.TemporaryDirectory() as folder, connected():
        file_store.use_folder(Path(folder))
        clerk: Any = clerk_of(Unit.get_by_id(ours))
        registry = BareRegistry(url, bare)
        number = 0
        pipe.send("ready")
        while way := pipe.recv():
            longest = 0.0
            for _ in range(letters):
                number += 1
                printed = f"มท {tag:04}/ว {number}"
                start = time.perf_counter()
                if way == "ours":
                    _register(clerk, printed)
                else:
                    registry.register(printed, printed, SUBJECT)
                longest = max(longest, time.perf_counter() - start)
            pipe.send(longest)


def _register(clerk: Any, printed: str) -> None:
    register_received(
        actor=clerk,
        at=NOW,
        draft=DRAFT,
        printed_number=printed,
        issuer_text="กรมตัวอย่าง",
        arrival=Arrival(DAY),
    )
