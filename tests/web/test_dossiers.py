"""Asking for a dossier: what it will hold, the file, and the worker that makes the long one."""

import json
from threading import Event

import pytest

from saraban.jobs.export_maker import make_next
from saraban.records import AuditEvent, Export, file_store
from tests.cast import Cast
from tests.paper.letters import HAS_FONTS, NO_FONTS
from tests.stories.circular import Story
from tests.web.conftest import SignIn


def test_the_page_tells_what_it_will_hold(cast: Cast, sign_in_as: SignIn, story: Story):
    page = sign_in_as(cast.auditor).get(f"/letters/{story.memo}/dossier").text

    assert "ผังสายเวียน" in page
    assert "หน่วยที่ไม่ได้รับ" in page


def test_json_comes_at_once_and_the_ledger_tells_who_took_it(
    cast: Cast, sign_in_as: SignIn, story: Story
):
    answer = sign_in_as(cast.auditor).post(
        f"/letters/{story.memo}/dossier", data={"question": "ใครถือไว้", "format": "json"}
    )

    told = json.loads(answer.data)
    assert told["question"] == "ใครถือไว้"
    assert told["asked_by"] == "ผู้ตรวจสอบ"
    assert AuditEvent.select().order_by(AuditEvent.id.desc()).get().act == "print_dossier"


@pytest.mark.skipif(not HAS_FONTS, reason=NO_FONTS)
def test_pdf_is_made_by_the_worker_of_what_its_asker_may_see(
    cast: Cast, sign_in_as: SignIn, story: Story
):
    browser = sign_in_as(cast.district_b.clerk)

    answer = browser.post(f"/letters/{story.province_letter}/dossier", data={"format": "pdf"})
    assert answer.location.endswith("/exports")
    assert make_next(worker="w", stop=Event()) is True

    export = Export.get()
    assert (export.state, export.rows_done) == ("ready", export.row_count)
    assert file_store.read(export.file_id).startswith(b"%PDF")
    taken = browser.get(f"/exports/{export.uid}/file")
    assert taken.mimetype == "application/pdf"


def test_who_does_not_see_the_letter_finds_none(cast: Cast, sign_in_as: SignIn, story: Story):
    assert sign_in_as(cast.tao.clerk).get(f"/letters/{story.memo}/dossier").status_code == 404
