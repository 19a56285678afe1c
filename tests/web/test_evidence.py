"""Evidence is shown to who sees its report, without its place; the original to who may have it."""

import pytest

from saraban.desk.filing import NewFile
from saraban.desk.reporting import submit
from saraban.records import Letter, Report, ReportFile, file_store
from saraban.rules.evidence import EvidenceRule
from tests.evidence import add_to, owed_report, sent_up
from tests.make import at, send
from tests.paper.clips import PLACE, clip, photo

HERE = (16.8839, 99.1258)
ASKED = EvidenceRule(asks_location=True)


@pytest.fixture
def report(client, cast):
    return owed_report(cast.province.clerk, cast.district_a.officer)


@pytest.fixture
def clerk(cast):
    return cast.district_a.clerk


def address(report, part: str) -> str:
    return f"/evidence/{report.uid}/{ReportFile.get().file_id}/{part}"


def fetch(client, place: str, **headers: str):
    with client.get(place, headers=headers) as answer:
        answer.get_data()
        return answer


def with_photo(report, clerk, **more):
    content = photo("JPEG", place=HERE)
    add_to(report, clerk, sent_up(clerk, content, "ภาพ.jpg"), **more)
    return content


@pytest.mark.parametrize(
    ("who", "part", "status"),
    [
        ("district_a", "file", 200),
        ("district_a", "original", 200),
        ("province", "file", 200),
        ("province", "small.jpg", 200),
        ("province", "original", 404),
        ("district_b", "file", 404),
        ("tao", "file", 404),
    ],
)
def test_who_sees_the_report_sees_its_evidence(report, clerk, cast, sign_in_as, who, part, status):
    with_photo(report, clerk)

    answer = fetch(sign_in_as(getattr(cast, who).clerk), address(report, part))

    assert answer.status_code == status


def test_an_auditor_over_the_keeper_sees_it_without_its_place(report, clerk, cast, sign_in_as):
    with_photo(report, clerk)
    auditor = sign_in_as(cast.auditor)

    assert fetch(auditor, address(report, "file")).status_code == 200
    assert fetch(auditor, address(report, "original")).status_code == 404


def test_the_collecting_office_gets_the_place_where_its_form_asks(report, clerk, cast, sign_in_as):
    content = with_photo(report, clerk, rule=ASKED)
    province = sign_in_as(cast.province.clerk)

    assert fetch(province, address(report, "original")).data == content
    assert b"Exif" not in fetch(province, address(report, "file")).data


def test_what_tells_no_place_may_be_had_as_it_was_sent(report, clerk, cast, sign_in_as):
    content = photo("JPEG")
    add_to(report, clerk, sent_up(clerk, content, "ภาพ.jpg"))

    answer = fetch(sign_in_as(cast.province.clerk), address(report, "original"))

    assert answer.data == content
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_the_letters_own_page_hands_out_no_place_either(report, clerk, cast, sign_in_as):
    with_photo(report, clerk)
    letter = Letter.get_by_id(report.letter_id)
    province = sign_in_as(cast.province.clerk)

    answer = fetch(province, f"/letters/{letter.uid}/files/{ReportFile.get().file_id}")

    assert answer.status_code == 303
    assert answer.location == address(report, "file")


def test_a_clip_is_played_in_parts_and_its_copy_tells_no_place(
    report, clerk, cast, sign_in_as, tmp_path
):
    content = clip(tmp_path, 2, name="a.mov", place=PLACE).read_bytes()
    add_to(report, clerk, sent_up(clerk, content, "งาน.mov"))
    province = sign_in_as(cast.province.clerk)

    whole = fetch(province, address(report, "file"))
    part = fetch(province, address(report, "file"), Range="bytes=0-99")
    poster = fetch(province, address(report, "poster.jpg"))

    assert (whole.status_code, whole.mimetype) == (200, "video/mp4")
    assert PLACE.encode() not in whole.data
    assert (part.status_code, part.data) == (206, whole.data[:100])
    assert poster.mimetype == "image/jpeg"


def test_what_is_shown_is_made_again_when_its_folder_was_emptied(
    app, report, clerk, cast, sign_in_as, tmp_path
):
    with_photo(report, clerk)
    for made in (tmp_path / "shown").rglob("*-*"):
        made.unlink()

    answer = fetch(sign_in_as(cast.province.clerk), address(report, "small.jpg"))

    assert (answer.status_code, answer.mimetype) == (200, "image/jpeg")


def test_nothing_of_it_is_ever_run_by_a_browser(report, clerk, cast, sign_in_as):
    with_photo(report, clerk)

    answer = fetch(sign_in_as(cast.province.clerk), address(report, "file"))

    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer.headers["Cache-Control"].startswith("private")


def test_a_file_that_is_gone_is_told_as_damage(report, clerk, cast, sign_in_as):
    with_photo(report, clerk)
    file_store.path_of(ReportFile.get().file_id).unlink()

    answer = fetch(sign_in_as(cast.district_a.clerk), address(report, "original"))

    assert answer.status_code == 500


def test_a_photo_that_came_with_the_answer_to_a_letter_tells_no_place_either(
    client, clerk, cast, sign_in_as
):
    sent = send(cast.province.clerk, phrase="นายอำเภอทุกอำเภอ").letter_uid
    content = photo("JPEG", place=HERE)
    kept = [NewFile("ภาพ.jpg", content, "image/jpeg"), NewFile("แผน.txt", b"plan", "text/plain")]
    submit(actor=clerk, at=at(), letter_uid=sent, answer="report", text="ทำแล้ว", files=kept)
    report = Report.get()
    picture, paper = (
        f"/evidence/{report.uid}/{row.file_id}"
        for row in ReportFile.select().order_by(ReportFile.id)
    )
    province = sign_in_as(cast.province.clerk)

    found = fetch(province, f"/letters/{sent}/files/{ReportFile.get().file_id}")
    shown = fetch(province, f"{picture}/file")

    assert found.location == f"{picture}/file"
    assert (shown.status_code, b"Exif" in shown.data) == (200, False)
    assert fetch(province, f"{picture}/original").status_code == 404
    plain = fetch(province, f"{paper}/file")
    assert plain.data == b"plan"
    assert plain.headers["Content-Disposition"].startswith("attachment")
    assert plain.headers["Cache-Control"] == shown.headers["Cache-Control"]
    assert fetch(sign_in_as(clerk), f"{picture}/original").data == content
