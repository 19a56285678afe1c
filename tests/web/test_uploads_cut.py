"""The line is cut in the middle of a piece, on a real server, and the file is whole in the end."""

import hashlib
import http.client
import random
import socket
import threading
from collections.abc import Iterator

import pytest
import waitress.server
from itsdangerous import URLSafeTimedSerializer

from saraban.records import Upload, upload_store
from tests.browser.conftest import stop

CONTENT = random.Random(7).randbytes(900_000)
PIECE = 300_000


@pytest.fixture
def port(app) -> Iterator[int]:
    server = waitress.server.create_server(app, host="127.0.0.1", port=0, threads=4)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    yield server.effective_port
    stop(server, running)


@pytest.fixture
def headers(app, sign_in_as, cast) -> dict[str, str]:
    """Those of the clerk's phone: the session, the form's token, the protocol."""
    client = sign_in_as(cast.tao.clerk)
    with client.session_transaction() as session:
        session["csrf_token"] = "a token"
    signer = URLSafeTimedSerializer(app.secret_key, salt="wtf-csrf-token")
    return {
        "Cookie": f"session={client.get_cookie('session').value}",
        "X-CSRFToken": signer.dumps("a token"),
        "Tus-Resumable": "1.0.0",
    }


def ask(port, method, address, headers, body=b""):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, address, body, headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def patch(port, address, headers, offset):
    piece = CONTENT[offset : offset + PIECE]
    told = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
    return ask(port, "PATCH", address, headers | told, piece)


def send_half_and_hang_up(port, address, headers, offset):
    """Announce a whole piece, send half of it, and cut the line."""
    piece = CONTENT[offset : offset + PIECE]
    told = headers | {
        "Host": "127.0.0.1",
        "Upload-Offset": str(offset),
        "Content-Type": "application/offset+octet-stream",
        "Content-Length": str(len(piece)),
    }
    head = "".join(f"{name}: {text}\r\n" for name, text in told.items())
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(f"PATCH {address} HTTP/1.1\r\n{head}\r\n".encode() + piece[: len(piece) // 2])


def test_a_file_is_whole_though_the_line_was_cut_in_the_middle_of_a_piece(port, headers):
    begun = ask(port, "POST", "/uploads", headers | {"Upload-Length": str(len(CONTENT))})
    address = begun.headers["Location"]
    assert patch(port, address, headers, 0).status == 204

    send_half_and_hang_up(port, address, headers, PIECE)

    offset = int(ask(port, "HEAD", address, headers).headers["Upload-Offset"])
    assert PIECE <= offset < 2 * PIECE
    while offset < len(CONTENT):
        offset = int(patch(port, address, headers, offset).headers["Upload-Offset"])
    row = Upload.get()
    assert row.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert upload_store.path_of(row.uid).read_bytes() == CONTENT
