"""The process whose memory web_memory asks for: the application, and nothing of the bench."""

import json
import sys
from pathlib import Path

from saraban.app import create_app
from saraban.settings import Settings


def serve(url: str, folder: str, session_id: str, count: int, addresses: list[str]) -> None:
    """Answer so many pages, these in turn; print the megabytes held then."""
    settings = Settings(data_dir=Path(folder), database_url=url, secret_key="bench")  # noqa: S106 - the bench's own
    browser = create_app(settings).test_client()
    with browser.session_transaction() as session:
        session["_user_id"], session["_fresh"] = session_id, True
    for number in range(count):
        address = addresses[number % len(addresses)]
        answer = browser.get(address)
        assert answer.status_code == 200, (address, answer.status)
    print(held_mb())


def held_mb(line_name: str = "VmRSS") -> float:
    """What this process holds in memory, in megabytes; by VmHWM, what it held at most."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{line_name}:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("this system does not say how much memory a process holds")


if __name__ == "__main__":
    serve(*json.loads(sys.argv[1]))
