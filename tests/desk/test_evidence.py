"""Evidence goes into a report measured, checked against its field, and kept by its digest."""

import hashlib

import pytest

from saraban.desk._audit import Ledger
from saraban.desk.evidence import Chosen, add_evidence, keep_facts, make_ready
from saraban.desk.uploads import begin_upload, drop_expired, drop_upload
from saraban.errors import (
    ClipTooLong,
    EvidenceKindRefused,
    UploadNotFound,
    UploadUnfinished,
    UploadUsed,
)
from saraban.queries.evidence import earlier_evidence, evidence_of_reports
from saraban.queries.ledger_check import check_ledger
from saraban.queries.uploads import facts_of
from saraban.records import ReportFile, StoredFile, file_store, upload_store
from saraban.records.database import write_transaction
from saraban.rules.evidence import MEBIBYTE, EvidenceFacts, EvidenceKind, EvidenceRule
from saraban.rules.uploads import USED_KEPT_FOR
from tests.evidence import ANYTHING, add_to, owed_report, sent_up, use_folders
from tests.ledgers import tell_cast
from tests.make import at
from tests.paper.clips import clip, photo

HERE = (16.8839, 99.1258)


@pytest.fixture
def report(cast, tmp_path):
    use_folders(tmp_path)
    return owed_report(cast.province.clerk, cast.district_a.officer)


@pytest.fixture
def clerk(cast):
    return cast.district_a.clerk


def test_a_photo_is_kept_as_it_was_sent_and_told_with_its_facts(report, clerk):
    content = photo("JPEG", place=HERE)
    add_to(report, clerk, sent_up(clerk, content, "ภาพ.jpg"))

    (line,) = evidence_of_reports([report.id])[report.id]

    assert file_store.read(line.sha256) == content
    assert StoredFile.get().media_type == "image/jpeg"
    assert (line.name, line.field, line.size) == ("ภาพ.jpg", "f1", len(content))
    assert line.facts.has_location


def test_one_that_a_colleague_took_off_meanwhile_is_not_taken(report, cast, clerk):
    uid = sent_up(clerk, photo("JPEG"), "ภาพ.jpg")
    ready = make_ready(actor=clerk, chosen=[Chosen(uid, "f1", ANYTHING)])
    drop_upload(actor=cast.district_a.officer, uid=uid)

    with pytest.raises(UploadNotFound) as refused, write_transaction():
        add_evidence(Ledger(actor=clerk, at=at()), report_id=report.id, ready=ready)

    assert refused.value.field == "f1"
    assert ReportFile.select().count() == 0


def test_where_it_was_taken_is_told_only_where_the_form_asks(report, clerk):
    uid = sent_up(clerk, photo("JPEG", place=HERE), "ภาพ.jpg")

    add_to(report, clerk, uid)
    add_to(report, clerk, uid, rule=EvidenceRule(asks_location=True))

    told = [row.location for row in ReportFile.select().order_by(ReportFile.id)]
    assert told == ["", "16.88390, 99.12580"]


def test_a_clip_of_31_seconds_stays_out_of_a_field_for_30(report, clerk, tmp_path):
    uid = sent_up(clerk, clip(tmp_path, 31).read_bytes(), "a.mp4")

    with pytest.raises(ClipTooLong) as refused:
        add_to(report, clerk, uid, rule=EvidenceRule(most_seconds=30))

    assert refused.value.field == "f1"
    assert ReportFile.select().count() == 0


def test_a_header_that_tells_of_years_is_remembered_as_far_as_the_column_goes(report):
    facts = EvidenceFacts(EvidenceKind.CLIP, "video/mp4", seconds=9.0, told_seconds=9e9)

    keep_facts(at=at(), sha256="0" * 64, facts=facts)

    assert facts_of("0" * 64).told_seconds > 2_000_000


def test_a_photo_stays_out_of_a_field_for_clips(report, clerk):
    uid = sent_up(clerk, photo("JPEG"), "a.jpg")

    with pytest.raises(EvidenceKindRefused):
        add_to(report, clerk, uid, rule=EvidenceRule(frozenset({EvidenceKind.CLIP})))


def test_a_file_that_is_half_way_up_is_not_taken(report, clerk):
    begun = begin_upload(actor=clerk, at=at(), name="a.jpg", size=9, most=MEBIBYTE, rule=ANYTHING)

    with pytest.raises(UploadUnfinished):
        add_to(report, clerk, begun.uid)


def test_a_file_that_nobody_measured_is_not_taken(report, clerk):
    uid = sent_up(clerk, photo("JPEG"), "a.jpg", is_measured=False)

    with pytest.raises(UploadUnfinished):
        add_to(report, clerk, uid)


def test_a_file_of_another_unit_is_not_there(report, clerk, cast):
    uid = sent_up(cast.district_b.clerk, photo("JPEG"), "a.jpg")

    with pytest.raises(UploadNotFound):
        add_to(report, clerk, uid)


def test_a_further_version_takes_files_of_the_one_before_along(report, clerk, cast):
    add_to(report, clerk, sent_up(clerk, photo("JPEG"), "a.jpg"))
    (line,) = evidence_of_reports([report.id])[report.id]

    add_to(report, clerk, line.mark)

    assert ReportFile.select().count() == 2
    assert list(earlier_evidence(clerk, [line.mark])) == [line.mark]
    assert earlier_evidence(cast.district_b.clerk, [line.mark]) == {}
    with pytest.raises(UploadNotFound):
        add_to(report, cast.district_b.clerk, line.mark)


def test_what_is_in_a_report_cannot_be_taken_off_and_outlives_its_upload(report, clerk):
    content = photo("JPEG")
    uid = sent_up(clerk, content, "a.jpg")
    add_to(report, clerk, uid)

    with pytest.raises(UploadUsed):
        drop_upload(actor=clerk, uid=uid)
    gone = drop_expired(at=at() + USED_KEPT_FOR)

    assert gone == []
    assert upload_store.waiting() == []
    assert file_store.read(hashlib.sha256(content).hexdigest()) == content
    assert evidence_of_reports([report.id])[report.id][0].facts is not None


def test_the_ledger_tells_of_the_evidence_and_finds_bytes_that_were_changed(cast, clerk, tmp_path):
    use_folders(tmp_path)
    tell_cast(cast)
    report = owed_report(cast.province.clerk, cast.district_a.officer)
    add_to(report, clerk, sent_up(clerk, photo("JPEG"), "a.jpg"))
    assert check_ledger().findings == ()

    path = file_store.path_of(StoredFile.get().sha256)
    path.write_bytes(path.read_bytes() + b"!")

    assert len(check_ledger().findings) == 1
