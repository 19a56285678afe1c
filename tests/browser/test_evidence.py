"""A clip goes up from a phone while the server goes away and comes back; a long one is refused."""

import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import waitress.server
from jinja2 import FileSystemBytecodeCache
from playwright.sync_api import Page, Route, expect

from saraban.app import create_app
from saraban.desk._passwords import hash_password
from saraban.records import Person, Upload, upload_store
from saraban.settings import Settings
from tests.browser.conftest import PASSWORD, PHONE, SignIn, stop
from tests.cast import Cast
from tests.evidence_page import ADDRESS, hang_on
from tests.paper.clips import clip, photo

HERE = (16.8839, 99.1258)
CHUNK = 16 * 1024


class Office:
    """A server that can be switched off and on again at the same address."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.port = 0
        self.switch_on()

    def switch_on(self) -> None:
        """Listen where it listened before."""
        self.server: Any = waitress.server.create_server(
            self.app, host="127.0.0.1", port=self.port, threads=4
        )
        self.port = self.server.effective_port
        self.running = threading.Thread(target=self.server.run, daemon=True)
        self.running.start()

    def switch_off(self) -> None:
        """Nobody answers any more."""
        stop(self.server, self.running)
        self.server.close()


@pytest.fixture
def office(
    database: str, cast: Cast, tmp_path: Path, compiled_templates: FileSystemBytecodeCache
) -> Iterator[Office]:
    settings = Settings(
        data_dir=tmp_path,
        database_url=database,
        secret_key="only for tests",
        password_hash_memory_kib=64,
        upload_chunk_bytes=CHUNK,
    )
    app = create_app(settings)
    app.jinja_env.bytecode_cache = compiled_templates
    hang_on(app)
    Person.update(password_hash=hash_password(PASSWORD)).execute()
    office = Office(app)
    yield office
    stop(office.server, office.running)


@pytest.fixture
def address(office: Office) -> str:
    """For sign_in."""
    return f"http://127.0.0.1:{office.port}"


def choose(page: Page, key: str, *paths: Path) -> None:
    page.set_input_files(f"#{key} input[multiple]", paths)


def test_a_clip_survives_a_server_that_goes_away(
    office: Office, sign_in: SignIn, cast: Cast, tmp_path: Path
) -> None:
    film = clip(tmp_path, 8, size=(480, 320), rate=25, name="งานปลูกต้นไม้.mp4")
    content = film.read_bytes() + random_tail()
    film.write_bytes(content)
    page = sign_in(cast.tao.clerk, viewport=PHONE)
    page.goto(ADDRESS)
    pieces: list[str] = []

    def switch_off_before_the_fourth(route: Route) -> None:
        if route.request.method == "PATCH":
            pieces.append(route.request.headers["upload-offset"])
            if len(pieces) == 4:
                office.switch_off()
        route.continue_()

    page.route("**/uploads/*", switch_off_before_the_fourth)
    choose(page, "f3", film)
    expect(page.locator("#f3 .going [role=status]")).to_have_text("สัญญาณขาด จะส่งต่อเองจากที่ค้าง")
    assert upload_store.length(Upload.get().uid) == 3 * CHUNK < len(content)
    page.click("button:has-text('ส่งรายงาน')")
    expect(page.locator("#f3 [role=alert]")).to_contain_text("ไฟล์ยังส่งไม่ครบ")
    office.switch_on()

    expect(page.locator("#f3 [data-piece] .about")).to_contain_text("คลิป ๘ วินาที")
    expect(page.locator("#f3 [role=alert]")).to_have_count(0)
    assert Upload.get().sha256 == hashlib.sha256(content).hexdigest()
    # Nothing that had come was sent again; only the piece that found nobody.
    assert pieces[3:5] == [str(3 * CHUNK)] * 2
    assert len(pieces) == len(set(pieces)) + 1
    page.click("button:has-text('ส่งรายงาน')")
    expect(page.locator("#taken")).to_have_text(Upload.get().uid)


def random_tail() -> bytes:
    """A box that players step over, so that the film has many pieces to send."""
    return (400_000).to_bytes(4, "big") + b"free" + bytes(399_992)


def test_a_clip_of_31_seconds_is_told_beside_its_field_and_taken_off(
    office: Office, sign_in: SignIn, cast: Cast, tmp_path: Path
) -> None:
    page = sign_in(cast.tao.clerk, viewport=PHONE)
    page.goto(ADDRESS)

    choose(page, "f3", clip(tmp_path, 31, name="ยาว.mp4"))

    failed = page.locator("#f3 .failed")
    expect(failed).to_contain_text("ยาว ๓๑ วินาที (วัดจากเนื้อไฟล์)")
    assert Upload.select().count() == 0
    failed.get_by_role("button", name="เอาออก").click()
    expect(failed).to_have_count(0)


def test_a_clip_that_a_busy_machine_had_no_time_for_is_looked_at_again(
    office: Office,
    sign_in: SignIn,
    cast: Cast,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = sign_in(cast.tao.clerk, viewport=PHONE)
    page.goto(ADDRESS)
    with monkeypatch.context() as busy:
        busy.setattr("saraban.paper.evidence.MOST_SECONDS", -4.99)  # paper.limited adds five
        choose(page, "f3", clip(tmp_path, 2, name="งาน.mp4"))
        failed = page.locator("#f3 .failed")
        expect(failed).to_contain_text("ไม่เสร็จใน")

    failed.get_by_role("button", name="ลองส่งต่อ").click()

    expect(page.locator("#f3 [data-piece] .about")).to_contain_text("คลิป ๒ วินาที")
    assert Upload.select().count() == 1


def test_photos_are_shown_small_and_one_is_taken_off_again(
    office: Office, sign_in: SignIn, cast: Cast, tmp_path: Path
) -> None:
    for name, kind in (("ก.jpg", "JPEG"), ("IMG_1.HEIC", "HEIF")):
        (tmp_path / name).write_bytes(photo(kind, place=HERE))
    page = sign_in(cast.tao.clerk, viewport=PHONE)
    page.goto(ADDRESS)

    choose(page, "f1", tmp_path / "ก.jpg", tmp_path / "IMG_1.HEIC")

    pieces = page.locator("#f1 [data-piece]")
    expect(pieces).to_have_count(2)
    expect(pieces.first).to_contain_text("ตัดออกจากสำเนาที่ผู้อื่นเห็นแล้ว")
    page.wait_for_function(
        "[...document.querySelectorAll('#f1 img')].every(one => one.complete && one.naturalWidth)"
    )
    with page.expect_response(lambda one: one.request.method == "DELETE"):
        page.get_by_role("button", name="เอาออก ก.jpg").click()
    expect(pieces).to_have_count(1)
    assert [row.name for row in Upload.select()] == ["IMG_1.HEIC"]
