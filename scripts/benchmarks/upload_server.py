"""The process whose memory duty_upload watches: our server, or a bare one that takes the same."""

import json
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from itsdangerous import URLSafeTimedSerializer

from saraban.app import create_app
from saraban.settings import Settings
from scripts._server import Wsgi, created_server
from scripts.benchmarks.page_server import held_mb


def ours(url: str, folder: str, session_id: str) -> tuple[Wsgi, dict[str, str]]:
    """The application, and what a signed-in phone sends with each request."""
    key = "bench"
    app = create_app(Settings(data_dir=Path(folder), database_url=url, secret_key=key))
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"], session["_fresh"] = session_id, True
        session["csrf_token"] = "a token"  # noqa: S105 - the bench's own
    cookie = client.get_cookie("session")
    assert cookie is not None
    token = URLSafeTimedSerializer(key, salt="wtf-csrf-token").dumps("a token")
    return app, {"Cookie": f"session={cookie.value}", "X-CSRFToken": str(token)}


def bare(folder: str) -> Wsgi:
    """Appends every body to one file, and knows nothing of people, places or digests."""

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        with Path(folder, "bare").open("ab") as file:
            while piece := environ["wsgi.input"].read(256 * 1024):
                file.write(piece)
        start("204 No Content", [])
        return []

    return answer


def serve(app: Wsgi, headers: dict[str, str]) -> None:
    """Serve as scripts/serve does; tell the port, and the most held whenever a line asks."""
    most = Settings.max_upload_bytes
    server = created_server(app, host="127.0.0.1", port=0, threads=8, most_bytes=most)
    threading.Thread(target=server.run, daemon=True).start()
    print(json.dumps({"port": server.effective_port, "headers": headers}), flush=True)
    for _ in sys.stdin:
        print(held_mb("VmHWM"), flush=True)


if __name__ == "__main__":
    kind, *words = json.loads(sys.argv[1])
    if kind == "ours":
        serve(*ours(*words))
    else:
        serve(bare(*words), {})
