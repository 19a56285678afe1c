"""A field of evidence in a form without scripts: plain files, kept when the form comes back."""

import io

import pytest

from saraban.records import Upload
from tests.evidence import add_to, owed_report, sent_up
from tests.evidence_page import ADDRESS, hang_on
from tests.paper.clips import clip, photo

NO_TIME = -4.99  # paper.limited adds five seconds by the clock


@pytest.fixture
def office(app, sign_in_as, cast):
    hang_on(app)
    return sign_in_as(cast.district_a.clerk)


def send(client, **fields):
    return client.post(ADDRESS, data=fields, content_type="multipart/form-data")


def files(*named):
    return [(io.BytesIO(content), name) for name, content in named]


def test_the_field_says_plainly_what_it_takes_and_what_becomes_of_a_place(office):
    text = " ".join(office.get(ADDRESS).text.split())

    assert "ยาวไม่เกิน ๓๐ วินาที วัดจากเนื้อไฟล์" in text
    assert "ไฟล์ละไม่เกิน ๒๐๐ เมกะไบต์" in text
    assert "สำเนาที่ไม่มีพิกัดและข้อมูลเครื่องที่ถ่าย" in text


def test_plain_files_are_taken_in_with_the_form_and_stay_when_it_comes_back(office):
    answer = send(office, **{"f1-files": files(("ก.jpg", photo("JPEG")), ("ข.png", photo("PNG")))})

    assert [row.name for row in Upload.select().order_by(Upload.id)] == ["ก.jpg", "ข.png"]
    for row in Upload.select():
        assert f'name="f1-uploads" value="{row.uid}" checked' in " ".join(answer.text.split())


def test_a_refused_file_is_told_beside_its_field_and_the_others_stay(office, tmp_path):
    long = clip(tmp_path, 31).read_bytes()
    short = clip(tmp_path, 2).read_bytes()

    answer = send(office, **{"f3-files": files(("ยาว.mp4", long), ("สั้น.mp4", short))})

    assert "คลิป “ยาว.mp4” ยาว ๓๑ วินาที" in answer.text
    assert [row.name for row in Upload.select()] == ["สั้น.mp4"]


def test_a_file_that_a_busy_machine_had_no_time_for_stays_to_be_sent_again(office, monkeypatch):
    with monkeypatch.context() as busy:
        busy.setattr("saraban.paper.evidence.MOST_SECONDS", NO_TIME)
        answer = send(office, **{"f1-files": files(("ก.jpg", photo("JPEG")))})
    kept = Upload.get().uid
    again = send(office, **{"f1-uploads": [kept]})

    assert "ไม่เสร็จใน" in answer.text
    assert f'name="f1-uploads" value="{kept}" checked' in " ".join(answer.text.split())
    assert f'<p id="taken">{kept}</p>' in again.text


def test_a_file_whose_tick_is_taken_away_is_not_sent_again(office, cast):
    kept, _left = (
        sent_up(cast.district_a.clerk, photo("JPEG", size=(40 + n, 30)), f"{n}.jpg")
        for n in range(2)
    )

    answer = send(office, **{"f1-uploads": [kept]})

    assert answer.text.count('name="f1-uploads"') == 1
    assert f'<p id="taken">{kept}</p>' in answer.text


def test_files_of_the_version_before_come_along_and_those_of_others_do_not(office, cast):
    report = owed_report(cast.province.clerk, cast.district_a.officer)
    add_to(report, cast.district_a.clerk, sent_up(cast.district_a.clerk, photo("JPEG"), "ก.jpg"))
    own = f"{report.uid}/{Upload.get().sha256}"
    foreign = sent_up(cast.district_b.clerk, photo("JPEG", size=(50, 40)), "ข.jpg")

    answer = send(office, **{"f1-uploads": [own, foreign]})

    assert f'<p id="taken">{own}</p>' in answer.text
    assert f"/evidence/{report.uid}/" in answer.text


def test_nothing_chosen_is_nothing_sent(office):
    answer = send(office, **{"f1-files": [(io.BytesIO(b""), "")]})

    assert answer.status_code == 200
    assert "taken" not in answer.text
    assert Upload.select().count() == 0
