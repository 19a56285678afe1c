"""Makes the text under our printed letters the text that was written.

WeasyPrint 70 gives each glyph the text of the first cluster it was seen in. Sara am (ำ) is
drawn as two glyphs, nikhahit and sara aa, so the first gets no text and the second gets ำ or
า, whichever word came first: a search for อำเภอ then finds nothing. The cure tells every
Thai glyph its own character, read out of the font, just before the map is written. A reader
then gets nikhahit + sara aa, which one step joins to ำ again.

build_fonts_dictionary is not a public function: the version is pinned, and
tests/paper/test_text_layer.py fails when a new version no longer calls it this way.
"""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

# The only family the cure touches: ours, under the name letter.css gives it.
FAMILY = "Saraban Print"

NIKHAHIT = "\u0e4d"
THAI = range(0x0E01, 0x0E5C)
SINGLE, LIGATURE, EXTENSION = 1, 4, 7


def _substitutions(font: Any) -> Iterator[tuple[int, Any]]:
    """Every substitution table of the font as (type, table), extensions unwrapped."""
    if "GSUB" not in font:
        return
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            if lookup.LookupType == EXTENSION:
                yield table.ExtSubTable.LookupType, table.ExtSubTable
            else:
                yield lookup.LookupType, table


def _joined(parts: list[str]) -> str:
    """Text of a ligature; nikhahit last, so that it stands next to the sara aa it belongs to."""
    return "".join(sorted("".join(parts), key=lambda character: character == NIKHAHIT))


@lru_cache(maxsize=8)
def glyph_texts(font_file: bytes) -> dict[int, str]:
    """Glyph number to the Thai text it stands for, its variants and ligatures included."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - 0.2 s, for the printing process only

    font = TTFont(BytesIO(font_file))
    texts = {name: chr(code) for code, name in font.getBestCmap().items() if code in THAI}
    known = -1
    while known < len(texts):  # a variant may have variants itself
        known = len(texts)
        for kind, table in _substitutions(font):
            if kind == SINGLE:
                for base, variant in table.mapping.items():
                    if base in texts:
                        texts.setdefault(variant, texts[base])
            elif kind == LIGATURE:
                for first, ligatures in table.ligatures.items():
                    for ligature in ligatures:
                        parts = [first, *ligature.Component]
                        if all(part in texts for part in parts):
                            texts.setdefault(ligature.LigGlyph, _joined([texts[p] for p in parts]))
    return {font.getGlyphID(name): text for name, text in texts.items()}


def _tell_glyphs_their_text(font: Any) -> None:
    texts = glyph_texts(font.file_content)
    for glyph, seen in font.to_unicode.items():
        font.to_unicode[glyph] = texts.get(glyph, seen)


def install_cure() -> None:
    """Wrap WeasyPrint's font writer for this process; calling it again changes nothing."""
    import weasyprint.pdf  # noqa: PLC0415 - 0.6 s and 56 MB, for the printing process only

    original = weasyprint.pdf.build_fonts_dictionary
    if getattr(original, "is_saraban_cure", False):
        return

    def build_fonts_dictionary(pdf: Any, fonts: dict[Any, Any], *rest: Any, **named: Any) -> Any:
        for font in fonts.values():
            if font.family == FAMILY:
                _tell_glyphs_their_text(font)
        return original(pdf, fonts, *rest, **named)

    build_fonts_dictionary.is_saraban_cure = True  # type: ignore[attr-defined]  # our mark
    weasyprint.pdf.build_fonts_dictionary = build_fonts_dictionary
