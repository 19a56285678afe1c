"""Clips of the tests' own making, and ways to spoil them."""

import io
from pathlib import Path
from typing import Any

import av
import numpy as np
from PIL import Image
from pillow_heif import register_heif_opener

PLACE = "+16.8839+099.1258/"


def clip(
    folder: Path,
    seconds: float,
    *,
    name: str = "clip.mp4",
    codec: str = "libx264",
    size: tuple[int, int] = (96, 64),
    rate: int = 10,
    place: str = "",
    is_heard: bool = False,
    pixels: str = "yuv420p",
    options: dict[str, str] | None = None,
) -> Path:
    """A film of a bright edge that moves off from the left quarter, so many seconds long.

    place stands in it as a telephone writes it.
    """
    path = folder / name
    if place and name.endswith(".mov"):
        options = {"movflags": "use_metadata_tags"}
    with av.open(str(path), "w", options=options or {}) as out:
        if place:
            apple = "com.apple.quicktime.location.ISO6709"
            out.metadata[apple if name.endswith(".mov") else "location"] = place
        film = out.add_stream(codec, rate=rate)
        film.width, film.height = size
        film.pix_fmt = pixels
        film.thread_count = 1
        track = out.add_stream("aac", rate=44100) if is_heard else None
        for number in range(round(seconds * rate)):
            seen = np.full((size[1], size[0], 3), 40, np.uint8)
            seen[:, : size[0] // 4 + number % (size[0] // 2)] = 210
            for packet in film.encode(av.VideoFrame.from_ndarray(seen, format="rgb24")):
                out.mux(packet)
        for packet in film.encode():
            out.mux(packet)
        if track is not None:
            _mux_silence(out, track, seconds)
    return path


def sound(folder: Path) -> Path:
    """A second of silence in the same container: no film."""
    path = folder / "sound.mp4"
    with av.open(str(path), "w") as out:
        _mux_silence(out, out.add_stream("aac", rate=44100), 1)
    return path


def _mux_silence(out: Any, track: Any, seconds: float) -> None:
    for _ in range(round(seconds * 43)):
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.float32), "fltp", "mono")
        frame.sample_rate = 44100
        for packet in track.encode(frame):
            out.mux(packet)
    for packet in track.encode():
        out.mux(packet)


def with_track_of_places(content: bytes, handler: bytes, coding: bytes) -> bytes:
    """The same MP4 whose sound is a track of another kind, as cameras and drones write places."""
    return content.replace(b"soun", handler).replace(b"mp4a", coding)


def with_xmp(content: bytes, words: str) -> bytes:
    """The same MP4 with such words in a box at its end. Source: XMP, part 3, 1.1.4."""
    box = b"uuid" + bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + words.encode()
    return content + (len(box) + 4).to_bytes(4, "big") + box


def telling(content: bytes, seconds: int) -> bytes:
    """The same clip with other lengths in the headers of the film and of each track."""
    out = bytearray(content)
    # Version 0 of each box: the length stands so far behind its name, and its time scale before it.
    for box, length_at, scale in ((b"mvhd", 20, None), (b"mdhd", 20, None), (b"tkhd", 24, 1000)):
        at = out.find(box)
        while at >= 0:
            place = at + length_at
            each = scale or int.from_bytes(out[place - 4 : place], "big")
            out[place : place + 4] = (seconds * each).to_bytes(4, "big")
            at = out.find(box, at + 4)
    return bytes(out)


def held_upright(content: bytes) -> bytes:
    """The same clip with the mark that turns it a quarter clockwise when it is shown."""
    out = bytearray(content)
    at = out.find(b"tkhd") + 44
    numbers = (0, 1 << 16, 0, -1 << 16, 0, 0, 0, 0, 1 << 30)
    out[at : at + 36] = b"".join(number.to_bytes(4, "big", signed=True) for number in numbers)
    return bytes(out)


def photo(kind: str, *, size: tuple[int, int] = (240, 120), **exif: Any) -> bytes:
    """A picture that is red at its left, with these EXIF marks: turned=6, place=(N, E)."""
    if kind == "HEIF":
        register_heif_opener()
    picture = Image.new("RGB", size, "white")
    picture.paste((200, 0, 0), (0, 0, size[0] // 4, size[1]))
    marks = Image.Exif()
    if "turned" in exif:
        marks[0x0112] = exif["turned"]
    if "place" in exif:
        north, east = exif["place"]
        marks[0x010F] = "Phone Maker"
        marks[0x8825] = {1: "N", 2: _sexagesimal(north), 3: "E", 4: _sexagesimal(east)}
    out = io.BytesIO()
    picture.save(out, kind, exif=marks)
    return out.getvalue()


def _sexagesimal(degrees: float) -> tuple[float, float, float]:
    minutes = (degrees % 1) * 60
    return float(int(degrees)), float(int(minutes)), round((minutes % 1) * 60, 3)
