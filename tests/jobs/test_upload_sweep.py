"""The worker drops what nobody went on with, and looks for it now and then."""

from datetime import timedelta

from saraban.desk.uploads import begin_upload
from saraban.jobs.upload_sweep import EVERY, UploadSweep
from saraban.records import Upload, upload_store
from saraban.rules.uploads import UNUSED_KEPT_FOR
from tests.evidence import ANYTHING, sent_up, use_folders
from tests.make import at
from tests.paper.clips import photo


def test_what_was_shown_of_a_dropped_file_goes_with_it(cast, tmp_path, clock_at):
    use_folders(tmp_path)
    sent_up(cast.tao.clerk, photo("JPEG"), "a.jpg")
    shown = [path for path in (tmp_path / "shown").rglob("*") if path.is_file()]
    assert {path.name.rpartition("-")[2] for path in shown} == {"small", "shown"}

    clock_at(at() + UNUSED_KEPT_FOR)
    UploadSweep().look()

    assert Upload.select().count() == 0
    assert upload_store.waiting() == []
    assert not any(path.exists() for path in shown)


def test_it_does_not_look_at_every_turn_of_the_worker(cast, tmp_path, clock_at):
    use_folders(tmp_path)
    begin_upload(actor=cast.tao.clerk, at=at(), name="a.jpg", size=9, most=9, rule=ANYTHING)
    begun = at() + timedelta(days=3) - EVERY / 2
    sweep = UploadSweep()

    left = []
    for passed in (0 * EVERY, EVERY * 0.9, EVERY):
        clock_at(begun + passed)
        sweep.look()
        left.append(Upload.select().count())

    assert left == [1, 1, 0]
