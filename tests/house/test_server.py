"""A line that breaks in the middle of a request: an upload keeps what came, all else is dropped."""

import hashlib
import http.client
import os
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from itsdangerous import URLSafeTimedSerializer

from saraban.app import create_app
from saraban.records import Person, Upload, upload_store
from saraban.records.database import database as proxy
from saraban.settings import Settings
from scripts._server import created_server
from tests.browser.conftest import stop
from tests.cast import Cast

KEY = "only for tests"
PIECE = "application/offset+octet-stream"
CONTENT = os.urandom(300_000)


@dataclass(frozen=True)
class Phone:
    """A signed-in clerk's, at the other end of a line; one thread serves it, in order."""

    port: int
    headers: dict[str, str]

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Any:
        """A whole request; its answer, read."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            line.request(method, path, body, headers=self.headers | headers)
            answer = line.getresponse()
            answer.read()
            return answer
        finally:
            line.close()

    def break_off(self, method: str, path: str, body: bytes, of: int, **headers: str) -> None:
        """Send the beginning of a body that was announced as so long, and no more."""
        told = self.headers | headers | {"Host": "x", "Content-Length": str(of)}
        head = "".join(f"{name}: {words}\r\n" for name, words in told.items())
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as line:
            line.sendall(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
            line.shutdown(socket.SHUT_WR)
            assert line.recv(1) == b""  # it has read all that came, and hung up

    def begin(self) -> str:
        """Announce CONTENT; its address."""
        answer = self.ask("POST", "/uploads", **{"Upload-Length": str(len(CONTENT))})
        assert answer.status == 201
        return answer.headers["Location"]

    def offset(self, address: str) -> int:
        """How far it has come. What was broken off before is served by then."""
        return int(self.ask("HEAD", address).headers["Upload-Offset"])


@pytest.fixture
def phone(database: str, cast: Cast, tmp_path: Path) -> Iterator[Phone]:
    app = create_app(Settings(data_dir=tmp_path, database_url=database, secret_key=KEY))
    client, clerk = app.test_client(), cast.tao.clerk
    with client.session_transaction() as session:
        mark = Person.get_by_id(clerk.person_id).session_mark
        session["_user_id"], session["_fresh"] = f"{clerk.person_id}:{mark}", True
        session["unit_id"], session["csrf_token"] = clerk.unit_id, "a token"
    cookie = client.get_cookie("session")
    assert cookie is not None
    token = URLSafeTimedSerializer(KEY, salt="wtf-csrf-token").dumps("a token")
    server = created_server(app, host="127.0.0.1", port=0, threads=1, most_bytes=2_000_000)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    sent = {"Cookie": f"session={cookie.value}", "X-CSRFToken": token, "Tus-Resumable": "1.0.0"}
    yield Phone(server.effective_port, sent)
    stop(server, running)
    if not proxy.is_closed():
        proxy.close()
    proxy.obj.close_all()


def test_what_came_of_a_piece_before_the_line_broke_is_kept(phone):
    address = phone.begin()
    there = {"Content-Type": PIECE, "Upload-Offset": "0"}

    phone.break_off("PATCH", address, CONTENT[:123_456], len(CONTENT), **there)

    assert phone.offset(address) == 123_456
    assert upload_store.path_of(Upload.get().uid).read_bytes() == CONTENT[:123_456]


def test_it_goes_on_from_there_until_it_is_whole(phone):
    address = phone.begin()

    for kept, came in ((0, 70_000), (70_000, 70_001)):
        there = {"Content-Type": PIECE, "Upload-Offset": str(kept)}
        phone.break_off("PATCH", address, CONTENT[kept:came], len(CONTENT) - kept, **there)
    there = {"Content-Type": PIECE, "Upload-Offset": "70001"}
    last = phone.ask("PATCH", address, CONTENT[70_001:], **there)

    assert (last.status, last.headers["Upload-Offset"]) == (204, str(len(CONTENT)))
    assert Upload.get().sha256 == hashlib.sha256(CONTENT).hexdigest()


def test_a_broken_off_piece_for_another_place_changes_nothing(phone):
    address = phone.begin()
    there = {"Content-Type": PIECE, "Upload-Offset": "5"}

    phone.break_off("PATCH", address, b"0123", 100, **there)

    assert phone.offset(address) == 0


@pytest.mark.parametrize(
    ("method", "told"),
    [
        ("PATCH", {"Content-Type": "text/plain"}),
        ("POST", {"Content-Type": PIECE, "X-HTTP-Method-Override": "PATCH"}),
    ],
)
def test_no_other_request_is_handed_on_in_part(phone, method, told):
    address = phone.begin()

    phone.break_off(method, address, b"0123", 100, **told, **{"Upload-Offset": "0"})

    assert phone.offset(address) == 0


def test_a_body_that_nobody_would_take_is_not_read(phone):
    with socket.create_connection(("127.0.0.1", phone.port), timeout=30) as line:
        line.sendall(b"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n")
        answer = line.recv(100)

    assert answer.startswith(b"HTTP/1.1 413 ")
