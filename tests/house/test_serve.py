"""scripts/serve, from the first line it prints to the signal that stops it."""

import json
import os
import signal
import socket
import subprocess
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_an_empty_office_is_served_until_it_is_told_to_stop(stop, free_port, tmp_path):
    environ = {name: text for name, text in os.environ.items() if not name.startswith("SARABAN_")}
    address = f"http://127.0.0.1:{free_port}"
    here_only = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    with subprocess.Popen(
        [ROOT / "scripts" / "serve", "--port", str(free_port), "--data", "office"],
        cwd=tmp_path,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        printed = []
        for line in server.stdout:
            printed.append(line.rstrip())
            if line.startswith("Saraban is at"):
                break
        assert server.poll() is None, printed
        with here_only.open(f"{address}/healthz", timeout=10) as answer:
            health = json.load(answer)
        server.send_signal(stop)
        printed += server.stdout.read().splitlines()

    assert isinstance(health, dict)
    assert printed[-2:] == [f"Saraban is at {address}", "serve: stopped"]
    assert server.returncode == 0
    assert (tmp_path / "office" / "secret-key").exists()
