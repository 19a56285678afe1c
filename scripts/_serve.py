"""The last step of scripts/serve: serves until it is told to stop, a reading worker beside it."""

import http.client
import signal
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

HOST = "127.0.0.1"  # never wider: who needs more puts a web server with HTTPS in front
SECONDS_TO_BE_READY = 60


def announce_when_ready(port: int) -> None:
    """Say where saraban is, once it answers that it is well."""
    for _ in range(SECONDS_TO_BE_READY * 10):
        if is_well(port):
            print(f"Saraban is at http://{HOST}:{port}", flush=True)
            return
        time.sleep(0.1)
    print("serve: /healthz does not answer 200; see the lines above", file=sys.stderr, flush=True)


def is_well(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def main() -> None:
    from scripts._reading_worker import ReadingWorker  # noqa: PLC0415 - after sys.path knows it
    from scripts._server import created_server  # noqa: PLC0415 - the same
    from wsgi import app  # noqa: PLC0415 - after sys.path knows the project

    port = int(sys.argv[1])
    try:
        most = app.config["SARABAN"].max_upload_bytes
        server = created_server(app, host=HOST, port=port, threads=8, most_bytes=most)
    except OSError as error:
        sys.exit(f"serve: cannot listen on port {port}: {error.strerror}; choose another: --port N")
    # waitress finishes what it is answering when its loop is left by SystemExit or Ctrl-C.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    # A shell that starts us in its background has Ctrl-C ignored, and we would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=announce_when_ready, args=[port], daemon=True).start()
    worker = ReadingWorker()
    try:
        server.run()
    finally:
        worker.end()
    print("serve: stopped", flush=True)


if __name__ == "__main__":
    main()
