"""The child that opens one photo or clip: `python evidence_child.py KIND FILE FOLDER MOST_PIXELS`.

KIND is photo, mov (MP4, MOV) or webm. Writes small.jpg and shown.jpg (a clip's poster) into
FOLDER, and shown.mp4 or shown.webm where a clip may tell a place: the same pictures and sounds
without a word about where. Prints what it measured as JSON; ends with TOO_LARGE, DAMAGED or
NO_PICTURES otherwise. It stands alone, so that it runs isolated; `evidence` starts it.
"""

import json
import re
import sys
import warnings
from fractions import Fraction
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

TOO_LARGE, DAMAGED, NO_PICTURES = 3, 4, 5
SMALL, SHOWN = 480, 2560
QUALITY = 85
# A day of film is none that a telephone took: its packets tell nonsense.
MOST_SECONDS = 86_400
# Of a profile of colours only a plausible one is handed on: it is somebody's bytes as well.
MOST_PROFILE_BYTES = 20_000
# EXIF's marks of a picture that lies on its side.
ORIENTATION, LYING = 0x0112, frozenset({5, 6, 7, 8})
GPS, NORTH_REF, NORTH, EAST_REF, EAST = 0x8825, 1, 2, 3, 4
PHOTOS = ("JPEG", "PNG", "WEBP", "HEIF")
DEMUXERS = {"mov": "mov", "webm": "matroska"}
# What cameras, telephones and browsers write. A decoder out of the hundreds that lie in the library
# for the sake of old files is never begun on a stranger's.
FILMED = frozenset(
    {"h264", "hevc", "vp8", "vp9", "av1", "mpeg4", "h263", "mjpeg", "mpeg2video", "prores"}
)
DECODERS = (
    *sorted(FILMED),
    *("libdav1d", "aac", "mp3", "mp3float", "opus", "libopus", "vorbis", "amrnb", "amrwb", "alac"),
    *("ac3", "eac3", "flac", "pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s24be", "pcm_f32le"),
)
PLACE_IN_XMP = "GPSLatitude"
# ISO 6709, as telephones write it into a clip: +16.8839+099.1258+100/
_PLACE = re.compile(r"([+-]\d{1,3}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)")
_PLACE_KEY = re.compile(r"location|gps|xyz|geo", re.IGNORECASE)


def photo(file: str, folder: Path, most_pixels: int) -> dict[str, Any]:
    """Turned as the camera was held, at two sizes, with nothing of the file but its pixels."""
    import pillow_heif  # noqa: PLC0415 - 26 MB of decoders that a clip does not need

    pillow_heif.register_heif_opener(thumbnails=False)
    Image.MAX_IMAGE_PIXELS = None  # ours is checked below, and is lower
    with Image.open(file, formats=PHOTOS) as picture:
        width, height = picture.size
        if width * height > most_pixels:
            raise PixelsBeyond(width, height)
        told = picture.getexif()
        place = dict(told.get_ifd(GPS))
        found = {
            "has_location": bool(place) or PLACE_IN_XMP.encode() in _words_of_maker(picture),
            "location": _degrees(place),
        }
        picture.draft("RGB", (SHOWN, SHOWN))
        # Small before it is turned or laid on white: each of these makes a copy of all pixels.
        small = picture.convert("RGBA") if picture.mode == "P" else picture
        small.thumbnail((SHOWN, SHOWN), Image.Resampling.LANCZOS, reducing_gap=2.0)
        _save(ImageOps.exif_transpose(small), folder)
    if told.get(ORIENTATION) in LYING:
        width, height = height, width
    return {"width": width, "height": height, **found}


def _words_of_maker(picture: Image.Image) -> bytes:
    words = picture.info.get("xmp") or b""
    return words.encode() if isinstance(words, str) else bytes(words)


def _degrees(place: dict[int, Any]) -> list[float] | None:
    try:
        north, east = (
            sum(float(part) / 60**n for n, part in enumerate(place[key])) for key in (NORTH, EAST)
        )
        north *= -1 if str(place[NORTH_REF]).startswith("S") else 1
        east *= -1 if str(place[EAST_REF]).startswith("W") else 1
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    return [north, east] if abs(north) <= 90 and abs(east) <= 180 else None


def _save(picture: Image.Image, folder: Path) -> None:
    profile = picture.info.get("icc_profile") or b""
    kept = {"icc_profile": profile} if 0 < len(profile) <= MOST_PROFILE_BYTES else {}
    drawn = _on_white(picture)
    if picture.mode not in ("RGB", "RGBA", "L", "LA", "P"):
        kept = {}  # a profile for other channels than those saved
    for name, side in (("shown.jpg", SHOWN), ("small.jpg", SMALL)):
        drawn.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)
        drawn.info = {}  # or its comment is written as well, unasked
        drawn.save(folder / name, "JPEG", quality=QUALITY, progressive=True, **kept)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        drawn = Image.new("RGB", seen.size, "white")
        drawn.paste(seen, mask=seen.getchannel("A"))
        return drawn
    return picture.convert("RGB")


def clip(kind: str, file: str, folder: Path, most_pixels: int) -> dict[str, Any]:
    """Length by every packet that lies in the file, a poster, and what stands in its header."""
    import av  # noqa: PLC0415 - 90 MB of decoders that a photo does not need

    with _opened(av, kind, file) as opened:
        if not opened.streams.video:
            raise NoPictures()
        film = opened.streams.video[0]
        if film.width * film.height > most_pixels:
            raise PixelsBeyond(film.width, film.height)
        if _codec_of(film) not in FILMED:
            raise NoPictures()
        sounds = {_codec_of(stream) for stream in opened.streams.audio}
        words = [(str(key), str(text)) for key, text in opened.metadata.items()]
        for stream in opened.streams:
            words += [(str(key), str(text)) for key, text in stream.metadata.items()]
        place = [text for key, text in words if _PLACE_KEY.search(key) or PLACE_IN_XMP in text]
        tells_place = bool(place) or _has_tracks_beside(opened)
        found = {
            "told_seconds": _told(opened),
            "seconds": _measured(opened),
            "video": _codec_of(film),
            "sounds": sorted(sounds),
            "has_location": tells_place,
            "location": _place_of(place),
        }
    with _opened(av, kind, file) as opened:
        width, height = _poster(opened, folder)
    if tells_place:
        _copy_without_words(av, kind, file, folder)
    return {"width": width, "height": height, **found}


def _opened(av: Any, kind: str, file: str) -> Any:
    """The container, from this file alone, with the words that other programs put beside it."""
    options = {"protocol_whitelist": "file", "codec_whitelist": ",".join(DECODERS)}
    if kind == "mov":
        options["export_xmp"] = "1"
    return av.open(file, format=DEMUXERS[kind], options=options, metadata_errors="ignore")


def _codec_of(stream: Any) -> str:
    """What it is coded in, whichever decoder reads it here: av1, not libdav1d."""
    return str(stream.codec_context.codec.canonical_name)


def _has_tracks_beside(opened: Any) -> bool:
    """Whether tracks run beside pictures and sound.

    Cameras and drones write there, each in a form of its own, where they were second by second.
    """
    return any(stream.type not in ("video", "audio") for stream in opened.streams)


def _told(opened: Any) -> float | None:
    """The length that the header and its tracks tell; of several the one farthest from nothing."""
    told = [float(Fraction(opened.duration, 1_000_000))] if opened.duration else []
    for stream in (*opened.streams.video, *opened.streams.audio):
        if stream.duration:
            told.append(float(stream.duration * stream.time_base))
    return max(told, default=None)


def _measured(opened: Any) -> float:
    """Seconds from the first to the end of the last packet of picture or sound."""
    begin, end = None, None
    watched = [*opened.streams.video[:1], *opened.streams.audio]
    for packet in opened.demux(*watched):
        if packet.pts is None or packet.size == 0 or packet.is_corrupt:
            continue
        from_second = packet.pts * packet.time_base
        until_second = from_second + (packet.duration or 0) * packet.time_base
        begin = from_second if begin is None else min(begin, from_second)
        end = until_second if end is None else max(end, until_second)
    if begin is None or end is None or not 0 < end - begin < MOST_SECONDS:
        raise NoPictures()
    return float(end - begin)


def _poster(opened: Any, folder: Path) -> tuple[int, int]:
    """The first picture that can be drawn, upright; its width and height as shown."""
    film = opened.streams.video[0]
    film.thread_type = "NONE"
    frame = next(opened.decode(film), None)
    if frame is None:
        raise NoPictures()
    drawn = frame.to_image()
    turned = int(getattr(frame, "rotation", 0) or 0) % 360
    if turned:
        drawn = drawn.rotate(turned, expand=True)
    width, height = drawn.size
    _save(drawn, folder)
    return width, height


def _place_of(texts: list[str]) -> list[float] | None:
    for text in texts:
        found = _PLACE.match(text)
        if found:
            north, east = float(found[1]), float(found[2])
            if abs(north) <= 90 and abs(east) <= 180:
                return [north, east]
    return None


def _copy_without_words(av: Any, kind: str, file: str, folder: Path) -> None:
    """The pictures and sounds as they are in a new file, so that no word of the old comes along."""
    out = folder / ("shown.webm" if kind == "webm" else "shown.mp4")
    written = {"movflags": "faststart"} if kind == "mov" else {}
    with (
        _opened(av, kind, file) as opened,
        av.open(str(out), "w", options={**written, "fflags": "bitexact"}) as copy,
    ):
        kept = [*opened.streams.video[:1], *opened.streams.audio]
        copied = {}
        for stream in kept:
            copied[stream.index] = copy.add_stream_from_template(stream)
            copied[stream.index].metadata.clear()
        for packet in opened.demux(*kept):
            if packet.dts is not None and packet.size:
                packet.stream = copied[packet.stream.index]
                copy.mux(packet)


class PixelsBeyond(Exception):
    """More of them than may be decoded."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__(f"{width} x {height}")
        self.size = {"width": width, "height": height}


class NoPictures(Exception):
    """A file of sounds, or one whose pictures are missing."""


def main(kind: str, file: str, folder: Path, most_pixels: int) -> int:
    """Measure, write, and tell."""
    warnings.simplefilter("ignore")
    try:
        if kind == "photo":
            told = photo(file, folder, most_pixels)
        else:
            told = clip(kind, file, folder, most_pixels)
    except PixelsBeyond as beyond:
        sys.stdout.write(json.dumps(beyond.size))
        return TOO_LARGE
    except NoPictures:
        return NO_PICTURES
    except Exception as strange:  # noqa: BLE001 - whatever a hostile file makes a decoder raise
        sys.stderr.write(repr(strange)[:500])
        return DAMAGED
    sys.stdout.write(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])))
