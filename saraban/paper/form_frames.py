"""How the printing process of tables is talked to: a line of JSON, then the bytes it announces."""

import json
from collections.abc import Sequence
from typing import IO, Any


def send(stream: IO[bytes], told: dict[str, Any], blobs: Sequence[bytes] = ()) -> None:
    """One message, its blobs behind it."""
    stream.write(json.dumps({**told, "sizes": [len(blob) for blob in blobs]}).encode() + b"\n")
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def receive(stream: IO[bytes]) -> tuple[dict[str, Any], list[bytes]] | None:
    """The next message and its blobs; None when the other side is gone.

    Raises ValueError for what is no message.
    """
    line = stream.readline()
    if not line.endswith(b"\n"):
        return None
    told = json.loads(line)
    blobs = [stream.read(size) for size in told.pop("sizes")]
    if any(len(blob) != size for blob, size in zip(blobs, json.loads(line)["sizes"], strict=True)):
        return None
    return told, blobs
