"""Files on their way up belong to a unit for a while, and go when nobody used them."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from types import SimpleNamespace

import pytest

from saraban.desk.evidence import keep_facts
from saraban.desk.uploads import begin_upload, coming, drop_expired, go_on
from saraban.errors import (
    EmptyFile,
    Refused,
    StorageFull,
    TooManyUploads,
    UploadNotFound,
)
from saraban.records import EvidenceFact, Upload, upload_store
from saraban.records.database import connected
from saraban.rules.evidence import EvidenceFacts, EvidenceKind, EvidenceRule
from saraban.rules.uploads import MEBIBYTE, UNFINISHED_KEPT_FOR, UNUSED_KEPT_FOR
from tests.make import at

MOST = 200 * MEBIBYTE
FULL_DISK = SimpleNamespace(free=100 * MEBIBYTE)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> None:
    upload_store.use_folder(tmp_path / "uploads")


def begin(actor, size=4, **more):
    named = {"name": "a.jpg", "most": MOST, "rule": EvidenceRule(), "at": at(), **more}
    return begin_upload(actor=actor, size=size, **named)


def whole(actor, content=b"0123"):
    uid = begin(actor, len(content)).uid
    return go_on(actor=actor, at=at(), uid=uid, offset=0, pieces=[content])


def test_who_may_not_report_sends_nothing(cast):
    for actor in (cast.tao.executive, cast.auditor, cast.administrator):
        with pytest.raises(Refused):
            begin(actor)


def test_an_empty_file_is_refused(cast):
    with pytest.raises(EmptyFile):
        begin(cast.tao.clerk, 0)


def test_a_full_disk_is_told_before_a_byte_is_sent(cast, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: FULL_DISK)

    with pytest.raises(StorageFull):
        begin(cast.tao.clerk)


def test_a_disk_that_fills_up_on_the_way_keeps_room_for_letters(cast, monkeypatch):
    uid = begin(cast.tao.clerk).uid
    monkeypatch.setattr(shutil, "disk_usage", lambda _: FULL_DISK)

    with pytest.raises(StorageFull):
        go_on(actor=cast.tao.clerk, at=at(), uid=uid, offset=0, pieces=[b"01"])

    assert coming(actor=cast.tao.clerk, at=at(), uid=uid).offset == 0


def test_a_person_has_only_so_many_bytes_on_the_way(cast):
    for _ in range(10):
        begin(cast.tao.clerk, MOST)

    with pytest.raises(TooManyUploads) as refused:
        begin(cast.tao.clerk, MOST)

    assert refused.value.facts == {"count": 10, "mib": 2000}
    begin(cast.tao.officer, MOST)


def test_of_many_announced_at_one_moment_no_more_are_taken_than_there_is_room_for(cast):
    for _ in range(9):
        begin(cast.tao.clerk, MOST)
    barrier = Barrier(6)

    def one(_: int) -> str:
        with connected():
            barrier.wait()
            try:
                begin(cast.tao.clerk, MOST)
            except TooManyUploads:
                return "refused"
        return "taken"

    with ThreadPoolExecutor(6) as threads:
        answers = sorted(threads.map(one, range(6)))

    assert answers == [*["refused"] * 5, "taken"]
    assert len(upload_store.waiting()) == Upload.select().count() == 10


def test_what_broke_off_is_kept_over_a_weekend_and_then_dropped(cast):
    uid = begin(cast.tao.clerk).uid
    go_on(actor=cast.tao.clerk, at=at(), uid=uid, offset=0, pieces=[b"01"])

    drop_expired(at=at() + UNFINISHED_KEPT_FOR - timedelta(minutes=1))
    assert coming(actor=cast.tao.clerk, at=at(), uid=uid).offset == 2

    drop_expired(at=at() + UNFINISHED_KEPT_FOR)
    with pytest.raises(UploadNotFound):
        coming(actor=cast.tao.clerk, at=at(), uid=uid)
    assert upload_store.waiting() == []


def test_a_whole_file_waits_for_its_report_longer_and_its_facts_go_with_it(cast):
    sent = whole(cast.tao.clerk)
    keep_facts(at=at(), sha256=sent.sha256, facts=EvidenceFacts(EvidenceKind.PHOTO, "image/jpeg"))

    assert drop_expired(at=at() + UNUSED_KEPT_FOR - timedelta(minutes=1)) == []
    assert drop_expired(at=at() + UNUSED_KEPT_FOR) == [sent.sha256]
    assert EvidenceFact.select().count() == 0


def test_the_same_bytes_of_another_unit_keep_their_facts(cast):
    first, second = whole(cast.tao.clerk), whole(cast.tambon_mun.clerk)
    keep_facts(at=at(), sha256=first.sha256, facts=EvidenceFacts(EvidenceKind.PHOTO, "image/jpeg"))
    Upload.update(begun_at=at(5, 1), finished_at=at(5, 1)).where(Upload.uid == first.uid).execute()

    assert drop_expired(at=at() + timedelta(days=1)) == []
    assert EvidenceFact.select().count() == 1
    assert coming(actor=cast.tambon_mun.clerk, at=at(), uid=second.uid).is_whole


def test_many_that_only_wait_hide_none_that_is_over(cast, monkeypatch):
    monkeypatch.setattr("saraban.desk.uploads.MOST_DROPPED_AT_ONCE", 1)
    waits = begin(cast.tao.clerk, at=at(6, 20)).uid
    begin(cast.tao.clerk, at=at(6, 16))

    drop_expired(at=at(6, 21))

    assert [row.uid for row in Upload.select()] == [waits]


def test_bytes_whose_row_was_never_written_are_swept_up(cast):
    upload_store.begin("no-row")

    drop_expired(at=at(year=2200))

    assert upload_store.waiting() == []
