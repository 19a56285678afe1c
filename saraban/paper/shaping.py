"""Thai text to glyphs in their places, by HarfBuzz: what WeasyPrint does, without its 0.6 s.

A stamp is five short lines, and loading WeasyPrint for it takes thirty times as long as all
else. The three libraries called here by their C names are those that Pango brings along, so
whatever can print a letter can draw a stamp.
"""

import ctypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from saraban.errors import N_, SarabanError

NIKHAHIT, SARA_AA, SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
_TONES = "\u0e48\u0e49\u0e4a\u0e4b"
_MEMORY_READONLY = 1
_MONOTONE_CHARACTERS = 1  # each character keeps its own place in the answer where it can
_RETAIN_GIDS = 2
_MOST_BREAKS = 256


class ShaperMissing(SarabanError):
    """A library of Pango's is not there; `library` names it."""

    code = "shaper_missing"
    message_th = N_("เครื่องนี้ยังไม่มีส่วนจัดตัวอักษรไทย (%(library)s) โปรดแจ้งผู้ดูแลระบบ")


@dataclass(frozen=True)
class Glyph:
    """A drawn sign: its number in the font, the text it stands for, and where it stands.

    Lengths are thousandths of the type size; x and y shift the sign itself, advance the pen.
    """

    number: int
    text: str
    advance: int
    x: int
    y: int


class _Info(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint32) for name in ("codepoint", "mask", "cluster", "v1", "v2")]


class _Position(ctypes.Structure):
    _fields_ = [
        *((name, ctypes.c_int32) for name in ("x_advance", "y_advance", "x_offset", "y_offset")),
        ("v", ctypes.c_uint32),
    ]


class Shaper:
    """One font file, ready to set lines of text."""

    def __init__(self, file: Path) -> None:
        """Raises ShaperMissing, OSError."""
        self._harfbuzz = _harfbuzz()
        self._bytes = file.read_bytes()  # HarfBuzz reads from here for as long as it lives
        blob = self._harfbuzz.hb_blob_create(
            self._bytes, len(self._bytes), _MEMORY_READONLY, None, None
        )
        self._face = self._harfbuzz.hb_face_create(blob, 0)
        self._font = self._harfbuzz.hb_font_create(self._face)
        self._harfbuzz.hb_font_set_scale(self._font, 1000, 1000)

    def glyphs(self, text: str) -> tuple[Glyph, ...]:
        """The line from left to right; what a reader of the PDF shall find goes with each sign.

        Sara am is drawn as two signs and therefore found as nikhahit and sara aa, the way
        saraban.paper.text_layer has it for letters.
        """
        hb = self._harfbuzz
        buffer = hb.hb_buffer_create()
        try:
            units = text.encode("utf-16-le")
            hb.hb_buffer_set_cluster_level(buffer, _MONOTONE_CHARACTERS)
            hb.hb_buffer_add_utf16(buffer, units, len(units) // 2, 0, len(units) // 2)
            hb.hb_buffer_guess_segment_properties(buffer)
            hb.hb_shape(self._font, buffer, None, 0)
            count = ctypes.c_uint()
            infos = hb.hb_buffer_get_glyph_infos(buffer, ctypes.byref(count))
            places = hb.hb_buffer_get_glyph_positions(buffer, ctypes.byref(count))
            found = [
                (infos[i].codepoint, infos[i].cluster, places[i].x_advance, places[i].x_offset,
                 places[i].y_offset)
                for i in range(count.value)
            ]  # fmt: skip
        finally:
            hb.hb_buffer_destroy(buffer)
        texts = _texts([cluster for _, cluster, *_ in found], units)
        return tuple(
            Glyph(number, meant, *lengths)
            for (number, _, *lengths), meant in zip(found, texts, strict=True)
        )

    def subset(self, numbers: frozenset[int]) -> bytes:
        """The font file with no outlines but these, their numbers kept.

        The whole font where the machine has no subsetter, which is optional for Pango.
        """
        try:
            subsetter = _subsetter()
        except ShaperMissing:
            return self._bytes
        wish = subsetter.hb_subset_input_create_or_fail()
        subsetter.hb_subset_input_set_flags(wish, _RETAIN_GIDS)
        wanted = subsetter.hb_subset_input_glyph_set(wish)
        for number in numbers:
            self._harfbuzz.hb_set_add(wanted, number)
        face = subsetter.hb_subset_or_fail(self._face, wish)
        subsetter.hb_subset_input_destroy(wish)
        if not face:
            return self._bytes
        blob = self._harfbuzz.hb_face_reference_blob(face)
        length = ctypes.c_uint()
        start = self._harfbuzz.hb_blob_get_data(blob, ctypes.byref(length))
        font = ctypes.string_at(start, length.value)
        self._harfbuzz.hb_blob_destroy(blob)
        self._harfbuzz.hb_face_destroy(face)
        return font


def break_places(text: str) -> list[int]:
    """Where a line may be broken: before these characters. By libthai, which has a dictionary."""
    spaces = [place + 1 for place, letter in enumerate(text[:-1]) if letter == " "]
    try:
        library = _library("libthai.so.0")
    except ShaperMissing:
        return spaces
    # One byte a character, so that a place in one is the same place in the other.
    one_byte = text.encode("cp874", errors="replace")
    found = (ctypes.c_int * _MOST_BREAKS)()
    count = library.th_brk(ctypes.c_char_p(one_byte), found, ctypes.c_size_t(_MOST_BREAKS))
    return sorted({*spaces, *found[:count]} - {0, len(text)})


def _texts(clusters: list[int], units: bytes) -> list[str]:
    """For each glyph the text it stands for, so that all together give back the line."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(units) // 2], strict=True))
    texts: list[str] = []
    for start in dict.fromkeys(clusters):
        signs = clusters.count(start)
        meant = _as_drawn(units[2 * start : 2 * ends[start]].decode("utf-16-le"))
        # A ligature, such as nikhahit with its tone mark, stands first and says the surplus.
        surplus = max(1, len(meant) - signs + 1)
        texts += [meant[:surplus], *meant[surplus:], *[""] * (signs - len(meant))]
    return texts


def _as_drawn(text: str) -> str:
    """Sara am in its two parts, nikhahit before the tone mark, the order they are drawn in."""
    if SARA_AM not in text:
        return text
    before, after = text.split(SARA_AM, 1)
    tones = before[len(before.rstrip(_TONES)) :]
    return before.rstrip(_TONES) + NIKHAHIT + tones + SARA_AA + after


@lru_cache(maxsize=1)
def _harfbuzz() -> ctypes.CDLL:
    library = _library("libharfbuzz.so.0")
    pointer = ctypes.c_void_p
    for name, answer, *asked in (
        ("hb_blob_create", pointer, ctypes.c_char_p, ctypes.c_uint, ctypes.c_int, pointer, pointer),
        ("hb_blob_destroy", None, pointer),
        ("hb_blob_get_data", pointer, pointer, pointer),
        ("hb_face_create", pointer, pointer, ctypes.c_uint),
        ("hb_face_destroy", None, pointer),
        ("hb_face_reference_blob", pointer, pointer),
        ("hb_font_create", pointer, pointer),
        ("hb_font_set_scale", None, pointer, ctypes.c_int, ctypes.c_int),
        ("hb_buffer_create", pointer),
        ("hb_buffer_destroy", None, pointer),
        ("hb_buffer_set_cluster_level", None, pointer, ctypes.c_int),
        ("hb_buffer_add_utf16", None, pointer, ctypes.c_char_p, ctypes.c_int, ctypes.c_uint,
         ctypes.c_int),
        ("hb_buffer_guess_segment_properties", None, pointer),
        ("hb_buffer_get_glyph_infos", ctypes.POINTER(_Info), pointer, pointer),
        ("hb_buffer_get_glyph_positions", ctypes.POINTER(_Position), pointer, pointer),
        ("hb_shape", None, pointer, pointer, pointer, ctypes.c_uint),
        ("hb_set_add", None, pointer, ctypes.c_uint32),
    ):  # fmt: skip
        function = getattr(library, name)
        function.restype, function.argtypes = answer, asked
    return library


@lru_cache(maxsize=1)
def _subsetter() -> ctypes.CDLL:
    library = _library("libharfbuzz-subset.so.0")
    pointer = ctypes.c_void_p
    for name, answer, *asked in (
        ("hb_subset_input_create_or_fail", pointer),
        ("hb_subset_input_set_flags", None, pointer, ctypes.c_uint),
        ("hb_subset_input_glyph_set", pointer, pointer),
        ("hb_subset_input_destroy", None, pointer),
        ("hb_subset_or_fail", pointer, pointer, pointer),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = answer, asked
    return library


def _library(name: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(name)
    except OSError:
        raise ShaperMissing(library=name) from None
