"""Files are taken in together, each with its own answer; the queue says what became of them."""

import re
from io import BytesIO

import pytest

from saraban import clock
from saraban.desk.intake_reading import claim_next, keep_failure, note_progress
from saraban.records import Intake, IntakeReading
from tests.make import picture
from tests.readings import CIRCULAR, INVITATION, bring_read, sample


@pytest.fixture
def clerk(cast, sign_in_as):
    return sign_in_as(cast.tao.clerk)


def sent(*files):
    return {"files": [(BytesIO(content), name) for name, content in files], "channel": "email"}


def test_files_of_every_kind_are_taken_in_at_once(clerk):
    answer = clerk.post(
        "/intake",
        data=sent(
            ("ก.txt", b"text"), ("ข.png", picture().content), ("ค.exe", b"MZ\x90\x00 a program")
        ),
    )

    assert answer.status_code == 303
    assert [(one.name, one.channel) for one in Intake.select().order_by(Intake.id)] == [
        ("ก.txt", "email"),
        ("ข.png", "email"),
        ("ค.exe", "email"),
    ]
    assert "รออ่าน ๓ ไฟล์" in clerk.get("/intake").text


def test_one_that_cannot_be_kept_is_named_and_the_others_are_taken(clerk):
    answer = clerk.post("/intake", data=sent(("ว่าง.pdf", b""), ("ก.txt", b"text")))

    assert answer.status_code == 422
    assert "ไฟล์ “ว่าง.pdf” ว่างเปล่า" in answer.text
    assert "รับไว้แล้ว ๑ ไฟล์" in answer.text
    assert Intake.get().name == "ก.txt"


def test_nothing_chosen_is_said_beside_the_field(clerk):
    answer = clerk.post("/intake", data={"channel": "paper"})

    assert answer.status_code == 422
    assert "โปรดเลือกไฟล์อย่างน้อยหนึ่งไฟล์" in answer.text


def test_a_script_that_sends_one_file_is_told_its_uid_or_what_is_wrong(clerk):
    one_file = {"X-One-File": "1"}

    taken = clerk.post("/intake", data=sent(("ก.txt", b"text")), headers=one_file)
    refused = clerk.post("/intake", data=sent(("ว่าง.pdf", b"")), headers=one_file)

    assert (taken.status_code, taken.text) == (201, Intake.get().uid)
    assert refused.status_code == 422
    assert refused.mimetype == "text/plain"
    assert "ว่างเปล่า" in refused.text


def test_the_queue_tells_how_many_pages_are_read_and_asks_again(clerk):
    clerk.post("/intake", data=sent(("ก.txt", b"text")))
    claim = claim_next(at=clock.now(), worker="ตัวอ่าน")
    note_progress(at=clock.now(), claim=claim, pages_done=3, page_count=5)

    queue, page = clerk.get("/intake/queue").text, clerk.get("/intake").text

    assert "หน้า ๓ จาก ๕" in queue
    assert "every 1500ms" in queue
    assert 'http-equiv="refresh"' in page


def test_a_queue_at_rest_does_not_ask_again(clerk, cast):
    bring_read(cast.tao.clerk, sample(INVITATION))

    assert "every 1500ms" not in clerk.get("/intake/queue").text
    assert 'http-equiv="refresh"' not in clerk.get("/intake").text


def test_a_page_that_shows_the_queue_as_it_is_gets_nothing_new(clerk):
    clerk.post("/intake", data=sent(("ก.txt", b"text")))
    again = re.search(r'hx-get="([^"]+)"', clerk.get("/intake").text)[1]

    unchanged = clerk.get(again)
    claim_next(at=clock.now(), worker="ตัวอ่าน")
    changed = clerk.get(again)

    assert (unchanged.status_code, unchanged.text) == (204, "")
    assert (changed.status_code, "กำลังอ่าน ๑ ไฟล์" in changed.text) == (200, True)


def test_what_failed_says_why_and_is_read_again_when_asked(clerk):
    clerk.post("/intake", data=sent(("ก.pdf", b"%PDF-1.4 damaged")))
    claim = claim_next(at=clock.now(), worker="ตัวอ่าน")
    keep_failure(at=clock.now(), claim=claim, trouble="เปิดไฟล์ไม่ได้ ไฟล์เสียหาย")
    uid = Intake.get().uid

    before = clerk.get("/intake").text
    answer = clerk.post(f"/intake/{uid}/retry")

    assert "เปิดไฟล์ไม่ได้ ไฟล์เสียหาย" in before
    assert f"/intake/{uid}/retry" in before
    assert answer.status_code == 303
    assert IntakeReading.get().state == "waiting"


def test_a_failed_file_is_set_aside_with_a_reason_and_taken_back(clerk):
    clerk.post("/intake", data=sent(("ก.pdf", b"%PDF-1.4 damaged")))
    claim = claim_next(at=clock.now(), worker="ตัวอ่าน")
    keep_failure(at=clock.now(), claim=claim, trouble="เปิดไม่ได้")
    uid = Intake.get().uid

    refused = clerk.post(f"/intake/{uid}/aside", data={"reason": " "})
    done = clerk.post(f"/intake/{uid}/aside", data={"reason": "ส่งมาผิด"})
    page = clerk.get("/intake").text
    back = clerk.post(f"/intake/{uid}/back")

    assert refused.status_code == 422
    assert done.status_code == 303
    assert "ส่งมาผิด" in page
    assert f"/intake/{uid}/back" in page
    assert back.status_code == 303
    assert Intake.get().set_aside_at is None


def test_the_desk_tells_how_many_letters_wait(clerk, cast):
    bring_read(cast.tao.clerk, sample(INVITATION))
    bring_read(cast.tao.clerk, sample(CIRCULAR))

    desk = clerk.get("/").text

    assert "รอตรวจ ๒ ฉบับ" in desk
    assert 'href="/intake/next"' in desk
    assert 'href="/intake"' in desk


def test_another_units_files_are_not_there(cast, sign_in_as):
    uid = bring_read(cast.tao.clerk, sample(INVITATION))
    other = sign_in_as(cast.province.clerk)

    assert other.get(f"/intake/{uid}/0").status_code == 404
    assert other.get(f"/intake/{uid}/file").status_code == 404
    assert uid not in other.get("/intake").text


def test_a_file_comes_back_as_it_was_brought_and_never_opens_in_place(clerk, cast):
    uid = bring_read(cast.tao.clerk, sample(INVITATION), name="เชิญ.txt")

    answer = clerk.get(f"/intake/{uid}/file")

    assert answer.data.decode() == sample(INVITATION)
    assert answer.headers["Content-Disposition"].startswith("attachment")
