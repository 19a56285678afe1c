"""A short film in place of one from a telephone: three seconds of a bright edge that moves."""

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

SECONDS, RATE = 3, 10
SIZE = (320, 240)


@lru_cache(maxsize=1)
def clip() -> bytes:
    """An MP4 of about 10 kB, always the same."""
    import av  # noqa: PLC0415 - 30 MB, for the demo only
    import numpy as np  # noqa: PLC0415 - the same

    width, height = SIZE
    with TemporaryDirectory() as place:
        path = Path(place) / "clip.mp4"
        with av.open(str(path), "w") as out:
            film = out.add_stream("libx264", rate=RATE)
            film.width, film.height = width, height
            film.pix_fmt = "yuv420p"
            film.thread_count = 1
            for number in range(SECONDS * RATE):
                pixels = np.full((height, width, 3), 60, np.uint8)
                pixels[:, : width // 4 + number * 4] = 200
                for packet in film.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")):
                    out.mux(packet)
            for packet in film.encode():
                out.mux(packet)
        return path.read_bytes()
