"""Evidence comes up by the tus protocol 1.0.0, and becomes a piece of the form."""

import base64
import hashlib
import io

import pytest

from saraban.records import EvidenceFact, Upload, upload_store
from saraban.settings import MEBIBYTE
from tests.paper.clips import clip, photo, telling

TUS = {"Tus-Resumable": "1.0.0"}


@pytest.fixture
def office(sign_in_as, cast):
    """The browser of a sub-district's clerk."""
    return sign_in_as(cast.tao.clerk)


def told(**words: str) -> str:
    return ",".join(
        f"{key} {base64.b64encode(word.encode()).decode()}" for key, word in words.items()
    )


def begin(client, content: bytes, name: str = "clip.mp4", **words: str):
    headers = {
        **TUS,
        "Upload-Length": str(len(content)),
        "Upload-Metadata": told(filename=name, **words),
    }
    answer = client.post("/uploads", headers=headers)
    assert answer.status_code == 201, answer.text
    return answer.headers["Location"]


def go_on(client, address: str, piece: bytes, offset: int, **headers: str):
    return client.patch(
        address,
        data=piece,
        content_type="application/offset+octet-stream",
        headers={**TUS, "Upload-Offset": str(offset), **headers},
    )


def send(client, content: bytes, name: str = "clip.mp4"):
    address = begin(client, content, name)
    assert go_on(client, address, content, 0).status_code == 204
    return address


def fetch(client, address: str, **headers: str):
    """The answer with its bytes read and its file closed."""
    with client.get(address, headers=headers) as answer:
        answer.get_data()
        return answer


def test_a_server_tells_what_it_can_do(client):
    answer = client.options("/uploads")

    assert answer.status_code == 204
    assert answer.headers["Tus-Version"] == "1.0.0"
    assert answer.headers["Tus-Extension"] == "creation,expiration,checksum,termination"
    assert answer.headers["Tus-Max-Size"] == str(200 * MEBIBYTE)
    assert "sha1" in answer.headers["Tus-Checksum-Algorithm"]


def test_a_file_comes_in_pieces_and_is_whole(office):
    content = bytes(range(256)) * 40
    address = begin(office, content)

    first = go_on(office, address, content[:4000], 0)
    between = office.head(address, headers=TUS)
    last = go_on(office, address, content[4000:], 4000)

    assert (first.status_code, first.headers["Upload-Offset"]) == (204, "4000")
    assert first.headers["Upload-Expires"].endswith("GMT")
    assert between.status_code == 200
    assert between.headers["Upload-Offset"] == "4000"
    assert between.headers["Upload-Length"] == str(len(content))
    assert between.headers["Cache-Control"] == "no-store"
    assert last.headers["Upload-Offset"] == str(len(content))
    assert Upload.get().sha256 == hashlib.sha256(content).hexdigest()


def test_a_piece_at_the_wrong_place_is_a_conflict_and_changes_nothing(office):
    address = begin(office, b"0123456789")
    go_on(office, address, b"0123", 0)

    answer = go_on(office, address, b"456789", 5)

    assert answer.status_code == 409
    assert office.head(address, headers=TUS).headers["Upload-Offset"] == "4"


def test_the_last_piece_again_is_a_conflict_that_tells_how_far_it_is(office):
    address = begin(office, b"0123456789")
    go_on(office, address, b"0123456789", 0)

    answer = go_on(office, address, b"6789", 6)

    assert answer.status_code == 409
    assert office.head(address, headers=TUS).headers["Upload-Offset"] == "10"


def test_300_mebibytes_are_refused_before_a_byte_is_sent(office):
    answer = office.post(
        "/uploads",
        headers={
            **TUS,
            "Upload-Length": str(300 * MEBIBYTE),
            "Upload-Metadata": told(filename="งาน.mp4"),
        },
    )

    assert answer.status_code == 413
    assert answer.mimetype == "text/plain"
    assert "“งาน.mp4” มีขนาด ๓๐๐ เมกะไบต์ รับได้ไม่เกิน ๒๐๐ เมกะไบต์" in answer.text
    assert Upload.select().count() == 0


def test_a_limit_of_a_thousand_figures_is_none(office):
    endless = "9" * 5000

    address = begin(office, b"0123", bytes=endless, seconds=endless)

    answer = office.get(f"{address}/piece?bytes={endless}&seconds={endless}")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")


def test_a_field_may_take_less(office):
    headers = {
        **TUS,
        "Upload-Length": str(3 * MEBIBYTE),
        "Upload-Metadata": told(filename="a.mp4", bytes=str(2 * MEBIBYTE)),
    }

    assert office.post("/uploads", headers=headers).status_code == 413


@pytest.mark.parametrize("length", ["", "-1", "many", "๕", "1" * 30])
def test_a_length_must_be_a_number(office, length):
    assert office.post("/uploads", headers={**TUS, "Upload-Length": length}).status_code == 400


def test_another_version_of_the_protocol_is_told_which_one_is_spoken(office):
    address = begin(office, b"0123")

    answer = office.head(address, headers={"Tus-Resumable": "0.2.2"})

    assert answer.status_code == 412
    assert answer.headers["Tus-Version"] == "1.0.0"


def test_a_body_of_another_kind_is_not_taken(office):
    address = begin(office, b"0123")

    answer = office.patch(
        address, data=b"0123", content_type="text/plain", headers={**TUS, "Upload-Offset": "0"}
    )

    assert answer.status_code == 415


@pytest.mark.parametrize(("sent", "status"), [(b"0123", 204), (b"0124", 460)])
def test_a_piece_is_held_against_its_digest(office, sent, status):
    address = begin(office, b"0123")
    digest = base64.b64encode(hashlib.sha1(b"0123", usedforsecurity=False).digest()).decode()

    answer = go_on(office, address, sent, 0, **{"Upload-Checksum": f"sha1 {digest}"})

    assert answer.status_code == status


def test_what_is_dropped_is_gone(office):
    address = begin(office, b"0123")
    path = upload_store.path_of(Upload.get().uid)
    assert path.exists()

    assert office.delete(address, headers=TUS).status_code == 204

    assert office.head(address, headers=TUS).status_code == 404
    assert not path.exists()


def test_a_sender_that_may_only_post_says_what_it_means(office):
    address = begin(office, b"0123")

    answer = office.post(
        address,
        data=b"0123",
        content_type="application/offset+octet-stream",
        headers={**TUS, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"},
    )

    assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, "4")


def test_a_colleague_goes_on_and_another_office_finds_nothing(office, sign_in_as, cast):
    address = begin(office, b"0123456789")

    colleague = go_on(sign_in_as(cast.tao.officer), address, b"0123", 0)
    stranger = go_on(sign_in_as(cast.district_a.clerk), address, b"4567", 4)

    assert (colleague.status_code, stranger.status_code) == (204, 404)


def test_who_is_not_signed_in_is_told_so_in_a_line(client):
    answer = client.post("/uploads", headers={**TUS, "Upload-Length": "4"})

    assert answer.status_code == 401
    assert "เข้าระบบ" in answer.text


def test_a_script_of_another_site_can_send_nothing(office):
    office.brings_token = False

    assert office.post("/uploads", headers={**TUS, "Upload-Length": "4"}).status_code == 400
    assert Upload.select().count() == 0


def test_a_clip_becomes_a_piece_with_its_length_and_picture(office, tmp_path):
    address = send(office, clip(tmp_path, 2).read_bytes(), "งานปลูกต้นไม้.mp4")

    piece = office.get(f"{address}/piece?key=f3&kinds=clip&seconds=30")
    picture = fetch(office, f"{address}/small.jpg")

    assert piece.status_code == 200
    assert "งานปลูกต้นไม้.mp4" in piece.text
    assert "คลิป ๒ วินาที" in piece.text
    assert 'name="f3-uploads"' in piece.text
    assert (picture.status_code, picture.mimetype) == (200, "image/jpeg")


def test_a_clip_of_31_seconds_is_refused_with_the_measured_length_and_dropped(office, tmp_path):
    address = send(office, clip(tmp_path, 31).read_bytes())

    answer = office.get(f"{address}/piece?key=f3&kinds=clip&seconds=30")

    assert answer.status_code == 422
    assert "ยาว ๓๑ วินาที (วัดจากเนื้อไฟล์) ช่องนี้รับไม่เกิน ๓๐ วินาที" in answer.text
    assert Upload.select().count() == 0
    assert EvidenceFact.select().count() == 0


def test_a_clip_that_a_busy_machine_had_no_time_for_stays_and_is_asked_for_again(
    office, tmp_path, monkeypatch
):
    address = send(office, clip(tmp_path, 2).read_bytes())

    with monkeypatch.context() as busy:
        busy.setattr("saraban.paper.evidence.MOST_SECONDS", -4.99)  # limited adds five
        before = office.get(f"{address}/piece?key=f3&kinds=clip")
    after = office.get(f"{address}/piece?key=f3&kinds=clip")

    assert before.status_code == 503
    assert "ไม่เสร็จใน" in before.text
    assert "คลิป ๒ วินาที" in after.text


def test_a_clip_with_a_false_header_is_refused(office, tmp_path):
    address = send(office, telling(clip(tmp_path, 20).read_bytes(), 5))

    answer = office.get(f"{address}/piece?key=f3&kinds=clip&seconds=30")

    assert answer.status_code == 422
    assert "หัวไฟล์ว่ายาว ๕ วินาที แต่เนื้อไฟล์มี ๒๐ วินาที" in answer.text


def test_a_program_that_calls_itself_a_photo_is_refused(office):
    address = send(office, b"MZ\x90\x00" * 500, "ภาพ.jpg")

    answer = office.get(f"{address}/piece?key=f3&kinds=photo")

    assert answer.status_code == 422
    assert "ตามเนื้อไฟล์จริง" in answer.text


def test_a_heic_photo_is_taken_and_shown_as_jpeg_without_its_place(office):
    address = send(office, photo("HEIF", place=(16.8839, 99.1258)), "IMG_0001.HEIC")

    piece = office.get(f"{address}/piece?key=f1&kinds=photo")
    shown = fetch(office, f"{address}/file")

    assert "ในไฟล์มีพิกัด ตัดออกจากสำเนาที่ผู้อื่นเห็นแล้ว" in piece.text
    assert shown.mimetype == "image/jpeg"
    assert b"Exif" not in shown.data


def test_where_the_form_asks_for_the_place_the_page_tells_it(office):
    address = send(office, photo("JPEG", place=(16.8839, 99.1258)), "a.jpg")

    piece = office.get(f"{address}/piece?key=f1&kinds=photo&place=1")

    assert "พิกัดที่จะส่งไปด้วย 16.88390, 99.12580" in piece.text


def test_a_player_gets_the_part_that_it_asks_for(office, tmp_path):
    content = clip(tmp_path, 2).read_bytes()
    address = send(office, content)
    office.get(f"{address}/piece?key=f3&kinds=clip")

    part = fetch(office, f"{address}/file", Range="bytes=100-199")

    assert part.status_code == 206
    assert part.data == content[100:200]
    assert part.headers["Content-Range"] == f"bytes 100-199/{len(content)}"


def test_too_many_files_at_once_are_refused_with_their_number(office, monkeypatch):
    monkeypatch.setattr("saraban.desk.uploads.MOST_WAITING", 2)
    for _ in range(2):
        begin(office, b"0123")

    answer = office.post("/uploads", headers={**TUS, "Upload-Length": "4"})

    assert "ค้างไว้แล้ว ๒ ไฟล์" in answer.text


def test_a_file_whose_last_piece_ended_the_server_is_whole_when_asked_again(office):
    address = begin(office, b"0123")
    row = Upload.get()
    upload_store.append(row.uid, [b"0123"], offset=0, size=4)

    answer = office.head(address, headers=TUS)

    assert answer.headers["Upload-Offset"] == "4"
    assert Upload.get().sha256 == hashlib.sha256(b"0123").hexdigest()


def test_a_server_that_hands_bytes_on_as_they_come_keeps_those_before_the_cut(office):
    address = begin(office, b"0123456789")

    go_on_cut = office.patch(
        address,
        input_stream=io.BytesIO(b"0123"),
        content_length=10,
        content_type="application/offset+octet-stream",
        headers={**TUS, "Upload-Offset": "0"},
    )

    assert go_on_cut.headers["Upload-Offset"] == "4"
    assert office.head(address, headers=TUS).headers["Upload-Offset"] == "4"
